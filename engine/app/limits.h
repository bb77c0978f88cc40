/* limits: how many files the process may have open. Private to app.
 */
#pragma once

#include <stddef.h>

/* Take as many as the system allows, and tell the log when that is too few
 * for so many counties with their databases and the connections. */
void ans_limits_raise(void);
void ans_limits_judge(size_t counties);
