/* transport: the ways a built message can take. Private to mail.
 *
 * The message's addresses and id have been checked by ans_mail_build.
 */
#pragma once

#include "mail/mail.h"

/* folder.c: files <id>.eml, all of them durable when it returns. Those of which
 * result->kind is not ANS_ERR_NONE are passed over. */
struct ans_mail_file {
    struct ans_str id;
    struct ans_buf message;
    struct ans_err *result;
    int fd; /* while it is written */
};
void ans_mail_to_folder(struct ans_str folder, struct ans_mail_file *files,
                        size_t count);

/* smtp.c: one message to one recipient. */
ANS_MUST_CHECK
bool ans_mail_to_server(const struct ans_mail_route *route,
                        const struct ans_mail *mail, struct ans_str message,
                        struct ans_err *err);
