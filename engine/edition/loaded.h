/* loaded: a county's folder, what it declares, and VMs for its functions.
 * Private to edition.
 */
#pragma once

#include <pthread.h>
#include <stdatomic.h>

#include "county/decl.h"
#include "edition/edition.h"
#include "secret/secret.h"

struct ans_vm;

/* Idle VMs that are kept; more are made when more callers come at once. */
#define ANS_VMS_KEPT 4

struct ans_pooled_vm {
    struct ans_vm *vm;
    struct ans_arena *arena; /* what it said; the VM may point into it */
};

struct ans_vms {
    pthread_mutex_t lock;
    struct ans_pooled_vm idle[ANS_VMS_KEPT];
    size_t count;
};

struct ans_loaded {
    atomic_int holders;
    struct ans_arena *arena;
    struct ans_folder folder;
    const char *lua; /* the engine's lua/; NULL: not said */
    bool accepted;   /* it was shown before, and what is tried held then */
    const struct ans_texts *texts;   /* the portal's own; NULL: none */
    const struct ans_county *county; /* NULL: faulty */
    bool has_functions;
    struct ans_hash functions; /* which function is which */
    struct ans_vms vms;
};

/* Only read the folder (and lua/national.lua, and the portal's texts when
 * `texts` is NULL). */
struct ans_loaded *ans_loaded_read(const char *path, struct ans_str slug,
                                   const char *lua,
                                   const struct ans_texts *texts,
                                   struct ans_err *err);
/* The same from a version that was kept under `root`. */
struct ans_loaded *ans_loaded_recall(const char *root, struct ans_str slug,
                                     struct ans_str content, const char *lua,
                                     const struct ans_texts *texts,
                                     struct ans_err *err);
/* Give it meaning. False: it has faults, which are added. What runs (its
 * functions, its tests, the drawing of its symbol) is tried unless it was
 * accepted before. */
bool ans_loaded_build(struct ans_loaded *loaded, struct ans_faults *faults);
struct ans_loaded *ans_loaded_acquire(struct ans_loaded *loaded);

/* proof.c: run the county's own tests; what does not hold is a fault. */
void ans_loaded_prove(struct ans_loaded *loaded, struct ans_faults *faults);

/* check.c: what the county's words alone do not tell. `draws`: its symbol is
 * drawn as a trial. */
void ans_loaded_check(const struct ans_folder *folder,
                      const struct ans_decls *decls, bool draws,
                      struct ans_arena *arena, struct ans_faults *faults);

/* vms.c */
bool ans_vms_init(struct ans_vms *vms);
void ans_vms_free(struct ans_vms *vms);
void ans_vms_clear(struct ans_vms *vms); /* drop those that are idle */
void ans_vms_give(struct ans_vms *vms, struct ans_pooled_vm vm);
void ans_vms_drop(struct ans_pooled_vm vm);
/* Which function of a script bears which number, as a hash; false when it has
 * none. */
bool ans_functions_hash(const struct ans_decls *decls, struct ans_hash *out);
/* A further VM of the county. ANS_ERR_SCRIPT: loading it again gave other
 * functions. */
ANS_MUST_CHECK
bool ans_vms_make(const struct ans_loaded *loaded, struct ans_pooled_vm *out,
                  struct ans_err *err);
/* As struct ans_rule_runner asks; `context` is a struct ans_loaded. */
bool ans_vms_call(void *context, int function, const struct ans_map *answers,
                  bool *holds, struct ans_err *err);
