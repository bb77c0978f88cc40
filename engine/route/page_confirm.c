/* The mailed link: a page that shows, a button that confirms. Mail scanners
 * follow links, so that opening one changes nothing. */
#include "join/join.h"
#include "join/mailing.h"
#include "route/letters.h"
#include "route/members.h"
#include "route/turn.h"
#include "route/welcome.h"

#define STAMP "confirm"

static const char *const state_words[] = {
    [ANS_LINK_UNKNOWN] = "unknown", [ANS_LINK_OPEN] = "open",
    [ANS_LINK_EXPIRED] = "expired", [ANS_LINK_USED] = "used",
    [ANS_LINK_TAKEN] = "taken",
};

static bool show(struct ans_turn *t, enum ans_link_state state,
                 const struct ans_member *member, const char *notice,
                 struct ans_err *err)
{
    struct ans_map *data = ans_turn_data(t);
    struct ans_str token = t->capture[0];
    bool expired = state == ANS_LINK_EXPIRED;
    int status = state == ANS_LINK_UNKNOWN ? 404 : 200;
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
        ans_map_put_str(data, "notice", ans_say(t, notice, NULL));
    return ans_answer_page(t, "confirm", status,
                           ans_say(t, "confirm.title", NULL), data, err);
}

static bool find(struct ans_turn *t, enum ans_link_state *state,
                 struct ans_member *member, struct ans_err *err)
{
    return ans_join_link(t->site->store, t->capture[0], t->now, t->arena, state,
                         member, err);
}

bool ans_page_confirm(struct ans_turn *t, struct ans_err *err)
{
    enum ans_link_state state;
    struct ans_member member = {0};
    return find(t, &state, &member, err) && show(t, state, &member, NULL, err);
}

/* Mails of a confirmation, made within its transaction, when the running
 * number is known. */
struct confirming {
    struct ans_turn *turn;
    struct ans_str welcome_token;
    struct ans_str review_token;
    bool review;
};

static struct ans_list *item_titles(struct ans_turn *t,
                                    const struct ans_package *package)
{
    struct ans_list *list = ans_list_new(t->arena);
    struct ans_map *words = ans_welcome_words(t, &package->member);
    struct ans_err failure = {0};
    for (size_t i = 0; i < package->count; i++) {
        const struct ans_item *item =
            ans_welcome_item(t->county->welcome, package->items[i].item);
        struct ans_str title;
        if (item && ans_prose_plain(t, &item->title, words, &title, &failure))
            ans_map_put_str(ans_list_add_map(list), "title", title);
    }
    return list;
}

static bool make_welcome(struct confirming *c,
                         const struct ans_package *package,
                         struct ans_outbox_mail *mail, struct ans_err *err)
{
    const struct ans_member *m = &package->member;
    struct ans_turn *t = c->turn;
    struct ans_map *data = ans_map_new(t->arena);
    ans_map_put_str(data, "name", m->name);
    ans_map_put_int(data, "number", m->number);
    ans_map_put_str(data, "number_text", ans_number_text(t, m));
    ans_map_put_bool(data, "review", c->review);
    ans_map_put_str(
        data, "href",
        ans_public_href(t, ans_arena_printf(t->arena, "/valkommen/%.*s",
                                            ANS_STR_ARG(c->welcome_token))));
    ans_map_put_str(
        data, "profile_href",
        ans_public_href(t, ans_arena_printf(t->arena, "/anslutna/%.*s",
                                            ANS_STR_ARG(m->slug))));
    ans_map_put(data, "items", ans_value_list(item_titles(t, package)));
    return ans_letter_make(t, "welcome", data, m->email, mail, err);
}

static bool make_review(struct confirming *c, const struct ans_member *m,
                        struct ans_outbox_mail *mail, struct ans_err *err)
{
    struct ans_turn *t = c->turn;
    struct ans_map *data = ans_map_new(t->arena);
    ans_map_put_str(data, "name", m->name);
    ans_map_put_str(
        data, "href",
        ans_public_href(t, ans_arena_printf(t->arena, "/granska/%.*s",
                                            ANS_STR_ARG(c->review_token))));
    return ans_letter_make(t, "review", data, ans_county_email(t->county), mail,
                           err);
}

static bool make_mails(void *context, const struct ans_package *package,
                       struct ans_outbox_mail mails[2], size_t *count,
                       struct ans_err *err)
{
    struct confirming *c = context;
    *count = 1;
    if (!make_welcome(c, package, &mails[0], err))
        return false;
    if (!c->review)
        return true;
    *count = 2;
    return make_review(c, &package->member, &mails[1], err);
}

bool ans_post_confirm(struct ans_turn *t, struct ans_err *err)
{
    enum ans_link_state state;
    struct ans_member member = {0};
    if (ans_turn_post(t, STAMP) != ANS_POST_GOOD)
        return find(t, &state, &member, err) &&
               show(t, state, &member, "form.stood-open", err);
    struct confirming c = {
        .turn = t,
        .welcome_token = ans_token_new(t->arena),
        .review_token = ans_token_new(t->arena),
        .review = ans_county_reviews(t->county),
    };
    struct ans_confirmation confirmation = {
        .confirm_token = t->capture[0],
        .welcome_token = c.welcome_token,
        .review_token = c.review_token,
        .review = c.review,
        .first_number = t->county->numbering ? t->county->numbering->from : 0,
        .now = t->now,
        .make_mails = make_mails,
        .context = &c,
    };
    if (!ans_join_confirm(t->site->store, &confirmation, t->arena, &state,
                          &member, err))
        return false;
    if (state != ANS_LINK_OPEN)
        return show(t, state, &member, NULL, err);
    ans_letter_queued(t);
    return ans_answer_redirect(t,
                               ans_arena_printf(t->arena, "/valkommen/%.*s",
                                                ANS_STR_ARG(c.welcome_token)));
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
    struct ans_map *data = ans_map_new(t->arena);
    ans_map_put_str(data, "name", member.name);
    ans_map_put_int(data, "days", ANS_CONFIRM_DAYS);
    if (t->county->join)
        ans_map_put(data, "act", ans_said_value(t, &t->county->join->act));
    ans_map_put_str(
        data, "href",
        ans_public_href(t, ans_arena_printf(t->arena, "/bekrafta/%.*s",
                                            ANS_STR_ARG(token))));
    if (!ans_letter_make(t, "confirm", data, member.email, &mail, err) ||
        !ans_join_renew(t->site->store, t->capture[0], token, &mail, t->now,
                        err))
        return false;
    ans_letter_queued(t);
    return ans_answer_page(t, "confirm_renewed", 200,
                           ans_say(t, "confirm.renewed.title", NULL),
                           ans_turn_data(t), err);
}
