#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/attr.h"
#include "base/buf.h"
#include "mail/mail.h"

static void addresses_of_real_mailboxes_are_valid(void **state)
{
    (void)state;
    static const char *const good[] = {
        "anna@example.org",
        "anna.svensson@example.org",
        "anna+anslut@mail.example.co.uk",
        "o'hara@example.se",
        "a@b.se",
        "1@2.se",
        "kansli_2@xn--vsters-fua2n.se",
        "x-y@sub-domain.example.se",
        "ANNA@EXAMPLE.ORG",
        "{}|~!#$%&*/=?^`@example.org",
    };
    for (size_t i = 0; i < ANS_COUNT(good); i++)
        if (!ans_mail_address_valid(ans_str_from(good[i])))
            fail_msg("refused: %s", good[i]);
}

static void what_is_no_address_is_refused(void **state)
{
    (void)state;
    const struct ans_str bad[] = {
        {NULL, 0},
        {"", 0},
        ANS_STR("@"),
        ANS_STR("anna"),
        ANS_STR("anna@"),
        ANS_STR("@example.org"),
        ANS_STR("anna@example"),
        ANS_STR("anna@@example.org"),
        ANS_STR("anna@b@example.org"),
        ANS_STR(".anna@example.org"),
        ANS_STR("anna.@example.org"),
        ANS_STR("an..na@example.org"),
        ANS_STR("anna@.example.org"),
        ANS_STR("anna@example.org."),
        ANS_STR("anna@example..org"),
        ANS_STR("anna@-example.org"),
        ANS_STR("anna@example-.org"),
        ANS_STR("anna@exa_mple.org"),
        ANS_STR("anna@127.0.0.1"),
        ANS_STR("anna@[127.0.0.1]"),
        ANS_STR("\"anna\"@example.org"),
        ANS_STR("anna(comment)@example.org"),
        ANS_STR("<anna@example.org>"),
        ANS_STR("Anna <anna@example.org>"),
        ANS_STR("anna@example.org,eva@example.org"),
        ANS_STR(" anna@example.org"),
        ANS_STR("anna@example.org "),
        ANS_STR("an na@example.org"),
        ANS_STR("anna@example.org\r\nBcc: eva@example.org"),
        ANS_STR("anna@example.org\n"),
        ANS_STR("anna\r@example.org"),
        ANS_STR("anna@example.org\0"),
        ANS_STR("an\0na@example.org"),
        ANS_STR("anna\t@example.org"),
        ANS_STR("anna@example.org\x7f"),
        ANS_STR("\xc3\xa5sa@example.org"),
        ANS_STR("asa@\xc3\xa5kerby.se"),
        ANS_STR("anna;@example.org"),
        ANS_STR("anna\\@example.org"),
    };
    for (size_t i = 0; i < ANS_COUNT(bad); i++)
        if (ans_mail_address_valid(bad[i]))
            fail_msg("taken: %.*s", ANS_STR_ARG(bad[i]));
}

static bool valid_with(size_t local, size_t label, size_t labels)
{
    struct ans_buf b = {0};
    for (size_t i = 0; i < local; i++)
        ans_buf_add_byte(&b, 'a');
    ans_buf_add_byte(&b, '@');
    for (size_t n = 0; n < labels; n++) {
        for (size_t i = 0; i < label; i++)
            ans_buf_add_byte(&b, 'b');
        ans_buf_add_byte(&b, '.');
    }
    ans_buf_add_z(&b, "se");
    bool valid = ans_mail_address_valid(ans_buf_str(&b));
    ans_buf_free(&b);
    return valid;
}

static void an_address_is_as_long_as_the_standard_lets_it_be(void **state)
{
    (void)state;
    assert_true(valid_with(64, 10, 1));
    assert_false(valid_with(65, 10, 1));
    assert_true(valid_with(1, 63, 1));
    assert_false(valid_with(1, 64, 1));
    /* 3 * 62 + 2 = 188 of host; 65 + 188 = 253 */
    assert_true(valid_with(64, 61, 3));
    assert_true(valid_with(1, 49, 5));   /* 252 of host, 254 in all */
    assert_false(valid_with(2, 49, 5));  /* 255 in all */
    assert_false(valid_with(64, 63, 3)); /* 64 + 1 + 194 */
    assert_false(valid_with(1, 63, 4));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(addresses_of_real_mailboxes_are_valid),
        cmocka_unit_test(what_is_no_address_is_refused),
        cmocka_unit_test(an_address_is_as_long_as_the_standard_lets_it_be),
    };
    return cmocka_run_group_tests_name("mail: address", tests, NULL, NULL);
}
