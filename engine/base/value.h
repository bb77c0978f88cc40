/* value: data as a tree, the common tongue of JSON, Lua and answers.
 *
 * Everything lives in an arena and is immutable once built: a list or a map
 * may be shared, never changed in place by a second owner. Strings are UTF-8.
 * Keys of a map are unique and keep the order in which they were set.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

enum ans_value_type {
    ANS_NIL = 0,
    ANS_BOOL,
    ANS_INT,
    ANS_NUM, /* finite */
    ANS_TEXT,
    ANS_LIST,
    ANS_MAP,
};

struct ans_value {
    enum ans_value_type type;
    union {
        bool b;
        int64_t i;
        double n;
        struct ans_str s;
        struct ans_list *list;
        struct ans_map *map;
    };
};

struct ans_list {
    struct ans_arena *arena;
    struct ans_value *items;
    size_t count;
};

struct ans_pair {
    struct ans_str key;
    struct ans_value value;
};

struct ans_map {
    struct ans_arena *arena;
    struct ans_pair *pairs;
    size_t count;
};

#define ANS_VALUE_NIL ((struct ans_value){.type = ANS_NIL})

static inline struct ans_value ans_value_bool(bool b)
{
    return (struct ans_value){.type = ANS_BOOL, .b = b};
}

static inline struct ans_value ans_value_int(int64_t i)
{
    return (struct ans_value){.type = ANS_INT, .i = i};
}

static inline struct ans_value ans_value_num(double n)
{
    return (struct ans_value){.type = ANS_NUM, .n = n};
}

/* The bytes are borrowed: they must live as long as the arena. */
static inline struct ans_value ans_value_str(struct ans_str s)
{
    return (struct ans_value){.type = ANS_TEXT, .s = s};
}

struct ans_list *ans_list_new(struct ans_arena *arena);
struct ans_map *ans_map_new(struct ans_arena *arena);

static inline struct ans_value ans_value_list(struct ans_list *list)
{
    return (struct ans_value){.type = ANS_LIST, .list = list};
}

static inline struct ans_value ans_value_map(struct ans_map *map)
{
    return (struct ans_value){.type = ANS_MAP, .map = map};
}

void ans_list_add(struct ans_list *list, struct ans_value v);

/* Set a key; a value of nil takes it away. Keys are borrowed, as strings
 * are. */
void ans_map_set(struct ans_map *map, struct ans_str key, struct ans_value v);

/* Short forms for the keys that code knows: `key` is a literal. */
void ans_map_put(struct ans_map *map, const char *key, struct ans_value v);
void ans_map_put_str(struct ans_map *map, const char *key, struct ans_str s);
void ans_map_put_int(struct ans_map *map, const char *key, int64_t i);
void ans_map_put_bool(struct ans_map *map, const char *key, bool b);
struct ans_list *ans_map_put_list(struct ans_map *map, const char *key);
struct ans_map *ans_map_put_map(struct ans_map *map, const char *key);
struct ans_map *ans_list_add_map(struct ans_list *list);

/* The value of a key, or nil. */
struct ans_value ans_map_get(const struct ans_map *map, struct ans_str key);
struct ans_value ans_map_find(const struct ans_map *map, const char *key);

/* The text at a key, or an empty view when it is no text. */
struct ans_str ans_map_str(const struct ans_map *map, const char *key);

/* Equal in type and content; maps whatever the order of their keys. */
bool ans_value_eq(struct ans_value a, struct ans_value b);

/* A deep copy, strings and all, into `arena`. */
struct ans_value ans_value_copy(struct ans_arena *arena, struct ans_value v);
