#include "base/err.h"

#include <errno.h>
#include <string.h>

#include "check.h"

static void an_error_is_a_kind_and_a_sentence(void **state)
{
    (void)state;
    struct ans_err err = {0};
    assert_false(ans_err_set(&err, ANS_ERR_INPUT, "%s is %d", "x", 7));
    assert_int_equal(err.kind, ANS_ERR_INPUT);
    assert_string_equal(err.text, "x is 7");
    assert_false(ans_err_set(NULL, ANS_ERR_INPUT, "no one asks"));
}

static void the_system_s_reasons_become_kinds(void **state)
{
    (void)state;
    static const struct {
        int code;
        enum ans_err_kind kind;
    } cases[] = {
        {ENOENT, ANS_ERR_NOT_FOUND}, {ENOTDIR, ANS_ERR_NOT_FOUND},
        {EEXIST, ANS_ERR_CONFLICT},  {ENOSPC, ANS_ERR_BUSY},
        {EDQUOT, ANS_ERR_BUSY},      {EACCES, ANS_ERR_DENIED},
        {EROFS, ANS_ERR_DENIED},     {EIO, ANS_ERR_INTERNAL},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_err err = {0};
        errno = cases[i].code;
        assert_false(ans_err_set_errno(&err, "cannot open %s", "a"));
        assert_int_equal(err.kind, cases[i].kind);
        assert_memory_equal(err.text, "cannot open a: ", 15);
        assert_true(strlen(err.text) > 20);
    }
    assert_false(ans_err_set_errno(NULL, "no one asks"));
}

static void callers_put_their_context_before(void **state)
{
    (void)state;
    struct ans_err err = {0};
    assert_false(ans_err_add(&err, "nothing is wrong"));
    assert_int_equal(err.kind, ANS_ERR_NONE);
    assert_string_equal(err.text, "");
    ans_err_set(&err, ANS_ERR_LIMIT, "too long");
    ans_err_add(&err, "field %d", 3);
    assert_int_equal(err.kind, ANS_ERR_LIMIT);
    assert_string_equal(err.text, "field 3: too long");
    assert_false(ans_err_add(NULL, "no one asks"));
}

static void a_long_sentence_is_cut_and_ends(void **state)
{
    (void)state;
    char sentence[1000];
    memset(sentence, 'x', sizeof(sentence) - 1);
    sentence[sizeof(sentence) - 1] = '\0';
    struct ans_err err = {0};
    ans_err_set(&err, ANS_ERR_INTERNAL, "%s", sentence);
    assert_int_equal(strlen(err.text), sizeof(err.text) - 1);
    ans_err_add(&err, "%s", sentence);
    ans_err_add(&err, "here");
    assert_int_equal(strlen(err.text), sizeof(err.text) - 1);
    assert_memory_equal(err.text, "here: xxx", 9);
}

static void a_cut_sentence_is_still_utf8(void **state)
{
    (void)state;
    static const char *const letters[] = {"\xc3\xa5", "\xe2\x82\xac",
                                          "\xf0\x9f\x98\x80"};
    for (size_t i = 0; i < 12; i++) {
        const char *letter = letters[i % 3];
        size_t size = strlen(letter);
        char sentence[1000] = "xxxx";
        for (size_t at = i / 3; at + size < sizeof(sentence); at += size)
            memcpy(sentence + at, letter, size + 1);
        struct ans_err err = {0};
        ans_err_set(&err, ANS_ERR_INTERNAL, "%s", sentence);
        size_t len = strlen(err.text);
        assert_true(len >= sizeof(err.text) - 4);
        assert_string_equal(err.text + len - size, letter);
        ans_err_add(&err, "%s", sentence);
        assert_non_null(strstr(err.text, letter));
        len = strlen(err.text);
        assert_string_equal(err.text + len - size, letter);
    }
}

static void every_kind_has_a_word_of_its_own(void **state)
{
    (void)state;
    static const char *const words[] = {"none",     "input",  "not-found",
                                        "conflict", "busy",   "denied",
                                        "limit",    "script", "internal"};
    for (size_t i = 0; i < ANS_COUNT(words); i++)
        assert_string_equal(ans_err_word((enum ans_err_kind)i), words[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_error_is_a_kind_and_a_sentence),
        cmocka_unit_test(the_system_s_reasons_become_kinds),
        cmocka_unit_test(callers_put_their_context_before),
        cmocka_unit_test(a_long_sentence_is_cut_and_ends),
        cmocka_unit_test(a_cut_sentence_is_still_utf8),
        cmocka_unit_test(every_kind_has_a_word_of_its_own),
    };
    return cmocka_run_group_tests_name("err", tests, NULL, NULL);
}
