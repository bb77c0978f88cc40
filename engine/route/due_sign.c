/* Second signatures that wait: both are reminded, and told when the time is
 * up. */
#include "join/sign.h"
#include "route/confirming.h"
#include "route/due.h"
#include "route/letters.h"

/* At most so many at a time; the rest comes with the next round. */
#define SHARE 50

/* To the first one: that it waits, or that the time is up. */
static bool make_first(struct ans_turn *t, const struct ans_signing *s,
                       const char *name, struct ans_str recipient,
                       struct ans_outbox_mail *mail, struct ans_err *err)
{
    struct ans_map *data = ans_letter_data(
        t, name,
        &(struct ans_letter_about){.name = s->member.name,
                                   .until = ans_moment_to_days(s->due_at)});
    return ans_letter_make(t, name, data, recipient, mail, err);
}

static bool remind(struct ans_turn *t, const struct ans_signing *s,
                   struct ans_err *err)
{
    struct ans_outbox_mail mails[2];
    struct ans_str token = ans_token_new(t->arena);
    ans_turn_speak(t, s->member.lang);
    t->kind = s->member.kind;
    bool over = s->state == ANS_SIGN_LAPSED;
    bool made =
        over
            ? make_first(t, s, "sign_lapsed", s->member.email, &mails[0],
                         err) &&
                  make_first(t, s, "sign_lapsed", s->email, &mails[1], err)
            : make_first(t, s, "sign_waits", s->member.email, &mails[0], err) &&
                  ans_second_letter(t, "sign_again", &s->member, token,
                                    s->due_at, s->email, &mails[1], err);
    return made &&
           ans_sign_remind(t->site->store, s, token, mails, t->now, err);
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
