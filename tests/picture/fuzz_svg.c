/* What is taken for a symbol can be drawn, or is refused by the drawer, and
 * holds nothing that runs. */
#include <stdint.h>
#include <stdlib.h>

#include "picture/picture.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* fontconfig keeps what it has read; tests/lsan.supp says the same. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libfontconfig\nleak:librsvg\n";
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct ans_str svg = {(const char *)data, size};
    if (!ans_picture_check_svg(svg, NULL))
        return 0;
    if (ans_str_find_str(svg, ANS_STR("<script")) >= 0 &&
        ans_str_find_str(svg, ANS_STR("<!--")) < 0 &&
        ans_str_find_str(svg, ANS_STR("<![CDATA[")) < 0)
        abort();
    struct ans_buf png = {0};
    if (!ans_picture_png(svg, 16, &png, NULL) && png.len)
        abort();
    ans_buf_free(&png);
    return 0;
}
