#include "route/sending.h"

#include "route/parent.h"

#include "join/commitment.h"
#include "join/letter.h"

static void choose_items(struct ans_turn *t, const struct ans_judgement *judged,
                         const struct ans_rule_runner *runner,
                         struct ans_submission *s)
{
    const struct ans_item *items[ANS_PACKAGE_MOST];
    struct ans_err failure = {0};
    s->item_count =
        ans_package_choose(t->county, judged->answers, runner, items, &failure);
    for (size_t i = 0; i < s->item_count; i++) {
        s->item_offers[i] = items[i]->offer;
        s->item_ids[i] = items[i]->node.id;
    }
}

bool ans_sending_fill(struct ans_turn *t, const struct ans_judgement *judged,
                      const struct ans_rule_runner *runner,
                      const struct ans_strategy *strategy, int64_t day,
                      struct ans_submission *s, struct ans_err *err)
{
    struct ans_letter letter;
    *s->member = (struct ans_member){
        .lang = t->lang,
        .strategy = strategy->node.id,
        .script_version = t->county->version,
        .submitted_at = t->now,
    };
    ans_member_from_answers(t->arena, t->county, strategy, judged->answers,
                            s->member);
    const struct ans_letter_for to = {
        .county = t->county,
        .texts = t->texts,
        .answers = judged->answers,
        .today = day,
        .lang = t->lang,
        .kind = s->member->kind,
        .base = t->base,
    };
    if (!ans_letter_write(t->arena, &to, &letter, err))
        return false;
    s->commitment = ans_commitment_build(
        t->arena, t->county, t->texts, strategy,
        ans_parent_named_answers(t, judged->answers), &letter, t->lang, t->now);
    choose_items(t, judged, runner, s);
    return true;
}
