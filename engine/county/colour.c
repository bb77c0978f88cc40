#include "county/colour.h"

#include <math.h>

static bool hex_digit(char c, unsigned *out)
{
    if (c >= '0' && c <= '9')
        *out = (unsigned)(c - '0');
    else if (c >= 'a' && c <= 'f')
        *out = (unsigned)(c - 'a') + 10;
    else if (c >= 'A' && c <= 'F')
        *out = (unsigned)(c - 'A') + 10;
    else
        return false;
    return true;
}

bool ans_rgb_parse(struct ans_str hex, struct ans_rgb *out)
{
    uint8_t parts[3];
    if (hex.len != 7 || hex.ptr[0] != '#')
        return false;
    for (size_t i = 0; i < 3; i++) {
        unsigned high, low;
        if (!hex_digit(hex.ptr[1 + 2 * i], &high) ||
            !hex_digit(hex.ptr[2 + 2 * i], &low))
            return false;
        parts[i] = (uint8_t)(high << 4 | low);
    }
    *out = (struct ans_rgb){parts[0], parts[1], parts[2]};
    return true;
}

/* sRGB to linear light and back (IEC 61966-2-1). */
static double to_linear(uint8_t part)
{
    double v = part / 255.0;
    return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
}

static uint8_t from_linear(double v)
{
    double s = v <= 0.0031308 ? v * 12.92 : 1.055 * pow(v, 1 / 2.4) - 0.055;
    return (uint8_t)lround(fmin(fmax(s, 0), 1) * 255);
}

static double luminance(struct ans_rgb c)
{
    return 0.2126 * to_linear(c.r) + 0.7152 * to_linear(c.g) +
           0.0722 * to_linear(c.b);
}

double ans_contrast(struct ans_rgb a, struct ans_rgb b)
{
    double x = luminance(a), y = luminance(b);
    return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

struct lab {
    double l, a, b;
};

/* OKLab (Ottosson 2020): equal steps look equally large, so that a mix of two
 * colours does not turn grey or dark on its way. */
static struct lab to_lab(struct ans_rgb c)
{
    double r = to_linear(c.r), g = to_linear(c.g), b = to_linear(c.b);
    double l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return (struct lab){
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
    };
}

static struct ans_rgb from_lab(struct lab c)
{
    double l = pow(c.l + 0.3963377774 * c.a + 0.2158037573 * c.b, 3);
    double m = pow(c.l - 0.1055613458 * c.a - 0.0638541728 * c.b, 3);
    double s = pow(c.l - 0.0894841775 * c.a - 1.2914855480 * c.b, 3);
    return (struct ans_rgb){
        from_linear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
        from_linear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
        from_linear(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s),
    };
}

struct ans_rgb ans_rgb_mix(struct ans_rgb a, struct ans_rgb b, double share)
{
    double t = fmin(fmax(share, 0), 1);
    struct lab x = to_lab(a), y = to_lab(b);
    return from_lab((struct lab){x.l + (y.l - x.l) * t, x.a + (y.a - x.a) * t,
                                 x.b + (y.b - x.b) * t});
}
