#include <stdlib.h>

#include "http/server.h"

#define PREFIX "/web/"

static void prepare_one(struct ans_asset_answers *out,
                        const struct ans_asset *a, bool secure)
{
    struct ans_str bodies[ANS_ENCODINGS] = {a->plain, a->gzip, a->brotli};
    bool packs = a->gzip.len || a->brotli.len;
    uint64_t hash = ans_str_hash(a->plain);
    for (int e = 0; e < ANS_ENCODINGS; e++) {
        enum ans_encoding encoding = (enum ans_encoding)e;
        if (encoding != ANS_PLAIN && !bodies[e].len)
            continue;
        ans_respond_etag(hash, encoding, out->tags[e]);
        out->forms[e] = ans_respond_asset(a->type, bodies[e], encoding, packs,
                                          out->tags[e], secure);
    }
}

void ans_assets_prepare(struct ans_http *http)
{
    const struct ans_assets *assets = http->options.assets;
    size_t count = assets ? ans_assets_count(assets) : 0;
    for (int secure = 0; secure < 2; secure++) {
        http->assets[secure] = calloc(count + 1, sizeof(*http->assets[0]));
        if (!http->assets[secure])
            abort();
        for (size_t i = 0; i < count; i++)
            prepare_one(&http->assets[secure][i], ans_assets_at(assets, i),
                        secure);
    }
}

void ans_assets_discard(struct ans_http *http)
{
    const struct ans_assets *assets = http->options.assets;
    size_t count = assets ? ans_assets_count(assets) : 0;
    for (int secure = 0; secure < 2; secure++) {
        for (size_t i = 0; http->assets[secure] && i < count; i++)
            for (int e = 0; e < ANS_ENCODINGS; e++)
                if (http->assets[secure][i].forms[e])
                    MHD_destroy_response(http->assets[secure][i].forms[e]);
        free(http->assets[secure]);
    }
}

bool ans_assets_answer(struct ans_connection *c, enum MHD_Result *result)
{
    const struct ans_assets *assets = c->http->options.assets;
    struct ans_str target = {c->text, c->target_len};
    if (!assets || !ans_str_starts(target, ANS_STR(PREFIX)))
        return false;
    const struct ans_asset *a = ans_assets_find_hashed(
        assets, ans_str_sub(target, sizeof(PREFIX) - 1, target.len));
    if (!a)
        return false;

    const struct ans_asset_answers *answers =
        &c->http->assets[c->secure][a - ans_assets_at(assets, 0)];
    struct ans_str bodies[ANS_ENCODINGS] = {a->plain, a->gzip, a->brotli};
    enum ans_encoding e = answers->forms[c->encoding] ? c->encoding : ANS_PLAIN;
    *result = ans_send_form(c, answers->forms[e], bodies[e],
                            ans_str_from(answers->tags[e]));
    return true;
}
