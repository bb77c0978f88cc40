#include "check.h"

#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/err.h"
#include "secret/secret.h"
#include "temp.h"
#include "version/version.h"

#define SLUG ANS_STR("mittlan")

struct fixture {
    char root[200];
    struct ans_arena *arena;
    struct ans_err err;
    size_t told;
};

static int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof(*f));
    assert_non_null(f);
    temp_folder(f->root, sizeof(f->root));
    f->arena = ans_arena_new(0);
    ans_clock_set(1777792320000);
    *state = f;
    return 0;
}

static int remove_one(const char *path, const struct stat *st, int type,
                      struct FTW *at)
{
    (void)st;
    (void)type;
    (void)at;
    return remove(path);
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    ans_clock_set(0);
    nftw(f->root, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    ans_arena_free(f->arena);
    free(f);
    return 0;
}

/* A folder of two files; `text` is what differs. */
static struct ans_folder folder_of(struct ans_arena *arena, const char *text)
{
    struct ans_folder folder = {.slug = SLUG, .count = 2};
    folder.files = ANS_NEW_ARRAY(arena, struct ans_folder_file, 2);
    folder.files[0] = (struct ans_folder_file){
        ANS_STR("county.lua"), ans_arena_str(arena, ans_str_from(text))};
    folder.files[1] = (struct ans_folder_file){ANS_STR("files/symbol.svg"),
                                               ANS_STR("<svg/>")};
    folder.version = ans_version_hash(&folder, arena);
    return folder;
}

static struct ans_version accept(struct fixture *f, const char *text)
{
    struct ans_version v = {0};
    struct ans_folder folder = folder_of(f->arena, text);
    if (!ans_version_accept(f->root, &folder, ANS_STR("anna"), ANS_STR(""),
                            f->arena, &v, &f->err))
        fail_msg("%s", f->err.text);
    return v;
}

static const char *inside(struct fixture *f, const char *rest)
{
    return ans_arena_printf(f->arena, "%s/mittlan/%s", f->root, rest).ptr;
}

static size_t count_files(const char *folder)
{
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_strs names;
    assert_true(ans_version_counties("/nowhere", arena, &names, NULL));
    FILE *out = popen(
        ans_arena_printf(arena, "ls -A '%s' 2>/dev/null | wc -l", folder).ptr,
        "r");
    size_t n = 0;
    assert_int_equal(fscanf(out, "%zu", &n), 1);
    pclose(out);
    ans_arena_free(arena);
    return n;
}

static void tell(void *context, struct ans_str sentence)
{
    struct fixture *f = context;
    assert_true(sentence.len > 0);
    f->told++;
}

static size_t verify(struct fixture *f, int64_t *count)
{
    f->told = 0;
    assert_true(ans_version_verify(f->root, SLUG, tell, f, count, &f->err));
    return f->told;
}

static void without_anything_there_is_no_version(void **state)
{
    struct fixture *f = *state;
    struct ans_version v;
    struct ans_version_list all;
    assert_true(ans_version_newest(f->root, SLUG, f->arena, &v, &f->err));
    assert_int_equal(v.number, 0);
    assert_true(ans_version_all(f->root, SLUG, f->arena, &all, &f->err));
    assert_int_equal(all.count, 0);
    assert_false(ans_version_get(f->root, SLUG, 1, f->arena, &v, &f->err));
    assert_int_equal(f->err.kind, ANS_ERR_NOT_FOUND);
}

static void what_is_accepted_is_numbered_with_time_and_author(void **state)
{
    struct fixture *f = *state;
    struct ans_version v = accept(f, "ett");
    assert_int_equal(v.number, 1);
    assert_int_equal(v.at, 1777792320000);
    assert_str(v.author, "anna");
    ans_clock_set(1777792380000);
    assert_int_equal(accept(f, "två").number, 2);
    struct ans_version_list all;
    assert_true(ans_version_all(f->root, SLUG, f->arena, &all, &f->err));
    assert_int_equal(all.count, 2);
    assert_int_equal(all.items[0].at, 1777792320000);
    assert_int_equal(all.items[1].at, 1777792380000);
    assert_string_not_equal(all.items[0].content.ptr, all.items[1].content.ptr);
}

static void the_same_content_is_accepted_once(void **state)
{
    struct fixture *f = *state;
    accept(f, "ett");
    assert_int_equal(accept(f, "ett").number, 1);
}

static void going_back_is_a_new_version_of_the_same_content(void **state)
{
    struct fixture *f = *state;
    struct ans_str first = accept(f, "ett").content;
    accept(f, "två");
    size_t files = count_files(inside(f, "files"));
    struct ans_version v = accept(f, "ett");
    assert_int_equal(v.number, 3);
    assert_true(ans_str_eq(v.content, first));
    assert_int_equal(count_files(inside(f, "files")), files);
    assert_int_equal(count_files(inside(f, "contents")), 2);
}

static void a_hundred_versions_keep_each_file_once(void **state)
{
    struct fixture *f = *state;
    char text[24];
    for (int i = 0; i < 100; i++) {
        snprintf(text, sizeof(text), "-- %d", i % 10);
        assert_int_equal(accept(f, text).number, i + 1);
    }
    /* ten scripts and one symbol */
    assert_int_equal(count_files(inside(f, "files")), 11);
    assert_int_equal(count_files(inside(f, "contents")), 10);
    assert_int_equal(count_files(inside(f, "versions")), 100);
    int64_t count;
    assert_int_equal(verify(f, &count), 0);
    assert_int_equal(count, 100);
}

static void a_content_is_read_as_it_was(void **state)
{
    struct fixture *f = *state;
    struct ans_folder was = folder_of(f->arena, "ett\n\xc3\xa5");
    struct ans_version v = accept(f, "ett\n\xc3\xa5");
    accept(f, "två");
    struct ans_folder is;
    assert_true(
        ans_version_read(f->root, SLUG, v.content, f->arena, &is, &f->err));
    assert_int_equal(is.count, 2);
    assert_true(ans_str_eq(is.version, was.version));
    assert_str(is.slug, "mittlan");
    for (size_t i = 0; i < 2; i++) {
        assert_true(ans_str_eq(is.files[i].path, was.files[i].path));
        assert_true(ans_str_eq(is.files[i].bytes, was.files[i].bytes));
    }
}

static void what_a_folder_was_read_with_is_kept_with_it(void **state)
{
    struct fixture *f = *state;
    struct ans_folder with = folder_of(f->arena, "ett");
    struct ans_str alone = with.version;
    struct ans_version v, other;
    struct ans_folder is;
    with.shared =
        (struct ans_folder_file){ANS_STR("national.lua"), ANS_STR("mål")};
    with.version = ans_version_hash(&with, f->arena);
    assert_false(ans_str_eq(with.version, alone));
    assert_true(ans_version_accept(f->root, &with, ANS_STR("anna"), ANS_STR(""),
                                   f->arena, &v, &f->err));
    with.shared.bytes = ANS_STR("andra mål");
    with.version = ans_version_hash(&with, f->arena);
    assert_true(ans_version_accept(f->root, &with, ANS_STR("anna"), ANS_STR(""),
                                   f->arena, &other, &f->err));
    assert_int_equal(other.number, v.number + 1);
    assert_true(
        ans_version_read(f->root, SLUG, v.content, f->arena, &is, &f->err));
    assert_int_equal(is.count, 2);
    assert_str(is.shared.path, "national.lua");
    assert_str(is.shared.bytes, "mål");
    int64_t count;
    assert_int_equal(verify(f, &count), 0);
}

static void an_unknown_content_is_not_found(void **state)
{
    struct fixture *f = *state;
    static const char *const names[] = {
        "", "..", "../versions/1",
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"};
    accept(f, "ett");
    for (size_t i = 0; i < ANS_COUNT(names); i++) {
        struct ans_folder folder;
        f->err = (struct ans_err){0};
        assert_false(ans_version_read(f->root, SLUG, ans_str_from(names[i]),
                                      f->arena, &folder, &f->err));
        assert_int_equal(f->err.kind, ANS_ERR_NOT_FOUND);
    }
}

static void a_note_may_be_written_changed_and_taken_away(void **state)
{
    struct fixture *f = *state;
    struct ans_version v;
    accept(f, "ett");
    static const char *const notes[] = {"Ny fråga om styrelsen", "Rättat", ""};
    for (size_t i = 0; i < ANS_COUNT(notes); i++) {
        assert_true(ans_version_note(f->root, SLUG, 1, ans_str_from(notes[i]),
                                     &f->err));
        assert_true(ans_version_get(f->root, SLUG, 1, f->arena, &v, &f->err));
        assert_str(v.note, notes[i]);
    }
    int64_t count;
    assert_int_equal(verify(f, &count), 0);
}

static void a_note_is_one_short_line_to_a_version_that_exists(void **state)
{
    struct fixture *f = *state;
    char longest[ANS_VERSION_NOTE_MOST + 2];
    memset(longest, 'a', sizeof(longest) - 1);
    longest[sizeof(longest) - 1] = 0;
    accept(f, "ett");
    assert_false(ans_version_note(f->root, SLUG, 2, ANS_STR("x"), &f->err));
    assert_int_equal(f->err.kind, ANS_ERR_NOT_FOUND);
    assert_false(
        ans_version_note(f->root, SLUG, 1, ans_str_from(longest), &f->err));
    assert_int_equal(f->err.kind, ANS_ERR_LIMIT);
    assert_false(ans_version_note(f->root, SLUG, 1, ANS_STR("a\nb"), &f->err));
    assert_int_equal(f->err.kind, ANS_ERR_INPUT);
    assert_false(ans_version_note(f->root, SLUG, 1, ANS_STR("\xff"), &f->err));
}

static void overwrite(const char *path, const char *text)
{
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    fputs(text, out);
    fclose(out);
}

static void verify_tells_of_a_changed_file_and_reading_refuses_it(void **state)
{
    struct fixture *f = *state;
    struct ans_version v = accept(f, "ett");
    struct ans_str hash = ans_hash_hex(f->arena, ans_hash_of(ANS_STR("ett")));
    overwrite(inside(f, ans_arena_printf(f->arena, "files/%s", hash.ptr).ptr),
              "två");
    int64_t count;
    assert_true(verify(f, &count) >= 1);
    struct ans_folder folder;
    assert_false(
        ans_version_read(f->root, SLUG, v.content, f->arena, &folder, &f->err));
    assert_int_equal(f->err.kind, ANS_ERR_INTERNAL);
}

static void verify_tells_of_a_missing_file(void **state)
{
    struct fixture *f = *state;
    accept(f, "ett");
    struct ans_str hash =
        ans_hash_hex(f->arena, ans_hash_of(ANS_STR("<svg/>")));
    unlink(inside(f, ans_arena_printf(f->arena, "files/%s", hash.ptr).ptr));
    int64_t count;
    assert_int_equal(verify(f, &count), 1);
}

static void verify_tells_of_a_version_changed_or_left_out(void **state)
{
    struct fixture *f = *state;
    int64_t count;
    accept(f, "ett");
    accept(f, "två");
    accept(f, "tre");
    char text[2000] = "";
    FILE *in = fopen(inside(f, "versions/1"), "r");
    assert_true(fread(text, 1, sizeof(text) - 1, in) > 0);
    fclose(in);
    memcpy(strstr(text, "anna"), "elsa", 4);
    overwrite(inside(f, "versions/1"), text);
    assert_int_equal(verify(f, &count), 1); /* 2 does not follow it */
    unlink(inside(f, "versions/2"));
    assert_int_equal(verify(f, &count), 1);
}

static void a_copy_has_everything_and_verifies(void **state)
{
    struct fixture *f = *state;
    char to[300];
    int64_t added, count;
    accept(f, "ett");
    accept(f, "två");
    assert_true(ans_version_note(f->root, SLUG, 1, ANS_STR("Hej"), &f->err));
    join_path(to, sizeof(to), f->root, "copy");
    assert_true(ans_version_copy(f->root, to, SLUG, &added, &f->err));
    assert_int_equal(added, 2);
    f->told = 0;
    assert_true(ans_version_verify(to, SLUG, tell, f, &count, &f->err));
    assert_int_equal(count, 2);
    assert_int_equal(f->told, 0);
    struct ans_version v;
    assert_true(ans_version_get(to, SLUG, 1, f->arena, &v, &f->err));
    assert_str(v.note, "Hej");
    assert_true(ans_version_copy(f->root, to, SLUG, &added, &f->err));
    assert_int_equal(added, 0);
}

static void copying_back_adds_only_what_is_missing(void **state)
{
    struct fixture *f = *state;
    char to[300];
    int64_t added;
    accept(f, "ett");
    join_path(to, sizeof(to), f->root, "copy");
    assert_true(ans_version_copy(f->root, to, SLUG, &added, &f->err));
    accept(f, "två"); /* after the backup */
    assert_true(ans_version_copy(to, f->root, SLUG, &added, &f->err));
    assert_int_equal(added, 0);
    struct ans_version v;
    assert_true(ans_version_newest(f->root, SLUG, f->arena, &v, &f->err));
    assert_int_equal(v.number, 2);
}

static void versions_that_differ_are_not_mixed_but_contents_are(void **state)
{
    struct fixture *f = *state;
    char other[300];
    int64_t added;
    join_path(other, sizeof(other), f->root, "other");
    struct ans_version v;
    struct ans_folder folder = folder_of(f->arena, "annan");
    assert_true(ans_version_accept(other, &folder, ANS_STR("bo"), ANS_STR(""),
                                   f->arena, &v, &f->err));
    accept(f, "ett");
    assert_false(ans_version_copy(other, f->root, SLUG, &added, &f->err));
    assert_int_equal(f->err.kind, ANS_ERR_CONFLICT);
    struct ans_folder found;
    assert_true(
        ans_version_read(f->root, SLUG, v.content, f->arena, &found, &f->err));
    assert_true(ans_version_newest(f->root, SLUG, f->arena, &v, &f->err));
    assert_str(v.author, "anna");
}

static void accept_many(const char *root, int who)
{
    struct ans_arena *arena = ans_arena_new(0);
    char text[32];
    for (int i = 0;; i++) {
        struct ans_version v;
        struct ans_err err = {0};
        snprintf(text, sizeof(text), "-- %d %d", who, i);
        struct ans_folder folder = folder_of(arena, text);
        if (!ans_version_accept(root, &folder, ANS_STR("anna"), ANS_STR(""),
                                arena, &v, &err) &&
            err.kind != ANS_ERR_BUSY)
            _exit(1);
        ans_arena_reset(arena);
    }
}

static void processes_that_are_killed_leave_whole_versions(void **state)
{
    struct fixture *f = *state;
    int64_t before = 0;
    for (int round = 0; round < 20; round++) {
        pid_t children[3];
        for (int i = 0; i < 3; i++) {
            children[i] = fork();
            assert_true(children[i] >= 0);
            if (!children[i])
                accept_many(f->root, round * 3 + i);
        }
        usleep(15000 + (useconds_t)round * 1700);
        for (int i = 0; i < 3; i++) {
            int status;
            kill(children[i], SIGKILL);
            assert_int_equal(waitpid(children[i], &status, 0), children[i]);
            assert_true(WIFSIGNALED(status));
        }
        int64_t count;
        assert_int_equal(verify(f, &count), 0);
        assert_true(count >= before);
        before = count;
    }
    assert_true(before > 20);
}

static void the_counties_with_versions_are_listed(void **state)
{
    struct fixture *f = *state;
    struct ans_strs found;
    assert_true(ans_version_counties(f->root, f->arena, &found, &f->err));
    assert_int_equal(found.count, 0);
    accept(f, "ett");
    assert_true(ans_version_counties(f->root, f->arena, &found, &f->err));
    assert_int_equal(found.count, 1);
    assert_str(found.items[0], "mittlan");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(without_anything_there_is_no_version),
        TEST(what_is_accepted_is_numbered_with_time_and_author),
        TEST(the_same_content_is_accepted_once),
        TEST(going_back_is_a_new_version_of_the_same_content),
        TEST(a_hundred_versions_keep_each_file_once),
        TEST(a_content_is_read_as_it_was),
        TEST(what_a_folder_was_read_with_is_kept_with_it),
        TEST(an_unknown_content_is_not_found),
        TEST(a_note_may_be_written_changed_and_taken_away),
        TEST(a_note_is_one_short_line_to_a_version_that_exists),
        TEST(verify_tells_of_a_changed_file_and_reading_refuses_it),
        TEST(verify_tells_of_a_missing_file),
        TEST(verify_tells_of_a_version_changed_or_left_out),
        TEST(a_copy_has_everything_and_verifies),
        TEST(copying_back_adds_only_what_is_missing),
        TEST(versions_that_differ_are_not_mixed_but_contents_are),
        TEST(processes_that_are_killed_leave_whole_versions),
        TEST(the_counties_with_versions_are_listed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
