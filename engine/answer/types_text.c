/* Types that are written: texts and addresses. */
#include "answer/judging.h"
#include "answer/orgnumber.h"
#include "base/text.h"
#include "codec/url.h"
#include "mail/mail.h"

/* Digits of a telephone number with its country's code (ITU-T E.164), and of
 * a Swedish one with its first 0. */
#define FEWEST_DIGITS 7
#define MOST_DIGITS   15
#define MOST_AT_HOME  11

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static enum ans_judged judge_length(struct ans_judging *j,
                                    const struct ans_question *q,
                                    struct ans_str name, struct ans_str text)
{
    int64_t length = (int64_t)ans_text_length(text);
    int64_t longest = ans_judge_longest(q);
    if (length >= q->shortest && length <= longest)
        return ANS_JUDGED_GOOD;
    bool is_short = length < q->shortest;
    struct ans_map *values =
        ans_judge_problem(j, q, name, is_short ? "too-short" : "too-long");
    ans_map_put_int(values, is_short ? "shortest" : "longest",
                    is_short ? q->shortest : longest);
    ans_map_put_int(values, "given", length);
    return ANS_JUDGED_WRONG;
}

enum ans_judged ans_judge_text(struct ans_judging *j,
                               const struct ans_question *q,
                               struct ans_str name, struct ans_value *out)
{
    struct ans_str text;
    enum ans_judged judged =
        ans_judge_one(j, q, name, q->type != ANS_Q_LONG_TEXT, &text);
    if (judged == ANS_JUDGED_GOOD)
        judged = judge_length(j, q, name, text);
    *out = ans_value_str(text);
    return judged;
}

enum ans_judged ans_judge_org_number(struct ans_judging *j,
                                     const struct ans_question *q,
                                     struct ans_str name, struct ans_value *out)
{
    struct ans_str typed;
    enum ans_judged judged = ans_judge_one(j, q, name, true, &typed);
    if (judged != ANS_JUDGED_GOOD)
        return judged;
    struct ans_str ten = {0};
    switch (ans_org_number_parse(j->arena, typed, &ten)) {
    case ANS_ORG_FORM:
        return ans_judge_wrong(j, q, name, "not-an-org-number");
    case ANS_ORG_CHECK_DIGIT:
        return ans_judge_wrong(j, q, name, "check-digit");
    case ANS_ORG_GOOD:
        break;
    }
    *out = ans_value_str(ten);
    return ANS_JUDGED_GOOD;
}

/* Hosts know no case, and two spellings of one address are one address to
 * whoever counts the mails to it. */
enum ans_judged ans_judge_email(struct ans_judging *j,
                                const struct ans_question *q,
                                struct ans_str name, struct ans_value *out)
{
    struct ans_str typed;
    enum ans_judged judged = ans_judge_one(j, q, name, true, &typed);
    if (judged != ANS_JUDGED_GOOD)
        return judged;
    if (!ans_mail_address_valid(typed))
        return ans_judge_wrong(j, q, name, "not-an-email");
    char *address = ans_arena_alloc(j->arena, typed.len + 1);
    memcpy(address, typed.ptr, typed.len);
    for (char *c = strchr(address, '@'); *c; c++)
        if (*c >= 'A' && *c <= 'Z')
            *c = (char)(*c + 'a' - 'A');
    *out = ans_value_str((struct ans_str){address, typed.len});
    return ANS_JUDGED_GOOD;
}

/* As typed, with plain hyphens for the dashes that programs make of them. */
static struct ans_str plain_dashes(struct ans_arena *arena, struct ans_str s)
{
    char *to = ans_arena_alloc(arena, s.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < s.len; i++) {
        struct ans_str rest = ans_str_sub(s, i, s.len);
        bool dash = ans_str_starts(rest, ANS_STR("\u2010")) ||
                    ans_str_starts(rest, ANS_STR("\u2011")) ||
                    ans_str_starts(rest, ANS_STR("\u2013")) ||
                    ans_str_starts(rest, ANS_STR("\u2212"));
        to[len++] = dash ? '-' : s.ptr[i];
        i += dash ? strlen("\u2010") - 1 : 0;
    }
    return (struct ans_str){to, len};
}

/* "+46 10 123 45 67", "010-123 45 67", "+46 (0)10-123 45 67". A local number
 * without its area is none that others can call. */
static bool is_phone(struct ans_str s)
{
    size_t digits = 0;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (is_digit(c))
            digits++;
        else if (c == '+' ? i > 0 : !c || !strchr(" -/.()", c))
            return false;
    }
    struct ans_str number = s;
    while (number.len && number.ptr[0] == '(')
        number = ans_str_sub(number, 1, number.len);
    if (ans_str_starts(number, ANS_STR("+")))
        return number.len > 1 && is_digit(number.ptr[1]) &&
               number.ptr[1] != '0' && digits >= FEWEST_DIGITS &&
               digits <= MOST_DIGITS + 1; /* "(0)" is not counted there */
    if (ans_str_starts(number, ANS_STR("00")))
        return digits >= FEWEST_DIGITS + 2 && digits <= MOST_DIGITS + 2;
    return ans_str_starts(number, ANS_STR("0")) && digits >= FEWEST_DIGITS &&
           digits <= MOST_AT_HOME;
}

enum ans_judged ans_judge_phone(struct ans_judging *j,
                                const struct ans_question *q,
                                struct ans_str name, struct ans_value *out)
{
    struct ans_str typed;
    enum ans_judged judged = ans_judge_one(j, q, name, true, &typed);
    if (judged == ANS_JUDGED_GOOD)
        judged = judge_length(j, q, name, typed);
    if (judged != ANS_JUDGED_GOOD)
        return judged;
    struct ans_str number = plain_dashes(j->arena, typed);
    if (!is_phone(number))
        return ans_judge_wrong(j, q, name, "not-a-phone");
    *out = ans_value_str(number);
    return ANS_JUDGED_GOOD;
}

enum ans_judged ans_judge_web_address(struct ans_judging *j,
                                      const struct ans_question *q,
                                      struct ans_str name,
                                      struct ans_value *out)
{
    struct ans_str typed;
    enum ans_judged judged = ans_judge_one(j, q, name, true, &typed);
    if (judged == ANS_JUDGED_GOOD)
        judged = judge_length(j, q, name, typed);
    if (judged != ANS_JUDGED_GOOD)
        return judged;
    if (ans_str_find_str(typed, ANS_STR("://")) < 0)
        typed = ans_arena_printf(j->arena, "https://%.*s", ANS_STR_ARG(typed));
    if (!ans_url_is_web_address(typed))
        return ans_judge_wrong(j, q, name, "not-a-web-address");
    *out = ans_value_str(typed);
    return ANS_JUDGED_GOOD;
}
