/* Time. Wall time is milliseconds since 1970-01-01 UTC; monotonic time has no epoch and only
 * measures durations. Only the loop and the clients ask for the time: everything below them gets
 * it as an argument. */
#ifndef COMMON_CLOCK_H
#define COMMON_CLOCK_H

#include "common/slice.h"

uint64_t clock_wall_ms(void);
uint64_t clock_mono_ms(void);
uint64_t clock_mono_ns(void);

/* Makes wall time fit for the core, where time never goes back: not when the system's clock is
 * set back, and not past what the journal already holds. Nor does it stand still meanwhile, else no
 * offered call would lapse until the clock has caught up: it goes on at half speed. */
struct clock_guard {
    uint64_t last_ms;   /* the latest time ever handed out */
    uint64_t mono_ms;   /* up to where monotonic time has been counted */
    uint64_t behind_ms; /* how far the wall clock was behind it the last time; 0 is healthy */
};

void clock_guard_init(struct clock_guard *guard, uint64_t floor_ms);
/* Pure: wall_ms, or while that is behind the last answer, half of what has gone by since. */
uint64_t clock_guard_step(struct clock_guard *guard, uint64_t wall_ms, uint64_t mono_ms);

/* The end of the year 9998 UTC: later times are written as this one, and not read. */
#define CLOCK_MAX_MS UINT64_C(253370764799999)

enum { CLOCK_TEXT = 32 }; /* bytes that hold every form below, with its zero */

/* 2026-11-22T12:00:00.123+08:00 in local time. Cut to fit; cap > 0. Answers out. */
const char *clock_format(uint64_t wall_ms, char *out, size_t cap);
/* 2026-11-22 12:00:00 and 12:00:00 in local time, for people. */
const char *clock_format_short(uint64_t wall_ms, char *out, size_t cap);
const char *clock_format_time(uint64_t wall_ms, char *out, size_t cap);
/* YYYY-MM-DD, then optionally T or a space and HH:MM, :SS, .mmm, then Z or ±HH:MM; without the
 * last, local time. False, and *wall_ms untouched, for anything else, for dates that do not exist
 * and for times before 1970. */
bool clock_parse(struct slice text, uint64_t *wall_ms);

/* The local day's first millisecond, and the local hour, 0 to 23. */
uint64_t clock_day_start(uint64_t wall_ms);
int clock_hour(uint64_t wall_ms);

#endif
