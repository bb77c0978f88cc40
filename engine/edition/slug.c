#include "edition/edition.h"

#define SLUG_MOST 40

/* First parts of the service's own addresses: a county of that name could not
 * be reached. */
static const char *const taken[] = {"drift",   "healthz", "index",
                                    "metrics", "readyz",  "web"};

bool ans_slug_valid(struct ans_str s)
{
    if (!s.len || s.len > SLUG_MOST || s.ptr[0] < 'a' || s.ptr[0] > 'z')
        return false;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-')
            return false;
    }
    for (size_t i = 0; i < ANS_COUNT(taken); i++)
        if (ans_str_is(s, taken[i]))
            return false;
    return true;
}
