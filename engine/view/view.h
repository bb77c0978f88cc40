/* view: running the engine's own Lua (lua/) on data, writing HTML.
 *
 * A view is a file lua/views/<name>.lua that returns a function of data; it
 * gives a tree of tags, which is escaped and written here. Mails
 * (lua/mails/<name>.lua) give { subject, plain, html }. This code is ours and
 * trusted, but a fault in it is an error, never a crash. One struct ans_view
 * per thread.
 */
#pragma once

#include "base/attr.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/value.h"
#include "county/texts.h"

struct ans_view;

/* Find a hashed asset name for a view's asset("app.css"). */
typedef struct ans_str ans_asset_name_fn(void *context, struct ans_str name);

struct ans_view_options {
    const char *folder; /* lua/ */
    ans_asset_name_fn *asset_name;
    void *context;
};

/* Load every view, mail and text once, so that a syntax error is found at
 * start. ANS_ERR_SCRIPT names the file and line. */
struct ans_view *ans_view_new(const struct ans_view_options *options,
                              struct ans_err *err);
void ans_view_free(struct ans_view *view); /* NULL is fine */

/* The portal's texts, read from lua/texts/<lang>.lua and lua/texts/<lang>/;
 * they live in `arena`. */
ANS_MUST_CHECK
bool ans_view_texts(const char *folder, struct ans_arena *arena,
                    struct ans_texts *out, struct ans_err *err);

/* Write a page: "<!doctype html>" and the tree that the view returns. `texts`
 * are those that the view's t(...) finds, in the language of data's page. */
ANS_MUST_CHECK
bool ans_view_page(struct ans_view *view, const struct ans_texts *texts,
                   const char *name, const struct ans_map *data,
                   struct ans_buf *out, struct ans_err *err);

struct ans_view_mail {
    struct ans_str subject;
    struct ans_str plain;
    struct ans_str html;
};
ANS_MUST_CHECK
bool ans_view_mail(struct ans_view *view, const struct ans_texts *texts,
                   const char *name, const struct ans_map *data,
                   struct ans_arena *arena, struct ans_view_mail *out,
                   struct ans_err *err);
