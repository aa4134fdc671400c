#include "common/clock.h"

#include <inttypes.h>
#include <stdio.h>
#include <time.h>

#include "common/err.h"

static uint64_t clock_read_ns(clockid_t id)
{
    struct timespec now;
    int failed = clock_gettime(id, &now);
    ASSERT(!failed); /* both clocks always exist on Linux */
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

uint64_t clock_wall_ms(void)
{
    return clock_read_ns(CLOCK_REALTIME) / 1000000u;
}

uint64_t clock_mono_ms(void)
{
    return clock_mono_ns() / 1000000u;
}

uint64_t clock_mono_ns(void)
{
    return clock_read_ns(CLOCK_MONOTONIC);
}

void clock_guard_init(struct clock_guard *guard, uint64_t floor_ms)
{
    *guard = (struct clock_guard){.last_ms = floor_ms};
}

uint64_t clock_guard_step(struct clock_guard *guard, uint64_t wall_ms, uint64_t mono_ms)
{
    uint64_t halves = guard->mono_ms ? (mono_ms - guard->mono_ms) / 2 : 0;
    if (wall_ms >= guard->last_ms + halves) {
        guard->last_ms = wall_ms;
        guard->mono_ms = mono_ms;
    } else {
        guard->last_ms += halves;
        /* An odd millisecond is counted the next time. */
        guard->mono_ms = guard->mono_ms ? guard->mono_ms + 2 * halves : mono_ms;
    }
    guard->behind_ms = guard->last_ms - wall_ms;
    return guard->last_ms;
}

static struct tm local_time(uint64_t *wall_ms)
{
    if (*wall_ms > CLOCK_MAX_MS) *wall_ms = CLOCK_MAX_MS;
    time_t seconds = (time_t)(*wall_ms / 1000);
    struct tm tm;
    struct tm *found = localtime_r(&seconds, &tm);
    ASSERT(found);
    return tm;
}

const char *clock_format(uint64_t wall_ms, char *out, size_t cap)
{
    struct tm tm = local_time(&wall_ms);
    long minutes = tm.tm_gmtoff / 60;
    unsigned east = (unsigned)(minutes < 0 ? -minutes : minutes);
    ASSERT(cap > 0);
    snprintf(out, cap, "%04d-%02d-%02dT%02d:%02d:%02d.%03u%c%02u:%02u", tm.tm_year + 1900,
             tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec,
             (unsigned)(wall_ms % 1000), minutes < 0 ? '-' : '+', east / 60, east % 60);
    return out;
}

const char *clock_format_short(uint64_t wall_ms, char *out, size_t cap)
{
    struct tm tm = local_time(&wall_ms);
    ASSERT(cap > 0);
    snprintf(out, cap, "%04d-%02d-%02d %02d:%02d:%02d", tm.tm_year + 1900, tm.tm_mon + 1,
             tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec);
    return out;
}

const char *clock_format_time(uint64_t wall_ms, char *out, size_t cap)
{
    struct tm tm = local_time(&wall_ms);
    ASSERT(cap > 0);
    snprintf(out, cap, "%02d:%02d:%02d", tm.tm_hour, tm.tm_min, tm.tm_sec);
    return out;
}

uint64_t clock_day_start(uint64_t wall_ms)
{
    struct tm tm = local_time(&wall_ms);
    tm.tm_hour = tm.tm_min = tm.tm_sec = 0;
    tm.tm_isdst = -1; /* the day may have begun in the other half of the year's time */
    time_t seconds = mktime(&tm);
    return seconds < 0 ? 0 : (uint64_t)seconds * 1000;
}

int clock_hour(uint64_t wall_ms)
{
    return local_time(&wall_ms).tm_hour;
}

/* Reads text from the left; the first thing that does not match makes it bad for good. */
struct scan {
    struct slice left;
    bool bad;
};

static bool scan_char(struct scan *scan, char c)
{
    if (scan->bad || scan->left.n == 0 || scan->left.p[0] != c) return false;
    scan->left.p++;
    scan->left.n--;
    return true;
}

static void scan_must(struct scan *scan, char c)
{
    if (!scan_char(scan, c)) scan->bad = true;
}

/* Exactly so many digits, at most max. */
static int scan_digits(struct scan *scan, int count, int max)
{
    int value = 0;
    while (count-- > 0 && !scan->bad) {
        if (scan->left.n == 0 || scan->left.p[0] < '0' || scan->left.p[0] > '9') {
            scan->bad = true;
            break;
        }
        value = value * 10 + (scan->left.p[0] - '0');
        scan->left.p++;
        scan->left.n--;
    }
    if (value > max) scan->bad = true;
    return value;
}

static void scan_time_of_day(struct scan *scan, struct tm *tm, int *ms)
{
    tm->tm_hour = scan_digits(scan, 2, 23);
    scan_must(scan, ':');
    tm->tm_min = scan_digits(scan, 2, 59);
    if (!scan_char(scan, ':')) return;
    tm->tm_sec = scan_digits(scan, 2, 59);
    if (scan_char(scan, '.')) *ms = scan_digits(scan, 3, 999);
}

/* True, with the seconds east of UTC, when a zone stands there. */
static bool scan_zone(struct scan *scan, int *east_s)
{
    if (scan_char(scan, 'Z')) return true;
    int sign = scan_char(scan, '+') ? 1 : scan_char(scan, '-') ? -1 : 0;
    if (sign == 0) return false;
    int hours = scan_digits(scan, 2, 18);
    scan_must(scan, ':');
    *east_s = sign * (hours * 3600 + scan_digits(scan, 2, 59) * 60);
    return true;
}

static bool same_moment(const struct tm *a, const struct tm *b)
{
    return a->tm_year == b->tm_year && a->tm_mon == b->tm_mon && a->tm_mday == b->tm_mday &&
           a->tm_hour == b->tm_hour && a->tm_min == b->tm_min && a->tm_sec == b->tm_sec;
}

bool clock_parse(struct slice text, uint64_t *wall_ms)
{
    struct scan scan = {.left = text};
    struct tm tm = {.tm_isdst = -1};
    int ms = 0, east_s = 0;
    bool zoned = false;
    tm.tm_year = scan_digits(&scan, 4, 9998) - 1900;
    scan_must(&scan, '-');
    tm.tm_mon = scan_digits(&scan, 2, 12) - 1;
    scan_must(&scan, '-');
    tm.tm_mday = scan_digits(&scan, 2, 31);
    if (scan.left.n > 0 && (scan_char(&scan, 'T') || scan_char(&scan, ' '))) {
        scan_time_of_day(&scan, &tm, &ms);
        zoned = scan_zone(&scan, &east_s);
    }
    if (scan.bad || scan.left.n > 0) return false;

    struct tm made = tm; /* comes back changed when the moment does not exist */
    int64_t seconds = zoned ? (int64_t)timegm(&made) - east_s : (int64_t)mktime(&made);
    if (!same_moment(&made, &tm) || seconds < 0) return false;
    uint64_t result = (uint64_t)seconds * 1000 + (uint64_t)ms;
    if (result > CLOCK_MAX_MS) return false;
    *wall_ms = result;
    return true;
}
