#include <stdio.h>
#include <time.h>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "secret/secret.h"
#include "version/keeping.h"

#define TRIES       20 /* somebody else may take the number before us */
#define PART_STAYS  3600
#define PART_PREFIX ".part-"

/* What a process left that was ended in the middle; not what another one is
 * writing now. */
static void sweep(const char *folder)
{
    DIR *dir = opendir(folder);
    struct dirent *entry;
    struct stat st;
    while (dir && (entry = readdir(dir))) {
        if (!ans_str_starts(ans_str_from(entry->d_name), ANS_STR(PART_PREFIX)))
            continue;
        if (fstatat(dirfd(dir), entry->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
            time(NULL) - st.st_mtime > PART_STAYS)
            unlinkat(dirfd(dir), entry->d_name, 0);
    }
    if (dir)
        closedir(dir);
}

static void sweep_all(struct ans_arena *arena, const char *root,
                      struct ans_str slug)
{
    for (int i = 0; i < ANS_KEPT_COUNT; i++)
        sweep(ans_kept_path(arena, root, slug, (enum ans_kept)i,
                            (struct ans_str){0})
                  .ptr);
}

/* The newest version and the hash of its record. */
static bool find_newest(struct ans_arena *arena, const char *root,
                        struct ans_str slug, struct ans_version *out,
                        struct ans_str *hash, struct ans_err *err)
{
    int64_t *numbers;
    size_t count;
    struct ans_str bytes;
    *out = (struct ans_version){0};
    *hash = ANS_STR("");
    if (!ans_record_numbers(arena, root, slug, &numbers, &count, err))
        return false;
    if (!count)
        return true;
    if (!ans_record_read(arena, root, slug, numbers[count - 1], out, NULL,
                         &bytes, err))
        return false;
    *hash = ans_hash_hex(arena, ans_hash_of(bytes));
    return true;
}

bool ans_version_accept(const char *root, const struct ans_folder *folder,
                        struct ans_str author, struct ans_str note,
                        struct ans_arena *arena, struct ans_version *out,
                        struct ans_err *err)
{
    struct ans_str slug = folder->slug;
    struct ans_str previous;
    bool taken = true;
    if (!find_newest(arena, root, slug, out, &previous, err))
        return false;
    if (out->number && ans_str_eq(out->content, folder->version))
        return true;
    if (!ans_kept_prepare(arena, root, slug, err))
        return false;
    sweep_all(arena, root, slug);
    if (!ans_content_keep(arena, root, folder, err))
        return false;
    for (int i = 0; taken && i < TRIES; i++) {
        struct ans_version next = {.number = out->number + 1,
                                   .at = ans_clock_now(),
                                   .author = ans_arena_str(arena, author),
                                   .content = folder->version};
        if (!ans_record_write(arena, root, slug, &next, previous, &taken, err))
            return false;
        if (!taken)
            *out = next;
        else if (!find_newest(arena, root, slug, out, &previous, err))
            return false;
        else if (ans_str_eq(out->content, folder->version))
            return true; /* somebody has accepted the same */
    }
    if (taken)
        return ans_err_set(err, ANS_ERR_BUSY,
                           "others add versions of %.*s all the time",
                           ANS_STR_ARG(slug));
    if (!note.len)
        return true;
    out->note = ans_arena_str(arena, note);
    return ans_version_note(root, slug, out->number, note, err);
}
