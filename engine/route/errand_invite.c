/* Invitations from a list.
 *
 *   { do = "invite", county, rows = { { email, name, lang } } }
 *   -> { invited = 12, used = 1 } or { faults = { { row = 3, what =
 * "no-address", value } } }
 */
#include "base/date.h"
#include "join/invitation.h"
#include "mail/mail.h"
#include "route/due.h"
#include "route/letters.h"

#define NOTHING ANS_STR("")

void ans_errand_fault(struct ans_map *answer, size_t n, const char *what,
                      struct ans_str value, struct ans_str more)
{
    struct ans_value v = ans_map_find(answer, "faults");
    struct ans_list *list =
        v.type == ANS_LIST ? v.list : ans_map_put_list(answer, "faults");
    struct ans_map *m = ans_list_add_map(list);
    ans_map_put_int(m, "row", (int64_t)n);
    ans_map_put_str(m, "what", ans_str_from(what));
    if (value.len)
        ans_map_put_str(m, "value", value);
    if (more.len)
        ans_map_put_str(m, "more", more);
}

static bool came_before(const struct ans_list *rows, size_t n,
                        struct ans_str email)
{
    for (size_t i = 0; i < n; i++)
        if (ans_str_eq_nocase(ans_map_str(rows->items[i].map, "email"), email))
            return true;
    return false;
}

/* All of it is looked at before the first mail is made. */
static void check_rows(const struct ans_list *rows, struct ans_map *answer)
{
    for (size_t i = 0; i < rows->count; i++) {
        const struct ans_map *row = rows->items[i].map;
        struct ans_str email = ans_map_str(row, "email");
        if (!ans_mail_address_valid(email))
            ans_errand_fault(answer, i + 1, "no-address", email, NOTHING);
        else if (came_before(rows, i, email))
            ans_errand_fault(answer, i + 1, "twice", email, NOTHING);
        if (!ans_map_str(row, "name").len)
            ans_errand_fault(answer, i + 1, "no-name", NOTHING, NOTHING);
    }
}

static bool invite(struct ans_turn *t, const struct ans_map *row, bool *invited,
                   struct ans_err *err)
{
    ans_turn_speak(t, ans_map_str(row, "lang"));
    const struct ans_invitation i = {.email = ans_map_str(row, "email"),
                                     .name = ans_map_str(row, "name"),
                                     .lang = t->lang,
                                     .invited_at = t->now};
    struct ans_str token = ans_token_new(t->arena);
    struct ans_outbox_mail mail;
    struct ans_map *data = ans_letter_data(
        t, "invite",
        &(struct ans_letter_about){.name = i.name,
                                   .token = token,
                                   .until = t->today + ANS_INVITATION_DAYS});
    return ans_letter_make(t, "invite", data, i.email, &mail, err) &&
           ans_invitation_add(t->site->store, &i, token, &mail, invited, err);
}

bool ans_errand_invite(struct ans_turn *t, const struct ans_map *errand,
                       struct ans_str document, struct ans_map *answer,
                       struct ans_err *err)
{
    (void)document;
    struct ans_value v = ans_map_find(errand, "rows");
    int64_t count[2] = {0}; /* used, invited */
    for (size_t i = 0; v.type == ANS_LIST && i < v.list->count; i++)
        if (v.list->items[i].type != ANS_MAP)
            v.type = ANS_NIL;
    if (v.type != ANS_LIST || !v.list->count)
        return ans_err_set(err, ANS_ERR_INPUT, "there is nobody to invite");
    check_rows(v.list, answer);
    if (ans_map_find(answer, "faults").type == ANS_LIST)
        return true;
    for (size_t i = 0; i < v.list->count; i++) {
        bool invited = false;
        if (!invite(t, v.list->items[i].map, &invited, err))
            return false;
        count[invited]++;
    }
    ans_map_put_int(answer, "invited", count[1]);
    ans_map_put_int(answer, "used", count[0]);
    ans_letter_queued(t);
    return true;
}
