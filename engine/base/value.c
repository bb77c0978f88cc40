#include "base/value.h"

struct ans_list *ans_list_new(struct ans_arena *arena)
{
    struct ans_list *list = ANS_NEW(arena, struct ans_list);
    list->arena = arena;
    return list;
}

struct ans_map *ans_map_new(struct ans_arena *arena)
{
    struct ans_map *map = ANS_NEW(arena, struct ans_map);
    map->arena = arena;
    return map;
}

void ans_list_add(struct ans_list *list, struct ans_value v)
{
    list->items = ans_arena_grow(list->arena, list->items, list->count,
                                 sizeof(*list->items));
    list->items[list->count++] = v;
}

static struct ans_pair *find_pair(const struct ans_map *map, struct ans_str key)
{
    for (size_t i = 0; map && i < map->count; i++)
        if (ans_str_eq(map->pairs[i].key, key))
            return &map->pairs[i];
    return NULL;
}

static void remove_pair(struct ans_map *map, struct ans_pair *pair)
{
    size_t after = map->count - (size_t)(pair - map->pairs) - 1;
    memmove(pair, pair + 1, after * sizeof(*pair));
    map->count--;
}

void ans_map_set(struct ans_map *map, struct ans_str key, struct ans_value v)
{
    struct ans_pair *pair = find_pair(map, key);
    if (pair && v.type == ANS_NIL) {
        remove_pair(map, pair);
    } else if (pair) {
        pair->value = v;
    } else if (v.type != ANS_NIL) {
        map->pairs = ans_arena_grow(map->arena, map->pairs, map->count,
                                    sizeof(*map->pairs));
        map->pairs[map->count++] = (struct ans_pair){key, v};
    }
}

void ans_map_put(struct ans_map *map, const char *key, struct ans_value v)
{
    ans_map_set(map, ans_str_from(key), v);
}

void ans_map_put_str(struct ans_map *map, const char *key, struct ans_str s)
{
    ans_map_put(map, key, ans_value_str(s));
}

void ans_map_put_int(struct ans_map *map, const char *key, int64_t i)
{
    ans_map_put(map, key, ans_value_int(i));
}

void ans_map_put_bool(struct ans_map *map, const char *key, bool b)
{
    ans_map_put(map, key, ans_value_bool(b));
}

struct ans_list *ans_map_put_list(struct ans_map *map, const char *key)
{
    struct ans_list *list = ans_list_new(map->arena);
    ans_map_put(map, key, ans_value_list(list));
    return list;
}

struct ans_map *ans_map_put_map(struct ans_map *map, const char *key)
{
    struct ans_map *inner = ans_map_new(map->arena);
    ans_map_put(map, key, ans_value_map(inner));
    return inner;
}

struct ans_map *ans_list_add_map(struct ans_list *list)
{
    struct ans_map *map = ans_map_new(list->arena);
    ans_list_add(list, ans_value_map(map));
    return map;
}

struct ans_value ans_map_get(const struct ans_map *map, struct ans_str key)
{
    const struct ans_pair *pair = find_pair(map, key);
    return pair ? pair->value : ANS_VALUE_NIL;
}

struct ans_value ans_map_find(const struct ans_map *map, const char *key)
{
    return ans_map_get(map, ans_str_from(key));
}

struct ans_str ans_map_str(const struct ans_map *map, const char *key)
{
    struct ans_value v = ans_map_find(map, key);
    return v.type == ANS_TEXT ? v.s : (struct ans_str){NULL, 0};
}

static bool list_eq(const struct ans_list *a, const struct ans_list *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (!ans_value_eq(a->items[i], b->items[i]))
            return false;
    return true;
}

static bool map_eq(const struct ans_map *a, const struct ans_map *b)
{
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (!ans_value_eq(a->pairs[i].value, ans_map_get(b, a->pairs[i].key)))
            return false;
    return true;
}

bool ans_value_eq(struct ans_value a, struct ans_value b)
{
    if (a.type != b.type)
        return false;
    switch (a.type) {
    case ANS_NIL:
        return true;
    case ANS_BOOL:
        return a.b == b.b;
    case ANS_INT:
        return a.i == b.i;
    case ANS_NUM:
        return !(a.n < b.n) && !(a.n > b.n);
    case ANS_TEXT:
        return ans_str_eq(a.s, b.s);
    case ANS_LIST:
        return list_eq(a.list, b.list);
    case ANS_MAP:
        return map_eq(a.map, b.map);
    }
    return false;
}

struct ans_value ans_value_copy(struct ans_arena *arena, struct ans_value v)
{
    if (v.type == ANS_TEXT)
        return ans_value_str(ans_arena_str(arena, v.s));
    if (v.type == ANS_LIST) {
        struct ans_list *list = ans_list_new(arena);
        for (size_t i = 0; i < v.list->count; i++)
            ans_list_add(list, ans_value_copy(arena, v.list->items[i]));
        return ans_value_list(list);
    }
    if (v.type == ANS_MAP) {
        struct ans_map *map = ans_map_new(arena);
        for (size_t i = 0; i < v.map->count; i++)
            ans_map_set(map, ans_arena_str(arena, v.map->pairs[i].key),
                        ans_value_copy(arena, v.map->pairs[i].value));
        return ans_value_map(map);
    }
    return v;
}
