/* Tests: from the declarations of tests.lua to personas and what is expected of
 * each. */
#include <math.h>

#include "base/text.h"
#include "county/building.h"
#include "county/tests.h"

/* How an answer is written, by the question's type. */
static const char *const examples[] = {
    [ANS_Q_NAME] = "\"Norrby IK\"",
    [ANS_Q_KIND] = "\"association\"",
    [ANS_Q_ORG_NUMBER] = "\"802000-0009\"",
    [ANS_Q_MUNICIPALITY] = "\"9901\"",
    [ANS_Q_EMAIL] = "\"info@example.org\"",
    [ANS_Q_TEXT] = "\"...\"",
    [ANS_Q_LONG_TEXT] = "\"...\"",
    [ANS_Q_CHOICE] = "\"small\"",
    [ANS_Q_CHOICES] = "{ \"meet\", \"read\" }",
    [ANS_Q_YES_NO] = "true",
    [ANS_Q_DATE] = "\"2026-05-11\"",
    [ANS_Q_MONTH] = "\"2026-05\"",
    [ANS_Q_YEAR] = "2027",
    [ANS_Q_NUMBER] = "12.5",
    [ANS_Q_BY_SEX] = "{ women = 12, men = 8 }",
    [ANS_Q_PHONE] = "\"010-000 00 00\"",
    [ANS_Q_WEB_ADDRESS] = "\"https://www.example.org/\"",
    [ANS_Q_AREAS] = "{ \"makt\" }",
    [ANS_Q_CONSENT] = "true",
    [ANS_Q_MEMBER] = "\"norrby-kommun\"",
    [ANS_Q_BODIES] = "{ \"Norrby kommun\", \"Region Norrby\" }",
    [ANS_Q_GROUP] = "{ { text = \"...\", year = 2027 } }",
};

static bool to_value(struct ans_build *b, const struct ans_said_value *said,
                     struct ans_value *out);

static bool to_map(struct ans_build *b, const struct ans_said_table *table,
                   struct ans_value *out)
{
    struct ans_map *map = ans_map_new(b->arena);
    *out = ans_value_map(map);
    for (size_t i = 0; i < table->named_count; i++) {
        struct ans_value v;
        if (!to_value(b, &table->named[i].value, &v))
            return false;
        ans_map_set(map, ans_arena_str(b->arena, table->named[i].key), v);
    }
    return true;
}

static bool to_list(struct ans_build *b, const struct ans_said_table *table,
                    struct ans_value *out)
{
    struct ans_list *list = ans_list_new(b->arena);
    *out = ans_value_list(list);
    for (size_t i = 0; i < table->list_count; i++) {
        struct ans_value v;
        if (!to_value(b, &table->list[i], &v))
            return false;
        ans_list_add(list, v);
    }
    return true;
}

/* False: no answer can be that. */
static bool to_value(struct ans_build *b, const struct ans_said_value *said,
                     struct ans_value *out)
{
    switch (said->type) {
    case ANS_SAID_BOOL:
        *out = ans_value_bool(said->b);
        return true;
    case ANS_SAID_NUMBER:
        *out = floor(said->n) == said->n && fabs(said->n) < 1e15
                   ? ans_value_int((int64_t)said->n)
                   : ans_value_num(said->n);
        return true;
    case ANS_SAID_STRING:
        *out = ans_value_str(ans_arena_str(b->arena, said->s));
        return true;
    case ANS_SAID_TABLE:
        if (said->table->named_count && said->table->list_count)
            return false;
        return said->table->named_count ? to_map(b, said->table, out)
                                        : to_list(b, said->table, out);
    case ANS_SAID_NIL:
    case ANS_SAID_DECL:
    case ANS_SAID_FUNCTION:
        break;
    }
    return false;
}

static bool is_plain(struct ans_value v)
{
    return v.type != ANS_LIST && v.type != ANS_MAP;
}

static bool fits_row(const struct ans_question *group, struct ans_value row);

/* Is the answer of the form that the question's type has? What it says is for
 * the form to judge: a persona may be wrong on purpose. */
static bool fits(const struct ans_question *q, struct ans_value v)
{
    switch (q->type) {
    case ANS_Q_BY_SEX:
        for (size_t i = 0; v.type == ANS_MAP && i < v.map->count; i++) {
            struct ans_str key = v.map->pairs[i].key;
            if (!is_plain(v.map->pairs[i].value) ||
                (!ans_str_is(key, "women") && !ans_str_is(key, "men") &&
                 !ans_str_is(key, "other")))
                return false;
        }
        return v.type == ANS_MAP;
    case ANS_Q_CHOICES:
    case ANS_Q_AREAS:
    case ANS_Q_BODIES:
        for (size_t i = 0; v.type == ANS_LIST && i < v.list->count; i++)
            if (!is_plain(v.list->items[i]))
                return false;
        return v.type == ANS_LIST || v.type == ANS_TEXT;
    case ANS_Q_GROUP:
        for (size_t i = 0; v.type == ANS_LIST && i < v.list->count; i++)
            if (!fits_row(q, v.list->items[i]))
                return false;
        return v.type == ANS_LIST;
    case ANS_Q_YES_NO:
    case ANS_Q_CONSENT:
        return v.type == ANS_BOOL || v.type == ANS_TEXT;
    default:
        return is_plain(v) && v.type != ANS_BOOL;
    }
}

static bool fits_row(const struct ans_question *group, struct ans_value row)
{
    for (size_t i = 0; row.type == ANS_MAP && i < row.map->count; i++) {
        const struct ans_question *sub = NULL;
        for (size_t k = 0; k < group->questions.count; k++)
            if (ans_str_eq(group->questions.items[k]->id,
                           row.map->pairs[i].key))
                sub = ANS_AT(ans_question, group->questions, k);
        if (!sub || !fits(sub, row.map->pairs[i].value))
            return false;
    }
    return row.type == ANS_MAP;
}

static void take_answer(struct ans_build *b, const struct ans_spot *self,
                        const struct ans_said_pair *pair,
                        struct ans_map *answers)
{
    const struct ans_join *join = b->county->join;
    struct ans_spot spot = *self;
    struct ans_value v;
    if (pair->line)
        spot.line = pair->line;
    if (!join)
        return; /* that there is nothing to test is told of the persona */
    const struct ans_question *q = ans_join_question(join, pair->key);
    if (!q)
        ANS_BUILD_FAULT(b, spot, ANSWER_UNKNOWN, pair->key,
                        ans_build_nearest(pair->key, ans_build_question_ids(b)),
                        ANS_NONE);
    else if (pair->value.type == ANS_SAID_NIL)
        ans_build_nil(b, &spot, &pair->value);
    else if (!to_value(b, &pair->value, &v) || !fits(q, v))
        ANS_BUILD_FAULT(b, spot, ANSWER_FORM, pair->key,
                        ans_str_from(examples[q->type]), ANS_NONE);
    else
        ans_map_set(answers, q->node.id, v);
}

void ans_build_answers_of(struct ans_build *b, const struct ans_spot *self,
                          void *owner)
{
    const struct ans_said_table *body = self->decl->body;
    struct ans_map *answers = ans_map_new(b->arena);
    for (size_t i = 0; body && i < body->named_count; i++)
        take_answer(b, self, &body->named[i], answers);
    *(struct ans_map **)(void *)((char *)owner + self->word->answers_offset) =
        answers;
}

/* Which field stands on which line. */
static void keep_lines(struct ans_build *b, struct ans_expect *e)
{
    const struct ans_word *word = e->node.word;
    e->lines =
        ANS_NEW_ARRAY(b->arena, struct ans_field_line, word->field_count);
    for (size_t i = 0; i < word->field_count; i++) {
        const struct ans_said_pair *pair =
            ans_build_said(b, &e->node, word->fields[i].name);
        if (pair)
            e->lines[e->line_count++] =
                (struct ans_field_line){word->fields[i].name, pair->line};
    }
}

const struct ans_tests *ans_tests_build(struct ans_arena *arena,
                                        const struct ans_county *county,
                                        struct ans_str file,
                                        const struct ans_decls *decls,
                                        const struct ans_folder *folder,
                                        struct ans_faults *faults)
{
    struct ans_tests *tests = ANS_NEW(arena, struct ans_tests);
    /* The county is looked at, never changed: tests have no place in it. */
    struct ans_build b = {.arena = arena,
                          .scratch = ans_arena_new(0),
                          .decls = decls,
                          .folder = folder,
                          .faults = faults,
                          .county = (struct ans_county *)(uintptr_t)county,
                          .languages = county->languages,
                          .portal = county->texts,
                          .partial = decls->partial};
    tests->node.file = ans_arena_str(arena, file);
    ans_build_unfinished(&b);
    for (size_t i = 0; i < decls->count; i++)
        if (!decls->items[i]->inside && decls->items[i]->finished)
            ans_build_at_top(&b, decls->items[i], &ans_tests_top, &tests->node);
    ans_check_ids(&b);
    ans_check_tests(&b, tests);
    for (size_t i = 0; i < tests->expects.count; i++)
        keep_lines(&b, (struct ans_expect *)tests->expects.items[i]);
    ans_arena_free(b.scratch);
    return b.failed ? NULL : tests;
}

const struct ans_persona *ans_tests_persona(const struct ans_tests *tests,
                                            struct ans_str id)
{
    for (size_t i = 0; i < tests->personas.count; i++)
        if (ans_str_eq(tests->personas.items[i]->id, id))
            return ANS_AT(ans_persona, tests->personas, i);
    return NULL;
}

bool ans_persona_comes(const struct ans_persona *p, const char *way)
{
    return p->comes && ans_str_is(p->comes->way, way);
}

int64_t ans_persona_day(const struct ans_persona *p, const struct ans_expect *e,
                        int64_t otherwise)
{
    if (e && e->on.year)
        return ans_date_to_days(e->on);
    return p->comes && p->comes->on.year ? ans_date_to_days(p->comes->on)
                                         : otherwise;
}

int ans_expect_line(const struct ans_expect *e, const char *field)
{
    for (size_t i = 0; i < e->line_count; i++)
        if (!strcmp(e->lines[i].field, field) && e->lines[i].line)
            return e->lines[i].line;
    return e->node.line;
}

int64_t ans_tests_day(const struct ans_county *county, int64_t today)
{
    static const struct ans_date undated = {2026, 1, 1};
    const struct ans_strategy *s = ans_county_strategy(county, today);
    return ans_date_to_days(s->period.from.year ? s->period.from : undated);
}
