/* How a word is written. */
#include "reference/writing.h"

const char *form_name(enum ans_word_form form)
{
    switch (form) {
    case ANS_FORM_BODY:
        return "body";
    case ANS_FORM_ID_BODY:
        return "id-body";
    case ANS_FORM_ID_TEXT:
        return "id-text";
    case ANS_FORM_TEXT_BODY:
        return "text-body";
    case ANS_FORM_MAYBE_ID:
        return "maybe-id";
    case ANS_FORM_LIST:
        return "list";
    case ANS_FORM_PATH:
        return "path";
    case ANS_FORM_CONDITION:
        return "condition";
    case ANS_FORM_VARIANTS:
        break;
    }
    return "variants";
}

/* With the word's name for %s. */
static const char *form_shape(const struct page *p, const struct ans_word *word)
{
    switch (word->form) {
    case ANS_FORM_MAYBE_ID:
        if (!word->has_id)
            return "%s { ... }";
        return page_pick(p, "%s \"namn\" { ... }", "%s \"name\" { ... }");
    case ANS_FORM_ID_BODY:
        return page_pick(p, "%s \"namn\" { ... }", "%s \"name\" { ... }");
    case ANS_FORM_ID_TEXT:
        return page_pick(p, "%s \"namn\" \"text\"", "%s \"name\" \"text\"");
    case ANS_FORM_TEXT_BODY:
        return "%s \"text\" { ... }";
    case ANS_FORM_LIST:
        return "%s { \"...\", \"...\" }";
    case ANS_FORM_PATH:
        return page_pick(p, "%s \"fil\"", "%s \"file\"");
    case ANS_FORM_BODY:
    case ANS_FORM_CONDITION:
    case ANS_FORM_VARIANTS:
        break;
    }
    return word->form == ANS_FORM_CONDITION ? NULL : "%s { ... }";
}

struct ans_str form_text(const struct page *p, const struct ans_word *word)
{
    const char *shape = form_shape(p, word);
    struct page text = {.arena = p->arena};
    if (shape)
        page_fill(&text, shape, shape, word->name);
    struct ans_str copy = ans_arena_str(p->arena, ans_buf_str(&text.buf));
    ans_buf_free(&text.buf);
    return copy;
}
