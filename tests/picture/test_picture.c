#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/attr.h"
#include "picture/picture.h"
#include "temp.h"

#define NS "xmlns=\"http://www.w3.org/2000/svg\""

static const char drawing[] =
    "<svg " NS " viewBox=\"0 0 200 100\">"
    "<defs><linearGradient id=\"a\"><stop stop-color=\"#005b52\"/>"
    "</linearGradient></defs>"
    "<rect width=\"200\" height=\"100\" fill=\"url(#a)\"/>"
    "<text x=\"10\" y=\"60\" font-size=\"30\" fill=\"#fff\">Åkerby IK</text>"
    "</svg>";

/* fontconfig keeps what it has read about the system's fonts for as long as
 * the program runs; the amount does not grow with drawings. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libfontconfig\n";
}

static uint32_t big_endian(const char *at)
{
    const unsigned char *b = (const unsigned char *)at;
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 |
           b[3];
}

static void assert_png(const struct ans_buf *png, uint32_t width,
                       uint32_t height)
{
    assert_true(png->len > 33);
    assert_memory_equal(png->ptr, "\x89PNG\r\n\x1a\n", 8);
    assert_memory_equal(png->ptr + 12, "IHDR", 4);
    assert_int_equal(big_endian(png->ptr + 16), width);
    assert_int_equal(big_endian(png->ptr + 20), height);
}

static void a_drawing_becomes_a_png_of_its_proportions(void **state)
{
    (void)state;
    static const struct {
        const char *svg;
        int width;
        uint32_t height;
    } cases[] = {
        {drawing, 16, 8},
        {drawing, 600, 300},
        {drawing, 4096, 2048},
        {"<svg " NS " width=\"10\" height=\"30\"><path d=\"M0 0h9\"/></svg>",
         20, 60},
        {"<svg " NS " width=\"1in\" height=\"2in\"/>", 100, 200},
        {"<svg " NS " width=\"100%\" viewBox=\"-5 -5 10 10\"/>", 64, 64},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_buf png = {0};
        struct ans_err err = {0};
        if (!ans_picture_png(ans_str_from(cases[i].svg), cases[i].width, &png,
                             &err))
            fail_msg("%zu: %s", i, err.text);
        assert_png(&png, (uint32_t)cases[i].width, cases[i].height);
        ans_buf_free(&png);
    }
}

static void what_is_not_a_drawing_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *svg;
        int width;
        enum ans_err_kind kind;
    } cases[] = {
        {"", 100, ANS_ERR_INPUT},
        {"hello", 100, ANS_ERR_INPUT},
        {"<svg", 100, ANS_ERR_INPUT},
        {"<html/>", 100, ANS_ERR_INPUT},
        {"<svg " NS " viewBox=\"0 0 0 0\"/>", 100, ANS_ERR_INPUT},
        {"<svg " NS "/>", 100, ANS_ERR_INPUT},
        {"<svg " NS " viewBox=\"0 0 1 9000\"/>", 100, ANS_ERR_LIMIT},
        {"<svg " NS " viewBox=\"0 0 9000 1\"/>", 100, ANS_ERR_LIMIT},
        {drawing, 15, ANS_ERR_LIMIT},
        {drawing, 4097, ANS_ERR_LIMIT},
        {drawing, -1, ANS_ERR_LIMIT},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        struct ans_buf png = {0};
        struct ans_err err = {0};
        if (ans_picture_png(ans_str_from(cases[i].svg), cases[i].width, &png,
                            &err))
            fail_msg("taken: %s", cases[i].svg);
        if (err.kind != cases[i].kind)
            fail_msg("%s: %s", cases[i].svg, err.text);
        assert_int_equal(png.len, 0);
        ans_buf_free(&png);
    }
}

static void a_drawing_past_256_kb_is_refused(void **state)
{
    (void)state;
    struct ans_buf svg = {0};
    struct ans_buf png = {0};
    struct ans_err err = {0};
    ans_buf_add_z(&svg, drawing);
    while (svg.len <= 256 * 1024)
        ans_buf_add_byte(&svg, '\n');
    assert_false(ans_picture_png(ans_buf_str(&svg), 100, &png, &err));
    assert_int_equal(err.kind, ANS_ERR_LIMIT);
    assert_false(ans_picture_check_svg(ans_buf_str(&svg), &err));
    assert_int_equal(err.kind, ANS_ERR_LIMIT);
    svg.len = 256 * 1024;
    assert_true(ans_picture_png(ans_buf_str(&svg), 100, &png, &err));
    assert_true(ans_picture_check_svg(ans_buf_str(&svg), &err));
    ans_buf_free(&png);
    ans_buf_free(&svg);
}

static void a_png_does_not_outgrow_its_buffer(void **state)
{
    (void)state;
    struct ans_buf png = {.limit = 100};
    struct ans_err err = {0};
    assert_false(ans_picture_png(ANS_STR(drawing), 600, &png, &err));
    assert_int_equal(err.kind, ANS_ERR_LIMIT);
    ans_buf_free(&png);
}

static void assert_blank(const char *svg)
{
    struct ans_buf png = {0};
    struct ans_buf blank = {0};
    assert_true(ans_picture_png(ANS_STR("<svg " NS " viewBox=\"0 0 8 8\"/>"),
                                16, &blank, NULL));
    assert_true(ans_picture_png(ans_str_from(svg), 16, &png, NULL));
    assert_true(ans_str_eq(ans_buf_str(&png), ans_buf_str(&blank)));
    ans_buf_free(&blank);
    ans_buf_free(&png);
}

static void a_drawing_loads_no_file(void **state)
{
    (void)state;
    char path[128];
    int fd = temp_file(path, sizeof(path));
    static const char red[] = "<svg " NS " viewBox=\"0 0 8 8\">"
                              "<rect id=\"r\" width=\"8\" height=\"8\" "
                              "fill=\"red\"/></svg>";
    assert_int_equal(write(fd, red, sizeof(red) - 1), sizeof(red) - 1);
    close(fd);
    static const char *const forms[] = {
        "<image width=\"8\" height=\"8\" href=\"file://%s\"/>",
        "<image width=\"8\" height=\"8\" href=\"%s\"/>",
        "<use href=\"file://%s#r\"/>",
    };
    for (size_t i = 0; i < ANS_COUNT(forms); i++) {
        char inner[160];
        char svg[320];
/* The forms are the test's own table. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        snprintf(inner, sizeof(inner), forms[i], path);
#pragma GCC diagnostic pop
        snprintf(svg, sizeof(svg), "<svg " NS " viewBox=\"0 0 8 8\">%s</svg>",
                 inner);
        assert_blank(svg);
    }
    unlink(path);
}

/* Each group draws the one before it ten times: 10^levels rectangles. */
static void multiply(struct ans_buf *svg, int levels)
{
    ans_buf_add_z(svg, "<svg " NS " viewBox=\"0 0 8 8\"><defs>"
                       "<rect id=\"a0\" width=\"1\" height=\"1\"/>");
    for (int level = 1; level <= levels; level++) {
        ans_buf_printf(svg, "<g id=\"a%d\">", level);
        for (int i = 0; i < 10; i++)
            ans_buf_printf(svg, "<use href=\"#a%d\"/>", level - 1);
        ans_buf_add_z(svg, "</g>");
    }
    ans_buf_printf(svg, "</defs><use href=\"#a%d\"/></svg>", levels);
}

static void a_drawing_that_multiplies_itself_is_given_up(void **state)
{
    (void)state;
    struct ans_buf svg = {0};
    struct ans_buf png = {0};
    struct ans_err err = {0};
    multiply(&svg, 12);
    assert_false(ans_picture_png(ans_buf_str(&svg), 16, &png, &err));
    assert_int_equal(err.kind, ANS_ERR_INPUT);
    ans_buf_free(&png);
    ans_buf_free(&svg);
}

/* 150,000 elements are within what librsvg draws. */
static void a_symbol_that_takes_long_to_draw_is_refused(void **state)
{
    (void)state;
    struct ans_buf svg = {0};
    struct ans_err err = {0};
    ans_buf_add_z(&svg, "<svg " NS " viewBox=\"0 0 8 8\"><defs><g id=\"b\">");
    for (int i = 0; i < 2000; i++)
        ans_buf_add_z(&svg, "<use href=\"#r\"/>");
    ans_buf_add_z(&svg, "</g><rect id=\"r\" width=\"1\" height=\"1\"/></defs>");
    for (int i = 0; i < 75; i++)
        ans_buf_add_z(&svg, "<use href=\"#b\"/>");
    ans_buf_add_z(&svg, "</svg>");
    assert_false(ans_picture_check_svg(ans_buf_str(&svg), &err));
    assert_int_equal(err.kind, ANS_ERR_LIMIT);
    ans_buf_free(&svg);
}

static void a_font_is_added_when_it_is_one(void **state)
{
    (void)state;
    struct ans_err err = {0};
    assert_false(ans_picture_add_font("/no/such/font.woff2", &err));
    assert_int_equal(err.kind, ANS_ERR_INPUT);
    assert_non_null(strstr(err.text, "/no/such/font.woff2"));
    assert_false(ans_picture_add_font(__FILE__, &err));
    assert_false(ans_picture_add_font("/", &err));
}

static void draw_text(struct ans_buf *png, const char *family)
{
    struct ans_buf svg = {0};
    ans_buf_printf(&svg,
                   "<svg " NS " viewBox=\"0 0 200 100\"><text x=\"10\" "
                   "y=\"60\" font-size=\"30\" font-family=\"%s\">"
                   "Åkerby IK</text></svg>",
                   family);
    assert_true(ans_picture_png(ans_buf_str(&svg), 200, png, NULL));
    ans_buf_free(&svg);
}

/* The portal's own typeface, packed as WOFF2 as it is served, when the
 * packages of web/ are installed. First of all tests, as the server adds it
 * before it draws. */
static void a_packed_font_sets_the_text_of_drawings(void **state)
{
    (void)state;
    static const char font[] =
        ANS_SOURCE_DIR "/web/node_modules/@fontsource-variable/"
                       "atkinson-hyperlegible-next/files/"
                       "atkinson-hyperlegible-next-latin-wght-normal.woff2";
    if (access(font, R_OK))
        skip();
    struct ans_buf with = {0};
    struct ans_buf without = {0};
    struct ans_err err = {0};
    if (!ans_picture_add_font(font, &err))
        fail_msg("%s", err.text);
    draw_text(&with, "Atkinson Hyperlegible Next");
    draw_text(&without, "No Such Typeface");
    assert_false(ans_str_eq(ans_buf_str(&with), ans_buf_str(&without)));
    ans_buf_free(&with);
    ans_buf_free(&without);
}

/* Draws and looks through drawings as the server's workers do. */
static void *worker(void *context)
{
    const struct ans_buf *expected = context;
    for (int i = 0; i < 6; i++) {
        struct ans_buf png = {0};
        bool same = ans_picture_check_svg(ANS_STR(drawing), NULL) &&
                    ans_picture_png(ANS_STR(drawing), 300, &png, NULL) &&
                    ans_str_eq(ans_buf_str(&png), ans_buf_str(expected));
        ans_buf_free(&png);
        if (!same)
            return context;
    }
    return NULL;
}

static void many_threads_draw_the_same(void **state)
{
    (void)state;
    struct ans_buf expected = {0};
    assert_true(ans_picture_png(ANS_STR(drawing), 300, &expected, NULL));
    pthread_t threads[8];
    for (size_t i = 0; i < ANS_COUNT(threads); i++)
        assert_int_equal(pthread_create(&threads[i], NULL, worker, &expected),
                         0);
    for (size_t i = 0; i < ANS_COUNT(threads); i++) {
        void *wrong = NULL;
        pthread_join(threads[i], &wrong);
        assert_null(wrong);
    }
    ans_buf_free(&expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_packed_font_sets_the_text_of_drawings),
        cmocka_unit_test(a_drawing_becomes_a_png_of_its_proportions),
        cmocka_unit_test(what_is_not_a_drawing_is_refused),
        cmocka_unit_test(a_drawing_past_256_kb_is_refused),
        cmocka_unit_test(a_png_does_not_outgrow_its_buffer),
        cmocka_unit_test(a_drawing_loads_no_file),
        cmocka_unit_test(a_drawing_that_multiplies_itself_is_given_up),
        cmocka_unit_test(a_symbol_that_takes_long_to_draw_is_refused),
        cmocka_unit_test(a_font_is_added_when_it_is_one),
        cmocka_unit_test(many_threads_draw_the_same),
    };
    return cmocka_run_group_tests_name("picture", tests, NULL, NULL);
}
