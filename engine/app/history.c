#include "app/history.h"

#include <stdio.h>
#include <string.h>

const char *ans_history_root(struct ans_run *run)
{
    return ans_arena_printf(run->arena, "%s/versions", run->settings.data).ptr;
}

bool ans_history_slug(const struct ans_run *run, struct ans_str slug,
                      struct ans_err *err)
{
    bool good = slug.len && slug.ptr[0] != '.' && ans_str_find(slug, '/') < 0;
    return good ||
           ans_err_set(err, ANS_ERR_INPUT,
                       ans_app_swedish(run) ? "inget län heter ”%.*s”"
                                            : "no county is called \"%.*s\"",
                       ANS_STR_ARG(slug));
}

static bool find_version(struct ans_run *run, struct ans_str slug,
                         struct ans_str number, struct ans_version *out,
                         struct ans_err *err)
{
    bool sv = ans_app_swedish(run);
    const char *root = ans_history_root(run);
    int64_t n = 0;
    if (number.len && (!ans_str_int(number, &n) || n < 1))
        return ans_err_set(err, ANS_ERR_INPUT,
                           sv ? "%.*s är inget versionsnummer"
                              : "%.*s is no version's number",
                           ANS_STR_ARG(number));
    if (!number.len)
        return ans_version_newest(root, slug, run->arena, out, err) &&
               (out->number || ans_err_set(err, ANS_ERR_NOT_FOUND,
                                           sv ? "%.*s har inga versioner i %s"
                                              : "%.*s has no versions in %s",
                                           ANS_STR_ARG(slug), root));
    return ans_version_get(root, slug, n, run->arena, out, err) ||
           (err->kind == ANS_ERR_NOT_FOUND && sv
                ? ans_err_set(err, ANS_ERR_NOT_FOUND,
                              "%.*s har ingen version %lld", ANS_STR_ARG(slug),
                              (long long)n)
                : false);
}

static void print_faults(struct ans_run *run, const struct ans_faults *faults,
                         const char *name)
{
    for (size_t i = 0; i < faults->count; i++) {
        struct ans_buf line = {0};
        ans_fault_write(&line, &faults->items[i], ans_str_from(name),
                        ans_str_from(run->settings.lang));
        fprintf(stderr, "%.*s\n", ANS_STR_ARG(ans_buf_str(&line)));
        ans_buf_free(&line);
    }
}

bool ans_history_open(struct ans_run *run, const char *name,
                      struct ans_held_county *out, struct ans_err *err)
{
    struct ans_str rest = ans_str_from(name);
    bool kept = ans_str_find(rest, '@') >= 0;
    struct ans_str slug = ans_arena_str(run->arena, ans_str_cut(&rest, '@'));
    struct ans_faults faults = {.arena = run->arena};
    *out = (struct ans_held_county){0};
    if (!ans_history_slug(run, slug, err))
        return false;
    bool ok = kept ? find_version(run, slug, rest, &out->version, err) &&
                         ans_version_read(ans_history_root(run), slug,
                                          out->version.content, run->arena,
                                          &out->folder, err)
                   : ans_folder_read(ans_arena_printf(run->arena, "%s/%.*s",
                                                      run->settings.counties,
                                                      ANS_STR_ARG(slug))
                                         .ptr,
                                     slug, run->arena, &out->folder, err);
    if (!ok)
        return false;
    out->loaded = (kept ? ans_loaded_then : ans_loaded_of)(
        &out->folder, run->settings.lua, &faults, err);
    if (!out->loaded) {
        print_faults(run, &faults, name);
        return false;
    }
    out->county = ans_loaded_county(out->loaded);
    return true;
}
