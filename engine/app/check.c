/* anslut check: all faults of county scripts. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/app.h"
#include "codec/json.h"
#include "edition/edition.h"

struct checking {
    struct ans_run *run;
    size_t faults;
    size_t advice; /* which is no fault */
    size_t counties;
    struct ans_list *json; /* NULL: text */
};

static struct ans_map *fault_map(struct ans_arena *arena,
                                 const struct ans_fault *fault,
                                 struct ans_str folder, struct ans_str lang)
{
    struct ans_buf text = {0};
    struct ans_map *m = ans_map_new(arena);
    ans_fault_write(&text, fault, folder, lang);
    ans_map_put_str(m, "code", ans_str_from(ans_fault_word(fault->code)));
    ans_map_put_str(m, "file", fault->file);
    ans_map_put_int(m, "line", fault->line);
    ans_map_put_bool(m, "advice", ans_fault_is_advice(fault->code));
    ans_map_put_str(m, "text", ans_arena_str(arena, ans_buf_str(&text)));
    ans_buf_free(&text);
    return m;
}

static void print_fault(const struct ans_fault *fault, struct ans_str folder,
                        struct ans_str lang)
{
    struct ans_buf line = {0};
    ans_fault_write(&line, fault, folder, lang);
    printf("%.*s\n", ANS_STR_ARG(ans_buf_str(&line)));
    ans_buf_free(&line);
}

static void report(struct checking *c, const char *slug,
                   struct ans_faults *faults)
{
    struct ans_arena *arena = c->run->arena;
    struct ans_str lang = ans_str_from(c->run->settings.lang);
    struct ans_str folder =
        ans_arena_printf(arena, "%s/%s", c->run->settings.counties, slug);
    struct ans_list *list = NULL;
    ans_faults_sort(faults);
    if (c->json) {
        struct ans_map *m = ans_list_add_map(c->json);
        ans_map_put_str(m, "county", ans_arena_str(arena, ans_str_from(slug)));
        list = ans_map_put_list(m, "faults");
    }
    for (size_t i = 0; i < faults->count; i++) {
        if (list)
            ans_list_add(list, ans_value_map(fault_map(arena, &faults->items[i],
                                                       folder, lang)));
        else
            print_fault(&faults->items[i], folder, lang);
    }
    size_t count = ans_faults_count(faults);
    c->faults += count;
    c->advice += faults->count - count;
    c->counties++;
}

static bool check_one(struct checking *c, const char *slug, struct ans_err *err)
{
    struct ans_faults faults = {.arena = c->run->arena, .advice = true};
    struct ans_str path = ans_arena_printf(c->run->arena, "%s/%s",
                                           c->run->settings.counties, slug);
    struct ans_loaded *loaded = ans_loaded_new(
        path.ptr, ans_str_from(slug), c->run->settings.lua, &faults, err);
    ans_loaded_release(loaded);
    if (!loaded && !faults.count)
        return false;
    *err = (struct ans_err){0};
    report(c, slug, &faults);
    return true;
}

static int is_county(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && entry->d_name[0] != '_' &&
           (entry->d_type == DT_DIR || entry->d_type == DT_UNKNOWN);
}

static bool check_all(struct checking *c, struct ans_err *err)
{
    struct dirent **entries = NULL;
    const char *folder = c->run->settings.counties;
    int found = scandir(folder, &entries, is_county, alphasort);
    bool ok = true;
    if (found < 0)
        return ans_err_set_errno(err, "cannot read the folder %s", folder);
    for (int i = 0; i < found; i++) {
        ok = ok && check_one(c, entries[i]->d_name, err);
        free(entries[i]);
    }
    free(entries);
    return ok;
}

static void print_end(const struct checking *c)
{
    bool swedish = !strcmp(c->run->settings.lang, "sv");
    if (c->faults)
        printf(swedish ? "%zu fel i %zu län.\n"
                       : "%zu faults in %zu counties.\n",
               c->faults, c->counties);
    else
        printf(swedish ? "Inga fel i %zu län.\n"
                       : "No faults in %zu counties.\n",
               c->counties);
    if (c->advice)
        printf(swedish ? "%zu råd.\n" : "%zu pieces of advice.\n", c->advice);
}

int ans_command_check(struct ans_run *run)
{
    struct ans_err err = {0};
    struct checking c = {.run = run};
    bool ok = true;
    if (*run->settings.json)
        c.json = ans_list_new(run->arena);
    for (int i = 0; ok && i < run->args.count; i++)
        ok = check_one(&c, run->args.items[i], &err);
    if (ok && !run->args.count)
        ok = check_all(&c, &err);
    if (!ok)
        return ans_app_fail(&err);
    if (c.json) {
        struct ans_buf text = {0};
        ans_json_write(&text, ans_value_list(c.json));
        printf("%.*s\n", ANS_STR_ARG(ans_buf_str(&text)));
        ans_buf_free(&text);
    } else {
        print_end(&c);
    }
    return c.faults ? 1 : 0;
}
