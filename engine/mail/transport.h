/* transport: the ways a built message can take. Private to mail.
 *
 * The message's addresses and id have been checked by ans_mail_build.
 */
#pragma once

#include "mail/mail.h"

/* folder.c: one file, <id>.eml. */
ANS_MUST_CHECK
bool ans_mail_to_folder(struct ans_str folder, struct ans_str id,
                        struct ans_str message, struct ans_err *err);

/* smtp.c: one message to one recipient. */
ANS_MUST_CHECK
bool ans_mail_to_server(const struct ans_mail_route *route,
                        const struct ans_mail *mail, struct ans_str message,
                        struct ans_err *err);
