/* siphash: a keyed hash for tables that foreign input fills.
 *
 * SipHash-1-3 (Aumasson and Bernstein, 2012): whoever does not know the key
 * cannot choose inputs that collide.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

struct ans_sipkey {
    uint64_t k0, k1;
};

/* From the system's random source. */
struct ans_sipkey ans_sipkey_random(void);

uint64_t ans_siphash(const struct ans_sipkey *key, const void *data,
                     size_t len);
