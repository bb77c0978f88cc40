#include "answer/answer.h"
#include "codec/json.h"

#define MOST_FIELDS 1024 /* several pages of a form */

struct ans_str ans_answer_pack(struct ans_arena *arena,
                               const struct ans_fields *raw)
{
    struct ans_list *list = ans_list_new(arena);
    for (size_t i = 0; i < raw->count; i++) {
        struct ans_list *pair = ans_list_new(arena);
        ans_list_add(pair, ans_value_str(raw->items[i].name));
        ans_list_add(pair, ans_value_str(raw->items[i].value));
        ans_list_add(list, ans_value_list(pair));
    }
    struct ans_buf b = {0};
    ans_json_write(&b, ans_value_list(list));
    struct ans_str packed = ans_arena_str(arena, ans_buf_str(&b));
    ans_buf_free(&b);
    return packed;
}

static bool is_pair(struct ans_value v)
{
    return v.type == ANS_LIST && v.list->count == 2 &&
           v.list->items[0].type == ANS_TEXT &&
           v.list->items[1].type == ANS_TEXT;
}

bool ans_answer_unpack(struct ans_arena *arena, struct ans_str packed,
                       struct ans_fields *raw, struct ans_err *err)
{
    *raw = (struct ans_fields){0};
    struct ans_value v;
    if (!ans_json_read(arena, packed, &v, err))
        return ans_err_add(err, "cannot read a draft");
    if (v.type != ANS_LIST || v.list->count > MOST_FIELDS)
        return ans_err_set(err, ANS_ERR_INPUT,
                           "a draft is a list of at most %d fields",
                           MOST_FIELDS);
    struct ans_fields fields = {0};
    for (size_t i = 0; i < v.list->count; i++) {
        struct ans_value pair = v.list->items[i];
        if (!is_pair(pair))
            return ans_err_set(err, ANS_ERR_INPUT,
                               "a draft's field is a name and a value");
        ans_fields_add(arena, &fields, pair.list->items[0].s,
                       pair.list->items[1].s);
    }
    *raw = fields;
    return true;
}
