/* Faults: from what Lua raised to a place and a sentence. */
#include <stdio.h>

#include "base/text.h"
#include "script/internal.h"

#define LONGEST_TEXT 400

/* How far up to look for a line: between two lines of a script stand a few
 * C functions at most. */
#define MOST_LEVELS 8

bool ans_script_place(lua_State *L, int level, char *file, size_t size,
                      int *line)
{
    lua_Debug ar;
    for (int i = level; i < level + MOST_LEVELS; i++) {
        if (!lua_getstack(L, i, &ar))
            return false;
        if (!lua_getinfo(L, "Sl", &ar) || ar.currentline <= 0)
            continue;
        snprintf(file, size, "%s", ar.source + (ar.source[0] == '@'));
        *line = ar.currentline;
        return true;
    }
    return false;
}

void ans_vm_where(struct lua_State *L, int level, struct ans_arena *arena,
                  struct ans_str *file, int *line)
{
    char name[256];
    *line = 0;
    *file = (struct ans_str){"", 0};
    if (ans_script_place(L, level, name, sizeof(name), line))
        *file = ans_arena_str(arena, ans_str_from(name));
}

/* How Lua writes a chunk's name in messages (lobject.c, luaO_chunkid). */
static struct ans_str short_name(const struct ans_chunk_name *chunk, char *to)
{
    struct ans_str name = ans_str_from(chunk->text + 1);
    if (name.len < LUA_IDSIZE)
        return name;
    size_t kept = LUA_IDSIZE - 4;
    snprintf(to, LUA_IDSIZE, "...%s", name.ptr + name.len - kept);
    return ans_str_from(to);
}

/* Cut "name:12: " off the front of `text` when `name` is a chunk of ours. */
static bool cut_place(const struct ans_vm *vm, struct ans_str *text,
                      const char **file, int *line)
{
    for (const struct ans_chunk_name *c = vm->chunks; c; c = c->next) {
        char cut[LUA_IDSIZE];
        struct ans_str name = short_name(c, cut);
        if (!ans_str_starts(*text, name))
            continue;
        struct ans_str rest = ans_str_sub(*text, name.len, SIZE_MAX);
        if (!rest.len || rest.ptr[0] != ':')
            continue;
        rest = ans_str_sub(rest, 1, SIZE_MAX);
        int64_t number;
        if (!ans_str_int(ans_str_cut(&rest, ':'), &number) || number < 0 ||
            number > 1000000)
            continue;
        *text = ans_str_trim(rest);
        *file = c->text + 1;
        *line = (int)number;
        return true;
    }
    return false;
}

/* At most LONGEST_TEXT bytes of valid UTF-8 on one line. */
static struct ans_str tidy(struct ans_arena *arena, struct ans_str text)
{
    size_t len = text.len < LONGEST_TEXT ? text.len : LONGEST_TEXT;
    while (len && len < text.len &&
           ((unsigned char)text.ptr[len] & 0xc0) == 0x80)
        len--;
    struct ans_str cut = ans_str_sub(text, 0, len);
    bool valid = ans_text_valid(cut);
    char *copy = ans_arena_alloc(arena, len + 1);
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)cut.ptr[i];
        bool plain = c >= ' ' && c != 0x7f && (valid || c < 0x80);
        copy[i] = plain ? cut.ptr[i] : c < ' ' ? ' ' : '?';
    }
    return (struct ans_str){copy, len};
}

static struct ans_str error_text(lua_State *L, int index,
                                 struct ans_arena *arena)
{
    char buffer[64];
    switch (lua_type(L, index)) {
    case LUA_TSTRING:
        return ans_script_text_of(L, index, buffer);
    case LUA_TNUMBER:
        return ans_arena_str(arena, ans_script_text_of(L, index, buffer));
    default:
        return ans_arena_printf(arena, "an error without words (%s)",
                                lua_typename(L, lua_type(L, index)));
    }
}

static void fill(struct ans_vm *vm, lua_State *L, int index)
{
    struct ans_script_fault *fault = vm->fault;
    char place[256] = "";
    const char *file = place;
    struct ans_str text = error_text(L, index, vm->arena);
    if (cut_place(vm, &text, &file, &fault->line) ||
        ans_script_place(L, 0, place, sizeof(place), &fault->line))
        fault->file = ans_arena_str(vm->arena, ans_str_from(file));
    else /* the parser gave up, or nothing of a script was running */
        fault->line = vm->fed_line;
    fault->text =
        text.len ? tidy(vm->arena, text) : ANS_STR("an error without words");
}

/* Runs where the error was raised, with the stack still standing. */
int ans_script_message_handler(lua_State *L)
{
    struct ans_vm *vm = ans_vm_of(L);
    if (!vm->dead && !vm->fault->text.ptr)
        fill(vm, L, 1);
    return 1;
}

void ans_script_dead_fault(struct ans_vm *vm)
{
    bool late = vm->dead == ANS_DEAD_TIME;
    *vm->fault = (struct ans_script_fault){
        .file = ans_arena_str(vm->arena, ans_str_from(vm->refused)),
        .line = vm->refused_line,
        .text = late ? ANS_STR("it takes too long: does a loop never end?")
                     : ANS_STR("it needs too much memory"),
        .kind = late ? ANS_SCRIPT_TIME : ANS_SCRIPT_MEMORY,
    };
}

void ans_script_fill_fault(struct ans_vm *vm, lua_State *L, int status)
{
    if (vm->dead)
        ans_script_dead_fault(vm);
    else if (status && !vm->fault->text.ptr)
        fill(vm, L, -1);
}
