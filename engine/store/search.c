#include "store/search.h"

#include "base/buf.h"
#include "base/text.h"
#include "store/internal.h"

#define SHORTEST 3  /* letters of a word that is looked for */
#define MOST     16 /* words that are looked for; the rest is passed over */

/* Filters go through the same tokenizer as texts, which would cut them at
 * what is no letter; so that becomes a letter that no filter has. */
static const char *letter_for(char c)
{
    switch (c) {
    case '_':
        return "\xc3\xbe"; /* þ */
    case '-':
        return "\xc3\xb0"; /* ð */
    case ':':
        return "\xc3\xa6"; /* æ */
    default:
        return NULL;
    }
}

static bool add_filter(struct ans_buf *out, struct ans_str filter,
                       struct ans_err *err)
{
    for (size_t i = 0; i < filter.len; i++) {
        char c = filter.ptr[i];
        const char *letter = letter_for(c);
        if (letter)
            ans_buf_add_z(out, letter);
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            ans_buf_add_byte(out, c);
        else
            return ans_err_set(err, ANS_ERR_INPUT,
                               "a search filter may not hold '%c'", c);
    }
    return filter.len ||
           ans_err_set(err, ANS_ERR_INPUT, "a search filter is empty");
}

static bool write_doc(struct ans_db *db, const char *sql,
                      const struct ans_search_doc *doc, struct ans_err *err)
{
    bool ok = false;
    struct ans_buf filters = {0};
    for (size_t i = 0; i < doc->filter_count; i++) {
        if (!add_filter(&filters, doc->filters[i], err))
            goto done;
        ans_buf_add_byte(&filters, ' ');
    }
    struct ans_stmt *st = ans_stmt_get(db, sql, err);
    if (!st)
        goto done;
    ans_stmt_bind_int(st, 1, doc->id);
    ans_stmt_bind_str(st, 2, doc->body);
    ans_stmt_bind_str(st, 3, ans_buf_str(&filters));
    ok = ans_stmt_run(st, err);

done:
    ans_buf_free(&filters);
    return ok;
}

bool ans_search_add(struct ans_db *db, const struct ans_search_doc *doc,
                    struct ans_err *err)
{
    return write_doc(
        db, "INSERT INTO search (rowid, body, filters) VALUES (?, ?, ?)", doc,
        err);
}

bool ans_search_remove(struct ans_db *db, const struct ans_search_doc *doc,
                       struct ans_err *err)
{
    return write_doc(db,
                     "INSERT INTO search (search, rowid, body, filters)"
                     " VALUES ('delete', ?, ?, ?)",
                     doc, err);
}

/* Bytes of the character at `s` that parts words, or 0: ASCII but letters and
 * digits, and what else stands between words in running text (U+0080-00BF but
 * ª µ º, ×, ÷, U+2000-206F, U+3000-303F). Characters that the tokenizer
 * parts words at and this does not only make a phrase. */
static size_t gap(struct ans_str s)
{
    const unsigned char *p = (const unsigned char *)s.ptr;
    if (p[0] < 0x80) {
        bool word = (p[0] >= 'a' && p[0] <= 'z') ||
                    (p[0] >= 'A' && p[0] <= 'Z') ||
                    (p[0] >= '0' && p[0] <= '9');
        return word ? 0 : 1;
    }
    if (s.len >= 2 && p[0] == 0xc2)
        return p[1] == 0xaa || p[1] == 0xb5 || p[1] == 0xba ? 0 : 2;
    if (s.len >= 2 && p[0] == 0xc3)
        return p[1] == 0x97 || p[1] == 0xb7 ? 2 : 0;
    if (s.len >= 3 && p[0] == 0xe2)
        return p[1] == 0x80 || (p[1] == 0x81 && p[2] < 0xb0) ? 3 : 0;
    if (s.len >= 3 && p[0] == 0xe3)
        return p[1] == 0x80 ? 3 : 0;
    return 0;
}

/* The next word of `*rest`, empty at the end. */
static struct ans_str next_word(struct ans_str *rest)
{
    size_t n;
    while (rest->len && (n = gap(*rest)) > 0)
        *rest = ans_str_sub(*rest, n, rest->len);
    size_t len = 0;
    while (len < rest->len && !gap(ans_str_sub(*rest, len, rest->len)))
        len++;
    struct ans_str word = ans_str_sub(*rest, 0, len);
    *rest = ans_str_sub(*rest, len, rest->len);
    return word;
}

/* `body : ("one" AND "two" *)`: each word quoted, so that none is syntax. */
static bool add_words(struct ans_buf *out, struct ans_str query,
                      struct ans_err *err)
{
    if (!ans_text_valid(query))
        return ans_err_set(err, ANS_ERR_INPUT, "a search is not valid text");
    int words = 0;
    struct ans_str word;
    while (words < MOST && (word = next_word(&query)).len) {
        if (ans_text_length(word) < SHORTEST)
            continue;
        ans_buf_add_z(out, words++ ? "\" AND \"" : "body : (\"");
        ans_buf_add(out, word);
    }
    if (!words)
        return ans_err_set(err, ANS_ERR_INPUT,
                           "a search needs a word of at least %d letters",
                           SHORTEST);
    ans_buf_add_z(out, "\" *)");
    return true;
}

static bool find_ids(struct ans_db *db, struct ans_str match, int64_t *ids,
                     size_t most, size_t *count, struct ans_err *err)
{
    struct ans_err mine = {0};
    struct ans_stmt *st = ans_stmt_get(
        db,
        "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid"
        " LIMIT ?",
        err);
    if (!st)
        return false;
    ans_stmt_bind_str(st, 1, match);
    ans_stmt_bind_int(st, 2, (int64_t)most);
    while (*count < most && ans_stmt_step(st, &mine))
        ids[(*count)++] = ans_stmt_int(st, 0);
    ans_stmt_release(st);
    if (mine.kind && err)
        *err = mine;
    return !mine.kind;
}

/* A filter between what stands around it. */
static bool add_quoted(struct ans_buf *out, const char *before,
                       struct ans_str filter, const char *after,
                       struct ans_err *err)
{
    ans_buf_add_z(out, before);
    bool ok = add_filter(out, filter, err);
    ans_buf_add_z(out, after);
    return ok;
}

/* ` AND filters : "one"` each, and ` AND filters : ("one" OR "two")`. */
static bool add_filters(struct ans_buf *out, const struct ans_search_for *s,
                        struct ans_err *err)
{
    for (size_t i = 0; i < s->all_count; i++)
        if (!add_quoted(out, " AND filters : \"", s->all[i], "\"", err))
            return false;
    for (size_t i = 0; i < s->any_count; i++)
        if (!add_quoted(out, i ? "\" OR \"" : " AND filters : (\"", s->any[i],
                        i + 1 < s->any_count ? "" : "\")", err))
            return false;
    return true;
}

bool ans_search_find(struct ans_db *db, const struct ans_search_for *search,
                     int64_t *ids, size_t most, size_t *count,
                     struct ans_err *err)
{
    struct ans_buf match = {0};
    *count = 0;
    bool ok = add_words(&match, search->query, err) &&
              add_filters(&match, search, err) &&
              find_ids(db, ans_buf_str(&match), ids, most, count, err);
    ans_buf_free(&match);
    return ok;
}
