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

struct name {
    char text[160];
};

/* A file of one name whatever happens: what a broken run left is written
 * over. */
static struct name name_of(const struct ans_mail_file *f, const char *before,
                           const char *after)
{
    struct name n;
    (void)snprintf(n.text, sizeof(n.text), "%s%.*s%s", before,
                   ANS_STR_ARG(f->id), after);
    return n;
}

/* Whatever it is about the folder, the mail itself is sound: try again. */
static void fail(struct ans_mail_file *f, int folder, const char *what)
{
    struct name aside = name_of(f, ".", ".part");
    ans_err_set_errno(f->result, "cannot %s %s in the outbox", what,
                      aside.text);
    f->result->kind = ANS_ERR_BUSY;
    if (f->fd >= 0)
        close(f->fd);
    f->fd = -1;
    unlinkat(folder, aside.text, 0);
}

/* The disk is told of every file before anyone waits for it. */
static void write_aside(struct ans_mail_file *f, int folder)
{
    struct name aside = name_of(f, ".", ".part");
    f->fd = openat(folder, aside.text,
                   O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (f->fd < 0)
        fail(f, folder, "create");
    else if (!write_all(f->fd, ans_buf_str(&f->message)))
        fail(f, folder, "write");
    else
        (void)sync_file_range(f->fd, 0, 0, SYNC_FILE_RANGE_WRITE);
}

static void sync_aside(struct ans_mail_file *f, int folder)
{
    bool synced = fsync(f->fd) == 0;
    bool closed = synced && close(f->fd) == 0;
    if (synced)
        f->fd = -1;
    if (!closed)
        fail(f, folder, "write");
}

static void rename_aside(struct ans_mail_file *f, int folder)
{
    struct name aside = name_of(f, ".", ".part");
    struct name name = name_of(f, "", ".eml");
    if (renameat(folder, aside.text, folder, name.text))
        fail(f, folder, "name");
}

void ans_mail_to_folder(struct ans_str folder, struct ans_mail_file *files,
                        size_t count)
{
    static void (*const steps[])(struct ans_mail_file *,
                                 int) = {write_aside, sync_aside, rename_aside};
    struct ans_err err = {0};
    int fd = open_folder(folder, &err);
    for (size_t s = 0; fd >= 0 && s < ANS_COUNT(steps); s++)
        for (size_t i = 0; i < count; i++)
            if (!files[i].result->kind)
                steps[s](&files[i], fd);
    if (fd >= 0 && fsync(fd))
        ans_err_set_errno(&err, "cannot sync the outbox");
    if (fd >= 0)
        close(fd);
    for (size_t i = 0; err.kind && i < count; i++)
        if (!files[i].result->kind)
            ans_err_set(files[i].result, ANS_ERR_BUSY, "%s", err.text);
}
