#include "join/waiting.h"

#include "join/fixture.h"

static struct ans_str add_waiting(struct fixture *f, const char *email,
                                  const char *name, int64_t now)
{
    struct ans_str token = ans_token_new(f->arena);
    struct ans_outbox_mail mail = mail_of(f, "waiting", email, now);
    const struct ans_waiting w = {.email = ans_str_from(email),
                                  .name = ans_str_from(name),
                                  .lang = ANS_STR("sv"),
                                  .added_at = now};
    assert_ok(f, ans_waiting_add(f->store, &w, token, &mail, &f->err));
    return token;
}

static size_t first(struct fixture *f, struct ans_waiting out[8])
{
    size_t count;
    assert_ok(f,
              ans_waiting_first(f->store, 8, f->arena, out, &count, &f->err));
    return count;
}

static void an_address_stands_on_the_list_once(void **state)
{
    struct fixture *f = *state;
    struct ans_waiting w[8];
    struct ans_waiting found;
    struct ans_str old = add_waiting(f, "a@exempel.se", "Byn", NOW);
    add_waiting(f, "A@Exempel.se", "Byns IF", NOW + HOUR);
    assert_int_equal(first(f, w), 1);
    assert_str(w[0].name, "Byns IF");
    assert_err(f, ans_waiting_find(f->store, old, f->arena, &found, &f->err),
               ANS_ERR_NOT_FOUND);
}

static void who_leaves_is_forgotten_and_gets_no_mail(void **state)
{
    struct fixture *f = *state;
    struct ans_waiting w[8];
    struct ans_str token = add_waiting(f, "a@exempel.se", "Byn", NOW);
    assert_int_equal(first(f, w), 1);
    assert_ok(f, ans_waiting_leave(f->store, token, &f->err));
    assert_ok(f, ans_waiting_leave(f->store, token, &f->err));
    struct ans_outbox_mail mail = mail_of(f, "open", "a@exempel.se", NOW);
    assert_ok(f,
              ans_waiting_tell(f->store, &w[0], ANS_STR(""), &mail, &f->err));
    assert_str(cell(f, "SELECT count(*) FROM mail WHERE purpose = 'open'"),
               "0");
}

static void everybody_is_told_once_in_the_order_they_came(void **state)
{
    struct fixture *f = *state;
    struct ans_waiting w[8];
    add_waiting(f, "b@exempel.se", "B", NOW);
    add_waiting(f, "a@exempel.se", "A", NOW + 1);
    assert_int_equal(first(f, w), 2);
    assert_str(w[0].name, "B");
    struct ans_outbox_mail mail = mail_of(f, "open", "b@exempel.se", NOW);
    for (int i = 0; i < 2; i++)
        assert_ok(
            f, ans_waiting_tell(f->store, &w[0], ANS_STR(""), &mail, &f->err));
    assert_str(cell(f, "SELECT count(*) FROM mail WHERE purpose = 'open'"),
               "1");
    assert_int_equal(first(f, w), 1);
    assert_str(w[0].name, "A");
}

static void nobody_waits_longer_than_a_year(void **state)
{
    struct fixture *f = *state;
    struct ans_waiting w[8];
    bool more;
    add_waiting(f, "a@exempel.se", "A", NOW);
    add_waiting(f, "b@exempel.se", "B", NOW + 10 * DAY);
    assert_ok(f, ans_join_sweep(f->store, NOW + 366 * DAY, &more, &f->err));
    assert_int_equal(first(f, w), 1);
    assert_str(w[0].name, "B");
}

static void a_stranger_is_not_flooded(void **state)
{
    struct fixture *f = *state;
    for (int i = 0; i < ANS_MAILS_A_DAY; i++)
        add_waiting(f, "a@exempel.se", "A", NOW);
    struct ans_outbox_mail mail = mail_of(f, "waiting", "a@exempel.se", NOW);
    const struct ans_waiting w = {.email = mail.recipient,
                                  .name = ANS_STR("A"),
                                  .lang = ANS_STR("sv"),
                                  .added_at = NOW};
    assert_err(
        f,
        ans_waiting_add(f->store, &w, ans_token_new(f->arena), &mail, &f->err),
        ANS_ERR_LIMIT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(name, set_up_join, tear_down_join)
        T(an_address_stands_on_the_list_once),
        T(who_leaves_is_forgotten_and_gets_no_mail),
        T(everybody_is_told_once_in_the_order_they_came),
        T(nobody_waits_longer_than_a_year),
        T(a_stranger_is_not_flooded),
#undef T
    };
    return cmocka_run_group_tests_name("join_waiting", tests, NULL, NULL);
}
