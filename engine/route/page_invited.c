/* An invitation: the mailed link shows what it is for, its button begins the
 * form. */
#include "answer/answer.h"
#include "base/date.h"
#include "join/draft.h"
#include "join/invitation.h"
#include "route/closed.h"
#include "route/invited.h"
#include "route/letters.h"
#include "route/library.h"

#define STAMP "invitation"

static const char *const state_words[] = {
    [ANS_INVITATION_UNKNOWN] = "unknown",
    [ANS_INVITATION_OPEN] = "open",
    [ANS_INVITATION_EXPIRED] = "expired",
    [ANS_INVITATION_USED] = "used",
};

bool ans_answer_uninvited(struct ans_turn *t, struct ans_err *err)
{
    const struct ans_join *join = t->county->join;
    struct ans_map *data = ans_turn_data(t);
    struct ans_value message;
    if (!ans_prose_value(t, &join->uninvited, NULL, &message, err))
        return false;
    ans_map_put_bool(data, "by_invitation", true);
    ans_map_put(data, "title", ans_said_value(t, &join->title));
    ans_map_put(data, "message", message);
    ans_map_put_str(data, "contact", ans_contact_line(t));
    ans_put_library(t, data);
    ans_put_pages(t, data);
    return ans_answer_kept(t, "join_uninvited", ans_said_str(t, &join->title),
                           data, err);
}

static bool show(struct ans_turn *t, const struct ans_invitation *i,
                 const char *notice, struct ans_err *err)
{
    struct ans_map *data = ans_turn_data(t);
    int status = i->state == ANS_INVITATION_UNKNOWN ? 404 : 200;
    ans_map_put_str(data, "state", ans_str_from(state_words[i->state]));
    if (i->state != ANS_INVITATION_UNKNOWN)
        ans_map_put_str(data, "name", i->name);
    if (i->state == ANS_INVITATION_OPEN) {
        ans_map_put(data, "until",
                    ans_days_value(t, ans_moment_to_days(i->invited_at) +
                                          ANS_INVITATION_DAYS));
        ans_map_put_str(
            data, "action",
            ans_href(t, "/inbjudan/%.*s", ANS_STR_ARG(t->capture[0])));
        ans_map_put_str(data, "stamp", ans_turn_stamp(t, STAMP));
    }
    ans_map_put_str(data, "contact", ans_contact_line(t));
    if (notice)
        ans_map_put(data, "notice", ans_say_value(t, notice, NULL));
    return ans_answer_page(t, "invited", status,
                           ans_say(t, "invited.title", NULL), data, err);
}

static bool find(struct ans_turn *t, struct ans_invitation *i,
                 struct ans_err *err)
{
    if (!t->county->join)
        return ans_err_set(err, ANS_ERR_NOT_FOUND, "nobody joins here");
    return ans_invitation_find(t->site->store, t->capture[0], t->now, t->arena,
                               i, err);
}

bool ans_page_invited(struct ans_turn *t, struct ans_err *err)
{
    struct ans_invitation i;
    return find(t, &i, err) && show(t, &i, NULL, err);
}

/* A form that holds what the invitation says. */
static struct ans_fields invited_fields(struct ans_turn *t,
                                        const struct ans_invitation *i)
{
    const struct ans_join *join = t->county->join;
    const struct ans_question *name = ans_join_question_of(join, ANS_Q_NAME);
    const struct ans_question *email = ans_join_question_of(join, ANS_Q_EMAIL);
    struct ans_fields none = {0};
    struct ans_fields raw =
        ans_answer_defaults(t->arena, t->county, NULL, &none);
    if (name)
        ans_fields_add(t->arena, &raw, name->node.id, i->name);
    if (email)
        ans_fields_add(t->arena, &raw, email->node.id, i->email);
    return raw;
}

bool ans_post_invited(struct ans_turn *t, struct ans_err *err)
{
    struct ans_invitation i;
    if (!find(t, &i, err))
        return false;
    if (ans_turn_post(t, STAMP) != ANS_POST_GOOD)
        return show(t, &i, "form.stood-open", err);
    if (i.state != ANS_INVITATION_OPEN)
        return show(t, &i, NULL, err);
    if (ans_is_closed(t))
        return ans_answer_redirect(t, ANS_STR("/anslut"));
    struct ans_draft draft = {.script_version = t->county->version,
                              .lang = t->lang,
                              .raw = invited_fields(t, &i),
                              .updated_at = t->now,
                              .invitation = i.id};
    return ans_draft_new(t->site->store, t->arena, &draft, err) &&
           ans_answer_redirect(
               t, ans_arena_printf(
                      t->arena, "/anslut/%.*s/%.*s", ANS_STR_ARG(draft.token),
                      ANS_STR_ARG(t->county->join->steps.items[0]->id)));
}
