#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/attr.h"
#include "base/buf.h"
#include "picture/picture.h"

#define NS    "xmlns=\"http://www.w3.org/2000/svg\""
#define XLINK "xmlns:xlink=\"http://www.w3.org/1999/xlink\""
#define OPEN  "<svg " NS " " XLINK " viewBox=\"0 0 10 10\">"

static void drawings_of_shapes_are_taken(void **state)
{
    (void)state;
    static const char *const good[] = {
        "<svg " NS " viewBox=\"0 0 10 10\"/>",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- by hand -->"
        "<svg " NS " viewBox=\"0,0,10,10\"/>",
        "\xef\xbb\xbf<svg " NS " viewBox=\"-1.5 0 1e2 10\"/>",
        "<s:svg xmlns:s=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\">"
        "<s:g/></s:svg>",
        OPEN "<title>Å</title><path d=\"M0 0\"/></svg>",
        OPEN "<g id=\"a\" style=\"fill:url(#b);opacity:.5\"/>"
             "<use href=\"#a\"/><use xlink:href=\"#a\"/></svg>",
        OPEN "<rect fill=\"url( '#b' )\" clip-path=\"url(&quot;#c&quot;)\"/>"
             "</svg>",
        OPEN "<style>.a{fill:#fff}</style><style><![CDATA[.b>c{fill:url(#d)}]]>"
             "</style></svg>",
    };
    for (size_t i = 0; i < ANS_COUNT(good); i++) {
        struct ans_err err = {0};
        if (!ans_picture_check_svg(ans_str_from(good[i]), &err))
            fail_msg("%s: %s", good[i], err.text);
    }
}

static void whatever_runs_or_reaches_out_is_named(void **state)
{
    (void)state;
    static const struct {
        const char *svg, *named;
    } bad[] = {
        {"", "empty"},
        {"x", "well-formed"},
        {"<svg " NS " viewBox=\"0 0 1 1\">", "well-formed"},
        {"<svg " NS " viewBox=\"0 0 1 1\"/><svg/>", "well-formed"},
        {OPEN "</g></svg>", "well-formed"},
        {OPEN "&nbsp;</svg>", "well-formed"},
        {"<svg viewBox=\"0 0 1 1\"/>", "svg"},
        {"<g " NS "/>", "outermost"},
        {"<html xmlns=\"http://www.w3.org/1999/xhtml\"/>", "html"},
        {"<svg " NS "/>", "viewBox"},
        {"<svg " NS " viewBox=\"0 0 0 1\"/>", "viewBox"},
        {"<svg " NS " viewBox=\"0 0 10\"/>", "viewBox"},
        {"<svg " NS " viewBox=\"0 0 10 10 10\"/>", "viewBox"},
        {"<svg " NS " viewBox=\"0 0 nan 10\"/>", "viewBox"},
        {"<svg " NS " viewBox=\"0 0 inf 10\"/>", "viewBox"},
        {OPEN "<script>alert(1)</script></svg>", "script"},
        {OPEN "<SCRIPT/></svg>", "SCRIPT"},
        {OPEN "<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\"/></svg>",
         "h:script"},
        {OPEN "<foreignObject/></svg>", "foreignObject"},
        {OPEN "<image href=\"#a\"/></svg>", "image"},
        {OPEN "<feImage href=\"#a\"/></svg>", "feImage"},
        {OPEN "<a href=\"#a\"/></svg>", "not allowed: a"},
        {OPEN "<animate attributeName=\"href\" values=\"javascript:1\"/></svg>",
         "animate"},
        {OPEN "<set/></svg>", "set"},
        {OPEN "<iframe/></svg>", "iframe"},
        {"<svg " NS " viewBox=\"0 0 1 1\" onload=\"x\"/>", "onload"},
        {OPEN "<g onclick=\"x\"/></svg>", "onclick"},
        {OPEN "<g ONCLICK=\"x\"/></svg>", "ONCLICK"},
        {OPEN "<use href=\"https://example.org/#a\"/></svg>", "outside itself"},
        {OPEN "<use href=\"other.svg#a\"/></svg>", "outside itself"},
        {OPEN "<use href=\"data:image/svg+xml,x#a\"/></svg>", "outside itself"},
        {OPEN "<use href=\"#\"/></svg>", "outside itself"},
        {OPEN "<use href=\"\"/></svg>", "outside itself"},
        {OPEN "<use xlink:href=\"javascript:x\"/></svg>", "outside itself"},
        {OPEN "<use xlink:href=\"&#106;avascript:x\"/></svg>",
         "outside itself"},
        {OPEN "<use x:href=\"#a\" xmlns:x=\"urn:x\"/></svg>", "unknown kind"},
        {OPEN "<g xml:base=\"https://example.org/\"/></svg>", "xml:base"},
        {OPEN "<g style=\"fill:url(https://example.org/x)\"/></svg>", "url("},
        {OPEN "<g style=\"fill:URL( 'x.svg#a' )\"/></svg>", "url("},
        {OPEN "<g fill=\"url(x.svg#a)\"/></svg>", "url("},
        {OPEN "<g fill=\"url(\"/></svg>", "url("},
        {OPEN "<g style=\"fill:u\\72l(x)\"/></svg>", "backslash"},
        {OPEN "<style>@import 'x.css';</style></svg>", "@import"},
        {OPEN "<style><![CDATA[@IMPORT 'x.css';]]></style></svg>", "@import"},
        {OPEN "<style>a{background:image-set('x' 1x)}</style></svg>",
         "image-set("},
        {OPEN "<style>@font-face{src:local(x)}</style></svg>", "@font-face"},
        {"<!DOCTYPE svg><svg " NS " viewBox=\"0 0 1 1\"/>", "document type"},
        {"<!DOCTYPE svg [<!ENTITY a \"b\">]><svg " NS
         " viewBox=\"0 0 1 1\">&a;</svg>",
         "document type"},
        {"<?xml-stylesheet href=\"x.css\"?><svg " NS " viewBox=\"0 0 1 1\"/>",
         "processing instruction"},
        {OPEN "<?php x ?></svg>", "processing instruction"},
        {"<?xml version=\"1.0\" encoding=\"UTF-7\"?><svg " NS
         " viewBox=\"0 0 1 1\"/>",
         "UTF-8"},
        {"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><svg " NS
         " viewBox=\"0 0 1 1\"/>",
         "UTF-8"},
        {"\xff\xfe<\0", "UTF-8"},
    };
    for (size_t i = 0; i < ANS_COUNT(bad); i++) {
        struct ans_err err = {0};
        if (ans_picture_check_svg(ans_str_from(bad[i].svg), &err))
            fail_msg("taken: %s", bad[i].svg);
        assert_int_equal(err.kind, ANS_ERR_INPUT);
        if (!strstr(err.text, bad[i].named))
            fail_msg("%s: %s", bad[i].svg, err.text);
    }
}

static void deep_drawings_are_refused(void **state)
{
    (void)state;
    struct ans_buf svg = {0};
    ans_buf_add_z(&svg, OPEN);
    for (int i = 0; i < 65; i++)
        ans_buf_add_z(&svg, "<g>");
    for (int i = 0; i < 65; i++)
        ans_buf_add_z(&svg, "</g>");
    ans_buf_add_z(&svg, "</svg>");
    struct ans_err err = {0};
    assert_false(ans_picture_check_svg(ans_buf_str(&svg), &err));
    assert_non_null(strstr(err.text, "nested"));
    ans_buf_free(&svg);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(drawings_of_shapes_are_taken),
        cmocka_unit_test(whatever_runs_or_reaches_out_is_named),
        cmocka_unit_test(deep_drawings_are_refused),
    };
    return cmocka_run_group_tests_name("picture: check", tests, NULL, NULL);
}
