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

/* On the strategy's page every area has a heading to lead to; the portal's own
 * headings are its business. */
static void check_fragment(struct ans_build *b, const struct ans_spot *spot,
                           struct ans_str link, struct ans_str path)
{
    struct ans_str fragment = link;
    (void)ans_str_cut(&fragment, '#');
    if (!fragment.len || !ans_str_is(path, "/strategi") ||
        ans_str_starts(fragment, ANS_STR("rubrik-")))
        return;
    struct ans_strs known = {NULL, 0};
    for (size_t i = 0; i < b->nodes.count; i++) {
        const struct ans_node *node = b->nodes.items[i].node;
        if (strcmp(node->word->name, "area") != 0)
            continue;
        struct ans_str id =
            ans_arena_printf(b->scratch, "omrade-%.*s", ANS_STR_ARG(node->id));
        if (ans_str_eq(fragment, id))
            return;
        known.items = ans_arena_grow(b->scratch, known.items, known.count,
                                     sizeof(*known.items));
        known.items[known.count++] = id;
    }
    struct ans_str near = ans_build_nearest(
        fragment, known); /* "#makt" is meant to be "#omrade-makt" */
    for (size_t i = 0; i < known.count && !near.len; i++)
        if (ans_str_ends(known.items[i], fragment))
            near = known.items[i];
    ANS_BUILD_FAULT(b, *spot, UNKNOWN_PATH, link,
                    near.len
                        ? ans_arena_printf(b->scratch, "%.*s#%.*s",
                                           ANS_STR_ARG(path), ANS_STR_ARG(near))
                        : ANS_NONE,
                    ANS_NONE);
}

void ans_check_path(struct ans_build *b, const struct ans_spot *spot,
                    struct ans_str link)
{
    struct ans_str path = bare_path(b, link);
    for (size_t i = 0; i < b->paths.count; i++)
        if (ans_str_eq(path, b->paths.items[i])) {
            check_fragment(b, spot, link, path);
            return;
        }
    ANS_BUILD_FAULT(b, *spot, UNKNOWN_PATH, link,
                    ans_build_nearest(path, b->paths), ANS_NONE);
}

void ans_check_links(struct ans_build *b)
{
    b->paths = known_paths(b);
    for (size_t i = 0; i < b->links.count; i++)
        ans_check_path(b, &b->links.items[i].spot, b->links.items[i].str);
    ans_check_markdown(b);
}
