/* settings: what the program is told, by flags, environment, a settings file
 * and defaults, in this order of rank.
 *
 * One table (settings.c) names each setting once; flags, ANSLUT_* variables,
 * the file's keys and the help text come from it.
 */
#pragma once

#include "base/arena.h"
#include "base/attr.h"
#include "base/err.h"

struct ans_settings {
    const char *listen;
    const char *data;
    const char *counties;
    const char *lua;
    const char *web;
    const char *hosts; /* further host names, parted by commas */
    const char *public_url;
    const char *proxy;
    const char *mail_from;
    const char *smtp;
    const char *smtp_user;
    const char *smtp_password;
    const char *smtp_ca;
    const char *smtp_tls; /* "required" or "possible" */
    const char *workers;
    const char *post_rate;
    const char *per_address;
    const char *impact;   /* "yes": what a change does */
    const char *note;     /* to a version */
    const char *author;   /* of new versions; "": the owner of the files */
    const char *name;     /* of a new county */
    const char *from;     /* folder of the county that a new one begins as */
    const char *watch;    /* "events", "poll" or "never" */
    const char *strict;   /* "yes": refuse to start on any fault */
    const char *json;     /* "yes": write for programs */
    const char *explain;  /* "yes": say why */
    const char *mails;    /* "yes": whole */
    const char *on;       /* a day: "2026-05-11" */
    const char *write;    /* the folder to write files into */
    const char *lang;     /* of faults: "sv" or "en" */
    const char *document; /* a scanned paper */
    const char *quiet;    /* "yes": send no mails */
    const char *again;    /* "yes": also those who were asked before */
    const char *dry_run;  /* "yes": only tell what would be done */
    const char *settings;
};

/* What is left of the command line: names of counties, folders. */
struct ans_args {
    const char **items;
    int count;
};

/* Read all four sources. `only` lists the flags that the command takes,
 * parted by spaces. ANS_ERR_INPUT: a wrong use; the sentence says which. */
ANS_MUST_CHECK
bool ans_settings_read(struct ans_arena *arena, int argc, char **argv,
                       const char *only, struct ans_settings *out,
                       struct ans_args *args, struct ans_err *err);

/* The help of the flags that `only` lists, a line each. */
void ans_settings_help(const char *only);

/* A whole number within bounds, by the flag's name; `fallback` when not
 * set. */
ANS_MUST_CHECK
bool ans_settings_int(const char *name, const char *value, int64_t least,
                      int64_t most, int64_t fallback, int64_t *out,
                      struct ans_err *err);
