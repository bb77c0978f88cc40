#include "join/join.h"
#include "join/link.h"
#include "join/package.h"
#include "member/audit.h"

static const char *const words[] = {
    [ANS_GIVEN] = "given",
    [ANS_OFFERED] = "offered",
    [ANS_ACCEPTED] = "accepted",
    [ANS_DECLINED] = "declined",
};

/* The schema's CHECK lets no other word in. */
static enum ans_offer offer_of(struct ans_str word)
{
    size_t i = 0;
    while (i < ANS_COUNT(words) - 1 && !ans_str_is(word, words[i]))
        i++;
    return (enum ans_offer)i;
}

static bool find_member(struct ans_db *db, struct ans_str token,
                        struct ans_arena *arena, struct ans_member *out,
                        struct ans_err *err)
{
    int64_t id;
    int64_t made_at;
    if (!ans_link_find(db, token, "welcome", &id, &made_at, err))
        return false;
    if (!id)
        return ans_err_set(err, ANS_ERR_NOT_FOUND,
                           "there is no such welcome page");
    if (!ans_member_get(db, id, arena, out, err))
        return false;
    return out->state == ANS_MEMBER_PUBLIC || out->state == ANS_MEMBER_REVIEW ||
           ans_err_set(err, ANS_ERR_NOT_FOUND,
                       "the organisation is not a member any more");
}

bool ans_package_read(struct ans_db *db, struct ans_arena *arena,
                      struct ans_package *out, struct ans_err *err)
{
    struct ans_stmt *st =
        ans_stmt_get(db,
                     "SELECT item, state FROM package_item WHERE member = ?"
                     " ORDER BY place",
                     err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, out->member.id);
    while (ans_stmt_step(st, err)) {
        out->items =
            ans_arena_grow(arena, out->items, out->count, sizeof(*out->items));
        out->items[out->count++] = (struct ans_package_item){
            .item = ans_arena_str(arena, ans_stmt_str(st, 0)),
            .state = offer_of(ans_stmt_str(st, 1)),
        };
    }
    ans_stmt_release(st);
    return !err->kind;
}

bool ans_package_move(struct ans_db *db, int64_t from, int64_t to,
                      struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db,
        "INSERT INTO package_item (member, place, item, state)"
        " SELECT ?, p.place + (SELECT coalesce(max(place) + 1, 0)"
        "  FROM package_item WHERE member = ?), p.item, p.state"
        " FROM package_item AS p WHERE p.member = ? AND p.item NOT IN"
        "  (SELECT item FROM package_item WHERE member = ?)",
        err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, to);
    ans_stmt_bind_int(st, 2, to);
    ans_stmt_bind_int(st, 3, from);
    ans_stmt_bind_int(st, 4, to);
    return ans_stmt_run(st, err);
}

/* The place after what the member has. */
static bool next_place(struct ans_db *db, int64_t member, int64_t *place,
                       struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db,
        "SELECT coalesce(max(place) + 1, 0) FROM package_item WHERE member = ?",
        err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, member);
    bool row = ans_stmt_step(st, err);
    *place = row ? ans_stmt_int(st, 0) : 0;
    ans_stmt_release(st);
    return row;
}

static bool has_item(struct ans_db *db, int64_t member, struct ans_str item,
                     bool *has, struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db, "SELECT 1 FROM package_item WHERE member = ? AND item = ?", err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, member);
    ans_stmt_bind_str(st, 2, item);
    *has = ans_stmt_step(st, err);
    ans_stmt_release(st);
    return !err->kind;
}

static bool add_item(struct ans_db *db, int64_t member, int64_t place,
                     struct ans_str item, bool offer, struct ans_err *err)
{
    struct ans_stmt *st =
        ans_stmt_get(db,
                     "INSERT INTO package_item (member, place, item, state)"
                     " VALUES (?, ?, ?, ?)",
                     err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, member);
    ans_stmt_bind_int(st, 2, place);
    ans_stmt_bind_str(st, 3, item);
    ans_stmt_bind_str(st, 4, offer ? ANS_STR("offered") : ANS_STR("given"));
    return ans_stmt_run(st, err);
}

/* One statement that looks and inserts makes SQLite fill a table of its own
 * for each row: a sixth of a whole join. */
bool ans_package_add(struct ans_db *db, const struct ans_submission *s,
                     int64_t member, struct ans_err *err)
{
    int64_t first;
    if (!next_place(db, member, &first, err))
        return false;
    int64_t place = first;
    for (size_t i = 0; i < s->item_count; i++) {
        bool has = false;
        if (first && !has_item(db, member, s->item_ids[i], &has, err))
            return false;
        if (!has && !add_item(db, member, place++, s->item_ids[i],
                              s->item_offers[i], err))
            return false;
    }
    return true;
}

bool ans_welcome_find(struct ans_store *store, struct ans_str welcome_token,
                      struct ans_arena *arena, struct ans_package *out,
                      struct ans_err *err)
{
    *out = (struct ans_package){0};
    struct ans_db *db = ans_store_acquire(store, err);
    if (!db)
        return false;
    bool ok = find_member(db, welcome_token, arena, &out->member, err) &&
              ans_package_read(db, arena, out, err);
    ans_store_release(store, db);
    return ok;
}

struct answering {
    struct ans_str token;
    struct ans_str item;
    enum ans_offer answer;
    int64_t now;
    struct ans_arena *arena;
};

/* ANS_ERR_DENIED or ANS_ERR_NOT_FOUND unless the item is the member's to
 * answer. */
static bool check_item(struct ans_db *db, const struct answering *a,
                       int64_t member, enum ans_offer *state,
                       struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db, "SELECT state FROM package_item WHERE member = ? AND item = ?",
        err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, member);
    ans_stmt_bind_str(st, 2, a->item);
    bool found = ans_stmt_step(st, err);
    *state = found ? offer_of(ans_stmt_str(st, 0)) : ANS_GIVEN;
    ans_stmt_release(st);
    if (err->kind)
        return false;
    if (!found)
        return ans_err_set(err, ANS_ERR_NOT_FOUND,
                           "the package has no such item");
    return *state != ANS_GIVEN ||
           ans_err_set(err, ANS_ERR_DENIED, "the item is not an offer");
}

static bool save_answer(struct ans_db *db, const struct answering *a,
                        int64_t member, struct ans_err *err)
{
    struct ans_stmt *st =
        ans_stmt_get(db,
                     "UPDATE package_item SET state = ?, answered_at = ?"
                     " WHERE member = ? AND item = ?",
                     err);
    if (!st)
        return false;
    ans_stmt_bind_str(st, 1, ans_str_from(words[a->answer]));
    ans_stmt_bind_int(st, 2, a->now);
    ans_stmt_bind_int(st, 3, member);
    ans_stmt_bind_str(st, 4, a->item);
    return ans_stmt_run(st, err);
}

static bool answer(struct ans_db *db, void *context, struct ans_err *err)
{
    const struct answering *a = context;
    struct ans_member m;
    enum ans_offer state;
    if (!find_member(db, a->token, a->arena, &m, err) ||
        !check_item(db, a, m.id, &state, err))
        return false;
    if (state == a->answer)
        return true;
    const struct ans_audit entry = {
        .at = a->now,
        .actor = "visitor",
        .action =
            a->answer == ANS_ACCEPTED ? "package.accepted" : "package.declined",
        .member = m.id,
        .detail = a->item,
    };
    return save_answer(db, a, m.id, err) && ans_audit_add(db, &entry, err);
}

bool ans_welcome_answer(struct ans_store *store, struct ans_str welcome_token,
                        struct ans_str item, bool accept, int64_t now,
                        struct ans_err *err)
{
    struct answering a = {.token = welcome_token,
                          .item = item,
                          .answer = accept ? ANS_ACCEPTED : ANS_DECLINED,
                          .now = now,
                          .arena = ans_arena_new(0)};
    bool ok = ans_store_write(store, answer, &a, err);
    ans_arena_free(a.arena);
    return ok;
}
