/* A county's colours as a style sheet, its files, and the service's own
 * small pages. */
#include "county/colour.h"
#include "route/theme.h"
#include "route/turn.h"

static void put_colour(struct ans_turn *t, const char *name, struct ans_rgb c)
{
    ans_buf_printf(&t->r->body, "--%s:#%02x%02x%02x;", name, c.r, c.g, c.b);
}

struct ans_rgb ans_theme_text_on(struct ans_rgb colour)
{
    const struct ans_rgb white = {255, 255, 255};
    const struct ans_rgb ink = {0x17, 0x21, 0x1f};
    return ans_contrast(colour, white) >= ans_contrast(colour, ink) ? white
                                                                    : ink;
}

/* The county's colour, lightened until it can be read on a dark page. */
static struct ans_rgb on_dark(struct ans_rgb colour)
{
    const struct ans_rgb paper = {0x10, 0x17, 0x15};
    const struct ans_rgb white = {255, 255, 255};
    struct ans_rgb light = colour;
    for (int step = 1; step <= 18 && ans_contrast(light, paper) < 5.5; step++)
        light = ans_rgb_mix(colour, white, step * 0.05);
    return light;
}

bool ans_page_theme(struct ans_turn *t, struct ans_err *err)
{
    struct ans_str wanted =
        ans_arena_printf(t->arena, "%.8s.css", t->county->version.ptr);
    struct ans_rgb colour;
    struct ans_rgb accent;
    if (!ans_str_eq(t->capture[0], wanted))
        return ans_err_set(err, ANS_ERR_NOT_FOUND, "no such theme any more");
    if (!ans_rgb_parse(t->county->theme->colour, &colour) ||
        !ans_rgb_parse(t->county->theme->accent, &accent))
        return ans_err_set(err, ANS_ERR_INTERNAL, "a theme without colours");
    ans_buf_add_z(&t->r->body, ":root{");
    put_colour(t, "county", colour);
    put_colour(t, "on-county", ans_theme_text_on(colour));
    put_colour(t, "county-on-dark", on_dark(colour));
    put_colour(t, "accent", accent);
    put_colour(t, "on-accent", ans_theme_text_on(accent));
    ans_buf_add_z(&t->r->body, "}\n");
    t->r->type = "text/css; charset=utf-8";
    t->r->cache = ANS_CACHE_ASSET;
    return true;
}

bool ans_page_file(struct ans_turn *t, struct ans_err *err)
{
    struct ans_str path =
        ans_arena_printf(t->arena, "files/%.*s", ANS_STR_ARG(t->capture[0]));
    const struct ans_folder_file *file = ans_folder_find(t->site->folder, path);
    if (!file)
        return ans_err_set(err, ANS_ERR_NOT_FOUND, "no such file");
    ans_buf_add(&t->r->body, file->bytes);
    t->r->type = ans_asset_type(path);
    t->r->cache = ANS_CACHE_SHORT;
    return true;
}
