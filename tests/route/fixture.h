/* fixture: the service without sockets, with the county Mittlän and a data
 * folder of its own. */
#pragma once

#include "check.h"
#include "temp.h"

#include <ftw.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "route/route.h"
#include "view/view.h"

/* 2026-04-22 12:00 in Sweden: one alert of Mittlän's is shown, one is not. */
#define NOW INT64_C(1776852000000)

struct fixture {
    char data[128];
    struct ans_arena *arena; /* of the whole test */
    struct ans_texts texts;
    struct ans_service service;
    struct ans_handler handler;
    /* The last exchange. */
    struct ans_request q;
    struct ans_response r;
    struct ans_err err;
};

static inline void assert_fine(struct fixture *f, bool ok)
{
    if (!ok)
        fail_msg("%s", f->err.text);
}

/* What the layout asks of web/, empty: its build is not needed here. */
static inline void make_web(struct fixture *f, char *folder, size_t size)
{
    static const char *const names[] = {"app.css", "app.js", "favicon.svg",
                                        "atkinson-latin.woff2"};
    snprintf(folder, size, "%s/web", f->data);
    assert_int_equal(mkdir(folder, 0700), 0);
    for (size_t i = 0; i < ANS_COUNT(names); i++) {
        char path[224];
        snprintf(path, sizeof(path), "%s/%s", folder, names[i]);
        FILE *file = fopen(path, "w");
        assert_non_null(file);
        fputs("/* empty */", file);
        fclose(file);
    }
}

/* Did a script take longer than it may? On a busy machine one does, and that is
 * no fault of the county. */
static inline bool was_slow(const struct ans_faults *faults)
{
    for (size_t i = 0; i < faults->count; i++)
        if (!strcmp(ans_fault_word(faults->items[i].code), "script-too-slow"))
            return true;
    return false;
}

/* All counties, sound: else the test says why they are not. */
static inline void open_counties(struct fixture *f,
                                 const struct ans_editions_options *options)
{
    struct ans_faults faults;
    for (int tries = 0; tries < 5; tries++) {
        ans_editions_close((struct ans_editions *)f->service.editions);
        faults = (struct ans_faults){.arena = f->arena};
        f->service.editions = ans_editions_open(options, &faults, &f->err);
        assert_fine(f, f->service.editions != NULL);
        if (!was_slow(&faults))
            break;
    }
    for (size_t i = 0; i < faults.count; i++) {
        struct ans_buf text = {0};
        ans_fault_say(&text, &faults.items[i], ANS_STR("en"));
        fail_msg("%.*s:%d: %.*s", ANS_STR_ARG(faults.items[i].file),
                 faults.items[i].line, ANS_STR_ARG(ans_buf_str(&text)));
    }
}

static inline int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof(*f));
    assert_non_null(f);
    temp_folder(f->data, sizeof(f->data));
    ans_clock_set(NOW);
    f->arena = ans_arena_new(0);
    const char *lua = ANS_SOURCE_DIR "/lua";
    const char *counties = ANS_SOURCE_DIR "/tests/counties";
    struct ans_editions_options options = {
        .counties = counties, .data = f->data, .lua = lua};
    assert_fine(f, ans_secret_init(&f->err));
    assert_fine(f, ans_view_texts(lua, f->arena, &f->texts, &f->err));
    char key[160];
    snprintf(key, sizeof(key), "%s/key", f->data);
    assert_fine(f, ans_key_load(key, &f->service.key, &f->err));
    open_counties(f, &options);
    f->service.texts = &f->texts;
    f->service.public_url = ANS_STR("https://anslut.example");
    char web[160];
    make_web(f, web, sizeof(web));
    f->service.assets = ans_assets_load(web, &f->err);
    assert_fine(f, f->service.assets != NULL);
    f->handler = ans_route_handler(&f->service);
    f->service.views = ans_route_views(lua, f->service.assets);
    ans_response_init(&f->r);
    *state = f;
    return 0;
}

static inline int remove_one(const char *path, const struct stat *st, int type,
                             struct FTW *at)
{
    (void)st;
    (void)type;
    (void)at;
    return remove(path);
}

static inline int tear_down(void **state)
{
    struct fixture *f = *state;
    ans_response_free(&f->r);
    ans_views_free(f->service.views);
    ans_editions_close((struct ans_editions *)f->service.editions);
    ans_assets_free((struct ans_assets *)(uintptr_t)f->service.assets);
    ans_arena_free(f->arena);
    nftw(f->data, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    ans_clock_set(0);
    free(f);
    return 0;
}

/* Send a request; the answer is in f->r. */
static inline void ask(struct fixture *f, enum ans_method method,
                       const char *host, const char *target,
                       struct ans_fields form)
{
    ans_response_free(&f->r);
    ans_response_init(&f->r);
    f->q = (struct ans_request){
        .arena = f->arena,
        .method = method,
        .raw_target = ans_arena_str(f->arena, ans_str_from(target)),
        .host = ans_str_from(host),
        .authority = ans_str_from(host),
        .client = ANS_STR("127.0.0.1"),
        .from_loopback = true,
        .form = form,
    };
    assert_fine(
        f, ans_target_parse(f->arena, f->q.raw_target, &f->q.target, &f->err));
    f->handler.handle(f->handler.context, &f->q, &f->r);
}

static inline void get(struct fixture *f, const char *target)
{
    ask(f, ANS_GET, "127.0.0.1", target, (struct ans_fields){0});
}

static inline struct ans_str body(const struct fixture *f)
{
    return ans_buf_str(&f->r.body);
}

static inline bool says(const struct fixture *f, const char *text)
{
    return ans_str_find_str(body(f), ans_str_from(text)) >= 0;
}

/* The value of the page's first hidden field of a name. */
static inline struct ans_str hidden(struct fixture *f, const char *name)
{
    struct ans_str mark = ans_arena_printf(f->arena, "name=\"%s\"", name);
    ptrdiff_t at = ans_str_find_str(body(f), mark);
    assert_true(at >= 0);
    /* The attribute may stand before or after the name, within one tag. */
    size_t start = (size_t)at;
    while (start && body(f).ptr[start] != '<')
        start--;
    struct ans_str tag = ans_str_sub(body(f), start, SIZE_MAX);
    tag = ans_str_cut(&tag, '>');
    ptrdiff_t value = ans_str_find_str(tag, ANS_STR("value=\""));
    assert_true(value >= 0);
    struct ans_str rest = ans_str_sub(tag, (size_t)value + 7, SIZE_MAX);
    return ans_arena_str(f->arena, ans_str_cut(&rest, '"'));
}
