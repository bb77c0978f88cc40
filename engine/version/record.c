/* Versions: a number, what was accepted then, and the hash of the version
 * before. */
#include <stdio.h>
#include <stdlib.h>

#include "base/date.h"
#include "base/text.h"
#include "codec/json.h"
#include "secret/secret.h"
#include "version/keeping.h"

#define FORM "anslut version 1"

static struct ans_str number_name(struct ans_arena *arena, int64_t number)
{
    return ans_arena_printf(arena, "%lld", (long long)number);
}

static struct ans_str write_json(struct ans_arena *arena,
                                 const struct ans_map *m)
{
    struct ans_buf b = {0};
    ans_json_write_canonical(&b, ans_value_map((struct ans_map *)(uintptr_t)m));
    ans_buf_add_byte(&b, '\n');
    struct ans_str text = ans_arena_str(arena, ans_buf_str(&b));
    ans_buf_free(&b);
    return text;
}

bool ans_record_write(struct ans_arena *arena, const char *root,
                      struct ans_str slug, const struct ans_version *v,
                      struct ans_str previous, bool *taken, struct ans_err *err)
{
    struct ans_map *m = ans_map_new(arena);
    ans_map_put_str(m, "form", ANS_STR(FORM));
    ans_map_put_str(m, "county", slug);
    ans_map_put_int(m, "number", v->number);
    ans_map_put_int(m, "at", v->at);
    ans_map_put_str(m, "time", ans_moment_iso(arena, v->at));
    ans_map_put_str(m, "author", v->author);
    ans_map_put_str(m, "content", v->content);
    ans_map_put_str(m, "previous", previous);
    struct ans_str path = ans_kept_path(arena, root, slug, ANS_KEPT_VERSIONS,
                                        number_name(arena, v->number));
    struct ans_str folder = ans_kept_path(arena, root, slug, ANS_KEPT_VERSIONS,
                                          (struct ans_str){0});
    return ans_kept_write(arena, path.ptr, write_json(arena, m), false, taken,
                          err) &&
           (*taken || ans_kept_sync(folder.ptr, err));
}

static bool parse(struct ans_arena *arena, struct ans_str bytes, int64_t number,
                  struct ans_version *out, struct ans_str *previous)
{
    struct ans_value v;
    struct ans_err ignored = {0};
    if (!ans_json_read(arena, bytes, &v, &ignored) || v.type != ANS_MAP ||
        !ans_str_is(ans_map_str(v.map, "form"), FORM))
        return false;
    struct ans_value at = ans_map_find(v.map, "at");
    struct ans_value said = ans_map_find(v.map, "number");
    if (at.type != ANS_INT || said.type != ANS_INT || said.i != number)
        return false;
    *out = (struct ans_version){
        .number = number,
        .at = at.i,
        .author = ans_map_str(v.map, "author"),
        .content = ans_map_str(v.map, "content"),
    };
    *previous = ans_map_str(v.map, "previous");
    struct ans_hash hash;
    return ans_hash_from_hex(out->content, &hash);
}

static struct ans_str read_note(struct ans_arena *arena, const char *root,
                                struct ans_str slug, int64_t number)
{
    struct ans_err ignored = {0};
    struct ans_str note = ANS_STR("");
    struct ans_str path = ans_kept_path(arena, root, slug, ANS_KEPT_NOTES,
                                        number_name(arena, number));
    return ans_kept_read(arena, path.ptr, ANS_KEPT_RECORD_MOST, &note,
                         &ignored) &&
                   ans_text_valid(note)
               ? ans_str_trim(note)
               : ANS_STR("");
}

bool ans_record_read(struct ans_arena *arena, const char *root,
                     struct ans_str slug, int64_t number,
                     struct ans_version *out, struct ans_str *previous,
                     struct ans_str *bytes, struct ans_err *err)
{
    struct ans_str text;
    struct ans_str before;
    struct ans_str path = ans_kept_path(arena, root, slug, ANS_KEPT_VERSIONS,
                                        number_name(arena, number));
    if (!ans_kept_read(arena, path.ptr, ANS_KEPT_RECORD_MOST, &text, err)) {
        if (err->kind == ANS_ERR_NOT_FOUND)
            ans_err_set(err, ANS_ERR_NOT_FOUND, "%.*s has no version %lld",
                        ANS_STR_ARG(slug), (long long)number);
        return false;
    }
    if (!parse(arena, text, number, out, previous ? previous : &before))
        return ans_err_set(err, ANS_ERR_INTERNAL,
                           "%s does not tell of a version", path.ptr);
    out->note = read_note(arena, root, slug, number);
    if (bytes)
        *bytes = text;
    return true;
}

static int by_number(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return x < y ? -1 : x > y;
}

bool ans_record_numbers(struct ans_arena *arena, const char *root,
                        struct ans_str slug, int64_t **out, size_t *count,
                        struct ans_err *err)
{
    struct ans_strs names;
    struct ans_str folder = ans_kept_path(arena, root, slug, ANS_KEPT_VERSIONS,
                                          (struct ans_str){0});
    *count = 0;
    *out = NULL;
    if (!ans_kept_names(arena, folder.ptr, &names, err))
        return false;
    *out = ANS_NEW_ARRAY(arena, int64_t, names.count + 1);
    for (size_t i = 0; i < names.count; i++) {
        int64_t number;
        if (ans_str_int(names.items[i], &number) && number > 0)
            (*out)[(*count)++] = number;
    }
    qsort(*out, *count, sizeof(**out), by_number);
    return true;
}

bool ans_version_get(const char *root, struct ans_str slug, int64_t number,
                     struct ans_arena *arena, struct ans_version *out,
                     struct ans_err *err)
{
    return ans_record_read(arena, root, slug, number, out, NULL, NULL, err);
}

bool ans_version_all(const char *root, struct ans_str slug,
                     struct ans_arena *arena, struct ans_version_list *out,
                     struct ans_err *err)
{
    int64_t *numbers;
    size_t count;
    *out = (struct ans_version_list){0};
    if (!ans_record_numbers(arena, root, slug, &numbers, &count, err))
        return false;
    out->items = ANS_NEW_ARRAY(arena, struct ans_version, count + 1);
    for (size_t i = 0; i < count; i++)
        if (!ans_version_get(root, slug, numbers[i], arena,
                             &out->items[out->count++], err))
            return false;
    return true;
}

bool ans_version_newest(const char *root, struct ans_str slug,
                        struct ans_arena *arena, struct ans_version *out,
                        struct ans_err *err)
{
    int64_t *numbers;
    size_t count;
    *out = (struct ans_version){0};
    if (!ans_record_numbers(arena, root, slug, &numbers, &count, err))
        return false;
    return !count ||
           ans_version_get(root, slug, numbers[count - 1], arena, out, err);
}

static bool is_line(struct ans_str s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] < 0x20)
            return false;
    return ans_text_valid(s);
}

bool ans_version_note(const char *root, struct ans_str slug, int64_t number,
                      struct ans_str note, struct ans_err *err)
{
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_version v;
    struct ans_str path = ans_kept_path(arena, root, slug, ANS_KEPT_NOTES,
                                        number_name(arena, number));
    struct ans_str folder =
        ans_kept_path(arena, root, slug, ANS_KEPT_NOTES, (struct ans_str){0});
    note = ans_str_trim(note);
    bool ok = false;
    if (note.len > ANS_VERSION_NOTE_MOST)
        ans_err_set(err, ANS_ERR_LIMIT, "a note has at most %d bytes",
                    ANS_VERSION_NOTE_MOST);
    else if (!is_line(note))
        ans_err_set(err, ANS_ERR_INPUT, "a note is one line of text");
    else
        ok = ans_version_get(root, slug, number, arena, &v, err) &&
             ans_kept_prepare(arena, root, slug, err) &&
             ans_kept_write(arena, path.ptr, note, true, NULL, err) &&
             ans_kept_sync(folder.ptr, err);
    ans_arena_free(arena);
    return ok;
}
