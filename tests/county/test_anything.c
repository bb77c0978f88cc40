/* Whatever a script says, the builder answers: a county, or faults. */
#include "county/mittlan.h"

/* The same changes in every run (xorshift). */
static uint32_t next(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

static struct ans_said_value anything(struct mittlan *m, uint32_t *seed)
{
    static const char *const strings[] = {"",
                                          "x",
                                          "2026-13-99",
                                          "files/symbol.svg",
                                          "/sidor/om",
                                          "{brand",
                                          "{name}",
                                          "\xff\xfe",
                                          "texts/tom.md",
                                          "power",
                                          "region",
                                          "9901",
                                          "#12",
                                          "a@b",
                                          "sv",
                                          "name",
                                          "{{{{{{{",
                                          "2024",
                                          "with membership",
                                          "https://"};
    struct ans_said_value v = {.line = (int)(next(seed) % 50)};
    struct ans_said_table *t;
    v.type = (enum ans_said_type)(next(seed) % (ANS_SAID_FUNCTION + 1));
    v.b = next(seed) % 2;
    v.n = (double)(int32_t)next(seed) / (1 << next(seed) % 31);
    v.s = ans_str_from(strings[next(seed) % ANS_COUNT(strings)]);
    v.decl = m->decls.items[next(seed) % m->decls.count];
    t = ANS_NEW(m->arena, struct ans_said_table);
    if (next(seed) % 2 && m->decls.items[0]->body)
        *t = *m->decls.items[next(seed) % 3]->body;
    v.table = t;
    return v;
}

/* Put anything in the place of one value, name or state of a declaration. */
static void change(struct mittlan *m, uint32_t *seed)
{
    struct ans_decl *d = m->decls.items[next(seed) % m->decls.count];
    struct ans_said_table *body = d->body;
    switch (next(seed) % 6) {
    case 0:
        if (d->arg_count)
            d->args[next(seed) % d->arg_count] = anything(m, seed);
        break;
    case 1:
        if (body && body->list_count)
            body->list[next(seed) % body->list_count] = anything(m, seed);
        break;
    case 2:
        if (body && body->named_count)
            body->named[next(seed) % body->named_count].key =
                anything(m, seed).s;
        break;
    case 3:
        d->inside = next(seed) % 2;
        d->finished = next(seed) % 8;
        break;
    default:
        if (body && body->named_count)
            body->named[next(seed) % body->named_count].value =
                anything(m, seed);
    }
}

static void whatever_is_said_is_a_county_or_faults(void **state)
{
    uint32_t seed = 2463534242;
    size_t sound = 0;
    (void)state;
    for (int round = 0; round < 600; round++) {
        struct mittlan m = {0};
        mittlan_build(&m, NULL, NULL, NULL);
        for (uint32_t n = next(&seed) % 4; n < 4; n++)
            change(&m, &seed);
        struct ans_faults faults = {.arena = m.arena};
        const struct ans_county *c =
            ans_county_build(m.arena, &m.decls, &m.folder, NULL, &faults);
        if (!c)
            assert_true(faults.count > 0);
        else
            assert_int_equal(faults.count, 0);
        sound += c != NULL;
        struct ans_buf line = {0};
        for (size_t i = 0; i < faults.count; i++) {
            ans_buf_clear(&line);
            ans_fault_write(&line, &faults.items[i], ANS_STR("m"),
                            i % 2 ? ANS_STR("en") : ANS_STR("sv"));
            assert_int_equal(ans_str_find(ans_buf_str(&line), '\n'), -1);
        }
        ans_buf_free(&line);
        mittlan_free(&m);
    }
    /* Most changes spoil something; some say what may be said. */
    assert_true(sound > 10 && sound < 500);
}

static char *read_all(struct ans_arena *arena, const char *path)
{
    FILE *in = fopen(path, "rb");
    char *text = ans_arena_alloc(arena, 1 << 16);
    assert_non_null(in);
    text[fread(text, 1, (1 << 16) - 1, in)] = 0;
    assert_int_equal(fclose(in), 0);
    return text;
}

static void the_country_has_one_goal_and_six(void **state)
{
    static const char *const ids[] = {"overall",   "power", "economy",
                                      "education", "care",  "health",
                                      "violence"};
    struct ans_decls decls = {0};
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_folder folder = {.slug = ANS_STR("x")};
    struct ans_faults faults = {.arena = arena};
    (void)state;
    script_read(arena, "national.lua",
                read_all(arena, ANS_SOURCE_DIR "/lua/national.lua"), &decls);
    script_read(arena, "county.lua",
                "county \"x\" { name = \"X\", languages = { \"sv\", \"en\" } }",
                &decls);
    (void)ans_county_build(arena, &decls, &folder, NULL, &faults);
    assert_int_equal(decls.count, ANS_COUNT(ids) + 1);
    for (size_t i = 0; i < ANS_COUNT(ids); i++)
        assert_str(decls.items[i]->args[0].s, ids[i]);
    for (size_t i = 0; i < faults.count; i++)
        assert_false(ans_str_is(faults.items[i].file, "national.lua"));
    ans_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whatever_is_said_is_a_county_or_faults),
        cmocka_unit_test(the_country_has_one_goal_and_six),
    };
    return cmocka_run_group_tests_name("county anything", tests, NULL, NULL);
}
