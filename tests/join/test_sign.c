#include "codec/json.h"
#include "join/fixture.h"
#include "join/sign.h"

static const struct who byn = {.name = "Byns kommun",
                               .kind = "municipality",
                               .municipality = "1980",
                               .areas = {"makt"},
                               .org_number = "2120000001",
                               .email = "kansli@exempel.se"};

/* Asked of a second one, who has ten days; reminded of after 3 and 6. */
struct asked {
    struct form *form;
    struct ans_str token;
    int64_t reminders[2];
};

static struct asked ask_second(struct fixture *f)
{
    struct asked a = {.form = sent(f, byn),
                      .token = ans_token_new(f->arena),
                      .reminders = {NOW + 3 * DAY, NOW + 6 * DAY}};
    struct ans_outbox_mail mail = mail_of(f, "sign", "ordf@exempel.se", NOW);
    enum ans_link_state state;
    struct ans_member m;
    const struct ans_asking asking = {
        .confirm_token = a.form->s.confirm_token,
        .sign_token = a.token,
        .email = mail.recipient,
        .due_at = NOW + 10 * DAY,
        .reminders = a.reminders,
        .reminder_count = 2,
        .now = NOW,
        .mail = &mail,
    };
    assert_ok(f,
              ans_sign_ask(f->store, &asking, f->arena, &state, &m, &f->err));
    assert_int_equal(state, ANS_LINK_OPEN);
    /* pressed again: nothing more happens */
    assert_ok(f,
              ans_sign_ask(f->store, &asking, f->arena, &state, &m, &f->err));
    assert_int_equal(state, ANS_LINK_WAITING);
    return a;
}

static enum ans_sign_state sign_at(struct fixture *f, struct ans_str token,
                                   int64_t now)
{
    struct press p = press_of(f, token, false, now);
    struct ans_signing out;
    p.c.context = &p.c;
    assert_ok(f, ans_sign(f->store, &p.c, f->arena, &out, &f->err));
    return out.state;
}

static size_t due_at(struct fixture *f, int64_t now, struct ans_signing out[4])
{
    size_t count;
    assert_ok(f,
              ans_sign_due(f->store, now, 4, f->arena, out, &count, &f->err));
    return count;
}

static void remind(struct fixture *f, const struct ans_signing *s,
                   struct ans_str token, int64_t now)
{
    struct ans_outbox_mail mails[2] = {
        mail_of(f, "sign_waits", "kansli@exempel.se", now),
        mail_of(f, "sign_again", "ordf@exempel.se", now)};
    assert_ok(f, ans_sign_remind(f->store, s, token, mails, now, &f->err));
}

static void the_first_signature_alone_makes_no_member(void **state)
{
    struct fixture *f = *state;
    struct asked a = ask_second(f);
    assert_int_equal(link_at(f, a.form->s.confirm_token, NOW),
                     ANS_LINK_WAITING);
    assert_int_equal(link_at(f, a.form->s.confirm_token, NOW + 9 * DAY),
                     ANS_LINK_WAITING);
    struct press p = press(f, a.form, false, NOW);
    assert_int_equal(p.state, ANS_LINK_WAITING);
    assert_int_equal(total(f), 0);
    assert_str(cell(f, "SELECT count(*) FROM mail WHERE purpose = 'sign'"),
               "1");
}

static void the_second_signature_makes_the_member_once(void **state)
{
    struct fixture *f = *state;
    struct asked a = ask_second(f);
    assert_int_equal(sign_at(f, a.token, NOW + DAY), ANS_SIGN_OPEN);
    assert_int_equal(total(f), 1);
    assert_int_equal(sign_at(f, a.token, NOW + DAY), ANS_SIGN_DONE);
    assert_int_equal(total(f), 1);
    assert_int_equal(link_at(f, a.form->s.confirm_token, NOW + DAY),
                     ANS_LINK_USED);
    assert_str(cell(f, "SELECT count(*) FROM mail WHERE purpose = 'welcome'"),
               "1");
}

static void both_signatures_are_sealed_beside_what_was_sent(void **state)
{
    struct fixture *f = *state;
    struct asked a = ask_second(f);
    assert_int_equal(sign_at(f, a.token, NOW + DAY), ANS_SIGN_OPEN);
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    struct ans_commitment sealed;
    int64_t member = a.form->member.id;
    assert_ok(f, ans_commitment_of(db, member, f->arena, &sealed, &f->err));
    ans_store_release(f->store, db);
    struct ans_hash hash = ans_hash_of(sealed.document);
    assert_memory_equal(hash.bytes, sealed.hash.bytes, ANS_HASH_SIZE);
    struct ans_value doc;
    assert_ok(f, ans_json_read(f->arena, sealed.document, &doc, &f->err));
    struct ans_hash first = ans_hash_of(a.form->s.commitment);
    assert_true(ans_str_eq(ans_map_str(doc.map, "previous"),
                           ans_hash_hex(f->arena, first)));
    struct ans_list *list = ans_map_find(doc.map, "signatures").list;
    assert_int_equal(list->count, 2);
    assert_str(ans_map_str(list->items[1].map, "by"), "second");
    assert_true(ans_str_find_str(sealed.document, ANS_STR("ordf@")) < 0);
    assert_str(cell(f, "SELECT count(*) FROM commitment"), "2");
}

static void reminders_come_once_each_and_a_late_one_never(void **state)
{
    struct fixture *f = *state;
    struct ans_signing due[4];
    struct ans_str token = ans_token_new(f->arena);
    ask_second(f);
    assert_int_equal(due_at(f, NOW + 2 * DAY, due), 0);
    assert_int_equal(due_at(f, NOW + 3 * DAY, due), 1);
    assert_int_equal(due[0].state, ANS_SIGN_OPEN);
    assert_str(due[0].email, "ordf@exempel.se");
    assert_str(due[0].member.name, "Byns kommun");
    remind(f, &due[0], token, NOW + 3 * DAY);
    remind(f, &due[0], ans_token_new(f->arena), NOW + 3 * DAY); /* too late */
    assert_str(cell(f, "SELECT count(*) FROM mail WHERE purpose LIKE 'sign_%'"
                       " AND purpose <> 'sign'"),
               "2");
    assert_int_equal(due_at(f, NOW + 5 * DAY, due), 0);
    assert_int_equal(sign_at(f, token, NOW + 5 * DAY), ANS_SIGN_OPEN);
    assert_int_equal(due_at(f, NOW + 20 * DAY, due), 0);
}

static void when_the_time_is_up_nothing_can_be_signed(void **state)
{
    struct fixture *f = *state;
    struct ans_signing due[4];
    struct asked a = ask_second(f);
    assert_int_equal(sign_at(f, a.token, NOW + 10 * DAY + 1), ANS_SIGN_LAPSED);
    assert_int_equal(due_at(f, NOW + 11 * DAY, due), 1);
    assert_int_equal(due[0].state, ANS_SIGN_LAPSED);
    remind(f, &due[0], ANS_STR(""), NOW + 11 * DAY);
    assert_int_equal(due_at(f, NOW + 30 * DAY, due), 0);
    assert_int_equal(link_at(f, a.form->s.confirm_token, NOW + 11 * DAY),
                     ANS_LINK_LAPSED);
    assert_int_equal(sign_at(f, a.token, NOW), ANS_SIGN_LAPSED);
    assert_int_equal(total(f), 0);
    assert_str(cell(f, "SELECT email FROM signature"), "");
}

static void what_waits_for_a_signature_is_not_swept(void **state)
{
    struct fixture *f = *state;
    bool more;
    ask_second(f);
    assert_ok(f, ans_join_sweep(f->store, NOW + 16 * DAY, &more, &f->err));
    assert_str(cell(f, "SELECT count(*) FROM member"), "1");
    assert_ok(f, ans_join_sweep(f->store, NOW + 31 * DAY, &more, &f->err));
    assert_str(cell(f, "SELECT count(*) FROM member"), "0");
    assert_str(cell(f, "SELECT count(*) FROM signature"), "0");
}

static void an_organisation_that_joined_meanwhile_signs_no_more(void **state)
{
    struct fixture *f = *state;
    struct asked a = ask_second(f);
    joined(f, byn);
    assert_int_equal(sign_at(f, a.token, NOW + DAY), ANS_SIGN_TAKEN);
    assert_int_equal(total(f), 1);
    assert_int_equal(sign_at(f, ans_token_new(f->arena), NOW),
                     ANS_SIGN_UNKNOWN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(name, set_up_join, tear_down_join)
        T(the_first_signature_alone_makes_no_member),
        T(the_second_signature_makes_the_member_once),
        T(both_signatures_are_sealed_beside_what_was_sent),
        T(reminders_come_once_each_and_a_late_one_never),
        T(when_the_time_is_up_nothing_can_be_signed),
        T(what_waits_for_a_signature_is_not_swept),
        T(an_organisation_that_joined_meanwhile_signs_no_more),
#undef T
    };
    return cmocka_run_group_tests_name("join_sign", tests, NULL, NULL);
}
