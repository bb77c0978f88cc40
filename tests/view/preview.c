/* Write every fixture (tests/view/fixtures.lua) as a file, to be looked at:
 *
 *     view_preview OUT        OUT/home.html, OUT/mail-confirm.html, ...
 *
 * Serve OUT with the built web/ below it as OUT/web. Not part of the product.
 */
#include <stdio.h>
#include <string.h>

#include "fixture.h"
#include "view/view.h"

struct preview {
    struct ans_view *view;
    struct ans_arena *arena;
    struct ans_texts texts;
    const char *out;
    int failed;
};

static void save(struct preview *p, struct ans_str file, const char *end,
                 struct ans_str bytes)
{
    char path[1024];
    snprintf(path, sizeof(path), "%s/%.*s%s", p->out, ANS_STR_ARG(file), end);
    FILE *to = fopen(path, "wb");
    if (!to || fwrite(bytes.ptr, 1, bytes.len, to) != bytes.len)
        p->failed++;
    if (to)
        fclose(to);
}

static void write_fixture(void *context, struct ans_str file,
                          struct ans_str kind, struct ans_str name,
                          const struct ans_map *data)
{
    struct preview *p = context;
    struct ans_err err = {0};
    if (ans_str_is(kind, "css")) {
        save(p, file, ".css", ans_map_str(data, "css"));
        return;
    }
    bool ok;
    if (ans_str_is(kind, "mail")) {
        struct ans_view_mail mail;
        ok = ans_view_mail(p->view, &p->texts, name.ptr, data, p->arena, &mail,
                           &err);
        if (ok) {
            save(p, file, ".html", mail.html);
            save(p, file, ".txt",
                 ans_arena_printf(p->arena, "%.*s\n\n%.*s",
                                  ANS_STR_ARG(mail.subject),
                                  ANS_STR_ARG(mail.plain)));
        }
    } else {
        struct ans_buf out = {0};
        ok = ans_view_page(p->view, &p->texts, name.ptr, data, &out, &err);
        if (ok)
            save(p, file, ".html", ans_buf_str(&out));
        ans_buf_free(&out);
    }
    if (!ok) {
        fprintf(stderr, "%.*s: %s\n", ANS_STR_ARG(file), err.text);
        p->failed++;
    }
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "view_preview OUT\n");
        return 2;
    }
    struct ans_err err = {0};
    struct preview p = {.arena = ans_arena_new(0), .out = argv[1]};
    struct ans_view_options options = {.folder = ANS_SOURCE_DIR "/lua"};
    p.view = ans_view_new(&options, &err);
    if (!p.view || !ans_view_texts(options.folder, p.arena, &p.texts, &err)) {
        fprintf(stderr, "%s\n", err.text);
        ans_arena_free(p.arena);
        return 1;
    }
    const char *wrong = fixtures_each(ANS_SOURCE_DIR "/tests/view/fixtures.lua",
                                      p.arena, write_fixture, &p);
    if (wrong)
        fprintf(stderr, "%s\n", wrong);
    ans_view_free(p.view);
    ans_arena_free(p.arena);
    return wrong || p.failed ? 1 : 0;
}
