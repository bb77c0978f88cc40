/* Second signatures that wait: both are reminded, and told when the time is
 * up. */
#include "join/sign.h"
#include "route/confirming.h"
#include "route/due.h"
#include "route/letters.h"

/* At most so many at a time; the rest comes with the next round. */
#define SHARE 50

/* New links: where it says whom it waits for, and where one signs. When the
 * time is up, the first one of a renewal has one to begin again. */
static bool make_mails(struct ans_turn *t, const struct ans_signing *s,
                       struct ans_str first_token, struct ans_str sign_token,
                       struct ans_outbox_mail mails[2], struct ans_err *err)
{
    const struct ans_str none = ANS_STR("");
    struct ans_str first = s->member.email;
    if (s->state == ANS_SIGN_LAPSED)
        return ans_second_letter(t, "sign_lapsed", s, first,
                                 s->renews ? first_token : none, &mails[0],
                                 err) &&
               ans_second_letter(t, "sign_lapsed", s, s->email, none, &mails[1],
                                 err);
    return ans_second_letter(t, "sign_waits", s, first, first_token, &mails[0],
                             err) &&
           ans_second_letter(t, "sign_again", s, s->email, sign_token,
                             &mails[1], err);
}

static bool remind(struct ans_turn *t, const struct ans_signing *s,
                   struct ans_err *err)
{
    struct ans_outbox_mail mails[2];
    struct ans_str first_token = ans_token_new(t->arena);
    struct ans_str sign_token = ans_token_new(t->arena);
    ans_turn_speak(t, s->member.lang);
    t->kind = s->member.kind;
    return make_mails(t, s, first_token, sign_token, mails, err) &&
           ans_sign_remind(t->site->store, s, first_token, sign_token, mails,
                           t->now, err);
}

bool ans_due_signatures(struct ans_turn *t, struct ans_err *err)
{
    struct ans_signing due[SHARE];
    size_t count;
    if (!ans_sign_due(t->site->store, t->now, SHARE, t->arena, due, &count,
                      err))
        return false;
    bool ok = true;
    for (size_t i = 0; i < count; i++) {
        struct ans_err why = {0}; /* of one must not keep the others waiting */
        if (remind(t, &due[i], &why))
            continue;
        *err = why;
        ok = false;
    }
    if (count)
        ans_letter_queued(t);
    return ok;
}
