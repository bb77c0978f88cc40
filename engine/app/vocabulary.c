/* anslut vocabulary: the words of county scripts, for people and editors. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/app.h"
#include "app/examples.h"
#include "codec/json.h"
#include "reference/reference.h"

/* Make the folders that lead to a file. */
static bool make_folders(struct ans_arena *arena, struct ans_str path,
                         struct ans_err *err)
{
    struct ans_str copy = ans_arena_str(arena, path);
    char *bytes = (char *)(uintptr_t)copy.ptr;
    for (size_t i = 1; i < copy.len; i++) {
        if (bytes[i] != '/')
            continue;
        bytes[i] = '\0';
        if (mkdir(bytes, 0777) != 0 && errno != EEXIST)
            return ans_err_set_errno(err, "cannot make the folder %s", bytes);
        bytes[i] = '/';
    }
    return true;
}

/* Aside, then moved: a reader sees the old file or the new one. */
static bool write_file(struct ans_arena *arena, struct ans_str path,
                       struct ans_str bytes, struct ans_err *err)
{
    struct ans_str aside = ans_arena_printf(arena, "%s~", path.ptr);
    FILE *out = fopen(aside.ptr, "we");
    if (!out)
        return ans_err_set_errno(err, "cannot write %s", aside.ptr);
    bool ok = fwrite(bytes.ptr, 1, bytes.len, out) == bytes.len;
    ok = fclose(out) == 0 && ok && rename(aside.ptr, path.ptr) == 0;
    if (ok)
        return true;
    ans_err_set_errno(err, "cannot write %s", path.ptr);
    unlink(aside.ptr);
    return false;
}

static bool write_all(struct ans_run *run, size_t *wrong, struct ans_err *err)
{
    struct ans_arena *arena = run->arena;
    struct ans_reference_prints prints;
    struct ans_reference_files files = {0};
    if (!ans_examples_try(run, &prints, wrong, err))
        return false;
    ans_reference_files(arena, &prints, &files);
    for (size_t i = 0; i < files.count; i++) {
        struct ans_str path = ans_arena_printf(
            arena, "%s/%s", run->settings.write, files.items[i].path.ptr);
        if (!make_folders(arena, path, err) ||
            !write_file(arena, path, files.items[i].bytes, err))
            return false;
    }
    return true;
}

static int print_buf(struct ans_buf *text)
{
    fwrite(text->ptr, 1, text->len, stdout);
    ans_buf_free(text);
    return 0;
}

static int print_json(struct ans_arena *arena)
{
    struct ans_buf text = {0};
    ans_json_write(&text, ans_value_map(ans_reference_data(arena)));
    ans_buf_add_byte(&text, '\n');
    return print_buf(&text);
}

static int fail_unknown(struct ans_run *run, const char *name)
{
    struct ans_err err = {0};
    struct ans_str near = ans_reference_nearest(run->arena, ans_str_from(name));
    ans_err_set(&err, ANS_ERR_INPUT,
                "no word and no code of a fault is called %s%s%.*s%s", name,
                near.len ? " (did you mean " : "", ANS_STR_ARG(near),
                near.len ? "?)" : "");
    return ans_app_fail(&err);
}

int ans_command_vocabulary(struct ans_run *run)
{
    struct ans_err err = {0};
    struct ans_buf text = {0};
    struct ans_str lang = ans_str_from(run->settings.lang);
    size_t wrong = 0;
    if (*run->settings.json)
        return print_json(run->arena);
    if (*run->settings.write) {
        if (!write_all(run, &wrong, &err))
            return ans_app_fail(&err);
        return wrong ? 1 : 0;
    }
    if (!run->args.count)
        ans_reference_list(lang, &text);
    for (int i = 0; i < run->args.count; i++) {
        const char *name = run->args.items[i];
        if (ans_reference_tell(run->arena, ans_str_from(name), lang, &text))
            continue;
        ans_buf_free(&text);
        return fail_unknown(run, name);
    }
    return print_buf(&text);
}
