#include "trial/running.h"

/* The walk of one persona, as one expectation (or none) has it. */
static bool walk(struct ans_running *r, const struct ans_persona *p,
                 const struct ans_expect *e, struct ans_err *err)
{
    struct ans_trial_options o = *r->o;
    struct ans_trial *t = ANS_NEW(r->arena, struct ans_trial);
    o.today = ans_persona_day(p, e, ans_tests_day(o.county, o.today));
    o.lang = e && e->language.len ? e->language : o.county->languages.items[0];
    if (!ans_trial_walk(&o, p, r->arena, t, err))
        return false;
    ans_running_note(r, t);
    /* Who ought to have joined and did not meets nothing as expected. */
    if (ans_running_joins(r, p, e, t) && e)
        ans_running_expect(r, p, e, t);
    return true;
}

bool ans_tests_run(const struct ans_tests *tests,
                   const struct ans_trial_options *o, struct ans_arena *arena,
                   struct ans_test_run *out, struct ans_err *err)
{
    struct ans_running r = {tests, o, arena, out};
    *out = (struct ans_test_run){0};
    if (!o->county->join)
        return true;
    ans_running_list(&r);
    for (size_t i = 0; i < tests->personas.count; i++) {
        const struct ans_persona *p = ANS_AT(ans_persona, tests->personas, i);
        bool any = false;
        for (size_t k = 0; k < tests->expects.count; k++) {
            const struct ans_expect *e = ANS_AT(ans_expect, tests->expects, k);
            if (!ans_str_eq(e->node.id, p->node.id))
                continue;
            any = true;
            if (!walk(&r, p, e, err))
                return false;
        }
        if (!any && !walk(&r, p, NULL, err))
            return false;
    }
    return true;
}

/* The ids or words that were expected, for one sentence; or those that ought
 * not to be. */
static struct ans_str list_differences(struct ans_arena *arena,
                                       const struct ans_miss *m)
{
    struct ans_str list = {0};
    bool first = m->differences.count && m->differences.items[0].expected;
    for (size_t i = 0; i < m->differences.count; i++) {
        const struct ans_difference *d = &m->differences.items[i];
        if (d->expected == first)
            list = ans_arena_printf(arena, "%.*s%s%.*s", ANS_STR_ARG(list),
                                    i ? ", " : "", ANS_STR_ARG(d->text));
    }
    return list;
}

/* Why somebody who ought to have joined has not, with the field by which a test
 * says so. */
static void add_end(const struct ans_miss *m, struct ans_faults *faults)
{
    static const char *const claims[] = {
        [ANS_TRIAL_REFUSED] = "is_refused",
        [ANS_TRIAL_CLOSED] = "is_closed",
        [ANS_TRIAL_UNINVITED] = "is_uninvited",
    };
    const struct ans_trial *t = m->trial;
    struct ans_str name = m->persona->node.id;
    struct ans_str none = {0};
    if (t->end == ANS_TRIAL_CURRENT)
        ans_fault_add(faults, ANS_FAULT_TEST_NOT_DUE, m->file, m->line, name,
                      m->persona->renews->node.id, none);
    else if (t->end == ANS_TRIAL_STUCK)
        ans_fault_add(faults, ANS_FAULT_TEST_STUCK, m->file, m->line, name,
                      t->problems.items[0].field,
                      ans_str_from(t->problems.items[0].code));
    else
        ans_fault_add(faults, ANS_FAULT_TEST_REFUSED, m->file, m->line, name,
                      ans_str_from(claims[t->end]), none);
}

static void add_fault(const struct ans_miss *m, struct ans_faults *faults)
{
    const struct ans_trial *t = m->trial;
    struct ans_str name = m->persona->node.id;
    struct ans_str none = {0};
    if (t->rule_err.kind)
        ans_fault_add(faults, ANS_FAULT_TEST_RULE, m->file, m->line, name,
                      ans_str_from(t->rule_err.text), none);
    else if (m->field)
        ans_fault_add(faults, ANS_FAULT_TEST_FAILED, m->file, m->line, name,
                      ans_str_from(m->field),
                      list_differences(faults->arena, m));
    else
        add_end(m, faults);
}

void ans_tests_faults(const struct ans_test_run *run, struct ans_faults *faults)
{
    for (size_t i = 0; i < run->misses.count; i++)
        add_fault(&run->misses.items[i], faults);
}
