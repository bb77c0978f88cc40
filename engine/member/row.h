/* row: a member as a row of its table. Private to member.
 */
#pragma once

#include "member/member.h"

/* The columns that ans_row_read reads, in its order; answers not among
 * them. `m` is the member's table in the statement. */
#define ANS_ROW_COLUMNS                                                        \
    "m.id, m.state, m.number, m.slug, m.name, m.kind, m.municipality,"         \
    " m.org_number, m.email, m.lang, m.strategy, m.script_version, m.areas,"   \
    " m.submitted_at, m.joined_on, m.identity, m.name_key, m.words,"           \
    " s.parent, s.bodies, p.slug, p.name"

#define ANS_ROW_ANSWERS 22 /* the column after these */

/* What these columns need beside the member `m`: its shape and its parent. */
#define ANS_ROW_SHAPE                                                          \
    " LEFT JOIN member_shape AS s ON s.member = m.id"                          \
    " LEFT JOIN member AS p ON p.id = s.parent AND p.state = 'public'"
#define ANS_FROM_MEMBER " FROM member AS m" ANS_ROW_SHAPE

/* What a member says of itself: the columns, a place for each, and how many
 * they are; of the prepared `m`, from the first place on. */
#define ANS_ROW_SAID                                                           \
    "name, kind, municipality, org_number, email, lang, strategy,"             \
    " script_version, areas, identity, name_key, words, answers"
#define ANS_ROW_SAID_VALUES "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
#define ANS_ROW_SAID_COUNT  13
void ans_row_bind(struct ans_stmt *st, const struct ans_member *m);

/* Copies into `arena`; m->answers is empty. */
void ans_row_read(struct ans_stmt *st, struct ans_arena *arena,
                  struct ans_member *m);

/* The same with m.answers as the next column. */
ANS_MUST_CHECK
bool ans_row_read_all(struct ans_stmt *st, struct ans_arena *arena,
                      struct ans_member *m, struct ans_err *err);

/* Its areas as the column has them. */
struct ans_str ans_row_areas(struct ans_arena *arena,
                             const struct ans_member *m);

/* "public" */
struct ans_str ans_state_word(enum ans_member_state state);

#define ANS_NAME_KEY_MOST 400

/* The place of a name in the Swedish order. Cut at 400 bytes, which ordinary
 * names do not reach, since it goes into indexes and addresses; names that
 * are alike that far stand in the order they came. */
struct ans_str ans_name_key(struct ans_arena *arena, struct ans_str name);
