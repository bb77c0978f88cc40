/* stops: for whom do the functions of a county's scripts stop?
 *
 * A function that reads an answer which some are never asked for works when it
 * is tried by hand, and stops for those. So each is run on made-up
 * organisations of every kind that may join, with little and with much
 * answered; who has better ones (a county's personas) gives them too. What is
 * found is a fault, fails-for-some, at the rule, with the question whose answer
 * was missed. Knows no Lua: functions are run by whoever has the scripts.
 */
#pragma once

#include "answer/answer.h"
#include "county/diag.h"

struct ans_stops; /* functions looked at, and which have stopped already */

/* `arena` and all that is given must live as long. */
struct ans_stops *ans_stops_new(struct ans_arena *arena,
                                const struct ans_county *c,
                                const struct ans_rule_runner *runner,
                                struct ans_faults *faults);

/* Run every function that has not stopped yet on these answers, unless the
 * rest of its rule decides without it. `who` is called by that: the id of a
 * kind, or a name in quotation marks. */
void ans_stops_try(struct ans_stops *stops, struct ans_str who,
                   const struct ans_map *answers);

/* The same for made-up organisations: as many as can be tried in the time that
 * a reload may take, the likeliest first. */
void ans_stops_try_people(struct ans_stops *stops);
