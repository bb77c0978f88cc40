#include "county/colour.h"

#include <math.h>

#include "check.h"

static struct ans_rgb rgb(const char *hex)
{
    struct ans_rgb c = {0};
    assert_true(ans_rgb_parse(ans_str_from(hex), &c));
    return c;
}

static void colours_are_six_hexadecimal_digits(void **state)
{
    static const char *const wrong[] = {"",        "#",       "005b52",
                                        "#fff",    "#005b5",  "#005b521",
                                        "#00gb52", "#005b5 ", "green"};
    struct ans_rgb c;
    (void)state;
    c = rgb("#005B52");
    assert_true(c.r == 0x00 && c.g == 0x5b && c.b == 0x52);
    for (size_t i = 0; i < ANS_COUNT(wrong); i++)
        assert_false(ans_rgb_parse(ans_str_from(wrong[i]), &c));
}

/* Ratios that published calculators of WCAG contrast give. */
static void contrast_is_that_of_wcag(void **state)
{
    static const struct {
        const char *a, *b;
        double ratio;
    } cases[] = {{"#000000", "#ffffff", 21},   {"#ffffff", "#ffffff", 1},
                 {"#777777", "#ffffff", 4.48}, {"#767676", "#ffffff", 4.54},
                 {"#0000ff", "#ffffff", 8.59}, {"#ff0000", "#ffffff", 4.00}};
    (void)state;
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        double there = ans_contrast(rgb(cases[i].a), rgb(cases[i].b));
        double back = ans_contrast(rgb(cases[i].b), rgb(cases[i].a));
        assert_true(fabs(there - cases[i].ratio) < 0.01);
        assert_true(there == back);
    }
}

static bool is_near(struct ans_rgb a, struct ans_rgb b, int most)
{
    return abs(a.r - b.r) <= most && abs(a.g - b.g) <= most &&
           abs(a.b - b.b) <= most;
}

static void a_mix_goes_from_one_colour_to_the_other(void **state)
{
    struct ans_rgb green = rgb("#005b52"), white = rgb("#ffffff");
    (void)state;
    assert_true(is_near(ans_rgb_mix(green, white, 0), green, 1));
    assert_true(is_near(ans_rgb_mix(green, white, 1), white, 1));
    assert_true(is_near(ans_rgb_mix(green, white, -2), green, 1));
    assert_true(is_near(ans_rgb_mix(green, white, 9), white, 1));
    double last = ans_contrast(green, white);
    for (int i = 1; i <= 10; i++) {
        double now = ans_contrast(ans_rgb_mix(green, white, i / 10.0), white);
        assert_true(now < last);
        last = now;
    }
}

/* color-mix(in oklab, black, white) is #636363 in browsers; in sRGB it would
 * be #808080. */
static void a_mix_is_made_in_oklab(void **state)
{
    (void)state;
    assert_true(is_near(ans_rgb_mix(rgb("#000000"), rgb("#ffffff"), 0.5),
                        rgb("#636363"), 1));
    assert_true(is_near(ans_rgb_mix(rgb("#0000ff"), rgb("#ffff00"), 0.5),
                        rgb("#6cabc7"), 2));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(colours_are_six_hexadecimal_digits),
        cmocka_unit_test(contrast_is_that_of_wcag),
        cmocka_unit_test(a_mix_goes_from_one_colour_to_the_other),
        cmocka_unit_test(a_mix_is_made_in_oklab),
    };
    return cmocka_run_group_tests_name("county colour", tests, NULL, NULL);
}
