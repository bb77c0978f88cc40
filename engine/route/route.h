/* route: what a request means: (method, path) -> handler -> page.
 *
 * Testable without sockets. Handlers gather data (member, join, county) into
 * a map; the map becomes a page by a view, or itself as JSON. Error kinds
 * become statuses here and nowhere else.
 */
#pragma once

#include "asset/asset.h"
#include "county/text.h"
#include "edition/edition.h"
#include "edition/watch.h"
#include "message/message.h"
#include "secret/secret.h"
#include "view/views.h"

struct ans_service {
    struct ans_editions *editions;
    const struct ans_watch *watch; /* may be NULL: nobody watches */
    const char *counties;          /* folder of county folders, for faults */
    const struct ans_assets *assets;
    const struct ans_texts *texts;
    struct ans_views *views;          /* ans_route_views */
    struct ans_key key;               /* for stamps in forms */
    struct ans_str public_url;        /* "https://host", for links in mails */
    void (*wake_mail)(void *context); /* a mail was queued */
    void *wake_context;
    /* Text for /metrics, from app, which knows http. */
    void (*metrics)(void *context, struct ans_buf *out);
    void *metrics_context;
};

/* Views of the folder `lua`, which is borrowed like `assets` (NULL: for mails,
 * which name none), until ans_views_free. */
struct ans_views *ans_route_views(const char *lua,
                                  const struct ans_assets *assets);

/* For http, from any number of threads. */
struct ans_handler ans_route_handler(struct ans_service *service);
