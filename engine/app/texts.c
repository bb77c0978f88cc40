/* anslut texts: every text of the portal itself, as a county's visitors see it,
 * and where each comes from. */
#include <stdio.h>
#include <string.h>

#include "app/app.h"
#include "base/buf.h"
#include "codec/json.h"
#include "edition/edition.h"

struct listing {
    struct ans_arena *arena;
    const struct ans_county *county;
    struct ans_strs keys; /* sorted, each once */
};

/* One text for readers of one language. */
struct found {
    const struct ans_own_text *text; /* NULL: there is none */
    struct ans_str lang;             /* that it is in */
    bool own;                        /* the county's own */
};

static bool has_key(const struct listing *l, struct ans_str key, size_t *at)
{
    size_t low = 0;
    size_t high = l->keys.count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (ans_str_cmp(l->keys.items[middle], key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    *at = low;
    return low < l->keys.count && ans_str_eq(l->keys.items[low], key);
}

static void add_key(struct listing *l, struct ans_str key)
{
    size_t at;
    if (has_key(l, key, &at))
        return;
    l->keys.items = ans_arena_grow(l->arena, l->keys.items, l->keys.count,
                                   sizeof(*l->keys.items));
    memmove(&l->keys.items[at + 1], &l->keys.items[at],
            (l->keys.count - at) * sizeof(*l->keys.items));
    l->keys.items[at] = key;
    l->keys.count++;
}

/* The keys of every language: a form of a plural may be one language's own. */
static void collect_keys(struct listing *l)
{
    for (const struct ans_texts *t = l->county->texts; t; t = t->behind)
        for (size_t i = 0; i < t->count; i++)
            for (size_t k = 0; k < t->tongues[i].count; k++)
                add_key(l, t->tongues[i].items[k].key);
}

static struct found find(const struct listing *l, struct ans_str lang,
                         struct ans_str key)
{
    const struct ans_texts *texts = l->county->texts;
    const struct ans_texts own = {.tongues = texts->tongues,
                                  .count = texts->count};
    struct ans_str langs[ANS_CHAIN_MOST];
    size_t count = ans_chain_of(texts->chains, lang, langs);
    for (size_t i = 0; i < count; i++) {
        const struct ans_own_text *text = ans_texts_own(texts, langs[i], key);
        if (text)
            return (struct found){text, langs[i],
                                  ans_texts_own(&own, langs[i], key) != NULL};
    }
    return (struct found){0};
}

/* "texts.lua:3", "lua/texts/sv.lua", with the language when it is another than
 * the asked one. */
static void write_origin(struct ans_buf *out, const struct found *f,
                         struct ans_str asked)
{
    if (!ans_str_eq(f->lang, asked))
        ans_buf_printf(out, "%.*s: ", ANS_STR_ARG(f->lang));
    ans_buf_add(out, f->text->file);
    if (f->text->line)
        ans_buf_printf(out, ":%d", f->text->line);
}

static void print_texts(const struct listing *l, struct ans_str lang)
{
    struct ans_buf out = {0};
    for (size_t i = 0; i < l->keys.count; i++) {
        struct found f = find(l, lang, l->keys.items[i]);
        if (!f.text)
            continue;
        ans_buf_printf(&out, "%-34.*s %.*s  [", ANS_STR_ARG(l->keys.items[i]),
                       ANS_STR_ARG(f.text->str));
        write_origin(&out, &f, lang);
        ans_buf_add_z(&out, "]\n");
    }
    fwrite(out.ptr, 1, out.len, stdout);
    ans_buf_free(&out);
}

static void put_found(struct ans_map *m, const struct found *f)
{
    ans_map_put_str(m, "text", f->text->str);
    ans_map_put_str(m, "lang", f->lang);
    ans_map_put_str(m, "file", f->text->file);
    if (f->text->line)
        ans_map_put_int(m, "line", f->text->line);
    ans_map_put_bool(m, "own", f->own);
}

/* [ { key, texts: { sv: { text, lang, file, line, own } } } ] */
static void print_json(const struct listing *l)
{
    struct ans_strs langs = l->county->languages;
    struct ans_list *list = ans_list_new(l->arena);
    for (size_t i = 0; i < l->keys.count; i++) {
        struct ans_map *m = ans_list_add_map(list);
        ans_map_put_str(m, "key", l->keys.items[i]);
        struct ans_map *texts = ans_map_put_map(m, "texts");
        for (size_t k = 0; k < langs.count; k++) {
            struct found f = find(l, langs.items[k], l->keys.items[i]);
            struct ans_map *one = ans_map_new(l->arena);
            if (!f.text)
                continue;
            put_found(one, &f);
            ans_map_set(texts, langs.items[k], ans_value_map(one));
        }
    }
    struct ans_buf out = {0};
    ans_json_write(&out, ans_value_list(list));
    printf("%.*s\n", ANS_STR_ARG(ans_buf_str(&out)));
    ans_buf_free(&out);
}

/* The language asked for, or the county's own when it has no Swedish, which is
 * what is asked for by default. */
static bool choose_lang(const struct ans_run *run, const struct ans_county *c,
                        struct ans_str *lang, struct ans_err *err)
{
    struct ans_str asked = ans_str_from(run->settings.lang);
    *lang = c->languages.items[0];
    for (size_t i = 0; i < c->languages.count; i++)
        if (ans_str_eq(c->languages.items[i], asked))
            *lang = asked;
    return ans_str_eq(*lang, asked) || ans_str_is(asked, "sv") ||
           ans_err_set(err, ANS_ERR_INPUT, "the county has no language '%s'",
                       asked.ptr);
}

static struct ans_loaded *load(struct ans_run *run, struct ans_err *err)
{
    struct ans_faults faults = {.arena = run->arena};
    const char *slug = run->args.count == 1 ? run->args.items[0] : NULL;
    if (!slug || !ans_slug_valid(ans_str_from(slug))) {
        ans_err_set(err, ANS_ERR_INPUT, "texts takes the name of one county");
        return NULL;
    }
    struct ans_str path =
        ans_arena_printf(run->arena, "%s/%s", run->settings.counties, slug);
    struct ans_loaded *loaded = ans_loaded_new(path.ptr, ans_str_from(slug),
                                               run->settings.lua, &faults, err);
    if (!loaded && faults.count)
        ans_err_set(err, ANS_ERR_SCRIPT,
                    "the scripts of %s have %zu faults (anslut check lists "
                    "them)",
                    slug, faults.count);
    else if (!loaded)
        ans_app_blame_files(err);
    return loaded;
}

int ans_command_texts(struct ans_run *run)
{
    struct ans_err err = {0};
    struct ans_str lang;
    struct ans_loaded *loaded = load(run, &err);
    if (!loaded)
        return ans_app_fail(&err);
    struct listing l = {.arena = run->arena,
                        .county = ans_loaded_county(loaded)};
    bool ok = choose_lang(run, l.county, &lang, &err);
    if (ok) {
        collect_keys(&l);
        if (*run->settings.json)
            print_json(&l);
        else
            print_texts(&l, lang);
    }
    ans_loaded_release(loaded);
    return ok ? 0 : ans_app_fail(&err);
}
