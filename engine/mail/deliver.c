#include "mail/mail.h"
#include "mail/transport.h"

static void deliver_one(const struct ans_mail_route *route,
                        const struct ans_mail *mail, struct ans_err *err)
{
    struct ans_buf message = {0};
    bool ok = ans_mail_build(mail, &message, err) &&
              ans_mail_to_server(route, mail, ans_buf_str(&message), err);
    if (!ok && !err->kind)
        err->kind = ANS_ERR_INTERNAL;
    ans_buf_free(&message);
}

static void deliver_files(struct ans_str folder, const struct ans_mail *mails,
                          size_t count, struct ans_err *results)
{
    struct ans_mail_file files[ANS_MAIL_MOST];
    for (size_t i = 0; i < count; i++) {
        files[i] =
            (struct ans_mail_file){.id = mails[i].id, .result = &results[i]};
        bool ok = ans_mail_build(&mails[i], &files[i].message, &results[i]);
        if (!ok && !results[i].kind)
            results[i].kind = ANS_ERR_INTERNAL;
    }
    ans_mail_to_folder(folder, files, count);
    for (size_t i = 0; i < count; i++)
        ans_buf_free(&files[i].message);
}

size_t ans_mail_at_once(const struct ans_mail_route *route)
{
    return route->server.len ? 1 : ANS_MAIL_MOST;
}

void ans_mail_deliver(const struct ans_mail_route *route,
                      const struct ans_mail *mails, size_t count,
                      struct ans_err *results)
{
    for (size_t i = 0; i < count; i++)
        results[i] = (struct ans_err){0};
    size_t step = ans_mail_at_once(route);
    for (size_t done = 0; done < count; done += step) {
        size_t some = count - done < step ? count - done : step;
        if (route->server.len)
            deliver_one(route, &mails[done], &results[done]);
        else
            deliver_files(route->folder, &mails[done], some, &results[done]);
    }
}
