#include "route/sample.h"

#include <string.h>

#include "base/text.h"
#include "join/invitation.h"
#include "join/renew.h"
#include "route/letters.h"

#define SECRET ANS_STR("…")

/* What the mail of a trial tells of its organisation: before it has sent a
 * form, what it is known by. */
static struct ans_str name_in(const struct ans_trial *trial,
                              const struct ans_county *county, bool before)
{
    const struct ans_persona *p = trial->persona;
    const struct ans_question *q =
        ans_join_question_of(county->join, ANS_Q_NAME);
    struct ans_value v = ans_map_get(trial->answers, q->node.id);
    if (before && p->renews &&
        ans_map_get(p->renews->answers, q->node.id).type == ANS_TEXT)
        v = ans_map_get(p->renews->answers, q->node.id);
    if (v.type != ANS_TEXT)
        v = ans_map_get(p->answers, q->node.id);
    return v.type == ANS_TEXT ? v.s : ANS_STR("");
}

static int64_t until(const struct ans_trial *trial,
                     const struct ans_trial_mail *mail)
{
    switch (mail->when) {
    case ANS_TRIAL_INVITED:
        return trial->today + ANS_INVITATION_DAYS;
    case ANS_TRIAL_ASKED:
        return trial->today + ANS_RENEW_DAYS;
    default:
        return trial->sign_by;
    }
}

static void put_package(const struct ans_trial *trial, struct ans_map *data)
{
    struct ans_list *items = ans_map_put_list(data, "items");
    for (size_t i = 0; i < trial->items.count; i++)
        if (trial->items.items[i].gets != ANS_TRIAL_NOT)
            ans_map_put_str(ans_list_add_map(items), "title",
                            trial->items.items[i].title);
    ans_map_put_str(data, "number_text", SECRET);
    ans_map_put_bool(data, "review", trial->reviewed);
}

static bool write_mail(struct ans_turn *t, const struct ans_trial *trial,
                       struct ans_trial_mail *mail, struct ans_err *err)
{
    struct ans_outbox_mail made;
    struct ans_str name =
        name_in(trial, t->county, mail->when == ANS_TRIAL_ASKED);
    bool bare = !strcmp(mail->name, "open") && !t->county->join->by_invitation;
    const struct ans_letter_about about = {
        .name = name,
        .token = bare ? ANS_STR("") : SECRET,
        .slug = ans_text_slug(t->arena, name),
        .until = until(trial, mail),
        .renews = trial->persona->renews != NULL,
    };
    struct ans_map *data = ans_letter_data(t, mail->name, &about);
    if (!strcmp(mail->name, "welcome"))
        put_package(trial, data);
    if (!strcmp(mail->name, "renew"))
        ans_map_put(data, "strategy",
                    ans_said_value(t, &trial->strategy->title));
    if (!ans_letter_make(t, mail->name, data, mail->recipient, &made, err))
        return false;
    mail->subject = made.subject;
    mail->text = made.plain;
    return true;
}

bool ans_sample_mails(const struct ans_sample *s, struct ans_trial *trial,
                      struct ans_err *err)
{
    struct ans_service service = {.public_url = s->public_url};
    service.views = ans_route_views(s->lua, NULL);
    struct ans_turn t = {
        .service = &service,
        .arena = s->arena,
        .county = s->county,
        .texts = s->county->texts,
        .root =
            ans_arena_printf(s->arena, "/%.*s", ANS_STR_ARG(s->county->slug)),
        .today = trial->today,
        .kind = trial->kind,
    };
    bool ok = true;
    ans_turn_speak(&t, s->lang);
    for (size_t i = 0; ok && i < trial->mails.count; i++)
        ok = write_mail(&t, trial, &trial->mails.items[i], err);
    ans_views_free(service.views);
    return ok;
}
