#include "codec/html.h"

#include "check.h"

static void nothing_escapes_the_escaping(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *want;
    } cases[] = {
        {"", ""},
        {"Åsa & co", "Åsa &amp; co"},
        {"<script>", "&lt;script&gt;"},
        {"\" onload='x'", "&quot; onload=&#39;x&#39;"},
        {"&lt;", "&amp;lt;"},
        {"<<>>", "&lt;&lt;&gt;&gt;"},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_buf b = {0};
        ans_html_escape(&b, ans_str_from(cases[i].text));
        assert_str(ans_buf_str(&b), cases[i].want);
        ans_buf_free(&b);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_escapes_the_escaping),
    };
    return cmocka_run_group_tests_name("html", tests, NULL, NULL);
}
