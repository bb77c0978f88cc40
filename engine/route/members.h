/* members: members and the parts of a strategy as values for views, shared by
 * several pages. Private to route.
 */
#pragma once

#include "member/member.h"
#include "route/turn.h"

/* name, href, number, kind, joined, areas... of docs/pages.md. */
struct ans_map *ans_member_map(struct ans_turn *t, const struct ans_member *m);

/* "latest": the newest public members. */
ANS_MUST_CHECK
bool ans_members_put_latest(struct ans_turn *t, struct ans_db *db,
                            struct ans_map *data, size_t most,
                            struct ans_err *err);

/* A member's running number as the county writes it: "ML 055/2026". */
struct ans_str ans_number_text(struct ans_turn *t, const struct ans_member *m);

/* The name of a kind of organisation: "Kommun". */
struct ans_str ans_kind_label(struct ans_turn *t, struct ans_str kind);
struct ans_value ans_kind_value(struct ans_turn *t, struct ans_str kind);

/* "package": what one gets; "national": the country's goals. */
void ans_put_package(struct ans_turn *t, struct ans_map *data);
void ans_put_national(struct ans_turn *t, struct ans_map *data);
