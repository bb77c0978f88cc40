/* Types about members: the one that this one is a part of, and the bodies of
 * a joint one. */
#include "answer/judging.h"
#include "base/text.h"

#define LONGEST_ADDRESS 200 /* of a member, in its register */
#define LONGEST_BODY    200
#define FEWEST_BODIES   2
#define MOST_BODIES     20

static bool is_address(struct ans_str s)
{
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (!word && c != '-')
            return false;
    }
    return s.len > 0 && s.len <= LONGEST_ADDRESS;
}

/* Whether there is such a member is the caller's to find out. */
enum ans_judged ans_judge_member(struct ans_judging *j,
                                 const struct ans_question *q,
                                 struct ans_str name, struct ans_value *out)
{
    struct ans_str address;
    enum ans_judged judged = ans_judge_one(j, q, name, true, &address);
    if (judged == ANS_JUDGED_GOOD && !is_address(address)) {
        struct ans_map *values = ans_judge_problem(j, q, name, "not-offered");
        ans_map_put_str(values, "given",
                        ans_text_shorten(j->arena, address, 60));
        return ANS_JUDGED_WRONG;
    }
    *out = ans_value_str(address);
    return judged;
}

static bool has_name(const struct ans_list *names, struct ans_str name)
{
    for (size_t i = 0; i < names->count; i++)
        if (ans_str_eq(names->items[i].s, name))
            return true;
    return false;
}

static enum ans_judged judge_body(struct ans_judging *j,
                                  const struct ans_question *q,
                                  struct ans_str field, struct ans_str body)
{
    int64_t length = (int64_t)ans_text_length(body);
    if (length <= LONGEST_BODY)
        return ANS_JUDGED_GOOD;
    struct ans_map *values = ans_judge_problem(j, q, field, "too-long");
    ans_map_put_int(values, "longest", LONGEST_BODY);
    ans_map_put_int(values, "given", length);
    return ANS_JUDGED_WRONG;
}

/* A name a line; empty lines are nothing, a name twice is one. */
enum ans_judged ans_judge_bodies(struct ans_judging *j,
                                 const struct ans_question *q,
                                 struct ans_str name, struct ans_value *out)
{
    struct ans_str typed;
    enum ans_judged judged = ans_judge_one(j, q, name, false, &typed);
    struct ans_list *names = ans_list_new(j->arena);
    while (judged == ANS_JUDGED_GOOD && typed.len) {
        struct ans_str body = ans_str_trim(ans_str_cut(&typed, '\n'));
        if (!body.len || has_name(names, body))
            continue;
        judged = judge_body(j, q, name, body);
        ans_list_add(names, ans_value_str(body));
    }
    if (judged != ANS_JUDGED_GOOD)
        return judged;
    int64_t given = (int64_t)names->count;
    int64_t least = q->least > FEWEST_BODIES ? q->least : FEWEST_BODIES;
    int64_t most = q->most ? q->most : MOST_BODIES;
    if (given < least || given > most) {
        bool few = given < least;
        struct ans_map *values =
            ans_judge_problem(j, q, name, few ? "too-few" : "too-many");
        ans_map_put_int(values, few ? "least" : "most", few ? least : most);
        ans_map_put_int(values, "given", given);
        return ANS_JUDGED_WRONG;
    }
    *out = ans_value_list(names);
    return ANS_JUDGED_GOOD;
}
