/* Symbols and Markdown: what a county's words name, judged by the libraries
 * that will show it. */
#include "base/text.h"
#include "county/vocab.h"
#include "edition/loaded.h"
#include "markdown/markdown.h"
#include "picture/picture.h"

struct checking {
    const struct ans_folder *folder;
    bool draws;
    struct ans_arena *arena;
    struct ans_faults *faults;
};

static const struct ans_str none;

/* Placeholders were judged where the text stands, by its word; here every one
 * is filled. */
static bool fill(void *context, struct ans_str word, struct ans_str *out)
{
    (void)context;
    *out = word;
    return true;
}

/* `file` and `line` are where the text stands, `name` what it is called. */
static void check_markdown(const struct checking *c, struct ans_str text,
                           struct ans_str file, int line, struct ans_str name)
{
    struct ans_markdown options = {.heading = 2, .fill = fill};
    struct ans_err err = {0};
    struct ans_str html;
    if (!ans_text_valid(text)) /* told already, with what to do */
        return;
    if (!ans_markdown_html(c->arena, text, &options, &html, &err))
        ans_fault_add(c->faults, ANS_FAULT_BAD_MARKDOWN, file, line, name,
                      ans_str_from(err.text), none);
}

/* "texts/om.md" and its translations, "texts/om.en.md". */
static void check_text(const struct checking *c, struct ans_str path)
{
    if (!ans_str_ends(path, ANS_STR(".md")))
        return;
    struct ans_str stem = ans_str_sub(path, 0, path.len - 2);
    for (size_t i = 0; i < c->folder->count; i++) {
        const struct ans_folder_file *file = &c->folder->files[i];
        struct ans_str rest = ans_str_sub(file->path, stem.len, file->path.len);
        if (ans_str_starts(file->path, stem) &&
            ans_str_ends(file->path, ANS_STR(".md")) &&
            ans_str_find(rest, '/') < 0)
            check_markdown(c, file->bytes, file->path, 0, file->path);
    }
}

/* "..." or { sv = "...", en = "..." }, where the script says it. */
static void check_prose(const struct checking *c, const struct ans_decl *decl,
                        const struct ans_said_pair *pair)
{
    const struct ans_said_value *v = &pair->value;
    int line = pair->line ? pair->line : decl->line;
    if (v->type == ANS_SAID_STRING)
        check_markdown(c, v->s, decl->file, line, pair->key);
    for (size_t i = 0; v->type == ANS_SAID_TABLE && i < v->table->named_count;
         i++) {
        const struct ans_said_value *said = &v->table->named[i].value;
        if (said->type == ANS_SAID_STRING)
            check_markdown(c, said->s, decl->file, line, pair->key);
    }
}

static void check_symbol(const struct checking *c, const struct ans_decl *decl,
                         const struct ans_said_pair *pair)
{
    struct ans_str path = pair->value.s;
    const struct ans_folder_file *file = ans_folder_find(c->folder, path);
    struct ans_err err = {0};
    if (!file || !ans_str_ends(path, ANS_STR(".svg")) ||
        (c->draws ? ans_picture_check_svg(file->bytes, &err)
                  : ans_picture_read_svg(file->bytes, &err)))
        return;
    ans_fault_add(c->faults, ANS_FAULT_BAD_PICTURE, decl->file,
                  pair->line ? pair->line : decl->line, path,
                  ans_str_from(err.text), none);
}

static void check_decl(const struct checking *c, const struct ans_decl *decl)
{
    if (decl->word->form == ANS_FORM_PATH && decl->arg_count &&
        decl->args[0].type == ANS_SAID_STRING)
        check_text(c, decl->args[0].s);
    for (size_t i = 0; decl->body && i < decl->body->named_count; i++) {
        const struct ans_said_pair *pair = &decl->body->named[i];
        const struct ans_word_field *field =
            ans_word_field_find(decl->word, pair->key);
        if (field && field->kind == ANS_IS_PROSE)
            check_prose(c, decl, pair);
        if (field && field->kind == ANS_IS_FILE &&
            pair->value.type == ANS_SAID_STRING)
            check_symbol(c, decl, pair);
    }
}

/* A script or a text that was saved with another ending after its own, which
 * Windows does not show: "county.lua.txt". */
static void check_name(const struct checking *c, struct ans_str path)
{
    static const char *const endings[] = {".lua.txt", ".md.txt", ".lua.lua",
                                          ".md.md"};
    for (size_t i = 0; i < ANS_COUNT(endings); i++) {
        struct ans_str ending = ans_str_from(endings[i]);
        size_t extra = strlen(strrchr(endings[i], '.'));
        if (ans_str_ends(path, ending))
            ans_fault_add(c->faults, ANS_FAULT_FILE_NAME, path, 0, path,
                          ans_str_sub(path, 0, path.len - extra), none);
    }
}

void ans_loaded_check(const struct ans_folder *folder,
                      const struct ans_decls *decls, bool draws,
                      struct ans_arena *arena, struct ans_faults *faults)
{
    struct checking c = {folder, draws, arena, faults};
    for (size_t i = 0; i < decls->count; i++)
        check_decl(&c, decls->items[i]);
    for (size_t i = 0; i < folder->count; i++)
        check_name(&c, folder->files[i].path);
}
