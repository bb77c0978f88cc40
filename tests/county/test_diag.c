#include "county/diag.h"

#include <glob.h>
#include <stdio.h>

#include "base/text.h"
#include "check.h"
#include "county/vocab.h"

#define NONE ((struct ans_str){0})

static void nearest_words_are_found(void **state)
{
    static const struct {
        const char *typed, *meant;
    } cases[] = {{"requird", "required"},
                 {"titel", "title"},
                 {"lable", "label"},
                 {"Label", "label"},
                 {"hint", "hint"},
                 {"hnit", "hint"},
                 {"xyzzy", ""},
                 {"", ""},
                 {"ab", ""},
                 {"purpos", "purpose"},
                 {"ettmycketlångtord", ""}};
    struct ans_str known[] = {ANS_STR("required"), ANS_STR("label"),
                              ANS_STR("title"),    ANS_STR("hint"),
                              ANS_STR("purpose"),  ANS_STR("a")};
    (void)state;
    for (size_t i = 0; i < ANS_COUNT(cases); i++)
        assert_str(
            ans_nearest(ans_str_from(cases[i].typed), known, ANS_COUNT(known)),
            cases[i].meant);
}

static void letters_count_and_not_their_bytes(void **state)
{
    struct ans_str known[] = {ANS_STR("åäö")};
    (void)state;
    assert_str(ans_nearest(ANS_STR("åaö"), known, 1), "åäö");
    assert_str(ans_nearest(ANS_STR("aao"), known, 1), "");
}

static void a_word_of_any_length_is_looked_at(void **state)
{
    char longest[500];
    struct ans_str known[] = {{longest, sizeof longest}, ANS_STR("label")};
    (void)state;
    memset(longest, 'a', sizeof longest);
    assert_str(ans_nearest(known[0], known, 2), "");
    assert_str(ans_nearest(ANS_STR("lable"), known, 2), "label");
}

static void expect_line(enum ans_fault_code code, struct ans_str v1,
                        struct ans_str v2, struct ans_str v3, const char *lang,
                        const char *want)
{
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_faults faults = {.arena = arena};
    struct ans_buf out = {0};
    ans_fault_add(&faults, code, ANS_STR("join.lua"), 48, v1, v2, v3);
    ans_fault_write(&out, &faults.items[0], ANS_STR("counties/mittlan"),
                    ans_str_from(lang));
    assert_str(ans_buf_str(&out), want);
    ans_buf_free(&out);
    ans_arena_free(arena);
}

static void a_fault_says_where_what_and_how_to_mend_it(void **state)
{
    (void)state;
    expect_line(ANS_FAULT_UNKNOWN_FIELD, ANS_STR("requird"),
                ANS_STR("question.areas"), ANS_STR("required"), "sv",
                "counties/mittlan/join.lua:48: unknown-word: «requird» är "
                "inget en områdesfråga har. Menade du «required»?");
    expect_line(ANS_FAULT_UNKNOWN_FIELD, ANS_STR("requird"),
                ANS_STR("question.areas"), ANS_STR("required"), "en",
                "counties/mittlan/join.lua:48: unknown-word: \"requird\" is "
                "nothing that an areas question has. Did you mean "
                "\"required\"?");
}

static void what_has_no_value_is_left_out(void **state)
{
    (void)state;
    expect_line(ANS_FAULT_UNKNOWN_FIELD, ANS_STR("xyz"), ANS_STR("area"), NONE,
                "sv",
                "counties/mittlan/join.lua:48: unknown-word: «xyz» är inget "
                "ett område har.");
}

static void values_cannot_break_the_line(void **state)
{
    char longest[400];
    (void)state;
    expect_line(ANS_FAULT_EMPTY, ANS_STR("a\nb\x1b[2J%1@1[x]"), NONE, NONE,
                "en",
                "counties/mittlan/join.lua:48: empty-text: \"a b [2J%1@1[x]\" "
                "is empty. Write something, or take the line away.");
    for (size_t i = 0; i < sizeof longest; i += 2)
        memcpy(longest + i, "å", 2);
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_faults faults = {.arena = arena};
    struct ans_buf out = {0};
    ans_fault_add(&faults, ANS_FAULT_EMPTY, NONE, 0,
                  (struct ans_str){longest + 1, sizeof longest - 1}, NONE,
                  NONE);
    ans_fault_add(&faults, ANS_FAULT_EMPTY, NONE, 0,
                  (struct ans_str){longest, sizeof longest}, NONE, NONE);
    ans_fault_write(&out, &faults.items[1], ANS_STR("c"), ANS_STR("sv"));
    assert_true(ans_text_valid(ans_buf_str(&out)));
    assert_true(out.len < 300);
    ans_buf_free(&out);
    ans_arena_free(arena);
}

static void faults_are_sorted_and_told_once(void **state)
{
    static const struct {
        const char *file;
        int line;
    } want[] = {
        {"county.lua", 3}, {"county.lua", 9}, {"aaa.lua", 1}, {"join.lua", 2}};
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_faults faults = {.arena = arena};
    (void)state;
    for (size_t i = ANS_COUNT(want); i--;)
        for (int twice = 0; twice < 2; twice++)
            ans_fault_add(&faults, ANS_FAULT_EMPTY, ans_str_from(want[i].file),
                          want[i].line, ANS_STR("x"), NONE, NONE);
    ans_faults_sort(&faults);
    assert_int_equal(faults.count, ANS_COUNT(want));
    for (size_t i = 0; i < faults.count; i++) {
        assert_str(faults.items[i].file, want[i].file);
        assert_int_equal(faults.items[i].line, want[i].line);
    }
    ans_arena_free(arena);
}

static void past_two_hundred_faults_are_counted_only(void **state)
{
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_faults faults = {.arena = arena};
    (void)state;
    for (int i = 0; i < 250; i++)
        ans_fault_add(&faults, ANS_FAULT_EMPTY, ANS_STR("county.lua"), i, NONE,
                      NONE, NONE);
    assert_int_equal(faults.count, 200);
    assert_int_equal(faults.dropped, 50);
    ans_arena_free(arena);
}

static bool is_code(const char *word)
{
    for (const char *p = word; *p; p++)
        if (!(*p >= 'a' && *p <= 'z') && *p != '-')
            return false;
    return *word != 0;
}

/* Brackets and values of a sentence, as the writer reads them. */
static bool is_whole(const char *text)
{
    int depth = 0;
    for (const char *p = text; *p; p++) {
        depth += (*p == '[') - (*p == ']');
        if (depth < 0 || depth > 1)
            return false;
        if ((*p == '%' || *p == '@') && (p[1] < '1' || p[1] > '3'))
            return false;
    }
    return !depth;
}

/* Rows stand sorted in each file, so that two people seldom add theirs at the
 * same place. Returns how many there are. */
static size_t count_sorted_rows(const char *path)
{
    char line[512], name[512], last[512] = "";
    size_t count = 0;
    FILE *in = fopen(path, "r");
    assert_non_null(in);
    while (fgets(line, sizeof(line), in)) {
        if (sscanf(line, "X(%511[A-Z_],", name) != 1)
            continue;
        if (strcmp(last, name) >= 0)
            fail_msg("%s: %s comes after %s", path, name, last);
        memcpy(last, name, sizeof(last));
        count++;
    }
    fclose(in);
    return count;
}

static void rows_are_sorted_in_their_file(void **state)
{
    glob_t files;
    size_t count = 0;
    (void)state;
    assert_int_equal(
        glob(ANS_SOURCE_DIR "/engine/county/faults*.def", 0, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i++)
        count += count_sorted_rows(files.gl_pathv[i]);
    globfree(&files);
    assert_int_equal(count, ANS_FAULT_COUNT); /* all are included */
}

static bool has_value(const char *sentence, int n)
{
    for (; *sentence; sentence++)
        if (strchr("%@#~", *sentence) && sentence[1] == n)
            return true;
    return false;
}

static void the_table_of_sentences_is_whole(void **state)
{
    static const struct {
        const char *name, *word, *sv, *en;
    } rows[] = {
#define X(name, word, sv, en) {#name, word, sv, en},
#include "county/faults.def"
#undef X
    };
    (void)state;
    for (size_t i = 0; i < ANS_COUNT(rows); i++) {
        bool good = is_code(rows[i].word) && is_whole(rows[i].sv) &&
                    is_whole(rows[i].en);
        for (int n = '1'; n <= '3'; n++) {
            /* Both languages tell the same values. */
            good = good && has_value(rows[i].sv, n) == has_value(rows[i].en, n);
        }
        if (!good)
            print_error("%s\n", rows[i].name);
        assert_true(good);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nearest_words_are_found),
        cmocka_unit_test(letters_count_and_not_their_bytes),
        cmocka_unit_test(a_word_of_any_length_is_looked_at),
        cmocka_unit_test(a_fault_says_where_what_and_how_to_mend_it),
        cmocka_unit_test(what_has_no_value_is_left_out),
        cmocka_unit_test(values_cannot_break_the_line),
        cmocka_unit_test(faults_are_sorted_and_told_once),
        cmocka_unit_test(past_two_hundred_faults_are_counted_only),
        cmocka_unit_test(rows_are_sorted_in_their_file),
        cmocka_unit_test(the_table_of_sentences_is_whole),
    };
    return cmocka_run_group_tests_name("county diag", tests, NULL, NULL);
}
