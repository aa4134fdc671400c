#include "server/core/calendar.h"
#include "server/core/step.h"

enum { ZONE_DEFAULT = 8 * 60 };

#define KIND(name, number) _Static_assert((int)day_kind_##name == (int)(number), "")
KIND(work, CALENDAR_WORK);
KIND(rest, CALENDAR_REST);
KIND(holiday, CALENDAR_HOLIDAY);
KIND(make_up, CALENDAR_MAKE_UP);

void calendar_day_of_row(const struct row_day *row, struct calendar_day *day)
{
    const uint64_t openings[CALENDAR_OPENINGS] = {row->open_1, row->open_2, row->open_3,
                                                  row->open_4};
    *day = (struct calendar_day){.kind = (uint8_t)row->kind};
    while (day->n < CALENDAR_OPENINGS && openings[day->n]) {
        uint64_t open = openings[day->n];
        day->open[day->n++] =
            (struct calendar_opening){(uint16_t)(open >> 16), (uint16_t)(open & 0xffff)};
    }
}

/* Before anything was loaded. */
static struct calendar_day usual_day(unsigned weekday)
{
    if (weekday >= 5) return (struct calendar_day){.kind = CALENDAR_REST};
    return (struct calendar_day){.kind = CALENDAR_WORK, .n = 1, .open = {{9 * 60, 17 * 60}}};
}

static void centre_day(const void *ctx, int64_t day, struct calendar_day *out)
{
    const struct centre_calendar *calendar = ctx;
    struct row_day row;
    bool loaded = calendar->row.loading && day >= (int64_t)calendar->row.from_day &&
                  day <= (int64_t)calendar->row.to_day;
    if (loaded && day_get(calendar->txn, (uint64_t)day, &row))
        calendar_day_of_row(&row, out);
    else
        *out = calendar->week[calendar_weekday(day)];
}

void centre_calendar(struct txn *txn, struct centre_calendar *out)
{
    *out = (struct centre_calendar){.txn = txn};
    bool loaded = calendar_get(txn, 1, &out->row) && out->row.loading;
    for (unsigned weekday = 0; weekday < 7; weekday++) {
        struct row_day row;
        if (loaded && day_get(txn, weekday + 1, &row))
            calendar_day_of_row(&row, &out->week[weekday]);
        else
            out->week[weekday] = usual_day(weekday);
    }
    out->days = (struct work_days){
        .day = centre_day,
        .ctx = out,
        .zone_min = loaded ? (int32_t)out->row.zone_min - CALENDAR_ZONE_BASE : ZONE_DEFAULT,
    };
}

uint64_t centre_calendar_left(const struct centre_calendar *calendar, uint64_t now_ms)
{
    int64_t today = work_day_at(&calendar->days, now_ms);
    if (calendar->row.loading == 0 || today > (int64_t)calendar->row.to_day ||
        today < (int64_t)calendar->row.from_day)
        return 0;
    return calendar->row.to_day - (uint64_t)today + 1;
}
