#include "mail/mail.h"
#include "mail/transport.h"

bool ans_mail_deliver(const struct ans_mail_route *route,
                      const struct ans_mail *mail, struct ans_err *err)
{
    struct ans_buf message = {0};
    bool ok = ans_mail_build(mail, &message, err);
    if (ok && route->server.len)
        ok = ans_mail_to_server(route, mail, ans_buf_str(&message), err);
    else if (ok)
        ok = ans_mail_to_folder(route->folder, mail->id, ans_buf_str(&message),
                                err);
    ans_buf_free(&message);
    return ok;
}
