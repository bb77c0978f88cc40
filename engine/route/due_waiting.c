/* Joining is open again: everybody on the waiting list is told, once. */
#include "join/waiting.h"
#include "route/closed.h"
#include "route/due.h"
#include "route/letters.h"

/* At most so many at a time; the rest comes with the next round. */
#define SHARE 100

static bool tell(struct ans_turn *t, const struct ans_waiting *w,
                 struct ans_err *err)
{
    struct ans_outbox_mail mail;
    ans_turn_speak(t, w->lang);
    struct ans_str invitation =
        t->county->join->by_invitation ? ans_token_new(t->arena) : ANS_STR("");
    struct ans_map *data = ans_letter_data(
        t, "open",
        &(struct ans_letter_about){.name = w->name, .token = invitation});
    return ans_letter_make(t, "open", data, w->email, &mail, err) &&
           ans_waiting_tell(t->site->store, w, invitation, &mail, err);
}

bool ans_due_waiting(struct ans_turn *t, struct ans_err *err)
{
    struct ans_waiting first[SHARE];
    size_t count;
    if (!t->county->join || ans_is_closed(t))
        return true;
    if (!ans_waiting_first(t->site->store, SHARE, t->arena, first, &count, err))
        return false;
    bool ok = true;
    for (size_t i = 0; i < count; i++) {
        struct ans_err why = {0}; /* of one must not keep the others waiting */
        if (tell(t, &first[i], &why))
            continue;
        *err = why;
        ok = false;
    }
    if (count)
        ans_letter_queued(t);
    return ok;
}
