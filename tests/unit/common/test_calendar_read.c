/* What a calendar's file may say, and every way in which it may be wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "common/calendar.h"
#include "common/err.h"

#define HEAD                                                                                       \
    "calendar x Somewhere\nzone +08:00\ncovers 2026-01-01..2026-12-31\n" /* lines 1 to 3           \
                                                                          */
#define WEEK "week mon-fri 09:00-12:00 13:30-17:30\n"                    /* line 4 */

static struct calendar calendar;

static const struct calendar_day *day_of(const char *date)
{
    int64_t day;
    assert_true(calendar_date_read(slice_of(date), &day));
    assert_true(day >= calendar.from_day && day <= calendar.to_day);
    return &calendar.days[day - calendar.from_day];
}

static void read_well(const char *words)
{
    struct calendar_fault fault;
    if (!calendar_read(slice_of(words), &calendar, &fault))
        fail_msg("line %u: %s: %.*s", fault.line, calendar_error_word(fault.error), (int)fault.at.n,
                 fault.at.p ? fault.at.p : "");
}

static void is_day(const char *date, enum calendar_kind kind, const char *hours)
{
    char says[CALENDAR_HOURS];
    assert_int_equal(day_of(date)->kind, kind);
    assert_string_equal(calendar_hours_write(day_of(date), says), hours);
}

static void every_statement_is_read(void **state)
{
    (void)state;
    read_well("# any order, blanks and tabs, comments, ends of lines as on another system\r\n"
              "hours\t2026-02-16  09:00-12:00\r\n"
              "workday 2026-07-04 hours 10:00-11:00 13:00-14:00 15:00-16:00 17:00-24:00 Parade\n"
              "workday 2026-06-06 # with the hours that Monday has then\n"
              "workday 2026-05-09\n"
              "holiday 2026-01-01..2026-01-03 New Year\n"
              "week sat 10:00-12:00 from 2026-09-01\n"
              "week fri off from 2026-10-01\n"
              "week mon,tue,thu-fri 08:00-12:00 from 2026-06-01\n"
              "week mon-fri 09:00-17:00\n"
              "covers 2026-07-01..2026-12-31\n"
              "covers 2026-01-01..2026-06-30\n"
              "covers 2027-01-01..2027-01-31\n"
              "zone -03:30\n"
              "\n"
              "   calendar  x-1   Some where   # there");
    assert_int_equal(calendar.zone_min, -210);
    assert_true(slice_equal(calendar.code, slice_of("x-1")));
    assert_true(slice_equal(calendar.name, slice_of("Some where")));
    assert_int_equal(calendar.to_day - calendar.from_day + 1, 365 + 31);
    is_day("2026-01-01", CALENDAR_HOLIDAY, "");
    is_day("2026-01-03", CALENDAR_HOLIDAY, "");
    is_day("2026-01-04", CALENDAR_REST, "");
    is_day("2026-01-05", CALENDAR_WORK, "09:00-17:00");
    is_day("2026-02-16", CALENDAR_WORK, "09:00-12:00");
    is_day("2026-05-09", CALENDAR_MAKE_UP, "09:00-17:00");
    is_day("2026-05-29", CALENDAR_WORK, "09:00-17:00");
    is_day("2026-06-01", CALENDAR_WORK, "08:00-12:00");
    is_day("2026-06-03", CALENDAR_WORK, "09:00-17:00");
    is_day("2026-06-06", CALENDAR_MAKE_UP, "08:00-12:00");
    is_day("2026-07-04", CALENDAR_MAKE_UP, "10:00-11:00 13:00-14:00 15:00-16:00 17:00-24:00");
    is_day("2026-08-29", CALENDAR_REST, "");
    is_day("2026-09-05", CALENDAR_WORK, "10:00-12:00");
    is_day("2026-09-25", CALENDAR_WORK, "08:00-12:00");
    is_day("2026-10-02", CALENDAR_REST, "");
    assert_int_equal(calendar.week[4].kind, CALENDAR_REST);
    assert_int_equal(calendar.week[5].n, 1);
}

static const struct {
    const char *words;
    enum calendar_error error;
    unsigned line;
    const char *at;
} wrong[] = {
    {HEAD WEEK "holidays 2026-01-01\n", CALENDAR_ERROR_SYNTAX, 5, "holidays"},
    {HEAD WEEK "2026-01-01 holiday\n", CALENDAR_ERROR_SYNTAX, 5, "2026-01-01"},
    {"calendar x\n", CALENDAR_ERROR_SYNTAX, 1, "calendar"},
    {"calendar x y\nzone +08:00 Shanghai\n", CALENDAR_ERROR_SYNTAX, 2, "Shanghai"},
    {HEAD "week mon-fri 09:00-12:00 and on\n", CALENDAR_ERROR_SYNTAX, 4, "and on"},
    {HEAD "week Monday 09:00-12:00\n", CALENDAR_ERROR_SYNTAX, 4, "Monday"},
    {HEAD "week fri-mon 09:00-12:00\n", CALENDAR_ERROR_SYNTAX, 4, "fri-mon"},
    {HEAD "week mon,mon 09:00-12:00\n", CALENDAR_ERROR_SYNTAX, 4, "mon,mon"},
    {HEAD "week mon, 09:00-12:00\n", CALENDAR_ERROR_SYNTAX, 4, "mon,"},
    {HEAD "week\n", CALENDAR_ERROR_SYNTAX, 4, ""},
    {HEAD WEEK "hours 2026-02-16 09:00-12:00 short\n", CALENDAR_ERROR_SYNTAX, 5, "short"},
    {"zone +08:00\ncovers 2026-01-01..2026-01-31\n" WEEK, CALENDAR_ERROR_MISSING, 0, "calendar"},
    {"calendar x y\ncovers 2026-01-01..2026-01-31\n" WEEK, CALENDAR_ERROR_MISSING, 0, "zone"},
    {"calendar x y\nzone +08:00\n" WEEK, CALENDAR_ERROR_MISSING, 0, "covers"},
    {"", CALENDAR_ERROR_MISSING, 0, "calendar"},
    {"zone 08:00\n", CALENDAR_ERROR_ZONE, 1, "08:00"},
    {"zone +14:01\n", CALENDAR_ERROR_ZONE, 1, "+14:01"},
    {"zone +08:60\n", CALENDAR_ERROR_ZONE, 1, "+08:60"},
    {"zone CST\n", CALENDAR_ERROR_ZONE, 1, "CST"},
    {HEAD WEEK "holiday 2026-02-29\n", CALENDAR_ERROR_DATE, 5, "2026-02-29"},
    {HEAD WEEK "holiday 2026-13-01\n", CALENDAR_ERROR_DATE, 5, "2026-13-01"},
    {HEAD WEEK "holiday 2026-1-1\n", CALENDAR_ERROR_DATE, 5, "2026-1-1"},
    {HEAD WEEK "holiday 2026-01-03..2026-01-01\n", CALENDAR_ERROR_DATE, 5,
     "2026-01-03..2026-01-01"},
    {HEAD WEEK "holiday 2026-01-01-2026-01-03\n", CALENDAR_ERROR_DATE, 5, "2026-01-01-2026-01-03"},
    {HEAD WEEK "holiday\n", CALENDAR_ERROR_DATE, 5, ""},
    {HEAD "week mon 09:00-12:00 from 2026-06-01..2026-06-30\n", CALENDAR_ERROR_DATE, 4,
     "2026-06-01..2026-06-30"},
    {"covers 1999-01-01..1999-12-31\n", CALENDAR_ERROR_DATE, 1, "1999-01-01..1999-12-31"},
    {HEAD WEEK "holiday 2025-12-31\n", CALENDAR_ERROR_OUTSIDE, 5, "2025-12-31"},
    {HEAD WEEK "workday 2027-01-02\n", CALENDAR_ERROR_OUTSIDE, 5, "2027-01-02"},
    {HEAD WEEK "hours 2027-01-01 09:00-12:00\n", CALENDAR_ERROR_OUTSIDE, 5, "2027-01-01"},
    {HEAD WEEK "holiday 2026-12-31..2027-01-02\n", CALENDAR_ERROR_OUTSIDE, 5,
     "2026-12-31..2027-01-02"},
    {HEAD "week mon 09:00-12:00 from 2027-06-01\n", CALENDAR_ERROR_OUTSIDE, 4, "2027-06-01"},
    {HEAD "covers 2027-01-02..2027-12-31\n" WEEK, CALENDAR_ERROR_GAP, 4, "2027-01-02..2027-12-31"},
    {HEAD "covers 2026-12-31..2027-12-31\n" WEEK, CALENDAR_ERROR_OVERLAP, 4,
     "2026-12-31..2027-12-31"},
    {"calendar x y\ncalendar x y\n", CALENDAR_ERROR_TWICE, 2, "calendar"},
    {"zone +08:00\nzone +08:00\n", CALENDAR_ERROR_TWICE, 2, "zone"},
    {HEAD WEEK "week fri 09:00-12:00\n", CALENDAR_ERROR_TWICE, 5, "fri"},
    {HEAD WEEK "holiday 2026-01-01\nholiday 2026-01-01\n", CALENDAR_ERROR_TWICE, 6, "2026-01-01"},
    {HEAD WEEK "holiday 2026-01-01..2026-01-04\nworkday 2026-01-04\n", CALENDAR_ERROR_TWICE, 6,
     "2026-01-04"},
    {HEAD WEEK "workday 2026-01-04\nholiday 2026-01-01..2026-01-04\n", CALENDAR_ERROR_TWICE, 6,
     "2026-01-01..2026-01-04"},
    {HEAD WEEK "workday 2026-01-04\nworkday 2026-01-04\n", CALENDAR_ERROR_TWICE, 6, "2026-01-04"},
    {HEAD WEEK "hours 2026-02-16 09:00-12:00\nhours 2026-02-16 09:00-12:00\n", CALENDAR_ERROR_TWICE,
     6, "2026-02-16"},
    {HEAD WEEK "workday 2026-01-04 hours 09:00-10:00\nhours 2026-01-04 09:00-12:00\n",
     CALENDAR_ERROR_TWICE, 6, "2026-01-04"},
    {HEAD WEEK "workday 2026-01-05\n", CALENDAR_ERROR_WORKED, 5, "2026-01-05"},
    {HEAD WEEK "workday 2026-01-03..2026-01-05\n", CALENDAR_ERROR_WORKED, 5,
     "2026-01-03..2026-01-05"},
    {HEAD WEEK "hours 2026-01-03 09:00-12:00\n", CALENDAR_ERROR_OFF, 5, "2026-01-03"},
    {HEAD WEEK "holiday 2026-01-01\nhours 2026-01-01 09:00-12:00\n", CALENDAR_ERROR_OFF, 6,
     "2026-01-01"},
    {HEAD "week mon 12:00-09:00\n", CALENDAR_ERROR_HOURS, 4, "12:00-09:00"},
    {HEAD "week mon 09:00-09:00\n", CALENDAR_ERROR_HOURS, 4, "09:00-09:00"},
    {HEAD "week mon 09:00-12:00 11:59-13:00\n", CALENDAR_ERROR_HOURS, 4, "11:59-13:00"},
    {HEAD "week mon 13:00-14:00 09:00-10:00\n", CALENDAR_ERROR_HOURS, 4, "09:00-10:00"},
    {HEAD "week mon 09:00-24:01\n", CALENDAR_ERROR_HOURS, 4, "09:00-24:01"},
    {HEAD "week mon 9:00-12:00\n", CALENDAR_ERROR_HOURS, 4, "9:00-12:00"},
    {HEAD "week mon 09:00–12:00\n", CALENDAR_ERROR_HOURS, 4, "09:00–12:00"},
    {HEAD "week mon 01:00-02:00 03:00-04:00 05:00-06:00 07:00-08:00 09:00-10:00\n",
     CALENDAR_ERROR_HOURS, 4, "09:00-10:00"},
    {HEAD "week mon\n", CALENDAR_ERROR_HOURS, 4, ""},
    {HEAD "week tue-sat 09:00-12:00\nworkday 2026-01-04\n", CALENDAR_ERROR_HOURS, 5, "2026-01-04"},
    {HEAD, CALENDAR_ERROR_WEEK, 0, "week"},
    {HEAD "week mon-sun off\n", CALENDAR_ERROR_WEEK, 0, "week"},
    {HEAD WEEK "holiday 2026-01-01 \xff\n", CALENDAR_ERROR_TEXT, 0, ""},
    {HEAD WEEK "holiday 2026-01-01 \x1b[2J\n", CALENDAR_ERROR_TEXT, 5, ""},
};

static void every_wrong_file_is_refused_with_its_line(void **state)
{
    (void)state;
    unsigned char met[64] = {0};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct calendar_fault fault;
        bool read = calendar_read(slice_of(wrong[i].words), &calendar, &fault);
        if (read) fail_msg("row %zu was read", i);
        if (fault.error != wrong[i].error || fault.line != wrong[i].line ||
            !slice_equal(fault.at, slice_of(wrong[i].at)))
            fail_msg("row %zu: %s in line %u at \"%.*s\"", i, calendar_error_word(fault.error),
                     fault.line, (int)fault.at.n, fault.at.p ? fault.at.p : "");
        assert_true(calendar_error_text(fault.error)[0] != '\0');
        met[fault.error] = 1;
    }
#define E(name, word, words)                                                                       \
    if (CALENDAR_ERROR_##name != CALENDAR_ERROR_LONG) assert_true(met[CALENDAR_ERROR_##name]);
    CALENDAR_ERROR_TABLE(E)
#undef E
}

static enum calendar_error error_of(const char *words, size_t n)
{
    struct calendar_fault fault;
    return calendar_read(slice_bytes(words, n), &calendar, &fault) ? CALENDAR_OK : fault.error;
}

static void limits_hold_at_their_edge(void **state)
{
    (void)state;
    static char words[LIMIT_CALENDAR + 2];
    size_t n = (size_t)snprintf(words, sizeof words, "%s", HEAD WEEK);
    memset(words + n, '\n', sizeof words - n);
    assert_int_equal(error_of(words, LIMIT_CALENDAR), CALENDAR_OK);
    assert_int_equal(error_of(words, LIMIT_CALENDAR + 1), CALENDAR_ERROR_LONG);

    char last[CALENDAR_DATE];
    int64_t first;
    assert_true(calendar_date_read(slice_of("2026-01-01"), &first));
    for (int more = 0; more < 2; more++) {
        calendar_date_write(first + LIMIT_CALENDAR_DAYS - 1 + more, last);
        n = (size_t)snprintf(words, sizeof words,
                             "calendar x y\nzone +08:00\ncovers 2026-01-01..%s\n" WEEK, last);
        assert_int_equal(error_of(words, n), more ? CALENDAR_ERROR_LONG : CALENDAR_OK);
    }
    for (int more = 0; more < 2; more++) {
        n = (size_t)snprintf(words, sizeof words, "calendar %.*s %.*s\n%s", LIMIT_CODE,
                             "ccccccccccccccccccccccccc", LIMIT_NAME + more,
                             "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn"
                             "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn",
                             strchr(HEAD, '\n') + 1);
        n += (size_t)snprintf(words + n, sizeof words - n, WEEK);
        assert_int_equal(error_of(words, n), more ? CALENDAR_ERROR_LONG : CALENDAR_OK);
    }
    n = (size_t)snprintf(words, sizeof words, "%s", HEAD WEEK);
    for (int change = 1; change <= 8; change++) {
        assert_int_equal(error_of(words, n), CALENDAR_OK);
        n += (size_t)snprintf(words + n, sizeof words - n, "week mon off from 2026-0%d-01\n",
                              change);
    }
    assert_int_equal(error_of(words, n), CALENDAR_ERROR_LONG); /* with the first, nine */
}

static void stripping_changes_nothing(void **state)
{
    (void)state;
    static const char words[] =
        "# what\n\n" HEAD "  # and\n" WEEK "holiday  2026-01-01\tNew   Year # off\r\n"
        "workday 2026-01-04 hours 09:00-10:00";
    char stripped[sizeof words], again[sizeof words];
    struct calendar before;
    read_well(words);
    before = calendar;
    size_t n = calendar_strip(slice_of(words), stripped);
    assert_true(slice_equal(slice_bytes(stripped, n),
                            slice_of(HEAD WEEK "holiday 2026-01-01 New Year\n"
                                               "workday 2026-01-04 hours 09:00-10:00")));
    assert_int_equal(error_of(stripped, n), CALENDAR_OK);
    for (int64_t day = 0; day <= before.to_day - before.from_day; day++)
        assert_true(calendar_day_equal(&before.days[day], &calendar.days[day]));
    assert_int_equal(calendar_strip(slice_bytes(stripped, n), again), n);
    assert_memory_equal(stripped, again, n);
}

static void times_are_read_strictly(void **state)
{
    (void)state;
    static const char *const bad[] = {"",
                                      "2026-09-31T10:00",
                                      "2026-09-30T24:00",
                                      "2026-09-30 16:40",
                                      "2026-09-30T16:4",
                                      "2026-09-30T16:40:",
                                      "2026-09-30T16:40:60",
                                      "2026-09-30T16:40:00Z",
                                      "2026-09-30T16:40+08:00"};
    uint64_t at_ms;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(calendar_local_read(slice_of(bad[i]), 480, &at_ms));
    assert_true(calendar_local_read(slice_of("2026-01-01T08:00"), 480, &at_ms));
    assert_int_equal(at_ms, UINT64_C(1767225600000));
    assert_true(calendar_local_read(slice_of("2026-01-01"), 0, &at_ms));
    assert_int_equal(at_ms, UINT64_C(1767225600000));
}

static void dates_come_back(void **state)
{
    (void)state;
    char says[CALENDAR_DATE];
    int64_t day, last;
    assert_true(calendar_date_read(slice_of("2000-01-01"), &day));
    assert_true(calendar_date_read(slice_of("2999-12-31"), &last));
    assert_int_equal(day, 10957);
    for (; day <= last; day += 17) {
        int64_t back;
        assert_true(calendar_date_read(slice_of(calendar_date_write(day, says)), &back));
        assert_int_equal(back, day);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_statement_is_read),
        cmocka_unit_test(every_wrong_file_is_refused_with_its_line),
        cmocka_unit_test(limits_hold_at_their_edge),
        cmocka_unit_test(stripping_changes_nothing),
        cmocka_unit_test(times_are_read_strictly),
        cmocka_unit_test(dates_come_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
