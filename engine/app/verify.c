/* anslut verify: is everything that was sealed or scanned as it was, and every
 * version of the scripts? */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "app/app.h"
#include "app/folder.h"
#include "join/commitment.h"
#include "join/paper.h"
#include "member/schema.h"
#include "version/version.h"

struct verifying {
    struct ans_run *run;
    const char *scratch; /* a folder of our own */
    int64_t wrong;
    int matched;  /* of the names that were asked for */
    bool damaged; /* a database could not be looked through */
};

/* What a county's database holds. */
struct looked {
    int64_t commitments, papers;
    int64_t wrong_papers; /* the other wrong ones are commitments */
};

struct looking {
    struct verifying *v;
    struct looked *at;
};

static bool asked_for(struct verifying *v, struct ans_str slug)
{
    const struct ans_args *args = &v->run->args;
    bool asked = args->count == 0;
    for (int i = 0; i < args->count; i++) {
        if (!ans_str_is(slug, args->items[i]))
            continue;
        v->matched++;
        asked = true;
    }
    return asked;
}

static void report_commitment(void *context, int64_t member)
{
    const struct looking *l = context;
    l->v->wrong++;
    printf(ans_app_swedish(l->v->run)
               ? "  ansluten %lld: åtagandet stämmer inte med sin hash\n"
               : "  member %lld: the commitment does not match its hash\n",
           (long long)member);
}

static void report_paper(void *context, int64_t member)
{
    const struct looking *l = context;
    l->v->wrong++;
    l->at->wrong_papers++;
    printf(
        ans_app_swedish(l->v->run)
            ? "  ansluten %lld: det inskannade papperet stämmer inte med sin "
              "hash\n"
            : "  member %lld: the scanned paper does not match its hash\n",
        (long long)member);
}

static bool verify_store(struct looking *l, struct ans_store *store,
                         struct ans_err *err)
{
    struct ans_db *db = ans_store_acquire(store, err);
    if (!db)
        return false;
    bool ok = ans_commitment_verify(db, report_commitment, l,
                                    &l->at->commitments, err) &&
              ans_paper_verify(db, report_paper, l, &l->at->papers, err);
    ans_store_release(store, db);
    return ok;
}

/* Works on a copy, so that a server may go on beside us. */
static bool verify_copy(struct looking *l, const char *copy,
                        struct ans_err *err)
{
    struct ans_store_options options = ans_schema_county(copy);
    if (!ans_store_verify(&options, err))
        return false;
    struct ans_store *store = ans_store_open(&options, err);
    if (!store)
        return false;
    bool ok = verify_store(l, store, err);
    ans_store_close(store);
    return ok;
}

/* One that is damaged must not keep us from the others. The scratch file's
 * name would tell nobody anything. */
static void report_damage(struct verifying *v, struct ans_str slug,
                          struct ans_str copy, const struct ans_err *err)
{
    struct ans_str text = ans_str_from(err->text);
    if (ans_str_starts(text, copy))
        text = ans_str_sub(text, copy.len + 2, SIZE_MAX);
    fprintf(stderr, "anslut: %.*s: %.*s\n", ANS_STR_ARG(slug),
            ANS_STR_ARG(text));
    v->damaged = true;
}

static bool verify_one(void *context, struct ans_str slug, const char *path,
                       struct ans_err *err)
{
    struct verifying *v = context;
    struct ans_err failure = {0};
    (void)err;
    if (!asked_for(v, slug))
        return true;
    struct ans_str copy = ans_arena_printf(v->run->arena, "%s/%.*s.db",
                                           v->scratch, ANS_STR_ARG(slug));
    int64_t before = v->wrong;
    struct looked at = {0};
    struct looking looking = {v, &at};
    bool ok = ans_store_copy(path, copy.ptr, &failure) &&
              verify_copy(&looking, copy.ptr, &failure);
    unlink(copy.ptr);
    if (!ok) {
        report_damage(v, slug, copy, &failure);
        return true;
    }
    bool sv = ans_app_swedish(v->run);
    printf(sv ? "%.*s: åtaganden %lld, fel %lld\n"
              : "%.*s: %lld commitments, %lld wrong\n",
           ANS_STR_ARG(slug), (long long)at.commitments,
           (long long)(v->wrong - before - at.wrong_papers));
    if (at.papers)
        printf(sv ? "%.*s: inskannade papper %lld, fel %lld\n"
                  : "%.*s: %lld scanned papers, %lld wrong\n",
               ANS_STR_ARG(slug), (long long)at.papers,
               (long long)at.wrong_papers);
    return true;
}

static void report_version(void *context, struct ans_str sentence)
{
    struct verifying *v = context;
    v->wrong++;
    printf("  %.*s\n", ANS_STR_ARG(sentence));
}

static bool verify_versions(struct verifying *v, struct ans_err *err)
{
    struct ans_strs slugs;
    struct ans_arena *arena = v->run->arena;
    const char *root =
        ans_arena_printf(arena, "%s/versions", v->run->settings.data).ptr;
    if (!ans_version_counties(root, arena, &slugs, err))
        return false;
    for (size_t i = 0; i < slugs.count; i++) {
        int64_t count = 0;
        int64_t before = v->wrong;
        int matched = v->matched;
        if (!asked_for(v, slugs.items[i]))
            continue;
        v->matched = matched; /* databases are what is counted */
        if (!ans_version_verify(root, slugs.items[i], report_version, v, &count,
                                err))
            return false;
        printf(ans_app_swedish(v->run) ? "%.*s: versioner %lld, fel %lld\n"
                                       : "%.*s: %lld versions, %lld wrong\n",
               ANS_STR_ARG(slugs.items[i]), (long long)count,
               (long long)(v->wrong - before));
    }
    return true;
}

int ans_command_verify(struct ans_run *run)
{
    struct ans_err err = {0};
    const char *tmp = getenv("TMPDIR");
    struct ans_str scratch = ans_arena_printf(
        run->arena, "%s/anslut-verify-XXXXXX", tmp ? tmp : "/tmp");
    struct ans_str folder =
        ans_arena_printf(run->arena, "%s/counties", run->settings.data);
    if (!mkdtemp((char *)(uintptr_t)scratch.ptr)) {
        ans_err_set_errno(&err, "cannot make a folder in %s",
                          tmp ? tmp : "/tmp");
        return ans_app_fail(&err);
    }
    struct verifying v = {.run = run, .scratch = scratch.ptr};
    size_t count = 0;
    bool ok = ans_folder_databases(folder.ptr, run->arena, verify_one, &v,
                                   &count, &err);
    rmdir(scratch.ptr);
    ok = ok && verify_versions(&v, &err);
    if (ok && v.matched < run->args.count)
        ok = ans_err_set(&err, ANS_ERR_NOT_FOUND,
                         ans_app_swedish(run)
                             ? "något av dem har ingen databas i %s"
                             : "not all of these have a database in %s",
                         folder.ptr);
    if (!ok)
        return ans_app_fail(&err);
    return v.wrong || v.damaged ? 1 : 0;
}
