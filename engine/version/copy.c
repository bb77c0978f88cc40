/* Copies of a county's versions, for backups and out of them. */
#include <sys/stat.h>

#include "version/keeping.h"

struct copying {
    const char *from;
    const char *to;
    struct ans_str slug;
    struct ans_arena *arena;
};

static bool copy_file(const struct copying *c, enum ans_kept kind,
                      struct ans_str name, bool *existed, struct ans_err *err)
{
    struct ans_arena *scratch = ans_arena_new(0);
    struct ans_str bytes;
    struct ans_str from = ans_kept_path(scratch, c->from, c->slug, kind, name);
    struct ans_str to = ans_kept_path(scratch, c->to, c->slug, kind, name);
    bool ok =
        ans_kept_read(scratch, from.ptr, ANS_KEPT_FILE_MOST, &bytes, err) &&
        ans_kept_write(scratch, to.ptr, bytes, false, existed, err);
    ans_arena_free(scratch);
    return ok;
}

/* Files before the contents that name them. */
static bool copy_kind(const struct copying *c, enum ans_kept kind,
                      struct ans_err *err)
{
    const struct ans_str none = {0};
    struct ans_strs names;
    struct ans_str from = ans_kept_path(c->arena, c->from, c->slug, kind, none);
    struct ans_str to = ans_kept_path(c->arena, c->to, c->slug, kind, none);
    bool existed;
    if (!ans_kept_names(c->arena, from.ptr, &names, err))
        return false;
    for (size_t i = 0; i < names.count; i++)
        if (!copy_file(c, kind, names.items[i], &existed, err))
            return false;
    return ans_kept_sync(to.ptr, err);
}

static bool same_record(const struct copying *c, int64_t number,
                        struct ans_err *err)
{
    struct ans_version v;
    struct ans_str here;
    struct ans_str there;
    if (!ans_record_read(c->arena, c->from, c->slug, number, &v, NULL, &there,
                         err) ||
        !ans_record_read(c->arena, c->to, c->slug, number, &v, NULL, &here,
                         err))
        return false;
    return ans_str_eq(here, there) ||
           ans_err_set(err, ANS_ERR_CONFLICT,
                       "version %lld of %.*s is another one there",
                       (long long)number, ANS_STR_ARG(c->slug));
}

/* Versions are one row of links: what both have must be the same, and only
 * what follows is new. */
static bool copy_versions(const struct copying *c, int64_t *added,
                          struct ans_err *err)
{
    int64_t *theirs;
    int64_t *ours;
    size_t count;
    size_t here;
    if (!ans_record_numbers(c->arena, c->from, c->slug, &theirs, &count, err) ||
        !ans_record_numbers(c->arena, c->to, c->slug, &ours, &here, err))
        return false;
    size_t both = count < here ? count : here;
    for (size_t i = 0; i < both; i++)
        if (!same_record(c, theirs[i], err))
            return false;
    for (size_t i = both; i < count; i++) {
        bool existed;
        struct ans_str name =
            ans_arena_printf(c->arena, "%lld", (long long)theirs[i]);
        if (!copy_file(c, ANS_KEPT_VERSIONS, name, &existed, err))
            return false;
        *added += !existed;
    }
    return ans_kept_sync(ans_kept_path(c->arena, c->to, c->slug,
                                       ANS_KEPT_VERSIONS, (struct ans_str){0})
                             .ptr,
                         err);
}

bool ans_version_copy(const char *from, const char *to, struct ans_str slug,
                      int64_t *added, struct ans_err *err)
{
    struct copying c = {from, to, slug, ans_arena_new(0)};
    *added = 0;
    bool ok = ans_kept_prepare(c.arena, to, slug, err) &&
              copy_kind(&c, ANS_KEPT_FILES, err) &&
              copy_kind(&c, ANS_KEPT_CONTENTS, err) &&
              copy_versions(&c, added, err) &&
              copy_kind(&c, ANS_KEPT_NOTES, err);
    ans_arena_free(c.arena);
    return ok;
}

bool ans_version_counties(const char *root, struct ans_arena *arena,
                          struct ans_strs *out, struct ans_err *err)
{
    struct ans_strs names;
    struct stat st;
    *out = (struct ans_strs){0};
    if (!ans_kept_names(arena, root, &names, err))
        return false;
    out->items = ANS_NEW_ARRAY(arena, struct ans_str, names.count + 1);
    for (size_t i = 0; i < names.count; i++)
        if (stat(ans_arena_printf(arena, "%s/%.*s", root,
                                  ANS_STR_ARG(names.items[i]))
                     .ptr,
                 &st) == 0 &&
            S_ISDIR(st.st_mode))
            out->items[out->count++] = names.items[i];
    return true;
}
