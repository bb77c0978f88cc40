/* stmt: running statements on a connection that store has lent.
 *
 *     struct ans_stmt *st = ans_stmt_get(db, "SELECT ... WHERE id = ?", err);
 *     if (!st)
 *         return false;
 *     ans_stmt_bind_int(st, 1, id);
 *     while (ans_stmt_step(st, err))
 *         use(ans_stmt_str(st, 0));
 *     ans_stmt_release(st);
 *     return !err->kind;
 */
#pragma once

#include "store/store.h"

/* `sql` must be a literal or live as long as the store. */
ANS_MUST_CHECK
struct ans_stmt *ans_stmt_get(struct ans_db *db, const char *sql,
                              struct ans_err *err);
void ans_stmt_release(struct ans_stmt *st); /* NULL is fine */

/* Parameters from 1. Text and blobs are borrowed until the release. */
void ans_stmt_bind_int(struct ans_stmt *st, int at, int64_t n);
void ans_stmt_bind_num(struct ans_stmt *st, int at, double n);
void ans_stmt_bind_str(struct ans_stmt *st, int at, struct ans_str s);
void ans_stmt_bind_blob(struct ans_stmt *st, int at, struct ans_str s);
void ans_stmt_bind_null(struct ans_stmt *st, int at);

/* True: a row. False: the end, or an error (err->kind tells).
 * ANS_ERR_CONFLICT: a constraint. ANS_ERR_BUSY: the disk is full. */
bool ans_stmt_step(struct ans_stmt *st, struct ans_err *err);

/* Columns from 0; views are good until the next step or the release. */
int64_t ans_stmt_int(struct ans_stmt *st, int column);
double ans_stmt_num(struct ans_stmt *st, int column);
struct ans_str ans_stmt_str(struct ans_stmt *st, int column);
bool ans_stmt_is_null(struct ans_stmt *st, int column);

/* Step a statement that gives no rows, and release it. */
ANS_MUST_CHECK
bool ans_stmt_run(struct ans_stmt *st, struct ans_err *err);

/* Within a job: the rowid of the last insert, the rows of the last change. */
int64_t ans_db_last_id(struct ans_db *db);
int64_t ans_db_changes(struct ans_db *db);
