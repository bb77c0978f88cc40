/* anslut diff: how two counties, or two versions of one, differ, in words. */
#include <stdio.h>
#include <string.h>

#include "app/app.h"
#include "app/history.h"
#include "codec/json.h"
#include "county/compare.h"
#include "view/view.h"

struct comparing {
    struct ans_run *run;
    struct ans_held_county a, b;
    struct ans_texts texts;
    struct ans_county_changes found;
    struct ans_list *json; /* NULL: text */
    size_t count;
};

static struct ans_str lang_of(const struct comparing *c)
{
    return ans_app_swedish(c->run) ? ANS_STR("sv") : ANS_STR("en");
}

static void add_json(struct comparing *c, const struct ans_county_change *d)
{
    const struct ans_node *node = d->after ? d->after : d->before;
    struct ans_map *m = ans_list_add_map(c->json);
    ans_map_put_str(m, "what", ans_str_from(ans_differs_word(d->what)));
    ans_map_put_str(m, "part", ans_str_from(d->top->name));
    ans_map_put_str(m, "word", ans_str_from(node->word->name));
    if (node->id.len)
        ans_map_put_str(m, "id", node->id);
    if (d->what == ANS_DIFFERS_RENAMED)
        ans_map_put_str(m, "was", d->before->id);
    if (d->field) {
        ans_map_put_str(m, "field", ans_str_from(d->field->name));
        ans_map_put_str(m, "before", d->was);
        ans_map_put_str(m, "after", d->now);
    }
    if (d->lang.len)
        ans_map_put_str(m, "lang", d->lang);
    ans_map_put_str(m, "file", node->file);
    ans_map_put_int(m, "line", node->line);
    ans_map_put_str(m, "text",
                    ans_county_change_text(c->run->arena, d, lang_of(c)));
}

/* Its further lines stand further in. */
static void print_text(struct ans_str text)
{
    bool first = true;
    while (text.len) {
        struct ans_str line = ans_str_cut(&text, '\n');
        printf(first ? "  %.*s\n" : "      %.*s\n", ANS_STR_ARG(line));
        first = false;
    }
}

static void print_part(struct comparing *c, const char *part)
{
    printf("%s\n", part);
    for (size_t i = 0; i < c->found.count; i++) {
        const struct ans_county_change *d = &c->found.items[i];
        if (!strcmp(ans_county_change_part(d, lang_of(c)), part))
            print_text(ans_county_change_text(c->run->arena, d, lang_of(c)));
    }
}

static void print_parts(struct comparing *c)
{
    for (size_t i = 0; i < c->found.count; i++) {
        const char *part =
            ans_county_change_part(&c->found.items[i], lang_of(c));
        bool before = false;
        for (size_t k = 0; k < i; k++)
            before |= !strcmp(
                ans_county_change_part(&c->found.items[k], lang_of(c)), part);
        if (!before)
            print_part(c, part);
    }
}

/* Files that differ and that no difference above tells of: pictures, comments,
 * functions. */
static bool is_told(const struct comparing *c, struct ans_str path)
{
    if (!ans_str_ends(path, ANS_STR(".lua")))
        return ans_str_ends(path, ANS_STR(".md"));
    for (size_t i = 0; i < c->found.count; i++) {
        const struct ans_county_change *d = &c->found.items[i];
        if ((d->before && ans_str_eq(d->before->file, path)) ||
            (d->after && ans_str_eq(d->after->file, path)))
            return true;
    }
    return false;
}

enum touched { TOUCHED_REMOVED, TOUCHED_CHANGED, TOUCHED_ADDED };

static const struct {
    const char *word, *sv, *en;
} touches[] = {
    [TOUCHED_REMOVED] = {"file-removed", "finns inte längre",
                         "is not there any more"},
    [TOUCHED_CHANGED] = {"file-changed",
                         "har ändrats (kommentarer, bilder eller funktioner)",
                         "has changed (comments, pictures or functions)"},
    [TOUCHED_ADDED] = {"file-added", "är ny", "is new"},
};

static void tell_file(struct comparing *c, enum touched how,
                      struct ans_str path)
{
    bool sv = ans_app_swedish(c->run);
    c->count++;
    if (c->json) {
        struct ans_map *m = ans_list_add_map(c->json);
        ans_map_put_str(m, "what", ans_str_from(touches[how].word));
        ans_map_put_str(m, "file", path);
        return;
    }
    printf("%s %.*s %s\n", sv ? "Filen" : "The file", ANS_STR_ARG(path),
           sv ? touches[how].sv : touches[how].en);
}

static void compare_files(struct comparing *c)
{
    for (size_t i = 0; i < c->a.folder.count; i++) {
        const struct ans_folder_file *file = &c->a.folder.files[i];
        const struct ans_folder_file *now =
            ans_folder_find(&c->b.folder, file->path);
        if (!now)
            tell_file(c, TOUCHED_REMOVED, file->path);
        else if (!ans_str_eq(now->bytes, file->bytes) &&
                 !is_told(c, file->path))
            tell_file(c, TOUCHED_CHANGED, file->path);
    }
    for (size_t i = 0; i < c->b.folder.count; i++)
        if (!ans_folder_find(&c->a.folder, c->b.folder.files[i].path))
            tell_file(c, TOUCHED_ADDED, c->b.folder.files[i].path);
}

static void compare(struct comparing *c)
{
    bool sv = ans_app_swedish(c->run);
    ans_county_compare(c->run->arena, c->a.county, c->b.county, &c->texts,
                       lang_of(c), &c->found);
    c->count = c->found.count;
    for (size_t i = 0; c->json && i < c->found.count; i++)
        add_json(c, &c->found.items[i]);
    if (!c->json)
        print_parts(c);
    compare_files(c);
    if (c->json) {
        ans_print_json(ans_value_list(c->json));
        return;
    }
    if (c->count == 1)
        printf(sv ? "1 skillnad.\n" : "1 difference.\n");
    else if (c->count)
        printf(sv ? "%zu skillnader.\n" : "%zu differences.\n", c->count);
    else
        printf(sv ? "Ingen skillnad.\n" : "No difference.\n");
}

int ans_command_diff(struct ans_run *run)
{
    struct ans_err err = {0};
    struct comparing c = {.run = run};
    const struct ans_args *args = &run->args;
    if (args->count < 1 || args->count > 2) {
        ans_err_set(&err, ANS_ERR_INPUT, "%s",
                    ans_app_swedish(run)
                        ? "skriv två län eller versioner: anslut diff A B, "
                          "eller ett: anslut diff A (mot det som visas)"
                        : "name two counties or versions: anslut diff A B, or "
                          "one: anslut diff A (against what is shown)");
        return ans_app_fail(&err);
    }
    const char *first =
        args->count == 2
            ? args->items[0]
            : ans_arena_printf(run->arena, "%s@", args->items[0]).ptr;
    if (*run->settings.json)
        c.json = ans_list_new(run->arena);
    bool ok = ans_view_texts(run->settings.lua, run->arena, &c.texts, &err) &&
              ans_history_open(run, first, &c.a, &err) &&
              ans_history_open(run, args->items[args->count - 1], &c.b, &err);
    if (ok)
        compare(&c);
    ans_loaded_release(c.a.loaded);
    ans_loaded_release(c.b.loaded);
    return ok ? 0 : ans_app_fail(&err);
}
