/* commitment: what an organisation agreed to, sealed.
 *
 * Canonical JSON that needs nothing else to be read: the letter as it stood,
 * every answer with its label and in words, strategy, versions, date; and the
 * BLAKE2b-256 of those bytes. Never changed.
 *
 *   { form: "anslut commitment 1", at: "2026-05-11T15:00:00Z",
 *     date: "2026-05-11", lang, script_version, binding,
 *     county: { slug, name, brand, code },
 *     strategy: { id, title, period: { from, to }, version: { id, date } },
 *     letter: { title, text, lang }, expectations: [ { id, text } ],
 *     answers: [ { question, label, text, value, public } ] }
 *
 * `lang` is the language of the page that it was sent from, letter.lang that of
 * the letter which was signed. When that is not Swedish, the Swedish one that
 * stood beside it is there too:
 *
 *     beside: { lang: "sv", title, text, expectations: [ { id, text } ] }
 */
#pragma once

#include "base/attr.h"
#include "base/err.h"
#include "base/value.h"
#include "county/county.h"
#include "join/letter.h"
#include "secret/secret.h"
#include "store/stmt.h"

struct ans_commitment {
    struct ans_str document; /* canonical JSON */
    struct ans_hash hash;
    int64_t sealed_at; /* ms */
};

/* The first key of every document: how it is to be read. */
#define ANS_COMMITMENT_FORM "anslut commitment 1"

/* Build the document. */
struct ans_str ans_commitment_build(struct ans_arena *arena,
                                    const struct ans_county *c,
                                    const struct ans_texts *texts,
                                    const struct ans_strategy *strategy,
                                    const struct ans_map *answers,
                                    const struct ans_letter *letter,
                                    struct ans_str lang, int64_t now);

/* The document of a commitment that a second person has signed as well: the
 * same, with who signed when, and the hash of the first one:
 *
 *   previous: "<64 hexadecimal digits>",
 *   signatures: [ { by: "first", at }, { by: "second", at } ]
 *
 * ANS_ERR_INTERNAL: the first one cannot be read. */
ANS_MUST_CHECK
bool ans_commitment_signed(struct ans_arena *arena,
                           const struct ans_commitment *first, int64_t first_at,
                           int64_t second_at, struct ans_str *document,
                           struct ans_err *err);

/* The document of a commitment made on paper: of that day, with the hash of the
 * scan, if there is one (NULL: none):
 *
 *   date: "2021-05-03", paper: { hash: "<64 hexadecimal digits>" }
 */
ANS_MUST_CHECK
bool ans_commitment_on_paper(struct ans_arena *arena, struct ans_str made,
                             int64_t day, const struct ans_hash *scan,
                             struct ans_str *document, struct ans_err *err);

/* The document of one that renews an older one:
 *
 *   previous: "<hash>", renews: { strategy: "2022", date: "2021-05-03" }
 */
ANS_MUST_CHECK
bool ans_commitment_renewing(struct ans_arena *arena, struct ans_str made,
                             const struct ans_commitment *older,
                             struct ans_str *document, struct ans_err *err);

/* Within a write job: seal a document for a member. What was sealed before
 * stays; the newest holds. */
ANS_MUST_CHECK
bool ans_commitment_seal(struct ans_db *db, int64_t member,
                         struct ans_str document, int64_t now,
                         struct ans_err *err);

/* Within a write job: seal for a member what is sealed for another one. */
ANS_MUST_CHECK
bool ans_commitment_copy(struct ans_db *db, int64_t from, int64_t to,
                         struct ans_err *err);

/* The newest. ANS_ERR_NOT_FOUND: none is sealed for that member. */
ANS_MUST_CHECK
bool ans_commitment_of(struct ans_db *db, int64_t member,
                       struct ans_arena *arena, struct ans_commitment *out,
                       struct ans_err *err);

/* All that was sealed for a member, oldest first: when, without the documents.
 * The newest holds. */
ANS_MUST_CHECK
bool ans_commitment_list(struct ans_db *db, int64_t member,
                         struct ans_arena *arena, struct ans_commitment **out,
                         size_t *count, struct ans_err *err);

/* The n:th of them, from 1. ANS_ERR_NOT_FOUND. */
ANS_MUST_CHECK
bool ans_commitment_nth(struct ans_db *db, int64_t member, int64_t n,
                        struct ans_arena *arena, struct ans_commitment *out,
                        struct ans_err *err);

/* Recompute every hash of a county; calls `each` with what does not match.
 * `checked` counts. */
ANS_MUST_CHECK
bool ans_commitment_verify(struct ans_db *db,
                           void (*each)(void *context, int64_t member),
                           void *context, int64_t *checked,
                           struct ans_err *err);
