#include "outbox/outbox.h"

#include "base/text.h"

#define MINUTE (60 * INT64_C(1000))
#define HOUR   (60 * MINUTE)
#define DAY    (24 * HOUR)

/* How long a mail is tried before it has failed. */
#define TRIED_FOR (5 * DAY)

/* Characters of a mail server's complaint that are kept. */
#define PROBLEM_MOST 300

bool ans_outbox_add(struct ans_db *db, const struct ans_outbox_mail *mail,
                    struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db,
        "INSERT INTO mail (token, purpose, recipient, lang, subject, plain,"
        " html, created_at, due_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        err);
    if (!st)
        return false;
    ans_stmt_bind_str(st, 1, mail->token);
    ans_stmt_bind_str(st, 2, mail->purpose);
    ans_stmt_bind_str(st, 3, mail->recipient);
    ans_stmt_bind_str(st, 4, mail->lang);
    ans_stmt_bind_str(st, 5, mail->subject);
    ans_stmt_bind_str(st, 6, mail->plain);
    ans_stmt_bind_str(st, 7, mail->html);
    ans_stmt_bind_int(st, 8, mail->created_at);
    ans_stmt_bind_int(st, 9, mail->created_at);
    return ans_stmt_run(st, err);
}

bool ans_outbox_recent(struct ans_db *db, struct ans_str recipient,
                       int64_t since, int64_t *count, struct ans_err *err)
{
    /* Bounded: nobody asks whether it is a hundred or a thousand. */
    struct ans_stmt *st = ans_stmt_get(
        db,
        "SELECT count(*) FROM (SELECT 1 FROM mail WHERE lower(recipient) ="
        " lower(?) AND created_at >= ? LIMIT 1000) AS m",
        err);
    if (!st)
        return false;
    ans_stmt_bind_str(st, 1, recipient);
    ans_stmt_bind_int(st, 2, since);
    bool row = ans_stmt_step(st, err);
    *count = row ? ans_stmt_int(st, 0) : 0;
    ans_stmt_release(st);
    return row;
}

static struct ans_outbox_mail read_mail(struct ans_stmt *st,
                                        struct ans_arena *arena)
{
    return (struct ans_outbox_mail){
        .id = ans_stmt_int(st, 1),
        .token = ans_arena_str(arena, ans_stmt_str(st, 2)),
        .purpose = ans_arena_str(arena, ans_stmt_str(st, 3)),
        .recipient = ans_arena_str(arena, ans_stmt_str(st, 4)),
        .lang = ans_arena_str(arena, ans_stmt_str(st, 5)),
        .subject = ans_arena_str(arena, ans_stmt_str(st, 6)),
        .plain = ans_arena_str(arena, ans_stmt_str(st, 7)),
        .html = ans_arena_str(arena, ans_stmt_str(st, 8)),
        .created_at = ans_stmt_int(st, 9),
        .tries = (int)ans_stmt_int(st, 10),
    };
}

bool ans_outbox_due(struct ans_db *db, int64_t now, size_t most,
                    struct ans_arena *arena, struct ans_outbox_mail *out,
                    size_t *count, int64_t *next_due, struct ans_err *err)
{
    *count = 0;
    *next_due = 0;
    struct ans_stmt *st = ans_stmt_get(
        db,
        "SELECT due_at, id, token, purpose, recipient, lang, subject, plain,"
        " html, created_at, tries FROM mail WHERE state = 'waiting'"
        " ORDER BY due_at, id LIMIT ?",
        err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, (int64_t)most + 1);
    while (!*next_due && ans_stmt_step(st, err)) {
        if (*count < most && ans_stmt_int(st, 0) <= now)
            out[(*count)++] = read_mail(st, arena);
        else
            *next_due = ans_stmt_int(st, 0);
    }
    ans_stmt_release(st);
    return !err->kind;
}

/* A mail that will not be tried again: what it said is erased, links with
 * live tokens among it. */
static bool finish(struct ans_db *db, int64_t id, const char *state,
                   struct ans_str problem, struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db,
        "UPDATE mail SET state = ?, problem = ?, tries = tries + 1,"
        " subject = '', plain = '', html = ''"
        " WHERE id = ? AND state = 'waiting'",
        err);
    if (!st)
        return false;
    ans_stmt_bind_str(st, 1, ans_str_from(state));
    ans_stmt_bind_str(st, 2, problem);
    ans_stmt_bind_int(st, 3, id);
    return ans_stmt_run(st, err);
}

bool ans_outbox_sent(struct ans_db *db, int64_t id, struct ans_err *err)
{
    return finish(db, id, "sent", ANS_STR(""), err);
}

/* How long to wait after the given number of tries. */
static int64_t wait_after(int64_t tries)
{
    static const int64_t waits[] = {1 * MINUTE, 5 * MINUTE, 30 * MINUTE,
                                    2 * HOUR, 8 * HOUR};
    if (tries >= 1 && tries <= (int64_t)ANS_COUNT(waits))
        return waits[tries - 1];
    return DAY;
}

static bool postpone(struct ans_db *db, int64_t id, struct ans_str problem,
                     int64_t due, struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db,
        "UPDATE mail SET tries = tries + 1, problem = ?, due_at = ?"
        " WHERE id = ? AND state = 'waiting'",
        err);
    if (!st)
        return false;
    ans_stmt_bind_str(st, 1, problem);
    ans_stmt_bind_int(st, 2, due);
    ans_stmt_bind_int(st, 3, id);
    return ans_stmt_run(st, err);
}

/* Was the mail waiting, and since when, after how many tries? */
static bool find_waiting(struct ans_db *db, int64_t id, bool *found,
                         int64_t *created_at, int64_t *tries,
                         struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(db,
                                       "SELECT created_at, tries FROM mail"
                                       " WHERE id = ? AND state = 'waiting'",
                                       err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, id);
    *found = ans_stmt_step(st, err);
    if (*found) {
        *created_at = ans_stmt_int(st, 0);
        *tries = ans_stmt_int(st, 1);
    }
    ans_stmt_release(st);
    return !err->kind;
}

bool ans_outbox_not_sent(struct ans_db *db, int64_t id, bool for_good,
                         struct ans_str problem, int64_t now,
                         struct ans_err *err)
{
    bool found = false;
    int64_t created_at = 0;
    int64_t tries = 0;
    if (!find_waiting(db, id, &found, &created_at, &tries, err))
        return false;
    if (!found)
        return true;
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_str kept = ans_text_valid(problem)
                              ? ans_text_shorten(arena, problem, PROBLEM_MOST)
                              : ANS_STR("");
    int64_t due = now + wait_after(tries + 1);
    bool ok = for_good || due > created_at + TRIED_FOR
                  ? finish(db, id, "failed", kept, err)
                  : postpone(db, id, kept, due, err);
    ans_arena_free(arena);
    return ok;
}

bool ans_outbox_sweep(struct ans_db *db, int64_t before, int64_t most,
                      int64_t *forgotten, struct ans_err *err)
{
    /* Ids rise with time, so the oldest are at the front. */
    struct ans_stmt *st =
        ans_stmt_get(db,
                     "DELETE FROM mail WHERE id IN"
                     " (SELECT id FROM mail ORDER BY id LIMIT ?)"
                     " AND created_at < ? AND state <> 'waiting'",
                     err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, most);
    ans_stmt_bind_int(st, 2, before);
    if (!ans_stmt_run(st, err))
        return false;
    *forgotten = ans_db_changes(db);
    return true;
}
