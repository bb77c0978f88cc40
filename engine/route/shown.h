/* shown: declared things as values for views, by tables of what to show.
 * Private to route.
 */
#pragma once

#include "route/turn.h"

enum ans_shown_as {
    ANS_SHOW_ID,      /* struct ans_node's id */
    ANS_SHOW_SAID,    /* struct ans_text */
    ANS_SHOW_DAY,     /* struct ans_date */
    ANS_SHOW_STR,     /* struct ans_str; left out when empty */
    ANS_SHOW_STRS,    /* struct ans_strs */
    ANS_SHOW_INT,     /* int64_t; left out when 0 */
    ANS_SHOW_LINKS,   /* struct ans_nodes of links */
    ANS_SHOW_NODES,   /* struct ans_nodes, each by `inner` */
    ANS_SHOW_FIGURES, /* struct ans_measured: what it has of figures */
};

struct ans_shown {
    const char *key;
    enum ans_shown_as as;
    size_t offset;
    const struct ans_shown *inner;
};

/* One declared thing as a map; `shown` ends with a NULL key. */
struct ans_map *ans_node_map(struct ans_turn *t, const void *node,
                             const struct ans_shown *shown);

/* A list of them at `key`. */
void ans_put_nodes(struct ans_turn *t, struct ans_map *data, const char *key,
                   const struct ans_nodes *nodes,
                   const struct ans_shown *shown);

/* The tables that several pages share. */
extern const struct ans_shown ans_show_goal[], ans_show_measure[],
    ans_show_process[], ans_show_owner[], ans_show_contact[],
    ans_show_national[];
