/* Types that are picked from what is offered. */
#include "answer/judging.h"
#include "base/text.h"

#define LONGEST_GIVEN 60 /* of a choice that does not exist, in a sentence */

static enum ans_judged not_offered(struct ans_judging *j,
                                   const struct ans_question *q,
                                   struct ans_str name, struct ans_str given)
{
    struct ans_map *values = ans_judge_problem(j, q, name, "not-offered");
    ans_map_put_str(values, "given",
                    ans_text_shorten(j->arena, given, LONGEST_GIVEN));
    return ANS_JUDGED_WRONG;
}

static bool is_kind(struct ans_str id)
{
    for (size_t i = 0; i < ans_kind_count; i++)
        if (ans_str_is(id, ans_kinds[i]))
            return true;
    return false;
}

static bool is_offered(struct ans_judging *j, const struct ans_question *q,
                       struct ans_str id)
{
    if (q->type == ANS_Q_KIND)
        return is_kind(id);
    if (q->type == ANS_Q_MUNICIPALITY)
        return ans_county_municipality(j->county, id);
    return ans_question_option(q, id);
}

static enum ans_judged judge_pick(struct ans_judging *j,
                                  const struct ans_question *q,
                                  struct ans_str name, struct ans_value *out)
{
    struct ans_str id;
    enum ans_judged judged = ans_judge_one(j, q, name, true, &id);
    if (judged == ANS_JUDGED_GOOD && !is_offered(j, q, id))
        return not_offered(j, q, name, id);
    *out = ans_value_str(id);
    return judged;
}

enum ans_judged ans_judge_kind(struct ans_judging *j,
                               const struct ans_question *q,
                               struct ans_str name, struct ans_value *out)
{
    return judge_pick(j, q, name, out);
}

enum ans_judged ans_judge_municipality(struct ans_judging *j,
                                       const struct ans_question *q,
                                       struct ans_str name,
                                       struct ans_value *out)
{
    return judge_pick(j, q, name, out);
}

enum ans_judged ans_judge_choice(struct ans_judging *j,
                                 const struct ans_question *q,
                                 struct ans_str name, struct ans_value *out)
{
    return judge_pick(j, q, name, out);
}

enum ans_judged ans_judge_yes_no(struct ans_judging *j,
                                 const struct ans_question *q,
                                 struct ans_str name, struct ans_value *out)
{
    struct ans_str typed;
    enum ans_judged judged = ans_judge_one(j, q, name, true, &typed);
    bool yes = ans_str_is(typed, "yes");
    if (judged == ANS_JUDGED_GOOD && !yes && !ans_str_is(typed, "no"))
        return not_offered(j, q, name, typed);
    *out = ans_value_bool(yes);
    return judged;
}

enum ans_judged ans_judge_consent(struct ans_judging *j,
                                  const struct ans_question *q,
                                  struct ans_str name, struct ans_value *out)
{
    struct ans_str typed;
    enum ans_judged judged = ans_judge_one(j, q, name, true, &typed);
    if (judged == ANS_JUDGED_GOOD && !ans_str_is(typed, "yes"))
        return not_offered(j, q, name, typed);
    *out = ans_value_bool(true);
    return judged;
}

/* Was this id ticked? Twice the same box is one tick. */
static bool is_ticked(struct ans_judging *j, struct ans_str name,
                      struct ans_str id)
{
    for (size_t i = 0; i < j->raw->count; i++)
        if (ans_str_eq(j->raw->items[i].name, name) &&
            ans_str_eq(j->raw->items[i].value, id))
            return true;
    return false;
}

static bool has_node(const struct ans_nodes *nodes, struct ans_str id)
{
    for (size_t i = 0; i < nodes->count; i++)
        if (ans_str_eq(nodes->items[i]->id, id))
            return true;
    return false;
}

/* What was sent and is not offered; an empty value is nothing sent. */
static bool find_stranger(struct ans_judging *j, const struct ans_nodes *nodes,
                          struct ans_str name, struct ans_str *stranger)
{
    for (size_t i = 0; i < j->raw->count; i++) {
        struct ans_str value = j->raw->items[i].value;
        if (!ans_str_eq(j->raw->items[i].name, name) || !value.len ||
            has_node(nodes, value))
            continue;
        *stranger = value;
        return true;
    }
    return false;
}

static enum ans_judged judge_picks(struct ans_judging *j,
                                   const struct ans_question *q,
                                   const struct ans_nodes *offered,
                                   struct ans_str name, struct ans_value *out)
{
    struct ans_str stranger;
    if (find_stranger(j, offered, name, &stranger)) {
        struct ans_str clean = {0};
        if (!ans_text_clean(j->arena, stranger, true, &clean, NULL))
            return ans_judge_wrong(j, q, name, "not-valid-text");
        return not_offered(j, q, name, clean);
    }
    struct ans_list *ids = ans_list_new(j->arena);
    for (size_t i = 0; i < offered->count; i++)
        if (is_ticked(j, name, offered->items[i]->id))
            ans_list_add(ids, ans_value_str(offered->items[i]->id));
    int64_t given = (int64_t)ids->count;
    if (!given)
        return ANS_JUDGED_BLANK;
    bool few = given < q->least;
    if (few || (q->most && given > q->most)) {
        struct ans_map *values =
            ans_judge_problem(j, q, name, few ? "too-few" : "too-many");
        ans_map_put_int(values, few ? "least" : "most",
                        few ? q->least : q->most);
        ans_map_put_int(values, "given", given);
        return ANS_JUDGED_WRONG;
    }
    *out = ans_value_list(ids);
    return ANS_JUDGED_GOOD;
}

enum ans_judged ans_judge_choices(struct ans_judging *j,
                                  const struct ans_question *q,
                                  struct ans_str name, struct ans_value *out)
{
    return judge_picks(j, q, &q->options, name, out);
}

enum ans_judged ans_judge_areas(struct ans_judging *j,
                                const struct ans_question *q,
                                struct ans_str name, struct ans_value *out)
{
    const struct ans_nodes areas = ans_strategy_all_areas(
        j->arena, ans_county_strategy_joined(j->county, j->today));
    return judge_picks(j, q, &areas, name, out);
}
