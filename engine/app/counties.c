#include "app/counties.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "codec/json.h"
#include "county/county.h"

static int is_county(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && entry->d_name[0] != '_' &&
           (entry->d_type == DT_DIR || entry->d_type == DT_LNK ||
            entry->d_type == DT_UNKNOWN);
}

static bool each_of_folder(struct ans_run *run, ans_county_fn *each,
                           void *context, struct ans_err *err)
{
    struct dirent **entries = NULL;
    const char *folder = run->settings.counties;
    int found = scandir(folder, &entries, is_county, alphasort);
    if (found < 0)
        return ans_err_set_errno(err, "cannot read the folder %s", folder);
    bool ok = true;
    for (int i = 0; i < found; i++) {
        ok = ok && each(context, entries[i]->d_name, err);
        free(entries[i]);
    }
    free(entries);
    return ok;
}

/* ANS_ERR_INPUT: the command names a county that is not there. */
static bool check_named(struct ans_run *run, const char *slug,
                        struct ans_err *err)
{
    struct stat st;
    if (stat(ans_counties_folder(run, slug).ptr, &st) == 0 || errno != ENOENT)
        return true;
    struct dirent **entries = NULL;
    int found = scandir(run->settings.counties, &entries, is_county, alphasort);
    struct ans_strs known = {ANS_NEW_ARRAY(run->arena, struct ans_str,
                                           (size_t)(found < 0 ? 0 : found)),
                             0};
    for (int i = 0; i < found; i++) {
        known.items[known.count++] =
            ans_arena_str(run->arena, ans_str_from(entries[i]->d_name));
        free(entries[i]);
    }
    free(entries);
    struct ans_str near =
        ans_nearest(ans_str_from(slug), known.items, known.count);
    return ans_err_set(err, ANS_ERR_INPUT, "%s holds no county %s%s%.*s%s",
                       run->settings.counties, slug,
                       near.len ? " (did you mean " : "", ANS_STR_ARG(near),
                       near.len ? "?)" : "");
}

bool ans_counties_each(struct ans_run *run, ans_county_fn *each, void *context,
                       struct ans_err *err)
{
    if (!run->args.count)
        return each_of_folder(run, each, context, err);
    bool ok = true;
    for (int i = 0; ok && i < run->args.count; i++)
        ok = check_named(run, run->args.items[i], err) &&
             each(context, run->args.items[i], err);
    return ok;
}

struct ans_str ans_counties_folder(struct ans_run *run, const char *slug)
{
    return ans_arena_printf(run->arena, "%s/%s", run->settings.counties, slug);
}

void ans_counties_print(struct ans_run *run, const char *slug,
                        struct ans_faults *faults, FILE *to)
{
    struct ans_str folder = ans_counties_folder(run, slug);
    struct ans_buf text = {0};
    ans_faults_sort(faults);
    for (size_t i = 0; i < faults->count; i++) {
        ans_fault_write(&text, &faults->items[i], folder,
                        ans_str_from(run->settings.lang));
        ans_buf_add_byte(&text, '\n');
    }
    fprintf(to, "%.*s", ANS_STR_ARG(ans_buf_str(&text)));
    ans_buf_free(&text);
}

void ans_print_buf(struct ans_buf *text)
{
    printf("%.*s", ANS_STR_ARG(ans_buf_str(text)));
    ans_buf_free(text);
}

void ans_print_json(struct ans_value v)
{
    struct ans_buf text = {0};
    ans_json_write(&text, v);
    ans_buf_add_byte(&text, '\n');
    ans_print_buf(&text);
}
