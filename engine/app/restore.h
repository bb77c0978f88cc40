/* restore: taking in databases, by the command or by the server it asked.
 * Private to app.
 */
#pragma once

#include "base/attr.h"
#include "base/err.h"
#include "base/str.h"
#include "edition/edition.h"

/* Without a server: put the verified file in the place of a county's
 * database, the old one kept beside it. */
ANS_MUST_CHECK
bool ans_restore_place(const char *data, struct ans_str slug, const char *from,
                       struct ans_err *err);

/* The server's side: take in every database that waits in DATA/restore, and
 * write beside each how it went. Logs; never fails. */
void ans_restore_waiting(struct ans_editions *editions, const char *data);
