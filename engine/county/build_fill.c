/* Placeholders of texts: {brand}, {county} and {genitive} are filled in here,
 * once; what depends on a member stays for later and is checked only. */
#include "base/buf.h"
#include "base/text.h"
#include "county/building.h"

static bool is_word_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/* The word of "{word}" at the start of `s`; empty when there is none. */
static struct ans_str word_at(struct ans_str s)
{
    size_t end = 1;
    while (end < s.len && is_word_char(s.ptr[end]))
        end++;
    if (end == 1 || end >= s.len || s.ptr[end] != '}')
        return ANS_NONE;
    return ans_str_sub(s, 1, end - 1);
}

static const char *const own_words[] = {"brand", "county", "genitive"};

static const struct ans_text *own_text(const struct ans_county *c,
                                       struct ans_str word)
{
    const struct ans_text *texts[] = {&c->brand, &c->name, &c->genitive};
    for (size_t i = 0; i < ANS_COUNT(own_words); i++)
        if (ans_str_is(word, own_words[i]))
            return texts[i];
    return NULL;
}

static bool is_filled_later(const struct ans_word_field *field,
                            struct ans_str word)
{
    for (size_t i = 0; field->fills && field->fills[i]; i++)
        if (ans_str_is(word, field->fills[i]))
            return true;
    return false;
}

static int breaks_in(struct ans_str s)
{
    int n = 0;
    for (size_t i = 0; i < s.len; i++)
        n += s.ptr[i] == '\n';
    return n;
}

/* Where `rest` of a text begins: in a text file its own line, not that of the
 * script that names the file. Only faults ask, so the file is found anew. */
static struct ans_spot spot_of(struct ans_build *b, const struct ans_spot *spot,
                               const struct ans_text *text,
                               struct ans_str whole, struct ans_str rest)
{
    struct ans_spot at = *spot;
    struct ans_err err = {0};
    for (size_t i = 0; text->markdown && i < b->folder->count; i++) {
        const struct ans_folder_file *file = &b->folder->files[i];
        struct ans_str clean;
        if (!ans_str_ends(file->path, ANS_STR(".md")) ||
            !ans_text_clean(b->arena, file->bytes, false, &clean, &err) ||
            !ans_str_eq(clean, whole))
            continue;
        size_t blank = 0; /* taken from its beginning */
        while (blank < file->bytes.len &&
               strchr(" \t\r\n", file->bytes.ptr[blank]))
            blank++;
        at.file = file->path;
        at.line = 1 + breaks_in(ans_str_sub(file->bytes, 0, blank)) +
                  breaks_in(ans_str_sub(whole, 0, whole.len - rest.len));
        break;
    }
    return at;
}

static void report_unsound(struct ans_build *b, const struct ans_spot *spot,
                           struct ans_str word, bool own)
{
    if (!word.len) {
        ANS_BUILD_FAULT(b, *spot, BROKEN_PLACEHOLDER,
                        ans_str_from(spot->field->name), ANS_NONE, ANS_NONE);
        return;
    }
    const char *names[16] = {NULL};
    struct ans_str known[16];
    size_t count = 0;
    for (size_t i = 0; own && i < ANS_COUNT(own_words); i++)
        names[count++] = own_words[i];
    for (size_t i = 0; spot->field->fills && spot->field->fills[i]; i++)
        names[count++] = spot->field->fills[i];
    for (size_t i = 0; i < count; i++)
        known[i] = ans_str_from(names[i]);
    ANS_BUILD_FAULT(b, *spot, UNKNOWN_PLACEHOLDER, word,
                    ans_nearest(word, known, count), ans_build_join(b, names));
}

/* Who fills in later reads "{{" then; otherwise it is read now. */
static bool is_read_later(const struct ans_word_field *field)
{
    return field->fills || field->kind == ANS_IS_PROSE;
}

static struct ans_str fill(struct ans_build *b, const struct ans_spot *spot,
                           const struct ans_text *in,
                           const struct ans_text_item *item, bool own)
{
    struct ans_buf out = {0};
    struct ans_str rest = item->str;
    while (rest.len) {
        ptrdiff_t brace = ans_str_find(rest, '{');
        size_t plain = brace < 0 ? rest.len : (size_t)brace;
        ans_buf_add(&out, ans_str_sub(rest, 0, plain));
        rest = ans_str_sub(rest, plain, SIZE_MAX);
        if (!rest.len)
            break;
        struct ans_str word = word_at(rest);
        const struct ans_text *text = own ? own_text(b->county, word) : NULL;
        size_t used = word.len ? word.len + 2 : 1;
        if (ans_str_starts(rest, ANS_STR("{{"))) {
            used = 2;
            ans_buf_add_z(&out, is_read_later(spot->field) ? "{{" : "{");
        } else if (text) {
            ans_buf_add(&out, ans_text_in(text, item->lang).str);
        } else if (is_filled_later(spot->field, word)) {
            ans_buf_add(&out, ans_str_sub(rest, 0, used));
        } else {
            struct ans_spot at = spot_of(b, spot, in, item->str, rest);
            report_unsound(b, &at, word, own);
        }
        rest = ans_str_sub(rest, used, SIZE_MAX);
    }
    struct ans_str done = ans_arena_str(b->arena, ans_buf_str(&out));
    ans_buf_free(&out);
    return done;
}

void ans_build_fill_texts(struct ans_build *b)
{
    for (size_t i = 0; i < b->texts.count; i++) {
        struct ans_text *text = b->texts.items[i].text;
        struct ans_spot at = ans_build_wording_spot(b, &b->texts.items[i].spot);
        const struct ans_spot *spot = &at;
        /* The county's own words are made of nothing else. */
        bool own = text != &b->county->name && text != &b->county->brand &&
                   text != &b->county->genitive;
        for (size_t k = 0; k < text->count; k++)
            if (ans_str_find(text->items[k].str, '{') >= 0)
                text->items[k].str = fill(b, spot, text, &text->items[k], own);
    }
}
