#include "codec/fields.h"

#include "codec/url.h"

static bool decode_name(struct ans_arena *arena, struct ans_str raw,
                        size_t most, struct ans_str *out, struct ans_err *err)
{
    if (!ans_url_decode(arena, raw, true, out, err))
        return ans_err_add(err, "the name of a field");
    if (out->len > most)
        return ans_err_set(err, ANS_ERR_LIMIT,
                           "the name of a field has more than %zu bytes", most);
    return true;
}

static bool decode_value(struct ans_arena *arena, struct ans_str raw,
                         const struct ans_fields_limits *limits,
                         struct ans_field *field, struct ans_err *err)
{
    if (!(limits->mend ? ans_url_decode_mended
                       : ans_url_decode)(arena, raw, true, &field->value, err))
        return ans_err_add(err, "field \"%.*s\"", ANS_STR_ARG(field->name));
    if (field->value.len > limits->value)
        return ans_err_set(err, ANS_ERR_LIMIT,
                           "field \"%.*s\" has more than %zu bytes",
                           ANS_STR_ARG(field->name), limits->value);
    return true;
}

bool ans_fields_parse(struct ans_arena *arena, struct ans_str body,
                      const struct ans_fields_limits *limits,
                      struct ans_fields *out, struct ans_err *err)
{
    struct ans_fields fields = {0};
    while (body.len) {
        struct ans_str value = ans_str_cut(&body, '&');
        if (!value.len)
            continue; /* "a&&b" */
        if (fields.count == limits->count)
            return ans_err_set(err, ANS_ERR_LIMIT, "more than %zu fields",
                               limits->count);
        struct ans_str name = ans_str_cut(&value, '=');
        struct ans_field field = {0};
        if (!decode_name(arena, name, limits->name, &field.name, err) ||
            !decode_value(arena, value, limits, &field, err))
            return false;
        ans_fields_add(arena, &fields, field.name, field.value);
    }
    *out = fields;
    return true;
}

struct ans_str ans_fields_get(const struct ans_fields *f, const char *name)
{
    for (size_t i = 0; i < f->count; i++)
        if (ans_str_is(f->items[i].name, name))
            return f->items[i].value;
    return (struct ans_str){NULL, 0};
}

size_t ans_fields_times(const struct ans_fields *f, struct ans_str name)
{
    size_t times = 0;
    for (size_t i = 0; i < f->count; i++)
        times += ans_str_eq(f->items[i].name, name);
    return times;
}

void ans_fields_add(struct ans_arena *arena, struct ans_fields *f,
                    struct ans_str name, struct ans_str value)
{
    f->items = ans_arena_grow(arena, f->items, f->count, sizeof(*f->items));
    f->items[f->count++] = (struct ans_field){name, value};
}
