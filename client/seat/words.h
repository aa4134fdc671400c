/* Vocabularies and times as people read them. */
#ifndef CLIENT_SEAT_WORDS_H
#define CLIENT_SEAT_WORDS_H

#include "client/screen/picker.h"
#include "proto/desc.h"

enum { WORDS_MOST = 40 };

/* A vocabulary to pick from: by its number, its translated label or the label's initials. */
struct word_items {
    struct pick_item items[WORDS_MOST];
    size_t n;
};

/* Without the words whose bit is set in `without`. */
void word_items(struct word_items *out, enum vocabulary_id id, uint64_t without);
/* The translated label; "" for zero. */
const char *word_text(enum vocabulary_id id, uint64_t number);

/* "14:03" today, "11-22 14:03" otherwise; "" for 0. At least 16 bytes. */
const char *time_short(uint64_t at_ms, uint64_t now_ms, char *out, size_t cap);
/* The limit of a refusal: a number, or, of a field that holds a time, the time. */
const char *limit_text(uint64_t limit, char *out, size_t cap);
/* "0:07", "12:30", "3:05:00". */
const char *time_span(uint64_t span_ms, char *out, size_t cap);
/* A time to come, as it is typed: "14:30" (today, or tomorrow when that is past), "+30" (minutes),
 * "+2h", "+3d", "12-01" (to the end of that day), or a date with a time. */
bool time_parse(struct slice text, uint64_t now_ms, uint64_t *at_ms);
/* A time that is over: "14:30" (today, or yesterday), "-30", "-2h", or a date with a time. */
bool time_parse_past(struct slice text, uint64_t now_ms, uint64_t *at_ms);

#endif
