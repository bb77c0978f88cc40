#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/internal.h"

/* SQLite would create the file for everyone to read; it holds personal data.
 * An existing file is not opened: closing a descriptor of it would drop the
 * locks that SQLite holds on it in this process (POSIX fcntl). */
bool ans_file_create(const char *path, struct ans_err *err)
{
    int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0) {
        if (errno == EEXIST)
            return true;
        return ans_err_set_errno(err, "cannot create %s", path);
    }
    close(fd);
    return ans_file_sync_folder(path, err);
}

bool ans_file_sync_folder(const char *path, struct ans_err *err)
{
    bool ok = false;
    int fd = -1;
    char *copy = strdup(path);
    if (!copy)
        abort();
    const char *folder = dirname(copy);
    fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0 || fsync(fd) != 0) {
        ans_err_set_errno(err, "cannot make changes in %s durable", folder);
        goto done;
    }
    ok = true;

done:
    if (fd >= 0)
        close(fd);
    free(copy);
    return ok;
}
