/* folder: counties to load, from text or from tests/counties. For the tests
 * of bind only.
 */
#pragma once

/* cmocka wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/buf.h"
#include "bind/bind.h"
#include "county/vocab.h"

#define MOST_FILES 16

struct trial {
    struct ans_arena *arena;
    struct ans_folder_file files[MOST_FILES];
    struct ans_folder folder;
    struct ans_folder_file shared;
    struct ans_decls decls;
    struct ans_faults faults;
    struct ans_vm *vm;
};

static inline void trial_open(struct trial *t)
{
    *t = (struct trial){.arena = ans_arena_new(0)};
    t->folder = (struct ans_folder){.slug = ANS_STR("mittlan"),
                                    .files = t->files,
                                    .version = ANS_STR("00")};
    t->faults.arena = t->arena;
}

static inline void trial_close(struct trial *t)
{
    ans_vm_free(t->vm);
    ans_arena_free(t->arena);
}

/* In the order of paths, as a folder is. */
static inline void trial_add(struct trial *t, const char *path,
                             struct ans_str bytes)
{
    assert_true(t->folder.count < MOST_FILES);
    struct ans_folder_file file = {ans_str_from(path), bytes};
    size_t at = t->folder.count++;
    for (; at && ans_str_cmp(t->files[at - 1].path, file.path) > 0; at--)
        t->files[at] = t->files[at - 1];
    t->files[at] = file;
}

static inline struct ans_str trial_read(struct trial *t, const char *path)
{
    char full[512];
    snprintf(full, sizeof(full), "%s/tests/counties/%s", ANS_SOURCE_DIR, path);
    FILE *in = fopen(full, "rb");
    if (!in)
        fail_msg("cannot read %s", full);
    char *bytes = ans_arena_alloc(t->arena, 65536);
    size_t len = fread(bytes, 1, 65536, in);
    fclose(in);
    return (struct ans_str){bytes, len};
}

static inline void trial_add_mittlan(struct trial *t)
{
    static const char *const names[] = {
        "county.lua", "join.lua", "strategy.lua", "tests.lua", "welcome.lua"};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        char path[64];
        snprintf(path, sizeof(path), "mittlan/%s", names[i]);
        trial_add(t, names[i], trial_read(t, path));
    }
    t->shared = (struct ans_folder_file){ANS_STR("lua/national.lua"),
                                         trial_read(t, "national.lua")};
}

static inline void trial_load(struct trial *t)
{
    t->vm = ans_bind_load(&t->folder, t->shared.path.len ? &t->shared : NULL,
                          t->arena, &t->decls, &t->faults);
    assert_non_null(t->vm);
    ans_faults_sort(&t->faults);
}

/* All faults, "county.lua:3 unknown-word alrt alert; ...". */
static inline struct ans_str trial_faults(struct trial *t)
{
    struct ans_buf out = {0};
    for (size_t i = 0; i < t->faults.count; i++) {
        const struct ans_fault *f = &t->faults.items[i];
        ans_buf_printf(&out, "%s%.*s:%d %s", i ? "; " : "",
                       ANS_STR_ARG(f->file), f->line, ans_fault_word(f->code));
        for (size_t k = 0; k < 3 && f->values[k].len; k++)
            ans_buf_printf(&out, " %.*s", ANS_STR_ARG(f->values[k]));
    }
    struct ans_str all = ans_arena_str(t->arena, ans_buf_str(&out));
    ans_buf_free(&out);
    return all;
}

/* The n-th declaration of a word, from 0. */
static inline const struct ans_decl *trial_decl(const struct trial *t,
                                                const char *word, size_t n)
{
    for (size_t i = 0; i < t->decls.count; i++)
        if (!strcmp(t->decls.items[i]->word->name, word) && n-- == 0)
            return t->decls.items[i];
    fail_msg("no %s", word);
    return NULL;
}

static inline const struct ans_said_pair *trial_pair(const struct ans_decl *d,
                                                     const char *key)
{
    assert_non_null(d->body);
    for (size_t i = 0; i < d->body->named_count; i++)
        if (ans_str_is(d->body->named[i].key, key))
            return &d->body->named[i];
    fail_msg("no %s", key);
    return NULL;
}
