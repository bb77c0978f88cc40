#include "route/library.h"

#include <stddef.h>

#include "route/shown.h"

static const struct ans_shown show_publication[] = {
    {"id", ANS_SHOW_ID, offsetof(struct ans_publication, node.id), NULL},
    {"title", ANS_SHOW_SAID, offsetof(struct ans_publication, title), NULL},
    {"text", ANS_SHOW_SAID, offsetof(struct ans_publication, text), NULL},
    {"finished", ANS_SHOW_DAY, offsetof(struct ans_publication, finished),
     NULL},
    {"links", ANS_SHOW_LINKS, offsetof(struct ans_publication, links), NULL},
    {NULL, ANS_SHOW_ID, 0, NULL}};

static const struct ans_shown show_newsletter[] = {
    {"name", ANS_SHOW_SAID, offsetof(struct ans_newsletter, name), NULL},
    {"text", ANS_SHOW_SAID, offsetof(struct ans_newsletter, text), NULL},
    {"links", ANS_SHOW_LINKS, offsetof(struct ans_newsletter, links), NULL},
    {NULL, ANS_SHOW_ID, 0, NULL}};

static void put_newsletter(struct ans_turn *t, struct ans_map *data)
{
    const struct ans_newsletter *n = t->county->newsletter;
    if (!n)
        return;
    struct ans_map *m = ans_node_map(t, n, show_newsletter);
    ans_map_put_int(m, "times_a_year", n->times_a_year);
    ans_map_put(data, "newsletter", ans_value_map(m));
}

void ans_put_library(struct ans_turn *t, struct ans_map *data)
{
    ans_put_nodes(t, data, "publications", &t->county->publications,
                  show_publication);
    put_newsletter(t, data);
}

void ans_put_pages(struct ans_turn *t, struct ans_map *data)
{
    struct ans_list *list = ans_map_put_list(data, "pages");
    for (size_t i = 0; i < t->county->pages.count; i++) {
        const struct ans_page *p = ANS_AT(ans_page, t->county->pages, i);
        struct ans_map *m = ans_list_add_map(list);
        ans_map_put(m, "title", ans_said_value(t, &p->title));
        ans_map_put(m, "lead", ans_said_value(t, &p->lead));
        ans_map_put_str(m, "href",
                        ans_href(t, "/sidor/%.*s", ANS_STR_ARG(p->node.id)));
    }
}
