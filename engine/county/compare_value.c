/* Values of fields, in words that can be held against each other. */
#include <math.h>

#include "base/buf.h"
#include "base/date.h"
#include "county/comparing.h"
#include "county/explain.h"

static const void *at(const void *owner, size_t offset)
{
    return (const char *)owner + offset;
}

static struct ans_str join(struct ans_arena *arena, const struct ans_strs *strs)
{
    struct ans_buf b = {0};
    for (size_t i = 0; i < strs->count; i++) {
        if (i)
            ans_buf_add_z(&b, ", ");
        ans_buf_add(&b, strs->items[i]);
    }
    struct ans_str s = ans_arena_str(arena, ans_buf_str(&b));
    ans_buf_free(&b);
    return s;
}

static struct ans_str date_text(const struct ans_comparing *c,
                                struct ans_date d)
{
    return d.year ? ans_date_text(c->arena, d, c->lang.ptr) : ANS_STR("");
}

static struct ans_str period_text(const struct ans_comparing *c,
                                  const struct ans_period *p)
{
    if (!p->from.year && !p->to.year)
        return ANS_STR("");
    return ans_arena_printf(c->arena, "%.*s – %.*s",
                            ANS_STR_ARG(date_text(c, p->from)),
                            ANS_STR_ARG(date_text(c, p->to)));
}

/* Functions are told of without their lines, which change with every line
 * above them. */
static struct ans_str rule_text(const struct ans_comparing *c,
                                const struct ans_county *county,
                                const struct ans_rule *rule)
{
    struct ans_explaining x = {county, c->texts, c->lang};
    if (rule->op == ANS_RULE_ALWAYS)
        return ANS_STR("");
    if (rule->op == ANS_RULE_FUNCTION)
        return ans_str_is(c->lang, "en") ? ANS_STR("the script's function says")
                                         : ANS_STR("skriptets funktion säger");
    return ans_explain_condition(c->arena, &x, rule);
}

static struct ans_str links_text(const struct ans_comparing *c,
                                 const struct ans_nodes *links)
{
    struct ans_buf b = {0};
    for (size_t i = 0; i < links->count; i++) {
        const struct ans_link *link = ANS_AT(ans_link, *links, i);
        ans_buf_printf(&b, "%s%.*s (%.*s)", i ? ", " : "",
                       ANS_STR_ARG(ans_text_in(&link->label, c->lang).str),
                       ANS_STR_ARG(link->to));
    }
    struct ans_str s = ans_arena_str(c->arena, ans_buf_str(&b));
    ans_buf_free(&b);
    return s;
}

static struct ans_str wholes_text(const struct ans_comparing *c,
                                  const struct ans_wholes *wholes)
{
    struct ans_buf b = {0};
    for (size_t i = 0; i < wholes->count; i++)
        ans_buf_printf(&b, "%s%lld", i ? ", " : "",
                       (long long)wholes->items[i]);
    struct ans_str s = ans_arena_str(c->arena, ans_buf_str(&b));
    ans_buf_free(&b);
    return s;
}

static struct ans_str chains_text(const struct ans_comparing *c,
                                  const struct ans_chains *chains)
{
    struct ans_buf b = {0};
    for (size_t i = 0; i < chains->count; i++) {
        const struct ans_chain *one = &chains->items[i];
        struct ans_strs then = {one->then, one->count};
        if (!one->count)
            continue;
        ans_buf_printf(&b, "%s%.*s: %.*s", b.len ? "; " : "",
                       ANS_STR_ARG(one->lang),
                       ANS_STR_ARG(join(c->arena, &then)));
    }
    struct ans_str s = ans_arena_str(c->arena, ans_buf_str(&b));
    ans_buf_free(&b);
    return s;
}

/* A limit is a number, or a day by the question's type. */
static struct ans_str limit_text(const struct ans_comparing *c,
                                 const void *owner, double n)
{
    const struct ans_question *q = owner;
    if (q->type != ANS_Q_DATE && q->type != ANS_Q_MONTH)
        return ans_arena_printf(c->arena, "%.14g", n);
    struct ans_date d = ans_date_from_days((int64_t)n);
    if (q->type == ANS_Q_MONTH)
        d.day = 0;
    return date_text(c, d);
}

static struct ans_str whole_text(const struct ans_comparing *c, int64_t n)
{
    return n ? ans_arena_printf(c->arena, "%lld", (long long)n) : ANS_STR("");
}

static struct ans_str value_text(const struct ans_comparing *c,
                                 const struct ans_county *county,
                                 const struct ans_word_field *field,
                                 const void *owner)
{
    const void *v = at(owner, field->offset);
    if (field->has && !*(const bool *)at(owner, field->has))
        return ANS_STR("");
    switch (field->kind) {
    case ANS_IS_BOOL:
        return *(const bool *)v ? ANS_STR("true") : ANS_STR("");
    case ANS_IS_WHOLE:
        return whole_text(c, *(const int64_t *)v);
    case ANS_IS_WHOLES:
        return wholes_text(c, v);
    case ANS_IS_NUMBER:
        return ans_arena_printf(c->arena, "%.14g", *(const double *)v);
    case ANS_IS_LIMIT:
        return limit_text(c, owner, *(const double *)v);
    case ANS_IS_DAY:
    case ANS_IS_DATE:
        return date_text(c, *(const struct ans_date *)v);
    case ANS_IS_MOMENT:
        return *(const int64_t *)v
                   ? ans_moment_text(c->arena, *(const int64_t *)v, c->lang.ptr)
                   : ANS_STR("");
    case ANS_IS_PERIOD:
        return period_text(c, v);
    case ANS_IS_SOME_OF:
    case ANS_IS_STRINGS:
    case ANS_IS_REFS:
        return join(c->arena, v);
    case ANS_IS_RULE:
        return rule_text(c, county, v);
    case ANS_IS_LINKS:
        return links_text(c, v);
    case ANS_IS_CHAINS:
        return chains_text(c, v);
    case ANS_IS_TEXT: /* told below */
    case ANS_IS_PROSE:
    case ANS_IS_NOTES: /* of tests, which no county is made of */
    case ANS_IS_CLAIM:
        return ANS_STR("");
    case ANS_IS_STRING:
    case ANS_IS_COLOUR:
    case ANS_IS_FILE:
    case ANS_IS_EMAIL:
    case ANS_IS_ADDRESS:
    case ANS_IS_ONE_OF:
    case ANS_IS_REF:
    case ANS_IS_DURATION:
    case ANS_IS_PHONE:
    case ANS_IS_ANSWER:
        return *(const struct ans_str *)v;
    }
    return ANS_STR("");
}

/* What a text says in a language to a kind; "" when it does not. */
static struct ans_str exactly(const struct ans_text *text,
                              const struct ans_text_item *like)
{
    for (size_t i = 0; i < text->count; i++)
        if (ans_str_eq(text->items[i].lang, like->lang) &&
            ans_str_eq(text->items[i].kind, like->kind))
            return text->items[i].str;
    return ANS_STR("");
}

/* The first item, those in `lang` first, that the other does not have so. */
static const struct ans_text_item *differing(const struct ans_text *text,
                                             const struct ans_text *other,
                                             struct ans_str lang)
{
    const struct ans_text_item *found = NULL;
    for (size_t i = 0; i < text->count; i++) {
        const struct ans_text_item *item = &text->items[i];
        if (ans_str_eq(exactly(other, item), item->str))
            continue;
        if (!found ||
            (ans_str_eq(item->lang, lang) && !ans_str_eq(found->lang, lang)))
            found = item;
    }
    return found;
}

static bool same_text(const struct ans_comparing *c,
                      const struct ans_text *before,
                      const struct ans_text *after, struct ans_str *was,
                      struct ans_str *now, struct ans_str *lang)
{
    const struct ans_text_item *item = differing(after, before, c->lang);
    if (!item)
        item = differing(before, after, c->lang);
    if (!item)
        return true;
    *was = exactly(before, item);
    *now = exactly(after, item);
    *lang = ans_str_eq(item->lang, c->lang) ? ANS_STR("") : item->lang;
    return false;
}

bool ans_same_value(const struct ans_comparing *c,
                    const struct ans_word_field *field, const void *before,
                    const void *after, struct ans_str *was, struct ans_str *now,
                    struct ans_str *lang)
{
    *lang = ANS_STR("");
    if (field->kind == ANS_IS_TEXT || field->kind == ANS_IS_PROSE)
        return same_text(c, at(before, field->offset), at(after, field->offset),
                         was, now, lang);
    *was = value_text(c, c->before, field, before);
    *now = value_text(c, c->after, field, after);
    return ans_str_eq(*was, *now);
}
