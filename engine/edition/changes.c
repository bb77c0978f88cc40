#include "edition/changes.h"

#define OPEN_MOST 256 /* files; further ones count as whole */

void ans_changes_init(struct ans_changes *c)
{
    *c = (struct ans_changes){.arena = ans_arena_new(0)};
}

void ans_changes_free(struct ans_changes *c)
{
    ans_arena_free(c->arena);
}

static size_t item_of(struct ans_changes *c, struct ans_str slug)
{
    for (size_t i = 0; i < c->count; i++)
        if (ans_str_eq(c->items[i].slug, slug))
            return i;
    c->items = ans_arena_grow(c->arena, c->items, c->count, sizeof(*c->items));
    c->items[c->count] =
        (struct ans_change){.slug = ans_arena_str(c->arena, slug)};
    return c->count++;
}

static bool is_open(const struct ans_changes *c, size_t item)
{
    for (size_t i = 0; i < c->open_count; i++)
        if (c->open[i].item == item)
            return true;
    return false;
}

void ans_changes_add(struct ans_changes *c, struct ans_str slug, int64_t now)
{
    size_t item = item_of(c, slug);
    struct ans_change *change = &c->items[item];
    if (!change->first || is_open(c, item))
        change->first = now;
    change->last = now;
}

static uint64_t file_of(int folder, struct ans_str name)
{
    return ans_str_hash(name) ^ (uint64_t)folder << 32;
}

static size_t find_open(const struct ans_changes *c, uint64_t name)
{
    size_t i = 0;
    while (i < c->open_count && c->open[i].name != name)
        i++;
    return i;
}

void ans_changes_open(struct ans_changes *c, struct ans_str slug, int folder,
                      struct ans_str name, int64_t now)
{
    uint64_t file = file_of(folder, name);
    ans_changes_add(c, slug, now);
    if (c->open_count == OPEN_MOST || find_open(c, file) < c->open_count)
        return;
    if (!c->open)
        c->open = ANS_NEW_ARRAY(c->arena, struct ans_open_file, OPEN_MOST);
    c->open[c->open_count++] = (struct ans_open_file){item_of(c, slug), file};
}

void ans_changes_close(struct ans_changes *c, int folder, struct ans_str name)
{
    size_t i = find_open(c, file_of(folder, name));
    if (i < c->open_count)
        c->open[i] = c->open[--c->open_count];
}

/* When this one has come to rest; 0: it is not waiting. */
static int64_t due_at(const struct ans_changes *c, size_t item, bool gone)
{
    const struct ans_change *change = &c->items[item];
    if (!change->first)
        return 0;
    if (is_open(c, item))
        return change->last + ANS_WRITING_MS;
    int64_t due = change->last + (gone ? ANS_GONE_MS : ANS_QUIET_MS);
    int64_t most = change->first + ANS_RESTLESS_MS;
    return due < most ? due : most;
}

int64_t ans_changes_due(const struct ans_changes *c)
{
    int64_t first = 0;
    for (size_t i = 0; i < c->count; i++) {
        int64_t due = due_at(c, i, false);
        if (due && (!first || due < first))
            first = due;
    }
    return first;
}

static void take_out(struct ans_changes *c, size_t item)
{
    size_t kept = 0;
    for (size_t i = 0; i < c->open_count; i++)
        if (c->open[i].item != item)
            c->open[kept++] = c->open[i];
    c->open_count = kept;
    c->items[item].first = c->items[item].last = 0;
}

/* Names that are not needed any more; only once nothing waits. */
static void forget(struct ans_changes *c)
{
    struct ans_arena *arena = c->arena;
    if (ans_changes_due(c))
        return;
    ans_arena_reset(arena);
    *c = (struct ans_changes){.arena = arena};
}

struct ans_rested ans_changes_take(struct ans_changes *c, int64_t now,
                                   bool (*gone)(void *context,
                                                struct ans_str slug),
                                   void *context, struct ans_arena *arena)
{
    struct ans_rested r = {.slugs =
                               ANS_NEW_ARRAY(arena, struct ans_str, c->count)};
    for (size_t i = 0; i < c->count; i++) {
        struct ans_str slug = c->items[i].slug;
        int64_t due = due_at(c, i, false);
        if (!due || now < due || now < due_at(c, i, gone(context, slug)))
            continue;
        take_out(c, i);
        r.slugs[r.count++] = ans_arena_str(arena, slug);
        r.all = r.all || !slug.len;
    }
    forget(c);
    return r;
}
