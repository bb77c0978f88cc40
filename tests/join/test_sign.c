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
    assert_ok(f, ans_sign_remind(f->store, s, ans_token_new(f->arena), token,
                                 mails, now, &f->err));
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

/* A wrong address. */

/* The first one names another address; the new one's link. */
static bool correct(struct fixture *f, const struct asked *a, const char *email,
                    int64_t now, struct ans_str *token,
                    enum ans_link_state *state)
{
    struct ans_outbox_mail mail = mail_of(f, "sign", email, now);
    const int64_t reminder = now + 3 * DAY;
    *token = ans_token_new(f->arena);
    const struct ans_asking asking = {
        .confirm_token = a->form->s.confirm_token,
        .sign_token = *token,
        .email = mail.recipient,
        .due_at = now + 10 * DAY,
        .reminders = &reminder,
        .reminder_count = 1,
        .now = now,
        .mail = &mail,
    };
    return ans_sign_correct(f->store, &asking, ANS_STR("second"), f->arena,
                            state, &f->err);
}

static void a_wrong_address_is_corrected_and_its_link_stops(void **state)
{
    struct fixture *f = *state;
    struct ans_str token;
    struct ans_signing due[4];
    enum ans_link_state was;
    struct asked a = ask_second(f);
    assert_ok(f,
              correct(f, &a, "ratt@exempel.se", NOW + 8 * DAY, &token, &was));
    assert_int_equal(was, ANS_LINK_WAITING);
    assert_int_equal(sign_at(f, a.token, NOW + 8 * DAY), ANS_SIGN_UNKNOWN);
    assert_str(cell(f, "SELECT email || asked FROM signature"),
               "ratt@exempel.se2");
    assert_str(cell(f, "SELECT json_extract(answers, '$.second') FROM member"),
               "ratt@exempel.se");
    assert_str(cell(f, "SELECT count(*) FROM audit"
                       " WHERE action = 'join.second-corrected'"),
               "1");
    assert_int_equal(due_at(f, NOW + 10 * DAY, due), 0); /* anew from then */
    assert_int_equal(due_at(f, NOW + 11 * DAY, due), 1);
    assert_str(due[0].email, "ratt@exempel.se");
    assert_int_equal(sign_at(f, token, NOW + 17 * DAY), ANS_SIGN_OPEN);
    assert_int_equal(total(f), 1);
}

static void nothing_is_corrected_when_nothing_waits(void **state)
{
    struct fixture *f = *state;
    struct ans_str token;
    enum ans_link_state was;
    struct asked a = ask_second(f);
    assert_ok(f,
              correct(f, &a, "ratt@exempel.se", NOW + 11 * DAY, &token, &was));
    assert_int_equal(was, ANS_LINK_LAPSED);
    assert_int_equal(sign_at(f, a.token, NOW + DAY), ANS_SIGN_OPEN);
    assert_ok(f, correct(f, &a, "ratt@exempel.se", NOW + DAY, &token, &was));
    assert_int_equal(was, ANS_LINK_USED);
    assert_int_equal(sign_at(f, token, NOW + DAY), ANS_SIGN_UNKNOWN);
    assert_str(cell(f, "SELECT count(*) FROM mail WHERE purpose = 'sign'"),
               "1");
}

static void so_many_are_asked_and_no_more(void **state)
{
    struct fixture *f = *state;
    struct ans_str token, last = {0};
    enum ans_link_state was;
    struct asked a = ask_second(f);
    for (int i = 1; i < ANS_SIGN_ASKED_MOST; i++) {
        char email[32];
        snprintf(email, sizeof(email), "nummer%d@exempel.se", i);
        assert_ok(f, correct(f, &a, email, NOW + i * HOUR, &last, &was));
    }
    assert_err(f, correct(f, &a, "en-till@exempel.se", NOW + DAY, &token, &was),
               ANS_ERR_LIMIT);
    assert_int_equal(sign_at(f, last, NOW + DAY), ANS_SIGN_OPEN);
}

static void an_address_that_had_its_mails_keeps_what_waits_as_it_is(
    void **state)
{
    struct fixture *f = *state;
    struct ans_str token;
    enum ans_link_state was;
    struct asked a = ask_second(f);
    for (int i = 0; i < ANS_MAILS_A_DAY; i++) {
        struct ans_outbox_mail mail = mail_of(f, "resume", "x@exempel.se", NOW);
        assert_ok(f, ans_mailing_add(f->store, &mail, &f->err));
    }
    assert_err(f, correct(f, &a, "x@exempel.se", NOW + HOUR, &token, &was),
               ANS_ERR_LIMIT);
    assert_str(cell(f, "SELECT email || asked FROM signature"),
               "ordf@exempel.se1");
    assert_int_equal(sign_at(f, a.token, NOW + DAY), ANS_SIGN_OPEN);
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
        T(a_wrong_address_is_corrected_and_its_link_stops),
        T(nothing_is_corrected_when_nothing_waits),
        T(so_many_are_asked_and_no_more),
        T(an_address_that_had_its_mails_keeps_what_waits_as_it_is),
#undef T
    };
    return cmocka_run_group_tests_name("join_sign", tests, NULL, NULL);
}
