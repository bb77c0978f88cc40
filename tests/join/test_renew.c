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
static struct form *renewing_form(struct fixture *f, int64_t member,
                                  struct who who, struct ans_draft *draft)
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
    return form;
}

static bool renew(struct fixture *f, int64_t member, struct who who,
                  struct ans_draft *draft, struct ans_member *out)
{
    struct form *form = renewing_form(f, member, who, draft);
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

/* By two. */

struct two {
    struct ans_draft draft;
    struct ans_str first, second; /* links */
    bool again;
};

static bool ask_two(struct fixture *f, int64_t member, struct who who,
                    struct two *two)
{
    struct form *form = renewing_form(f, member, who, &two->draft);
    struct ans_outbox_mail first =
        mail_of(f, "renew_waits", who.email, NOW + DAY);
    struct ans_outbox_mail mail =
        mail_of(f, "sign", "ordf@exempel.se", NOW + DAY);
    two->first = ans_token_new(f->arena);
    two->second = ans_token_new(f->arena);
    const struct ans_asking asking = {
        .confirm_token = two->first,
        .sign_token = two->second,
        .email = mail.recipient,
        .due_at = NOW + 10 * DAY,
        .now = NOW + DAY,
        .mail = &mail,
    };
    return ans_renew_ask_second(f->store, &form->s, &asking, &first, f->arena,
                                &two->again, &f->err);
}

static enum ans_sign_state sign_at(struct fixture *f, struct ans_str token,
                                   int64_t now)
{
    struct press p = press_of(f, token, true, now);
    struct ans_signing out;
    p.c.context = &p.c;
    p.c.review = false;
    assert_ok(f, ans_sign(f->store, &p.c, f->arena, &out, &f->err));
    return out.state;
}

static int64_t waits_until(struct fixture *f, int64_t member, int64_t now)
{
    int64_t due_at;
    assert_ok(f, ans_renew_waits(f->store, member, now, &due_at, &f->err));
    return due_at;
}

static void what_one_has_sent_changes_nothing_until_the_other_signs(
    void **state)
{
    struct fixture *f = *state;
    struct two two = {0};
    struct press p = joined(f, byn);
    struct who now = byn;
    now.name = "Byns idrottsförening";
    now.areas[0] = "halsa";
    assert_ok(f, ask_two(f, p.member.id, now, &two));
    assert_int_equal(link_at(f, two.first, NOW + 2 * DAY), ANS_LINK_WAITING);
    assert_int_equal(waits_until(f, p.member.id, NOW + DAY), NOW + 10 * DAY);
    assert_str(cell(f, "SELECT name FROM member WHERE state = 'public'"),
               "Byns IF");
    assert_int_equal(total(f), 1);
    assert_int_equal(sign_at(f, two.second, NOW + 2 * DAY), ANS_SIGN_OPEN);
    assert_str(cell(f, "SELECT group_concat(name || strategy || areas || slug"
                       " || number || state) FROM member"),
               "Byns idrottsföreningnewhalsabyns-if1public");
    assert_int_equal(total(f), 1);
    assert_int_equal(waits_until(f, p.member.id, NOW + DAY), 0);
    assert_int_equal(sign_at(f, two.second, NOW + 2 * DAY), ANS_SIGN_DONE);
    assert_int_equal(link_at(f, two.first, NOW + 2 * DAY), ANS_LINK_USED);
    assert_str(cell(f, "SELECT renewed_on FROM renewal"),
               ans_arena_printf(f->arena, "%d", (int)(TODAY + 2)).ptr);
}

static void a_renewal_by_two_is_sealed_in_a_row(void **state)
{
    struct fixture *f = *state;
    struct two two = {0};
    struct press p = joined(f, byn);
    assert_ok(f, ask_two(f, p.member.id, byn, &two));
    assert_int_equal(sign_at(f, two.second, NOW + 2 * DAY), ANS_SIGN_OPEN);
    struct ans_commitment sealed[3];
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    for (int i = 0; i < 3; i++)
        assert_ok(f, ans_commitment_nth(db, p.member.id, i + 1, f->arena,
                                        &sealed[i], &f->err));
    ans_store_release(f->store, db);
    for (int i = 1; i < 3; i++) {
        struct ans_str before = ans_hash_hex(f->arena, sealed[i - 1].hash);
        assert_true(ans_str_find_str(sealed[i].document, before) > 0);
    }
    assert_true(ans_str_find_str(sealed[2].document, ANS_STR("signatures")) >
                0);
    assert_str(cell(f, "SELECT count(*) FROM commitment"), "3");
    assert_str(cell(f, "SELECT count(*) FROM package_item"), "3");
    assert_str(cell(f, "SELECT group_concat(action, ' ') FROM audit"
                       " WHERE member = 1 AND at > 0"),
               "join.sent join.confirmed renewal.second-asked"
               " join.second-signed member.renewed");
}

static void a_newer_form_takes_the_place_of_one_that_waits(void **state)
{
    struct fixture *f = *state;
    struct two older = {0}, newer = {0};
    struct press p = joined(f, byn);
    assert_ok(f, ask_two(f, p.member.id, byn, &older));
    assert_ok(f, ask_two(f, p.member.id, byn, &newer));
    assert_int_equal(sign_at(f, older.second, NOW + 2 * DAY), ANS_SIGN_UNKNOWN);
    assert_int_equal(link_at(f, older.first, NOW + 2 * DAY), ANS_LINK_UNKNOWN);
    assert_false(newer.again);
    assert_ok(f, ask_two(f, p.member.id, byn, &newer)); /* the same draft */
    assert_true(newer.again);
    assert_str(cell(f, "SELECT count(*) FROM signature"), "1");
}

static void nothing_is_signed_for_who_renewed_or_left_meanwhile(void **state)
{
    struct fixture *f = *state;
    struct two two = {0}, other = {0};
    struct ans_draft draft = {0};
    struct ans_member m;
    struct press p = joined(f, byn);
    struct press q = joined(f, ort);
    assert_ok(f, ask_two(f, p.member.id, byn, &two));
    assert_ok(f, ask_two(f, q.member.id, ort, &other));
    assert_err(f, ask_two(f, p.member.id, ort, &(struct two){0}),
               ANS_ERR_CONFLICT);
    assert_ok(f, renew(f, p.member.id, byn, &draft, &m));
    assert_int_equal(sign_at(f, two.second, NOW + 2 * DAY), ANS_SIGN_TAKEN);
    assert_int_equal(link_at(f, two.first, NOW + 2 * DAY), ANS_LINK_TAKEN);
    assert_ok(f, withdraw(f, &q.member, ANS_MEMBER_LEFT));
    assert_int_equal(sign_at(f, other.second, NOW + 2 * DAY), ANS_SIGN_TAKEN);
}

static void a_renewal_that_is_not_signed_in_time_leaves_all_as_it_was(
    void **state)
{
    struct fixture *f = *state;
    struct two two = {0};
    struct ans_signing due[2];
    struct ans_member m;
    size_t count;
    bool more, expired;
    struct press p = joined(f, byn);
    assert_ok(f, ask_two(f, p.member.id, byn, &two));
    assert_ok(f, ans_sign_due(f->store, NOW + 11 * DAY, 2, f->arena, due,
                              &count, &f->err));
    assert_int_equal(count, 1);
    assert_int_equal(due[0].renews, p.member.id);
    struct ans_str anew = ans_token_new(f->arena);
    struct ans_outbox_mail mails[2] = {
        mail_of(f, "sign_lapsed", "a@exempel.se", NOW + 11 * DAY),
        mail_of(f, "sign_lapsed", "b@exempel.se", NOW + 11 * DAY)};
    assert_ok(f, ans_sign_remind(f->store, &due[0], anew, ANS_STR(""), mails,
                                 NOW + 11 * DAY, &f->err));
    assert_int_equal(sign_at(f, two.second, NOW + 11 * DAY), ANS_SIGN_LAPSED);
    assert_ok(f, ans_renew_find(f->store, anew, NOW + 12 * DAY, f->arena, &m,
                                &expired, &f->err));
    assert_int_equal(m.id, p.member.id); /* may begin again */
    assert_ok(f, ans_join_sweep(f->store, NOW + 60 * DAY, &more, &f->err));
    assert_str(
        cell(f, "SELECT count(*) || max(strategy) FROM member"),
        ans_arena_printf(f->arena, "1%.*s", ANS_STR_ARG(p.member.strategy))
            .ptr);
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
        T(what_one_has_sent_changes_nothing_until_the_other_signs),
        T(a_renewal_by_two_is_sealed_in_a_row),
        T(a_newer_form_takes_the_place_of_one_that_waits),
        T(nothing_is_signed_for_who_renewed_or_left_meanwhile),
        T(a_renewal_that_is_not_signed_in_time_leaves_all_as_it_was),
#undef T
    };
    return cmocka_run_group_tests_name("join_renew", tests, NULL, NULL);
}
