#include "member/merge.h"

#include <string.h>

#include "member/queries.h"

static struct ans_place place_of(const struct ans_merge_lane *lane)
{
    return (struct ans_place){.name_key = {lane->key, lane->length},
                              .member = lane->member};
}

/* Move a lane to its next place, after `from` (NULL: its first). */
static bool look(struct ans_merge *m, struct ans_merge_lane *lane,
                 const struct ans_place *from, struct ans_err *err)
{
    const char *sql = !from     ? ANS_MERGE_FIRST
                      : m->back ? ANS_MERGE_BACK
                                : ANS_MERGE_FORTH;
    struct ans_stmt *st = ans_stmt_get(m->db, sql, err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, lane->filter);
    if (from) {
        ans_stmt_bind_blob(st, 2, from->name_key);
        ans_stmt_bind_int(st, 3, from->member);
    }
    lane->ended = !ans_stmt_step(st, err);
    if (!lane->ended) {
        struct ans_str key = ans_stmt_str(st, 0);
        lane->length =
            key.len < sizeof(lane->key) ? key.len : sizeof(lane->key);
        memcpy(lane->key, key.ptr, lane->length);
        lane->member = ans_stmt_int(st, 1);
    }
    ans_stmt_release(st);
    return !err->kind;
}

bool ans_merge_begin(struct ans_merge *m, struct ans_db *db,
                     const int64_t *filters, size_t count,
                     const struct ans_place *from, bool back,
                     struct ans_arena *arena, struct ans_err *err)
{
    *m = (struct ans_merge){
        .db = db,
        .back = back,
        .lanes = ANS_NEW_ARRAY(arena, struct ans_merge_lane, count + 1),
        .count = count,
    };
    for (size_t i = 0; i < count; i++) {
        m->lanes[i].filter = filters[i];
        if (!look(m, &m->lanes[i], from, err))
            return false;
    }
    return true;
}

bool ans_merge_next(struct ans_merge *m, struct ans_place *out,
                    struct ans_err *err)
{
    /* The place that was given out last is still in its lane. */
    if (m->given) {
        const struct ans_place given = place_of(m->given);
        if (!look(m, m->given, &given, err))
            return false;
    }
    m->given = NULL;
    for (size_t i = 0; i < m->count; i++) {
        struct ans_merge_lane *lane = &m->lanes[i];
        if (lane->ended)
            continue;
        int order =
            m->given ? ans_place_cmp(place_of(lane), place_of(m->given)) : 0;
        if (!m->given || (m->back ? order > 0 : order < 0))
            m->given = lane;
    }
    if (m->given)
        *out = place_of(m->given);
    return m->given != NULL;
}
