/* The calendar's file: one statement a line, in any order; # begins a comment. It is read once for
 * each kind of statement, so that what rests on another one finds it done. */
#include "common/calendar.h"
#include "common/err.h"
#include "common/text.h"

enum { WEEK_CHANGES = 8, COVERS_MAX = 64, YEAR_MIN = 2000, YEAR_MAX = 2999 };

/* What one line of the week says of one weekday. */
struct week_hours {
    int64_t from_day; /* INT64_MIN: from the beginning */
    struct calendar_day what;
};

enum { MARK_DAY = 1, MARK_HOURS = 2 }; /* said of this day already: what it is, its hours */

struct reader {
    struct slice text;
    struct calendar *calendar;
    struct calendar_fault *fault;
    bool zone, covers;
    unsigned line;     /* being read */
    struct slice left; /* of it */
    struct week_hours week[7][WEEK_CHANGES];
    size_t week_n[7];
    unsigned char marks[LIMIT_CALENDAR_DAYS];
};

/* The first fault is the one that is told. */
static bool fail(struct reader *reader, enum calendar_error error, struct slice at)
{
    if (reader->fault->error == CALENDAR_OK)
        *reader->fault = (struct calendar_fault){error, reader->line, at};
    return false;
}

static bool blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static struct slice cut(struct slice text, size_t n)
{
    return slice_bytes(text.p + n, text.n - n);
}

static struct slice trim(struct slice text)
{
    while (text.n && blank(text.p[0])) text = cut(text, 1);
    while (text.n && blank(text.p[text.n - 1])) text.n--;
    return text;
}

static size_t find(struct slice text, char c)
{
    const char *at = text.n ? memchr(text.p, c, text.n) : NULL;
    return at ? (size_t)(at - text.p) : text.n;
}

/* Takes a line off the text, without its comment. */
static struct slice line_take(struct slice *text)
{
    size_t n = find(*text, '\n');
    struct slice line = slice_bytes(text->p, n);
    *text = cut(*text, n < text->n ? n + 1 : n);
    line.n = find(line, '#');
    return trim(line);
}

/* Takes a word off; empty at the end. */
static struct slice word_take(struct slice *left)
{
    size_t n = 0;
    while (n < left->n && !blank(left->p[n])) n++;
    struct slice word = slice_bytes(left->p, n);
    *left = trim(cut(*left, n));
    return word;
}

static struct slice word_peek(struct slice left)
{
    return word_take(&left);
}

static bool word_is(struct slice word, const char *wanted)
{
    return slice_equal(word, slice_of(wanted));
}

/* Exactly n digits at `at`. */
static bool digits(struct slice text, size_t at, size_t n, unsigned *out)
{
    *out = 0;
    if (at + n > text.n) return false;
    for (size_t i = at; i < at + n; i++) {
        if (text.p[i] < '0' || text.p[i] > '9') return false;
        *out = *out * 10 + (unsigned)(text.p[i] - '0');
    }
    return true;
}

bool calendar_date_read(struct slice text, int64_t *day)
{
    unsigned year, month, of_month;
    if (text.n != 10 || text.p[4] != '-' || text.p[7] != '-' || !digits(text, 0, 4, &year) ||
        !digits(text, 5, 2, &month) || !digits(text, 8, 2, &of_month) || year < YEAR_MIN ||
        year > YEAR_MAX || of_month < 1 || of_month > calendar_month_days(year, month))
        return false;
    *day = calendar_day_of(year, month, of_month);
    return true;
}

/* "09:00" as minutes, up to 24:00. */
static bool clock_read(struct slice text, unsigned *minutes)
{
    unsigned hour, minute;
    if (text.n != 5 || text.p[2] != ':' || !digits(text, 0, 2, &hour) ||
        !digits(text, 3, 2, &minute) || minute > 59)
        return false;
    *minutes = hour * 60 + minute;
    return *minutes <= 24 * 60;
}

bool calendar_local_read(struct slice text, int32_t zone_min, uint64_t *at_ms)
{
    int64_t day;
    unsigned minutes = 0, second = 0;
    if (text.n < 10 || !calendar_date_read(slice_bytes(text.p, 10), &day)) return false;
    struct slice rest = cut(text, 10);
    if (rest.n) {
        struct slice time = slice_bytes(rest.p + 1, rest.n > 6 ? 5 : rest.n - 1);
        if (rest.p[0] != 'T' || !clock_read(time, &minutes) || minutes == 24 * 60) return false;
        rest = cut(rest, 1 + time.n);
    }
    if (rest.n && (rest.n != 3 || rest.p[0] != ':' || !digits(rest, 1, 2, &second) || second > 59))
        return false;
    *at_ms = (uint64_t)(((day * 24 * 60 + minutes - zone_min) * 60 + second) * 1000);
    return true;
}

bool calendar_zone_read(struct slice text, int32_t *zone_min)
{
    unsigned minutes;
    if (text.n != 6 || (text.p[0] != '+' && text.p[0] != '-') ||
        !clock_read(cut(text, 1), &minutes) || minutes > 14 * 60)
        return false;
    *zone_min = text.p[0] == '-' ? -(int32_t)minutes : (int32_t)minutes;
    return true;
}

/* "2026-10-01" or "2026-10-01..2026-10-07". */
static bool range_take(struct reader *reader, int64_t *from, int64_t *to)
{
    struct slice word = word_take(&reader->left);
    struct slice first = slice_bytes(word.p, word.n > 10 ? 10 : word.n), second = first;
    if (word.n > 12 && memcmp(word.p + 10, "..", 2) == 0)
        second = cut(word, 12);
    else if (word.n != first.n)
        return fail(reader, CALENDAR_ERROR_DATE, word);
    return (calendar_date_read(first, from) && calendar_date_read(second, to) && *from <= *to) ||
           fail(reader, CALENDAR_ERROR_DATE, word);
}

/* The same of dates that the calendar covers. */
static bool covered_take(struct reader *reader, int64_t *from, int64_t *to)
{
    struct slice word = word_peek(reader->left);
    if (!range_take(reader, from, to)) return false;
    return (*from >= reader->calendar->from_day && *to <= reader->calendar->to_day) ||
           fail(reader, CALENDAR_ERROR_OUTSIDE, word);
}

/* One more opening, "09:00-12:00", behind those of the day. */
static bool opening_add(struct slice word, struct calendar_day *day)
{
    unsigned from, to, after = day->n ? day->open[day->n - 1].to : 0;
    if (day->n == CALENDAR_OPENINGS || word.n != 11 || word.p[5] != '-' ||
        !clock_read(slice_bytes(word.p, 5), &from) || !clock_read(cut(word, 6), &to) ||
        from >= to || from < after)
        return false;
    day->open[day->n++] = (struct calendar_opening){(uint16_t)from, (uint16_t)to};
    return true;
}

bool calendar_hours_read(struct slice text, struct calendar_day *day)
{
    day->n = 0;
    text = trim(text);
    while (text.n)
        if (!opening_add(word_take(&text), day)) return false;
    return true;
}

/* The words that begin with a digit, as opening hours. */
static bool hours_take(struct reader *reader, struct calendar_day *day)
{
    day->n = 0;
    while (reader->left.n && reader->left.p[0] >= '0' && reader->left.p[0] <= '9') {
        struct slice word = word_take(&reader->left);
        if (!opening_add(word, day)) return fail(reader, CALENDAR_ERROR_HOURS, word);
    }
    return day->n > 0 || fail(reader, CALENDAR_ERROR_HOURS, reader->left);
}

static bool line_over(struct reader *reader)
{
    return reader->left.n == 0 || fail(reader, CALENDAR_ERROR_SYNTAX, reader->left);
}

/* calendar CODE NAME… */
static bool calendar_take(struct reader *reader)
{
    struct calendar *calendar = reader->calendar;
    if (calendar->code.n) return fail(reader, CALENDAR_ERROR_TWICE, slice_of("calendar"));
    calendar->code = word_take(&reader->left);
    calendar->name = reader->left;
    if (calendar->name.n == 0) return fail(reader, CALENDAR_ERROR_SYNTAX, slice_of("calendar"));
    if (calendar->code.n > LIMIT_CODE || calendar->name.n > LIMIT_NAME)
        return fail(reader, CALENDAR_ERROR_LONG, calendar->name);
    return true;
}

/* zone +08:00 */
static bool zone_take(struct reader *reader)
{
    struct slice word = word_take(&reader->left);
    if (reader->zone) return fail(reader, CALENDAR_ERROR_TWICE, slice_of("zone"));
    if (!calendar_zone_read(word, &reader->calendar->zone_min))
        return fail(reader, CALENDAR_ERROR_ZONE, word);
    reader->zone = true;
    return line_over(reader);
}

/* covers RANGE: in any order, each beside those before it. */
static bool covers_take(struct reader *reader)
{
    struct calendar *calendar = reader->calendar;
    struct slice word = word_peek(reader->left);
    int64_t from, to;
    if (!range_take(reader, &from, &to)) return false;
    if (!reader->covers) {
        calendar->from_day = from;
        calendar->to_day = to;
    } else if (from <= calendar->to_day && to >= calendar->from_day) {
        return fail(reader, CALENDAR_ERROR_OVERLAP, word);
    } else if (from == calendar->to_day + 1) {
        calendar->to_day = to;
    } else if (to == calendar->from_day - 1) {
        calendar->from_day = from;
    } else {
        return fail(reader, CALENDAR_ERROR_GAP, word);
    }
    reader->covers = true;
    return (calendar->to_day - calendar->from_day < LIMIT_CALENDAR_DAYS ||
            fail(reader, CALENDAR_ERROR_LONG, word)) &&
           line_over(reader);
}

static bool weekday_read(struct slice word, unsigned *out)
{
    static const char names[] = "montuewedthufrisatsun";
    for (*out = 0; word.n == 3 && *out < 7; (*out)++)
        if (memcmp(word.p, names + 3 * *out, 3) == 0) return true;
    return false;
}

/* "mon-fri", "sat", "mon,wed-fri" as a set of bits. */
static bool weekdays_read(struct slice word, unsigned *set)
{
    *set = 0;
    for (;;) {
        struct slice part = slice_bytes(word.p, find(word, ','));
        unsigned first, last;
        size_t dash = find(part, '-');
        if (!weekday_read(slice_bytes(part.p, dash), &first)) return false;
        last = first;
        if (dash < part.n && !weekday_read(cut(part, dash + 1), &last)) return false;
        if (last < first) return false;
        for (unsigned day = first; day <= last; day++) {
            if (*set & 1u << day) return false;
            *set |= 1u << day;
        }
        if (part.n == word.n) return true;
        word = cut(word, part.n + 1);
    }
}

static bool week_put(struct reader *reader, unsigned weekday, const struct week_hours *hours,
                     struct slice word)
{
    size_t *n = &reader->week_n[weekday];
    for (size_t i = 0; i < *n; i++)
        if (reader->week[weekday][i].from_day == hours->from_day)
            return fail(reader, CALENDAR_ERROR_TWICE, word);
    if (*n == WEEK_CHANGES) return fail(reader, CALENDAR_ERROR_LONG, word);
    reader->week[weekday][(*n)++] = *hours;
    return true;
}

/* week DAYS (off | HOURS…) [from DATE] */
static bool week_take(struct reader *reader)
{
    struct slice word = word_take(&reader->left);
    struct week_hours hours = {INT64_MIN, {.kind = CALENDAR_REST}};
    unsigned set;
    int64_t to;
    if (!weekdays_read(word, &set)) return fail(reader, CALENDAR_ERROR_SYNTAX, word);
    if (word_is(word_peek(reader->left), "off")) {
        word_take(&reader->left);
    } else {
        if (!hours_take(reader, &hours.what)) return false;
        hours.what.kind = CALENDAR_WORK;
    }
    if (word_is(word_peek(reader->left), "from")) {
        word_take(&reader->left);
        struct slice date = word_peek(reader->left);
        if (!covered_take(reader, &hours.from_day, &to)) return false;
        if (to != hours.from_day) return fail(reader, CALENDAR_ERROR_DATE, date);
    }
    for (unsigned weekday = 0; weekday < 7; weekday++)
        if (set & 1u << weekday && !week_put(reader, weekday, &hours, word)) return false;
    return line_over(reader);
}

static struct calendar_day *day_at(struct reader *reader, int64_t day)
{
    return &reader->calendar->days[day - reader->calendar->from_day];
}

static bool mark(struct reader *reader, int64_t day, unsigned char mark, struct slice word)
{
    unsigned char *marks = &reader->marks[day - reader->calendar->from_day];
    if (*marks & mark) return fail(reader, CALENDAR_ERROR_TWICE, word);
    *marks |= mark;
    return true;
}

/* What the week says of a date: the latest of its changes up to it. */
static struct calendar_day week_day(const struct reader *reader, unsigned weekday, int64_t day)
{
    const struct week_hours *found = NULL;
    for (size_t i = 0; i < reader->week_n[weekday]; i++) {
        const struct week_hours *hours = &reader->week[weekday][i];
        if (hours->from_day <= day && (!found || hours->from_day > found->from_day)) found = hours;
    }
    return found ? found->what : (struct calendar_day){.kind = CALENDAR_REST};
}

/* holiday RANGE NAME… */
static bool holiday_take(struct reader *reader)
{
    struct slice word = word_peek(reader->left);
    int64_t from, to;
    if (!covered_take(reader, &from, &to)) return false;
    for (int64_t day = from; day <= to; day++) {
        if (!mark(reader, day, MARK_DAY, word)) return false;
        *day_at(reader, day) = (struct calendar_day){.kind = CALENDAR_HOLIDAY};
    }
    return true;
}

/* workday RANGE [hours HOURS…] NAME…: with Monday's hours unless it says others. */
static bool workday_take(struct reader *reader)
{
    struct slice word = word_peek(reader->left);
    struct calendar_day own = {.n = 0};
    int64_t from, to;
    if (!covered_take(reader, &from, &to)) return false;
    if (word_is(word_peek(reader->left), "hours")) {
        word_take(&reader->left);
        if (!hours_take(reader, &own)) return false;
    }
    for (int64_t day = from; day <= to; day++) {
        if (!mark(reader, day, MARK_DAY, word) || (own.n && !mark(reader, day, MARK_HOURS, word)))
            return false;
        if (day_at(reader, day)->n) return fail(reader, CALENDAR_ERROR_WORKED, word);
        struct calendar_day what = own.n ? own : week_day(reader, 0, day);
        if (what.n == 0) return fail(reader, CALENDAR_ERROR_HOURS, word);
        what.kind = CALENDAR_MAKE_UP;
        *day_at(reader, day) = what;
    }
    return true;
}

/* hours RANGE HOURS… */
static bool hours_line_take(struct reader *reader)
{
    struct slice word = word_peek(reader->left);
    struct calendar_day own = {.n = 0};
    int64_t from, to;
    if (!covered_take(reader, &from, &to) || !hours_take(reader, &own)) return false;
    for (int64_t day = from; day <= to; day++) {
        if (day_at(reader, day)->n == 0) return fail(reader, CALENDAR_ERROR_OFF, word);
        if (!mark(reader, day, MARK_HOURS, word)) return false;
        own.kind = day_at(reader, day)->kind;
        *day_at(reader, day) = own;
    }
    return line_over(reader);
}

/* Those of one round are read in the order of the file. */
static const struct statement {
    const char *word;
    int round;
    bool (*take)(struct reader *reader);
} statements[] = {
    {"calendar", 1, calendar_take}, {"zone", 1, zone_take},       {"covers", 1, covers_take},
    {"week", 2, week_take},         {"holiday", 3, holiday_take}, {"workday", 3, workday_take},
    {"hours", 4, hours_line_take},
};

static const struct statement *statement_find(struct slice word)
{
    for (size_t i = 0; i < sizeof statements / sizeof *statements; i++)
        if (word_is(word, statements[i].word)) return &statements[i];
    return NULL;
}

static bool words_clean(struct slice left)
{
    while (left.n)
        if (!text_is_clean(word_take(&left), TEXT_ONE_LINE)) return false;
    return true;
}

static bool round_read(struct reader *reader, int round)
{
    struct slice text = reader->text;
    for (reader->line = 1; text.n; reader->line++) {
        reader->left = line_take(&text);
        if (reader->left.n == 0) continue;
        if (!words_clean(reader->left)) return fail(reader, CALENDAR_ERROR_TEXT, (struct slice){0});
        struct slice word = word_take(&reader->left);
        const struct statement *statement = statement_find(word);
        if (!statement) return fail(reader, CALENDAR_ERROR_SYNTAX, word);
        if (statement->round == round && !statement->take(reader)) return false;
    }
    reader->line = 0;
    return true;
}

static bool head_complete(struct reader *reader)
{
    if (!reader->calendar->code.n)
        return fail(reader, CALENDAR_ERROR_MISSING, slice_of("calendar"));
    if (!reader->zone) return fail(reader, CALENDAR_ERROR_MISSING, slice_of("zone"));
    if (!reader->covers) return fail(reader, CALENDAR_ERROR_MISSING, slice_of("covers"));
    return true;
}

/* Every day as the week has it. */
static bool week_spread(struct reader *reader)
{
    struct calendar *calendar = reader->calendar;
    unsigned worked = 0;
    for (unsigned weekday = 0; weekday < 7; weekday++) {
        calendar->week[weekday] = week_day(reader, weekday, calendar->to_day);
        worked += calendar->week[weekday].n;
    }
    for (int64_t day = calendar->from_day; day <= calendar->to_day; day++)
        *day_at(reader, day) = week_day(reader, calendar_weekday(day), day);
    return worked > 0 || fail(reader, CALENDAR_ERROR_WEEK, slice_of("week"));
}

bool calendar_read(struct slice text, struct calendar *calendar, struct calendar_fault *fault)
{
    struct reader reader = {.text = text, .calendar = calendar, .fault = fault};
    *fault = (struct calendar_fault){.error = CALENDAR_OK};
    *calendar = (struct calendar){.zone_min = 0};
    if (text.n > LIMIT_CALENDAR) return fail(&reader, CALENDAR_ERROR_LONG, (struct slice){0});
    if (!text_valid(text)) return fail(&reader, CALENDAR_ERROR_TEXT, (struct slice){0});
    return round_read(&reader, 1) && head_complete(&reader) && round_read(&reader, 2) &&
           week_spread(&reader) && round_read(&reader, 3) && round_read(&reader, 4);
}

size_t calendar_strip(struct slice text, char *out)
{
    size_t n = 0;
    while (text.n) {
        struct slice line = line_take(&text);
        if (line.n && n) out[n++] = '\n';
        while (line.n) {
            struct slice word = word_take(&line);
            memcpy(out + n, word.p, word.n);
            n += word.n;
            if (line.n) out[n++] = ' ';
        }
    }
    return n;
}
