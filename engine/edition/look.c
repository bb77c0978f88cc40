#include "edition/look.h"

#include <dirent.h>
#include <stdlib.h>

#include "edition/stamp.h"

struct seen {
    struct ans_str name;
    uint64_t stamp;
};

struct listing {
    struct ans_arena *arena;
    struct seen *items; /* sorted by name */
    size_t count;
};

struct ans_look {
    const char *counties; /* a copy, in `own` */
    struct ans_arena *own;
    struct listing last;
};

static int by_name(const void *a, const void *b)
{
    const struct seen *x = a, *y = b;
    return ans_str_cmp(x->name, y->name);
}

/* Files are no counties, and their stamp is that of no folder. */
static struct listing list(const struct ans_look *look)
{
    struct listing l = {.arena = ans_arena_new(0)};
    DIR *dir = opendir(look->counties);
    for (struct dirent *entry; dir && (entry = readdir(dir));) {
        struct ans_str name = ans_str_from(entry->d_name);
        if (ans_folder_passes_over(name) || name.ptr[0] == '_')
            continue;
        struct ans_str path =
            ans_arena_printf(l.arena, "%s/%s", look->counties, entry->d_name);
        l.items = ans_arena_grow(l.arena, l.items, l.count, sizeof(*l.items));
        l.items[l.count++] = (struct seen){ans_arena_str(l.arena, name),
                                           ans_folder_stamp(path.ptr)};
    }
    if (dir)
        closedir(dir);
    if (l.count)
        qsort(l.items, l.count, sizeof(*l.items), by_name);
    return l;
}

struct ans_look *ans_look_new(const char *counties)
{
    struct ans_look *look = calloc(1, sizeof(*look));
    if (!look)
        abort();
    look->own = ans_arena_new(0);
    look->counties = ans_arena_str(look->own, ans_str_from(counties)).ptr;
    look->last = list(look);
    return look;
}

void ans_look_free(struct ans_look *look)
{
    if (!look)
        return;
    ans_arena_free(look->last.arena);
    ans_arena_free(look->own);
    free(look);
}

/* Two sorted lists beside each other: what stands in one alone, or in both
 * with another stamp. */
void ans_look_take(struct ans_look *look, struct ans_changes *out, int64_t now)
{
    struct listing next = list(look);
    size_t i = 0, j = 0;
    while (i < look->last.count || j < next.count) {
        const struct seen *was =
            i < look->last.count ? &look->last.items[i] : NULL;
        const struct seen *is = j < next.count ? &next.items[j] : NULL;
        int order = !was ? 1 : !is ? -1 : ans_str_cmp(was->name, is->name);
        if (was && is && order == 0 && was->stamp != is->stamp)
            ans_changes_add(out, is->name, now);
        if (was && order < 0)
            ans_changes_add(out, was->name, now);
        if (is && order > 0)
            ans_changes_add(out, is->name, now);
        i += order <= 0;
        j += order >= 0;
    }
    ans_arena_free(look->last.arena);
    look->last = next;
}
