/* Values that are strings: files, addresses, choices, lists. */
#include "base/text.h"
#include "codec/url.h"
#include "county/building.h"

struct ans_str ans_filling_name(const struct ans_filling *t)
{
    return ans_str_from(t->spot->field->name);
}

struct ans_str ans_filling_example(const struct ans_filling *t)
{
    return ans_str_from(t->spot->field->example);
}

bool ans_filling_wrong(const struct ans_filling *t, struct ans_str given)
{
    ANS_BUILD_FAULT(t->b, *t->spot, WRONG_VALUE, ans_filling_name(t), given,
                    ans_filling_example(t));
    return false;
}

/* A string that is clean, one line and not empty. */
bool ans_filling_string(const struct ans_filling *t,
                        const struct ans_said_value *v, struct ans_str *out)
{
    struct ans_err err = {0};
    if (ans_build_nil(t->b, t->spot, v))
        return false;
    if (v->type != ANS_SAID_STRING) {
        ANS_BUILD_FAULT(t->b, *t->spot, WRONG_TYPE_TEXT, ans_filling_name(t),
                        ans_filling_example(t), ANS_NONE);
        return false;
    }
    if (v->s.len > 2000) {
        ANS_BUILD_FAULT(t->b, *t->spot, TEXT_TOO_LONG, ans_filling_name(t),
                        ANS_STR("2 000 B"), ANS_NONE);
        return false;
    }
    if (!ans_text_clean(t->b->arena, v->s, true, out, &err)) {
        ANS_BUILD_FAULT(t->b, *t->spot, BAD_CHARACTERS, ans_filling_name(t),
                        ANS_NONE, ANS_NONE);
        return false;
    }
    if (!out->len)
        ANS_BUILD_FAULT(t->b, *t->spot, EMPTY, ans_filling_name(t), ANS_NONE,
                        ANS_NONE);
    return out->len > 0;
}

static bool is_type(const struct ans_word_field *field, struct ans_str path)
{
    for (size_t i = 0; field->choices && field->choices[i]; i++) {
        struct ans_str end = ans_str_from(field->choices[i]);
        if (path.len > end.len && path.ptr[path.len - end.len - 1] == '.' &&
            ans_str_ends(path, end))
            return true;
    }
    return !field->choices;
}

static bool report_file(const struct ans_filling *t, struct ans_str path)
{
    const struct ans_folder *folder = t->b->folder;
    struct ans_strs paths = {
        ANS_NEW_ARRAY(t->b->scratch, struct ans_str, folder->count + 1), 0};
    for (size_t i = 0; i < folder->count; i++)
        paths.items[paths.count++] = folder->files[i].path;
    ANS_BUILD_FAULT(t->b, *t->spot, MISSING_FILE, path,
                    ans_build_nearest(path, paths), ANS_NONE);
    return false;
}

bool ans_put_file(const struct ans_filling *t, const struct ans_said_value *v)
{
    struct ans_str path;
    if (!ans_filling_string(t, v, &path))
        return false;
    if (!is_type(t->spot->field, path)) {
        ANS_BUILD_FAULT(t->b, *t->spot, FILE_TYPE, path, ans_filling_name(t),
                        ans_build_join(t->b, t->spot->field->choices));
        return false;
    }
    if (!ans_folder_find(t->b->folder, path))
        return report_file(t, path);
    *(struct ans_str *)t->at = path;
    return true;
}

/* Strings of a form: the field's example shows which. */
static bool put_formed(const struct ans_filling *t,
                       const struct ans_said_value *v,
                       bool (*is_good)(struct ans_str))
{
    struct ans_str s;
    if (!ans_filling_string(t, v, &s))
        return false;
    if (!is_good(s))
        return ans_filling_wrong(t, s);
    *(struct ans_str *)t->at = s;
    return true;
}

bool ans_put_email(const struct ans_filling *t, const struct ans_said_value *v)
{
    return put_formed(t, v, ans_form_email);
}

bool ans_put_phone(const struct ans_filling *t, const struct ans_said_value *v)
{
    return put_formed(t, v, ans_form_phone);
}

bool ans_put_keep(const struct ans_filling *t, const struct ans_said_value *v)
{
    return put_formed(t, v, ans_form_keep);
}

/* A link: where a site path leads is looked at when all pages are known. */
bool ans_put_address(const struct ans_filling *t,
                     const struct ans_said_value *v)
{
    struct ans_str s;
    if (!ans_filling_string(t, v, &s))
        return false;
    bool web = ans_str_starts(s, ANS_STR("http:")) ||
               ans_str_starts(s, ANS_STR("https:"));
    bool other = ans_str_starts(s, ANS_STR("mailto:")) ||
                 ans_str_starts(s, ANS_STR("tel:"));
    if (web ? !ans_url_is_web_address(s) : other && !ans_url_is_safe_link(s))
        return ans_filling_wrong(t, s);
    if (s.ptr[0] == '/' || web)
        ANS_BUILT_ADD(t->b, links, (struct ans_built_str){s, *t->spot});
    else if (!web && !other && ans_str_find(s, ':') >= 0)
        return ans_filling_wrong(t, s);
    else if (!web && !other && !ans_folder_find(t->b->folder, s))
        return report_file(t, s);
    *(struct ans_str *)t->at = s;
    return true;
}

static bool is_choice(const struct ans_filling *t, struct ans_str s)
{
    const char *const *choices = t->spot->field->choices;
    struct ans_str known[64];
    size_t count = 0;
    for (; count < ANS_COUNT(known) && choices[count]; count++) {
        known[count] = ans_str_from(choices[count]);
        if (ans_str_eq(s, known[count]))
            return true;
    }
    struct ans_str near = choices == ans_kinds
                              ? ans_build_near_kind(t->b, s, false)
                              : ans_nearest(s, known, count);
    if (near.len)
        ANS_BUILD_FAULT(t->b, *t->spot, NOT_A_CHOICE, ans_filling_name(t), s,
                        near);
    else
        ANS_BUILD_FAULT(t->b, *t->spot, NOT_A_CHOICE_OF, ans_filling_name(t), s,
                        ans_build_join(t->b, choices));
    return false;
}

bool ans_put_one_of(const struct ans_filling *t, const struct ans_said_value *v)
{
    struct ans_str s;
    if (!ans_filling_string(t, v, &s) || !is_choice(t, s))
        return false;
    *(struct ans_str *)t->at = s;
    return true;
}

static bool has_str(const struct ans_strs *strs, struct ans_str s)
{
    for (size_t i = 0; i < strs->count; i++)
        if (ans_str_eq(strs->items[i], s))
            return true;
    return false;
}

/* { "a", "b" }, or "a" alone. */
bool ans_put_strings(const struct ans_filling *t,
                     const struct ans_said_value *v)
{
    struct ans_strs *out = t->at;
    bool table = v->type == ANS_SAID_TABLE;
    size_t count = table ? v->table->list_count : 1;
    const struct ans_said_value *items = table ? v->table->list : v;
    if ((table && (v->table->named_count || !count || count > 200)) ||
        (!table && v->type != ANS_SAID_STRING)) {
        ANS_BUILD_FAULT(t->b, *t->spot, WRONG_TYPE_LIST, ans_filling_name(t),
                        ans_filling_example(t), ANS_NONE);
        return false;
    }
    *out =
        (struct ans_strs){ANS_NEW_ARRAY(t->b->arena, struct ans_str, count), 0};
    bool good = true;
    for (size_t i = 0; i < count; i++) {
        struct ans_str s;
        if (!ans_filling_string(t, &items[i], &s)) {
            good = false;
            continue;
        }
        if (has_str(out, s))
            ANS_BUILD_FAULT(t->b, *t->spot, DUPLICATE_VALUE, s,
                            ans_filling_name(t), ANS_NONE);
        else if (t->spot->field->choices && !is_choice(t, s))
            good = false;
        else
            out->items[out->count++] = s;
    }
    if (!good) /* half a list would bring faults that are none */
        out->count = 0;
    return good;
}

void ans_build_name(struct ans_build *b, const struct ans_spot *self,
                    struct ans_str said, struct ans_str *out)
{
    struct ans_err err = {0};
    if (ans_text_clean(b->arena, said, true, out, &err) && out->len &&
        ans_text_length(*out) <= 100)
        return;
    *out = ANS_NONE;
    ANS_BUILD_FAULT(b, *self, BAD_NAME, said, ans_str_from(self->word->name),
                    ANS_NONE);
}
