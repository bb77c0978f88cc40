/* Joining as a whole: the form has what the portal cannot do without. */
#include "county/building.h"

/* Words that stand where a step's id does in addresses. */
static const char *const reserved[] = {"kontrollera", "spara"};

static size_t count_type(const struct ans_join *j, enum ans_question_type type,
                         const struct ans_question **last)
{
    size_t count = 0;
    for (size_t i = 0; i < j->steps.count; i++) {
        const struct ans_step *step = ANS_AT(ans_step, j->steps, i);
        for (size_t k = 0; k < step->questions.count; k++) {
            const struct ans_question *q =
                ANS_AT(ans_question, step->questions, k);
            if (q->type != type)
                continue;
            *last = q;
            count++;
        }
    }
    return count;
}

static void check_single(struct ans_build *b, const struct ans_join *j,
                         enum ans_question_type type)
{
    const struct ans_question *last = NULL;
    if (count_type(j, type, &last) < 2)
        return;
    const struct ans_question *first = ans_join_question_of(j, type);
    ANS_BUILD_FAULT(b, ans_build_spot(&last->node), TOO_MANY,
                    ans_str_from(last->node.word->name),
                    ans_build_where(b, &first->node), ANS_NONE);
}

static void check_needed(struct ans_build *b, const struct ans_join *j)
{
    static const struct {
        enum ans_question_type type;
        const char *word;
    } needed[] = {{ANS_Q_NAME, "question.name"}, {ANS_Q_KIND, "question.kind"}};
    for (size_t i = 0; i < ANS_COUNT(needed); i++) {
        check_single(b, j, needed[i].type);
        if (!ans_join_question_of(j, needed[i].type))
            ANS_BUILD_FAULT(b, ans_build_spot(&j->node), MISSING_QUESTION,
                            ans_str_from(needed[i].word), ANS_NONE, ANS_NONE);
    }
    check_single(b, j, ANS_Q_ORG_NUMBER);
    check_single(b, j, ANS_Q_MEMBER);
    check_single(b, j, ANS_Q_BODIES);
    const struct ans_question *mail = ans_join_question_of(j, ANS_Q_EMAIL);
    if (!mail)
        ANS_BUILD_FAULT(b, ans_build_spot(&j->node), JOIN_NO_EMAIL, ANS_NONE,
                        ANS_NONE, ANS_NONE);
    else if (mail->shown_when.op != ANS_RULE_ALWAYS)
        ANS_BUILD_FAULT(b, ans_build_field_spot(b, &mail->node, "shown_when"),
                        MAIL_HIDDEN, mail->node.id, ANS_NONE, ANS_NONE);
    else if (!mail->required)
        ANS_BUILD_FAULT(b, ans_build_field_spot(b, &mail->node, "required"),
                        ALWAYS_REQUIRED, mail->node.id, ANS_NONE, ANS_NONE);
}

/* The link to review goes to the county's first address. */
static void check_review(struct ans_build *b, const struct ans_join *j)
{
    const struct ans_county *c = b->county;
    for (size_t i = 0; i < c->contacts.count; i++) {
        const struct ans_contact *one = ANS_AT(ans_contact, c->contacts, i);
        /* An address that is wrong is a fault already. */
        if (one->email.len || ans_build_said(b, &one->node, "email"))
            return;
    }
    if (j->review && b->county_decl)
        ANS_BUILD_FAULT(b, ans_build_field_spot(b, &j->node, "review"),
                        REVIEW_NO_EMAIL, ANS_NONE, ANS_NONE, ANS_NONE);
}

static void report_empty(struct ans_build *b, const struct ans_node *node,
                         const char *word)
{
    ANS_BUILD_FAULT(b, ans_build_spot(node), NO_CHILDREN,
                    ans_str_from(node->word->name), node->id,
                    ans_str_from(ans_word_find(ans_str_from(word))->example));
}

/* A page sends at most 256 fields (http/limits), a few of which are the
 * portal's own: "_asked" for each question and the buttons. */
#define MOST_FIELDS 240

static size_t count_fields(const struct ans_question *q)
{
    size_t count = 1;
    switch (q->type) {
    case ANS_Q_DATE:
        return 3;
    case ANS_Q_MONTH:
        return 2;
    case ANS_Q_BY_SEX:
        return q->other ? 3 : 2;
    case ANS_Q_CHOICES:
        return q->options.count;
    case ANS_Q_GROUP: /* a row is the least that must fit */
        for (size_t i = 0; i < q->questions.count; i++)
            count += count_fields(ANS_AT(ans_question, q->questions, i));
        return count;
    default:
        return count;
    }
}

static void check_size(struct ans_build *b, const struct ans_step *step)
{
    size_t count = 0;
    for (size_t i = 0; i < step->questions.count; i++)
        count += 1 + count_fields(ANS_AT(ans_question, step->questions, i));
    if (count > MOST_FIELDS)
        ANS_BUILD_FAULT(b, ans_build_spot(&step->node), STEP_TOO_LARGE,
                        step->node.id, ans_arena_printf(b->arena, "%zu", count),
                        ans_arena_printf(b->arena, "%d", MOST_FIELDS));
}

static void check_step(struct ans_build *b, const struct ans_step *step)
{
    for (size_t i = 0; i < ANS_COUNT(reserved); i++)
        if (ans_str_is(step->node.id, reserved[i]))
            ANS_BUILD_FAULT(b, ans_build_spot(&step->node), RESERVED_ID,
                            step->node.id, ANS_NONE, ANS_NONE);
    if (!step->questions.count)
        report_empty(b, &step->node, "question.text");
    check_size(b, step);
    for (size_t i = 0; i < step->questions.count; i++) {
        const struct ans_question *q = ANS_AT(ans_question, step->questions, i);
        ans_check_question(b, q, NULL);
        if (q->type == ANS_Q_GROUP && !q->questions.count)
            report_empty(b, &q->node, "question.text");
        for (size_t k = 0; k < q->questions.count; k++)
            ans_check_question(b, ANS_AT(ans_question, q->questions, k), q);
    }
}

/* Who joins gets something, and something is there to be got by joining. */
static void check_pair(struct ans_build *b)
{
    const struct ans_county *c = b->county;
    if (c->join && !c->welcome)
        ANS_BUILD_FAULT(b, ans_build_spot(&c->join->node), JOIN_NO_WELCOME,
                        ANS_NONE, ANS_NONE, ANS_NONE);
    if (c->welcome && !c->join)
        ANS_BUILD_FAULT(b, ans_build_spot(&c->welcome->node), WELCOME_NO_JOIN,
                        ANS_NONE, ANS_NONE, ANS_NONE);
}

void ans_check_join(struct ans_build *b)
{
    const struct ans_join *j = b->county->join;
    check_pair(b);
    if (!j)
        return;
    check_needed(b, j);
    check_review(b, j);
    ans_check_ways(b, j);
    if (!j->steps.count)
        report_empty(b, &j->node, "step");
    for (size_t i = 0; i < j->steps.count; i++)
        check_step(b, ANS_AT(ans_step, j->steps, i));
    ans_check_was(b, j);
}
