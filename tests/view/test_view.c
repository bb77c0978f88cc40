#include "../check.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fixture.h"
#include "temp.h"
#include "view/view.h"

#define LUA ANS_SOURCE_DIR "/lua"

static struct ans_view *open_view(const char *folder)
{
    struct ans_err err = {0};
    struct ans_view_options options = {.folder = folder};
    struct ans_view *view = ans_view_new(&options, &err);
    if (!view)
        fail_msg("%s", err.text);
    return view;
}

/* Folders of Lua made for one test. */

static char folder[128];

static void write_lua(const char *name, const char *text)
{
    char path[256];
    snprintf(path, sizeof(path), "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
    fclose(file);
}

static int folder_setup(void **state)
{
    static const char *const parts[] = {"views", "mails", "texts"};
    char path[256];
    temp_folder(folder, sizeof(folder));
    for (size_t i = 0; i < ANS_COUNT(parts); i++) {
        snprintf(path, sizeof(path), "%s/%s", folder, parts[i]);
        if (mkdir(path, 0700))
            return -1;
    }
    snprintf(path, sizeof(path), "%s/html.lua", folder);
    if (symlink(LUA "/html.lua", path))
        return -1;
    write_lua("words.lua", "return function() return {} end");
    *state = ans_arena_new(0);
    return 0;
}

static int folder_teardown(void **state)
{
    char command[300];
    ans_arena_free(*state);
    snprintf(command, sizeof(command), "rm -r '%s'", folder);
    return system(command);
}

static struct ans_map *page_data(struct ans_arena *arena)
{
    struct ans_map *data = ans_map_new(arena);
    ans_map_put_str(ans_map_put_map(data, "page"), "lang", ANS_STR("sv"));
    return data;
}

/* The real pages. */

struct drawing {
    struct ans_view *view;
    struct ans_view *other;
    struct ans_arena *arena;
    struct ans_texts texts;
    size_t pages, mails;
};

static void draw(void *context, struct ans_str file, struct ans_str kind,
                 struct ans_str name, const struct ans_map *data)
{
    struct drawing *d = context;
    struct ans_err err = {0};
    if (ans_str_is(kind, "mail")) {
        struct ans_view_mail mail = {0};
        if (!ans_view_mail(d->view, &d->texts, name.ptr, data, d->arena, &mail,
                           &err))
            fail_msg("%.*s: %s", ANS_STR_ARG(file), err.text);
        assert_true(mail.subject.len && mail.plain.len && mail.html.len);
        assert_int_equal(ans_str_find(mail.subject, '\n'), -1);
        d->mails++;
    } else if (ans_str_is(kind, "view")) {
        struct ans_buf one = {0};
        struct ans_buf two = {0};
        if (!ans_view_page(d->view, &d->texts, name.ptr, data, &one, &err) ||
            !ans_view_page(d->other, &d->texts, name.ptr, data, &two, &err))
            fail_msg("%.*s: %s", ANS_STR_ARG(file), err.text);
        assert_true(ans_str_starts(ans_buf_str(&one),
                                   ANS_STR("<!doctype html>\n<html lang=\"")));
        assert_true(ans_str_eq(ans_buf_str(&one), ans_buf_str(&two)));
        ans_buf_free(&one);
        ans_buf_free(&two);
        d->pages++;
    }
}

static void every_page_and_mail_is_written_the_same_by_every_worker(
    void **state)
{
    struct drawing d = {
        .view = open_view(LUA), .other = open_view(LUA), .arena = *state};
    struct ans_err err = {0};
    assert_true(ans_view_texts(LUA, *state, &d.texts, &err));
    const char *wrong = fixtures_each(ANS_SOURCE_DIR "/tests/view/fixtures.lua",
                                      *state, draw, &d);
    if (wrong)
        fail_msg("%s", wrong);
    assert_true(d.pages > 40);
    assert_true(d.mails >= 12); /* tests/lua asks for one of each */
    ans_view_free(d.view);
    ans_view_free(d.other);
}

static void texts_of_all_languages_are_read(void **state)
{
    struct ans_texts texts = {0};
    struct ans_err err = {0};
    assert_true(ans_view_texts(LUA, *state, &texts, &err));
    assert_true(texts.count >= 6);
    assert_str(ans_texts_get(&texts, ANS_STR("sv"), "kind.municipality"),
               "Kommun");
    assert_str(ans_texts_get(&texts, ANS_STR("en"), "kind.municipality"),
               "Municipality");
    assert_str(
        ans_texts_own(&texts, ANS_STR("en"), ANS_STR("kind.municipality"))
            ->file,
        "lua/texts/en.lua");
}

static void texts_that_are_no_texts_are_refused(void **state)
{
    static const char *const bad[] = {
        "return { a = 1 }",
        "return { 'x' }",
        "return 'x'",
        "return {",
    };
    for (size_t i = 0; i < ANS_COUNT(bad); i++) {
        struct ans_texts texts = {0};
        struct ans_err err = {0};
        write_lua("texts/sv.lua", bad[i]);
        assert_false(ans_view_texts(folder, *state, &texts, &err));
        assert_int_equal(err.kind, ANS_ERR_SCRIPT);
    }
}

/* A value of every type reaches a view as what it is. */
static void data_reaches_the_view(void **state)
{
    struct ans_map *data = page_data(*state);
    struct ans_err err = {0};
    struct ans_buf out = {0};
    ans_map_put_int(data, "whole", 2000);
    ans_map_put(data, "part", ans_value_num(0.5));
    ans_map_put_bool(data, "yes", true);
    ans_map_put_str(data, "empty", ANS_STR(""));
    struct ans_list *list = ans_map_put_list(data, "list");
    ans_list_add(list, ans_value_str(ANS_STR("a")));
    ans_list_add(list, ANS_VALUE_NIL);
    ans_list_add(list, ans_value_str(ANS_STR("c")));
    write_lua("views/x.lua",
              "local h = require('html')\n"
              "return function(d) return h.p { math.type(d.whole), d.whole, "
              "d.part, d.yes and 'ja', #d.empty, d.list[3], d.none } end");
    struct ans_view *view = open_view(folder);
    assert_true(ans_view_page(view, NULL, "x", data, &out, &err));
    assert_str(ans_buf_str(&out),
               "<!doctype html>\n<p>integer20000.5ja0c</p>\n");
    ans_buf_free(&out);
    ans_view_free(view);
}

static void a_fault_in_a_view_is_an_error_and_writes_nothing(void **state)
{
    static const struct {
        const char *name, *source, *why;
    } cases[] = {
        {"a", "return function(d) return d.no.such end",
         "lua/views/a.lua:1: attempt to index a nil value"},
        {"b", "\nreturn function() error('oj') end", "lua/views/b.lua:2: oj"},
        {"c",
         "local h = require('html') return function() return h.p { 'x', "
         "print } end",
         "p > nothing that can be written: a function"},
        {"d", "return function() return require('e') end",
         "there is no module 'e'"},
        {"f", "return function() error({}) end", "table"},
    };
    struct ans_map *data = page_data(*state);
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        char name[40];
        snprintf(name, sizeof(name), "views/%s.lua", cases[i].name);
        write_lua(name, cases[i].source);
    }
    struct ans_view *view = open_view(folder);
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_err err = {0};
        struct ans_buf out = {0};
        ans_buf_add_z(&out, "before");
        assert_false(
            ans_view_page(view, NULL, cases[i].name, data, &out, &err));
        assert_str(ans_buf_str(&out), "before");
        assert_int_equal(err.kind, ANS_ERR_SCRIPT);
        if (!strstr(err.text, cases[i].why))
            fail_msg("%s: %s", cases[i].name, err.text);
        ans_buf_free(&out);
    }
    struct ans_err err = {0};
    struct ans_buf out = {0};
    assert_false(ans_view_page(view, NULL, "nosuch", data, &out, &err));
    assert_non_null(strstr(err.text, "there is no module 'views.nosuch'"));
    ans_buf_free(&out);
    ans_view_free(view);
}

static void a_syntax_error_is_found_at_start(void **state)
{
    (void)state;
    static const struct {
        const char *name, *source, *why;
    } cases[] = {
        {"views/x.lua", "return\n\nfunction(", "lua/views/x.lua:3:"},
        {"views/x.lua", "return 12", "does not return a function"},
        {"views/x.lua", "local x = 1", "returns nothing"},
        {"views/x.lua", "return require('views.x')", "requires itself"},
        {"views/x.lua", "\033Lua", "lua/views/x.lua"},
        {"mails/x.lua", "return {}", "lua/mails/x.lua does not return"},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_err err = {0};
        struct ans_view_options options = {.folder = folder};
        char path[256];
        write_lua(cases[i].name, cases[i].source);
        assert_null(ans_view_new(&options, &err));
        if (!strstr(err.text, cases[i].why))
            fail_msg("%s: %s", cases[i].source, err.text);
        snprintf(path, sizeof(path), "%s/%s", folder, cases[i].name);
        assert_int_equal(unlink(path), 0);
    }
    struct ans_err err = {0};
    struct ans_view_options none = {.folder = "/nonexistent"};
    assert_null(ans_view_new(&none, &err));
    assert_int_not_equal(err.kind, ANS_ERR_NONE);
}

static void a_mail_without_its_parts_is_an_error(void **state)
{
    struct ans_map *data = page_data(*state);
    static const char *const bad[] = {
        "return function() end",
        "return function() return { plain = 'x', html = 'x' } end",
        "return function() return { subject = 'x', html = 'x' } end",
        "return function() return { subject = 1, plain = 'x' } end",
        ("return function() return { subject = 'x', plain = 'x', "
         "html = print } end"),
    };
    for (size_t i = 0; i < ANS_COUNT(bad); i++) {
        struct ans_err err = {0};
        struct ans_view_mail mail = {0};
        write_lua("mails/x.lua", bad[i]);
        struct ans_view *view = open_view(folder);
        assert_false(ans_view_mail(view, NULL, "x", data, *state, &mail, &err));
        assert_int_equal(err.kind, ANS_ERR_SCRIPT);
        ans_view_free(view);
    }
}

static void data_without_a_language_is_an_error(void **state)
{
    struct ans_err err = {0};
    struct ans_buf out = {0};
    write_lua("views/x.lua", "return function() return '' end");
    struct ans_view *view = open_view(folder);
    assert_false(
        ans_view_page(view, NULL, "x", ans_map_new(*state), &out, &err));
    assert_non_null(strstr(err.text, "has no page.lang"));
    ans_buf_free(&out);
    ans_view_free(view);
}

static void data_nested_too_deep_is_an_error(void **state)
{
    struct ans_map *data = page_data(*state);
    struct ans_err err = {0};
    struct ans_buf out = {0};
    struct ans_map *inner = data;
    for (int i = 0; i < 200; i++)
        inner = ans_map_put_map(inner, "x");
    write_lua("views/x.lua", "return function() return '' end");
    struct ans_view *view = open_view(folder);
    assert_false(ans_view_page(view, NULL, "x", data, &out, &err));
    assert_non_null(strstr(err.text, "nested too deep"));
    ans_buf_free(&out);
    ans_view_free(view);
}

static struct ans_str hashed(void *context, struct ans_str name)
{
    const char *known = context;
    return ans_str_is(name, known) ? ANS_STR("app.3f9a1c27.css") : ANS_STR("");
}

static void assets_are_asked_for_by_name(void **state)
{
    char known[] = "app.css";
    struct ans_map *data = page_data(*state);
    struct ans_err err = {0};
    struct ans_buf out = {0};
    struct ans_view_options options = {
        .folder = folder, .asset_name = hashed, .context = known};
    write_lua("views/x.lua", "local e = require('engine')\n"
                             "return function() return e.asset('app.css') end");
    write_lua("views/y.lua", "local e = require('engine')\n"
                             "return function() return e.asset('no.css') end");
    struct ans_view *view = ans_view_new(&options, &err);
    assert_non_null(view);
    assert_true(ans_view_page(view, NULL, "x", data, &out, &err));
    assert_str(ans_buf_str(&out), "<!doctype html>\n/web/app.3f9a1c27.css\n");
    ans_buf_clear(&out);
    assert_false(ans_view_page(view, NULL, "y", data, &out, &err));
    assert_non_null(strstr(err.text, "web/ has no file 'no.css'"));
    ans_buf_free(&out);
    ans_view_free(view);
}

#define WITH_FOLDER(test)                                                      \
    cmocka_unit_test_setup_teardown(test, folder_setup, folder_teardown)
#define WITH_ARENA(test)                                                       \
    cmocka_unit_test_setup_teardown(test, arena_setup, arena_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_ARENA(every_page_and_mail_is_written_the_same_by_every_worker),
        WITH_ARENA(texts_of_all_languages_are_read),
        WITH_FOLDER(texts_that_are_no_texts_are_refused),
        WITH_FOLDER(data_reaches_the_view),
        WITH_FOLDER(a_fault_in_a_view_is_an_error_and_writes_nothing),
        WITH_FOLDER(a_syntax_error_is_found_at_start),
        WITH_FOLDER(a_mail_without_its_parts_is_an_error),
        WITH_FOLDER(data_without_a_language_is_an_error),
        WITH_FOLDER(data_nested_too_deep_is_an_error),
        WITH_FOLDER(assets_are_asked_for_by_name),
    };
    return cmocka_run_group_tests_name("view_view", tests, NULL, NULL);
}
