#include "route/shown.h"

#include <stddef.h>

#include "base/text.h"

#define ID(type)                                                               \
    {                                                                          \
        "id", ANS_SHOW_ID, offsetof(struct type, node.id), NULL                \
    }
#define SAID(type, field)                                                      \
    {                                                                          \
#field, ANS_SHOW_SAID, offsetof(struct type, field), NULL              \
    }
#define DAY(type, field)                                                       \
    {                                                                          \
#field, ANS_SHOW_DAY, offsetof(struct type, field), NULL               \
    }
#define STR(type, field)                                                       \
    {                                                                          \
#field, ANS_SHOW_STR, offsetof(struct type, field), NULL               \
    }
#define INT(type, field)                                                       \
    {                                                                          \
#field, ANS_SHOW_INT, offsetof(struct type, field), NULL               \
    }
#define NODES(type, field, inner)                                              \
    {                                                                          \
#field, ANS_SHOW_NODES, offsetof(struct type, field), inner            \
    }
#define END                                                                    \
    {                                                                          \
        NULL, ANS_SHOW_ID, 0, NULL                                             \
    }

static const struct ans_shown show_measured[] = {
    ID(ans_measured),
    SAID(ans_measured, text),
    {"figures", ANS_SHOW_FIGURES, 0, NULL},
    END};

static const struct ans_shown show_indicator[] = {
    ID(ans_indicator),
    SAID(ans_indicator, text),
    SAID(ans_indicator, unit),
    SAID(ans_indicator, source),
    INT(ans_indicator, every),
    INT(ans_indicator, next),
    SAID(ans_indicator, other_label),
    NODES(ans_indicator, measured, show_measured),
    END};

static const struct ans_shown show_stage[] = {
    ID(ans_stage), SAID(ans_stage, text), DAY(ans_stage, by),
    SAID(ans_stage, when), END};

const struct ans_shown ans_show_goal[] = {
    ID(ans_goal),
    SAID(ans_goal, text),
    DAY(ans_goal, by),
    SAID(ans_goal, when),
    NODES(ans_goal, stages, show_stage),
    NODES(ans_goal, indicators, show_indicator),
    END};

const struct ans_shown ans_show_measure[] = {ID(ans_measure),
                                             SAID(ans_measure, text), END};

const struct ans_shown ans_show_process[] = {
    ID(ans_process), SAID(ans_process, title), SAID(ans_process, question),
    SAID(ans_process, text), END};

const struct ans_shown ans_show_owner[] = {
    SAID(ans_owner, name),
    SAID(ans_owner, text),
    {"parts", ANS_SHOW_STRS, offsetof(struct ans_owner, parts), NULL},
    DAY(ans_owner, formed),
    {"links", ANS_SHOW_LINKS, offsetof(struct ans_owner, links), NULL},
    END};

const struct ans_shown ans_show_contact[] = {
    SAID(ans_contact, unit),
    STR(ans_contact, phone),
    STR(ans_contact, email),
    SAID(ans_contact, note),
    SAID(ans_contact, visiting_address),
    SAID(ans_contact, postal_address),
    END};

const struct ans_shown ans_show_national[] = {
    ID(ans_national_goal), SAID(ans_national_goal, title),
    SAID(ans_national_goal, text), END};

static struct ans_value strs_value(struct ans_turn *t,
                                   const struct ans_strs *strs)
{
    struct ans_list *list = ans_list_new(t->arena);
    for (size_t i = 0; i < strs->count; i++)
        ans_list_add(list, ans_value_str(strs->items[i]));
    return ans_value_list(list);
}

static void put_figure(struct ans_turn *t, struct ans_map *figures,
                       const char *what, bool has, double n)
{
    if (!has)
        return;
    struct ans_map *m = ans_map_put_map(figures, what);
    ans_map_put(m, "value", ans_value_num(n));
    ans_map_put_str(m, "text", ans_text_number(t->arena, n, t->lang.ptr));
}

static struct ans_value figures_value(struct ans_turn *t,
                                      const struct ans_measured *m)
{
    struct ans_map *figures = ans_map_new(t->arena);
    put_figure(t, figures, "women", m->has_women, m->women);
    put_figure(t, figures, "men", m->has_men, m->men);
    put_figure(t, figures, "other", m->has_other, m->other);
    put_figure(t, figures, "total", m->has_total, m->total);
    return ans_value_map(figures);
}

static struct ans_value int_value(int64_t n)
{
    return n ? ans_value_int(n) : ANS_VALUE_NIL;
}

static struct ans_value shown_value(struct ans_turn *t, const void *at,
                                    enum ans_shown_as as)
{
    switch (as) {
    case ANS_SHOW_ID:
        return ans_value_str(*(const struct ans_str *)at);
    case ANS_SHOW_SAID:
        return ans_said_value(t, at);
    case ANS_SHOW_DAY:
        return ans_day_value(t, *(const struct ans_date *)at);
    case ANS_SHOW_STR:
        return ((const struct ans_str *)at)->len
                   ? ans_value_str(*(const struct ans_str *)at)
                   : ANS_VALUE_NIL;
    case ANS_SHOW_STRS:
        return strs_value(t, at);
    case ANS_SHOW_INT:
        return int_value(*(const int64_t *)at);
    case ANS_SHOW_FIGURES:
        return figures_value(t, at);
    case ANS_SHOW_LINKS:
        return ans_links_value(t, at);
    case ANS_SHOW_NODES:
        break;
    }
    return ANS_VALUE_NIL;
}

struct ans_map *ans_node_map(struct ans_turn *t, const void *node,
                             const struct ans_shown *shown)
{
    struct ans_map *m = ans_map_new(t->arena);
    for (; shown->key; shown++) {
        const void *at = (const char *)node + shown->offset;
        if (shown->as == ANS_SHOW_NODES)
            ans_put_nodes(t, m, shown->key, at, shown->inner);
        else
            ans_map_put(m, shown->key, shown_value(t, at, shown->as));
    }
    return m;
}

void ans_put_nodes(struct ans_turn *t, struct ans_map *data, const char *key,
                   const struct ans_nodes *nodes, const struct ans_shown *shown)
{
    struct ans_list *list = ans_map_put_list(data, key);
    for (size_t i = 0; i < nodes->count; i++)
        ans_list_add(list,
                     ans_value_map(ans_node_map(t, nodes->items[i], shown)));
}
