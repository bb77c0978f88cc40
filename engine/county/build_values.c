/* Values: from what was said to what a field holds, one function a kind. */
#include <math.h>
#include <stdlib.h>

#include "base/text.h"
#include "county/building.h"
#include "county/colour.h"

static bool put_string(const struct ans_filling *t,
                       const struct ans_said_value *v)
{
    return ans_filling_string(t, v, t->at);
}

static bool put_text(const struct ans_filling *t,
                     const struct ans_said_value *v)
{
    if (!ans_build_text(t->b, t->spot, v, t->at))
        return false;
    ANS_BUILT_ADD(t->b, texts, (struct ans_built_text){t->at, *t->spot});
    return true;
}

static bool put_bool(const struct ans_filling *t,
                     const struct ans_said_value *v)
{
    if (v->type == ANS_SAID_BOOL)
        *(bool *)t->at = v->b;
    else
        ANS_BUILD_FAULT(t->b, *t->spot, WRONG_TYPE_BOOL, ans_filling_name(t),
                        ANS_NONE, ANS_NONE);
    return v->type == ANS_SAID_BOOL;
}

static bool in_range(const struct ans_filling *t, double n)
{
    const struct ans_word_field *field = t->spot->field;
    struct ans_arena *arena = t->b->arena;
    if ((field->least == 0 && field->most == 0) ||
        (n >= field->least && n <= field->most))
        return true;
    ANS_BUILD_FAULT(
        t->b, *t->spot, OUT_OF_RANGE, ans_filling_name(t),
        ans_arena_printf(arena, "%.14g", n),
        ans_arena_printf(arena, "%.14g–%.14g", field->least, field->most));
    return false;
}

static bool put_whole(const struct ans_filling *t,
                      const struct ans_said_value *v)
{
    if (v->type != ANS_SAID_NUMBER || floor(v->n) != v->n ||
        fabs(v->n) > 1e15) {
        ANS_BUILD_FAULT(t->b, *t->spot, WRONG_TYPE_WHOLE, ans_filling_name(t),
                        ans_filling_example(t), ANS_NONE);
        return false;
    }
    if (!in_range(t, v->n))
        return false;
    *(int64_t *)t->at = (int64_t)v->n;
    return true;
}

/* Each in the field's range, each once, in rising order. */
static bool put_wholes(const struct ans_filling *t,
                       const struct ans_said_value *v)
{
    struct ans_wholes *out = t->at;
    if (v->type != ANS_SAID_TABLE || v->table->named_count ||
        !v->table->list_count || v->table->list_count > 50) {
        ANS_BUILD_FAULT(t->b, *t->spot, WRONG_TYPE_LIST, ans_filling_name(t),
                        ans_filling_example(t), ANS_NONE);
        return false;
    }
    out->items = ANS_NEW_ARRAY(t->b->arena, int64_t, v->table->list_count);
    for (size_t i = 0; i < v->table->list_count; i++) {
        const struct ans_said_value *item = &v->table->list[i];
        if (item->type != ANS_SAID_NUMBER || item->n != floor(item->n)) {
            ANS_BUILD_FAULT(t->b, *t->spot, WRONG_TYPE_WHOLE,
                            ans_filling_name(t), ans_filling_example(t),
                            ANS_NONE);
            return false;
        }
        if (!in_range(t, item->n))
            return false;
        size_t at = out->count++;
        for (; at && out->items[at - 1] > (int64_t)item->n; at--)
            out->items[at] = out->items[at - 1];
        out->items[at] = (int64_t)item->n;
    }
    return true;
}

static bool take_number(const struct ans_filling *t,
                        const struct ans_said_value *v, double *out)
{
    if (v->type == ANS_SAID_NUMBER && isfinite(v->n)) {
        *out = v->n;
        return true;
    }
    ANS_BUILD_FAULT(t->b, *t->spot, WRONG_TYPE_NUMBER, ans_filling_name(t),
                    ans_filling_example(t), ANS_NONE);
    return false;
}

static bool put_number(const struct ans_filling *t,
                       const struct ans_said_value *v)
{
    double n;
    if (!take_number(t, v, &n) || !in_range(t, n))
        return false;
    *(double *)t->at = n;
    return true;
}

static bool take_date(const struct ans_filling *t,
                      const struct ans_said_value *v, struct ans_date *out)
{
    struct ans_str s;
    if (v->type == ANS_SAID_NUMBER && v->n == floor(v->n) && v->n >= 1 &&
        v->n <= 9999) {
        *out = (struct ans_date){(int)v->n, 0, 0}; /* a year, unquoted */
        return true;
    }
    return ans_filling_string(t, v, &s) &&
           (ans_date_parse(s, out) || ans_filling_wrong(t, s));
}

static bool put_date(const struct ans_filling *t,
                     const struct ans_said_value *v)
{
    return take_date(t, v, t->at);
}

static bool put_day(const struct ans_filling *t, const struct ans_said_value *v)
{
    struct ans_date d;
    if (!take_date(t, v, &d))
        return false;
    if (!d.day)
        return ans_filling_wrong(t, ans_date_iso(t->b->arena, d));
    *(struct ans_date *)t->at = d;
    return true;
}

static bool put_moment(const struct ans_filling *t,
                       const struct ans_said_value *v)
{
    struct ans_str s;
    struct ans_date d;
    int64_t *ms = t->at;
    if (!ans_filling_string(t, v, &s))
        return false;
    if (ans_moment_parse(s, ms))
        return true;
    if (!ans_date_parse(s, &d) || !d.day)
        return ans_filling_wrong(t, s);
    *ms = ans_moment_of_day(ans_date_to_days(d) + t->spot->field->to_end);
    return true;
}

static bool put_period(const struct ans_filling *t,
                       const struct ans_said_value *v)
{
    struct ans_period *period = t->at;
    bool good = v->type == ANS_SAID_TABLE && !v->table->list_count &&
                v->table->named_count;
    for (size_t i = 0; good && i < v->table->named_count; i++) {
        const struct ans_said_pair *pair = &v->table->named[i];
        if (ans_str_is(pair->key, "from"))
            good = take_date(t, &pair->value, &period->from);
        else if (ans_str_is(pair->key, "to"))
            good = take_date(t, &pair->value, &period->to);
        else
            return ans_filling_wrong(t, pair->key);
        if (!good)
            return false;
    }
    if (!good) {
        ANS_BUILD_FAULT(t->b, *t->spot, WRONG_TYPE_LIST, ans_filling_name(t),
                        ans_filling_example(t), ANS_NONE);
        return false;
    }
    if (period->from.year && period->to.year &&
        ans_date_to_days(period->from) > ans_date_end(period->to))
        ANS_BUILD_FAULT(t->b, *t->spot, DATES_ORDER, ANS_STR("from"),
                        ans_date_iso(t->b->arena, period->from),
                        ans_date_iso(t->b->arena, period->to));
    return true;
}

static bool put_colour(const struct ans_filling *t,
                       const struct ans_said_value *v)
{
    struct ans_rgb rgb;
    struct ans_str s;
    if (!ans_filling_string(t, v, &s))
        return false;
    if (!ans_rgb_parse(s, &rgb))
        return ans_filling_wrong(t, s);
    *(struct ans_str *)t->at =
        ans_arena_printf(t->b->arena, "#%02x%02x%02x", rgb.r, rgb.g, rgb.b);
    return true;
}

static bool put_ref(const struct ans_filling *t, const struct ans_said_value *v)
{
    if (!put_string(t, v))
        return false;
    ANS_BUILT_ADD(t->b, refs,
                  (struct ans_built_str){*(struct ans_str *)t->at, *t->spot});
    return true;
}

static bool put_refs(const struct ans_filling *t,
                     const struct ans_said_value *v)
{
    if (!ans_put_strings(t, v))
        return false;
    const struct ans_strs *strs = t->at;
    for (size_t i = 0; i < strs->count; i++)
        ANS_BUILT_ADD(t->b, refs,
                      (struct ans_built_str){strs->items[i], *t->spot});
    return true;
}

static bool put_rule(const struct ans_filling *t,
                     const struct ans_said_value *v)
{
    if (!ans_build_rule(t->b, t->spot, v, t->at)) {
        t->b->rules_broken = true;
        return false;
    }
    ANS_BUILT_ADD(t->b, rules,
                  (struct ans_built_rule){t->at, *t->spot, t->owner});
    return true;
}

/* A limit is of the question's type: a day, a month, a year, a number. */
static bool put_limit(const struct ans_filling *t,
                      const struct ans_said_value *v)
{
    enum ans_question_type type = (enum ans_question_type)t->spot->word->tag;
    struct ans_date d;
    double n;
    if (type == ANS_Q_NUMBER) {
        if (!take_number(t, v, &n))
            return false;
    } else {
        if (!take_date(t, v, &d))
            return false;
        bool right = type == ANS_Q_YEAR    ? !d.month
                     : type == ANS_Q_MONTH ? d.month && !d.day
                                           : d.day > 0;
        if (!right)
            return ans_filling_wrong(t, ans_date_iso(t->b->arena, d));
        n = type == ANS_Q_YEAR ? d.year : (double)ans_date_to_days(d);
    }
    *(double *)t->at = n;
    return true;
}

/* As the form would send it. */
static bool put_answer(const struct ans_filling *t,
                       const struct ans_said_value *v)
{
    struct ans_str *out = t->at;
    if (v->type == ANS_SAID_BOOL)
        *out = v->b ? ANS_STR("yes") : ANS_STR("no");
    else if (v->type == ANS_SAID_NUMBER && isfinite(v->n))
        *out = ans_arena_printf(t->b->arena, "%.14g", v->n);
    else
        return put_string(t, v);
    return true;
}

static void add_link(const struct ans_filling *t,
                     const struct ans_said_value *v)
{
    struct ans_nodes *nodes = t->at;
    if (v->type != ANS_SAID_DECL ||
        v->decl->word->size != sizeof(struct ans_link) ||
        strcmp(v->decl->word->name, "link") != 0) {
        ANS_BUILD_FAULT(t->b, *t->spot, WRONG_TYPE_TEXT, ans_filling_name(t),
                        ans_filling_example(t), ANS_NONE);
        return;
    }
    struct ans_node *node =
        v->decl->finished
            ? ans_build_node(t->b, v->decl, v->decl->word, t->owner, 2)
            : NULL;
    if (!node)
        return;
    nodes->items = ans_arena_grow(t->b->arena, nodes->items, nodes->count,
                                  sizeof *nodes->items);
    nodes->items[nodes->count++] = node;
}

static bool put_links(const struct ans_filling *t,
                      const struct ans_said_value *v)
{
    if (v->type != ANS_SAID_TABLE) {
        add_link(t, v);
        return true;
    }
    for (size_t i = 0; i < v->table->list_count; i++)
        add_link(t, &v->table->list[i]);
    return true;
}

static ans_put_fn *const puts_by_kind[] = {
    [ANS_IS_TEXT] = put_text,
    [ANS_IS_PROSE] = put_text,
    [ANS_IS_STRING] = put_string,
    [ANS_IS_BOOL] = put_bool,
    [ANS_IS_WHOLE] = put_whole,
    [ANS_IS_WHOLES] = put_wholes,
    [ANS_IS_NUMBER] = put_number,
    [ANS_IS_DAY] = put_day,
    [ANS_IS_DATE] = put_date,
    [ANS_IS_MOMENT] = put_moment,
    [ANS_IS_PERIOD] = put_period,
    [ANS_IS_COLOUR] = put_colour,
    [ANS_IS_FILE] = ans_put_file,
    [ANS_IS_EMAIL] = ans_put_email,
    [ANS_IS_ADDRESS] = ans_put_address,
    [ANS_IS_ONE_OF] = ans_put_one_of,
    [ANS_IS_SOME_OF] = ans_put_strings,
    [ANS_IS_STRINGS] = ans_put_strings,
    [ANS_IS_REF] = put_ref,
    [ANS_IS_REFS] = put_refs,
    [ANS_IS_RULE] = put_rule,
    [ANS_IS_LIMIT] = put_limit,
    [ANS_IS_DURATION] = ans_put_keep,
    [ANS_IS_PHONE] = ans_put_phone,
    [ANS_IS_ANSWER] = put_answer,
    [ANS_IS_LINKS] = put_links,
    [ANS_IS_NOTES] = ans_put_notes,
    [ANS_IS_CLAIM] = ans_put_claim,
    [ANS_IS_CHAINS] = ans_put_chains,
};

bool ans_build_value(struct ans_build *b, const struct ans_spot *spot,
                     const struct ans_said_value *v, void *owner)
{
    struct ans_filling t = {b, spot, owner,
                            (char *)owner + spot->field->offset};
    if (ans_build_nil(b, spot, v))
        return false;
    if (!puts_by_kind[spot->field->kind](&t, v))
        return false;
    if (spot->field->has)
        *((bool *)owner + spot->field->has) = true;
    return true;
}

/* The few forms that fallbacks have: true, 3, "text", { "a", "b" }. */
struct ans_said_value ans_build_parse(struct ans_build *b, const char *text)
{
    struct ans_said_value v = {.type = ANS_SAID_BOOL};
    struct ans_str rest = ans_str_from(text);
    struct ans_said_table *table;
    switch (*text) {
    case '{':
        table = ANS_NEW(b->arena, struct ans_said_table);
        (void)ans_str_cut(&rest, '"');
        while (rest.len) {
            table->list = ans_arena_grow(
                b->arena, table->list, table->list_count, sizeof *table->list);
            table->list[table->list_count++] = (struct ans_said_value){
                .type = ANS_SAID_STRING, .s = ans_str_cut(&rest, '"')};
            (void)ans_str_cut(&rest, '"');
        }
        v.type = ANS_SAID_TABLE;
        v.table = table;
        break;
    case '"':
        v.type = ANS_SAID_STRING;
        v.s = ans_str_sub(rest, 1, rest.len - 2);
        break;
    case 't':
    case 'f':
        v.b = *text == 't';
        break;
    default:
        v.type = ANS_SAID_NUMBER;
        v.n = strtod(text, NULL);
        v.whole = floor(v.n) == v.n;
    }
    return v;
}
