/* The second signature: the mailed link shows the letter and the answers, its
 * button signs. Opening the page changes nothing. */
#include "base/date.h"
#include "codec/json.h"
#include "join/commitment.h"
#include "join/sign.h"
#include "route/confirming.h"
#include "route/letters.h"
#include "route/turn.h"

#define STAMP "sign"

static const char *const state_words[] = {
    [ANS_SIGN_UNKNOWN] = "unknown", [ANS_SIGN_OPEN] = "open",
    [ANS_SIGN_DONE] = "done",       [ANS_SIGN_LAPSED] = "lapsed",
    [ANS_SIGN_TAKEN] = "taken",
};

/* What is signed, as it was sealed when the first one sent it. */
static bool put_document(struct ans_turn *t, struct ans_map *data,
                         const struct ans_signing *s, struct ans_err *err)
{
    struct ans_commitment sealed;
    struct ans_value document;
    struct ans_db *db = ans_store_acquire(t->site->store, err);
    if (!db)
        return false;
    bool ok = ans_commitment_of(db, s->member.id, t->arena, &sealed, err);
    ans_store_release(t->site->store, db);
    if (!ok || !ans_json_read(t->arena, sealed.document, &document, err))
        return false;
    ans_map_put(data, "document", document);
    ans_map_put(data, "until",
                ans_days_value(t, ans_moment_to_days(s->due_at)));
    ans_map_put_str(
        data, "action",
        ans_href(t, "/underteckna/%.*s", ANS_STR_ARG(t->capture[0])));
    ans_map_put_str(data, "stamp", ans_turn_stamp(t, STAMP));
    return true;
}

static bool show(struct ans_turn *t, const struct ans_signing *s,
                 const char *notice, struct ans_err *err)
{
    struct ans_map *data = ans_turn_data(t);
    int status = s->state == ANS_SIGN_UNKNOWN ? 404 : 200;
    if (s->state == ANS_SIGN_OPEN && !put_document(t, data, s, err))
        return false;
    ans_map_put_str(data, "state", ans_str_from(state_words[s->state]));
    ans_map_put_bool(data, "renews", s->renews != 0);
    if (s->state != ANS_SIGN_UNKNOWN)
        ans_map_put_str(data, "name", s->member.name);
    ans_map_put_str(data, "contact", ans_contact_line(t));
    if (notice)
        ans_map_put(data, "notice", ans_say_value(t, notice, NULL));
    return ans_answer_page(t, "sign", status, ans_say(t, "sign.title", NULL),
                           data, err);
}

bool ans_page_sign(struct ans_turn *t, struct ans_err *err)
{
    struct ans_signing s;
    return ans_sign_find(t->site->store, t->capture[0], t->now, t->arena, &s,
                         err) &&
           show(t, &s, NULL, err);
}

bool ans_post_sign(struct ans_turn *t, struct ans_err *err)
{
    struct ans_signing s;
    struct ans_confirming c;
    if (!ans_sign_find(t->site->store, t->capture[0], t->now, t->arena, &s,
                       err))
        return false;
    if (ans_turn_post(t, STAMP) != ANS_POST_GOOD)
        return show(t, &s, "form.stood-open", err);
    ans_confirming_begin(t, &c);
    c.renews = s.renews != 0;
    if (!ans_sign(t->site->store, &c.c, t->arena, &s, err))
        return false;
    if (s.state != ANS_SIGN_OPEN)
        return show(t, &s, NULL, err);
    ans_letter_queued(t);
    return ans_answer_redirect(t, t->path); /* says that it is signed */
}
