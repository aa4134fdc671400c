/* The calendar that the repository ships, day by day against the official list; deadlines worked
 * out by hand; and counting against a second, naive way of counting. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "common/calendar.h"

#define HOUR_MS UINT64_C(3600000)

static char text[LIMIT_CALENDAR + 1];
static struct calendar calendar;

static int calendar_open(void **state)
{
    (void)state;
    struct calendar_fault fault;
    FILE *file = fopen(TEST_DIR "/../share/calendar/cn-2026.txt", "r");
    if (!file) return -1;
    size_t n = fread(text, 1, sizeof text, file);
    fclose(file);
    return calendar_read(slice_bytes(text, n), &calendar, &fault) ? 0 : -1;
}

static int64_t date(const char *words)
{
    int64_t day;
    if (!calendar_date_read(slice_of(words), &day)) fail_msg("%s is no date", words);
    return day;
}

static uint64_t at(const char *words)
{
    uint64_t at_ms;
    if (!calendar_local_read(slice_of(words), 8 * 60, &at_ms)) fail_msg("%s is no time", words);
    return at_ms;
}

/* The arrangement of the State Council's General Office for 2026, written down here once more. */
static const struct {
    const char *from, *to;
} off[] = {
    {"2026-01-01", "2026-01-03"}, /* New Year */
    {"2026-02-15", "2026-02-23"}, /* Spring Festival */
    {"2026-04-04", "2026-04-06"}, /* Qingming */
    {"2026-05-01", "2026-05-05"}, /* Labour Day */
    {"2026-06-19", "2026-06-21"}, /* Dragon Boat */
    {"2026-09-25", "2026-09-27"}, /* Mid-Autumn */
    {"2026-10-01", "2026-10-07"}, /* National Day */
};
static const char *const make_up[] = {"2026-01-04", "2026-02-14", "2026-02-28",
                                      "2026-05-09", "2026-09-20", "2026-10-10"};

static enum calendar_kind official(int64_t day, unsigned weekday)
{
    for (size_t i = 0; i < sizeof off / sizeof *off; i++)
        if (day >= date(off[i].from) && day <= date(off[i].to)) return CALENDAR_HOLIDAY;
    for (size_t i = 0; i < sizeof make_up / sizeof *make_up; i++)
        if (day == date(make_up[i])) return CALENDAR_MAKE_UP;
    return weekday < 5 ? CALENDAR_WORK : CALENDAR_REST;
}

static void every_day_of_2026_is_as_ordered(void **state)
{
    (void)state;
    unsigned weekday = 3; /* the year began on a Thursday */
    unsigned days = 0, worked = 0, holidays = 0, make_ups = 0;
    for (int64_t day = date("2026-01-01"); day <= date("2026-12-31"); day++, days++) {
        const struct calendar_day *what = &calendar.days[day - calendar.from_day];
        char says[CALENDAR_DATE], hours[CALENDAR_HOURS];
        enum calendar_kind kind = official(day, weekday);
        bool work = kind == CALENDAR_WORK || kind == CALENDAR_MAKE_UP;
        if (what->kind != kind) fail_msg("%s is a %d", calendar_date_write(day, says), what->kind);
        assert_string_equal(calendar_hours_write(what, hours),
                            work ? "09:00-12:00 13:30-17:30" : "");
        assert_int_equal(calendar_weekday(day), weekday);
        worked += work;
        holidays += kind == CALENDAR_HOLIDAY;
        make_ups += kind == CALENDAR_MAKE_UP;
        weekday = (weekday + 1) % 7;
    }
    assert_int_equal(days, 365);
    assert_int_equal(holidays, 33); /* 3 + 9 + 3 + 5 + 3 + 3 + 7 */
    assert_int_equal(make_ups, 6);
    assert_int_equal(worked, 248); /* 261 from Monday to Friday, 19 of them off, 6 made up */
    assert_int_equal(calendar.from_day, date("2026-01-01"));
    assert_int_equal(calendar.to_day, date("2026-12-31"));
    const struct work_days source = calendar_days(&calendar);
    assert_int_equal(work_open_between(&source, at("2026-01-01T00:00"), at("2027-01-01T00:00")),
                     248 * 7 * HOUR_MS);
}

enum unit { DAYS, FIRST, MIDNIGHT, FIRST_MIDNIGHT, OPEN, RUN };

static const struct {
    const char *from;
    enum unit unit;
    uint64_t n;
    const char *due;
} deadlines[] = {
    /* National Day: off 1 to 7 October, Saturday the 10th is worked */
    {"2026-09-30T16:40", DAYS, 3, "2026-10-10T17:30"},  /* Thu 8, Fri 9, Sat 10 */
    {"2026-09-30T08:00", DAYS, 1, "2026-10-08T17:30"},  /* before opening: still day 0 */
    {"2026-09-30T23:59", DAYS, 1, "2026-10-08T17:30"},  /* after close: still day 0 */
    {"2026-10-01T10:00", DAYS, 1, "2026-10-08T17:30"},  /* begun on a holiday */
    {"2026-10-07T23:00", DAYS, 1, "2026-10-08T17:30"},  /* on the last one, at night */
    {"2026-10-08T00:00", DAYS, 1, "2026-10-09T17:30"},  /* an hour later it is another day */
    {"2026-10-09T17:45", DAYS, 1, "2026-10-10T17:30"},  /* Saturday is worked */
    {"2026-10-09T10:00", DAYS, 2, "2026-10-12T17:30"},  /* Sat 10, Mon 12 */
    {"2026-10-10T09:00", DAYS, 1, "2026-10-12T17:30"},  /* begun on the make-up day */
    {"2026-09-30T09:00", DAYS, 5, "2026-10-13T17:30"},  /* 8 9 10, 12 13 */
    {"2026-09-30T09:00", DAYS, 10, "2026-10-20T17:30"}, /* 8 9 10, 12 to 16, 19 20 */
    {"2026-09-29T12:15", DAYS, 3, "2026-10-09T17:30"},  /* Wed 30, Thu 8, Fri 9 */
    /* Mid-Autumn: off 25 to 27 September, Sunday the 20th is worked */
    {"2026-09-18T15:00", DAYS, 1, "2026-09-20T17:30"},  /* Friday to Sunday */
    {"2026-09-19T15:00", DAYS, 1, "2026-09-20T17:30"},  /* Saturday to Sunday */
    {"2026-09-20T15:00", DAYS, 1, "2026-09-21T17:30"},  /* Sunday to Monday */
    {"2026-09-18T15:00", DAYS, 5, "2026-09-24T17:30"},  /* 20, 21 22 23 24 */
    {"2026-09-24T11:00", DAYS, 1, "2026-09-28T17:30"},  /* Thursday to Monday */
    {"2026-09-24T11:00", DAYS, 3, "2026-09-30T17:30"},  /* 28 29 30 */
    {"2026-09-24T11:00", DAYS, 5, "2026-10-09T17:30"},  /* 28 29 30, over the week, 8 9 */
    {"2026-09-25T11:00", DAYS, 10, "2026-10-15T17:30"}, /* 28 29 30, 8 9 10, 12 13 14 15 */
    /* Spring Festival: off 15 to 23 February, Saturdays the 14th and 28th are worked */
    {"2026-02-13T16:00", DAYS, 1, "2026-02-14T17:30"},  /* Friday to Saturday */
    {"2026-02-13T16:00", DAYS, 2, "2026-02-24T17:30"},  /* Sat 14, Tue 24 */
    {"2026-02-14T10:00", DAYS, 1, "2026-02-24T17:30"},  /* begun on the make-up day */
    {"2026-02-14T10:00", DAYS, 5, "2026-02-28T17:30"},  /* 24 25 26 27, Sat 28 */
    {"2026-02-14T10:00", DAYS, 6, "2026-03-02T17:30"},  /* and Mon 2 March */
    {"2026-02-15T10:00", DAYS, 3, "2026-02-26T17:30"},  /* 24 25 26 */
    {"2026-02-23T22:00", DAYS, 1, "2026-02-24T17:30"},  /* the last day off */
    {"2026-02-11T10:00", DAYS, 5, "2026-02-25T17:30"},  /* 12 13 14, 24 25 */
    {"2026-02-11T10:00", DAYS, 10, "2026-03-03T17:30"}, /* 12 13 14, 24 to 28, 2 3 March */
    {"2026-02-27T18:00", DAYS, 1, "2026-02-28T17:30"},  /* Friday evening to Saturday */
    {"2026-02-28T12:30", DAYS, 1, "2026-03-02T17:30"},  /* Saturday to Monday */
    /* the others */
    {"2026-01-01T00:00", DAYS, 1, "2026-01-04T17:30"}, /* Sunday the 4th is worked */
    {"2026-01-03T12:00", DAYS, 3, "2026-01-06T17:30"}, /* 4 5 6 */
    {"2026-01-04T09:00", DAYS, 5, "2026-01-09T17:30"}, /* 5 to 9 */
    {"2026-04-03T09:00", DAYS, 1, "2026-04-07T17:30"}, /* Qingming: Friday to Tuesday */
    {"2026-04-30T17:29", DAYS, 1, "2026-05-06T17:30"}, /* Labour Day: Thursday to Wednesday */
    {"2026-04-30T17:29", DAYS, 4, "2026-05-09T17:30"}, /* 6 7 8, Sat 9 */
    {"2026-05-08T09:00", DAYS, 2, "2026-05-11T17:30"}, /* Sat 9, Mon 11 */
    {"2026-05-02T09:00", DAYS, 3, "2026-05-08T17:30"}, /* 6 7 8 */
    {"2026-06-18T11:00", DAYS, 1, "2026-06-22T17:30"}, /* Dragon Boat: Thursday to Monday */
    {"2026-06-16T11:00", DAYS, 3, "2026-06-22T17:30"}, /* 17 18, 22 */
    {"2026-12-31T10:00", DAYS, 1, "2027-01-01T17:30"}, /* beyond the calendar: a Friday */
    {"2025-12-31T10:00", DAYS, 1, "2026-01-04T17:30"}, /* from before it */
    /* the day itself is day 1, while the office is still to close */
    {"2026-09-30T16:40", FIRST, 3, "2026-10-09T17:30"}, /* Wed 30, Thu 8, Fri 9 */
    {"2026-09-30T17:30", FIRST, 3, "2026-10-10T17:30"}, /* closed: 8 9 10 */
    {"2026-09-30T16:40", FIRST, 1, "2026-09-30T17:30"}, /* the same day */
    {"2026-10-01T10:00", FIRST, 1, "2026-10-08T17:30"}, /* a holiday is no day 1 */
    {"2026-10-10T08:00", FIRST, 1, "2026-10-10T17:30"}, /* the make-up day is */
    /* until midnight */
    {"2026-09-30T16:40", MIDNIGHT, 3, "2026-10-11T00:00"},       /* the end of the 10th */
    {"2026-02-13T16:00", MIDNIGHT, 2, "2026-02-25T00:00"},       /* the end of the 24th */
    {"2026-09-30T16:40", FIRST_MIDNIGHT, 1, "2026-10-01T00:00"}, /* the end of today */
    /* no day at all: today's close, or the next one */
    {"2026-09-30T16:40", DAYS, 0, "2026-09-30T17:30"},
    {"2026-09-30T17:30", DAYS, 0, "2026-10-08T17:30"},
    {"2026-10-03T10:00", DAYS, 0, "2026-10-08T17:30"},
    /* working hours: 3 in the morning, 4 in the afternoon */
    {"2026-09-30T16:40", OPEN, 8, "2026-10-09T09:10"},  /* 0:50, Thu 7:00, 0:10 */
    {"2026-09-30T16:40", OPEN, 24, "2026-10-12T11:10"}, /* 0:50, 3 days 21:00, 2:10 */
    {"2026-09-30T12:30", OPEN, 1, "2026-09-30T14:30"},  /* from the lunch break */
    {"2026-09-30T11:30", OPEN, 1, "2026-09-30T14:00"},  /* over the lunch break */
    {"2026-09-30T09:00", OPEN, 7, "2026-09-30T17:30"},  /* a whole day, to its close */
    {"2026-09-30T09:00", OPEN, 8, "2026-10-08T10:00"},  /* and an hour of the next */
    {"2026-02-14T15:00", OPEN, 3, "2026-02-24T09:30"},  /* 2:30 on Saturday, 0:30 */
    {"2026-02-18T10:00", OPEN, 4, "2026-02-24T14:30"},  /* from a holiday: 3:00, 1:00 */
    {"2026-02-13T16:30", OPEN, 10, "2026-02-24T11:00"}, /* 1:00, Sat 7:00, 2:00 */
    {"2026-02-28T16:30", OPEN, 2, "2026-03-02T10:00"},  /* 1:00 on Saturday, 1:00 */
    {"2026-10-10T18:00", OPEN, 1, "2026-10-12T10:00"},  /* after close of the make-up day */
    {"2026-10-09T17:00", OPEN, 8, "2026-10-12T09:30"},  /* 0:30, Sat 7:00, 0:30 */
    {"2026-04-30T17:00", OPEN, 1, "2026-05-06T09:30"},  /* over Labour Day */
    {"2026-01-01T00:00", OPEN, 3, "2026-01-04T12:00"},  /* Sunday's morning */
    {"2026-09-30T16:40", OPEN, 0, "2026-09-30T16:40"},
    /* running hours know no calendar */
    {"2026-09-30T16:40", RUN, 24, "2026-10-01T16:40"},
    {"2026-02-14T17:00", RUN, 48, "2026-02-16T17:00"},
};

static uint64_t counted(const struct work_days *days, uint64_t from_ms, enum unit unit, uint64_t n)
{
    switch (unit) {
    case OPEN:
        return work_open_end(days, from_ms, n * HOUR_MS);
    case RUN:
        return from_ms + n * HOUR_MS;
    case DAYS:
    case FIRST:
    case MIDNIGHT:
    case FIRST_MIDNIGHT:
        break;
    }
    return work_days_end(
        days, from_ms, n,
        (struct day_rule){.first_counts = unit == FIRST || unit == FIRST_MIDNIGHT,
                          .to_midnight = unit == MIDNIGHT || unit == FIRST_MIDNIGHT});
}

static void deadlines_are_as_worked_out_by_hand(void **state)
{
    (void)state;
    const struct work_days days = calendar_days(&calendar);
    size_t n = sizeof deadlines / sizeof *deadlines, wrong = 0;
    assert_true(n >= 45);
    for (size_t i = 0; i < n; i++) {
        char due[CALENDAR_LOCAL];
        uint64_t due_ms = counted(&days, at(deadlines[i].from), deadlines[i].unit, deadlines[i].n);
        calendar_local_write(due_ms, 8 * 60, due);
        if (strcmp(due, deadlines[i].due) == 0) continue;
        print_message("from %s, %d, %d: %s instead of %s\n", deadlines[i].from, deadlines[i].unit,
                      (int)deadlines[i].n, due, deadlines[i].due);
        wrong++;
    }
    print_message("%d deadlines\n", (int)n);
    assert_int_equal(wrong, 0);
}

/* The naive way: minute by minute, day by day, from the official list alone. */
static bool naive_worked(int64_t day)
{
    enum calendar_kind kind = official(day, (unsigned)((day - date("2026-01-01") + 3 + 7000) % 7));
    return kind == CALENDAR_WORK || kind == CALENDAR_MAKE_UP;
}

static bool naive_open(int64_t minute)
{
    int64_t of_day = minute % 1440;
    return naive_worked(minute / 1440) &&
           ((of_day >= 540 && of_day < 720) || (of_day >= 810 && of_day < 1050));
}

static int64_t naive_days(int64_t minute, uint64_t n)
{
    int64_t day = minute / 1440;
    while (n > 0)
        if (naive_worked(++day)) n--;
    return day * 1440 + 1050;
}

static int64_t naive_minutes(int64_t minute, int64_t open)
{
    while (open > 0)
        if (naive_open(minute++)) open--;
    return minute;
}

static uint64_t instant(int64_t local_minute)
{
    return (uint64_t)(local_minute - 480) * CALENDAR_MINUTE_MS;
}

static void counting_agrees_with_a_naive_count(void **state)
{
    (void)state;
    unsigned seed = (unsigned)time(NULL);
    if (getenv("SEED")) seed = (unsigned)strtoul(getenv("SEED"), NULL, 10);
    print_message("SEED=%u\n", seed);
    srandom(seed);
    const struct work_days days = calendar_days(&calendar);
    int64_t first = date("2025-11-01") * 1440, span = 450 * 1440;
    for (int i = 0; i < 500; i++) {
        int64_t minute = first + random() % span;
        uint64_t n = 1 + (uint64_t)random() % 25;
        uint64_t due = work_days_end(&days, instant(minute), n, (struct day_rule){0});
        assert_int_equal(due, instant(naive_days(minute, n)));
        int64_t open = random() % 3000;
        uint64_t end = work_open_end(&days, instant(minute), (uint64_t)open * CALENDAR_MINUTE_MS);
        assert_int_equal(end, instant(naive_minutes(minute, open)));
        assert_int_equal(work_open_between(&days, instant(minute), end),
                         (uint64_t)open * CALENDAR_MINUTE_MS);
    }
}

/* Who begins later does not end sooner, and more is not less. */
static void deadlines_are_monotonic(void **state)
{
    (void)state;
    const struct work_days days = calendar_days(&calendar);
    for (int rule = 0; rule < 4; rule++) {
        const struct day_rule how = {.first_counts = rule & 1, .to_midnight = rule & 2};
        for (uint64_t n = 0; n < 12; n++) {
            uint64_t before = 0, open_before = 0;
            for (uint64_t from = at("2026-01-01T00:00"); from < at("2027-01-15T00:00");
                 from += 7 * 61 * CALENDAR_MINUTE_MS) {
                uint64_t due = work_days_end(&days, from, n, how);
                uint64_t open = work_open_end(&days, from, n * HOUR_MS);
                assert_true(due >= before && due > from && open >= open_before && open >= from);
                assert_true(work_days_end(&days, from, n + 1, how) >= due);
                before = due;
                open_before = open;
            }
        }
    }
}

static void other_zones_count_their_own_days(void **state)
{
    (void)state;
    struct calendar west = calendar;
    char due[CALENDAR_LOCAL];
    uint64_t from_ms;
    west.zone_min = -(9 * 60 + 30);
    const struct work_days days = calendar_days(&west);
    assert_true(calendar_local_read(slice_of("2026-09-30T23:30:15"), west.zone_min, &from_ms));
    uint64_t end = work_days_end(&days, from_ms, 3, (struct day_rule){0});
    assert_string_equal(calendar_local_write(end, west.zone_min, due), "2026-10-10T17:30");
    assert_string_equal(calendar_local_write(from_ms, west.zone_min, due), "2026-09-30T23:30:15");
    assert_int_equal(end - from_ms, (uint64_t)(9 * 86400 + 18 * 3600 - 15) * 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_of_2026_is_as_ordered),
        cmocka_unit_test(deadlines_are_as_worked_out_by_hand),
        cmocka_unit_test(counting_agrees_with_a_naive_count),
        cmocka_unit_test(deadlines_are_monotonic),
        cmocka_unit_test(other_zones_count_their_own_days),
    };
    return cmocka_run_group_tests(tests, calendar_open, NULL);
}
