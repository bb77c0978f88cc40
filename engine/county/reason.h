/* reason: why something failed, as libraries and errors say it in English, in
 * Swedish for whoever writes a county.
 *
 * Faults hand on sentences that were made elsewhere: by Lua, by the checks of
 * pictures and Markdown, by the system. Those that a script, a text, a picture
 * or a folder can provoke stand in county/reasons.def with what they mean.
 * Knows only sentences: not where they come from.
 */
#pragma once

#include <stdbool.h>

#include "base/buf.h"
#include "base/str.h"

/* Append what the English sentence means in Swedish. False, and nothing is
 * appended: it is not among those that are known. */
bool ans_reason_swedish(struct ans_buf *out, struct ans_str english);
