/* Verifying and copying: everything kept, looked at once more. */
#include "secret/secret.h"
#include "version/keeping.h"

struct verifying {
    const char *root;
    struct ans_str slug;
    struct ans_arena *arena;
    void (*each)(void *context, struct ans_str sentence);
    void *context;
};

static void tell(const struct verifying *v, const char *fmt, ...)
    ANS_PRINTF(2, 3);
static void tell(const struct verifying *v, const char *fmt, ...)
{
    va_list va;
    va_start(va, fmt);
    v->each(v->context, ans_arena_vprintf(v->arena, fmt, va));
    va_end(va);
}

static bool verify_contents(const struct verifying *v, struct ans_err *err)
{
    struct ans_strs names;
    struct ans_str folder = ans_kept_path(
        v->arena, v->root, v->slug, ANS_KEPT_CONTENTS, (struct ans_str){0});
    if (!ans_kept_names(v->arena, folder.ptr, &names, err))
        return false;
    for (size_t i = 0; i < names.count; i++) {
        struct ans_arena *scratch = ans_arena_new(0);
        struct ans_folder files;
        struct ans_err why = {0};
        if (!ans_version_read(v->root, v->slug, names.items[i], scratch, &files,
                              &why))
            tell(v, "%s", why.text);
        ans_arena_free(scratch);
    }
    return true;
}

/* Files that no content names any more cannot be: nothing is taken away. */
static bool verify_files(const struct verifying *v, struct ans_err *err)
{
    struct ans_strs names;
    struct ans_str folder = ans_kept_path(v->arena, v->root, v->slug,
                                          ANS_KEPT_FILES, (struct ans_str){0});
    if (!ans_kept_names(v->arena, folder.ptr, &names, err))
        return false;
    for (size_t i = 0; i < names.count; i++) {
        struct ans_arena *scratch = ans_arena_new(0);
        struct ans_str bytes;
        struct ans_err why = {0};
        struct ans_str path = ans_kept_path(scratch, v->root, v->slug,
                                            ANS_KEPT_FILES, names.items[i]);
        if (!ans_kept_read(scratch, path.ptr, ANS_KEPT_FILE_MOST, &bytes, &why))
            tell(v, "%s", why.text);
        else if (!ans_str_eq(ans_hash_hex(scratch, ans_hash_of(bytes)),
                             names.items[i]))
            tell(v, "%s does not match its hash", path.ptr);
        ans_arena_free(scratch);
    }
    return true;
}

static bool verify_one(const struct verifying *v, int64_t number,
                       struct ans_str *previous)
{
    struct ans_version version;
    struct ans_str said;
    struct ans_str bytes;
    struct ans_err why = {0};
    struct ans_content_file *files;
    size_t count;
    if (!ans_record_read(v->arena, v->root, v->slug, number, &version, &said,
                         &bytes, &why)) {
        tell(v, "%s", why.text);
        return false;
    }
    if (!ans_str_eq(said, *previous))
        tell(v, "version %lld does not follow the one before it",
             (long long)number);
    if (!ans_content_read(v->arena, v->root, v->slug, version.content, &files,
                          &count, &why))
        tell(v, "version %lld: %s", (long long)number, why.text);
    *previous = ans_hash_hex(v->arena, ans_hash_of(bytes));
    return true;
}

bool ans_version_verify(const char *root, struct ans_str slug,
                        void (*each)(void *context, struct ans_str sentence),
                        void *context, int64_t *count, struct ans_err *err)
{
    struct verifying v = {root, slug, ans_arena_new(0), each, context};
    int64_t *numbers;
    size_t found;
    struct ans_str previous = ANS_STR("");
    bool ok = ans_record_numbers(v.arena, root, slug, &numbers, &found, err) &&
              verify_files(&v, err) && verify_contents(&v, err);
    *count = ok ? (int64_t)found : 0;
    for (size_t i = 0; ok && i < found; i++) {
        if (numbers[i] != (int64_t)i + 1) {
            tell(&v, "version %zu is missing", i + 1);
            break;
        }
        if (!verify_one(&v, numbers[i], &previous))
            break;
    }
    ans_arena_free(v.arena);
    return ok;
}
