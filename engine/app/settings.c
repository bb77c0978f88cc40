#include "app/settings.h"

#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"

#ifndef ANS_SHARE_DIR
#error "the build says where lua/, web/ and counties/ are"
#endif

static const struct setting {
    const char *name;
    size_t offset;
    const char *value; /* how the help calls it; NULL: a switch */
    const char *fallback;
    const char *help;
} table[] = {
#define AT(field) offsetof(struct ans_settings, field)
    {"listen", AT(listen), "ADDR:PORT", "127.0.0.1:8080",
     "where to serve; port 0 takes a free one"},
    {"data", AT(data), "DIR", "data", "databases, key and outgoing mail"},
    {"counties", AT(counties), "DIR", ANS_SHARE_DIR "/counties",
     "the folder of county folders"},
    {"lua", AT(lua), "DIR", ANS_SHARE_DIR "/lua", "views, mails and texts"},
    {"web", AT(web), "DIR", ANS_WEB_DIR, "built styles and scripts"},
    {"hosts", AT(hosts), "NAMES", "",
     "host names to serve beside those of counties and loopback, by commas"},
    {"public-url", AT(public_url), "URL", "",
     "how the outside reaches this service; default: the listening address"},
    {"proxy", AT(proxy), "ADDR", "",
     "the proxy whose X-Forwarded-For and -Proto are believed"},
    {"mail-from", AT(mail_from), "ADDRESS", "portal@localhost.localdomain",
     "the sender of mails"},
    {"smtp", AT(smtp), "URL", "",
     "smtp://host:25 or smtps://host:465; default: files in DIR/outbox"},
    {"smtp-user", AT(smtp_user), "NAME", "", "user at the mail server"},
    {"smtp-password", AT(smtp_password), "TEXT", "",
     "its password; better set as ANSLUT_SMTP_PASSWORD"},
    {"smtp-ca", AT(smtp_ca), "FILE", "", "certificates to trust for mail"},
    {"smtp-tls", AT(smtp_tls), "HOW", "required",
     "'required' or 'possible', for smtp://"},
    {"workers", AT(workers), "N", "32", "threads that build pages"},
    {"post-rate", AT(post_rate), "N", "60",
     "forms a minute from one address; 0: no limit"},
    {"per-address", AT(per_address), "N", "64",
     "connections from one address; 0: no limit"},
    {"author", AT(author), "NAME", "",
     "who new versions of scripts are by; default: whoever owns the file"},
    {"name", AT(name), "NAME", "",
     "the new county's name; default: the template's, to change by hand"},
    {"from", AT(from), "DIR", ANS_SHARE_DIR "/counties/_template",
     "the county to begin with"},
    {"watch", AT(watch), "HOW", "events",
     "how changed scripts are noticed: 'events', 'poll' (for folders of\n"
     "                           another machine) or 'never' (SIGHUP only)"},
    {"impact", AT(impact), NULL, "",
     "tell what a change does to those who are there"},
    {"note", AT(note), "TEXT", "", "a note to a version, one line"},
    {"strict", AT(strict), NULL, "",
     "serve: do not start on any fault of a script; test: what is not tried\n"
     "                           is a failure"},
    {"explain", AT(explain), NULL, "", "say why, and where it stands"},
    {"mails", AT(mails), NULL, "", "show mails whole"},
    {"on", AT(on), "DAY", "", "as if it were that day, such as 2026-05-11"},
    {"json", AT(json), NULL, "", "write JSON, for programs"},
    {"lang", AT(lang), "sv|en", "sv", "language of what is printed"},
    {"write", AT(write), "DIR", "", "write the files into this folder"},
    {"document", AT(document), "FILE", "",
     "the scanned paper, a PDF, PNG or JPEG of at most 20 MB"},
    {"quiet", AT(quiet), NULL, "", "send no mails"},
    {"again", AT(again), NULL, "", "also those who were asked before"},
    {"dry-run", AT(dry_run), NULL, "", "only tell what would be done"},
    {"settings", AT(settings), "FILE", "",
     "a file of `name = value` lines; # begins a comment"},
#undef AT
};

static const char **slot(struct ans_settings *s, const struct setting *entry)
{
    return (const char **)((char *)s + entry->offset);
}

static const struct setting *find(struct ans_str name)
{
    for (size_t i = 0; i < ANS_COUNT(table); i++)
        if (ans_str_is(name, table[i].name))
            return &table[i];
    return NULL;
}

/* Is `name` one of the words of `only`? */
static bool listed(const char *only, const char *name)
{
    struct ans_str rest = ans_str_from(only);
    while (rest.len)
        if (ans_str_is(ans_str_cut(&rest, ' '), name))
            return true;
    return false;
}

/* "--name value", "--name=value", "--switch". Moves `*at` past what it used. */
static bool read_flag(struct ans_settings *s, int argc, char **argv, int *at,
                      const char *only, struct ans_err *err)
{
    struct ans_str rest = ans_str_from(argv[*at] + 2);
    bool has_value = ans_str_find(rest, '=') >= 0;
    struct ans_str name = ans_str_cut(&rest, '=');
    const struct setting *entry = find(name);
    if (!entry || !listed(only, entry->name))
        return ans_err_set(err, ANS_ERR_INPUT, "no such flag here: --%.*s",
                           ANS_STR_ARG(name));
    if (!entry->value && has_value)
        return ans_err_set(err, ANS_ERR_INPUT, "--%s takes no value",
                           entry->name);
    if (!entry->value) {
        *slot(s, entry) = "yes";
        return true;
    }
    if (has_value) {
        *slot(s, entry) = rest.ptr ? rest.ptr : "";
        return true;
    }
    if (*at + 1 >= argc)
        return ans_err_set(err, ANS_ERR_INPUT, "--%s needs a value: %s",
                           entry->name, entry->value);
    *slot(s, entry) = argv[++*at];
    return true;
}

static bool read_flags(struct ans_arena *arena, int argc, char **argv,
                       const char *only, struct ans_settings *s,
                       struct ans_args *args, struct ans_err *err)
{
    args->items = ANS_NEW_ARRAY(arena, const char *, (size_t)argc + 1);
    for (int i = 0; i < argc; i++) {
        if (argv[i][0] != '-' || !argv[i][1])
            args->items[args->count++] = argv[i];
        else if (argv[i][1] != '-')
            return ans_err_set(err, ANS_ERR_INPUT, "no such flag here: %s",
                               argv[i]);
        else if (!read_flag(s, argc, argv, &i, only, err))
            return false;
    }
    return true;
}

/* A value from a file or the environment. A switch says "yes" or "no" there;
 * inside "no" is the same as not set. */
static bool set_value(struct ans_settings *s, const struct setting *entry,
                      const char *value, const char *where, struct ans_err *err)
{
    if (*slot(s, entry))
        return true;
    if (!entry->value && !strcmp(value, "no"))
        value = "";
    else if (!entry->value && *value && strcmp(value, "yes") != 0)
        return ans_err_set(err, ANS_ERR_INPUT, "%s: %s is \"yes\" or \"no\"",
                           where, entry->name);
    *slot(s, entry) = value;
    return true;
}

static bool read_environment(struct ans_arena *arena, struct ans_settings *s,
                             struct ans_err *err)
{
    for (size_t i = 0; i < ANS_COUNT(table); i++) {
        struct ans_str name =
            ans_arena_printf(arena, "ANSLUT_%s", table[i].name);
        for (char *c = (char *)(uintptr_t)name.ptr; *c; c++)
            *c = (char)(*c == '-'                ? '_'
                        : *c >= 'a' && *c <= 'z' ? *c - 32
                                                 : *c);
        const char *value = getenv(name.ptr);
        if (value && !set_value(s, &table[i], value, name.ptr, err))
            return false;
    }
    return true;
}

static bool read_line(struct ans_arena *arena, struct ans_str line,
                      struct ans_settings *s, const char *path, int number,
                      struct ans_err *err)
{
    line = ans_str_trim(line);
    if (!line.len || line.ptr[0] == '#')
        return true;
    struct ans_str rest = line;
    struct ans_str name = ans_str_trim(ans_str_cut(&rest, '='));
    const struct setting *entry = find(name);
    if (!entry)
        return ans_err_set(err, ANS_ERR_INPUT, "%s:%d: no such setting: %.*s",
                           path, number, ANS_STR_ARG(name));
    return set_value(s, entry, ans_arena_str(arena, ans_str_trim(rest)).ptr,
                     ans_arena_printf(arena, "%s:%d", path, number).ptr, err);
}

static bool read_file(struct ans_arena *arena, struct ans_settings *s,
                      struct ans_err *err)
{
    char line[1024];
    int number = 0;
    bool ok = true;
    FILE *file = fopen(s->settings, "re");
    if (!file)
        return ans_err_set_errno(err, "cannot read %s", s->settings);
    while (ok && fgets(line, sizeof(line), file))
        ok =
            read_line(arena, ans_str_from(line), s, s->settings, ++number, err);
    fclose(file);
    return ok;
}

bool ans_settings_read(struct ans_arena *arena, int argc, char **argv,
                       const char *only, struct ans_settings *out,
                       struct ans_args *args, struct ans_err *err)
{
    *out = (struct ans_settings){0};
    *args = (struct ans_args){0};
    if (!read_flags(arena, argc, argv, only, out, args, err))
        return false;
    if (!read_environment(arena, out, err))
        return false;
    if (out->settings && *out->settings && !read_file(arena, out, err))
        return false;
    for (size_t i = 0; i < ANS_COUNT(table); i++)
        if (!*slot(out, &table[i]))
            *slot(out, &table[i]) = table[i].fallback;
    return true;
}

void ans_settings_help(const char *only)
{
    for (size_t i = 0; i < ANS_COUNT(table); i++) {
        if (!listed(only, table[i].name))
            continue;
        char flag[48];
        snprintf(flag, sizeof(flag), "--%s%s%s", table[i].name,
                 table[i].value ? " " : "",
                 table[i].value ? table[i].value : "");
        printf("  %-24s %s\n", flag, table[i].help);
        if (*table[i].fallback)
            printf("  %-24s [%s]\n", "", table[i].fallback);
    }
}

bool ans_settings_int(const char *name, const char *value, int64_t least,
                      int64_t most, int64_t fallback, int64_t *out,
                      struct ans_err *err)
{
    *out = fallback;
    if (!*value)
        return true;
    if (ans_str_int(ans_str_from(value), out) && *out >= least && *out <= most)
        return true;
    return ans_err_set(err, ANS_ERR_INPUT,
                       "--%s must be a whole number from %lld to %lld", name,
                       (long long)least, (long long)most);
}
