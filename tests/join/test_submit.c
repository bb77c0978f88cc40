#include "join/fixture.h"

static const struct who byn = {.name = "Byns IF",
                               .kind = "association",
                               .municipality = "1980",
                               .areas = {"makt"},
                               .org_number = "8020000001",
                               .email = "kansli@exempel.se"};

static struct ans_str mails(struct fixture *f)
{
    return cell(f, "SELECT group_concat(purpose || '>' || recipient, ' ')"
                   " FROM (SELECT * FROM mail ORDER BY id) AS m");
}

static void a_sent_form_is_a_member_a_seal_a_package_a_mail_and_a_note(
    void **state)
{
    struct fixture *f = *state;
    struct form *form = sent(f, byn);
    assert_int_not_equal(form->member.id, 0);
    assert_str(cell(f, "SELECT state || number || slug || joined_on ||"
                       " '|' || org_number || submitted_at FROM member"),
               ans_arena_printf(f->arena, "unconfirmed00|8020000001%lld",
                                (long long)NOW)
                   .ptr);
    assert_str(cell(f, "SELECT document FROM commitment"),
               "{\"form\":\"anslut commitment 1\"}");
    assert_str(cell(f, "SELECT group_concat(item || ':' || state, ' ') FROM"
                       " (SELECT * FROM package_item ORDER BY place) AS p"),
               "sticker:given network:offered letter:offered");
    assert_str(mails(f), "confirm>kansli@exempel.se");
    assert_str(cell(f, "SELECT actor || ' ' || action || ' ' || member || ' '"
                       " || detail FROM audit"),
               "visitor join.sent 1 abc");
    assert_int_equal(link_at(f, form->s.confirm_token, NOW), ANS_LINK_OPEN);
    assert_int_equal(total(f), 0);
}

static void the_seal_is_the_hash_of_the_document(void **state)
{
    struct fixture *f = *state;
    struct form *form = sent(f, byn);
    struct ans_commitment c;
    struct ans_db *db = ans_store_acquire(f->store, &f->err);
    assert_ok(f, db);
    assert_ok(f, ans_commitment_of(db, form->member.id, f->arena, &c, &f->err));
    ans_store_release(f->store, db);
    struct ans_hash hash = ans_hash_of(form->s.commitment);
    assert_memory_equal(c.hash.bytes, hash.bytes, ANS_HASH_SIZE);
    assert_str(c.document, "{\"form\":\"anslut commitment 1\"}");
    assert_int_equal(c.sealed_at, NOW);
}

static void sending_again_is_a_success_without_effect(void **state)
{
    struct fixture *f = *state;
    struct form *form = sent(f, byn);
    form->member.id = 0;
    form->s.confirm_token = ans_token_new(f->arena);
    assert_ok(f, submit(f, form));
    assert_int_equal(form->member.id, 0);
    assert_str(cell(f, "SELECT count(*) FROM member"), "1");
    assert_str(cell(f, "SELECT count(*) FROM audit"), "1");
    assert_str(mails(f), "confirm>kansli@exempel.se");
    assert_int_equal(link_at(f, form->s.confirm_token, NOW), ANS_LINK_UNKNOWN);
}

struct sending {
    struct form form;
    bool ok;
};

static void send_one(struct fixture *f, void *item)
{
    struct sending *s = item;
    struct ans_err err = {0};
    s->ok = ans_join_submit(f->store, &s->form.s, &err);
}

static void sixteen_presses_on_send_make_one_member(void **state)
{
    struct fixture *f = *state;
    struct sending all[THREADS];
    struct form *first = new_form(f, byn, NOW);
    for (size_t i = 0; i < THREADS; i++) {
        all[i].form = *first;
        all[i].form.s.member = &all[i].form.member;
        all[i].form.s.confirm_token = ans_token_new(f->arena);
    }
    run_gang(f, all, sizeof(all[0]), send_one);
    size_t made = 0;
    size_t open = 0;
    for (size_t i = 0; i < THREADS; i++) {
        assert_true(all[i].ok);
        made += all[i].form.member.id != 0;
        open += link_at(f, all[i].form.s.confirm_token, NOW) == ANS_LINK_OPEN;
    }
    assert_int_equal(made, 1);
    assert_int_equal(open, 1);
    assert_str(cell(f, "SELECT count(*) FROM member"), "1");
    assert_str(cell(f, "SELECT count(*) FROM mail"), "1");
    assert_str(cell(f, "SELECT count(*) FROM audit"), "1");
}

static void an_organisation_may_wait_for_several_confirmations(void **state)
{
    struct fixture *f = *state;
    sent(f, byn);
    struct who other = byn;
    other.email = "annan@exempel.se";
    struct form *form = sent(f, other);
    assert_int_not_equal(form->member.id, 0);
    assert_str(mails(f), "confirm>kansli@exempel.se confirm>annan@exempel.se");
}

static void an_organisation_that_has_joined_gets_a_mail_and_nothing_else(
    void **state)
{
    struct fixture *f = *state;
    joined(f, byn);
    assert_ok(f, run(f, "DELETE FROM mail"));
    struct who other = byn;
    other.email = "annan@exempel.se";
    struct form *form = sent(f, other);
    assert_int_equal(form->member.id, 0);
    assert_str(cell(f, "SELECT count(*) FROM member"), "1");
    assert_str(cell(f, "SELECT count(*) FROM commitment"), "1");
    assert_str(mails(f), "already>annan@exempel.se notice>kansli@exempel.se");
    assert_int_equal(link_at(f, form->s.confirm_token, NOW), ANS_LINK_UNKNOWN);
    struct ans_draft back;
    assert_ok(f, ans_draft_find(f->store, form->draft.token, f->arena, &back,
                                &f->err));
    assert_int_equal(back.member, -1);
    assert_ok(f, submit(f, form));
    assert_str(mails(f), "already>annan@exempel.se notice>kansli@exempel.se");
}

static void a_member_under_review_has_joined_as_well(void **state)
{
    struct fixture *f = *state;
    press(f, sent(f, byn), true, NOW);
    assert_int_equal(sent(f, byn)->member.id, 0);
}

static void the_members_own_address_gets_one_mail_not_two(void **state)
{
    struct fixture *f = *state;
    joined(f, byn);
    assert_ok(f, run(f, "DELETE FROM mail"));
    struct who same = byn;
    same.email = "KANSLI@exempel.se";
    sent(f, same);
    assert_str(mails(f), "already>KANSLI@exempel.se");
}

static void a_member_without_an_address_gets_no_notice(void **state)
{
    struct fixture *f = *state;
    joined(f, byn);
    assert_ok(f, run(f, "DELETE FROM mail"));
    assert_ok(f, run(f, "UPDATE member SET email = ''"));
    sent(f, byn);
    assert_str(mails(f), "already>kansli@exempel.se");
}

static void a_sixth_mail_a_day_to_one_address_is_refused(void **state)
{
    struct fixture *f = *state;
    for (int i = 0; i < ANS_MAILS_A_DAY; i++)
        sent(f, byn);
    struct who shouting = byn;
    shouting.email = "Kansli@EXEMPEL.se";
    struct form *form = new_form(f, shouting, NOW);
    assert_err(f, submit(f, form), ANS_ERR_LIMIT);
    assert_str(cell(f, "SELECT count(*) FROM member"), "5");
    struct ans_draft back;
    assert_ok(f, ans_draft_find(f->store, form->draft.token, f->arena, &back,
                                &f->err));
    assert_int_equal(back.member, 0);
    assert_int_equal(back.raw.count, 1);
    form->s.now = form->confirm.created_at = NOW + DAY + 1;
    assert_ok(f, submit(f, form));
    assert_int_not_equal(form->member.id, 0);
}

/* Or the bound would tell who is a member. */
static void the_bound_is_the_same_for_who_has_joined(void **state)
{
    struct fixture *f = *state;
    joined(f, byn);
    assert_ok(f, run(f, "DELETE FROM mail"));
    for (int i = 0; i < ANS_MAILS_A_DAY; i++)
        sent(f, byn);
    assert_err(f, submit(f, new_form(f, byn, NOW)), ANS_ERR_LIMIT);
}

static void a_member_is_not_flooded_with_notices_and_nobody_learns(void **state)
{
    struct fixture *f = *state;
    joined(f, byn);
    assert_ok(f, run(f, "DELETE FROM mail"));
    for (int i = 0; i < 8; i++) {
        struct who other = byn;
        other.email = ans_arena_printf(f->arena, "nummer%d@exempel.se", i).ptr;
        sent(f, other);
    }
    assert_str(cell(f, "SELECT count(*) FROM mail WHERE purpose = 'notice'"),
               "5");
    assert_str(cell(f, "SELECT count(*) FROM mail WHERE purpose = 'already'"),
               "8");
}

static void a_form_that_is_gone_cannot_be_sent(void **state)
{
    struct fixture *f = *state;
    struct form *form = new_form(f, byn, NOW);
    assert_ok(f, run(f, "DELETE FROM draft"));
    assert_err(f, submit(f, form), ANS_ERR_NOT_FOUND);
    assert_str(cell(f, "SELECT count(*) FROM member"), "0");
}

/* The last step but one fails: its token is taken. */
static void what_cannot_be_stored_whole_is_not_stored_at_all(void **state)
{
    struct fixture *f = *state;
    struct form *first = sent(f, byn);
    struct form *second = new_form(f, byn, NOW);
    second->s.confirm_token = first->s.confirm_token;
    assert_err(f, submit(f, second), ANS_ERR_CONFLICT);
    assert_int_equal(second->member.id, 0);
    static const char *const tables[][2] = {
        {"SELECT count(*) FROM member", "1"},
        {"SELECT count(*) FROM commitment", "1"},
        {"SELECT count(*) FROM package_item", "3"},
        {"SELECT count(*) FROM link", "1"},
        {"SELECT count(*) FROM mail", "1"},
        {"SELECT count(*) FROM audit", "1"},
        {"SELECT count(*) FROM draft WHERE member = 0 AND raw <> ''", "1"},
    };
    for (size_t i = 0; i < ANS_COUNT(tables); i++)
        assert_str(cell(f, tables[i][0]), tables[i][1]);
    second->s.confirm_token = ans_token_new(f->arena);
    assert_ok(f, submit(f, second));
}

static bool file_has(const char *path, struct ans_str what)
{
    FILE *in = fopen(path, "rb");
    if (!in)
        return false;
    static char bytes[4 * 1024 * 1024];
    size_t len = fread(bytes, 1, sizeof(bytes), in);
    fclose(in);
    return ans_str_find_str((struct ans_str){bytes, len}, what) >= 0;
}

static void tokens_are_nowhere_in_the_database(void **state)
{
    struct fixture *f = *state;
    struct form *form = sent(f, byn);
    struct press p = press(f, form, true, NOW);
    const struct ans_str tokens[] = {form->draft.token, form->s.confirm_token,
                                     p.c.welcome_token, p.c.review_token};
    char wal[176];
    snprintf(wal, sizeof(wal), "%s-wal", f->path);
    assert_true(file_has(wal, ANS_STR("kansli@exempel.se")) ||
                file_has(f->path, ANS_STR("kansli@exempel.se")));
    for (size_t i = 0; i < ANS_COUNT(tokens); i++) {
        assert_false(file_has(wal, tokens[i]));
        assert_false(file_has(f->path, tokens[i]));
    }
}

static void a_form_that_waits_changes_no_page(void **state)
{
    struct fixture *f = *state;
    const _Atomic uint64_t *generation = ans_store_generation(f->store);
    uint64_t before = *generation;
    struct form *form = sent(f, byn);
    assert_int_equal(*generation, before);
    press(f, form, false, NOW);
    assert_int_not_equal(*generation, before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(name, set_up_join, tear_down_join)
        T(a_sent_form_is_a_member_a_seal_a_package_a_mail_and_a_note),
        T(the_seal_is_the_hash_of_the_document),
        T(sending_again_is_a_success_without_effect),
        T(sixteen_presses_on_send_make_one_member),
        T(an_organisation_may_wait_for_several_confirmations),
        T(an_organisation_that_has_joined_gets_a_mail_and_nothing_else),
        T(a_member_under_review_has_joined_as_well),
        T(the_members_own_address_gets_one_mail_not_two),
        T(a_member_without_an_address_gets_no_notice),
        T(a_sixth_mail_a_day_to_one_address_is_refused),
        T(the_bound_is_the_same_for_who_has_joined),
        T(a_member_is_not_flooded_with_notices_and_nobody_learns),
        T(a_form_that_is_gone_cannot_be_sent),
        T(what_cannot_be_stored_whole_is_not_stored_at_all),
        T(tokens_are_nowhere_in_the_database),
        T(a_form_that_waits_changes_no_page),
#undef T
    };
    return cmocka_run_group_tests_name("join_submit", tests, NULL, NULL);
}
