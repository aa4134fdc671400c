#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "common/clock.h"

/* POSIX zones, so that no zone database is needed. */
static void set_zone(const char *zone)
{
    setenv("TZ", zone, 1);
    tzset();
}

static void guard_never_goes_back(void **state)
{
    (void)state;
    struct clock_guard guard;
    clock_guard_init(&guard, 1000); /* the journal's last time */
    assert_int_equal(clock_guard_step(&guard, 400, 50), 1000);
    assert_int_equal(guard.behind_ms, 600);
    assert_int_equal(clock_guard_step(&guard, 1000, 50), 1000);
    assert_int_equal(guard.behind_ms, 0);
    assert_int_equal(clock_guard_step(&guard, 1001, 50), 1001);
    assert_int_equal(clock_guard_step(&guard, 1000, 50), 1001);
    assert_int_equal(guard.behind_ms, 1);
    assert_int_equal(clock_guard_step(&guard, 5000, 50), 5000);
    assert_int_equal(guard.behind_ms, 0);
}

/* Set back by an hour: what falls due still does, at half speed, and in two hours they agree. */
static void guard_does_not_stand_still(void **state)
{
    (void)state;
    enum { HOUR = 3600000 };
    struct clock_guard guard;
    uint64_t wall_ms = 10 * HOUR, mono_ms = 7, last_ms;
    clock_guard_init(&guard, 0);
    last_ms = clock_guard_step(&guard, wall_ms, mono_ms);
    wall_ms -= HOUR;
    for (int i = 0; i < 3; i++) { /* odd steps are not lost */
        uint64_t now_ms = clock_guard_step(&guard, wall_ms += 1, mono_ms += 1);
        assert_true(now_ms >= last_ms);
        last_ms = now_ms;
    }
    assert_int_equal(last_ms, 10 * HOUR + 1);
    last_ms = clock_guard_step(&guard, wall_ms += HOUR, mono_ms += HOUR);
    assert_int_equal(last_ms, 10 * HOUR + 1 + HOUR / 2);
    assert_int_equal(guard.behind_ms, last_ms - wall_ms);
    last_ms = clock_guard_step(&guard, wall_ms += HOUR, mono_ms += HOUR);
    assert_int_equal(last_ms, wall_ms);
    assert_int_equal(guard.behind_ms, 0);
}

static void clocks_run(void **state)
{
    (void)state;
    uint64_t ns = clock_mono_ns(), ms = clock_mono_ms();
    assert_true(clock_mono_ns() >= ns);
    assert_true(ms >= ns / 1000000);
    assert_true(clock_wall_ms() > UINT64_C(1600000000000)); /* September 2020 */
}

static void formats(void **state)
{
    (void)state;
    char out[CLOCK_TEXT];
    set_zone("CST-8");
    uint64_t noon = UINT64_C(1795320000123); /* 2026-11-22T04:00:00.123Z */
    assert_string_equal(clock_format(noon, out, sizeof out), "2026-11-22T12:00:00.123+08:00");
    assert_string_equal(clock_format_short(noon, out, sizeof out), "2026-11-22 12:00:00");
    assert_string_equal(clock_format_time(noon, out, sizeof out), "12:00:00");
    assert_string_equal(clock_format(noon, out, 11), "2026-11-22");
    assert_string_equal(clock_format(0, out, sizeof out), "1970-01-01T08:00:00.000+08:00");
    set_zone("NST3:30");
    assert_string_equal(clock_format(noon, out, sizeof out), "2026-11-22T00:30:00.123-03:30");
    set_zone("UTC0");
    assert_string_equal(clock_format(CLOCK_MAX_MS, out, sizeof out),
                        "9998-12-31T23:59:59.999+00:00");
    assert_string_equal(clock_format(UINT64_MAX, out, sizeof out), "9998-12-31T23:59:59.999+00:00");
}

static uint64_t parsed(const char *text)
{
    uint64_t wall_ms = 0;
    if (!clock_parse(slice_of(text), &wall_ms)) fail_msg("\"%s\" is refused", text);
    return wall_ms;
}

static void parses(void **state)
{
    (void)state;
    set_zone("CST-8");
    uint64_t noon = UINT64_C(1795320000000);
    assert_int_equal(parsed("2026-11-22T12:00:00.123+08:00"), noon + 123);
    assert_int_equal(parsed("2026-11-22T04:00:00Z"), noon);
    assert_int_equal(parsed("2026-11-21T23:30:00-04:30"), noon);
    assert_int_equal(parsed("2026-11-22 12:00:00"), noon);
    assert_int_equal(parsed("2026-11-22 12:00"), noon);
    assert_int_equal(parsed("2026-11-22"), noon - 12 * 3600000);
    assert_int_equal(parsed("1970-01-01T00:00:00Z"), 0);
    assert_int_equal(parsed("2028-02-29"), parsed("2028-03-01") - 86400000);
    assert_int_equal(parsed("9998-12-31T23:59:59.999Z"), CLOCK_MAX_MS);
}

static void refuses(void **state)
{
    (void)state;
    set_zone("CST-8");
    static const char *const bad[] = {
        "",
        "2026",
        "2026-11",
        "2026-11-2",
        "2026-11-22x",
        "2026-11-22T",
        "2026-11-22 12",
        "2026-11-22 12:0",
        "2026-11-22 24:00",
        "2026-11-22 12:60",
        "2026-11-22 12:00:60",
        "2026-11-22 12:00:00.",
        "2026-11-22 12:00:00.12",
        "2026-11-22 12:00:00.1234",
        "2026-11-22 12:00+8",
        "2026-11-22 12:00+19:00",
        "2026-11-22 12:00+08:60",
        "2026-11-22 12:00Zz",
        "2026-13-01",
        "2026-00-01",
        "2026-02-29", /* no leap year */
        "2026-04-31",
        "2026-11-00",
        "1969-12-31",
        "1970-01-01T07:59:59.999+08:00", /* one past the first moment */
        "9999-01-01T00:00:00Z",
        "-026-11-22",
        " 2026-11-22",
        "２０２６-11-22",
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        uint64_t wall_ms = 42;
        if (clock_parse(slice_of(bad[i]), &wall_ms)) fail_msg("\"%s\" is accepted", bad[i]);
        assert_int_equal(wall_ms, 42);
    }
    set_zone("CET-1CEST,M3.5.0,M10.5.0/3");
    uint64_t wall_ms;
    assert_false(clock_parse(slice_of("2026-03-29 02:30"), &wall_ms)); /* skipped in summer time */
    assert_true(clock_parse(slice_of("2026-03-29 03:00"), &wall_ms));
}

static void what_is_written_is_read(void **state)
{
    (void)state;
    static const char *const zones[] = {"CST-8", "UTC0", "NST3:30", "CET-1CEST,M3.5.0,M10.5.0/3"};
    for (size_t zone = 0; zone < sizeof zones / sizeof *zones; zone++) {
        set_zone(zones[zone]);
        for (uint64_t wall_ms = 86400000; wall_ms < UINT64_C(4000000000000);
             wall_ms += UINT64_C(3333333337)) {
            char out[CLOCK_TEXT];
            assert_int_equal(parsed(clock_format(wall_ms, out, sizeof out)), wall_ms);
        }
    }
}

static void days(void **state)
{
    (void)state;
    set_zone("CST-8");
    uint64_t midnight = parsed("2026-11-22 00:00:00");
    assert_int_equal(clock_day_start(midnight), midnight);
    assert_int_equal(clock_day_start(midnight - 1), midnight - 86400000);
    assert_int_equal(clock_day_start(midnight + 86399999), midnight);
    assert_int_equal(clock_hour(midnight - 1), 23);
    assert_int_equal(clock_hour(midnight), 0);
    assert_int_equal(clock_day_start(0), 0); /* began before the first moment */
    set_zone("CET-1CEST,M3.5.0,M10.5.0/3");
    assert_int_equal(clock_day_start(parsed("2026-03-29T12:00:00+02:00")),
                     parsed("2026-03-29T00:00:00+01:00"));
    assert_int_equal(clock_day_start(parsed("2026-10-25T12:00:00+01:00")),
                     parsed("2026-10-25T00:00:00+02:00"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(guard_never_goes_back),
        cmocka_unit_test(guard_does_not_stand_still),
        cmocka_unit_test(clocks_run),
        cmocka_unit_test(formats),
        cmocka_unit_test(parses),
        cmocka_unit_test(refuses),
        cmocka_unit_test(what_is_written_is_read),
        cmocka_unit_test(days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
