#include "edition/notify.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/attr.h"
#include "edition/edition.h"

#define IN_FOLDER                                                              \
    (IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_MODIFY |         \
     IN_CLOSE_WRITE | IN_ATTRIB | IN_ONLYDIR | IN_EXCL_UNLINK)

struct watched {
    int number;          /* the kernel's, one a folder, however often named */
    struct ans_str slug; /* empty: the folder of counties */
};

struct ans_notify {
    const char *counties; /* a copy, in `own` */
    struct ans_arena *own;
    int fd;
    dev_t device; /* of the folder of counties as it was last seen */
    ino_t inode;
    struct ans_arena *arena; /* of the list below, made anew at each sync */
    struct watched *list;
    size_t count;
};

struct ans_notify *ans_notify_new(const char *counties, struct ans_err *err)
{
    int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (fd < 0) {
        ans_err_set(err, ANS_ERR_BUSY, "the system gives no inotify: %s",
                    errno == EMFILE ? "too many are in use or too many files "
                                      "are open"
                                    : "not here");
        return NULL;
    }
    struct ans_notify *n = calloc(1, sizeof(*n));
    if (!n)
        abort();
    n->fd = fd;
    n->own = ans_arena_new(0);
    n->arena = ans_arena_new(0);
    n->counties = ans_arena_str(n->own, ans_str_from(counties)).ptr;
    return n;
}

void ans_notify_free(struct ans_notify *n)
{
    if (!n)
        return;
    close(n->fd);
    ans_arena_free(n->arena);
    ans_arena_free(n->own);
    free(n);
}

int ans_notify_fd(const struct ans_notify *n)
{
    return n->fd;
}

/* Watching. */

struct syncing {
    struct ans_notify *n;
    struct ans_arena *arena;
    struct watched *list;
    size_t count;
    struct ans_err *err;
};

/* A folder that went away in this moment is none to watch. */
static bool watch(struct syncing *s, const char *path, struct ans_str slug,
                  uint32_t follow)
{
    int number = inotify_add_watch(s->n->fd, path, IN_FOLDER | follow);
    if (number < 0 && errno == ENOSPC)
        return ans_err_set(s->err, ANS_ERR_BUSY,
                           "the system watches too many folders; raise "
                           "fs.inotify.max_user_watches");
    if (number < 0 && slug.len)
        return true;
    if (number < 0)
        return ans_err_set_errno(s->err, "cannot watch %s", path);
    s->list = ans_arena_grow(s->arena, s->list, s->count, sizeof(*s->list));
    s->list[s->count++] = (struct watched){number, slug};
    return true;
}

static bool is_folder(const struct dirent *entry)
{
    return !ans_folder_passes_over(ans_str_from(entry->d_name)) &&
           (entry->d_type == DT_DIR || entry->d_type == DT_UNKNOWN);
}

/* A county's folder and those in it. */
static bool watch_county(struct syncing *s, const char *slug)
{
    struct ans_str name = ans_arena_str(s->arena, ans_str_from(slug));
    const char *path =
        ans_arena_printf(s->arena, "%s/%s", s->n->counties, slug).ptr;
    if (!watch(s, path, name, IN_DONT_FOLLOW))
        return false;
    DIR *dir = opendir(path);
    bool ok = true;
    for (struct dirent *entry; ok && dir && (entry = readdir(dir));)
        if (is_folder(entry))
            ok = watch(
                s, ans_arena_printf(s->arena, "%s/%s", path, entry->d_name).ptr,
                name, IN_DONT_FOLLOW);
    if (dir)
        closedir(dir);
    return ok;
}

static bool watch_all(struct syncing *s)
{
    if (!watch(s, s->n->counties, (struct ans_str){0}, 0))
        return false;
    DIR *dir = opendir(s->n->counties);
    if (!dir)
        return ans_err_set_errno(s->err, "cannot read the folder %s",
                                 s->n->counties);
    bool ok = true;
    for (struct dirent *entry; ok && (entry = readdir(dir));)
        if (is_folder(entry) && ans_slug_valid(ans_str_from(entry->d_name)))
            ok = watch_county(s, entry->d_name);
    closedir(dir);
    return ok;
}

static bool holds(const struct watched *list, size_t count, int number)
{
    for (size_t i = 0; i < count; i++)
        if (list[i].number == number)
            return true;
    return false;
}

static void remember_place(struct ans_notify *n)
{
    struct stat st;
    bool there = stat(n->counties, &st) == 0;
    n->device = there ? st.st_dev : 0;
    n->inode = there ? st.st_ino : 0;
}

bool ans_notify_sync(struct ans_notify *n, struct ans_err *err)
{
    struct syncing s = {.n = n, .arena = ans_arena_new(0), .err = err};
    remember_place(n);
    bool ok = watch_all(&s);
    for (size_t i = 0; i < n->count; i++)
        if (!holds(s.list, s.count, n->list[i].number))
            inotify_rm_watch(n->fd, n->list[i].number);
    ans_arena_free(n->arena);
    n->arena = s.arena;
    n->list = s.list;
    n->count = s.count;
    return ok;
}

bool ans_notify_lost(const struct ans_notify *n)
{
    struct stat st;
    return stat(n->counties, &st) != 0 || st.st_dev != n->device ||
           st.st_ino != n->inode;
}

/* Events. */

static const struct watched *find(const struct ans_notify *n, int number)
{
    for (size_t i = 0; i < n->count; i++)
        if (n->list[i].number == number)
            return &n->list[i];
    return NULL;
}

/* Folders of no county are none of ours: "_template", ".git". */
static void note_counties(struct ans_changes *out, struct ans_str name,
                          int64_t now)
{
    if (name.len && name.ptr[0] != '_')
        ans_changes_add(out, name, now);
}

static void note(const struct ans_notify *n, const struct inotify_event *e,
                 struct ans_changes *out, int64_t now)
{
    const struct watched *at = find(n, e->wd);
    struct ans_str name = ans_str_from(e->len ? e->name : "");
    if (e->mask & IN_Q_OVERFLOW)
        ans_changes_add(out, (struct ans_str){0}, now);
    if (!at || (name.len && ans_folder_passes_over(name)))
        return;
    if (!at->slug.len) {
        note_counties(out, name, now);
        return;
    }
    if (e->mask & IN_MODIFY)
        ans_changes_open(out, at->slug, e->wd, name, now);
    if (!(e->mask & IN_IGNORED))
        ans_changes_add(out, at->slug, now);
    if (e->mask & (IN_CLOSE_WRITE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO))
        ans_changes_close(out, e->wd, name);
}

void ans_notify_take(struct ans_notify *n, struct ans_changes *out, int64_t now)
{
    _Alignas(struct inotify_event) char bytes[16 * 1024];
    for (;;) {
        ssize_t len = read(n->fd, bytes, sizeof(bytes));
        if (len <= 0)
            return;
        for (const char *p = bytes; p < bytes + len;) {
            const struct inotify_event *e = (const void *)p;
            note(n, e, out, now);
            p += sizeof(*e) + e->len;
        }
    }
}
