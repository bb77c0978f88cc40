#include "app/refusals.h"

#include <stdio.h>

/* Whose words, and for readers of which languages. */
struct voice {
    const struct ans_texts *texts;
    struct ans_str langs[2];
    size_t count;
};

static struct ans_str next_segment(struct ans_str *path)
{
    if (path->len && path->ptr[0] == '/')
        ans_str_cut(path, '/');
    struct ans_str rest = *path;
    return ans_str_cut(&rest, '/');
}

/* "/lan/en/anslut?x": the county, and what is below it; or only the latter
 * when the host is the county's own. */
static const struct ans_site *find_site(const struct ans_edition *edition,
                                        struct ans_str host,
                                        struct ans_str *path)
{
    const struct ans_site *site = ans_edition_by_host(edition, host);
    if (site)
        return site;
    struct ans_str slug = next_segment(path);
    site = ans_edition_by_slug(edition, slug);
    *path = ans_str_sub(*path, slug.len, SIZE_MAX);
    return site;
}

static struct voice choose_voice(const struct ans_refusals *refusals,
                                 const struct ans_site *site,
                                 struct ans_str path)
{
    if (!site || !site->county || !site->county->texts ||
        !site->county->languages.count)
        return (struct voice){
            refusals->texts, {ANS_STR("sv"), ANS_STR("en")}, 2};
    const struct ans_strs *offered = &site->county->languages;
    struct voice v = {site->county->texts, {offered->items[0]}, 1};
    struct ans_str lang = next_segment(&path);
    for (size_t i = 1; i < offered->count; i++)
        if (ans_str_eq(offered->items[i], lang))
            v.langs[0] = lang;
    return v;
}

void ans_refusals_say(void *context, int status, struct ans_str host,
                      struct ans_str target, struct ans_buf *out)
{
    const struct ans_refusals *refusals = context;
    struct ans_str path = ans_str_cut(&target, '?');
    const struct ans_edition *edition = ans_edition_acquire(refusals->editions);
    const struct ans_site *site = find_site(edition, host, &path);
    struct voice v = choose_voice(refusals, site, path);
    char key[32];
    snprintf(key, sizeof(key), "refusal.%d", status);
    for (size_t i = 0; i < v.count; i++) {
        struct ans_said said =
            ans_texts_find(v.texts, v.langs[i], ans_str_from(key));
        if (said.str.len)
            ans_buf_printf(out, "%s%.*s\n", out->len ? "\n" : "",
                           ANS_STR_ARG(said.str));
    }
    ans_edition_release(edition);
}
