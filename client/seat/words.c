#include "client/seat/words.h"

#include <stdio.h>
#include <stdlib.h>

#include "client/screen/language.h"
#include "common/clock.h"
#include "common/text.h"

void word_items(struct word_items *out, enum vocabulary_id id, uint64_t without)
{
    static const char *const digits[WORDS_MOST] = {
        "0",  "1",  "2",  "3",  "4",  "5",  "6",  "7",  "8",  "9",  "10", "11", "12", "13",
        "14", "15", "16", "17", "18", "19", "20", "21", "22", "23", "24", "25", "26", "27",
        "28", "29", "30", "31", "32", "33", "34", "35", "36", "37", "38", "39"};
    const struct vocabulary *vocabulary = vocabulary_of(id);
    out->n = 0;
    for (size_t i = 0; i < vocabulary->n && out->n < WORDS_MOST; i++) {
        const struct word *word = &vocabulary->words[i];
        if (without & (UINT64_C(1) << word->number) || word->number >= WORDS_MOST) continue;
        out->items[out->n++] = (struct pick_item){
            .id = word->number, .code = digits[word->number], .name = screen_text(word->label)};
    }
}

const char *word_text(enum vocabulary_id id, uint64_t number)
{
    return screen_text(word_label(id, number));
}

const char *time_short(uint64_t at_ms, uint64_t now_ms, char *out, size_t cap)
{
    char whole[CLOCK_TEXT];
    out[0] = 0;
    if (!at_ms) return out;
    clock_format_short(at_ms, whole, sizeof whole);
    bool today = clock_day_start(at_ms) == clock_day_start(now_ms);
    snprintf(out, cap, "%.*s", today ? 5 : 11, whole + (today ? 11 : 5));
    return out;
}

const char *limit_text(uint64_t limit, char *out, size_t cap)
{
    static const uint64_t first_ms = UINT64_C(1000000000000); /* 2001: no number is that great */
    char whole[CLOCK_TEXT];
    if (limit < first_ms) {
        snprintf(out, cap, "%llu", (unsigned long long)limit);
        return out;
    }
    clock_format_short(limit, whole, sizeof whole);
    snprintf(out, cap, "%.16s", whole);
    return out;
}

const char *time_span(uint64_t span_ms, char *out, size_t cap)
{
    unsigned long long s = span_ms / 1000;
    if (s >= 3600)
        snprintf(out, cap, "%llu:%02llu:%02llu", s / 3600, s / 60 % 60, s % 60);
    else
        snprintf(out, cap, "%llu:%02llu", s / 60, s % 60);
    return out;
}

/* "12-01" of this year, or the next one when it is past; "2026-12-01". The day's last minute. */
static bool parse_day(const char *text, uint64_t now_ms, uint64_t *at_ms)
{
    enum { DAY_MS = 24 * 60 * 60 * 1000 };
    char now[CLOCK_TEXT], whole[CLOCK_TEXT];
    unsigned year, month, day;
    int used = 0;
    clock_format_short(now_ms, now, sizeof now);
    bool full = sscanf(text, "%4u-%2u-%2u%n", &year, &month, &day, &used) == 3 && !text[used];
    if (!full) {
        if (sscanf(text, "%2u-%2u%n", &month, &day, &used) != 2 || text[used]) return false;
        if (sscanf(now, "%4u", &year) != 1) return false;
    }
    for (int i = 0; i < 2; i++) {
        snprintf(whole, sizeof whole, "%04u-%02u-%02u 23:59", year, month, day);
        if (!clock_parse(slice_of(whole), at_ms)) return false;
        if (full || *at_ms > now_ms) return true;
        year++;
    }
    return false;
}

static bool parse_clock(const char *text, uint64_t now_ms, uint64_t *at_ms)
{
    unsigned hour, minute;
    int used = 0;
    if (sscanf(text, "%2u:%2u%n", &hour, &minute, &used) != 2 || text[used]) return false;
    if (hour > 23 || minute > 59) return false;
    uint64_t day = clock_day_start(now_ms);
    *at_ms = day + (hour * 60 + minute) * UINT64_C(60000);
    /* 26 hours on is tomorrow also when clocks are set back */
    if (*at_ms <= now_ms) *at_ms = clock_day_start(day + UINT64_C(26) * 3600000) + (*at_ms - day);
    return true;
}

static bool parse_span(const char *text, uint64_t now_ms, uint64_t *at_ms)
{
    unsigned amount;
    char unit = 'm', more = 0;
    if (text[0] != '+' || text[1] < '0' || text[1] > '9') return false;
    int n = sscanf(text + 1, "%5u%c%c", &amount, &unit, &more);
    if (n < 1 || n > 2 || (unit != 'm' && unit != 'h' && unit != 'd')) return false;
    *at_ms = now_ms + amount * (unit == 'd'   ? UINT64_C(86400000)
                                : unit == 'h' ? UINT64_C(3600000)
                                              : UINT64_C(60000));
    return amount > 0;
}

/* Of a time that is over: today's or yesterday's clock time, or so long ago. */
static bool parse_ago(const char *text, uint64_t now_ms, uint64_t *at_ms)
{
    uint64_t ahead_ms;
    if (text[0] == '-') {
        char plus[CLOCK_TEXT];
        snprintf(plus, sizeof plus, "+%s", text + 1);
        if (!parse_span(plus, now_ms, &ahead_ms) || ahead_ms - now_ms > now_ms) return false;
        *at_ms = now_ms - (ahead_ms - now_ms);
        return true;
    }
    if (!parse_clock(text, now_ms, at_ms)) return false;
    if (*at_ms > now_ms) *at_ms -= UINT64_C(86400000);
    return true;
}

typedef bool parse_time(const char *text, uint64_t now_ms, uint64_t *at_ms);

static bool parse_any(struct slice text, uint64_t now_ms, uint64_t *at_ms,
                      parse_time *const parsers[3])
{
    struct arena arena;
    arena_init(&arena, 4096);
    const char *folded = text.n <= CLOCK_TEXT ? text_fold_width(&arena, text) : NULL;
    bool good = false;
    if (folded) {
        while (*folded == ' ') folded++;
        for (int i = 0; i < 3 && !good; i++) good = parsers[i] && parsers[i](folded, now_ms, at_ms);
        good = good || clock_parse(slice_of(folded), at_ms);
    }
    arena_fini(&arena);
    return good;
}

bool time_parse(struct slice text, uint64_t now_ms, uint64_t *at_ms)
{
    static parse_time *const parsers[3] = {parse_clock, parse_span, parse_day};
    return parse_any(text, now_ms, at_ms, parsers);
}

bool time_parse_past(struct slice text, uint64_t now_ms, uint64_t *at_ms)
{
    static parse_time *const parsers[3] = {parse_ago};
    return parse_any(text, now_ms, at_ms, parsers);
}
