/* The centre's working calendar as the tables have it: the days that were loaded, beyond them the
 * week; before anything was loaded Monday to Friday, 09:00 to 17:00, +08:00. */
#ifndef SERVER_CORE_CALENDAR_H
#define SERVER_CORE_CALENDAR_H

#include "common/calendar.h"
#include "server/store/store.h"

/* row_calendar.zone_min is the zone plus this, so that it is never negative. */
enum { CALENDAR_ZONE_BASE = 1440 };

struct centre_calendar {
    struct txn *txn;
    struct row_calendar row; /* loading 0: nothing was loaded */
    struct calendar_day week[7];
    struct work_days days; /* points to this struct: do not copy */
};

void centre_calendar(struct txn *txn, struct centre_calendar *out);
/* Days from the one of now on, that included, that the loaded ones still cover. */
uint64_t centre_calendar_left(const struct centre_calendar *calendar, uint64_t now_ms);
void calendar_day_of_row(const struct row_day *row, struct calendar_day *day);

#endif
