#include "base/buf.h"
#include "base/text.h"
#include "member/cursor.h"
#include "member/entries.h"
#include "member/fixture.h"

typedef struct ans_register_query query;

static bool try_list(struct fixture *f, query q)
{
    struct ans_register_page page;
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    assert_ok(f, db);
    bool ok = ans_register_list(db, &q, f->arena, &page, &f->err);
    ans_store_release(f->store, db);
    return ok;
}

/* Renew all sort keys; how many calls that took. */
static int reindex(struct fixture *f)
{
    int calls = 0;
    bool more = true;
    while (more) {
        assert_ok(f, ans_register_reindex(f->store, &more, &f->err));
        calls++;
    }
    return calls;
}

static void an_empty_register_is_a_page_of_nothing(void **state)
{
    struct fixture *f = *state;
    static const query queries[] = {
        {.limit = 0},
        {.area = {"makt", 4}, .kind = {"company", 7}},
        {.search = {"förening", 9}},
    };
    for (size_t i = 0; i < ANS_COUNT(queries); i++) {
        struct ans_register_page page = list(f, queries[i]);
        assert_int_equal(page.count, 0);
        assert_int_equal(page.total, 0);
        assert_int_equal(page.next.len, 0);
        assert_int_equal(page.previous.len, 0);
    }
    assert_int_equal(total(f), 0);
}

static void members_stand_in_swedish_order(void **state)
{
    static const char *const shuffled[] = {
        "Österby", "Zäta", "Avdelning 10", "Ängsö", "åby",
        "Éden",    "Edén", "Avdelning 2",  "Wall",  "Vadstena"};
    struct fixture *f = *state;
    for (size_t i = 0; i < ANS_COUNT(shuffled); i++)
        join(f, (struct who){.name = shuffled[i]});
    struct ans_register_page page = list(f, (query){0});
    assert_str(names(f, &page), "Avdelning 2|Avdelning 10|Edén|Éden|Vadstena|"
                                "Wall|Zäta|åby|Ängsö|Österby");
}

static void members_of_one_name_stand_in_the_order_they_came(void **state)
{
    struct fixture *f = *state;
    static const char *const places[] = {"3", "1", "2"};
    for (size_t i = 0; i < ANS_COUNT(places); i++)
        join(f, (struct who){.name = "Byn", .municipality = places[i]});
    query q = {.limit = 1};
    for (size_t i = 0; i < ANS_COUNT(places); i++) {
        struct ans_register_page page = list(f, q);
        assert_str(page.members[0].municipality, places[i]);
        q.after = page.next;
    }
    assert_int_equal(q.after.len, 0);
}

static void a_page_has_its_members_facts_but_not_their_answers(void **state)
{
    struct fixture *f = *state;
    join(f, (struct who){.name = "Byn",
                         .kind = "association",
                         .municipality = "1980",
                         .areas = {"makt", "halsa"}});
    struct ans_register_page page = list(f, (query){.area = ANS_STR("halsa")});
    assert_int_equal(page.count, 1);
    const struct ans_member *m = &page.members[0];
    assert_str(m->slug, "byn");
    assert_str(m->kind, "association");
    assert_str(m->municipality, "1980");
    assert_int_equal(m->number, 1);
    assert_int_equal(m->joined_on, TODAY);
    assert_int_equal(m->areas.count, 2);
    assert_str(m->areas.items[1], "halsa");
    assert_int_equal(m->answers->count, 0);
}

static void an_area_named_twice_counts_once(void **state)
{
    struct fixture *f = *state;
    join(f, (struct who){.name = "Byn", .areas = {"makt", "makt"}});
    assert_int_equal(list(f, (query){.area = ANS_STR("makt")}).total, 1);
}

static void a_page_has_fifty_members_and_never_over_two_hundred(void **state)
{
    struct fixture *f = *state;
    for (int i = 0; i < 205; i++)
        join(f,
             (struct who){.name = ans_arena_printf(f->arena, "Byn %d", i).ptr});
    assert_int_equal(list(f, (query){0}).count, 50);
    assert_int_equal(list(f, (query){.limit = 7}).count, 7);
    assert_int_equal(list(f, (query){.limit = 1000000}).count, 200);
}

static void a_search_keeps_to_a_county(void **state)
{
    static struct ans_str county[] = {{"9701", 4}, {"9702", 4}};
    struct fixture *f = *state;
    static const char *const places[] = {"9701", "9601", "9702", ""};
    for (size_t i = 0; i < ANS_COUNT(places); i++)
        join(f, (struct who){.name = ans_arena_printf(f->arena,
                                                      "Byns förening "
                                                      "%zu",
                                                      i)
                                         .ptr,
                             .kind = i ? "association" : "company",
                             .municipality = places[i]});
    query q = {.search = ANS_STR("förening"),
               .county = {county, ANS_COUNT(county)}};
    struct ans_register_page page = list(f, q);
    assert_str(names(f, &page), "Byns förening 0|Byns förening 2");
    assert_int_equal(page.total, 2);
    q.kind = ANS_STR("association");
    page = list(f, q);
    assert_str(names(f, &page), "Byns förening 2");
    q.municipality = ANS_STR("9601"); /* not of that county */
    assert_int_equal(list(f, q).total, 0);
    q.search = ANS_STR("");
    assert_int_equal(list(f, q).total, 0);
}

static void before_the_second_page_is_the_whole_first_page(void **state)
{
    struct fixture *f = *state;
    for (int i = 0; i < 5; i++)
        join(f,
             (struct who){.name = ans_arena_printf(f->arena, "Byn %d", i).ptr});
    struct ans_register_page first = list(f, (query){.limit = 1});
    struct ans_register_page second =
        list(f, (query){.limit = 3, .after = first.next});
    assert_str(names(f, &second), "Byn 1|Byn 2|Byn 3");
    struct ans_register_page back =
        list(f, (query){.limit = 3, .before = second.previous});
    assert_str(names(f, &back), "Byn 0|Byn 1|Byn 2");
    assert_int_equal(back.previous.len, 0);
    assert_true(back.next.len > 0);
}

static void a_cursor_past_the_end_is_an_empty_page(void **state)
{
    struct fixture *f = *state;
    join(f, (struct who){.name = "Byn"});
    struct ans_str past = ans_cursor_write(
        f->arena,
        (struct ans_place){.name_key = ANS_STR("\xff\xff"), .member = 99});
    struct ans_register_page page = list(f, (query){.after = past});
    assert_int_equal(page.count, 0);
    assert_int_equal(page.total, 1);
}

/* 200 characters of 30 combining marks each still fit into an address. */
static void a_monstrous_name_has_a_cursor_of_ordinary_length(void **state)
{
    struct fixture *f = *state;
    struct ans_buf b = {0};
    for (int i = 0; i < 200; i++) {
        ans_buf_add_byte(&b, 'a');
        for (int mark = 0; mark < 30; mark++)
            ans_buf_add_z(&b, "\xcc\x81");
    }
    struct ans_str monster = ans_arena_str(f->arena, ans_buf_str(&b));
    ans_buf_free(&b);
    static const char *const places[] = {"1", "2", "3"};
    for (size_t i = 0; i < ANS_COUNT(places); i++)
        join(f, (struct who){.name = monster.ptr, .municipality = places[i]});
    query q = {.limit = 1};
    for (size_t i = 0; i < ANS_COUNT(places); i++) {
        struct ans_register_page page = list(f, q);
        assert_str(page.members[0].municipality, places[i]);
        assert_in_range(page.next.len, 0, 600);
        assert_in_range(page.previous.len, 0, 600);
        q.after = page.next;
    }
    assert_int_equal(q.after.len, 0);
    assert_int_equal(reindex(f), 1);
    assert_int_equal(list(f, (query){0}).total, 3);
}

static void what_is_no_cursor_is_refused(void **state)
{
    static const char *const wrong[] = {
        "A",
        "AA",
        "AAAAAAAAAA",   /* seven bytes */
        "AAAAAAAAAAF",  /* bits that stand for nothing */
        "gAAAAAAAAAE",  /* a negative id */
        "AAAAAAAAAAE=", /* padding */
        "AAAAAAAAAA/",  /* the other alphabet */
        "AAAAAAAAAA E",
        "'; DROP TABLE member; --",
        "åäö",
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < ANS_COUNT(wrong); i++) {
        struct ans_str s = ans_str_from(wrong[i]);
        assert_err(f, try_list(f, (query){.after = s}), ANS_ERR_INPUT);
        assert_err(f, try_list(f, (query){.before = s}), ANS_ERR_INPUT);
        assert_err(f,
                   try_list(f, (query){.search = ANS_STR("byn"), .after = s}),
                   ANS_ERR_INPUT);
    }
    char *large = ans_arena_alloc(f->arena, 100001);
    memset(large, 'A', 100000);
    assert_err(f, try_list(f, (query){.after = {large, 100000}}),
               ANS_ERR_INPUT);
}

static void a_cursor_comes_back_as_it_went(void **state)
{
    struct fixture *f = *state;
    char bytes[70];
    for (size_t i = 0; i < sizeof(bytes); i++)
        bytes[i] = (char)(i * 37 + 200);
    for (size_t len = 0; len <= sizeof(bytes); len++) {
        struct ans_place in = {{bytes, len}, INT64_MAX - (int64_t)len};
        struct ans_place out;
        struct ans_str text = ans_cursor_write(f->arena, in);
        for (size_t i = 0; i < text.len; i++)
            assert_non_null(strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                   "abcdefghijklmnopqrstuvwxyz0123456789-_",
                                   text.ptr[i]));
        assert_ok(f, ans_cursor_read(f->arena, text, &out, &f->err));
        assert_int_equal(ans_place_cmp(in, out), 0);
    }
}

static void the_newest_members_come_newest_first(void **state)
{
    struct fixture *f = *state;
    struct ans_member late = add(f, (struct who){.name = "Sen"});
    join(f, (struct who){.name = "Ett"});
    join(f, (struct who){.name = "Två"});
    struct ans_member gone = join(f, (struct who){.name = "Tre"});
    assert_ok(f, withdraw(f, &gone, ANS_MEMBER_LEFT));
    assert_ok(f, confirm(f, &late, false));
    add(f, (struct who){.name = "Obekräftad"});
    struct ans_register_page page;
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    assert_ok(f, db);
    assert_ok(f, ans_register_latest(db, 2, f->arena, &page, &f->err));
    assert_str(names(f, &page), "Sen|Två");
    assert_int_equal(page.total, 3);
    assert_ok(f, ans_register_latest(db, 20, f->arena, &page, &f->err));
    assert_str(names(f, &page), "Sen|Två|Ett");
    ans_store_release(f->store, db);
}

static void an_unknown_dimension_cannot_be_counted(void **state)
{
    struct fixture *f = *state;
    query q = {0};
    struct ans_map *out;
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    assert_ok(f, db);
    assert_err(
        f, ans_register_counts(db, &q, "name", NULL, f->arena, &out, &f->err),
        ANS_ERR_INTERNAL);
    ans_store_release(f->store, db);
}

/* Search. */

static void search_finds_names_and_words_within_filters(void **state)
{
    struct fixture *f = *state;
    join(f, (struct who){.name = "Åkerby idrottsförening",
                         .kind = "association",
                         .municipality = "1980",
                         .areas = {"makt"},
                         .words = "simning"});
    join(f, (struct who){.name = "Ängsö idrottsklubb",
                         .kind = "sole-trader",
                         .municipality = "1981",
                         .areas = {"makt-x"}});
    static const struct {
        query q;
        const char *found;
    } cases[] = {
        {{.search = {"idrott", 6}},
         "Åkerby idrottsförening|Ängsö idrottsklubb"},
        {{.search = {"ÅKERBY", 7}}, "Åkerby idrottsförening"},
        {{.search = {"akerby", 6}}, ""}, /* å is a letter of its own */
        {{.search = {"simning", 7}}, "Åkerby idrottsförening"},
        {{.search = {"idrott", 6}, .kind = {"sole-trader", 11}},
         "Ängsö idrottsklubb"},
        {{.search = {"idrott", 6}, .municipality = {"1980", 4}},
         "Åkerby idrottsförening"},
        {{.search = {"idrott", 6}, .area = {"makt", 4}},
         "Åkerby idrottsförening"},
        {{.search = {"idrott", 6},
          .area = {"makt", 4},
          .municipality = {"1981", 4}},
         ""},
        {{.search = {"idrott", 6}, .area = {"Ö'\") OR *", 11}}, ""},
        {{.search = {"amakt", 5}}, ""}, /* filters are no words */
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_register_page page = list(f, cases[i].q);
        assert_str(names(f, &page), cases[i].found);
        assert_int_equal(page.total, page.count);
    }
}

static void a_search_without_a_word_of_three_letters_is_refused(void **state)
{
    struct fixture *f = *state;
    static const char *const short_ones[] = {"a", "åä", "ab cd", "***", "  "};
    for (size_t i = 0; i < ANS_COUNT(short_ones); i++)
        assert_err(f,
                   try_list(f, (query){.search = ans_str_from(short_ones[i])}),
                   ANS_ERR_INPUT);
}

static void hits_are_paged_in_swedish_order_both_ways(void **state)
{
    struct fixture *f = *state;
    static const char *const shuffled[] = {"Östra byn", "Norra byn", "Åre byn",
                                           "Vadet byn", "Alla byn"};
    for (size_t i = 0; i < ANS_COUNT(shuffled); i++)
        join(f, (struct who){.name = shuffled[i]});
    query q = {.search = ANS_STR("byn"), .limit = 2};
    struct ans_register_page one = list(f, q);
    assert_str(names(f, &one), "Alla byn|Norra byn");
    assert_int_equal(one.previous.len, 0);
    q.after = one.next;
    struct ans_register_page two = list(f, q);
    assert_str(names(f, &two), "Vadet byn|Åre byn");
    q.after = two.next;
    struct ans_register_page three = list(f, q);
    assert_str(names(f, &three), "Östra byn");
    assert_int_equal(three.next.len, 0);
    assert_int_equal(three.total, 5);
    query back = {.search = q.search, .limit = 2, .before = three.previous};
    two = list(f, back);
    assert_str(names(f, &two), "Vadet byn|Åre byn");
    back.before = two.previous;
    one = list(f, back);
    assert_str(names(f, &one), "Alla byn|Norra byn");
    assert_int_equal(one.previous.len, 0);
}

static void too_many_hits_have_no_count_but_a_list(void **state)
{
    struct fixture *f = *state;
    query q = {.search = ANS_STR("byn")};
    join_many(f, 0, ANS_SEARCH_MOST);
    assert_int_equal(list(f, q).total, ANS_SEARCH_MOST);
    join(f, (struct who){.name = "Byn sist"});
    struct ans_register_page page = list(f, q);
    assert_int_equal(page.total, -1);
    assert_int_equal(page.count, 50);
}

/* Another version of ICU. */

static bool shuffle_job(struct ans_db *db, void *context, struct ans_err *err)
{
    struct ans_member *members = context;
    static char keys[3][2] = {"c", "a", "b"};
    for (size_t i = 0; i < 3; i++) {
        struct ans_str key = {keys[i], 1};
        struct ans_stmt *st = ans_stmt_get(
            db, "UPDATE member SET name_key = ? WHERE id = ?", err);
        ans_stmt_bind_blob(st, 1, key);
        ans_stmt_bind_int(st, 2, members[i].id);
        if (!ans_stmt_run(st, err) ||
            (members[i].state == ANS_MEMBER_PUBLIC &&
             !ans_entries_move(db, &members[i], key, err)))
            return false;
    }
    return true;
}

static void sort_keys_of_another_version_are_made_anew(void **state)
{
    struct fixture *f = *state;
    struct ans_member members[3] = {
        join(f, (struct who){.name = "Ett", .areas = {"makt"}}),
        join(f, (struct who){.name = "Två", .areas = {"makt"}}),
        add(f, (struct who){.name = "Tre"}),
    };
    assert_ok(f, ans_store_write(f->store, shuffle_job, members, &f->err));
    query q = {.area = ANS_STR("makt")};
    struct ans_register_page page = list(f, q);
    assert_str(names(f, &page), "Två|Ett");
    const _Atomic uint64_t *generation = ans_store_generation(f->store);
    uint64_t before = *generation;
    reindex(f);
    assert_int_not_equal(*generation, before);
    page = list(f, q);
    assert_str(names(f, &page), "Ett|Två");
    assert_int_equal(page.total, 2);
    assert_ok(f, confirm(f, &members[2], false));
    page = list(f, (query){0});
    assert_str(names(f, &page), "Ett|Tre|Två");
    assert_int_equal(
        atoi(cell(f, "SELECT value FROM meta WHERE key = 'text_version'").ptr),
        ans_text_version());
}

static void sort_keys_of_this_version_are_left_alone(void **state)
{
    struct fixture *f = *state;
    reindex(f);
    struct ans_member members[3] = {
        join(f, (struct who){.name = "Ett"}),
        join(f, (struct who){.name = "Två"}),
        add(f, (struct who){.name = "Tre"}),
    };
    assert_ok(f, ans_store_write(f->store, shuffle_job, members, &f->err));
    uint64_t jobs = ans_store_figures(f->store).jobs;
    reindex(f);
    assert_int_equal(ans_store_figures(f->store).jobs, jobs);
    struct ans_register_page page = list(f, (query){0});
    assert_str(names(f, &page), "Två|Ett");
    assert_ok(f, run(f, "UPDATE meta SET value = 'nonsense'"));
    reindex(f);
    page = list(f, (query){0});
    assert_str(names(f, &page), "Ett|Två");
}

static void reindexing_goes_on_where_it_stopped(void **state)
{
    struct fixture *f = *state;
    add_many(f, 0, 450);
    assert_ok(f, run(f, "UPDATE member SET name_key = x'01'"));
    const char *left = "SELECT count(*) FROM member WHERE name_key = x'01'";
    bool more = false;
    assert_ok(f, ans_register_reindex(f->store, &more, &f->err));
    assert_true(more);
    assert_str(cell(f, left), "250");
    ans_store_close(f->store);
    open_store(f);
    assert_int_equal(reindex(f), 2);
    assert_str(cell(f, left), "0");
    assert_int_equal(reindex(f), 1);
    /* The next version begins at the beginning. */
    assert_ok(f, run(f, "UPDATE member SET name_key = x'01'"));
    assert_ok(f, run(f, "UPDATE meta SET value = '1'"));
    assert_int_equal(reindex(f), 3);
    assert_str(cell(f, left), "0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        T(an_empty_register_is_a_page_of_nothing),
        T(members_stand_in_swedish_order),
        T(members_of_one_name_stand_in_the_order_they_came),
        T(a_page_has_its_members_facts_but_not_their_answers),
        T(an_area_named_twice_counts_once),
        T(a_page_has_fifty_members_and_never_over_two_hundred),
        T(a_search_keeps_to_a_county),
        T(before_the_second_page_is_the_whole_first_page),
        T(a_cursor_past_the_end_is_an_empty_page),
        T(a_monstrous_name_has_a_cursor_of_ordinary_length),
        T(what_is_no_cursor_is_refused),
        T(a_cursor_comes_back_as_it_went),
        T(the_newest_members_come_newest_first),
        T(an_unknown_dimension_cannot_be_counted),
        T(search_finds_names_and_words_within_filters),
        T(a_search_without_a_word_of_three_letters_is_refused),
        T(hits_are_paged_in_swedish_order_both_ways),
        T(too_many_hits_have_no_count_but_a_list),
        T(sort_keys_of_another_version_are_made_anew),
        T(sort_keys_of_this_version_are_left_alone),
        T(reindexing_goes_on_where_it_stopped),
#undef T
    };
    return cmocka_run_group_tests_name("member_list", tests, NULL, NULL);
}
