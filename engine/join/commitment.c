#include "join/commitment.h"

#include "answer/answer.h"
#include "base/buf.h"
#include "base/date.h"
#include "codec/json.h"

/* What every part of the document is made with. */
struct sealing {
    struct ans_arena *arena;
    const struct ans_county *county;
    const struct ans_texts *texts;
    struct ans_str lang;
    struct ans_str kind; /* of the organisation: it decides on labels */
    int64_t today;
};

static struct ans_str said(const struct sealing *s, const struct ans_text *text)
{
    return ans_text_for(text, s->lang, s->kind).str;
}

static void put_county(const struct sealing *s, struct ans_map *doc)
{
    struct ans_map *m = ans_map_put_map(doc, "county");
    ans_map_put_str(m, "slug", s->county->slug);
    ans_map_put_str(m, "name", said(s, &s->county->name));
    ans_map_put_str(m, "brand", said(s, &s->county->brand));
    ans_map_put_str(m, "code", s->county->code);
}

static void put_date(const struct sealing *s, struct ans_map *m,
                     const char *key, struct ans_date d)
{
    if (d.year)
        ans_map_put_str(m, key, ans_date_iso(s->arena, d));
}

/* The newest version that is dated; NULL when none is written. */
static const struct ans_strategy_version *newest_version(
    const struct ans_strategy *strategy)
{
    const struct ans_strategy_version *newest = NULL;
    for (size_t i = 0; i < strategy->versions.count; i++) {
        const struct ans_strategy_version *v =
            ANS_AT(ans_strategy_version, strategy->versions, i);
        if (!newest ||
            ans_date_to_days(v->date) > ans_date_to_days(newest->date))
            newest = v;
    }
    return newest;
}

static void put_strategy(const struct sealing *s, struct ans_map *doc,
                         const struct ans_strategy *strategy)
{
    struct ans_map *m = ans_map_put_map(doc, "strategy");
    ans_map_put_str(m, "id", strategy->node.id);
    ans_map_put_str(m, "title", said(s, &strategy->title));
    struct ans_map *period = ans_map_put_map(m, "period");
    put_date(s, period, "from", strategy->period.from);
    put_date(s, period, "to", strategy->period.to);
    const struct ans_strategy_version *v = newest_version(strategy);
    if (!v)
        return;
    struct ans_map *version = ans_map_put_map(m, "version");
    ans_map_put_str(version, "id", v->node.id);
    put_date(s, version, "date", v->date);
}

static void put_expectations(const struct sealing *s, struct ans_map *doc)
{
    const struct ans_join *join = s->county->join;
    struct ans_list *list = ans_map_put_list(doc, "expectations");
    for (size_t i = 0; i < join->expectations.count; i++) {
        const struct ans_expectation *e =
            ANS_AT(ans_expectation, join->expectations, i);
        struct ans_map *item = ans_list_add_map(list);
        ans_map_put_str(item, "id", e->node.id);
        ans_map_put_str(item, "text", said(s, &e->text));
    }
}

static void put_letter(const struct sealing *s, struct ans_map *doc,
                       const struct ans_letter *letter)
{
    const struct ans_text *title = &s->county->join->letter_title;
    struct ans_map *m = ans_map_put_map(doc, "letter");
    ans_map_put_str(m, "title", said(s, title));
    ans_map_put_str(m, "text", letter->text);
    ans_map_put_str(m, "lang", letter->lang.len ? letter->lang : s->lang);
    put_expectations(s, doc);
    if (!letter->beside.len)
        return;
    struct sealing official = *s;
    official.lang = ANS_LETTER_OFFICIAL;
    struct ans_map *beside = ans_map_put_map(doc, "beside");
    ans_map_put_str(beside, "lang", official.lang);
    ans_map_put_str(beside, "title", said(&official, title));
    ans_map_put_str(beside, "text", letter->beside);
    put_expectations(&official, beside);
}

static void add_answer(const struct sealing *s, struct ans_list *list,
                       const struct ans_question *q, struct ans_value v)
{
    if (v.type == ANS_NIL)
        return;
    struct ans_map *m = ans_list_add_map(list);
    ans_map_put_str(m, "question", q->node.id);
    ans_map_put_str(m, "label", ans_text_for(&q->label, s->lang, s->kind).str);
    ans_map_put_str(m, "text",
                    ans_answer_text(s->arena, s->county, s->texts, q, v,
                                    s->lang, s->today));
    ans_map_put(m, "value", v);
    ans_map_put_bool(m, "public", q->public);
}

/* The other one who signs has no address in what others may come to read. */
static bool is_second(const struct sealing *s, const struct ans_question *q)
{
    const struct ans_second_signature *second = s->county->join->second;
    return second && ans_str_eq(q->node.id, second->asks);
}

/* In the form's order. */
static void put_answers(const struct sealing *s, struct ans_map *doc,
                        const struct ans_map *answers)
{
    struct ans_list *list = ans_map_put_list(doc, "answers");
    const struct ans_nodes *steps = &s->county->join->steps;
    for (size_t i = 0; i < steps->count; i++) {
        const struct ans_step *step = ANS_AT(ans_step, *steps, i);
        for (size_t j = 0; j < step->questions.count; j++) {
            const struct ans_question *q =
                ANS_AT(ans_question, step->questions, j);
            if (!is_second(s, q))
                add_answer(s, list, q, ans_map_get(answers, q->node.id));
        }
    }
}

static struct ans_str kind_of(const struct ans_county *c,
                              const struct ans_map *answers)
{
    const struct ans_question *q = ans_join_question_of(c->join, ANS_Q_KIND);
    struct ans_value v = q ? ans_map_get(answers, q->node.id) : ANS_VALUE_NIL;
    return v.type == ANS_TEXT ? v.s : ANS_STR("");
}

static struct ans_str write_canonical(struct ans_arena *arena,
                                      struct ans_map *doc)
{
    struct ans_buf b = {0};
    ans_json_write_canonical(&b, ans_value_map(doc));
    struct ans_str text = ans_arena_str(arena, ans_buf_str(&b));
    ans_buf_free(&b);
    return text;
}

struct ans_str ans_commitment_build(struct ans_arena *arena,
                                    const struct ans_county *c,
                                    const struct ans_texts *texts,
                                    const struct ans_strategy *strategy,
                                    const struct ans_map *answers,
                                    const struct ans_letter *letter,
                                    struct ans_str lang, int64_t now)
{
    const struct sealing s = {.arena = arena,
                              .county = c,
                              .texts = texts,
                              .lang = lang,
                              .kind = kind_of(c, answers),
                              .today = ans_moment_to_days(now)};
    struct ans_map *doc = ans_map_new(arena);
    struct ans_date today = ans_date_from_days(s.today);
    ans_map_put_str(doc, "form", ans_str_from(ANS_COMMITMENT_FORM));
    ans_map_put_str(doc, "at", ans_moment_iso(arena, now));
    ans_map_put_str(doc, "date", ans_date_iso(arena, today));
    ans_map_put_str(doc, "lang", lang);
    ans_map_put_str(doc, "script_version", c->version);
    ans_map_put_bool(doc, "binding", c->join->binding);
    put_county(&s, doc);
    put_strategy(&s, doc, strategy);
    put_letter(&s, doc, letter);
    put_answers(&s, doc, answers);
    return write_canonical(arena, doc);
}

static bool read_seal(struct ans_str bytes, struct ans_hash *out)
{
    if (bytes.len != ANS_HASH_SIZE)
        return false;
    memcpy(out->bytes, bytes.ptr, ANS_HASH_SIZE);
    return true;
}

bool ans_commitment_seal(struct ans_db *db, int64_t member,
                         struct ans_str document, int64_t now,
                         struct ans_err *err)
{
    struct ans_hash hash = ans_hash_of(document);
    struct ans_stmt *st = ans_stmt_get(
        db,
        "INSERT INTO commitment (member, hash, sealed_at, document)"
        " VALUES (?, ?, ?, ?)",
        err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, member);
    ans_stmt_bind_blob(st, 2, ans_hash_str(&hash));
    ans_stmt_bind_int(st, 3, now);
    ans_stmt_bind_str(st, 4, document);
    return ans_stmt_run(st, err);
}

static void put_signature(struct ans_list *list, const char *by, int64_t at)
{
    struct ans_map *m = ans_list_add_map(list);
    ans_map_put_str(m, "by", ans_str_from(by));
    ans_map_put_str(m, "at", ans_moment_iso(list->arena, at));
}

static bool read_document(struct ans_arena *arena, struct ans_str text,
                          struct ans_map **out, struct ans_err *err)
{
    struct ans_value doc;
    struct ans_err why = {0};
    if (!ans_json_read(arena, text, &doc, &why) || doc.type != ANS_MAP)
        return ans_err_set(err, ANS_ERR_INTERNAL,
                           "a commitment cannot be read: %s", why.text);
    *out = doc.map;
    return true;
}

bool ans_commitment_signed(struct ans_arena *arena,
                           const struct ans_commitment *first, int64_t first_at,
                           int64_t second_at, struct ans_str *document,
                           struct ans_err *err)
{
    struct ans_map *doc;
    if (!read_document(arena, first->document, &doc, err))
        return false;
    ans_map_put_str(doc, "previous", ans_hash_hex(arena, first->hash));
    struct ans_list *list = ans_map_put_list(doc, "signatures");
    put_signature(list, "first", first_at);
    put_signature(list, "second", second_at);
    *document = write_canonical(arena, doc);
    return true;
}

bool ans_commitment_on_paper(struct ans_arena *arena, struct ans_str made,
                             int64_t day, const struct ans_hash *scan,
                             struct ans_str *document, struct ans_err *err)
{
    struct ans_map *doc;
    if (!read_document(arena, made, &doc, err))
        return false;
    ans_map_put_str(doc, "date", ans_date_iso(arena, ans_date_from_days(day)));
    struct ans_map *paper = ans_map_put_map(doc, "paper");
    if (scan)
        ans_map_put_str(paper, "hash", ans_hash_hex(arena, *scan));
    *document = write_canonical(arena, doc);
    return true;
}

bool ans_commitment_renewing(struct ans_arena *arena, struct ans_str made,
                             const struct ans_commitment *older,
                             struct ans_str *document, struct ans_err *err)
{
    struct ans_map *doc;
    struct ans_map *was;
    if (!read_document(arena, made, &doc, err) ||
        !read_document(arena, older->document, &was, err))
        return false;
    struct ans_value strategy = ans_map_find(was, "strategy");
    ans_map_put_str(doc, "previous", ans_hash_hex(arena, older->hash));
    struct ans_map *renews = ans_map_put_map(doc, "renews");
    if (strategy.type == ANS_MAP)
        ans_map_put_str(renews, "strategy", ans_map_str(strategy.map, "id"));
    ans_map_put_str(renews, "date", ans_map_str(was, "date"));
    *document = write_canonical(arena, doc);
    return true;
}

/* The only row of a statement that gives hash, moment and document. */
static bool read_one(struct ans_stmt *st, int64_t member,
                     struct ans_arena *arena, struct ans_commitment *out,
                     struct ans_err *err)
{
    bool found = ans_stmt_step(st, err);
    if (found) {
        *out = (struct ans_commitment){
            .document = ans_arena_str(arena, ans_stmt_str(st, 2)),
            .sealed_at = ans_stmt_int(st, 1),
        };
        if (!read_seal(ans_stmt_str(st, 0), &out->hash))
            found = ans_err_set(err, ANS_ERR_INTERNAL,
                                "the seal of member %lld is damaged",
                                (long long)member);
    } else if (!err->kind) {
        ans_err_set(err, ANS_ERR_NOT_FOUND, "nothing is sealed for the member");
    }
    ans_stmt_release(st);
    return found;
}

bool ans_commitment_copy(struct ans_db *db, int64_t from, int64_t to,
                         struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db,
        "INSERT INTO commitment (member, hash, sealed_at, document)"
        " SELECT ?, hash, sealed_at, document FROM commitment"
        " WHERE member = ? ORDER BY id",
        err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, to);
    ans_stmt_bind_int(st, 2, from);
    return ans_stmt_run(st, err);
}

bool ans_commitment_of(struct ans_db *db, int64_t member,
                       struct ans_arena *arena, struct ans_commitment *out,
                       struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db,
        "SELECT hash, sealed_at, document FROM commitment WHERE member = ?"
        " ORDER BY id DESC LIMIT 1",
        err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, member);
    return read_one(st, member, arena, out, err);
}

bool ans_commitment_nth(struct ans_db *db, int64_t member, int64_t n,
                        struct ans_arena *arena, struct ans_commitment *out,
                        struct ans_err *err)
{
    /* A handful for each member, so that counting them off is cheap. */
    struct ans_stmt *st = ans_stmt_get(
        db,
        "SELECT hash, sealed_at, document FROM commitment AS c"
        " WHERE member = ? AND (SELECT count(*) FROM commitment AS o"
        " WHERE o.member = c.member AND o.id <= c.id) = ?",
        err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, member);
    ans_stmt_bind_int(st, 2, n);
    return read_one(st, member, arena, out, err);
}

bool ans_commitment_list(struct ans_db *db, int64_t member,
                         struct ans_arena *arena, struct ans_commitment **out,
                         size_t *count, struct ans_err *err)
{
    *out = NULL;
    *count = 0;
    struct ans_stmt *st = ans_stmt_get(
        db, "SELECT sealed_at FROM commitment WHERE member = ? ORDER BY id",
        err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, member);
    while (ans_stmt_step(st, err)) {
        *out = ans_arena_grow(arena, *out, *count, sizeof(**out));
        (*out)[(*count)++] =
            (struct ans_commitment){.sealed_at = ans_stmt_int(st, 0)};
    }
    ans_stmt_release(st);
    return !err->kind;
}

bool ans_commitment_verify(struct ans_db *db,
                           void (*each)(void *context, int64_t member),
                           void *context, int64_t *checked, struct ans_err *err)
{
    *checked = 0;
    struct ans_stmt *st = ans_stmt_get(
        db, "SELECT member, hash, document FROM commitment ORDER BY id", err);
    if (!st)
        return false;
    while (ans_stmt_step(st, err)) {
        struct ans_hash kept = {{0}};
        struct ans_hash now = ans_hash_of(ans_stmt_str(st, 2));
        bool whole = read_seal(ans_stmt_str(st, 1), &kept);
        if (!whole || !ans_str_eq(ans_hash_str(&kept), ans_hash_str(&now)))
            each(context, ans_stmt_int(st, 0));
        ++*checked;
    }
    ans_stmt_release(st);
    return !err->kind;
}
