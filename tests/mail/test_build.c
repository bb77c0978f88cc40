#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/attr.h"
#include "base/buf.h"
#include "mail/encode.h"
#include "mail/mail.h"

#define TEN     "0123456789"
#define LONG_ID TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN

static struct ans_mail welcome(void)
{
    return (struct ans_mail){
        .from = ANS_STR("portal@example.org"),
        .from_name = ANS_STR("Portalen"),
        .to = ANS_STR("anna@example.se"),
        .subject = ANS_STR("Welcome"),
        .plain = ANS_STR("Hej!\n"),
        .id = ANS_STR("a-1_B.2"),
        .lang = ANS_STR("sv"),
        .at = 1795321927120, /* 2026-11-22T04:32:07Z */
    };
}

static struct ans_str built(struct ans_buf *out, const struct ans_mail *m)
{
    struct ans_err err = {0};
    if (!ans_mail_build(m, out, &err))
        fail_msg("not built: %s", err.text);
    return ans_buf_str(out);
}

static bool has(struct ans_str text, const char *part)
{
    return ans_str_find_str(text, ans_str_from(part)) >= 0;
}

static void assert_has(struct ans_str text, const char *part)
{
    if (!has(text, part))
        fail_msg("lacks \"%s\":\n%.*s", part, ANS_STR_ARG(text));
}

/* Every line ends in CR LF, holds ASCII only and is of 76 bytes at most. */
static void assert_clean_lines(struct ans_str text)
{
    assert_true(ans_str_ends(text, ANS_STR("\r\n")));
    while (text.len) {
        struct ans_str line = ans_str_cut(&text, '\n');
        assert_true(ans_str_ends(line, ANS_STR("\r")));
        line.len--;
        assert_true(line.len <= ANS_MAIL_LINE);
        for (size_t i = 0; i < line.len; i++)
            assert_true(line.ptr[i] >= ' ' && line.ptr[i] <= '~');
    }
}

static int hex(char c)
{
    const char *digits = "0123456789ABCDEF";
    const char *at = strchr(digits, c);
    assert_non_null(at);
    return (int)(at - digits);
}

static void unquote(struct ans_buf *out, struct ans_str s, bool word)
{
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '=' && i + 2 < s.len && s.ptr[i + 1] == '\r') {
            i += 2;
        } else if (s.ptr[i] == '=') {
            ans_buf_add_byte(
                out, (char)(hex(s.ptr[i + 1]) * 16 + hex(s.ptr[i + 2])));
            i += 2;
        } else {
            ans_buf_add_byte(out, word && s.ptr[i] == '_' ? ' ' : s.ptr[i]);
        }
    }
}

/* The words of a folded header, decoded and joined. */
static void read_words(struct ans_buf *out, struct ans_str header)
{
    ptrdiff_t at;
    while ((at = ans_str_find_str(header, ANS_STR("=?UTF-8?Q?"))) >= 0) {
        header = ans_str_sub(header, (size_t)at + 10, header.len);
        ptrdiff_t end = ans_str_find_str(header, ANS_STR("?="));
        assert_true(end >= 0);
        assert_true(end + 12 <= 75);
        unquote(out, ans_str_sub(header, 0, (size_t)end), true);
        header = ans_str_sub(header, (size_t)end + 2, header.len);
    }
}

static void a_plain_mail_is_what_the_standard_says(void **state)
{
    (void)state;
    struct ans_mail m = welcome();
    struct ans_buf out = {0};
    assert_has(built(&out, &m),
               "From: \"Portalen\" <portal@example.org>\r\n"
               "To: <anna@example.se>\r\n"
               "Subject: Welcome\r\n"
               "Message-ID: <a-1_B.2@example.org>\r\n"
               "Content-Language: sv\r\n"
               "Auto-Submitted: auto-generated\r\n"
               "MIME-Version: 1.0\r\n"
               "Content-Type: text/plain; charset=utf-8\r\n"
               "Content-Transfer-Encoding: quoted-printable\r\n"
               "\r\n"
               "Hej!\r\n");
    assert_has(ans_buf_str(&out), "Date: Sun, 22 Nov 2026 04:32:07 +0000\r\n");
    assert_clean_lines(ans_buf_str(&out));
    ans_buf_free(&out);
}

static void text_and_html_stand_side_by_side(void **state)
{
    (void)state;
    struct ans_mail m = welcome();
    m.html = ANS_STR("<p lang=\"sv\">Hej å!</p>");
    m.reply_to = ANS_STR("svar@example.org");
    struct ans_buf out = {0};
    struct ans_str text = built(&out, &m);
    assert_has(text, "Reply-To: <svar@example.org>\r\n");
    assert_has(text, "multipart/alternative;\r\n boundary=\"=_");
    ptrdiff_t plain = ans_str_find_str(text, ANS_STR("text/plain"));
    ptrdiff_t html = ans_str_find_str(text, ANS_STR("text/html"));
    assert_true(plain > 0 && html > plain);
    assert_has(text, "<p lang=3D\"sv\">Hej =C3=A5!</p>\r\n--=_");
    assert_true(ans_str_ends(text, ANS_STR("--\r\n")));
    assert_clean_lines(text);
    ans_buf_free(&out);
}

static void swedish_letters_in_headers_become_encoded_words(void **state)
{
    (void)state;
    struct ans_mail m = welcome();
    m.from_name = ANS_STR("Ett jämställt Åkerby");
    m.subject = ANS_STR("Bekräfta er anslutning till länets "
                        "jämställdhetsstrategi: Åkerby idrottsförening, "
                        "ungdomssektionen för flickor och pojkar");
    struct ans_buf out = {0};
    struct ans_str text = built(&out, &m);
    assert_clean_lines(text);
    ptrdiff_t subject = ans_str_find_str(text, ANS_STR("Subject: "));
    ptrdiff_t id = ans_str_find_str(text, ANS_STR("Message-ID: "));
    assert_true(subject > 0 && id > subject);
    struct ans_buf read = {0};
    read_words(&read,
               ans_str_sub(text, (size_t)subject, (size_t)(id - subject)));
    assert_true(ans_str_eq(ans_buf_str(&read), m.subject));
    ans_buf_clear(&read);
    read_words(&read, ans_str_sub(text, 0, (size_t)subject));
    assert_true(ans_str_eq(ans_buf_str(&read), m.from_name));
    ans_buf_free(&read);
    ans_buf_free(&out);
}

static void headers_that_could_be_misread_are_encoded(void **state)
{
    (void)state;
    static const char *const subjects[] = {
        "=?UTF-8?Q?x?=",
        " space first",
        "space last ",
        "tab\there",
        "a bell \x07",
        "del \x7f",
        "a subject in ASCII that is longer than one line of a mail may ever be",
        "🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉",
    };
    for (size_t i = 0; i < ANS_COUNT(subjects); i++) {
        struct ans_mail m = welcome();
        m.subject = ans_str_from(subjects[i]);
        struct ans_buf out = {0};
        struct ans_buf read = {0};
        struct ans_str text = built(&out, &m);
        assert_clean_lines(text);
        ptrdiff_t at = ans_str_find_str(text, ANS_STR("Subject: "));
        read_words(&read, ans_str_sub(text, (size_t)at, text.len));
        assert_true(ans_str_eq(ans_buf_str(&read), m.subject));
        ans_buf_free(&read);
        ans_buf_free(&out);
    }
}

static void quotes_in_a_name_stay_in_the_name(void **state)
{
    (void)state;
    struct ans_mail m = welcome();
    m.from_name = ANS_STR("a\" <eva@example.org>, \\");
    struct ans_buf out = {0};
    assert_has(built(&out, &m), "From: \"a\\\" <eva@example.org>, \\\\\" "
                                "<portal@example.org>\r\n");
    ans_buf_free(&out);
}

/* Each header in turn is given each way to begin a line of one's own. */
static void nothing_can_be_put_into_a_header(void **state)
{
    (void)state;
    const struct ans_str evil[] = {
        ANS_STR("x\r\nBcc: eva@example.org"),
        ANS_STR("x\nBcc: e@example.org"),
        ANS_STR("x\rBcc: e@example.org"),
        ANS_STR("x\r\n\r\nbody"),
        ANS_STR("a@example.org\r\nBcc: x"),
        ANS_STR("a@example.org\n"),
        ANS_STR("a@example.org\0"),
        ANS_STR("a\0b"),
        ANS_STR("\r"),
        ANS_STR("\n"),
        ANS_STR("\0"),
        ANS_STR("\xff\xfe"),
    };
    for (size_t i = 0; i < ANS_COUNT(evil); i++)
        for (int header = 0; header < 7; header++) {
            struct ans_mail m = welcome();
            struct ans_str *const headers[] = {&m.from,     &m.from_name, &m.to,
                                               &m.reply_to, &m.subject,   &m.id,
                                               &m.lang};
            *headers[header] = evil[i];
            struct ans_buf out = {0};
            struct ans_err err = {0};
            if (ans_mail_build(&m, &out, &err))
                fail_msg("header %d took value %zu:\n%.*s", header, i,
                         ANS_STR_ARG(ans_buf_str(&out)));
            assert_int_equal(err.kind, ANS_ERR_INPUT);
            assert_int_equal(out.len, 0);
            ans_buf_free(&out);
        }
}

static void a_mail_without_what_it_needs_is_refused(void **state)
{
    (void)state;
    static const char *const bad_ids[] = {"",    ".",    "..",  ".a",
                                          "a.",  "a..b", "a/b", "../x",
                                          "a@b", "a b",  "<a>", LONG_ID};
    for (size_t i = 0; i < ANS_COUNT(bad_ids); i++) {
        struct ans_mail m = welcome();
        m.id = ans_str_from(bad_ids[i]);
        struct ans_buf out = {0};
        struct ans_err err = {0};
        assert_false(ans_mail_build(&m, &out, &err));
        assert_int_equal(err.kind, ANS_ERR_INPUT);
        ans_buf_free(&out);
    }
    struct ans_mail m = welcome();
    struct ans_buf out = {0};
    m.at = -1;
    assert_false(ans_mail_build(&m, &out, NULL));
    m.at = INT64_MAX;
    assert_false(ans_mail_build(&m, &out, NULL));
    m = welcome();
    m.plain = ANS_STR("\xc3");
    assert_false(ans_mail_build(&m, &out, NULL));
    m = welcome();
    m.html = ANS_STR("a\0b");
    assert_false(ans_mail_build(&m, &out, NULL));
    ans_buf_free(&out);
}

static void bodies_come_back_as_they_were(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *read; /* line breaks as CR LF */
    } bodies[] = {
        {"", ""},
        {"a", "a\r\n"},
        {"a\nb\r\nc\rd", "a\r\nb\r\nc\r\nd\r\n"},
        {"\n\n", "\r\n\r\n"},
        {"space at end \ntab at end\t\n", "space at end \r\ntab at end\t\r\n"},
        {".\n..\nFrom here\n.From", ".\r\n..\r\nFrom here\r\n.From\r\n"},
        {"a=b =3D", "a=b =3D\r\n"},
        {"Jämställdhet är en mänsklig rättighet. Åäö ÅÄÖ. Éé — “citat” åäö åäö "
         "och en rad som är mycket längre än vad en rad i ett brev får vara.",
         "Jämställdhet är en mänsklig rättighet. Åäö ÅÄÖ. Éé — “citat” åäö åäö "
         "och en rad som är mycket längre än vad en rad i ett brev får vara."
         "\r\n"},
        {"012345678901234567890123456789012345678901234567890123456789012345678"
         "9"
         "01234.6",
         "012345678901234567890123456789012345678901234567890123456789012345678"
         "9"
         "01234.6\r\n"},
        {"--=_alternative_of_this_message--",
         "--=_alternative_of_this_message--\r\n"},
    };
    for (size_t i = 0; i < ANS_COUNT(bodies); i++) {
        struct ans_buf out = {0};
        struct ans_buf read = {0};
        ans_mail_quoted(&out, ans_str_from(bodies[i].text));
        if (out.len)
            assert_clean_lines(ans_buf_str(&out));
        assert_false(ans_str_starts(ans_buf_str(&out), ANS_STR(".")));
        assert_false(has(ans_buf_str(&out), "\r\n."));
        assert_false(has(ans_buf_str(&out), "\r\nFrom "));
        assert_false(has(ans_buf_str(&out), "=_"));
        unquote(&read, ans_buf_str(&out), false);
        if (!ans_str_eq(ans_buf_str(&read), ans_str_from(bodies[i].read)))
            fail_msg("body %zu: %.*s", i, ANS_STR_ARG(ans_buf_str(&read)));
        ans_buf_free(&read);
        ans_buf_free(&out);
    }
}

static void a_long_address_gets_a_line_of_its_own(void **state)
{
    (void)state;
    struct ans_mail m = welcome();
    m.from = ANS_STR("en-mycket-lang-adress-som-ingen-vill-skriva@"
                     "forvaltningen.example.org");
    struct ans_buf out = {0};
    struct ans_str text = built(&out, &m);
    assert_has(text, "From: \"Portalen\"\r\n <en-mycket-lang");
    assert_has(text, "Message-ID: <a-1_B.2@forvaltningen.example.org>\r\n");
    assert_clean_lines(text);
    ans_buf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plain_mail_is_what_the_standard_says),
        cmocka_unit_test(text_and_html_stand_side_by_side),
        cmocka_unit_test(swedish_letters_in_headers_become_encoded_words),
        cmocka_unit_test(headers_that_could_be_misread_are_encoded),
        cmocka_unit_test(quotes_in_a_name_stay_in_the_name),
        cmocka_unit_test(nothing_can_be_put_into_a_header),
        cmocka_unit_test(a_mail_without_what_it_needs_is_refused),
        cmocka_unit_test(bodies_come_back_as_they_were),
        cmocka_unit_test(a_long_address_gets_a_line_of_its_own),
    };
    return cmocka_run_group_tests_name("mail: build", tests, NULL, NULL);
}
