/* entries: what a member is in the register: its rows in the cube of filters,
 * the counters, the search document. Private to member.
 */
#pragma once

#include "member/member.h"

/* Within a write job: all of it, in or out. Taking out needs the member as it
 * was put in. The cube and the search can be filled apart, since each has an
 * order of its own in which it is fast. */
ANS_MUST_CHECK
bool ans_entries_put_cube(struct ans_db *db, const struct ans_member *m,
                          struct ans_err *err);
ANS_MUST_CHECK
bool ans_entries_put_search(struct ans_db *db, const struct ans_member *m,
                            struct ans_err *err);
ANS_MUST_CHECK
bool ans_entries_put(struct ans_db *db, const struct ans_member *m,
                     struct ans_err *err);
ANS_MUST_CHECK
bool ans_entries_take(struct ans_db *db, const struct ans_member *m,
                      struct ans_err *err);

/* Move a member to another place in the Swedish order. */
ANS_MUST_CHECK
bool ans_entries_move(struct ans_db *db, const struct ans_member *m,
                      struct ans_str new_key, struct ans_err *err);

/* The filter of a combination and how many members it has; 0 and 0 when it
 * never had one. */
ANS_MUST_CHECK
bool ans_entries_filter(struct ans_db *db, struct ans_str area,
                        struct ans_str municipality, struct ans_str kind,
                        int64_t *filter, int64_t *n, struct ans_err *err);

/* The municipalities that a query means, "" being any; none when what it asks
 * for excludes itself. */
struct ans_strs_view ans_query_places(const struct ans_register_query *q);

/* Is it among them, or are they any? */
bool ans_query_covers(const struct ans_register_query *q,
                      struct ans_str municipality);

/* A filter as a word for the search: the dimension's letter, then the id with
 * everything but letters and digits escaped, so that it is one token. */
struct ans_str ans_entries_word(struct ans_arena *arena, char dimension,
                                struct ans_str id);
