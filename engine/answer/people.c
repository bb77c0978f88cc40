#include "answer/people.h"

enum {
    FEWEST_BODIES = 2,
    LETTERS = 12,   /* of a text that could be longer */
    MOST_ROUNDS = 8 /* until no question comes or goes */
};

struct making {
    struct ans_arena *arena;
    const struct ans_county *county;
    const struct ans_person *person; /* NULL: there are answers already */
    const struct ans_map *given;
};

static struct ans_value answer_of(const struct making *m,
                                  const struct ans_question *q, size_t option);

size_t ans_person_options(const struct ans_question *q)
{
    if (q->type == ANS_Q_CHOICE || q->type == ANS_Q_CHOICES)
        return q->options.count;
    return q->type == ANS_Q_YES_NO ? 2 : 0;
}

static size_t within(size_t wanted, int64_t least, int64_t most)
{
    if (most && wanted > (size_t)most)
        wanted = (size_t)most;
    if (wanted < (size_t)least)
        wanted = (size_t)least;
    return wanted;
}

static struct ans_value make_text(const struct making *m,
                                  const struct ans_question *q)
{
    static const char letters[] = "exempel ";
    size_t len = within(LETTERS, q->shortest, q->longest);
    char *text = ans_arena_alloc(m->arena, len + 1);
    for (size_t i = 0; i < len; i++)
        text[i] = letters[i % (sizeof(letters) - 1)];
    if (len && text[len - 1] == ' ')
        text[len - 1] = 'x';
    return ans_value_str((struct ans_str){text, len});
}

static double limited(const struct ans_question *q, double wanted)
{
    if (q->has_to && wanted > q->to)
        wanted = q->to;
    if (q->has_from && wanted < q->from)
        wanted = q->from;
    return wanted;
}

static struct ans_value make_number(const struct ans_question *q, double wanted)
{
    double n = limited(q, wanted);
    return n == (double)(int64_t)n ? ans_value_int((int64_t)n)
                                   : ans_value_num(n);
}

static struct ans_value make_day(const struct making *m,
                                 const struct ans_question *q)
{
    const struct ans_date usual = {2026, 1, 15};
    double day = limited(q, (double)ans_date_to_days(usual));
    struct ans_date d = ans_date_from_days((int64_t)day);
    if (q->type == ANS_Q_MONTH)
        d.day = 0;
    return ans_value_str(ans_date_iso(m->arena, d));
}

static struct ans_value make_by_sex(const struct making *m,
                                    const struct ans_question *q)
{
    struct ans_map *map = ans_map_new(m->arena);
    ans_map_put_int(map, "women", 12);
    ans_map_put_int(map, "men", 12);
    if (q->other && m->person->says == ANS_PERSON_ALL)
        ans_map_put_int(map, "other", 1);
    return ans_value_map(map);
}

/* Ids of what can be chosen, from the `first` on. */
static struct ans_value make_list(const struct making *m,
                                  const struct ans_question *q,
                                  const struct ans_nodes *all, size_t first)
{
    struct ans_list *list = ans_list_new(m->arena);
    bool every = m->person->says == ANS_PERSON_ALL && !first;
    size_t count = within(every ? all->count : 1, q->least, q->most);
    if (first)
        first--;
    for (size_t i = 0; i < all->count && list->count < count; i++)
        ans_list_add(list,
                     ans_value_str(all->items[(first + i) % all->count]->id));
    return list->count ? ans_value_list(list) : ANS_VALUE_NIL;
}

static struct ans_value make_areas(const struct making *m,
                                   const struct ans_question *q)
{
    const struct ans_nodes *all = &m->county->strategies;
    for (size_t i = 0; i < all->count; i++) {
        const struct ans_strategy *s = ANS_AT(ans_strategy, *all, i);
        if (s->areas.count)
            return make_list(m, q, &s->areas, 0);
    }
    return ANS_VALUE_NIL;
}

static struct ans_value make_pick(const struct ans_nodes *all, size_t option)
{
    size_t at = option ? option - 1 : 0;
    return at < all->count ? ans_value_str(all->items[at]->id) : ANS_VALUE_NIL;
}

/* Are the parts of a row to be answered that need not be? */
static bool is_said(const struct making *m, const struct ans_question *part,
                    size_t place)
{
    return m->person->says == ANS_PERSON_ALL || part->required || !place;
}

static struct ans_value make_rows(const struct making *m,
                                  const struct ans_question *group)
{
    struct ans_list *rows = ans_list_new(m->arena);
    size_t count = within(1, group->least, group->most);
    for (size_t i = 0; i < count; i++) {
        struct ans_map *row = ans_list_add_map(rows);
        for (size_t k = 0; k < group->questions.count; k++) {
            const struct ans_question *part =
                ANS_AT(ans_question, group->questions, k);
            if (is_said(m, part, k))
                ans_map_set(row, part->node.id, answer_of(m, part, 0));
        }
    }
    return ans_value_list(rows);
}

static struct ans_value make_bodies(const struct making *m,
                                    const struct ans_question *q)
{
    struct ans_list *list = ans_list_new(m->arena);
    size_t count = within(FEWEST_BODIES, q->least, q->most);
    for (size_t i = 0; i < count; i++)
        ans_list_add(list, ans_value_str(ans_arena_printf(
                               m->arena, "Exempel %zu", i + 1)));
    return ans_value_list(list);
}

static struct ans_value answer_of(const struct making *m,
                                  const struct ans_question *q, size_t option)
{
    switch (q->type) {
    case ANS_Q_NAME:
    case ANS_Q_TEXT:
    case ANS_Q_LONG_TEXT:
        return make_text(m, q);
    case ANS_Q_KIND:
        return ans_value_str(m->person->kind);
    case ANS_Q_ORG_NUMBER:
        return ans_value_str(ANS_STR("8020000009"));
    case ANS_Q_MUNICIPALITY:
        return make_pick(&m->county->municipalities, option);
    case ANS_Q_EMAIL:
        return ans_value_str(ANS_STR("namn@example.org"));
    case ANS_Q_CHOICE:
        return make_pick(&q->options, option);
    case ANS_Q_CHOICES:
        return make_list(m, q, &q->options, option);
    case ANS_Q_YES_NO:
        return ans_value_bool(option != 2);
    case ANS_Q_DATE:
    case ANS_Q_MONTH:
        return make_day(m, q);
    case ANS_Q_YEAR:
        return make_number(q, 2026);
    case ANS_Q_NUMBER:
        return make_number(q, 10);
    case ANS_Q_BY_SEX:
        return make_by_sex(m, q);
    case ANS_Q_PHONE:
        return ans_value_str(ANS_STR("010-000 00 00"));
    case ANS_Q_WEB_ADDRESS:
        return ans_value_str(ANS_STR("https://example.org/"));
    case ANS_Q_AREAS:
        return make_areas(m, q);
    case ANS_Q_CONSENT:
        return ans_value_bool(true);
    case ANS_Q_MEMBER:
        return ans_value_str(ANS_STR("exempel"));
    case ANS_Q_BODIES:
        return make_bodies(m, q);
    case ANS_Q_GROUP:
        return make_rows(m, q);
    }
    return ANS_VALUE_NIL;
}

struct ans_value ans_person_answer(struct ans_arena *arena,
                                   const struct ans_county *c,
                                   const struct ans_question *q,
                                   const struct ans_person *person)
{
    const struct making m = {arena, c, person, NULL};
    return answer_of(&m, q, q == person->odd ? person->option : 0);
}

static bool answers(const struct ans_person *person,
                    const struct ans_question *q)
{
    bool usual = q->required || person->says != ANS_PERSON_MINIMUM;
    if (q != person->odd)
        return usual;
    return person->option || q->required || !usual;
}

static struct ans_value told(const struct making *m,
                             const struct ans_question *q)
{
    if (!m->person)
        return ans_map_get(m->given, q->node.id);
    if (!answers(m->person, q))
        return ANS_VALUE_NIL;
    return ans_person_answer(m->arena, m->county, q, m->person);
}

/* Ask every question in turn, with the answers as they stand. Returns whether
 * one has come or gone. */
static bool ask_all(const struct making *m, struct ans_map *map,
                    const struct ans_rule_runner *runner)
{
    const struct ans_nodes *steps = &m->county->join->steps;
    bool changed = false;
    for (size_t i = 0; i < steps->count; i++) {
        const struct ans_nodes *all = &ANS_AT(ans_step, *steps, i)->questions;
        for (size_t k = 0; k < all->count; k++) {
            const struct ans_question *q = ANS_AT(ans_question, *all, k);
            bool was = ans_map_get(map, q->node.id).type != ANS_NIL;
            bool is = ans_answer_shown(q, m->county, map, runner, NULL);
            if (was == is)
                continue;
            struct ans_value v = is ? told(m, q) : ANS_VALUE_NIL;
            ans_map_set(map, q->node.id, v);
            changed |= was || v.type != ANS_NIL;
        }
    }
    return changed;
}

static struct ans_map *ask(const struct making *m,
                           const struct ans_rule_runner *runner)
{
    struct ans_map *map = ans_map_new(m->arena);
    for (int i = 0; i < MOST_ROUNDS && ask_all(m, map, runner); i++)
        continue;
    return map;
}

struct ans_map *ans_person_answers(struct ans_arena *arena,
                                   const struct ans_county *c,
                                   const struct ans_person *person,
                                   const struct ans_rule_runner *runner)
{
    const struct making m = {arena, c, person, NULL};
    return ask(&m, runner);
}

struct ans_map *ans_person_asked(struct ans_arena *arena,
                                 const struct ans_county *c,
                                 const struct ans_map *answers,
                                 const struct ans_rule_runner *runner)
{
    const struct making m = {arena, c, NULL, answers};
    return ask(&m, runner);
}
