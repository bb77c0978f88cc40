/* Texts: from what was said to what is shown, in every language. */
#include "base/buf.h"
#include "base/text.h"
#include "county/building.h"

enum {
    LONGEST_TEXT = 4000,      /* bytes of a paragraph */
    LONGEST_PROSE = 64 * 1024 /* of a file; Markdown's own bound */
};

/* For whom something is said, while it is taken apart. */
struct saying {
    struct ans_str lang; /* "": the county's first */
    struct ans_str kind;
    bool in_table; /* languages are told apart already */
    bool in_kinds;
};

static struct ans_str first_lang(const struct ans_build *b)
{
    return b->languages.items[0];
}

static bool is_lang(const struct ans_build *b, struct ans_str lang)
{
    for (size_t i = 0; i < b->languages.count; i++)
        if (ans_str_eq(b->languages.items[i], lang))
            return true;
    return false;
}

static struct ans_str name_of(const struct ans_spot *spot)
{
    return ans_str_from(spot->field ? spot->field->name : spot->word->name);
}

static bool is_prose(const struct ans_spot *spot)
{
    return spot->field && spot->field->kind == ANS_IS_PROSE;
}

/* Most texts are said once, in one language: a county has hundreds, so they
 * begin with room for one. */
static void make_room(struct ans_build *b, struct ans_text *out)
{
    struct ans_text_item *items = out->items;
    if (out->count > 1) {
        out->items = ans_arena_grow(b->arena, items, out->count, sizeof *items);
        return;
    }
    out->items = ANS_NEW_ARRAY(b->arena, struct ans_text_item, out->count + 1);
    if (out->count)
        out->items[0] = items[0];
}

static void add_item(struct ans_build *b, struct ans_text *out,
                     const struct saying *as, struct ans_str str)
{
    make_room(b, out);
    out->items[out->count++] = (struct ans_text_item){
        .lang =
            as->lang.len ? ans_arena_str(b->arena, as->lang) : first_lang(b),
        .kind = as->kind.len ? ans_arena_str(b->arena, as->kind) : ANS_STR(""),
        .str = str,
    };
}

/* "texts/om.md" without the word `text` before it. */
static bool names_file(struct ans_str s)
{
    return ans_str_ends(s, ANS_STR(".md")) && ans_str_find(s, ' ') < 0 &&
           ans_str_find(s, '\n') < 0;
}

static bool add_string(struct ans_build *b, const struct ans_spot *spot,
                       const struct saying *as, struct ans_str said,
                       struct ans_text *out)
{
    struct ans_str clean;
    struct ans_err err = {0};
    if (said.len > LONGEST_TEXT) {
        ANS_BUILD_FAULT(b, *spot, TEXT_TOO_LONG, name_of(spot),
                        ANS_STR("4 000 B"), ANS_NONE);
        return false;
    }
    if (!ans_text_clean(b->arena, said, !is_prose(spot), &clean, &err)) {
        ANS_BUILD_FAULT(b, *spot, BAD_CHARACTERS, name_of(spot), ANS_NONE,
                        ANS_NONE);
        return false;
    }
    if (!clean.len) {
        ANS_BUILD_FAULT(b, *spot, EMPTY, name_of(spot), ANS_NONE, ANS_NONE);
        return false;
    }
    if (is_prose(spot) && names_file(clean)) {
        ANS_BUILD_FAULT(b, *spot, TEXT_FILE_NAMED, name_of(spot), clean,
                        ANS_NONE);
        return false;
    }
    add_item(b, out, as, clean);
    return true;
}

/* One text file, in one language. */
static bool add_file(struct ans_build *b, const struct ans_spot *spot,
                     const struct saying *as,
                     const struct ans_folder_file *file, struct ans_text *out)
{
    struct ans_str clean;
    struct ans_err err = {0};
    if (file->bytes.len > LONGEST_PROSE) {
        ANS_BUILD_FAULT(b, *spot, TEXT_TOO_LONG, file->path, ANS_STR("64 KB"),
                        ANS_NONE);
        return false;
    }
    if (!ans_text_clean(b->arena, file->bytes, false, &clean, &err)) {
        ANS_BUILD_FAULT(b, *spot, BAD_CHARACTERS, file->path, ANS_NONE,
                        ANS_NONE);
        return false;
    }
    if (!clean.len) {
        ANS_BUILD_FAULT(b, *spot, EMPTY, file->path, ANS_NONE, ANS_NONE);
        return false;
    }
    out->markdown = true;
    ANS_BUILT_ADD(b, files, *file);
    add_item(b, out, as, clean);
    return true;
}

static struct ans_str nearest_file(struct ans_build *b, struct ans_str path)
{
    struct ans_strs paths = {
        ANS_NEW_ARRAY(b->scratch, struct ans_str, b->folder->count + 1), 0};
    for (size_t i = 0; i < b->folder->count; i++)
        paths.items[paths.count++] = b->folder->files[i].path;
    return ans_build_nearest(path, paths);
}

/* texts/x.md, and texts/x.en.md for every other language that there is. */
static bool add_path(struct ans_build *b, const struct ans_spot *spot,
                     const struct saying *as, struct ans_str path,
                     struct ans_text *out)
{
    const struct ans_folder_file *file = ans_folder_find(b->folder, path);
    if (!ans_str_ends(path, ANS_STR(".md"))) {
        ANS_BUILD_FAULT(b, *spot, FILE_TYPE, path, name_of(spot),
                        ANS_STR(".md"));
        return false;
    }
    if (!file) {
        ANS_BUILD_FAULT(b, *spot, MISSING_FILE, path, nearest_file(b, path),
                        ANS_NONE);
        return false;
    }
    if (!add_file(b, spot, as, file, out))
        return false;
    struct ans_str stem = ans_str_sub(path, 0, path.len - 3);
    for (size_t i = 1; i < b->languages.count && !as->in_table; i++) {
        struct saying other = *as;
        other.lang = b->languages.items[i];
        file = ans_folder_find(b->folder,
                               ans_arena_printf(b->arena, "%.*s.%.*s.md",
                                                ANS_STR_ARG(stem),
                                                ANS_STR_ARG(other.lang)));
        if (file && !add_file(b, spot, &other, file, out))
            return false;
    }
    return true;
}

static bool add_said(struct ans_build *b, const struct ans_spot *spot,
                     const struct saying *as, const struct ans_said_value *v,
                     struct ans_text *out);

static bool wrong_type(struct ans_build *b, const struct ans_spot *spot)
{
    ANS_BUILD_FAULT(
        b, *spot, WRONG_TYPE_TEXT, name_of(spot),
        ans_str_from(spot->field ? spot->field->example : spot->word->example),
        ANS_NONE);
    return false;
}

/* { sv = "...", en = "..." } */
static bool add_languages(struct ans_build *b, const struct ans_spot *spot,
                          const struct saying *as,
                          const struct ans_said_table *table,
                          struct ans_text *out)
{
    /* A link's label may add languages to the text that it begins with. */
    bool first = out->count > 0;
    bool good = true;
    /* What all counties share speaks more languages than each. */
    bool shared = ans_build_is_shared(b, spot->file);
    if (as->in_table || table->list_count || !table->named_count)
        return wrong_type(b, spot);
    for (size_t i = 0; i < table->named_count; i++) {
        const struct ans_said_pair *pair = &table->named[i];
        struct ans_spot at = *spot;
        struct saying inner = *as;
        inner.lang = pair->key;
        inner.in_table = true;
        at.line = pair->line ? pair->line : spot->line;
        first |= ans_str_eq(pair->key, first_lang(b));
        if (shared && !is_lang(b, pair->key))
            continue;
        if (!is_lang(b, pair->key)) {
            ANS_BUILD_FAULT(b, at, UNKNOWN_LANGUAGE, pair->key,
                            ans_build_nearest(pair->key, b->languages),
                            ANS_NONE);
            good = false;
        } else if (!add_said(b, &at, &inner, &pair->value, out)) {
            good = false;
        }
    }
    first |= shared || (spot->field && spot->field->any_language);
    if (!first)
        ANS_BUILD_FAULT(b, *spot, MISSING_TRANSLATION, name_of(spot),
                        first_lang(b), ANS_NONE);
    return good && first;
}

static bool is_kind(struct ans_str kind)
{
    for (size_t i = 0; i < ans_kind_count; i++)
        if (ans_str_is(kind, ans_kinds[i]))
            return true;
    return false;
}

static void report_kind(struct ans_build *b, const struct ans_spot *at,
                        struct ans_str kind)
{
    ANS_BUILD_FAULT(b, *at, UNKNOWN_KIND, kind,
                    ans_build_near_kind(b, kind, true), ANS_NONE);
}

/* by_kind { company = "...", otherwise = "..." } */
static bool add_kinds(struct ans_build *b, const struct ans_spot *spot,
                      const struct saying *as, const struct ans_decl *decl,
                      struct ans_text *out)
{
    bool otherwise = false;
    bool good = true;
    if (as->in_kinds || !decl->body || decl->body->list_count)
        return wrong_type(b, spot);
    for (size_t i = 0; i < decl->body->named_count; i++) {
        const struct ans_said_pair *pair = &decl->body->named[i];
        struct ans_spot at = *spot;
        struct saying inner = *as;
        inner.in_kinds = true;
        at.line = pair->line ? pair->line : decl->line;
        if (ans_str_is(pair->key, "otherwise")) {
            otherwise = true;
        } else if (is_kind(pair->key)) {
            inner.kind = pair->key;
        } else {
            report_kind(b, &at, pair->key);
            good = false;
            continue;
        }
        good &= add_said(b, &at, &inner, &pair->value, out);
    }
    if (!otherwise)
        ANS_BUILD_FAULT(b, *spot, MISSING_FIELD, ANS_STR("by_kind"), ANS_NONE,
                        ANS_STR("otherwise = \"...\""));
    return good && otherwise;
}

static bool add_said(struct ans_build *b, const struct ans_spot *spot,
                     const struct saying *as, const struct ans_said_value *v,
                     struct ans_text *out)
{
    if (ans_build_nil(b, spot, v))
        return false;
    switch (v->type) {
    case ANS_SAID_STRING:
        return add_string(b, spot, as, v->s, out);
    case ANS_SAID_TABLE:
        return add_languages(b, spot, as, v->table, out);
    case ANS_SAID_DECL:
        if (v->decl->word->form == ANS_FORM_PATH && is_prose(spot) &&
            v->decl->arg_count && v->decl->args[0].type == ANS_SAID_STRING)
            return add_path(b, spot, as, v->decl->args[0].s, out);
        if (v->decl->word->form == ANS_FORM_VARIANTS)
            return add_kinds(b, spot, as, v->decl, out);
        break;
    case ANS_SAID_NIL:
    case ANS_SAID_BOOL:
    case ANS_SAID_NUMBER:
    case ANS_SAID_FUNCTION:
        break;
    }
    return wrong_type(b, spot);
}

bool ans_build_text(struct ans_build *b, const struct ans_spot *spot,
                    const struct ans_said_value *v, struct ans_text *out)
{
    struct saying as = {0};
    out->chains = &b->county->fallback;
    return add_said(b, spot, &as, v, out);
}
