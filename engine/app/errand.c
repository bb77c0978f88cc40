#include "app/errand.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "app/counties.h"
#include "app/folder.h"
#include "codec/json.h"
#include "route/chores.h"
#include "secret/secret.h"
#include "view/view.h"

#define MOST_ANSWER ((size_t)4 << 20)

bool ans_errand_read(struct ans_arena *arena, const char *path, size_t most,
                     struct ans_str *out, struct ans_err *err)
{
    FILE *file = fopen(path, "rbe");
    if (!file)
        return ans_err_set(err, ANS_ERR_INPUT, "cannot read %s: %s", path,
                           strerror(errno));
    struct ans_buf b = {.limit = most};
    char part[1 << 16];
    size_t n;
    while ((n = fread(part, 1, sizeof(part), file)) > 0)
        ans_buf_add(&b, (struct ans_str){part, n});
    bool failed = ferror(file) != 0;
    fclose(file);
    *out = ans_arena_str(arena, ans_buf_str(&b));
    bool over = b.overflow;
    ans_buf_free(&b);
    if (failed)
        return ans_err_set(err, ANS_ERR_INPUT, "cannot read %s", path);
    return !over || ans_err_set(err, ANS_ERR_INPUT, "%s is larger than %zu MB",
                                path, most >> 20);
}

/* Whole under its name, or not at all. */
static bool write_file(struct ans_arena *arena, const char *path,
                       struct ans_str bytes, struct ans_err *err)
{
    const char *part = ans_arena_printf(arena, "%s.part", path).ptr;
    FILE *file = fopen(part, "wbe");
    if (!file)
        return ans_err_set_errno(err, "cannot write %s", path);
    bool ok = fwrite(bytes.ptr, 1, bytes.len, file) == bytes.len;
    ok = fclose(file) == 0 && ok && rename(part, path) == 0;
    if (ok)
        return true;
    ans_err_set_errno(err, "cannot write %s", path);
    unlink(part);
    return false;
}

bool ans_errand_write(struct ans_arena *arena, const char *path,
                      struct ans_map *map, struct ans_err *err)
{
    struct ans_buf b = {0};
    ans_json_write(&b, ans_value_map(map));
    bool ok = write_file(arena, path, ans_buf_str(&b), err);
    ans_buf_free(&b);
    return ok;
}

/* With a server. */

/* An answer is what came of it, or { error = kind, text }. */
static bool read_answer(struct ans_arena *arena, const char *path,
                        struct ans_map **answer, struct ans_err *err)
{
    struct ans_str text;
    struct ans_value v;
    bool ok = ans_errand_read(arena, path, MOST_ANSWER, &text, err) &&
              ans_json_read(arena, text, &v, err);
    unlink(path);
    if (!ok || v.type != ANS_MAP)
        return ans_err_set(err, ANS_ERR_INTERNAL,
                           "the server's answer cannot be read");
    *answer = v.map;
    struct ans_value kind = ans_map_find(v.map, "error");
    return kind.type != ANS_INT ||
           ans_err_set(err, (enum ans_err_kind)kind.i, "%.*s",
                       ANS_STR_ARG(ans_map_str(v.map, "text")));
}

static bool wait_for_answer(struct ans_arena *arena, const char *path,
                            struct ans_map **answer, struct ans_err *err)
{
    const struct timespec pause = {0, 50 * 1000 * 1000};
    const int tries = 120 * 20;
    for (int i = 0; i < tries; i++) {
        if (access(path, F_OK) == 0)
            return read_answer(arena, path, answer, err);
        nanosleep(&pause, NULL);
    }
    return ans_err_set(err, ANS_ERR_BUSY, "the server did not answer");
}

static bool hand_over(struct ans_run *run, pid_t server, struct ans_map *errand,
                      const char *document, struct ans_map **answer,
                      struct ans_err *err)
{
    struct ans_arena *arena = run->arena;
    const char *folder =
        ans_arena_printf(arena, "%s/errands", run->settings.data).ptr;
    const char *base =
        ans_arena_printf(arena, "%s/%s", folder, ans_token_new(arena).ptr).ptr;
    struct ans_str copy = ans_arena_printf(arena, "%s.document", base);
    struct ans_str bytes;
    if (!ans_folder_make(folder, err))
        return false;
    if (document) {
        if (!ans_errand_read(arena, document, ANS_ERRAND_DOCUMENT_MOST, &bytes,
                             err) ||
            !write_file(arena, copy.ptr, bytes, err))
            return false;
        ans_map_put_str(errand, "document", copy);
    }
    bool ok =
        ans_errand_write(arena, ans_arena_printf(arena, "%s.json", base).ptr,
                         errand, err) &&
        (kill(server, SIGUSR1) == 0 ||
         ans_err_set_errno(err, "cannot tell the server (process %ld)",
                           (long)server)) &&
        wait_for_answer(arena, ans_arena_printf(arena, "%s.answer", base).ptr,
                        answer, err);
    if (document)
        unlink(copy.ptr);
    return ok;
}

/* Without one. */

static bool run_here(struct ans_run *run, struct ans_map *errand,
                     struct ans_str document, struct ans_map *answer,
                     struct ans_err *err)
{
    const struct ans_settings *set = &run->settings;
    struct ans_texts texts;
    struct ans_service service = {
        .texts = &texts,
        .public_url = ans_app_url(run),
    };
    if (!ans_view_texts(set->lua, run->arena, &texts, err))
        return false;
    struct ans_editions_options options = {.counties = set->counties,
                                           .data = set->data,
                                           .lua = set->lua,
                                           .texts = &texts};
    service.editions = ans_editions_open(&options, NULL, err);
    if (!service.editions)
        return ans_app_blame_files(err);
    service.views = ans_route_views(set->lua, NULL);
    struct ans_chores *chores = ans_chores_new(&service);
    bool ok = ans_chores_errand(chores, errand, document, answer, err);
    ans_chores_free(chores);
    ans_views_free(service.views);
    ans_editions_close(service.editions);
    return ok;
}

bool ans_errand_run(struct ans_run *run, struct ans_map *errand,
                    const char *document, struct ans_map **answer,
                    struct ans_err *err)
{
    const char *data = run->settings.data;
    int lock = -1;
    umask(027); /* what is handed over holds addresses */
    *answer = ans_map_new(run->arena);
    if (!ans_secret_init(err))
        return false;
    pid_t server = ans_folder_holder(data);
    if (server)
        return hand_over(run, server, errand, document, answer, err);
    struct ans_str bytes = ANS_STR("");
    bool ok =
        (!document || ans_errand_read(run->arena, document,
                                      ANS_ERRAND_DOCUMENT_MOST, &bytes, err)) &&
        ans_folder_make(data, err) && ans_folder_lock(data, &lock, err) &&
        run_here(run, errand, bytes, *answer, err);
    if (lock >= 0)
        close(lock);
    return ok;
}

/* How it went. */

static const struct {
    const char *what, *sv, *en;
} sentences[] = {
#define X(what, sv, en) {what, sv, en},
#include "app/errands.def"
#undef X
};

/* The sentence of a fault, with its values. */
static struct ans_str fault_text(struct ans_run *run,
                                 const struct ans_map *fault)
{
    const struct ans_str values[] = {ans_map_str(fault, "value"),
                                     ans_map_str(fault, "more")};
    struct ans_str what = ans_map_str(fault, "what");
    const char *p = "";
    struct ans_buf b = {0};
    for (size_t i = 0; i < ANS_COUNT(sentences); i++)
        if (ans_str_is(what, sentences[i].what))
            p = ans_app_swedish(run) ? sentences[i].sv : sentences[i].en;
    for (; *p; p++) {
        if (*p == '%' && (p[1] == '1' || p[1] == '2'))
            ans_buf_add(&b, values[*++p - '1']);
        else
            ans_buf_add_byte(&b, *p);
    }
    struct ans_str text = ans_arena_str(run->arena, ans_buf_str(&b));
    ans_buf_free(&b);
    return text;
}

static void tell_faults(struct ans_run *run, const struct ans_list *faults)
{
    bool sv = ans_app_swedish(run);
    for (size_t i = 0; i < faults->count; i++) {
        const struct ans_map *m = faults->items[i].map;
        long long row = ans_map_find(m, "row").i;
        if (row)
            fprintf(stderr, sv ? "rad %lld: " : "row %lld: ", row);
        fprintf(stderr, "%.*s\n", ANS_STR_ARG(ans_map_str(m, "text")));
    }
    fputs(sv ? "anslut: ingenting gjordes\n" : "anslut: nothing was done\n",
          stderr);
}

int ans_errand_tell(struct ans_run *run, struct ans_map *answer,
                    struct ans_str done)
{
    struct ans_value v = ans_map_find(answer, "faults");
    bool failed = v.type == ANS_LIST && v.list->count;
    for (size_t i = 0; failed && i < v.list->count; i++)
        ans_map_put_str(v.list->items[i].map, "text",
                        fault_text(run, v.list->items[i].map));
    if (*run->settings.json)
        ans_print_json(ans_value_map(answer));
    else if (failed)
        tell_faults(run, v.list);
    else
        printf("%.*s\n", ANS_STR_ARG(done));
    return failed ? 1 : 0;
}

struct ans_map *ans_errand_new(struct ans_run *run, const char *what)
{
    struct ans_map *errand = ans_map_new(run->arena);
    ans_map_put_str(errand, "do", ans_str_from(what));
    ans_map_put_str(errand, "county", ans_str_from(run->args.items[0]));
    ans_map_put_str(errand, "lang",
                    ans_app_swedish(run) ? ANS_STR("sv") : ANS_STR("en"));
    return errand;
}
