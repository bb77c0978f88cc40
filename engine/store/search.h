/* search: full-text search, behind an interface of its own, since it is what
 * databases agree on least. Here: FTS5 with unicode61, diacritics kept (the
 * default folds å and ä into a).
 *
 * A document has an id, a text and filters: short words that narrow a search
 * ("area:makt"). Documents come back in the order of their ids.
 */
#pragma once

#include "store/stmt.h"

/* The table; part of a migration. */
#define ANS_SEARCH_SCHEMA                                                      \
    "CREATE VIRTUAL TABLE search USING fts5(body, filters,"                    \
    " content='', prefix='3',"                                                 \
    " tokenize=\"unicode61 remove_diacritics 0\");"

struct ans_search_doc {
    int64_t id;
    struct ans_str body;
    const struct ans_str *filters; /* a-z 0-9 _ - : only */
    size_t filter_count;
};

/* Within a write job. To change a document, remove it as it was, then add. */
ANS_MUST_CHECK
bool ans_search_add(struct ans_db *db, const struct ans_search_doc *doc,
                    struct ans_err *err);
ANS_MUST_CHECK
bool ans_search_remove(struct ans_db *db, const struct ans_search_doc *doc,
                       struct ans_err *err);

struct ans_search_for {
    struct ans_str query;
    const struct ans_str *all; /* filters, every one of which it has */
    size_t all_count;
    const struct ans_str *any; /* filters, one of which it has; or none */
    size_t any_count;
};

/* Ids of at most `most` documents that hold every word of the query, the last
 * one as a prefix, and the filters. Words under three letters are passed
 * over; ANS_ERR_INPUT when none is left. Foreign text: never read as FTS
 * syntax. */
ANS_MUST_CHECK
bool ans_search_find(struct ans_db *db, const struct ans_search_for *search,
                     int64_t *ids, size_t most, size_t *count,
                     struct ans_err *err);
