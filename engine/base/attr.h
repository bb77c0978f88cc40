/* attr: compiler attributes by the names we use for them. */
#pragma once

#define ANS_MUST_CHECK      __attribute__((warn_unused_result))
#define ANS_PRINTF(fmt, va) __attribute__((format(printf, fmt, va)))

#define ANS_COUNT(array) (sizeof(array) / sizeof((array)[0]))
