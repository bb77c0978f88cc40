/* temp: files and folders of tests, where TMPDIR says. */
#pragma once

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <setjmp.h>
/* cmocka needs the above before it. */
#include <cmocka.h>

/* A folder's name joined with another; a name that does not fit fails. */
static inline void join_path(char *out, size_t size, const char *folder,
                             const char *name)
{
    int len = snprintf(out, size, "%s/%s", folder, name);
    if (len < 0 || (size_t)len >= size)
        fail_msg("too long: %s/%s", folder, name);
}

/* The template of a new name in TMPDIR, for mkdtemp and mkstemp. */
static inline void temp_template(char *out, size_t size)
{
    const char *folder = getenv("TMPDIR");
    join_path(out, size, folder && *folder ? folder : "/tmp", "ans-XXXXXX");
}

/* Make a new empty folder; `out` becomes its name. */
static inline void temp_folder(char *out, size_t size)
{
    temp_template(out, size);
    assert_non_null(mkdtemp(out));
}

/* Make a new empty file, open for writing; `out` becomes its name. */
static inline int temp_file(char *out, size_t size)
{
    temp_template(out, size);
    int fd = mkstemp(out);
    assert_true(fd >= 0);
    return fd;
}
