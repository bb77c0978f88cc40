/* Reading a county's folder, which may hold anything: nothing outside it is
 * reached, whatever is put there while it is read. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"
#include "edition/stamp.h"
#include "version/version.h"

#define FILE_MOST  (2u << 20)
#define TOTAL_MOST (20u << 20)
#define COUNT_MOST 1000
#define DEEPEST    2 /* "texts/letter.md" */

/* How often, and how long apart, to read what is changed meanwhile. */
#define TRIES    8
#define PAUSE_MS 25L

struct reading {
    const char *folder; /* for errors */
    struct ans_arena *arena;
    struct ans_folder *out;
    size_t total;
};

bool ans_folder_passes_over(struct ans_str name)
{
    return !name.len || name.ptr[0] == '.' || name.ptr[name.len - 1] == '~';
}

static bool check_name(const struct reading *r, struct ans_str name,
                       struct ans_err *err)
{
    bool good = ans_text_valid(name) && name.len <= 200;
    for (size_t i = 0; good && i < name.len; i++)
        good = (unsigned char)name.ptr[i] >= 0x20 && name.ptr[i] != 0x7f;
    return good ||
           ans_err_set(err, ANS_ERR_INPUT,
                       "%s: a file has a name that cannot be used", r->folder);
}

/* All of an open file; it may be changed meanwhile, so its size is only a
 * guess. */
static bool read_bytes(struct reading *r, int fd, size_t guess,
                       struct ans_str path, struct ans_str *out,
                       struct ans_err *err)
{
    size_t size = guess < FILE_MOST ? guess + 1 : FILE_MOST + 1;
    char *bytes = ans_arena_alloc(r->arena, size);
    size_t len = 0;
    for (;;) {
        if (len == size && size <= FILE_MOST) {
            size_t more = size * 2 <= FILE_MOST ? size * 2 : FILE_MOST + 1;
            char *moved = ans_arena_alloc(r->arena, more);
            memcpy(moved, bytes, len);
            bytes = moved;
            size = more;
        }
        if (len > FILE_MOST)
            return ans_err_set(err, ANS_ERR_LIMIT, "%.*s is larger than 2 MB",
                               ANS_STR_ARG(path));
        ssize_t n = read(fd, bytes + len, size - len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return ans_err_set_errno(err, "cannot read %.*s",
                                     ANS_STR_ARG(path));
        if (n == 0)
            break;
        len += (size_t)n;
    }
    *out = (struct ans_str){bytes, len};
    return true;
}

static bool add_file(struct reading *r, int fd, const struct stat *st,
                     struct ans_str path, struct ans_err *err)
{
    struct ans_folder *f = r->out;
    struct ans_str bytes;
    if (f->count >= COUNT_MOST)
        return ans_err_set(err, ANS_ERR_LIMIT, "%s has more than %d files",
                           r->folder, COUNT_MOST);
    if (!read_bytes(r, fd, (size_t)st->st_size, path, &bytes, err))
        return false;
    r->total += bytes.len;
    if (r->total > TOTAL_MOST)
        return ans_err_set(err, ANS_ERR_LIMIT,
                           "%s holds more than 20 MB of files", r->folder);
    f->files = ans_arena_grow(r->arena, f->files, f->count, sizeof(*f->files));
    f->files[f->count++] = (struct ans_folder_file){path, bytes};
    if (f->count == 1 || st->st_mtime >= f->saved_at) {
        f->saved_at = st->st_mtime;
        f->saved_by = (int64_t)st->st_uid;
    }
    return true;
}

static bool read_folder(struct reading *r, int fd, struct ans_str prefix,
                        int depth, struct ans_err *err);

static bool read_entry(struct reading *r, int folder, const char *name,
                       struct ans_str path, int depth, struct ans_err *err)
{
    /* Not blocking: a pipe would wait for somebody who writes. */
    int fd =
        openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    struct stat st;
    bool ok = false;
    if (fd < 0 && errno == ELOOP)
        return ans_err_set(err, ANS_ERR_INPUT,
                           "%.*s is a link; put the file itself there",
                           ANS_STR_ARG(path));
    if (fd < 0 && errno == ENXIO)
        return ans_err_set(err, ANS_ERR_INPUT, "%.*s is no ordinary file",
                           ANS_STR_ARG(path));
    if (fd < 0 && errno == ENOENT)
        return true; /* it was there a moment ago */
    if (fd < 0 || fstat(fd, &st) != 0)
        ans_err_set_errno(err, "cannot read %.*s", ANS_STR_ARG(path));
    else if (S_ISREG(st.st_mode))
        ok = add_file(r, fd, &st, path, err);
    else if (!S_ISDIR(st.st_mode))
        ans_err_set(err, ANS_ERR_INPUT, "%.*s is no ordinary file",
                    ANS_STR_ARG(path));
    else if (depth >= DEEPEST)
        ans_err_set(err, ANS_ERR_LIMIT,
                    "%.*s: folders may not stand in folders here",
                    ANS_STR_ARG(path));
    else
        return read_folder(r, fd, path, depth + 1, err); /* takes fd */
    if (fd >= 0)
        close(fd);
    return ok;
}

/* Takes over `fd`. */
static bool read_folder(struct reading *r, int fd, struct ans_str prefix,
                        int depth, struct ans_err *err)
{
    DIR *dir = fdopendir(fd);
    if (!dir) {
        ans_err_set_errno(err, "cannot read the folder %s", r->folder);
        close(fd);
        return false;
    }
    bool ok = true;
    while (ok) {
        errno = 0;
        struct dirent *entry = readdir(dir);
        if (!entry) {
            ok = !errno ||
                 ans_err_set_errno(err, "cannot read the folder %s", r->folder);
            break;
        }
        struct ans_str name = ans_str_from(entry->d_name);
        if (ans_folder_passes_over(name))
            continue;
        struct ans_str path =
            prefix.len ? ans_arena_printf(r->arena, "%.*s/%s",
                                          ANS_STR_ARG(prefix), entry->d_name)
                       : ans_arena_str(r->arena, name);
        ok = check_name(r, name, err) &&
             read_entry(r, dirfd(dir), entry->d_name, path, depth, err);
    }
    closedir(dir);
    return ok;
}

static int by_path(const void *a, const void *b)
{
    const struct ans_folder_file *x = a, *y = b;
    return ans_str_cmp(x->path, y->path);
}

static bool read_once(const char *path, struct ans_arena *arena,
                      struct ans_folder *out, struct ans_err *err)
{
    struct reading r = {path, arena, out, 0};
    out->files = NULL;
    out->count = 0;
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return ans_err_set_errno(err, "cannot read the folder %s", path);
    if (!read_folder(&r, fd, (struct ans_str){0}, 1, err))
        return false;
    if (out->count)
        qsort(out->files, out->count, sizeof(*out->files), by_path);
    out->version = ans_version_hash(out, arena);
    return true;
}

bool ans_folder_read(const char *path, struct ans_str slug,
                     struct ans_arena *arena, struct ans_folder *out,
                     struct ans_err *err)
{
    const struct timespec pause = {0, PAUSE_MS * 1000 * 1000};
    *out = (struct ans_folder){.slug = ans_arena_str(arena, slug)};
    for (int i = 0; i < TRIES; i++) {
        uint64_t before = ans_folder_stamp(path);
        *err = (struct ans_err){0};
        bool ok = read_once(path, arena, out, err);
        if (before == ans_folder_stamp(path))
            return ok;
        nanosleep(&pause, NULL);
    }
    return ans_err_set(err, ANS_ERR_BUSY,
                       "%s is being changed all the time; it is read when it "
                       "stands still",
                       path);
}
