/* anslut check --impact: what a change does, before it is live. */
#include "app/impact.h"

#include <stdio.h>

#include "app/history.h"
#include "base/clock.h"
#include "county/compare.h"
#include "join/impact.h"
#include "member/schema.h"
#include "view/view.h"

#define TIME_MS 5000 /* for drafts, and for members */

struct telling {
    struct ans_run *run;
    struct ans_str slug;
    struct ans_held_county before, after;
    struct ans_impact impact;
    size_t differences;
    bool counted; /* there is a database */
    bool finish;  /* who is half-way finishes what was begun */
    struct older *older;
};

/* A version that drafts began in. */
struct older {
    struct older *next;
    struct ans_str version;
    struct ans_loaded *loaded; /* NULL: it cannot be had */
};

static struct ans_str label_of(const struct telling *t,
                               const struct ans_question *q)
{
    return ans_text_in(&q->label,
                       ans_app_swedish(t->run) ? ANS_STR("sv") : ANS_STR("en"))
        .str;
}

static void tell_columns(const struct telling *t, const struct ans_strs *ids,
                         const char *sv, const char *en)
{
    for (size_t i = 0; i < ids->count; i++)
        printf("  %s «%.*s»\n", ans_app_swedish(t->run) ? sv : en,
               ANS_STR_ARG(ids->items[i]));
}

static void tell_count(const struct telling *t, int64_t n, const char *one_sv,
                       const char *many_sv, const char *one_en,
                       const char *many_en)
{
    bool sv = ans_app_swedish(t->run);
    if (n)
        printf("    %lld %s\n", (long long)n,
               sv ? (n == 1 ? one_sv : many_sv) : (n == 1 ? one_en : many_en));
}

static void tell_question(const struct telling *t,
                          const struct ans_impact_question *q)
{
    printf("  «%.*s» – %.*s\n", ANS_STR_ARG(q->question->node.id),
           ANS_STR_ARG(label_of(t, q->question)));
    tell_count(t, q->lost, "halvfärdigt formulär förlorar svaret",
               "halvfärdiga formulär förlorar svaret", "draft loses the answer",
               "drafts lose the answer");
    tell_count(t, q->anew, "halvfärdigt formulär behöver ett nytt svar",
               "halvfärdiga formulär behöver ett nytt svar",
               "draft needs a new answer", "drafts need a new answer");
    tell_count(t, q->hidden, "ansluten visar inte längre svaret på sin sida",
               "anslutna visar inte längre svaret på sina sidor",
               "member's page does not show the answer any more",
               "members' pages do not show the answer any more");
    tell_count(t, q->lacking, "ansluten saknar nu ett svar som krävs",
               "anslutna saknar nu ett svar som krävs",
               "member now lacks a required answer",
               "members now lack a required answer");
}

static void tell(const struct telling *t)
{
    bool sv = ans_app_swedish(t->run);
    const struct ans_impact *i = &t->impact;
    printf(sv ? "%.*s: %zu skillnader mot version %lld.\n"
              : "%.*s: %zu differences from version %lld.\n",
           ANS_STR_ARG(t->slug), t->differences,
           (long long)t->before.version.number);
    for (size_t k = 0; k < i->count; k++)
        tell_question(t, &i->questions[k]);
    tell_columns(t, &i->columns_come,
                 "Ny kolumn i exporten:", "New column in the export:");
    tell_columns(t, &i->columns_go, "Kolumn som försvinner ur exporten:",
                 "Column that leaves the export:");
    if (!t->counted) {
        puts(sv ? "  Det finns ingen databas att räkna i."
                : "  There is no database to count in.");
        return;
    }
    if (t->finish && i->drafts)
        puts(sv ? "  De som är mitt i formuläret gör klart det som de började."
                : "  Those who are half-way finish what they began.");
    printf(sv ? "  %lld av %lld halvfärdiga formulär påverkas. Av %lld "
                "anslutna visar %lld mindre på sin sida, och %lld saknar ett "
                "svar som krävs.\n"
              : "  %lld of %lld drafts are touched. Of %lld members, %lld "
                "show less on their page and %lld lack a required answer.\n",
           (long long)i->drafts_hit, (long long)i->drafts,
           (long long)i->members, (long long)i->hidden, (long long)i->lacking);
    if (i->cut)
        printf(sv ? "  Räknat på %lld av %lld anslutna; tiden tog slut.\n"
                  : "  Counted on %lld of %lld members; the time was up.\n",
               (long long)i->members, (long long)i->members_all);
}

/* The counties are let go of before it is printed. */
static void put_ids(struct ans_map *m, const char *key,
                    const struct ans_strs *ids)
{
    struct ans_list *list = ans_map_put_list(m, key);
    for (size_t i = 0; i < ids->count; i++)
        ans_list_add(list,
                     ans_value_str(ans_arena_str(list->arena, ids->items[i])));
}

static void put_json(const struct telling *t, struct ans_list *json)
{
    const struct ans_impact *i = &t->impact;
    struct ans_map *m = ans_list_add_map(json);
    ans_map_put_str(m, "county", t->slug);
    ans_map_put_int(m, "version", t->before.version.number);
    ans_map_put_int(m, "differences", (int64_t)t->differences);
    ans_map_put_bool(m, "counted", t->counted);
    ans_map_put_int(m, "drafts", i->drafts);
    ans_map_put_int(m, "drafts_hit", i->drafts_hit);
    ans_map_put_int(m, "members", i->members);
    ans_map_put_int(m, "members_all", i->members_all);
    ans_map_put_int(m, "hidden", i->hidden);
    ans_map_put_int(m, "lacking", i->lacking);
    ans_map_put_bool(m, "cut", i->cut);
    put_ids(m, "columns_come", &i->columns_come);
    put_ids(m, "columns_go", &i->columns_go);
    struct ans_list *list = ans_map_put_list(m, "questions");
    for (size_t k = 0; k < i->count; k++) {
        const struct ans_impact_question *q = &i->questions[k];
        struct ans_map *one = ans_list_add_map(list);
        ans_map_put_str(one, "id",
                        ans_arena_str(json->arena, q->question->node.id));
        ans_map_put_int(one, "lost", q->lost);
        ans_map_put_int(one, "anew", q->anew);
        ans_map_put_int(one, "hidden", q->hidden);
        ans_map_put_int(one, "lacking", q->lacking);
    }
}

static const struct ans_county *county_of(void *context, struct ans_str version)
{
    struct telling *t = context;
    struct ans_run *run = t->run;
    struct older *o = t->older;
    struct ans_folder *folder = ANS_NEW(run->arena, struct ans_folder);
    struct ans_faults faults = {.arena = run->arena};
    struct ans_err err = {0};
    while (o && !ans_str_eq(o->version, version))
        o = o->next;
    if (!o) {
        o = ANS_NEW(run->arena, struct older);
        *o = (struct older){.next = t->older,
                            .version = ans_arena_str(run->arena, version)};
        t->older = o;
        if (ans_version_read(ans_history_root(run), t->slug, version,
                             run->arena, folder, &err))
            o->loaded =
                ans_loaded_then(folder, run->settings.lua, &faults, &err);
    }
    return o->loaded ? ans_loaded_county(o->loaded) : NULL;
}

static void let_go(struct telling *t)
{
    for (struct older *o = t->older; o; o = o->next)
        ans_loaded_release(o->loaded);
    ans_loaded_release(t->before.loaded);
    ans_loaded_release(t->after.loaded);
}

static bool count(struct telling *t, struct ans_err *err)
{
    struct ans_arena *arena = t->run->arena;
    struct ans_str path =
        ans_arena_printf(arena, "%s/counties/%.*s.db", t->run->settings.data,
                         ANS_STR_ARG(t->slug));
    struct ans_store_options options = ans_schema_county(path.ptr);
    const struct ans_impact_forms forms = {
        .before = {t->before.county, ans_loaded_runner(t->before.loaded)},
        .after = {t->after.county, ans_loaded_runner(t->after.loaded)},
        .begun = county_of,
        .context = t};
    struct ans_db *db = ans_store_look(&options, err);
    if (!db && err->kind == ANS_ERR_NOT_FOUND) {
        *err = (struct ans_err){0};
        ans_impact_columns(arena, t->before.county, t->after.county,
                           &t->impact);
        return true;
    }
    t->counted = db != NULL;
    bool ok = db && ans_impact_count(db, &forms, ans_clock_now(), TIME_MS,
                                     arena, &t->impact, err);
    ans_store_look_end(db);
    return ok;
}

static bool open_both(struct telling *t, const char *slug, struct ans_err *err)
{
    const char *kept = ans_arena_printf(t->run->arena, "%s@", slug).ptr;
    if (!ans_history_open(t->run, kept, &t->before, err) ||
        !ans_history_open(t->run, slug, &t->after, err))
        return false;
    const struct ans_join *join = t->after.county->join;
    t->finish = join && ans_str_is(join->when_changed, "finish");
    struct ans_county_changes found;
    ans_county_compare(t->run->arena, t->before.county, t->after.county, NULL,
                       ANS_STR("sv"), &found);
    t->differences = found.count;
    return true;
}

bool ans_impact_tell(struct ans_run *run, const char *slug,
                     struct ans_list *json, struct ans_err *err)
{
    struct telling t = {.run = run, .slug = ans_str_from(slug)};
    bool sv = ans_app_swedish(run);
    bool ok = open_both(&t, slug, err) && count(&t, err);
    if (ok && json)
        put_json(&t, json);
    else if (ok)
        tell(&t);
    else if (err->kind == ANS_ERR_NOT_FOUND && !json) {
        printf(sv ? "%s: ingen tidigare version att jämföra med.\n"
                  : "%s: no earlier version to compare with.\n",
               slug);
        *err = (struct ans_err){0};
        ok = true;
    }
    let_go(&t);
    return ok;
}

void ans_impact_still_shown(struct ans_run *run, const char *slug)
{
    struct ans_err ignored = {0};
    struct ans_held_county kept = {0};
    bool sv = ans_app_swedish(run);
    struct ans_version v = {0};
    if (!ans_version_newest(ans_history_root(run), ans_str_from(slug),
                            run->arena, &v, &ignored) ||
        !v.number)
        return;
    struct ans_str name = ans_str_from(slug);
    if (ans_history_open(run, ans_arena_printf(run->arena, "%s@", slug).ptr,
                         &kept, &ignored))
        name =
            ans_text_in(&kept.county->name, sv ? ANS_STR("sv") : ANS_STR("en"))
                .str;
    printf(sv ? "%.*s visar fortfarande version %lld, från den %.*s.\n"
              : "%.*s still shows version %lld, of %.*s.\n",
           ANS_STR_ARG(name), (long long)v.number,
           ANS_STR_ARG(ans_moment_text(run->arena, v.at, sv ? "sv" : "en")));
    ans_loaded_release(kept.loaded);
}
