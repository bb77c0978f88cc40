#include "app/hosts.h"

static bool is_loopback(struct ans_str host)
{
    return ans_str_is(host, "127.0.0.1") || ans_str_is(host, "localhost") ||
           ans_str_is(host, "[::1]");
}

static bool is_listed(struct ans_str names, struct ans_str host)
{
    while (names.len)
        if (ans_str_eq_nocase(ans_str_trim(ans_str_cut(&names, ',')), host))
            return true;
    return false;
}

bool ans_hosts_serve(void *context, struct ans_str host)
{
    const struct ans_hosts *hosts = context;
    if (is_loopback(host) || is_listed(hosts->further, host))
        return true;
    const struct ans_edition *edition = ans_edition_acquire(hosts->editions);
    bool served = ans_edition_by_host(edition, host) != NULL;
    ans_edition_release(edition);
    return served;
}
