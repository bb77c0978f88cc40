#include "app/app.h"

#include <stdio.h>
#include <string.h>

#define VERSION "0.1.0"

static const struct command {
    const char *name;
    const char *args;  /* what follows the flags */
    const char *flags; /* names of settings */
    const char *brief; /* for the list of commands */
    const char *help;
    int (*run)(struct ans_run *run);
} commands[] = {
    {"serve", "",
     "listen data counties lua web hosts public-url proxy mail-from smtp "
     "smtp-user smtp-password smtp-ca smtp-tls workers post-rate per-address "
     "watch strict author settings",
     "Serve the portals of all counties.",
     "Serve the portals of all counties. A changed script is live within a\n"
     "second when it is sound; its faults stand in the log and on the page\n"
     "/drift, for this machine only. Stops on SIGTERM, reads all scripts on\n"
     "SIGHUP.",
     ans_command_serve},
    {"check", "[SLUG...]", "impact data counties lua lang json settings",
     "List all faults of county scripts.",
     "Load county scripts in the sandbox and list all their faults.\n"
     "Exit code 1 when there are any. With --impact: tell what sound scripts\n"
     "that differ from the newest version do to drafts, members and the\n"
     "export, before they are live.",
     ans_command_check},
    {"new", "SLUG", "name from counties lua lang settings",
     "Make a county from the template.",
     "Make the folder of a new county from the template, which works as it "
     "is.\n"
     "A server on the same folder of counties shows it at once.",
     ans_command_new},
    {"test", "[SLUG...]", "counties lua lang json strict settings",
     "Run counties' own tests.",
     "Run what counties promise in tests.lua. Prints what does not hold as\n"
     "differences, and which rules no test tries both ways. Exit code 1 when\n"
     "anything does not hold.",
     ans_command_test},
    {"simulate", "SLUG PERSONA",
     "counties lua lang json explain mails on listen public-url settings",
     "Show what an organisation would meet.",
     "Show what a persona of the county's tests.lua would meet: questions,\n"
     "letter, package, mails, dates, its public page. PERSONA is its name, or\n"
     "the path of a .lua file with one persona. With --mails: the mails whole.",
     ans_command_simulate},
    {"vocabulary", "[NAME...]", "counties lua lang json write settings",
     "Tell of the words of county scripts.",
     "List the words of county scripts, or tell of words and codes of faults\n"
     "by name. --json: all of it, for editors. --write: the reference in\n"
     "docs/reference and the annotations for Lua language servers in\n"
     "lua/annotations, below the folder; exit code 1 when an example of a\n"
     "fault does not give that fault in counties/_template.",
     ans_command_vocabulary},
    {"texts", "SLUG", "counties lua lang json settings",
     "List the portal's own texts as a county has them.",
     "List every text of the portal itself as a county's visitors see it in\n"
     "one language (--lang), and where it comes from: the portal, the "
     "county's\n"
     "scripts (wording), or another language. --json lists all languages.",
     ans_command_texts},
    {"backup", "DIR", "data lang settings",
     "Copy all databases and versions into a folder.",
     "Copy all databases, and all versions of the counties' scripts, into a\n"
     "new or empty folder, while serving or not.",
     ans_command_backup},
    {"restore", "DIR", "data lang settings",
     "Put the databases of a backup in place.",
     "Put the databases of a backup in place, while serving or not. What\n"
     "stood there is kept beside them. Versions of scripts that are missing\n"
     "are added; those that stand there stay.",
     ans_command_restore},
    {"verify", "[SLUG...]", "data lang settings",
     "Recompute the hash of every sealed commitment and version.",
     "Look databases through and recompute the hash of every sealed\n"
     "commitment and of every version of the counties' scripts. Exit code 1\n"
     "when anything does not match.",
     ans_command_verify},
    {"versions", "SLUG [NUMBER]", "data note json lang settings",
     "List what a county's folder has been.",
     "List the versions of a county's scripts: number, time, author, note.\n"
     "With a number and --note, write a note to that version.",
     ans_command_versions},
    {"diff", "A [B]", "counties data lua json lang settings",
     "Tell in words how two counties or versions differ.",
     "Tell in words how two counties differ, or two versions of one: SLUG is\n"
     "the county's folder, SLUG@3 its version 3, SLUG@ the newest. With one\n"
     "name: how the folder differs from its newest version.",
     ans_command_diff},
    {"rollback", "SLUG NUMBER", "counties data lua note author lang settings",
     "Make a county's folder what it was in a version.",
     "Make a county's folder what it was in a version, which makes a new\n"
     "version of it, while serving or not. What stands in the folder and is\n"
     "no version is kept beside it.",
     ans_command_rollback},
    {"invite", "SLUG FILE",
     "data counties lua listen public-url lang json settings",
     "Invite the organisations of a list to join.",
     "Mail a link to each organisation of a CSV file with the columns email\n"
     "and name, and lang where it matters, while serving or not. Nobody is\n"
     "invited when a row is wrong. The list holds addresses: keep it out of\n"
     "the county's folder, and erase it afterwards.",
     ans_command_invite},
    {"register", "SLUG FILE",
     "data counties lua listen public-url document quiet lang json settings",
     "Register organisations that joined on paper.",
     "Register organisations that joined on paper, each with its own day, by "
     "a\n"
     "JSON file { \"date\": \"2021-05-03\", \"answers\": { ... } }, or a list "
     "of\n"
     "them, or a CSV file with the columns date and the names of questions,\n"
     "while serving or not. The county's form judges the answers; nobody is\n"
     "registered when a row is wrong. Each gets the welcome package by mail.",
     ans_command_register},
    {"renew", "SLUG",
     "data counties lua listen public-url again dry-run lang json settings",
     "Ask the members of a replaced strategy to renew.",
     "Mail a link to every member that joined under another strategy than the\n"
     "present one: it shows what they promised, and begins the form with "
     "their\n"
     "answers. Who was asked is asked again only with --again.",
     ans_command_renew},
};

int ans_app_fail(const struct ans_err *err)
{
    fprintf(stderr, "anslut: %s\n", err->text);
    return err->kind == ANS_ERR_INPUT ? 2 : 1;
}

bool ans_app_swedish(const struct ans_run *run)
{
    return strcmp(run->settings.lang, "en") != 0;
}

struct ans_str ans_app_url(const struct ans_run *run)
{
    const struct ans_settings *set = &run->settings;
    return *set->public_url
               ? ans_str_from(set->public_url)
               : ans_arena_printf(run->arena, "http://%s", set->listen);
}

bool ans_app_blame_files(struct ans_err *err)
{
    if (err->kind == ANS_ERR_INPUT)
        err->kind = ANS_ERR_CONFLICT;
    return false;
}

static void print_help(FILE *to)
{
    fputs("Anslut serves gender-equality portals of Swedish counties; a "
          "county is a\nfolder of Lua scripts.\n\n"
          "Usage: anslut COMMAND [FLAG...] [ARGUMENT...]\n\n",
          to);
    for (size_t i = 0; i < ANS_COUNT(commands); i++)
        fprintf(to, "  %-10s %s\n", commands[i].name, commands[i].brief);
    fputs("  version    Print the version.\n\n"
          "anslut COMMAND --help tells more. Every flag --a-b can also be set "
          "as the\nvariable ANSLUT_A_B or in a file given by --settings.\n",
          to);
}

static int print_command_help(const struct command *c)
{
    printf("Usage: anslut %s [FLAG...]%s%s\n\n%s\n\n", c->name,
           *c->args ? " " : "", c->args, c->help);
    ans_settings_help(c->flags);
    return 0;
}

static bool asks_help(int argc, char **argv)
{
    for (int i = 0; i < argc; i++)
        if (!strcmp(argv[i], "--help") || !strcmp(argv[i], "-h"))
            return true;
    return false;
}

/* Is --lang one that we write? Two commands tell of what a county's visitors
 * read, in any language of theirs. */
static bool speaks(const struct command *c, const char *lang,
                   struct ans_err *err)
{
    bool any = !strstr(c->flags, "lang") || c->run == ans_command_simulate ||
               c->run == ans_command_texts;
    return any || !strcmp(lang, "sv") || !strcmp(lang, "en") ||
           ans_err_set(err, ANS_ERR_INPUT, "--lang is sv or en, not %s", lang);
}

static int run_command(const struct command *c, int argc, char **argv)
{
    if (asks_help(argc, argv))
        return print_command_help(c);
    struct ans_err err = {0};
    struct ans_run run = {.arena = ans_arena_new(0)};
    int code = ans_settings_read(run.arena, argc, argv, c->flags, &run.settings,
                                 &run.args, &err) &&
                       speaks(c, run.settings.lang, &err)
                   ? c->run(&run)
                   : ans_app_fail(&err);
    ans_arena_free(run.arena);
    return code;
}

int ans_app_main(int argc, char **argv)
{
    if (argc < 2) {
        print_help(stderr);
        return 2;
    }
    const char *name = argv[1];
    if (!strcmp(name, "--help") || !strcmp(name, "-h") ||
        !strcmp(name, "help")) {
        print_help(stdout);
        return 0;
    }
    if (!strcmp(name, "version") || !strcmp(name, "--version")) {
        puts("anslut " VERSION);
        return 0;
    }
    for (size_t i = 0; i < ANS_COUNT(commands); i++)
        if (!strcmp(name, commands[i].name))
            return run_command(&commands[i], argc - 2, argv + 2);
    fprintf(stderr, "anslut: no such command: %s (anslut --help lists them)\n",
            name);
    return 2;
}
