#include "check.h"

#include "answer/orgnumber.h"

static void numbers_are_read_as_they_are_typed(void **state)
{
    static const struct {
        const char *typed, *ten;
    } good[] = {
        {"802000-0009", "8020000009"},
        {"8020000009", "8020000009"},
        {" 802000 - 0009 ", "8020000009"},
        {"80 20 00-00 09", "8020000009"},
        {"802000\u20130009", "8020000009"}, /* a dash made by a program */
        {"802000\u00a00009", "8020000009"},
        {"16802000-0009", "8020000009"},
        {"168020000009", "8020000009"},
        {"202100-2247", "2021002247"},
        {"850709-9805", "8507099805"},   /* a sole trader's */
        {"19850709-9805", "8507099805"}, /* with century */
        {"198507099805", "8507099805"},
        {"850709+9805", "8507099805"}, /* a hundred years old */
        {"701063-2391", "7010632391"}, /* coordination number: day + 60 */
    };
    for (size_t i = 0; i < ANS_COUNT(good); i++) {
        struct ans_str ten = {0};
        if (ans_org_number_parse(*state, ans_str_from(good[i].typed), &ten) !=
            ANS_ORG_GOOD)
            fail_msg("refused: %s", good[i].typed);
        assert_str(ten, good[i].ten);
    }
}

static void what_is_no_number_is_told_from_a_slip(void **state)
{
    static const struct {
        const char *typed;
        enum ans_org_number result;
    } bad[] = {
        {"802000-0001", ANS_ORG_CHECK_DIGIT},
        {"820000-0009", ANS_ORG_FORM}, /* 00 is neither month nor 20 */
        {"850709-9806", ANS_ORG_CHECK_DIGIT},
        {"", ANS_ORG_FORM},
        {"-", ANS_ORG_FORM},
        {"802000-000", ANS_ORG_FORM},
        {"802000-00096", ANS_ORG_FORM},
        {"1802000-0009", ANS_ORG_FORM},
        {"802-0000009", ANS_ORG_FORM},
        {"802000--0009", ANS_ORG_FORM},
        {"-8020000009", ANS_ORG_FORM},
        {"8020000009-", ANS_ORG_FORM},
        {"802000-0009x", ANS_ORG_FORM},
        {"SE802000000901", ANS_ORG_FORM},
        {"８０２０００-０００９", ANS_ORG_FORM},
        {"19802000-0009", ANS_ORG_FORM}, /* a person's century */
        {"16850709-9805", ANS_ORG_FORM}, /* an organisation's prefix */
        {"21850709-9805", ANS_ORG_FORM},
        {"851309-9805", ANS_ORG_FORM}, /* no such month */
        {"850732-9805", ANS_ORG_FORM}, /* no such day */
        {"0000000000", ANS_ORG_FORM},
        {"<b>802000-0009</b>", ANS_ORG_FORM},
    };
    for (size_t i = 0; i < ANS_COUNT(bad); i++) {
        struct ans_str ten = {0};
        if (ans_org_number_parse(*state, ans_str_from(bad[i].typed), &ten) !=
            bad[i].result)
            fail_msg("wrongly judged: %s", bad[i].typed);
        assert_int_equal(ten.len, 0);
    }
}

/* Each of the ten digits, changed by itself, is noticed. */
static void one_wrong_digit_never_passes(void **state)
{
    char typed[] = "8020000009";
    for (size_t at = 0; at < 10; at++)
        for (int digit = '0'; digit <= '9'; digit++) {
            char was = typed[at];
            struct ans_str ten;
            typed[at] = (char)digit;
            if (digit != was)
                assert_int_not_equal(
                    ans_org_number_parse(*state, ans_str_from(typed), &ten),
                    ANS_ORG_GOOD);
            typed[at] = was;
        }
}

static void a_persons_number_is_known_by_its_month(void **state)
{
    (void)state;
    assert_true(ans_org_number_is_personal(ANS_STR("8507099805")));
    assert_true(ans_org_number_is_personal(ANS_STR("7010632391")));
    assert_false(ans_org_number_is_personal(ANS_STR("8020000009")));
    assert_false(ans_org_number_is_personal(ANS_STR("2021002247")));
    assert_false(ans_org_number_is_personal(ANS_STR("")));
}

static void a_number_is_shown_with_its_hyphen(void **state)
{
    assert_str(ans_org_number_text(*state, ANS_STR("8020000009")),
               "802000-0009");
    assert_str(ans_org_number_text(*state, ANS_STR("80")), "80");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_read_as_they_are_typed),
        cmocka_unit_test(what_is_no_number_is_told_from_a_slip),
        cmocka_unit_test(one_wrong_digit_never_passes),
        cmocka_unit_test(a_persons_number_is_known_by_its_month),
        cmocka_unit_test(a_number_is_shown_with_its_hyphen),
    };
    return cmocka_run_group_tests_name("answer: org number", tests, arena_setup,
                                       arena_teardown);
}
