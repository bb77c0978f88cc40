#include "county/county.h"

#include "county/vocab.h"

const char *const ans_kinds[] = {
    "municipality", "region",     "state", "university", "association",
    "company",      "foundation", "joint", "other",      NULL};
const size_t ans_kind_count = sizeof ans_kinds / sizeof ans_kinds[0] - 1;

static const struct ans_node *find_node(const struct ans_nodes *nodes,
                                        struct ans_str id)
{
    for (size_t i = 0; i < nodes->count; i++)
        if (ans_str_eq(nodes->items[i]->id, id))
            return nodes->items[i];
    return NULL;
}

bool ans_keep_parse(struct ans_str s, struct ans_keep *out)
{
    int64_t n;
    *out = (struct ans_keep){0};
    if (ans_str_is(s, "with membership"))
        return true;
    if (!ans_str_int(ans_str_cut(&s, ' '), &n) || n < 1 || n > 100)
        return false;
    struct ans_str unit = ans_str_cut(&s, ' ');
    if (ans_str_is(unit, n == 1 ? "year" : "years"))
        out->years = (int)n;
    else if (ans_str_is(unit, n == 1 ? "month" : "months"))
        out->months = (int)n;
    else if (ans_str_is(unit, n == 1 ? "day" : "days"))
        out->days = (int)n;
    else
        return false;
    out->after_joining = ans_str_is(s, "after joining");
    return out->after_joining || ans_str_is(s, "after leaving");
}

int64_t ans_date_end(struct ans_date d)
{
    if (d.day)
        return ans_date_to_days(d);
    struct ans_date next = {d.year, d.month + 1, 0};
    if (!d.month || next.month > 12)
        next = (struct ans_date){d.year + 1, 1, 0};
    return ans_date_to_days(next) - 1;
}

/* Is `a` the better choice on `day`? In force beats coming beats gone; of
 * those in force one that takes members, and that began last; of those coming
 * the first, of those gone the last. */
static bool is_better(const struct ans_strategy *a,
                      const struct ans_strategy *b, int64_t day)
{
    int rank_a = ans_strategy_last_day(a) < day    ? 0
                 : ans_strategy_first_day(a) > day ? 1
                                                   : 2;
    int rank_b = ans_strategy_last_day(b) < day    ? 0
                 : ans_strategy_first_day(b) > day ? 1
                                                   : 2;
    if (rank_a != rank_b)
        return rank_a > rank_b;
    if (rank_a == 2 && a->takes_members != b->takes_members)
        return a->takes_members;
    if (rank_a == 0)
        return ans_strategy_last_day(a) > ans_strategy_last_day(b);
    return rank_a == 1 ? ans_strategy_first_day(a) < ans_strategy_first_day(b)
                       : ans_strategy_first_day(a) > ans_strategy_first_day(b);
}

const struct ans_strategy *ans_county_strategy(const struct ans_county *c,
                                               int64_t day)
{
    const struct ans_strategy *best = NULL;
    for (size_t i = 0; i < c->strategies.count; i++) {
        const struct ans_strategy *s = ANS_AT(ans_strategy, c->strategies, i);
        if (!best || is_better(s, best, day))
            best = s;
    }
    return best;
}

const struct ans_strategy *ans_county_strategy_joined(
    const struct ans_county *c, int64_t day)
{
    const struct ans_strategy *best = NULL;
    for (size_t i = 0; i < c->strategies.count; i++) {
        const struct ans_strategy *s = ANS_AT(ans_strategy, c->strategies, i);
        if (s->takes_members && (!best || is_better(s, best, day)))
            best = s;
    }
    return best ? best : ans_county_strategy(c, day);
}

const struct ans_strategy *ans_county_strategy_next(const struct ans_county *c,
                                                    int64_t day)
{
    const struct ans_strategy *next = NULL;
    for (size_t i = 0; i < c->strategies.count; i++) {
        const struct ans_strategy *s = ANS_AT(ans_strategy, c->strategies, i);
        int64_t first = ans_strategy_first_day(s);
        if (first > day && (!next || first < ans_strategy_first_day(next)))
            next = s;
    }
    return next;
}

const struct ans_strategy *ans_county_strategy_at(const struct ans_county *c,
                                                  struct ans_str id)
{
    return (const struct ans_strategy *)find_node(&c->strategies, id);
}

bool ans_county_open(const struct ans_county *c, int64_t day)
{
    if (!c->join)
        return false;
    const struct ans_strategy *s = ans_county_strategy_joined(c, day);
    return s->takes_members && (ans_strategy_in_force(s, day) ||
                                !ans_str_is(c->join->between, "closed"));
}

const struct ans_area *ans_strategy_area(const struct ans_strategy *s,
                                         struct ans_str id)
{
    const struct ans_node *found = find_node(&s->areas, id);
    for (size_t i = 0; !found && i < s->areas.count; i++)
        found = find_node(&ANS_AT(ans_area, s->areas, i)->areas, id);
    return (const struct ans_area *)found;
}

static const struct ans_area *area_that_was(const struct ans_nodes *areas,
                                            struct ans_str id)
{
    const struct ans_area *found = NULL;
    for (size_t i = 0; !found && i < areas->count; i++) {
        const struct ans_area *a = ANS_AT(ans_area, *areas, i);
        found = ans_strs_has(&a->was, id) ? a : area_that_was(&a->areas, id);
    }
    return found;
}

const struct ans_area *ans_strategy_area_once(const struct ans_strategy *s,
                                              struct ans_str id)
{
    const struct ans_area *found = ans_strategy_area(s, id);
    return found ? found : area_that_was(&s->areas, id);
}

static const struct ans_area *area_on(
    const struct ans_county *c, struct ans_str id, int64_t day,
    const struct ans_area *(*find)(const struct ans_strategy *s,
                                   struct ans_str id))
{
    const struct ans_area *found = NULL;
    const struct ans_strategy *of = NULL;
    for (size_t i = 0; i < c->strategies.count; i++) {
        const struct ans_strategy *s = ANS_AT(ans_strategy, c->strategies, i);
        const struct ans_area *a = find(s, id);
        if (a && (!of || is_better(s, of, day))) {
            found = a;
            of = s;
        }
    }
    return found;
}

const struct ans_area *ans_county_area(const struct ans_county *c,
                                       struct ans_str id, int64_t day)
{
    return area_on(c, id, day, ans_strategy_area);
}

const struct ans_area *ans_county_area_once(const struct ans_county *c,
                                            struct ans_str id, int64_t day)
{
    return area_on(c, id, day, ans_strategy_area_once);
}

const struct ans_national_goal *ans_county_national(const struct ans_county *c,
                                                    struct ans_str id)
{
    return (const struct ans_national_goal *)find_node(&c->national, id);
}

const struct ans_municipality *ans_county_municipality(
    const struct ans_county *c, struct ans_str code)
{
    return (const struct ans_municipality *)find_node(&c->municipalities, code);
}

const struct ans_covered *ans_county_around(const struct ans_county *c,
                                            struct ans_str municipality)
{
    for (size_t i = 0; i < c->covers.count && c->covers.count > 1; i++)
        if (ans_str_starts(municipality, c->covers.items[i]->id))
            return ANS_AT(ans_covered, c->covers, i);
    return NULL;
}

const struct ans_page *ans_county_page(const struct ans_county *c,
                                       struct ans_str id)
{
    return (const struct ans_page *)find_node(&c->pages, id);
}

const struct ans_step *ans_join_step(const struct ans_join *j,
                                     struct ans_str id)
{
    return (const struct ans_step *)find_node(&j->steps, id);
}

const struct ans_question *ans_join_question(const struct ans_join *j,
                                             struct ans_str id)
{
    for (size_t i = 0; i < j->steps.count; i++) {
        const struct ans_step *step = ANS_AT(ans_step, j->steps, i);
        const struct ans_node *q = find_node(&step->questions, id);
        if (q)
            return (const struct ans_question *)q;
    }
    return NULL;
}

bool ans_strs_has(const struct ans_strs *strs, struct ans_str s)
{
    for (size_t i = 0; i < strs->count; i++)
        if (ans_str_eq(strs->items[i], s))
            return true;
    return false;
}

const struct ans_question *ans_questions_once(const struct ans_nodes *nodes,
                                              struct ans_str id)
{
    const struct ans_node *now = find_node(nodes, id);
    for (size_t i = 0; !now && i < nodes->count; i++)
        if (ans_strs_has(&ANS_AT(ans_question, *nodes, i)->was, id))
            now = nodes->items[i];
    return (const struct ans_question *)now;
}

const struct ans_question *ans_join_question_once(const struct ans_join *j,
                                                  struct ans_str id)
{
    const struct ans_question *q = ans_join_question(j, id);
    for (size_t i = 0; !q && i < j->steps.count; i++)
        q = ans_questions_once(&ANS_AT(ans_step, j->steps, i)->questions, id);
    return q;
}

const struct ans_question *ans_join_question_of(const struct ans_join *j,
                                                enum ans_question_type type)
{
    for (size_t i = 0; i < j->steps.count; i++) {
        const struct ans_step *step = ANS_AT(ans_step, j->steps, i);
        for (size_t k = 0; k < step->questions.count; k++) {
            const struct ans_question *q =
                ANS_AT(ans_question, step->questions, k);
            if (q->type == type)
                return q;
        }
    }
    return NULL;
}

bool ans_join_admits(const struct ans_join *j, struct ans_str kind)
{
    for (size_t i = 0; i < j->may_join.count; i++)
        if (ans_str_eq(j->may_join.items[i], kind))
            return true;
    return !j->may_join.count;
}

const struct ans_item *ans_welcome_item(const struct ans_welcome *w,
                                        struct ans_str id)
{
    return (const struct ans_item *)find_node(&w->items, id);
}

const struct ans_option *ans_question_option(const struct ans_question *q,
                                             struct ans_str id)
{
    return (const struct ans_option *)find_node(&q->options, id);
}

const struct ans_option *ans_question_option_once(const struct ans_question *q,
                                                  struct ans_str id)
{
    const struct ans_option *now = ans_question_option(q, id);
    for (size_t i = 0; !now && i < q->options.count; i++)
        if (ans_strs_has(&ANS_AT(ans_option, q->options, i)->was, id))
            now = ANS_AT(ans_option, q->options, i);
    return now;
}

struct ans_str ans_county_email(const struct ans_county *c)
{
    for (size_t i = 0; i < c->contacts.count; i++) {
        const struct ans_contact *contact = ANS_AT(ans_contact, c->contacts, i);
        if (contact->email.len)
            return contact->email;
    }
    return ANS_STR("");
}

bool ans_county_reviews(const struct ans_county *c)
{
    return c->join && c->join->review && ans_county_email(c).len;
}

const char *ans_item_word(enum ans_item_kind kind)
{
    size_t count;
    const struct ans_word *const *words = ans_words(&count);
    for (size_t i = 0; i < count; i++)
        if (words[i]->size == sizeof(struct ans_item) &&
            words[i]->tag_offset == offsetof(struct ans_item, kind) &&
            words[i]->tag == (int)kind)
            return words[i]->name;
    return "";
}

const struct ans_milestone *ans_county_milestone(const struct ans_county *c,
                                                 int64_t members)
{
    const struct ans_milestone *best = NULL;
    int64_t highest = 0;
    for (size_t i = 0; i < c->milestones.count; i++) {
        const struct ans_milestone *m = ANS_AT(ans_milestone, c->milestones, i);
        int64_t n;
        if (!ans_str_int(m->node.id, &n) || n > members || n <= highest)
            continue;
        best = m;
        highest = n;
    }
    return best;
}

bool ans_alert_active(const struct ans_alert *a, int64_t now)
{
    return now >= a->from && (!a->to || now < a->to);
}
