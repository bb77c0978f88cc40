/* Joining is closed: a message, a waiting list, and what is there for
 * everyone. */
#include "base/text.h"
#include "join/waiting.h"
#include "mail/mail.h"
#include "route/closed.h"
#include "route/letters.h"
#include "route/library.h"

#define STAMP "waiting"

/* Characters of an organisation's name. */
#define NAME_MOST 150

/* What was typed, and what is wrong with it. */
struct typed {
    struct ans_str name, email;
    const char *name_problem, *email_problem;
    const char *notice;
};

static const struct ans_closed *find_closed(struct ans_turn *t, int64_t *opens)
{
    *opens = 0;
    return t->county->join ? ans_join_closed(t->county->join, t->today, opens)
                           : NULL;
}

bool ans_is_closed(struct ans_turn *t)
{
    int64_t opens;
    return find_closed(t, &opens) != NULL;
}

static void put_problem(struct ans_turn *t, struct ans_map *data,
                        struct ans_list *problems, const char *field,
                        const char *problem)
{
    if (!problem)
        return;
    struct ans_map *values = ans_map_new(t->arena);
    ans_map_put_str(values, "label", ans_say(t, "waiting.name", NULL));
    struct ans_value text = ans_say_value(t, problem, values);
    struct ans_map *m = ans_list_add_map(problems);
    ans_map_put_str(m, "field", ans_str_from(field));
    ans_map_put(m, "text", text);
    ans_map_put(data, ans_arena_printf(t->arena, "%s_problem", field).ptr,
                text);
}

static void put_list(struct ans_turn *t, struct ans_map *data,
                     const struct typed *typed)
{
    struct ans_list *problems = ans_map_put_list(data, "problems");
    put_problem(t, data, problems, "name", typed->name_problem);
    put_problem(t, data, problems, "email", typed->email_problem);
    ans_map_put_str(data, "name", typed->name);
    ans_map_put_str(data, "email", typed->email);
    ans_map_put_int(data, "months", ANS_WAITING_DAYS / 30);
    ans_map_put_str(data, "action", ans_href(t, "/anslut/vantelista"));
    ans_map_put_str(data, "stamp", ans_turn_stamp(t, STAMP));
}

static bool show(struct ans_turn *t, const struct typed *typed, int status,
                 struct ans_err *err)
{
    const struct ans_join *join = t->county->join;
    struct ans_map *data = ans_turn_data(t);
    int64_t opens;
    const struct ans_closed *closed = find_closed(t, &opens);
    struct ans_value message;
    if (!ans_prose_value(t, &closed->message, NULL, &message, err))
        return false;
    ans_map_put_bool(data, "closed", true);
    ans_map_put(data, "title", ans_said_value(t, &join->title));
    ans_map_put(data, "message", message);
    if (opens)
        ans_map_put(data, "opens", ans_days_value(t, opens));
    ans_map_put_bool(data, "waiting_list", closed->waiting_list);
    if (closed->waiting_list && !t->json)
        put_list(t, data, typed);
    if (typed->notice)
        ans_map_put(data, "notice", ans_say_value(t, typed->notice, NULL));
    ans_put_library(t, data);
    ans_put_pages(t, data);
    return ans_answer_page(t, "join_closed", status,
                           ans_said_str(t, &join->title), data, err);
}

bool ans_answer_closed(struct ans_turn *t, struct ans_err *err)
{
    struct typed empty = {.email = ANS_STR("")};
    return show(t, &empty, 200, err);
}

static void read_typed(struct ans_turn *t, struct typed *typed)
{
    struct ans_err why = {0};
    struct ans_str name = ans_fields_get(&t->q->form, "name");
    *typed = (struct typed){
        .email = ans_str_trim(ans_fields_get(&t->q->form, "email"))};
    if (!ans_text_clean(t->arena, name, true, &typed->name, &why))
        typed->name = ANS_STR("");
    if (!typed->name.len)
        typed->name_problem = "problem.required";
    else if (ans_text_length(typed->name) > NAME_MOST)
        typed->name_problem = "waiting.name-too-long";
    if (!ans_mail_address_valid(typed->email))
        typed->email_problem = "problem.not-an-email";
}

static bool add(struct ans_turn *t, const struct typed *typed,
                struct ans_err *err)
{
    const struct ans_waiting w = {.email = typed->email,
                                  .name = typed->name,
                                  .lang = t->lang,
                                  .added_at = t->now};
    struct ans_str token = ans_token_new(t->arena);
    struct ans_outbox_mail mail;
    struct ans_map *data = ans_letter_data(
        t, "waiting",
        &(struct ans_letter_about){.name = w.name, .token = token});
    if (!ans_letter_make(t, "waiting", data, w.email, &mail, err))
        return false;
    if (!ans_waiting_add(t->site->store, &w, token, &mail, err)) {
        if (err->kind == ANS_ERR_LIMIT)
            t->r->status = 429;
        return false;
    }
    ans_letter_queued(t);
    return true;
}

bool ans_post_waiting(struct ans_turn *t, struct ans_err *err)
{
    struct typed typed;
    int64_t opens;
    const struct ans_closed *closed = find_closed(t, &opens);
    if (!closed) /* has opened while the page stood open */
        return ans_answer_redirect(t, ANS_STR("/anslut"));
    if (!closed->waiting_list)
        return ans_err_set(err, ANS_ERR_NOT_FOUND, "there is no waiting list");
    read_typed(t, &typed);
    enum ans_post post = ans_turn_post(t, STAMP);
    if (post != ANS_POST_GOOD) {
        typed.notice =
            post == ANS_POST_OLD ? "form.stood-open" : "form.foreign";
        return show(t, &typed, post == ANS_POST_OLD ? 422 : 403, err);
    }
    if (typed.name_problem || typed.email_problem)
        return show(t, &typed, 422, err);
    return add(t, &typed, err) &&
           ans_answer_redirect(t, ANS_STR("/anslut/vantelista"));
}

bool ans_page_waiting_done(struct ans_turn *t, struct ans_err *err)
{
    struct ans_map *data = ans_turn_data(t);
    if (!t->county->join)
        return ans_err_set(err, ANS_ERR_NOT_FOUND, "nobody joins here");
    ans_put_library(t, data);
    ans_put_pages(t, data);
    return ans_answer_page(t, "waiting_done", 200,
                           ans_say(t, "waiting.done.title", NULL), data, err);
}

/* Off the list again, by the mailed link. */

static bool show_leave(struct ans_turn *t, bool left, struct ans_err *err)
{
    struct ans_map *data = ans_turn_data(t);
    ans_map_put_bool(data, "left", left);
    ans_map_put_str(
        data, "action",
        ans_href(t, "/vantelista/%.*s", ANS_STR_ARG(t->capture[0])));
    ans_map_put_str(data, "stamp", ans_turn_stamp(t, STAMP));
    return ans_answer_page(t, "waiting_leave", 200,
                           ans_say(t, "waiting.leave.title", NULL), data, err);
}

bool ans_page_waiting_leave(struct ans_turn *t, struct ans_err *err)
{
    struct ans_waiting w;
    struct ans_err why = {0};
    bool found =
        ans_waiting_find(t->site->store, t->capture[0], t->arena, &w, &why);
    if (!found && why.kind != ANS_ERR_NOT_FOUND) {
        *err = why;
        return false;
    }
    return show_leave(t, !found, err); /* whoever is not on it has left */
}

bool ans_post_waiting_leave(struct ans_turn *t, struct ans_err *err)
{
    if (ans_turn_post(t, STAMP) != ANS_POST_GOOD)
        return ans_page_waiting_leave(t, err);
    return ans_waiting_leave(t->site->store, t->capture[0], err) &&
           show_leave(t, true, err);
}
