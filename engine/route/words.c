#include <stdio.h>

#include "codec/url.h"
#include "markdown/markdown.h"
#include "route/turn.h"

/* Values of maps as placeholders: texts and numbers. */
static bool fill_from_map(void *context, struct ans_str word,
                          struct ans_str *out)
{
    const struct ans_map *values = context;
    struct ans_value v = ans_map_get(values, word);
    if (v.type == ANS_TEXT)
        *out = v.s;
    else if (v.type == ANS_INT)
        *out = ans_arena_printf(values->arena, "%lld", (long long)v.i);
    else if (v.type == ANS_NUM)
        *out = ans_arena_printf(values->arena, "%.15g", v.n);
    else
        return false;
    return true;
}

static struct ans_said say(struct ans_turn *t, const char *key,
                           const struct ans_map *values)
{
    struct ans_said said = ans_texts_find(t->texts, t->lang, ans_str_from(key));
    struct ans_str filled;
    struct ans_err err = {0};
    if (!said.str.len)
        said = (struct ans_said){ans_str_from(key), t->lang};
    if (values && ans_fill(t->arena, said.str, fill_from_map,
                           (void *)(uintptr_t)values, &filled, &err))
        said.str = filled;
    return said;
}

struct ans_str ans_say(struct ans_turn *t, const char *key,
                       const struct ans_map *values)
{
    return say(t, key, values).str;
}

struct ans_value ans_say_value(struct ans_turn *t, const char *key,
                               const struct ans_map *values)
{
    return ans_present_said(t, say(t, key, values));
}

void ans_turn_speak(struct ans_turn *t, struct ans_str lang)
{
    const struct ans_strs *offered = &t->county->languages;
    t->lang = offered->items[0];
    t->base = t->root;
    for (size_t i = 1; i < offered->count; i++) {
        if (!ans_str_eq(offered->items[i], lang))
            continue;
        t->lang = offered->items[i];
        t->base = ans_arena_printf(t->arena, "%.*s/%.*s", ANS_STR_ARG(t->root),
                                   ANS_STR_ARG(t->lang));
    }
}

struct ans_str ans_href(struct ans_turn *t, const char *fmt, ...)
{
    va_list va;
    va_start(va, fmt);
    struct ans_str path = ans_arena_vprintf(t->arena, fmt, va);
    va_end(va);
    return ans_arena_printf(t->arena, "%.*s%.*s", ANS_STR_ARG(t->base),
                            ANS_STR_ARG(path));
}

/* A county's own host counts only when the service itself is reached by a
 * public name: a trial run on loopback must not send anybody elsewhere. */
static bool is_trial(struct ans_str url)
{
    static const char *const local[] = {"//127.", "//localhost", "//[::1]"};
    for (size_t i = 0; i < ANS_COUNT(local); i++)
        if (ans_str_find_str(url, ans_str_from(local[i])) >= 0)
            return true;
    return false;
}

struct ans_str ans_public_href(struct ans_turn *t, struct ans_str path)
{
    struct ans_str url = t->service->public_url;
    struct ans_str lang = ans_str_sub(t->base, t->root.len, SIZE_MAX);
    if (t->county->hosts.count && !is_trial(url))
        return ans_arena_printf(t->arena, "https://%.*s%.*s%.*s",
                                ANS_STR_ARG(t->county->hosts.items[0]),
                                ANS_STR_ARG(lang), ANS_STR_ARG(path));
    return ans_arena_printf(t->arena, "%.*s/%.*s%.*s%.*s", ANS_STR_ARG(url),
                            ANS_STR_ARG(t->county->slug), ANS_STR_ARG(lang),
                            ANS_STR_ARG(path));
}

static struct ans_str stamp_purpose(struct ans_turn *t, const char *purpose)
{
    return ans_arena_printf(t->arena, "%.*s %s", ANS_STR_ARG(t->site->slug),
                            purpose);
}

struct ans_str ans_turn_stamp(struct ans_turn *t, const char *purpose)
{
    return ans_stamp_new(t->arena, &t->service->key, stamp_purpose(t, purpose),
                         t->now);
}

/* A browser that says where a form came from must say here. */
static bool comes_from_elsewhere(const struct ans_request *q)
{
    if (q->fetch_site.len && !ans_str_is(q->fetch_site, "same-origin") &&
        !ans_str_is(q->fetch_site, "none"))
        return true;
    if (!q->origin.len)
        return false;
    ptrdiff_t at = ans_str_find_str(q->origin, ANS_STR("://"));
    struct ans_str host = ans_str_sub(q->origin, (size_t)at + 3, SIZE_MAX);
    return at < 0 || !ans_str_eq_nocase(host, q->authority);
}

enum ans_post ans_turn_post(struct ans_turn *t, const char *purpose)
{
    const int64_t longest = (int64_t)24 * 60 * 60 * 1000;
    if (comes_from_elsewhere(t->q))
        return ANS_POST_FOREIGN;
    switch (ans_stamp_check(&t->service->key,
                            ans_fields_get(&t->q->form, "_stamp"),
                            stamp_purpose(t, purpose), t->now, longest)) {
    case ANS_STAMP_GOOD:
        return ANS_POST_GOOD;
    case ANS_STAMP_OLD:
        return ANS_POST_OLD;
    case ANS_STAMP_FOREIGN:
        break;
    }
    return ANS_POST_FOREIGN;
}
