/* Annotation files for Lua language servers (LuaLS): what a word takes, so that
 * an editor completes it and tells of it. Nobody runs these files. */
#include "reference/writing.h"

#include <string.h>

#include "county/county.h"

#define HEAD                                                                   \
    "---@meta\n"                                                               \
    "-- Written by `anslut vocabulary --write`; changes here are lost.\n\n"

/* A comment may be several sentences, never several lines. */
static void add_help(struct page *p, const char *sv, const char *en)
{
    ans_buf_printf(&p->buf, "---%s\n---\n---%s\n", sv, en);
}

/* "anslut.alert"; of two words of one name the second is called after its
 * place: "anslut.newsletter.welcome". */
static struct ans_str class_name(const struct page *p,
                                 const struct ans_word *word)
{
    const struct ans_word *first = ans_word_find(ans_str_from(word->name));
    if (first == word || !word->places->parent || !*word->places->parent)
        return ans_arena_printf(p->arena, "anslut.%s", word->name);
    return ans_arena_printf(p->arena, "anslut.%s.%s", word->name,
                            word->places->parent);
}

static void add_choices(struct page *p, const struct ans_word_field *f)
{
    bool many = f->kind == ANS_IS_SOME_OF;
    page_add(p, many ? "(" : "");
    for (size_t i = 0; f->choices && f->choices[i]; i++)
        ans_buf_printf(&p->buf, "%s\"%s\"", i ? "|" : "", f->choices[i]);
    page_add(p, many ? ")[]" : "");
}

static void write_field(struct page *p, const struct ans_word_field *f)
{
    const char *type = kind_of(f->kind).type;
    ans_buf_printf(&p->buf, "---@field %s%s ", f->name, f->required ? "" : "?");
    if (type)
        page_add(p, type);
    else
        add_choices(p, f);
    ans_buf_printf(&p->buf, " %s / %s\n", f->sv, f->en);
}

/* The words that may stand in this one's body, as the type of its list. */
static void write_child_field(struct page *p, const struct ans_word *word)
{
    size_t count;
    bool any = false;
    const struct ans_word *const *words = ans_words(&count);
    for (size_t i = 0; i < count; i++) {
        if (!stands_in(words[i], word))
            continue;
        page_add(p, any ? "|" : "---@field [integer] ");
        page_add(p, class_name(p, words[i]).ptr);
        any = true;
    }
    if (any)
        page_add(p, "\n");
}

static void write_classes(struct page *p, const struct ans_word *word)
{
    const char *name = class_name(p, word).ptr;
    ans_buf_printf(&p->buf, "---@class %s\n\n", name);
    if (word->form == ANS_FORM_LIST)
        return;
    ans_buf_printf(&p->buf, "---@class %s.body\n", name);
    for (size_t i = 0; i < word->field_count; i++)
        if (ans_word_has(word, &word->fields[i]))
            write_field(p, &word->fields[i]);
    if (word->answers_offset)
        page_add(p, "---@field [string] any\n");
    write_child_field(p, word);
    page_add(p, "\n");
}

/* What the function of a word takes and gives; returns its parameters. */
static const char *write_signature(struct page *p, const struct ans_word *word)
{
    const char *name = class_name(p, word).ptr;
    bool named = word->form == ANS_FORM_ID_BODY ||
                 (word->form == ANS_FORM_MAYBE_ID && word->has_id);
    if (named || word->form == ANS_FORM_TEXT_BODY) {
        const char *first = named ? "id" : "label";
        ans_buf_printf(&p->buf,
                       "---@param %s string\n"
                       "---@return fun(body: %s.body): %s\n",
                       first, name, name);
        return first;
    }
    if (word->form == ANS_FORM_ID_TEXT) {
        ans_buf_printf(&p->buf,
                       "---@param id string\n"
                       "---@return fun(label: string|%s.body): %s\n",
                       name, name);
        return "id";
    }
    if (word->form == ANS_FORM_LIST) {
        page_add(p, "---@param list ");
        add_choices(p, &word->fields[0]);
        ans_buf_printf(&p->buf, "\n---@return %s\n", name);
        return "list";
    }
    ans_buf_printf(&p->buf, "---@param body %s.body\n---@return %s\n", name,
                   name);
    return "body";
}

/* Words that stand where a value does. */
static const char *write_value_signature(struct page *p,
                                         const struct ans_word *word)
{
    if (word->form == ANS_FORM_CONDITION) {
        page_add(p, "---@param ... string|anslut.rule|anslut.rule[]\n"
                    "---@return anslut.condition\n");
        return "...";
    }
    if (word->form == ANS_FORM_PATH) {
        page_add(p, "---@param path string\n---@return anslut.file_text\n");
        return "path";
    }
    page_add(p, "---@param texts anslut.variants\n"
                "---@return anslut.text_by_kind\n");
    return "texts";
}

static void write_namespace(struct page *p, const struct ans_word *word,
                            const struct ans_word *before)
{
    const char *dot = strchr(word->name, '.');
    if (!dot)
        return;
    size_t len = (size_t)(dot - word->name) + 1;
    if (before && !strncmp(before->name, word->name, len))
        return;
    ans_buf_printf(&p->buf, "%.*s = {}\n\n", (int)(dot - word->name),
                   word->name);
}

static void write_function(struct page *p, const struct ans_word *word)
{
    bool value = word->form == ANS_FORM_CONDITION ||
                 word->form == ANS_FORM_PATH || word->form == ANS_FORM_VARIANTS;
    if (!value)
        write_classes(p, word);
    add_help(p, word->sv, word->en);
    ans_buf_printf(&p->buf, "---\n---```lua\n---%s\n---```\n", word->example);
    const char *parameters =
        value ? write_value_signature(p, word) : write_signature(p, word);
    ans_buf_printf(&p->buf, "function %s(%s) end\n\n", word->name, parameters);
}

void write_annotations(struct page *p, const struct ans_word_group *group)
{
    page_add(p, HEAD);
    for (size_t i = 0; i < group->count; i++) {
        write_namespace(p, &group->words[i], i ? &group->words[i - 1] : NULL);
        write_function(p, &group->words[i]);
    }
}

void write_annotated_kinds(struct page *p)
{
    page_add(p, HEAD
             "---@class anslut.file_text\n---@class anslut.text_by_kind\n"
             "---@class anslut.condition\n\n"
             "---@alias anslut.text string|table<string, string>|"
             "anslut.text_by_kind\n"
             "---@alias anslut.prose anslut.text|anslut.file_text\n"
             "---@alias anslut.rule anslut.condition|fun(member: table<string, "
             "any>): boolean\n\n"
             "---@class anslut.variants\n"
             "---@field otherwise string|table<string, string>\n");
    for (size_t i = 0; i < ans_kind_count; i++)
        ans_buf_printf(&p->buf, "---@field %s? string|table<string, string>\n",
                       ans_kinds[i]);
}
