#include "join/mailing.h"

bool ans_mailing_check(struct ans_db *db, struct ans_str recipient, int64_t now,
                       struct ans_err *err)
{
    const int64_t day_ms = (int64_t)24 * 60 * 60 * 1000;
    int64_t count = 0;
    if (!ans_outbox_recent(db, recipient, now - day_ms, &count, err))
        return false;
    return count < ANS_MAILS_A_DAY ||
           ans_err_set(err, ANS_ERR_LIMIT,
                       "too many mails to one address today");
}

static bool add_mail(struct ans_db *db, void *context, struct ans_err *err)
{
    const struct ans_outbox_mail *mail = context;
    return ans_mailing_check(db, mail->recipient, mail->created_at, err) &&
           ans_outbox_add(db, mail, err);
}

bool ans_mailing_add(struct ans_store *store,
                     const struct ans_outbox_mail *mail, struct ans_err *err)
{
    return ans_store_write(store, add_mail, (void *)(uintptr_t)mail, err);
}
