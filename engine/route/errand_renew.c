/* Members of strategies that were replaced are asked to renew.
 *
 *   { do = "renew", county, again, dry }
 *   -> { strategy = "2027", asked = 40, before = 3 }
 *
 * `before`: were asked before and have not renewed; asked anew with `again`.
 */
#include "base/date.h"
#include "join/renew.h"
#include "route/due.h"
#include "route/letters.h"

#define SHARE 50

struct asking {
    const struct ans_strategy *strategy;
    bool again, dry;
    int64_t asked, before;
};

static bool ask(struct ans_turn *t, const struct asking *a,
                const struct ans_member *m, struct ans_err *err)
{
    struct ans_outbox_mail mail;
    struct ans_str token = ans_token_new(t->arena);
    ans_turn_speak(t, m->lang);
    t->kind = m->kind;
    struct ans_map *data = ans_letter_data(
        t, "renew",
        &(struct ans_letter_about){.name = m->name,
                                   .token = token,
                                   .until = t->today + ANS_RENEW_DAYS});
    ans_map_put(data, "strategy", ans_said_value(t, &a->strategy->title));
    return ans_letter_make(t, "renew", data, m->email, &mail, err) &&
           ans_renew_ask(t->site->store, m->id, a->strategy->node.id, token,
                         &mail, err);
}

static bool ask_all(struct ans_turn *t, struct asking *a, struct ans_err *err)
{
    struct ans_renewable share[SHARE];
    size_t count = SHARE;
    int64_t last = 0;
    while (count == SHARE) {
        if (!ans_renew_list(t->site->store, a->strategy->node.id, last, SHARE,
                            t->arena, share, &count, err))
            return false;
        for (size_t i = 0; i < count; i++) {
            last = share[i].member.id;
            a->before += share[i].asked_at != 0;
            if (share[i].asked_at && !a->again)
                continue;
            a->asked++;
            if (!a->dry && !ask(t, a, &share[i].member, err))
                return false;
        }
    }
    return true;
}

bool ans_errand_renew(struct ans_turn *t, const struct ans_map *errand,
                      struct ans_str document, struct ans_map *answer,
                      struct ans_err *err)
{
    (void)document;
    struct asking a = {
        .strategy = ans_county_strategy_joined(t->county, t->today),
        .again = ans_map_find(errand, "again").type == ANS_BOOL,
        .dry = ans_map_find(errand, "dry").type == ANS_BOOL,
    };
    if (!ask_all(t, &a, err))
        return false;
    ans_map_put_str(answer, "strategy", a.strategy->node.id);
    ans_map_put_int(answer, "asked", a.asked);
    ans_map_put_int(answer, "before", a.before);
    ans_letter_queued(t);
    return true;
}
