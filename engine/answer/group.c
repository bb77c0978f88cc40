/* Groups: rows of questions that a visitor may add to. */
#include "answer/judging.h"
#include "base/text.h"

struct rows {
    int64_t *numbers; /* as sent, ascending */
    size_t count;
};

static void add_row(struct ans_judging *j, struct rows *rows, int64_t number)
{
    size_t at = 0;
    while (at < rows->count && rows->numbers[at] < number)
        at++;
    if (at < rows->count && rows->numbers[at] == number)
        return;
    rows->numbers = ans_arena_grow(j->arena, rows->numbers, rows->count,
                                   sizeof(*rows->numbers));
    memmove(rows->numbers + at + 1, rows->numbers + at,
            (rows->count - at) * sizeof(*rows->numbers));
    rows->numbers[at] = number;
    rows->count++;
}

/* Text of nothing but white space is nothing; what cannot be read is not. */
static bool is_blank(struct ans_judging *j, struct ans_str typed)
{
    struct ans_str clean = {0};
    return ans_text_clean(j->arena, typed, true, &clean, NULL) && !clean.len;
}

/* The rows in which something was written. */
static struct rows find_rows(struct ans_judging *j,
                             const struct ans_question *q, struct ans_str name)
{
    struct rows rows = {0};
    for (size_t i = 0; i < j->raw->count; i++) {
        const struct ans_field *f = &j->raw->items[i];
        if (!ans_question_owns(q, name, f->name) || is_blank(j, f->value))
            continue;
        struct ans_str rest = ans_str_sub(f->name, name.len + 1, f->name.len);
        add_row(j, &rows, ans_row_cut(&rest));
    }
    return rows;
}

static struct ans_map *judge_row(struct ans_judging *j,
                                 const struct ans_question *q,
                                 struct ans_str name, int64_t number)
{
    struct ans_map *row = ans_map_new(j->arena);
    for (size_t i = 0; i < q->questions.count; i++) {
        const struct ans_question *sub = ANS_AT(ans_question, q->questions, i);
        if (!ans_judge_shown(j, sub))
            continue;
        struct ans_str field =
            ans_arena_printf(j->arena, "%.*s.%lld.%.*s", ANS_STR_ARG(name),
                             (long long)number, ANS_STR_ARG(sub->node.id));
        ans_map_set(row, sub->node.id, ans_judge_question(j, sub, field));
    }
    return row;
}

enum ans_judged ans_judge_group(struct ans_judging *j,
                                const struct ans_question *q,
                                struct ans_str name, struct ans_value *out)
{
    struct rows rows = find_rows(j, q, name);
    if (!rows.count)
        return ANS_JUDGED_BLANK;
    int64_t given = (int64_t)rows.count;
    int64_t most = q->most ? q->most : ANS_MOST_ROWS;
    if (given < q->least || given > most) {
        bool few = given < q->least;
        struct ans_map *values =
            ans_judge_problem(j, q, name, few ? "too-few" : "too-many");
        ans_map_put_int(values, few ? "least" : "most", few ? q->least : most);
        ans_map_put_int(values, "given", given);
        if (!few)
            return ANS_JUDGED_WRONG; /* and no problem for each row of many */
    }
    size_t before = j->count;
    struct ans_list *list = ans_list_new(j->arena);
    for (size_t i = 0; i < rows.count; i++) {
        struct ans_map *row = judge_row(j, q, name, rows.numbers[i]);
        if (row->count)
            ans_list_add(list, ans_value_map(row));
    }
    *out = ans_value_list(list);
    bool wrong = j->count != before || given < q->least;
    return wrong ? ANS_JUDGED_WRONG : ANS_JUDGED_GOOD;
}
