#include "route/parent.h"

#include "base/log.h"
#include "member/member.h"

static bool is_of(const struct ans_question *q, struct ans_str kind)
{
    for (size_t i = 0; i < q->of.count; i++)
        if (ans_str_eq(q->of.items[i], kind))
            return true;
    return !q->of.count;
}

/* The public member at an address, if this question may be answered by it. */
static bool find(struct ans_turn *t, struct ans_db *db,
                 const struct ans_question *q, struct ans_str slug,
                 struct ans_member *out, struct ans_err *err)
{
    return ans_member_at(db, slug, t->arena, out, err) && is_of(q, out->kind);
}

static void log_failure(struct ans_turn *t, const struct ans_err *err)
{
    if (err->kind && err->kind != ANS_ERR_NOT_FOUND)
        ans_log(ANS_LOG_WARN, "route", "%.*s: %s", ANS_STR_ARG(t->site->slug),
                err->text);
}

static bool stands_in(const struct ans_step *step, const struct ans_question *q)
{
    for (size_t i = 0; step && i < step->questions.count; i++)
        if (ANS_AT(ans_question, step->questions, i) == q)
            return true;
    return !step;
}

static void add_problem(struct ans_turn *t, const struct ans_question *q,
                        struct ans_str given, struct ans_judgement *judged)
{
    struct ans_map *values = ans_map_new(t->arena);
    ans_map_put_str(values, "given", given);
    judged->problems = ans_arena_grow(t->arena, judged->problems, judged->count,
                                      sizeof *judged->problems);
    judged->problems[judged->count++] = (struct ans_problem){
        .field = q->node.id,
        .question = q,
        .code = "not-offered",
        .values = values,
    };
}

static const struct ans_question *question(struct ans_turn *t)
{
    return t->county->join ? ans_join_question_of(t->county->join, ANS_Q_MEMBER)
                           : NULL;
}

/* The public member that answers the question; id 0: none. */
static struct ans_member look_up(struct ans_turn *t,
                                 const struct ans_question *q,
                                 struct ans_str slug)
{
    struct ans_err err = {0};
    struct ans_member found = {0};
    struct ans_db *db = ans_store_acquire(t->site->store, &err);
    bool ok = db && find(t, db, q, slug, &found, &err);
    if (db)
        ans_store_release(t->site->store, db);
    log_failure(t, &err);
    return ok ? found : (struct ans_member){0};
}

void ans_parent_settle(struct ans_turn *t, const struct ans_step *step,
                       struct ans_judgement *judged)
{
    const struct ans_question *q = question(t);
    struct ans_value v =
        q ? ans_map_get(judged->answers, q->node.id) : ANS_VALUE_NIL;
    if (v.type != ANS_TEXT || look_up(t, q, v.s).id)
        return;
    ans_map_set(judged->answers, q->node.id, ANS_VALUE_NIL);
    if (stands_in(step, q))
        add_problem(t, q, v.s, judged);
}

struct ans_value ans_parent_named(struct ans_turn *t,
                                  const struct ans_question *q,
                                  struct ans_value v)
{
    if (q->type != ANS_Q_MEMBER || v.type != ANS_TEXT)
        return v;
    struct ans_member parent = look_up(t, q, v.s);
    if (!parent.id)
        return v;
    struct ans_map *m = ans_map_new(t->arena);
    ans_map_put_str(m, "name", parent.name);
    ans_map_put_str(m, "slug", parent.slug);
    return ans_value_map(m);
}

struct ans_map *ans_parent_named_answers(struct ans_turn *t,
                                         struct ans_map *answers)
{
    const struct ans_question *q = question(t);
    struct ans_value v = q ? ans_map_get(answers, q->node.id) : ANS_VALUE_NIL;
    if (v.type == ANS_NIL)
        return answers;
    struct ans_map *named = ans_map_new(t->arena);
    for (size_t i = 0; i < answers->count; i++)
        ans_map_set(named, answers->pairs[i].key, answers->pairs[i].value);
    ans_map_set(named, q->node.id, ans_parent_named(t, q, v));
    return named;
}

struct choices {
    struct ans_list *list;
    struct ans_str chosen;
    bool has_chosen;
};

static void add(struct choices *c, const struct ans_member *m)
{
    struct ans_map *choice = ans_list_add_map(c->list);
    ans_map_put_str(choice, "value", m->slug);
    ans_map_put_str(choice, "label", m->name);
    c->has_chosen |= ans_str_eq(m->slug, c->chosen);
}

static bool add_kind(struct ans_turn *t, struct ans_db *db, struct ans_str kind,
                     struct choices *c, struct ans_err *err)
{
    struct ans_register_query q = {.kind = kind, .limit = ANS_PARENTS_MOST};
    struct ans_register_page page = {0};
    if (!ans_register_list(db, &q, t->arena, &page, err))
        return false;
    for (size_t i = 0; i < page.count; i++)
        add(c, &page.members[i]);
    return true;
}

static bool add_all(struct ans_turn *t, struct ans_db *db,
                    const struct ans_question *q, struct choices *c,
                    struct ans_err *err)
{
    struct ans_member chosen;
    if (!q->of.count && !add_kind(t, db, ANS_STR(""), c, err))
        return false;
    for (size_t i = 0; i < q->of.count; i++)
        if (!add_kind(t, db, q->of.items[i], c, err))
            return false;
    if (c->chosen.len && !c->has_chosen &&
        find(t, db, q, c->chosen, &chosen, err))
        add(c, &chosen);
    return true;
}

struct ans_list *ans_parent_choices(struct ans_turn *t,
                                    const struct ans_question *q,
                                    struct ans_str chosen)
{
    struct choices c = {.list = ans_list_new(t->arena), .chosen = chosen};
    struct ans_err err = {0};
    struct ans_db *db = ans_store_acquire(t->site->store, &err);
    if (db) {
        (void)!add_all(t, db, q, &c, &err);
        ans_store_release(t->site->store, db);
    }
    log_failure(t, &err);
    return c.list;
}
