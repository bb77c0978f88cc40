/* anslut new: a county from the template, which is a county that works. */
#include <stdio.h>
#include <string.h>

#include "app/app.h"
#include "base/text.h"
#include "edition/edition.h"

#define NAME_MOST 80

/* The forms in which a county's name stands in scripts and texts. */
struct names {
    struct ans_str name;     /* "Mittläns län" */
    struct ans_str genitive; /* "Mittläns läns" */
    struct ans_str land;     /* "Mittlän" */
};

struct creating {
    struct ans_run *run;
    struct ans_str slug;
    struct ans_str old_slug;
    struct names old, new; /* new.name empty: as in the template */
};

static bool is_swedish(const struct ans_run *run)
{
    return strcmp(run->settings.lang, "en") != 0;
}

/* "Södra Mittlän" -> "sodra-mittlan": what the folder may be called. */
static struct ans_str slug_like(struct ans_arena *arena, struct ans_str word)
{
    static const char *const letters[][2] = {{"å", "a"}, {"ä", "a"}, {"ö", "o"},
                                             {"Å", "a"}, {"Ä", "a"}, {"Ö", "o"},
                                             {"é", "e"}, {"ü", "u"}};
    struct ans_buf out = {0};
    for (size_t i = 0; i < word.len; i++) {
        char c = word.ptr[i];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c + 'a' - 'A');
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            ans_buf_add_byte(&out, c);
        else if (c == ' ' || c == '-' || c == '_')
            ans_buf_add_byte(&out, '-');
        for (size_t j = 0; j < ANS_COUNT(letters); j++)
            if (ans_str_starts(ans_str_sub(word, i, word.len),
                               ans_str_from(letters[j][0])))
                ans_buf_add_z(&out, letters[j][1]);
    }
    struct ans_str slug = ans_arena_str(arena, ans_buf_str(&out));
    ans_buf_free(&out);
    return slug;
}

static bool read_slug(struct creating *c, struct ans_err *err)
{
    const struct ans_args *args = &c->run->args;
    if (args->count != 1)
        return ans_err_set(err, ANS_ERR_INPUT, "%s",
                           is_swedish(c->run)
                               ? "new tar ett namn på länets mapp, till "
                                 "exempel: anslut new mittlan"
                               : "new takes one name for the county's folder, "
                                 "such as: anslut new mittlan");
    c->slug = ans_str_from(args->items[0]);
    if (ans_slug_valid(c->slug))
        return true;
    struct ans_str near = slug_like(c->run->arena, c->slug);
    bool helps = ans_slug_valid(near);
    return ans_err_set(
        err, ANS_ERR_INPUT,
        is_swedish(c->run)
            ? "%s kan inte vara namnet på ett läns mapp: det har bara a-z, "
              "0-9 och bindestreck, börjar med en bokstav, är högst 40 tecken "
              "och inget av tjänstens egna adresser%s%.*s"
            : "%s cannot be the name of a county's folder: it has only a-z, "
              "0-9 and hyphens, begins with a letter, is at most 40 long and "
              "none of the service's own addresses%s%.*s",
        c->slug.ptr,
        !helps               ? ""
        : is_swedish(c->run) ? ". Pröva "
                             : ". Try ",
        helps ? (int)near.len : 0, near.ptr);
}

/* A name ends in "län", and the land is what stands before it, without the
 * genitive's s: no Swedish county's land ends in one. */
static struct names forms_of(struct ans_arena *arena, struct ans_str name)
{
    struct ans_str county = ANS_STR(" län");
    struct names n = {.name = name, .land = name};
    bool s = ans_str_ends(name, ANS_STR("s"));
    n.genitive =
        ans_arena_printf(arena, "%.*s%s", ANS_STR_ARG(name), s ? "" : "s");
    if (!ans_str_ends(name, county) || name.len == county.len)
        return n;
    n.land.len -= county.len;
    if (ans_str_ends(n.land, ANS_STR("s")))
        n.land.len--;
    return n;
}

/* It becomes a text between quotation marks. */
static bool read_name(struct creating *c, struct ans_err *err)
{
    struct ans_str name = ans_str_trim(ans_str_from(c->run->settings.name));
    bool good = ans_text_valid(name) && name.len <= NAME_MOST;
    for (size_t i = 0; i < name.len; i++)
        good = good && (unsigned char)name.ptr[i] >= 0x20 &&
               !strchr("\"\\{}<>", name.ptr[i]);
    if (!good)
        return ans_err_set(err, ANS_ERR_INPUT, "%s",
                           is_swedish(c->run)
                               ? "--name är länets namn, till exempel "
                                 "\"Mittläns län\": högst 80 tecken, utan "
                                 "citattecken och klamrar"
                               : "--name is the county's name, such as "
                                 "\"Mittläns län\": at most 80 bytes, without "
                                 "quotation marks and braces");
    if (name.len)
        c->new = forms_of(c->run->arena, name);
    return true;
}

/* What the template calls itself: the id and the name of its county. */
static bool read_template(struct creating *c, struct ans_folder *out,
                          struct ans_err *err)
{
    struct ans_arena *arena = c->run->arena;
    const char *path = c->run->settings.from;
    const struct ans_folder_file *file;
    if (!ans_folder_read(path, ANS_STR("new"), arena, out, err))
        return false;
    file = ans_folder_find(out, ANS_STR("county.lua"));
    struct ans_str word = ANS_STR("\ncounty \"");
    ptrdiff_t at = file ? ans_str_find_str(file->bytes, word) : -1;
    if (at < 0)
        return ans_err_set(err, ANS_ERR_CONFLICT,
                           "%s holds no county to begin with", path);
    struct ans_str rest =
        ans_str_sub(file->bytes, (size_t)at + word.len, file->bytes.len);
    c->old_slug = ans_str_cut(&rest, '"');
    out->slug = c->old_slug;
    struct ans_faults faults = {.arena = arena};
    struct ans_loaded *loaded =
        ans_loaded_of(out, c->run->settings.lua, &faults, err);
    if (!loaded)
        return ans_err_add(err, "%s", path) && false;
    struct ans_str name =
        ans_text_in(&ans_loaded_county(loaded)->name, ANS_STR("sv")).str;
    c->old = forms_of(arena, ans_arena_str(arena, name));
    ans_loaded_release(loaded);
    return true;
}

/* Making it. */

static void replace(struct ans_arena *arena, struct ans_str *text,
                    struct ans_str from, struct ans_str to)
{
    struct ans_buf out = {0};
    struct ans_str rest = *text;
    ptrdiff_t at;
    while ((at = ans_str_find_str(rest, from)) >= 0) {
        ans_buf_add(&out, ans_str_sub(rest, 0, (size_t)at));
        ans_buf_add(&out, to);
        rest = ans_str_sub(rest, (size_t)at + from.len, rest.len);
    }
    ans_buf_add(&out, rest);
    *text = ans_arena_str(arena, ans_buf_str(&out));
    ans_buf_free(&out);
}

/* The longer forms first, for they hold the shorter ones. */
static void adapt(const struct creating *c, struct ans_folder_file *file)
{
    struct ans_arena *arena = c->run->arena;
    if (!ans_str_ends(file->path, ANS_STR(".lua")) &&
        !ans_str_ends(file->path, ANS_STR(".md")))
        return;
    replace(arena, &file->bytes, c->old_slug, c->slug);
    if (!c->new.name.len)
        return;
    replace(arena, &file->bytes, c->old.genitive, c->new.genitive);
    replace(arena, &file->bytes, c->old.name, c->new.name);
    replace(arena, &file->bytes, c->old.land, c->new.land);
}

/* A county that is not sound is not made. */
static bool check(const struct creating *c, const struct ans_folder *folder,
                  struct ans_err *err)
{
    struct ans_faults faults = {.arena = c->run->arena};
    struct ans_loaded *loaded =
        ans_loaded_of(folder, c->run->settings.lua, &faults, err);
    for (size_t i = 0; i < faults.count; i++) {
        struct ans_buf line = {0};
        ans_fault_write(&line, &faults.items[i], folder->slug,
                        ans_str_from(c->run->settings.lang));
        fprintf(stderr, "%.*s\n", ANS_STR_ARG(ans_buf_str(&line)));
        ans_buf_free(&line);
    }
    ans_loaded_release(loaded);
    return loaded != NULL;
}

static void say_next(const struct creating *c)
{
    const char *folder = c->run->settings.counties;
    const char *slug = c->slug.ptr;
    if (is_swedish(c->run))
        printf("%s/%s är klar, och den fungerar. Gör så här:\n\n"
               "  1. Öppna %s/%s/county.lua i en textredigerare, byt ut det "
               "som hör till mallen, och spara.\n"
               "  2. Kör   anslut check %s --counties %s   Den säger vad som "
               "är fel och på "
               "vilken rad.\n"
               "  3. Titta på adressen /%s/ . Körs anslut serve på den här "
               "mappen syns länet redan där,\n"
               "     och varje ändring utan fel syns när den har sparats.\n\n"
               "Handledningen går igenom filerna i tur och ordning: "
               "docs/guide/nytt-lan.md\n",
               folder, slug, folder, slug, slug, folder, slug);
    else
        printf("%s/%s is made, and it works. Go on like this:\n\n"
               "  1. Open %s/%s/county.lua in a text editor, change what "
               "belongs to the template, and save.\n"
               "  2. Run   anslut check %s --counties %s   It says what is "
               "wrong and on "
               "which line.\n"
               "  3. Look at the address /%s/ . When anslut serve runs on this "
               "folder the county is there already,\n"
               "     and every change without faults is there when it has been "
               "saved.\n\n"
               "The guide goes through the files one by one: "
               "docs/guide/nytt-lan.md\n",
               folder, slug, folder, slug, slug, folder, slug);
}

int ans_command_new(struct ans_run *run)
{
    struct ans_err err = {0};
    struct creating c = {.run = run};
    struct ans_folder folder;
    if (!read_slug(&c, &err) || !read_name(&c, &err))
        return ans_app_fail(&err);
    bool ok = read_template(&c, &folder, &err);
    for (size_t i = 0; ok && i < folder.count; i++)
        adapt(&c, &folder.files[i]);
    folder.slug = c.slug;
    ok = ok && check(&c, &folder, &err) &&
         ans_folder_write(run->settings.counties, &folder, &err);
    if (!ok) {
        ans_app_blame_files(&err);
        return ans_app_fail(&err);
    }
    say_next(&c);
    return 0;
}
