/* The sums of all calls, a row for each minute in which one changed. */
#include "server/core/keep.h"

enum { MINUTE_MS = 60000 };

struct row_minute minute_of(struct txn *txn, const struct fact *fact)
{
    struct row_minute minute;
    struct cursor cursor;
    uint64_t start_ms = fact->at_ms - fact->at_ms % MINUTE_MS;
    if (minute_get(txn, start_ms, &minute)) return minute;
    cursor_table(&cursor, txn, TABLE_minute, 0, &minute, true, true);
    if (!cursor_next(&cursor, &minute)) minute = (struct row_minute){.arrived = 0};
    minute.start_ms = start_ms;
    return minute;
}
