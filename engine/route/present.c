#include "codec/html.h"
#include "codec/url.h"
#include "markdown/markdown.h"
#include "route/shown.h"
#include "route/turn.h"

struct ans_value ans_present_said(struct ans_turn *t, struct ans_said said)
{
    if (!said.str.len)
        return ANS_VALUE_NIL;
    if (ans_str_eq(said.lang, t->lang))
        return ans_value_str(said.str);
    struct ans_map *m = ans_map_new(t->arena);
    ans_map_put_str(m, "text", said.str);
    ans_map_put_str(m, "lang", said.lang);
    return ans_value_map(m);
}

struct ans_value ans_said_value(struct ans_turn *t, const struct ans_text *text)
{
    return ans_present_said(t, ans_text_for(text, t->lang, t->kind));
}

struct ans_str ans_said_str(struct ans_turn *t, const struct ans_text *text)
{
    return ans_text_for(text, t->lang, t->kind).str;
}

struct ans_value ans_day_value(struct ans_turn *t, struct ans_date d)
{
    if (!d.year)
        return ANS_VALUE_NIL;
    struct ans_map *m = ans_map_new(t->arena);
    ans_map_put_str(m, "iso", ans_date_iso(t->arena, d));
    ans_map_put_str(m, "text", ans_date_text(t->arena, d, t->lang.ptr));
    return ans_value_map(m);
}

struct ans_value ans_days_value(struct ans_turn *t, int64_t days)
{
    return ans_day_value(t, ans_date_from_days(days));
}

struct ans_value ans_moment_value(struct ans_turn *t, int64_t ms)
{
    if (!ms)
        return ANS_VALUE_NIL;
    int64_t day = ans_moment_to_days(ms);
    if (ans_moment_of_day(day) == ms) /* said as a day, without a time */
        return ans_days_value(t, day);
    struct ans_map *m = ans_map_new(t->arena);
    ans_map_put_str(m, "iso", ans_moment_iso(t->arena, ms));
    ans_map_put_str(m, "text", ans_moment_text(t->arena, ms, t->lang.ptr));
    return ans_value_map(m);
}

struct ans_value ans_period_value(struct ans_turn *t, struct ans_period p)
{
    if (!p.from.year && !p.to.year)
        return ANS_VALUE_NIL;
    struct ans_map *m = ans_map_new(t->arena);
    ans_map_put(m, "from", ans_day_value(t, p.from));
    ans_map_put(m, "to", ans_day_value(t, p.to));
    return ans_value_map(m);
}

/* "files/x.pdf" is served at /filer/x.pdf; site paths are the county's. */
static struct ans_str link_href(struct ans_turn *t, struct ans_str to)
{
    if (ans_str_starts(to, ANS_STR("files/")))
        return ans_arena_printf(t->arena, "%.*s/filer/%.*s",
                                ANS_STR_ARG(t->root), (int)(to.len - 6),
                                to.ptr + 6);
    if (ans_str_starts(to, ANS_STR("/")))
        return ans_arena_printf(t->arena, "%.*s%.*s", ANS_STR_ARG(t->base),
                                ANS_STR_ARG(to));
    return to;
}

static void put_link(struct ans_turn *t, struct ans_list *list,
                     struct ans_value text, struct ans_str to)
{
    struct ans_map *m = ans_list_add_map(list);
    ans_map_put(m, "text", text);
    ans_map_put_str(m, "href", link_href(t, to));
    ans_map_put_bool(m, "external", ans_str_starts(to, ANS_STR("http")));
}

struct ans_value ans_links_value(struct ans_turn *t,
                                 const struct ans_nodes *links)
{
    struct ans_list *list = ans_list_new(t->arena);
    for (size_t i = 0; i < links->count; i++) {
        const struct ans_link *link = ANS_AT(ans_link, *links, i);
        put_link(t, list, ans_said_value(t, &link->label), link->to);
    }
    return ans_value_list(list);
}

struct ans_map *ans_area_map(struct ans_turn *t, const struct ans_area *a)
{
    struct ans_map *m = ans_map_new(t->arena);
    ans_map_put_str(m, "id", a->node.id);
    ans_map_put(m, "title", ans_said_value(t, &a->title));
    ans_map_put(m, "summary", ans_said_value(t, &a->summary));
    const struct ans_national_goal *goal =
        ans_county_national(t->county, a->national);
    if (goal) {
        struct ans_map *national = ans_map_put_map(m, "national");
        ans_map_put_str(national, "id", goal->node.id);
        ans_map_put(national, "title", ans_said_value(t, &goal->title));
    }
    ans_map_put_bool(m, "own", !goal);
    return m;
}

/* "010-224 90 00" -> "tel:+46102249000" (RFC 3966). */
static struct ans_str phone_href(struct ans_turn *t, struct ans_str phone)
{
    struct ans_buf digits = {0};
    ans_buf_add_z(&digits, "tel:");
    for (size_t i = 0; i < phone.len; i++) {
        char c = phone.ptr[i];
        if (c == '0' && digits.len == 4)
            ans_buf_add_z(&digits, "+46");
        else if ((c >= '0' && c <= '9') || (c == '+' && digits.len == 4))
            ans_buf_add_byte(&digits, c);
    }
    struct ans_str href = ans_arena_str(t->arena, ans_buf_str(&digits));
    ans_buf_free(&digits);
    return href;
}

static void put_contacts(struct ans_turn *t, struct ans_map *m)
{
    ans_put_nodes(t, m, "contacts", &t->county->contacts, ans_show_contact);
    struct ans_list *list = ans_map_find(m, "contacts").list;
    for (size_t i = 0; i < list->count; i++) {
        struct ans_map *contact = list->items[i].map;
        struct ans_str phone = ans_map_str(contact, "phone");
        if (phone.len)
            ans_map_put_str(contact, "phone_href", phone_href(t, phone));
    }
}

static void put_menus(struct ans_turn *t, struct ans_map *m)
{
    struct ans_list *top = ans_map_put_list(m, "top");
    struct ans_list *footer = ans_map_put_list(m, "footer");
    for (size_t i = 0; i < t->county->pages.count; i++) {
        const struct ans_page *p = ANS_AT(ans_page, t->county->pages, i);
        struct ans_list *menu = ans_str_is(p->menu, "top")      ? top
                                : ans_str_is(p->menu, "footer") ? footer
                                                                : NULL;
        if (menu)
            put_link(t, menu, ans_said_value(t, &p->title),
                     ans_arena_printf(t->arena, "/sidor/%.*s",
                                      ANS_STR_ARG(p->node.id)));
    }
}

struct ans_map *ans_county_map(struct ans_turn *t)
{
    const struct ans_county *c = t->county;
    struct ans_map *m = ans_map_new(t->arena);
    ans_map_put_str(m, "slug", c->slug);
    ans_map_put(m, "name", ans_said_value(t, &c->name));
    ans_map_put(m, "genitive", ans_said_value(t, &c->genitive));
    ans_map_put(m, "brand", ans_said_value(t, &c->brand));
    if (c->theme && c->theme->symbol.len)
        ans_map_put_str(m, "symbol", link_href(t, c->theme->symbol));
    if (c->theme) {
        ans_map_put(m, "symbol_text",
                    ans_said_value(t, &c->theme->symbol_text));
        ans_map_put_str(m, "hero", c->theme->hero);
    }
    struct ans_list *covers =
        c->covers.count > 1 ? ans_map_put_list(m, "covers") : NULL;
    for (size_t i = 0; covers && i < c->covers.count; i++)
        ans_list_add(covers, ans_said_value(
                                 t, &ANS_AT(ans_covered, c->covers, i)->name));
    ans_map_put_bool(m, "joins", c->join != NULL);
    if (c->join)
        ans_map_put(m, "act", ans_said_value(t, &c->join->act));
    ans_put_nodes(t, m, "owners", &c->owners, ans_show_owner);
    put_contacts(t, m);
    if (c->org_number.len)
        ans_map_put_str(m, "org_number", c->org_number);
    put_menus(t, m);
    return m;
}

struct ans_list *ans_alert_list(struct ans_turn *t)
{
    struct ans_list *list = ans_list_new(t->arena);
    for (size_t i = 0; i < t->county->alerts.count; i++) {
        const struct ans_alert *a = ANS_AT(ans_alert, t->county->alerts, i);
        if (!ans_alert_active(a, t->now))
            continue;
        struct ans_map *m = ans_list_add_map(list);
        ans_map_put_str(m, "id", a->node.id);
        ans_map_put_str(m, "grade", a->grade);
        ans_map_put(m, "title", ans_said_value(t, &a->title));
        ans_map_put(m, "text", ans_said_value(t, &a->text));
        ans_map_put(m, "from", ans_moment_value(t, a->from));
        ans_map_put(m, "to", ans_moment_value(t, a->to));
        ans_map_put_bool(m, "until_further_notice", a->until_further_notice);
        ans_map_put(m, "links", ans_links_value(t, &a->links));
    }
    return list;
}

int64_t ans_next_change(const struct ans_county *c, int64_t now)
{
    int64_t next = ans_moment_of_day(ans_moment_to_days(now) + 1);
    for (size_t i = 0; i < c->alerts.count; i++) {
        const struct ans_alert *a = ANS_AT(ans_alert, c->alerts, i);
        if (a->from > now && a->from < next)
            next = a->from;
        if (a->to > now && a->to < next)
            next = a->to;
    }
    return next;
}
