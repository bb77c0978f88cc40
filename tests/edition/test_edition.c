#include "edition/fixture.h"

#include <pthread.h>
#include <stdatomic.h>

#define SOUND ANS_SOURCE_DIR "/tests/counties/mittlan"
#define LUA   ANS_SOURCE_DIR "/tests/counties"

struct service {
    struct fixture *f;
    struct ans_editions *editions;
};

static void copy_file(const char *from, const char *to)
{
    static char bytes[1 << 20];
    int fd = open(from, O_RDONLY);
    assert_true(fd >= 0);
    ssize_t len = read(fd, bytes, sizeof(bytes));
    close(fd);
    assert_true(len >= 0);
    write_bytes(to, bytes, (size_t)len);
}

static void copy_folder(const char *from, const char *to)
{
    make_folder(to);
    DIR *d = opendir(from);
    assert_non_null(d);
    struct dirent *e;
    while ((e = readdir(d))) {
        if (e->d_name[0] == '.')
            continue;
        char source[512], target[512];
        snprintf(source, sizeof(source), "%s/%s", from, e->d_name);
        snprintf(target, sizeof(target), "%s/%s", to, e->d_name);
        struct stat st;
        assert_int_equal(stat(source, &st), 0);
        if (S_ISDIR(st.st_mode))
            copy_folder(source, target);
        else
            copy_file(source, target);
    }
    closedir(d);
}

static const char *county_file(const struct fixture *f, const char *slug,
                               const char *name)
{
    return path_of(path_of(f->counties, slug), name);
}

static char *read_text(const char *path)
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
static void edit(const char *path, const char *old, const char *new)
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
static void add_county(const struct fixture *f, const char *slug)
{
    char host[64], id[64];
    copy_folder(SOUND, path_of(f->counties, slug));
    snprintf(host, sizeof(host), "%s.example", slug);
    snprintf(id, sizeof(id), "county \"%s\"", slug);
    edit(county_file(f, slug, "county.lua"), "jamstallt.mittlan.example", host);
    edit(county_file(f, slug, "county.lua"), "county \"mittlan\"", id);
}

static int set_up_service(void **state)
{
    struct service *s = calloc(1, sizeof(*s));
    assert_non_null(s);
    void *f = NULL;
    set_up(&f);
    s->f = f;
    *state = s;
    return 0;
}

static int tear_down_service(void **state)
{
    struct service *s = *state;
    ans_editions_close(s->editions);
    void *f = s->f;
    tear_down(&f);
    free(s);
    return 0;
}

static void print_faults(const struct ans_faults *faults)
{
    for (size_t i = 0; i < faults->count; i++) {
        struct ans_buf line = {0};
        ans_fault_write(&line, &faults->items[i], ANS_STR("counties"),
                        ANS_STR("en"));
        print_message("%.*s\n", ANS_STR_ARG(ans_buf_str(&line)));
        ans_buf_free(&line);
    }
}

static bool open_service(struct service *s, const char *data)
{
    struct ans_editions_options o = {s->f->counties, data, LUA};
    s->editions = ans_editions_open(&o, &s->f->faults, &s->f->err);
    return s->editions != NULL;
}

static void open_sound(struct service *s, const char *data)
{
    bool opened = open_service(s, data);
    if (!opened || s->f->faults.count) {
        print_faults(&s->f->faults);
        fail_msg("%s", s->f->err.text);
    }
}

static void forget_faults(struct fixture *f)
{
    f->faults = (struct ans_faults){.arena = f->arena};
    f->err = (struct ans_err){0};
}

static bool reload(struct service *s)
{
    forget_faults(s->f);
    return ans_editions_reload(s->editions, &s->f->faults, &s->f->err);
}

static bool has_fault(const struct ans_faults *faults, const char *word,
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

/* Loading one county. */

static void a_sound_folder_becomes_a_county(void **state)
{
    struct service *s = *state;
    struct ans_loaded *l = ans_loaded_new(SOUND, ANS_STR("mittlan"), LUA,
                                          &s->f->faults, &s->f->err);
    print_faults(&s->f->faults);
    assert_non_null(l);
    const struct ans_county *c = ans_loaded_county(l);
    assert_true(ans_str_is(c->slug, "mittlan"));
    assert_int_equal(c->version.len, 64);
    ans_loaded_release(l);
}

static void each_fault_of_a_folder_is_told_at_its_place(void **state)
{
    struct service *s = *state;
    struct fixture *f = s->f;
    add_county(f, "wrong");
    write_text(county_file(f, "wrong", "files/symbol.svg"),
               "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>"
               "<script>alert(1)</script></svg>");
    char *deep = calloc(1, 4096);
    for (int i = 0; i < 200; i++)
        strcat(deep, "> ");
    write_text(county_file(f, "wrong", "texts/radet.md"), strcat(deep, "x"));
    free(deep);
    edit(county_file(f, "wrong", "join.lua"), "join {", "join {{{");
    struct ans_loaded *l =
        ans_loaded_new(path_of(f->counties, "wrong"), ANS_STR("wrong"), LUA,
                       &f->faults, &f->err);
    assert_null(l);
    assert_int_equal(f->err.kind, ANS_ERR_SCRIPT);
    assert_true(has_fault(&f->faults, "bad-picture", "county.lua", -1));
    assert_true(has_fault(&f->faults, "bad-picture", "welcome.lua", -1));
    assert_true(has_fault(&f->faults, "bad-markdown", "texts/radet.md", 0));
    assert_true(has_fault(&f->faults, "missing-brace", "join.lua", 3));
}

static void a_script_that_differs_each_time_is_a_fault(void **state)
{
    struct service *s = *state;
    struct fixture *f = s->f;
    add_county(f, "x");
    /* 40 functions in the order of a table's keys, which a new state mixes. */
    char script[8192] = "local t = {\n";
    for (int i = 0; i < 40; i++)
        sprintf(script + strlen(script), "key%d = true,\n", i);
    strcat(script, "}\n"
                   "for key in pairs(t) do\n"
                   "  page(key) { title = key, text = function() end }\n"
                   "end\n");
    write_text(county_file(f, "x", "other.lua"), script);
    assert_null(ans_loaded_new(path_of(f->counties, "x"), ANS_STR("x"), LUA,
                               &f->faults, &f->err));
    assert_true(f->faults.count > 0);
}

static void a_folder_without_engine_files_is_an_error(void **state)
{
    struct service *s = *state;
    assert_null(ans_loaded_new(SOUND, ANS_STR("mittlan"), "/nowhere",
                               &s->f->faults, &s->f->err));
    assert_int_equal(s->f->err.kind, ANS_ERR_NOT_FOUND);
    assert_int_equal(s->f->faults.count, 0);
}

/* All counties. */

static const struct ans_site *site(const struct ans_edition *e,
                                   const char *slug)
{
    return ans_edition_by_slug(e, ans_str_from(slug));
}

static void counties_are_found_by_slug_and_host(void **state)
{
    struct service *s = *state;
    static const char *const slugs[] = {"c", "a", "b-2", "b"};
    for (size_t i = 0; i < ANS_COUNT(slugs); i++)
        add_county(s->f, slugs[i]);
    open_sound(s, NULL);
    const struct ans_edition *e = ans_edition_acquire(s->editions);
    static const char *const sorted[] = {"a", "b", "b-2", "c"};
    assert_int_equal(ans_edition_count(e), ANS_COUNT(sorted));
    for (size_t i = 0; i < ANS_COUNT(sorted); i++) {
        const struct ans_site *at = ans_edition_at(e, i);
        char host[64];
        snprintf(host, sizeof(host), "%s.EXAMPLE", sorted[i]);
        assert_true(ans_str_is(at->slug, sorted[i]));
        assert_ptr_equal(site(e, sorted[i]), at);
        assert_ptr_equal(ans_edition_by_host(e, ans_str_from(host)), at);
        assert_non_null(at->county);
        assert_null(at->store);
    }
    static const char *const missing[] = {"", "d", "A", "b-", "a.example"};
    for (size_t i = 0; i < ANS_COUNT(missing); i++)
        assert_null(site(e, missing[i]));
    assert_null(ans_edition_by_host(e, ANS_STR("")));
    assert_null(ans_edition_by_host(e, ANS_STR("d.example")));
    ans_edition_release(e);
}

static void folders_that_are_no_counties_are_passed_over(void **state)
{
    struct service *s = *state;
    add_county(s->f, "a");
    make_folder(path_of(s->f->counties, "_template"));
    make_folder(path_of(s->f->counties, ".git"));
    write_text(path_of(s->f->counties, "README.md"), "text");
    open_sound(s, NULL);
    const struct ans_edition *e = ans_edition_acquire(s->editions);
    assert_int_equal(ans_edition_count(e), 1);
    ans_edition_release(e);
}

static void a_folder_with_no_name_for_addresses_is_a_fault(void **state)
{
    struct service *s = *state;
    add_county(s->f, "a");
    make_folder(path_of(s->f->counties, "Ål"));
    assert_true(open_service(s, NULL));
    assert_true(has_fault(&s->f->faults, "folder", "Ål", 0));
}

static void a_faulty_county_is_there_without_a_county(void **state)
{
    struct service *s = *state;
    add_county(s->f, "a");
    add_county(s->f, "b");
    write_text(county_file(s->f, "b", "county.lua"), "conty \"b\" {}");
    assert_true(open_service(s, s->f->data));
    assert_true(has_fault(&s->f->faults, "unknown-word", "b/county.lua", 1));
    const struct ans_edition *e = ans_edition_acquire(s->editions);
    assert_non_null(site(e, "a")->county);
    assert_int_equal(site(e, "a")->fault_count, 0);
    assert_null(site(e, "b")->county);
    assert_true(site(e, "b")->fault_count > 0);
    assert_non_null(site(e, "b")->store);
    assert_non_null(site(e, "b")->folder);
    ans_edition_release(e);
}

static void a_host_of_two_counties_belongs_to_the_first(void **state)
{
    struct service *s = *state;
    add_county(s->f, "a");
    add_county(s->f, "b");
    edit(county_file(s->f, "b", "county.lua"), "b.example", "a.example");
    assert_true(open_service(s, NULL));
    assert_true(has_fault(&s->f->faults, "host-taken", "b/county.lua", -1));
    const struct ans_edition *e = ans_edition_acquire(s->editions);
    assert_ptr_equal(ans_edition_by_host(e, ANS_STR("a.example")),
                     site(e, "a"));
    assert_int_equal(site(e, "b")->fault_count, 1);
    assert_non_null(site(e, "b")->county);
    ans_edition_release(e);
}

static void without_the_folder_of_counties_nothing_opens(void **state)
{
    struct service *s = *state;
    struct ans_editions_options o = {"/nowhere", NULL, LUA};
    assert_null(ans_editions_open(&o, NULL, &s->f->err));
    assert_int_equal(s->f->err.kind, ANS_ERR_NOT_FOUND);
}

static void a_damaged_database_stops_the_opening(void **state)
{
    struct service *s = *state;
    add_county(s->f, "a");
    make_folder(s->f->data);
    make_folder(path_of(s->f->data, "counties"));
    char noise[8192];
    memset(noise, 'x', sizeof(noise));
    write_bytes(path_of(s->f->data, "counties/a.db"), noise, sizeof(noise));
    assert_false(open_service(s, s->f->data));
    assert_int_equal(s->f->err.kind, ANS_ERR_INPUT);
    assert_non_null(strstr(s->f->err.text, "a.db"));
}

/* Functions of scripts. */

static bool holds(const struct ans_site *at, int women, struct ans_err *err)
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

static void rules_run_in_vms_of_their_county(void **state)
{
    struct service *s = *state;
    add_county(s->f, "a");
    open_sound(s, NULL);
    const struct ans_edition *e = ans_edition_acquire(s->editions);
    struct ans_err err = {0};
    assert_true(holds(site(e, "a"), -1, &err));
    assert_true(holds(site(e, "a"), 100, &err));
    assert_false(holds(site(e, "a"), 200, &err));
    assert_int_equal(err.kind, ANS_ERR_NONE);
    ans_edition_release(e);
}

static void a_rule_without_end_is_an_error_and_the_next_call_works(void **state)
{
    struct service *s = *state;
    add_county(s->f, "a");
    edit(county_file(s->f, "a", "welcome.lua"), "return is_small(member)",
         "while not member.employees do end return is_small(member)");
    open_sound(s, NULL);
    const struct ans_edition *e = ans_edition_acquire(s->editions);
    struct ans_err err = {0};
    assert_false(holds(site(e, "a"), -1, &err));
    assert_int_equal(err.kind, ANS_ERR_SCRIPT);
    err = (struct ans_err){0};
    for (int i = 0; i < 8; i++)
        assert_true(holds(site(e, "a"), 100, &err));
    assert_int_equal(err.kind, ANS_ERR_NONE);
    ans_edition_release(e);
}

/* Reloading. */

static void name_is(const struct ans_county *c, const char *name)
{
    struct ans_said said = ans_text_in(&c->name, ANS_STR("sv"));
    if (!ans_str_is(said.str, name))
        fail_msg("%.*s", ANS_STR_ARG(said.str));
}

static void a_reload_takes_in_what_changed_and_keeps_the_rest(void **state)
{
    struct service *s = *state;
    add_county(s->f, "a");
    add_county(s->f, "b");
    open_sound(s, s->f->data);
    const struct ans_edition *old = ans_edition_acquire(s->editions);
    uint64_t generation = *ans_editions_generation(s->editions);
    uint64_t pages = *ans_store_generation(site(old, "b")->store);
    edit(county_file(s->f, "b", "county.lua"), "Mittläns län", "Nya länet");
    add_county(s->f, "c");
    assert_true(reload(s));
    assert_int_equal(s->f->faults.count, 0);
    const struct ans_edition *new = ans_edition_acquire(s->editions);
    assert_ptr_not_equal(old, new);
    assert_int_equal(ans_edition_count(new), 3);
    assert_ptr_equal(site(old, "a")->county, site(new, "a")->county);
    assert_ptr_not_equal(site(old, "b")->county, site(new, "b")->county);
    assert_ptr_equal(site(old, "b")->store, site(new, "b")->store);
    name_is(site(old, "b")->county, "Mittläns län");
    name_is(site(new, "b")->county, "Nya länet");
    assert_true(*ans_editions_generation(s->editions) > generation);
    assert_true(*ans_store_generation(site(new, "b")->store) > pages);
    ans_edition_release(old);
    name_is(site(new, "b")->county, "Nya länet");
    ans_edition_release(new);
}

static void a_county_that_became_faulty_goes_on_as_it_was(void **state)
{
    struct service *s = *state;
    add_county(s->f, "a");
    open_sound(s, NULL);
    const char *path = county_file(s->f, "a", "county.lua");
    char *sound = read_text(path);
    write_text(path, "county \"a\" {");
    for (int i = 0; i < 3; i++) {
        assert_true(reload(s));
        assert_true(has_fault(&s->f->faults, "syntax", "a/county.lua", -1));
        const struct ans_edition *e = ans_edition_acquire(s->editions);
        name_is(site(e, "a")->county, "Mittläns län");
        assert_non_null(
            ans_folder_find(site(e, "a")->folder, ANS_STR("files/symbol.svg")));
        assert_true(site(e, "a")->fault_count > 0);
        struct ans_err err = {0};
        assert_true(holds(site(e, "a"), 100, &err));
        ans_edition_release(e);
    }
    write_text(path, sound);
    free(sound);
    assert_true(reload(s));
    const struct ans_edition *e = ans_edition_acquire(s->editions);
    assert_int_equal(site(e, "a")->fault_count, 0);
    ans_edition_release(e);
}

static void a_link_in_a_folder_leaves_the_old_county(void **state)
{
    struct service *s = *state;
    add_county(s->f, "a");
    open_sound(s, NULL);
    assert_int_equal(
        symlink("/etc/passwd", county_file(s->f, "a", "files/x.pdf")), 0);
    assert_true(reload(s));
    assert_true(has_fault(&s->f->faults, "folder", "a", 0));
    const struct ans_edition *e = ans_edition_acquire(s->editions);
    assert_non_null(site(e, "a")->county);
    ans_edition_release(e);
}

static void a_county_that_was_taken_away_is_gone_and_may_come_back(void **state)
{
    struct service *s = *state;
    add_county(s->f, "a");
    add_county(s->f, "b");
    open_sound(s, s->f->data);
    const struct ans_edition *old = ans_edition_acquire(s->editions);
    struct ans_store *store = site(old, "b")->store;
    assert_int_equal(
        rename(path_of(s->f->counties, "b"), path_of(s->f->counties, "_b")), 0);
    assert_true(reload(s));
    const struct ans_edition *e = ans_edition_acquire(s->editions);
    assert_null(site(e, "b"));
    assert_null(ans_edition_by_host(e, ANS_STR("b.example")));
    assert_non_null(site(old, "b")->county);
    ans_edition_release(e);
    ans_edition_release(old);
    assert_int_equal(
        rename(path_of(s->f->counties, "_b"), path_of(s->f->counties, "b")), 0);
    assert_true(reload(s));
    e = ans_edition_acquire(s->editions);
    assert_ptr_equal(site(e, "b")->store, store);
    ans_edition_release(e);
}

static void a_reload_that_cannot_read_leaves_everything(void **state)
{
    struct service *s = *state;
    add_county(s->f, "a");
    open_sound(s, NULL);
    const struct ans_edition *before = ans_edition_acquire(s->editions);
    assert_int_equal(rename(s->f->counties, path_of(s->f->root, "away")), 0);
    assert_false(reload(s));
    assert_int_equal(s->f->err.kind, ANS_ERR_NOT_FOUND);
    const struct ans_edition *after = ans_edition_acquire(s->editions);
    assert_ptr_equal(before, after);
    ans_edition_release(before);
    ans_edition_release(after);
}

/* Many readers of editions while they are swapped. */

struct reader {
    pthread_t thread;
    struct service *s;
    atomic_bool *stop;
    atomic_int *rounds;
    int faults;
};

static void *read_on(void *context)
{
    struct reader *r = context;
    while (!atomic_load(r->stop)) {
        const struct ans_edition *e = ans_edition_acquire(r->s->editions);
        const struct ans_site *at = site(e, "a");
        struct ans_str name = ans_text_in(&at->county->name, ANS_STR("sv")).str;
        char before = name.ptr[0];
        struct ans_err err = {0};
        bool small = holds(at, 100, &err);
        bool large = holds(at, 300, &err);
        if (!small || large || err.kind || name.ptr[0] != before ||
            !ans_folder_find(at->folder, ANS_STR("county.lua")))
            r->faults++;
        ans_edition_release(e);
        atomic_fetch_add(r->rounds, 1);
    }
    return NULL;
}

static void an_edition_that_is_held_outlives_the_swap(void **state)
{
    struct service *s = *state;
    add_county(s->f, "a");
    open_sound(s, NULL);
    atomic_bool stop = false;
    atomic_int rounds = 0;
    struct reader readers[6] = {0};
    for (size_t i = 0; i < ANS_COUNT(readers); i++) {
        readers[i] = (struct reader){.s = s, .stop = &stop, .rounds = &rounds};
        pthread_create(&readers[i].thread, NULL, read_on, &readers[i]);
    }
    const struct ans_edition *first = ans_edition_acquire(s->editions);
    bool reloaded = true;
    for (int i = 0; i < 30; i++) {
        char name[32], last[32];
        snprintf(last, sizeof(last), i ? "Län %d" : "Mittläns län", i - 1);
        snprintf(name, sizeof(name), "Län %d", i);
        edit(county_file(s->f, "a", "county.lua"), last, name);
        int so_far = atomic_load(&rounds);
        reloaded = reloaded && reload(s) && !s->f->faults.count;
        while (atomic_load(&rounds) < so_far + 12)
            usleep(200);
    }
    atomic_store(&stop, true);
    for (size_t i = 0; i < ANS_COUNT(readers); i++) {
        pthread_join(readers[i].thread, NULL);
        assert_int_equal(readers[i].faults, 0);
    }
    assert_true(reloaded);
    name_is(site(first, "a")->county, "Mittläns län");
    ans_edition_release(first);
}

int main(void)
{
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(name, set_up_service, tear_down_service)
    const struct CMUnitTest tests[] = {
        T(a_sound_folder_becomes_a_county),
        T(each_fault_of_a_folder_is_told_at_its_place),
        T(a_script_that_differs_each_time_is_a_fault),
        T(a_folder_without_engine_files_is_an_error),
        T(counties_are_found_by_slug_and_host),
        T(folders_that_are_no_counties_are_passed_over),
        T(a_folder_with_no_name_for_addresses_is_a_fault),
        T(a_faulty_county_is_there_without_a_county),
        T(a_host_of_two_counties_belongs_to_the_first),
        T(without_the_folder_of_counties_nothing_opens),
        T(a_damaged_database_stops_the_opening),
        T(rules_run_in_vms_of_their_county),
        T(a_rule_without_end_is_an_error_and_the_next_call_works),
        T(a_reload_takes_in_what_changed_and_keeps_the_rest),
        T(a_county_that_became_faulty_goes_on_as_it_was),
        T(a_link_in_a_folder_leaves_the_old_county),
        T(a_county_that_was_taken_away_is_gone_and_may_come_back),
        T(a_reload_that_cannot_read_leaves_everything),
        T(an_edition_that_is_held_outlives_the_swap),
    };
    return cmocka_run_group_tests_name("edition", tests, NULL, NULL);
}
