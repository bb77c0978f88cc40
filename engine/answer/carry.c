#include "answer/carry.h"

#include "answer/judging.h"

static bool has_choices(const struct ans_question *q)
{
    return q->type == ANS_Q_CHOICE || q->type == ANS_Q_CHOICES ||
           q->type == ANS_Q_AREAS;
}

/* What the option or the area that was chosen is called now; NULL: it is none
 * that can be. */
static const struct ans_node *chosen_now(const struct ans_county *to,
                                         int64_t today,
                                         const struct ans_question *q,
                                         struct ans_str value)
{
    if (q->type == ANS_Q_AREAS) {
        const struct ans_area *a = ans_county_area_once(to, value, today);
        return a ? &a->node : NULL;
    }
    const struct ans_option *o = ans_question_option_once(q, value);
    return o ? &o->node : NULL;
}

static struct ans_str carry_choice(const struct ans_county *to, int64_t today,
                                   const struct ans_question *q,
                                   struct ans_str value)
{
    const struct ans_node *now =
        has_choices(q) ? chosen_now(to, today, q, value) : NULL;
    return now ? now->id : value;
}

/* "2.text" in a group that calls "text" something else now. */
static struct ans_field carry_in_row(struct ans_arena *arena,
                                     const struct ans_county *to, int64_t today,
                                     const struct ans_question *group,
                                     struct ans_str rest, struct ans_str value)
{
    struct ans_str left = rest;
    struct ans_str row = ans_str_cut(&left, '.');
    struct ans_str name = ans_str_cut(&left, '.');
    const struct ans_question *sub =
        ans_questions_once(&group->questions, name);
    if (!sub)
        return (struct ans_field){rest, value};
    return (struct ans_field){
        ans_arena_printf(arena, left.len ? "%.*s.%.*s.%.*s" : "%.*s.%.*s",
                         ANS_STR_ARG(row), ANS_STR_ARG(sub->node.id),
                         ANS_STR_ARG(left)),
        carry_choice(to, today, sub, value)};
}

static struct ans_field carry_field(struct ans_arena *arena,
                                    const struct ans_county *to, int64_t today,
                                    const struct ans_field *field)
{
    struct ans_str rest = field->name;
    struct ans_str name = ans_str_cut(&rest, '.');
    const struct ans_question *q = ans_join_question_once(to->join, name);
    if (!q)
        return *field;
    struct ans_field carried = {q->node.id,
                                carry_choice(to, today, q, field->value)};
    if (!rest.len)
        return carried;
    struct ans_field inner = {rest, field->value};
    if (q->type == ANS_Q_GROUP)
        inner = carry_in_row(arena, to, today, q, rest, field->value);
    carried.name = ans_arena_printf(arena, "%.*s.%.*s", ANS_STR_ARG(q->node.id),
                                    ANS_STR_ARG(inner.name));
    carried.value = inner.value;
    return carried;
}

static struct ans_field carry_asked(const struct ans_join *to,
                                    const struct ans_field *field)
{
    const struct ans_question *q = ans_join_question_once(to, field->value);
    return (struct ans_field){field->name, q ? q->node.id : field->value};
}

static bool is_sent(const struct ans_fields *raw, struct ans_str name)
{
    for (size_t i = 0; i < raw->count; i++)
        if (ans_str_eq(raw->items[i].name, name))
            return true;
    return false;
}

struct ans_fields ans_answer_carry(struct ans_arena *arena,
                                   const struct ans_county *to, int64_t today,
                                   const struct ans_fields *raw)
{
    struct ans_fields carried = {0};
    for (size_t i = 0; i < raw->count; i++) {
        const struct ans_field *field = &raw->items[i];
        struct ans_field now = !to->join ? *field
                               : ans_str_is(field->name, "_asked")
                                   ? carry_asked(to->join, field)
                               : ans_str_starts(field->name, ANS_STR("_"))
                                   ? *field
                                   : carry_field(arena, to, today, field);
        /* What has been answered under its new name stays as it is. */
        bool renamed = !ans_str_eq(now.name, field->name);
        if (renamed && is_sent(raw, now.name))
            now = *field;
        ans_fields_add(arena, &carried, now.name, now.value);
    }
    return carried;
}

struct ans_value ans_answer_once(const struct ans_map *answers,
                                 const struct ans_question *q)
{
    struct ans_value v = ans_map_get(answers, q->node.id);
    for (size_t i = 0; v.type == ANS_NIL && i < q->was.count; i++)
        v = ans_map_get(answers, q->was.items[i]);
    return v;
}

struct ans_value ans_answer_renamed(struct ans_arena *arena,
                                    const struct ans_county *to, int64_t today,
                                    const struct ans_question *q,
                                    struct ans_value v)
{
    if (!has_choices(q))
        return v;
    if (v.type == ANS_TEXT)
        return ans_value_str(carry_choice(to, today, q, v.s));
    if (v.type != ANS_LIST)
        return v;
    struct ans_list *now = ans_list_new(arena);
    for (size_t i = 0; i < v.list->count; i++) {
        struct ans_value one = v.list->items[i];
        ans_list_add(now, one.type == ANS_TEXT
                              ? ans_value_str(carry_choice(to, today, q, one.s))
                              : one);
    }
    return ans_value_list(now);
}

/* What becomes of them. */

/* Types whose answers are one text, in any words. */
static bool is_text(enum ans_question_type type)
{
    return type == ANS_Q_TEXT || type == ANS_Q_LONG_TEXT || type == ANS_Q_NAME;
}

bool ans_answer_fits(const struct ans_question *from,
                     const struct ans_question *to)
{
    return from->type == to->type || (is_text(from->type) && is_text(to->type));
}

static bool is_answered(const struct ans_question *q,
                        const struct ans_fields *raw)
{
    for (size_t i = 0; i < raw->count; i++)
        if (raw->items[i].value.len &&
            ans_question_owns(q, q->node.id, raw->items[i].name))
            return true;
    return false;
}

/* Is something chosen that cannot be chosen any more? */
static bool has_lost_choice(const struct ans_county *now, int64_t today,
                            const struct ans_question *from,
                            const struct ans_question *to,
                            const struct ans_fields *raw)
{
    if (!has_choices(from) || !has_choices(to))
        return false;
    for (size_t i = 0; i < raw->count; i++)
        if (raw->items[i].value.len &&
            ans_question_owns(from, from->node.id, raw->items[i].name) &&
            !chosen_now(now, today, to, raw->items[i].value))
            return true;
    return false;
}

static void add_change(struct ans_arena *arena, struct ans_form_changes *out,
                       enum ans_change what, const struct ans_question *from,
                       const struct ans_question *to)
{
    out->items =
        ans_arena_grow(arena, out->items, out->count, sizeof(*out->items));
    out->items[out->count++] = (struct ans_form_change){what, from, to};
}

struct following {
    struct ans_arena *arena;
    const struct ans_county *other;
    int64_t today;
    const struct ans_fields *raw;
    struct ans_form_changes *out;
};

static void follow_old(void *context, const struct ans_question *from)
{
    const struct following *f = context;
    if (!is_answered(from, f->raw))
        return;
    const struct ans_question *q =
        ans_join_question_once(f->other->join, from->node.id);
    if (!q)
        add_change(f->arena, f->out, ANS_CHANGE_LOST, from, NULL);
    else if (!ans_answer_fits(from, q) ||
             has_lost_choice(f->other, f->today, from, q, f->raw))
        add_change(f->arena, f->out, ANS_CHANGE_ANEW, from, q);
    else
        f->out->carried++;
}

/* Was it asked, under this name or an older one? */
static bool was_there(const struct ans_join *from, const struct ans_question *q)
{
    bool found = ans_join_question(from, q->node.id) != NULL;
    for (size_t i = 0; !found && i < q->was.count; i++)
        found = ans_join_question(from, q->was.items[i]) != NULL;
    return found;
}

static void each_question(const struct ans_join *join,
                          void (*each)(void *context,
                                       const struct ans_question *q),
                          void *context)
{
    for (size_t i = 0; join && i < join->steps.count; i++) {
        const struct ans_step *step = ANS_AT(ans_step, join->steps, i);
        for (size_t k = 0; k < step->questions.count; k++)
            each(context, ANS_AT(ans_question, step->questions, k));
    }
}

static void look_for_new(void *context, const struct ans_question *q)
{
    const struct following *f = context;
    if (!was_there(f->other->join, q))
        add_change(f->arena, f->out, ANS_CHANGE_ADDED, NULL, q);
}

void ans_answer_changes(struct ans_arena *arena, const struct ans_county *from,
                        const struct ans_county *to, int64_t today,
                        const struct ans_fields *raw,
                        struct ans_form_changes *out)
{
    *out = (struct ans_form_changes){0};
    if (!from->join || !to->join)
        return;
    struct following f = {arena, to, today, raw, out};
    each_question(from->join, follow_old, &f);
    f.other = from;
    each_question(to->join, look_for_new, &f);
}
