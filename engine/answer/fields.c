/* Raw fields: whose they are, what stays when a page is sent, what stands
 * there first. */
#include "answer/judging.h"

#define MOST_ROW 999

static bool is_part(struct ans_str rest, const char *const *parts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (ans_str_is(rest, parts[i]))
            return true;
    return false;
}

int64_t ans_row_cut(struct ans_str *rest)
{
    int64_t number = 0;
    struct ans_str digits = ans_str_cut(rest, '.');
    if (!digits.len || digits.len > 3 || digits.ptr[0] < '1' ||
        digits.ptr[0] > '9' || !ans_str_int(digits, &number))
        return 0;
    return number <= MOST_ROW ? number : 0;
}

static bool owns_in_row(const struct ans_question *group, struct ans_str rest)
{
    if (!ans_row_cut(&rest))
        return false;
    for (size_t i = 0; i < group->questions.count; i++) {
        const struct ans_question *sub =
            ANS_AT(ans_question, group->questions, i);
        if (ans_question_owns(sub, sub->node.id, rest))
            return true;
    }
    return false;
}

bool ans_question_owns(const struct ans_question *q, struct ans_str name,
                       struct ans_str field)
{
    static const char *const date[] = {"day", "month", "year"};
    static const char *const sexes[] = {"women", "men", "other"};
    bool whole = ans_str_eq(name, field);
    bool dotted = field.len > name.len && ans_str_starts(field, name) &&
                  field.ptr[name.len] == '.';
    struct ans_str rest = dotted ? ans_str_sub(field, name.len + 1, field.len)
                                 : (struct ans_str){0};
    switch (q->type) {
    case ANS_Q_DATE:
        return dotted && is_part(rest, date, 3);
    case ANS_Q_MONTH:
        return dotted && is_part(rest, date + 1, 2);
    case ANS_Q_BY_SEX:
        return dotted && is_part(rest, sexes, q->other ? 3 : 2);
    case ANS_Q_MEMBER:
        return whole || (dotted && ans_str_is(rest, "search"));
    case ANS_Q_GROUP:
        return dotted && owns_in_row(q, rest);
    default:
        return whole;
    }
}

static size_t copy_fields(struct ans_arena *arena, struct ans_fields *to,
                          const struct ans_question *q,
                          const struct ans_fields *from)
{
    size_t count = 0;
    for (size_t i = 0; i < from->count; i++) {
        const struct ans_field *f = &from->items[i];
        if (!ans_question_owns(q, q->node.id, f->name))
            continue;
        ans_fields_add(arena, to, f->name, f->value);
        count++;
    }
    return count;
}

static bool owns_any(const struct ans_question *q,
                     const struct ans_fields *fields)
{
    for (size_t i = 0; i < fields->count; i++)
        if (ans_question_owns(q, q->node.id, fields->items[i].name))
            return true;
    return false;
}

/* Did the page that was sent show this question? */
static bool was_asked(const struct ans_question *q,
                      const struct ans_fields *sent)
{
    bool says = false;
    for (size_t i = 0; i < sent->count; i++) {
        if (!ans_str_is(sent->items[i].name, "_asked"))
            continue;
        if (ans_str_eq(sent->items[i].value, q->node.id))
            return true;
        says = true;
    }
    return !says && (q->shown_when.op == ANS_RULE_ALWAYS || owns_any(q, sent));
}

/* The name of a question's first field. */
static struct ans_str first_name(struct ans_arena *arena,
                                 const struct ans_question *q,
                                 struct ans_str name)
{
    switch (q->type) {
    case ANS_Q_DATE:
        return ans_arena_printf(arena, "%.*s.day", ANS_STR_ARG(name));
    case ANS_Q_MONTH:
        return ans_arena_printf(arena, "%.*s.month", ANS_STR_ARG(name));
    case ANS_Q_BY_SEX:
        return ans_arena_printf(arena, "%.*s.women", ANS_STR_ARG(name));
    case ANS_Q_GROUP:
        break;
    default:
        return name;
    }
    if (!q->questions.count)
        return name;
    const struct ans_question *sub = ANS_AT(ans_question, q->questions, 0);
    return first_name(arena, sub,
                      ans_arena_printf(arena, "%.*s.1.%.*s", ANS_STR_ARG(name),
                                       ANS_STR_ARG(sub->node.id)));
}

static void merge_step(struct ans_arena *arena, struct ans_fields *to,
                       const struct ans_step *step, bool replaced,
                       const struct ans_fields *kept,
                       const struct ans_fields *sent)
{
    for (size_t i = 0; i < step->questions.count; i++) {
        const struct ans_question *q = ANS_AT(ans_question, step->questions, i);
        if (!replaced || !was_asked(q, sent))
            copy_fields(arena, to, q, kept);
        else if (!copy_fields(arena, to, q, sent))
            ans_fields_add(arena, to, first_name(arena, q, q->node.id),
                           ANS_STR(""));
    }
}

static bool is_owned(const struct ans_join *join, struct ans_str field)
{
    struct ans_str rest = field;
    const struct ans_question *q =
        ans_join_question(join, ans_str_cut(&rest, '.'));
    return q && ans_question_owns(q, q->node.id, field);
}

/* Answers to questions that the form had before. */
static void copy_older(struct ans_arena *arena, struct ans_fields *to,
                       const struct ans_join *join,
                       const struct ans_fields *kept)
{
    for (size_t i = 0; i < kept->count; i++) {
        const struct ans_field *f = &kept->items[i];
        if (!ans_str_starts(f->name, ANS_STR("_")) && !is_owned(join, f->name))
            ans_fields_add(arena, to, f->name, f->value);
    }
}

struct ans_fields ans_answer_merge(struct ans_arena *arena,
                                   const struct ans_county *c,
                                   const struct ans_step *step,
                                   const struct ans_fields *kept,
                                   const struct ans_fields *sent)
{
    struct ans_fields merged = {0};
    for (size_t i = 0; c->join && i < c->join->steps.count; i++) {
        const struct ans_step *s = ANS_AT(ans_step, c->join->steps, i);
        merge_step(arena, &merged, s, !step || step == s, kept, sent);
    }
    if (c->join)
        copy_older(arena, &merged, c->join, kept);
    return merged;
}

/* "2025-03-14" into the parts of a date, "2025-03" into those of a month. */
static void add_default_date(struct ans_arena *arena, struct ans_fields *to,
                             const struct ans_question *q)
{
    struct ans_str rest = q->default_value;
    struct ans_str year = ans_str_cut(&rest, '-');
    struct ans_str month = ans_str_cut(&rest, '-');
    struct ans_str name = q->node.id;
    if (q->type == ANS_Q_DATE)
        ans_fields_add(arena, to,
                       ans_arena_printf(arena, "%.*s.day", ANS_STR_ARG(name)),
                       rest);
    ans_fields_add(arena, to,
                   ans_arena_printf(arena, "%.*s.month", ANS_STR_ARG(name)),
                   month);
    ans_fields_add(arena, to,
                   ans_arena_printf(arena, "%.*s.year", ANS_STR_ARG(name)),
                   year);
}

static void add_default(struct ans_arena *arena, struct ans_fields *to,
                        const struct ans_question *q)
{
    struct ans_str rest = q->default_value;
    switch (q->type) {
    case ANS_Q_DATE:
    case ANS_Q_MONTH:
        add_default_date(arena, to, q);
        break;
    case ANS_Q_CHOICES:
    case ANS_Q_AREAS:
        while (rest.len)
            ans_fields_add(arena, to, q->node.id,
                           ans_str_trim(ans_str_cut(&rest, ',')));
        break;
    case ANS_Q_BY_SEX:
    case ANS_Q_GROUP:
        break; /* nobody can know these beforehand */
    default:
        ans_fields_add(arena, to, q->node.id, rest);
    }
}

struct ans_fields ans_answer_defaults(struct ans_arena *arena,
                                      const struct ans_county *c,
                                      const struct ans_step *step,
                                      const struct ans_fields *kept)
{
    struct ans_fields fields = {0};
    for (size_t i = 0; c->join && i < c->join->steps.count; i++) {
        const struct ans_step *s = ANS_AT(ans_step, c->join->steps, i);
        if (step && step != s)
            continue;
        for (size_t k = 0; k < s->questions.count; k++) {
            const struct ans_question *q =
                ANS_AT(ans_question, s->questions, k);
            if (q->default_value.len && !owns_any(q, kept))
                add_default(arena, &fields, q);
        }
    }
    return fields;
}
