#include "route/question.h"

#include <stdio.h>

#include "route/members.h"
#include "route/parent.h"
#include "route/places.h"

static const struct {
    const char *word;
    const char *inputmode;
    const char *autocomplete;
} types[] = {
    [ANS_Q_NAME] = {"name", NULL, "organization"},
    [ANS_Q_KIND] = {"kind", NULL, NULL},
    [ANS_Q_ORG_NUMBER] = {"org_number", "numeric", NULL},
    [ANS_Q_MUNICIPALITY] = {"municipality", NULL, NULL},
    [ANS_Q_EMAIL] = {"email", "email", "email"},
    [ANS_Q_TEXT] = {"text", NULL, NULL},
    [ANS_Q_LONG_TEXT] = {"long_text", NULL, NULL},
    [ANS_Q_CHOICE] = {"choice", NULL, NULL},
    [ANS_Q_CHOICES] = {"choices", NULL, NULL},
    [ANS_Q_YES_NO] = {"yes_no", NULL, NULL},
    [ANS_Q_DATE] = {"date", "numeric", NULL},
    [ANS_Q_MONTH] = {"month", "numeric", NULL},
    [ANS_Q_YEAR] = {"year", "numeric", NULL},
    [ANS_Q_NUMBER] = {"number", "decimal", NULL},
    [ANS_Q_BY_SEX] = {"by_sex", "numeric", NULL},
    [ANS_Q_PHONE] = {"phone", "tel", "tel"},
    [ANS_Q_WEB_ADDRESS] = {"web_address", "url", "url"},
    [ANS_Q_AREAS] = {"areas", NULL, NULL},
    [ANS_Q_CONSENT] = {"consent", NULL, NULL},
    [ANS_Q_MEMBER] = {"member", NULL, NULL},
    [ANS_Q_BODIES] = {"bodies", NULL, NULL},
    [ANS_Q_GROUP] = {"group", NULL, NULL},
};

const char *ans_question_type_word(enum ans_question_type type)
{
    return types[type].word;
}

struct ans_str ans_question_words(struct ans_turn *t,
                                  const struct ans_question *q,
                                  struct ans_value v)
{
    return ans_answer_text(t->arena, t->county, t->texts, q,
                           ans_parent_named(t, q, v), t->lang, t->today);
}

struct ans_str ans_field_id(struct ans_turn *t, struct ans_str name)
{
    struct ans_str id = ans_arena_printf(t->arena, "f-%.*s", ANS_STR_ARG(name));
    for (char *c = (char *)(uintptr_t)id.ptr; *c; c++)
        if (*c == '.')
            *c = '-';
    return id;
}

/* One field under construction. */
struct field {
    struct ans_turn *t;
    const struct ans_question *q;
    const struct ans_fields *raw;
    const struct ans_judgement *judged;
    struct ans_str name; /* with the group's row: "goals.1.text" */
    struct ans_map *m;
};

static struct ans_str typed(const struct field *f, struct ans_str name)
{
    for (size_t i = 0; i < f->raw->count; i++)
        if (ans_str_eq(f->raw->items[i].name, name))
            return f->raw->items[i].value;
    return ANS_STR("");
}

static bool was_chosen(const struct field *f, struct ans_str value)
{
    for (size_t i = 0; i < f->raw->count; i++)
        if (ans_str_eq(f->raw->items[i].name, f->name) &&
            ans_str_eq(f->raw->items[i].value, value))
            return true;
    return false;
}

static void add_option(struct field *f, struct ans_list *options,
                       struct ans_str value, struct ans_value label,
                       struct ans_value hint)
{
    /* The first one has the field's id, so that an error's link leads to
     * something that can take the focus. */
    struct ans_str id = ans_field_id(f->t, f->name);
    struct ans_map *m = ans_list_add_map(options);
    ans_map_put_str(m, "value", value);
    ans_map_put(m, "label", label);
    ans_map_put(m, "hint", hint);
    ans_map_put_bool(m, "chosen", was_chosen(f, value));
    ans_map_put_str(m, "id",
                    options->count == 1
                        ? id
                        : ans_arena_printf(f->t->arena, "%.*s-%zu",
                                           ANS_STR_ARG(id), options->count));
}

static void add_kinds(struct field *f, struct ans_list *options)
{
    for (size_t i = 0; i < ans_kind_count; i++) {
        struct ans_str kind = ans_str_from(ans_kinds[i]);
        add_option(f, options, kind, ans_kind_value(f->t, kind), ANS_VALUE_NIL);
    }
}

static void add_municipalities(struct field *f, struct ans_list *options)
{
    const struct ans_municipality *const *places = ans_places(f->t);
    for (size_t i = 0; i < f->t->county->municipalities.count; i++) {
        const struct ans_municipality *m = places[i];
        add_option(f, options, m->node.id, ans_said_value(f->t, &m->name),
                   ANS_VALUE_NIL);
        const struct ans_covered *around =
            ans_county_around(f->t->county, m->node.id);
        if (around)
            ans_map_put(options->items[options->count - 1].map, "group",
                        ans_said_value(f->t, &around->name));
    }
}

static void add_areas(struct field *f, struct ans_list *options)
{
    const struct ans_strategy *s =
        ans_county_strategy_joined(f->t->county, f->t->today);
    const struct ans_nodes areas = ans_strategy_all_areas(f->t->arena, s);
    for (size_t i = 0; i < areas.count; i++) {
        const struct ans_area *a = ANS_AT(ans_area, areas, i);
        add_option(f, options, a->node.id, ans_said_value(f->t, &a->title),
                   ans_said_value(f->t, &a->summary));
        if (ans_strategy_area_around(s, a))
            ans_map_put_bool(options->items[options->count - 1].map, "within",
                             true);
    }
}

/* All that there are; or, when they are too many, a field to look for one, and
 * those that were found. */
static void add_members(struct field *f, struct ans_list *options)
{
    struct ans_str search = ans_parent_search_name(f->t, f->q);
    struct ans_str words = typed(f, search);
    const struct ans_parents all =
        ans_parent_choices(f->t, f->q, typed(f, f->name), words);
    for (size_t i = 0; i < all.list->count; i++) {
        const struct ans_map *m = all.list->items[i].map;
        add_option(f, options, ans_map_str(m, "value"),
                   ans_map_find(m, "label"), ans_map_find(m, "hint"));
    }
    if (!all.looked_for)
        return;
    struct ans_map *m = ans_map_put_map(f->m, "search");
    ans_map_put_str(m, "name", search);
    ans_map_put_str(m, "id",
                    ans_field_id(f->t, all.list->count ? search : f->name));
    ans_map_put_str(m, "value", words);
    ans_map_put_bool(m, "more", all.more);
}

static void add_declared(struct field *f, struct ans_list *options)
{
    for (size_t i = 0; i < f->q->options.count; i++) {
        const struct ans_option *o = ANS_AT(ans_option, f->q->options, i);
        add_option(f, options, o->node.id, ans_said_value(f->t, &o->label),
                   ans_said_value(f->t, &o->hint));
    }
}

static void put_options(struct field *f)
{
    struct ans_list *options = ans_map_put_list(f->m, "options");
    switch (f->q->type) {
    case ANS_Q_KIND:
        add_kinds(f, options);
        break;
    case ANS_Q_MUNICIPALITY:
        add_municipalities(f, options);
        break;
    case ANS_Q_AREAS:
        add_areas(f, options);
        break;
    case ANS_Q_MEMBER:
        add_members(f, options);
        break;
    case ANS_Q_YES_NO:
        add_option(f, options, ANS_STR("yes"),
                   ans_say_value(f->t, "form.yes", NULL), ANS_VALUE_NIL);
        add_option(f, options, ANS_STR("no"),
                   ans_say_value(f->t, "form.no", NULL), ANS_VALUE_NIL);
        break;
    case ANS_Q_CONSENT:
        add_option(f, options, ANS_STR("yes"),
                   ans_said_value(f->t, &f->q->label), ANS_VALUE_NIL);
        break;
    default:
        add_declared(f, options);
    }
}

static const struct ans_problem *problem_at(const struct field *f,
                                            struct ans_str name)
{
    for (size_t i = 0; f->judged && i < f->judged->count; i++)
        if (ans_str_eq(f->judged->problems[i].field, name))
            return &f->judged->problems[i];
    return NULL;
}

static struct ans_value part_label(struct field *f, const char *part)
{
    char key[32];
    if (!strcmp(part, "other") && ans_text_said(&f->q->other_label))
        return ans_said_value(f->t, &f->q->other_label);
    snprintf(key, sizeof(key), "form.%s", part);
    return ans_say_value(f->t, key, NULL);
}

static void put_part(struct field *f, struct ans_list *parts, const char *part)
{
    struct ans_str name =
        ans_arena_printf(f->t->arena, "%.*s.%s", ANS_STR_ARG(f->name), part);
    struct ans_map *m = ans_list_add_map(parts);
    ans_map_put_str(m, "name", name);
    ans_map_put_str(m, "id", ans_field_id(f->t, name));
    ans_map_put(m, "label", part_label(f, part));
    ans_map_put_str(m, "value", typed(f, name));
    ans_map_put_bool(m, "wrong", problem_at(f, name) || problem_at(f, f->name));
}

static void put_parts(struct field *f)
{
    struct ans_list *parts = ans_map_put_list(f->m, "parts");
    if (f->q->type == ANS_Q_BY_SEX) {
        put_part(f, parts, "women");
        put_part(f, parts, "men");
        if (f->q->other)
            put_part(f, parts, "other");
        return;
    }
    if (f->q->type == ANS_Q_DATE)
        put_part(f, parts, "day");
    put_part(f, parts, "month");
    put_part(f, parts, "year");
}

static struct ans_value sentence(struct ans_turn *t,
                                 const struct ans_problem *p)
{
    char key[64];
    snprintf(key, sizeof(key), "problem.%s", p->code);
    struct ans_map *values = ans_map_new(t->arena);
    if (p->question)
        ans_map_put_str(values, "label", ans_said_str(t, &p->question->label));
    for (size_t i = 0; p->values && i < p->values->count; i++)
        ans_map_set(values, p->values->pairs[i].key, p->values->pairs[i].value);
    return ans_say_value(t, key, values);
}

/* The first problem of the field or of one of its parts. */
static void put_problem(struct field *f)
{
    struct ans_str parts =
        ans_arena_printf(f->t->arena, "%.*s.", ANS_STR_ARG(f->name));
    bool group = f->q->type == ANS_Q_GROUP;
    for (size_t i = 0; f->judged && i < f->judged->count; i++) {
        const struct ans_problem *p = &f->judged->problems[i];
        if (ans_str_eq(p->field, f->name) ||
            (!group && ans_str_starts(p->field, parts))) {
            ans_map_put(f->m, "problem", sentence(f->t, p));
            return;
        }
    }
}

static struct ans_map *make_field(struct field f, struct ans_str kind);

static int64_t most_rows(const struct ans_question *q)
{
    return q->most ? q->most : ANS_MOST_ROWS;
}

/* How many rows were typed: the highest number that has a field. */
static int64_t last_row(const struct field *f)
{
    struct ans_str head =
        ans_arena_printf(f->t->arena, "%.*s.", ANS_STR_ARG(f->name));
    int64_t last = 0;
    for (size_t i = 0; i < f->raw->count; i++) {
        struct ans_str name = f->raw->items[i].name;
        if (!ans_str_starts(name, head))
            continue;
        struct ans_str rest = ans_str_sub(name, head.len, SIZE_MAX);
        int64_t row;
        if (ans_str_int(ans_str_cut(&rest, '.'), &row) && row > last &&
            row <= most_rows(f->q))
            last = row;
    }
    return last;
}

static void put_row(struct field *f, struct ans_list *rows, int64_t number,
                    struct ans_str kind)
{
    struct ans_map *row = ans_list_add_map(rows);
    struct ans_list *fields = ans_map_put_list(row, "fields");
    ans_map_put_int(row, "number", number);
    ans_map_put_str(row, "remove",
                    ans_arena_printf(f->t->arena, "%.*s.%lld",
                                     ANS_STR_ARG(f->name), (long long)number));
    for (size_t i = 0; i < f->q->questions.count; i++) {
        struct field sub = *f;
        sub.q = ANS_AT(ans_question, f->q->questions, i);
        sub.name = ans_arena_printf(f->t->arena, "%.*s.%lld.%.*s",
                                    ANS_STR_ARG(f->name), (long long)number,
                                    ANS_STR_ARG(sub.q->node.id));
        ans_list_add(fields, ans_value_map(make_field(sub, kind)));
    }
}

static void put_rows(struct field *f, struct ans_str kind)
{
    struct ans_list *rows = ans_map_put_list(f->m, "rows");
    int64_t last = last_row(f);
    int64_t count = last ? last : 1;
    for (int64_t i = 1; i <= count; i++)
        put_row(f, rows, i, kind);
    if (count < most_rows(f->q))
        ans_map_put_str(f->m, "add", f->name);
}

static void put_typed(struct field *f)
{
    if (types[f->q->type].inputmode)
        ans_map_put_str(f->m, "inputmode",
                        ans_str_from(types[f->q->type].inputmode));
    if (types[f->q->type].autocomplete)
        ans_map_put_str(f->m, "autocomplete",
                        ans_str_from(types[f->q->type].autocomplete));
    if (f->q->longest)
        ans_map_put_int(f->m, "longest", f->q->longest);
    ans_map_put_str(f->m, "value", typed(f, f->name));
}

static struct ans_map *make_field(struct field f, struct ans_str kind)
{
    const struct ans_question *q = f.q;
    struct ans_map *m = ans_map_new(f.t->arena);
    struct ans_said label = ans_text_for(&q->label, f.t->lang, kind);
    f.m = m;
    ans_map_put_str(m, "name", f.name);
    ans_map_put_str(m, "id", ans_field_id(f.t, f.name));
    ans_map_put_str(m, "type", ans_str_from(types[q->type].word));
    ans_map_put_str(m, "label", label.str);
    ans_map_put(m, "hint", ans_said_value(f.t, &q->hint));
    if (q->type == ANS_Q_BODIES && !ans_text_said(&q->hint))
        ans_map_put(m, "hint", ans_say_value(f.t, "form.bodies", NULL));
    ans_map_put(m, "unit", ans_said_value(f.t, &q->unit));
    ans_map_put(m, "purpose", ans_said_value(f.t, &q->purpose));
    ans_map_put_bool(m, "required", q->required);
    ans_map_put_bool(m, "public", q->public);
    if (q->most)
        ans_map_put_int(m, "most", q->most);
    put_problem(&f);
    switch (q->type) {
    case ANS_Q_KIND:
    case ANS_Q_MUNICIPALITY:
    case ANS_Q_CHOICE:
    case ANS_Q_CHOICES:
    case ANS_Q_YES_NO:
    case ANS_Q_AREAS:
    case ANS_Q_CONSENT:
    case ANS_Q_MEMBER:
        put_options(&f);
        break;
    case ANS_Q_DATE:
    case ANS_Q_MONTH:
    case ANS_Q_BY_SEX:
        put_parts(&f);
        break;
    case ANS_Q_GROUP:
        put_rows(&f, kind);
        break;
    default:
        put_typed(&f);
    }
    return m;
}

struct ans_map *ans_question_field(struct ans_turn *t,
                                   const struct ans_question *q,
                                   const struct ans_fields *raw,
                                   struct ans_str kind,
                                   const struct ans_judgement *judged)
{
    struct field f = {
        .t = t, .q = q, .raw = raw, .judged = judged, .name = q->node.id};
    return make_field(f, kind);
}

struct ans_list *ans_problem_list(struct ans_turn *t,
                                  const struct ans_judgement *judged)
{
    struct ans_list *list = ans_list_new(t->arena);
    for (size_t i = 0; i < judged->count; i++) {
        const struct ans_problem *p = &judged->problems[i];
        struct ans_map *m = ans_list_add_map(list);
        ans_map_put_str(m, "field", ans_field_id(t, p->field));
        ans_map_put(m, "text", sentence(t, p));
    }
    return list;
}
