#include "picture/style.h"

#include <strings.h>

/* Functions of CSS that load what they name. */
static const char *const loaders[] = {
    "url(",        "src(",    "image(",   "image-set(", "element(",
    "expression(", "@import", "@charset", "@font-face", "javascript:"};

static bool starts_nocase(struct ans_str s, const char *with)
{
    size_t len = strlen(with);
    return s.len >= len && !strncasecmp(s.ptr, with, len);
}

/* "#id)" with quotes and spaces as CSS allows. */
static bool is_own_reference(struct ans_str s)
{
    s = ans_str_trim(s);
    if (s.len && (s.ptr[0] == '"' || s.ptr[0] == '\''))
        s = ans_str_sub(s, 1, s.len);
    return ans_str_starts(s, ANS_STR("#"));
}

bool ans_picture_check_style(struct ans_str css, struct ans_err *err)
{
    for (size_t at = 0; at < css.len; at++) {
        struct ans_str rest = ans_str_sub(css, at, css.len);
        for (size_t i = 0; i < ANS_COUNT(loaders); i++) {
            if (!starts_nocase(rest, loaders[i]))
                continue;
            size_t len = strlen(loaders[i]);
            if (i == 0 && is_own_reference(ans_str_sub(rest, len, rest.len)))
                continue;
            return ans_err_set(err, ANS_ERR_INPUT,
                               "the drawing may load something: %s",
                               loaders[i]);
        }
        if (css.ptr[at] == '\\')
            return ans_err_set(err, ANS_ERR_INPUT,
                               "the drawing's style has a backslash, which "
                               "can hide what it says");
    }
    return true;
}
