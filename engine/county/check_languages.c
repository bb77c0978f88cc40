/* Texts that some of the county's languages lack. They are shown in another
 * one, marked so; what is told is advice, once for a language. */
#include <stdlib.h>

#include "base/buf.h"
#include "county/building.h"

static int by_name(const void *a, const void *b)
{
    return ans_str_cmp(*(const struct ans_str *)a, *(const struct ans_str *)b);
}

static bool speaks(const struct ans_text *text, struct ans_str lang)
{
    for (size_t i = 0; i < text->count; i++)
        if (ans_str_eq(text->items[i].lang, lang))
            return true;
    return false;
}

/* Names of places are the same in most languages. */
static bool is_name(const struct ans_spot *spot)
{
    return !strcmp(spot->word->name, "municipality");
}

/* "county.lua (7), join.lua (31)", of the files that the texts stand in. */
static struct ans_str list_files(struct ans_build *b, struct ans_str *files,
                                 size_t count)
{
    struct ans_buf out = {0};
    qsort(files, count, sizeof(*files), by_name);
    for (size_t i = 0, first = 0; i < count; i++) {
        if (i + 1 < count && ans_str_eq(files[i], files[i + 1]))
            continue;
        ans_buf_printf(&out, "%s%.*s (%zu)", out.len ? ", " : "",
                       ANS_STR_ARG(files[i]), i + 1 - first);
        first = i + 1;
    }
    struct ans_str list = ans_arena_str(b->scratch, ans_buf_str(&out));
    ans_buf_free(&out);
    return list;
}

static void check_language(struct ans_build *b, struct ans_str lang)
{
    struct ans_str *files =
        ANS_NEW_ARRAY(b->scratch, struct ans_str, b->texts.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < b->texts.count; i++) {
        const struct ans_built_text *built = &b->texts.items[i];
        if (!speaks(built->text, lang) && !is_name(&built->spot) &&
            !ans_build_is_shared(b, built->spot.file))
            files[count++] = built->spot.file;
    }
    if (count)
        ANS_BUILD_FAULT(
            b, ans_build_field_spot(b, &b->county->node, "languages"),
            UNTRANSLATED, ans_arena_printf(b->scratch, "%zu", count), lang,
            list_files(b, files, count));
}

void ans_check_languages(struct ans_build *b)
{
    for (size_t i = 1; b->faults->advice && i < b->languages.count; i++)
        check_language(b, b->languages.items[i]);
}
