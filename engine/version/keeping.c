#include "version/keeping.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const kinds[ANS_KEPT_COUNT] = {"files", "contents",
                                                  "versions", "notes"};

struct ans_str ans_kept_path(struct ans_arena *arena, const char *root,
                             struct ans_str slug, enum ans_kept kind,
                             struct ans_str name)
{
    return ans_arena_printf(arena, name.len ? "%s/%.*s/%s/%.*s" : "%s/%.*s/%s",
                            root, ANS_STR_ARG(slug), kinds[kind],
                            ANS_STR_ARG(name));
}

static bool make(const char *path, struct ans_err *err)
{
    return mkdir(path, 0750) == 0 || errno == EEXIST ||
           ans_err_set_errno(err, "cannot make the folder %s", path);
}

bool ans_kept_prepare(struct ans_arena *arena, const char *root,
                      struct ans_str slug, struct ans_err *err)
{
    struct ans_str folder =
        ans_arena_printf(arena, "%s/%.*s", root, ANS_STR_ARG(slug));
    struct ans_str last = ans_kept_path(arena, root, slug, ANS_KEPT_COUNT - 1,
                                        (struct ans_str){0});
    if (access(last.ptr, F_OK) == 0)
        return true;
    if (!make(root, err) || !make(folder.ptr, err))
        return false;
    for (int i = 0; i < ANS_KEPT_COUNT; i++)
        if (!make(ans_kept_path(arena, root, slug, (enum ans_kept)i,
                                (struct ans_str){0})
                      .ptr,
                  err))
            return false;
    return ans_kept_sync(folder.ptr, err) && ans_kept_sync(root, err);
}

static bool write_all(int fd, struct ans_str bytes)
{
    for (size_t at = 0; at < bytes.len;) {
        ssize_t n = write(fd, bytes.ptr + at, bytes.len - at);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        at += (size_t)n;
    }
    return fsync(fd) == 0;
}

/* link never replaces what has the name; rename does. */
static bool give_name(const char *part, const char *path, bool replace,
                      bool *existed)
{
    if (replace)
        return rename(part, path) == 0;
    bool linked = link(part, path) == 0;
    *existed = !linked && errno == EEXIST;
    bool ok = linked || *existed;
    int why = errno;
    unlink(part);
    errno = why;
    return ok;
}

bool ans_kept_write(struct ans_arena *arena, const char *path,
                    struct ans_str bytes, bool replace, bool *existed,
                    struct ans_err *err)
{
    bool mine = false;
    bool *was_there = existed ? existed : &mine;
    *was_there = !replace && access(path, F_OK) == 0;
    if (*was_there)
        return true;
    /* Hidden, in the same folder: swept with the next one that is added. */
    struct ans_str whole = ans_str_from(path);
    size_t slash = whole.len;
    while (slash && path[slash - 1] != '/')
        slash--;
    struct ans_str part =
        ans_arena_printf(arena, "%.*s.part-XXXXXX", (int)slash, path);
    int fd = mkostemp((char *)(uintptr_t)part.ptr, O_CLOEXEC);
    if (fd < 0)
        return ans_err_set_errno(err, "cannot write beside %s", path);
    bool ok = fchmod(fd, 0640) == 0 && write_all(fd, bytes);
    ok = close(fd) == 0 && ok;
    ok = ok && give_name(part.ptr, path, replace, was_there);
    if (ok)
        return true;
    ans_err_set_errno(err, "cannot write %s", path);
    unlink(part.ptr);
    return false;
}

bool ans_kept_sync(const char *folder, struct ans_err *err)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool ok = fd >= 0 && fsync(fd) == 0;
    if (!ok)
        ans_err_set_errno(err, "cannot make %s durable", folder);
    if (fd >= 0)
        close(fd);
    return ok;
}

bool ans_kept_read(struct ans_arena *arena, const char *path, size_t most,
                   struct ans_str *out, struct ans_err *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    struct stat st;
    if (fd < 0 || fstat(fd, &st) != 0) {
        ans_err_set_errno(err, "cannot read %s", path);
        if (fd >= 0)
            close(fd);
        return false;
    }
    size_t size = (size_t)st.st_size;
    char *bytes = ans_arena_alloc(arena, size <= most ? size + 1 : 1);
    size_t len = 0;
    ssize_t n = size <= most ? 1 : 0;
    while (n != 0 && len < size) {
        n = read(fd, bytes + len, size - len);
        if (n < 0 && errno != EINTR)
            break;
        len += n > 0 ? (size_t)n : 0;
    }
    bool ok = len == size && size <= most;
    if (n < 0)
        ans_err_set_errno(err, "cannot read %s", path);
    else if (!ok)
        ans_err_set(err, ANS_ERR_INTERNAL, "%s is not as it was written", path);
    close(fd);
    *out = (struct ans_str){bytes, len};
    return ok;
}

static int by_bytes(const void *a, const void *b)
{
    return ans_str_cmp(*(const struct ans_str *)a, *(const struct ans_str *)b);
}

bool ans_kept_names(struct ans_arena *arena, const char *folder,
                    struct ans_strs *out, struct ans_err *err)
{
    *out = (struct ans_strs){0};
    DIR *dir = opendir(folder);
    if (!dir && errno == ENOENT)
        return true;
    if (!dir)
        return ans_err_set_errno(err, "cannot read the folder %s", folder);
    struct dirent *entry;
    while (errno = 0, (entry = readdir(dir))) {
        if (entry->d_name[0] == '.')
            continue;
        out->items =
            ans_arena_grow(arena, out->items, out->count, sizeof(*out->items));
        out->items[out->count++] =
            ans_arena_str(arena, ans_str_from(entry->d_name));
    }
    bool ok =
        !errno || ans_err_set_errno(err, "cannot read the folder %s", folder);
    closedir(dir);
    if (out->count)
        qsort(out->items, out->count, sizeof(*out->items), by_bytes);
    return ok;
}
