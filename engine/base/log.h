/* log: one line per event on standard error.
 *
 * `2026-11-22T04:31:07.120Z warn store: could not checkpoint: disk I/O error`
 * Control characters are replaced, so that nothing a visitor sends can forge
 * a line. Whoever returns an error does not log it.
 */
#pragma once

#include "base/attr.h"

enum ans_log_level { ANS_LOG_DEBUG, ANS_LOG_INFO, ANS_LOG_WARN, ANS_LOG_ERROR };

/* `area` is the module that speaks. Lines over 2 KB are cut. */
void ans_log(enum ans_log_level level, const char *area, const char *fmt, ...)
    ANS_PRINTF(3, 4);
