#include "mail/mail.h"

#define LONGEST_LOCAL   64  /* RFC 5321, 4.5.3.1.1 */
#define LONGEST_HOST    253 /* RFC 1035, 2.3.4, as text */
#define LONGEST_LABEL   63
#define LONGEST_ADDRESS 254 /* a path of 256 without its angle brackets */

static bool is_alnum(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* atext of RFC 5322, 3.2.3 */
static bool is_atext(char c)
{
    return c && (is_alnum(c) || strchr("!#$%&'*+-/=?^_`{|}~", c));
}

static bool local_valid(struct ans_str local)
{
    if (!local.len || local.len > LONGEST_LOCAL)
        return false;
    bool after_dot = true;
    for (size_t i = 0; i < local.len; i++) {
        char c = local.ptr[i];
        if (c == '.' ? after_dot : !is_atext(c))
            return false;
        after_dot = c == '.';
    }
    return !after_dot;
}

static bool label_valid(struct ans_str label)
{
    if (!label.len || label.len > LONGEST_LABEL)
        return false;
    for (size_t i = 0; i < label.len; i++) {
        char c = label.ptr[i];
        bool edge = i == 0 || i == label.len - 1;
        if (!is_alnum(c) && (c != '-' || edge))
            return false;
    }
    return true;
}

/* No top level domain begins with a digit; numbers there are an IP address. */
static bool host_valid(struct ans_str host)
{
    if (!host.len || host.len > LONGEST_HOST)
        return false;
    size_t labels = 0;
    for (;;) {
        bool last = ans_str_find(host, '.') < 0;
        struct ans_str label = ans_str_cut(&host, '.');
        if (!label_valid(label))
            return false;
        labels++;
        if (last)
            return labels >= 2 && !is_digit(label.ptr[0]);
    }
}

bool ans_mail_address_valid(struct ans_str address)
{
    ptrdiff_t at = ans_str_find(address, '@');
    if (at < 0 || address.len > LONGEST_ADDRESS)
        return false;
    struct ans_str host = ans_str_sub(address, (size_t)at + 1, address.len);
    return local_valid(ans_str_sub(address, 0, (size_t)at)) && host_valid(host);
}
