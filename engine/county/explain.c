#include "county/explain.h"

#include "base/attr.h"
#include "base/buf.h"
#include "base/text.h"

/* What is said of answers and functions, as it stands in a clause that begins
 * with "when": Swedish puts "inte" before the verb there. %1 is the question,
 * %2 the answers. */
struct phrases {
    const char *kind, *not_kind, *neither_kind;
    const char *answered, *not_answered;
    const char *is, *not_is, *neither_is;
    const char *has, *not_has, *neither_has;
    const char *says_yes, *says_no; /* %1: the line, %2: the file */
    const char *yes, *no;
    const char *open, *close; /* quotation marks */
    const char *either, *nor, *both;
    const char *always, *never;
    const char *verbs[3]; /* by enum ans_explained */
    const char *when;
};

static const struct phrases swedish = {
    .kind = "sorten är %2",
    .not_kind = "sorten inte är %2",
    .neither_kind = "sorten varken är %2",
    .answered = "frågan %1 är besvarad",
    .not_answered = "frågan %1 inte är besvarad",
    .is = "svaret på %1 är %2",
    .not_is = "svaret på %1 inte är %2",
    .neither_is = "svaret på %1 varken är %2",
    .has = "%2 är valt i %1",
    .not_has = "%2 inte är valt i %1",
    .neither_has = "varken %2 är valt i %1",
    .says_yes = "skriptets regel på rad %1 i %2 säger ja",
    .says_no = "skriptets regel på rad %1 i %2 säger nej",
    .yes = "ja",
    .no = "nej",
    .open = "«",
    .close = "»",
    .either = "eller",
    .nor = "eller",
    .both = "och",
    .always = "alltid",
    .never = "aldrig",
    .verbs = {"visas", "erbjuds", "ges"},
    .when = "när",
};

static const struct phrases english = {
    .kind = "the kind is %2",
    .not_kind = "the kind is not %2",
    .neither_kind = "the kind is neither %2",
    .answered = "%1 is answered",
    .not_answered = "%1 is not answered",
    .is = "the answer to %1 is %2",
    .not_is = "the answer to %1 is not %2",
    .neither_is = "the answer to %1 is neither %2",
    .has = "%2 is chosen in %1",
    .not_has = "%2 is not chosen in %1",
    .neither_has = "neither %2 is chosen in %1",
    .says_yes = "the script's rule in line %1 of %2 says yes",
    .says_no = "the script's rule in line %1 of %2 says no",
    .yes = "yes",
    .no = "no",
    .open = "\"",
    .close = "\"",
    .either = "or",
    .nor = "nor",
    .both = "and",
    .always = "always",
    .never = "never",
    .verbs = {"is shown", "is offered", "is given"},
    .when = "when",
};

/* A rule without none_of: what it denies is said of each part. Parts that
 * look at the same question are one, with all their answers. */
struct part {
    enum { PART_ALWAYS, PART_ANSWER, PART_FUNCTION, PART_ANY, PART_ALL } form;
    bool no; /* the opposite; of any and all it has been dissolved */
    const struct ans_rule *rule;
    struct ans_strs values;
    struct part *parts;
    size_t count;
};

struct telling {
    struct ans_arena *arena;
    const struct ans_explaining *x;
    const struct phrases *phrases;
};

static void add_values(struct ans_arena *arena, struct ans_strs *to,
                       const struct ans_strs *from)
{
    for (size_t i = 0; i < from->count; i++) {
        bool there = false;
        for (size_t k = 0; k < to->count && !there; k++)
            there = ans_str_eq(to->items[k], from->items[i]);
        if (there)
            continue;
        to->items =
            ans_arena_grow(arena, to->items, to->count, sizeof(*to->items));
        to->items[to->count++] = from->items[i];
    }
}

/* "A or B" of one question in a list of alternatives, "not A and not B" in a
 * list of demands: one part with both answers. */
static bool joins(const struct part *list, const struct part *a,
                  const struct part *b)
{
    return a->form == PART_ANSWER && b->form == PART_ANSWER && a->no == b->no &&
           a->no == (list->form == PART_ALL) && a->values.count &&
           b->values.count && ans_str_eq(a->rule->question, b->rule->question);
}

static void add_part(struct ans_arena *arena, struct part *list,
                     const struct part *part)
{
    if (part->form == list->form) {
        for (size_t i = 0; i < part->count; i++)
            add_part(arena, list, &part->parts[i]);
        return;
    }
    for (size_t i = 0; i < list->count; i++) {
        if (joins(list, &list->parts[i], part)) {
            add_values(arena, &list->parts[i].values, &part->values);
            return;
        }
    }
    list->parts =
        ans_arena_grow(arena, list->parts, list->count, sizeof(*list->parts));
    list->parts[list->count++] = *part;
}

static struct part part_of(struct ans_arena *arena, const struct ans_rule *rule,
                           bool no)
{
    struct part out = {.no = no, .rule = rule};
    switch (rule->op) {
    case ANS_RULE_ALWAYS:
        out.form = PART_ALWAYS;
        return out;
    case ANS_RULE_ANSWERED:
        out.form = PART_ANSWER;
        add_values(arena, &out.values, &rule->values);
        return out;
    case ANS_RULE_FUNCTION:
        out.form = PART_FUNCTION;
        return out;
    case ANS_RULE_ANY:
        out.form = no ? PART_ALL : PART_ANY;
        break;
    case ANS_RULE_ALL:
        out.form = no ? PART_ANY : PART_ALL;
        break;
    case ANS_RULE_NONE:
        out.form = no ? PART_ANY : PART_ALL;
        no = !no;
        break;
    }
    out.no = false;
    for (size_t i = 0; i < rule->count; i++) {
        struct part part = part_of(arena, &rule->rules[i], no);
        add_part(arena, &out, &part);
    }
    return out.count == 1 ? out.parts[0] : out;
}

/* Put what %1 and %2 stand for into a phrase. */
static void write_phrase(struct ans_buf *out, const char *phrase,
                         struct ans_str first, struct ans_str second)
{
    for (const char *p = phrase; *p; p++) {
        if (*p == '%')
            ans_buf_add(out, *++p == '1' ? first : second);
        else
            ans_buf_add_byte(out, *p);
    }
}

static struct ans_str quoted(const struct telling *t, struct ans_str s)
{
    return ans_arena_printf(t->arena, "%s%.*s%s", t->phrases->open,
                            ANS_STR_ARG(s), t->phrases->close);
}

static struct ans_str kind_name(const struct telling *t, struct ans_str kind)
{
    if (!t->x->texts)
        return kind;
    struct ans_str key =
        ans_arena_printf(t->arena, "kind.%.*s", ANS_STR_ARG(kind));
    struct ans_str name = ans_texts_get(t->x->texts, t->x->lang, key.ptr);
    if (ans_str_eq(name, key))
        return kind;
    return ans_text_fold(t->arena, name, t->phrases == &english ? "en" : "sv");
}

static struct ans_str label_of(const struct telling *t,
                               const struct ans_text *text, struct ans_str id)
{
    struct ans_said said = ans_text_in(text, t->x->lang);
    return quoted(t, said.str.len ? said.str : id);
}

/* One answer as people call it. */
static struct ans_str answer_name(const struct telling *t,
                                  const struct ans_question *q,
                                  struct ans_str value)
{
    const struct ans_county *c = t->x->county;
    switch (q ? q->type : ANS_Q_TEXT) {
    case ANS_Q_KIND:
        return kind_name(t, value);
    case ANS_Q_YES_NO:
    case ANS_Q_CONSENT:
        return ans_str_from(ans_str_is(value, "yes") ? t->phrases->yes
                                                     : t->phrases->no);
    case ANS_Q_NUMBER:
    case ANS_Q_YEAR:
        return value;
    case ANS_Q_MUNICIPALITY: {
        const struct ans_municipality *m = ans_county_municipality(c, value);
        return m ? label_of(t, &m->name, value) : quoted(t, value);
    }
    case ANS_Q_AREAS: {
        const struct ans_area *a = ans_county_area(c, value, INT64_MAX);
        return a ? label_of(t, &a->title, value) : quoted(t, value);
    }
    default: {
        const struct ans_option *o = q ? ans_question_option(q, value) : NULL;
        return o ? label_of(t, &o->label, value) : quoted(t, value);
    }
    }
}

/* "a, b or c" */
static struct ans_str list_answers(const struct telling *t,
                                   const struct ans_question *q,
                                   const struct ans_strs *values,
                                   const char *last)
{
    struct ans_buf out = {0};
    for (size_t i = 0; i < values->count; i++) {
        if (i && i + 1 < values->count)
            ans_buf_add_z(&out, ", ");
        else if (i)
            ans_buf_printf(&out, " %s ", last);
        ans_buf_add(&out, answer_name(t, q, values->items[i]));
    }
    struct ans_str list = ans_arena_str(t->arena, ans_buf_str(&out));
    ans_buf_free(&out);
    return list;
}

static const char *answer_phrase(const struct phrases *p,
                                 const struct ans_question *q,
                                 const struct part *part)
{
    bool many = part->values.count > 1;
    bool list = q && (q->type == ANS_Q_CHOICES || q->type == ANS_Q_AREAS);
    if (!part->values.count)
        return part->no ? p->not_answered : p->answered;
    if (q && q->type == ANS_Q_KIND)
        return !part->no ? p->kind : many ? p->neither_kind : p->not_kind;
    if (list)
        return !part->no ? p->has : many ? p->neither_has : p->not_has;
    return !part->no ? p->is : many ? p->neither_is : p->not_is;
}

static void write_answer(const struct telling *t, struct ans_buf *out,
                         const struct part *part)
{
    const struct ans_join *join = t->x->county->join;
    struct ans_str id = part->rule->question;
    const struct ans_question *q = join ? ans_join_question(join, id) : NULL;
    const char *last = part->no ? t->phrases->nor : t->phrases->either;
    write_phrase(out, answer_phrase(t->phrases, q, part),
                 q ? label_of(t, &q->label, id) : quoted(t, id),
                 list_answers(t, q, &part->values, last));
}

static void write_part(const struct telling *t, struct ans_buf *out,
                       const struct part *part);

/* Parts that hold an "or" of their own are set off by a comma, those that
 * hold parts by parentheses. */
static void write_list(const struct telling *t, struct ans_buf *out,
                       const struct part *list)
{
    const struct phrases *p = t->phrases;
    const char *word = list->form == PART_ANY ? p->either : p->both;
    bool wide = false;
    for (size_t i = 0; i < list->count; i++)
        wide |= list->parts[i].values.count > 1;
    for (size_t i = 0; i < list->count; i++) {
        bool nested = list->parts[i].count > 0;
        if (i && i + 1 < list->count)
            ans_buf_add_z(out, ", ");
        else if (i)
            ans_buf_printf(out, "%s %s ", wide ? "," : "", word);
        ans_buf_add_z(out, nested ? "(" : "");
        write_part(t, out, &list->parts[i]);
        ans_buf_add_z(out, nested ? ")" : "");
    }
}

static void write_part(const struct telling *t, struct ans_buf *out,
                       const struct part *part)
{
    const struct phrases *p = t->phrases;
    switch (part->form) {
    case PART_ALWAYS:
        ans_buf_add_z(out, part->no ? p->never : p->always);
        break;
    case PART_ANSWER:
        write_answer(t, out, part);
        break;
    case PART_FUNCTION:
        write_phrase(out, part->no ? p->says_no : p->says_yes,
                     ans_arena_printf(t->arena, "%d", part->rule->line),
                     part->rule->file);
        break;
    case PART_ANY:
    case PART_ALL:
        write_list(t, out, part);
        break;
    }
}

struct ans_str ans_explain_condition(struct ans_arena *arena,
                                     const struct ans_explaining *x,
                                     const struct ans_rule *rule)
{
    struct telling t = {arena, x,
                        ans_str_is(x->lang, "en") ? &english : &swedish};
    struct ans_buf out = {0};
    struct part part = part_of(arena, rule, false);
    if (part.form != PART_ALWAYS)
        write_part(&t, &out, &part);
    struct ans_str words = ans_arena_str(arena, ans_buf_str(&out));
    ans_buf_free(&out);
    return words;
}

struct ans_str ans_explain(struct ans_arena *arena,
                           const struct ans_explaining *x,
                           enum ans_explained what, const struct ans_rule *rule)
{
    const struct phrases *p = ans_str_is(x->lang, "en") ? &english : &swedish;
    struct ans_str condition = ans_explain_condition(arena, x, rule);
    if (!condition.len)
        return ans_arena_printf(arena, "%s %s", p->verbs[what], p->always);
    return ans_arena_printf(arena, "%s %s %.*s", p->verbs[what], p->when,
                            ANS_STR_ARG(condition));
}

static void add_questions(struct ans_arena *arena, struct ans_strs *to,
                          const struct ans_rule *rule)
{
    struct ans_str named = rule->question;
    if (rule->op == ANS_RULE_ANSWERED)
        add_values(arena, to, &(struct ans_strs){&named, 1});
    for (size_t i = 0; i < rule->count; i++)
        add_questions(arena, to, &rule->rules[i]);
}

struct ans_strs ans_rule_questions(struct ans_arena *arena,
                                   const struct ans_rule *rule)
{
    struct ans_strs questions = {0};
    add_questions(arena, &questions, rule);
    return questions;
}

bool ans_rule_has_function(const struct ans_rule *rule)
{
    if (rule->op == ANS_RULE_FUNCTION)
        return true;
    for (size_t i = 0; i < rule->count; i++)
        if (ans_rule_has_function(&rule->rules[i]))
            return true;
    return false;
}
