/* Members of more versions than are held at once. */
#include "route/fixture.h"

#include "edition/edition.h"
#include "member/member.h"
#include "store/store.h"
#include "version/version.h"

#define VERSIONS 260 /* more than a turn holds (recall.c) */

/* The county with a question that nobody is asked today; in each version its
 * answer has other words. */
static struct ans_str keep_version(struct fixture *f,
                                   const struct ans_folder *today, int n)
{
    struct ans_folder then = *today;
    struct ans_version v;
    const char *mark = "question.yes_no \"plan\"";
    then.files = ANS_NEW_ARRAY(f->arena, struct ans_folder_file, then.count);
    for (size_t i = 0; i < then.count; i++) {
        struct ans_folder_file *file = &then.files[i];
        *file = today->files[i];
        ptrdiff_t at = ans_str_find_str(file->bytes, ans_str_from(mark));
        if (!ans_str_is(file->path, "join.lua") || at < 0)
            continue;
        file->bytes = ans_arena_printf(
            f->arena,
            "%.*squestion.choice \"room\" { label = \"Rum\", public = true,"
            " option \"a\" \"Rum %d\" },\n%s",
            (int)at, file->bytes.ptr, n, file->bytes.ptr + at);
    }
    then.version = ans_version_hash(&then, f->arena);
    char root[160];
    join_path(root, sizeof(root), f->data, "versions");
    assert_fine(f, ans_version_accept(root, &then, ANS_STR("a"), ANS_STR(""),
                                      f->arena, &v, &f->err));
    return v.content;
}

struct joining {
    struct fixture *f;
    struct ans_str versions[VERSIONS];
};

static bool join_all(struct ans_db *db, void *context, struct ans_err *err)
{
    struct joining *j = context;
    struct ans_arena *arena = j->f->arena;
    const struct ans_member_start start = {.day = 20500};
    for (int i = 0; i < VERSIONS; i++) {
        struct ans_member m = {
            .name = ans_arena_printf(arena, "Byn %d", i),
            .kind = ANS_STR("association"),
            .lang = ANS_STR("sv"),
            .strategy = ANS_STR("2024"),
            .script_version = j->versions[i],
            .submitted_at = NOW,
            .answers = ans_map_new(arena),
        };
        ans_map_put_str(m.answers, "room", ANS_STR("a"));
        ans_member_prepare(arena, &m);
        if (!ans_member_add(db, &m, err) ||
            !ans_member_confirm(db, &m, &start, arena, err))
            return false;
    }
    return true;
}

static struct ans_str sent_file(struct fixture *f)
{
    size_t size = 64 * 1024;
    char *bytes = ans_arena_alloc(f->arena, size);
    assert_true(f->r.file >= 0);
    ssize_t n = pread(f->r.file, bytes, size, 0);
    assert_true(n > 0 && (size_t)n < size);
    return (struct ans_str){bytes, (size_t)n};
}

static void an_export_has_each_members_own_words_however_many_versions(
    void **state)
{
    struct fixture *f = *state;
    struct joining j = {.f = f};
    struct ans_folder today;
    assert_fine(f,
                ans_folder_read(ANS_SOURCE_DIR "/tests/counties/mittlan",
                                ANS_STR("mittlan"), f->arena, &today, &f->err));
    assert_fine(
        f, ans_folder_share(&today, ANS_SOURCE_DIR "/lua", f->arena, &f->err));
    for (int i = 0; i < VERSIONS; i++)
        j.versions[i] = keep_version(f, &today, i);
    const struct ans_edition *e = ans_edition_acquire(f->service.editions);
    struct ans_store *store = ans_edition_by_slug(e, ANS_STR("mittlan"))->store;
    assert_fine(f, ans_store_write(store, join_all, &j, &f->err));
    ans_edition_release(e);
    get(f, "/mittlan/anslutna.csv");
    struct ans_str rows = sent_file(f);
    (void)ans_str_cut(&rows, '\n'); /* the heads */
    for (int i = 0; i < VERSIONS; i++) {
        struct ans_str row = ans_str_cut(&rows, '\n');
        struct ans_str name = row;
        ptrdiff_t at = ans_str_find_str(name, ANS_STR("Byn "));
        assert_true(at >= 0);
        name = ans_str_sub(name, (size_t)at + 4, SIZE_MAX);
        struct ans_str number = ans_str_cut(&name, '"');
        struct ans_str room =
            ans_arena_printf(f->arena, "\"Rum %.*s\"", ANS_STR_ARG(number));
        if (ans_str_find_str(row, room) < 0)
            fail_msg("%.*s", ANS_STR_ARG(row));
    }
    assert_int_equal(rows.len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            an_export_has_each_members_own_words_however_many_versions, set_up,
            tear_down),
    };
    return cmocka_run_group_tests_name("route recall", tests, NULL, NULL);
}
