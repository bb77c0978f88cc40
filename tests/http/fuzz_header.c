/* Headers that are taken apart: what can be read of them is a value of ours,
 * and an address is written so that it reads back as itself. */
#include <stdint.h>
#include <stdlib.h>

#include "http/address.h"
#include "http/encoding.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

static void check_address(const struct ans_address *a)
{
    char text[ANS_ADDRESS_TEXT];
    struct ans_address back;
    struct ans_str written = ans_address_write(a, text);
    check(written.len > 0 && written.len < ANS_ADDRESS_TEXT);
    check(ans_address_parse(written, &back) && ans_address_eq(a, &back));
    struct ans_address block = ans_address_block(a);
    struct ans_address again = ans_address_block(&block);
    check(ans_address_eq(&block, &again));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct ans_str header = {(const char *)data, size};
    struct ans_address a;
    if (ans_address_parse(header, &a))
        check_address(&a);
    if (ans_address_forwarded(header, &a))
        check_address(&a);
    enum ans_encoding chosen = ans_encoding_choose(header);
    check(chosen == ANS_PLAIN || chosen == ANS_GZIP || chosen == ANS_BROTLI);
    if (chosen == ANS_GZIP)
        check(ans_encoding_takes_gzip(header));
    struct ans_str etag = ans_str_cut(&header, '\n');
    (void)ans_etag_matches(header, etag);
    (void)ans_type_is(header, etag);
    return 0;
}
