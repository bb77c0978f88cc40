/* lint: odd Lua in a county's scripts, told in plain words.
 *
 * Asks luacheck (Debian's package lua-check), a library in Lua, in a state of
 * its own that is trusted and never runs a script: it reads them as text. What
 * it finds is advice, under codes of our own (county/faults_lint.def), since
 * its numbers and sentences are for programmers. Takes milliseconds for each
 * script: for who checks, not for who serves. Knows no county.
 */
#pragma once

#include "county/build.h"
#include "county/diag.h"

/* Add what is odd in the folder's scripts, tests.lua among them. `lua` is the
 * engine's folder of Lua; without its lint.lua nothing is looked for, and
 * without luacheck that is what the advice says. Nothing is told of a line that
 * has a fault already. */
void ans_lint_folder(const struct ans_folder *folder, const char *lua,
                     struct ans_faults *faults);
