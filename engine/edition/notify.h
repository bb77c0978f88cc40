/* notify: what the kernel tells of changes below the folder of counties. The
 * one file with inotify. Private to edition.
 */
#pragma once

#include "base/attr.h"
#include "base/err.h"
#include "edition/changes.h"

struct ans_notify;

/* ANS_ERR_BUSY: the system gives no more of these. */
struct ans_notify *ans_notify_new(const char *counties, struct ans_err *err);
void ans_notify_free(struct ans_notify *n);    /* NULL is fine */
int ans_notify_fd(const struct ans_notify *n); /* to poll for reading */

/* Watch every folder that is there now, so that nothing that happens later is
 * missed. ANS_ERR_BUSY: no room for so many watches; ANS_ERR_NOT_FOUND: the
 * folder of counties is gone. */
ANS_MUST_CHECK
bool ans_notify_sync(struct ans_notify *n, struct ans_err *err);

/* Has another folder taken the place of the one that is watched? */
bool ans_notify_lost(const struct ans_notify *n);

/* Add what has happened. Never waits. When more happened than the kernel
 * keeps, everything counts as changed. */
void ans_notify_take(struct ans_notify *n, struct ans_changes *out,
                     int64_t now);
