#include "member/row.h"

#include "base/text.h"
#include "codec/json.h"
#include "member/queries.h"
#include "member/shape.h"

static const char *const words[] = {
    [ANS_MEMBER_UNCONFIRMED] = "unconfirmed",
    [ANS_MEMBER_REVIEW] = "review",
    [ANS_MEMBER_PUBLIC] = "public",
    [ANS_MEMBER_DECLINED] = "declined",
    [ANS_MEMBER_LEFT] = "left",
};

struct ans_str ans_state_word(enum ans_member_state state)
{
    return ans_str_from(words[state]);
}

/* The schema's CHECK lets no other word in. */
static enum ans_member_state state_of(struct ans_str word)
{
    size_t i = 0;
    while (i < ANS_COUNT(words) - 1 && !ans_str_is(word, words[i]))
        i++;
    return (enum ans_member_state)i;
}

static void split_areas(struct ans_arena *arena, struct ans_str text,
                        struct ans_strs_view *out)
{
    *out = (struct ans_strs_view){0};
    while (text.len) {
        struct ans_str id = ans_str_cut(&text, ' ');
        out->items = ans_arena_grow(arena, out->items, out->count, sizeof(id));
        out->items[out->count++] = id;
    }
}

void ans_row_read(struct ans_stmt *st, struct ans_arena *arena,
                  struct ans_member *m)
{
    *m = (struct ans_member){
        .id = ans_stmt_int(st, 0),
        .state = state_of(ans_stmt_str(st, 1)),
        .number = ans_stmt_int(st, 2),
        .slug = ans_arena_str(arena, ans_stmt_str(st, 3)),
        .name = ans_arena_str(arena, ans_stmt_str(st, 4)),
        .kind = ans_arena_str(arena, ans_stmt_str(st, 5)),
        .municipality = ans_arena_str(arena, ans_stmt_str(st, 6)),
        .org_number = ans_arena_str(arena, ans_stmt_str(st, 7)),
        .email = ans_arena_str(arena, ans_stmt_str(st, 8)),
        .lang = ans_arena_str(arena, ans_stmt_str(st, 9)),
        .strategy = ans_arena_str(arena, ans_stmt_str(st, 10)),
        .script_version = ans_arena_str(arena, ans_stmt_str(st, 11)),
        .submitted_at = ans_stmt_int(st, 13),
        .joined_on = ans_stmt_int(st, 14),
        .identity = ans_arena_str(arena, ans_stmt_str(st, 15)),
        .name_key = ans_arena_str(arena, ans_stmt_str(st, 16)),
        .words = ans_arena_str(arena, ans_stmt_str(st, 17)),
        .parent = ans_stmt_int(st, 18),
        .body_lines = ans_arena_str(arena, ans_stmt_str(st, 19)),
        .parent_slug = ans_arena_str(arena, ans_stmt_str(st, 20)),
        .parent_name = ans_arena_str(arena, ans_stmt_str(st, 21)),
    };
    ans_shape_split(arena, m->body_lines, &m->bodies);
    split_areas(arena, ans_arena_str(arena, ans_stmt_str(st, 12)), &m->areas);
    m->answers = ans_map_new(arena);
}

bool ans_row_read_all(struct ans_stmt *st, struct ans_arena *arena,
                      struct ans_member *m, struct ans_err *err)
{
    ans_row_read(st, arena, m);
    m->packed = ans_arena_str(arena, ans_stmt_str(st, ANS_ROW_ANSWERS));
    struct ans_value answers = ANS_VALUE_NIL;
    struct ans_err why = {0};
    if (!ans_json_read(arena, m->packed, &answers, &why) ||
        answers.type != ANS_MAP)
        return ans_err_set(err, ANS_ERR_INTERNAL,
                           "the answers of member %lld cannot be read: %s",
                           (long long)m->id, why.text);
    m->answers = answers.map;
    return true;
}

struct ans_str ans_row_areas(struct ans_arena *arena,
                             const struct ans_member *m)
{
    struct ans_buf b = {0};
    for (size_t i = 0; i < m->areas.count; i++) {
        if (i)
            ans_buf_add_byte(&b, ' ');
        ans_buf_add(&b, m->areas.items[i]);
    }
    struct ans_str text = ans_arena_str(arena, ans_buf_str(&b));
    ans_buf_free(&b);
    return text;
}

static struct ans_str pack(struct ans_arena *arena, struct ans_map *answers)
{
    struct ans_buf b = {0};
    ans_json_write_canonical(
        &b, ans_value_map(answers ? answers : ans_map_new(arena)));
    struct ans_str text = ans_arena_str(arena, ans_buf_str(&b));
    ans_buf_free(&b);
    return text;
}

struct ans_str ans_name_key(struct ans_arena *arena, struct ans_str name)
{
    return ans_str_sub(ans_text_sort_key(arena, name, "sv"), 0,
                       ANS_NAME_KEY_MOST);
}

static struct ans_str identity_of(struct ans_arena *arena,
                                  const struct ans_member *m)
{
    if (m->org_number.len && !m->parent_slug.len)
        return ans_arena_printf(arena, "number:%.*s",
                                ANS_STR_ARG(m->org_number));
    struct ans_str folded = ans_text_fold(arena, m->name, "sv");
    if (m->parent_slug.len)
        return ans_arena_printf(arena, "part:%.*s:%.*s",
                                ANS_STR_ARG(m->parent_slug),
                                ANS_STR_ARG(folded));
    return ans_arena_printf(arena, "name:%.*s:%.*s",
                            ANS_STR_ARG(m->municipality), ANS_STR_ARG(folded));
}

void ans_member_prepare(struct ans_arena *arena, struct ans_member *m)
{
    m->name_key = ans_name_key(arena, m->name);
    m->packed = pack(arena, m->answers);
    m->area_words = ans_row_areas(arena, m);
    m->body_lines = ans_shape_join(arena, &m->bodies);
    m->identity = identity_of(arena, m);
}

void ans_row_bind(struct ans_stmt *st, const struct ans_member *m)
{
    ans_stmt_bind_str(st, 1, m->name);
    ans_stmt_bind_str(st, 2, m->kind);
    ans_stmt_bind_str(st, 3, m->municipality);
    ans_stmt_bind_str(st, 4, m->org_number);
    ans_stmt_bind_str(st, 5, m->email);
    ans_stmt_bind_str(st, 6, m->lang);
    ans_stmt_bind_str(st, 7, m->strategy);
    ans_stmt_bind_str(st, 8, m->script_version);
    ans_stmt_bind_str(st, 9, m->area_words);
    ans_stmt_bind_str(st, 10, m->identity);
    ans_stmt_bind_blob(st, 11, m->name_key);
    ans_stmt_bind_str(st, 12, m->words);
    ans_stmt_bind_str(st, ANS_ROW_SAID_COUNT, m->packed);
}

bool ans_member_add(struct ans_db *db, struct ans_member *m,
                    struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(
        db,
        "INSERT INTO member (" ANS_ROW_SAID ", state, submitted_at)"
        " VALUES (" ANS_ROW_SAID_VALUES ", 'unconfirmed', ?)",
        err);
    if (!st)
        return false;
    ans_row_bind(st, m);
    ans_stmt_bind_int(st, ANS_ROW_SAID_COUNT + 1, m->submitted_at);
    if (!ans_stmt_run(st, err))
        return false;
    m->id = ans_db_last_id(db);
    m->state = ANS_MEMBER_UNCONFIRMED;
    return ans_shape_add(db, m, err);
}

static bool get_one(struct ans_stmt *st, struct ans_arena *arena,
                    struct ans_member *out, struct ans_err *err)
{
    bool ok = false;
    if (ans_stmt_step(st, err))
        ok = ans_row_read_all(st, arena, out, err);
    else if (!err->kind)
        ans_err_set(err, ANS_ERR_NOT_FOUND, "there is no such member");
    ans_stmt_release(st);
    return ok;
}

bool ans_member_get(struct ans_db *db, int64_t id, struct ans_arena *arena,
                    struct ans_member *out, struct ans_err *err)
{
    struct ans_stmt *st =
        ans_stmt_get(db,
                     "SELECT " ANS_ROW_COLUMNS ", m.answers" ANS_FROM_MEMBER
                     " WHERE m.id = ?",
                     err);
    if (!st)
        return false;
    ans_stmt_bind_int(st, 1, id);
    return get_one(st, arena, out, err);
}

bool ans_member_at(struct ans_db *db, struct ans_str slug,
                   struct ans_arena *arena, struct ans_member *out,
                   struct ans_err *err)
{
    struct ans_stmt *st = ans_stmt_get(db, ANS_MEMBER_BY_SLUG, err);
    if (!st)
        return false;
    ans_stmt_bind_str(st, 1, slug);
    return get_one(st, arena, out, err);
}

/* The confirmed member of an identity that is not `but`; id 0: none. */
static bool find_identity(struct ans_db *db, struct ans_str identity,
                          int64_t but, struct ans_arena *arena,
                          struct ans_member *out, struct ans_err *err)
{
    *out = (struct ans_member){0};
    struct ans_stmt *st = ans_stmt_get(db, ANS_MEMBER_BY_IDENTITY, err);
    if (!st)
        return false;
    ans_stmt_bind_str(st, 1, identity);
    ans_stmt_bind_int(st, 2, but);
    if (ans_stmt_step(st, err))
        ans_row_read(st, arena, out);
    ans_stmt_release(st);
    return !err->kind;
}

bool ans_member_by_org_number(struct ans_db *db, struct ans_str org_number,
                              struct ans_arena *arena, struct ans_member *out,
                              struct ans_err *err)
{
    return find_identity(
        db, ans_arena_printf(arena, "number:%.*s", ANS_STR_ARG(org_number)), 0,
        arena, out, err);
}

bool ans_member_twin(struct ans_db *db, const struct ans_member *m,
                     struct ans_arena *arena, struct ans_member *out,
                     struct ans_err *err)
{
    return find_identity(db, m->identity, m->id, arena, out, err);
}
