/* county: what a county's scripts declare, as plain data.
 *
 * Immutable once built, in one arena, safe to read from every thread. Built
 * from declarations (county/decl.h) by the vocabulary (county/vocab.h), which
 * fills these structs by offset: a word's fields stand in both places and
 * nowhere else. Knows no Lua, no HTTP, no database.
 *
 * Every struct that a script's word makes starts with a struct ans_node.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/str.h"
#include "base/value.h"
#include "county/counting.h"
#include "county/node.h"
#include "county/strategy.h"
#include "county/text.h"
#include "county/texts.h"
#include "county/ways.h"

struct ans_link { /* link "text" { to = } */
    struct ans_node node;
    struct ans_text label;
    struct ans_str to; /* https:..., mailto:..., "/path", "files/x.pdf" */
};

/* When something is shown, offered or asked. */
enum ans_rule_op {
    ANS_RULE_ALWAYS = 0, /* nothing was said */
    ANS_RULE_ANSWERED,   /* `question` has an answer; one of `values`, if any */
    ANS_RULE_ANY,        /* one of `rules` */
    ANS_RULE_ALL,        /* each of them */
    ANS_RULE_NONE,       /* none of them */
    ANS_RULE_FUNCTION,   /* the script's function says */
};

struct ans_rule {
    enum ans_rule_op op;
    struct ans_str file;
    int line;
    struct ans_str question;
    struct ans_strs values;
    struct ans_rule *rules;
    size_t count;
    int function;
};

struct ans_alert {
    struct ans_node node;
    struct ans_str grade; /* "notice", "important", "danger" */
    struct ans_text title;
    struct ans_text text;
    int64_t from; /* ms; 0: since ever */
    int64_t to;   /* ms; 0: none */
    bool until_further_notice;
    struct ans_nodes links;
};

struct ans_owner { /* who stands behind the portal */
    struct ans_node node;
    struct ans_text name;
    struct ans_text text;
    struct ans_strs parts;  /* a joint body's members, in words */
    struct ans_date formed; /* year 0: not said */
    struct ans_nodes links;
};

struct ans_contact {
    struct ans_node node;
    struct ans_text unit;
    struct ans_str phone;
    struct ans_str email;
    struct ans_text note;
    struct ans_text visiting_address;
    struct ans_text postal_address;
};

struct ans_theme {
    struct ans_node node;
    struct ans_str colour; /* "#005b52" */
    struct ans_str accent;
    struct ans_str symbol;       /* file of the county's folder, SVG */
    struct ans_text symbol_text; /* alternative text */
    struct ans_str hero;         /* "circles", "symbol", "plain", "band" */
};

struct ans_wording {      /* in the place of one of the portal's own texts */
    struct ans_node node; /* id: its key, "form.next" */
    struct ans_text text;
    struct ans_text zero, one, two, few, many, other; /* of one that counts */
};

struct ans_municipality { /* municipality "1980" "Västerås" */
    struct ans_node node; /* id: official code, four digits (SCB) */
    struct ans_text name;
};

struct ans_covered {      /* covers "99" "Name", where counties share */
    struct ans_node node; /* id: the county's official code, two digits */
    struct ans_text name;
};

struct ans_section { /* free text on the home page */
    struct ans_node node;
    struct ans_text title;
    struct ans_text text;
    struct ans_nodes links;
};

struct ans_home {
    struct ans_node node;
    struct ans_text title;
    struct ans_text lead;
    struct ans_strs order; /* "facts" "areas" "package" "processes" "goals"
                              "sections" "newsletter" "publications" "national"
                              "members" "owners" or a section's id */
    struct ans_nodes sections;
};

struct ans_page { /* /{county}/sidor/{id} */
    struct ans_node node;
    struct ans_text title;
    struct ans_text lead;
    struct ans_text text; /* Markdown */
    struct ans_str menu;  /* "top", "footer" or "none" */
    struct ans_nodes links;
};

struct ans_newsletter {
    struct ans_node node;
    struct ans_text name;
    struct ans_text text;
    int64_t times_a_year; /* 0: not said */
    struct ans_nodes links;
};

struct ans_publication {
    struct ans_node node;
    struct ans_text title;
    struct ans_text text;
    struct ans_date finished; /* year, month or day */
    struct ans_nodes links;
};

struct ans_occasion { /* a day on which members joined together */
    struct ans_node node;
    struct ans_text title;
    struct ans_date date;
    struct ans_text text;
};

/* Joining. */

enum ans_question_type {
    ANS_Q_NAME,         /* the organisation's name; exactly one */
    ANS_Q_KIND,         /* its kind; exactly one */
    ANS_Q_ORG_NUMBER,   /* at most one */
    ANS_Q_MUNICIPALITY, /* of the county */
    ANS_Q_EMAIL,        /* the first one is where mail goes */
    ANS_Q_TEXT,
    ANS_Q_LONG_TEXT,
    ANS_Q_CHOICE,
    ANS_Q_CHOICES,
    ANS_Q_YES_NO,
    ANS_Q_DATE,
    ANS_Q_MONTH,
    ANS_Q_YEAR,
    ANS_Q_NUMBER,
    ANS_Q_BY_SEX,
    ANS_Q_PHONE,
    ANS_Q_WEB_ADDRESS,
    ANS_Q_AREAS,
    ANS_Q_CONSENT,
    ANS_Q_MEMBER, /* the member that this one is a part of */
    ANS_Q_BODIES, /* the bodies of a joint member, by name */
    ANS_Q_GROUP,
};

struct ans_option { /* option "id" "Label" */
    struct ans_node node;
    struct ans_strs was; /* what it was called before */
    struct ans_text label;
    struct ans_text hint;
};

struct ans_question {
    struct ans_node node;
    enum ans_question_type type;
    struct ans_strs was;     /* ids that it had before */
    struct ans_text label;   /* in the form */
    struct ans_text profile; /* on the member's page; falls back to label */
    struct ans_text report;  /* a column's head; falls back to profile */
    struct ans_text hint;
    struct ans_text unit;
    struct ans_text purpose; /* why we ask; required for personal data */
    struct ans_str keep;     /* "2 years after leaving", "with membership" */
    bool required;
    bool public;
    bool personal; /* about a person; always so for e-mail and phone */
    struct ans_str default_value; /* as it would be typed or sent */
    struct ans_rule shown_when;
    /* Limits; each means something for the types that the vocabulary names. */
    bool has_from, has_to;       /* number, date, month, year */
    double from, to;             /* numbers and years; dates as days */
    int64_t shortest, longest;   /* characters; 0: the type's own */
    int64_t least, most;         /* choices, areas, rows of a group; 0: none */
    int64_t decimals;            /* number: digits after the comma */
    bool other;                  /* by_sex: also other or unknown */
    struct ans_text other_label; /* by_sex: what these are called */
    struct ans_strs of;          /* member: of these kinds; empty: of any */
    struct ans_nodes options;    /* choice, choices */
    struct ans_nodes questions;  /* group */
};

/* How long an answer is kept: "2 years after leaving", "6 months after
 * joining", "30 days after leaving", or "with membership". */
struct ans_keep {
    int years, months, days; /* one of them, or none: with membership */
    bool after_joining;      /* counted from joining, not from leaving */
};
bool ans_keep_parse(struct ans_str s, struct ans_keep *out);

struct ans_step {
    struct ans_node node;
    struct ans_text title;
    struct ans_text lead;
    struct ans_nodes questions;
};

struct ans_expectation {
    struct ans_node node;
    struct ans_text text;
    bool confirm; /* asked for as a tick before sending */
};

struct ans_join {
    struct ans_node node;
    struct ans_text act;   /* "Anslut er organisation" */
    struct ans_text title; /* of the start page; falls back to act */
    struct ans_text intro; /* what joining means */
    bool binding;
    struct ans_text letter_title; /* "Avsiktsförklaring", "Viljeyttring" */
    struct ans_text letter;       /* Markdown; {name} {date} {areas} {brand} */
    bool review;                  /* a caseworker looks before it is shown */
    struct ans_str when_changed;  /* "newest", "finish": who is half-way */
    struct ans_str between;       /* no strategy in force: "open" or "closed" */
    struct ans_strs may_join;     /* kinds; empty: every kind */
    struct ans_text refusal;      /* for the other kinds, friendly */
    const struct ans_second_signature *second; /* NULL: one is enough */
    struct ans_nodes closed;                   /* when nobody joins */
    bool by_invitation;        /* who has none meets `uninvited` */
    struct ans_text uninvited; /* "": a text of the portal's own */
    struct ans_nodes expectations;
    struct ans_nodes steps;
};

/* The welcome package. */

enum ans_item_kind {
    ANS_ITEM_STICKER,
    ANS_ITEM_DIPLOMA,
    ANS_ITEM_NEWSLETTER,
    ANS_ITEM_NETWORK,
    ANS_ITEM_INVITATION,
    ANS_ITEM_SUPPORT,
    ANS_ITEM_LISTING,
    ANS_ITEM_TOOL,
};

struct ans_item {
    struct ans_node node;
    enum ans_item_kind kind;
    struct ans_text title;
    struct ans_text text;
    struct ans_text because; /* why it is there */
    struct ans_text licence; /* sticker */
    struct ans_str file;     /* sticker: symbol; "" for the theme's */
    bool offer;              /* the member says yes or no */
    struct ans_rule offered_when;
    struct ans_nodes links;
};

struct ans_welcome {
    struct ans_node node;
    struct ans_text title;
    struct ans_text lead;
    struct ans_nodes items; /* of all kinds, in the order written */
};

struct ans_county {
    struct ans_node node;
    struct ans_str slug;    /* the folder's name */
    struct ans_str version; /* hash of the folder's content, hexadecimal */
    struct ans_text name;
    struct ans_text genitive;
    struct ans_text brand;
    struct ans_str code;        /* "19" */
    struct ans_strs languages;  /* first: the county's own */
    struct ans_chains fallback; /* one for each language, as was said */
    struct ans_strs hosts;
    struct ans_str org_number; /* of the board; "" when not said */
    struct ans_nodes alerts, owners, contacts, municipalities, pages,
        publications, occasions;
    const struct ans_theme *theme;
    const struct ans_home *home;
    const struct ans_newsletter *newsletter; /* NULL: none */
    const struct ans_counting *counting;     /* NULL: every member is one */
    const struct ans_numbering *numbering;   /* NULL: from 1, plain */
    struct ans_nodes milestones;
    struct ans_nodes covers;           /* none: one county, `code` */
    const struct ans_join *join;       /* NULL: nobody joins here */
    const struct ans_welcome *welcome; /* NULL when join is */
    struct ans_nodes strategies;       /* at least one */
    struct ans_nodes national;         /* goals of the country */
    struct ans_nodes wordings;
    const struct ans_texts *texts; /* the portal's, with the wordings before */
};

/* The kinds of organisations, the same everywhere; their names for people are
 * texts ("kind.municipality"). */
extern const char *const ans_kinds[];
extern const size_t ans_kind_count;

/* The last day that a date covers: of its month, of its year. */
int64_t ans_date_end(struct ans_date d);

/* The strategy in force on a day, or the next, or the last one. Never NULL. */
const struct ans_strategy *ans_county_strategy(const struct ans_county *c,
                                               int64_t day);
/* The strategy that one joins on a day: as above, of those that take members.
 * Never NULL. */
const struct ans_strategy *ans_county_strategy_joined(
    const struct ans_county *c, int64_t day);
/* The first that begins after a day, or NULL. */
const struct ans_strategy *ans_county_strategy_next(const struct ans_county *c,
                                                    int64_t day);
const struct ans_strategy *ans_county_strategy_at(const struct ans_county *c,
                                                  struct ans_str id);
/* May one join on a day, as far as the strategies' times go? */
bool ans_county_open(const struct ans_county *c, int64_t day);
/* An area of the strategy, or within one of its areas. */
const struct ans_area *ans_strategy_area(const struct ans_strategy *s,
                                         struct ans_str id);
/* The one that `id` names now, or named before (its `was`). */
const struct ans_area *ans_strategy_area_once(const struct ans_strategy *s,
                                              struct ans_str id);
/* An area of any of the county's strategies, for old members keep theirs: of
 * those that have it the one in force on `day`, or the next, or the last.
 * _once: the one that `id` names or named before. */
const struct ans_area *ans_county_area(const struct ans_county *c,
                                       struct ans_str id, int64_t day);
const struct ans_area *ans_county_area_once(const struct ans_county *c,
                                            struct ans_str id, int64_t day);
const struct ans_national_goal *ans_county_national(const struct ans_county *c,
                                                    struct ans_str id);
const struct ans_municipality *ans_county_municipality(
    const struct ans_county *c, struct ans_str code);
/* The county that a municipality lies in, where several share a portal; else
 * NULL. */
const struct ans_covered *ans_county_around(const struct ans_county *c,
                                            struct ans_str municipality);
const struct ans_page *ans_county_page(const struct ans_county *c,
                                       struct ans_str id);
const struct ans_step *ans_join_step(const struct ans_join *j,
                                     struct ans_str id);
/* Top-level questions only; those of groups belong to their group. */
const struct ans_question *ans_join_question(const struct ans_join *j,
                                             struct ans_str id);
/* The first question of a type, or NULL. */
const struct ans_question *ans_join_question_of(const struct ans_join *j,
                                                enum ans_question_type type);
/* What keeps joining closed on a day, the one that lasts longest; NULL: it is
 * open. `opens`: the first day on which it is open again, 0 when nobody
 * knows. */
const struct ans_closed *ans_join_closed(const struct ans_join *j, int64_t day,
                                         int64_t *opens);
bool ans_join_admits(const struct ans_join *j, struct ans_str kind);
const struct ans_item *ans_welcome_item(const struct ans_welcome *w,
                                        struct ans_str id);
/* The question that `id` names now, or named before (its `was`). */
const struct ans_question *ans_join_question_once(const struct ans_join *j,
                                                  struct ans_str id);
/* The same among the questions of a group. */
const struct ans_question *ans_questions_once(const struct ans_nodes *nodes,
                                              struct ans_str id);
const struct ans_option *ans_question_option_once(const struct ans_question *q,
                                                  struct ans_str id);
bool ans_strs_has(const struct ans_strs *strs, struct ans_str s);
const struct ans_option *ans_question_option(const struct ans_question *q,
                                             struct ans_str id);
/* Where the county's own mail goes: the first contact's address; empty when
 * no contact has one. */
struct ans_str ans_county_email(const struct ans_county *c);
/* Does a caseworker look before a member is shown? Without an address for the
 * county nobody could. */
bool ans_county_reviews(const struct ans_county *c);
/* "sticker", "diploma", ...: the word that makes such an item. */
const char *ans_item_word(enum ans_item_kind kind);

/* The highest milestone that is reached at a number of members, or NULL. */
const struct ans_milestone *ans_county_milestone(const struct ans_county *c,
                                                 int64_t members);

/* Is the alert to be shown at this moment? */
bool ans_alert_active(const struct ans_alert *a, int64_t now);
