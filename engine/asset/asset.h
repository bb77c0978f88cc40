/* asset: the files of web/, ready to send, and compression.
 *
 * The files are read at start and never again: a name carries its content's
 * hash, so a browser may keep it for a year. Immutable once loaded; shared by
 * all threads.
 */
#pragma once

#include "base/attr.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

struct ans_assets;

struct ans_asset {
    struct ans_str name;   /* "app.css", as written in views */
    struct ans_str hashed; /* "app.3f9a1c27.css", as served */
    const char *type;      /* media type */
    struct ans_str plain;
    struct ans_str gzip;   /* empty when it is not smaller */
    struct ans_str brotli; /* the same */
};

/* Every regular file of a folder (not below it; hidden files, "x~" and links
 * are passed over), at most 5 MB each, named with a-z, digits and "._-".
 * ANS_ERR_NOT_FOUND: no such folder. ANS_ERR_LIMIT: a file is too large.
 * ANS_ERR_INPUT: a file has another name. */
struct ans_assets *ans_assets_load(const char *folder, struct ans_err *err);
void ans_assets_free(struct ans_assets *assets);

/* NULL when there is none. */
const struct ans_asset *ans_assets_find(const struct ans_assets *assets,
                                        struct ans_str name);
const struct ans_asset *ans_assets_find_hashed(const struct ans_assets *assets,
                                               struct ans_str hashed);
/* By name, from 0, in one array: the difference of two is that of their
 * indexes. */
size_t ans_assets_count(const struct ans_assets *assets);
const struct ans_asset *ans_assets_at(const struct ans_assets *assets,
                                      size_t index);

/* The media type of a file name, by its ending; octet-stream otherwise. */
const char *ans_asset_type(struct ans_str name);

/* Worth compressing: text, SVG, JSON, scripts. */
bool ans_asset_compressible(const char *type);

/* Compress into `out` (replaced; left empty when its limit is too small).
 * Levels: gzip 1..9, brotli 0..11. The same bytes give the same bytes. */
void ans_gzip(struct ans_buf *out, struct ans_str in, int level);
void ans_brotli(struct ans_buf *out, struct ans_str in, int level);
