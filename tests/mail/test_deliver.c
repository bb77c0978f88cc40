#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mail/mail.h"
#include "temp.h"

static char folder[128];

static struct ans_mail note(void)
{
    return (struct ans_mail){
        .from = ANS_STR("portal@example.org"),
        .to = ANS_STR("anna@example.se"),
        .subject = ANS_STR("Hej"),
        .plain = ANS_STR("Hej!\n"),
        .id = ANS_STR("one"),
        .lang = ANS_STR("sv"),
        .at = 1795321927120,
    };
}

static size_t files_in(const char *path, char *last, size_t size)
{
    DIR *dir = opendir(path);
    assert_non_null(dir);
    size_t count = 0;
    struct dirent *entry;
    while ((entry = readdir(dir))) {
        if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, ".."))
            continue;
        count++;
        if (last)
            snprintf(last, size, "%s", entry->d_name);
    }
    closedir(dir);
    return count;
}

static int make_folder(void **state)
{
    (void)state;
    temp_folder(folder, sizeof(folder));
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    char command[160];
    snprintf(command, sizeof(command), "rm -rf -- '%s'", folder);
    return system(command); /* a folder of our own making */
}

static bool deliver(const struct ans_mail_route *route,
                    const struct ans_mail *mail, struct ans_err *err)
{
    ans_mail_deliver(route, mail, 1, err);
    return !err->kind;
}

static void a_mail_is_one_file_named_by_its_id(void **state)
{
    (void)state;
    char outbox[160];
    snprintf(outbox, sizeof(outbox), "%s/outbox", folder);
    struct ans_mail_route route = {.folder = ans_str_from(outbox)};
    struct ans_mail m = note();
    struct ans_err err = {0};
    assert_true(deliver(&route, &m, &err)); /* makes the folder */
    m.subject = ANS_STR("Hej igen");
    assert_true(deliver(&route, &m, &err)); /* the same id */
    char name[256];
    assert_int_equal(files_in(outbox, name, sizeof(name)), 1);
    assert_string_equal(name, "one.eml");

    char path[192];
    snprintf(path, sizeof(path), "%s/one.eml", outbox);
    struct stat about;
    assert_int_equal(stat(path, &about), 0);
    assert_int_equal(about.st_mode & 0777, 0600);
    char text[2048];
    FILE *in = fopen(path, "r");
    assert_non_null(in);
    size_t len = fread(text, 1, sizeof(text) - 1, in);
    fclose(in);
    text[len] = 0;
    assert_non_null(strstr(text, "Subject: Hej igen\r\n"));
    assert_non_null(strstr(text, "\r\n\r\nHej!\r\n"));
    assert_int_equal(len, about.st_size);
}

static void what_a_broken_run_left_is_written_over(void **state)
{
    (void)state;
    char path[160];
    snprintf(path, sizeof(path), "%s/.one.part", folder);
    FILE *left = fopen(path, "w");
    assert_non_null(left);
    for (int i = 0; i < 10000; i++)
        fputc('x', left);
    fclose(left);
    struct ans_mail_route route = {.folder = ans_str_from(folder)};
    struct ans_mail m = note();
    struct ans_err err = {0};
    assert_true(deliver(&route, &m, &err));
    char name[256];
    assert_int_equal(files_in(folder, name, sizeof(name)), 1);
    assert_string_equal(name, "one.eml");
    snprintf(path, sizeof(path), "%s/one.eml", folder);
    struct stat about;
    assert_int_equal(stat(path, &about), 0);
    assert_true(about.st_size < 2000);
}

static void a_link_in_the_way_is_not_followed(void **state)
{
    (void)state;
    char path[160];
    char target[160];
    snprintf(path, sizeof(path), "%s/.one.part", folder);
    snprintf(target, sizeof(target), "%s/elsewhere", folder);
    assert_int_equal(symlink(target, path), 0);
    struct ans_mail_route route = {.folder = ans_str_from(folder)};
    struct ans_mail m = note();
    struct ans_err err = {0};
    assert_false(deliver(&route, &m, &err));
    assert_int_equal(err.kind, ANS_ERR_BUSY);
    assert_int_not_equal(access(target, F_OK), 0);
}

static void a_folder_that_cannot_be_is_tried_again_later(void **state)
{
    (void)state;
    struct ans_mail_route route = {.folder =
                                       ANS_STR("/proc/no-such-folder/outbox")};
    struct ans_mail m = note();
    struct ans_err err = {0};
    assert_false(deliver(&route, &m, &err));
    assert_int_equal(err.kind, ANS_ERR_BUSY);
    assert_non_null(strstr(err.text, "/proc/no-such-folder/outbox"));
}

/* A limit on the size of files stands for a full disk. */
static void a_mail_that_does_not_fit_leaves_nothing(void **state)
{
    (void)state;
    struct ans_mail_route route = {.folder = ans_str_from(folder)};
    struct ans_mail m = note();
    struct rlimit before;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    struct rlimit small = {.rlim_cur = 100, .rlim_max = before.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    struct ans_err err = {0};
    bool delivered = deliver(&route, &m, &err);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    signal(SIGXFSZ, SIG_DFL);
    assert_false(delivered);
    assert_int_equal(err.kind, ANS_ERR_BUSY);
    assert_int_equal(files_in(folder, NULL, 0), 0);
}

static void a_mail_that_is_wrong_never_reaches_the_folder(void **state)
{
    (void)state;
    struct ans_mail_route route = {.folder = ans_str_from(folder)};
    struct ans_mail m = note();
    m.id = ANS_STR("../one");
    struct ans_err err = {0};
    assert_false(deliver(&route, &m, &err));
    assert_int_equal(err.kind, ANS_ERR_INPUT);
    assert_int_equal(files_in(folder, NULL, 0), 0);
}

static void mails_go_together_and_one_that_cannot_holds_up_no_other(
    void **state)
{
    (void)state;
    enum { COUNT = ANS_MAIL_MOST + 4 };
    struct ans_mail_route route = {.folder = ans_str_from(folder)};
    static struct ans_mail mails[COUNT];
    static struct ans_err results[COUNT];
    static char ids[COUNT][16];
    char blocked[160];
    for (int i = 0; i < COUNT; i++) {
        snprintf(ids[i], sizeof(ids[i]), "m%d", i);
        mails[i] = note();
        mails[i].id = ans_str_from(ids[i]);
        results[i].kind = ANS_ERR_INTERNAL; /* what was there before */
    }
    mails[3].to = ANS_STR("nobody");
    snprintf(blocked, sizeof(blocked), "%s/m5.eml", folder);
    assert_int_equal(mkdir(blocked, 0700), 0);
    ans_mail_deliver(&route, mails, COUNT, results);
    for (int i = 0; i < COUNT; i++)
        assert_int_equal(results[i].kind, i == 3   ? ANS_ERR_INPUT
                                          : i == 5 ? ANS_ERR_BUSY
                                                   : ANS_ERR_NONE);
    /* One was refused; the folder in the way of another is counted. */
    assert_int_equal(files_in(folder, NULL, 0), COUNT - 1);
    assert_int_equal(ans_mail_at_once(&route), ANS_MAIL_MOST);
    route.server = ANS_STR("smtp://127.0.0.1:1");
    assert_int_equal(ans_mail_at_once(&route), 1);
}

int main(void)
{
#define IN_A_FOLDER(test)                                                      \
    cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(a_mail_is_one_file_named_by_its_id),
        IN_A_FOLDER(what_a_broken_run_left_is_written_over),
        IN_A_FOLDER(a_link_in_the_way_is_not_followed),
        IN_A_FOLDER(a_folder_that_cannot_be_is_tried_again_later),
        IN_A_FOLDER(a_mail_that_does_not_fit_leaves_nothing),
        IN_A_FOLDER(a_mail_that_is_wrong_never_reaches_the_folder),
        IN_A_FOLDER(mails_go_together_and_one_that_cannot_holds_up_no_other),
    };
    return cmocka_run_group_tests_name("mail: folder", tests, NULL, NULL);
}
