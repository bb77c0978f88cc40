#include "edition/fixture.h"

static bool read_county(struct fixture *f, struct ans_folder *out)
{
    f->err = (struct ans_err){0};
    return ans_folder_read(f->counties, ANS_STR("x"), f->arena, out, &f->err);
}

static void put(const struct fixture *f, const char *name, const char *text)
{
    write_text(path_of(f->counties, name), text);
}

static void files_come_sorted_with_their_bytes(void **state)
{
    struct fixture *f = *state;
    make_folder(path_of(f->counties, "texts"));
    make_folder(path_of(f->counties, "empty"));
    put(f, "strategy.lua", "two");
    put(f, "texts/letter.md", "three");
    put(f, "county.lua", "one");
    put(f, "å.txt", "");
    struct ans_folder folder;
    assert_true(read_county(f, &folder));
    static const char *const expected[][2] = {{"county.lua", "one"},
                                              {"strategy.lua", "two"},
                                              {"texts/letter.md", "three"},
                                              {"å.txt", ""}};
    assert_int_equal(folder.count, ANS_COUNT(expected));
    for (size_t i = 0; i < folder.count; i++) {
        assert_true(ans_str_is(folder.files[i].path, expected[i][0]));
        assert_true(ans_str_is(folder.files[i].bytes, expected[i][1]));
    }
    assert_true(ans_str_is(folder.slug, "x"));
    assert_int_equal(folder.version.len, 64);
}

static void hidden_and_backup_files_are_passed_over(void **state)
{
    struct fixture *f = *state;
    put(f, ".git", "");
    put(f, "county.lua~", "");
    put(f, ".county.lua.swp", "");
    make_folder(path_of(f->counties, ".hidden"));
    put(f, ".hidden/x", "");
    put(f, "county.lua", "");
    struct ans_folder folder;
    assert_true(read_county(f, &folder));
    assert_int_equal(folder.count, 1);
}

static struct ans_str version(struct fixture *f)
{
    struct ans_folder folder;
    assert_true(read_county(f, &folder));
    return folder.version;
}

static void the_version_is_that_of_names_and_bytes(void **state)
{
    struct fixture *f = *state;
    put(f, "a", "1");
    put(f, "b", "2");
    struct ans_str first = version(f);
    assert_true(ans_str_eq(first, version(f)));
    put(f, "b", "3");
    assert_false(ans_str_eq(first, version(f)));
    put(f, "b", "2");
    assert_true(ans_str_eq(first, version(f)));
    rename(path_of(f->counties, "b"), path_of(f->counties, "c"));
    assert_false(ans_str_eq(first, version(f)));
    unlink(path_of(f->counties, "c"));
    put(f, "a", "12");
    assert_false(ans_str_eq(first, version(f)));
}

static void refuses(struct fixture *f, enum ans_err_kind kind, const char *says)
{
    struct ans_folder folder;
    assert_false(read_county(f, &folder));
    if (f->err.kind != kind || !strstr(f->err.text, says))
        fail_msg("%s: %s", ans_err_word(f->err.kind), f->err.text);
}

static void links_are_refused(void **state)
{
    struct fixture *f = *state;
    static const char *const targets[] = {"/etc/passwd", "county.lua",
                                          "/nowhere", "/etc"};
    put(f, "county.lua", "");
    for (size_t i = 0; i < ANS_COUNT(targets); i++) {
        const char *link = path_of(f->counties, "link.md");
        assert_int_equal(symlink(targets[i], link), 0);
        refuses(f, ANS_ERR_INPUT, "link.md is a link");
        unlink(link);
    }
}

static void a_linked_folder_of_a_county_is_refused(void **state)
{
    struct fixture *f = *state;
    const char *link = path_of(f->root, "linked");
    assert_int_equal(symlink(f->counties, link), 0);
    struct ans_folder folder;
    assert_false(
        ans_folder_read(link, ANS_STR("x"), f->arena, &folder, &f->err));
}

static void what_is_no_file_is_refused_without_waiting(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(mkfifo(path_of(f->counties, "pipe"), 0600), 0);
    refuses(f, ANS_ERR_INPUT, "pipe is no ordinary file");
}

static void folders_in_folders_are_refused(void **state)
{
    struct fixture *f = *state;
    make_folder(path_of(f->counties, "texts"));
    make_folder(path_of(f->counties, "texts/more"));
    refuses(f, ANS_ERR_LIMIT, "texts/more");
}

static void names_that_are_no_text_are_refused(void **state)
{
    struct fixture *f = *state;
    static const char *const names[] = {"a\nb.md", "\xff\xfe.md", "\x1b[2J"};
    for (size_t i = 0; i < ANS_COUNT(names); i++) {
        put(f, names[i], "");
        refuses(f, ANS_ERR_INPUT, "name that cannot be used");
        unlink(path_of(f->counties, names[i]));
    }
}

#define MB (1u << 20)

static void a_file_of_two_megabytes_is_the_largest(void **state)
{
    struct fixture *f = *state;
    char *bytes = calloc(1, 2 * MB + 1);
    assert_non_null(bytes);
    write_bytes(path_of(f->counties, "large"), bytes, 2 * MB);
    struct ans_folder folder;
    assert_true(read_county(f, &folder));
    assert_int_equal(folder.files[0].bytes.len, 2 * MB);
    write_bytes(path_of(f->counties, "large"), bytes, 2 * MB + 1);
    free(bytes);
    refuses(f, ANS_ERR_LIMIT, "large is larger than 2 MB");
}

static void twenty_megabytes_in_all_are_the_most(void **state)
{
    struct fixture *f = *state;
    char *bytes = calloc(1, 2 * MB);
    char name[16];
    for (int i = 0; i < 10; i++) {
        snprintf(name, sizeof(name), "file%d", i);
        write_bytes(path_of(f->counties, name), bytes, 2 * MB);
    }
    free(bytes);
    struct ans_folder folder;
    assert_true(read_county(f, &folder));
    put(f, "one more", "1");
    refuses(f, ANS_ERR_LIMIT, "20 MB");
}

static void a_thousand_files_are_the_most(void **state)
{
    struct fixture *f = *state;
    char name[16];
    for (int i = 0; i < 1000; i++) {
        snprintf(name, sizeof(name), "file%d", i);
        put(f, name, "");
    }
    struct ans_folder folder;
    assert_true(read_county(f, &folder));
    assert_int_equal(folder.count, 1000);
    put(f, "one more", "");
    refuses(f, ANS_ERR_LIMIT, "1000 files");
}

static void a_folder_that_is_not_there_is_not_found(void **state)
{
    struct fixture *f = *state;
    struct ans_folder folder;
    assert_false(
        ans_folder_read("/nowhere", ANS_STR("x"), f->arena, &folder, &f->err));
    assert_int_equal(f->err.kind, ANS_ERR_NOT_FOUND);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        T(files_come_sorted_with_their_bytes),
        T(hidden_and_backup_files_are_passed_over),
        T(the_version_is_that_of_names_and_bytes),
        T(links_are_refused),
        T(a_linked_folder_of_a_county_is_refused),
        T(what_is_no_file_is_refused_without_waiting),
        T(folders_in_folders_are_refused),
        T(names_that_are_no_text_are_refused),
        T(a_file_of_two_megabytes_is_the_largest),
        T(twenty_megabytes_in_all_are_the_most),
        T(a_thousand_files_are_the_most),
        T(a_folder_that_is_not_there_is_not_found),
    };
    return cmocka_run_group_tests_name("edition: folders", tests, NULL, NULL);
}
