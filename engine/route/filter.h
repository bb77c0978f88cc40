/* filter: the register's address as a query, and back. Private to route.
 */
#pragma once

#include "member/member.h"
#include "route/turn.h"

/* The filters and the cursor of a request. A filter that names nothing of
 * this county is ANS_ERR_NOT_FOUND: such a page has never existed. */
ANS_MUST_CHECK
bool ans_filter_read(struct ans_turn *t, struct ans_register_query *q,
                     struct ans_err *err);

/* The municipalities of a county, where several share a portal; none: there is
 * no such county, or none has been named. */
struct ans_strs_view ans_filter_county(struct ans_turn *t, struct ans_str id);

/* The address of a page of the register, below base: `path` with the query's
 * filters, and a cursor ("efter" or "fore") when `cursor` is not empty. */
struct ans_str ans_filter_href(struct ans_turn *t, const char *path,
                               const struct ans_register_query *q,
                               const char *direction, struct ans_str cursor);
