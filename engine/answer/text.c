/* Typed answers in words. */
#include "answer/answer.h"
#include "answer/orgnumber.h"

#include <stdio.h>

#include "base/buf.h"
#include "base/text.h"
#include "markdown/markdown.h"

struct telling {
    struct ans_arena *arena;
    const struct ans_county *county;
    const struct ans_texts *texts;
    struct ans_str lang;
    const char *lang_z; /* the same, with a NUL */
    int64_t today;
};

static struct ans_str tell(const struct telling *t,
                           const struct ans_question *q, struct ans_value v);

static struct ans_str said(const struct telling *t, const struct ans_text *text,
                           struct ans_str otherwise)
{
    struct ans_str str = ans_text_in(text, t->lang).str;
    return str.len ? str : otherwise;
}

static struct ans_str own(const struct telling *t, const char *key)
{
    return ans_texts_get(t->texts, t->lang, key);
}

/* The name of what was picked; its id when it is gone, which can only be in
 * an old answer. */
static struct ans_str tell_pick(const struct telling *t,
                                const struct ans_question *q, struct ans_str id)
{
    if (q->type == ANS_Q_KIND)
        return own(
            t, ans_arena_printf(t->arena, "kind.%.*s", ANS_STR_ARG(id)).ptr);
    if (q->type == ANS_Q_MUNICIPALITY) {
        const struct ans_municipality *m =
            ans_county_municipality(t->county, id);
        return m ? said(t, &m->name, id) : id;
    }
    if (q->type == ANS_Q_AREAS) {
        const struct ans_area *a =
            ans_county_area_once(t->county, id, t->today);
        return a ? said(t, &a->title, id) : id;
    }
    const struct ans_option *o = ans_question_option(q, id);
    return o ? said(t, &o->label, id) : id;
}

static struct ans_str tell_text(const struct telling *t,
                                const struct ans_question *q, struct ans_str s)
{
    struct ans_date d;
    switch (q->type) {
    case ANS_Q_KIND:
    case ANS_Q_MUNICIPALITY:
    case ANS_Q_CHOICE:
        return tell_pick(t, q, s);
    case ANS_Q_ORG_NUMBER:
        return ans_org_number_text(t->arena, s);
    case ANS_Q_DATE:
    case ANS_Q_MONTH:
        return ans_date_parse(s, &d) ? ans_date_text(t->arena, d, t->lang_z)
                                     : s;
    default:
        return s;
    }
}

static struct ans_str join(const struct telling *t, struct ans_str *parts,
                           size_t count, const char *between)
{
    struct ans_buf b = {0};
    for (size_t i = 0; i < count; i++) {
        if (i)
            ans_buf_add_z(&b, between);
        ans_buf_add(&b, parts[i]);
    }
    struct ans_str joined = ans_arena_str(t->arena, ans_buf_str(&b));
    ans_buf_free(&b);
    return joined;
}

static struct ans_str tell_picks(const struct telling *t,
                                 const struct ans_question *q,
                                 const struct ans_list *ids)
{
    struct ans_str *names =
        ANS_NEW_ARRAY(t->arena, struct ans_str, ids->count + 1);
    for (size_t i = 0; i < ids->count; i++)
        names[i] = q->type == ANS_Q_BODIES ? ids->items[i].s
                                           : tell_pick(t, q, ids->items[i].s);
    return join(t, names, ids->count, ", ");
}

static bool number_word(void *context, struct ans_str word, struct ans_str *out)
{
    *out = *(const struct ans_str *)context;
    return ans_str_is(word, "number");
}

/* "412 kvinnor", by the plural of the language. */
static struct ans_str tell_count(const struct telling *t, const char *what,
                                 int64_t n)
{
    char key[48];
    snprintf(key, sizeof(key), "answer.%s.%s", what,
             ans_text_plural(n, t->lang_z));
    struct ans_str number = ans_text_number(t->arena, (double)n, t->lang_z);
    struct ans_str told;
    if (!ans_fill(t->arena, own(t, key), number_word, &number, &told, NULL))
        return number;
    return told;
}

/* "2 (Annat)", as the county calls the third group. */
static struct ans_str tell_others(const struct telling *t,
                                  const struct ans_question *q, int64_t n)
{
    if (!ans_text_said(&q->other_label))
        return tell_count(t, "others", n);
    struct ans_str number = ans_text_number(t->arena, (double)n, t->lang_z);
    struct ans_str label = said(t, &q->other_label, ANS_STR(""));
    return ans_arena_printf(t->arena, "%.*s (%.*s)", ANS_STR_ARG(number),
                            ANS_STR_ARG(label));
}

static struct ans_str tell_by_sex(const struct telling *t,
                                  const struct ans_question *q,
                                  const struct ans_map *answer)
{
    static const struct {
        const char *part, *what;
    } parts[] = {{"women", "women"}, {"men", "men"}, {"other", NULL}};
    struct ans_str told[3];
    size_t count = 0;
    for (size_t i = 0; i < ANS_COUNT(parts); i++) {
        struct ans_value n = ans_map_find(answer, parts[i].part);
        if (n.type == ANS_INT)
            told[count++] = i < 2 ? tell_count(t, parts[i].what, n.i)
                                  : tell_others(t, q, n.i);
    }
    if (count < 2)
        return count ? told[0] : ANS_STR("");
    struct ans_str and = own(t, "answer.and");
    return ans_arena_printf(t->arena, "%.*s %.*s %.*s",
                            ANS_STR_ARG(join(t, told, count - 1, ", ")),
                            ANS_STR_ARG(and), ANS_STR_ARG(told[count - 1]));
}

static struct ans_str tell_number(const struct telling *t,
                                  const struct ans_question *q, double n)
{
    struct ans_str number = ans_text_number(t->arena, n, t->lang_z);
    struct ans_str unit = said(t, &q->unit, ANS_STR(""));
    return unit.len ? ans_arena_printf(t->arena, "%.*s %.*s",
                                       ANS_STR_ARG(number), ANS_STR_ARG(unit))
                    : number;
}

static struct ans_str tell_row(const struct telling *t,
                               const struct ans_question *group,
                               const struct ans_map *row)
{
    size_t most = group->questions.count;
    struct ans_str *cells = ANS_NEW_ARRAY(t->arena, struct ans_str, most + 1);
    size_t count = 0;
    for (size_t i = 0; i < most; i++) {
        const struct ans_question *sub =
            ANS_AT(ans_question, group->questions, i);
        struct ans_str cell = tell(t, sub, ans_map_get(row, sub->node.id));
        if (cell.len)
            cells[count++] = cell;
    }
    return join(t, cells, count, ", ");
}

static struct ans_str tell_rows(const struct telling *t,
                                const struct ans_question *group,
                                const struct ans_list *rows)
{
    struct ans_str *told =
        ANS_NEW_ARRAY(t->arena, struct ans_str, rows->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < rows->count; i++)
        if (rows->items[i].type == ANS_MAP)
            told[count++] = tell_row(t, group, rows->items[i].map);
    return join(t, told, count, "; ");
}

static struct ans_str tell(const struct telling *t,
                           const struct ans_question *q, struct ans_value v)
{
    switch (v.type) {
    case ANS_NIL:
        break;
    case ANS_BOOL:
        return own(t, v.b ? "answer.yes" : "answer.no");
    case ANS_INT:
        if (q->type == ANS_Q_YEAR) /* no space within a year */
            return ans_arena_printf(t->arena, "%lld", (long long)v.i);
        return tell_number(t, q, (double)v.i);
    case ANS_NUM:
        return tell_number(t, q, v.n);
    case ANS_TEXT:
        return tell_text(t, q, v.s);
    case ANS_LIST:
        return q->type == ANS_Q_GROUP ? tell_rows(t, q, v.list)
                                      : tell_picks(t, q, v.list);
    case ANS_MAP:
        return q->type == ANS_Q_MEMBER ? ans_map_str(v.map, "name")
                                       : tell_by_sex(t, q, v.map);
    }
    return ANS_STR("");
}

struct ans_str ans_answer_text(struct ans_arena *arena,
                               const struct ans_county *c,
                               const struct ans_texts *texts,
                               const struct ans_question *q, struct ans_value v,
                               struct ans_str lang, int64_t today)
{
    struct telling t = {arena, c, texts, lang, ans_arena_str(arena, lang).ptr,
                        today};
    return tell(&t, q, v);
}
