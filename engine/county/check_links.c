/* Links into the portal: they lead to a page that this county has. */
#include "county/building.h"

/* The addresses that a county's texts may link to; what stands below "sidor"
 * and "filer" is the county's own. */
static const char *const paths[] = {"/", "/strategi", "/anslutna"};
static const char *const data_ends[] = {".json", ".csv"};

static struct ans_strs known_paths(struct ans_build *b)
{
    const struct ans_county *c = b->county;
    size_t most = ANS_COUNT(paths) + 1 + c->pages.count + b->folder->count;
    struct ans_strs known = {ANS_NEW_ARRAY(b->scratch, struct ans_str, most),
                             0};
    for (size_t i = 0; i < ANS_COUNT(paths); i++)
        known.items[known.count++] = ans_str_from(paths[i]);
    if (c->join)
        known.items[known.count++] = ANS_STR("/anslut");
    for (size_t i = 0; i < c->pages.count; i++)
        known.items[known.count++] = ans_arena_printf(
            b->arena, "/sidor/%.*s", ANS_STR_ARG(c->pages.items[i]->id));
    for (size_t i = 0; i < b->folder->count; i++) {
        struct ans_str path = b->folder->files[i].path;
        if (ans_str_starts(path, ANS_STR("files/")))
            known.items[known.count++] =
                ans_arena_printf(b->arena, "/filer/%.*s",
                                 ANS_STR_ARG(ans_str_sub(path, 6, SIZE_MAX)));
    }
    return known;
}

/* Without language, query, fragment and the end that asks for data. */
static struct ans_str bare_path(const struct ans_build *b, struct ans_str s)
{
    const struct ans_strs *languages = &b->languages;
    struct ans_str path = ans_str_cut(&s, '#');
    path = ans_str_cut(&path, '?');
    for (size_t i = 1; i < languages->count; i++) {
        struct ans_str lang = languages->items[i];
        struct ans_str rest = ans_str_sub(path, 1 + lang.len, SIZE_MAX);
        if (ans_str_eq(ans_str_sub(path, 1, lang.len), lang) &&
            (!rest.len || rest.ptr[0] == '/')) {
            path = rest.len ? rest : ANS_STR("/");
            break;
        }
    }
    for (size_t i = 0; i < ANS_COUNT(data_ends); i++) {
        struct ans_str end = ans_str_from(data_ends[i]);
        if (ans_str_ends(path, end) &&
            !ans_str_starts(path, ANS_STR("/filer/")))
            path.len -= end.len;
    }
    return path;
}

static void check_path(struct ans_build *b, const struct ans_spot *spot,
                       struct ans_str link, struct ans_strs known)
{
    struct ans_str path = bare_path(b, link);
    for (size_t i = 0; i < known.count; i++)
        if (ans_str_eq(path, known.items[i]))
            return;
    ANS_BUILD_FAULT(b, *spot, UNKNOWN_PATH, link,
                    ans_build_nearest(path, known), ANS_NONE);
}

/* [text](/path) in Markdown. */
static void check_markdown(struct ans_build *b, const struct ans_spot *spot,
                           struct ans_str s, struct ans_strs known)
{
    for (;;) {
        ptrdiff_t at = ans_str_find_str(s, ANS_STR("](/"));
        if (at < 0)
            return;
        s = ans_str_sub(s, (size_t)at + 2, SIZE_MAX);
        size_t len = 0;
        while (len < s.len && !strchr(") \n\t", s.ptr[len]))
            len++;
        check_path(b, spot, ans_str_sub(s, 0, len), known);
    }
}

void ans_check_links(struct ans_build *b)
{
    struct ans_strs known = known_paths(b);
    for (size_t i = 0; i < b->links.count; i++)
        check_path(b, &b->links.items[i].spot, b->links.items[i].str, known);
    for (size_t i = 0; i < b->texts.count; i++) {
        const struct ans_built_text *built = &b->texts.items[i];
        for (size_t k = 0; built->text->markdown && k < built->text->count; k++)
            check_markdown(b, &built->spot, built->text->items[k].str, known);
    }
}
