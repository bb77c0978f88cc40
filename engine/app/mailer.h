/* mailer: the thread that sends queued mail and keeps house. Private to app.
 */
#pragma once

#include "base/attr.h"
#include "base/err.h"
#include "edition/edition.h"
#include "mail/mail.h"
#include "route/chores.h"

struct ans_mailer;

struct ans_mailer_options {
    struct ans_editions *editions;
    struct ans_mail_route route;
    struct ans_str from; /* address of the sender */
};

/* Strings of the options must outlive the mailer. */
struct ans_mailer *ans_mailer_start(const struct ans_mailer_options *options,
                                    struct ans_err *err);

/* See to chores as well, from now on: once it is known how the outside reaches
 * the service, since their mails hold links. Not freed before the stop. */
void ans_mailer_take_chores(struct ans_mailer *mailer,
                            struct ans_chores *chores);

/* Something was queued; from any thread. */
void ans_mailer_wake(void *mailer);

/* Finish the mail at hand and end; what waits is sent after the next start. */
void ans_mailer_stop(struct ans_mailer *mailer);
