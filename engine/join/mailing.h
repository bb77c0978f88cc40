/* mailing: how many mails forms may cause, and one mail by itself, such as
 * the link to a saved form.
 */
#pragma once

#include "base/attr.h"
#include "outbox/outbox.h"
#include "store/store.h"

/* The most mails that forms may cause to one address within 24 hours. */
#define ANS_MAILS_A_DAY 5

/* Within a job: may the address have another mail? ANS_ERR_LIMIT: it has had
 * its mails of the day. */
ANS_MUST_CHECK
bool ans_mailing_check(struct ans_db *db, struct ans_str recipient, int64_t now,
                       struct ans_err *err);

/* Queue a mail, durably. ANS_ERR_LIMIT as above. */
ANS_MUST_CHECK
bool ans_mailing_add(struct ans_store *store,
                     const struct ans_outbox_mail *mail, struct ans_err *err);
