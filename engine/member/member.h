/* member: the organisations that have joined a county's strategy, and the
 * register in which they stand.
 *
 * A member belongs to one county and is unique there by organisation number
 * from the moment it is confirmed. Reading costs the same at the millionth
 * member: every filter combination has its own index range and its own
 * counters. Knows nothing of HTTP or Lua.
 *
 * What makes two organisations the same: the organisation number, where both
 * gave one; else the name (whatever its case) within a municipality. A part of
 * a member shares its number: the name within that member tells it apart. So
 * two associations with one name in one place need their numbers to be told
 * apart, and whoever leaves out an optional number may join once beside it.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/err.h"
#include "base/value.h"
#include "county/county.h"
#include "secret/secret.h"
#include "store/stmt.h"

enum ans_member_state {
    ANS_MEMBER_UNCONFIRMED, /* the mailed link has not been used */
    ANS_MEMBER_REVIEW,      /* confirmed; a caseworker has yet to look */
    ANS_MEMBER_PUBLIC,      /* stands in the register */
    ANS_MEMBER_DECLINED,    /* the caseworker said no */
    ANS_MEMBER_LEFT,
};

struct ans_member {
    int64_t id; /* 0 until saved */
    enum ans_member_state state;
    int64_t number;      /* running number, from 1; 0 until confirmed */
    struct ans_str slug; /* address in the register; "" until confirmed */
    struct ans_str name;
    struct ans_str kind;         /* "municipality", ... */
    struct ans_str municipality; /* code; empty when not asked */
    struct ans_str org_number;   /* 10 digits; empty if not asked */
    struct ans_str email;        /* where mail goes; never shown in public */
    struct ans_str lang;
    struct ans_str strategy; /* id */
    struct ans_str script_version;
    struct ans_map *answers; /* typed, all of them */
    struct ans_strs_view {
        struct ans_str *items;
        size_t count;
    } areas;              /* ids, in the strategy's order */
    int64_t submitted_at; /* ms */
    int64_t joined_on;    /* day; 0 until confirmed */
    /* A member within another one: by its address when it is added; when it
     * is read, what is public of the other one. */
    int64_t parent; /* id; 0: none */
    struct ans_str parent_slug;
    struct ans_str parent_name;
    struct ans_strs_view bodies; /* names of a joint member's, or none */
    struct ans_str words;        /* what a search finds beside the name */
    /* By ans_member_prepare; not for others. */
    struct ans_str name_key;   /* place in the Swedish order */
    struct ans_str packed;     /* answers as JSON */
    struct ans_str area_words; /* areas, parted by spaces */
    struct ans_str identity;   /* what makes it the same organisation */
    struct ans_str body_lines; /* bodies, a line each */
};

/* Fill in what a form's answers say: name, kind, municipality, organisation
 * number, e-mail address, areas, and the words of public answers for search
 * (of a sole trader never the number). Other fields are the caller's. */
void ans_member_from_answers(struct ans_arena *arena,
                             const struct ans_county *c,
                             const struct ans_strategy *strategy,
                             struct ans_map *answers, struct ans_member *out);

/* The member with an id, or at an address in the register (public ones only).
 * Strings and answers are copied into `arena`. ANS_ERR_NOT_FOUND. */
ANS_MUST_CHECK
bool ans_member_get(struct ans_db *db, int64_t id, struct ans_arena *arena,
                    struct ans_member *out, struct ans_err *err);
ANS_MUST_CHECK
bool ans_member_at(struct ans_db *db, struct ans_str slug,
                   struct ans_arena *arena, struct ans_member *out,
                   struct ans_err *err);

/* Empty views mean "any". */
struct ans_register_query {
    struct ans_str area;
    struct ans_str municipality;
    /* Municipalities, one of which it is; a name for them is the caller's.
     * With `municipality` that must be one of them. */
    struct ans_strs_view county;
    struct ans_str county_id;
    struct ans_str kind;
    struct ans_str search; /* words; empty: all, in Swedish order */
    struct ans_str after;  /* cursor of a page: what follows it */
    struct ans_str before; /* or what precedes it */
    size_t limit;          /* rows a page, at most 200; 0: 50 */
};

struct ans_register_page {
    struct ans_member *members; /* without answers; areas are filled in */
    size_t count;
    int64_t total;       /* with these filters; -1 when searching and there
                            are more than ANS_SEARCH_MOST */
    struct ans_str next; /* cursors; empty at the ends */
    struct ans_str previous;
};

/* A search sorts its hits by name; past this many it lists the first that
 * were found, and the page asks for more words. */
#define ANS_SEARCH_MOST 200

/* ANS_ERR_INPUT: a cursor that is not one, a search without a word of three
 * letters. */
ANS_MUST_CHECK
bool ans_register_list(struct ans_db *db, const struct ans_register_query *q,
                       struct ans_arena *arena, struct ans_register_page *out,
                       struct ans_err *err);

/* How many public members there are for each value of one dimension ("area",
 * "municipality", "kind"), the query's other filters kept: value -> count,
 * only those over zero. By a rule: how many organisations they are. */
ANS_MUST_CHECK
bool ans_register_counts(struct ans_db *db, const struct ans_register_query *q,
                         const char *dimension, const struct ans_counting *rule,
                         struct ans_arena *arena, struct ans_map **out,
                         struct ans_err *err);

/* The newest public members, at most `most`, newest first. */
ANS_MUST_CHECK
bool ans_register_latest(struct ans_db *db, size_t most,
                         struct ans_arena *arena, struct ans_register_page *out,
                         struct ans_err *err);

/* All public members; and how many organisations they are by a county's rule
 * (NULL: every member is one). */
ANS_MUST_CHECK
bool ans_register_total(struct ans_db *db, int64_t *out, struct ans_err *err);
ANS_MUST_CHECK
bool ans_register_counted(struct ans_db *db, const struct ans_counting *rule,
                          int64_t *out, struct ans_err *err);

/* The public parts of a member, at most `most`, by name. More than that: the
 * first that joined, and `more` says so. */
ANS_MUST_CHECK
bool ans_member_parts(struct ans_db *db, int64_t member, size_t most,
                      struct ans_arena *arena, struct ans_register_page *out,
                      bool *more, struct ans_err *err);

/* Every public member of a query without search, in Swedish order, one call
 * each, answers too, for exports; stops with the caller's error when `each`
 * says false. `scratch` is emptied before every call. */
typedef bool ans_member_fn(void *context, const struct ans_member *m,
                           struct ans_err *err);
ANS_MUST_CHECK
bool ans_register_each(struct ans_db *db, const struct ans_register_query *q,
                       struct ans_arena *scratch, ans_member_fn *each,
                       void *context, struct ans_err *err);

/* The versions of scripts that members, confirmed or not, have joined under, in
 * no order that means anything. */
ANS_MUST_CHECK
bool ans_member_versions(struct ans_db *db, struct ans_arena *arena,
                         struct ans_strs *out, struct ans_err *err);

/* The answers of every member that has confirmed, one call each, until `each`
 * says that it has enough. `scratch` is emptied before every call. */
typedef bool ans_answers_fn(void *context, const struct ans_map *answers);
ANS_MUST_CHECK
bool ans_member_each_answers(struct ans_db *db, struct ans_arena *scratch,
                             ans_answers_fn *each, void *context,
                             struct ans_err *err);
ANS_MUST_CHECK
bool ans_member_count(struct ans_db *db, int64_t *out, struct ans_err *err);

/* Work out what a member needs before it is added, outside the write job, so
 * that the writer does not wait for it. */
void ans_member_prepare(struct ans_arena *arena, struct ans_member *m);

/* Within write jobs; join calls them. */

/* Save a new, unconfirmed, prepared member with its answers; fills in
 * m->id. */
ANS_MUST_CHECK
bool ans_member_add(struct ans_db *db, struct ans_member *m,
                    struct ans_err *err);

/* How a member begins. */
struct ans_member_start {
    bool review;          /* it is not public yet */
    int64_t day;          /* of joining */
    int64_t first_number; /* the least that it may get; 0: 1 */
};

/* Confirm: number, slug (in `arena`), day; state review or public; public
 * ones are published. ANS_ERR_CONFLICT: the organisation is a confirmed
 * member already. */
ANS_MUST_CHECK
bool ans_member_confirm(struct ans_db *db, struct ans_member *m,
                        const struct ans_member_start *start,
                        struct ans_arena *arena, struct ans_err *err);

/* A member under review goes public; or one leaves, is declined: out of the
 * register, its parts stand by themselves, and its organisation may join
 * anew. `m` as it was loaded in the same job; m->state changes. */
ANS_MUST_CHECK
bool ans_member_publish(struct ans_db *db, struct ans_member *m,
                        struct ans_err *err);
ANS_MUST_CHECK
bool ans_member_withdraw(struct ans_db *db, struct ans_member *m,
                         enum ans_member_state state, struct ans_err *err);

/* Within a write job: put the prepared `m`, with what it says now, in the place
 * of the confirmed member `was`, as it was loaded in the same job; number,
 * address and day of joining stay, and are filled in. ANS_ERR_CONFLICT: another
 * member is that organisation. */
ANS_MUST_CHECK
bool ans_member_change(struct ans_db *db, const struct ans_member *was,
                       struct ans_member *m, struct ans_arena *arena,
                       struct ans_err *err);

/* Within a write job, of an unconfirmed member: save the answers of the
 * prepared `m`; or erase it, with everything that is its. */
ANS_MUST_CHECK
bool ans_member_save_answers(struct ans_db *db, const struct ans_member *m,
                             struct ans_err *err);
ANS_MUST_CHECK
bool ans_member_forget(struct ans_db *db, int64_t id, struct ans_err *err);

/* The confirmed member with an organisation number; id 0 when there is none. */
ANS_MUST_CHECK
bool ans_member_by_org_number(struct ans_db *db, struct ans_str org_number,
                              struct ans_arena *arena, struct ans_member *out,
                              struct ans_err *err);

/* The confirmed member that is the same organisation as the prepared or
 * loaded `m`: id and e-mail address of another row; id 0 when none is. */
ANS_MUST_CHECK
bool ans_member_twin(struct ans_db *db, const struct ans_member *m,
                     struct ans_arena *arena, struct ans_member *out,
                     struct ans_err *err);

/* Sort keys are stable within one version of ICU. Call at a start and now and
 * then while `more`: renews those of another version, a bounded number a call
 * and beside other work; goes on where it stopped. One read when there is
 * nothing to do. */
ANS_MUST_CHECK
bool ans_register_reindex(struct ans_store *store, bool *more,
                          struct ans_err *err);

/* Public members of an area that is called something else now (its `was`) are
 * found under its new name from then on; what they sealed and answered stays as
 * it is. Call when scripts have changed and now and then, while `more`: a
 * bounded number a call. A few reads when there is nothing to do. */
ANS_MUST_CHECK
bool ans_register_rename_areas(struct ans_store *store,
                               const struct ans_county *c, bool *more,
                               struct ans_err *err);
