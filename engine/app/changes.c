#include "app/changes.h"

#include <stdio.h>

#include "base/log.h"

static void log_faults(const struct ans_faults *faults, struct ans_str slug)
{
    for (size_t i = 0; i < faults->count; i++) {
        struct ans_buf line = {0};
        ans_fault_write(&line, &faults->items[i], slug, ANS_STR("sv"));
        ans_log(ANS_LOG_WARN, "county", "%.*s",
                ANS_STR_ARG(ans_buf_str(&line)));
        ans_buf_free(&line);
    }
    if (faults->dropped)
        ans_log(ANS_LOG_WARN, "county", "%.*s: and %zu further faults",
                ANS_STR_ARG(slug), faults->dropped);
}

/* "41", or the beginning of its content's hash when none are kept. */
static struct ans_str version_of(const struct ans_site *site, char *buf,
                                 size_t size)
{
    int len = site->version
                  ? snprintf(buf, size, "%lld", (long long)site->version)
                  : snprintf(buf, size, "%.12s", site->county->version.ptr);
    return (struct ans_str){buf, (size_t)len};
}

/* What is served now: "version 41 serves". */
static void log_outcome(const struct ans_site *site,
                        const struct ans_site *before)
{
    size_t faults = site->faults.count + site->faults.dropped;
    char buf[32];
    struct ans_str version = {0};
    if (site->county)
        version = version_of(site, buf, sizeof(buf));
    if (!site->county)
        ans_log(ANS_LOG_WARN, "county",
                "%.*s: %zu fault%s; it never was sound and stays closed",
                ANS_STR_ARG(site->slug), faults, faults == 1 ? "" : "s");
    else if (faults)
        ans_log(ANS_LOG_WARN, "county",
                "%.*s: %zu fault%s; version %.*s serves on",
                ANS_STR_ARG(site->slug), faults, faults == 1 ? "" : "s",
                ANS_STR_ARG(version));
    else
        ans_log(ANS_LOG_INFO, "county", "%.*s: version %.*s serves%s",
                ANS_STR_ARG(site->slug), ANS_STR_ARG(version),
                before ? "" : ", a new county");
}

static void log_site(const struct ans_site *site, const struct ans_site *before,
                     bool start)
{
    bool closed_anew = site->closed.len &&
                       (!before || !ans_str_eq(before->closed, site->closed));
    log_faults(&site->faults, site->slug);
    if (!start || site->faults.count)
        log_outcome(site, before);
    if (closed_anew)
        ans_log(ANS_LOG_ERROR, "county", "%.*s: closed: %.*s",
                ANS_STR_ARG(site->slug), ANS_STR_ARG(site->closed));
    if (before && before->closed.len && !site->closed.len)
        ans_log(ANS_LOG_INFO, "county", "%.*s: its database is open again",
                ANS_STR_ARG(site->slug));
}

static bool same_strays(const struct ans_faults *a, const struct ans_faults *b)
{
    bool same = a->count == b->count;
    for (size_t i = 0; same && i < a->count; i++)
        same = ans_str_eq(a->items[i].file, b->items[i].file);
    return same;
}

void ans_changes_log(const struct ans_edition *before,
                     const struct ans_edition *now)
{
    for (size_t i = 0; i < ans_edition_count(now); i++) {
        const struct ans_site *site = ans_edition_at(now, i);
        const struct ans_site *old =
            before ? ans_edition_by_slug(before, site->slug) : NULL;
        if (site->changed)
            log_site(site, old, !before);
    }
    for (size_t i = 0; before && i < ans_edition_count(before); i++) {
        struct ans_str slug = ans_edition_at(before, i)->slug;
        if (!ans_edition_by_slug(now, slug))
            ans_log(ANS_LOG_WARN, "county",
                    "%.*s: its folder is gone; its database stays",
                    ANS_STR_ARG(slug));
    }
    const struct ans_faults *strays = ans_edition_strays(now);
    if (!before || !same_strays(ans_edition_strays(before), strays))
        log_faults(strays, ANS_STR("counties"));
}
