/* form: a county's join form on its way through its pages. Private to route.
 *
 * The draft in the database is the form's memory; its token stands in the
 * address, since public pages set no cookie. "ny" in its place means that
 * nothing has been sent yet, and nothing is stored.
 */
#pragma once

#include "answer/answer.h"
#include "join/draft.h"
#include "route/turn.h"

#define ANS_FORM_STAMP "form"

struct ans_form {
    struct ans_draft draft;
    bool fresh; /* "ny": no draft yet */
    struct ans_rule_runner runner;
    struct ans_judgement judged;   /* of all steps */
    const struct ans_step **steps; /* those with something to ask */
    size_t count;
};

/* Find the draft of capture[0] and judge it. False with `answered` set: the
 * visitor was sent elsewhere (a form that has been sent). ANS_ERR_NOT_FOUND
 * with status 410: there is no such form any more. */
ANS_MUST_CHECK
bool ans_form_open(struct ans_turn *t, struct ans_form *f, bool *answered,
                   struct ans_err *err);

/* Judge again, after `draft.raw` has changed. */
void ans_form_judge(struct ans_turn *t, struct ans_form *f);

/* Keep `draft.raw`; makes the draft when the form is fresh. */
ANS_MUST_CHECK
bool ans_form_save(struct ans_turn *t, struct ans_form *f, struct ans_err *err);

/* The address of one of its pages, below base: "/anslut/<token>/<page>". */
struct ans_str ans_form_path(struct ans_turn *t, const struct ans_form *f,
                             struct ans_str page);

/* The typed kind of organisation, "" before it is chosen. */
struct ans_str ans_form_kind(struct ans_turn *t, const struct ans_form *f);

/* The first shown step with a problem, or NULL. */
const struct ans_step *ans_form_first_wrong(const struct ans_form *f);

/* The county's script has changed since the draft was last saved, or since
 * the page that was posted was shown. */
bool ans_form_outdated(struct ans_turn *t, const struct ans_form *f);

/* Judge one step alone. */
void ans_form_judge_step(struct ans_turn *t, const struct ans_form *f,
                         const struct ans_step *step,
                         struct ans_judgement *out);

/* The address of the member that a new form was begun from, or "". */
struct ans_str ans_form_within(struct ans_turn *t);

bool ans_form_pressed(struct ans_turn *t, const char *button);
