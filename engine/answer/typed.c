/* Typed answers as a visitor would send them: the way back from judging. */
#include "answer/judging.h"
#include "answer/orgnumber.h"

static struct ans_str part_name(struct ans_arena *arena, struct ans_str name,
                                const char *part)
{
    return ans_arena_printf(arena, "%.*s.%s", ANS_STR_ARG(name), part);
}

/* One value as one field has it; what has parts has none, but for a member
 * that was looked up. */
static struct ans_str as_typed(struct ans_arena *arena, struct ans_value v)
{
    switch (v.type) {
    case ANS_TEXT:
        return v.s;
    case ANS_BOOL:
        return v.b ? ANS_STR("yes") : ANS_STR("no");
    case ANS_INT:
        return ans_arena_printf(arena, "%lld", (long long)v.i);
    case ANS_NUM:
        return ans_arena_printf(arena, "%.14g", v.n);
    case ANS_MAP:
        return ans_map_str(v.map, "slug");
    case ANS_NIL:
    case ANS_LIST:
        break;
    }
    return ANS_STR("");
}

/* "2025-03-14", or "2025-03" without a day. */
static void add_date(struct ans_arena *arena, struct ans_fields *to,
                     struct ans_str name, struct ans_str date, bool day)
{
    struct ans_str rest = date;
    struct ans_str year = ans_str_cut(&rest, '-');
    struct ans_str month = ans_str_cut(&rest, '-');
    if (day)
        ans_fields_add(arena, to, part_name(arena, name, "day"), rest);
    ans_fields_add(arena, to, part_name(arena, name, "month"), month);
    ans_fields_add(arena, to, part_name(arena, name, "year"), year);
}

static void add_parts(struct ans_arena *arena, struct ans_fields *to,
                      struct ans_str name, struct ans_value v)
{
    static const char *const sexes[] = {"women", "men", "other"};
    for (size_t i = 0; v.type == ANS_MAP && i < ANS_COUNT(sexes); i++) {
        struct ans_value n = ans_map_find(v.map, sexes[i]);
        if (n.type != ANS_NIL)
            ans_fields_add(arena, to, part_name(arena, name, sexes[i]),
                           as_typed(arena, n));
    }
}

static void add_picks(struct ans_arena *arena, struct ans_fields *to,
                      struct ans_str name, struct ans_value v)
{
    if (v.type != ANS_LIST) {
        ans_fields_add(arena, to, name, as_typed(arena, v));
        return;
    }
    for (size_t i = 0; i < v.list->count; i++)
        ans_fields_add(arena, to, name, as_typed(arena, v.list->items[i]));
}

/* A name a line. */
static void add_lines(struct ans_arena *arena, struct ans_fields *to,
                      struct ans_str name, struct ans_value v)
{
    struct ans_str lines = as_typed(arena, v);
    for (size_t i = 0; v.type == ANS_LIST && i < v.list->count; i++)
        lines = ans_arena_printf(
            arena, "%.*s%s%.*s", ANS_STR_ARG(lines), i ? "\n" : "",
            ANS_STR_ARG(as_typed(arena, v.list->items[i])));
    ans_fields_add(arena, to, name, lines);
}

static void add_answer(struct ans_arena *arena, struct ans_fields *to,
                       const struct ans_question *q, struct ans_str name,
                       struct ans_value v);

static void add_rows(struct ans_arena *arena, struct ans_fields *to,
                     const struct ans_question *group, struct ans_str name,
                     struct ans_value v)
{
    for (size_t r = 0; v.type == ANS_LIST && r < v.list->count; r++) {
        struct ans_value row = v.list->items[r];
        for (size_t i = 0; row.type == ANS_MAP && i < group->questions.count;
             i++) {
            const struct ans_question *sub =
                ANS_AT(ans_question, group->questions, i);
            struct ans_value cell = ans_map_get(row.map, sub->node.id);
            if (cell.type != ANS_NIL)
                add_answer(arena, to, sub,
                           ans_arena_printf(arena, "%.*s.%zu.%.*s",
                                            ANS_STR_ARG(name), r + 1,
                                            ANS_STR_ARG(sub->node.id)),
                           cell);
        }
    }
}

static void add_answer(struct ans_arena *arena, struct ans_fields *to,
                       const struct ans_question *q, struct ans_str name,
                       struct ans_value v)
{
    switch (q->type) {
    case ANS_Q_DATE:
    case ANS_Q_MONTH:
        add_date(arena, to, name, as_typed(arena, v), q->type == ANS_Q_DATE);
        break;
    case ANS_Q_BY_SEX:
        add_parts(arena, to, name, v);
        break;
    case ANS_Q_CHOICES:
    case ANS_Q_AREAS:
        add_picks(arena, to, name, v);
        break;
    case ANS_Q_GROUP:
        add_rows(arena, to, q, name, v);
        break;
    case ANS_Q_BODIES:
        add_lines(arena, to, name, v);
        break;
    case ANS_Q_CONSENT: /* a box that is not ticked sends nothing */
        if (v.type != ANS_BOOL || v.b)
            ans_fields_add(arena, to, name, as_typed(arena, v));
        break;
    default:
        ans_fields_add(arena, to, name, as_typed(arena, v));
    }
}

void ans_answer_fields(struct ans_arena *arena, const struct ans_question *q,
                       struct ans_value answer, struct ans_fields *to)
{
    if (answer.type != ANS_NIL)
        add_answer(arena, to, q, q->node.id, answer);
}

bool ans_answer_is_public(const struct ans_question *q, struct ans_value answer)
{
    if (!q->public || answer.type == ANS_NIL)
        return false;
    return q->type != ANS_Q_ORG_NUMBER || !ans_org_number_is_personal(answer.s);
}
