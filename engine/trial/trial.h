/* trial: what an organisation would meet, without anybody meeting it.
 *
 * A persona walks a county's form as a visitor walks the portal, by the same
 * code: the same judge, the same rules, the same letter and package. The
 * result says what it was asked, where it ended, what it would get, which
 * mails would go to whom and what would stand in public. Stores nothing, sends
 * nothing; knows no Lua, no HTTP, no database.
 */
#pragma once

#include "answer/answer.h"
#include "base/attr.h"
#include "county/rule.h"
#include "county/tests.h"

struct ans_trial_options {
    const struct ans_county *county; /* one where somebody may join */
    const struct ans_texts *texts;   /* names of kinds, words of answers */
    struct ans_rule_runner runner;   /* of the county's functions */
    struct ans_str lang;             /* that the organisation reads */
    int64_t today;                   /* the day of the visit */
};

/* A question of the form, in its order. */
struct ans_trial_question {
    const struct ans_question *question;
    const struct ans_step *step;
    bool reached; /* the organisation came to its step */
    bool seen;    /* it stood on a page, maybe before another answer hid it */
    bool asked;   /* it stands when its step is answered */
    bool dropped; /* the persona answers, and is not asked */
    struct ans_str label;    /* as it reads to this kind */
    struct ans_value answer; /* typed; nil: none */
    struct ans_str words;    /* the answer in words */
};

/* An item of the package, in its order. */
enum ans_trial_gets { ANS_TRIAL_NOT, ANS_TRIAL_GIVEN, ANS_TRIAL_OFFERED };
struct ans_trial_item {
    const struct ans_item *item;
    enum ans_trial_gets gets;
    struct ans_str title, because; /* as they read to this organisation */
};

enum ans_trial_when {
    ANS_TRIAL_INVITED,   /* before: when the county invites it */
    ANS_TRIAL_ASKED,     /* before: when the county asks it to renew */
    ANS_TRIAL_SENT,      /* at once when the form is sent */
    ANS_TRIAL_CONFIRMED, /* when the mailed link has been used */
    ANS_TRIAL_UNSIGNED,  /* when the second one has not signed for `days` */
    ANS_TRIAL_SIGNED,    /* when the second one has signed */
    ANS_TRIAL_APPROVED,  /* when a caseworker has said yes */
    ANS_TRIAL_PAPER,     /* when its paper is registered */
    ANS_TRIAL_WAITS,     /* when it puts itself on the waiting list */
    ANS_TRIAL_OPENS,     /* when joining opens again */
};
enum ans_trial_whom { ANS_TRIAL_MEMBER, ANS_TRIAL_SECOND, ANS_TRIAL_COUNTY };
struct ans_trial_mail {
    const char *name; /* of lua/mails */
    enum ans_trial_when when;
    int64_t days; /* of ANS_TRIAL_UNSIGNED */
    enum ans_trial_whom whom;
    struct ans_str recipient;
    struct ans_str subject, text; /* plain; left empty for whoever can write
                                     them (route/sample.h) */
};

/* A round of the follow-up that is still to come. */
struct ans_trial_round {
    const struct ans_round *round;
    struct ans_str title;
};

/* What stands on the member's page. */
struct ans_trial_shown {
    const struct ans_question *question;
    struct ans_str label;
    struct ans_str words;
};

enum ans_trial_end {
    ANS_TRIAL_JOINS,     /* or renews */
    ANS_TRIAL_STUCK,     /* the form does not take an answer */
    ANS_TRIAL_REFUSED,   /* this kind may not join */
    ANS_TRIAL_CLOSED,    /* nobody joins on that day */
    ANS_TRIAL_UNINVITED, /* it has no invitation, and needs one */
    ANS_TRIAL_CURRENT,   /* it has promised under this strategy: nothing to
                            renew */
};

#define ANS_TRIAL_LIST(type)                                                   \
    struct {                                                                   \
        struct type *items;                                                    \
        size_t count;                                                          \
    }

struct ans_trial {
    const struct ans_persona *persona;
    int64_t today; /* the day of the visit, or of the paper */
    enum ans_trial_end end;
    const struct ans_step *stopped; /* where it ended; NULL when it joins, or
                                       does not come to the form */
    struct ans_str kind;            /* of organisation; "" before it says */
    ANS_TRIAL_LIST(ans_trial_question) questions;
    ANS_TRIAL_LIST(ans_problem) problems; /* of the step where it is stuck */
    struct ans_str refusal; /* what it reads when refused, closed, uninvited */
    const struct ans_closed *closed; /* when closed; NULL: no strategy is in
                                        force */
    int64_t opens_on;                /* when closed: day; 0: not known */
    /* Of one that joins. */
    const struct ans_map *answers;
    const struct ans_strategy *strategy;
    struct ans_str letter_title, letter; /* plain text */
    ANS_TRIAL_LIST(ans_trial_item) items;
    ANS_TRIAL_LIST(ans_trial_mail)
    mails;                                  /* also when closed: of those who
                                               wait */
    ANS_TRIAL_LIST(ans_trial_round) rounds; /* of the follow-up, to come */
    ANS_TRIAL_LIST(ans_trial_shown) shown;
    bool reviewed;
    int64_t saved_until; /* day: a form begun today is kept so long; 0: there
                            is none, on paper */
    int64_t confirm_by;  /* day: the last for the mailed link; 0: there is
                            none */
    int64_t sign_by;     /* day: the last for the second one, if the link is
                            used at once; 0: nobody else signs */
    struct ans_err rule_err; /* a function of the script failed */
};

/* Walk as this persona comes, on the day of `o`: through the form, from what it
 * promised before, or on paper. False: the county's letter cannot be
 * written. */
ANS_MUST_CHECK
bool ans_trial_walk(const struct ans_trial_options *o,
                    const struct ans_persona *persona, struct ans_arena *arena,
                    struct ans_trial *out, struct ans_err *err);

/* By id; NULL: none. */
const struct ans_trial_question *ans_trial_question(const struct ans_trial *t,
                                                    struct ans_str id);
const struct ans_trial_item *ans_trial_item(const struct ans_trial *t,
                                            struct ans_str id);
