/* What an organisation is a part of, and who takes part in a joint one. */
#include "form.h"

static void a_member_is_named_by_its_address(void **state)
{
    (void)state;
    static const struct sending cases[] = {
        {"q=osterby-kommun", "{\"q\":\"osterby-kommun\"}", ""},
        {"q= osterby ", "{\"q\":\"osterby\"}", ""},
        {"q=Österby", "{}", "q not-offered {\"given\":\"Österby\"}"},
        {"q=../x", "{}", "q not-offered {\"given\":\"../x\"}"},
        {"q=a&q=b", "{}", "q twice"},
        {"q=", "{}", ""},
    };
    struct form *f = form_new();
    ask(f, ANS_Q_MEMBER, "q");
    ASSERT_SENDINGS(f, cases);
    form_free(f);
}

static void those_who_take_part_stand_a_line_each(void **state)
{
    (void)state;
    static const struct sending cases[] = {
        {"q=Byn\r\nRegionen", "{\"q\":[\"Byn\",\"Regionen\"]}", ""},
        {"q=\nByn\n\n  Regionen  \nByn\n", "{\"q\":[\"Byn\",\"Regionen\"]}",
         ""},
        {"q=Byn", "{}", "q too-few {\"least\":2,\"given\":1}"},
        {"q=A\nB\nC\nD", "{}", "q too-many {\"most\":3,\"given\":4}"},
        {"q=\n\n", "{}", ""},
    };
    struct form *f = form_new();
    ask(f, ANS_Q_BODIES, "q")->most = 3;
    ASSERT_SENDINGS(f, cases);
    form_free(f);
}

static void a_name_of_who_takes_part_has_a_longest(void **state)
{
    (void)state;
    struct form *f = form_new();
    ask(f, ANS_Q_BODIES, "q");
    struct ans_buf sent = {0};
    ans_buf_add_z(&sent, "q=B\n");
    for (int i = 0; i < 201; i++)
        ans_buf_add_byte(&sent, 'a');
    ans_buf_add_byte(&sent, 0);
    judge(f, sent.ptr);
    assert_str(problems_text(f), "q too-long {\"longest\":200,\"given\":201}");
    ans_buf_free(&sent);
    form_free(f);
}

static void a_required_one_is_asked_for(void **state)
{
    (void)state;
    struct form *f = form_new();
    ask(f, ANS_Q_BODIES, "b")->required = true;
    ask(f, ANS_Q_MEMBER, "m")->required = true;
    judge(f, "");
    assert_str(problems_text(f), "b required; m required-choice");
    form_free(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_member_is_named_by_its_address),
        cmocka_unit_test(those_who_take_part_stand_a_line_each),
        cmocka_unit_test(a_name_of_who_takes_part_has_a_longest),
        cmocka_unit_test(a_required_one_is_asked_for),
    };
    return cmocka_run_group_tests_name("answer: members", tests, NULL, NULL);
}
