/* A caseworker looks before a member is shown, by a link mailed to the
 * county's own address. */
#include "join/join.h"
#include "route/letters.h"
#include "route/members.h"
#include "route/question.h"
#include "route/turn.h"

#define STAMP "review"

static void put_rows(struct ans_turn *t, struct ans_map *data,
                     const struct ans_member *member)
{
    struct ans_list *rows = ans_map_put_list(data, "rows");
    const struct ans_join *join = t->county->join;
    for (size_t s = 0; join && s < join->steps.count; s++) {
        const struct ans_step *step = ANS_AT(ans_step, join->steps, s);
        for (size_t i = 0; i < step->questions.count; i++) {
            const struct ans_question *q =
                ANS_AT(ans_question, step->questions, i);
            struct ans_value v = ans_map_get(member->answers, q->node.id);
            if (v.type == ANS_NIL)
                continue;
            struct ans_map *m = ans_list_add_map(rows);
            ans_map_put_str(m, "label",
                            ans_text_for(&q->label, t->lang, member->kind).str);
            ans_map_put_str(m, "value", ans_question_words(t, q, v));
        }
    }
}

static bool show(struct ans_turn *t, const struct ans_member *member,
                 const char *done, struct ans_err *err)
{
    struct ans_map *data = ans_turn_data(t);
    ans_map_put_str(data, "name", member->name);
    put_rows(t, data, member);
    ans_map_put_str(data, "action",
                    ans_href(t, "/granska/%.*s", ANS_STR_ARG(t->capture[0])));
    ans_map_put_str(data, "stamp", ans_turn_stamp(t, STAMP));
    if (done)
        ans_map_put_str(data, "done", ans_str_from(done));
    return ans_answer_page(t, "review", 200, ans_say(t, "review.title", NULL),
                           data, err);
}

static const char *decision(const struct ans_member *member)
{
    switch (member->state) {
    case ANS_MEMBER_PUBLIC:
        return "approved";
    case ANS_MEMBER_DECLINED:
        return "declined";
    default:
        return NULL;
    }
}

bool ans_page_review(struct ans_turn *t, struct ans_err *err)
{
    struct ans_member member = {0};
    return ans_review_find(t->site->store, t->capture[0], t->arena, &member,
                           err) &&
           show(t, &member, decision(&member), err);
}

static bool make_letter(struct ans_turn *t, const struct ans_member *member,
                        bool approve, struct ans_outbox_mail *mail,
                        struct ans_err *err)
{
    const char *name = approve ? "approved" : "declined";
    struct ans_map *data = ans_letter_data(
        t, name,
        &(struct ans_letter_about){.name = member->name, .slug = member->slug});
    return ans_letter_make(t, name, data, member->email, mail, err);
}

bool ans_post_review(struct ans_turn *t, struct ans_err *err)
{
    struct ans_member member = {0};
    struct ans_outbox_mail mail;
    struct ans_str said = ans_fields_get(&t->q->form, "decision");
    bool approve = ans_str_is(said, "approve");
    if (!ans_review_find(t->site->store, t->capture[0], t->arena, &member, err))
        return false;
    bool chosen = approve || ans_str_is(said, "decline");
    if (!chosen || decision(&member) ||
        ans_turn_post(t, STAMP) != ANS_POST_GOOD)
        return show(t, &member, decision(&member), err);
    if (!make_letter(t, &member, approve, &mail, err) ||
        !ans_review_decide(t->site->store, t->capture[0], approve, &mail,
                           t->now, err))
        return false;
    ans_letter_queued(t);
    return show(t, &member, approve ? "approved" : "declined", err);
}
