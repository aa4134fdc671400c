/* A borrowed run of bytes: text is UTF-8 without a terminating zero, bytes is anything. Whoever
 * hands one out says how long it lives. */
#ifndef COMMON_SLICE_H
#define COMMON_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct slice {
    const char *p; /* may be NULL when n is 0 */
    size_t n;      /* bytes */
};

static inline struct slice slice_of(const char *zero_terminated)
{
    return (struct slice){zero_terminated, zero_terminated ? strlen(zero_terminated) : 0};
}

static inline struct slice slice_bytes(const void *p, size_t n)
{
    return (struct slice){p, n};
}

static inline bool slice_equal(struct slice a, struct slice b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

#endif
