/* Contents: the files of a folder at one moment, each kept once. */
#include "codec/json.h"
#include "secret/secret.h"
#include "version/keeping.h"

/* Among the files of a content, what is not the county's own. */
#define SHARED "/national.lua"

struct ans_str ans_version_hash(const struct ans_folder *f,
                                struct ans_arena *arena)
{
    size_t count = 2 * f->count;
    struct ans_str *parts = ANS_NEW_ARRAY(arena, struct ans_str, count + 2);
    for (size_t i = 0; i < f->count; i++) {
        parts[2 * i] = f->files[i].path;
        parts[2 * i + 1] = f->files[i].bytes;
    }
    if (f->shared.path.len) {
        parts[count++] = ANS_STR(SHARED); /* no file has such a path */
        parts[count++] = f->shared.bytes;
    }
    return ans_hash_hex(arena, ans_hash_of_parts(parts, count));
}

static bool keep_file(struct ans_arena *arena, const char *root,
                      struct ans_str slug, const struct ans_folder_file *file,
                      struct ans_list *list, struct ans_err *err)
{
    struct ans_str hash = ans_hash_hex(arena, ans_hash_of(file->bytes));
    struct ans_map *m = ans_list_add_map(list);
    ans_map_put_str(m, "path", file->path);
    ans_map_put_str(m, "hash", hash);
    ans_map_put_int(m, "size", (int64_t)file->bytes.len);
    struct ans_str path =
        ans_kept_path(arena, root, slug, ANS_KEPT_FILES, hash);
    return ans_kept_write(arena, path.ptr, file->bytes, false, NULL, err);
}

bool ans_content_keep(struct ans_arena *arena, const char *root,
                      const struct ans_folder *folder, struct ans_err *err)
{
    const struct ans_str none = {0};
    struct ans_str path = ans_kept_path(arena, root, folder->slug,
                                        ANS_KEPT_CONTENTS, folder->version);
    struct ans_list *list = ans_list_new(arena);
    for (size_t i = 0; i < folder->count; i++)
        if (!keep_file(arena, root, folder->slug, &folder->files[i], list, err))
            return false;
    const struct ans_folder_file shared = {ANS_STR(SHARED),
                                           folder->shared.bytes};
    if (folder->shared.path.len &&
        !keep_file(arena, root, folder->slug, &shared, list, err))
        return false;
    struct ans_buf text = {0};
    ans_json_write_canonical(&text, ans_value_list(list));
    bool ok =
        ans_kept_sync(
            ans_kept_path(arena, root, folder->slug, ANS_KEPT_FILES, none).ptr,
            err) &&
        ans_kept_write(arena, path.ptr, ans_buf_str(&text), false, NULL, err) &&
        ans_kept_sync(
            ans_kept_path(arena, root, folder->slug, ANS_KEPT_CONTENTS, none)
                .ptr,
            err);
    ans_buf_free(&text);
    return ok;
}

/* A path that a folder could have had: it will be written to again. */
static bool is_path(struct ans_str path)
{
    struct ans_str rest = path;
    int parts = 0;
    while (rest.len) {
        struct ans_str part = ans_str_cut(&rest, '/');
        if (!part.len || part.ptr[0] == '.' || ++parts > 2)
            return false;
    }
    return parts > 0 && path.ptr[path.len - 1] != '/' &&
           ans_str_find(path, '\0') < 0;
}

bool ans_content_read(struct ans_arena *arena, const char *root,
                      struct ans_str slug, struct ans_str content,
                      struct ans_content_file **out, size_t *count,
                      struct ans_err *err)
{
    struct ans_hash hash;
    struct ans_str text;
    struct ans_value v;
    struct ans_err why = {0};
    if (!ans_hash_from_hex(content, &hash))
        return ans_err_set(err, ANS_ERR_NOT_FOUND,
                           "no content of %.*s is called that",
                           ANS_STR_ARG(slug));
    struct ans_str path =
        ans_kept_path(arena, root, slug, ANS_KEPT_CONTENTS, content);
    if (!ans_kept_read(arena, path.ptr, ANS_KEPT_CONTENT_MOST, &text, err))
        return false;
    bool ok = ans_json_read(arena, text, &v, &why) && v.type == ANS_LIST;
    *count = ok ? v.list->count : 0;
    *out = ANS_NEW_ARRAY(arena, struct ans_content_file, *count + 1);
    for (size_t i = 0; ok && i < *count; i++) {
        struct ans_value one = v.list->items[i];
        ok = one.type == ANS_MAP;
        if (!ok)
            break;
        (*out)[i] = (struct ans_content_file){ans_map_str(one.map, "path"),
                                              ans_map_str(one.map, "hash")};
        ok = (is_path((*out)[i].path) || ans_str_is((*out)[i].path, SHARED)) &&
             ans_hash_from_hex((*out)[i].hash, &hash);
    }
    return ok || ans_err_set(err, ANS_ERR_INTERNAL,
                             "%s does not tell of a folder", path.ptr);
}

bool ans_version_read(const char *root, struct ans_str slug,
                      struct ans_str content, struct ans_arena *arena,
                      struct ans_folder *out, struct ans_err *err)
{
    struct ans_content_file *files;
    size_t count;
    *out = (struct ans_folder){.slug = ans_arena_str(arena, slug)};
    if (!ans_content_read(arena, root, slug, content, &files, &count, err))
        return false;
    out->files = ANS_NEW_ARRAY(arena, struct ans_folder_file, count + 1);
    for (size_t i = 0; i < count; i++) {
        bool shared = ans_str_is(files[i].path, SHARED);
        struct ans_folder_file *file =
            shared ? &out->shared : &out->files[out->count++];
        struct ans_str path =
            ans_kept_path(arena, root, slug, ANS_KEPT_FILES, files[i].hash);
        file->path =
            shared ? ans_str_sub(files[i].path, 1, SIZE_MAX) : files[i].path;
        if (!ans_kept_read(arena, path.ptr, ANS_KEPT_FILE_MOST, &file->bytes,
                           err)) {
            err->kind = ANS_ERR_INTERNAL; /* it has to be there */
            return false;
        }
    }
    out->version = ans_version_hash(out, arena);
    return ans_str_eq(out->version, content) ||
           ans_err_set(err, ANS_ERR_INTERNAL,
                       "the content %.12s of %.*s does not match its hash",
                       content.ptr, ANS_STR_ARG(slug));
}
