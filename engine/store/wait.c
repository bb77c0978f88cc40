/* A futex word for each waiting caller: exactly that caller is woken, and
 * nobody then stands in line for a mutex, as with a condition variable. */
#include <limits.h>
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "store/internal.h"

void ans_wait_done(_Atomic uint32_t *word)
{
    while (!atomic_load_explicit(word, memory_order_acquire))
        syscall(SYS_futex, word, FUTEX_WAIT_PRIVATE, 0, NULL, NULL, 0);
}

/* Once the word is set its owner may return and its stack be used anew: the
 * address is then only a number to the kernel, and at worst wakes a sleeper
 * who looks again. */
void ans_wake_done(_Atomic uint32_t *word)
{
    atomic_store_explicit(word, 1, memory_order_release);
    syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, INT_MAX, NULL, NULL, 0);
}
