/* The register: running numbers and milestones. */
#include "county/building.h"

static void check_milestone(struct ans_build *b, const struct ans_milestone *m)
{
    int64_t n;
    bool number = ans_str_int(m->node.id, &n) && n > 0 && n <= 10000000 &&
                  m->node.id.ptr[0] != '0';
    if (!number && m->node.id.len)
        ANS_BUILD_FAULT(b, ans_build_spot(&m->node), MILESTONE_NUMBER,
                        m->node.id, ANS_NONE, ANS_NONE);
}

static void check_numbering(struct ans_build *b, const struct ans_numbering *n)
{
    for (size_t i = 0; i < n->format.count; i++) {
        struct ans_str said = n->format.items[i].str;
        if (!said.len || ans_str_find_str(said, ANS_STR("{number}")) >= 0)
            continue;
        const struct ans_word_field *field =
            ans_word_field_find(n->node.word, ANS_STR("format"));
        ANS_BUILD_FAULT(b, ans_build_field_spot(b, &n->node, "format"),
                        NUMBER_NOT_WRITTEN, said, ans_str_from(field->example),
                        ANS_NONE);
    }
}

void ans_check_register(struct ans_build *b)
{
    const struct ans_county *c = b->county;
    for (size_t i = 0; i < c->milestones.count; i++)
        check_milestone(b, ANS_AT(ans_milestone, c->milestones, i));
    if (c->numbering)
        check_numbering(b, c->numbering);
}
