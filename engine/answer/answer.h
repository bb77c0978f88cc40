/* answer: judging what was sent against what the county asks.
 *
 * Raw answers are fields, as typed; they are kept in drafts, so that nothing
 * typed is lost, even what is wrong. Judging turns them into typed answers
 * and lists every problem at once. Only declared questions are looked at; the
 * rest is dropped. Knows no HTTP, no database, no sentences: a problem is a
 * code, and lua/texts has the words ("problem.<code>").
 *
 * Names of fields, and the typed answer that each type becomes:
 *   text, long_text, name, phone,     "q"               text (NFC)
 *     email, web_address
 *   kind, choice, municipality        "q"               text (id or code)
 *   org_number                        "q"               text, 10 digits
 *   choices, areas                    "q", repeated     list of ids, in the
 *                                                       order declared
 *   yes_no                            "q" yes | no      bool
 *   consent                           "q" yes           true
 *   date                              "q.day" "q.month" "q.year"
 *                                                       text "2025-03-14"
 *   month                             "q.month" "q.year"     "2025-03"
 *   year                              "q"               int
 *   number                            "q"               int or num
 *   by_sex                            "q.women" "q.men" "q.other"
 *                                                       map of ints
 *   group                             "q.1.sub", from 1 list of maps; empty
 *                                                       rows are left out
 */
#pragma once

#include "base/value.h"
#include "codec/fields.h"
#include "county/county.h"
#include "county/rule.h"

struct ans_problem {
    struct ans_str field;                /* the field to mend: "goals.1.text" */
    const struct ans_question *question; /* the innermost one */
    const char *code; /* "required", "too-long", "not-a-number", "not-offered",
                         "not-valid-text", "twice", "check-digit", ... */
    const struct ans_map *values; /* for the sentence: "most", "given" */
};

struct ans_judgement {
    struct ans_map *answers; /* typed answers of shown questions */
    struct ans_problem *problems;
    size_t count;
    bool refused;            /* this kind of organisation may not join */
    struct ans_err rule_err; /* a script's function failed; for the log */
};

/* Judge the questions of `step`, or of all steps when NULL. Rules see the
 * answers of all steps. A hidden question has no answer, whatever was sent.
 * `today` is a day, for limits of dates. */
void ans_answer_judge(const struct ans_county *c, const struct ans_fields *raw,
                      const struct ans_step *step, int64_t today,
                      const struct ans_rule_runner *runner,
                      struct ans_arena *arena, struct ans_judgement *out);

/* Is the question to be shown, given the typed answers so far? */
bool ans_answer_shown(const struct ans_question *q, const struct ans_county *c,
                      const struct ans_map *answers,
                      const struct ans_rule_runner *runner,
                      struct ans_err *err);

/* `kept` with every field of the step's questions replaced by what `sent` has
 * of them. Undeclared names are dropped. */
struct ans_fields ans_answer_merge(struct ans_arena *arena,
                                   const struct ans_county *c,
                                   const struct ans_step *step,
                                   const struct ans_fields *kept,
                                   const struct ans_fields *sent);

/* Raw fields as JSON text for a draft, and back. */
struct ans_str ans_answer_pack(struct ans_arena *arena,
                               const struct ans_fields *raw);
ANS_MUST_CHECK
bool ans_answer_unpack(struct ans_arena *arena, struct ans_str packed,
                       struct ans_fields *raw, struct ans_err *err);

/* A typed answer in words, for the letter, mails, CSV: "14 mars 2025",
 * "412 kvinnor och 188 män", names of areas parted by commas. */
struct ans_str ans_answer_text(struct ans_arena *arena,
                               const struct ans_county *c,
                               const struct ans_texts *texts,
                               const struct ans_question *q, struct ans_value v,
                               struct ans_str lang);
