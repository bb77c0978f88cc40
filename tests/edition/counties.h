/* counties: folders of sound counties, and a service that serves them. */
#pragma once

#include "edition/fixture.h"

#ifndef ANS_SOURCE_DIR /* the build says where */
#define ANS_SOURCE_DIR "."
#endif

#define SOUND ANS_SOURCE_DIR "/tests/counties/mittlan"
#define LUA   ANS_SOURCE_DIR "/lua"

struct service {
    struct fixture *f;
    struct ans_editions *editions;
};

static inline void copy_file(const char *from, const char *to)
{
    static char bytes[1 << 20];
    int fd = open(from, O_RDONLY);
    assert_true(fd >= 0);
    ssize_t len = read(fd, bytes, sizeof(bytes));
    close(fd);
    assert_true(len >= 0);
    write_bytes(to, bytes, (size_t)len);
}

static inline void copy_folder(const char *from, const char *to)
{
    make_folder(to);
    DIR *d = opendir(from);
    assert_non_null(d);
    struct dirent *e;
    while ((e = readdir(d))) {
        if (e->d_name[0] == '.')
            continue;
        char source[512], target[512];
        join_path(source, sizeof(source), from, e->d_name);
        join_path(target, sizeof(target), to, e->d_name);
        struct stat st;
        assert_int_equal(stat(source, &st), 0);
        if (S_ISDIR(st.st_mode))
            copy_folder(source, target);
        else
            copy_file(source, target);
    }
    closedir(d);
}

static inline const char *county_file(const struct fixture *f, const char *slug,
                                      const char *name)
{
    return path_of(path_of(f->counties, slug), name);
}

static inline char *read_text(const char *path)
{
    FILE *in = fopen(path, "r");
    assert_non_null(in);
    char *text = calloc(1, 1 << 16);
    assert_non_null(text);
    assert_true(fread(text, 1, (1 << 16) - 1, in) > 0);
    fclose(in);
    return text;
}

/* Put `new` in the place of the first `old` in a file. */
static inline void edit(const char *path, const char *old, const char *new)
{
    char *text = read_text(path);
    char *at = strstr(text, old);
    if (!at)
        fail_msg("%s is not in %s", old, path);
    FILE *out = fopen(path, "w");
    fprintf(out, "%.*s%s%s", (int)(at - text), text, new, at + strlen(old));
    fclose(out);
    free(text);
}

/* A sound county under another name. */
static inline void add_county(const struct fixture *f, const char *slug)
{
    char host[64], id[64];
    copy_folder(SOUND, path_of(f->counties, slug));
    snprintf(host, sizeof(host), "%s.example", slug);
    snprintf(id, sizeof(id), "county \"%s\"", slug);
    edit(county_file(f, slug, "county.lua"), "jamstallt.mittlan.example", host);
    edit(county_file(f, slug, "county.lua"), "county \"mittlan\"", id);
}

static inline int set_up_service(void **state)
{
    struct service *s = calloc(1, sizeof(*s));
    assert_non_null(s);
    void *f = NULL;
    set_up(&f);
    s->f = f;
    *state = s;
    return 0;
}

static inline int tear_down_service(void **state)
{
    struct service *s = *state;
    ans_editions_close(s->editions);
    void *f = s->f;
    tear_down(&f);
    free(s);
    return 0;
}

static inline void print_faults(const struct ans_faults *faults)
{
    for (size_t i = 0; i < faults->count; i++) {
        struct ans_buf line = {0};
        ans_fault_write(&line, &faults->items[i], ANS_STR("counties"),
                        ANS_STR("en"));
        print_message("%.*s\n", ANS_STR_ARG(ans_buf_str(&line)));
        ans_buf_free(&line);
    }
}

static inline bool open_service(struct service *s, const char *data)
{
    struct ans_editions_options o = {
        .counties = s->f->counties, .data = data, .lua = LUA};
    s->editions = ans_editions_open(&o, &s->f->faults, &s->f->err);
    return s->editions != NULL;
}

static inline void open_sound(struct service *s, const char *data)
{
    bool opened = open_service(s, data);
    if (!opened || s->f->faults.count) {
        print_faults(&s->f->faults);
        fail_msg("%s", s->f->err.text);
    }
}

static inline void forget_faults(struct fixture *f)
{
    f->faults = (struct ans_faults){.arena = f->arena};
    f->err = (struct ans_err){0};
}

static inline bool reload(struct service *s)
{
    forget_faults(s->f);
    return ans_editions_reload(s->editions, &s->f->faults, &s->f->err);
}

static inline bool has_fault(const struct ans_faults *faults, const char *word,
                             const char *file, int line)
{
    for (size_t i = 0; i < faults->count; i++) {
        const struct ans_fault *f = &faults->items[i];
        if (strcmp(ans_fault_word(f->code), word) == 0 &&
            ans_str_is(f->file, file) && (line < 0 || f->line == line))
            return true;
    }
    print_faults(faults);
    return false;
}

static inline const struct ans_site *site(const struct ans_edition *e,
                                          const char *slug)
{
    return ans_edition_by_slug(e, ans_str_from(slug));
}

static inline bool holds(const struct ans_site *at, int women,
                         struct ans_err *err)
{
    struct ans_rule_runner runner = ans_site_runner(at);
    const struct ans_item *item =
        ans_welcome_item(at->county->welcome, ANS_STR("process"));
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_map *answers = ans_map_new(arena);
    if (women >= 0) {
        struct ans_map *employees = ans_map_put_map(answers, "employees");
        ans_map_put_int(employees, "women", women);
        ans_map_put_int(employees, "men", 100);
    }
    bool result =
        ans_rule_holds(&item->offered_when, at->county, answers, &runner, err);
    ans_arena_free(arena);
    return result;
}

#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(name, set_up_service, tear_down_service)
