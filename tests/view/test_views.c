#include "../check.h"

#include <pthread.h>

#include "base/arena.h"
#include "view/views.h"

static const struct ans_view_options options = {.folder =
                                                    ANS_SOURCE_DIR "/lua"};

static void the_view_that_came_back_last_is_lent_first(void **state)
{
    (void)state;
    struct ans_err err = {0};
    struct ans_views *views = ans_views_new(&options);
    struct ans_view *one = ans_views_take(views, &err);
    struct ans_view *two = ans_views_take(views, &err);
    assert_non_null(one);
    assert_non_null(two);
    assert_ptr_not_equal(one, two);
    ans_views_give(views, one);
    ans_views_give(views, two);
    assert_ptr_equal(ans_views_take(views, &err), two);
    ans_views_give(views, two);
    assert_ptr_equal(ans_views_take(views, &err), two);
    assert_ptr_equal(ans_views_take(views, &err), one);
    ans_views_give(views, one);
    ans_views_give(views, two);
    ans_views_free(views);
    ans_views_free(NULL);
}

static void a_view_that_cannot_be_made_is_an_error_each_time(void **state)
{
    (void)state;
    const struct ans_view_options none = {.folder = "/nonexistent"};
    struct ans_views *views = ans_views_new(&none);
    for (int i = 0; i < 2; i++) {
        struct ans_err err = {0};
        assert_null(ans_views_take(views, &err));
        assert_int_not_equal(err.kind, ANS_ERR_NONE);
        ans_views_give(views, NULL);
    }
    ans_views_free(views);
}

static void *make_pages(void *context)
{
    struct ans_views *views = context;
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_map *data = ans_map_new(arena);
    ans_map_put_str(ans_map_put_map(data, "page"), "lang", ANS_STR("sv"));
    size_t wrong = 0;
    for (int i = 0; i < 50; i++) {
        struct ans_err err = {0};
        struct ans_view *view = ans_views_take(views, &err);
        struct ans_buf out = {0};
        /* Without texts it fails, and says so: the state is used all the same.
         */
        wrong += !view ||
                 ans_view_page(view, NULL, "join_sent", data, &out, &err) ||
                 err.kind != ANS_ERR_SCRIPT;
        ans_buf_free(&out);
        ans_views_give(views, view);
    }
    ans_arena_free(arena);
    return wrong ? context : NULL;
}

static void threads_share_them(void **state)
{
    (void)state;
    struct ans_views *views = ans_views_new(&options);
    pthread_t threads[4];
    for (size_t i = 0; i < ANS_COUNT(threads); i++)
        assert_int_equal(pthread_create(&threads[i], NULL, make_pages, views),
                         0);
    for (size_t i = 0; i < ANS_COUNT(threads); i++) {
        void *wrong = NULL;
        pthread_join(threads[i], &wrong);
        assert_null(wrong);
    }
    ans_views_free(views);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_view_that_came_back_last_is_lent_first),
        cmocka_unit_test(a_view_that_cannot_be_made_is_an_error_each_time),
        cmocka_unit_test(threads_share_them),
    };
    return cmocka_run_group_tests_name("views", tests, NULL, NULL);
}
