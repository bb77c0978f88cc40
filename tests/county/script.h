/* script: declarations as a script would make them, from text that looks like
 * one: words, strings, numbers, true, false, tables, `function`, comments.
 * What county builds may not know Lua, and neither do its tests; bind's tests
 * run real scripts. */
#pragma once

#include <ctype.h>
#include <stdio.h>

#include "check.h"
#include "county/build.h"
#include "county/vocab.h"

struct script {
    struct ans_arena *arena;
    struct ans_decls *decls;
    struct ans_str file;
    const char *at;
    int line;
};

static struct ans_said_value script_value(struct script *s);

static void script_stop(const struct script *s, const char *why)
{
    print_error("%.*s:%d: %s near \"%.20s\"\n", ANS_STR_ARG(s->file), s->line,
                why, s->at);
    abort();
}

static char script_peek(struct script *s)
{
    for (;; s->at++) {
        if (*s->at == '\n')
            s->line++;
        else if (s->at[0] == '-' && s->at[1] == '-')
            s->at += strcspn(s->at, "\n") - 1;
        else if (!*s->at || !isspace((unsigned char)*s->at))
            return *s->at;
    }
}

static bool script_take(struct script *s, char c)
{
    if (script_peek(s) != c)
        return false;
    s->at++;
    return true;
}

/* "..." with \n, \" and \\ in it, and "..." .. "..." as one. */
static struct ans_str script_string(struct script *s)
{
    struct ans_buf text = {0};
    do {
        if (!script_take(s, '"'))
            script_stop(s, "a string");
        for (; *s->at && *s->at != '"'; s->at++) {
            if (*s->at == '\\')
                s->at++;
            ans_buf_add_byte(&text, *s->at == 'n' ? '\n' : *s->at);
            /* only \n is written with a letter */
            if (*s->at == 'n' && s->at[-1] != '\\')
                text.ptr[text.len - 1] = 'n';
        }
        s->at++;
    } while (script_peek(s) == '.' && s->at[1] == '.' && (s->at += 2));
    struct ans_str copy = ans_arena_str(s->arena, ans_buf_str(&text));
    ans_buf_free(&text);
    return copy;
}

static struct ans_str script_name(struct script *s)
{
    (void)script_peek(s);
    size_t len = 0;
    while (isalnum((unsigned char)s->at[len]) || s->at[len] == '_' ||
           (s->at[len] == '.' && s->at[len + 1] != '.'))
        len++;
    struct ans_str name = {s->at, len};
    s->at += len;
    return name;
}

static void script_arg(struct script *s, struct ans_decl *d,
                       struct ans_said_value v)
{
    d->args = ans_arena_grow(s->arena, d->args, d->arg_count, sizeof *d->args);
    d->args[d->arg_count++] = v;
    if (v.type == ANS_SAID_DECL)
        v.decl->inside = true;
}

static struct ans_said_table *script_table(struct script *s)
{
    struct ans_said_table *t = ANS_NEW(s->arena, struct ans_said_table);
    while (!script_take(s, '}')) {
        (void)script_peek(s);
        struct script before = *s;
        struct ans_str key = script_name(s);
        int line = before.line;
        if (key.len && script_peek(s) == '=') {
            s->at++;
            t->named = ans_arena_grow(s->arena, t->named, t->named_count,
                                      sizeof *t->named);
            t->named[t->named_count++] = (struct ans_said_pair){
                ans_arena_str(s->arena, key), script_value(s), line};
            if (t->named[t->named_count - 1].value.type == ANS_SAID_DECL)
                t->named[t->named_count - 1].value.decl->inside = true;
        } else {
            s->at = before.at;
            s->line = before.line;
            struct ans_said_value v = script_value(s);
            t->list = ans_arena_grow(s->arena, t->list, t->list_count,
                                     sizeof *t->list);
            t->list[t->list_count++] = v;
            if (v.type == ANS_SAID_DECL)
                v.decl->inside = true;
        }
        if (!script_take(s, ',') && script_peek(s) != '}')
            script_stop(s, "a comma");
    }
    return t;
}

/* What follows a word, as far as its form goes on. */
static void script_rest(struct script *s, struct ans_decl *d)
{
    enum ans_word_form form = d->word->form;
    while (!d->finished) {
        char c = script_peek(s);
        if (c == '"') {
            struct ans_said_value v = {.type = ANS_SAID_STRING,
                                       .line = s->line};
            v.s = script_string(s);
            script_arg(s, d, v);
            d->finished = form == ANS_FORM_PATH || form == ANS_FORM_CONDITION ||
                          d->arg_count == 2;
        } else if (c == '{') {
            s->at++;
            d->body = script_table(s);
            d->finished = true;
        } else if (c == '(') {
            s->at++;
            while (!script_take(s, ')')) {
                script_arg(s, d, script_value(s));
                (void)script_take(s, ',');
            }
            d->finished = true;
        } else {
            return; /* not finished */
        }
    }
}

static struct ans_decl *script_decl(struct script *s, struct ans_str name)
{
    struct ans_decl *d = ANS_NEW(s->arena, struct ans_decl);
    d->word = ans_word_find(name);
    if (!d->word)
        script_stop(s, "a word");
    d->file = s->file;
    d->line = s->line;
    s->decls->items = ans_arena_grow(s->arena, s->decls->items, s->decls->count,
                                     sizeof(void *));
    s->decls->items[s->decls->count++] = d;
    script_rest(s, d);
    return d;
}

static struct ans_said_value script_value(struct script *s)
{
    char c = script_peek(s);
    struct ans_said_value v = {.line = s->line};
    if (c == '"') {
        v.type = ANS_SAID_STRING;
        v.s = script_string(s);
    } else if (c == '{') {
        s->at++;
        v.type = ANS_SAID_TABLE;
        v.table = script_table(s);
    } else if (c == '-' || isdigit((unsigned char)c)) {
        char *end;
        v.type = ANS_SAID_NUMBER;
        v.n = strtod(s->at, &end);
        s->at = end;
    } else {
        struct ans_str name = script_name(s);
        if (!name.len)
            script_stop(s, "a value");
        if (ans_str_is(name, "true") || ans_str_is(name, "false")) {
            v.type = ANS_SAID_BOOL;
            v.b = name.ptr[0] == 't';
        } else if (ans_str_is(name, "function")) {
            v.type = ANS_SAID_FUNCTION;
            v.function = 7;
        } else if (!ans_str_is(name, "nil")) {
            v.decl = script_decl(s, name);
            v.type = ANS_SAID_DECL;
        }
    }
    return v;
}

/* Read one file's text. */
static inline void script_read(struct ans_arena *arena, const char *file,
                               const char *text, struct ans_decls *decls)
{
    struct script s = {.arena = arena,
                       .decls = decls,
                       .file = ans_arena_str(arena, ans_str_from(file)),
                       .at = ans_arena_str(arena, ans_str_from(text)).ptr,
                       .line = 1};
    while (script_peek(&s))
        (void)script_decl(&s, script_name(&s));
}
