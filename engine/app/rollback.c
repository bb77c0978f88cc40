/* anslut rollback: a county's folder as an older version has it, which is a
 * new version. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "app/app.h"
#include "app/folder.h"
#include "app/history.h"
#include "base/clock.h"

#define WAIT_MS 10000

struct going_back {
    struct ans_run *run;
    struct ans_str slug;
    int64_t number;
    struct ans_held_county then;
    const char *folder; /* COUNTIES/<slug> */
    struct stat st;     /* of the folder, or of the one around it */
};

/* The new folder gets the owner and the rights of the old one, as far as we
 * may give them. */
static bool write_file(const struct going_back *g, const char *path,
                       struct ans_str bytes, struct ans_err *err)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0640);
    bool ok = fd >= 0 && fchmod(fd, g->st.st_mode & 0666) == 0;
    for (size_t at = 0; ok && at < bytes.len;) {
        ssize_t n = write(fd, bytes.ptr + at, bytes.len - at);
        ok = n > 0 || (n < 0 && errno == EINTR);
        at += n > 0 ? (size_t)n : 0;
    }
    if (ok && geteuid() == 0)
        ok = fchown(fd, g->st.st_uid, g->st.st_gid) == 0;
    ok = ok && fsync(fd) == 0;
    if (!ok)
        ans_err_set_errno(err, "cannot write %s", path);
    if (fd >= 0)
        close(fd);
    return ok;
}

static bool make_folder(const struct going_back *g, const char *path,
                        struct ans_err *err)
{
    bool ok = mkdir(path, 0750) == 0 || errno == EEXIST;
    ok = ok && chmod(path, g->st.st_mode & 0777) == 0;
    if (ok && geteuid() == 0)
        ok = chown(path, g->st.st_uid, g->st.st_gid) == 0;
    return ok || ans_err_set_errno(err, "cannot make the folder %s", path);
}

static bool write_folder(const struct going_back *g, const char *to,
                         struct ans_err *err)
{
    const struct ans_folder *f = &g->then.folder;
    if (!make_folder(g, to, err))
        return false;
    for (size_t i = 0; i < f->count; i++) {
        struct ans_str path = f->files[i].path;
        ptrdiff_t slash = ans_str_find(path, '/');
        if (slash > 0 && !make_folder(g,
                                      ans_arena_printf(g->run->arena, "%s/%.*s",
                                                       to, (int)slash, path.ptr)
                                          .ptr,
                                      err))
            return false;
        if (!write_file(g,
                        ans_arena_printf(g->run->arena, "%s/%.*s", to,
                                         ANS_STR_ARG(path))
                            .ptr,
                        f->files[i].bytes, err))
            return false;
    }
    return true;
}

/* What the portal passes over is no part of a version: an editor's settings,
 * a repository. It stays where it was. */
static void move_hidden(struct ans_arena *arena, const char *from,
                        const char *to)
{
    DIR *dir = opendir(from);
    struct dirent *entry;
    while (dir && (entry = readdir(dir))) {
        struct ans_str name = ans_str_from(entry->d_name);
        if (ans_str_is(name, ".") || ans_str_is(name, "..") ||
            (name.ptr[0] != '.' && name.ptr[name.len - 1] != '~'))
            continue;
        rename(ans_arena_printf(arena, "%s/%s", from, entry->d_name).ptr,
               ans_arena_printf(arena, "%s/%s", to, entry->d_name).ptr);
    }
    if (dir)
        closedir(dir);
}

/* Both folders change their names in one step, where the system can. */
static bool exchange(const char *fresh, const char *old, const char *aside,
                     struct ans_err *err)
{
    if (renameat2(AT_FDCWD, fresh, AT_FDCWD, old, RENAME_EXCHANGE) == 0)
        return rename(fresh, aside) == 0 ||
               ans_err_set_errno(err, "cannot move %s", fresh);
    if (access(old, F_OK) == 0 && rename(old, aside) != 0)
        return ans_err_set_errno(err, "cannot move %s", old);
    return rename(fresh, old) == 0 ||
           ans_err_set_errno(err, "cannot move %s", fresh);
}

static bool put_in_place(const struct going_back *g, const char **aside,
                         struct ans_err *err)
{
    struct ans_arena *arena = g->run->arena;
    long long now = (long long)ans_clock_now();
    const char *counties = g->run->settings.counties;
    const char *fresh = ans_arena_printf(arena, "%s/.%.*s.new-%lld", counties,
                                         ANS_STR_ARG(g->slug), now)
                            .ptr;
    *aside = ans_arena_printf(arena, "%s/.%.*s.before-%lld", counties,
                              ANS_STR_ARG(g->slug), now)
                 .ptr;
    if (!write_folder(g, fresh, err) ||
        !exchange(fresh, g->folder, *aside, err))
        return false;
    move_hidden(arena, *aside, g->folder);
    if (access(*aside, F_OK) != 0)
        *aside = NULL; /* there was no folder */
    return true;
}

/* The version that holds now: written by us, or by the server that sees the
 * folder change. */
static bool wait_for_server(const struct going_back *g, pid_t server,
                            int64_t before, struct ans_version *out,
                            struct ans_err *err)
{
    const struct timespec pause = {0, 50 * 1000 * 1000};
    int64_t end = ans_clock_steady() + WAIT_MS;
    if (kill(server, SIGHUP) != 0)
        return ans_err_set_errno(err, "cannot tell the server (process %ld)",
                                 (long)server);
    while (ans_clock_steady() < end) {
        if (!ans_version_newest(ans_history_root(g->run), g->slug,
                                g->run->arena, out, err))
            return false;
        if (out->number > before &&
            ans_str_eq(out->content, g->then.folder.version))
            return true;
        nanosleep(&pause, NULL);
    }
    return ans_err_set(err, ANS_ERR_BUSY,
                       "the folder is as it was in version %lld, but the "
                       "server does not show it yet; its log says why",
                       (long long)g->number);
}

static struct ans_str author_of(const struct going_back *g)
{
    char names[1024];
    struct passwd entry;
    struct passwd *me = NULL;
    if (*g->run->settings.author)
        return ans_str_from(g->run->settings.author);
    if (getpwuid_r(getuid(), &entry, names, sizeof(names), &me) != 0 || !me)
        return ANS_STR("rollback");
    return ans_arena_str(g->run->arena, ans_str_from(me->pw_name));
}

static bool keep(const struct going_back *g, struct ans_version *out,
                 struct ans_err *err)
{
    const char *root = ans_history_root(g->run);
    bool sv = ans_app_swedish(g->run);
    struct ans_version before;
    pid_t server = ans_folder_holder(g->run->settings.data);
    struct ans_str note =
        *g->run->settings.note
            ? ans_str_from(g->run->settings.note)
            : ans_arena_printf(g->run->arena,
                               sv ? "Tillbaka till version %lld"
                                  : "Back to version %lld",
                               (long long)g->number);
    if (!ans_version_newest(root, g->slug, g->run->arena, &before, err))
        return false;
    if (ans_str_eq(before.content, g->then.folder.version)) {
        *out = before; /* only the folder had changed, and was not accepted */
        return true;
    }
    return (server
                ? wait_for_server(g, server, before.number, out, err)
                : ans_version_accept(root, &g->then.folder, author_of(g),
                                     ANS_STR(""), g->run->arena, out, err)) &&
           ans_version_note(root, g->slug, out->number, note, err);
}

/* What stood in the folder is thrown away only when it is kept. */
static void tidy(const struct going_back *g, const char *aside, bool kept)
{
    bool sv = ans_app_swedish(g->run);
    struct ans_arena *arena = g->run->arena;
    if (!aside)
        return;
    if (kept) {
        ans_folder_remove(arena, aside);
        return;
    }
    printf(sv ? "Det som låg i mappen var aldrig en version. Det finns kvar i "
                "%s.\n"
              : "What stood in the folder never was a version. It is kept in "
                "%s.\n",
           aside);
}

static bool is_kept(const struct going_back *g, const struct ans_folder *now)
{
    struct ans_folder found;
    struct ans_err ignored = {0};
    return now->count &&
           ans_version_read(ans_history_root(g->run), g->slug, now->version,
                            g->run->arena, &found, &ignored);
}

static bool go_back(struct going_back *g, struct ans_err *err)
{
    bool sv = ans_app_swedish(g->run);
    struct ans_folder now = {0};
    struct ans_err ignored = {0};
    struct ans_version newest = {0};
    const char *aside = NULL;
    if (stat(g->folder, &g->st) != 0 &&
        stat(g->run->settings.counties, &g->st) != 0)
        return ans_err_set_errno(err, "cannot look at %s",
                                 g->run->settings.counties);
    bool read =
        ans_folder_read(g->folder, g->slug, g->run->arena, &now, &ignored) &&
        ans_folder_share(&now, g->run->settings.lua, g->run->arena, &ignored);
    bool same = read && ans_str_eq(now.version, g->then.folder.version);
    if (!same && !put_in_place(g, &aside, err))
        return false;
    if (!keep(g, &newest, err))
        return false;
    tidy(g, aside, read && is_kept(g, &now));
    if (newest.number == g->number)
        printf(sv ? "%.*s är som version %lld, den senaste.\n"
                  : "%.*s is as version %lld, the newest.\n",
               ANS_STR_ARG(g->slug), (long long)g->number);
    else
        printf(sv ? "%.*s: version %lld har samma innehåll som version %lld.\n"
                  : "%.*s: version %lld has the content of version %lld.\n",
               ANS_STR_ARG(g->slug), (long long)newest.number,
               (long long)g->number);
    return true;
}

int ans_command_rollback(struct ans_run *run)
{
    struct ans_err err = {0};
    struct going_back g = {.run = run};
    bool ok = false;
    if (run->args.count != 2 ||
        !ans_str_int(ans_str_from(run->args.items[1]), &g.number) ||
        g.number < 1) {
        ans_err_set(&err, ANS_ERR_INPUT, "%s",
                    ans_app_swedish(run)
                        ? "skriv länet och versionens nummer: anslut rollback "
                          "LÄN 3"
                        : "write the county and the version's number: anslut "
                          "rollback SLUG 3");
        return ans_app_fail(&err);
    }
    g.slug = ans_str_from(run->args.items[0]);
    g.folder = ans_arena_printf(run->arena, "%s/%s", run->settings.counties,
                                run->args.items[0])
                   .ptr;
    ok =
        ans_history_open(run,
                         ans_arena_printf(run->arena, "%s@%lld",
                                          run->args.items[0],
                                          (long long)g.number)
                             .ptr,
                         &g.then, &err) &&
        /* The national goals are not the county's to take back. */
        ans_folder_share(&g.then.folder, run->settings.lua, run->arena, &err) &&
        go_back(&g, &err);
    ans_loaded_release(g.then.loaded);
    return ok ? 0 : ans_app_fail(&err);
}
