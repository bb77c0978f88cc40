/* Any bytes as a county's script: loaded or told as faults with words and
 * sensible lines; the same twice. */
#include <stdint.h>
#include <stdlib.h>

#include "bind/bind.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void load(struct ans_folder *folder, struct ans_arena *arena,
                 struct ans_faults *faults, struct ans_decls *decls)
{
    struct ans_vm *vm = ans_bind_load(folder, NULL, arena, decls, faults);
    if (!vm)
        abort();
    ans_vm_free(vm);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct ans_folder_file file = {ANS_STR("county.lua"),
                                   {(const char *)data, size}};
    struct ans_folder folder = {.slug = ANS_STR("x"),
                                .files = &file,
                                .count = 1,
                                .version = ANS_STR("00")};
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_faults faults = {.arena = arena};
    struct ans_decls decls = {0};
    load(&folder, arena, &faults, &decls);
    for (size_t i = 0; i < faults.count; i++) {
        struct ans_buf out = {0};
        ans_fault_write(&out, &faults.items[i], ANS_STR("x"), ANS_STR("sv"));
        if (faults.items[i].line < 0 || !out.len)
            abort();
        ans_buf_free(&out);
    }
    ans_arena_free(arena);
    return 0;
}
