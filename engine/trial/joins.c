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
    return ans_letter_plain(
        w->arena, o->county, &join->letter,
        (struct ans_reader){.lang = o->lang, .kind = w->out->kind}, words,
        &w->out->letter, err);
}

/* The running number comes with the confirmation. */
static bool write_item(struct ans_walk *w, struct ans_trial_item *item,
                       const struct ans_map *words, struct ans_err *err)
{
    const struct ans_county *c = w->o->county;
    struct ans_reader to = {.lang = w->o->lang, .kind = w->out->kind};
    return ans_letter_plain(w->arena, c, &item->item->title, to, words,
                            &item->title, err) &&
           ans_letter_plain(w->arena, c, &item->item->because, to, words,
                            &item->because, err);
}

static bool write_items(struct ans_walk *w, struct ans_err *err)
{
    struct ans_map *words =
        ans_letter_words(w->arena, w->o->county, w->o->texts, w->out->answers,
                         w->o->today, w->o->lang);
    ans_map_put_str(words, "number", ANS_STR("…"));
    for (size_t i = 0; i < w->out->items.count; i++)
        if (!write_item(w, &w->out->items.items[i], words, err))
            return false;
    return true;
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

static void add_mail(struct ans_walk *w, struct ans_trial_mail mail)
{
    if (!mail.recipient.len)
        return;
    w->out->mails.items =
        ans_arena_grow(w->arena, w->out->mails.items, w->out->mails.count,
                       sizeof *w->out->mails.items);
    w->out->mails.items[w->out->mails.count++] = mail;
}

static struct ans_str address(const struct ans_walk *w, struct ans_str question)
{
    struct ans_value v = ans_map_get(w->out->answers, question);
    return v.type == ANS_TEXT ? v.s : ANS_STR("");
}

/* The other one that signs, and the reminders to both. */
static void ask_second(struct ans_walk *w,
                       const struct ans_second_signature *second,
                       struct ans_str member, struct ans_str other)
{
    w->out->sign_by = w->o->today + second->deadline;
    add_mail(w, (struct ans_trial_mail){"sign", ANS_TRIAL_CONFIRMED, 0,
                                        ANS_TRIAL_SECOND, other});
    for (size_t i = 0; i < second->reminders.count; i++) {
        int64_t days = second->reminders.items[i];
        add_mail(w, (struct ans_trial_mail){"sign_waits", ANS_TRIAL_UNSIGNED,
                                            days, ANS_TRIAL_MEMBER, member});
        add_mail(w, (struct ans_trial_mail){"sign_again", ANS_TRIAL_UNSIGNED,
                                            days, ANS_TRIAL_SECOND, other});
    }
}

static void list_mails(struct ans_walk *w)
{
    const struct ans_county *c = w->o->county;
    const struct ans_question *q = ans_join_question_of(c->join, ANS_Q_EMAIL);
    const struct ans_second_signature *second = c->join->second;
    struct ans_str member = q ? address(w, q->node.id) : ANS_STR("");
    struct ans_str other = second ? address(w, second->asks) : ANS_STR("");
    enum ans_trial_when joined =
        other.len ? ANS_TRIAL_SIGNED : ANS_TRIAL_CONFIRMED;
    add_mail(w, (struct ans_trial_mail){"confirm", ANS_TRIAL_SENT, 0,
                                        ANS_TRIAL_MEMBER, member});
    if (other.len)
        ask_second(w, second, member, other);
    add_mail(w, (struct ans_trial_mail){"welcome", joined, 0, ANS_TRIAL_MEMBER,
                                        member});
    if (!w->out->reviewed)
        return;
    add_mail(w, (struct ans_trial_mail){"review", joined, 0, ANS_TRIAL_COUNTY,
                                        ans_county_email(c)});
    add_mail(w, (struct ans_trial_mail){"approved", ANS_TRIAL_APPROVED, 0,
                                        ANS_TRIAL_MEMBER, member});
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
    return write_items(w, err);
}
