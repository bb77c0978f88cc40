#include "asset/asset.h"

struct type {
    struct ans_str ending; /* with the dot, lower case */
    const char *type;
};

static const struct type types[] = {
    {{".css", 4}, "text/css; charset=utf-8"},
    {{".js", 3}, "text/javascript; charset=utf-8"},
    {{".mjs", 4}, "text/javascript; charset=utf-8"},
    {{".html", 5}, "text/html; charset=utf-8"},
    {{".txt", 4}, "text/plain; charset=utf-8"},
    {{".md", 3}, "text/markdown; charset=utf-8"},
    {{".csv", 4}, "text/csv; charset=utf-8"},
    {{".svg", 4}, "image/svg+xml; charset=utf-8"},
    {{".json", 5}, "application/json; charset=utf-8"},
    {{".webmanifest", 12}, "application/manifest+json; charset=utf-8"},
    {{".xml", 4}, "application/xml; charset=utf-8"},
    {{".ics", 4}, "text/calendar; charset=utf-8"},
    {{".png", 4}, "image/png"},
    {{".jpg", 4}, "image/jpeg"},
    {{".jpeg", 5}, "image/jpeg"},
    {{".webp", 5}, "image/webp"},
    {{".avif", 5}, "image/avif"},
    {{".gif", 4}, "image/gif"},
    {{".ico", 4}, "image/x-icon"},
    {{".woff2", 6}, "font/woff2"},
    {{".woff", 5}, "font/woff"},
    {{".ttf", 4}, "font/ttf"},
    {{".otf", 4}, "font/otf"},
    {{".pdf", 4}, "application/pdf"},
};

const char *ans_asset_type(struct ans_str name)
{
    for (size_t i = 0; i < ANS_COUNT(types); i++) {
        struct ans_str ending = types[i].ending;
        if (name.len > ending.len &&
            ans_str_eq_nocase(
                ans_str_sub(name, name.len - ending.len, ending.len), ending))
            return types[i].type;
    }
    return "application/octet-stream";
}

bool ans_asset_compressible(const char *type)
{
    static const char *const starts[] = {
        "text/",
        "image/svg+xml",
        "application/json",
        "application/manifest+json",
        "application/xml",
        "application/javascript",
        "application/ld+json",
        "application/geo+json",
        "application/problem+json",
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "image/x-icon",
        "font/ttf",
        "font/otf",
    };
    if (!type)
        return false;
    for (size_t i = 0; i < ANS_COUNT(starts); i++)
        if (ans_str_starts(ans_str_from(type), ans_str_from(starts[i])))
            return true;
    return false;
}
