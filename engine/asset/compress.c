#include <brotli/encode.h>
#include <stdlib.h>
#include <zlib.h>

#include "asset/asset.h"

void ans_gzip(struct ans_buf *out, struct ans_str in, int level)
{
    ans_buf_clear(out);
    /* 15 window bits, + 16 for the gzip header, which carries no time */
    z_stream z = {0};
    if (deflateInit2(&z, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) !=
        Z_OK)
        abort(); /* only without memory, as for any allocation */
    size_t room = deflateBound(&z, in.len);
    char *to = ans_buf_reserve(out, room);
    if (to) {
        z.next_in = (z_const Bytef *)(in.ptr ? in.ptr : "");
        z.avail_in = (uInt)in.len;
        z.next_out = (Bytef *)to;
        z.avail_out = (uInt)room;
        if (deflate(&z, Z_FINISH) == Z_STREAM_END)
            out->len = z.total_out;
    }
    deflateEnd(&z);
}

/* The smallest window that holds the whole text: the encoder's memory, and
 * the time to clear it, follow the window. */
static int window_for(size_t len)
{
    int bits = 16;
    while (bits < BROTLI_DEFAULT_WINDOW && ((size_t)1 << bits) - 16 < len)
        bits++;
    return bits;
}

void ans_brotli(struct ans_buf *out, struct ans_str in, int level)
{
    ans_buf_clear(out);
    size_t room = BrotliEncoderMaxCompressedSize(in.len);
    char *to = ans_buf_reserve(out, room);
    if (!to)
        return;
    const uint8_t *from = (const uint8_t *)(in.ptr ? in.ptr : "");
    if (BrotliEncoderCompress(level, window_for(in.len), BROTLI_MODE_TEXT,
                              in.len, from, &room, (uint8_t *)to))
        out->len = room;
}
