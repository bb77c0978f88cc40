#include "join/renew.h"

#include "join/fixture.h"

static const struct who byn = {.name = "Byns IF",
                               .kind = "association",
                               .municipality = "1980",
                               .areas = {"makt"},
                               .org_number = "8020000001",
                               .email = "kansli@exempel.se"};
static const struct who ort = {.name = "Ortens IF",
                               .kind = "association",
                               .municipality = "1980",
                               .areas = {"makt"},
                               .org_number = "8020000019",
                               .email = "ort@exempel.se"};

static size_t renewable(struct fixture *f, const char *strategy,
                        struct ans_renewable out[8])
{
    size_t count;
    assert_ok(f, ans_renew_list(f->store, ans_str_from(strategy), 0, 8,
                                f->arena, out, &count, &f->err));
    return count;
}

static struct ans_str ask(struct fixture *f, int64_t member)
{
    struct ans_str token = ans_token_new(f->arena);
    struct ans_outbox_mail mail = mail_of(f, "renew", "a@exempel.se", NOW);
    assert_ok(f, ans_renew_ask(f->store, member, ANS_STR("new"), token, &mail,
                               &f->err));
    return token;
}

static bool renewed_mail(void *context, const struct ans_member *member,
                         struct ans_outbox_mail *mail, struct ans_err *err)
{
    (void)err;
    *mail = mail_of(context, "renewed", "a@exempel.se", NOW);
    mail->subject = member->slug;
    return true;
}

/* A form of `who`, who promises under the strategy "new". */
static bool renew(struct fixture *f, int64_t member, struct who who,
                  struct ans_draft *draft, struct ans_member *out)
{
    struct form *form = new_form(f, who, NOW + DAY);
    form->member.strategy = ANS_STR("new");
    if (!draft->id) {
        draft->script_version = ANS_STR("abc");
        draft->lang = ANS_STR("sv");
        draft->renews = member;
        assert_ok(f, ans_draft_new(f->store, f->arena, draft, &f->err));
    }
    form->s.draft = draft;
    const struct ans_renewing r = {.s = &form->s,
                                   .today = TODAY + 1,
                                   .welcome_token = ans_token_new(f->arena),
                                   .make_mail = renewed_mail,
                                   .context = f};
    return ans_renew(f->store, &r, f->arena, out, &f->err);
}

static void who_stands_under_another_strategy_is_asked(void **state)
{
    struct fixture *f = *state;
    struct ans_renewable out[8];
    struct press p = joined(f, byn);
    sent(f, ort); /* not confirmed */
    assert_int_equal(renewable(f, "new", out), 1);
    assert_str(out[0].member.name, "Byns IF");
    assert_int_equal(out[0].asked_at, 0);
    struct ans_str mine = out[0].member.strategy;
    assert_int_equal(
        renewable(f, ans_arena_printf(f->arena, "%.*s", ANS_STR_ARG(mine)).ptr,
                  out),
        0);
    ask(f, p.member.id);
    assert_int_equal(renewable(f, "new", out), 1);
    assert_int_equal(out[0].asked_at, NOW);
}

static void a_link_leads_to_its_member_until_it_is_too_old(void **state)
{
    struct fixture *f = *state;
    struct ans_member m;
    bool expired;
    struct press p = joined(f, byn);
    struct ans_str token = ask(f, p.member.id);
    assert_ok(f, ans_renew_find(f->store, token, NOW + 180 * DAY, f->arena, &m,
                                &expired, &f->err));
    assert_int_equal(m.id, p.member.id);
    assert_false(expired);
    assert_ok(f, ans_renew_find(f->store, token, NOW + 181 * DAY, f->arena, &m,
                                &expired, &f->err));
    assert_true(expired);
    assert_ok(f, ans_renew_find(f->store, ans_token_new(f->arena), NOW,
                                f->arena, &m, &expired, &f->err));
    assert_int_equal(m.id, 0);
}

static void who_renews_stays_the_member_it_was(void **state)
{
    struct fixture *f = *state;
    struct ans_member m;
    struct ans_draft draft = {0};
    struct press p = joined(f, byn);
    struct who now = byn;
    now.name = "Byns idrottsförening";
    now.areas[0] = "halsa";
    assert_ok(f, renew(f, p.member.id, now, &draft, &m));
    assert_int_equal(m.id, p.member.id);
    assert_int_equal(m.number, 1);
    assert_str(m.slug, "byns-if");
    assert_int_equal(m.joined_on, TODAY);
    assert_str(cell(f, "SELECT name || strategy || areas FROM member"),
               "Byns idrottsföreningnewhalsa");
    assert_str(cell(f, "SELECT count(*) FROM commitment"), "2");
    assert_str(cell(f, "SELECT count(*) FROM package_item"), "3");
    assert_str(cell(f, "SELECT group_concat(n, '') FROM register_filter"
                       " WHERE area <> '' AND municipality = '' AND kind = ''"
                       " AND n > 0"),
               "1");
    assert_int_equal(total(f), 1);
}

static void renewing_twice_is_renewing_once(void **state)
{
    struct fixture *f = *state;
    struct ans_member m;
    struct ans_draft draft = {0};
    struct press p = joined(f, byn);
    assert_ok(f, renew(f, p.member.id, byn, &draft, &m));
    assert_ok(f, renew(f, p.member.id, byn, &draft, &m));
    assert_str(cell(f, "SELECT count(*) FROM commitment"), "2");
    assert_str(cell(f, "SELECT count(*) FROM mail WHERE purpose = 'renewed'"),
               "1");
    struct ans_renewed *days;
    size_t count;
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    assert_ok(f, ans_renew_history(db, p.member.id, f->arena, &days, &count,
                                   &f->err));
    ans_store_release(f->store, db);
    assert_int_equal(count, 1);
    assert_int_equal(days[0].day, TODAY + 1);
    assert_str(days[0].strategy, "new");
}

static void nobody_becomes_another_member_by_renewing(void **state)
{
    struct fixture *f = *state;
    struct ans_member m;
    struct ans_draft draft = {0};
    struct press p = joined(f, byn);
    joined(f, ort);
    assert_err(f, renew(f, p.member.id, ort, &draft, &m), ANS_ERR_CONFLICT);
    assert_str(cell(f, "SELECT count(*) FROM commitment"), "2");
    assert_str(cell(f, "SELECT name FROM member ORDER BY id LIMIT 1"),
               "Byns IF");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(name, set_up_join, tear_down_join)
        T(who_stands_under_another_strategy_is_asked),
        T(a_link_leads_to_its_member_until_it_is_too_old),
        T(who_renews_stays_the_member_it_was),
        T(renewing_twice_is_renewing_once),
        T(nobody_becomes_another_member_by_renewing),
#undef T
    };
    return cmocka_run_group_tests_name("join_renew", tests, NULL, NULL);
}
