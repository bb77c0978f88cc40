/* The library string, without patterns: one pattern on 22 characters was
 * measured to run for seconds. Positions and lengths are bytes, as in Lua;
 * the library text knows letters. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>

#include "script/internal.h"

#define MOST_BYTE_VALUES 64

static int string_len(lua_State *L)
{
    ans_vm_charge(L, 1);
    size_t len;
    luaL_checklstring(L, 1, &len);
    lua_pushinteger(L, (lua_Integer)len);
    return 1;
}

/* A first and last position as Lua counts, made into 1..len; an empty range
 * has first > last. */
static void range(lua_Integer *first, lua_Integer *last, size_t len)
{
    lua_Integer n = (lua_Integer)len;
    if (*first < 0)
        *first = *first < -n ? 1 : n + *first + 1;
    else if (*first == 0)
        *first = 1;
    if (*last < 0)
        *last = *last < -n ? 0 : n + *last + 1;
    else if (*last > n)
        *last = n;
}

static int string_sub(lua_State *L)
{
    struct ans_str s = ans_script_check_str(L, 1);
    lua_Integer first = luaL_optinteger(L, 2, 1);
    lua_Integer last = luaL_optinteger(L, 3, -1);
    range(&first, &last, s.len);
    if (first > last)
        lua_pushliteral(L, "");
    else
        lua_pushlstring(L, s.ptr + first - 1, (size_t)(last - first + 1));
    return 1;
}

static int string_byte(lua_State *L)
{
    struct ans_str s = ans_script_check_str(L, 1);
    lua_Integer first = luaL_optinteger(L, 2, 1);
    lua_Integer last = luaL_optinteger(L, 3, first);
    range(&first, &last, s.len);
    if (first > last)
        return 0;
    if (last - first >= MOST_BYTE_VALUES)
        return luaL_error(L, "more than %d bytes at once", MOST_BYTE_VALUES);
    luaL_checkstack(L, MOST_BYTE_VALUES, NULL);
    for (lua_Integer i = first; i <= last; i++)
        lua_pushinteger(L, (unsigned char)s.ptr[i - 1]);
    return (int)(last - first + 1);
}

/* rep(s, n [, sep]); the length is known, and judged, before anything is
 * copied. */
static int string_rep(lua_State *L)
{
    struct ans_str s = ans_script_check_str(L, 1);
    lua_Integer n = luaL_checkinteger(L, 2);
    struct ans_str sep = {"", 0};
    if (!lua_isnoneornil(L, 3))
        sep = ans_script_check_str(L, 3);
    if (n <= 0 || (!s.len && !sep.len)) {
        lua_pushliteral(L, "");
        return 1;
    }
    if ((lua_Unsigned)n > ANS_SCRIPT_LONGEST / (s.len + sep.len) + 1)
        return luaL_error(L, "a text would be longer than 1 MB");
    size_t count = (size_t)n;
    size_t total = s.len * count + sep.len * (count - 1);
    char *bytes = ans_script_bytes(L, total);
    char *to = bytes;
    for (size_t i = 0; i < count; i++) {
        if (i && sep.len)
            to = mempcpy(to, sep.ptr, sep.len);
        if (s.len)
            to = mempcpy(to, s.ptr, s.len);
    }
    lua_pushlstring(L, bytes, total);
    return 1;
}

/* One directive of a format: %[flags][width][.precision]letter. */
struct directive {
    bool left, plus, space, zero;
    int width;
    int precision; /* -1: none */
    char letter;
};

/* At most two digits. */
static int read_number(struct ans_str *s)
{
    int n = 0;
    for (int i = 0; i < 2 && s->len && *s->ptr >= '0' && *s->ptr <= '9'; i++) {
        n = n * 10 + (*s->ptr - '0');
        *s = ans_str_sub(*s, 1, SIZE_MAX);
    }
    return n;
}

static bool read_flag(struct directive *d, char c)
{
    bool *flag = c == '-'   ? &d->left
                 : c == '+' ? &d->plus
                 : c == ' ' ? &d->space
                 : c == '0' ? &d->zero
                            : NULL;
    if (flag)
        *flag = true;
    return flag;
}

static struct directive read_directive(lua_State *L, struct ans_str *s)
{
    struct directive d = {.precision = -1};
    while (s->len && read_flag(&d, *s->ptr))
        *s = ans_str_sub(*s, 1, SIZE_MAX);
    d.width = read_number(s);
    if (s->len && *s->ptr == '.') {
        *s = ans_str_sub(*s, 1, SIZE_MAX);
        d.precision = read_number(s);
    }
    if (!s->len || !*s->ptr || !strchr("dixXeEfgGs", *s->ptr))
        luaL_error(L, "format: %%d %%i %%x %%X %%e %%f %%g %%s and %%%% are "
                      "known, with widths of two digits");
    d.letter = *s->ptr;
    *s = ans_str_sub(*s, 1, SIZE_MAX);
    return d;
}

/* Room for any number: 309 digits, a sign, a point and 99 decimals. */
#define NUMBER_SIZE 512

/* The digits of a number without its sign. */
static size_t number_digits(const struct directive *d, double n, int64_t whole,
                            char *to)
{
    int precision = d->precision < 0 ? 6 : d->precision;
    /* Not -whole: the smallest integer has no positive twin. */
    uint64_t size = whole < 0 ? 0u - (uint64_t)whole : (uint64_t)whole;
    int len = 0;
    switch (d->letter) {
    case 'd':
    case 'i':
        len = snprintf(to, NUMBER_SIZE, "%" PRIu64, size);
        break;
    case 'x':
        len = snprintf(to, NUMBER_SIZE, "%" PRIx64, (uint64_t)whole);
        break;
    case 'X':
        len = snprintf(to, NUMBER_SIZE, "%" PRIX64, (uint64_t)whole);
        break;
    case 'e':
        len = snprintf(to, NUMBER_SIZE, "%.*e", precision, fabs(n));
        break;
    case 'E':
        len = snprintf(to, NUMBER_SIZE, "%.*E", precision, fabs(n));
        break;
    case 'f':
        len = snprintf(to, NUMBER_SIZE, "%.*f", precision, fabs(n));
        break;
    case 'g':
        len = snprintf(to, NUMBER_SIZE, "%.*g", precision, fabs(n));
        break;
    case 'G':
        len = snprintf(to, NUMBER_SIZE, "%.*G", precision, fabs(n));
        break;
    }
    return (size_t)len;
}

static char *put(char *to, char c, int times)
{
    for (int i = 0; i < times; i++)
        *to++ = c;
    return to;
}

static char *put_number(lua_State *L, const struct directive *d, int arg,
                        char *to)
{
    bool is_whole = strchr("dixX", d->letter);
    bool is_hex = d->letter == 'x' || d->letter == 'X';
    int64_t whole = is_whole ? luaL_checkinteger(L, arg) : 0;
    double n = is_whole ? 0 : luaL_checknumber(L, arg);
    bool minus = !is_hex && (whole < 0 || (signbit(n) && !isnan(n)));
    char digits[NUMBER_SIZE];
    int len = (int)number_digits(d, n, whole, digits);
    char sign = (char)(minus      ? '-'
                       : is_hex   ? '\0'
                       : d->plus  ? '+'
                       : d->space ? ' '
                                  : '\0');
    int pad = d->width - len - (sign != '\0');
    bool zero = d->zero && !d->left && isfinite(n);
    if (!d->left && !zero)
        to = put(to, ' ', pad);
    if (sign)
        *to++ = sign;
    if (zero)
        to = put(to, '0', pad);
    to = mempcpy(to, digits, (size_t)len);
    return d->left ? put(to, ' ', pad) : to;
}

/* The first `most` characters (UTF-8) of a text, and how many there are. */
static struct ans_str characters(struct ans_str s, int most, int *count)
{
    size_t at = 0;
    *count = 0;
    while (at < s.len && *count < most) {
        at++;
        while (at < s.len && ((unsigned char)s.ptr[at] & 0xc0) == 0x80)
            at++;
        ++*count;
    }
    return ans_str_sub(s, 0, at);
}

static char *put_text(lua_State *L, const struct directive *d, int arg,
                      char *to)
{
    char buffer[64];
    luaL_checkany(L, arg);
    struct ans_str s = ans_script_text_of(L, arg, buffer);
    int count = 0;
    if (d->precision >= 0)
        s = characters(s, d->precision, &count);
    else
        (void)characters(s, d->width, &count);
    int pad = d->width - count;
    if (!d->left)
        to = put(to, ' ', pad);
    if (s.len)
        to = mempcpy(to, s.ptr, s.len);
    return d->left ? put(to, ' ', pad) : to;
}

/* More than the result can need: each argument is written once at most. */
static size_t format_bound(lua_State *L, struct ans_str form)
{
    size_t bound = form.len;
    for (int i = 2; i <= lua_gettop(L); i++) {
        bound += NUMBER_SIZE;
        if (lua_type(L, i) == LUA_TSTRING)
            bound += lua_rawlen(L, i);
    }
    return bound;
}

static int string_format(lua_State *L)
{
    struct ans_str form = ans_script_check_str(L, 1);
    int last = lua_gettop(L);
    char *bytes = ans_script_bytes(L, format_bound(L, form));
    char *to = bytes;
    int arg = 1;
    while (form.len) {
        char c = *form.ptr;
        form = ans_str_sub(form, 1, SIZE_MAX);
        if (c != '%') {
            *to++ = c;
        } else if (form.len && *form.ptr == '%') {
            *to++ = '%';
            form = ans_str_sub(form, 1, SIZE_MAX);
        } else {
            struct directive d = read_directive(L, &form);
            arg++;
            luaL_argcheck(L, arg <= last, arg, "no value");
            to = d.letter == 's' ? put_text(L, &d, arg, to)
                                 : put_number(L, &d, arg, to);
        }
    }
    lua_pushlstring(L, bytes, (size_t)(to - bytes));
    return 1;
}

const luaL_Reg ans_script_string[] = {
    {"byte", string_byte},       {"format", string_format},
    {"len", string_len},         {"lower", ans_script_lower},
    {"rep", string_rep},         {"sub", string_sub},
    {"upper", ans_script_upper}, {NULL, NULL},
};
