#include "server/core/hours.h"

#include "server/core/calendar.h"

enum { DAYS_AHEAD = 400 };

static const char day_names[HOURS_DAYS][8] = {"mon", "tue", "wed", "thu",
                                              "fri", "sat", "sun", "holiday"};

static struct slice part_of(struct slice *text, char end)
{
    const char *at = text->n ? memchr(text->p, end, text->n) : NULL;
    size_t n = at ? (size_t)(at - text->p) : text->n;
    struct slice part = {text->p, n};
    *text = (struct slice){text->p + n + (at != NULL), text->n - n - (at != NULL)};
    while (part.n && part.p[0] == ' ') part = (struct slice){part.p + 1, part.n - 1};
    while (part.n && part.p[part.n - 1] == ' ') part.n--;
    return part;
}

static int day_of(struct slice name)
{
    for (int day = 0; day < HOURS_DAYS; day++)
        if (slice_equal(name, slice_of(day_names[day]))) return day;
    return -1;
}

/* mon-fri, sat or holiday, with the hours of each of them. */
static bool days_read(struct slice days, const struct calendar_day *open, struct line_hours *out)
{
    int from = day_of(part_of(&days, '-'));
    int to = days.n ? day_of(days) : from;
    if (from < 0 || to < from || (to == HOURS_HOLIDAY && from != to)) return false;
    for (int day = from; day <= to; day++) {
        if (out->day[day].n) return false;
        out->day[day] = *open;
    }
    return true;
}

bool line_hours_read(struct slice text, struct line_hours *out)
{
    *out = (struct line_hours){.always = slice_equal(text, slice_of("always"))};
    if (out->always) return true;
    while (text.n) {
        struct slice entry = part_of(&text, ';');
        struct slice days = part_of(&entry, ' ');
        struct calendar_day open = {.kind = CALENDAR_WORK};
        if (!calendar_hours_read(entry, &open) || open.n == 0 || !days_read(days, &open, out))
            return false;
    }
    for (int day = 0; day < HOURS_HOLIDAY; day++)
        if (out->day[day].n) return true;
    return false;
}

void line_hours_put(struct txn *txn, uint64_t line, const struct line_hours *hours)
{
    for (uint64_t day = 0; day < HOURS_DAYS; day++) {
        struct row_hours row = {.line = line, .weekday = day + 1};
        uint64_t *open[CALENDAR_OPENINGS] = {&row.open_1, &row.open_2, &row.open_3, &row.open_4};
        const struct calendar_day *of = &hours->day[day];
        for (int i = 0; i < of->n; i++)
            *open[i] = (uint64_t)of->open[i].from << 16 | of->open[i].to;
        if (of->n && !hours->always)
            table_put(txn, TABLE_hours, &row);
        else
            table_delete(txn, TABLE_hours, &row);
    }
}

/* The hours of a date: a public holiday has its own, a make-up day is like a Monday. */
static struct row_hours hours_of(struct txn *txn, uint64_t line, const struct work_days *days,
                                 int64_t date)
{
    struct calendar_day kind;
    days->day(days->ctx, date, &kind);
    unsigned day = kind.kind == CALENDAR_HOLIDAY   ? HOURS_HOLIDAY
                   : kind.kind == CALENDAR_MAKE_UP ? 0
                                                   : calendar_weekday(date);
    struct row_hours row = {.line = line, .weekday = day + 1};
    if (!table_get(txn, TABLE_hours, &row)) row = (struct row_hours){.line = 0};
    return row;
}

/* The first instant not before at_ms at which this day is open; 0: none. */
static uint64_t day_opens_ms(const struct row_hours *row, int64_t midnight_ms, uint64_t at_ms)
{
    const uint64_t open[CALENDAR_OPENINGS] = {row->open_1, row->open_2, row->open_3, row->open_4};
    for (int i = 0; i < CALENDAR_OPENINGS && open[i]; i++) {
        int64_t from_ms = midnight_ms + (int64_t)((open[i] >> 16) * CALENDAR_MINUTE_MS);
        int64_t to_ms = midnight_ms + (int64_t)((open[i] & 0xffff) * CALENDAR_MINUTE_MS);
        if (to_ms > (int64_t)at_ms) return from_ms > (int64_t)at_ms ? (uint64_t)from_ms : at_ms;
    }
    return 0;
}

static uint64_t week_opens_ms(struct txn *txn, uint64_t line, uint64_t at_ms)
{
    struct centre_calendar calendar;
    centre_calendar(txn, &calendar);
    int64_t today = work_day_at(&calendar.days, at_ms);
    for (int64_t date = today; date < today + DAYS_AHEAD; date++) {
        struct row_hours row = hours_of(txn, line, &calendar.days, date);
        int64_t midnight_ms =
            date * (int64_t)CALENDAR_DAY_MS - calendar.days.zone_min * (int64_t)CALENDAR_MINUTE_MS;
        uint64_t opens_ms = day_opens_ms(&row, midnight_ms, at_ms);
        if (opens_ms) return opens_ms;
    }
    return UINT64_MAX;
}

uint64_t line_opens_ms(struct txn *txn, const struct row_line *line, uint64_t at_ms)
{
    if (line->hours_seq == 0) return 0;
    if (line->extend_from_ms <= at_ms && at_ms < line->extend_until_ms) return 0;
    uint64_t opens_ms = week_opens_ms(txn, line->line, at_ms);
    if (opens_ms == at_ms) return 0;
    return line->extend_from_ms > at_ms && line->extend_from_ms < opens_ms ? line->extend_from_ms
                                                                           : opens_ms;
}
