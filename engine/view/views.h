/* views: views for any number of threads, each lent for one page or mail.
 *
 * A view is a Lua state of a megabyte or more. There are as many as have ever
 * been lent at once, and the one that came back last is lent first, so that few
 * serve many threads and what they hold is at hand for the processor.
 */
#pragma once

#include "view/view.h"

struct ans_views;

/* What `options` points to is borrowed until ans_views_free. Nothing is loaded
 * yet. */
struct ans_views *ans_views_new(const struct ans_view_options *options);
void ans_views_free(struct ans_views *views); /* all are back; NULL is fine */

/* Lend a view, a new one when none is idle; its errors are ans_view_new's. */
struct ans_view *ans_views_take(struct ans_views *views, struct ans_err *err);
void ans_views_give(struct ans_views *views, struct ans_view *view);
