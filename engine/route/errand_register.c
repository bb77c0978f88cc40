/* Joins on paper, registered later: judged by the same form as all others.
 *
 *   { do = "register", county, lang, quiet, rows = { { date, lang, answers = {}
 * } } }
 *   -> { registered = 2, members = { { name, number, href } } }
 *      or { faults = { { row = 1, what = "refused" } } }
 *
 * An answer is what was judged once ("2025-03-14", { "makt" }, { women = 3 }),
 * or a field as a form sends it ("employees.women"). The document is the
 * scanned paper of a single row.
 */
#include "base/date.h"
#include "join/commitment.h"
#include "join/paper.h"
#include "route/confirming.h"
#include "route/due.h"
#include "route/letters.h"
#include "route/parent.h"
#include "route/question.h"
#include "route/sending.h"

#define NOTHING ANS_STR("")

struct registering {
    struct ans_turn *turn;
    struct ans_map *answer;
    size_t row;          /* from 1 */
    struct ans_str lang; /* of whoever registers */
    int64_t day;
    struct ans_rule_runner runner;
    struct ans_judgement judged;
    struct ans_member member;
    struct ans_submission s;
    bool wrong;
};

static void fault(struct registering *r, const char *what, struct ans_str value)
{
    r->wrong = true;
    ans_errand_fault(r->answer, r->row, what, value, NOTHING);
}

static void read_day(struct registering *r, const struct ans_map *row)
{
    struct ans_date d;
    struct ans_str said = ans_map_str(row, "date");
    if (!ans_date_parse(said, &d) || !d.day)
        fault(r, "no-date", said);
    else if (ans_date_to_days(d) > r->turn->today || d.year < 1970)
        fault(r, "too-early", said);
    else
        r->day = ans_date_to_days(d);
}

/* Several choices in one cell of a list: "makt, halsa". */
static struct ans_value split(struct ans_turn *t, struct ans_str cell)
{
    struct ans_list *list = ans_list_new(t->arena);
    while (cell.len) {
        struct ans_str one = ans_str_trim(ans_str_cut(&cell, ','));
        if (one.len)
            ans_list_add(list, ans_value_str(one));
    }
    return ans_value_list(list);
}

static void add_fields(struct registering *r, struct ans_fields *raw,
                       struct ans_pair pair)
{
    struct ans_turn *t = r->turn;
    struct ans_str rest = pair.key;
    struct ans_str id = ans_str_cut(&rest, '.');
    const struct ans_question *q = ans_join_question(t->county->join, id);
    struct ans_value v = pair.value;
    if (!q) {
        fault(r, "no-question", pair.key);
        return;
    }
    bool several = q->type == ANS_Q_AREAS || q->type == ANS_Q_CHOICES;
    if (rest.len && v.type == ANS_TEXT)
        ans_fields_add(t->arena, raw, pair.key, v.s);
    else
        ans_answer_fields(t->arena, q,
                          several && v.type == ANS_TEXT ? split(t, v.s) : v,
                          raw);
}

static void judge(struct registering *r, const struct ans_map *answers)
{
    struct ans_turn *t = r->turn;
    struct ans_fields raw = {0};
    for (size_t i = 0; i < answers->count; i++)
        add_fields(r, &raw, answers->pairs[i]);
    r->runner = ans_site_runner(t->site);
    ans_answer_judge(t->county, &raw, NULL, r->day, &r->runner, t->arena,
                     &r->judged);
    ans_parent_settle(t, &raw, NULL, &r->judged);
    for (size_t i = 0; i < r->judged.count; i++) {
        const struct ans_problem *p = &r->judged.problems[i];
        r->wrong = true;
        ans_errand_fault(r->answer, r->row, "problem", p->field,
                         ans_problem_text(t->arena, t->texts, p, r->lang));
    }
    if (r->judged.refused)
        fault(r, "refused", NOTHING);
}

/* The same organisation in the register, or earlier in the list. */
static bool check_twin(struct registering *all, size_t at, struct ans_err *err)
{
    struct registering *r = &all[at];
    struct ans_member twin;
    struct ans_turn *t = r->turn;
    ans_member_prepare(t->arena, &r->member);
    struct ans_db *db = ans_store_acquire(t->site->store, err);
    if (!db)
        return false;
    bool ok = ans_member_twin(db, &r->member, t->arena, &twin, err);
    ans_store_release(t->site->store, db);
    if (!ok)
        return false;
    if (twin.id)
        fault(r, "already", NOTHING);
    for (size_t i = 0; i < at; i++)
        if (ans_str_eq(all[i].member.identity, r->member.identity))
            fault(r, "organisation-twice", NOTHING);
    return true;
}

/* Everything of a row that can be wrong, before anything is stored. */
static bool prepare(struct registering *all, size_t at,
                    const struct ans_map *row, struct ans_str scan,
                    struct ans_err *err)
{
    struct registering *r = &all[at];
    struct ans_turn *t = r->turn;
    struct ans_value answers = ans_map_find(row, "answers");
    ans_turn_speak(t, ans_map_str(row, "lang"));
    read_day(r, row);
    if (answers.type != ANS_MAP) {
        fault(r, "no-answers", NOTHING);
        return true;
    }
    if (r->wrong)
        return true;
    judge(r, answers.map);
    if (r->wrong)
        return true;
    const struct ans_strategy *strategy =
        ans_county_strategy_joined(t->county, r->day);
    if (!strategy->takes_members) {
        fault(r, "no-strategy", NOTHING);
        return true;
    }
    struct ans_hash hash = ans_hash_of(scan);
    r->s = (struct ans_submission){.member = &r->member, .now = t->now};
    return ans_sending_fill(t, &r->judged, &r->runner, strategy, r->day, &r->s,
                            err) &&
           ans_commitment_on_paper(t->arena, r->s.commitment, r->day,
                                   scan.len ? &hash : NULL, &r->s.commitment,
                                   err) &&
           check_twin(all, at, err);
}

static bool no_mails(void *context, const struct ans_package *package,
                     struct ans_outbox_mail mails[2], size_t *count,
                     struct ans_err *err)
{
    (void)context;
    (void)package;
    (void)mails;
    (void)err;
    *count = 0;
    return true;
}

static bool store(struct registering *r, struct ans_str scan, bool quiet,
                  struct ans_err *err)
{
    struct ans_turn *t = r->turn;
    struct ans_confirming c;
    struct ans_member member;
    ans_turn_speak(t, r->member.lang);
    t->kind = r->member.kind;
    ans_confirming_begin(t, &c);
    c.c.review = false;
    c.c.actor = "operator";
    c.c.day = r->day;
    if (quiet)
        c.c.make_mails = no_mails;
    const struct ans_paper paper = {
        .s = &r->s, .c = &c.c, .scan = scan, .type = ans_paper_type(scan)};
    if (!ans_paper_join(t->site->store, &paper, t->arena, &member, err))
        return false;
    struct ans_value list = ans_map_find(r->answer, "members");
    struct ans_map *m = ans_list_add_map(list.list);
    ans_map_put_str(m, "name", member.name);
    ans_map_put_int(m, "number", member.number);
    ans_map_put_str(
        m, "href",
        ans_public_href(t, ans_arena_printf(t->arena, "/anslutna/%.*s",
                                            ANS_STR_ARG(member.slug))));
    return true;
}

static void check_scan(struct ans_map *answer, struct ans_str scan)
{
    if (scan.len && !ans_paper_type(scan))
        ans_errand_fault(answer, 0, "document-type", NOTHING, NOTHING);
}

bool ans_errand_register(struct ans_turn *t, const struct ans_map *errand,
                         struct ans_str document, struct ans_map *answer,
                         struct ans_err *err)
{
    struct ans_value v = ans_map_find(errand, "rows");
    bool quiet = ans_map_find(errand, "quiet").type == ANS_BOOL;
    for (size_t i = 0; v.type == ANS_LIST && i < v.list->count; i++)
        if (v.list->items[i].type != ANS_MAP)
            v.type = ANS_NIL;
    if (v.type != ANS_LIST || !v.list->count)
        return ans_err_set(err, ANS_ERR_INPUT, "there is nobody to register");
    if (document.len && v.list->count != 1)
        return ans_err_set(err, ANS_ERR_INPUT,
                           "a scanned document goes with one organisation");
    check_scan(answer, document);
    struct registering *all =
        ANS_NEW_ARRAY(t->arena, struct registering, v.list->count);
    for (size_t i = 0; i < v.list->count; i++) {
        all[i].turn = t;
        all[i].answer = answer;
        all[i].row = i + 1;
        all[i].lang = ans_map_str(errand, "lang");
        if (!prepare(all, i, v.list->items[i].map, document, err))
            return false;
    }
    if (ans_map_find(answer, "faults").type == ANS_LIST)
        return true;
    ans_map_put_list(answer, "members");
    for (size_t i = 0; i < v.list->count; i++)
        if (!store(&all[i], document, quiet, err))
            return false;
    ans_map_put_int(answer, "registered", (int64_t)v.list->count);
    ans_letter_queued(t);
    return true;
}
