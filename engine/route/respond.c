#include <stdio.h>

#include "base/log.h"
#include "base/text.h"
#include "codec/json.h"
#include "route/turn.h"

struct ans_map *ans_turn_data(struct ans_turn *t)
{
    return ans_map_new(t->arena);
}

void ans_turn_date(struct ans_turn *t, const _Atomic uint64_t *generation)
{
    t->r->generation = generation;
    t->r->built_at = atomic_load(generation);
    if (!ans_edition_is_current(t->service->editions, t->edition))
        t->r->built_at = 0; /* no generation is: the page is not kept */
}

/* This page in the other languages of its county. */
static struct ans_list *other_languages(struct ans_turn *t)
{
    struct ans_list *list = ans_list_new(t->arena);
    if (!t->county || t->q->method == ANS_POST)
        return list;
    for (size_t i = 0; i < t->county->languages.count; i++) {
        struct ans_turn other = *t;
        ans_turn_speak(&other, t->county->languages.items[i]);
        if (ans_str_eq(other.lang, t->lang))
            continue;
        struct ans_map *m = ans_list_add_map(list);
        ans_map_put_str(m, "lang", other.lang);
        ans_map_put_str(m, "name",
                        ans_texts_get(t->texts, other.lang, "language.name"));
        ans_map_put_str(m, "href",
                        ans_href(&other, "%.*s", ANS_STR_ARG(t->path)));
        ans_map_put_str(m, "canonical", ans_public_href(&other, t->path));
    }
    return list;
}

static bool is_personal(struct ans_turn *t)
{
    static const char *const first[] = {
        "/anslut/",  "/bekrafta/",   "/underteckna/", "/valkommen/",
        "/granska/", "/vantelista/", "/inbjudan/",    "/fornya/"};
    for (size_t i = 0; i < ANS_COUNT(first); i++)
        if (ans_str_starts(t->path, ans_str_from(first[i])))
            return true;
    return false;
}

static struct ans_map *page_map(struct ans_turn *t, int status,
                                struct ans_str title)
{
    struct ans_map *page = ans_map_new(t->arena);
    ans_map_put_str(page, "lang", t->lang);
    if (ans_text_is_rtl(t->lang.ptr))
        ans_map_put_str(page, "dir", ANS_STR("rtl"));
    ans_map_put_str(page, "base", t->base);
    ans_map_put_str(page, "path", t->path);
    ans_map_put_str(page, "title", title);
    ans_map_put_bool(page, "wrong", status == 422);
    ans_map_put_bool(page, "noindex", status != 200 || is_personal(t));
    ans_map_put(page, "languages", ans_value_list(other_languages(t)));
    if (t->county) {
        ans_map_put_str(page, "theme",
                        ans_arena_printf(t->arena, "%.*s/tema/%.8s.css",
                                         ANS_STR_ARG(t->root),
                                         t->county->version.ptr));
        ans_map_put_str(page, "canonical", ans_public_href(t, t->path));
    }
    return page;
}

static bool write_json(struct ans_turn *t, struct ans_map *data)
{
    ans_json_write(&t->r->body, ans_value_map(data));
    t->r->type = "application/json; charset=utf-8";
    return true;
}

/* What stands around a page is today's, whatever version the page is of; around
 * one that says that the county is closed, nothing that leads there again. */
static void put_frame(struct ans_turn *t, int status, struct ans_str title,
                      struct ans_map *data)
{
    const struct ans_county *of_page = t->county;
    bool open = t->site && !t->site->closed.len;
    t->county = open ? t->site->county : NULL;
    ans_map_put(data, "page", ans_value_map(page_map(t, status, title)));
    if (t->county) {
        ans_map_put(data, "county", ans_value_map(ans_county_map(t)));
        ans_map_put(data, "alerts", ans_value_list(ans_alert_list(t)));
    }
    t->county = of_page;
}

bool ans_answer_page(struct ans_turn *t, const char *view, int status,
                     struct ans_str title, struct ans_map *data,
                     struct ans_err *err)
{
    t->r->status = status;
    if (t->json)
        return write_json(t, data);
    put_frame(t, status, title, data);
    t->r->type = "text/html; charset=utf-8";
    struct ans_view *lent = ans_views_take(t->service->views, err);
    bool ok =
        lent && ans_view_page(lent, t->texts, view, data, &t->r->body, err);
    ans_views_give(t->service->views, lent);
    return ok;
}

bool ans_answer_kept(struct ans_turn *t, const char *view, struct ans_str title,
                     struct ans_map *data, struct ans_err *err)
{
    t->r->cache = ANS_CACHE_PAGE;
    t->r->expires = ans_next_change(t->county, t->now);
    return ans_answer_page(t, view, 200, title, data, err);
}

bool ans_answer_redirect(struct ans_turn *t, struct ans_str path)
{
    t->r->status = t->q->method == ANS_POST ? 303 : 302;
    t->r->location = ans_arena_printf(t->arena, "%.*s%.*s",
                                      ANS_STR_ARG(t->base), ANS_STR_ARG(path));
    return true;
}

static int status_of(const struct ans_err *err)
{
    switch (err->kind) {
    case ANS_ERR_NONE:
    case ANS_ERR_INTERNAL:
    case ANS_ERR_SCRIPT:
        return 500;
    case ANS_ERR_INPUT:
        return 400;
    case ANS_ERR_NOT_FOUND:
        return 404;
    case ANS_ERR_CONFLICT:
        return 409;
    case ANS_ERR_BUSY:
        return 503;
    case ANS_ERR_DENIED:
        return 403;
    case ANS_ERR_LIMIT:
        return 422;
    }
    return 500;
}

/* The last way out, when even the error's page cannot be written. */
static void answer_plain(struct ans_turn *t, const char *heading,
                         const char *text)
{
    struct ans_str title = ans_say(t, heading, NULL);
    struct ans_str rest = ans_say(t, text, NULL);
    ans_buf_clear(&t->r->body);
    ans_buf_printf(&t->r->body, "%.*s\n\n%.*s\n", ANS_STR_ARG(title),
                   ANS_STR_ARG(rest));
    t->r->type = "text/plain; charset=utf-8";
}

static void forget_answer(struct ans_response *r)
{
    ans_buf_clear(&r->body);
    r->cache = ANS_CACHE_NONE;
    r->location = ANS_STR("");
    r->download = ANS_STR("");
}

void ans_answer_error(struct ans_turn *t, const struct ans_err *err)
{
    bool chosen = t->r->status >= 400; /* the handler knew better */
    int status = chosen ? t->r->status : status_of(err);
    if (status >= 500)
        ans_log(ANS_LOG_ERROR, "route", "%.*s: %s: %s",
                ANS_STR_ARG(t->q->target.path), ans_err_word(err->kind),
                err->text);
    forget_answer(t->r);
    t->r->status = status;
    if (status == 503)
        t->r->retry_after = 5;
    struct ans_map *data = ans_turn_data(t);
    char heading[40];
    char text[40];
    snprintf(heading, sizeof(heading), "error.%d.heading", status);
    snprintf(text, sizeof(text), "error.%d.text", status);
    ans_map_put_int(data, "status", status);
    ans_map_put(data, "heading", ans_say_value(t, heading, NULL));
    ans_map_put(data, "text", ans_say_value(t, text, NULL));
    struct ans_err second = {0};
    if (ans_answer_page(t, "error", status, ans_say(t, heading, NULL), data,
                        &second))
        return;
    if (second.kind)
        ans_log(ANS_LOG_ERROR, "route", "the error page: %s", second.text);
    answer_plain(t, heading, text);
}
