#include "message/message.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "check.h"

static void a_new_response_is_an_empty_200_that_is_not_kept(void **state)
{
    (void)state;
    struct ans_response r;
    memset(&r, 0xff, sizeof(r));
    ans_response_init(&r);
    assert_int_equal(r.status, 200);
    assert_null(r.type);
    assert_int_equal(r.body.len, 0);
    assert_int_equal(r.file, -1);
    assert_int_equal(r.location.len, 0);
    assert_int_equal(r.retry_after, 0);
    assert_int_equal(r.extras, 0);
    assert_int_equal(r.cache, ANS_CACHE_NONE);
    assert_null(r.generation);
    ans_response_free(&r);
}

static void a_freed_response_has_let_go_of_body_and_file(void **state)
{
    (void)state;
    struct ans_response r;
    ans_response_init(&r);
    ans_buf_add_z(&r.body, "page");
    r.file = open("/dev/null", O_RDONLY | O_CLOEXEC);
    int file = r.file;
    assert_true(file >= 0);
    ans_response_free(&r);
    assert_int_equal(fcntl(file, F_GETFD), -1);
    assert_int_equal(errno, EBADF);
    assert_null(r.body.ptr);
    assert_int_equal(r.file, -1);
    ans_response_free(&r); /* twice does no harm */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_response_is_an_empty_200_that_is_not_kept),
        cmocka_unit_test(a_freed_response_has_let_go_of_body_and_file),
    };
    return cmocka_run_group_tests_name("message", tests, NULL, NULL);
}
