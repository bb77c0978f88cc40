#include "base/buf.h"
#include "county/comparing.h"

static struct ans_county_change *add(struct ans_comparing *c,
                                     enum ans_differs what,
                                     const struct ans_node *before,
                                     const struct ans_node *after,
                                     const struct ans_word *top)
{
    struct ans_county_changes *out = c->out;
    out->items =
        ans_arena_grow(c->arena, out->items, out->count, sizeof(*out->items));
    struct ans_county_change *d = &out->items[out->count++];
    *d = (struct ans_county_change){.what = what,
                                    .before = before,
                                    .after = after,
                                    .above = c->above,
                                    .top = top};
    return d;
}

/* What was not said is taken from another field, and changes with it. */
static bool is_derived(const struct ans_comparing *c,
                       const struct ans_node *after, struct ans_str was,
                       struct ans_str now)
{
    for (size_t i = c->out->count; i-- > 0;) {
        const struct ans_county_change *d = &c->out->items[i];
        if (d->after != after || d->what != ANS_DIFFERS_VALUE)
            return false;
        if (now.len && ans_str_eq(d->was, was) && ans_str_eq(d->now, now))
            return true;
    }
    return false;
}

static void compare_field(struct ans_comparing *c,
                          const struct ans_word_field *field,
                          const struct ans_node *before,
                          const struct ans_node *after,
                          const struct ans_word *top)
{
    struct ans_str was, now, lang;
    if (!strcmp(field->name, "was") ||
        ans_same_value(c, field, before, after, &was, &now, &lang) ||
        is_derived(c, after, was, now))
        return;
    struct ans_county_change *d = add(c, ANS_DIFFERS_VALUE, before, after, top);
    d->field = field;
    d->was = was;
    d->now = now;
    d->lang = lang;
}

/* municipality "1980" "Västerås": a text that may have no field's row. */
static void compare_own_text(struct ans_comparing *c,
                             const struct ans_node *before,
                             const struct ans_node *after,
                             const struct ans_word *top)
{
    const struct ans_word *word = after->word;
    bool has_row = !word->text_offset;
    for (size_t i = 0; i < word->field_count; i++)
        has_row |= word->fields[i].offset == word->text_offset;
    if (has_row)
        return;
    struct ans_word_field *field = ANS_NEW(c->arena, struct ans_word_field);
    field->name = "text";
    field->kind = ANS_IS_TEXT;
    field->offset = word->text_offset;
    compare_field(c, field, before, after, top);
}

static void compare_fields(struct ans_comparing *c,
                           const struct ans_node *before,
                           const struct ans_node *after,
                           const struct ans_word *top)
{
    const struct ans_word *word = after->word;
    if (before->word->fields != word->fields)
        return;
    for (size_t i = 0; i < word->field_count; i++) {
        const struct ans_word_field *field = &word->fields[i];
        if (ans_word_has(word, field) && ans_word_has(before->word, field))
            compare_field(c, field, before, after, top);
    }
    compare_own_text(c, before, after, top);
}

static bool was_called(const struct ans_node *node, struct ans_str id)
{
    const struct ans_word_field *field =
        ans_word_field_find(node->word, ANS_STR("was"));
    return field && field->kind == ANS_IS_STRINGS &&
           ans_strs_has(
               (const struct ans_strs *)((const char *)node + field->offset),
               id);
}

static const struct ans_node *find(const struct ans_nodes *nodes,
                                   struct ans_str id)
{
    for (size_t i = 0; i < nodes->count; i++)
        if (ans_str_eq(nodes->items[i]->id, id))
            return nodes->items[i];
    return NULL;
}

/* The one of `nodes` that `node` has become. */
static const struct ans_node *become(const struct ans_nodes *nodes,
                                     const struct ans_node *node, size_t place)
{
    if (!node->id.len)
        return place < nodes->count && !nodes->items[place]->id.len
                   ? nodes->items[place]
                   : NULL;
    const struct ans_node *now = find(nodes, node->id);
    for (size_t i = 0; !now && i < nodes->count; i++)
        if (was_called(nodes->items[i], node->id))
            now = nodes->items[i];
    return now;
}

static const struct ans_node *came_from(const struct ans_nodes *before,
                                        const struct ans_nodes *after,
                                        size_t place)
{
    const struct ans_node *node = after->items[place];
    for (size_t i = 0; i < before->count; i++)
        if (become(after, before->items[i], i) == node)
            return before->items[i];
    return NULL;
}

static void compare_nodes(struct ans_comparing *c,
                          const struct ans_node *before,
                          const struct ans_node *after,
                          const struct ans_word *top);

static struct ans_str ids_in_order(struct ans_comparing *c,
                                   const struct ans_nodes *nodes,
                                   const struct ans_nodes *others)
{
    struct ans_buf b = {0};
    for (size_t i = 0; i < nodes->count; i++) {
        struct ans_str id = nodes->items[i]->id;
        if (id.len && find(others, id))
            ans_buf_printf(&b, "%s%.*s", b.len ? ", " : "", ANS_STR_ARG(id));
    }
    struct ans_str s = ans_arena_str(c->arena, ans_buf_str(&b));
    ans_buf_free(&b);
    return s;
}

static void compare_order(struct ans_comparing *c,
                          const struct ans_nodes *before,
                          const struct ans_nodes *after,
                          const struct ans_word *top)
{
    struct ans_str was = ids_in_order(c, before, after);
    struct ans_str now = ids_in_order(c, after, before);
    if (ans_str_eq(was, now))
        return;
    struct ans_county_change *d =
        add(c, ANS_DIFFERS_ORDER, before->items[0], after->items[0], top);
    d->was = was;
    d->now = now;
}

static void compare_lists(struct ans_comparing *c,
                          const struct ans_nodes *before,
                          const struct ans_nodes *after,
                          const struct ans_word *top)
{
    for (size_t i = 0; i < before->count; i++) {
        const struct ans_node *node = before->items[i];
        const struct ans_node *now = become(after, node, i);
        const struct ans_word *root = top ? top : node->word;
        if (!now) {
            add(c, ANS_DIFFERS_REMOVED, node, NULL, root);
            continue;
        }
        if (!ans_str_eq(node->id, now->id))
            add(c, ANS_DIFFERS_RENAMED, node, now, root);
        if (node->word != now->word)
            add(c, ANS_DIFFERS_RETYPED, node, now, root);
        compare_nodes(c, node, now, root);
    }
    for (size_t i = 0; i < after->count; i++)
        if (!came_from(before, after, i))
            add(c, ANS_DIFFERS_ADDED, NULL, after->items[i],
                top ? top : after->items[i]->word);
    if (before->count && after->count)
        compare_order(c, before, after, top ? top : after->items[0]->word);
}

/* Questions are matched over the whole form. */

static const struct ans_node *step_of(const struct ans_join *join,
                                      const struct ans_node *question)
{
    for (size_t i = 0; i < join->steps.count; i++) {
        const struct ans_step *step = ANS_AT(ans_step, join->steps, i);
        for (size_t k = 0; k < step->questions.count; k++)
            if (step->questions.items[k] == question)
                return &step->node;
    }
    return NULL;
}

static struct ans_nodes all_questions(struct ans_arena *arena,
                                      const struct ans_join *join)
{
    struct ans_nodes all = {0};
    for (size_t i = 0; i < join->steps.count; i++) {
        const struct ans_step *step = ANS_AT(ans_step, join->steps, i);
        for (size_t k = 0; k < step->questions.count; k++) {
            all.items =
                ans_arena_grow(arena, all.items, all.count, sizeof(*all.items));
            all.items[all.count++] = step->questions.items[k];
        }
    }
    return all;
}

static void compare_questions(struct ans_comparing *c,
                              const struct ans_node *before,
                              const struct ans_node *after,
                              const struct ans_word *top)
{
    const struct ans_join *then = (const struct ans_join *)before;
    const struct ans_join *now = (const struct ans_join *)after;
    struct ans_nodes was = all_questions(c->arena, then);
    struct ans_nodes is = all_questions(c->arena, now);
    for (size_t i = 0; i < was.count; i++) {
        const struct ans_node *q = become(&is, was.items[i], i);
        const struct ans_node *from = step_of(then, was.items[i]);
        const struct ans_node *to = q ? step_of(now, q) : NULL;
        if (!to || ans_str_eq(from->id, to->id))
            continue;
        struct ans_county_change *d =
            add(c, ANS_DIFFERS_MOVED, was.items[i], q, top);
        d->from = from;
        d->to = to;
    }
    compare_lists(c, &was, &is, top);
}

/* Children, by the places where words may stand. */

/* A county also has what stands beside it. Known by its name: another word's
 * struct may come to be of the same size. */
static bool stands_in(const struct ans_place *p, const struct ans_word *word)
{
    bool county = !strcmp(word->name, "county");
    return ans_place_is(p, word) ||
           (county && ans_place_is(p, NULL) && p->size == word->size);
}

/* The goals of the country are the same for every county. */
static bool is_shared(const struct ans_place *p)
{
    return p->size == sizeof(struct ans_county) &&
           p->slot == offsetof(struct ans_county, national);
}

/* Each slot once, whatever number of words may fill it. */
struct slots {
    size_t done[64];
    size_t count;
};

static bool first_time(struct slots *s, size_t slot)
{
    for (size_t i = 0; i < s->count; i++)
        if (s->done[i] == slot)
            return false;
    if (s->count < ANS_COUNT(s->done))
        s->done[s->count++] = slot;
    return true;
}

static void compare_single(struct ans_comparing *c,
                           const struct ans_node *before,
                           const struct ans_node *after,
                           const struct ans_word *top)
{
    if (before && after)
        compare_nodes(c, before, after, top ? top : after->word);
    else if (before)
        add(c, ANS_DIFFERS_REMOVED, before, NULL, top ? top : before->word);
    else if (after)
        add(c, ANS_DIFFERS_ADDED, NULL, after, top ? top : after->word);
}

static void compare_slot(struct ans_comparing *c, const struct ans_word *word,
                         const struct ans_place *p,
                         const struct ans_node *before,
                         const struct ans_node *after,
                         const struct ans_word *top)
{
    const void *was = (const char *)before + p->slot;
    const void *is = (const char *)after + p->slot;
    if (p->single)
        compare_single(c, *(const struct ans_node *const *)was,
                       *(const struct ans_node *const *)is, top);
    else if (strcmp(p->parent, "step") != 0 ||
             strncmp(word->name, "question.", 9) != 0)
        compare_lists(c, was, is, top);
}

static void compare_children(struct ans_comparing *c,
                             const struct ans_node *before,
                             const struct ans_node *after,
                             const struct ans_word *top)
{
    struct slots slots = {0};
    size_t count;
    const struct ans_word *const *words = ans_words(&count);
    for (size_t i = 0; i < count; i++) {
        for (const struct ans_place *p = words[i]->places; p && p->parent;
             p++) {
            if (!stands_in(p, after->word) || is_shared(p) ||
                !first_time(&slots, p->slot))
                continue;
            if (words[i]->form == ANS_FORM_LIST)
                compare_field(c, &words[i]->fields[0], before, after, top);
            else if (words[i]->size)
                compare_slot(c, words[i], p, before, after, top);
        }
    }
}

static void compare_nodes(struct ans_comparing *c,
                          const struct ans_node *before,
                          const struct ans_node *after,
                          const struct ans_word *top)
{
    compare_fields(c, before, after, top);
    if (before->word->size != after->word->size)
        return;
    const struct ans_node *above = c->above;
    c->above = top ? after : NULL;
    compare_children(c, before, after, top);
    if (!strcmp(after->word->name, "join"))
        compare_questions(c, before, after, top);
    c->above = above;
}

void ans_county_compare(struct ans_arena *arena,
                        const struct ans_county *before,
                        const struct ans_county *after,
                        const struct ans_texts *texts, struct ans_str lang,
                        struct ans_county_changes *out)
{
    struct ans_comparing c = {.arena = arena,
                              .before = before,
                              .after = after,
                              .texts = texts,
                              .lang = lang,
                              .out = out};
    *out = (struct ans_county_changes){0};
    compare_nodes(&c, &before->node, &after->node, NULL);
    for (size_t i = 0; i < out->count; i++)
        if (!out->items[i].top)
            out->items[i].top = after->node.word;
}
