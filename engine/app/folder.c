#include "app/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

bool ans_folder_make(const char *path, struct ans_err *err)
{
    if (mkdir(path, 0750) == 0 || errno == EEXIST)
        return true;
    return ans_err_set_errno(err, "cannot make the folder %s", path);
}

static struct ans_str lock_path(char *buf, size_t size, const char *data)
{
    int len = snprintf(buf, size, "%s/lock", data);
    return (struct ans_str){buf, (size_t)len};
}

bool ans_folder_lock(const char *data, int *lock, struct ans_err *err)
{
    char path[4096];
    lock_path(path, sizeof(path), data);
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0640);
    if (fd < 0)
        return ans_err_set_errno(err, "cannot write in the data folder %s",
                                 data);
    if (flock(fd, LOCK_EX | LOCK_NB) != 0) {
        close(fd);
        return ans_err_set(err, ANS_ERR_CONFLICT,
                           "another server uses the data folder %s", data);
    }
    if (ftruncate(fd, 0) != 0 || dprintf(fd, "%ld\n", (long)getpid()) < 0) {
        ans_err_set_errno(err, "cannot write %s", path);
        close(fd);
        return false;
    }
    *lock = fd;
    return true;
}

pid_t ans_folder_holder(const char *data)
{
    char path[4096];
    char text[24] = "";
    lock_path(path, sizeof(path), data);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return 0;
    bool held = flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    ssize_t n = held ? read(fd, text, sizeof(text) - 1) : 0;
    close(fd);
    return n > 0 ? (pid_t)strtol(text, NULL, 10) : 0;
}

static int is_database(const struct dirent *entry)
{
    struct ans_str name = ans_str_from(entry->d_name);
    return name.len > 3 && name.ptr[0] != '.' &&
           ans_str_ends(name, ANS_STR(".db"));
}

bool ans_folder_databases(const char *folder, struct ans_arena *arena,
                          ans_database_fn *each, void *context, size_t *count,
                          struct ans_err *err)
{
    struct dirent **entries = NULL;
    int found = scandir(folder, &entries, is_database, alphasort);
    if (found < 0)
        return ans_err_set_errno(err, "cannot read the folder %s", folder);
    bool ok = true;
    *count = (size_t)found;
    for (int i = 0; i < found; i++) {
        struct ans_str name =
            ans_arena_str(arena, ans_str_from(entries[i]->d_name));
        struct ans_str path =
            ans_arena_printf(arena, "%s/%s", folder, name.ptr);
        name.len -= 3;
        ok = ok && each(context, ans_arena_str(arena, name), path.ptr, err);
        free(entries[i]);
    }
    free(entries);
    return ok;
}

void ans_folder_remove(struct ans_arena *arena, const char *path)
{
    DIR *dir = opendir(path);
    struct dirent *entry;
    while (dir && (entry = readdir(dir))) {
        struct ans_str name = ans_str_from(entry->d_name);
        if (ans_str_is(name, ".") || ans_str_is(name, ".."))
            continue;
        const char *inner =
            ans_arena_printf(arena, "%s/%s", path, entry->d_name).ptr;
        if (unlink(inner) != 0 && (errno == EISDIR || errno == EPERM))
            ans_folder_remove(arena, inner);
    }
    if (dir)
        closedir(dir);
    rmdir(path);
}
