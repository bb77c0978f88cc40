/* What the files of the builder share: faults at their place, lists of
 * words. */
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "county/building.h"

static int cmp_path(const void *key, const void *file)
{
    return ans_str_cmp(*(const struct ans_str *)key,
                       ((const struct ans_folder_file *)file)->path);
}

const struct ans_folder_file *ans_folder_find(const struct ans_folder *folder,
                                              struct ans_str path)
{
    if (!folder->count)
        return NULL;
    return bsearch(&path, folder->files, folder->count, sizeof *folder->files,
                   cmp_path);
}

/* Something is said to be missing, which a file that failed may hold. */
static bool is_absence(enum ans_fault_code code)
{
    static const enum ans_fault_code codes[] = {
        ANS_FAULT_MISSING_WORD,        ANS_FAULT_JOIN_NO_WELCOME,
        ANS_FAULT_WELCOME_NO_JOIN,     ANS_FAULT_MISSING_QUESTION,
        ANS_FAULT_JOIN_NO_EMAIL,       ANS_FAULT_UNKNOWN_AREA,
        ANS_FAULT_UNKNOWN_QUESTION,    ANS_FAULT_UNKNOWN_MUNICIPALITY,
        ANS_FAULT_UNKNOWN_REFERENCE,   ANS_FAULT_UNKNOWN_PATH,
        ANS_FAULT_UNKNOWN_HEADING,     ANS_FAULT_UNKNOWN_SECTION,
        ANS_FAULT_UNKNOWN_LANGUAGE,    ANS_FAULT_NO_AREAS,
        ANS_FAULT_NO_MUNICIPALITIES,   ANS_FAULT_NO_CHILDREN,
        ANS_FAULT_RULE_NO_JOIN,        ANS_FAULT_NEVER_OFFERED,
        ANS_FAULT_DEFAULT_NOT_OFFERED, ANS_FAULT_REVIEW_NO_EMAIL};
    for (size_t i = 0; i < ANS_COUNT(codes); i++)
        if (codes[i] == code)
            return true;
    return false;
}

void ans_build_fault(struct ans_build *b, struct ans_spot spot,
                     enum ans_fault_code code, struct ans_str v1,
                     struct ans_str v2, struct ans_str v3)
{
    b->failed |= !ans_fault_is_advice(code);
    if (b->partial && is_absence(code))
        return;
    ans_fault_add(b->faults, code, spot.file, spot.line, v1, v2, v3);
}

bool ans_build_step(struct ans_build *b, const struct ans_spot *spot, int depth)
{
    if (depth >= ANS_BUILD_DEPTH || b->steps >= ANS_BUILD_STEPS) {
        if (b->steps <= ANS_BUILD_STEPS)
            ANS_BUILD_FAULT(b, *spot, TOO_DEEP, ANS_NONE, ANS_NONE, ANS_NONE);
        b->steps += b->steps == ANS_BUILD_STEPS; /* said once */
        return false;
    }
    b->steps++;
    return true;
}

struct ans_str ans_build_where(struct ans_build *b, const struct ans_node *node)
{
    return ans_arena_printf(b->arena, "%.*s:%d", ANS_STR_ARG(node->file),
                            node->line);
}

bool ans_build_nil(struct ans_build *b, const struct ans_spot *spot,
                   const struct ans_said_value *v)
{
    if (v->type != ANS_SAID_NIL)
        return false;
    b->failed = true;
    if (!b->faults->count)
        ANS_BUILD_FAULT(
            b, *spot, NO_VALUE,
            ans_str_from(spot->field ? spot->field->name : spot->word->name),
            ans_str_from(spot->field ? spot->field->example
                                     : spot->word->example),
            ANS_NONE);
    return true;
}

bool ans_build_is_shared(const struct ans_build *b, struct ans_str file)
{
    return !ans_folder_find(b->folder, file);
}

struct ans_spot ans_build_spot(const struct ans_node *node)
{
    return (struct ans_spot){
        .word = node->word, .file = node->file, .line = node->line};
}

const struct ans_said_pair *ans_build_pair(const struct ans_decl *decl,
                                           const char *name)
{
    for (size_t i = 0; decl->body && i < decl->body->named_count; i++)
        if (ans_str_is(decl->body->named[i].key, name))
            return &decl->body->named[i];
    return NULL;
}

static const struct ans_decl *decl_of(struct ans_build *b,
                                      const struct ans_node *node)
{
    if (node == &b->county->node)
        return b->county_decl;
    for (size_t i = 0; i < b->nodes.count; i++)
        if (b->nodes.items[i].node == node)
            return b->nodes.items[i].spot.decl;
    return NULL;
}

const struct ans_said_pair *ans_build_said(struct ans_build *b,
                                           const struct ans_node *node,
                                           const char *name)
{
    const struct ans_decl *decl = decl_of(b, node);
    return decl ? ans_build_pair(decl, name) : NULL;
}

struct ans_spot ans_build_field_spot(struct ans_build *b,
                                     const struct ans_node *node,
                                     const char *field)
{
    struct ans_spot spot = ans_build_spot(node);
    const struct ans_said_pair *pair = ans_build_said(b, node, field);
    if (pair && pair->line)
        spot.line = pair->line;
    return spot;
}

struct ans_str ans_build_join(struct ans_build *b, const char *const *words)
{
    struct ans_buf buf = {0};
    for (size_t i = 0; words[i]; i++) {
        if (i)
            ans_buf_add_z(&buf, ", ");
        ans_buf_add_z(&buf, words[i]);
    }
    struct ans_str text = ans_arena_str(b->arena, ans_buf_str(&buf));
    ans_buf_free(&buf);
    return text;
}

struct ans_strs ans_build_ids(struct ans_build *b,
                              const struct ans_nodes *nodes)
{
    struct ans_strs ids = {
        ANS_NEW_ARRAY(b->scratch, struct ans_str, nodes->count + 1), 0};
    for (size_t i = 0; i < nodes->count; i++)
        ids.items[ids.count++] = nodes->items[i]->id;
    return ids;
}

struct ans_str ans_build_nearest(struct ans_str word, struct ans_strs known)
{
    return ans_nearest(word, known.items, known.count);
}

/* The kind whose name in a language is the nearest. */
static struct ans_str near_named(const struct ans_build *b, struct ans_str s,
                                 const char *lang)
{
    struct ans_str names[32] = {{0}};
    char key[64];
    size_t count = 0;
    for (; count < ans_kind_count && count < ANS_COUNT(names); count++) {
        snprintf(key, sizeof(key), "kind.%s", ans_kinds[count]);
        names[count] = ans_texts_get(b->portal, ans_str_from(lang), key);
    }
    struct ans_str near = ans_nearest(s, names, count);
    for (size_t i = 0; near.len && i < count; i++)
        if (names[i].ptr == near.ptr)
            return ans_str_from(ans_kinds[i]);
    return ANS_NONE;
}

struct ans_str ans_build_near_kind(const struct ans_build *b, struct ans_str s,
                                   bool otherwise)
{
    struct ans_str known[33] = {{0}};
    size_t count = 0;
    for (; count < ans_kind_count && count < ANS_COUNT(known) - 1; count++)
        known[count] = ans_str_from(ans_kinds[count]);
    if (otherwise)
        known[count++] = ANS_STR("otherwise");
    struct ans_str near = ans_nearest(s, known, count);
    if (!near.len && b->portal)
        near = near_named(b, s, "sv");
    return near.len || !b->portal ? near : near_named(b, s, "en");
}
