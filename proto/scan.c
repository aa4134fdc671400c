/* The walk over foreign bytes. It only ever looks at what is there, so what a header promises costs
 * nothing: no allocation, recursion bounded by LIMIT_DEPTH, each byte visited at most once. */
#include "proto/codec.h"
#include "proto/cursor.h"

static bool scan_value(struct cursor *cursor, unsigned depth);

static bool scan_array(struct cursor *cursor, uint64_t n, unsigned depth)
{
    /* Each element is at least one byte: a promise past the bytes is refused before the walk. */
    if (depth >= LIMIT_DEPTH || n > cursor->left) return false;
    for (uint64_t i = 0; i < n; i++)
        if (!scan_value(cursor, depth + 1)) return false;
    return true;
}

static bool scan_map(struct cursor *cursor, uint64_t n, unsigned depth)
{
    if (depth >= LIMIT_DEPTH || n > LIMIT_KEYS || n > cursor->left / 2) return false;
    uint64_t small[LIMIT_KEYS / 64] = {0}, great[LIMIT_KEYS];
    size_t greats = 0;
    for (uint64_t i = 0; i < n; i++) {
        uint64_t key;
        if (!cursor_uint(cursor, &key)) return false;
        if (key < LIMIT_KEYS) {
            if (small[key / 64] & (uint64_t)1 << key % 64) return false;
            small[key / 64] |= (uint64_t)1 << key % 64;
        } else {
            for (size_t j = 0; j < greats; j++)
                if (great[j] == key) return false;
            great[greats++] = key;
        }
        if (!scan_value(cursor, depth + 1)) return false;
    }
    return true;
}

/* A value whose first byte, already taken, is of 0xc0..0xdf. */
static bool scan_wide(struct cursor *cursor, unsigned char first, unsigned depth)
{
    uint64_t n;
    switch (first) {
    case 0xc0: /* nil, false, true */
    case 0xc2:
    case 0xc3:
        return true;
    case 0xc4: /* bin */
    case 0xc5:
    case 0xc6:
        return cursor_number(cursor, (size_t)1 << (first - 0xc4), &n) && cursor_skip(cursor, n);
    case 0xca: /* float, double */
        return cursor_skip(cursor, 4);
    case 0xcb:
        return cursor_skip(cursor, 8);
    case 0xcc: /* unsigned, signed */
    case 0xcd:
    case 0xce:
    case 0xcf:
        return cursor_skip(cursor, (size_t)1 << (first - 0xcc));
    case 0xd0:
    case 0xd1:
    case 0xd2:
    case 0xd3:
        return cursor_skip(cursor, (size_t)1 << (first - 0xd0));
    case 0xd9: /* str */
    case 0xda:
    case 0xdb:
        return cursor_number(cursor, (size_t)1 << (first - 0xd9), &n) && cursor_skip(cursor, n);
    case 0xdc: /* array */
    case 0xdd:
        return cursor_number(cursor, (size_t)2 << (first - 0xdc), &n) &&
               scan_array(cursor, n, depth);
    case 0xde: /* map */
    case 0xdf:
        return cursor_number(cursor, (size_t)2 << (first - 0xde), &n) && scan_map(cursor, n, depth);
    default: /* 0xc1 is never used; extension types are not ours */
        return false;
    }
}

static bool scan_value(struct cursor *cursor, unsigned depth)
{
    unsigned char first;
    if (!cursor_byte(cursor, &first)) return false;
    if (first < 0x80 || first >= 0xe0) return true; /* small numbers */
    if (first < 0x90) return scan_map(cursor, first & 0x0f, depth);
    if (first < 0xa0) return scan_array(cursor, first & 0x0f, depth);
    if (first < 0xc0) return cursor_skip(cursor, first & 0x1f);
    return scan_wide(cursor, first, depth);
}

bool scan_ok(struct slice bytes)
{
    struct cursor cursor = cursor_at(bytes);
    return scan_value(&cursor, 0) && cursor.left == 0;
}
