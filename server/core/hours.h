/* When a line is open (R2): its week, the holidays of the working calendar, and the period for
 * which a lead keeps it open. docs/queues.md tells the form. Inside server/core and server/query.
 */
#ifndef SERVER_CORE_HOURS_H
#define SERVER_CORE_HOURS_H

#include "common/calendar.h"
#include "server/store/store.h"

enum { HOURS_HOLIDAY = 7, HOURS_DAYS = 8 };

struct line_hours {
    bool always;
    struct calendar_day day[HOURS_DAYS]; /* Monday first, the last for public holidays */
};

/* "mon-fri 08:00-12:00 13:30-18:00; sat 09:00-12:00; holiday 10:00-12:00", or "always". A day that
 * is not named is closed, one may be named once, and one of the week has to be open. */
bool line_hours_read(struct slice text, struct line_hours *out);
/* Writes what apply keeps of it; `always` takes the rows away. */
void line_hours_put(struct txn *txn, uint64_t line, const struct line_hours *hours);

/* 0: it is open at this instant; else when it opens next, UINT64_MAX when that is not in sight. */
uint64_t line_opens_ms(struct txn *txn, const struct row_line *line, uint64_t at_ms);

#endif
