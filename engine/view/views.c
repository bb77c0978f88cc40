#include "view/views.h"

#include <pthread.h>
#include <stdlib.h>

struct idle {
    struct idle *next;
    struct ans_view *view;
};

struct ans_views {
    struct ans_view_options options;
    pthread_mutex_t lock;
    struct idle *idle;
};

struct ans_views *ans_views_new(const struct ans_view_options *options)
{
    struct ans_views *views = calloc(1, sizeof(*views));
    if (!views)
        abort();
    views->options = *options;
    pthread_mutex_init(&views->lock, NULL);
    return views;
}

void ans_views_free(struct ans_views *views)
{
    if (!views)
        return;
    for (struct idle *next; views->idle; views->idle = next) {
        next = views->idle->next;
        ans_view_free(views->idle->view);
        free(views->idle);
    }
    pthread_mutex_destroy(&views->lock);
    free(views);
}

struct ans_view *ans_views_take(struct ans_views *views, struct ans_err *err)
{
    pthread_mutex_lock(&views->lock);
    struct idle *one = views->idle;
    if (one)
        views->idle = one->next;
    pthread_mutex_unlock(&views->lock);
    if (!one)
        return ans_view_new(&views->options, err);
    struct ans_view *view = one->view;
    free(one);
    return view;
}

void ans_views_give(struct ans_views *views, struct ans_view *view)
{
    if (!view)
        return;
    struct idle *one = malloc(sizeof(*one));
    if (!one)
        abort();
    one->view = view;
    pthread_mutex_lock(&views->lock);
    one->next = views->idle;
    views->idle = one;
    pthread_mutex_unlock(&views->lock);
}
