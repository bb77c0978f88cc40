/* What comes after: the review, the welcome page, and the sweep. */
#include "join/fixture.h"

static const struct who byn = {.name = "Byns IF",
                               .kind = "association",
                               .municipality = "1980",
                               .areas = {"makt"},
                               .org_number = "8020000001",
                               .email = "kansli@exempel.se"};

/* Review. */

static bool decide(struct fixture *f, struct ans_str token, bool approve)
{
    struct ans_outbox_mail mail =
        mail_of(f, approve ? "approved" : "declined", byn.email, NOW);
    return ans_review_decide(f->store, token, approve, &mail, NOW, &f->err);
}

static enum ans_member_state reviewed(struct fixture *f, struct ans_str token)
{
    struct ans_member m;
    assert_ok(f, ans_review_find(f->store, token, f->arena, &m, &f->err));
    assert_str(m.name, "Byns IF");
    assert_str(ans_map_str(m.answers, "name"), "Byns IF");
    return m.state;
}

static void an_approved_member_becomes_public_once(void **state)
{
    struct fixture *f = *state;
    struct press p = press(f, sent(f, byn), true, NOW);
    struct ans_str token = p.c.review_token;
    assert_int_equal(p.member.state, ANS_MEMBER_REVIEW);
    assert_int_equal(total(f), 0);
    assert_int_equal(reviewed(f, token), ANS_MEMBER_REVIEW);
    assert_ok(f, decide(f, token, true));
    assert_int_equal(total(f), 1);
    assert_int_equal(reviewed(f, token), ANS_MEMBER_PUBLIC);
    assert_err(f, decide(f, token, true), ANS_ERR_CONFLICT);
    assert_err(f, decide(f, token, false), ANS_ERR_CONFLICT);
    assert_int_equal(total(f), 1);
    assert_str(cell(f, "SELECT group_concat(purpose, ' ') FROM mail"),
               "confirm welcome review approved");
    assert_str(cell(f, "SELECT group_concat(actor || ':' || action, ' ')"
                       " FROM audit"),
               "visitor:join.sent visitor:join.confirmed-for-review"
               " reviewer:review.approved");
}

static void a_declined_member_never_shows_and_may_try_again(void **state)
{
    struct fixture *f = *state;
    struct press p = press(f, sent(f, byn), true, NOW);
    assert_ok(f, decide(f, p.c.review_token, false));
    assert_int_equal(reviewed(f, p.c.review_token), ANS_MEMBER_DECLINED);
    assert_err(f, decide(f, p.c.review_token, true), ANS_ERR_CONFLICT);
    assert_int_equal(total(f), 0);
    struct ans_package package;
    assert_err(f,
               ans_welcome_find(f->store, p.c.welcome_token, f->arena, &package,
                                &f->err),
               ANS_ERR_NOT_FOUND);
    assert_int_equal(press(f, sent(f, byn), true, NOW).state, ANS_LINK_OPEN);
}

static void a_review_needs_its_own_token(void **state)
{
    struct fixture *f = *state;
    struct form *form = sent(f, byn);
    struct press p = press(f, form, true, NOW);
    const struct ans_str wrong[] = {ANS_STR(""), ANS_STR("' OR 1=1 --"),
                                    form->s.confirm_token, p.c.welcome_token,
                                    ans_token_new(f->arena)};
    for (size_t i = 0; i < ANS_COUNT(wrong); i++) {
        struct ans_member m;
        assert_err(f,
                   ans_review_find(f->store, wrong[i], f->arena, &m, &f->err),
                   ANS_ERR_NOT_FOUND);
        assert_err(f, decide(f, wrong[i], true), ANS_ERR_NOT_FOUND);
    }
    assert_int_equal(total(f), 0);
}

static void without_review_the_review_token_opens_nothing(void **state)
{
    struct fixture *f = *state;
    struct press p = joined(f, byn);
    struct ans_member m;
    assert_err(
        f, ans_review_find(f->store, p.c.review_token, f->arena, &m, &f->err),
        ANS_ERR_NOT_FOUND);
}

struct deciding {
    struct ans_str token;
    bool approve;
    bool ok;
    enum ans_err_kind kind;
};

static void decide_one(struct fixture *f, void *item)
{
    struct deciding *d = item;
    struct ans_err err = {0};
    d->ok = ans_review_decide(f->store, d->token, d->approve, NULL, NOW, &err);
    d->kind = err.kind;
}

static void sixteen_decisions_are_one(void **state)
{
    struct fixture *f = *state;
    struct press p = press(f, sent(f, byn), true, NOW);
    struct deciding all[THREADS];
    for (size_t i = 0; i < THREADS; i++)
        all[i] =
            (struct deciding){.token = p.c.review_token, .approve = i % 2 == 0};
    run_gang(f, all, sizeof(all[0]), decide_one);
    size_t decided = 0;
    bool approved = false;
    for (size_t i = 0; i < THREADS; i++) {
        if (all[i].ok) {
            decided++;
            approved = all[i].approve;
        } else {
            assert_int_equal(all[i].kind, ANS_ERR_CONFLICT);
        }
    }
    assert_int_equal(decided, 1);
    assert_int_equal(total(f), approved ? 1 : 0);
}

/* The welcome page. */

static struct ans_str offers(struct fixture *f, struct ans_str token)
{
    static const char *const words[] = {"given", "offered", "accepted",
                                        "declined"};
    struct ans_package p;
    struct ans_str out = {0};
    assert_ok(f, ans_welcome_find(f->store, token, f->arena, &p, &f->err));
    for (size_t i = 0; i < p.count; i++)
        out = ans_arena_printf(f->arena, "%.*s%s%.*s:%s", ANS_STR_ARG(out),
                               i ? " " : "", ANS_STR_ARG(p.items[i].item),
                               words[p.items[i].state]);
    return out;
}

static bool answer(struct fixture *f, struct ans_str token, const char *item,
                   bool accept)
{
    return ans_welcome_answer(f->store, token, ans_str_from(item), accept, NOW,
                              &f->err);
}

static void offers_are_accepted_and_declined_and_changed_again(void **state)
{
    struct fixture *f = *state;
    struct ans_str token = joined(f, byn).c.welcome_token;
    assert_str(offers(f, token),
               "sticker:given network:offered letter:offered");
    assert_ok(f, answer(f, token, "network", true));
    assert_ok(f, answer(f, token, "letter", false));
    assert_str(offers(f, token),
               "sticker:given network:accepted letter:declined");
    assert_ok(f, answer(f, token, "network", false));
    assert_ok(f, answer(f, token, "network", false));
    assert_str(offers(f, token),
               "sticker:given network:declined letter:declined");
    assert_str(cell(f, "SELECT group_concat(action || ':' || detail, ' ')"
                       " FROM audit WHERE action LIKE 'package%'"),
               "package.accepted:network package.declined:letter"
               " package.declined:network");
}

static void what_was_not_offered_cannot_be_answered(void **state)
{
    struct fixture *f = *state;
    struct ans_str token = joined(f, byn).c.welcome_token;
    assert_err(f, answer(f, token, "sticker", true), ANS_ERR_DENIED);
    assert_err(f, answer(f, token, "castle", true), ANS_ERR_NOT_FOUND);
    assert_err(f, answer(f, token, "", true), ANS_ERR_NOT_FOUND);
    assert_err(f, answer(f, ans_token_new(f->arena), "network", true),
               ANS_ERR_NOT_FOUND);
    assert_err(f, answer(f, ANS_STR("x"), "network", true), ANS_ERR_NOT_FOUND);
    assert_str(offers(f, token),
               "sticker:given network:offered letter:offered");
}

static bool leave_job(struct ans_db *db, void *context, struct ans_err *err)
{
    return ans_member_withdraw(db, context, ANS_MEMBER_LEFT, err);
}

static void who_has_left_has_no_welcome_page(void **state)
{
    struct fixture *f = *state;
    struct press p = joined(f, byn);
    assert_ok(f, ans_store_write(f->store, leave_job, &p.member, &f->err));
    struct ans_package package;
    assert_err(f,
               ans_welcome_find(f->store, p.c.welcome_token, f->arena, &package,
                                &f->err),
               ANS_ERR_NOT_FOUND);
    assert_err(f, answer(f, p.c.welcome_token, "network", true),
               ANS_ERR_NOT_FOUND);
}

static void a_member_under_review_has_its_welcome_page(void **state)
{
    struct fixture *f = *state;
    struct press p = press(f, sent(f, byn), true, NOW);
    struct ans_package package;
    assert_ok(f, ans_welcome_find(f->store, p.c.welcome_token, f->arena,
                                  &package, &f->err));
    assert_int_equal(package.member.state, ANS_MEMBER_REVIEW);
    assert_int_equal(package.count, 3);
}

/* The sweep. */

static bool sweep(struct fixture *f, int64_t now)
{
    bool more = false;
    assert_ok(f, ans_join_sweep(f->store, now, &more, &f->err));
    return more;
}

static void a_sweep_takes_what_lapsed_and_leaves_the_rest(void **state)
{
    struct fixture *f = *state;
    sent(f, byn);
    struct who other = {.name = "Orten", .email = "ort@exempel.se"};
    joined(f, other);
    new_draft(f);
    assert_false(sweep(f, NOW + 30 * DAY));
    assert_str(cell(f, "SELECT count(*) FROM member"), "2");
    assert_str(cell(f, "SELECT count(*) FROM draft"), "3");
    assert_false(sweep(f, NOW + 30 * DAY + 1));
    assert_str(cell(f, "SELECT name FROM member"), "Orten");
    assert_str(cell(f, "SELECT count(*) FROM draft"), "0");
    assert_str(cell(f, "SELECT count(*) FROM commitment"), "1");
    assert_str(cell(f, "SELECT count(*) FROM package_item"), "3");
    assert_str(cell(f, "SELECT count(*) FROM link"), "2");
    assert_str(cell(f, "SELECT actor || member FROM audit"
                       " WHERE action = 'join.lapsed'"),
               "system1");
    assert_int_equal(total(f), 1);
}

static void a_renewed_link_keeps_its_member_from_the_sweep(void **state)
{
    struct fixture *f = *state;
    struct ans_str old = sent(f, byn)->s.confirm_token;
    struct ans_str new = ans_token_new(f->arena);
    int64_t now = NOW + 29 * DAY;
    struct ans_outbox_mail mail = mail_of(f, "confirm", byn.email, now);
    assert_ok(f, ans_join_renew(f->store, old, new, &mail, now, &f->err));
    sweep(f, NOW + 35 * DAY);
    assert_int_equal(link_at(f, new, NOW + 35 * DAY), ANS_LINK_OPEN);
    sweep(f, NOW + 36 * DAY + 1);
    assert_int_equal(link_at(f, new, NOW + 35 * DAY), ANS_LINK_UNKNOWN);
}

static bool drafts_job(struct ans_db *db, void *context, struct ans_err *err)
{
    (void)context;
    for (int i = 0; i < 250; i++) {
        if (!ans_stmt_run(
                ans_stmt_get(db,
                             "INSERT INTO draft (token, script_version, lang,"
                             " updated_at, raw)"
                             " VALUES (randomblob(32), '', 'sv', 0, '[]')",
                             err),
                err))
            return false;
    }
    return true;
}

static void a_sweep_is_bounded_and_says_when_there_is_more(void **state)
{
    struct fixture *f = *state;
    assert_ok(f, ans_store_write(f->store, drafts_job, NULL, &f->err));
    assert_true(sweep(f, NOW));
    assert_str(cell(f, "SELECT count(*) FROM draft"), "150");
    assert_true(sweep(f, NOW));
    assert_false(sweep(f, NOW));
    assert_str(cell(f, "SELECT count(*) FROM draft"), "0");
}

static void ids_of_swept_members_do_not_come_back(void **state)
{
    struct fixture *f = *state;
    int64_t first = sent(f, byn)->member.id;
    sweep(f, NOW + 31 * DAY);
    assert_str(cell(f, "SELECT count(*) FROM member"), "0");
    assert_true(sent(f, byn)->member.id > first);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(name, set_up_join, tear_down_join)
        T(an_approved_member_becomes_public_once),
        T(a_declined_member_never_shows_and_may_try_again),
        T(a_review_needs_its_own_token),
        T(without_review_the_review_token_opens_nothing),
        T(sixteen_decisions_are_one),
        T(offers_are_accepted_and_declined_and_changed_again),
        T(what_was_not_offered_cannot_be_answered),
        T(who_has_left_has_no_welcome_page),
        T(a_member_under_review_has_its_welcome_page),
        T(a_sweep_takes_what_lapsed_and_leaves_the_rest),
        T(a_renewed_link_keeps_its_member_from_the_sweep),
        T(a_sweep_is_bounded_and_says_when_there_is_more),
        T(ids_of_swept_members_do_not_come_back),
#undef T
    };
    return cmocka_run_group_tests_name("join_welcome", tests, NULL, NULL);
}
