#include "route/filter.h"

#include "codec/url.h"

static bool known_kind(struct ans_str kind)
{
    for (size_t i = 0; i < ans_kind_count; i++)
        if (ans_str_is(kind, ans_kinds[i]))
            return true;
    return false;
}

struct ans_strs_view ans_filter_county(struct ans_turn *t, struct ans_str id)
{
    const struct ans_nodes *all = &t->county->municipalities;
    struct ans_strs_view places = {
        ANS_NEW_ARRAY(t->arena, struct ans_str, all->count + 1), 0};
    for (size_t i = 0; i < all->count; i++) {
        const struct ans_covered *around =
            ans_county_around(t->county, all->items[i]->id);
        if (around && ans_str_eq(around->node.id, id))
            places.items[places.count++] = all->items[i]->id;
    }
    return places;
}

bool ans_filter_read(struct ans_turn *t, struct ans_register_query *q,
                     struct ans_err *err)
{
    const struct ans_fields *f = &t->q->target.query;
    *q = (struct ans_register_query){
        .area = ans_fields_get(f, "omrade"),
        .municipality = ans_fields_get(f, "kommun"),
        .county_id = ans_fields_get(f, "lan"),
        .kind = ans_fields_get(f, "sort"),
        .search = ans_str_trim(ans_fields_get(f, "sok")),
        .after = ans_fields_get(f, "efter"),
        .before = ans_fields_get(f, "fore"),
    };
    if (q->county_id.len)
        q->county = ans_filter_county(t, q->county_id);
    /* A link that was made before the area was renamed leads where it did. */
    const struct ans_area *area =
        ans_county_area_once(t->county, q->area, t->today);
    bool known = (!q->area.len || area) &&
                 (!q->municipality.len ||
                  ans_county_municipality(t->county, q->municipality)) &&
                 (!q->county_id.len || q->county.count) &&
                 (!q->kind.len || known_kind(q->kind));
    if (area)
        q->area = area->node.id;
    return known ||
           ans_err_set(err, ANS_ERR_NOT_FOUND, "no such filter in this county");
}

static void add(struct ans_buf *b, const char *name, struct ans_str value)
{
    if (!value.len)
        return;
    ans_buf_add_byte(b, b->len && memchr(b->ptr, '?', b->len) ? '&' : '?');
    ans_buf_add_z(b, name);
    ans_buf_add_byte(b, '=');
    ans_url_encode(b, value);
}

struct ans_str ans_filter_href(struct ans_turn *t, const char *path,
                               const struct ans_register_query *q,
                               const char *direction, struct ans_str cursor)
{
    struct ans_buf b = {0};
    ans_buf_add(&b, t->base);
    ans_buf_add_z(&b, path);
    add(&b, "omrade", q->area);
    add(&b, "lan", q->county_id);
    add(&b, "kommun", q->municipality);
    add(&b, "sort", q->kind);
    add(&b, "sok", q->search);
    add(&b, direction, cursor);
    struct ans_str href = ans_arena_str(t->arena, ans_buf_str(&b));
    ans_buf_free(&b);
    return href;
}
