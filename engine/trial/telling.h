/* telling: what the files of the report share. Private to trial.
 */
#pragma once

#include "county/explain.h"
#include "trial/tell.h"

enum ans_said_here {
#define X(name, sv, en) ANS_SAY_##name,
#include "trial/sentences.def"
#undef X
};

#define ANS_NO_STR ((struct ans_str){0})

/* A sentence with its values. */
struct ans_str ans_telling_say(const struct ans_telling *t,
                               enum ans_said_here what, struct ans_str v1,
                               struct ans_str v2, struct ans_str v3);

/* A line: `indent` spaces and the text, whose own further lines are indented
 * as much. */
void ans_telling_line(struct ans_buf *out, int indent, struct ans_str text);

/* "visas när ... (counties/mittlan/join.lua:31)"; the place alone for a rule
 * that says no more. */
struct ans_str ans_telling_rule(const struct ans_telling *t,
                                enum ans_explained what,
                                const struct ans_rule *rule,
                                const struct ans_node *node);

/* "counties/mittlan/join.lua:31" */
struct ans_str ans_telling_place(const struct ans_telling *t,
                                 struct ans_str file, int line);

/* Why it does not join, when it ended without a problem. */
enum ans_said_here ans_telling_end(const struct ans_trial *t);

/* What a day is called in the report. */
struct ans_str ans_telling_day(const struct ans_telling *t, int64_t day);

/* What stopped a rule: in Swedish with what Lua says after it. */
struct ans_str ans_telling_reason(const struct ans_telling *t,
                                  const struct ans_err *err);

struct ans_str ans_telling_untried(const struct ans_telling *t,
                                   const struct ans_tried *tried);

static inline enum ans_explained ans_telling_item(const struct ans_item *item)
{
    return item->offer ? ANS_EXPLAIN_OFFERED : ANS_EXPLAIN_GIVEN;
}
