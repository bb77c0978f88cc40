#include "store/fixture.h"

#include "store/search.h"

static const struct ans_migration search_schema[] = {{1, ANS_SEARCH_SCHEMA}};

static int set_up_search(void **state)
{
    struct fixture *f = new_fixture();
    struct ans_store_options o = options_of(f->path);
    o.migrations = search_schema;
    f->store = ans_store_open(&o, &f->err);
    if (!f->store)
        fail_msg("%s", f->err.text);
    *state = f;
    return 0;
}

struct change {
    struct ans_search_doc doc;
    bool remove;
};

static bool change(struct ans_db *db, void *context, struct ans_err *err)
{
    const struct change *c = context;
    return c->remove ? ans_search_remove(db, &c->doc, err)
                     : ans_search_add(db, &c->doc, err);
}

static bool put(struct fixture *f, int64_t id, const char *body,
                const char *filter, const char *more, bool remove)
{
    struct ans_str filters[] = {ans_str_from(filter), ans_str_from(more)};
    struct change c = {{id, ans_str_from(body), filters, more ? 2 : 1}, remove};
    if (!filter)
        c.doc.filter_count = 0;
    return ans_store_write(f->store, change, &c, &f->err);
}

/* The ids found, as "1 3 4"; "!" and the kind for an error. */
static const char *find(struct fixture *f, const char *query,
                        const char *filter, const char *more)
{
    static char out[128];
    struct ans_str filters[] = {ans_str_from(filter), ans_str_from(more)};
    int64_t ids[4];
    size_t count;
    f->err = (struct ans_err){0};
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    assert_non_null(db);
    bool ok = ans_search_find(
        db,
        &(struct ans_search_for){.query = ans_str_from(query),
                                 .all = filters,
                                 .all_count = filter ? (more ? 2 : 1) : 0},
        ids, 4, &count, &f->err);
    ans_store_release(f->store, db);
    if (!ok) {
        snprintf(out, sizeof(out), "!%s", ans_err_word(f->err.kind));
        return out;
    }
    out[0] = '\0';
    for (size_t i = 0; i < count; i++)
        sprintf(out + strlen(out), i ? " %d" : "%d", (int)ids[i]);
    return out;
}

static void fill(struct fixture *f)
{
    assert_true(
        put(f, 3, "Åkerby idrottsförening", "area_makt", "kind_club", false));
    assert_true(
        put(f, 1, "Akerby kommun", "area_makt", "kind_municipality", false));
    assert_true(put(f, 2, "Nya teatern i Söderby (ideell förening)",
                    "area_makt_mer", "kind_club", false));
    assert_true(put(f, 4, "AND OR NOT NEAR body", "m:1980", "a-b", false));
}

static void words_are_found_as_people_expect(void **state)
{
    struct fixture *f = *state;
    fill(f);
    static const struct {
        const char *query, *filter, *more, *found;
    } cases[] = {
        {"åkerby", NULL, NULL, "3"}, /* å is not a */
        {"akerby", NULL, NULL, "1"},
        {"ÅKERBY", NULL, NULL, "3"},
        {"Åke", NULL, NULL, "3"},                /* the last word is a prefix */
        {"åke idrottsförening", NULL, NULL, ""}, /* only the last */
        {"åkerby idrott", NULL, NULL, "3"},
        {"förening", NULL, NULL, "2"},
        {"teatern i söderby", NULL, NULL, "2"}, /* "i" is passed over */
        {"söder-by", NULL, NULL, "2"},          /* as is "by" */
        {"söder-byn", NULL, NULL, ""},
        {"teatern; söderby", NULL, NULL, "2"},
        {"“teatern” – söderby", NULL, NULL, "2"},
        {"kerby", NULL, NULL, ""},
        {"erby", NULL, NULL, ""},
        {"akerby", "area_makt", NULL, "1"},
        {"förening", "area_makt", NULL, ""}, /* not area_makt_mer */
        {"förening", "area_makt_mer", "kind_club", "2"},
        {"akerby", "area_makt", "kind_club", ""},
        {"body", "m:1980", NULL, "4"},
        {"body", "a-b", "m:1980", "4"},
        {"area", NULL, NULL, ""}, /* filters are no text */
        {"makt", NULL, NULL, ""},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        const char *found =
            find(f, cases[i].query, cases[i].filter, cases[i].more);
        if (strcmp(found, cases[i].found) != 0)
            fail_msg("%s: found \"%s\"", cases[i].query, found);
    }
}

static void one_of_several_filters_is_enough_where_any_will_do(void **state)
{
    struct fixture *f = *state;
    fill(f);
    static const struct {
        struct ans_str any[3];
        size_t count;
        size_t found;
    } cases[] = {
        {{{"kind_club", 9}}, 1, 1},
        {{{"kind_club", 9}, {"kind_municipality", 17}}, 2, 2},
        {{{"kind_municipality", 17}, {"x", 1}, {"y", 1}}, 3, 1},
        {{{"x", 1}, {"y", 1}}, 2, 0},
        {{{"", 0}}, 0, 2},
    };
    const struct ans_str all[] = {ANS_STR("area_makt")};
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    assert_non_null(db);
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        int64_t ids[4];
        size_t count;
        const char *queries[] = {"idrottsförening", "kommun"};
        size_t found = 0;
        for (size_t k = 0; k < ANS_COUNT(queries); k++) {
            assert_true(ans_search_find(
                db,
                &(struct ans_search_for){.query = ans_str_from(queries[k]),
                                         .all = all,
                                         .all_count = 1,
                                         .any = cases[i].any,
                                         .any_count = cases[i].count},
                ids, 4, &count, &f->err));
            found += count;
        }
        assert_int_equal(found, cases[i].found);
    }
    ans_store_release(f->store, db);
}

static void a_query_is_never_read_as_syntax(void **state)
{
    struct fixture *f = *state;
    fill(f);
    static const struct {
        const char *query, *found;
    } cases[] = {
        {"AND", "4"},
        {"and not near", "4"},
        {"NEAR(teatern söderby)", ""},
        {"body:teatern", ""},
        {"filters : kind_club", ""},
        {"teatern\" OR \"akerby", ""},
        {"tea*", "2"},
        {"^akerby", "1"},
        {"{body} : akerby", ""},
        {"akerby + kommun", "1"},
        {"'; DROP TABLE search; --", ""},
        {"\xff\xfe\xfd akerby", "!input"},
        {"\xe2\x82", "!input"},
        {"日本語", ""},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        const char *found = find(f, cases[i].query, NULL, NULL);
        if (strcmp(found, cases[i].found) != 0)
            fail_msg("%s: found \"%s\", %s", cases[i].query, found,
                     f->err.text);
    }
}

static void a_query_without_a_word_of_three_letters_is_wrong(void **state)
{
    struct fixture *f = *state;
    fill(f);
    static const char *const cases[] = {
        "", " ", "åä", "i a on", "\"\"\"\"", "***", "\xc2\xa0\xe2\x80\x94"};
    for (size_t i = 0; i < ANS_COUNT(cases); i++)
        assert_string_equal(find(f, cases[i], NULL, NULL), "!input");
}

static void a_search_gives_no_more_than_was_asked_for(void **state)
{
    struct fixture *f = *state;
    char body[64];
    for (int i = 9; i > 0; i--) {
        snprintf(body, sizeof(body), "förening nummer%d", i);
        assert_true(put(f, i, body, NULL, NULL, false));
    }
    assert_string_equal(find(f, "förening", NULL, NULL), "1 2 3 4");
}

static void what_was_removed_is_not_found(void **state)
{
    struct fixture *f = *state;
    fill(f);
    assert_true(
        put(f, 1, "Akerby kommun", "area_makt", "kind_municipality", true));
    assert_string_equal(find(f, "akerby", NULL, NULL), "");
    assert_true(put(f, 1, "Akerby region", "area_makt", NULL, false));
    assert_string_equal(find(f, "region", "area_makt", NULL), "1");
}

static void a_filter_has_only_plain_letters(void **state)
{
    struct fixture *f = *state;
    static const char *const cases[] = {"", "Makt", "a b", "å", "a\"b"};
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        assert_false(put(f, 1, "text", cases[i], NULL, false));
        assert_int_equal(f->err.kind, ANS_ERR_INPUT);
        assert_string_equal(find(f, "text", cases[i], NULL), "!input");
    }
}

static void a_very_long_query_is_no_trouble(void **state)
{
    struct fixture *f = *state;
    fill(f);
    size_t size = 60000;
    char *query = malloc(size + 1);
    assert_non_null(query);
    for (size_t i = 0; i < size; i += 4)
        memcpy(query + i, "abc ", 4);
    query[size] = '\0';
    assert_string_equal(find(f, query, NULL, NULL), "");
    memset(query, 'x', size);
    assert_string_equal(find(f, query, NULL, NULL), "");
    free(query);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, set_up_search, tear_down)
    const struct CMUnitTest tests[] = {
        T(words_are_found_as_people_expect),
        T(one_of_several_filters_is_enough_where_any_will_do),
        T(a_query_is_never_read_as_syntax),
        T(a_query_without_a_word_of_three_letters_is_wrong),
        T(a_search_gives_no_more_than_was_asked_for),
        T(what_was_removed_is_not_found),
        T(a_filter_has_only_plain_letters),
        T(a_very_long_query_is_no_trouble),
    };
    return cmocka_run_group_tests_name("store: search", tests, NULL, NULL);
}
