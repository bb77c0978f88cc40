/* fixture: forms that are sent, and links that are pressed. On top of the
 * fixture of member.
 */
#pragma once

#include "member/fixture.h"

#include <pthread.h>

#include "base/clock.h"
#include "join/commitment.h"
#include "join/join.h"

#define MINUTE INT64_C(60000)
#define HOUR   (60 * MINUTE)
#define DAY    (24 * HOUR)

#define THREADS 16

static inline int set_up_join(void **state)
{
    ans_clock_set(NOW);
    return set_up(state);
}

static inline int tear_down_join(void **state)
{
    ans_clock_set(0);
    return tear_down(state);
}

static inline struct ans_draft new_draft(struct fixture *f)
{
    struct ans_draft d = {.script_version = ANS_STR("abc"),
                          .lang = ANS_STR("sv")};
    ans_fields_add(f->arena, &d.raw, ANS_STR("name"), ANS_STR("Byn"));
    assert_ok(f, ans_draft_new(f->store, f->arena, &d, &f->err));
    return d;
}

static inline struct ans_outbox_mail mail_of(struct fixture *f,
                                             const char *purpose,
                                             const char *to, int64_t now)
{
    return (struct ans_outbox_mail){
        .token = ans_token_new(f->arena),
        .purpose = ans_str_from(purpose),
        .recipient = ans_str_from(to),
        .lang = ANS_STR("sv"),
        .subject = ANS_STR("Ämne"),
        .plain = ANS_STR("Text"),
        .html = ANS_STR("<p>Text</p>"),
        .created_at = now,
    };
}

/* A form on its way, with all that belongs to it. */
struct form {
    struct ans_draft draft;
    struct ans_member member;
    struct ans_outbox_mail confirm, already, notice;
    struct ans_submission s;
};

static inline bool again_mails(void *context, struct ans_outbox_mail mails[2],
                               struct ans_err *err)
{
    const struct form *form = context;
    (void)err;
    mails[0] = form->already;
    mails[1] = form->notice;
    return true;
}

static inline struct form *new_form(struct fixture *f, struct who who,
                                    int64_t now)
{
    struct form *form = ANS_NEW(f->arena, struct form);
    form->draft = new_draft(f);
    form->member = member_of(f->arena, &who);
    form->confirm = mail_of(f, "confirm", who.email, now);
    form->already = mail_of(f, "already", who.email, now);
    form->notice = mail_of(f, "notice", who.email, now);
    form->s = (struct ans_submission){
        .draft = &form->draft,
        .member = &form->member,
        .commitment = ANS_STR("{\"form\":\"anslut commitment 1\"}"),
        .confirm_token = ans_token_new(f->arena),
        .confirm_mail = &form->confirm,
        .make_again = again_mails,
        .context = form,
        .item_ids = {ANS_STR("sticker"), ANS_STR("network"), ANS_STR("letter")},
        .item_offers = {false, true, true},
        .item_count = 3,
        .now = now,
    };
    return form;
}

static inline bool submit(struct fixture *f, struct form *form)
{
    return ans_join_submit(f->store, &form->s, &f->err);
}

/* Sent, with the mails of a person who never sent anything before. */
static inline struct form *sent(struct fixture *f, struct who who)
{
    struct form *form = new_form(f, who, NOW);
    assert_ok(f, submit(f, form));
    return form;
}

static inline bool welcome_mails(void *context,
                                 const struct ans_package *package,
                                 struct ans_outbox_mail mails[2], size_t *count,
                                 struct ans_err *err)
{
    const struct ans_member *m = &package->member;
    (void)err;
    static const char text[] = "Välkommen";
    const struct ans_confirmation *c = context;
    *count = c->review ? 2 : 1;
    for (size_t i = 0; i < *count; i++)
        mails[i] = (struct ans_outbox_mail){
            .token = ANS_STR("t"),
            .purpose = i ? ANS_STR("review") : ANS_STR("welcome"),
            .recipient = i ? ANS_STR("granskare@exempel.se") : m->email,
            .lang = m->lang,
            .subject = m->slug,
            .plain = ANS_STR(text),
            .html = ANS_STR(text),
            .created_at = c->now,
        };
    return true;
}

/* What comes of pressing a confirmation link's button. */
struct press {
    struct ans_confirmation c;
    enum ans_link_state state;
    struct ans_member member;
};

static inline struct press press_of(struct fixture *f, struct ans_str token,
                                    bool review, int64_t now)
{
    return (struct press){
        .c = {.confirm_token = token,
              .welcome_token = ans_token_new(f->arena),
              .review_token = ans_token_new(f->arena),
              .review = review,
              .now = now,
              .make_mails = welcome_mails},
    };
}

static inline bool run_press(struct fixture *f, struct press *p,
                             struct ans_arena *arena, struct ans_err *err)
{
    p->c.context = &p->c;
    return ans_join_confirm(f->store, &p->c, arena, &p->state, &p->member, err);
}

static inline struct press press(struct fixture *f, const struct form *form,
                                 bool review, int64_t now)
{
    struct press p = press_of(f, form->s.confirm_token, review, now);
    assert_ok(f, run_press(f, &p, f->arena, &f->err));
    return p;
}

/* Sent and confirmed. */
static inline struct press joined(struct fixture *f, struct who who)
{
    struct press p = press(f, sent(f, who), false, NOW);
    assert_int_equal(p.state, ANS_LINK_OPEN);
    return p;
}

static inline enum ans_link_state link_at(struct fixture *f,
                                          struct ans_str token, int64_t now)
{
    enum ans_link_state state;
    struct ans_member m;
    assert_ok(
        f, ans_join_link(f->store, token, now, f->arena, &state, &m, &f->err));
    return state;
}

/* The same work by many threads at once. */

struct gang {
    struct fixture *f;
    void (*work)(struct fixture *f, void *item);
    void *item;
    pthread_barrier_t *start;
};

static inline void *run_gang_member(void *context)
{
    struct gang *g = context;
    pthread_barrier_wait(g->start);
    g->work(g->f, g->item);
    return NULL;
}

static inline void run_gang(struct fixture *f, void *items, size_t size,
                            void (*work)(struct fixture *f, void *item))
{
    pthread_barrier_t start;
    pthread_t threads[THREADS];
    struct gang gang[THREADS];
    pthread_barrier_init(&start, NULL, THREADS);
    for (size_t i = 0; i < THREADS; i++) {
        gang[i] = (struct gang){f, work, (char *)items + i * size, &start};
        assert_int_equal(
            pthread_create(&threads[i], NULL, run_gang_member, &gang[i]), 0);
    }
    for (size_t i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
    pthread_barrier_destroy(&start);
}
