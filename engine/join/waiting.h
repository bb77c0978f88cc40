/* waiting: who has asked for a mail when joining opens.
 *
 * Kept until the mail is queued, the reader takes themselves off the list, or
 * ANS_WAITING_DAYS have passed; then erased. An address stands on the list
 * once.
 */
#pragma once

#include "base/attr.h"
#include "join/mailing.h"
#include "outbox/outbox.h"
#include "store/store.h"

#define ANS_WAITING_DAYS 365

struct ans_waiting {
    int64_t id; /* filled in when read */
    struct ans_str email;
    struct ans_str name; /* the organisation's */
    struct ans_str lang;
    int64_t added_at; /* ms */
};

/* Put somebody on the list, in the place of what stood there for the address;
 * `token` takes off it again and stands in `mail`. ANS_ERR_LIMIT: the address
 * has had its mails of the day. */
ANS_MUST_CHECK
bool ans_waiting_add(struct ans_store *store, const struct ans_waiting *w,
                     struct ans_str token, const struct ans_outbox_mail *mail,
                     struct ans_err *err);

/* ANS_ERR_NOT_FOUND: nobody of that token is on the list. */
ANS_MUST_CHECK
bool ans_waiting_find(struct ans_store *store, struct ans_str token,
                      struct ans_arena *arena, struct ans_waiting *out,
                      struct ans_err *err);

/* Take off the list; nothing happens when nobody is on it. */
ANS_MUST_CHECK
bool ans_waiting_leave(struct ans_store *store, struct ans_str token,
                       struct ans_err *err);

/* The first `most` on the list, in the order in which they came. */
ANS_MUST_CHECK
bool ans_waiting_first(struct ans_store *store, size_t most,
                       struct ans_arena *arena, struct ans_waiting *out,
                       size_t *count, struct ans_err *err);

/* Joining is open: queue the mail and take off the list, once. Where joining is
 * by invitation the mail holds one, by `invitation`, a new token; else that is
 * empty. */
ANS_MUST_CHECK
bool ans_waiting_tell(struct ans_store *store, const struct ans_waiting *w,
                      struct ans_str invitation,
                      const struct ans_outbox_mail *mail, struct ans_err *err);

/* Within a write job: forget at most `most` who were added before a moment. */
ANS_MUST_CHECK
bool ans_waiting_sweep(struct ans_db *db, int64_t before, int64_t most,
                       int64_t *forgotten, struct ans_err *err);
