#include "edition/stamp.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static uint64_t add_number(uint64_t sum, uint64_t n)
{
    return (sum ^ n) * UINT64_C(0x100000001b3); /* FNV-1a, by words */
}

/* One entry; a folder's own times change with every file that is passed over,
 * so they do not count. The order in which entries are listed does
 * not count either, for their sums are added up. */
static uint64_t sum_of(struct ans_str name, const struct stat *st)
{
    uint64_t sum = ans_str_hash(name);
    sum = add_number(sum, (uint64_t)st->st_dev);
    sum = add_number(sum, (uint64_t)st->st_ino);
    sum = add_number(sum, (uint64_t)st->st_mode);
    if (S_ISDIR(st->st_mode))
        return sum;
    sum = add_number(sum, (uint64_t)st->st_size);
    sum = add_number(sum, (uint64_t)st->st_mtim.tv_sec);
    sum = add_number(sum, (uint64_t)st->st_mtim.tv_nsec);
    sum = add_number(sum, (uint64_t)st->st_ctim.tv_sec);
    return add_number(sum, (uint64_t)st->st_ctim.tv_nsec);
}

static uint64_t sum_folder(int fd, bool below);

static uint64_t sum_entry(int folder, struct ans_str name, bool below)
{
    struct stat st;
    if (fstatat(folder, name.ptr, &st, AT_SYMLINK_NOFOLLOW) != 0)
        return 0;
    uint64_t sum = sum_of(name, &st);
    if (!below || !S_ISDIR(st.st_mode))
        return sum;
    int fd = openat(folder, name.ptr,
                    O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    return fd < 0 ? sum : add_number(sum, sum_folder(fd, false));
}

/* Takes over `fd`. */
static uint64_t sum_folder(int fd, bool below)
{
    uint64_t sum = 0;
    DIR *dir = fdopendir(fd);
    if (!dir) {
        close(fd);
        return 0;
    }
    for (struct dirent *entry; (entry = readdir(dir));) {
        struct ans_str name = ans_str_from(entry->d_name);
        if (!ans_folder_passes_over(name))
            sum += sum_entry(dirfd(dir), name, below);
    }
    closedir(dir);
    return sum;
}

uint64_t ans_folder_stamp(const char *path)
{
    struct stat st;
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return 0;
    if (fstat(fd, &st) != 0) {
        close(fd);
        return 0;
    }
    uint64_t own = add_number((uint64_t)st.st_dev, (uint64_t)st.st_ino);
    uint64_t sum = add_number(own, sum_folder(fd, true));
    return sum ? sum : 1;
}
