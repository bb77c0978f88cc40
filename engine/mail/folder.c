#include "mail/transport.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static int open_folder(struct ans_str folder, struct ans_err *err)
{
    struct ans_buf path = {0};
    ans_buf_printf(&path, "%.*s%c", ANS_STR_ARG(folder), 0);
    int fd = -1;
    if (mkdir(path.ptr, 0700) && errno != EEXIST)
        ans_err_set_errno(err, "cannot make the outbox folder %s", path.ptr);
    else if ((fd = open(path.ptr, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) < 0)
        ans_err_set_errno(err, "cannot open the outbox folder %s", path.ptr);
    ans_buf_free(&path);
    return fd;
}

static bool write_all(int fd, struct ans_str bytes)
{
    while (bytes.len) {
        ssize_t done = write(fd, bytes.ptr, bytes.len);
        if (done < 0 && errno != EINTR)
            return false;
        if (done > 0)
            bytes = ans_str_sub(bytes, (size_t)done, bytes.len);
    }
    return true;
}

/* A file of one name whatever happens: what a broken run left is written
 * over. */
static bool write_aside(int folder, const char *name, struct ans_str bytes,
                        struct ans_err *err)
{
    int fd =
        openat(folder, name,
               O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0)
        return ans_err_set_errno(err, "cannot create %s in the outbox", name);
    bool ok = write_all(fd, bytes) && fsync(fd) == 0;
    if (!ok)
        ans_err_set_errno(err, "cannot write %s in the outbox", name);
    if (close(fd) && ok) {
        ans_err_set_errno(err, "cannot write %s in the outbox", name);
        ok = false;
    }
    if (!ok)
        unlinkat(folder, name, 0);
    return ok;
}

bool ans_mail_to_folder(struct ans_str folder, struct ans_str id,
                        struct ans_str message, struct ans_err *err)
{
    bool ok = false;
    char aside[160];
    char name[160];
    snprintf(aside, sizeof(aside), ".%.*s.part", ANS_STR_ARG(id));
    snprintf(name, sizeof(name), "%.*s.eml", ANS_STR_ARG(id));
    int fd = open_folder(folder, err);
    if (fd >= 0)
        ok = write_aside(fd, aside, message, err);
    if (ok && renameat(fd, aside, fd, name)) {
        ans_err_set_errno(err, "cannot name %s in the outbox", name);
        unlinkat(fd, aside, 0);
        ok = false;
    }
    if (ok && fsync(fd)) {
        ans_err_set_errno(err, "cannot sync the outbox");
        ok = false;
    }
    if (fd >= 0)
        close(fd);
    /* Whatever it is about the folder, the mail itself is sound: try again. */
    if (!ok && err)
        err->kind = ANS_ERR_BUSY;
    return ok;
}
