/* rate: how many, and how often, by address. Fixed tables; thread-safe. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "http/address.h"

/* How many things an address has at once. */
struct ans_tally;

/* Room for `most` addresses at a time. */
struct ans_tally *ans_tally_new(size_t most);
void ans_tally_free(struct ans_tally *tally);

/* One more for the address; false, and nothing counted, when it has `limit`
 * already or the table is full. */
bool ans_tally_add(struct ans_tally *tally, const struct ans_address *a,
                   unsigned limit);
void ans_tally_drop(struct ans_tally *tally, const struct ans_address *a);

/* How often an address may do something: a bucket of `per_minute` that fills
 * up evenly. When the table is full the address that was quiet for longest is
 * forgotten, so that a flood of addresses costs no memory. */
struct ans_rate;

struct ans_rate *ans_rate_new(unsigned per_minute);
void ans_rate_free(struct ans_rate *rate);

/* Take one at `now` (ms of the steady clock). False: too often; `wait` is set
 * to the seconds until the next. */
bool ans_rate_take(struct ans_rate *rate, const struct ans_address *a,
                   int64_t now, int *wait);
