#include "answer/orgnumber.h"
#include "base/buf.h"
#include "member/member.h"

/* Most bytes of public answers that a search looks through. */
#define WORDS_MOST 4000

static const struct ans_question *question_of(const struct ans_county *c,
                                              enum ans_question_type type)
{
    return c->join ? ans_join_question_of(c->join, type) : NULL;
}

/* The text that answers the first question of a type; empty when none is. */
static struct ans_str text_of(const struct ans_county *c,
                              const struct ans_map *answers,
                              enum ans_question_type type)
{
    const struct ans_question *q = question_of(c, type);
    struct ans_value v = q ? ans_map_get(answers, q->node.id) : ANS_VALUE_NIL;
    return v.type == ANS_TEXT ? v.s : ANS_STR("");
}

static struct ans_str parent_of(const struct ans_county *c,
                                const struct ans_map *answers)
{
    const struct ans_question *q = question_of(c, ANS_Q_MEMBER);
    struct ans_value v = q ? ans_map_get(answers, q->node.id) : ANS_VALUE_NIL;
    if (v.type == ANS_MAP)
        return ans_map_str(v.map, "slug");
    return v.type == ANS_TEXT ? v.s : ANS_STR("");
}

static void take_bodies(struct ans_arena *arena, const struct ans_county *c,
                        const struct ans_map *answers,
                        struct ans_strs_view *out)
{
    *out = (struct ans_strs_view){0};
    const struct ans_question *q = question_of(c, ANS_Q_BODIES);
    struct ans_value v = q ? ans_map_get(answers, q->node.id) : ANS_VALUE_NIL;
    for (size_t i = 0; v.type == ANS_LIST && i < v.list->count; i++) {
        out->items =
            ans_arena_grow(arena, out->items, out->count, sizeof *out->items);
        out->items[out->count++] = v.list->items[i].s;
    }
}

static bool list_has(const struct ans_list *list, struct ans_str id)
{
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].type == ANS_TEXT && ans_str_eq(list->items[i].s, id))
            return true;
    }
    return false;
}

/* Who works with a part of an area works with the area. */
static bool is_chosen(const struct ans_area *a, const struct ans_list *ids)
{
    bool chosen = list_has(ids, a->node.id);
    for (size_t i = 0; !chosen && i < a->areas.count; i++)
        chosen = list_has(ids, a->areas.items[i]->id);
    return chosen;
}

static void take_areas(struct ans_arena *arena, const struct ans_county *c,
                       const struct ans_strategy *strategy,
                       const struct ans_map *answers, struct ans_strs_view *out)
{
    *out = (struct ans_strs_view){0};
    const struct ans_question *q = question_of(c, ANS_Q_AREAS);
    struct ans_value v = q ? ans_map_get(answers, q->node.id) : ANS_VALUE_NIL;
    if (v.type != ANS_LIST)
        return;
    struct ans_nodes all = ans_strategy_all_areas(arena, strategy);
    for (size_t i = 0; i < all.count; i++) {
        const struct ans_area *a = ANS_AT(ans_area, all, i);
        if (!is_chosen(a, v.list))
            continue;
        out->items =
            ans_arena_grow(arena, out->items, out->count, sizeof a->node.id);
        out->items[out->count++] = a->node.id;
    }
}

static void add_words(struct ans_buf *b, struct ans_str text)
{
    if (!text.len || b->len + text.len + 1 > WORDS_MOST)
        return;
    if (b->len)
        ans_buf_add_byte(b, '\n');
    ans_buf_add(b, text);
}

static bool is_prose(const struct ans_question *q)
{
    return q->type == ANS_Q_TEXT || q->type == ANS_Q_LONG_TEXT;
}

static void add_group_words(struct ans_buf *b, const struct ans_question *q,
                            const struct ans_list *rows)
{
    for (size_t i = 0; i < rows->count; i++) {
        for (size_t j = 0; j < q->questions.count; j++) {
            const struct ans_question *sub =
                ANS_AT(ans_question, q->questions, j);
            if (!is_prose(sub) || rows->items[i].type != ANS_MAP)
                continue;
            struct ans_value v = ans_map_get(rows->items[i].map, sub->node.id);
            if (v.type == ANS_TEXT)
                add_words(b, v.s);
        }
    }
}

static void add_answer_words(struct ans_buf *b, struct ans_arena *arena,
                             const struct ans_question *q, struct ans_value v)
{
    if (!q->public)
        return;
    if (is_prose(q) && v.type == ANS_TEXT)
        add_words(b, v.s);
    if (q->type == ANS_Q_GROUP && v.type == ANS_LIST)
        add_group_words(b, q, v.list);
    for (size_t i = 0;
         q->type == ANS_Q_BODIES && v.type == ANS_LIST && i < v.list->count;
         i++)
        add_words(b, v.list->items[i].s);
    if (q->type == ANS_Q_ORG_NUMBER && v.type == ANS_TEXT &&
        !ans_org_number_is_personal(v.s)) {
        add_words(b, v.s);
        add_words(b, ans_org_number_text(arena, v.s));
    }
}

static void add_municipality(struct ans_buf *b, const struct ans_county *c,
                             struct ans_str code)
{
    const struct ans_municipality *m = ans_county_municipality(c, code);
    for (size_t i = 0; m && i < m->name.count; i++)
        add_words(b, m->name.items[i].str);
}

static struct ans_str words_of(struct ans_arena *arena,
                               const struct ans_county *c,
                               const struct ans_map *answers,
                               struct ans_str municipality)
{
    struct ans_buf b = {0};
    add_municipality(&b, c, municipality);
    for (size_t i = 0; c->join && i < c->join->steps.count; i++) {
        const struct ans_step *step = ANS_AT(ans_step, c->join->steps, i);
        for (size_t j = 0; j < step->questions.count; j++) {
            const struct ans_question *q =
                ANS_AT(ans_question, step->questions, j);
            add_answer_words(&b, arena, q, ans_map_get(answers, q->node.id));
        }
    }
    struct ans_str words = ans_arena_str(arena, ans_buf_str(&b));
    ans_buf_free(&b);
    return words;
}

void ans_member_from_answers(struct ans_arena *arena,
                             const struct ans_county *c,
                             const struct ans_strategy *strategy,
                             struct ans_map *answers, struct ans_member *out)
{
    out->answers = answers;
    out->name = text_of(c, answers, ANS_Q_NAME);
    out->kind = text_of(c, answers, ANS_Q_KIND);
    out->municipality = text_of(c, answers, ANS_Q_MUNICIPALITY);
    out->org_number = text_of(c, answers, ANS_Q_ORG_NUMBER);
    out->email = text_of(c, answers, ANS_Q_EMAIL);
    out->strategy = strategy->node.id;
    out->script_version = c->version;
    out->parent_slug = parent_of(c, answers);
    take_bodies(arena, c, answers, &out->bodies);
    take_areas(arena, c, strategy, answers, &out->areas);
    out->words = words_of(arena, c, answers, out->municipality);
}
