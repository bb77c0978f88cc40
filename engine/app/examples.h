/* examples: the reference's examples of faults, each made in a copy of the
 * template and checked, or played where no script alone is at fault
 * (app/scenes.h). Private to app.
 */
#pragma once

#include "app/app.h"
#include "reference/reference.h"

/* Try every example. Those that do not give precisely the faults of their code,
 * and codes without an example, are told of on standard error and counted in
 * `wrong`. False: the template cannot be read. */
ANS_MUST_CHECK
bool ans_examples_try(struct ans_run *run, struct ans_reference_prints *prints,
                      size_t *wrong, struct ans_err *err);
