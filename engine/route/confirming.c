/* Mails of a confirmation are made within its transaction, when the running
 * number is known. */
#include "route/confirming.h"

#include "base/date.h"
#include "route/letters.h"
#include "route/members.h"
#include "route/submitted.h"
#include "route/welcome.h"

static struct ans_list *item_titles(struct ans_turn *t,
                                    const struct ans_package *package)
{
    struct ans_list *list = ans_list_new(t->arena);
    struct ans_map *words = ans_welcome_words(t, &package->member);
    struct ans_err failure = {0};
    for (size_t i = 0; i < package->count; i++) {
        const struct ans_item *item =
            ans_member_item(t, &package->member, package->items[i].item);
        struct ans_str title;
        if (item && ans_prose_plain(t, &item->title, words, &title, &failure))
            ans_map_put_str(ans_list_add_map(list), "title", title);
    }
    return list;
}

static bool make_welcome(struct ans_confirming *c,
                         const struct ans_package *package,
                         struct ans_outbox_mail *mail, struct ans_err *err)
{
    const struct ans_member *m = &package->member;
    struct ans_turn *t = c->turn;
    struct ans_map *data = ans_letter_data(
        t, "welcome",
        &(struct ans_letter_about){
            .name = m->name, .token = c->c.welcome_token, .slug = m->slug});
    ans_map_put_int(data, "number", m->number);
    ans_map_put_str(data, "number_text", ans_number_text(t, m));
    ans_map_put_bool(data, "review", c->c.review);
    ans_map_put(data, "items", ans_value_list(item_titles(t, package)));
    return ans_letter_make(t, "welcome", data, m->email, mail, err);
}

bool ans_renewed_letter(struct ans_turn *t, const struct ans_member *m,
                        struct ans_str welcome_token,
                        struct ans_outbox_mail *mail, struct ans_err *err)
{
    struct ans_map *data = ans_letter_data(
        t, "renewed",
        &(struct ans_letter_about){
            .name = m->name, .token = welcome_token, .slug = m->slug});
    return ans_letter_make(t, "renewed", data, m->email, mail, err);
}

static bool make_review(struct ans_confirming *c, const struct ans_member *m,
                        struct ans_outbox_mail *mail, struct ans_err *err)
{
    struct ans_turn *t = c->turn;
    struct ans_map *data =
        ans_letter_data(t, "review",
                        &(struct ans_letter_about){.name = m->name,
                                                   .token = c->c.review_token});
    return ans_letter_make(t, "review", data, ans_county_email(t->county), mail,
                           err);
}

static bool make_mails(void *context, const struct ans_package *package,
                       struct ans_outbox_mail mails[2], size_t *count,
                       struct ans_err *err)
{
    struct ans_confirming *c = context;
    *count = 1;
    if (c->renews)
        return ans_renewed_letter(c->turn, &package->member, c->c.welcome_token,
                                  &mails[0], err);
    if (!make_welcome(c, package, &mails[0], err))
        return false;
    if (!c->c.review)
        return true;
    *count = 2;
    return make_review(c, &package->member, &mails[1], err);
}

void ans_confirming_begin(struct ans_turn *t, struct ans_confirming *out)
{
    *out = (struct ans_confirming){
        .turn = t,
        .c = {
            .confirm_token = t->capture[0],
            .welcome_token = ans_token_new(t->arena),
            .review_token = ans_token_new(t->arena),
            .review = ans_county_reviews(t->county),
            .first_number =
                t->county->numbering ? t->county->numbering->from : 0,
            .now = t->now,
            .make_mails = make_mails,
            .context = out,
        }};
}

struct ans_str ans_confirming_path(const struct ans_confirming *c)
{
    return ans_arena_printf(c->turn->arena, "/valkommen/%.*s",
                            ANS_STR_ARG(c->c.welcome_token));
}

const struct ans_second_signature *ans_second_of(struct ans_turn *t,
                                                 const struct ans_member *m,
                                                 struct ans_str *email)
{
    const struct ans_join *join =
        ans_turn_county_of(t, m->script_version)->join;
    struct ans_value v = join && join->second && m->answers
                             ? ans_map_get(m->answers, join->second->asks)
                             : ANS_VALUE_NIL;
    if (v.type != ANS_TEXT)
        return NULL;
    *email = v.s;
    return join->second;
}

/* Reminders go at nine in the morning. */
#define REMIND_AT (9 * 60 * 60 * INT64_C(1000))

void ans_second_ask(struct ans_turn *t,
                    const struct ans_second_signature *second,
                    struct ans_str email, struct ans_asking *out)
{
    size_t count = second->reminders.count;
    int64_t *reminders = ANS_NEW_ARRAY(t->arena, int64_t, count + 1);
    for (size_t i = 0; i < count; i++)
        reminders[i] =
            ans_moment_of_day(t->today + second->reminders.items[i]) +
            REMIND_AT;
    *out = (struct ans_asking){
        .sign_token = ans_token_new(t->arena),
        .email = email,
        .due_at = ans_moment_of_day(t->today + second->deadline + 1) - 1,
        .reminders = reminders,
        .reminder_count = count,
        .now = t->now,
    };
}

bool ans_second_letter(struct ans_turn *t, const char *name,
                       const struct ans_signing *s, struct ans_str recipient,
                       struct ans_str token, struct ans_outbox_mail *mail,
                       struct ans_err *err)
{
    struct ans_map *data = ans_letter_data(
        t, name,
        &(struct ans_letter_about){.name = s->member.name,
                                   .token = token,
                                   .until = ans_moment_to_days(s->due_at),
                                   .renews = s->renews != 0});
    return ans_letter_make(t, name, data, recipient, mail, err);
}
