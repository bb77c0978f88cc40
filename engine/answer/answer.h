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
 *   member                            "q"               text, an address in
 *                                                       the register; to be
 *                                                       told in words, a map
 *                                                       { slug, name }
 *   bodies                            "q", a name a line  list of texts
 *   group                             "q.1.sub", from 1 list of maps; empty
 *                                                       rows are left out
 */
#pragma once

#include "base/value.h"
#include "codec/fields.h"
#include "county/county.h"
#include "county/rule.h"

/* Every code, with the words in braces that its sentence may use. They are
 * whole numbers, numbers, or texts; days are ISO texts ("2024-03-14",
 * "2024-03"). lua/texts has "problem.<code>" for each.
 *
 *   required            nothing was written
 *   required-choice     nothing was chosen: kind, municipality, choice,
 *                       choices, areas, yes_no, member
 *   required-consent    the box is not ticked
 *   required-row        a group without a row
 *   twice               a field for one value was sent more than once
 *   not-valid-text      broken UTF-8 or a NUL
 *   too-many-marks      over 30 combining marks in a row
 *   too-short           {shortest} {given} characters
 *   too-long            {longest} {given} characters
 *   not-offered         {given}: no such choice here
 *   no-such-member, several-members  {given}: typed to find one, in vain
 *   too-few, too-many   {least} or {most}, {given}: choices, areas, rows, names
 *   not-a-number
 *   not-whole           a number with decimals where none are asked for
 *   too-many-decimals   {decimals}
 *   too-small, too-large  {from} or {to}: number, by_sex
 *   not-a-count         by_sex: not a whole number from 0 up
 *   incomplete          by_sex: women or men is missing
 *   not-a-date          no such day; or a part is not a number
 *   incomplete-date     a part of the date is missing
 *   not-a-month, not-a-year
 *   too-early, too-late   {from} or {to}: date, month, year
 *   not-an-org-number   not ten digits
 *   check-digit         the org number's last digit is wrong
 *   not-an-email, not-a-phone, not-a-web-address
 *   same-address        the other one who signs has the first one's address
 */
struct ans_problem {
    /* The field to mend: "goals.1.text"; where an answer has parts, the part
     * to start with: "founded.day", "employees.men". */
    struct ans_str field;
    const struct ans_question *question; /* the innermost one */
    const char *code;                    /* one of the above */
    const struct ans_map *values;        /* for the sentence; may be empty */
};

/* Rows of a group when the county says no `most`. */
#define ANS_MOST_ROWS 50

struct ans_judgement {
    struct ans_map *answers; /* typed answers of shown questions */
    struct ans_problem *problems;
    size_t count;
    const struct ans_step *wrong; /* the first one with a problem, or NULL */
    bool refused;                 /* this kind of organisation may not join */
    struct ans_err rule_err;      /* a script's function failed; for the log */
};

/* Judge the questions of `step`, or of all steps when NULL. The answers of
 * all steps are given either way, and rules see them; the problems are those
 * of the step. A hidden question has no answer, whatever was sent; a rule
 * within a group sees the answers outside it. `today` is a day: it decides
 * which strategy's areas are offered, and which dates are out of reason. */
void ans_answer_judge(const struct ans_county *c, const struct ans_fields *raw,
                      const struct ans_step *step, int64_t today,
                      const struct ans_rule_runner *runner,
                      struct ans_arena *arena, struct ans_judgement *out);

/* Is the question to be shown, given the typed answers so far? */
bool ans_answer_shown(const struct ans_question *q, const struct ans_county *c,
                      const struct ans_map *answers,
                      const struct ans_rule_runner *runner,
                      struct ans_err *err);

/* `kept` with every field of the step's questions (all steps' when NULL)
 * replaced by what `sent` has of them. Undeclared names that are sent are
 * dropped; those that are kept stay, since they were asked for once and may be
 * again.
 *
 * A page names each question that it shows in a hidden field "_asked"; then
 * only those are replaced, so that a question which a rule hides keeps what
 * was typed, and shows it again later. Without any "_asked", a question with a
 * rule keeps its fields when nothing was sent for it. A question of which
 * nothing is left gets one empty field, which tells it from one never sent. */
struct ans_fields ans_answer_merge(struct ans_arena *arena,
                                   const struct ans_county *c,
                                   const struct ans_step *step,
                                   const struct ans_fields *kept,
                                   const struct ans_fields *sent);

/* Raw fields of the declared default values of those questions of the step
 * (of all steps when NULL) that `kept` has never got a field of: what a form
 * shows when it is first opened. Groups have none. */
struct ans_fields ans_answer_defaults(struct ans_arena *arena,
                                      const struct ans_county *c,
                                      const struct ans_step *step,
                                      const struct ans_fields *kept);

/* The fields that a visitor sends to give a typed answer: the way back from
 * judging. What is not of the question's form is sent as it is, for the judge
 * to refuse; nil sends nothing. */
void ans_answer_fields(struct ans_arena *arena, const struct ans_question *q,
                       struct ans_value answer, struct ans_fields *to);

/* Does this answer stand in public? The county says so of the question; a
 * sole trader's organisation number never does, for it is a person's. */
bool ans_answer_is_public(const struct ans_question *q,
                          struct ans_value answer);

/* A problem as a sentence: the text "problem.<code>" with the question's label
 * and the problem's values filled in. */
struct ans_str ans_problem_text(struct ans_arena *arena,
                                const struct ans_texts *texts,
                                const struct ans_problem *p,
                                struct ans_str lang);

/* Raw fields as JSON text for a draft, and back. */
struct ans_str ans_answer_pack(struct ans_arena *arena,
                               const struct ans_fields *raw);
ANS_MUST_CHECK
bool ans_answer_unpack(struct ans_arena *arena, struct ans_str packed,
                       struct ans_fields *raw, struct ans_err *err);

/* A typed answer in words, for the letter, mails, CSV: "14 mars 2025",
 * "412 kvinnor och 188 män", names of areas parted by commas, rows of a group
 * by semicolons. Of `texts` it uses "answer.yes", "answer.no", "answer.and"
 * ("och"), "answer.women.one" and ".other" ("{number} kvinnor"), the same for
 * "answer.men" and "answer.others" ("{number} annat eller okänt"), and
 * "kind.<id>". Areas are called as they are on the day `today`. */
struct ans_str ans_answer_text(struct ans_arena *arena,
                               const struct ans_county *c,
                               const struct ans_texts *texts,
                               const struct ans_question *q, struct ans_value v,
                               struct ans_str lang, int64_t today);
