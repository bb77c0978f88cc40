#include "app/restore.h"

#include <stdio.h>
#include <unistd.h>

#include "app/folder.h"
#include "base/log.h"
#include "member/schema.h"

bool ans_restore_place(const char *data, struct ans_str slug, const char *from,
                       struct ans_err *err)
{
    char path[4096];
    snprintf(path, sizeof(path), "%s/counties/%.*s.db", data,
             ANS_STR_ARG(slug));
    struct ans_store_options options = ans_schema_county(path);
    struct ans_store *store = ans_store_open(&options, err);
    if (!store && err->kind == ANS_ERR_INPUT) { /* what restoring is for */
        *err = (struct ans_err){0};
        return ans_store_put(&options, from, err);
    }
    if (!store)
        return false;
    bool ok = ans_store_replace(store, from, err);
    ans_store_close(store);
    return ok;
}

struct waiting {
    struct ans_editions *editions;
    const char *data;
};

/* A county that is closed for its damaged database opens with the new one. */
static bool open_closed(const struct waiting *w, struct ans_str slug,
                        const char *path, struct ans_err *err)
{
    if (!ans_restore_place(w->data, slug, path, err) ||
        !ans_editions_reload_some(w->editions, (struct ans_slugs){&slug, 1},
                                  NULL, err))
        return false;
    const struct ans_edition *edition = ans_edition_acquire(w->editions);
    const struct ans_site *site = ans_edition_by_slug(edition, slug);
    bool ok = site && site->store;
    if (!ok)
        ans_err_set(err, ANS_ERR_CONFLICT, "%.*s stays closed",
                    ANS_STR_ARG(slug));
    ans_edition_release(edition);
    return ok;
}

static bool take_in(const struct waiting *w, struct ans_str slug,
                    const char *path, struct ans_err *err)
{
    struct ans_store_options options = ans_schema_county(path);
    if (!ans_store_verify(&options, err))
        return false;
    const struct ans_edition *edition = ans_edition_acquire(w->editions);
    const struct ans_site *site = ans_edition_by_slug(edition, slug);
    bool closed = site && !site->store;
    bool ok = closed ? true
              : site ? ans_store_replace(site->store, path, err)
                     : ans_err_set(err, ANS_ERR_NOT_FOUND,
                                   "no county %.*s is served here",
                                   ANS_STR_ARG(slug));
    ans_edition_release(edition);
    return closed ? open_closed(w, slug, path, err) : ok;
}

static void tell(const struct waiting *w, struct ans_str slug,
                 const char *outcome)
{
    char part[4096];
    char path[4096];
    snprintf(part, sizeof(part), "%s/restore/%.*s.told", w->data,
             ANS_STR_ARG(slug));
    snprintf(path, sizeof(path), "%s/restore/%.*s.result", w->data,
             ANS_STR_ARG(slug));
    FILE *file = fopen(part, "we");
    if (!file)
        return;
    bool written = fprintf(file, "%s\n", outcome) > 0;
    if (fclose(file) == 0 && written && rename(part, path) == 0)
        return;
    ans_log(ANS_LOG_ERROR, "app", "cannot write %s", path);
}

static bool restore_one(void *context, struct ans_str slug, const char *path,
                        struct ans_err *err)
{
    struct waiting *w = context;
    struct ans_err failure = {0};
    (void)err;
    if (take_in(w, slug, path, &failure)) {
        ans_log(ANS_LOG_INFO, "app", "%.*s: restored from a backup",
                ANS_STR_ARG(slug));
        tell(w, slug, "ok");
        return true;
    }
    ans_log(ANS_LOG_ERROR, "app", "%.*s: not restored: %s", ANS_STR_ARG(slug),
            failure.text);
    unlink(path);
    tell(w, slug, failure.text);
    return true;
}

void ans_restore_waiting(struct ans_editions *editions, const char *data)
{
    char folder[4096];
    size_t count = 0;
    struct ans_err err = {0};
    struct waiting w = {editions, data};
    struct ans_arena *arena = ans_arena_new(0);
    snprintf(folder, sizeof(folder), "%s/restore", data);
    if (!ans_folder_databases(folder, arena, restore_one, &w, &count, &err))
        ans_log(ANS_LOG_ERROR, "app", "%s", err.text);
    ans_arena_free(arena);
}
