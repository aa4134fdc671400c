/* A place in msgpack bytes, and the few steps that need no tree: for the scan, and for taking apart
 * the arrays that go around a message. Every step looks before it goes. For the inside of this
 * room. */
#ifndef PROTO_CURSOR_H
#define PROTO_CURSOR_H

#include "common/slice.h"

struct cursor {
    const unsigned char *p;
    size_t left;
};

static inline struct cursor cursor_at(struct slice bytes)
{
    return (struct cursor){(const unsigned char *)bytes.p, bytes.n};
}

static inline bool cursor_skip(struct cursor *cursor, uint64_t n)
{
    if (n > cursor->left) return false;
    cursor->p += n;
    cursor->left -= (size_t)n;
    return true;
}

static inline bool cursor_byte(struct cursor *cursor, unsigned char *byte)
{
    if (cursor->left == 0) return false;
    *byte = *cursor->p;
    return cursor_skip(cursor, 1);
}

/* A big-endian number of n bytes. */
static inline bool cursor_number(struct cursor *cursor, size_t n, uint64_t *value)
{
    const unsigned char *p = cursor->p;
    if (!cursor_skip(cursor, n)) return false;
    *value = 0;
    for (size_t i = 0; i < n; i++) *value = *value << 8 | p[i];
    return true;
}

/* A whole unsigned number; false for any other value. */
static inline bool cursor_uint(struct cursor *cursor, uint64_t *value)
{
    unsigned char first;
    if (!cursor_byte(cursor, &first)) return false;
    *value = first;
    if (first < 0x80) return true;
    return first >= 0xcc && first <= 0xcf &&
           cursor_number(cursor, (size_t)1 << (first - 0xcc), value);
}

static inline bool cursor_run(struct cursor *cursor, uint64_t n, struct slice *run)
{
    *run = slice_bytes(cursor->p, (size_t)n);
    return cursor_skip(cursor, n);
}

/* A whole bin or str; false for any other value. */
static inline bool cursor_bin(struct cursor *cursor, struct slice *bin)
{
    unsigned char first;
    uint64_t n;
    return cursor_byte(cursor, &first) && first >= 0xc4 && first <= 0xc6 &&
           cursor_number(cursor, (size_t)1 << (first - 0xc4), &n) && cursor_run(cursor, n, bin);
}

static inline bool cursor_str(struct cursor *cursor, struct slice *str)
{
    unsigned char first;
    uint64_t n;
    if (!cursor_byte(cursor, &first)) return false;
    if (first >= 0xa0 && first < 0xc0) return cursor_run(cursor, first & 0x1f, str);
    return first >= 0xd9 && first <= 0xdb &&
           cursor_number(cursor, (size_t)1 << (first - 0xd9), &n) && cursor_run(cursor, n, str);
}

/* The first byte of an array of n < 16 elements. */
static inline bool cursor_array(struct cursor *cursor, unsigned n)
{
    unsigned char first;
    return cursor_byte(cursor, &first) && first == (0x90 | n);
}

static inline struct slice cursor_rest(const struct cursor *cursor)
{
    return slice_bytes(cursor->p, cursor->left);
}

#endif
