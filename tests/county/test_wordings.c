/* Texts of the portal that a county says in another way. */
#include "county/texts.h"

#include "check.h"
#include "county/build.h"
#include "county/script.h"

struct trial {
    struct ans_arena *arena;
    struct ans_texts portal;
    struct ans_decls decls;
    struct ans_folder folder;
    struct ans_faults faults;
    const struct ans_county *county; /* NULL: it has other faults, too */
};

static void add(struct trial *t, const char *lang, const char *key,
                const char *str)
{
    struct ans_own_text text = {.key = ans_str_from(key),
                                .str = ans_str_from(str),
                                .file = ANS_STR("lua/texts/sv.lua")};
    ans_texts_add(t->arena, &t->portal, ans_str_from(lang), text);
}

/* The least that is a county, and wordings. */
static void build(struct trial *t, const char *fields, const char *wordings)
{
    *t = (struct trial){.arena = ans_arena_new(0)};
    t->faults.arena = t->arena;
    struct ans_folder_file *files =
        ANS_NEW_ARRAY(t->arena, struct ans_folder_file, 2);
    files[0].path = ANS_STR("county.lua");
    files[1].path = ANS_STR("texts.lua");
    t->folder = (struct ans_folder){.slug = ANS_STR("lan"),
                                    .files = files,
                                    .count = 2,
                                    .version = ANS_STR("5eed")};
    add(t, "sv", "form.next", "Fortsätt");
    add(t, "en", "form.next", "Continue");
    add(t, "sv", "mail.until", "Till {day} hos {brand}.");
    add(t, "sv", "joined.one", "{count} är med");
    add(t, "sv", "joined.other", "{count} är med");
    struct ans_str county = ans_arena_printf(
        t->arena,
        "county \"lan\" { name = \"Länet\", code = \"99\", brand = { sv = "
        "\"Jämnt\", fi = \"Tasan\" }, %s,\n"
        "theme { colour = \"#1d4f73\", accent = \"#f4c542\", symbol = "
        "\"files/s.svg\" } }\n",
        fields);
    script_read(t->arena, "county.lua", county.ptr, &t->decls);
    script_read(t->arena, "texts.lua", wordings, &t->decls);
    t->county = ans_county_build(t->arena, &t->decls, &t->folder, &t->portal,
                                 &t->faults);
}

/* "plural-forms: ..." of the first fault in texts.lua, or "". */
static struct ans_str first_fault(struct trial *t)
{
    for (size_t i = 0; i < t->faults.count; i++) {
        struct ans_fault *f = &t->faults.items[i];
        if (ans_str_is(f->file, "texts.lua"))
            return ans_arena_printf(
                t->arena, "%s %.*s %.*s %.*s", ans_fault_word(f->code),
                ANS_STR_ARG(f->values[0]), ANS_STR_ARG(f->values[1]),
                ANS_STR_ARG(f->values[2]));
    }
    return ANS_STR("");
}

#define LANGUAGES "languages = { \"sv\", \"fi\", \"se\" }"

static void a_wording_is_held_against_the_portals_text(void **state)
{
    (void)state;
    static const struct {
        const char *wording, *fault;
    } cases[] = {
        {"wording \"form.next\" \"Vidare\"", ""},
        {"wording \"form.next\" { text = { fi = \"Jatka\" } }", ""},
        {"wording \"form.next\" \"Vidare i {county}\"", ""},
        {"wording \"mail.until\" \"{brand}: {day}\"", ""},
        {"wording \"form.nxt\" \"Vidare\"", "unknown-text form.nxt form.next "},
        {"wording \"joind\" \"x\"", "unknown-text joind joined "},
        {"wording \"form.next\" { }",
         "missing-required wording form.next text = \"...\""},
        {"wording \"mail.until\" \"Till {day}.\"",
         "missing-placeholder mail.until brand "},
        {"wording \"form.next\" \"Vidare, {name}\"",
         "unknown-placeholder name  brand, county, genitive"},
        {"wording \"form.next\" \"{Vidare\"", "unknown-placeholder text  "},
        {"wording \"form.next\" \"**Vidare**\"", "markdown-here form.next ** "},
        {"wording \"form.next\" \"[Vidare](/x)\"",
         "markdown-here form.next ]( "},
        {"wording \"form.next\" \"<b>Vidare\"", "markdown-here form.next <b> "},
        {"wording \"form.next\" { one = \"a\", other = \"b\" }",
         "plural-forms form.next  "},
        {"wording \"joined\" \"{count} är med\"",
         "plural-forms joined wording \"joined\" { one = \"...\", other = "
         "\"...\" } "},
        {"wording \"joined\" { one = \"En är med\", other = \"{count} är "
         "med\" }",
         ""},
        {"wording \"joined\" { one = \"En är med\", other = \"Flera\" }",
         "missing-placeholder joined count "},
        {"wording \"joined\" { other = \"{count}\" }",
         "plural-forms joined one sv"},
        {"wording \"joined\" { one = { se = \"a\" }, other = { se = "
         "\"{count}\" } }",
         "plural-forms joined two se"},
        {"wording \"joined\" { one = \"a\", two = \"b {count}\", other = "
         "\"{count}\" }",
         "plural-forms joined two sv"},
        {"wording \"form.next\" { text = { de = \"Weiter\" } }",
         "unknown-language de  "},
        {"wording \"form.next\" \"\"", "empty-text text  "},
        {"wording \"form.next\" \"a\" wording \"form.next\" \"b\"",
         "duplicate-id form.next texts.lua:1 "},
        {"wording \"form.next\" { text = by_kind { company = \"a\", otherwise "
         "= \"b\" } }",
         "wrong-type form.next wording \"form.next\" \"Vidare\" "},
        {"wording \"form.next\" \"En text som är åtskilligt längre än den som "
         "den ska stå i stället för, och därför inte får rum\"",
         "too-long form.next 94 80"},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct trial t;
        build(&t, LANGUAGES, cases[i].wording);
        struct ans_str found = first_fault(&t);
        if (!ans_str_is(found, cases[i].fault))
            fail_msg("%s: \"%.*s\", not \"%s\"", cases[i].wording,
                     ANS_STR_ARG(found), cases[i].fault);
        ans_arena_free(t.arena);
    }
}

static void without_the_portals_texts_none_is_judged(void **state)
{
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_decls decls = {0};
    struct ans_folder folder = {.slug = ANS_STR("lan")};
    struct ans_faults faults = {.arena = arena};
    (void)state;
    script_read(arena, "texts.lua", "wording \"form.nxt\" \"x\"", &decls);
    (void)ans_county_build(arena, &decls, &folder, NULL, &faults);
    for (size_t i = 0; i < faults.count; i++)
        assert_false(ans_str_is(faults.items[i].file, "texts.lua"));
    ans_arena_free(arena);
}

static void fallbacks_name_languages_of_the_county(void **state)
{
    (void)state;
    static const struct {
        const char *fields, *fault;
    } cases[] = {
        {"languages = { \"sv\", \"fi\", \"fit\" }, fallback = { fit = { "
         "\"fi\", \"sv\" } }",
         ""},
        {"languages = { \"sv\", \"fi\" }, fallback = { fi = \"sv\" }", ""},
        {"languages = { \"sv\" }, fallback = { fi = \"sv\" }",
         "unknown-language fi"},
        {"languages = { \"sv\", \"fi\" }, fallback = { fi = \"en\" }",
         "unknown-language en"},
        {"languages = { \"sv\", \"fi\" }, fallback = { fi = { \"fi\" } }",
         "duplicate-value fi"},
        {"languages = { \"sv\", \"fi\" }, fallback = { fi = { \"sv\", \"sv\" "
         "} }",
         "duplicate-value sv"},
        {"languages = { \"sv\", \"fi\" }, fallback = \"sv\"",
         "wrong-type fallback"},
        {"languages = { \"sv\", \"fi\" }, fallback = { \"sv\" }",
         "wrong-type fallback"},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct trial t;
        build(&t, cases[i].fields, "");
        bool found = !*cases[i].fault;
        for (size_t k = 0; k < t.faults.count; k++) {
            const struct ans_fault *f = &t.faults.items[k];
            struct ans_str told =
                ans_arena_printf(t.arena, "%s %.*s", ans_fault_word(f->code),
                                 ANS_STR_ARG(f->values[0]));
            bool language = ans_str_starts(told, ANS_STR("unknown-language"));
            if (!*cases[i].fault && language)
                found = false;
            found |= *cases[i].fault && ans_str_is(told, cases[i].fault);
        }
        if (!found)
            fail_msg("%s", cases[i].fields);
        ans_arena_free(t.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_wording_is_held_against_the_portals_text),
        cmocka_unit_test(without_the_portals_texts_none_is_judged),
        cmocka_unit_test(fallbacks_name_languages_of_the_county),
    };
    return cmocka_run_group_tests_name("county wordings", tests, NULL, NULL);
}
