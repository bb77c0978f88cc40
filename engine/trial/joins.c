/* What comes of a form that was sent: letter, package, mails, the member's
 * page. */
#include "join/join.h"
#include "join/letter.h"
#include "trial/walking.h"

static bool write_letter(struct ans_walk *w, struct ans_err *err)
{
    const struct ans_trial_options *o = w->o;
    const struct ans_join *join = o->county->join;
    struct ans_map *words = ans_letter_words(
        w->arena, o->county, o->texts, w->out->answers, o->today, o->lang);
    w->out->letter_title =
        ans_text_for(&join->letter_title, o->lang, w->out->kind).str;
    return ans_letter_plain(w->arena, o->county, &join->letter, o->lang,
                            w->out->kind, words, ANS_STR(""), &w->out->letter,
                            err);
}

static void choose_items(struct ans_walk *w)
{
    const struct ans_county *c = w->o->county;
    const struct ans_item *chosen[ANS_PACKAGE_MOST];
    size_t count = ans_package_choose(c, w->out->answers, &w->o->runner, chosen,
                                      &w->out->rule_err);
    size_t all = c->welcome ? c->welcome->items.count : 0;
    w->out->items.items =
        ANS_NEW_ARRAY(w->arena, struct ans_trial_item, all + 1);
    for (size_t i = 0; i < all; i++) {
        struct ans_trial_item *item = &w->out->items.items[i];
        item->item = ANS_AT(ans_item, c->welcome->items, i);
        for (size_t k = 0; k < count; k++)
            if (chosen[k] == item->item)
                item->gets =
                    item->item->offer ? ANS_TRIAL_OFFERED : ANS_TRIAL_GIVEN;
    }
    w->out->items.count = all;
}

static void add_mail(struct ans_walk *w, const char *name,
                     enum ans_trial_when when, bool to_county,
                     struct ans_str recipient)
{
    if (!recipient.len)
        return;
    w->out->mails.items =
        ans_arena_grow(w->arena, w->out->mails.items, w->out->mails.count,
                       sizeof *w->out->mails.items);
    w->out->mails.items[w->out->mails.count++] =
        (struct ans_trial_mail){name, when, to_county, recipient};
}

static void list_mails(struct ans_walk *w)
{
    const struct ans_county *c = w->o->county;
    const struct ans_question *q = ans_join_question_of(c->join, ANS_Q_EMAIL);
    struct ans_value v =
        q ? ans_map_get(w->out->answers, q->node.id) : ANS_VALUE_NIL;
    struct ans_str member = v.type == ANS_TEXT ? v.s : ANS_STR("");
    add_mail(w, "confirm", ANS_TRIAL_SENT, false, member);
    add_mail(w, "welcome", ANS_TRIAL_CONFIRMED, false, member);
    if (!w->out->reviewed)
        return;
    add_mail(w, "review", ANS_TRIAL_CONFIRMED, true, ans_county_email(c));
    add_mail(w, "approved", ANS_TRIAL_APPROVED, false, member);
}

/* Name, kind and municipality stand in the page's head whatever the county
 * says of them. */
static bool is_shown(const struct ans_question *q, struct ans_value v)
{
    bool head = q->type == ANS_Q_NAME || q->type == ANS_Q_KIND ||
                q->type == ANS_Q_MUNICIPALITY;
    return head ? v.type != ANS_NIL : ans_answer_is_public(q, v);
}

static void list_shown(struct ans_walk *w)
{
    for (size_t i = 0; i < w->out->questions.count; i++) {
        const struct ans_trial_question *q = &w->out->questions.items[i];
        if (!is_shown(q->question, q->answer))
            continue;
        w->out->shown.items =
            ans_arena_grow(w->arena, w->out->shown.items, w->out->shown.count,
                           sizeof *w->out->shown.items);
        w->out->shown.items[w->out->shown.count++] = (struct ans_trial_shown){
            q->question,
            ans_text_for(&q->question->profile, w->o->lang, w->out->kind).str,
            q->words};
    }
}

bool ans_walk_joins(struct ans_walk *w, struct ans_err *err)
{
    w->out->reviewed = ans_county_reviews(w->o->county);
    if (!write_letter(w, err))
        return false;
    choose_items(w);
    list_mails(w);
    list_shown(w);
    return true;
}
