/* The working calendar (R22 to R24): which days are worked, when the office is open on them, and
 * how limits are counted. Pure: no clock, no file, no time zone of the machine. docs/calendar.md
 * says the same for people.
 *
 * A day is counted from 1970-01-01 in the centre's own zone, which is a fixed offset from UTC;
 * instants are milliseconds since 1970-01-01 UTC. */
#ifndef COMMON_CALENDAR_H
#define COMMON_CALENDAR_H

#include "common/limits.h"
#include "common/slice.h"

enum {
    CALENDAR_OPENINGS = 4, /* of one day */
    CALENDAR_DATE = 11,    /* bytes of 2026-10-01 with its zero */
    CALENDAR_LOCAL = 20,   /* bytes of 2026-10-10T17:30:00 with its zero */
    CALENDAR_ZONE = 8,     /* bytes of +08:00 with its zero */
    CALENDAR_HOURS = 48,   /* bytes of four openings with their zero */
};

#define CALENDAR_DAY_MS UINT64_C(86400000)
#define CALENDAR_MINUTE_MS UINT64_C(60000)

/* The numbers are those of the protocol's day_kind. */
enum calendar_kind { CALENDAR_WORK = 1, CALENDAR_REST, CALENDAR_HOLIDAY, CALENDAR_MAKE_UP };

/* Minutes of the day, 0 to 1440; from < to. */
struct calendar_opening {
    uint16_t from, to;
};

struct calendar_day {
    uint8_t kind; /* enum calendar_kind */
    uint8_t n;    /* openings; 0 unless it is worked */
    struct calendar_opening open[CALENDAR_OPENINGS];
};

/* A calendar as read from its file; 72 KB. */
struct calendar {
    struct slice code, name; /* into the text */
    int32_t zone_min;        /* east of UTC */
    int64_t from_day, to_day;
    struct calendar_day week[7];                   /* Monday first: the latest hours of the week */
    struct calendar_day days[LIMIT_CALENDAR_DAYS]; /* from_day … to_day */
};

/* What is wrong with a calendar: E(name, the word a refusal names, sentence as a gettext msgid) */
#define CALENDAR_ERROR_TABLE(E)                                                                    \
    E(TEXT, "text", "the file is not clean UTF-8 text")                                            \
    E(LONG, "long", "the calendar is too long")                                                    \
    E(SYNTAX, "syntax",                                                                            \
      "a line begins with calendar, zone, covers, week, holiday, workday or hours and says what "  \
      "docs/calendar.md shows")                                                                    \
    E(MISSING, "missing", "the calendar has to say this")                                          \
    E(ZONE, "zone", "a zone is an offset from UTC, as +08:00")                                     \
    E(DATE, "date",                                                                                \
      "there is no such date; write it as 2026-10-01, a range as "                                 \
      "2026-10-01..2026-10-07")                                                                    \
    E(OUTSIDE, "outside", "this date is not among those that the calendar covers")                 \
    E(GAP, "gap", "the dates covered have a gap before this range")                                \
    E(OVERLAP, "overlap", "this range overlaps another of the dates covered")                      \
    E(TWICE, "twice", "this stands there twice")                                                   \
    E(WORKED, "worked", "a make-up day has to be one that the week has off")                       \
    E(OFF, "off", "this day is not worked: only a working day has hours")                          \
    E(HOURS, "hours",                                                                              \
      "opening hours are given as 09:00-12:00 13:30-17:30, at most four, in order, without "       \
      "overlapping")                                                                               \
    E(WEEK, "week", "no day of the week is worked")

enum calendar_error {
    CALENDAR_OK,
#define E(name, word, text) CALENDAR_ERROR_##name,
    CALENDAR_ERROR_TABLE(E)
#undef E
};

struct calendar_fault {
    enum calendar_error error;
    unsigned line;   /* 0: the file as a whole */
    struct slice at; /* the words to blame, into the text or constant; may be empty */
};

/* "gap", and a sentence; never NULL. */
const char *calendar_error_word(enum calendar_error error);
const char *calendar_error_text(enum calendar_error error);

/* calendar_read.c: false, and *calendar means nothing, when the text is no calendar. */
bool calendar_read(struct slice text, struct calendar *calendar, struct calendar_fault *fault);
/* The text without comments, blank lines and needless blanks, reads as the same calendar. out has
 * room for text.n bytes; answers the bytes written. */
size_t calendar_strip(struct slice text, char *out);
/* "09:00-12:00 13:30-17:30", at most four, in order; nothing is a day off. kind is left alone. */
bool calendar_hours_read(struct slice text, struct calendar_day *day);
/* "2026-10-01"; years 2000 to 2999. */
bool calendar_date_read(struct slice text, int64_t *day);
/* "+08:00" */
bool calendar_zone_read(struct slice text, int32_t *zone_min);
/* "2026-10-01T16:40" or with ":30" seconds, in the zone; a date alone is its midnight. */
bool calendar_local_read(struct slice text, int32_t zone_min, uint64_t *at_ms);

/* calendar.c */
/* 0 Monday … 6 Sunday */
unsigned calendar_weekday(int64_t day);
void calendar_date(int64_t day, unsigned *year, unsigned *month, unsigned *of_month);
/* That date's day; the date must exist (calendar_month_days). */
int64_t calendar_day_of(unsigned year, unsigned month, unsigned of_month);
unsigned calendar_month_days(unsigned year, unsigned month);
const char *calendar_date_write(int64_t day, char out[CALENDAR_DATE]);
/* Seconds are left out when there are none. */
const char *calendar_local_write(uint64_t at_ms, int32_t zone_min, char out[CALENDAR_LOCAL]);
const char *calendar_zone_write(int32_t zone_min, char out[CALENDAR_ZONE]);
/* "09:00-12:00 13:30-17:30"; "" for a day off. */
const char *calendar_hours_write(const struct calendar_day *day, char out[CALENDAR_HOURS]);
bool calendar_day_equal(const struct calendar_day *a, const struct calendar_day *b);

/* calendar_count.c: counting, over any source of days. */
struct work_days {
    void (*day)(const void *ctx, int64_t day, struct calendar_day *out);
    const void *ctx;
    int32_t zone_min;
};
/* The days of a calendar; beyond them its week. The calendar must outlive it. */
struct work_days calendar_days(const struct calendar *calendar);

/* The settings that say when a day counts. */
struct day_rule {
    bool first_counts; /* the day of the start is day 1 when it is worked and not over at the start
                        */
    bool to_midnight;  /* the limit ends at 24:00 of the last day, not when the office closes */
};

/* When n working days have gone by: day 0 is the day of the start, whatever the hour and whether it
 * is worked; day n is the n-th working day after it. n 0: the close of that day, or of the next
 * working day when it is not worked or closed already. Never before the start. */
uint64_t work_days_end(const struct work_days *days, uint64_t from_ms, uint64_t n,
                       struct day_rule rule);
/* The first instant at which the office has been open for so long since the start. */
uint64_t work_open_end(const struct work_days *days, uint64_t from_ms, uint64_t open_ms);
/* For how long the office is open between two instants. */
uint64_t work_open_between(const struct work_days *days, uint64_t from_ms, uint64_t to_ms);
/* The local day of an instant. */
int64_t work_day_at(const struct work_days *days, uint64_t at_ms);

#endif
