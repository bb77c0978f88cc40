#include "picture/picture.h"

#include <cairo.h>
#include <librsvg/rsvg.h>
#include <math.h>
#include <pthread.h>

#define MOST_SVG  ((size_t)256 * 1024)
#define NARROWEST 16
#define WIDEST    4096
#define TALLEST   4096

/* One drawing at a time. Cairo's cache of glyphs, which librsvg's text goes
 * through, was seen to break when several threads draw; and a drawing of the
 * largest size takes 64 MB, of which sixteen at once would take a gigabyte. */
static pthread_mutex_t drawing = PTHREAD_MUTEX_INITIALIZER;

static bool side_valid(double side)
{
    return isfinite(side) && side > 0;
}

/* Height over width: by the viewBox, or else by width and height. */
static bool proportions(RsvgHandle *svg, double *ratio)
{
    gboolean has_width = FALSE;
    gboolean has_height = FALSE;
    gboolean has_box = FALSE;
    RsvgLength width;
    RsvgLength height;
    RsvgRectangle box;
    rsvg_handle_get_intrinsic_dimensions(svg, &has_width, &width, &has_height,
                                         &height, &has_box, &box);
    double w = box.width;
    double h = box.height;
    if (!has_box && !rsvg_handle_get_intrinsic_size_in_pixels(svg, &w, &h))
        return false;
    if (!side_valid(w) || !side_valid(h))
        return false;
    *ratio = h / w;
    return isfinite(*ratio);
}

static bool fail_by(GError *error, const char *what, struct ans_err *err)
{
    ans_err_set(err, ANS_ERR_INPUT, "%s: %s", what,
                error ? error->message : "no reason given");
    if (error)
        g_error_free(error);
    return false;
}

static cairo_status_t add_bytes(void *context, const unsigned char *bytes,
                                unsigned int len)
{
    struct ans_buf *png = context;
    ans_buf_add(png, (struct ans_str){(const char *)bytes, len});
    return png->overflow ? CAIRO_STATUS_WRITE_ERROR : CAIRO_STATUS_SUCCESS;
}

static bool draw(RsvgHandle *svg, int width, int height, struct ans_buf *png,
                 struct ans_err *err)
{
    bool ok = false;
    GError *error = NULL;
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height);
    cairo_t *pen = cairo_create(surface);
    RsvgRectangle all = {0, 0, width, height};
    if (!rsvg_handle_render_document(svg, pen, &all, &error))
        fail_by(error, "the drawing cannot be drawn", err);
    else if (cairo_status(pen) != CAIRO_STATUS_SUCCESS)
        ans_err_set(err, ANS_ERR_INTERNAL, "cannot draw: %s",
                    cairo_status_to_string(cairo_status(pen)));
    else
        ok = true;
    if (ok && cairo_surface_write_to_png_stream(surface, add_bytes, png) !=
                  CAIRO_STATUS_SUCCESS)
        ok = ans_err_set(err, png->overflow ? ANS_ERR_LIMIT : ANS_ERR_INTERNAL,
                         "cannot write the picture as PNG");
    cairo_destroy(pen);
    cairo_surface_destroy(surface);
    return ok;
}

static bool make_png(struct ans_str svg, int width, struct ans_buf *png,
                     struct ans_err *err)
{
    GError *error = NULL;
    RsvgHandle *handle =
        rsvg_handle_new_from_data((const guint8 *)svg.ptr, svg.len, &error);
    if (!handle)
        return fail_by(error, "this is not an SVG drawing", err);
    bool ok = false;
    double ratio = 0;
    if (!proportions(handle, &ratio))
        ans_err_set(err, ANS_ERR_INPUT, "the drawing does not say its size");
    else if (!(ratio * width >= 1) || ratio * width > TALLEST)
        ans_err_set(err, ANS_ERR_LIMIT,
                    "the drawing would not be 1 to %d pixels high", TALLEST);
    else
        ok = draw(handle, width, (int)(ratio * width + 0.5), png, err);
    g_object_unref(handle);
    return ok;
}

bool ans_picture_png(struct ans_str svg, int width, struct ans_buf *png,
                     struct ans_err *err)
{
    if (svg.len > MOST_SVG)
        return ans_err_set(err, ANS_ERR_LIMIT,
                           "the drawing is larger than 256 KB");
    if (width < NARROWEST || width > WIDEST)
        return ans_err_set(err, ANS_ERR_LIMIT,
                           "a picture is %d to %d pixels wide", NARROWEST,
                           WIDEST);
    if (!svg.len)
        return ans_err_set(err, ANS_ERR_INPUT, "the drawing is empty");
    pthread_mutex_lock(&drawing);
    bool ok = make_png(svg, width, png, err);
    pthread_mutex_unlock(&drawing);
    return ok;
}
