#include "join/invitation.h"

#include "join/fixture.h"

static struct ans_str invite(struct fixture *f, const char *email, int64_t now,
                             bool *invited)
{
    struct ans_str token = ans_token_new(f->arena);
    struct ans_outbox_mail mail = mail_of(f, "invite", email, now);
    const struct ans_invitation i = {.email = ans_str_from(email),
                                     .name = ANS_STR("Byn"),
                                     .lang = ANS_STR("sv"),
                                     .invited_at = now};
    assert_ok(f,
              ans_invitation_add(f->store, &i, token, &mail, invited, &f->err));
    return token;
}

static struct ans_invitation look(struct fixture *f, struct ans_str token,
                                  int64_t now)
{
    struct ans_invitation i;
    assert_ok(f,
              ans_invitation_find(f->store, token, now, f->arena, &i, &f->err));
    return i;
}

/* A form that began with an invitation, sent. */
static bool send_by(struct fixture *f, int64_t invitation, const char *name,
                    struct form **out)
{
    struct form *form = new_form(f,
                                 (struct who){.name = name,
                                              .kind = "association",
                                              .municipality = "1980",
                                              .email = "a@exempel.se"},
                                 NOW);
    form->draft.invitation = invitation;
    *out = form;
    return submit(f, form);
}

static void an_invitation_is_used_when_its_member_is_confirmed(void **state)
{
    struct fixture *f = *state;
    struct form *form;
    struct form *other;
    bool invited;
    struct ans_str token = invite(f, "a@exempel.se", NOW, &invited);
    assert_true(invited);
    struct ans_invitation i = look(f, token, NOW);
    assert_int_equal(i.state, ANS_INVITATION_OPEN);
    assert_ok(f, send_by(f, i.id, "Byn", &form));
    assert_int_equal(look(f, token, NOW).state, ANS_INVITATION_OPEN);
    press(f, form, false, NOW);
    assert_int_equal(look(f, token, NOW).state, ANS_INVITATION_USED);
    assert_err(f, send_by(f, i.id, "En annan", &other), ANS_ERR_CONFLICT);
    invite(f, "A@exempel.se", NOW, &invited);
    assert_false(invited);
    assert_str(cell(f, "SELECT count(*) FROM mail WHERE purpose = 'invite'"),
               "1");
}

static void an_address_has_one_invitation_and_the_newest_link_holds(
    void **state)
{
    struct fixture *f = *state;
    bool invited;
    struct ans_str old = invite(f, "a@exempel.se", NOW, &invited);
    int64_t id = look(f, old, NOW).id;
    struct ans_str now = invite(f, "A@Exempel.se", NOW + DAY, &invited);
    assert_int_equal(look(f, old, NOW).state, ANS_INVITATION_UNKNOWN);
    assert_int_equal(look(f, now, NOW).id, id);
}

static void invitations_end_and_are_forgotten(void **state)
{
    struct fixture *f = *state;
    bool invited;
    bool more;
    struct ans_str token = invite(f, "a@exempel.se", NOW, &invited);
    assert_int_equal(look(f, token, NOW + 90 * DAY).state, ANS_INVITATION_OPEN);
    assert_int_equal(look(f, token, NOW + 91 * DAY).state,
                     ANS_INVITATION_EXPIRED);
    assert_ok(f, ans_join_sweep(f->store, NOW + 119 * DAY, &more, &f->err));
    assert_str(cell(f, "SELECT count(*) FROM invitation"), "1");
    assert_ok(f, ans_join_sweep(f->store, NOW + 121 * DAY, &more, &f->err));
    assert_str(cell(f, "SELECT count(*) FROM invitation"), "0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define T(name)                                                                \
    cmocka_unit_test_setup_teardown(name, set_up_join, tear_down_join)
        T(an_invitation_is_used_when_its_member_is_confirmed),
        T(an_address_has_one_invitation_and_the_newest_link_holds),
        T(invitations_end_and_are_forgotten),
#undef T
    };
    return cmocka_run_group_tests_name("join_invitation", tests, NULL, NULL);
}
