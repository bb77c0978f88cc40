/* What a sound county becomes, and what several faults at once do. */
#include "county/mittlan.h"

static struct ans_str said(const struct ans_text *text, const char *lang)
{
    return ans_text_in(text, ans_str_from(lang)).str;
}

static int setup(void **state)
{
    struct mittlan *m = calloc(1, sizeof *m);
    if (!m)
        return -1;
    mittlan_build(m, NULL, NULL, NULL);
    *state = m;
    return m->county ? 0 : -1;
}

static int teardown(void **state)
{
    mittlan_free(*state);
    free(*state);
    return 0;
}

static const struct ans_county *county_of(void **state)
{
    return ((struct mittlan *)*state)->county;
}

static void fields_stand_in_the_county(void **state)
{
    const struct ans_county *c = county_of(state);
    assert_str(c->node.id, "mittlan");
    assert_str(c->slug, "mittlan");
    assert_str(c->version, "5eed");
    assert_str(c->code, "99");
    assert_int_equal(c->languages.count, 2);
    assert_str(c->languages.items[0], "sv");
    assert_str(said(&c->brand, "en"), "Equal Mittlän");
    assert_int_equal(c->alerts.count, 1);
    const struct ans_alert *a = ANS_AT(ans_alert, c->alerts, 0);
    assert_str(a->grade, "important");
    assert_true(a->until_further_notice);
    assert_int_equal(a->to, 0);
    assert_int_equal(a->from, 1778511600000); /* 17.00 summer time */
    assert_int_equal(a->node.line, 8);
    assert_str(a->node.file, "county.lua");
    const struct ans_link *link = ANS_AT(ans_link, a->links, 0);
    assert_str(said(&link->label, "sv"), "Läs om brandrisken");
    assert_str(link->to, "https://www.smhi.se/");
    assert_str(c->theme->accent, "#f2b705");
    assert_int_equal(c->newsletter->times_a_year, 4);
    const struct ans_publication *p =
        ANS_AT(ans_publication, c->publications, 0);
    assert_int_equal(p->finished.month, 4);
    assert_int_equal(p->finished.day, 0);
    assert_int_equal(c->national.count, 3);
}

static void what_was_not_said_is_derived(void **state)
{
    const struct ans_county *c = county_of(state);
    const struct ans_strategy *s = ANS_AT(ans_strategy, c->strategies, 0);
    assert_str(said(&c->genitive, "sv"), "Mittläns läns");
    assert_str(said(&c->home->title, "sv"), "Ett jämställt Mittlän");
    assert_str(said(&c->home->title, "en"), "Equal Mittlän");
    assert_str(said(&ANS_AT(ans_area, s->areas, 0)->title, "sv"), "Makt");
    assert_str(said(&ANS_AT(ans_process, s->processes, 0)->title, "sv"),
               "Planering");
    assert_str(said(&c->join->title, "sv"), "Anslut er");
    assert_str(said(&c->join->letter_title, "sv"), "Ett jämställt Mittlän");
    assert_str(said(&c->welcome->title, "sv"), "Ett jämställt Mittlän");
    assert_str(c->theme->hero, "circles");
    const struct ans_question *name = ans_join_question_of(c->join, ANS_Q_NAME);
    assert_str(said(&name->label, "sv"), "Vad heter ni?");
    assert_str(said(&name->profile, "sv"), "Namn");
    assert_str(said(&name->report, "sv"), "Namn");
    assert_true(name->required);
    assert_true(name->public);
    assert_str(name->keep, "with membership");
}

static void a_county_without_home_gets_one(void **state)
{
    (void)state;
    struct mittlan m = {0};
    const char *home = strstr(mittlan_county, "home {");
    size_t len = (size_t)(strstr(home, "page \"om\"") - home);
    struct ans_arena *arena = ans_arena_new(0);
    mittlan_build(&m, "county.lua",
                  ans_arena_printf(arena, "%.*s", (int)len, home).ptr, "");
    assert_non_null(m.county);
    assert_int_equal(m.county->home->order.count, 11);
    assert_str(m.county->home->order.items[0], "facts");
    assert_str(said(&m.county->home->title, "en"), "Equal Mittlän");
    ans_arena_free(arena);
    mittlan_free(&m);
}

static void questions_have_their_limits(void **state)
{
    const struct ans_join *j = county_of(state)->join;
    const struct ans_question *q = ans_join_question(j, ANS_STR("share"));
    assert_true(q->has_from && q->has_to);
    assert_true(q->from == 0 && q->to == 100);
    assert_int_equal(q->decimals, 1);
    assert_false(q->public);
    assert_false(q->required);
    q = ans_join_question(j, ANS_STR("decided"));
    assert_true(q->has_from && !q->has_to);
    assert_true(q->from == 16436); /* 2015-01-01 */
    q = ans_join_question(j, ANS_STR("begin"));
    assert_true(q->to == 22066); /* 2030-06-01 */
    q = ans_join_question(j, ANS_STR("focus"));
    assert_int_equal(q->least, 1);
    assert_int_equal(q->most, 3);
    assert_true(q->public);
    q = ans_join_question(j, ANS_STR("size"));
    assert_str(q->default_value, "small");
    assert_str(said(&ans_question_option(q, ANS_STR("large"))->label, "en"),
               "Large");
    q = ans_join_question(j, ANS_STR("email"));
    assert_true(q->personal);
    assert_true(q->required);
    assert_false(q->public);
}

static void a_group_says_what_is_public(void **state)
{
    const struct ans_question *group =
        ans_join_question(county_of(state)->join, ANS_STR("goals"));
    assert_int_equal(group->questions.count, 2);
    assert_true(ANS_AT(ans_question, group->questions, 0)->public);
    assert_false(ANS_AT(ans_question, group->questions, 1)->public);
    assert_int_equal(ANS_AT(ans_question, group->questions, 0)->type,
                     ANS_Q_TEXT);
}

static void a_private_group_has_no_public_part(void **state)
{
    (void)state;
    struct mittlan m = {0};
    mittlan_build(&m, "join.lua", "      public = true,\n", "");
    const struct ans_question *group =
        ans_join_question(m.county->join, ANS_STR("goals"));
    assert_false(ANS_AT(ans_question, group->questions, 0)->public);
    mittlan_free(&m);
}

static void rules_name_the_kind_question(void **state)
{
    const struct ans_county *c = county_of(state);
    const struct ans_rule *r =
        &ans_join_question(c->join, ANS_STR("town"))->shown_when;
    assert_int_equal(r->op, ANS_RULE_NONE);
    assert_int_equal(r->count, 2);
    assert_int_equal(r->rules[0].op, ANS_RULE_ANSWERED);
    assert_str(r->rules[0].question, "kind");
    assert_str(r->rules[0].values.items[0], "region");
    assert_int_equal(r->line, 13);
    r = &ans_join_question(c->join, ANS_STR("staff"))->shown_when;
    assert_int_equal(r->rules[1].op, ANS_RULE_FUNCTION);
    assert_int_equal(r->rules[1].function, 7);
    r = &ans_welcome_item(c->welcome, ANS_STR("chefer"))->offered_when;
    assert_int_equal(r->op, ANS_RULE_ALL);
    assert_str(r->rules[1].question, "focus");
}

static void texts_come_from_files_in_each_language(void **state)
{
    const struct ans_county *c = county_of(state);
    assert_true(c->join->letter.markdown);
    assert_str(said(&c->join->letter, "sv"),
               "Vi, {name}, den {date}: {areas} i Ett jämställt Mittlän.");
    assert_str(said(&c->join->letter, "en"),
               "We, {name}, on {date}: {areas} in Equal Mittlän.");
    const struct ans_section *section =
        ANS_AT(ans_section, c->home->sections, 0);
    assert_str(said(&section->text, "sv"),
               "# Varför\n\nDärför, i Mittläns läns kommuner.");
    const struct ans_page *page = ans_county_page(c, ANS_STR("om"));
    assert_false(page->text.markdown);
    assert_str(said(&page->text, "sv"), "Om Ett jämställt Mittlän.");
    assert_str(said(&ANS_AT(ans_owner, c->owners, 0)->name, "sv"),
               "Länsstyrelsen i Mittläns län");
    const struct ans_strategy *s = ANS_AT(ans_strategy, c->strategies, 0);
    const struct ans_link *document = ANS_AT(ans_link, s->documents, 0);
    assert_str(said(&document->label, "sv"), "Hela");
    assert_str(said(&document->label, "en"), "All of it");
}

static void braces_are_written_twice(void **state)
{
    (void)state;
    struct mittlan m = {0};
    mittlan_build(&m, "county.lua", "\"Varför?\"", "\"A {{b} \\\\ {brand}\"");
    assert_non_null(m.county);
    assert_str(
        said(&ANS_AT(ans_section, m.county->home->sections, 0)->title, "sv"),
        "A {b} \\ Ett jämställt Mittlän");
    mittlan_free(&m);
}

static void texts_differ_by_kind(void **state)
{
    (void)state;
    struct mittlan m = {0};
    mittlan_build(&m, "join.lua", "label = \"Kommun\"",
                  "label = by_kind { region = { sv = \"R\", en = \"Ren\" }, "
                  "otherwise = \"Kommun\" }");
    assert_non_null(m.county);
    const struct ans_text *label =
        &ans_join_question(m.county->join, ANS_STR("town"))->label;
    struct ans_str region = ANS_STR("region"), state_kind = ANS_STR("state");
    assert_str(ans_text_for(label, ANS_STR("en"), region).str, "Ren");
    assert_str(ans_text_for(label, ANS_STR("fi"), region).str, "R");
    assert_str(ans_text_for(label, ANS_STR("en"), state_kind).str, "Kommun");
    mittlan_free(&m);
}

static void one_name_stands_for_two_words_by_place(void **state)
{
    const struct ans_county *c = county_of(state);
    const struct ans_item *item = ans_welcome_item(c->welcome, ANS_STR("brev"));
    assert_int_equal(item->kind, ANS_ITEM_NEWSLETTER);
    assert_true(item->offer);
    assert_false(ANS_AT(ans_item, c->welcome->items, 0)->offer);
    assert_str(said(&c->newsletter->name, "sv"), "Brevet");
    assert_ptr_not_equal(item->node.word, c->newsletter->node.word);
}

static void a_day_ends_when_the_next_begins(void **state)
{
    (void)state;
    struct mittlan m = {0};
    mittlan_build(&m, "county.lua", "until_further_notice = true",
                  "to = \"2026-06-01\"");
    assert_non_null(m.county);
    assert_int_equal(ANS_AT(ans_alert, m.county->alerts, 0)->to,
                     1780351200000); /* 2026-06-02 00.00 summer time */
    mittlan_free(&m);
}

/* The county's own newsletter and the offer of it share a name, not a
 * struct. */
static void an_offered_newsletter_has_links_of_its_own(void **state)
{
    (void)state;
    struct mittlan m = {0};
    mittlan_build(&m, "welcome.lua", "title = \"Brevet\"",
                  "title = \"Brevet\", link \"Läs\" { to = \"/\" }");
    assert_non_null(m.county);
    const struct ans_item *item =
        ans_welcome_item(m.county->welcome, ANS_STR("brev"));
    assert_int_equal(item->links.count, 1);
    assert_string_equal(ANS_AT(ans_link, item->links, 0)->to.ptr, "/");
    assert_int_equal(item->because.count, 0);
    mittlan_free(&m);
}

static void links_may_lead_to_every_page(void **state)
{
    static const char *const links[] = {"/",
                                        "/strategi",
                                        "/anslut#paket",
                                        "/anslutna?sida=2",
                                        "/en/sidor/om",
                                        "/anslutna.csv",
                                        "/en",
                                        "/sidor/om",
                                        "/filer/foto.jpg",
                                        "mailto:a@b.example",
                                        "tel:+46100000000",
                                        "files/foto.jpg"};
    (void)state;
    for (size_t i = 0; i < ANS_COUNT(links); i++) {
        struct mittlan m = {0};
        mittlan_build(&m, "county.lua", "/sidor/om", links[i]);
        if (!m.county)
            print_error("%s\n", links[i]);
        assert_non_null(m.county);
        mittlan_free(&m);
    }
}

/* Several faults of one mistake, or of several, in one run. */
static void expect_faults(const char *path, const char *from, const char *to,
                          const char *const *faults)
{
    struct mittlan m = {0};
    mittlan_build(&m, path, from, to);
    assert_null(m.county);
    size_t i = 0;
    for (; i < m.faults.count && faults[i]; i++)
        assert_str(mittlan_fault(&m, i, NULL), faults[i]);
    assert_null(faults[i]);
    assert_int_equal(m.faults.count, i);
    mittlan_free(&m);
}

static void one_run_lists_all_faults(void **state)
{
    (void)state;
    expect_faults("more.lua", "", "theme { colour = \"#000000\" }",
                  (const char *const[]){"more.lua:1: missing-required",
                                        "more.lua:1: missing-required",
                                        "more.lua:1: too-many", NULL});
    expect_faults("join.lua", "\"large\" {", "\"small\" {",
                  (const char *const[]){"join.lua:27: duplicate-id",
                                        "join.lua:35: never-true", NULL});
    expect_faults("strategy.lua", "to = \"2027\"", "to = \"2023\"",
                  (const char *const[]){"strategy.lua:3: dates-order",
                                        "strategy.lua:5: dates-order", NULL});
    expect_faults("county.lua", "\"99\"", "\"980\"",
                  (const char *const[]){"county.lua:3: county-code",
                                        "county.lua:22: municipality-code",
                                        "county.lua:23: municipality-code",
                                        NULL});
}

/* A folder of scripts instead of the sound county's. */
static void build_only(struct mittlan *m, const char *text)
{
    static struct ans_folder_file files[] = {{{"county.lua", 10}, {"", 0}}};
    m->arena = ans_arena_new(0);
    m->faults.arena = m->arena;
    m->folder = (struct ans_folder){.slug = ANS_STR("mittlan"),
                                    .files = files,
                                    .count = 1,
                                    .version = ANS_STR("0")};
    script_read(m->arena, "county.lua", text, &m->decls);
    m->county =
        ans_county_build(m->arena, &m->decls, &m->folder, NULL, &m->faults);
    ans_faults_sort(&m->faults);
}

static bool has_fault(struct mittlan *m, const char *fault)
{
    for (size_t i = 0; i < m->faults.count; i++)
        if (ans_str_is(mittlan_fault(m, i, NULL), fault))
            return true;
    return false;
}

static void an_empty_folder_lacks_its_county(void **state)
{
    (void)state;
    struct mittlan m = {0};
    build_only(&m, "");
    assert_null(m.county);
    assert_int_equal(m.faults.count, 1);
    assert_str(mittlan_fault(&m, 0, NULL), "county.lua: missing-word");
    mittlan_free(&m);
}

static void what_a_failed_file_may_hold_is_not_missing(void **state)
{
    (void)state;
    struct mittlan m = {0};
    m.decls.partial = true;
    build_only(&m, "join { act = \"A\", letter = \"B\", step \"x\" { title = "
                   "\"X\", question.text \"t\" { label = \"T\", shown_when = "
                   "answered \"u\" } } }");
    assert_null(m.county);
    assert_int_equal(m.faults.count, 0);
    mittlan_free(&m);
}

static void welcome_and_join_go_together(void **state)
{
    (void)state;
    struct mittlan m = {0};
    build_only(&m, "welcome { tool \"x\" { title = \"X\" } }");
    assert_true(has_fault(&m, "county.lua:1: missing-word"));
    mittlan_free(&m);
    build_only(&m, "welcome { tool \"x\" { title = \"X\", offered_when = "
                   "answered \"y\" } }");
    assert_true(has_fault(&m, "county.lua:1: wrong-rule"));
    mittlan_free(&m);
}

/* A rule in a rule in a rule, a hundred deep. */
static void depth_and_size_are_bounded(void **state)
{
    (void)state;
    struct mittlan m = {0};
    struct ans_buf deep = {0};
    ans_buf_add_z(&deep, "welcome { tool \"x\" { title = \"X\", offered_when "
                         "= ");
    for (int i = 0; i < 100; i++)
        ans_buf_add_z(&deep, "any_of { ");
    ans_buf_add_z(&deep, "function");
    for (int i = 0; i < 100; i++)
        ans_buf_add_z(&deep, " }");
    ans_buf_add_z(&deep, " } }");
    ans_buf_add_byte(&deep, 0);
    build_only(&m, deep.ptr);
    bool found = false;
    for (size_t i = 0; i < m.faults.count; i++)
        found |=
            ans_str_is(mittlan_fault(&m, i, NULL), "county.lua:1: too-large");
    assert_true(found);
    ans_buf_free(&deep);
    mittlan_free(&m);
}

/* Rules that share rules: 2^30 of them, were each counted by itself. */
static void shared_rules_do_not_multiply_without_end(void **state)
{
    (void)state;
    struct mittlan m = {0};
    build_only(&m, "welcome { tool \"x\" { title = \"X\", offered_when = "
                   "any_of { function, function } } }");
    struct ans_decl *rule = NULL;
    for (size_t i = 0; i < m.decls.count; i++)
        if (!strcmp(m.decls.items[i]->word->name, "any_of"))
            rule = m.decls.items[i];
    assert_non_null(rule);
    struct ans_decl chain[30];
    struct ans_said_table bodies[30];
    struct ans_said_value lists[30][2];
    for (size_t i = 0; i < ANS_COUNT(chain); i++) {
        chain[i] = *rule;
        bodies[i] = (struct ans_said_table){.list = lists[i], .list_count = 2};
        for (size_t k = 0; k < 2; k++)
            lists[i][k] = (struct ans_said_value){
                .type = i + 1 < ANS_COUNT(chain) ? ANS_SAID_DECL
                                                 : ANS_SAID_FUNCTION,
                .decl = i + 1 < ANS_COUNT(chain) ? &chain[i + 1] : NULL};
        chain[i].body = &bodies[i];
    }
    *rule = chain[0];
    m.faults.count = 0;
    assert_null(
        ans_county_build(m.arena, &m.decls, &m.folder, NULL, &m.faults));
    bool found = false;
    for (size_t i = 0; i < m.faults.count; i++)
        found |= m.faults.items[i].code == ANS_FAULT_TOO_DEEP;
    assert_true(found);
    mittlan_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_stand_in_the_county),
        cmocka_unit_test(what_was_not_said_is_derived),
        cmocka_unit_test(a_county_without_home_gets_one),
        cmocka_unit_test(questions_have_their_limits),
        cmocka_unit_test(a_group_says_what_is_public),
        cmocka_unit_test(a_private_group_has_no_public_part),
        cmocka_unit_test(rules_name_the_kind_question),
        cmocka_unit_test(texts_come_from_files_in_each_language),
        cmocka_unit_test(braces_are_written_twice),
        cmocka_unit_test(texts_differ_by_kind),
        cmocka_unit_test(one_name_stands_for_two_words_by_place),
        cmocka_unit_test(a_day_ends_when_the_next_begins),
        cmocka_unit_test(an_offered_newsletter_has_links_of_its_own),
        cmocka_unit_test(links_may_lead_to_every_page),
        cmocka_unit_test(one_run_lists_all_faults),
        cmocka_unit_test(an_empty_folder_lacks_its_county),
        cmocka_unit_test(what_a_failed_file_may_hold_is_not_missing),
        cmocka_unit_test(welcome_and_join_go_together),
        cmocka_unit_test(depth_and_size_are_bounded),
        cmocka_unit_test(shared_rules_do_not_multiply_without_end),
    };
    return cmocka_run_group_tests_name("county build", tests, setup, teardown);
}
