#include "route/submitted.h"

bool ans_still_public(const struct ans_county *now,
                      const struct ans_question *q)
{
    const struct ans_question *today =
        now->join ? ans_join_question_once(now->join, q->node.id) : NULL;
    return !today || today->public;
}

const struct ans_question *ans_question_then(const struct ans_county *then,
                                             const struct ans_question *q)
{
    const struct ans_question *found =
        then->join ? ans_join_question(then->join, q->node.id) : NULL;
    for (size_t i = 0; then->join && !found && i < q->was.count; i++)
        found = ans_join_question(then->join, q->was.items[i]);
    return found;
}

bool ans_answer_is_of(const struct ans_question *q, struct ans_value v)
{
    switch (q->type) {
    case ANS_Q_CHOICES:
    case ANS_Q_AREAS:
    case ANS_Q_GROUP:
        return v.type == ANS_LIST;
    case ANS_Q_BY_SEX:
        return v.type == ANS_MAP;
    case ANS_Q_YES_NO:
    case ANS_Q_CONSENT:
        return v.type == ANS_BOOL;
    case ANS_Q_YEAR:
    case ANS_Q_NUMBER:
        return v.type == ANS_INT || v.type == ANS_NUM;
    case ANS_Q_MEMBER:
    case ANS_Q_BODIES:
        return v.type != ANS_NIL;
    default:
        return v.type == ANS_TEXT;
    }
}

const struct ans_area *ans_member_area(struct ans_turn *t,
                                       const struct ans_member *m,
                                       struct ans_str id)
{
    const struct ans_area *a = ans_county_area_once(t->county, id, t->today);
    return a ? a
             : ans_county_area(ans_turn_county_of(t, m->script_version), id,
                               t->today);
}

const struct ans_municipality *ans_member_place(struct ans_turn *t,
                                                const struct ans_member *m)
{
    const struct ans_municipality *found =
        ans_county_municipality(t->county, m->municipality);
    if (found || !m->municipality.len)
        return found;
    return ans_county_municipality(ans_turn_county_of(t, m->script_version),
                                   m->municipality);
}

const struct ans_item *ans_member_item(struct ans_turn *t,
                                       const struct ans_member *m,
                                       struct ans_str id)
{
    const struct ans_welcome *now = t->county->welcome;
    const struct ans_item *item = now ? ans_welcome_item(now, id) : NULL;
    if (item)
        return item;
    const struct ans_welcome *then =
        ans_turn_county_of(t, m->script_version)->welcome;
    return then ? ans_welcome_item(then, id) : NULL;
}
