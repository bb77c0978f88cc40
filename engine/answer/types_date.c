/* Days, months and years. */
#include "answer/judging.h"

/* What no one means when the county sets no limits. */
#define EARLIEST_YEAR 1000
#define YEARS_AHEAD   100

/* Digits only, as many as `least` to `most`. */
static bool read_digits(struct ans_str s, size_t least, size_t most, int *out)
{
    int n = 0;
    if (s.len < least || s.len > most)
        return false;
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9')
            return false;
        n = n * 10 + (s.ptr[i] - '0');
    }
    *out = n;
    return true;
}

static void put_day(struct ans_judging *j, const struct ans_question *q,
                    struct ans_map *values, const char *key, int64_t days)
{
    struct ans_date d = ans_date_from_days(days);
    if (q->type == ANS_Q_MONTH)
        d.day = 0;
    if (q->type == ANS_Q_YEAR)
        ans_map_put_int(values, key, d.year);
    else
        ans_map_put_str(values, key, ans_date_iso(j->arena, d));
}

static int64_t first_of_year(int64_t year)
{
    return ans_date_to_days((struct ans_date){.year = (int)year});
}

/* The county's limits, years made days; or else those of reason. */
static int64_t earliest(const struct ans_question *q)
{
    if (!q->has_from)
        return first_of_year(EARLIEST_YEAR);
    return q->type == ANS_Q_YEAR ? first_of_year((int64_t)q->from)
                                 : (int64_t)q->from;
}

static int64_t latest(const struct ans_judging *j, const struct ans_question *q)
{
    if (!q->has_to)
        return first_of_year(ans_date_from_days(j->today).year + YEARS_AHEAD);
    return q->type == ANS_Q_YEAR ? first_of_year((int64_t)q->to)
                                 : (int64_t)q->to;
}

static enum ans_judged judge_limits(struct ans_judging *j,
                                    const struct ans_question *q,
                                    struct ans_str field, struct ans_date d)
{
    int64_t days = ans_date_to_days(d);
    bool early = days < earliest(q);
    if (!early && days <= latest(j, q))
        return ANS_JUDGED_GOOD;
    struct ans_map *values =
        ans_judge_problem(j, q, field, early ? "too-early" : "too-late");
    put_day(j, q, values, early ? "from" : "to",
            early ? earliest(q) : latest(j, q));
    return ANS_JUDGED_WRONG;
}

struct part {
    const char *name;
    size_t least, most; /* digits */
    int *number;
};

/* All parts or none. */
static enum ans_judged judge_parts(struct ans_judging *j,
                                   const struct ans_question *q,
                                   struct ans_str name,
                                   const struct part *parts, size_t count,
                                   const char *when_wrong)
{
    struct ans_str typed[3];
    struct ans_str missing = {0};
    size_t blank = 0;
    for (size_t i = 0; i < count; i++) {
        struct ans_str field = ans_judge_part(j, name, parts[i].name);
        enum ans_judged judged = ans_judge_one(j, q, field, true, &typed[i]);
        if (judged == ANS_JUDGED_WRONG)
            return judged;
        if (judged == ANS_JUDGED_BLANK && !blank++)
            missing = field;
    }
    if (blank == count)
        return ANS_JUDGED_BLANK;
    if (blank)
        return ans_judge_wrong(j, q, missing, "incomplete-date");
    for (size_t i = 0; i < count; i++)
        if (!read_digits(typed[i], parts[i].least, parts[i].most,
                         parts[i].number))
            return ans_judge_wrong(j, q, ans_judge_part(j, name, parts[i].name),
                                   when_wrong);
    return ANS_JUDGED_GOOD;
}

enum ans_judged ans_judge_date(struct ans_judging *j,
                               const struct ans_question *q,
                               struct ans_str name, struct ans_value *out)
{
    struct ans_date d = {0};
    const struct part parts[] = {{"day", 1, 2, &d.day},
                                 {"month", 1, 2, &d.month},
                                 {"year", 4, 4, &d.year}};
    enum ans_judged judged =
        judge_parts(j, q, name, parts, ANS_COUNT(parts), "not-a-date");
    if (judged != ANS_JUDGED_GOOD)
        return judged;
    struct ans_str field = ans_judge_part(j, name, "day");
    /* 0 means that a part is not said, which is not what was typed */
    if (!d.month || !d.day || !ans_date_valid(d))
        return ans_judge_wrong(j, q, field, "not-a-date");
    *out = ans_value_str(ans_date_iso(j->arena, d));
    return judge_limits(j, q, field, d);
}

enum ans_judged ans_judge_month(struct ans_judging *j,
                                const struct ans_question *q,
                                struct ans_str name, struct ans_value *out)
{
    struct ans_date d = {0};
    const struct part parts[] = {{"month", 1, 2, &d.month},
                                 {"year", 4, 4, &d.year}};
    enum ans_judged judged =
        judge_parts(j, q, name, parts, ANS_COUNT(parts), "not-a-month");
    if (judged != ANS_JUDGED_GOOD)
        return judged;
    struct ans_str field = ans_judge_part(j, name, "month");
    if (!d.month || !ans_date_valid(d))
        return ans_judge_wrong(j, q, field, "not-a-month");
    *out = ans_value_str(ans_date_iso(j->arena, d));
    return judge_limits(j, q, field, d);
}

enum ans_judged ans_judge_year(struct ans_judging *j,
                               const struct ans_question *q,
                               struct ans_str name, struct ans_value *out)
{
    struct ans_str typed;
    struct ans_date d = {0};
    enum ans_judged judged = ans_judge_one(j, q, name, true, &typed);
    if (judged != ANS_JUDGED_GOOD)
        return judged;
    if (!read_digits(typed, 4, 4, &d.year) || !ans_date_valid(d))
        return ans_judge_wrong(j, q, name, "not-a-year");
    *out = ans_value_int(d.year);
    return judge_limits(j, q, name, d);
}
