/* One mistake at a time in a sound county: the fault, its line, its code. */
#include "county/mistake.h"

static void a_sound_county_has_no_fault(void **state)
{
    (void)state;
    struct mittlan m = {0};
    mittlan_build(&m, NULL, NULL, NULL);
    for (size_t i = 0; i < m.faults.count; i++)
        print_error("%.*s\n", ANS_STR_ARG(mittlan_fault(&m, i, "sv")));
    assert_int_equal(m.faults.count, 0);
    assert_non_null(m.county);
    mittlan_free(&m);
}

static void words_and_values_are_judged_by_the_vocabulary(void **state)
{
    static const struct mistake mistakes[] = {
        {"county.lua",
         "  code =", "  cod = \"1\",\n  code =", "county.lua:3: unknown-word"},
        {"county.lua", "  name =", "  naem =", "county.lua:2: unknown-word"},
        {"county.lua", "  name = \"Mittläns län\",", "",
         "county.lua:1: missing-required"},
        {"county.lua", "\"Mittläns län\"", "\"  \"",
         "county.lua:2: empty-text"},
        {"county.lua", "\"Mittläns län\"", "7", "county.lua:2: wrong-type"},
        {"county.lua", "\"important\"", "\"importent\"",
         "county.lua:9: wrong-choice"},
        {"county.lua", "\"important\"", "\"x\"", "county.lua:9: wrong-choice"},
        {"county.lua", "until_further_notice = true",
         "until_further_notice = \"true\"", "county.lua:12: wrong-type"},
        {"county.lua", "\"2026-05-11 17:00\"", "\"11 maj\"",
         "county.lua:11: wrong-value"},
        {"county.lua", "\"#005b52\"", "\"green\"",
         "county.lua:18: wrong-value"},
        {"county.lua", "\"010-000 00 00\"", "\"växeln\"",
         "county.lua:16: wrong-value"},
        {"county.lua", "phone = \"010-000 00 00\"", "email = \"a@b\"",
         "county.lua:16: wrong-value"},
        {"county.lua", "times_a_year = 4", "times_a_year = 0",
         "county.lua:34: out-of-range"},
        {"county.lua", "times_a_year = 4", "times_a_year = 1.5",
         "county.lua:34: wrong-type"},
        {"county.lua", "\"2020-04\"", "\"2020-13\"",
         "county.lua:35: wrong-value"},
        {"county.lua", "{ \"sv\", \"en\" }", "{ \"sv\", \"en\", \"sv\" }",
         "county.lua:5: duplicate-value"},
        {"county.lua", "{ \"sv\", \"en\" }", "{ \"sv\", \"en\", \"xx\" }",
         "county.lua:5: wrong-choice"},
        {"county.lua", "order = {", "order = {}, title = { sv = \"A\" }, --",
         "county.lua:26: wrong-type"},
        {"strategy.lua", "period = {", "period = { when = \"2024\" }, --",
         "strategy.lua:3: wrong-value"},
        {"strategy.lua", "by = \"2027-12\"", "by = 2027.5",
         "strategy.lua:11: wrong-type"},
        {"join.lua", "keep = \"2 years after leaving\"", "keep = \"for ever\"",
         "join.lua:18: wrong-value"},
        {"join.lua", "from = \"2015-01-01\"", "from = \"2015\"",
         "join.lua:31: wrong-value"},
        {"join.lua", "to = \"2030-06\"", "to = \"2030-06-01\"",
         "join.lua:32: wrong-value"},
        {"join.lua", "decimals = 1", "decimals = 7",
         "join.lua:30: out-of-range"},
        {"join.lua", "from = 0, to = 100", "from = \"0\"",
         "join.lua:30: wrong-type"},
        {"join.lua",
         "shown_when = any_of { chose(\"size\", \"large\"), "
         "function }",
         "shown_when = true", "join.lua:35: wrong-type"},
        {"join.lua", "label = \"Kommun\"", "label = nil",
         "join.lua:12: missing-quotes"},
    };
    (void)state;
    CHECK_ALL(mistakes);
}

static void a_word_stands_where_it_belongs(void **state)
{
    static const struct mistake mistakes[] = {
        {"county.lua", "  owner \"lansstyrelsen\"",
         "  step \"x\" { title = "
         "\"X\" },\n  owner \"lansstyrelsen\"",
         "county.lua:15: wrong-place"},
        {"more.lua", "", "area \"fri\" { title = \"Fri\" }",
         "more.lua:1: wrong-place"},
        {"more.lua", "", "\nkind_is \"region\"", "more.lua:2: wrong-place"},
        {"more.lua", "", "national_goal \"x\" { title = \"X\", text = \"X\" }",
         "more.lua:1: wrong-place"},
        {"more.lua", "", "county \"x\" { name = \"X\" }",
         "more.lua:1: too-many"},
        {"county.lua", "newsletter {", "newsletter \"x\" {",
         "county.lua:34: bad-id"},
        {"welcome.lua", "newsletter \"brev\"", "newsletter",
         "welcome.lua:4: missing-required"},
        {"welcome.lua", "title = \"Märke\"", "title = \"Märke\", \"extra\"",
         "welcome.lua:2: stray-value"},
        {"join.lua", "question.text \"text\"",
         "question.consent \"ok\" { label = \"Ok\" }, question.text \"text\"",
         "join.lua:40: wrong-place"},
        {"join.lua", "question.year \"year\" {",
         "question.group \"inner\" { label = \"I\" }, question.year \"year\" {",
         "join.lua:41: wrong-place"},
        {"more.lua", "", "alert \"x\"", "more.lua:1: not-finished"},
    };
    (void)state;
    CHECK_ALL(mistakes);
}

static void fields_belong_to_types_of_questions(void **state)
{
    static const struct mistake mistakes[] = {
        {"join.lua", "label = \"Anställda\"",
         "label = \"Anställda\", longest = 3", "join.lua:34: wrong-field"},
        {"join.lua", "least = 1, most = 3", "decimals = 2",
         "join.lua:23: wrong-field"},
        {"join.lua", "label = \"Vad är ni?\"",
         "label = \"Vad?\", shown_when = answered \"name\"",
         "join.lua:9: wrong-field"},
        {"welcome.lua", "title = \"Brevet\"",
         "title = \"Brevet\", licence = \"Fri\"", "welcome.lua:4: wrong-field"},
        {"join.lua", "longest = 200", "shown_when = answered \"name\"",
         "join.lua:40: wrong-field"},
    };
    (void)state;
    CHECK_ALL(mistakes);
}

static void ids_are_well_formed_and_come_once(void **state)
{
    static const struct mistake mistakes[] = {
        {"join.lua", "\"share\"", "\"Share\"", "join.lua:30: bad-id"},
        {"join.lua", "\"share\"", "\"1share\"", "join.lua:30: bad-id"},
        {"join.lua", "\"share\"", "\"a.b\"", "join.lua:30: bad-id"},
        {"join.lua", "\"share\"",
         "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"",
         "join.lua:30: bad-id"},
        {"join.lua", "\"share\"", "\"name\"", "join.lua:30: duplicate-id"},
        {"join.lua", "\"ni\"", "\"spara\"", "join.lua:6: bad-id"},
        {"join.lua", "\"vill\"", "\"ni\"", "join.lua:21: duplicate-id"},
        {"county.lua", "\"9902\"", "\"9901\"", "county.lua:23: duplicate-id"},
        {"county.lua", "\"9902\"", "\"1902\"",
         "county.lua:23: municipality-code"},
        {"county.lua", "\"9902\"", "\"99022\"",
         "county.lua:23: municipality-code"},
        {"county.lua", "county \"mittlan\"", "county \"annat\"",
         "county.lua:1: bad-id"},
        {"more.lua", "", "municipality \"9902\" \"Till\"",
         "more.lua:1: duplicate-id"},
        {"strategy.lua", "area \"vald\"", "area \"makt\"",
         "strategy.lua:15: duplicate-id"},
    };
    (void)state;
    CHECK_ALL(mistakes);
}

static void references_lead_to_what_exists(void **state)
{
    static const struct mistake mistakes[] = {
        {"strategy.lua", "\"power\"", "\"powre\"",
         "strategy.lua:7: unknown-reference"},
        {"strategy.lua", "files/strategi.pdf", "files/strategy.pdf",
         "strategy.lua:4: unknown-reference"},
        {"county.lua", "files/symbol.svg", "files/symbl.svg",
         "county.lua:20: unknown-reference"},
        {"county.lua", "files/symbol.svg", "files/foto.jpg",
         "county.lua:20: file-type"},
        {"county.lua", "texts/varfor.md", "texts/varför.md",
         "county.lua:29: unknown-reference"},
        {"county.lua", "texts/varfor.md", "files/foto.jpg",
         "county.lua:29: file-type"},
        {"county.lua", "texts/varfor.md", "texts/tom.md",
         "county.lua:29: empty-text"},
        {"county.lua", "texts/varfor.md", "texts/lank.md",
         "texts/lank.md:1: broken-link"},
        {"county.lua", "/sidor/om", "/sidor/omm", "county.lua:30: broken-link"},
        {"county.lua", "/sidor/om", "/strategy", "county.lua:30: broken-link"},
        {"county.lua", "/sidor/om", "/filer/x.pdf",
         "county.lua:30: broken-link"},
        {"county.lua", "https://www.smhi.se/", "https://smhi",
         "county.lua:13: wrong-value"},
        {"county.lua", "https://www.smhi.se/", "javascript:alert(1)",
         "county.lua:13: wrong-value"},
        {"county.lua", "\"varfor\", \"areas\"", "\"varfor\", \"arear\"",
         "county.lua:26: unknown-reference"},
        {"join.lua", "chose(\"size\", \"large\")", "chose(\"sise\", \"large\")",
         "join.lua:35: unknown-reference"},
        {"join.lua", "chose(\"size\", \"large\")", "chose(\"size\", \"lagre\")",
         "join.lua:35: never-true"},
        {"join.lua", "chose(\"size\", \"large\")",
         "answered(\"share\", \"200\")", "join.lua:35: never-true"},
        {"join.lua", "chose(\"size\", \"large\")",
         "answered(\"town\", \"9909\")", "join.lua:35: unknown-reference"},
        {"join.lua", "kind_is \"region\"", "kind_is \"regon\"",
         "join.lua:13: unknown-reference"},
        {"join.lua", "kind_is \"region\"", "kind_is \"state\"",
         "join.lua:13: never-true"},
        {"join.lua", "kind_is \"region\"", "answered \"share\"",
         "join.lua:13: wrong-rule"},
        {"join.lua", "kind_is \"region\"", "answered \"town\"",
         "join.lua:13: wrong-rule"},
        {"join.lua", "kind_is \"region\"", "any_of {}",
         "join.lua:13: wrong-rule"},
        {"join.lua", "kind_is \"region\"", "chose \"size\"",
         "join.lua:13: wrong-rule"},
        {"welcome.lua", "\"makt\"", "\"makten\"",
         "welcome.lua:7: unknown-reference"},
        {"join.lua", "default = \"small\"", "default = \"smal\"",
         "join.lua:28: wrong-default"},
        {"join.lua", "\"association\" }", "\"associaton\" }",
         "join.lua:5: wrong-choice"},
    };
    (void)state;
    CHECK_ALL(mistakes);
}

static void texts_are_whole(void **state)
{
    static const struct mistake mistakes[] = {
        {"county.lua", "{ sv = \"Ett jämställt Mittlän\", en =", "{ en =",
         "county.lua:4: missing-translation"},
        {"county.lua", "en = \"Equal Mittlän\"", "fi = \"Mittlän\"",
         "county.lua:4: unknown-language"},
        {"county.lua", "Om {brand}.", "Om {brnad}.",
         "county.lua:33: unknown-placeholder"},
        {"county.lua", "Om {brand}.", "Om {name}.",
         "county.lua:33: unknown-placeholder"},
        {"county.lua", "Om {brand}.", "Om {brand.",
         "county.lua:33: unknown-placeholder"},
        {"county.lua", "Ett jämställt Mittlän", "Ett {county}",
         "county.lua:4: unknown-placeholder"},
        {"county.lua", "\"Om {brand}.\"", "\"texts/om.md\"",
         "county.lua:33: wrong-type"},
        {"texts/varfor.md", "{genitive}", "{genitiv}",
         "texts/varfor.md:3: unknown-placeholder"},
        {"texts/varfor.md", "# Varför", "\n # Varför {",
         "texts/varfor.md:2: unknown-placeholder"},
        {"texts/brev.en.md", "{date}", "{day}",
         "texts/brev.en.md:1: unknown-placeholder"},
        {"county.lua", "\"Varför?\"",
         "\"Var\x01\xff"
         "för?\"",
         "county.lua:28: bad-characters"},
        {"join.lua", "label = \"Kommun\"", "label = by_kind { region = \"R\" }",
         "join.lua:12: missing-required"},
        {"join.lua", "label = \"Kommun\"",
         "label = by_kind { regon = \"R\", otherwise = \"A\" }",
         "join.lua:12: unknown-reference"},
        {"join.lua", "label = \"Kommun\"", "label = text \"texts/varfor.md\"",
         "join.lua:12: wrong-type"},
    };
    (void)state;
    CHECK_ALL(mistakes);
}

static void times_and_limits_are_in_order(void **state)
{
    static const struct mistake mistakes[] = {
        {"county.lua", "until_further_notice = true",
         "until_further_notice = false", "county.lua:8: alert-no-end"},
        {"county.lua", "until_further_notice = true",
         "until_further_notice = true, to = \"2026-06-01\"",
         "county.lua:8: alert-no-end"},
        {"county.lua", "until_further_notice = true", "to = \"2026-05-10\"",
         "county.lua:12: dates-order"},
        {"strategy.lua", "from = \"2026\"", "from = \"2028\"",
         "strategy.lua:5: dates-order"},
        {"join.lua", "from = 0, to = 100", "from = 101, to = 100",
         "join.lua:30: limits-order"},
        {"join.lua", "from = 2024", "from = 2040", "join.lua:41: limits-order"},
        {"join.lua", "least = 1, most = 3", "least = 4, most = 3",
         "join.lua:23: limits-order"},
        {"join.lua", "longest = 200", "longest = 200, shortest = 201",
         "join.lua:40: limits-order"},
    };
    (void)state;
    CHECK_ALL(mistakes);
}

static void a_form_has_what_the_portal_needs(void **state)
{
    static const struct mistake mistakes[] = {
        {"join.lua", "question.name \"name\"", "question.text \"name\"",
         "join.lua:1: missing-question"},
        {"join.lua", "  act =", "  review = true,\n  act =",
         "join.lua:2: missing-required"},
        {"join.lua", "question.organisation_number", "question.name",
         "join.lua:10: too-many"},
        {"join.lua", "label = \"Vad är ni?\"",
         "label = \"Vad?\", required = false", "join.lua:9: wrong-value"},
        {"join.lua", "question.email \"email\"", "question.phone \"email\"",
         "join.lua:1: missing-question"},
        {"join.lua", "label = \"E-post\"",
         "label = \"E-post\", shown_when = answered \"name\"",
         "join.lua:16: missing-question"},
        {"join.lua", "label = \"E-post\"",
         "label = \"E-post\", required = false", "join.lua:16: wrong-value"},
        {"join.lua", "label = \"E-post\"",
         "label = \"E-post\", personal = false", "join.lua:16: personal-data"},
        {"join.lua", "purpose = \"Vi skriver hit.\",", "",
         "join.lua:15: personal-data"},
        {"join.lua", "keep = \"2 years after leaving\",", "",
         "join.lua:15: personal-data"},
        {"join.lua", "longest = 200",
         "personal = true, keep = \"with "
         "membership\"",
         "join.lua:40: personal-data"},
    };
    (void)state;
    CHECK_ALL(mistakes);
}

static void colours_must_be_readable(void **state)
{
    static const struct mistake mistakes[] = {
        {"county.lua", "#005b52", "#ffff00", "county.lua:18: theme-contrast"},
        {"county.lua", "#F2B705", "#202020", "county.lua:19: theme-contrast"},
    };
    (void)state;
    CHECK_ALL(mistakes);
}

static void codes_hosts_and_numbers_have_their_form(void **state)
{
    static const struct mistake mistakes[] = {
        {"county.lua", "jamstallt.mittlan.example", "https://jamstallt.example",
         "county.lua:6: wrong-value"},
        {"county.lua", "802000-0009", "802000-0008",
         "county.lua:7: wrong-value"},
        {"county.lua", "802000-0009", "8020000009x",
         "county.lua:7: wrong-value"},
    };
    (void)state;
    CHECK_ALL(mistakes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sound_county_has_no_fault),
        cmocka_unit_test(words_and_values_are_judged_by_the_vocabulary),
        cmocka_unit_test(a_word_stands_where_it_belongs),
        cmocka_unit_test(fields_belong_to_types_of_questions),
        cmocka_unit_test(ids_are_well_formed_and_come_once),
        cmocka_unit_test(references_lead_to_what_exists),
        cmocka_unit_test(texts_are_whole),
        cmocka_unit_test(times_and_limits_are_in_order),
        cmocka_unit_test(a_form_has_what_the_portal_needs),
        cmocka_unit_test(colours_must_be_readable),
        cmocka_unit_test(codes_hosts_and_numbers_have_their_form),
    };
    return cmocka_run_group_tests_name("county faults", tests, NULL, NULL);
}
