/* Writing a county's folder, whole or not at all. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "edition/edition.h"

#define FOLDER_MODE 0777 /* as the umask allows: people edit here */
#define FILE_MODE   0666

static bool make_folder(const char *path, struct ans_err *err)
{
    return mkdir(path, FOLDER_MODE) == 0 || errno == EEXIST ||
           ans_err_set_errno(err, "cannot make the folder %s", path);
}

static bool write_file(const char *path, struct ans_str bytes,
                       struct ans_err *err)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                  FILE_MODE);
    if (fd < 0)
        return ans_err_set_errno(err, "cannot make %s", path);
    bool ok = true;
    while (ok && bytes.len) {
        ssize_t n = write(fd, bytes.ptr, bytes.len);
        ok = n > 0 || errno == EINTR;
        if (n > 0)
            bytes = ans_str_sub(bytes, (size_t)n, bytes.len);
    }
    if (!ok)
        ans_err_set_errno(err, "cannot write %s", path);
    ok = (fsync(fd) == 0 || ans_err_set_errno(err, "cannot write %s", path)) &&
         ok;
    close(fd);
    return ok;
}

/* "texts/letter.md": its folder first. */
static bool write_entry(const char *folder, const struct ans_folder_file *file,
                        struct ans_arena *arena, struct ans_err *err)
{
    ptrdiff_t slash = ans_str_find(file->path, '/');
    if (slash >= 0 && !make_folder(ans_arena_printf(arena, "%s/%.*s", folder,
                                                    (int)slash, file->path.ptr)
                                       .ptr,
                                   err))
        return false;
    return write_file(
        ans_arena_printf(arena, "%s/%.*s", folder, ANS_STR_ARG(file->path)).ptr,
        file->bytes, err);
}

static void discard(const char *folder, const struct ans_folder *what,
                    struct ans_arena *arena)
{
    for (size_t i = 0; i < what->count; i++)
        unlink(ans_arena_printf(arena, "%s/%.*s", folder,
                                ANS_STR_ARG(what->files[i].path))
                   .ptr);
    for (size_t i = 0; i < what->count; i++) {
        struct ans_str path = what->files[i].path;
        ptrdiff_t slash = ans_str_find(path, '/');
        if (slash >= 0)
            rmdir(
                ans_arena_printf(arena, "%s/%.*s", folder, (int)slash, path.ptr)
                    .ptr);
    }
    rmdir(folder);
}

static bool put_in_place(const char *from, const char *to, struct ans_err *err)
{
    if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
        return true;
    if (errno == EEXIST)
        return ans_err_set(err, ANS_ERR_CONFLICT, "%s is there already", to);
    return ans_err_set_errno(err, "cannot make %s", to);
}

bool ans_folder_write(const char *counties, const struct ans_folder *folder,
                      struct ans_err *err)
{
    struct ans_arena *arena = ans_arena_new(0);
    const char *part =
        ans_arena_printf(arena, "%s/.%.*s-%ld", counties,
                         ANS_STR_ARG(folder->slug), (long)getpid())
            .ptr;
    const char *whole =
        ans_arena_printf(arena, "%s/%.*s", counties, ANS_STR_ARG(folder->slug))
            .ptr;
    bool ok = mkdir(part, FOLDER_MODE) == 0 ||
              ans_err_set_errno(err, "cannot make the folder %s", part);
    bool made = ok;
    for (size_t i = 0; ok && i < folder->count; i++)
        ok = write_entry(part, &folder->files[i], arena, err);
    ok = ok && put_in_place(part, whole, err);
    if (made && !ok)
        discard(part, folder, arena);
    ans_arena_free(arena);
    return ok;
}
