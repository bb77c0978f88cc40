/* The mailed link: a page that shows, a button that confirms. Mail scanners
 * follow links, so that opening one changes nothing. */
#include "base/date.h"
#include "join/sign.h"
#include "mail/mail.h"
#include "route/confirming.h"
#include "route/letters.h"
#include "route/turn.h"

#define STAMP "confirm"

static const char *const state_words[] = {
    [ANS_LINK_UNKNOWN] = "unknown", [ANS_LINK_OPEN] = "open",
    [ANS_LINK_EXPIRED] = "expired", [ANS_LINK_USED] = "used",
    [ANS_LINK_TAKEN] = "taken",     [ANS_LINK_WAITING] = "waiting",
    [ANS_LINK_LAPSED] = "lapsed",
};

/* What a page says beside the state of its link. */
struct said {
    const char *notice;
    struct ans_str email;   /* as typed, when it is wrong */
    struct ans_value wrong; /* what is wrong with it */
};

/* Who else will be asked to sign; or whom it waits for, and until when, and a
 * form for another address. */
static bool put_second(struct ans_turn *t, struct ans_map *data,
                       enum ans_link_state state,
                       const struct ans_member *member, const struct said *said,
                       struct ans_err *err)
{
    struct ans_signing s;
    struct ans_str email;
    if (state == ANS_LINK_OPEN && ans_second_of(t, member, &email))
        ans_map_put_str(data, "email", email);
    if (state != ANS_LINK_WAITING && state != ANS_LINK_LAPSED)
        return true;
    if (!ans_sign_of(t->site->store, t->capture[0], t->now, t->arena, &s, err))
        return false;
    ans_map_put_bool(data, "renews", s.renews != 0);
    if (state == ANS_LINK_LAPSED)
        return true;
    ans_map_put_str(data, "email", s.email);
    ans_map_put(data, "until", ans_days_value(t, ans_moment_to_days(s.due_at)));
    if (s.asked >= ANS_SIGN_ASKED_MOST)
        return true;
    struct ans_map *correct = ans_map_put_map(data, "correct");
    ans_map_put_str(
        correct, "action",
        ans_href(t, "/bekrafta/%.*s/adress", ANS_STR_ARG(t->capture[0])));
    ans_map_put_str(correct, "email", said->email);
    ans_map_put(correct, "problem", said->wrong);
    struct ans_list *problems = ans_map_put_list(data, "problems");
    if (said->wrong.type == ANS_NIL)
        return true;
    struct ans_map *problem = ans_list_add_map(problems);
    ans_map_put_str(problem, "field", ANS_STR("email"));
    ans_map_put(problem, "text", said->wrong);
    return true;
}

static bool show(struct ans_turn *t, enum ans_link_state state,
                 const struct ans_member *member, const struct said *said,
                 struct ans_err *err)
{
    struct ans_map *data = ans_turn_data(t);
    struct ans_str token = t->capture[0];
    bool expired = state == ANS_LINK_EXPIRED;
    int status = said->wrong.type != ANS_NIL ? 422
                 : state == ANS_LINK_UNKNOWN ? 404
                                             : 200;
    if (!put_second(t, data, state, member, said, err))
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
    if (said->notice)
        ans_map_put(data, "notice", ans_say_value(t, said->notice, NULL));
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
    return find(t, &state, &member, err) &&
           show(t, state, &member, &(struct said){0}, err);
}

/* The letter that asks whoever `a` asks to sign. */
static bool make_asking(struct ans_turn *t, const struct ans_member *member,
                        const struct ans_asking *a, int64_t renews,
                        struct ans_outbox_mail *mail, struct ans_err *err)
{
    const struct ans_signing s = {
        .member = *member, .renews = renews, .due_at = a->due_at};
    return ans_second_letter(t, "sign", &s, a->email, a->sign_token, mail, err);
}

/* Somebody has been asked: the page tells whom it waits for. */
static bool answer_asked(struct ans_turn *t, bool asked, struct ans_err *err)
{
    if (!asked) {
        if (err->kind == ANS_ERR_LIMIT)
            t->r->status = 429;
        return false;
    }
    ans_letter_queued(t);
    return ans_answer_redirect(t, ans_arena_printf(t->arena, "/bekrafta/%.*s",
                                                   ANS_STR_ARG(t->capture[0])));
}

/* The first one has pressed; the second one is asked by mail. */
static bool ask_second(struct ans_turn *t, const struct ans_member *member,
                       const struct ans_second_signature *second,
                       struct ans_str email, struct ans_err *err)
{
    enum ans_link_state state;
    struct ans_member asked = {0};
    struct ans_outbox_mail mail;
    struct ans_asking a;
    ans_second_ask(t, second, email, &a);
    a.confirm_token = t->capture[0];
    a.mail = &mail;
    return answer_asked(
        t,
        make_asking(t, member, &a, 0, &mail, err) &&
            ans_sign_ask(t->site->store, &a, t->arena, &state, &asked, err),
        err);
}

bool ans_post_confirm(struct ans_turn *t, struct ans_err *err)
{
    enum ans_link_state state;
    struct ans_member member = {0};
    if (ans_turn_post(t, STAMP) != ANS_POST_GOOD)
        return find(t, &state, &member, err) &&
               show(t, state, &member,
                    &(struct said){.notice = "form.stood-open"}, err);
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
        return show(t, state, &member, &(struct said){0}, err);
    ans_letter_queued(t);
    return ans_answer_redirect(t, ans_confirming_path(&c));
}

/* What is wrong with an address that is to be asked in the place of another;
 * nil: nothing. The first one cannot be the second. */
static struct ans_value judge_address(struct ans_turn *t,
                                      const struct ans_member *member,
                                      struct ans_str email)
{
    struct ans_map *values = ans_map_new(t->arena);
    ans_map_put_str(values, "label", ans_say(t, "confirm.correct.label", NULL));
    if (!email.len)
        return ans_say_value(t, "problem.required", values);
    if (!ans_mail_address_valid(email))
        return ans_say_value(t, "problem.not-an-email", values);
    return ans_str_eq_nocase(email, member->email)
               ? ans_say_value(t, "problem.same-address", values)
               : ANS_VALUE_NIL;
}

static bool correct(struct ans_turn *t, const struct ans_member *member,
                    struct ans_str email, struct ans_err *err)
{
    struct ans_str old;
    struct ans_signing s;
    struct ans_asking a;
    struct ans_outbox_mail mail;
    enum ans_link_state state;
    const struct ans_second_signature *second = ans_second_of(t, member, &old);
    if (!second)
        return ans_err_set(err, ANS_ERR_NOT_FOUND, "nobody else signs");
    if (!ans_sign_of(t->site->store, t->capture[0], t->now, t->arena, &s, err))
        return false;
    ans_second_ask(t, second, email, &a);
    a.confirm_token = t->capture[0];
    a.mail = &mail;
    return answer_asked(t,
                        make_asking(t, member, &a, s.renews, &mail, err) &&
                            ans_sign_correct(t->site->store, &a, second->asks,
                                             t->arena, &state, err),
                        err);
}

bool ans_post_correct(struct ans_turn *t, struct ans_err *err)
{
    enum ans_link_state state;
    struct ans_member member = {0};
    struct said said = {0};
    if (!find(t, &state, &member, err))
        return false;
    if (ans_turn_post(t, STAMP) != ANS_POST_GOOD)
        said.notice = "form.stood-open";
    if (said.notice || state != ANS_LINK_WAITING)
        return show(t, state, &member, &said, err);
    said.email = ans_str_trim(ans_fields_get(&t->q->form, "email"));
    said.wrong = judge_address(t, &member, said.email);
    if (said.wrong.type != ANS_NIL)
        return show(t, state, &member, &said, err);
    return correct(t, &member, said.email, err);
}

bool ans_post_confirm_renew(struct ans_turn *t, struct ans_err *err)
{
    enum ans_link_state state;
    struct ans_member member = {0};
    struct ans_outbox_mail mail;
    if (!find(t, &state, &member, err))
        return false;
    if (state != ANS_LINK_EXPIRED || ans_turn_post(t, STAMP) != ANS_POST_GOOD)
        return show(t, state, &member, &(struct said){0}, err);
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
