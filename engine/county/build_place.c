/* Words that stand in the wrong place, or by halves. */
#include "county/building.h"

struct ans_str ans_build_first(const struct ans_decl *decl)
{
    for (size_t i = 0; i < decl->arg_count; i++)
        if (decl->args[i].type == ANS_SAID_STRING)
            return decl->args[i].s;
    return ANS_NONE;
}

/* The places of a word, for "move it to ...". */
static struct ans_str list_places(struct ans_build *b, struct ans_str name)
{
    const char *parents[40] = {NULL};
    size_t count = 0;
    size_t total;
    const struct ans_word *const *words = ans_words(&total);
    for (size_t i = 0; i < total; i++) {
        if (!ans_str_is(name, words[i]->name))
            continue;
        for (const struct ans_place *p = words[i]->places; p->parent; p++)
            if (*p->parent && count < ANS_COUNT(parents) - 1)
                parents[count++] = p->parent;
    }
    return ans_build_join(b, parents);
}

void ans_build_misplaced(struct ans_build *b, const struct ans_decl *child,
                         const struct ans_word *parent)
{
    struct ans_spot spot = {.decl = child,
                            .word = child->word,
                            .file = child->file,
                            .line = child->line};
    struct ans_str name = ans_str_from(child->word->name);
    struct ans_str places = list_places(b, name);
    if (!places.len && child->word->form == ANS_FORM_PATH)
        places = ANS_STR("`text = text \"...\"`");
    else if (!places.len && child->word->form == ANS_FORM_VARIANTS)
        places = ANS_STR("`label = by_kind { ... }`");
    else if (!places.len && child->word->form == ANS_FORM_CONDITION)
        places = ANS_STR("`shown_when = ...`");
    else if (!places.len)
        places = ANS_STR("county.lua");
    if (parent)
        ANS_BUILD_FAULT(b, spot, WRONG_PLACE, name, ans_str_from(parent->name),
                        places);
    else
        ANS_BUILD_FAULT(b, spot, WRONG_PLACE_TOP, name, ans_build_first(child),
                        places);
}

void ans_build_unfinished(struct ans_build *b)
{
    for (size_t i = 0; i < b->decls->count; i++) {
        const struct ans_decl *decl = b->decls->items[i];
        struct ans_spot self = {.decl = decl,
                                .word = decl->word,
                                .file = decl->file,
                                .line = decl->line};
        /* In a file that failed, the failure is the reason. */
        bool cut_off = b->decls->partial && decl->inside;
        if (!decl->finished && !cut_off)
            ANS_BUILD_FAULT(
                b, self, NOT_FINISHED, ans_str_from(decl->word->name),
                ans_build_first(decl), ans_str_from(decl->word->example));
    }
}
