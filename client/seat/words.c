#include "client/seat/words.h"

#include <stdio.h>
#include <stdlib.h>

#include "client/screen/language.h"
#include "common/clock.h"
#include "common/text.h"

void word_items(struct word_items *out, enum vocabulary_id id, uint64_t without)
{
    static const char *const digits[] = {"0", "1", "2",  "3",  "4",  "5",  "6",  "7",
                                         "8", "9", "10", "11", "12", "13", "14", "15"};
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

const char *time_span(uint64_t span_ms, char *out, size_t cap)
{
    unsigned long long s = span_ms / 1000;
    if (s >= 3600)
        snprintf(out, cap, "%llu:%02llu:%02llu", s / 3600, s / 60 % 60, s % 60);
    else
        snprintf(out, cap, "%llu:%02llu", s / 60, s % 60);
    return out;
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
    if (n < 1 || n > 2 || (unit != 'm' && unit != 'h')) return false;
    *at_ms = now_ms + amount * (unit == 'h' ? UINT64_C(3600000) : UINT64_C(60000));
    return amount > 0;
}

bool time_parse(struct slice text, uint64_t now_ms, uint64_t *at_ms)
{
    struct arena arena;
    arena_init(&arena, 4096);
    const char *folded = text.n <= CLOCK_TEXT ? text_fold_width(&arena, text) : NULL;
    bool good = false;
    if (folded) {
        while (*folded == ' ') folded++;
        good = parse_clock(folded, now_ms, at_ms) || parse_span(folded, now_ms, at_ms) ||
               clock_parse(slice_of(folded), at_ms);
    }
    arena_fini(&arena);
    return good;
}
