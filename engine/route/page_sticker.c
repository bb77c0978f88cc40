/* A member's sticker, as SVG and as PNG. */
#include "county/colour.h"
#include "picture/picture.h"
#include "route/sticker.h"
#include "route/submitted.h"
#include "route/theme.h"
#include "route/turn.h"
#include "route/welcome.h"

#define PNG_WIDTH 1200

/* The item's own file may have gone with the item. */
static struct ans_str symbol_of(struct ans_turn *t, const struct ans_member *m,
                                const struct ans_item *item)
{
    struct ans_str path =
        item->file.len ? item->file : t->county->theme->symbol;
    const struct ans_folder_file *file =
        path.len ? ans_folder_find(t->site->folder, path) : NULL;
    const struct ans_site *then =
        file || !path.len ? NULL : ans_turn_recall(t, m->script_version);
    if (then)
        file = ans_folder_find(then->folder, path);
    return file ? file->bytes : ANS_STR("");
}

static bool draw(struct ans_turn *t, const struct ans_package *package,
                 const struct ans_item *item, struct ans_err *err)
{
    const struct ans_theme *theme = t->county->theme;
    struct ans_rgb colour;
    if (!ans_rgb_parse(theme->colour, &colour))
        return ans_err_set(err, ANS_ERR_INTERNAL, "a theme without colours");
    struct ans_rgb text = ans_theme_text_on(colour);
    struct ans_sticker sticker = {
        .name = package->member.name,
        .brand = ans_said_str(t, &t->county->brand),
        .lead = ans_say(t, "sticker.lead", NULL),
        .since =
            ans_say(t, "sticker.since", ans_welcome_words(t, &package->member)),
        .licence = ans_said_str(t, &item->licence),
        .symbol = symbol_of(t, &package->member, item),
        .colour = theme->colour,
        .on_colour =
            ans_arena_printf(t->arena, "#%02x%02x%02x", text.r, text.g, text.b),
        .accent = theme->accent,
    };
    ans_sticker_svg(&sticker, t->arena, &t->r->body);
    t->r->type = "image/svg+xml";
    return true;
}

static bool make_png(struct ans_turn *t, struct ans_err *err)
{
    struct ans_buf png = {0};
    if (!ans_picture_png(ans_buf_str(&t->r->body), PNG_WIDTH, &png, err)) {
        ans_buf_free(&png);
        return false;
    }
    ans_buf_free(&t->r->body);
    t->r->body = png;
    t->r->type = "image/png";
    return true;
}

bool ans_page_sticker(struct ans_turn *t, struct ans_err *err)
{
    struct ans_package package = {0};
    struct ans_str id = t->capture[1];
    bool png = ans_str_ends(id, ANS_STR(".png"));
    if (!png && !ans_str_ends(id, ANS_STR(".svg")))
        return ans_err_set(err, ANS_ERR_NOT_FOUND, "no such sticker");
    id.len -= 4;
    if (!ans_welcome_open(t, &package, err))
        return false;
    const struct ans_item *item = ans_member_item(t, &package.member, id);
    if (!item || item->kind != ANS_ITEM_STICKER)
        return ans_err_set(err, ANS_ERR_NOT_FOUND, "no such sticker");
    if (!draw(t, &package, item, err) || (png && !make_png(t, err)))
        return false;
    t->r->download =
        ans_arena_printf(t->arena, "%.*s.%s", ANS_STR_ARG(package.member.slug),
                         png ? "png" : "svg");
    return true;
}
