#include "http/respond.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "asset/asset.h"
#include "base/log.h"
#include "codec/url.h"

/* Under this a packed body saves no packet worth its time. */
#define WORTH_PACKING 1024

/* gzip for an answer that is sent once. Measured on pages of 26 KB: level 4
 * takes three quarters of the time of level 6 and is 2 to 4 % larger. */
#define ONCE_LEVEL 4

static const struct {
    const char *name, *value;
} always[] = {
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; "
     "img-src 'self'; font-src 'self'; connect-src 'self'; "
     "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    /* Addresses hold tokens, which must not leave the site; within it the
     * Origin of a POST is still sent, which "no-referrer" would blank. */
    {"Referrer-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy",
     "camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
};

static void add(struct MHD_Response *m, const char *name, const char *value)
{
    /* Refuses CR, LF and tabs at the ends: nothing a handler says can split
     * an answer. */
    if (MHD_add_response_header(m, name, value) != MHD_YES)
        ans_log(ANS_LOG_ERROR, "http", "header %s left out: not valid: %s",
                name, value);
}

static void add_str(struct MHD_Response *m, const char *name, struct ans_str s)
{
    char *z = strndup(s.ptr ? s.ptr : "", s.len);
    if (!z)
        abort();
    add(m, name, z);
    free(z);
}

static void add_always(struct MHD_Response *m, bool secure)
{
    for (size_t i = 0; i < ANS_COUNT(always); i++)
        add(m, always[i].name, always[i].value);
    if (secure)
        add(m, "Strict-Transport-Security",
            "max-age=31536000; includeSubDomains");
}

static struct MHD_Response *from_bytes(const void *bytes, size_t len,
                                       enum MHD_ResponseMemoryMode mode)
{
    /* The cast drops const only for the mode in which nobody frees. */
    struct MHD_Response *m =
        MHD_create_response_from_buffer(len, (void *)(uintptr_t)bytes, mode);
    if (!m)
        abort();
    return m;
}

/* Give a buffer's memory to an answer. */
static struct MHD_Response *from_buf(struct ans_buf *b)
{
    struct MHD_Response *m =
        b->len ? from_bytes(b->ptr, b->len, MHD_RESPMEM_MUST_FREE)
               : from_bytes("", 0, MHD_RESPMEM_PERSISTENT);
    if (!b->len)
        free(b->ptr);
    *b = (struct ans_buf){0};
    return m;
}

struct ans_str ans_respond_etag(uint64_t hash, enum ans_encoding encoding,
                                char text[ANS_ETAG_TEXT])
{
    static const char *const ends[ANS_ENCODINGS] = {"", "-gz", "-br"};
    int len = snprintf(text, ANS_ETAG_TEXT, "\"%016" PRIx64 "%s\"", hash,
                       ends[encoding]);
    return (struct ans_str){text, (size_t)len};
}

static const char *cache_control(enum ans_cache cache)
{
    switch (cache) {
    case ANS_CACHE_PAGE:
        return "no-cache";
    case ANS_CACHE_ASSET:
        return "public, max-age=31536000, immutable";
    case ANS_CACHE_SHORT:
        return "public, max-age=300";
    case ANS_CACHE_NONE:
        break;
    }
    return "no-store";
}

/* attachment; filename="..."; filename*=UTF-8''... (RFC 6266, appendix D) */
static void add_download(struct MHD_Response *m, struct ans_str name)
{
    struct ans_buf b = {0};
    ans_buf_add_z(&b, "attachment; filename=\"");
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        bool plain = c >= ' ' && c < 0x7f && c != '"' && c != '\\' && c != '%';
        ans_buf_add_byte(&b, plain ? c : '_');
    }
    ans_buf_add_z(&b, "\"; filename*=UTF-8''");
    ans_url_encode(&b, name);
    add_str(m, "Content-Disposition", ans_buf_str(&b));
    ans_buf_free(&b);
}

/* Everything that a handler says about its answer but the body. */
static void add_said(struct MHD_Response *m, const struct ans_response *r)
{
    if (r->type)
        add(m, "Content-Type", r->type);
    add(m, "Cache-Control", cache_control(r->cache));
    if (r->location.len)
        add_str(m, "Location", r->location);
    if (r->download.len)
        add_download(m, r->download);
    if (r->retry_after > 0) {
        char seconds[16];
        snprintf(seconds, sizeof(seconds), "%d", r->retry_after);
        add(m, "Retry-After", seconds);
    }
    for (size_t i = 0; i < r->extras && i < ANS_COUNT(r->extra); i++) {
        char name[64];
        snprintf(name, sizeof(name), "%.*s", ANS_STR_ARG(r->extra[i].name));
        add_str(m, name, r->extra[i].value);
    }
    if (ans_asset_compressible(r->type))
        add(m, "Vary", "Accept-Encoding");
}

static struct MHD_Response *from_file(struct ans_response *r, int *status)
{
    struct stat st;
    int fd = r->file;
    r->file = -1;
    if (fstat(fd, &st) == 0 && st.st_size >= 0) {
        struct MHD_Response *m =
            MHD_create_response_from_fd64((uint64_t)st.st_size, fd);
        if (m)
            return m;
    }
    ans_log(ANS_LOG_ERROR, "http", "cannot send a file that a handler opened");
    close(fd);
    *status = 500;
    return from_bytes("", 0, MHD_RESPMEM_PERSISTENT);
}

/* Replace the body by its gzip when that is allowed and smaller. */
static bool pack_once(struct ans_response *r, enum ans_encoding encoding)
{
    if (encoding == ANS_PLAIN || r->body.len < WORTH_PACKING ||
        !ans_asset_compressible(r->type))
        return false;
    struct ans_buf packed = {0};
    ans_gzip(&packed, ans_buf_str(&r->body), ONCE_LEVEL);
    if (!packed.len || packed.len >= r->body.len) {
        ans_buf_free(&packed);
        return false;
    }
    ans_buf_free(&r->body);
    r->body = packed;
    return true;
}

struct MHD_Response *ans_respond(struct ans_response *r,
                                 enum ans_encoding encoding,
                                 struct ans_str if_none_match, bool secure,
                                 int *status)
{
    *status = r->status;
    struct MHD_Response *m;
    bool packed = false;
    char tag[ANS_ETAG_TEXT] = "";
    if (r->file >= 0) {
        m = from_file(r, status);
    } else {
        packed = pack_once(r, encoding);
        if (r->status == 200 && r->cache != ANS_CACHE_NONE) {
            struct ans_str etag =
                ans_respond_etag(ans_str_hash(ans_buf_str(&r->body)),
                                 packed ? ANS_GZIP : ANS_PLAIN, tag);
            if (ans_etag_matches(if_none_match, etag))
                *status = 304;
        }
        m = from_buf(&r->body);
    }
    add_always(m, secure);
    add_said(m, r);
    if (packed)
        add(m, "Content-Encoding", "gzip");
    if (tag[0])
        add(m, "ETag", tag);
    return m;
}

struct MHD_Response *ans_respond_page(struct ans_response *r, bool secure,
                                      struct ans_str *body, const char *etag)
{
    *body = ans_buf_str(&r->body);
    struct MHD_Response *m = from_buf(&r->body);
    add_always(m, secure);
    add_said(m, r);
    add(m, "ETag", etag);
    return m;
}

void ans_respond_always(struct ans_buf *out)
{
    for (size_t i = 0; i < ANS_COUNT(always); i++)
        ans_buf_printf(out, "%s: %s\r\n", always[i].name, always[i].value);
}

struct copy {
    struct MHD_Response *to;
    bool without_tag;
};

static enum MHD_Result copy_header(void *context, enum MHD_ValueKind kind,
                                   const char *name, const char *value)
{
    struct copy *c = context;
    (void)kind;
    if (!c->without_tag || strcmp(name, "ETag") != 0)
        add(c->to, name, value);
    return MHD_YES;
}

struct MHD_Response *ans_respond_packed(struct MHD_Response *plain,
                                        struct ans_buf *packed,
                                        enum ans_encoding encoding,
                                        const char *etag)
{
    struct copy c = {from_buf(packed), true};
    MHD_get_response_headers(plain, copy_header, &c);
    add(c.to, "ETag", etag);
    add(c.to, "Content-Encoding", ans_encoding_name(encoding));
    return c.to;
}

struct MHD_Response *ans_respond_closing(struct MHD_Response *like,
                                         struct ans_str body)
{
    struct copy c = {
        from_bytes(body.len ? body.ptr : "", body.len, MHD_RESPMEM_MUST_COPY),
        false};
    MHD_get_response_headers(like, copy_header, &c);
    add(c.to, "Connection", "close");
    return c.to;
}

struct MHD_Response *ans_respond_asset(const char *type, struct ans_str bytes,
                                       enum ans_encoding encoding, bool packs,
                                       const char *etag, bool secure)
{
    struct MHD_Response *m = from_bytes(bytes.len ? bytes.ptr : "", bytes.len,
                                        MHD_RESPMEM_PERSISTENT);
    add_always(m, secure);
    add(m, "Content-Type", type);
    add(m, "Cache-Control", cache_control(ANS_CACHE_ASSET));
    add(m, "ETag", etag);
    if (packs)
        add(m, "Vary", "Accept-Encoding");
    if (encoding != ANS_PLAIN)
        add(m, "Content-Encoding", ans_encoding_name(encoding));
    return m;
}
