#include "codec/json.h"

#include <float.h>
#include <math.h>

#include "check.h"

static void assert_json(struct ans_value v, const char *want)
{
    struct ans_buf b = {0};
    ans_json_write(&b, v);
    assert_str(ans_buf_str(&b), want);
    ans_buf_free(&b);
}

static struct ans_value read_json(struct ans_arena *arena, const char *text)
{
    struct ans_value v;
    struct ans_err err = {0};
    struct ans_str exact = tight(ans_str_from(text));
    bool ok = ans_json_read(arena, exact, &v, &err);
    free((char *)exact.ptr);
    if (!ok)
        fail_msg("%s: %s", text, err.text);
    return v;
}

static void numbers_are_written_in_their_shortest_form(void **state)
{
    static const struct {
        double n;
        const char *text;
    } cases[] = {
        {0, "0"},
        {-0.0, "0"},
        {3, "3"},
        {-7, "-7"},
        {0.1, "0.1"},
        {0.5, "0.5"},
        {12.3, "12.3"},
        {1.0 / 3, "0.3333333333333333"},
        {0.1 + 0.2, "0.30000000000000004"},
        {9007199254740991.0, "9007199254740991"},
        {9007199254740992.0, "9007199254740992"},
        {1e300, "1e+300"},
        {5e-324, "5e-324"},
        {DBL_MAX, "1.7976931348623157e+308"},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        assert_json(ans_value_num(cases[i].n), cases[i].text);
        struct ans_value back = read_json(*state, cases[i].text);
        double n = back.type == ANS_INT ? (double)back.i : back.n;
        assert_true(!(n < cases[i].n) && !(n > cases[i].n));
    }
    assert_json(ans_value_num((double)INFINITY), "null");
    assert_json(ans_value_num((double)NAN), "null");
}

static void integers_are_written_exactly(void **state)
{
    (void)state;
    assert_json(ans_value_int(INT64_MAX), "9223372036854775807");
    assert_json(ans_value_int(INT64_MIN), "-9223372036854775808");
}

static void whole_numbers_are_read_exactly_or_as_numbers(void **state)
{
    static const struct {
        const char *text;
        enum ans_value_type type;
        int64_t i;
    } cases[] = {
        {"0", ANS_INT, 0},
        {"-0", ANS_INT, 0},
        {"12", ANS_INT, 12},
        {"-5", ANS_INT, -5},
        {"1e3", ANS_INT, 1000},
        {"2.0", ANS_INT, 2},
        {"9007199254740991", ANS_INT, 9007199254740991},
        {"-9007199254740991", ANS_INT, -9007199254740991},
        {"9007199254740992", ANS_NUM, 0},
        {"9007199254740993", ANS_NUM, 0}, /* no double: never a wrong int */
        {"1e300", ANS_NUM, 0},
        {"1.5", ANS_NUM, 0},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_value v = read_json(*state, cases[i].text);
        if (v.type != cases[i].type)
            fail_msg("%s", cases[i].text);
        if (v.type == ANS_INT)
            assert_int_equal(v.i, cases[i].i);
    }
}

static void texts_are_escaped_for_json_and_for_html(void **state)
{
    struct ans_arena *arena = *state;
    static const struct {
        const char *text;
        const char *json;
    } cases[] = {
        {"", "\"\""},
        {"åäö \xf0\x9f\x98\x80", "\"åäö \xf0\x9f\x98\x80\""},
        {"\"\\/", "\"\\\"\\\\/\""},
        {"\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\""},
        {"\x01\x1f", "\"\\u0001\\u001f\""},
        {"</script>", "\"<\\/script>\""},
        {"<!--<b>", "\"\\u003c!--<b>\""},
        {"a<", "\"a<\""},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        assert_json(ans_value_str(ans_str_from(cases[i].text)), cases[i].json);
        assert_str(read_json(arena, cases[i].json).s, cases[i].text);
    }
    assert_str(read_json(arena, "\"\\u00e5\\ud83d\\ude00\\/\"").s,
               "å\xf0\x9f\x98\x80/");
}

static void a_tree_is_there_and_back_in_order(void **state)
{
    static const char text[] =
        "{\"b\":[1,2.5,\"x\",true,false,null,[],{}],\"a\":{\"c\":-1}}";
    struct ans_value v = read_json(*state, text);
    assert_json(v, text);
    struct ans_value spaced = read_json(
        *state,
        " \t\r\n{ \"b\" : [ 1 , 2.5 , \"x\" , true , false , null , [ ] "
        ", { } ] , \"a\" : { \"c\" : -1 } } \n");
    assert_true(ans_value_eq(v, spaced));
}

static void one_value_has_one_canonical_text(void **state)
{
    struct ans_value v = read_json(
        *state, "{\"å\":1,\"b\":{\"z\":0,\"a\":[{\"y\":1,\"x\":2}]},\"B\":2}");
    struct ans_buf b = {0};
    ans_json_write_canonical(&b, v);
    assert_str(ans_buf_str(&b), "{\"B\":2,\"b\":{\"a\":[{\"x\":2,\"y\":1}],"
                                "\"z\":0},\"å\":1}");
    ans_buf_free(&b);
}

static void a_null_member_is_left_out(void **state)
{
    assert_json(read_json(*state, "{\"a\":null,\"b\":1}"), "{\"b\":1}");
}

static void what_is_not_json_is_refused_with_its_place(void **state)
{
    const struct {
        struct ans_str text;
        const char *at; /* the end of the sentence, or NULL */
    } cases[] = {
        {ANS_STR(""), "byte 0"},
        {ANS_STR(" "), NULL},
        {ANS_STR("nul"), NULL},
        {ANS_STR("nullx"), NULL},
        {ANS_STR("True"), "byte 0"},
        {ANS_STR("{"), NULL},
        {ANS_STR("[1,]"), NULL},
        {ANS_STR("[1 2]"), NULL},
        {ANS_STR("{\"a\":1,}"), NULL},
        {ANS_STR("{\"a\" 1}"), NULL},
        {ANS_STR("{a:1}"), NULL},
        {ANS_STR("{1:1}"), NULL},
        {ANS_STR("]"), NULL},
        {ANS_STR("1 2"), NULL},
        {ANS_STR("[1]]"), NULL},
        {ANS_STR("'a'"), "byte 0"},
        {ANS_STR("[1]//x"), "byte 3"},
        {ANS_STR("\xef\xbb\xbf[]"), "byte 0"},
        {ANS_STR("[\v1]"), "byte 1"},
        {ANS_STR("[01]"), "byte 1"},
        {ANS_STR("[-]"), "byte 1"},
        {ANS_STR("[1.]"), "byte 1"},
        {ANS_STR("[.5]"), "byte 1"},
        {ANS_STR("[+1]"), "byte 1"},
        {ANS_STR("[1e]"), "byte 1"},
        {ANS_STR("[1e+]"), "byte 1"},
        {ANS_STR("[0x10]"), NULL},
        {ANS_STR("[NaN]"), "byte 1"},
        {ANS_STR("[1e999]"), "byte 1"},
        {ANS_STR("[-1e999]"), "byte 1"},
        {ANS_STR("\"a"), "byte 0"},
        {ANS_STR("\"a\\\""), "byte 0"},
        {ANS_STR("\"\\"), NULL},
        {ANS_STR("\"\\x41\""), NULL},
        {ANS_STR("\"\\u12\""), NULL},
        {ANS_STR("\"\\ud83d\""), NULL},
        {ANS_STR("\"\\ude00\""), NULL},
        {ANS_STR("\"\\ud83d\\u0041\""), NULL},
        {ANS_STR("\"a\\u0000b\""), "byte 2"},
        {ANS_STR("{\"\\u0000\":1}"), "byte 2"},
        {ANS_STR("\"a\0b\""), "byte 2"},
        {ANS_STR("[]\0"), "byte 2"},
        {ANS_STR("\"a\nb\""), "byte 2"},
        {ANS_STR("\"a\tb\""), "byte 2"},
        {ANS_STR("\"\xff\""), "byte 1"},
        {ANS_STR("\"\xc3\""), "byte 1"},
        {ANS_STR("\"\xed\xa0\x80\""), "byte 1"},
        {ANS_STR("\"\xc3"), "byte 1"},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_value v = ans_value_int(7);
        struct ans_err err = {0};
        struct ans_str text = tight(cases[i].text);
        if (ans_json_read(*state, text, &v, &err))
            fail_msg("%.*s", ANS_STR_ARG(text));
        free((char *)text.ptr);
        assert_int_equal(err.kind, ANS_ERR_INPUT);
        assert_int_equal(v.i, 7);
        struct ans_str says = ans_str_from(err.text);
        assert_true(ans_str_find_str(says, ANS_STR("byte ")) > 0);
        if (cases[i].at && !ans_str_ends(says, ans_str_from(cases[i].at)))
            fail_msg("case %zu: %s", i, err.text);
    }
}

static void a_key_comes_once(void **state)
{
    static const struct {
        const char *text;
        const char *says;
    } cases[] = {
        {"{\"a\":1,\"a\":2}", "a key comes twice at byte 7"},
        {"{\"a\":1,\"\\u0061\":2}", "a key comes twice at byte 7"},
        {"{\"a\":1,\"a\":null}", "a key comes twice at byte 7"},
        {"[\"a\",{\"b\":{\"c\":1,\"d\":2,\"c\":3}}]",
         "a key comes twice at byte 23"},
        {"{\"\":1 , \"\" :2}", "a key comes twice at byte 8"},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_value v;
        struct ans_err err = {0};
        assert_false(
            ans_json_read(*state, ans_str_from(cases[i].text), &v, &err));
        assert_int_equal(err.kind, ANS_ERR_INPUT);
        assert_string_equal(err.text, cases[i].says);
    }
    read_json(*state, "[{\"a\":{\"a\":1}},{\"a\":1}]");
}

static void thirty_two_levels_are_enough(void **state)
{
    char text[200] = {0};
    struct ans_value v;
    struct ans_err err = {0};
    for (size_t depth = 32; depth <= 33; depth++) {
        memset(text, '[', depth);
        memset(text + depth, ']', depth);
        bool ok = ans_json_read(*state, ans_str_from(text), &v, &err);
        assert_int_equal(ok, depth == 32);
        if (ok)
            assert_json(v, text);
    }
    assert_int_equal(err.kind, ANS_ERR_LIMIT);
}

static void what_is_deeper_is_written_as_null(void **state)
{
    struct ans_value v = ans_value_bool(true);
    for (int i = 0; i < 40; i++) {
        struct ans_list *list = ans_list_new(*state);
        ans_list_add(list, v);
        v = ans_value_list(list);
    }
    struct ans_buf b = {0};
    ans_json_write(&b, v);
    assert_int_equal(b.len, 32 + 4 + 32);
    assert_memory_equal(b.ptr + 31, "[null]", 6);
    ans_buf_free(&b);
}

static void a_number_has_a_length(void **state)
{
    char text[80] = {0};
    memset(text, '1', 61);
    struct ans_value v;
    struct ans_err err = {0};
    assert_false(ans_json_read(*state, ans_str_from(text), &v, &err));
    assert_int_equal(err.kind, ANS_ERR_LIMIT);
    text[60] = '\0';
    assert_int_equal(read_json(*state, text).type, ANS_NUM);
}

static void a_large_map_is_read_and_judged(void **state)
{
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_buf b = {0};
    ans_buf_add_byte(&b, '{');
    for (int i = 0; i < 60000; i++)
        ans_buf_printf(&b, "\"k%d\":%d,", i, i);
    size_t before = b.len;
    ans_buf_add_z(&b, "\"last\":0}");
    struct ans_value v;
    struct ans_err err = {0};
    assert_true(ans_json_read(arena, ans_buf_str(&b), &v, &err));
    assert_int_equal(v.map->count, 60001);
    assert_int_equal(ans_map_find(v.map, "k59999").i, 59999);
    ans_map_put_int(v.map, "new", 1); /* still grows */
    assert_int_equal(v.map->count, 60002);
    b.len = before;
    ans_buf_add_z(&b, "\"k31\":0}");
    assert_false(ans_json_read(arena, ans_buf_str(&b), &v, &err));
    struct ans_str want =
        ans_arena_printf(*state, "a key comes twice at byte %zu", before);
    assert_string_equal(err.text, want.ptr);
    ans_buf_free(&b);
    ans_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_written_in_their_shortest_form),
        cmocka_unit_test(integers_are_written_exactly),
        cmocka_unit_test(whole_numbers_are_read_exactly_or_as_numbers),
        cmocka_unit_test(texts_are_escaped_for_json_and_for_html),
        cmocka_unit_test(a_tree_is_there_and_back_in_order),
        cmocka_unit_test(one_value_has_one_canonical_text),
        cmocka_unit_test(a_null_member_is_left_out),
        cmocka_unit_test(what_is_not_json_is_refused_with_its_place),
        cmocka_unit_test(a_key_comes_once),
        cmocka_unit_test(thirty_two_levels_are_enough),
        cmocka_unit_test(what_is_deeper_is_written_as_null),
        cmocka_unit_test(a_number_has_a_length),
        cmocka_unit_test(a_large_map_is_read_and_judged),
    };
    return cmocka_run_group_tests_name("json", tests, arena_setup,
                                       arena_teardown);
}
