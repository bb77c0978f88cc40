/* Forms that were begun with another version of the county's script. */
#include "route/form.h"
#include "route/parent.h"

static const char *purpose(struct ans_turn *t, struct ans_str version)
{
    return ans_arena_printf(t->arena, "form %.*s", ANS_STR_ARG(version)).ptr;
}

struct ans_str ans_form_stamp(struct ans_turn *t)
{
    return ans_turn_stamp(t, purpose(t, t->county->version));
}

static struct ans_str posted_version(struct ans_turn *t)
{
    return t->q->method == ANS_POST ? ans_fields_get(&t->q->form, "_version")
                                    : ANS_STR("");
}

enum ans_post ans_form_post(struct ans_turn *t)
{
    return ans_turn_post(t, purpose(t, posted_version(t)));
}

/* The version that a form was begun with. Before anything is stored only the
 * page knows, and its stamp says that we sent it, not long ago. */
static struct ans_str begun_with(struct ans_turn *t, const struct ans_form *f)
{
    if (!f->fresh)
        return f->draft.script_version;
    return ans_form_post(t) == ANS_POST_GOOD ? posted_version(t) : ANS_STR("");
}

/* To the newest, and what was not asked before begins as its question says. */
static void bring(struct ans_turn *t, struct ans_form *f)
{
    if (f->before)
        ans_answer_changes(t->arena, f->before, t->county, t->today, &f->stored,
                           &f->changes);
    f->draft.raw = ans_answer_carry(t->arena, t->county, t->today, &f->stored);
    struct ans_fields defaults =
        ans_answer_defaults(t->arena, t->county, NULL, &f->draft.raw);
    for (size_t i = 0; i < defaults.count; i++)
        ans_fields_add(t->arena, &f->draft.raw, defaults.items[i].name,
                       defaults.items[i].value);
}

void ans_form_settle(struct ans_turn *t, struct ans_form *f)
{
    struct ans_str version = begun_with(t, f);
    f->stored = f->draft.raw;
    if (!version.len || ans_str_eq(version, t->county->version))
        return; /* it is as it was */
    const struct ans_site *then = ans_turn_recall(t, version);
    if (then && !then->county->join)
        then = NULL;
    if (then && ans_str_is(t->county->join->when_changed, "finish")) {
        t->county = then->county;
        f->runner = ans_site_runner(then);
        f->begun = true;
        return;
    }
    f->before = then ? then->county : NULL;
    if (f->fresh && f->before)
        f->stored = ans_answer_defaults(t->arena, f->before, NULL, &f->stored);
    bring(t, f);
}

/* The form as the page had it that was sent; NULL: as it is now, or nobody
 * knows. */
static const struct ans_county *page_sent(struct ans_turn *t)
{
    struct ans_str version = posted_version(t);
    if (ans_str_eq(version, t->county->version) ||
        ans_form_post(t) != ANS_POST_GOOD)
        return NULL;
    const struct ans_site *then = ans_turn_recall(t, version);
    return then && then->county->join ? then->county : NULL;
}

const struct ans_step *ans_form_receive(struct ans_turn *t, struct ans_form *f,
                                        struct ans_str id)
{
    const struct ans_step *step = ans_join_step(t->county->join, id);
    const struct ans_county *page = page_sent(t);
    if (page) {
        const struct ans_step *then = ans_join_step(page->join, id);
        if (page != f->before)
            f->stored = ans_answer_carry(t->arena, page, t->today, &f->stored);
        if (then)
            f->stored =
                ans_answer_merge(t->arena, page, then, &f->stored, &t->q->form);
        f->before = page;
        f->draft.script_version = page->version;
        bring(t, f);
    } else if (step) {
        struct ans_fields sent =
            ans_answer_carry(t->arena, t->county, t->today, &t->q->form);
        f->draft.raw =
            ans_answer_merge(t->arena, t->county, step, &f->draft.raw, &sent);
    }
    ans_parent_take(t, &f->draft.raw);
    ans_form_judge(t, f);
    return step;
}

bool ans_form_keep_before(struct ans_turn *t, const struct ans_form *f,
                          struct ans_err *err)
{
    struct ans_draft draft = f->draft;
    draft.raw = f->stored;
    return ans_draft_save(t->site->store, &draft, err);
}

static void put_labels(struct ans_turn *t, const struct ans_form *f,
                       struct ans_map *data, const char *key,
                       enum ans_change what)
{
    struct ans_list *list = NULL;
    for (size_t i = 0; i < f->changes.count; i++) {
        const struct ans_form_change *c = &f->changes.items[i];
        const struct ans_question *q =
            c->what == ANS_CHANGE_LOST ? c->from : c->to;
        if (c->what != what)
            continue;
        if (!list)
            list = ans_map_put_list(data, key);
        struct ans_said label =
            ans_text_for(&q->label, t->lang, ans_form_kind(t, f));
        ans_list_add(list, ans_value_str(label.str));
    }
}

void ans_form_put_notice(struct ans_turn *t, const struct ans_form *f,
                         struct ans_map *data, const char *notice)
{
    bool outdated = ans_form_outdated(t, f);
    if (!notice && f->begun)
        notice = "form.begun";
    else if (!notice && outdated)
        notice = "form.changed";
    if (notice)
        ans_map_put(data, "notice", ans_say_value(t, notice, NULL));
    if (!outdated || !f->before)
        return;
    struct ans_map *m = ans_map_put_map(data, "changes");
    put_labels(t, f, m, "lost", ANS_CHANGE_LOST);
    put_labels(t, f, m, "anew", ANS_CHANGE_ANEW);
    put_labels(t, f, m, "added", ANS_CHANGE_ADDED);
    ans_map_put_int(m, "carried", (int64_t)f->changes.carried);
}
