#include "codec/csv.h"

#include "check.h"

static void a_file_is_what_a_swedish_spreadsheet_reads(void **state)
{
    (void)state;
    struct ans_buf b = {0};
    ans_csv_begin(&b);
    ans_csv_cell(&b, ANS_STR("Namn"));
    ans_csv_cell(&b, ANS_STR("Säger \"hej\"; och\nhej då"));
    ans_csv_cell(&b, (struct ans_str){NULL, 0});
    ans_csv_end_row(&b);
    ans_csv_cell(&b, ANS_STR(";"));
    ans_csv_end_row(&b);
    ans_csv_end_row(&b);
    assert_str(ans_buf_str(&b), "\xef\xbb\xbf\"Namn\";\"Säger \"\"hej\"\"; "
                                "och\nhej då\";\"\"\r\n\";\"\r\n\r\n");
    ans_buf_free(&b);
}

static void a_cell_cannot_be_a_formula(void **state)
{
    (void)state;
    static const struct {
        const char *cell;
        const char *want;
    } cases[] = {
        {"=1+1", "\"'=1+1\"\r\n"},
        {"+46", "\"'+46\"\r\n"},
        {"-1", "\"'-1\"\r\n"},
        {"@SUM(A1)", "\"'@SUM(A1)\"\r\n"},
        {"\t=1", "\"'\t=1\"\r\n"},
        {"\r=1", "\"'\r=1\"\r\n"},
        {"\n=1", "\"'\n=1\"\r\n"},
        {"＝1", "\"'＝1\"\r\n"},
        {"=\"\"", "\"'=\"\"\"\"\"\r\n"},
        {"a=1", "\"a=1\"\r\n"},
        {"'x", "\"'x\"\r\n"},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_buf b = {0};
        ans_csv_cell(&b, ans_str_from(cases[i].cell));
        ans_csv_end_row(&b);
        assert_str(ans_buf_str(&b), cases[i].want);
        ans_buf_free(&b);
    }
}

static void a_full_buffer_takes_no_half_cell(void **state)
{
    (void)state;
    struct ans_buf b = {.limit = 16};
    ans_csv_cell(&b, ANS_STR("abc"));
    ans_csv_cell(&b, ANS_STR("a longer cell"));
    assert_true(b.overflow);
    assert_str(ans_buf_str(&b), "\"abc\";");
    ans_buf_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_what_a_swedish_spreadsheet_reads),
        cmocka_unit_test(a_cell_cannot_be_a_formula),
        cmocka_unit_test(a_full_buffer_takes_no_half_cell),
    };
    return cmocka_run_group_tests_name("csv", tests, NULL, NULL);
}
