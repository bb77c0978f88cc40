/* What is written of the vocabulary is whole, in both languages. */
#include "reference/reference.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "check.h"
#include "codec/json.h"
#include "county/diag.h"
#include "county/vocab.h"

static struct ans_str text_of(const struct ans_reference_files *files,
                              const char *path)
{
    for (size_t i = 0; i < files->count; i++)
        if (ans_str_is(files->items[i].path, path))
            return files->items[i].bytes;
    fail_msg("%s is not written", path);
    return (struct ans_str){0};
}

static bool says(struct ans_str text, const char *part)
{
    return ans_str_find_str(text, ans_str_from(part)) >= 0;
}

static struct ans_reference_files written(struct ans_arena *arena)
{
    struct ans_reference_files files = {0};
    ans_reference_files(arena, NULL, &files);
    return files;
}

static void every_file_is_text_that_ends_in_one_line(void **state)
{
    struct ans_reference_files files = written(*state);
    assert_true(files.count > 100);
    for (size_t i = 0; i < files.count; i++) {
        struct ans_str bytes = files.items[i].bytes;
        assert_true(ans_text_valid(bytes));
        assert_true(bytes.len > 20);
        assert_true(ans_str_ends(bytes, ANS_STR("\n")));
        assert_false(ans_str_ends(bytes, ANS_STR("\n\n")));
        for (size_t k = 0; k < i; k++)
            assert_false(ans_str_eq(files.items[i].path, files.items[k].path));
    }
}

static void every_word_and_field_has_its_help_in_both_languages(void **state)
{
    struct ans_reference_files files = written(*state);
    size_t count;
    const struct ans_word_group *const *groups = ans_word_groups(&count);
    for (size_t g = 0; g < count; g++) {
        char path[96];
        snprintf(path, sizeof(path), "docs/reference/sv/%s.md",
                 groups[g]->name);
        struct ans_str sv = text_of(&files, path);
        snprintf(path, sizeof(path), "docs/reference/en/%s.md",
                 groups[g]->name);
        struct ans_str en = text_of(&files, path);
        snprintf(path, sizeof(path), "lua/annotations/%s.lua", groups[g]->name);
        struct ans_str lua = text_of(&files, path);
        for (size_t i = 0; i < groups[g]->count; i++) {
            const struct ans_word *w = &groups[g]->words[i];
            assert_true(says(sv, w->sv) && says(en, w->en));
            assert_true(says(lua, w->sv) && says(lua, w->example));
            for (size_t f = 0; f < w->field_count; f++)
                if (ans_word_has(w, &w->fields[f])) {
                    assert_true(says(sv, w->fields[f].sv));
                    assert_true(says(en, w->fields[f].en));
                }
        }
    }
}

static void every_code_of_a_fault_has_a_page(void **state)
{
    struct ans_arena *arena = *state;
    struct ans_reference_files files = written(arena);
    for (int i = 0; i < ANS_FAULT_COUNT; i++) {
        const char *code = ans_fault_word((enum ans_fault_code)i);
        const struct ans_fault_page *page =
            ans_fault_page_find(ans_str_from(code));
        if (!page)
            fail_msg("%s has no page: add it to county/fault_pages_*.c", code);
        struct ans_str sv = text_of(
            &files, ans_reference_fault_path(arena, code, ANS_STR("sv")).ptr);
        struct ans_str en = text_of(
            &files, ans_reference_fault_path(arena, code, ANS_STR("en")).ptr);
        assert_true(says(sv, page->sv) && says(en, page->en));
        assert_true(says(text_of(&files, "docs/reference/sv/faults.md"), code));
    }
}

static void no_page_is_of_a_code_that_is_gone(void **state)
{
    (void)state;
    size_t count;
    const struct ans_fault_chapter *const *chapters =
        ans_fault_chapters(&count);
    for (size_t c = 0; c < count; c++)
        for (size_t i = 0; i < chapters[c]->count; i++) {
            bool found = false;
            for (int k = 0; k < ANS_FAULT_COUNT; k++)
                found |= !strcmp(ans_fault_word((enum ans_fault_code)k),
                                 chapters[c]->pages[i].code);
            if (!found)
                fail_msg("%s is no code", chapters[c]->pages[i].code);
        }
}

static void what_check_prints_stands_on_the_page(void **state)
{
    struct ans_arena *arena = *state;
    const struct ans_fault_page *page =
        ans_fault_page_find(ANS_STR("missing-comma"));
    struct ans_reference_print print = {page->examples, ANS_STR("Ett fel.\n"),
                                        ANS_STR("A fault.\n")};
    struct ans_reference_prints prints = {&print, 1};
    struct ans_reference_files files = {0};
    ans_reference_files(arena, &prints, &files);
    assert_true(
        says(text_of(&files, "docs/reference/sv/faults/missing-comma.md"),
             "```text\nEtt fel.\n```"));
    assert_true(
        says(text_of(&files, "docs/reference/en/faults/missing-comma.md"),
             "```text\nA fault.\n```"));
}

static void a_link_to_a_word_leads_to_its_heading(void **state)
{
    struct ans_reference_files files = written(*state);
    assert_true(says(text_of(&files, "docs/reference/en/join.md"),
                     "[`question.long_text`](questions.md#questionlong_text)"));
    assert_true(says(text_of(&files, "docs/reference/en/questions.md"),
                     "\n## question.long_text\n"));
    assert_true(says(text_of(&files, "docs/reference/en/county.md"),
                     "(values.md#one-of)"));
    assert_true(says(text_of(&files, "docs/reference/en/values.md"),
                     "<a id=\"one-of\"></a>"));
}

static void words_of_one_name_are_told_apart(void **state)
{
    struct ans_reference_files files = written(*state);
    assert_true(says(text_of(&files, "lua/annotations/county.lua"),
                     "---@class anslut.newsletter.body\n"));
    assert_true(says(text_of(&files, "lua/annotations/welcome.lua"),
                     "---@class anslut.newsletter.welcome.body\n"));
    struct ans_buf out = {0};
    assert_true(
        ans_reference_tell(*state, ANS_STR("newsletter"), ANS_STR("en"), &out));
    assert_true(says(ans_buf_str(&out), "**a newsletter.**"));
    assert_true(says(ans_buf_str(&out), "**an offer of the newsletter.**"));
    ans_buf_free(&out);
}

static void a_name_is_told_of_in_the_language_asked_for(void **state)
{
    struct ans_buf out = {0};
    assert_true(
        ans_reference_tell(*state, ANS_STR("alert"), ANS_STR("sv"), &out));
    assert_true(says(ans_buf_str(&out), "**ett larm.**"));
    ans_buf_clear(&out);
    assert_true(ans_reference_tell(*state, ANS_STR("unknown-word"),
                                   ANS_STR("en"), &out));
    assert_true(says(ans_buf_str(&out), "# unknown-word\n\nThe word does not"));
    ans_buf_clear(&out);
    assert_false(
        ans_reference_tell(*state, ANS_STR("alrt"), ANS_STR("en"), &out));
    assert_int_equal(out.len, 0);
    ans_buf_free(&out);
}

static void the_data_is_whole_and_can_be_written(void **state)
{
    struct ans_arena *arena = *state;
    struct ans_map *data = ans_reference_data(arena);
    struct ans_buf text = {0};
    struct ans_value back;
    struct ans_err err = {0};
    ans_json_write(&text, ans_value_map(data));
    assert_true(ans_json_read(arena, ans_buf_str(&text), &back, &err));
    ans_buf_free(&text);
    size_t words;
    (void)ans_words(&words);
    assert_int_equal(ans_map_find(back.map, "format").i, 1);
    assert_int_equal(ans_map_find(back.map, "words").list->count, words);
    const struct ans_map *first =
        ans_map_find(back.map, "words").list->items[0].map;
    assert_true(ans_str_is(ans_map_str(first, "name"), "county"));
    assert_true(ans_str_is(ans_map_str(first, "form"), "id-body"));
    assert_true(ans_map_find(first, "fields").list->count > 5);
}

static int open_arena(void **state)
{
    *state = ans_arena_new(0);
    return 0;
}

static int close_arena(void **state)
{
    ans_arena_free(*state);
    return 0;
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_file_is_text_that_ends_in_one_line),
        TEST(every_word_and_field_has_its_help_in_both_languages),
        TEST(every_code_of_a_fault_has_a_page),
        TEST(no_page_is_of_a_code_that_is_gone),
        TEST(what_check_prints_stands_on_the_page),
        TEST(a_link_to_a_word_leads_to_its_heading),
        TEST(words_of_one_name_are_told_apart),
        TEST(a_name_is_told_of_in_the_language_asked_for),
        TEST(the_data_is_whole_and_can_be_written),
    };
    return cmocka_run_group_tests_name("reference", tests, NULL, NULL);
}
