/* What was not said, from what was. */
#include "base/text.h"
#include "county/building.h"

/* Texts are not changed any more: both may hold the same. */
static void fall_back(struct ans_text *to, const struct ans_text *from)
{
    if (!ans_text_said(to))
        *to = *from;
}

static struct ans_str genitive_of(struct ans_build *b,
                                  const struct ans_text_item *name)
{
    char last = name->str.len ? name->str.ptr[name->str.len - 1] : 0;
    bool sibilant = last == 's' || last == 'x' || last == 'z';
    if (ans_str_is(name->lang, "en"))
        return ans_arena_printf(b->arena, "%.*s'%s", ANS_STR_ARG(name->str),
                                last == 's' ? "" : "s");
    if (!ans_str_is(name->lang, "sv") || sibilant)
        return name->str;
    return ans_arena_printf(b->arena, "%.*ss", ANS_STR_ARG(name->str));
}

void ans_build_genitive(struct ans_build *b)
{
    struct ans_text *to = &b->county->genitive;
    const struct ans_text *name = &b->county->name;
    if (ans_text_said(to) || !ans_text_said(name))
        return;
    to->items = ANS_NEW_ARRAY(b->arena, struct ans_text_item, name->count);
    to->count = name->count;
    to->chains = name->chains;
    for (size_t i = 0; i < name->count; i++) {
        to->items[i] = name->items[i];
        to->items[i].str = genitive_of(b, &name->items[i]);
    }
}

static void derive_home(struct ans_build *b)
{
    struct ans_county *c = b->county;
    /* It was made here: nobody else holds it yet. */
    struct ans_home *home = (struct ans_home *)(uintptr_t)c->home;
    if (!home) {
        const struct ans_word *word = ans_word_find(ANS_STR("home"));
        home = ANS_NEW(b->arena, struct ans_home);
        home->node = (struct ans_node){
            .word = word, .file = c->node.file, .line = c->node.line};
        struct ans_spot spot = ans_build_spot(&home->node);
        spot.field = ans_word_field_find(word, ANS_STR("order"));
        struct ans_said_value v = ans_build_parse(b, spot.field->fallback);
        ans_build_value(b, &spot, &v, home);
        c->home = home;
    }
    fall_back(&home->title, &c->brand);
}

static void derive_area(struct ans_build *b, struct ans_area *a)
{
    const struct ans_national_goal *goal =
        a->national.len ? ans_county_national(b->county, a->national) : NULL;
    if (goal)
        fall_back(&a->title, &goal->title);
}

/* process "planering" without a title is "Planering". */
static void derive_title(struct ans_build *b, const struct ans_node *node,
                         struct ans_text *title)
{
    if (ans_text_said(title) || !node->id.len)
        return;
    title->items = ANS_NEW(b->arena, struct ans_text_item);
    title->count = 1;
    title->chains = &b->county->fallback;
    title->items[0] = (struct ans_text_item){
        .lang = b->languages.items[0],
        .str = ans_text_capital(b->arena, node->id, "sv"),
    };
}

static void derive_indicator(struct ans_indicator *in)
{
    int64_t last = 0;
    for (size_t i = 0; i < in->measured.count; i++) {
        int64_t year;
        if (ans_str_int(in->measured.items[i]->id, &year) && year > last)
            last = year;
    }
    if (in->every)
        in->next = last ? last + in->every : in->from;
}

static void derive_question(struct ans_build *b, struct ans_question *q)
{
    const struct ans_nodes *places = &b->county->municipalities;
    if (q->type == ANS_Q_MUNICIPALITY && places->count == 1 &&
        !q->default_value.len)
        q->default_value = places->items[0]->id;
    fall_back(&q->profile, &q->label);
    fall_back(&q->report, &q->profile);
    if (!q->keep.len && !q->personal)
        q->keep = ANS_STR("with membership");
    for (size_t i = 0; i < q->questions.count; i++) {
        struct ans_question *part =
            (struct ans_question *)q->questions.items[i];
        part->public = part->public && q->public;
    }
}

void ans_build_defaults(struct ans_build *b)
{
    struct ans_county *c = b->county;
    derive_home(b);
    for (size_t i = 0; i < b->nodes.count; i++) {
        struct ans_node *node = b->nodes.items[i].node;
        const struct ans_word *word = node->word;
        if (!strcmp(word->name, "area"))
            derive_area(b, (struct ans_area *)node);
        else if (!strcmp(word->name, "process"))
            derive_title(b, node, &((struct ans_process *)node)->title);
        else if (!strcmp(word->name, "indicator"))
            derive_indicator((struct ans_indicator *)node);
        else if (!strcmp(word->name, "round"))
            derive_title(b, node, &((struct ans_round *)node)->title);
        else if (!strncmp(word->name, "question.", 9))
            derive_question(b, (struct ans_question *)node);
    }
    struct ans_join *join = (struct ans_join *)(uintptr_t)c->join;
    struct ans_welcome *welcome = (struct ans_welcome *)(uintptr_t)c->welcome;
    if (join) {
        fall_back(&join->title, &join->act);
        fall_back(&join->letter_title, &c->brand);
    }
    if (welcome)
        fall_back(&welcome->title, &c->brand);
}
