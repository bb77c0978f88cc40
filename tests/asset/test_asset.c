#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <brotli/decode.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "asset/asset.h"
#include "temp.h"

struct folder {
    char path[128];
};

static void put(const struct folder *f, const char *name, const char *bytes,
                size_t len)
{
    char path[256];
    snprintf(path, sizeof(path), "%s/%s", f->path, name);
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    assert_int_equal(fwrite(bytes, 1, len, out), len);
    fclose(out);
}

static void put_z(const struct folder *f, const char *name, const char *text)
{
    put(f, name, text, strlen(text));
}

static int set_up(void **state)
{
    struct folder *f = calloc(1, sizeof(*f));
    temp_folder(f->path, sizeof(f->path));
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    struct folder *f = *state;
    char command[160];
    snprintf(command, sizeof(command), "rm -r '%s'", f->path);
    assert_int_equal(system(command), 0);
    free(f);
    return 0;
}

static const char *long_css(void)
{
    static char css[20000];
    for (size_t n = 0; n + 40 < sizeof(css);)
        n += (size_t)snprintf(css + n, 40, ".a%zu { color: #123456 }\n", n);
    return css;
}

static struct ans_str unpack_gzip(struct ans_str in, char *out, size_t room)
{
    z_stream z = {.next_in = (z_const Bytef *)in.ptr,
                  .avail_in = (uInt)in.len,
                  .next_out = (Bytef *)out,
                  .avail_out = (uInt)room};
    assert_int_equal(inflateInit2(&z, 15 + 16), Z_OK);
    assert_int_equal(inflate(&z, Z_FINISH), Z_STREAM_END);
    struct ans_str text = {out, z.total_out};
    inflateEnd(&z);
    return text;
}

static void a_name_carries_the_hash_of_its_content(void **state)
{
    const struct folder *f = *state;
    struct ans_err err = {0};
    put_z(f, "app.css", "a{}");
    struct ans_assets *one = ans_assets_load(f->path, &err);
    put_z(f, "app.css", "b{}");
    struct ans_assets *two = ans_assets_load(f->path, &err);
    const struct ans_asset *a = ans_assets_find(one, ANS_STR("app.css"));
    const struct ans_asset *b = ans_assets_find(two, ANS_STR("app.css"));
    assert_non_null(a);
    assert_non_null(b);
    assert_int_equal(a->hashed.len, strlen("app.01234567.css"));
    assert_true(ans_str_starts(a->hashed, ANS_STR("app.")));
    assert_true(ans_str_ends(a->hashed, ANS_STR(".css")));
    assert_false(ans_str_eq(a->hashed, b->hashed));
    assert_ptr_equal(ans_assets_find_hashed(one, a->hashed), a);
    assert_null(ans_assets_find_hashed(one, b->hashed));
    assert_null(ans_assets_find_hashed(one, ANS_STR("app.css")));
    ans_assets_free(one);
    ans_assets_free(two);
}

static void files_are_found_by_name_and_stand_in_order(void **state)
{
    const struct folder *f = *state;
    struct ans_err err = {0};
    const char *names[] = {"z.js", "a.css", "m", "b.svg"};
    for (size_t i = 0; i < ANS_COUNT(names); i++)
        put_z(f, names[i], names[i]);
    struct ans_assets *assets = ans_assets_load(f->path, &err);
    assert_non_null(assets);
    assert_int_equal(ans_assets_count(assets), ANS_COUNT(names));
    for (size_t i = 0; i < ANS_COUNT(names); i++) {
        const struct ans_asset *a =
            ans_assets_find(assets, ans_str_from(names[i]));
        assert_non_null(a);
        assert_true(ans_str_is(a->plain, names[i]));
    }
    const struct ans_asset *first = ans_assets_at(assets, 0);
    assert_true(ans_str_is(first->name, "a.css"));
    assert_ptr_equal(ans_assets_at(assets, 3), first + 3);
    assert_true(
        ans_str_starts(ans_assets_at(assets, 2)->hashed, ANS_STR("m.")));
    ans_assets_free(assets);
}

static void what_packs_well_is_packed_both_ways(void **state)
{
    const struct folder *f = *state;
    struct ans_err err = {0};
    put_z(f, "long.css", long_css());
    put_z(f, "tiny.css", "a{}");
    put_z(f, "font.woff2", long_css());
    struct ans_assets *assets = ans_assets_load(f->path, &err);
    const struct ans_asset *a = ans_assets_find(assets, ANS_STR("long.css"));
    static char out[40000];
    struct ans_str text = unpack_gzip(a->gzip, out, sizeof(out));
    assert_true(ans_str_eq(text, a->plain));
    size_t len = sizeof(out);
    assert_int_equal(BrotliDecoderDecompress(a->brotli.len,
                                             (const uint8_t *)a->brotli.ptr,
                                             &len, (uint8_t *)out),
                     BROTLI_DECODER_RESULT_SUCCESS);
    assert_true(ans_str_eq((struct ans_str){out, len}, a->plain));
    assert_true(a->brotli.len < a->gzip.len);
    const struct ans_asset *tiny = ans_assets_find(assets, ANS_STR("tiny.css"));
    assert_int_equal(tiny->gzip.len, 0);
    const struct ans_asset *font =
        ans_assets_find(assets, ANS_STR("font.woff2"));
    assert_int_equal(font->gzip.len + font->brotli.len, 0);
    ans_assets_free(assets);
}

static void only_plain_visible_files_are_taken(void **state)
{
    const struct folder *f = *state;
    struct ans_err err = {0};
    char path[256], target[256];
    put_z(f, "app.css", "a{}");
    put_z(f, ".hidden", "x");
    put_z(f, "app.css~", "x");
    snprintf(path, sizeof(path), "%s/below", f->path);
    assert_int_equal(mkdir(path, 0700), 0);
    snprintf(path, sizeof(path), "%s/link.css", f->path);
    snprintf(target, sizeof(target), "%s/app.css", f->path);
    assert_int_equal(symlink(target, path), 0);
    snprintf(path, sizeof(path), "%s/pipe.css", f->path);
    assert_int_equal(mkfifo(path, 0600), 0);
    struct ans_assets *assets = ans_assets_load(f->path, &err);
    assert_non_null(assets);
    assert_int_equal(ans_assets_count(assets), 1);
    ans_assets_free(assets);
}

static void an_empty_folder_has_no_assets(void **state)
{
    const struct folder *f = *state;
    struct ans_err err = {0};
    struct ans_assets *assets = ans_assets_load(f->path, &err);
    assert_non_null(assets);
    assert_int_equal(ans_assets_count(assets), 0);
    assert_null(ans_assets_find(assets, ANS_STR("a")));
    assert_null(ans_assets_find_hashed(assets, ANS_STR("a")));
    ans_assets_free(assets);
    ans_assets_free(NULL);
}

static void a_missing_folder_is_not_found(void **state)
{
    (void)state;
    struct ans_err err = {0};
    assert_null(ans_assets_load("/nowhere/at/all", &err));
    assert_int_equal(err.kind, ANS_ERR_NOT_FOUND);
}

static void a_file_over_5_mb_is_refused(void **state)
{
    const struct folder *f = *state;
    struct ans_err err = {0};
    size_t len = 5 * 1024 * 1024;
    char *bytes = calloc(1, len + 1);
    put(f, "big.png", bytes, len);
    struct ans_assets *assets = ans_assets_load(f->path, &err);
    assert_non_null(assets);
    ans_assets_free(assets);
    put(f, "big.png", bytes, len + 1);
    assert_null(ans_assets_load(f->path, &err));
    assert_int_equal(err.kind, ANS_ERR_LIMIT);
    assert_non_null(strstr(err.text, "big.png"));
    free(bytes);
}

static void a_name_that_no_address_may_hold_is_refused(void **state)
{
    const struct folder *f = *state;
    struct ans_err err = {0};
    put_z(f, "my file.css", "a{}");
    assert_null(ans_assets_load(f->path, &err));
    assert_int_equal(err.kind, ANS_ERR_INPUT);
    assert_non_null(strstr(err.text, "my file.css"));
}

static void the_type_follows_the_ending(void **state)
{
    (void)state;
    static const struct {
        const char *name, *type;
        bool packs;
    } cases[] = {
        {"app.css", "text/css; charset=utf-8", true},
        {"APP.CSS", "text/css; charset=utf-8", true},
        {"a.b.js", "text/javascript; charset=utf-8", true},
        {"i.svg", "image/svg+xml; charset=utf-8", true},
        {"d.json", "application/json; charset=utf-8", true},
        {"p.png", "image/png", false},
        {"p.jpeg", "image/jpeg", false},
        {"f.woff2", "font/woff2", false},
        {"x.unknown", "application/octet-stream", false},
        {".css", "application/octet-stream", false},
        {"css", "application/octet-stream", false},
        {"", "application/octet-stream", false},
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        const char *type = ans_asset_type(ans_str_from(cases[i].name));
        assert_string_equal(type, cases[i].type);
        assert_int_equal(ans_asset_compressible(type), cases[i].packs);
    }
    assert_false(ans_asset_compressible(NULL));
}

static void packing_replaces_what_was_there_and_repeats_itself(void **state)
{
    (void)state;
    struct ans_buf a = {0}, b = {0};
    ans_buf_add_z(&a, "something else");
    ans_gzip(&a, ans_str_from(long_css()), 6);
    ans_gzip(&b, ans_str_from(long_css()), 6);
    assert_true(ans_str_eq(ans_buf_str(&a), ans_buf_str(&b)));
    ans_brotli(&a, (struct ans_str){0}, 5);
    char out[8];
    size_t len = sizeof(out);
    assert_int_equal(BrotliDecoderDecompress(a.len, (const uint8_t *)a.ptr,
                                             &len, (uint8_t *)out),
                     BROTLI_DECODER_RESULT_SUCCESS);
    assert_int_equal(len, 0);
    ans_gzip(&a, (struct ans_str){0}, 9);
    assert_int_equal(unpack_gzip(ans_buf_str(&a), out, sizeof(out)).len, 0);
    struct ans_buf small = {.limit = 10};
    ans_gzip(&small, ans_str_from(long_css()), 6);
    assert_int_equal(small.len, 0);
    ans_buf_free(&a);
    ans_buf_free(&b);
    ans_buf_free(&small);
}

#define WITH_FOLDER(test)                                                      \
    cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_FOLDER(a_name_carries_the_hash_of_its_content),
        WITH_FOLDER(files_are_found_by_name_and_stand_in_order),
        WITH_FOLDER(what_packs_well_is_packed_both_ways),
        WITH_FOLDER(only_plain_visible_files_are_taken),
        WITH_FOLDER(an_empty_folder_has_no_assets),
        cmocka_unit_test(a_missing_folder_is_not_found),
        WITH_FOLDER(a_file_over_5_mb_is_refused),
        WITH_FOLDER(a_name_that_no_address_may_hold_is_refused),
        cmocka_unit_test(the_type_follows_the_ending),
        cmocka_unit_test(packing_replaces_what_was_there_and_repeats_itself),
    };
    return cmocka_run_group_tests_name("asset", tests, NULL, NULL);
}
