#include "edition/stores.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "member/schema.h"

struct entry {
    char *slug;
    struct ans_store *store;
};

struct ans_stores {
    char *folder; /* NULL: none */
    struct entry *entries;
    size_t count;
};

static void must(bool have)
{
    if (!have)
        abort(); /* no memory at start or reload: as in an arena */
}

static bool make_folder(const char *path, struct ans_err *err)
{
    return mkdir(path, 0750) == 0 || errno == EEXIST ||
           ans_err_set_errno(err, "cannot make the folder %s", path);
}

struct ans_stores *ans_stores_new(const char *data, struct ans_err *err)
{
    struct ans_stores *s = calloc(1, sizeof(*s));
    must(s);
    if (!data)
        return s;
    must(asprintf(&s->folder, "%s/counties", data) >= 0);
    if (!make_folder(data, err) || !make_folder(s->folder, err)) {
        ans_stores_free(s);
        return NULL;
    }
    return s;
}

void ans_stores_free(struct ans_stores *s)
{
    if (!s)
        return;
    for (size_t i = 0; i < s->count; i++) {
        ans_store_close(s->entries[i].store);
        free(s->entries[i].slug);
    }
    free(s->entries);
    free(s->folder);
    free(s);
}

static struct ans_store *find(const struct ans_stores *s, struct ans_str slug)
{
    for (size_t i = 0; i < s->count; i++)
        if (ans_str_is(slug, s->entries[i].slug))
            return s->entries[i].store;
    return NULL;
}

static void add(struct ans_stores *s, struct ans_str slug,
                struct ans_store *store)
{
    s->entries = realloc(s->entries, (s->count + 1) * sizeof(*s->entries));
    must(s->entries);
    char *name = strndup(slug.ptr, slug.len);
    must(name);
    s->entries[s->count++] = (struct entry){name, store};
}

bool ans_stores_get(struct ans_stores *s, struct ans_str slug,
                    struct ans_store **out, struct ans_err *err)
{
    *out = s->folder ? find(s, slug) : NULL;
    if (*out || !s->folder)
        return true;
    char *path = NULL;
    must(asprintf(&path, "%s/%.*s.db", s->folder, ANS_STR_ARG(slug)) >= 0);
    struct ans_store_options options = ans_schema_county(path);
    *out = ans_store_open(&options, err);
    free(path);
    if (!*out)
        return false;
    add(s, slug, *out);
    return true;
}
