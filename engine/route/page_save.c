/* Save a form and go on later, by a mailed link. */
#include "join/mailing.h"
#include "mail/mail.h"
#include "route/form.h"
#include "route/letters.h"
#include "route/turn.h"

static int64_t kept_until(const struct ans_form *f)
{
    return ans_moment_to_days(f->draft.updated_at) + ANS_DRAFT_DAYS;
}

static bool show(struct ans_turn *t, const struct ans_form *f,
                 struct ans_str email, const char *problem, int status,
                 struct ans_err *err)
{
    struct ans_map *data = ans_turn_data(t);
    ans_map_put_str(data, "email", email);
    if (problem)
        ans_map_put(data, "problem", ans_say_value(t, problem, NULL));
    ans_map_put(data, "resume_until", ans_days_value(t, kept_until(f)));
    ans_map_put_str(
        data, "action",
        ans_href(t, "%.*s",
                 ANS_STR_ARG(ans_form_path(t, f, ANS_STR("spara")))));
    ans_map_put_str(data, "back_href",
                    ans_href(t, "/anslut/%.*s", ANS_STR_ARG(f->draft.token)));
    ans_map_put_str(data, "stamp", ans_form_stamp(t));
    ans_map_put_str(data, "version", t->county->version);
    return ans_answer_page(t, "join_save", status,
                           ans_say(t, "save.title", NULL), data, err);
}

static bool open_form(struct ans_turn *t, struct ans_form *f, bool *answered,
                      struct ans_err *err)
{
    if (!ans_form_open(t, f, answered, err))
        return false;
    return !f->fresh ||
           ans_err_set(err, ANS_ERR_NOT_FOUND, "nothing to save yet");
}

/* The form's own e-mail answer, as a suggestion. */
static struct ans_str typed_email(struct ans_turn *t, const struct ans_form *f)
{
    const struct ans_question *q =
        ans_join_question_of(t->county->join, ANS_Q_EMAIL);
    for (size_t i = 0; q && i < f->draft.raw.count; i++)
        if (ans_str_eq(f->draft.raw.items[i].name, q->node.id))
            return f->draft.raw.items[i].value;
    return ANS_STR("");
}

bool ans_page_save(struct ans_turn *t, struct ans_err *err)
{
    struct ans_form f;
    bool answered;
    if (!open_form(t, &f, &answered, err))
        return answered;
    return show(t, &f, typed_email(t, &f), NULL, 200, err);
}

static bool mail_link(struct ans_turn *t, const struct ans_form *f,
                      struct ans_str email, struct ans_err *err)
{
    struct ans_outbox_mail mail;
    struct ans_map *data =
        ans_letter_data(t, "resume",
                        &(struct ans_letter_about){.token = f->draft.token,
                                                   .until = kept_until(f)});
    if (!ans_letter_make(t, "resume", data, email, &mail, err))
        return false;
    if (!ans_mailing_add(t->site->store, &mail, err)) {
        if (err->kind == ANS_ERR_LIMIT)
            t->r->status = 429;
        return false;
    }
    ans_letter_queued(t);
    return true;
}

bool ans_post_save(struct ans_turn *t, struct ans_err *err)
{
    struct ans_form f;
    bool answered;
    if (!open_form(t, &f, &answered, err))
        return answered;
    struct ans_str email = ans_str_trim(ans_fields_get(&t->q->form, "email"));
    enum ans_post post = ans_form_post(t);
    if (post != ANS_POST_GOOD)
        return show(t, &f, email,
                    post == ANS_POST_OLD ? "form.stood-open" : "form.foreign",
                    post == ANS_POST_OLD ? 422 : 403, err);
    if (!ans_mail_address_valid(email))
        return show(t, &f, email, "problem.not-an-email", 422, err);
    if (!mail_link(t, &f, email, err))
        return false;
    struct ans_map *data = ans_turn_data(t);
    ans_map_put_str(data, "email", email);
    ans_map_put(data, "resume_until", ans_days_value(t, kept_until(&f)));
    return ans_answer_page(t, "join_saved", 200,
                           ans_say(t, "saved.title", NULL), data, err);
}
