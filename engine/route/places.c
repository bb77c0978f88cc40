#include "route/places.h"

#include <stdlib.h>

#include "base/text.h"

struct place {
    struct ans_str key;
    const struct ans_municipality *municipality;
};

static int by_key(const void *a, const void *b)
{
    const struct place *x = a, *y = b;
    int order = ans_str_cmp(x->key, y->key);
    return order ? order
                 : ans_str_cmp(x->municipality->node.id,
                               y->municipality->node.id);
}

const struct ans_municipality *const *ans_places(struct ans_turn *t)
{
    const struct ans_nodes *all = &t->county->municipalities;
    struct place *places =
        ANS_NEW_ARRAY(t->arena, struct place, all->count + 1);
    for (size_t i = 0; i < all->count; i++) {
        const struct ans_municipality *m = ANS_AT(ans_municipality, *all, i);
        places[i].key =
            ans_text_sort_key(t->arena, ans_said_str(t, &m->name), t->lang.ptr);
        places[i].municipality = m;
    }
    qsort(places, all->count, sizeof(*places), by_key);
    const struct ans_municipality **sorted = ANS_NEW_ARRAY(
        t->arena, const struct ans_municipality *, all->count + 1);
    for (size_t i = 0; i < all->count; i++)
        sorted[i] = places[i].municipality;
    return sorted;
}
