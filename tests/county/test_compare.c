/* Two counties held against each other: what differs, in words. */
#include "county/mittlan.h"

#include "county/compare.h"

struct change {
    const char *path, *from, *to;
    const char *told; /* all of it, parted by " | " */
};

static struct ans_str differences(struct ans_arena *arena,
                                  const struct ans_county *a,
                                  const struct ans_county *b, const char *lang)
{
    struct ans_county_changes found;
    struct ans_buf text = {0};
    ans_county_compare(arena, a, b, NULL, ans_str_from(lang), &found);
    for (size_t i = 0; i < found.count; i++)
        ans_buf_printf(&text, "%s%.*s", i ? " | " : "",
                       ANS_STR_ARG(ans_county_change_text(
                           arena, &found.items[i], ans_str_from(lang))));
    struct ans_str s = ans_arena_str(arena, ans_buf_str(&text));
    ans_buf_free(&text);
    return s;
}

static void check_change(const struct change *k, const char *lang)
{
    struct mittlan before = {0}, after = {0};
    mittlan_build(&before, NULL, NULL, NULL);
    mittlan_build(&after, k->path, k->from, k->to);
    if (!after.county)
        fail_msg("not sound: %s", k->to);
    struct ans_str told =
        differences(after.arena, before.county, after.county, lang);
    if (!ans_str_is(told, k->told)) {
        print_error("%s\n  told: %.*s\n  want: %s\n", k->to, ANS_STR_ARG(told),
                    k->told);
        fail();
    }
    mittlan_free(&before);
    mittlan_free(&after);
}

static void a_county_does_not_differ_from_itself(void **state)
{
    (void)state;
    check_change(&(struct change){"county.lua", "county", "county", ""}, "sv");
}

static void differences_are_told_in_words(void **state)
{
    static const struct change changes[] = {
        {"join.lua", "name\" { label = \"Vad heter ni?\"",
         "name\" { label = \"Vad kallas ni?\"",
         "«name»: frågan är nu «Vad kallas ni?», förut «Vad heter ni?»"},
        {"join.lua", "label = \"Områden\", required = true",
         "label = \"Områden\"", "«focus»: måste inte längre besvaras"},
        {"join.lua", "question.kind \"kind\" { label = \"Vad är ni?\"",
         "question.kind \"kind\" { label = \"Vad är ni?\", public = false",
         "«kind»: visas inte längre på den anslutnas sida"},
        {"join.lua", "question.number \"share\" {",
         "question.number \"part\" { was = \"share\",",
         "«share» heter nu «part», och svaren följer med"},
        {"join.lua", "question.number \"share\"", "question.number \"part\"",
         "Borttaget: en talfråga «share»: Andel | Nytt: en talfråga "
         "«part»: Andel"},
        {"join.lua", "keep = \"2 years after leaving\"",
         "keep = \"with membership\"",
         "«email»: hur länge svaret sparas är nu «with membership», förut «2 "
         "years after leaving»"},
        {"join.lua", "most = 3", "most = 2",
         "«focus»: högsta antal är nu «2», förut «3»"},
        {"join.lua", "to = \"2030-06\"", "to = \"2031-06\"",
         "«begin»: `to` är nu «juni 2031», förut «juni 2030»"},
        {"join.lua", "text \"text\" { label = \"Mål\", longest = 200",
         "text \"text\" { label = \"Mål\", longest = 100",
         "«goals» → «text»: högsta antal tecken är nu «100», förut «200»"},
        {"join.lua", "option \"small\" \"Små\"", "option \"small\" \"Mindre\"",
         "«size» → «small»: texten är nu «Mindre», förut «Små»"},
        {"join.lua", "\"region\", \"association\" },\n  step",
         "\"region\", \"association\", \"company\" },\n  step",
         "en anslutning: vilka som kan ansluta sig är nu «municipality, "
         "region, association, company», förut «municipality, region, "
         "association»"},
        {"join.lua", "en = \"Large\"", "en = \"Big\"",
         "«size» → «large» (en): texten är nu «Big», förut «Large»"},
        {"county.lua", "\"9902\" \"Österby\"", "\"9903\" \"Åkerby\"",
         "Borttaget: en kommun «9902»: Österby | Nytt: en kommun «9903»: "
         "Åkerby"},
        {"county.lua", "\"9902\" \"Österby\"", "\"9902\" \"Österköping\"",
         "«9902»: namnet är nu «Österköping», förut «Österby»"},
        {"strategy.lua", "to = \"2027\"", "to = \"2028\"",
         "«2024»: perioden är nu «1 januari 2024 – 2028», förut «1 januari "
         "2024 – 2027»"},
        {"strategy.lua", "by = \"2027-12\"", "by = \"2026-12\"",
         "«makt» → «styrelser»: `by` är nu «december 2026», förut «december "
         "2027»"},
        {"welcome.lua", "network \"chefer\"", "support \"chefer\"",
         "«chefer» var ett nätverk och är nu ett stöd"},
        {"welcome.lua", "title = \"Brevet\"",
         "title = \"Brevet\", offer = false",
         "«brev»: ges nu utan att den anslutna behöver tacka ja"},
    };
    (void)state;
    for (size_t i = 0; i < ANS_COUNT(changes); i++)
        check_change(&changes[i], "sv");
}

static void and_in_english(void **state)
{
    static const struct change changes[] = {
        {"join.lua", "keep = \"2 years after leaving\"",
         "keep = \"with membership\"",
         "\"email\": how long the answer is kept is now \"with membership\", "
         "before \"2 years after leaving\""},
        {"strategy.lua", "area \"vald\" {", "area \"fred\" {",
         "Removed: \"2024\" → an area \"vald\": Våld | New: \"2024\" → an "
         "area \"fred\": Våld"},
    };
    (void)state;
    for (size_t i = 0; i < ANS_COUNT(changes); i++)
        check_change(&changes[i], "en");
}

static void a_question_that_moves_is_not_lost(void **state)
{
    static const char moved[] = "    question.email \"email\" {\n"
                                "      label = \"E-post\",\n"
                                "      purpose = \"Vi skriver hit.\",\n"
                                "      keep = \"2 years after leaving\",\n"
                                "    },\n"
                                "  },\n"
                                "  step \"vill\" {\n"
                                "    title = \"Ni vill\",\n";
    static const char there[] = "  },\n"
                                "  step \"vill\" {\n"
                                "    title = \"Ni vill\",\n"
                                "    question.email \"email\" {\n"
                                "      label = \"E-post\",\n"
                                "      purpose = \"Vi skriver hit.\",\n"
                                "      keep = \"2 years after leaving\",\n"
                                "    },\n";
    (void)state;
    check_change(&(struct change){"join.lua", moved, there,
                                  "«email» har flyttats från steget «ni» till "
                                  "«vill»"},
                 "sv");
}

/* Every word and field is held against its like: a county differs from an
 * empty one in all that it says. */
static void nothing_that_a_county_says_is_passed_over(void **state)
{
    (void)state;
    struct mittlan m = {0};
    mittlan_build(&m, NULL, NULL, NULL);
    static const struct ans_county empty_county;
    struct ans_county *empty = ANS_NEW(m.arena, struct ans_county);
    *empty = empty_county;
    empty->node = m.county->node;
    struct ans_county_changes found;
    ans_county_compare(m.arena, empty, m.county, NULL, ANS_STR("sv"), &found);
    static const char *const told[] = {
        "join",  "strategy", "welcome",    "theme",
        "home",  "page",     "newsletter", "publication",
        "alert", "owner",    "contact",    "municipality"};
    for (size_t i = 0; i < ANS_COUNT(told); i++) {
        bool there = false;
        for (size_t k = 0; k < found.count; k++)
            there |= found.items[k].after &&
                     found.items[k].what == ANS_DIFFERS_ADDED &&
                     !strcmp(found.items[k].after->word->name, told[i]);
        if (!there)
            fail_msg("%s is not told of", told[i]);
    }
    mittlan_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_county_does_not_differ_from_itself),
        cmocka_unit_test(differences_are_told_in_words),
        cmocka_unit_test(and_in_english),
        cmocka_unit_test(a_question_that_moves_is_not_lost),
        cmocka_unit_test(nothing_that_a_county_says_is_passed_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
