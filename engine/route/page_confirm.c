/* The mailed link: a page that shows, a button that confirms. Mail scanners
 * follow links, so that opening one changes nothing. */
#include "base/date.h"
#include "join/join.h"
#include "join/sign.h"
#include "route/confirming.h"
#include "route/letters.h"
#include "route/turn.h"

#define STAMP "confirm"

/* Reminders go at nine in the morning. */
#define REMIND_AT (9 * 60 * 60 * INT64_C(1000))

static const char *const state_words[] = {
    [ANS_LINK_UNKNOWN] = "unknown", [ANS_LINK_OPEN] = "open",
    [ANS_LINK_EXPIRED] = "expired", [ANS_LINK_USED] = "used",
    [ANS_LINK_TAKEN] = "taken",     [ANS_LINK_WAITING] = "waiting",
    [ANS_LINK_LAPSED] = "lapsed",
};

/* Whom it waits for, and until when. */
static bool put_second(struct ans_turn *t, struct ans_map *data,
                       enum ans_link_state state, struct ans_err *err)
{
    struct ans_signing s;
    if (state != ANS_LINK_WAITING)
        return true;
    if (!ans_sign_of(t->site->store, t->capture[0], t->now, t->arena, &s, err))
        return false;
    ans_map_put_str(data, "email", s.email);
    ans_map_put(data, "until", ans_days_value(t, ans_moment_to_days(s.due_at)));
    return true;
}

static bool show(struct ans_turn *t, enum ans_link_state state,
                 const struct ans_member *member, const char *notice,
                 struct ans_err *err)
{
    struct ans_map *data = ans_turn_data(t);
    struct ans_str token = t->capture[0];
    bool expired = state == ANS_LINK_EXPIRED;
    int status = state == ANS_LINK_UNKNOWN ? 404 : 200;
    if (!put_second(t, data, state, err))
        return false;
    ans_map_put_str(data, "state", ans_str_from(state_words[state]));
    if (state != ANS_LINK_UNKNOWN)
        ans_map_put_str(data, "name", member->name);
    if (t->county->join)
        ans_map_put(data, "act", ans_said_value(t, &t->county->join->act));
    ans_map_put_str(data, "contact", ans_contact_line(t));
    ans_map_put_str(data, "action",
                    ans_href(t, "/bekrafta/%.*s%s", ANS_STR_ARG(token),
                             expired ? "/ny" : ""));
    ans_map_put_str(data, "stamp", ans_turn_stamp(t, STAMP));
    if (notice)
        ans_map_put(data, "notice", ans_say_value(t, notice, NULL));
    return ans_answer_page(t, "confirm", status,
                           ans_say(t, "confirm.title", NULL), data, err);
}

static bool find(struct ans_turn *t, enum ans_link_state *state,
                 struct ans_member *member, struct ans_err *err)
{
    if (!ans_join_link(t->site->store, t->capture[0], t->now, t->arena, state,
                       member, err))
        return false;
    t->kind = member->kind;
    return true;
}

bool ans_page_confirm(struct ans_turn *t, struct ans_err *err)
{
    enum ans_link_state state;
    struct ans_member member = {0};
    return find(t, &state, &member, err) && show(t, state, &member, NULL, err);
}

/* The first one has pressed; the second one is asked by mail. */
static bool ask_second(struct ans_turn *t, const struct ans_member *member,
                       const struct ans_second_signature *second,
                       struct ans_str email, struct ans_err *err)
{
    enum ans_link_state state;
    struct ans_member asked = {0};
    struct ans_outbox_mail mail;
    int64_t *reminders =
        ANS_NEW_ARRAY(t->arena, int64_t, second->reminders.count);
    for (size_t i = 0; i < second->reminders.count; i++)
        reminders[i] =
            ans_moment_of_day(t->today + second->reminders.items[i]) +
            REMIND_AT;
    struct ans_asking a = {
        .confirm_token = t->capture[0],
        .sign_token = ans_token_new(t->arena),
        .email = email,
        .due_at = ans_moment_of_day(t->today + second->deadline + 1) - 1,
        .reminders = reminders,
        .reminder_count = second->reminders.count,
        .now = t->now,
        .mail = &mail,
    };
    if (!ans_second_letter(t, "sign", member, a.sign_token, a.due_at, email,
                           &mail, err) ||
        !ans_sign_ask(t->site->store, &a, t->arena, &state, &asked, err)) {
        if (err->kind == ANS_ERR_LIMIT)
            t->r->status = 429;
        return false;
    }
    ans_letter_queued(t);
    return ans_answer_redirect(t, t->path); /* tells what it waits for */
}

bool ans_post_confirm(struct ans_turn *t, struct ans_err *err)
{
    enum ans_link_state state;
    struct ans_member member = {0};
    if (ans_turn_post(t, STAMP) != ANS_POST_GOOD)
        return find(t, &state, &member, err) &&
               show(t, state, &member, "form.stood-open", err);
    if (!find(t, &state, &member, err))
        return false;
    struct ans_str email;
    const struct ans_second_signature *second =
        state == ANS_LINK_OPEN ? ans_second_of(t, &member, &email) : NULL;
    if (second)
        return ask_second(t, &member, second, email, err);
    struct ans_confirming c;
    ans_confirming_begin(t, &c);
    if (!ans_join_confirm(t->site->store, &c.c, t->arena, &state, &member, err))
        return false;
    if (state != ANS_LINK_OPEN)
        return show(t, state, &member, NULL, err);
    ans_letter_queued(t);
    return ans_answer_redirect(t, ans_confirming_path(&c));
}

bool ans_post_confirm_renew(struct ans_turn *t, struct ans_err *err)
{
    enum ans_link_state state;
    struct ans_member member = {0};
    struct ans_outbox_mail mail;
    if (!find(t, &state, &member, err))
        return false;
    if (state != ANS_LINK_EXPIRED || ans_turn_post(t, STAMP) != ANS_POST_GOOD)
        return show(t, state, &member, NULL, err);
    struct ans_str token = ans_token_new(t->arena);
    struct ans_map *data = ans_letter_data(
        t, "confirm",
        &(struct ans_letter_about){.name = member.name, .token = token});
    if (!ans_letter_make(t, "confirm", data, member.email, &mail, err) ||
        !ans_join_renew(t->site->store, t->capture[0], token, &mail, t->now,
                        err))
        return false;
    ans_letter_queued(t);
    return ans_answer_page(t, "confirm_renewed", 200,
                           ans_say(t, "confirm.renewed.title", NULL),
                           ans_turn_data(t), err);
}
