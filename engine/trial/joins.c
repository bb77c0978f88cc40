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

void ans_walk_mail(struct ans_walk *w, struct ans_trial_mail mail)
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
static void ask_second(struct ans_walk *w, enum ans_trial_when when,
                       struct ans_str member, struct ans_str other)
{
    const struct ans_second_signature *second = w->o->county->join->second;
    w->out->sign_by = w->o->today + second->deadline;
    ans_walk_mail(w, (struct ans_trial_mail){.name = "sign",
                                             .when = when,
                                             .whom = ANS_TRIAL_SECOND,
                                             .recipient = other});
    for (size_t i = 0; i < second->reminders.count; i++) {
        int64_t days = second->reminders.items[i];
        ans_walk_mail(w, (struct ans_trial_mail){.name = "sign_waits",
                                                 .when = ANS_TRIAL_UNSIGNED,
                                                 .days = days,
                                                 .recipient = member});
        ans_walk_mail(w, (struct ans_trial_mail){.name = "sign_again",
                                                 .when = ANS_TRIAL_UNSIGNED,
                                                 .days = days,
                                                 .whom = ANS_TRIAL_SECOND,
                                                 .recipient = other});
    }
}

static void mail_member(struct ans_walk *w, const char *name,
                        enum ans_trial_when when, struct ans_str to)
{
    ans_walk_mail(w, (struct ans_trial_mail){
                         .name = name, .when = when, .recipient = to});
}

static struct ans_str other_address(const struct ans_walk *w)
{
    const struct ans_second_signature *second = w->o->county->join->second;
    return second ? address(w, second->asks) : ANS_STR("");
}

/* Whoever renews does it by sending the form, or when two have signed. */
static void list_renewing(struct ans_walk *w, struct ans_str member)
{
    struct ans_str other = other_address(w);
    if (other.len) {
        mail_member(w, "renew_waits", ANS_TRIAL_SENT, member);
        ask_second(w, ANS_TRIAL_SENT, member, other);
    }
    mail_member(w, "renewed", other.len ? ANS_TRIAL_SIGNED : ANS_TRIAL_SENT,
                member);
}

/* Whoever comes by the form confirms by a link. */
static void list_confirming(struct ans_walk *w, struct ans_str member)
{
    const struct ans_county *c = w->o->county;
    struct ans_str other = other_address(w);
    enum ans_trial_when joined =
        other.len ? ANS_TRIAL_SIGNED : ANS_TRIAL_CONFIRMED;
    w->out->confirm_by = w->o->today + ANS_CONFIRM_DAYS;
    w->out->reviewed = ans_county_reviews(c);
    mail_member(w, "confirm", ANS_TRIAL_SENT, member);
    if (other.len)
        ask_second(w, ANS_TRIAL_CONFIRMED, member, other);
    mail_member(w, "welcome", joined, member);
    if (!w->out->reviewed)
        return;
    ans_walk_mail(w, (struct ans_trial_mail){.name = "review",
                                             .when = joined,
                                             .whom = ANS_TRIAL_COUNTY,
                                             .recipient = ans_county_email(c)});
    mail_member(w, "approved", ANS_TRIAL_APPROVED, member);
}

static void list_mails(struct ans_walk *w)
{
    const struct ans_question *q =
        ans_join_question_of(w->o->county->join, ANS_Q_EMAIL);
    struct ans_str member = q ? address(w, q->node.id) : ANS_STR("");
    if (ans_persona_comes(w->persona, "paper")) {
        mail_member(w, "welcome", ANS_TRIAL_PAPER, member);
        return;
    }
    w->out->saved_until = w->o->today + ANS_DRAFT_DAYS;
    if (w->persona->renews)
        list_renewing(w, member);
    else
        list_confirming(w, member);
}

static void list_rounds(struct ans_walk *w)
{
    const struct ans_follow_up *f = w->out->strategy->follow_up;
    for (size_t i = 0; f && i < f->rounds.count; i++) {
        const struct ans_round *round = ANS_AT(ans_round, f->rounds, i);
        if (ans_date_to_days(round->closes) < w->o->today)
            continue;
        struct ans_str title = ans_text_in(&round->title, w->o->lang).str;
        w->out->rounds.items =
            ans_arena_grow(w->arena, w->out->rounds.items, w->out->rounds.count,
                           sizeof *w->out->rounds.items);
        w->out->rounds.items[w->out->rounds.count++] =
            (struct ans_trial_round){round, title};
    }
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
    if (!write_letter(w, err))
        return false;
    choose_items(w);
    list_mails(w);
    list_rounds(w);
    list_shown(w);
    return write_items(w, err);
}
