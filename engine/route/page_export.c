/* The public register as CSV: everything that is public, a row a member. */
#include <stdio.h>
#include <unistd.h>

#include "codec/csv.h"
#include "route/filter.h"
#include "route/members.h"
#include "route/question.h"
#include "route/submitted.h"
#include "route/turn.h"

struct export
{
    struct ans_turn *turn;
    struct ans_arena *scratch; /* of one row */
    FILE *file;
    struct ans_buf row;
    const struct ans_question *within; /* public, with a column; or NULL */
    /* Of older forms, that nobody is asked any more. */
    const struct ans_question **gone;
    size_t gone_count;
};

/* Public questions that the fixed columns do not hold. */
static bool has_column(const struct ans_question *q)
{
    bool fixed = q->type == ANS_Q_NAME || q->type == ANS_Q_KIND ||
                 q->type == ANS_Q_MUNICIPALITY || q->type == ANS_Q_AREAS ||
                 q->type == ANS_Q_MEMBER;
    return q->public && !fixed;
}

/* Questions with columns of their own. Calls `each` for every one. */
static void each_question(struct export *e,
                          void (*each)(struct export *e,
                                       const struct ans_question *q,
                                       const struct ans_member *m),
                          const struct ans_member *m)
{
    const struct ans_join *join = e->turn->county->join;
    for (size_t s = 0; join && s < join->steps.count; s++) {
        const struct ans_step *step = ANS_AT(ans_step, join->steps, s);
        for (size_t i = 0; i < step->questions.count; i++) {
            const struct ans_question *q =
                ANS_AT(ans_question, step->questions, i);
            if (has_column(q))
                each(e, q, m);
        }
    }
    for (size_t i = 0; i < e->gone_count; i++)
        each(e, e->gone[i], m);
}

/* False: there is a column for it, or it has none. */
static bool add_gone(struct export *e, const struct ans_question *q)
{
    if (!has_column(q))
        return false;
    for (size_t i = 0; i < e->gone_count; i++)
        if (ans_str_eq(e->gone[i]->node.id, q->node.id))
            return false;
    e->gone = ans_arena_grow(e->turn->arena, e->gone, e->gone_count,
                             sizeof(const struct ans_question *));
    e->gone[e->gone_count++] = q;
    return true;
}

/* Members keep what they answered, though nobody is asked any more. */
static bool find_gone(struct export *e, struct ans_db *db, struct ans_err *err)
{
    struct ans_turn *t = e->turn;
    struct ans_strs versions;
    if (!t->county->join)
        return true;
    if (!ans_member_versions(db, t->arena, &versions, err))
        return false;
    for (size_t v = 0; v < versions.count; v++) {
        const struct ans_join *then =
            ans_turn_county_of(t, versions.items[v])->join;
        for (size_t s = 0; then && s < then->steps.count; s++) {
            const struct ans_nodes *questions =
                &ANS_AT(ans_step, then->steps, s)->questions;
            for (size_t i = 0; i < questions->count; i++)
                if (!ans_join_question_once(t->county->join,
                                            questions->items[i]->id) &&
                    add_gone(e, ANS_AT(ans_question, *questions, i)))
                    ans_turn_keep(t, versions.items[v]);
        }
    }
    return true;
}

static bool write_row(struct export *e, struct ans_err *err)
{
    ans_csv_end_row(&e->row);
    size_t written = fwrite(e->row.ptr, 1, e->row.len, e->file);
    bool ok = written == e->row.len;
    ans_buf_clear(&e->row);
    return ok || ans_err_set_errno(err, "cannot write the export");
}

static void add_head(struct export *e, const struct ans_question *q,
                     const struct ans_member *m)
{
    struct ans_str head = ans_said_str(e->turn, &q->report);
    bool gone =
        e->gone_count && !ans_join_question(e->turn->county->join, q->node.id);
    (void)m;
    if (gone) {
        struct ans_map *values = ans_map_new(e->turn->arena);
        ans_map_put_str(values, "question", head);
        head = ans_say(e->turn, "csv.gone", values);
    }
    ans_csv_cell(&e->row, head);
}

static bool write_heads(struct export *e, struct ans_err *err)
{
    static const char *const heads[] = {"csv.number", "csv.name",
                                        "csv.kind",   "csv.municipality",
                                        "csv.joined", "csv.areas"};
    ans_csv_begin(&e->row);
    for (size_t i = 0; i < ANS_COUNT(heads); i++)
        ans_csv_cell(&e->row, ans_say(e->turn, heads[i], NULL));
    if (e->within)
        ans_csv_cell(&e->row, ans_said_str(e->turn, &e->within->report));
    each_question(e, add_head, NULL);
    return write_row(e, err);
}

static void add_area_cell(struct export *e, const struct ans_member *m)
{
    struct ans_buf cell = {0};
    for (size_t i = 0; i < m->areas.count; i++) {
        const struct ans_area *a =
            ans_member_area(e->turn, m, m->areas.items[i]);
        if (!a)
            continue;
        if (cell.len)
            ans_buf_add_z(&cell, ", ");
        ans_buf_add(&cell, ans_said_str(e->turn, &a->title));
    }
    ans_csv_cell(&e->row, ans_buf_str(&cell));
    ans_buf_free(&cell);
}

/* In today's column, with the words of the member's own version. */
static void add_answer(struct export *e, const struct ans_question *q,
                       const struct ans_member *m)
{
    struct ans_turn *t = e->turn;
    const struct ans_county *then = ans_turn_county_of(t, m->script_version);
    const struct ans_question *asked = ans_question_then(then, q);
    struct ans_value v =
        asked ? ans_map_get(m->answers, asked->node.id) : ANS_VALUE_NIL;
    bool shown = asked && ans_answer_is_public(asked, v) &&
                 ans_answer_is_of(asked, v) &&
                 ans_still_public(t->county, asked);
    ans_csv_cell(&e->row, shown ? ans_answer_text(e->scratch, then, t->texts,
                                                  asked, v, t->lang, t->today)
                                : ANS_STR(""));
}

static bool write_member(void *context, const struct ans_member *m,
                         struct ans_err *err)
{
    struct export *e = context;
    struct ans_turn *t = e->turn;
    const struct ans_municipality *place = ans_member_place(t, m);
    ans_csv_cell(&e->row, ans_number_text(t, m));
    ans_csv_cell(&e->row, m->name);
    ans_csv_cell(&e->row, ans_kind_label(t, m->kind));
    ans_csv_cell(&e->row, place ? ans_said_str(t, &place->name) : ANS_STR(""));
    ans_csv_cell(&e->row,
                 ans_date_iso(e->scratch, ans_date_from_days(m->joined_on)));
    add_area_cell(e, m);
    if (e->within)
        ans_csv_cell(&e->row, m->parent_name);
    each_question(e, add_answer, m);
    return write_row(e, err);
}

/* One of a search's hits, with its answers. */
static bool write_hit(struct export *e, struct ans_db *db, struct ans_str slug,
                      struct ans_err *err)
{
    struct ans_member m = {0};
    ans_arena_reset(e->scratch);
    return ans_member_at(db, slug, e->scratch, &m, err) &&
           write_member(e, &m, err);
}

/* A search has few hits, which the page lists a few at a time. What cannot be
 * searched for has none: the page says why. */
static bool export_hits(struct export *e, struct ans_db *db,
                        struct ans_register_query q, struct ans_err *err)
{
    q.before = ANS_STR("");
    do {
        struct ans_register_page page = {0};
        if (!ans_register_list(db, &q, e->turn->arena, &page, err)) {
            bool none = err->kind == ANS_ERR_INPUT;
            if (none)
                *err = (struct ans_err){0};
            return none;
        }
        for (size_t i = 0; i < page.count; i++)
            if (!write_hit(e, db, page.members[i].slug, err))
                return false;
        q.after = page.next;
    } while (q.after.len);
    return true;
}

static bool export_members(struct export *e, const struct ans_register_query *q,
                           struct ans_err *err)
{
    struct ans_db *db = ans_store_acquire(e->turn->site->store, err);
    if (!db)
        return false;
    bool ok = find_gone(e, db, err) && write_heads(e, err) &&
              (q->search.len ? export_hits(e, db, *q, err)
                             : ans_register_each(db, q, e->scratch,
                                                 write_member, e, err));
    ans_store_release(e->turn->site->store, db);
    return ok;
}

/* The file becomes the answer's body; http sends it whole. */
static bool hand_over(struct export *e, struct ans_err *err)
{
    struct ans_response *r = e->turn->r;
    if (fflush(e->file) != 0)
        return ans_err_set_errno(err, "cannot write the export");
    r->file = dup(fileno(e->file));
    r->type = "text/csv; charset=utf-8";
    r->download = ans_arena_printf(e->turn->arena, "anslutna-%.*s.csv",
                                   ANS_STR_ARG(e->turn->site->slug));
    return r->file >= 0 || ans_err_set_errno(err, "cannot keep the export");
}

/* Row by row into a file without a name, since a register may be larger than
 * memory ought to be. */
bool ans_page_register_csv(struct ans_turn *t, struct ans_err *err)
{
    struct ans_register_query q;
    if (!ans_filter_read(t, &q, err))
        return false;
    struct export e = {
        .turn = t, .scratch = ans_arena_new(0), .file = tmpfile()};
    e.within = t->county->join
                   ? ans_join_question_of(t->county->join, ANS_Q_MEMBER)
                   : NULL;
    if (e.within && !e.within->public)
        e.within = NULL;
    bool ok = e.file ? export_members(&e, &q, err) && hand_over(&e, err)
                     : ans_err_set_errno(err, "cannot make a file to export");
    if (e.file)
        fclose(e.file);
    ans_buf_free(&e.row);
    ans_arena_free(e.scratch);
    return ok;
}
