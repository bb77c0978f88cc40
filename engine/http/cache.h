/* cache: pages that are ready, and who waits for one that is being built.
 *
 * A stale or missing page is built by one request; those that come meanwhile
 * wait for it ("a flight"). A waiter never gets a page older than its own
 * question: when the data changed after the flight had begun, it waits for
 * the next, which then serves all who waited. Knows no sockets: a waiter is
 * a struct embedded in whatever waits.
 *
 * Room is kept by bytes, after S3-FIFO (Yang et al., SOSP 2023): a page first
 * stands in a small queue and moves to the large one only when it was asked
 * for again, so that a flood of addresses that nobody asks for twice does not
 * push out the pages that everybody reads.
 */
#pragma once

#include "http/page.h"
#include "http/siphash.h"

struct ans_page_cache;
struct ans_flight;

struct ans_page_cache *ans_page_cache_new(size_t bytes);
void ans_page_cache_free(struct ans_page_cache *cache);
size_t ans_page_cache_bytes(const struct ans_page_cache *cache);

/* A page's name: scheme, authority in lower case and target, as one string;
 * the hash is ans_page_key_hash's. */
struct ans_page_key {
    struct ans_str text;
    uint64_t hash;
};
uint64_t ans_page_key_hash(const struct ans_page_cache *cache,
                           struct ans_str text);

/* The standing page with that encoding made, and a lock that keeps it; let it
 * go soon. NULL: neither page nor lock. */
const struct ans_page *ans_page_cache_hold(struct ans_page_cache *cache,
                                           const struct ans_page_key *key,
                                           enum ans_encoding encoding,
                                           const struct ans_page_form **form);
void ans_page_cache_let(struct ans_page_cache *cache,
                        const struct ans_page_key *key);

struct ans_waiter {
    struct ans_waiter *next;
    enum ans_encoding encoding;
    unsigned round;
};

enum ans_join {
    ANS_JOIN_HIT,   /* *page is acquired for the caller */
    ANS_JOIN_WAIT,  /* the waiter will come out of ans_flight_land */
    ANS_JOIN_LEAD,  /* the same, and the caller sees to it that the flight
                     *flight is flown */
    ANS_JOIN_ALONE, /* not kept last time: ask the handler for yourself */
};

/* Ask for a page that hold did not give. */
enum ans_join ans_page_cache_join(struct ans_page_cache *cache,
                                  const struct ans_page_key *key,
                                  struct ans_waiter *waiter,
                                  struct ans_page **page,
                                  struct ans_flight **flight);

/* What was built alone could have been kept: the next one is a flight again.
 */
void ans_page_cache_forgive(struct ans_page_cache *cache, uint64_t hash);

/* Whose request to build the page from. */
struct ans_waiter *ans_flight_leader(const struct ans_flight *flight);

/* The page that only lacks an encoding, acquired; NULL: build it. */
struct ans_page *ans_flight_base(const struct ans_flight *flight);

/* The page of a flight is there (borrowed). Packs it as the waiters want it,
 * keeps it if it stands, and returns those it serves; the caller gives each a
 * reference of its own. *again: some came too late;
 * the flight lives on and must be flown again. Else it is gone. */
struct ans_waiter *ans_flight_land(struct ans_flight *flight,
                                   struct ans_page *page, bool *again);

/* There is no page to keep: ends the flight and returns all its waiters, the
 * leader first. `alone`: next time nobody needs to wait for the other. */
struct ans_waiter *ans_flight_abandon(struct ans_flight *flight, bool alone);
