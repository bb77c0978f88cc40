/* The vocabulary as a table: whole, sorted, and true to its own examples. */
#include "base/text.h"
#include "check.h"
#include "county/county.h"
#include "county/script.h"
#include "county/tests.h"

static const struct ans_word *const *all(size_t *count)
{
    return ans_words(count);
}

static void words_are_sorted_by_name(void **state)
{
    (void)state;
    size_t count;
    const struct ans_word *const *words = all(&count);
    assert_true(count > 60);
    for (size_t i = 1; i < count; i++)
        assert_true(strcmp(words[i - 1]->name, words[i]->name) <= 0);
}

static void every_word_is_found_by_its_name(void **state)
{
    (void)state;
    size_t count;
    const struct ans_word *const *words = all(&count);
    for (size_t i = 0; i < count; i++) {
        const struct ans_word *found =
            ans_word_find(ans_str_from(words[i]->name));
        assert_non_null(found);
        assert_string_equal(found->name, words[i]->name);
        assert_int_equal(found->form, words[i]->form);
    }
    assert_null(ans_word_find(ANS_STR("quesiton.text")));
}

/* The word that a place names; NULL: there is none. */
static const struct ans_word *parent_of(const struct ans_place *place)
{
    size_t count;
    const struct ans_word *const *words = all(&count);
    for (size_t i = 0; i < count; i++)
        if (ans_place_is(place, words[i]))
            return words[i];
    return ans_place_is(place, &ans_tests_top) ? &ans_tests_top : NULL;
}

static void places_lead_to_words_that_exist(void **state)
{
    (void)state;
    size_t count;
    const struct ans_word *const *words = all(&count);
    for (size_t i = 0; i < count; i++)
        for (const struct ans_place *p = words[i]->places; p->parent; p++) {
            const struct ans_place *found = NULL;
            const struct ans_word *parent = parent_of(p);
            assert_true(parent || !*p->parent);
            assert_ptr_equal(
                ans_word_find_in(ans_str_from(words[i]->name), parent, &found),
                words[i]);
            assert_ptr_equal(found, p);
        }
}

static bool is_sentence(const char *text)
{
    size_t len = strlen(text);
    return len > 6 && (text[len - 1] == '.' || text[len - 1] == '?');
}

static void everything_has_help_in_both_languages(void **state)
{
    (void)state;
    size_t count;
    const struct ans_word *const *words = all(&count);
    for (size_t i = 0; i < count; i++) {
        const struct ans_word *w = words[i];
        assert_true(is_sentence(w->sv) && is_sentence(w->en));
        assert_true(*w->called_sv && *w->called_en && *w->example);
        for (size_t k = 0; k < w->field_count; k++) {
            const struct ans_word_field *f = &w->fields[k];
            if (!is_sentence(f->sv) || !is_sentence(f->en) || !f->example)
                print_error("%s.%s\n", w->name, f->name);
            assert_true(is_sentence(f->sv) && is_sentence(f->en));
            assert_non_null(f->example);
            assert_true(ans_text_valid(ans_str_from(f->sv)));
        }
    }
}

static void a_field_is_said_once_for_each_word(void **state)
{
    (void)state;
    size_t count;
    const struct ans_word *const *words = all(&count);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < words[i]->field_count; k++) {
            const struct ans_word_field *f = &words[i]->fields[k];
            if (ans_word_has(words[i], f))
                assert_ptr_equal(
                    ans_word_field_find(words[i], ans_str_from(f->name)), f);
        }
}

static void a_field_may_belong_to_some_types_only(void **state)
{
    (void)state;
    const struct ans_word *text = ans_word_find(ANS_STR("question.text"));
    const struct ans_word *by_sex = ans_word_find(ANS_STR("question.by_sex"));
    assert_non_null(ans_word_field_find(text, ANS_STR("longest")));
    assert_null(ans_word_field_find(by_sex, ANS_STR("longest")));
    assert_non_null(ans_word_field_find(by_sex, ANS_STR("other")));
    assert_null(ans_word_field_find(text, ANS_STR("other")));
}

static void every_type_and_kind_has_its_word(void **state)
{
    (void)state;
    size_t count;
    const struct ans_word *const *words = all(&count);
    bool types[ANS_Q_GROUP + 1] = {false};
    for (size_t i = 0; i < count; i++)
        if (!strncmp(words[i]->name, "question.", 9))
            types[words[i]->tag] = true;
    for (size_t i = 0; i < ANS_COUNT(types); i++)
        assert_true(types[i]);
    assert_string_equal(ans_item_word(ANS_ITEM_STICKER), "sticker");
    assert_string_equal(ans_item_word(ANS_ITEM_NEWSLETTER), "newsletter");
    assert_string_equal(ans_item_word(ANS_ITEM_TOOL), "tool");
}

/* What the reference shows must at least read as a script. */
static void every_example_reads_as_a_script(void **state)
{
    (void)state;
    size_t count;
    const struct ans_word *const *words = all(&count);
    struct ans_arena *arena = ans_arena_new(0);
    for (size_t i = 0; i < count; i++) {
        struct ans_decls decls = {0};
        script_read(arena, "example.lua", words[i]->example, &decls);
        assert_true(decls.count >= 1);
        const struct ans_decl *first = decls.items[0];
        assert_string_equal(first->word->name, words[i]->name);
        for (size_t k = 0; k < decls.count; k++)
            assert_true(decls.items[k]->finished);
        /* It says only what the word has. */
        const struct ans_word *word = words[i];
        bool variants = word->form == ANS_FORM_VARIANTS || word->answers_offset;
        for (size_t k = 0;
             first->body && !variants && k < first->body->named_count; k++)
            assert_non_null(
                ans_word_field_find(word, first->body->named[k].key));
    }
    ans_arena_free(arena);
}

static void words_of_one_name_share_their_form(void **state)
{
    (void)state;
    const struct ans_place *place = NULL;
    const struct ans_word *own = ans_word_find_in(
        ANS_STR("newsletter"), ans_word_find(ANS_STR("county")), &place);
    const struct ans_word *item = ans_word_find_in(
        ANS_STR("newsletter"), ans_word_find(ANS_STR("welcome")), &place);
    assert_ptr_not_equal(own, item);
    assert_int_equal(own->form, item->form);
    assert_false(own->has_id);
    assert_true(item->has_id);
    assert_null(ans_word_find_in(ANS_STR("newsletter"),
                                 ans_word_find(ANS_STR("step")), &place));
}

static void a_link_stands_in_either_word_of_one_name(void **state)
{
    (void)state;
    const struct ans_place *place = NULL;
    const struct ans_word *own = ans_word_find_in(
        ANS_STR("newsletter"), ans_word_find(ANS_STR("county")), &place);
    const struct ans_word *item = ans_word_find_in(
        ANS_STR("newsletter"), ans_word_find(ANS_STR("welcome")), &place);
    assert_non_null(ans_word_find_in(ANS_STR("link"), own, &place));
    assert_int_equal(place->slot, offsetof(struct ans_newsletter, links));
    assert_non_null(ans_word_find_in(ANS_STR("link"), item, &place));
    assert_int_equal(place->slot, offsetof(struct ans_item, links));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_sorted_by_name),
        cmocka_unit_test(every_word_is_found_by_its_name),
        cmocka_unit_test(places_lead_to_words_that_exist),
        cmocka_unit_test(everything_has_help_in_both_languages),
        cmocka_unit_test(a_field_is_said_once_for_each_word),
        cmocka_unit_test(a_field_may_belong_to_some_types_only),
        cmocka_unit_test(every_type_and_kind_has_its_word),
        cmocka_unit_test(every_example_reads_as_a_script),
        cmocka_unit_test(words_of_one_name_share_their_form),
        cmocka_unit_test(a_link_stands_in_either_word_of_one_name),
    };
    return cmocka_run_group_tests_name("county vocab", tests, NULL, NULL);
}
