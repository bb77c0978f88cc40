/* Loading: what a file must be before the parser sees it, and the parser
 * under the budget. The parser calls no hook, so the source is fed to it in
 * pieces with a look at the clocks between them. */
#include <stdlib.h>

#include "base/text.h"
#include "script/internal.h"

#define MOST_BYTES (256u * 1024)
#define PIECE      64

/* At the end of a block Lua resolves its jumps in time that grows with the
 * square of their number, in one step. */
#define MOST_JUMPS 2000

struct feed {
    struct ans_vm *vm;
    struct ans_str rest;
    size_t last; /* length of the piece given */
    const char *chunk;
};

static int count_lines(struct ans_str s)
{
    int lines = 0;
    for (size_t i = 0; i < s.len; i++)
        lines += s.ptr[i] == '\n';
    return lines;
}

static bool is_name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || c == '_';
}

/* Next place at or after `from` where `word` stands by itself, or -1. */
static ptrdiff_t find_word(struct ans_str s, size_t from, struct ans_str word)
{
    while (from < s.len) {
        ptrdiff_t hit = ans_str_find_str(ans_str_sub(s, from, SIZE_MAX), word);
        if (hit < 0)
            return -1;
        size_t at = from + (size_t)hit;
        size_t after = at + word.len;
        if ((at == 0 || !is_name_byte(s.ptr[at - 1])) &&
            (after >= s.len || !is_name_byte(s.ptr[after])))
            return (ptrdiff_t)at;
        from = after;
    }
    return -1;
}

static size_t count_word(struct ans_str s, struct ans_str word)
{
    size_t count = 0;
    ptrdiff_t at = find_word(s, 0, word);
    for (; at >= 0; at = find_word(s, (size_t)at + word.len, word))
        count++;
    return count;
}

static int first_bad_line(struct ans_str source)
{
    int line = 1;
    while (source.len) {
        struct ans_str text = ans_str_cut(&source, '\n');
        if (!ans_text_valid(text))
            return line;
        line++;
    }
    return line;
}

/* May the bytes go to the parser? Else what is wrong, and on which line. A
 * file that only Lua's own loaders would take (a "#" line, bytecode) must not
 * even come near them. */
static enum ans_script_form judge_form(struct ans_str s, int *line)
{
    *line = 1;
    if (s.len > MOST_BYTES)
        return ANS_FILE_SIZE;
    if (ans_str_starts(s, ANS_STR("\xef\xbb\xbf")))
        return ANS_FILE_MARK;
    if (s.len && s.ptr[0] == '#')
        return ANS_FILE_HASH;
    if (s.len && s.ptr[0] == '\x1b')
        return ANS_FILE_COMPILED;
    if (!ans_text_valid(s)) {
        *line = first_bad_line(s);
        return ANS_FILE_ENCODING;
    }
    ptrdiff_t at = find_word(s, 0, ANS_STR("_ENV"));
    if (at >= 0) {
        *line = 1 + count_lines(ans_str_sub(s, 0, (size_t)at));
        return ANS_FILE_ENVIRONMENT;
    }
    if (count_word(s, ANS_STR("goto")) + count_word(s, ANS_STR("break")) >
        MOST_JUMPS)
        return ANS_FILE_JUMPS;
    return ANS_FILE_SOUND;
}

static const char *const form_texts[] = {
    [ANS_FILE_SOUND] = "",
    [ANS_FILE_SIZE] = "the file is larger than 256 KB",
    [ANS_FILE_ENCODING] = "the file is not UTF-8 text",
    [ANS_FILE_MARK] = "the file starts with a byte order mark",
    [ANS_FILE_HASH] = "the file starts with #: comments start with --",
    [ANS_FILE_COMPILED] = "the file is compiled code, not text",
    [ANS_FILE_ENVIRONMENT] = "_ENV is not a name that scripts may use",
    [ANS_FILE_JUMPS] = "the file has more than 2,000 goto and break",
};

static const char *read_piece(lua_State *L, void *data, size_t *size)
{
    struct feed *f = data;
    f->vm->fed_line +=
        count_lines((struct ans_str){f->rest.ptr - f->last, f->last});
    (void)ans_script_in_time(f->vm);
    ans_script_check_alive(L, f->vm);
    const char *piece = f->rest.ptr;
    *size = f->rest.len < PIECE ? f->rest.len : PIECE;
    f->last = *size;
    f->rest = ans_str_sub(f->rest, *size, SIZE_MAX);
    if (!f->rest.len)
        f->rest.ptr = piece + *size;
    return *size ? piece : NULL;
}

static int load_and_run(lua_State *L)
{
    struct feed *f = lua_touserdata(L, 1);
    struct ans_vm *vm = f->vm;
    lua_settop(L, 0);
    vm->fed_line = 1;
    int status = lua_load(L, read_piece, f, f->chunk, "t");
    if (status == LUA_ERRMEM && !vm->dead)
        vm->dead = ANS_DEAD_MEMORY;
    if (status) {
        *vm->fault = (struct ans_script_fault){.kind = ANS_SCRIPT_SYNTAX};
        lua_error(L);
    }
    vm->fed_line = 0;
    lua_call(L, 0, 0);
    return 0;
}

/* Lua needs the name as "@name", and faults need it as long as the state
 * lives. */
static const char *remember_name(struct ans_vm *vm, struct ans_str name)
{
    struct ans_chunk_name *chunk = calloc(1, sizeof(*chunk));
    if (!chunk)
        abort();
    chunk->text[0] = '@';
    size_t len = name.len;
    if (len > sizeof(chunk->text) - 2)
        len = sizeof(chunk->text) - 2;
    if (len)
        memcpy(chunk->text + 1, name.ptr, len);
    chunk->next = vm->chunks;
    vm->chunks = chunk;
    return chunk->text;
}

bool ans_vm_run(struct ans_vm *vm, struct ans_str name, struct ans_str source,
                const struct ans_budget *budget, struct ans_arena *arena,
                struct ans_script_fault *fault)
{
    int line;
    enum ans_script_form form = judge_form(source, &line);
    if (form) {
        *fault = (struct ans_script_fault){
            .file = ans_arena_str(arena, name),
            .line = line,
            .text = ans_str_from(form_texts[form]),
            .kind = ANS_SCRIPT_FORM,
            .form = form,
        };
        return false;
    }
    struct feed f = {.vm = vm, .rest = source};
    if (!source.ptr)
        f.rest.ptr = "";
    f.chunk = remember_name(vm, name);
    ans_script_begin(vm, budget, arena, fault);
    bool ok = ans_script_guard(vm, load_and_run, &f);
    if (!ok && !fault->file.len)
        fault->file = ans_arena_str(arena, name);
    return ok;
}
