#include "codec/json.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include <cJSON.h>

#include "base/text.h"
#include "codec/json_scan.h"

#define MOST_DEPTH 32
#define EXACT      9007199254740991.0 /* 2^53 - 1: no other text reads as it */

/* ---- writing ---- */

struct writer {
    struct ans_buf *out;
    bool sorted;
};

static void write_value(const struct writer *w, struct ans_value v, int depth);

/* "</" would end a script element, "<!" could begin a comment in it. */
static void write_char(struct ans_buf *out, char c, char next)
{
    static const char plain[] = "\b\f\n\r\t\"\\";
    static const char letters[] = "bfnrt\"\\";
    const char *at = c ? strchr(plain, c) : NULL;
    if (at) {
        ans_buf_add_byte(out, '\\');
        ans_buf_add_byte(out, letters[at - plain]);
    } else if ((unsigned char)c < 0x20 || (c == '<' && next == '!')) {
        ans_buf_printf(out, "\\u%04x", (unsigned)c);
    } else if (c == '<' && next == '/') {
        ans_buf_add_z(out, "<\\");
    } else {
        ans_buf_add_byte(out, c);
    }
}

static bool is_special(char c)
{
    return (unsigned char)c < 0x20 || c == '"' || c == '\\' || c == '<';
}

static void write_text(struct ans_buf *out, struct ans_str s)
{
    ans_buf_add_byte(out, '"');
    size_t start = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (!is_special(s.ptr[i]))
            continue;
        ans_buf_add(out, ans_str_sub(s, start, i - start));
        write_char(out, s.ptr[i], i + 1 < s.len ? s.ptr[i + 1] : '\0');
        start = i + 1;
    }
    ans_buf_add(out, ans_str_sub(s, start, SIZE_MAX));
    ans_buf_add_byte(out, '"');
}

static void write_number(struct ans_buf *out, double n)
{
    if (!isfinite(n)) {
        ans_buf_add_z(out, "null"); /* JSON has no such number */
        return;
    }
    if (fabs(n) <= EXACT && !(n < trunc(n)) && !(n > trunc(n))) {
        ans_buf_add_int(out, (int64_t)n);
        return;
    }
    char text[40];
    for (int digits = 1; digits <= 17; digits++) {
        (void)snprintf(text, sizeof(text), "%.*g", digits, n);
        double back = strtod(text, NULL);
        if (!(back < n) && !(back > n))
            break;
    }
    ans_buf_add_z(out, text);
}

static void write_list(const struct writer *w, const struct ans_list *list,
                       int depth)
{
    ans_buf_add_byte(w->out, '[');
    for (size_t i = 0; i < list->count; i++) {
        if (i)
            ans_buf_add_byte(w->out, ',');
        write_value(w, list->items[i], depth);
    }
    ans_buf_add_byte(w->out, ']');
}

static int compare_pairs(const void *a, const void *b)
{
    const struct ans_pair *const *left = a;
    const struct ans_pair *const *right = b;
    return ans_str_cmp((*left)->key, (*right)->key);
}

static void write_map(const struct writer *w, const struct ans_map *map,
                      int depth)
{
    const struct ans_pair **order = NULL;
    if (w->sorted && map->count) {
        order = malloc(map->count * sizeof(*order));
        if (!order)
            abort();
        for (size_t i = 0; i < map->count; i++)
            order[i] = &map->pairs[i];
        qsort(order, map->count, sizeof(*order), compare_pairs);
    }
    ans_buf_add_byte(w->out, '{');
    for (size_t i = 0; i < map->count; i++) {
        const struct ans_pair *pair = order ? order[i] : &map->pairs[i];
        if (i)
            ans_buf_add_byte(w->out, ',');
        write_text(w->out, pair->key);
        ans_buf_add_byte(w->out, ':');
        write_value(w, pair->value, depth);
    }
    ans_buf_add_byte(w->out, '}');
    free(order);
}

static void write_value(const struct writer *w, struct ans_value v, int depth)
{
    bool deep = depth >= MOST_DEPTH;
    if (v.type == ANS_BOOL)
        ans_buf_add_z(w->out, v.b ? "true" : "false");
    else if (v.type == ANS_INT)
        ans_buf_add_int(w->out, v.i);
    else if (v.type == ANS_NUM)
        write_number(w->out, v.n);
    else if (v.type == ANS_TEXT)
        write_text(w->out, v.s);
    else if (v.type == ANS_LIST && !deep)
        write_list(w, v.list, depth + 1);
    else if (v.type == ANS_MAP && !deep)
        write_map(w, v.map, depth + 1);
    else
        ans_buf_add_z(w->out, "null");
}

void ans_json_write(struct ans_buf *out, struct ans_value v)
{
    write_value(&(struct writer){.out = out}, v, 0);
}

void ans_json_write_canonical(struct ans_buf *out, struct ans_value v)
{
    write_value(&(struct writer){.out = out, .sorted = true}, v, 0);
}

/* ---- reading ---- */

struct reader {
    struct ans_arena *arena;
    size_t keys;  /* read so far, in the order of the text */
    bool twice;   /* a key came again in its map: */
    size_t again; /* which of all */
};

struct key {
    struct ans_str name;
    size_t number;
};

static struct ans_value read_node(struct reader *r, const cJSON *node);

static struct ans_value read_number(double n)
{
    bool whole = !(n < trunc(n)) && !(n > trunc(n));
    return whole && fabs(n) <= EXACT ? ans_value_int((int64_t)n)
                                     : ans_value_num(n);
}

static struct ans_value read_list(struct reader *r, const cJSON *node)
{
    struct ans_list *list = ans_list_new(r->arena);
    for (const cJSON *item = node->child; item; item = item->next)
        ans_list_add(list, read_node(r, item));
    return ans_value_list(list);
}

static int compare_keys(const void *a, const void *b)
{
    const struct key *left = a;
    const struct key *right = b;
    int order = ans_str_cmp(left->name, right->name);
    return order ? order
                 : (left->number > right->number) -
                       (left->number < right->number);
}

/* By sorting, so that a large foreign map costs no square of time. */
static void find_twice(struct reader *r, struct key *keys, size_t count)
{
    qsort(keys, count, sizeof(*keys), compare_keys);
    for (size_t i = 1; i < count; i++) {
        if (!ans_str_eq(keys[i - 1].name, keys[i].name))
            continue;
        if (!r->twice || keys[i].number < r->again)
            r->again = keys[i].number;
        r->twice = true;
    }
}

static struct ans_value read_map(struct reader *r, const cJSON *node)
{
    struct ans_map *map = ans_map_new(r->arena);
    struct key *keys = NULL;
    size_t count = 0;
    for (const cJSON *item = node->child; item; item = item->next) {
        struct ans_str name =
            ans_arena_str(r->arena, ans_str_from(item->string));
        keys = ans_arena_grow(r->arena, keys, count, sizeof(*keys));
        keys[count++] = (struct key){name, r->keys++};
        struct ans_value value = read_node(r, item);
        if (value.type == ANS_NIL)
            continue; /* as ans_map_set has it */
        map->pairs = ans_arena_grow(r->arena, map->pairs, map->count,
                                    sizeof(*map->pairs));
        map->pairs[map->count++] = (struct ans_pair){name, value};
    }
    if (count > 1)
        find_twice(r, keys, count);
    return ans_value_map(map);
}

static struct ans_value read_node(struct reader *r, const cJSON *node)
{
    if (cJSON_IsBool(node))
        return ans_value_bool(cJSON_IsTrue(node));
    if (cJSON_IsNumber(node))
        return read_number(node->valuedouble);
    if (cJSON_IsString(node))
        return ans_value_str(
            ans_arena_str(r->arena, ans_str_from(node->valuestring)));
    if (cJSON_IsArray(node))
        return read_list(r, node);
    if (cJSON_IsObject(node))
        return read_map(r, node);
    return ANS_VALUE_NIL;
}

bool ans_json_read(struct ans_arena *arena, struct ans_str text,
                   struct ans_value *out, struct ans_err *err)
{
    if (!ans_json_scan(text, MOST_DEPTH, err))
        return false;
    const char *end = text.ptr;
    cJSON *root = cJSON_ParseWithLengthOpts(text.ptr, text.len, &end, false);
    size_t at = end ? (size_t)(end - text.ptr) : 0;
    if (!root || ans_str_trim(ans_str_sub(text, at, SIZE_MAX)).len) {
        cJSON_Delete(root);
        return ans_err_set(err, ANS_ERR_INPUT, "not JSON at byte %zu", at);
    }
    struct reader r = {.arena = arena};
    struct ans_value value = read_node(&r, root);
    cJSON_Delete(root);
    if (r.twice)
        return ans_err_set(err, ANS_ERR_INPUT, "a key comes twice at byte %zu",
                           ans_json_scan_key(text, r.again));
    *out = value;
    return true;
}
