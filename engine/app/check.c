/* anslut check: all faults of county scripts. */
#include <string.h>

#include "app/counties.h"
#include "app/impact.h"
#include "edition/edition.h"
#include "reference/reference.h"

struct host {
    struct ans_str name, county;
};

struct checking {
    struct ans_run *run;
    size_t faults;
    size_t advice; /* which is no fault */
    size_t counties;
    struct ans_list *json; /* NULL: text */
    struct host *hosts;    /* of the counties before */
    size_t host_count;
    struct ans_strs faulty; /* slugs */
};

static struct ans_str written(struct ans_arena *arena,
                              const struct ans_fault *fault,
                              const struct ans_str *folder, struct ans_str lang)
{
    struct ans_buf text = {0};
    if (folder)
        ans_fault_write(&text, fault, *folder, lang);
    else
        ans_fault_say(&text, fault, lang);
    struct ans_str copy = ans_arena_str(arena, ans_buf_str(&text));
    ans_buf_free(&text);
    return copy;
}

/* docs/reference/json.md tells of it. */
static struct ans_map *fault_map(struct ans_arena *arena,
                                 const struct ans_fault *fault,
                                 struct ans_str folder, struct ans_str lang)
{
    const char *code = ans_fault_word(fault->code);
    struct ans_map *m = ans_map_new(arena);
    ans_map_put_str(m, "code", ans_str_from(code));
    ans_map_put_str(m, "file", fault->file);
    ans_map_put_int(m, "line", fault->line);
    ans_map_put_bool(m, "advice", ans_fault_is_advice(fault->code));
    ans_map_put_str(m, "text", written(arena, fault, &folder, lang));
    ans_map_put_str(m, "message", written(arena, fault, NULL, lang));
    ans_map_put_str(m, "help", ans_reference_fault_path(arena, code, lang));
    return m;
}

static void report_json(struct checking *c, const char *slug,
                        const struct ans_faults *faults)
{
    struct ans_arena *arena = c->run->arena;
    struct ans_str lang = ans_str_from(c->run->settings.lang);
    struct ans_map *m = ans_list_add_map(c->json);
    ans_map_put_str(m, "county", ans_arena_str(arena, ans_str_from(slug)));
    struct ans_list *list = ans_map_put_list(m, "faults");
    for (size_t i = 0; i < faults->count; i++)
        ans_list_add(list, ans_value_map(fault_map(
                               arena, &faults->items[i],
                               ans_counties_folder(c->run, slug), lang)));
}

static void report(struct checking *c, const char *slug,
                   struct ans_faults *faults)
{
    ans_faults_sort(faults);
    if (c->json)
        report_json(c, slug, faults);
    else
        ans_counties_print(c->run, slug, faults, stdout);
    size_t count = ans_faults_count(faults);
    if (count) {
        struct ans_arena *arena = c->run->arena;
        c->faulty.items = ans_arena_grow(
            arena, c->faulty.items, c->faulty.count, sizeof(*c->faulty.items));
        c->faulty.items[c->faulty.count++] =
            ans_arena_str(arena, ans_str_from(slug));
    }
    c->faults += count + faults->dropped;
    c->advice += faults->count - count;
    c->counties++;
}

/* A host name is one county's. The server sees that too, too late. */
static void check_hosts(struct checking *c, const struct ans_county *county,
                        const char *slug, struct ans_faults *faults)
{
    struct ans_arena *arena = c->run->arena;
    for (size_t i = 0; i < county->hosts.count; i++) {
        struct ans_str name = county->hosts.items[i];
        size_t k = 0;
        while (k < c->host_count && !ans_str_eq_nocase(c->hosts[k].name, name))
            k++;
        if (k < c->host_count) {
            ans_fault_add(faults, ANS_FAULT_HOST_TAKEN, ANS_STR("county.lua"),
                          county->node.line, name, c->hosts[k].county,
                          (struct ans_str){0});
            continue;
        }
        c->hosts =
            ans_arena_grow(arena, c->hosts, c->host_count, sizeof(*c->hosts));
        c->hosts[c->host_count++] =
            (struct host){ans_arena_str(arena, name),
                          ans_arena_str(arena, ans_str_from(slug))};
    }
}

/* What a server passes over: no address can have that name. Folders that begin
 * with _ are checked when they are named, and never served. */
static void check_name(const char *slug, struct ans_faults *faults)
{
    const struct ans_str none = {0};
    if (*slug != '_' && !ans_slug_valid(ans_str_from(slug)))
        ans_fault_add(faults, ANS_FAULT_BAD_FOLDER_NAME, none, 0,
                      ans_str_from(slug), none, none);
}

/* What the folder holds cannot be read: a fault of the county like others. */
static bool is_of_folder(const struct ans_err *err)
{
    return err->kind == ANS_ERR_INPUT || err->kind == ANS_ERR_LIMIT ||
           err->kind == ANS_ERR_DENIED || err->kind == ANS_ERR_BUSY;
}

static bool check_one(void *context, const char *slug, struct ans_err *err)
{
    struct checking *c = context;
    struct ans_faults faults = {.arena = c->run->arena, .advice = true};
    check_name(slug, &faults);
    if (faults.count) {
        report(c, slug, &faults);
        return true;
    }
    struct ans_loaded *loaded =
        ans_loaded_new(ans_counties_folder(c->run, slug).ptr,
                       ans_str_from(slug), c->run->settings.lua, &faults, err);
    if (loaded)
        check_hosts(c, ans_loaded_county(loaded), slug, &faults);
    ans_loaded_release(loaded);
    if (!loaded && !faults.count) {
        if (!is_of_folder(err))
            return false;
        ans_fault_add(&faults, ANS_FAULT_BAD_FOLDER, (struct ans_str){0}, 0,
                      ans_str_from(err->text), (struct ans_str){0},
                      (struct ans_str){0});
    }
    *err = (struct ans_err){0};
    report(c, slug, &faults);
    return true;
}

/* "3 faults in 1 county." */
static void print_end(const struct checking *c)
{
    size_t n = c->faults;
    if (!strcmp(c->run->settings.lang, "en")) {
        const char *counties = c->counties == 1 ? "county" : "counties";
        if (n)
            printf("%zu %s in %zu %s.\n", n, n == 1 ? "fault" : "faults",
                   c->counties, counties);
        else
            printf("No faults in %zu %s.\n", c->counties, counties);
        if (c->advice)
            printf("%zu %s of advice.\n", c->advice,
                   c->advice == 1 ? "piece" : "pieces");
        return;
    }
    if (n)
        printf("%zu fel i %zu län.\n", n, c->counties);
    else
        printf("Inga fel i %zu län.\n", c->counties);
    if (c->advice)
        printf("%zu råd.\n", c->advice);
}

static bool tell_impact(void *context, const char *slug, struct ans_err *err)
{
    struct checking *c = context;
    return ans_impact_tell(c->run, slug, c->json, err);
}

int ans_command_check(struct ans_run *run)
{
    struct ans_err err = {0};
    struct checking c = {.run = run};
    if (*run->settings.json)
        c.json = ans_list_new(run->arena);
    bool impact = *run->settings.impact != 0;
    if (!ans_counties_each(run, impact ? tell_impact : check_one, &c, &err))
        return ans_app_fail(&err);
    if (impact && !c.json)
        return 0;
    if (c.json) {
        ans_print_json(ans_value_list(c.json));
        return c.faults ? 1 : 0;
    }
    print_end(&c);
    for (size_t i = 0; i < c.faulty.count; i++)
        ans_impact_still_shown(run, c.faulty.items[i].ptr);
    return c.faults ? 1 : 0;
}
