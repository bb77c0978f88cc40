/* fixture: folders that are made for a test and taken away after it. */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka needs the four above before it. */
#include <cmocka.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "edition/edition.h"
#include "temp.h"

struct fixture {
    char root[128];     /* everything */
    char counties[160]; /* root/counties */
    char data[160];     /* root/data */
    struct ans_arena *arena;
    struct ans_faults faults;
    struct ans_err err;
};

static inline const char *path_of(const char *folder, const char *name)
{
    static char paths[4][512];
    static int next;
    char whole[sizeof(paths[0])]; /* for `folder` may be one of them */
    join_path(whole, sizeof(whole), folder, name);
    return strcpy(paths[next++ % 4], whole);
}

static inline void make_folder(const char *path)
{
    if (mkdir(path, 0700) != 0 && errno != EEXIST)
        fail_msg("cannot make %s", path);
}

static inline void write_bytes(const char *path, const void *bytes, size_t len)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (fd < 0 || write(fd, bytes, len) != (ssize_t)len)
        fail_msg("cannot write %s", path);
    close(fd);
}

static inline void write_text(const char *path, const char *text)
{
    write_bytes(path, text, strlen(text));
}

static inline int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof(*f));
    assert_non_null(f);
    temp_folder(f->root, sizeof(f->root));
    snprintf(f->counties, sizeof(f->counties), "%s/counties", f->root);
    snprintf(f->data, sizeof(f->data), "%s/data", f->root);
    make_folder(f->counties);
    f->arena = ans_arena_new(0);
    f->faults.arena = f->arena;
    *state = f;
    return 0;
}

static inline int remove_one(const char *path, const struct stat *st, int type,
                             struct FTW *at)
{
    (void)st;
    (void)type;
    (void)at;
    return remove(path);
}

static inline int tear_down(void **state)
{
    struct fixture *f = *state;
    ans_arena_free(f->arena);
    nftw(f->root, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    free(f);
    return 0;
}
