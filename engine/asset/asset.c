#include "asset/asset.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"

#define LARGEST      (5 * 1024 * 1024)
#define LONGEST_NAME 120

struct ans_assets {
    struct ans_arena *arena;
    struct ans_asset *items;            /* by name */
    const struct ans_asset **by_hashed; /* by hashed name */
    size_t count;
};

static bool name_is_plain(struct ans_str name)
{
    if (!name.len || name.len > LONGEST_NAME)
        return false;
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                     (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
        if (!plain)
            return false;
    }
    return true;
}

/* "app.css" -> "app.3f9a1c27.css": the hash stands before the ending, so that
 * the ending still tells the type. */
static struct ans_str hashed_name(struct ans_arena *arena, struct ans_str name,
                                  struct ans_str content)
{
    uint64_t hash = ans_str_hash(content);
    uint32_t folded = (uint32_t)(hash ^ (hash >> 32));
    size_t stem = name.len;
    for (size_t i = name.len; i > 1; i--)
        if (name.ptr[i - 1] == '.') {
            stem = i - 1;
            break;
        }
    return ans_arena_printf(arena, "%.*s.%08x%.*s", (int)stem, name.ptr, folded,
                            (int)(name.len - stem), name.ptr + stem);
}

static bool read_all(int fd, char *into, size_t size)
{
    for (size_t at = 0; at < size;) {
        ssize_t n = read(fd, into + at, size - at);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        at += (size_t)n;
    }
    return true;
}

/* False with `err` set, or true; `found` tells whether it is a regular file. */
static bool read_file(int dir, const char *name, struct ans_arena *arena,
                      struct ans_str *out, bool *found, struct ans_err *err)
{
    *found = false;
    int fd = openat(dir, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0 && (errno == ELOOP || errno == ENXIO))
        return true; /* a link or a socket: not a regular file */
    if (fd < 0)
        return ans_err_set_errno(err, "cannot open %s", name);

    bool ok = false;
    struct stat st;
    if (fstat(fd, &st) < 0) {
        ans_err_set_errno(err, "cannot read %s", name);
    } else if (!S_ISREG(st.st_mode)) {
        ok = true;
    } else if (st.st_size > LARGEST) {
        ans_err_set(err, ANS_ERR_LIMIT, "%s is larger than 5 MB", name);
    } else {
        char *bytes = ans_arena_alloc(arena, (size_t)st.st_size + 1);
        ok = read_all(fd, bytes, (size_t)st.st_size);
        if (!ok)
            ans_err_set(err, ANS_ERR_INTERNAL,
                        "%s changed while it was being read", name);
        *out = (struct ans_str){bytes, (size_t)st.st_size};
        *found = ok;
    }
    close(fd);
    return ok;
}

static struct ans_str keep_if_smaller(struct ans_arena *arena,
                                      const struct ans_buf *packed,
                                      struct ans_str plain)
{
    if (packed->overflow || !packed->len || packed->len >= plain.len)
        return (struct ans_str){0};
    return ans_arena_str(arena, ans_buf_str(packed));
}

static void compress(struct ans_arena *arena, struct ans_asset *a)
{
    if (!ans_asset_compressible(a->type))
        return;
    struct ans_buf packed = {0};
    ans_gzip(&packed, a->plain, 9);
    a->gzip = keep_if_smaller(arena, &packed, a->plain);
    ans_brotli(&packed, a->plain, 11);
    a->brotli = keep_if_smaller(arena, &packed, a->plain);
    ans_buf_free(&packed);
}

static bool add_file(struct ans_assets *assets, int dir, const char *name,
                     struct ans_err *err)
{
    struct ans_asset a = {0};
    bool found = false;
    if (!read_file(dir, name, assets->arena, &a.plain, &found, err))
        return false;
    if (!found)
        return true;
    a.name = ans_arena_str(assets->arena, ans_str_from(name));
    if (!name_is_plain(a.name))
        return ans_err_set(err, ANS_ERR_INPUT,
                           "%s: a file name may hold only letters a-z, digits, "
                           "'.', '-' and '_', at most %d",
                           name, LONGEST_NAME);
    a.hashed = hashed_name(assets->arena, a.name, a.plain);
    a.type = ans_asset_type(a.name);
    compress(assets->arena, &a);
    assets->items =
        ans_arena_grow(assets->arena, assets->items, assets->count, sizeof(a));
    assets->items[assets->count++] = a;
    return true;
}

static int by_name(const void *a, const void *b)
{
    const struct ans_asset *x = a;
    const struct ans_asset *y = b;
    return ans_str_cmp(x->name, y->name);
}

static int by_hashed(const void *a, const void *b)
{
    const struct ans_asset *const *x = a;
    const struct ans_asset *const *y = b;
    return ans_str_cmp((*x)->hashed, (*y)->hashed);
}

static void put_in_order(struct ans_assets *assets)
{
    if (!assets->count)
        return;
    qsort(assets->items, assets->count, sizeof(*assets->items), by_name);
    assets->by_hashed = (const struct ans_asset **)ans_arena_array(
        assets->arena, assets->count, sizeof(*assets->by_hashed));
    for (size_t i = 0; i < assets->count; i++)
        assets->by_hashed[i] = &assets->items[i];
    qsort((void *)assets->by_hashed, assets->count, sizeof(*assets->by_hashed),
          by_hashed);
}

/* Hidden files and editors' copies ("app.css~") are nobody's asset. */
static bool passed_over(const char *name)
{
    size_t len = strlen(name);
    return name[0] == '.' || name[len - 1] == '~';
}

struct ans_assets *ans_assets_load(const char *folder, struct ans_err *err)
{
    DIR *dir = opendir(folder);
    if (!dir) {
        ans_err_set_errno(err, "cannot read the folder %s", folder);
        return NULL;
    }
    struct ans_arena *arena = ans_arena_new(64 * 1024);
    struct ans_assets *assets = ANS_NEW(arena, struct ans_assets);
    assets->arena = arena;

    bool ok = true;
    for (const struct dirent *e; ok && (e = readdir(dir));)
        if (!passed_over(e->d_name))
            ok = add_file(assets, dirfd(dir), e->d_name, err);
    closedir(dir);
    if (!ok) {
        ans_err_add(err, "%s", folder);
        ans_assets_free(assets);
        return NULL;
    }
    put_in_order(assets);
    return assets;
}

void ans_assets_free(struct ans_assets *assets)
{
    if (assets)
        ans_arena_free(assets->arena); /* which holds `assets` too */
}

const struct ans_asset *ans_assets_find(const struct ans_assets *assets,
                                        struct ans_str name)
{
    if (!assets->count)
        return NULL;
    struct ans_asset key = {.name = name};
    return bsearch(&key, assets->items, assets->count, sizeof(*assets->items),
                   by_name);
}

const struct ans_asset *ans_assets_find_hashed(const struct ans_assets *assets,
                                               struct ans_str hashed)
{
    if (!assets->count)
        return NULL;
    struct ans_asset wanted = {.hashed = hashed};
    const struct ans_asset *key = &wanted;
    const struct ans_asset *const *found =
        bsearch((const void *)&key, (const void *)assets->by_hashed,
                assets->count, sizeof(*assets->by_hashed), by_hashed);
    return found ? *found : NULL;
}

size_t ans_assets_count(const struct ans_assets *assets)
{
    return assets->count;
}

const struct ans_asset *ans_assets_at(const struct ans_assets *assets,
                                      size_t index)
{
    return &assets->items[index];
}
