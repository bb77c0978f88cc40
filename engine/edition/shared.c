/* lua/national.lua: the goals of the country, the engine's own part of every
 * county. */
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "edition/edition.h"
#include "version/version.h"

#define SHARED      "national.lua"
#define SHARED_MOST (256u * 1024)

bool ans_folder_share(struct ans_folder *folder, const char *lua,
                      struct ans_arena *arena, struct ans_err *err)
{
    struct ans_str path = ans_arena_printf(arena, "%s/%s", lua, SHARED);
    int fd = open(path.ptr, O_RDONLY | O_CLOEXEC);
    struct stat st;
    ssize_t n = fd < 0 || fstat(fd, &st) != 0 ? -1 : 1;
    size_t size = n > 0 && st.st_size < SHARED_MOST ? (size_t)st.st_size : 0;
    char *bytes = ans_arena_alloc(arena, size);
    size_t len = 0;
    while (n > 0 && len < size) {
        n = read(fd, bytes + len, size - len);
        if (n > 0)
            len += (size_t)n;
    }
    if (n < 0)
        ans_err_set_errno(err, "cannot read %s", path.ptr);
    if (fd >= 0)
        close(fd);
    folder->shared = (struct ans_folder_file){ANS_STR(SHARED), {bytes, len}};
    folder->version = ans_version_hash(folder, arena);
    return n >= 0;
}
