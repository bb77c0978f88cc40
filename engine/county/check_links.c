/* Links into the portal: they lead to a page that this county has, and where
 * they name a heading of it, to one that stands there. */
#include "codec/url.h"
#include "county/building.h"

/* The addresses that a county's texts may link to; what stands below "sidor",
 * "strategi" and "filer" is the county's own. */
static const char *const paths[] = {"/", "/strategi", "/anslutna"};

/* Below these stands what is one person's alone, by a secret word. */
static const char *const private_paths[] = {
    "/anslut/",  "/bekrafta/", "/underteckna/", "/valkommen/",
    "/granska/", "/inbjudan/", "/vantelista/",  "/fornya/",
};

/* Headings that the portal's own pages have (lua/views/, lua/parts/). On the
 * home page: of the part that `order` names so. */
static const struct {
    const char *page;
    const char *part; /* NULL: always */
    const char *heading;
} headings[] = {
    {"/", "areas", "rubrik-omraden"},
    {"/", "package", "rubrik-paket"},
    {"/", "goals", "rubrik-mal"},
    {"/", "newsletter", "rubrik-nyhetsbrev"},
    {"/", "publications", "rubrik-publikationer"},
    {"/", "members", "rubrik-nya"},
    {"/", "owners", "rubrik-bakom"},
    {"/", "processes", "rubrik-processer"},
    {"/", "national", "rubrik-nationella-mal"},
    {"/strategi", NULL, "rubrik-andra"},
    {"/strategi", NULL, "rubrik-atgarder"},
    {"/strategi", NULL, "rubrik-folja-upp"},
    {"/strategi", NULL, "rubrik-mal"},
    {"/strategi", NULL, "rubrik-nationella-mal"},
    {"/strategi", NULL, "rubrik-omraden"},
    {"/strategi", NULL, "rubrik-processer"},
    {"/strategi", NULL, "rubrik-uppdrag"},
    {"/strategi", NULL, "rubrik-utvardering"},
    {"/strategi", NULL, "rubrik-versioner"},
    {"/anslut", NULL, "bibliotek"},
    {"/anslut", NULL, "paket"},
    {"/anslut", NULL, "vantelista"},
    {"/anslutna", NULL, "sok"},
};

static void add(struct ans_build *b, struct ans_strs *to, struct ans_str s)
{
    to->items =
        ans_arena_grow(b->scratch, to->items, to->count, sizeof(*to->items));
    to->items[to->count++] = s;
}

static void add_ids(struct ans_build *b, struct ans_strs *to,
                    const char *before, const struct ans_nodes *nodes)
{
    for (size_t i = 0; i < nodes->count; i++)
        add(b, to,
            ans_arena_printf(b->scratch, "%s%.*s", before,
                             ANS_STR_ARG(nodes->items[i]->id)));
}

static struct ans_strs known_paths(struct ans_build *b)
{
    const struct ans_county *c = b->county;
    struct ans_strs known = {NULL, 0};
    for (size_t i = 0; i < ANS_COUNT(paths); i++)
        add(b, &known, ans_str_from(paths[i]));
    if (c->join) {
        add(b, &known, ANS_STR("/anslut"));
        add(b, &known, ANS_STR("/anslut/ny"));
    }
    add_ids(b, &known, "/sidor/", &c->pages);
    add_ids(b, &known, "/strategi/", &c->strategies);
    for (size_t i = 0; i < b->folder->count; i++) {
        struct ans_str path = b->folder->files[i].path;
        if (ans_str_starts(path, ANS_STR("files/")))
            add(b, &known,
                ans_arena_printf(b->scratch, "/filer/%.*s",
                                 ANS_STR_ARG(ans_str_sub(path, 6, SIZE_MAX))));
    }
    return known;
}

static struct ans_str without_end(struct ans_str path, const char *end)
{
    struct ans_str s = ans_str_from(end);
    if (ans_str_ends(path, s))
        path.len -= s.len;
    return path;
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
    if (ans_str_is(path, "/anslutna.csv"))
        return ANS_STR("/anslutna");
    return ans_str_starts(path, ANS_STR("/filer/"))
               ? path
               : without_end(path, ".json");
}

static bool has_part(const struct ans_county *c, const char *part)
{
    return !part ||
           (c->home && ans_strs_has(&c->home->order, ans_str_from(part)));
}

/* What a page has that a link can lead to. */
static struct ans_strs known_headings(struct ans_build *b, struct ans_str page)
{
    const struct ans_county *c = b->county;
    struct ans_strs known = {NULL, 0};
    bool strategy = ans_str_starts(page, ANS_STR("/strategi"));
    add(b, &known, ANS_STR("innehall"));
    for (size_t i = 0; i < ANS_COUNT(headings); i++)
        if (ans_str_is(strategy ? ANS_STR("/strategi") : page,
                       headings[i].page) &&
            has_part(c, headings[i].part))
            add(b, &known, ans_str_from(headings[i].heading));
    if (ans_str_is(page, "/") && c->home)
        add_ids(b, &known, "rubrik-", &c->home->sections);
    for (size_t i = 0; strategy && i < c->strategies.count; i++) {
        const struct ans_strategy *s = ANS_AT(ans_strategy, c->strategies, i);
        struct ans_nodes areas = ans_strategy_all_areas(b->scratch, s);
        struct ans_str id = ans_str_sub(page, 10, SIZE_MAX);
        if (!id.len || ans_str_eq(id, s->node.id))
            add_ids(b, &known, "omrade-", &areas);
    }
    return known;
}

/* "#makt" is meant to be "#omrade-makt". */
static struct ans_str nearest_heading(struct ans_str fragment,
                                      struct ans_strs known)
{
    struct ans_str near = ans_build_nearest(fragment, known);
    for (size_t i = 0; i < known.count && !near.len; i++)
        if (ans_str_ends(known.items[i], fragment))
            near = known.items[i];
    return near;
}

/* A file's own places, such as "#page=2", are the reader's business. */
static void check_fragment(struct ans_build *b, const struct ans_spot *spot,
                           struct ans_str link, struct ans_str path)
{
    struct ans_str fragment = link;
    (void)ans_str_cut(&fragment, '#');
    if (!fragment.len || ans_str_starts(path, ANS_STR("/filer/")))
        return;
    struct ans_strs known = known_headings(b, path);
    if (ans_strs_has(&known, fragment))
        return;
    struct ans_str near = nearest_heading(fragment, known);
    ANS_BUILD_FAULT(b, *spot, UNKNOWN_HEADING, link, path,
                    near.len
                        ? ans_arena_printf(b->scratch, "%.*s#%.*s",
                                           ANS_STR_ARG(path), ANS_STR_ARG(near))
                        : ANS_NONE);
}

static bool is_any_kind(struct ans_str kind)
{
    for (size_t i = 0; i < ans_kind_count; i++)
        if (ans_str_is(kind, ans_kinds[i]))
            return true;
    return false;
}

/* A filter that no member can have shows no page. */
static bool filters_exist(const struct ans_build *b, struct ans_str link)
{
    struct ans_str query = ans_str_cut(&link, '#');
    (void)ans_str_cut(&query, '?');
    bool exist = true;
    while (query.len) {
        struct ans_str value = ans_str_cut(&query, '&');
        struct ans_str name = ans_str_cut(&value, '=');
        if (ans_str_is(name, "omrade"))
            exist &=
                !value.len || ans_county_area_once(b->county, value, INT64_MAX);
        else if (ans_str_is(name, "kommun"))
            exist &= !value.len || ans_county_municipality(b->county, value);
        else if (ans_str_is(name, "sort"))
            exist &= !value.len || is_any_kind(value);
    }
    return exist;
}

/* "#omrade-makt": a text may be shown on several pages; one of them has it. */
static void check_own_heading(struct ans_build *b, const struct ans_spot *spot,
                              struct ans_str link)
{
    static const char *const pages[] = {"/", "/strategi", "/anslut",
                                        "/anslutna"};
    struct ans_str fragment = ans_str_sub(link, 1, SIZE_MAX);
    struct ans_str near = {0};
    for (size_t i = 0; i < ANS_COUNT(pages); i++) {
        struct ans_str page = ans_str_from(pages[i]);
        struct ans_strs known = known_headings(b, page);
        if (ans_strs_has(&known, fragment))
            return;
        struct ans_str here = nearest_heading(fragment, known);
        if (here.len && !near.len)
            near = ans_arena_printf(b->scratch, "#%.*s", ANS_STR_ARG(here));
    }
    ANS_BUILD_FAULT(b, *spot, UNKNOWN_PATH, link, near, ANS_NONE);
}

/* Who has joined is not the scripts' to know: any member's page will do. */
static bool is_member(struct ans_str path)
{
    struct ans_str before = ANS_STR("/anslutna/");
    struct ans_str slug = ans_str_sub(path, before.len, SIZE_MAX);
    bool good = ans_str_starts(path, before) && slug.len;
    for (size_t i = 0; i < slug.len; i++)
        good = good && ((slug.ptr[i] >= 'a' && slug.ptr[i] <= 'z') ||
                        (slug.ptr[i] >= '0' && slug.ptr[i] <= '9') ||
                        slug.ptr[i] == '-');
    return good;
}

static bool is_private(struct ans_str path)
{
    for (size_t i = 0; i < ANS_COUNT(private_paths); i++)
        if (ans_str_starts(path, ans_str_from(private_paths[i])))
            return true;
    return false;
}

static void check_path(struct ans_build *b, const struct ans_spot *spot,
                       struct ans_str link)
{
    struct ans_str path = bare_path(b, link);
    if (is_member(path))
        return;
    if (!ans_strs_has(&b->paths, path) && is_private(path))
        ANS_BUILD_FAULT(b, *spot, PRIVATE_PATH, link, ANS_NONE, ANS_NONE);
    else if (!ans_strs_has(&b->paths, path))
        ANS_BUILD_FAULT(b, *spot, UNKNOWN_PATH, link,
                        ans_build_nearest(path, b->paths), ANS_NONE);
    else if (ans_str_is(path, "/anslutna") && !filters_exist(b, link))
        ANS_BUILD_FAULT(b, *spot, UNKNOWN_PATH, link, path, ANS_NONE);
    else
        check_fragment(b, spot, link, path);
}

/* On a host name of its own a county answers with and without its name. */
static struct ans_str without_slug(const struct ans_build *b,
                                   struct ans_str path)
{
    struct ans_str slug = b->folder->slug;
    struct ans_str rest = ans_str_sub(path, 1 + slug.len, SIZE_MAX);
    bool named = ans_str_eq(ans_str_sub(path, 1, slug.len), slug) &&
                 (!rest.len || rest.ptr[0] == '/');
    return !named ? path : rest.len ? rest : ANS_STR("/");
}

/* The path of a web address on a host name of the county's own; empty for
 * others'. */
static struct ans_str own_path(const struct ans_build *b, struct ans_str link)
{
    if (!ans_str_starts(link, ANS_STR("https://")) &&
        !ans_str_starts(link, ANS_STR("http://")))
        return ANS_NONE;
    struct ans_str rest =
        ans_str_sub(link, (size_t)ans_str_find(link, ':') + 3, SIZE_MAX);
    for (size_t i = 0; i < b->county->hosts.count; i++) {
        struct ans_str host = b->county->hosts.items[i];
        struct ans_str path = ans_str_sub(rest, host.len, SIZE_MAX);
        if (!ans_str_eq_nocase(ans_str_sub(rest, 0, host.len), host))
            continue;
        if (!path.len || path.ptr[0] == '#' || path.ptr[0] == '?')
            return ans_arena_printf(b->scratch, "/%.*s", ANS_STR_ARG(path));
        if (path.ptr[0] == '/')
            return without_slug(b, path);
    }
    return ANS_NONE;
}

void ans_check_link(struct ans_build *b, const struct ans_spot *spot,
                    struct ans_str link)
{
    struct ans_str own = own_path(b, link);
    if (ans_str_starts(link, ANS_STR("/")))
        check_path(b, spot, link);
    else if (own.len)
        check_path(b, spot, own);
    else if (ans_str_starts(link, ANS_STR("#")))
        check_own_heading(b, spot, link);
    else if (!ans_url_is_safe_link(link)) {
        struct ans_str meant =
            ans_str_starts(link, ANS_STR("files/"))
                ? ans_arena_printf(b->scratch, "/filer/%.*s",
                                   ANS_STR_ARG(ans_str_sub(link, 6, SIZE_MAX)))
                : ans_arena_printf(b->scratch, "/%.*s", ANS_STR_ARG(link));
        ANS_BUILD_FAULT(b, *spot, UNKNOWN_PATH, link,
                        ans_build_nearest(meant, b->paths), ANS_NONE);
    }
}

void ans_check_links(struct ans_build *b)
{
    b->paths = known_paths(b);
    for (size_t i = 0; i < b->links.count; i++)
        ans_check_link(b, &b->links.items[i].spot, b->links.items[i].str);
    ans_check_markdown(b);
}
