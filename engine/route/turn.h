/* turn: one request on its way through a handler. Private to route.
 *
 * A handler gathers data and ends with one of the answers below; it returns
 * false with an error when it cannot, and route makes the error a page.
 */
#pragma once

#include "base/err.h"
#include "base/value.h"
#include "county/county.h"
#include "edition/edition.h"
#include "message/message.h"
#include "route/route.h"
#include "view/views.h"

#define ANS_CAPTURES 3

struct ans_turn {
    struct ans_service *service;
    struct ans_request *q;
    struct ans_response *r;
    struct ans_arena *arena;
    const struct ans_edition *edition;
    const struct ans_site *site;     /* NULL on the front page */
    const struct ans_county *county; /* site's; NULL when never sound. In a form
                                        that goes on with the version it was
                                        begun with, that one's */
    struct ans_recalled *recalled;   /* older versions in use (recall.c) */
    int recalled_count;
    struct ans_str lang;
    struct ans_str kind; /* of the organisation that the page is for: chooses
                            among a county's texts; "" before it is known */
    const struct ans_texts *texts; /* the county's, else the portal's */
    struct ans_str base; /* before every link of this county; "" on its host */
    struct ans_str root; /* base without the language */
    struct ans_str path; /* below base, from "/", without .json or query */
    bool json;
    int64_t now;                          /* ms */
    int64_t today;                        /* day in Sweden */
    struct ans_str capture[ANS_CAPTURES]; /* what "*" stood for */
};

typedef bool ans_page_fn(struct ans_turn *t, struct ans_err *err);

/* The county as an older version declared it (recall.c), until the end of the
 * turn: `version` as members and drafts have it. NULL: not kept, or not sound
 * to this program; then what is known now has to do. Of many, more than any
 * page shows, what was asked for first is let go again, but for those that are
 * kept (ans_turn_keep). */
const struct ans_site *ans_turn_recall(struct ans_turn *t,
                                       struct ans_str version);
/* The same as a county; today's when it is its version, or cannot be had. */
const struct ans_county *ans_turn_county_of(struct ans_turn *t,
                                            struct ans_str version);
/* Hold a version until the turn ends, whatever else is recalled. */
void ans_turn_keep(struct ans_turn *t, struct ans_str version);
void ans_turn_let_go(struct ans_turn *t);

/* Answers (respond.c). */

/* The page's own data; `page`, `county` and `alerts` are put in by
 * ans_answer_page. */
struct ans_map *ans_turn_data(struct ans_turn *t);

/* Say what the page is built from, before any data are read. A page of an
 * edition that was swapped out meanwhile is not kept. */
void ans_turn_date(struct ans_turn *t, const _Atomic uint64_t *generation);

/* Write `view` of `data`, or its JSON when asked for. `title` is the first
 * part of <title>. */
ANS_MUST_CHECK
bool ans_answer_page(struct ans_turn *t, const char *view, int status,
                     struct ans_str title, struct ans_map *data,
                     struct ans_err *err);

/* The same for a page that may be kept until the county changes. */
ANS_MUST_CHECK
bool ans_answer_kept(struct ans_turn *t, const char *view, struct ans_str title,
                     struct ans_map *data, struct ans_err *err);

/* 303 to a path below base. */
bool ans_answer_redirect(struct ans_turn *t, struct ans_str path);

/* The page for an error; cannot fail. */
void ans_answer_error(struct ans_turn *t, const struct ans_err *err);

/* Words (words.c). */

/* A built-in text, its {placeholders} filled from `values` (may be NULL). */
struct ans_str ans_say(struct ans_turn *t, const char *key,
                       const struct ans_map *values);

/* The same for a view: what is said, marked when it is in another language. */
struct ans_value ans_say_value(struct ans_turn *t, const char *key,
                               const struct ans_map *values);

/* Go on in a language of the county, or in its own when it has not this one:
 * words and links. */
void ans_turn_speak(struct ans_turn *t, struct ans_str lang);

/* base + path, in the arena. */
struct ans_str ans_href(struct ans_turn *t, const char *fmt, ...)
    ANS_PRINTF(2, 3);

/* "https://host/county" + path: for mails and canonical addresses. */
struct ans_str ans_public_href(struct ans_turn *t, struct ans_str path);

/* Values for views (present.c); docs/pages.md names their forms. */

struct ans_value ans_said_value(struct ans_turn *t,
                                const struct ans_text *text);
struct ans_value ans_present_said(struct ans_turn *t, struct ans_said said);
/* What is said, as plain text whatever its language. */
struct ans_str ans_said_str(struct ans_turn *t, const struct ans_text *text);
struct ans_value ans_day_value(struct ans_turn *t, struct ans_date d);
struct ans_value ans_days_value(struct ans_turn *t, int64_t days);
struct ans_value ans_moment_value(struct ans_turn *t, int64_t ms);
struct ans_value ans_period_value(struct ans_turn *t, struct ans_period p);
struct ans_value ans_links_value(struct ans_turn *t,
                                 const struct ans_nodes *links);
struct ans_map *ans_area_map(struct ans_turn *t, const struct ans_area *a);
struct ans_map *ans_county_map(struct ans_turn *t);
struct ans_list *ans_alert_list(struct ans_turn *t);

/* Markdown made HTML, with the county's words and `more` as placeholders. A
 * text that is not Markdown becomes one paragraph. nil when nothing is
 * said. */
ANS_MUST_CHECK
bool ans_prose_value(struct ans_turn *t, const struct ans_text *text,
                     const struct ans_map *more, struct ans_value *out,
                     struct ans_err *err);

/* The same as plain text. */
ANS_MUST_CHECK
bool ans_prose_plain(struct ans_turn *t, const struct ans_text *text,
                     const struct ans_map *more, struct ans_str *out,
                     struct ans_err *err);

/* The same as what is said: marked when it is in another language. */
ANS_MUST_CHECK
bool ans_prose_said(struct ans_turn *t, const struct ans_text *text,
                    const struct ans_map *more, struct ans_value *out,
                    struct ans_err *err);

/* When what the county shows changes by itself: an alert begins or ends, or
 * the day does. A moment. */
int64_t ans_next_change(const struct ans_county *c, int64_t now);

/* Checks that every POST begins with. */

enum ans_post {
    ANS_POST_GOOD,
    ANS_POST_OLD,     /* the page stood open for too long */
    ANS_POST_FOREIGN, /* the form is not ours */
};

/* `_stamp` against this county and `purpose`. */
enum ans_post ans_turn_post(struct ans_turn *t, const char *purpose);
struct ans_str ans_turn_stamp(struct ans_turn *t, const char *purpose);

/* The handlers, one file each (page_*.c). */
ans_page_fn ans_page_portal, ans_page_home, ans_page_strategy,
    ans_page_strategy_at, ans_page_text, ans_page_register,
    ans_page_register_csv, ans_page_member, ans_page_join_start,
    ans_page_join_sent, ans_page_step, ans_post_step, ans_page_check,
    ans_post_check, ans_page_save, ans_post_save, ans_page_confirm,
    ans_post_confirm, ans_post_confirm_renew, ans_post_correct, ans_page_sign,
    ans_post_sign, ans_page_welcome, ans_post_offer, ans_page_commitment,
    ans_page_commitment_file, ans_page_diploma, ans_page_sticker,
    ans_page_review, ans_post_review, ans_page_theme, ans_page_file,
    ans_page_health, ans_page_ready, ans_page_metrics, ans_page_drift,
    ans_page_drift_en, ans_page_robots, ans_page_favicon;
ans_page_fn ans_page_waiting_done, ans_post_waiting, ans_page_waiting_leave,
    ans_post_waiting_leave, ans_page_invited, ans_post_invited, ans_page_paper,
    ans_page_renew, ans_post_renew, ans_page_commitment_older;
