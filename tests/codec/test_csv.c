#include "codec/csv.h"
#include "codec/json.h"

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

static void rows_are_read_by_their_heads(void **state)
{
    (void)state;
    static const struct {
        const char *text, *json;
    } cases[] = {
        {"a;b\n1;2\n", "[{\"a\":\"1\",\"b\":\"2\"}]"},
        {"a,b\r\n1, 2 \r\n\r\n3,\r\n",
         "[{\"a\":\"1\",\"b\":\"2\"},{\"a\":\"3\"}]"},
        {"\xef\xbb\xbf a ;b\n\"x;\"\"y\"\"\nz\";2",
         "[{\"a\":\"x;\\\"y\\\"\\nz\",\"b\":\"2\"}]"},
        {"a;b;\n1;2;\n", "[{\"a\":\"1\",\"b\":\"2\"}]"},
        {"\"a, b,\nc\";d\n1;2\n", "[{\"a, b,\\nc\":\"1\",\"d\":\"2\"}]"},
        {"a\n", "[]"},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_arena *arena = ans_arena_new(0);
        struct ans_list *rows = NULL;
        struct ans_err err = {0};
        struct ans_buf out = {0};
        if (!ans_csv_read(arena, ans_str_from(cases[i].text), &rows, &err))
            fail_msg("%s: %s", cases[i].text, err.text);
        ans_json_write(&out, ans_value_list(rows));
        assert_str(ans_buf_str(&out), cases[i].json);
        ans_buf_free(&out);
        ans_arena_free(arena);
    }
}

static void what_is_no_table_is_told(void **state)
{
    (void)state;
    static const char *const wrong[] = {"", "a;b\n1;2;3\n", "a\xff\n1\n"};
    for (size_t i = 0; i < ANS_COUNT(wrong); i++) {
        struct ans_arena *arena = ans_arena_new(0);
        struct ans_list *rows = NULL;
        struct ans_err err = {0};
        assert_false(ans_csv_read(arena, ans_str_from(wrong[i]), &rows, &err));
        assert_int_equal(err.kind, ANS_ERR_INPUT);
        ans_arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_what_a_swedish_spreadsheet_reads),
        cmocka_unit_test(a_cell_cannot_be_a_formula),
        cmocka_unit_test(a_full_buffer_takes_no_half_cell),
        cmocka_unit_test(rows_are_read_by_their_heads),
        cmocka_unit_test(what_is_no_table_is_told),
    };
    return cmocka_run_group_tests_name("csv", tests, NULL, NULL);
}
