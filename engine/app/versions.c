/* anslut versions: what a county's folder has been, and notes to it. */
#include <stdio.h>
#include <string.h>

#include "app/app.h"
#include "app/history.h"
#include "base/date.h"
#include "codec/json.h"

/* The earliest version with the same content; 0: it is the first itself. */
static int64_t same_as(const struct ans_version_list *all, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (ans_str_eq(all->items[i].content, all->items[at].content))
            return all->items[i].number;
    return 0;
}

static void print_json(struct ans_run *run, const struct ans_version_list *all)
{
    struct ans_list *list = ans_list_new(run->arena);
    for (size_t i = 0; i < all->count; i++) {
        const struct ans_version *v = &all->items[i];
        struct ans_map *m = ans_list_add_map(list);
        ans_map_put_int(m, "number", v->number);
        ans_map_put_str(m, "at", ans_moment_iso(run->arena, v->at));
        ans_map_put_str(m, "author", v->author);
        ans_map_put_str(m, "note", v->note);
        ans_map_put_str(m, "content", v->content);
        if (same_as(all, i))
            ans_map_put_int(m, "same_as", same_as(all, i));
    }
    ans_print_json(ans_value_list(list));
}

static void print_one(struct ans_run *run, const struct ans_version_list *all,
                      size_t at)
{
    bool sv = ans_app_swedish(run);
    const struct ans_version *v = &all->items[at];
    int64_t same = same_as(all, at);
    printf("%4lld  %.*s  %.*s%s\n", (long long)v->number,
           ANS_STR_ARG(ans_moment_text(run->arena, v->at, sv ? "sv" : "en")),
           ANS_STR_ARG(v->author),
           at + 1 < all->count ? ""
           : sv                ? "  (den senaste)"
                               : "  (the newest)");
    if (v->note.len)
        printf("      %.*s\n", ANS_STR_ARG(v->note));
    if (same)
        printf(sv ? "      samma innehåll som version %lld\n"
                  : "      the same content as version %lld\n",
               (long long)same);
}

static bool list(struct ans_run *run, struct ans_str slug, struct ans_err *err)
{
    struct ans_version_list all;
    bool sv = ans_app_swedish(run);
    if (!ans_version_all(ans_history_root(run), slug, run->arena, &all, err))
        return false;
    if (*run->settings.json) {
        print_json(run, &all);
        return true;
    }
    if (!all.count)
        printf(sv ? "%.*s har inga versioner i %s än. Den första sparas när "
                    "servern visar länet.\n"
                  : "%.*s has no versions in %s yet. The first is kept when "
                    "the server shows the county.\n",
               ANS_STR_ARG(slug), run->settings.data);
    for (size_t i = all.count; i-- > 0;)
        print_one(run, &all, i);
    return true;
}

static bool write_note(struct ans_run *run, struct ans_str slug,
                       struct ans_err *err)
{
    bool sv = ans_app_swedish(run);
    struct ans_str note = ans_str_from(run->settings.note);
    int64_t number = 0;
    if (run->args.count != 2 ||
        !ans_str_int(ans_str_from(run->args.items[1]), &number))
        return ans_err_set(err, ANS_ERR_INPUT, "%s",
                           sv ? "skriv versionens nummer efter länet: anslut "
                                "versions LÄN 3 --note \"...\""
                              : "write the version's number after the county: "
                                "anslut versions SLUG 3 --note \"...\"");
    if (!ans_version_note(ans_history_root(run), slug, number, note, err))
        return false;
    printf("Version %lld: %.*s\n", (long long)number, ANS_STR_ARG(note));
    return true;
}

int ans_command_versions(struct ans_run *run)
{
    struct ans_err err = {0};
    bool notes = *run->settings.note != 0;
    bool ok = false;
    if (run->args.count < 1 || run->args.count > (notes ? 2 : 1))
        ans_err_set(&err, ANS_ERR_INPUT, "%s",
                    ans_app_swedish(run)
                        ? "skriv ett läns namn: anslut versions LÄN"
                        : "name one county: anslut versions SLUG");
    else if (!ans_history_slug(run, ans_str_from(run->args.items[0]), &err))
        ok = false;
    else if (notes)
        ok = write_note(run, ans_str_from(run->args.items[0]), &err);
    else
        ok = list(run, ans_str_from(run->args.items[0]), &err);
    return ok ? 0 : ans_app_fail(&err);
}
