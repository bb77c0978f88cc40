/* Conditions: from words to rules. What they name is looked up when every
 * question is known (check_rules.c). */
#include "county/building.h"

/* kind_is names no question; the form's kind question is put in later. */
static const struct {
    const char *word;
    enum ans_rule_op op;
    size_t strings; /* that must be there; 0: it takes rules */
} conditions[] = {
    {"answered", ANS_RULE_ANSWERED, 1}, {"chose", ANS_RULE_ANSWERED, 2},
    {"kind_is", ANS_RULE_ANSWERED, 1},  {"any_of", ANS_RULE_ANY, 0},
    {"all_of", ANS_RULE_ALL, 0},        {"none_of", ANS_RULE_NONE, 0},
};

static bool make_rule(struct ans_build *b, const struct ans_spot *spot,
                      const struct ans_said_value *v, struct ans_rule *out,
                      int depth);

/* All that a condition was given, in whatever way: word("a", "b"),
 * word { "a" }. */
static size_t count_said(const struct ans_decl *decl)
{
    return decl->arg_count + (decl->body ? decl->body->list_count : 0);
}

static const struct ans_said_value *said_at(const struct ans_decl *decl,
                                            size_t i)
{
    return i < decl->arg_count ? &decl->args[i]
                               : &decl->body->list[i - decl->arg_count];
}

static bool report_empty(struct ans_build *b, const struct ans_spot *spot,
                         const struct ans_decl *decl)
{
    ANS_BUILD_FAULT(b, *spot, RULE_EMPTY, ans_str_from(decl->word->name),
                    ans_str_from(decl->word->example), ANS_NONE);
    return false;
}

static bool take_string(struct ans_build *b, const struct ans_said_value *v,
                        struct ans_str *out)
{
    if (v->type == ANS_SAID_STRING)
        *out = ans_arena_str(b->arena, v->s);
    else if (v->type == ANS_SAID_NUMBER)
        *out = ans_arena_printf(b->arena, "%.14g", v->n);
    else if (v->type == ANS_SAID_BOOL)
        *out = v->b ? ANS_STR("yes") : ANS_STR("no");
    else
        return false;
    return out->len > 0;
}

static bool take_strings(struct ans_build *b, const struct ans_spot *spot,
                         const struct ans_decl *decl, size_t wanted,
                         struct ans_rule *out)
{
    size_t count = count_said(decl);
    bool named = strcmp(decl->word->name, "kind_is") != 0;
    if (count < wanted)
        return report_empty(b, spot, decl);
    out->values.items = ANS_NEW_ARRAY(b->arena, struct ans_str, count);
    for (size_t i = 0; i < count; i++) {
        struct ans_str *to = named && !i
                                 ? &out->question
                                 : &out->values.items[out->values.count++];
        const struct ans_said_value *v = said_at(decl, i);
        if (ans_build_nil(b, spot, v))
            return false;
        if (!take_string(b, v, to))
            return report_empty(b, spot, decl);
    }
    return true;
}

static bool take_rules(struct ans_build *b, const struct ans_spot *spot,
                       const struct ans_decl *decl, struct ans_rule *out,
                       int depth)
{
    size_t count = count_said(decl);
    bool good = true;
    if (!count)
        return report_empty(b, spot, decl);
    out->rules = ANS_NEW_ARRAY(b->arena, struct ans_rule, count);
    for (size_t i = 0; i < count; i++)
        good &= make_rule(b, spot, said_at(decl, i), &out->rules[out->count++],
                          depth + 1);
    return good;
}

static bool take_decl(struct ans_build *b, const struct ans_spot *spot,
                      const struct ans_decl *decl, struct ans_rule *out,
                      int depth)
{
    out->line = decl->line;
    out->file = ans_arena_str(b->arena, decl->file);
    for (size_t i = 0; i < ANS_COUNT(conditions); i++) {
        if (strcmp(decl->word->name, conditions[i].word) != 0)
            continue;
        struct ans_spot at = *spot;
        at.file = decl->file;
        at.line = decl->line;
        out->op = conditions[i].op;
        return conditions[i].strings
                   ? take_strings(b, &at, decl, conditions[i].strings, out)
                   : take_rules(b, &at, decl, out, depth);
    }
    return false;
}

static bool make_rule(struct ans_build *b, const struct ans_spot *spot,
                      const struct ans_said_value *v, struct ans_rule *out,
                      int depth)
{
    out->file = ans_arena_str(b->arena, spot->file);
    out->line = v->line ? v->line : spot->line;
    if (ans_build_nil(b, spot, v) || !ans_build_step(b, spot, depth))
        return false;
    if (v->type == ANS_SAID_FUNCTION) {
        for (size_t i = 0; v->reads && i < v->reads->count; i++)
            ANS_BUILT_ADD(b, reads,
                          (struct ans_built_read){v->reads->items[i].name,
                                                  out->file,
                                                  v->reads->items[i].line});
        out->op = ANS_RULE_FUNCTION;
        out->function = v->function;
        return true;
    }
    if (v->type == ANS_SAID_DECL && v->decl->word->form == ANS_FORM_CONDITION) {
        /* What is not finished is reported already. */
        return v->decl->finished && take_decl(b, spot, v->decl, out, depth);
    }
    ANS_BUILD_FAULT(b, *spot, WRONG_TYPE_RULE, ans_str_from(spot->field->name),
                    ans_str_from(spot->field->example), ANS_NONE);
    return false;
}

bool ans_build_rule(struct ans_build *b, const struct ans_spot *spot,
                    const struct ans_said_value *v, struct ans_rule *out)
{
    if (make_rule(b, spot, v, out, 1))
        return true;
    *out = (struct ans_rule){0};
    return false;
}
