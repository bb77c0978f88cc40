#include "county/build.h"

#include <stdlib.h>

#include "base/text.h"
#include "county/building.h"

enum { MOST_CHILDREN = 500 };

static void fill_fields(struct ans_build *b, const struct ans_spot *self,
                        const struct ans_place *place, void *owner, int depth);
static void add_children(struct ans_build *b, const struct ans_spot *self,
                         struct ans_node *node, int depth);

static struct ans_spot decl_spot(const struct ans_decl *decl,
                                 const struct ans_word *word)
{
    return (struct ans_spot){
        .decl = decl, .word = word, .file = decl->file, .line = decl->line};
}

/* What an id may be: a municipality's code is digits, and years and numbers
 * name strategies and versions; what names an answer begins with a letter. */
static void take_id(struct ans_build *b, const struct ans_spot *self,
                    struct ans_str *id)
{
    const struct ans_word *word = self->word;
    bool wanted = word->has_id;
    struct ans_str said = ans_build_first(self->decl);
    for (size_t i = 0; i < self->decl->arg_count; i++)
        if (ans_build_nil(b, self, &self->decl->args[i]))
            return;
    if (word->form == ANS_FORM_TEXT_BODY)
        return;
    if (!said.len && wanted)
        ANS_BUILD_FAULT(b, *self, ID_MISSING, ans_str_from(word->name),
                        ans_str_from(word->example), ANS_NONE);
    else if (said.len && !wanted)
        ANS_BUILD_FAULT(b, *self, ID_NOT_WANTED, ans_str_from(word->name), said,
                        ANS_NONE);
    else if (word->free_id)
        ans_build_name(b, self, said, id);
    else if (said.len && !word->names_text &&
             !ans_form_id(said, word->underscores))
        ANS_BUILD_FAULT(b, *self, BAD_ID, said, ans_str_from(word->name),
                        word->underscores ? ANS_STR("_") : ANS_STR("-"));
    if (!word->free_id)
        *id = said;
}

/* The text of `word "id" "text"` and `word "text" { }`. */
static void take_text(struct ans_build *b, const struct ans_spot *self,
                      char *owner)
{
    const struct ans_word *word = self->word;
    size_t at = word->form == ANS_FORM_TEXT_BODY ? 0 : 1;
    if (!word->text_offset || self->decl->arg_count <= at)
        return;
    struct ans_spot spot = *self;
    for (size_t i = 0; i < word->field_count; i++)
        if (word->fields[i].offset == word->text_offset)
            spot.field = &word->fields[i];
    struct ans_text *text = (struct ans_text *)(owner + word->text_offset);
    if (ans_build_text(b, &spot, &self->decl->args[at], text))
        ANS_BUILT_ADD(b, texts, (struct ans_built_text){text, spot});
}

/* Append to the parent's list, or set its only one; false with a fault. */
static bool put_in_slot(struct ans_build *b, const struct ans_spot *self,
                        const struct ans_place *place, char *slot,
                        struct ans_node *node)
{
    struct ans_str name = ans_str_from(self->word->name);
    if (place->single) {
        struct ans_node **only = (struct ans_node **)slot;
        if (!*only)
            *only = node;
        else
            ANS_BUILD_FAULT(b, *self, TOO_MANY, name, ans_build_where(b, *only),
                            ANS_NONE);
        return *only == node;
    }
    struct ans_nodes *nodes = (struct ans_nodes *)slot;
    size_t most = place->most ? place->most : MOST_CHILDREN;
    if (nodes->count == most) {
        ANS_BUILD_FAULT(b, *self, TOO_MANY_OF, name,
                        ans_arena_printf(b->arena, "%zu", most), ANS_NONE);
        return false;
    }
    nodes->items = ans_arena_grow(b->arena, nodes->items, nodes->count,
                                  sizeof(struct ans_node *));
    nodes->items[nodes->count++] = node;
    return true;
}

static void attach(struct ans_build *b, const struct ans_spot *self,
                   const struct ans_place *place, struct ans_node *parent,
                   struct ans_node *node)
{
    char *slot = (char *)parent + place->slot;
    if (put_in_slot(b, self, place, slot, node))
        ANS_BUILT_ADD(b, nodes,
                      (struct ans_built_node){node, *self, slot, parent});
}

static struct ans_node *make_node(struct ans_build *b,
                                  const struct ans_spot *self,
                                  const struct ans_place *place, int depth)
{
    const struct ans_word *word = self->word;
    if (!ans_build_step(b, self, depth))
        return NULL;
    char *owner = ans_arena_alloc(b->arena, word->size);
    struct ans_node *node = (struct ans_node *)owner;
    *node =
        (struct ans_node){.word = word, .file = self->file, .line = self->line};
    if (word->tag_offset)
        memcpy(owner + word->tag_offset, &word->tag, sizeof word->tag);
    take_id(b, self, &node->id);
    take_text(b, self, owner);
    if (word->answers_offset)
        ans_build_answers_of(b, self, owner);
    else
        fill_fields(b, self, place, owner, depth);
    add_children(b, self, node, depth);
    return node;
}

struct ans_node *ans_build_node(struct ans_build *b,
                                const struct ans_decl *decl,
                                const struct ans_word *word,
                                const struct ans_node *parent, int depth)
{
    struct ans_spot self = decl_spot(decl, word);
    struct ans_node *node = make_node(b, &self, NULL, depth);
    if (node)
        ANS_BUILT_ADD(b, nodes,
                      (struct ans_built_node){node, self, node, parent});
    return node;
}

/* A word that is not this one's: the nearest of those that are, else all. */
static void report_field(struct ans_build *b, const struct ans_spot *spot,
                         struct ans_str name, struct ans_str *meant)
{
    const struct ans_word *word = spot->word;
    const char *others[40] = {NULL};
    size_t other_count = 0;
    const char *names[64] = {NULL};
    struct ans_str known[64];
    size_t count = 0;
    size_t total;
    const struct ans_word *const *words = ans_words(&total);
    for (size_t i = 0; i < word->field_count; i++) {
        const struct ans_word_field *field = &word->fields[i];
        if (ans_word_has(word, field) && count < ANS_COUNT(known) - 1) {
            names[count] = field->name;
            known[count++] = ans_str_from(field->name);
        }
        if (!ans_str_is(name, field->name))
            continue;
        for (size_t w = 0; w < total; w++)
            if (words[w]->fields == word->fields &&
                ans_word_has(words[w], field) && other_count < 39)
                others[other_count++] = words[w]->name;
    }
    *meant = ans_nearest(name, known, count);
    if (other_count)
        ANS_BUILD_FAULT(b, *spot, FIELD_ELSEWHERE, name,
                        ans_str_from(word->name), ans_build_join(b, others));
    else if (meant->len || !count)
        ANS_BUILD_FAULT(b, *spot, UNKNOWN_FIELD, name, ans_str_from(word->name),
                        *meant);
    else
        ANS_BUILD_FAULT(b, *spot, UNKNOWN_FIELD_OF, name,
                        ans_str_from(word->name), ans_build_join(b, names));
}

/* In a group the group says what is public, and a part may say no. */
static const char *fallback_of(const struct ans_word_field *field,
                               const struct ans_place *place)
{
    bool in_group = place && !strcmp(place->parent, "question.group");
    return in_group && !strcmp(field->name, "public") ? "true"
                                                      : field->fallback;
}

static void fill_missing(struct ans_build *b, const struct ans_spot *self,
                         const struct ans_place *place,
                         const struct ans_word_field *field, void *owner)
{
    const struct ans_word *word = self->word;
    bool by_arg = field->offset == word->text_offset && !word->names_text &&
                  word->form == ANS_FORM_ID_TEXT && self->decl->arg_count < 2;
    const char *fallback = fallback_of(field, place);
    if (field->required || (word->text_offset && by_arg)) {
        ANS_BUILD_FAULT(
            b, *self, MISSING_FIELD, ans_str_from(word->name),
            ans_build_first(self->decl),
            ans_arena_printf(b->arena, "%s = %s", field->name, field->example));
    } else if (fallback) {
        struct ans_spot spot = *self;
        spot.field = field;
        struct ans_said_value v = ans_build_parse(b, fallback);
        ans_build_value(b, &spot, &v, owner);
    }
}

static void fill_fields(struct ans_build *b, const struct ans_spot *self,
                        const struct ans_place *place, void *owner, int depth)
{
    const struct ans_said_table *body = self->decl->body;
    struct ans_strs meant = {0};
    (void)depth;
    for (size_t i = 0; body && i < body->named_count; i++) {
        const struct ans_said_pair *pair = &body->named[i];
        struct ans_spot spot = *self;
        spot.line = pair->line ? pair->line : pair->value.line;
        if (!spot.line)
            spot.line = self->line;
        spot.field = ans_word_field_find(self->word, pair->key);
        if (spot.field) {
            ans_build_value(b, &spot, &pair->value, owner);
            continue;
        }
        struct ans_str near;
        report_field(b, &spot, pair->key, &near);
        meant.items = ans_arena_grow(b->scratch, meant.items, meant.count,
                                     sizeof *meant.items);
        meant.items[meant.count++] = near;
    }
    for (size_t i = 0; i < self->word->field_count; i++) {
        const struct ans_word_field *field = &self->word->fields[i];
        bool known = !ans_word_has(self->word, field) ||
                     ans_build_pair(self->decl, field->name);
        /* "titel" is reported already: not also that "title" is missing. */
        for (size_t k = 0; k < meant.count; k++)
            known |= ans_str_is(meant.items[k], field->name);
        if (!known)
            fill_missing(b, self, place, field, owner);
    }
}

/* may_join { "a", "b" }: a list that is a field of its parent. */
static void fill_list(struct ans_build *b, const struct ans_spot *self,
                      struct ans_node *parent)
{
    struct ans_spot spot = *self;
    spot.field = &self->word->fields[0];
    struct ans_strs *list =
        (struct ans_strs *)((char *)parent + spot.field->offset);
    struct ans_said_value v = {.type = ANS_SAID_TABLE,
                               .table = self->decl->body};
    if (list->count)
        ANS_BUILD_FAULT(b, *self, TOO_MANY, ans_str_from(self->word->name),
                        ans_build_where(b, parent), ANS_NONE);
    else if (!v.table)
        ANS_BUILD_FAULT(b, *self, NOT_FINISHED, ans_str_from(self->word->name),
                        ANS_NONE, ans_str_from(self->word->example));
    else
        ans_build_value(b, &spot, &v, parent);
}

static void add_child(struct ans_build *b, const struct ans_decl *decl,
                      struct ans_node *parent, int depth)
{
    const struct ans_place *place = NULL;
    const struct ans_word *word =
        ans_word_find_in(ans_str_from(decl->word->name), parent->word, &place);
    if (!decl->finished)
        return; /* said already */
    if (!word) {
        ans_build_misplaced(b, decl, parent->word);
        return;
    }
    struct ans_spot self = decl_spot(decl, word);
    if (word->form == ANS_FORM_LIST) {
        fill_list(b, &self, parent);
        return;
    }
    struct ans_node *node = make_node(b, &self, place, depth + 1);
    if (node)
        attach(b, &self, place, parent, node);
}

static void add_children(struct ans_build *b, const struct ans_spot *self,
                         struct ans_node *node, int depth)
{
    const struct ans_said_table *body = self->decl->body;
    for (size_t i = 0; body && i < body->list_count; i++) {
        const struct ans_said_value *v = &body->list[i];
        struct ans_spot spot = *self;
        struct ans_str shown = v->type == ANS_SAID_STRING ? v->s
                               : v->type == ANS_SAID_NUMBER
                                   ? ans_arena_printf(b->arena, "%.14g", v->n)
                               : v->type == ANS_SAID_TABLE ? ANS_STR("{ ... }")
                                                           : ANS_STR("...");
        if (v->line)
            spot.line = v->line;
        if (v->type == ANS_SAID_DECL)
            add_child(b, v->decl, node, depth);
        else if (!ans_build_nil(b, &spot, v))
            ANS_BUILD_FAULT(b, spot, STRAY_VALUE,
                            ans_str_from(node->word->name), shown, ANS_NONE);
    }
}

void ans_build_at_top(struct ans_build *b, const struct ans_decl *decl,
                      const struct ans_word *parent, struct ans_node *top)
{
    const struct ans_place *place = NULL;
    const struct ans_word *word =
        ans_word_find_in(ans_str_from(decl->word->name), parent, &place);
    if (!word) {
        ans_build_misplaced(b, decl, NULL);
        return;
    }
    struct ans_spot self = decl_spot(decl, word);
    struct ans_node *node = make_node(b, &self, place, 1);
    if (node)
        attach(b, &self, place, top, node);
}

static void add_top(struct ans_build *b, const struct ans_decl *decl)
{
    const struct ans_place *place = NULL;
    const struct ans_word *word =
        ans_word_find_in(ans_str_from(decl->word->name), NULL, &place);
    bool national = word && word->size == sizeof(struct ans_national_goal) &&
                    !strcmp(word->name, "national_goal");
    if (decl == b->county_decl)
        return;
    if (!word) {
        ans_build_misplaced(b, decl, NULL);
        return;
    }
    struct ans_spot self = decl_spot(decl, word);
    if (national && !ans_build_is_shared(b, decl->file)) {
        ANS_BUILD_FAULT(b, self, NATIONAL_HERE, ans_build_first(decl), ANS_NONE,
                        ANS_NONE);
        return;
    }
    if (!strcmp(word->name, "county")) {
        ANS_BUILD_FAULT(b, self, TOO_MANY, ans_str_from("county"),
                        ans_build_where(b, &b->county->node), ANS_NONE);
        return;
    }
    ans_build_at_top(b, decl, NULL, &b->county->node);
}

static const struct ans_decl *find_county(const struct ans_decls *decls)
{
    for (size_t i = 0; i < decls->count; i++) {
        const struct ans_decl *decl = decls->items[i];
        if (!decl->inside && decl->finished &&
            !strcmp(decl->word->name, "county"))
            return decl;
    }
    return NULL;
}

/* The languages come before everything else: they say how texts are read. */
static void take_languages(struct ans_build *b)
{
    static const struct ans_said_value none = {.type = ANS_SAID_NIL};
    const struct ans_said_pair *pair =
        b->county_decl ? ans_build_pair(b->county_decl, "languages") : NULL;
    const struct ans_said_value *v = pair ? &pair->value : &none;
    const struct ans_said_value *items = v;
    size_t count = 1;
    if (v->type == ANS_SAID_TABLE) {
        items = v->table->list;
        count = v->table->list_count;
    }
    struct ans_strs *out = &b->languages;
    out->items = ANS_NEW_ARRAY(b->arena, struct ans_str, count + 1);
    for (size_t i = 0; i < count; i++)
        if (items[i].type == ANS_SAID_STRING)
            out->items[out->count++] = ans_arena_str(b->arena, items[i].s);
    if (!out->count)
        out->items[out->count++] = ANS_STR("sv");
}

static void build_county(struct ans_build *b)
{
    struct ans_county *c = b->county;
    c->slug = ans_arena_str(b->arena, b->folder->slug);
    c->version = ans_arena_str(b->arena, b->folder->version);
    take_languages(b);
    if (!b->county_decl) {
        struct ans_spot nowhere = {.file = ANS_STR("county.lua")};
        const struct ans_word *word = ans_word_find(ANS_STR("county"));
        c->languages = b->languages;
        ANS_BUILD_FAULT(b, nowhere, MISSING_WORD, ANS_STR("county"),
                        ans_str_from(word->example), ANS_NONE);
        c->node = (struct ans_node){.word = word, .file = nowhere.file};
        return;
    }
    struct ans_spot self =
        decl_spot(b->county_decl, ans_word_find(ANS_STR("county")));
    c->node = (struct ans_node){
        .word = self.word, .file = self.file, .line = self.line};
    take_id(b, &self, &c->node.id);
    fill_fields(b, &self, NULL, c, 0);
    ans_build_chains(b);
    add_children(b, &self, &c->node, 0);
}

/* Was something of the county not understood, so that it may seem missing? */
static bool is_partial(const struct ans_build *b)
{
    for (size_t i = 0; i < b->faults->count; i++)
        if (b->faults->items[i].code == ANS_FAULT_UNKNOWN_WORD)
            return true;
    return b->decls->partial;
}

/* Whether a rule can hold is asked of a form that is sound, since what is
 * wrong in it seems to exclude answers. */
static void check_form(struct ans_build *b)
{
    bool failed = b->failed;
    b->failed = b->rules_broken;
    ans_check_ids(b);
    ans_check_join(b);
    ans_check_rules(b);
    if (!b->failed && b->county->join && !b->partial)
        ans_check_solvable(b);
    b->failed |= failed;
}

const struct ans_county *ans_county_build(struct ans_arena *arena,
                                          const struct ans_decls *decls,
                                          const struct ans_folder *folder,
                                          const struct ans_texts *texts,
                                          struct ans_faults *faults)
{
    struct ans_build b = {.arena = arena,
                          .scratch = ans_arena_new(0),
                          .decls = decls,
                          .folder = folder,
                          .portal = texts,
                          .faults = faults,
                          .county = ANS_NEW(arena, struct ans_county)};
    b.partial = is_partial(&b);
    ans_build_unfinished(&b);
    b.county_decl = find_county(decls);
    build_county(&b);
    for (size_t i = 0; i < decls->count; i++)
        if (!decls->items[i]->inside && decls->items[i]->finished)
            add_top(&b, decls->items[i]);
    ans_build_genitive(&b);
    ans_check_wordings(&b);
    ans_build_fill_texts(&b);
    ans_build_fold_wordings(&b);
    ans_build_defaults(&b);
    ans_check_identity(&b);
    ans_check_theme(&b);
    ans_check_strategy(&b);
    ans_check_life(&b);
    ans_check_register(&b);
    check_form(&b);
    if (!folder->accepted)
        ans_check_links(&b);
    ans_check_languages(&b);
    ans_arena_free(b.scratch);
    return b.failed ? NULL : b.county;
}
