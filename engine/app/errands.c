/* The server's side of errands. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/errand.h"
#include "base/log.h"
#include "codec/json.h"
#include "route/chores.h"

#define MOST_ERRAND ((size_t)16 << 20)

static void answer_one(struct ans_chores *chores, const char *path,
                       const char *to)
{
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_map *answer = ans_map_new(arena);
    struct ans_err err = {0};
    struct ans_str text;
    struct ans_value errand;
    bool ok = ans_errand_read(arena, path, MOST_ERRAND, &text, &err) &&
              ans_json_read(arena, text, &errand, &err) &&
              (errand.type == ANS_MAP ||
               ans_err_set(&err, ANS_ERR_INPUT, "an errand is a map"));
    unlink(path);
    struct ans_str document = ANS_STR("");
    if (ok && ans_map_str(errand.map, "document").len)
        ok = ans_errand_read(arena, ans_map_str(errand.map, "document").ptr,
                             ANS_ERRAND_DOCUMENT_MOST, &document, &err);
    ok = ok && ans_chores_errand(chores, errand.map, document, answer, &err);
    if (!ok) {
        ans_log(ANS_LOG_WARN, "app", "errand: %s", err.text);
        ans_map_put_int(answer, "error", err.kind);
        ans_map_put_str(answer, "text", ans_str_from(err.text));
    }
    struct ans_err failure = {0};
    if (!ans_errand_write(arena, to, answer, &failure))
        ans_log(ANS_LOG_ERROR, "app", "errand: %s", failure.text);
    ans_arena_free(arena);
}

static int is_errand(const struct dirent *entry)
{
    struct ans_str name = ans_str_from(entry->d_name);
    return name.ptr[0] != '.' && ans_str_ends(name, ANS_STR(".json"));
}

void ans_errands_take(struct ans_service *service, const char *data)
{
    struct ans_arena *arena = ans_arena_new(0);
    const char *folder = ans_arena_printf(arena, "%s/errands", data).ptr;
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, is_errand, alphasort);
    struct ans_chores *chores = count > 0 ? ans_chores_new(service) : NULL;
    for (int i = 0; i < count; i++) {
        struct ans_str name = ans_str_from(entries[i]->d_name);
        answer_one(chores,
                   ans_arena_printf(arena, "%s/%s", folder, name.ptr).ptr,
                   ans_arena_printf(arena, "%s/%.*s.answer", folder,
                                    (int)name.len - 5, name.ptr)
                       .ptr);
        free(entries[i]);
    }
    free(entries);
    ans_chores_free(chores);
    ans_arena_free(arena);
}
