/* Any bytes as a script: refused, failed, stopped or run, within its bounds,
 * and nothing left behind. */
#include <stdint.h>
#include <stdlib.h>

#include "script/script.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_vm *vm = ans_vm_new(NULL);
    struct ans_script_fault fault;
    struct ans_budget budget = {20, 0, 2u << 20};
    bool ok = ans_vm_run(vm, ANS_STR("fuzz.lua"),
                         (struct ans_str){(const char *)data, size}, &budget,
                         arena, &fault);
    if (!ok && !fault.text.len)
        abort(); /* a fault has words */
    if (ans_vm_use(vm).memory > budget.memory)
        abort();
    ans_vm_freeze(vm);
    ans_vm_free(vm);
    ans_arena_free(arena);
    return 0;
}
