#include "base/date.h"
#include "join/fixture.h"

static const struct who byn = {.name = "Byns IF",
                               .kind = "association",
                               .municipality = "1980",
                               .areas = {"makt"},
                               .org_number = "8020000001",
                               .email = "kansli@exempel.se"};

static void opening_the_link_confirms_nothing(void **state)
{
    struct fixture *f = *state;
    struct form *form = sent(f, byn);
    for (int i = 0; i < 3; i++) {
        enum ans_link_state link;
        struct ans_member m;
        assert_ok(f, ans_join_link(f->store, form->s.confirm_token, NOW,
                                   f->arena, &link, &m, &f->err));
        assert_int_equal(link, ANS_LINK_OPEN);
        assert_int_equal(m.state, ANS_MEMBER_UNCONFIRMED);
        assert_str(m.name, "Byns IF");
    }
    assert_int_equal(total(f), 0);
}

static void pressing_the_button_makes_a_public_member_and_a_welcome(
    void **state)
{
    struct fixture *f = *state;
    struct form *form = sent(f, byn);
    struct press p = press(f, form, false, NOW + HOUR);
    assert_int_equal(p.state, ANS_LINK_OPEN);
    assert_int_equal(p.member.state, ANS_MEMBER_PUBLIC);
    assert_int_equal(p.member.number, 1);
    assert_str(p.member.slug, "byns-if");
    assert_int_equal(p.member.joined_on, TODAY);
    assert_str(ans_map_str(p.member.answers, "name"), "Byns IF");
    assert_int_equal(total(f), 1);
    assert_str(cell(f, "SELECT group_concat(purpose || '>' || recipient || '>'"
                       " || subject, ' ') FROM mail"
                       " WHERE purpose <> 'confirm'"),
               "welcome>kansli@exempel.se>byns-if");
    assert_str(cell(f, "SELECT group_concat(action, ' ') FROM audit"),
               "join.sent join.confirmed");
    struct ans_package package;
    assert_ok(f, ans_welcome_find(f->store, p.c.welcome_token, f->arena,
                                  &package, &f->err));
    assert_int_equal(package.member.id, p.member.id);
}

static void the_day_of_joining_is_the_day_in_sweden(void **state)
{
    static const struct {
        const char *now; /* Swedish time */
        const char *day;
    } cases[] = {
        {"2026-05-10 23:59", "2026-05-10"},
        {"2026-05-11 00:00", "2026-05-11"}, /* 22:00 UTC the day before */
        {"2026-01-01 00:30", "2026-01-01"}, /* 23:30 UTC the year before */
    };
    for (size_t i = 0; i < ANS_COUNT(cases); i++) {
        void *fresh;
        set_up_join(&fresh);
        struct fixture *f = fresh;
        int64_t now;
        assert_true(ans_moment_parse(ans_str_from(cases[i].now), &now));
        struct form *form = new_form(f, byn, now);
        assert_ok(f, submit(f, form));
        struct press p = press(f, form, false, now);
        struct ans_date d = ans_date_from_days(p.member.joined_on);
        assert_str(ans_date_iso(f->arena, d), cases[i].day);
        tear_down_join(&fresh);
    }
    (void)state;
}

static void a_link_confirms_once(void **state)
{
    struct fixture *f = *state;
    struct form *form = sent(f, byn);
    press(f, form, false, NOW);
    struct press again = press(f, form, false, NOW);
    assert_int_equal(again.state, ANS_LINK_USED);
    assert_str(again.member.slug, "byns-if");
    assert_int_equal(link_at(f, form->s.confirm_token, NOW), ANS_LINK_USED);
    assert_str(cell(f, "SELECT count(*) FROM mail"), "2");
    assert_str(cell(f, "SELECT count(*) FROM link"), "2");
    assert_int_equal(total(f), 1);
}

struct pressing {
    struct press p;
    struct ans_arena *arena;
    struct ans_err err;
    bool ok;
};

static void press_one(struct fixture *f, void *item)
{
    struct pressing *x = item;
    x->ok = run_press(f, &x->p, x->arena, &x->err);
}

/* Every thread presses its own token: one opens its link, the
 * others saw `else_state`. */
static void press_all(struct fixture *f, const struct ans_str tokens[THREADS],
                      enum ans_link_state else_state)
{
    struct pressing all[THREADS];
    for (size_t i = 0; i < THREADS; i++)
        all[i] = (struct pressing){.p = press_of(f, tokens[i], true, NOW),
                                   .arena = ans_arena_new(0)};
    run_gang(f, all, sizeof(all[0]), press_one);
    size_t opened = 0;
    for (size_t i = 0; i < THREADS; i++) {
        if (!all[i].ok)
            fail_msg("%s", all[i].err.text);
        if (all[i].p.state == ANS_LINK_OPEN)
            opened++;
        else
            assert_int_equal(all[i].p.state, else_state);
        ans_arena_free(all[i].arena);
    }
    assert_int_equal(opened, 1);
    assert_str(cell(f, "SELECT count(*) FROM member WHERE state = 'review'"),
               "1");
    assert_str(cell(f, "SELECT group_concat(purpose, ' ') FROM mail"
                       " WHERE purpose <> 'confirm'"),
               "welcome review");
    assert_str(cell(f, "SELECT n FROM counter WHERE name = 'member'"), "1");
}

static void sixteen_presses_on_one_link_confirm_once(void **state)
{
    struct fixture *f = *state;
    struct form *form = sent(f, byn);
    struct ans_str tokens[THREADS];
    for (size_t i = 0; i < THREADS; i++)
        tokens[i] = form->s.confirm_token;
    press_all(f, tokens, ANS_LINK_USED);
}

static void sixteen_links_of_one_organisation_confirm_one_member(void **state)
{
    struct fixture *f = *state;
    struct ans_str tokens[THREADS];
    for (size_t i = 0; i < THREADS; i++) {
        struct who who = byn;
        who.email = ans_arena_printf(f->arena, "nr%zu@exempel.se", i).ptr;
        tokens[i] = sent(f, who)->s.confirm_token;
    }
    press_all(f, tokens, ANS_LINK_TAKEN);
}

static void the_second_link_of_an_organisation_is_taken(void **state)
{
    struct fixture *f = *state;
    struct form *first = sent(f, byn);
    struct form *second = sent(f, byn);
    press(f, first, false, NOW);
    assert_int_equal(link_at(f, second->s.confirm_token, NOW), ANS_LINK_TAKEN);
    assert_int_equal(link_at(f, second->s.confirm_token, NOW + 20 * DAY),
                     ANS_LINK_TAKEN);
    assert_int_equal(press(f, second, false, NOW).state, ANS_LINK_TAKEN);
    assert_int_equal(total(f), 1);
}

static void a_link_is_open_for_seven_days(void **state)
{
    struct fixture *f = *state;
    struct form *form = sent(f, byn);
    const struct ans_str token = form->s.confirm_token;
    assert_int_equal(link_at(f, token, NOW + 7 * DAY), ANS_LINK_OPEN);
    assert_int_equal(link_at(f, token, NOW + 7 * DAY + 1), ANS_LINK_EXPIRED);
    assert_int_equal(press(f, form, false, NOW + 7 * DAY + 1).state,
                     ANS_LINK_EXPIRED);
    assert_int_equal(total(f), 0);
    assert_str(cell(f, "SELECT count(*) FROM mail"), "1");
    assert_int_equal(press(f, form, false, NOW + 7 * DAY).state, ANS_LINK_OPEN);
}

static void what_is_no_token_opens_nothing(void **state)
{
    struct fixture *f = *state;
    struct press member = joined(f, byn);
    const struct ans_str wrong[] = {
        ANS_STR(""),
        ANS_STR("x"),
        ANS_STR("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
        ANS_STR("åäö' OR 1=1"),
        member.c.welcome_token, /* another purpose */
    };
    for (size_t i = 0; i < ANS_COUNT(wrong); i++) {
        assert_int_equal(link_at(f, wrong[i], NOW), ANS_LINK_UNKNOWN);
        struct press p = press_of(f, wrong[i], false, NOW);
        assert_ok(f, run_press(f, &p, f->arena, &f->err));
        assert_int_equal(p.state, ANS_LINK_UNKNOWN);
    }
}

static bool no_mails(void *context, const struct ans_package *m,
                     struct ans_outbox_mail all[2], size_t *count,
                     struct ans_err *err)
{
    (void)context;
    (void)m;
    (void)all;
    (void)count;
    return ans_err_set(err, ANS_ERR_SCRIPT, "the mail has no words");
}

static void without_its_mail_nothing_is_confirmed(void **state)
{
    struct fixture *f = *state;
    struct form *form = sent(f, byn);
    struct press p = press_of(f, form->s.confirm_token, false, NOW);
    p.c.make_mails = no_mails;
    assert_err(f, run_press(f, &p, f->arena, &f->err), ANS_ERR_SCRIPT);
    assert_int_equal(link_at(f, form->s.confirm_token, NOW), ANS_LINK_OPEN);
    assert_int_equal(total(f), 0);
    assert_str(cell(f, "SELECT n FROM counter"), "0");
    assert_str(cell(f, "SELECT count(*) FROM link"), "1");
    struct press good = press(f, form, false, NOW);
    assert_int_equal(good.member.number, 1);
    assert_str(good.member.slug, "byns-if");
}

/* Renewing. */

static bool renew(struct fixture *f, struct ans_str old, struct ans_str new,
                  int64_t now)
{
    struct ans_outbox_mail mail = mail_of(f, "confirm", byn.email, now);
    return ans_join_renew(f->store, old, new, &mail, now, &f->err);
}

static void an_expired_link_is_renewed_by_itself(void **state)
{
    struct fixture *f = *state;
    struct form *form = sent(f, byn);
    struct ans_str old = form->s.confirm_token;
    struct ans_str new = ans_token_new(f->arena);
    int64_t now = NOW + 8 * DAY;
    assert_ok(f, renew(f, old, new, now));
    assert_int_equal(link_at(f, old, now), ANS_LINK_EXPIRED);
    assert_int_equal(link_at(f, new, now), ANS_LINK_OPEN);
    assert_int_equal(link_at(f, new, now + 7 * DAY + 1), ANS_LINK_EXPIRED);
    assert_str(cell(f, "SELECT count(*) FROM mail"), "2");
    form->s.confirm_token = new;
    assert_int_equal(press(f, form, false, now).state, ANS_LINK_OPEN);
    assert_int_equal(link_at(f, old, now), ANS_LINK_USED);
}

static void renewing_twice_in_a_moment_sends_one_mail(void **state)
{
    struct fixture *f = *state;
    struct ans_str old = sent(f, byn)->s.confirm_token;
    int64_t now = NOW + 8 * DAY;
    struct ans_str second = ans_token_new(f->arena);
    assert_ok(f, renew(f, old, ans_token_new(f->arena), now));
    assert_ok(f, renew(f, old, second, now + 9 * MINUTE));
    assert_str(cell(f, "SELECT count(*) FROM mail"), "2");
    assert_int_equal(link_at(f, second, now + 9 * MINUTE), ANS_LINK_UNKNOWN);
    assert_ok(f, renew(f, old, second, now + 10 * MINUTE));
    assert_str(cell(f, "SELECT count(*) FROM mail"), "3");
    assert_int_equal(link_at(f, second, now + 10 * MINUTE), ANS_LINK_OPEN);
}

static void only_an_expired_link_is_renewed(void **state)
{
    struct fixture *f = *state;
    struct form *form = sent(f, byn);
    struct ans_str old = form->s.confirm_token;
    struct ans_str new = ans_token_new(f->arena);
    assert_err(f, renew(f, old, new, NOW), ANS_ERR_CONFLICT);
    assert_err(f, renew(f, ans_token_new(f->arena), new, NOW),
               ANS_ERR_NOT_FOUND);
    assert_err(f, renew(f, ANS_STR("x"), new, NOW), ANS_ERR_NOT_FOUND);
    struct form *rival = sent(f, byn);
    press(f, rival, false, NOW);
    assert_err(f, renew(f, old, new, NOW + 8 * DAY), ANS_ERR_CONFLICT);
    assert_err(f, renew(f, rival->s.confirm_token, new, NOW + 8 * DAY),
               ANS_ERR_CONFLICT);
    assert_int_equal(link_at(f, new, NOW), ANS_LINK_UNKNOWN);
}

static void renewing_is_bounded_as_sending_is(void **state)
{
    struct fixture *f = *state;
    struct ans_str old = sent(f, byn)->s.confirm_token;
    int64_t now = NOW + 8 * DAY;
    for (int i = 0; i < ANS_MAILS_A_DAY; i++, now += HOUR)
        assert_ok(f, renew(f, old, ans_token_new(f->arena), now));
    struct ans_str late = ans_token_new(f->arena);
    assert_err(f, renew(f, old, late, now), ANS_ERR_LIMIT);
    assert_int_equal(link_at(f, late, now), ANS_LINK_UNKNOWN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(name, set_up_join, tear_down_join)
        T(opening_the_link_confirms_nothing),
        T(pressing_the_button_makes_a_public_member_and_a_welcome),
        cmocka_unit_test(the_day_of_joining_is_the_day_in_sweden),
        T(a_link_confirms_once),
        T(sixteen_presses_on_one_link_confirm_once),
        T(sixteen_links_of_one_organisation_confirm_one_member),
        T(the_second_link_of_an_organisation_is_taken),
        T(a_link_is_open_for_seven_days),
        T(what_is_no_token_opens_nothing),
        T(without_its_mail_nothing_is_confirmed),
        T(an_expired_link_is_renewed_by_itself),
        T(renewing_twice_in_a_moment_sends_one_mail),
        T(only_an_expired_link_is_renewed),
        T(renewing_is_bounded_as_sending_is),
#undef T
    };
    return cmocka_run_group_tests_name("join_confirm", tests, NULL, NULL);
}
