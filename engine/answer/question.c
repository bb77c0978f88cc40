#include "answer/judging.h"
#include "base/text.h"

#define LONGEST_NAME        200
#define LONGEST_TEXT        200
#define LONGEST_LONG_TEXT   5000
#define LONGEST_EMAIL       254
#define LONGEST_PHONE       40
#define LONGEST_WEB_ADDRESS 2000

static const struct {
    ans_judge_fn *judge;
    const char *when_blank; /* the problem of a required one */
    int64_t longest;
} types[] = {
    [ANS_Q_NAME] = {ans_judge_text, "required", LONGEST_NAME},
    [ANS_Q_KIND] = {ans_judge_kind, "required-choice", 0},
    [ANS_Q_ORG_NUMBER] = {ans_judge_org_number, "required", 0},
    [ANS_Q_MUNICIPALITY] = {ans_judge_municipality, "required-choice", 0},
    [ANS_Q_EMAIL] = {ans_judge_email, "required", LONGEST_EMAIL},
    [ANS_Q_TEXT] = {ans_judge_text, "required", LONGEST_TEXT},
    [ANS_Q_LONG_TEXT] = {ans_judge_text, "required", LONGEST_LONG_TEXT},
    [ANS_Q_CHOICE] = {ans_judge_choice, "required-choice", 0},
    [ANS_Q_CHOICES] = {ans_judge_choices, "required-choice", 0},
    [ANS_Q_YES_NO] = {ans_judge_yes_no, "required-choice", 0},
    [ANS_Q_DATE] = {ans_judge_date, "required", 0},
    [ANS_Q_MONTH] = {ans_judge_month, "required", 0},
    [ANS_Q_YEAR] = {ans_judge_year, "required", 0},
    [ANS_Q_NUMBER] = {ans_judge_number, "required", 0},
    [ANS_Q_BY_SEX] = {ans_judge_by_sex, "required", 0},
    [ANS_Q_PHONE] = {ans_judge_phone, "required", LONGEST_PHONE},
    [ANS_Q_WEB_ADDRESS] = {ans_judge_web_address, "required",
                           LONGEST_WEB_ADDRESS},
    [ANS_Q_AREAS] = {ans_judge_areas, "required-choice", 0},
    [ANS_Q_CONSENT] = {ans_judge_consent, "required-consent", 0},
    [ANS_Q_MEMBER] = {ans_judge_member, "required-choice", 0},
    [ANS_Q_BODIES] = {ans_judge_bodies, "required", 0},
    [ANS_Q_GROUP] = {ans_judge_group, "required-row", 0},
};

int64_t ans_judge_longest(const struct ans_question *q)
{
    return q->longest ? q->longest : types[q->type].longest;
}

struct ans_map *ans_judge_problem(struct ans_judging *j,
                                  const struct ans_question *q,
                                  struct ans_str field, const char *code)
{
    struct ans_map *values = ans_map_new(j->arena);
    j->problems =
        ans_arena_grow(j->arena, j->problems, j->count, sizeof(*j->problems));
    j->problems[j->count++] = (struct ans_problem){field, q, code, values};
    return values;
}

enum ans_judged ans_judge_wrong(struct ans_judging *j,
                                const struct ans_question *q,
                                struct ans_str field, const char *code)
{
    ans_judge_problem(j, q, field, code);
    return ANS_JUDGED_WRONG;
}

struct ans_str ans_judge_part(struct ans_judging *j, struct ans_str name,
                              const char *part)
{
    return ans_arena_printf(j->arena, "%.*s.%s", ANS_STR_ARG(name), part);
}

/* Twice the same is still twice: no form of ours sends it. */
enum ans_judged ans_judge_one(struct ans_judging *j,
                              const struct ans_question *q,
                              struct ans_str field, bool one_line,
                              struct ans_str *out)
{
    *out = (struct ans_str){0};
    const struct ans_str *typed = NULL;
    for (size_t i = 0; i < j->raw->count; i++) {
        if (!ans_str_eq(j->raw->items[i].name, field))
            continue;
        if (typed)
            return ans_judge_wrong(j, q, field, "twice");
        typed = &j->raw->items[i].value;
    }
    struct ans_err err = {0};
    if (typed && !ans_text_clean(j->arena, *typed, one_line, out, &err))
        return ans_judge_wrong(j, q, field,
                               err.kind == ANS_ERR_LIMIT ? "too-many-marks"
                                                         : "not-valid-text");
    return out->len ? ANS_JUDGED_GOOD : ANS_JUDGED_BLANK;
}

bool ans_judge_shown(struct ans_judging *j, const struct ans_question *q)
{
    struct ans_err err = {0};
    bool shown = ans_answer_shown(q, j->county, j->answers, j->runner, &err);
    if (err.kind && !j->rule_err->kind)
        *j->rule_err = err;
    return shown;
}

/* Where a question begins that has parts. */
static struct ans_str first_field(struct ans_judging *j,
                                  const struct ans_question *q,
                                  struct ans_str name)
{
    if (q->type == ANS_Q_DATE)
        return ans_judge_part(j, name, "day");
    if (q->type == ANS_Q_MONTH)
        return ans_judge_part(j, name, "month");
    if (q->type == ANS_Q_BY_SEX)
        return ans_judge_part(j, name, "women");
    return name;
}

struct ans_value ans_judge_question(struct ans_judging *j,
                                    const struct ans_question *q,
                                    struct ans_str name)
{
    struct ans_value answer = ANS_VALUE_NIL;
    enum ans_judged judged = types[q->type].judge(j, q, name, &answer);
    if (judged == ANS_JUDGED_BLANK && q->required)
        ans_judge_problem(j, q, first_field(j, q, name),
                          types[q->type].when_blank);
    return judged == ANS_JUDGED_GOOD ? answer : ANS_VALUE_NIL;
}
