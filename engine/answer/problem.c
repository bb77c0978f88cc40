/* Problems in words. */
#include <stdio.h>

#include "answer/answer.h"
#include "markdown/markdown.h"

struct problem_words {
    struct ans_arena *arena;
    const struct ans_problem *problem;
    struct ans_str label;
};

static bool fill(void *context, struct ans_str word, struct ans_str *out)
{
    const struct problem_words *w = context;
    struct ans_value v = w->problem->values
                             ? ans_map_get(w->problem->values, word)
                             : ANS_VALUE_NIL;
    if (v.type == ANS_TEXT)
        *out = v.s;
    else if (v.type == ANS_INT)
        *out = ans_arena_printf(w->arena, "%lld", (long long)v.i);
    else if (v.type == ANS_NUM)
        *out = ans_arena_printf(w->arena, "%.15g", v.n);
    else if (ans_str_is(word, "label"))
        *out = w->label;
    else
        return false;
    return true;
}

struct ans_str ans_problem_text(struct ans_arena *arena,
                                const struct ans_texts *texts,
                                const struct ans_problem *p,
                                struct ans_str lang)
{
    struct problem_words w = {.arena = arena, .problem = p};
    struct ans_err err = {0};
    struct ans_str filled;
    char key[64];
    snprintf(key, sizeof key, "problem.%s", p->code);
    if (p->question)
        w.label = ans_text_in(&p->question->label, lang).str;
    struct ans_str text = ans_texts_get(texts, lang, key);
    return ans_fill(arena, text, fill, &w, &filled, &err) ? filled : text;
}
