#include "common/calendar.h"

#include <stdio.h>

#include "common/err.h"

/* The year's first day, counted from year 1: 365 days and the leap days before it. */
static int64_t year_start(unsigned year)
{
    int64_t before = (int64_t)year - 1;
    return before * 365 + before / 4 - before / 100 + before / 400;
}

static int64_t epoch(void)
{
    return year_start(1970);
}

unsigned calendar_month_days(unsigned year, unsigned month)
{
    static const unsigned char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    if (month < 1 || month > 12) return 0;
    return days[month - 1] + (month == 2 && leap ? 1u : 0u);
}

int64_t calendar_day_of(unsigned year, unsigned month, unsigned of_month)
{
    ASSERT(year > 0 && of_month >= 1 && of_month <= calendar_month_days(year, month));
    int64_t day = year_start(year) - epoch() + of_month - 1;
    for (unsigned m = 1; m < month; m++) day += calendar_month_days(year, m);
    return day;
}

void calendar_date(int64_t day, unsigned *year, unsigned *month, unsigned *of_month)
{
    int64_t since = day + epoch();
    ASSERT(since >= 0);
    *year = (unsigned)(since / 366) + 1; /* not past it; a few steps at most are missing */
    while (year_start(*year + 1) <= since) (*year)++;
    since -= year_start(*year);
    *month = 1;
    while (since >= calendar_month_days(*year, *month)) {
        since -= calendar_month_days(*year, *month);
        (*month)++;
    }
    *of_month = (unsigned)since + 1;
}

unsigned calendar_weekday(int64_t day)
{
    int64_t weekday = (day + 3) % 7; /* 1970-01-01 was a Thursday */
    return (unsigned)(weekday < 0 ? weekday + 7 : weekday);
}

const char *calendar_date_write(int64_t day, char out[CALENDAR_DATE])
{
    unsigned year, month, of_month;
    calendar_date(day, &year, &month, &of_month);
    snprintf(out, CALENDAR_DATE, "%04u-%02u-%02u", year % 10000, month % 100, of_month % 100);
    return out;
}

const char *calendar_local_write(uint64_t at_ms, int32_t zone_min, char out[CALENDAR_LOCAL])
{
    const struct work_days zone = {.zone_min = zone_min};
    char date[CALENDAR_DATE];
    int64_t day = work_day_at(&zone, at_ms);
    int64_t local_s = (int64_t)(at_ms / 1000) + (int64_t)zone_min * 60 - day * 86400;
    unsigned second = (unsigned)local_s;
    int n = snprintf(out, CALENDAR_LOCAL, "%sT%02u:%02u", calendar_date_write(day, date),
                     second / 3600 % 100, second / 60 % 60);
    if (second % 60) snprintf(out + n, CALENDAR_LOCAL - (size_t)n, ":%02u", second % 60);
    return out;
}

const char *calendar_zone_write(int32_t zone_min, char out[CALENDAR_ZONE])
{
    unsigned minutes = (unsigned)(zone_min < 0 ? -zone_min : zone_min);
    snprintf(out, CALENDAR_ZONE, "%c%02u:%02u", zone_min < 0 ? '-' : '+', minutes / 60 % 100,
             minutes % 60);
    return out;
}

const char *calendar_hours_write(const struct calendar_day *day, char out[CALENDAR_HOURS])
{
    size_t n = 0;
    out[0] = '\0';
    for (size_t i = 0; i < day->n; i++) {
        const struct calendar_opening *open = &day->open[i];
        n += (size_t)snprintf(out + n, CALENDAR_HOURS - n, "%s%02u:%02u-%02u:%02u", i ? " " : "",
                              open->from / 60u % 100, open->from % 60u, open->to / 60u % 100,
                              open->to % 60u);
    }
    return out;
}

bool calendar_day_equal(const struct calendar_day *a, const struct calendar_day *b)
{
    if (a->kind != b->kind || a->n != b->n) return false;
    for (size_t i = 0; i < a->n; i++)
        if (a->open[i].from != b->open[i].from || a->open[i].to != b->open[i].to) return false;
    return true;
}

const char *calendar_error_word(enum calendar_error error)
{
    static const char *const words[] = {"",
#define E(name, word, text) word,
                                        CALENDAR_ERROR_TABLE(E)
#undef E
    };
    return words[error];
}

const char *calendar_error_text(enum calendar_error error)
{
    static const char *const texts[] = {"",
#define E(name, word, text) text,
                                        CALENDAR_ERROR_TABLE(E)
#undef E
    };
    return texts[error];
}
