/* anslut backup, anslut restore: databases out of the data folder and in. */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "app/app.h"
#include "app/folder.h"
#include "app/restore.h"
#include "member/schema.h"
#include "store/store.h"
#include "version/version.h"

/* Backup. */

struct copying {
    struct ans_arena *arena;
    const char *to;
};

static bool copy_one(void *context, struct ans_str slug, const char *path,
                     struct ans_err *err)
{
    struct copying *c = context;
    struct ans_str to =
        ans_arena_printf(c->arena, "%s/%.*s.db", c->to, ANS_STR_ARG(slug));
    if (!ans_store_copy(path, to.ptr, err))
        return ans_err_add(err, "%.*s", ANS_STR_ARG(slug));
    printf("%.*s -> %s\n", ANS_STR_ARG(slug), to.ptr);
    return true;
}

/* What counties' folders were, too: without it nobody knows the questions that
 * members have answered. */
static bool copy_versions(struct ans_run *run, const char *from, const char *to,
                          const char *what, struct ans_err *err)
{
    bool sv = ans_app_swedish(run);
    struct ans_arena *arena = run->arena;
    struct ans_strs slugs;
    const char *source = ans_arena_printf(arena, "%s/versions", from).ptr;
    const char *target = ans_arena_printf(arena, "%s/versions", to).ptr;
    if (!ans_version_counties(source, arena, &slugs, err))
        return false;
    for (size_t i = 0; i < slugs.count; i++) {
        struct ans_err why = {0};
        int64_t added = 0;
        bool ok =
            ans_version_copy(source, target, slugs.items[i], &added, &why);
        if (!ok && why.kind != ANS_ERR_CONFLICT) {
            *err = why;
            return ans_err_add(err, "%.*s", ANS_STR_ARG(slugs.items[i]));
        }
        if (!ok) /* what members refer to by its hash was copied */
            fprintf(stderr,
                    sv ? "anslut: %s; innehållet kopierades\n"
                       : "anslut: %s; its contents were copied\n",
                    why.text);
        else if (added)
            printf(sv ? "%.*s: versioner som %s: %lld\n"
                      : "%.*s: versions %s: %lld\n",
                   ANS_STR_ARG(slugs.items[i]), what, (long long)added);
    }
    return true;
}

int ans_command_backup(struct ans_run *run)
{
    struct ans_err err = {0};
    bool sv = ans_app_swedish(run);
    if (run->args.count != 1) {
        ans_err_set(&err, ANS_ERR_INPUT, "%s",
                    sv ? "skriv en mapp: anslut backup MAPP"
                       : "name one folder: anslut backup DIR");
        return ans_app_fail(&err);
    }
    struct copying c = {run->arena, run->args.items[0]};
    struct ans_str from =
        ans_arena_printf(run->arena, "%s/counties", run->settings.data);
    size_t count = 0;
    /* Versions last: a member is never copied before the words it answered. */
    if (!ans_folder_make(c.to, &err) ||
        !ans_folder_databases(from.ptr, run->arena, copy_one, &c, &count,
                              &err) ||
        !copy_versions(run, run->settings.data, c.to,
                       sv ? "kopierades" : "copied", &err))
        return ans_app_fail(&err);
    printf(sv ? "Databaser: %zu, i %s\n" : "%zu databases in %s\n", count,
           c.to);
    return 0;
}

/* Restore. */

struct restoring {
    struct ans_run *run;
    struct ans_arena *arena;
    const char *data;
    pid_t server; /* 0: none; we put files in place ourselves */
};

static bool verify_one(void *context, struct ans_str slug, const char *path,
                       struct ans_err *err)
{
    (void)context;
    struct ans_store_options options = ans_schema_county(path);
    if (ans_store_verify(&options, err))
        return true;
    ans_app_blame_files(err);
    return ans_err_add(err, "%.*s", ANS_STR_ARG(slug));
}

/* The server says how it went in a file beside the database. */
static bool wait_for_server(const char *result, struct ans_err *err)
{
    const struct timespec pause = {0, 50 * 1000 * 1000};
    const int tries = 60 * 20;
    for (int i = 0; i < tries; i++) {
        char text[400];
        FILE *file = fopen(result, "re");
        if (!file) {
            nanosleep(&pause, NULL);
            continue;
        }
        bool said = fgets(text, sizeof(text), file) != NULL;
        fclose(file);
        unlink(result);
        struct ans_str line = ans_str_trim(ans_str_from(said ? text : ""));
        return ans_str_is(line, "ok") ||
               ans_err_set(err, ANS_ERR_INTERNAL, "the server says: %.*s",
                           ANS_STR_ARG(line));
    }
    return ans_err_set(err, ANS_ERR_BUSY, "the server did not answer");
}

static bool hand_over(struct restoring *r, struct ans_str slug,
                      const char *part, struct ans_err *err)
{
    struct ans_str ready = ans_arena_printf(r->arena, "%s/restore/%.*s.db",
                                            r->data, ANS_STR_ARG(slug));
    struct ans_str result = ans_arena_printf(r->arena, "%s/restore/%.*s.result",
                                             r->data, ANS_STR_ARG(slug));
    unlink(result.ptr);
    if (rename(part, ready.ptr) != 0)
        return ans_err_set_errno(err, "cannot make %s", ready.ptr);
    if (kill(r->server, SIGUSR1) != 0)
        return ans_err_set_errno(err, "cannot tell the server (process %ld)",
                                 (long)r->server);
    return wait_for_server(result.ptr, err);
}

static bool restore_one(void *context, struct ans_str slug, const char *path,
                        struct ans_err *err)
{
    struct restoring *r = context;
    struct ans_str part = ans_arena_printf(r->arena, "%s/restore/%.*s.part",
                                           r->data, ANS_STR_ARG(slug));
    unlink(part.ptr);
    bool ok = ans_store_copy(path, part.ptr, err) &&
              (r->server ? hand_over(r, slug, part.ptr, err)
                         : ans_restore_place(r->data, slug, part.ptr, err));
    if (!ok)
        return ans_err_add(err, "%.*s", ANS_STR_ARG(slug));
    bool sv = ans_app_swedish(r->run);
    printf(sv ? "%.*s är återställt%s\n" : "%.*s restored%s\n",
           ANS_STR_ARG(slug),
           !r->server ? ""
           : sv       ? ", och servern går vidare med det"
                      : ", the server goes on with it");
    return true;
}

static bool restore_all(struct restoring *r, const char *from,
                        struct ans_err *err)
{
    size_t count = 0;
    bool sv = ans_app_swedish(r->run);
    struct ans_str waiting = ans_arena_printf(r->arena, "%s/restore", r->data);
    struct ans_str counties =
        ans_arena_printf(r->arena, "%s/counties", r->data);
    if (!ans_folder_databases(from, r->arena, verify_one, NULL, &count, err))
        return false;
    if (!count)
        return ans_err_set(
            err, ANS_ERR_INPUT,
            sv ? "det finns inga databaser i %s" : "no databases in %s", from);
    return ans_folder_make(r->data, err) && ans_folder_make(waiting.ptr, err) &&
           ans_folder_make(counties.ptr, err) &&
           copy_versions(r->run, from, r->data,
                         sv ? "lades tillbaka" : "put back", err) &&
           ans_folder_databases(from, r->arena, restore_one, r, &count, err);
}

int ans_command_restore(struct ans_run *run)
{
    struct ans_err err = {0};
    int lock = -1;
    struct restoring r = {
        .run = run, .arena = run->arena, .data = run->settings.data};
    if (run->args.count != 1) {
        ans_err_set(&err, ANS_ERR_INPUT, "%s",
                    ans_app_swedish(run) ? "skriv en mapp: anslut restore MAPP"
                                         : "name one folder: anslut restore "
                                           "DIR");
        return ans_app_fail(&err);
    }
    r.server = ans_folder_holder(r.data);
    bool ok = (r.server || (ans_folder_make(r.data, &err) &&
                            ans_folder_lock(r.data, &lock, &err))) &&
              restore_all(&r, run->args.items[0], &err);
    if (lock >= 0)
        close(lock);
    return ok ? 0 : ans_app_fail(&err);
}
