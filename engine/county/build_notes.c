/* Values of tests: what is expected of single questions, and claims. */
#include <math.h>

#include "county/building.h"
#include "county/tests.h"

/* A note's text as a visitor would read it. */
static bool take_text(const struct ans_filling *t,
                      const struct ans_said_value *v, struct ans_str *out)
{
    if (v->type == ANS_SAID_NUMBER && isfinite(v->n)) {
        *out = ans_arena_printf(t->b->arena, "%.14g", v->n);
        return true;
    }
    return ans_filling_string(t, v, out);
}

static void add_note(const struct ans_filling *t, struct ans_notes *notes,
                     struct ans_str question, struct ans_str text)
{
    notes->items = ans_arena_grow(t->b->arena, notes->items, notes->count,
                                  sizeof *notes->items);
    notes->items[notes->count++] = (struct ans_noted){question, text};
    ANS_BUILT_ADD(t->b, refs, (struct ans_built_str){question, *t->spot});
}

bool ans_put_notes(const struct ans_filling *t, const struct ans_said_value *v)
{
    struct ans_notes *notes = t->at;
    struct ans_str s;
    if (v->type != ANS_SAID_TABLE) {
        if (!ans_filling_string(t, v, &s))
            return false;
        add_note(t, notes, s, ANS_NONE);
        return true;
    }
    for (size_t i = 0; i < v->table->list_count; i++)
        if (ans_filling_string(t, &v->table->list[i], &s))
            add_note(t, notes, s, ANS_NONE);
    for (size_t i = 0; i < v->table->named_count; i++)
        if (take_text(t, &v->table->named[i].value, &s))
            add_note(t, notes, v->table->named[i].key, s);
    return true;
}

bool ans_put_claim(const struct ans_filling *t, const struct ans_said_value *v)
{
    struct ans_claim *claim = t->at;
    *claim = (struct ans_claim){.made = true, .holds = true};
    if (v->type == ANS_SAID_BOOL) {
        claim->holds = v->b;
        return true;
    }
    claim->made = ans_filling_string(t, v, &claim->text);
    return claim->made;
}
