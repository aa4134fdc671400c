/* A calendar's file. One that was read has only days that can be, reads the same without its
 * comments, and time goes forward in it; a refusal says what is wrong and where. */
#include "common/calendar.h"
#include "common/err.h"
#include "tests/fuzz/fuzz.h"

static void day_adds_up(const struct calendar_day *day)
{
    bool worked = day->kind == CALENDAR_WORK || day->kind == CALENDAR_MAKE_UP;
    ASSERT(day->kind >= CALENDAR_WORK && day->kind <= CALENDAR_MAKE_UP);
    ASSERT(worked == (day->n > 0) && day->n <= CALENDAR_OPENINGS);
    for (size_t i = 0; i < day->n; i++) {
        ASSERT(day->open[i].from < day->open[i].to && day->open[i].to <= 24 * 60);
        ASSERT(i == 0 || day->open[i].from >= day->open[i - 1].to);
    }
}

static void counts_forward(const struct calendar *calendar)
{
    const struct work_days days = calendar_days(calendar);
    uint64_t from_ms = (uint64_t)calendar->from_day * CALENDAR_DAY_MS;
    uint64_t one = work_days_end(&days, from_ms, 1, (struct day_rule){.first_counts = false});
    uint64_t two = work_days_end(&days, from_ms, 2, (struct day_rule){.first_counts = false});
    uint64_t open = work_open_end(&days, from_ms, CALENDAR_MINUTE_MS);
    ASSERT(one > from_ms && two > one && open > from_ms);
    ASSERT(work_open_between(&days, from_ms, open) == CALENDAR_MINUTE_MS);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    static struct calendar calendar, again;
    static char stripped[LIMIT_CALENDAR];
    const struct slice text = slice_bytes(bytes, n);
    struct calendar_fault fault;
    if (!calendar_read(text, &calendar, &fault)) {
        ASSERT(fault.error != CALENDAR_OK && calendar_error_word(fault.error)[0] &&
               calendar_error_text(fault.error)[0]);
        return 0;
    }
    ASSERT(calendar.to_day >= calendar.from_day &&
           calendar.to_day - calendar.from_day < LIMIT_CALENDAR_DAYS);
    size_t kept = calendar_strip(text, stripped);
    ASSERT(kept <= n && calendar_read(slice_bytes(stripped, kept), &again, &fault));
    for (int64_t day = 0; day <= calendar.to_day - calendar.from_day; day++) {
        day_adds_up(&calendar.days[day]);
        ASSERT(calendar_day_equal(&calendar.days[day], &again.days[day]));
    }
    for (size_t weekday = 0; weekday < 7; weekday++) day_adds_up(&calendar.week[weekday]);
    counts_forward(&calendar);
    return 0;
}

void fuzz_seeds(fuzz_take *take)
{
    static const char year[] = "calendar cn-2026 China\nzone +08:00\n"
                               "covers 2026-01-01..2026-12-31\n"
                               "week mon-fri 09:00-12:00 13:30-17:30\n"
                               "holiday 2026-01-01..2026-01-03 New Year # off\n"
                               "workday 2026-01-04 New Year\nhours 2026-02-16 09:00-12:00\n";
    static const char all[] = "zone -03:30\ncovers 2026-02-01..2026-02-28\n"
                              "covers 2026-01-01..2026-01-31\n"
                              "week sat,sun off\nweek mon,wed-fri 08:00-24:00\n"
                              "week fri 09:00-10:00 from 2026-02-01\n"
                              "workday 2026-01-04 hours 00:00-00:01 x\ncalendar a b\n";
    take(year, sizeof year - 1);
    take(all, sizeof all - 1);
}
