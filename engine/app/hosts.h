/* hosts: which host names are served. Private to app.
 */
#pragma once

#include "edition/edition.h"

struct ans_hosts {
    struct ans_editions *editions;
    struct ans_str further; /* names parted by commas */
};

/* Loopback names, the configured ones, those of counties. `context` is a
 * struct ans_hosts. */
bool ans_hosts_serve(void *context, struct ans_str host);
