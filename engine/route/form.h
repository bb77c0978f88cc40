/* form: a county's join form on its way through its pages. Private to route.
 *
 * The draft in the database is the form's memory; its token stands in the
 * address, since public pages set no cookie. "ny" in its place means that
 * nothing has been sent yet, and nothing is stored.
 *
 * When the script changes meanwhile, the county decides (`when_changed` of its
 * newest version): the form goes on with the version it was begun with, and
 * for the rest of the turn that is t->county; or it is brought to the newest,
 * with what can be carried over.
 */
#pragma once

#include "answer/answer.h"
#include "answer/carry.h"
#include "join/draft.h"
#include "route/turn.h"

struct ans_form {
    struct ans_draft draft;
    bool fresh; /* "ny": no draft yet */
    bool begun; /* goes on with the version that it was begun with */
    /* Brought to the newest: what it was begun with, NULL when that cannot be
     * had or is the same; the answers as they stand for that one, and what
     * became of them. */
    const struct ans_county *before;
    struct ans_fields stored;
    struct ans_form_changes changes;
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

/* Which version the form goes on with (form_version.c); part of opening. */
void ans_form_settle(struct ans_turn *t, struct ans_form *f);

/* Take in what was sent for a step, and judge. The step as it is now; NULL:
 * there is none of that name (any more), and what was sent is taken in all the
 * same when the page was of the version before. */
const struct ans_step *ans_form_receive(struct ans_turn *t, struct ans_form *f,
                                        struct ans_str id);

/* The stamp of a form's page says of which version it is. */
struct ans_str ans_form_stamp(struct ans_turn *t);
enum ans_post ans_form_post(struct ans_turn *t);

/* What the page has to tell: a text's key, or NULL, and what has changed. */
void ans_form_put_notice(struct ans_turn *t, const struct ans_form *f,
                         struct ans_map *data, const char *notice);

/* Judge again, after `draft.raw` has changed. */
void ans_form_judge(struct ans_turn *t, struct ans_form *f);

/* Keep `draft.raw`; makes the draft when the form is fresh. */
ANS_MUST_CHECK
bool ans_form_save(struct ans_turn *t, struct ans_form *f, struct ans_err *err);

/* Keep what was typed for the version before, as it was typed, so that nothing
 * is lost when the visitor does not go on. Not for a fresh form. */
ANS_MUST_CHECK
bool ans_form_keep_before(struct ans_turn *t, const struct ans_form *f,
                          struct ans_err *err);

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
