/* tests: what a county promises itself of its form: made-up organisations,
 * personas, and what each of them is to meet.
 *
 * tests.lua stands in the county's folder but is no part of the county: no
 * visitor sees it, and no word of it may stand elsewhere. Whether the promises
 * hold is trial's business.
 */
#pragma once

#include "base/attr.h"
#include "county/build.h"

#define ANS_TESTS_FILE "tests.lua"

/* What the words of tests.lua stand in. No script can say it. */
extern const struct ans_word ans_tests_top;

struct ans_comes { /* how and when it comes */
    struct ans_node node;
    struct ans_str way; /* "invited", "uninvited", "paper"; "" : by the portal,
                           invited where joining is by invitation */
    struct ans_date on; /* year 0: not said */
};

struct ans_renews { /* what it promised before; id: under which strategy */
    struct ans_node node;
    struct ans_map *answers; /* as the persona's */
};

struct ans_persona { /* persona "en liten förening" { name = "Åkerby IK" } */
    struct ans_node node;
    struct ans_map *answers; /* by question, of the forms of answer/answer.h */
    const struct ans_comes *comes;   /* NULL: not said */
    const struct ans_renews *renews; /* NULL: it joins for the first time */
};

/* Questions, each with what is expected of it: { email = "E-post" }; or only
 * named: { "email" }. */
struct ans_noted {
    struct ans_str question;
    struct ans_str text; /* "" when only named */
};
struct ans_notes {
    struct ans_noted *items;
    size_t count;
};

/* true, false, or a text that is to be read. */
struct ans_claim {
    bool made; /* false: nothing is claimed */
    bool holds;
    struct ans_str text; /* "" when only true or false */
};

/* Where an expectation says what: the line of its field. */
struct ans_field_line {
    const char *field; /* as the vocabulary names it */
    int line;
};

struct ans_expect { /* id: the persona's */
    struct ans_node node;
    struct ans_date on;      /* the day of the visit; year 0: the tests' own */
    struct ans_str language; /* "": the county's first */
    struct ans_strs is_asked, is_not_asked, in_order;
    struct ans_notes is_asked_as; /* the label that it reads */
    struct ans_notes problems;    /* code of the problem, or any */
    struct ans_claim is_refused, is_closed, is_uninvited;
    bool has_reviewed, is_reviewed;
    struct ans_strs letter_says, letter_says_not;
    struct ans_strs gets, gets_not, is_offered, is_not_offered;
    struct ans_strs gets_mail, second_gets_mail, county_gets_mail;
    struct ans_date confirm_by, sign_by;
    struct ans_strs is_followed_up; /* rounds */
    struct ans_notes shows;
    struct ans_strs shows_not;
    struct ans_field_line *lines;
    size_t line_count;
};

struct ans_tests {
    struct ans_node node;
    struct ans_nodes personas;
    struct ans_nodes expects;
};

/* The tests of a sound county, from the declarations of its tests.lua (or of
 * a file with a persona alone, named by `file`), or NULL when a fault was
 * added. */
const struct ans_tests *ans_tests_build(struct ans_arena *arena,
                                        const struct ans_county *county,
                                        struct ans_str file,
                                        const struct ans_decls *decls,
                                        const struct ans_folder *folder,
                                        struct ans_faults *faults);

/* By its name; NULL: there is none. */
const struct ans_persona *ans_tests_persona(const struct ans_tests *tests,
                                            struct ans_str id);
/* The line of a field, or of the expectation when it does not say it. */
int ans_expect_line(const struct ans_expect *e, const char *field);
/* Does it come that way? By its word in `comes`. */
bool ans_persona_comes(const struct ans_persona *p, const char *way);
/* The day of a visit: of the expectation (NULL: none), else of the persona,
 * else `otherwise`. */
int64_t ans_persona_day(const struct ans_persona *p, const struct ans_expect *e,
                        int64_t otherwise);
/* The day of a test that names none: that on which the strategy in force
 * begins (the first of 2026 when it does not say), so that a test gives the
 * same from day to day. */
int64_t ans_tests_day(const struct ans_county *county, int64_t today);
