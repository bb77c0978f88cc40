#include "picture/picture.h"

#include <errno.h>
#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include FT_FREETYPE_H
#include FT_TRUETYPE_TABLES_H

#define LARGEST_FONT (16UL * 1024 * 1024)

/* The whole font as TrueType or OpenType says it, unpacked. */
static bool unpack(FT_Face face, struct ans_buf *out)
{
    FT_ULong size = 0;
    if (FT_Load_Sfnt_Table(face, 0, 0, NULL, &size) || !size ||
        size > LARGEST_FONT)
        return false;
    char *to = ans_buf_reserve(out, size);
    if (!to || FT_Load_Sfnt_Table(face, 0, 0, (FT_Byte *)to, &size))
        return false;
    out->len += size;
    return true;
}

static bool read_font(const char *path, struct ans_buf *out)
{
    FT_Library library = NULL;
    FT_Face face = NULL;
    bool ok = !FT_Init_FreeType(&library) &&
              !FT_New_Face(library, path, 0, &face) && unpack(face, out);
    if (face)
        FT_Done_Face(face);
    if (library)
        FT_Done_FreeType(library);
    return ok;
}

static bool write_all(int fd, struct ans_str bytes)
{
    while (bytes.len) {
        ssize_t done = write(fd, bytes.ptr, bytes.len);
        if (done < 0 && errno != EINTR)
            return false;
        if (done > 0)
            bytes = ans_str_sub(bytes, (size_t)done, bytes.len);
    }
    return true;
}

/* Pango, which sets the text of drawings, passes over WOFF2; so the font is
 * unpacked into a file in memory. The file stays open as long as the program
 * runs, since it is read by its name again and again. */
bool ans_picture_add_font(const char *path, struct ans_err *err)
{
    bool ok = false;
    int fd = -1;
    struct ans_buf name = {0};
    struct ans_buf font = {0};
    if (!read_font(path, &font)) {
        ans_err_set(err, ANS_ERR_INPUT, "%s is not a font that can be read",
                    path);
        goto done;
    }
    fd = memfd_create("font", MFD_CLOEXEC);
    if (fd < 0 || !write_all(fd, ans_buf_str(&font))) {
        ans_err_set_errno(err, "cannot unpack the font %s", path);
        goto done;
    }
    ans_buf_printf(&name, "/proc/self/fd/%d%c", fd, 0);
    ok = FcConfigAppFontAddFile(NULL, (const FcChar8 *)name.ptr);
    if (!ok)
        ans_err_set(err, ANS_ERR_INTERNAL, "cannot make the font %s known",
                    path);

done:
    if (!ok && fd >= 0)
        close(fd);
    ans_buf_free(&name);
    ans_buf_free(&font);
    return ok;
}
