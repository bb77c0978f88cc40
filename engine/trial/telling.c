/* Sentences, places, days and rules of the report. */
#include "trial/telling.h"

#include "base/date.h"
#include "county/reason.h"

static const struct {
    const char *sv, *en;
} sentences[] = {
#define X(name, sv, en) [ANS_SAY_##name] = {sv, en},
#include "trial/sentences.def"
#undef X
};

static const char *lang_of(const struct ans_telling *t)
{
    return ans_str_is(t->lang, "en") ? "en" : "sv";
}

static struct ans_str keep(const struct ans_telling *t, struct ans_buf *b)
{
    struct ans_str text = ans_arena_str(t->arena, ans_buf_str(b));
    ans_buf_free(b);
    return text;
}

struct ans_str ans_telling_say(const struct ans_telling *t,
                               enum ans_said_here what, struct ans_str v1,
                               struct ans_str v2, struct ans_str v3)
{
    const struct ans_str values[] = {v1, v2, v3};
    struct ans_buf b = {0};
    bool english = ans_str_is(t->lang, "en");
    const char *p = english ? sentences[what].en : sentences[what].sv;
    for (; *p; p++) {
        if (*p == '%' && p[1] >= '1' && p[1] <= '3')
            ans_buf_add(&b, values[*++p - '1']);
        else
            ans_buf_add_byte(&b, *p);
    }
    return keep(t, &b);
}

enum ans_said_here ans_telling_end(const struct ans_trial *t)
{
    switch (t->end) {
    case ANS_TRIAL_CLOSED:
        return t->closed ? ANS_SAY_CLOSED : ANS_SAY_CLOSED_BETWEEN;
    case ANS_TRIAL_UNINVITED:
        return ANS_SAY_UNINVITED;
    case ANS_TRIAL_CURRENT:
        return ANS_SAY_CURRENT;
    case ANS_TRIAL_JOINS:
    case ANS_TRIAL_STUCK:
    case ANS_TRIAL_REFUSED:
        break;
    }
    return ANS_SAY_REFUSED;
}

void ans_telling_line(struct ans_buf *out, int indent, struct ans_str text)
{
    do {
        struct ans_str line = ans_str_cut(&text, '\n');
        if (line.len)
            ans_buf_printf(out, "%*s", indent, "");
        ans_buf_add(out, line);
        ans_buf_add_byte(out, '\n');
    } while (text.len);
}

struct ans_str ans_telling_place(const struct ans_telling *t,
                                 struct ans_str file, int line)
{
    return ans_arena_printf(t->arena,
                            t->folder.len ? "%.*s/%.*s:%d" : "%.*s%.*s:%d",
                            ANS_STR_ARG(t->folder), ANS_STR_ARG(file), line);
}

struct ans_str ans_telling_rule(const struct ans_telling *t,
                                enum ans_explained what,
                                const struct ans_rule *rule,
                                const struct ans_node *node)
{
    struct ans_explaining x = {t->county, t->texts, ans_str_from(lang_of(t))};
    struct ans_str text = ans_explain(t->arena, &x, what, rule);
    bool own = rule->op != ANS_RULE_ALWAYS && rule->line;
    struct ans_str place = own ? ans_telling_place(t, rule->file, rule->line)
                               : ans_telling_place(t, node->file, node->line);
    return ans_arena_printf(t->arena, "%.*s (%.*s)", ANS_STR_ARG(text),
                            ANS_STR_ARG(place));
}

struct ans_str ans_telling_day(const struct ans_telling *t, int64_t day)
{
    return ans_date_text(t->arena, ans_date_from_days(day), lang_of(t));
}

struct ans_str ans_telling_reason(const struct ans_telling *t,
                                  const struct ans_err *err)
{
    struct ans_str english = ans_str_from(err->text);
    struct ans_buf out = {0};
    if (!ans_str_is(t->lang, "en") && ans_reason_swedish(&out, english))
        ans_buf_printf(&out, " (Lua: %.*s)", ANS_STR_ARG(english));
    else
        ans_buf_add(&out, english);
    struct ans_str text = ans_arena_str(t->arena, ans_buf_str(&out));
    ans_buf_free(&out);
    return text;
}
