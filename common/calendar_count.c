/* How limits are counted over the days of a calendar: working days, and time that the office is
 * open. */
#include "common/calendar.h"
#include "common/clock.h"
#include "common/err.h"

static int64_t zone_ms(const struct work_days *days)
{
    return (int64_t)days->zone_min * (int64_t)CALENDAR_MINUTE_MS;
}

int64_t work_day_at(const struct work_days *days, uint64_t at_ms)
{
    int64_t local_ms = (int64_t)at_ms + zone_ms(days);
    int64_t day = local_ms / (int64_t)CALENDAR_DAY_MS;
    return local_ms < 0 && local_ms % (int64_t)CALENDAR_DAY_MS ? day - 1 : day;
}

/* The instant of a minute of a local day. */
static uint64_t instant(const struct work_days *days, int64_t day, unsigned minute)
{
    int64_t at_ms =
        day * (int64_t)CALENDAR_DAY_MS + minute * (int64_t)CALENDAR_MINUTE_MS - zone_ms(days);
    return at_ms < 0 ? 0 : (uint64_t)at_ms;
}

static struct calendar_day day_read(const struct work_days *days, int64_t day)
{
    struct calendar_day out;
    days->day(days->ctx, day, &out);
    ASSERT(out.n <= CALENDAR_OPENINGS);
    return out;
}

/* When the office closes on that day; 0: it is not worked. */
static uint64_t close_of(const struct work_days *days, int64_t day)
{
    const struct calendar_day what = day_read(days, day);
    return what.n ? instant(days, day, what.open[what.n - 1].to) : 0;
}

/* No limit reaches past the last time that can be written. */
static bool walkable(const struct work_days *days, int64_t day)
{
    return instant(days, day, 0) < CLOCK_MAX_MS;
}

/* The first day from `day` on that is worked. */
static int64_t worked_from(const struct work_days *days, int64_t day)
{
    while (walkable(days, day) && day_read(days, day).n == 0) day++;
    return day;
}

static uint64_t day_end(const struct work_days *days, int64_t day, struct day_rule rule)
{
    if (!walkable(days, day)) return CLOCK_MAX_MS;
    return rule.to_midnight ? instant(days, day + 1, 0) : close_of(days, day);
}

uint64_t work_days_end(const struct work_days *days, uint64_t from_ms, uint64_t n,
                       struct day_rule rule)
{
    int64_t day = work_day_at(days, from_ms);
    bool open_yet = close_of(days, day) > from_ms;
    if (n == 0) return day_end(days, worked_from(days, open_yet ? day : day + 1), rule);
    if (rule.first_counts && open_yet && --n == 0) return day_end(days, day, rule);
    for (; n > 0 && walkable(days, day); n--) day = worked_from(days, day + 1);
    return day_end(days, day, rule);
}

uint64_t work_open_end(const struct work_days *days, uint64_t from_ms, uint64_t open_ms)
{
    if (open_ms == 0) return from_ms;
    for (int64_t day = work_day_at(days, from_ms); walkable(days, day); day++) {
        const struct calendar_day what = day_read(days, day);
        for (size_t i = 0; i < what.n; i++) {
            uint64_t opens = instant(days, day, what.open[i].from);
            uint64_t closes = instant(days, day, what.open[i].to);
            if (opens < from_ms) opens = from_ms;
            if (closes <= opens) continue;
            if (open_ms <= closes - opens) return opens + open_ms;
            open_ms -= closes - opens;
        }
    }
    return CLOCK_MAX_MS;
}

uint64_t work_open_between(const struct work_days *days, uint64_t from_ms, uint64_t to_ms)
{
    uint64_t sum_ms = 0;
    int64_t last = work_day_at(days, to_ms);
    for (int64_t day = work_day_at(days, from_ms); day <= last && walkable(days, day); day++) {
        const struct calendar_day what = day_read(days, day);
        for (size_t i = 0; i < what.n; i++) {
            uint64_t opens = instant(days, day, what.open[i].from);
            uint64_t closes = instant(days, day, what.open[i].to);
            if (opens < from_ms) opens = from_ms;
            if (closes > to_ms) closes = to_ms;
            if (closes > opens) sum_ms += closes - opens;
        }
    }
    return sum_ms;
}

static void calendar_day_get(const void *ctx, int64_t day, struct calendar_day *out)
{
    const struct calendar *calendar = ctx;
    bool covered = day >= calendar->from_day && day <= calendar->to_day;
    *out =
        covered ? calendar->days[day - calendar->from_day] : calendar->week[calendar_weekday(day)];
}

struct work_days calendar_days(const struct calendar *calendar)
{
    return (struct work_days){
        .day = calendar_day_get, .ctx = calendar, .zone_min = calendar->zone_min};
}
