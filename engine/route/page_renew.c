/* Renewal: the mailed link shows what the member promised, its button begins
 * the form with the answers of then. */
#include "base/date.h"
#include "codec/json.h"
#include "join/commitment.h"
#include "route/confirming.h"
#include "route/letters.h"
#include "route/renewing.h"
#include "route/sending.h"

#define STAMP "renew"

/* The strategy that a member is to renew to. */
static const struct ans_strategy *present(struct ans_turn *t)
{
    return ans_county_strategy_joined(t->county, t->today);
}

static const char *state_of(struct ans_turn *t, const struct ans_member *m,
                            bool expired)
{
    if (!m->id || !t->county->join)
        return "unknown";
    if (ans_str_eq(m->strategy, present(t)->node.id))
        return "done";
    return expired ? "expired" : "open";
}

/* What was promised, as it was sealed. */
static bool put_document(struct ans_turn *t, struct ans_map *data,
                         const struct ans_member *m, struct ans_err *err)
{
    struct ans_commitment sealed;
    struct ans_value document;
    struct ans_db *db = ans_store_acquire(t->site->store, err);
    if (!db)
        return false;
    int64_t due_at = 0;
    bool ok = ans_commitment_of(db, m->id, t->arena, &sealed, err);
    ans_store_release(t->site->store, db);
    if (!ok || !ans_renew_waits(t->site->store, m->id, t->now, &due_at, err) ||
        !ans_json_read(t->arena, sealed.document, &document, err))
        return false;
    ans_map_put(data, "document", document);
    if (due_at)
        ans_map_put(data, "waiting",
                    ans_days_value(t, ans_moment_to_days(due_at)));
    ans_map_put(data, "strategy", ans_said_value(t, &present(t)->title));
    ans_map_put_str(data, "action",
                    ans_href(t, "/fornya/%.*s", ANS_STR_ARG(t->capture[0])));
    ans_map_put_str(data, "stamp", ans_turn_stamp(t, STAMP));
    return true;
}

static bool show(struct ans_turn *t, const struct ans_member *m, bool expired,
                 const char *notice, struct ans_err *err)
{
    struct ans_map *data = ans_turn_data(t);
    struct ans_str state = ans_str_from(state_of(t, m, expired));
    t->kind = m->kind;
    if (ans_str_is(state, "open") && !put_document(t, data, m, err))
        return false;
    ans_map_put_str(data, "state", state);
    if (m->id) {
        ans_map_put_str(data, "name", m->name);
        ans_map_put(data, "joined", ans_days_value(t, m->joined_on));
        ans_map_put_str(data, "profile_href",
                        ans_href(t, "/anslutna/%.*s", ANS_STR_ARG(m->slug)));
    }
    ans_map_put_str(data, "contact", ans_contact_line(t));
    if (notice)
        ans_map_put(data, "notice", ans_say_value(t, notice, NULL));
    return ans_answer_page(t, "renew", m->id ? 200 : 404,
                           ans_say(t, "renew.title", NULL), data, err);
}

static bool find(struct ans_turn *t, struct ans_member *m, bool *expired,
                 struct ans_err *err)
{
    return ans_renew_find(t->site->store, t->capture[0], t->now, t->arena, m,
                          expired, err);
}

bool ans_page_renew(struct ans_turn *t, struct ans_err *err)
{
    struct ans_member m;
    bool expired;
    return find(t, &m, &expired, err) && show(t, &m, expired, NULL, err);
}

static bool begin(struct ans_turn *t, const struct ans_member *m,
                  struct ans_err *err)
{
    struct ans_draft draft = {
        .script_version = t->county->version,
        .lang = t->lang,
        .raw =
            ans_renew_fields(t->arena, ans_turn_county_of(t, m->script_version),
                             t->county, present(t), t->today, m->answers),
        .updated_at = t->now,
        .renews = m->id};
    return ans_draft_new(t->site->store, t->arena, &draft, err) &&
           ans_answer_redirect(
               t, ans_arena_printf(
                      t->arena, "/anslut/%.*s/%.*s", ANS_STR_ARG(draft.token),
                      ANS_STR_ARG(t->county->join->steps.items[0]->id)));
}

bool ans_post_renew(struct ans_turn *t, struct ans_err *err)
{
    struct ans_member m;
    bool expired;
    if (!find(t, &m, &expired, err))
        return false;
    if (ans_turn_post(t, STAMP) != ANS_POST_GOOD)
        return show(t, &m, expired, "form.stood-open", err);
    if (!ans_str_is(ans_str_from(state_of(t, &m, expired)), "open"))
        return show(t, &m, expired, NULL, err);
    return begin(t, &m, err);
}

/* Sending. */

struct mailing {
    struct ans_turn *turn;
    struct ans_str welcome_token;
};

static bool make_mail(void *context, const struct ans_member *member,
                      struct ans_outbox_mail *mail, struct ans_err *err)
{
    const struct mailing *m = context;
    return ans_renewed_letter(m->turn, member, m->welcome_token, mail, err);
}

/* Two sign: what was sent waits, and both are told. */
static bool ask_second(struct ans_turn *t, const struct ans_submission *s,
                       const struct ans_second_signature *second,
                       struct ans_str email, struct ans_err *err)
{
    struct ans_asking a;
    struct ans_outbox_mail first, other;
    bool again = false;
    ans_second_ask(t, second, email, &a);
    a.confirm_token = ans_token_new(t->arena);
    a.mail = &other;
    const struct ans_signing signing = {
        .member = *s->member, .renews = s->draft->renews, .due_at = a.due_at};
    if (!ans_second_letter(t, "renew_waits", &signing, s->member->email,
                           a.confirm_token, &first, err) ||
        !ans_second_letter(t, "sign", &signing, email, a.sign_token, &other,
                           err) ||
        !ans_renew_ask_second(t->site->store, s, &a, &first, t->arena, &again,
                              err)) {
        if (err->kind == ANS_ERR_LIMIT)
            t->r->status = 429;
        return false;
    }
    ans_letter_queued(t);
    return ans_answer_redirect(
        t, again ? ANS_STR("/anslut/klart")
                 : ans_arena_printf(t->arena, "/bekrafta/%.*s",
                                    ANS_STR_ARG(a.confirm_token)));
}

bool ans_answer_renewed(struct ans_turn *t, const struct ans_form *f,
                        struct ans_err *err)
{
    struct ans_member member = {0};
    struct ans_member renewed;
    struct ans_submission s = {
        .draft = &f->draft, .member = &member, .now = t->now};
    struct mailing mailing = {t, ans_token_new(t->arena)};
    const struct ans_renewing r = {.s = &s,
                                   .today = t->today,
                                   .welcome_token = mailing.welcome_token,
                                   .make_mail = make_mail,
                                   .context = &mailing};
    struct ans_str email;
    if (!ans_sending_fill(t, &f->judged, &f->runner, present(t), t->today, &s,
                          err))
        return false;
    const struct ans_second_signature *second =
        ans_second_of(t, &member, &email);
    if (second)
        return ask_second(t, &s, second, email, err);
    if (!ans_renew(t->site->store, &r, t->arena, &renewed, err))
        return false;
    ans_letter_queued(t);
    return ans_answer_redirect(
        t, ans_arena_printf(t->arena, "/valkommen/%.*s",
                            ANS_STR_ARG(mailing.welcome_token)));
}
