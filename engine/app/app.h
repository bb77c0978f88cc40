/* app: the program: commands, settings, the running service.
 *
 * Only this module knows that the program is a program: it alone prints,
 * reads the environment, handles signals and decides on exit codes: 0, 1
 * (found faults, or failed), 2 (wrong use).
 */
#pragma once

#include "app/settings.h"
#include "base/arena.h"
#include "base/err.h"

int ans_app_main(int argc, char **argv);

/* Commands; each prints what it has to say and returns the exit code. */
struct ans_run {
    struct ans_arena *arena;
    struct ans_settings settings;
    struct ans_args args;
};
int ans_command_serve(struct ans_run *run);
int ans_command_check(struct ans_run *run);
int ans_command_new(struct ans_run *run);
int ans_command_test(struct ans_run *run);
int ans_command_simulate(struct ans_run *run);
int ans_command_vocabulary(struct ans_run *run);
int ans_command_texts(struct ans_run *run);
int ans_command_backup(struct ans_run *run);
int ans_command_renew(struct ans_run *run);
int ans_command_restore(struct ans_run *run);
int ans_command_verify(struct ans_run *run);
int ans_command_versions(struct ans_run *run);
int ans_command_rollback(struct ans_run *run);
int ans_command_invite(struct ans_run *run);
int ans_command_register(struct ans_run *run);
int ans_command_diff(struct ans_run *run);

/* "anslut: " and the sentence, on standard error; the exit code for the
 * kind of error: 2 for wrong use, else 1. */
int ans_app_fail(const struct ans_err *err);

/* Commands print Swedish or, by --lang, English. Any other language was refused
 * before the command began, but where it may be one of a county's. */
bool ans_app_swedish(const struct ans_run *run);

/* Where the outside reaches the service: before every link in a mail. */
struct ans_str ans_app_url(const struct ans_run *run);

/* What is wrong in a file, such as a damaged database, is no wrong use of the
 * command. Gives false, to end with. */
bool ans_app_blame_files(struct ans_err *err);
