/* past: the versions of counties that were accepted before. Private to
 * edition.
 */
#pragma once

#include "edition/loaded.h"

struct ans_past;

/* Without a data folder nothing is kept and nothing is found. */
struct ans_past *ans_past_new(const struct ans_editions_options *options);
void ans_past_free(struct ans_past *past); /* NULL is fine */

/* Is this what was accepted last? Then it was tried, and held. */
bool ans_past_is_newest(struct ans_past *past, const struct ans_folder *folder);

/* Keep a sound county as the newest version, and tell which it is. */
ANS_MUST_CHECK
bool ans_past_keep(struct ans_past *past, const struct ans_loaded *loaded,
                   struct ans_site *site, struct ans_err *err);

/* The newest version that was kept, held; NULL: none, or not sound to this
 * program. */
struct ans_loaded *ans_past_newest(struct ans_past *past, struct ans_str slug,
                                   struct ans_site *site);

/* A version by its content, from memory when it was asked for lately, as
 * ans_editions_recall says. */
const struct ans_site *ans_past_site(struct ans_past *past,
                                     const struct ans_site *now,
                                     struct ans_str content);
