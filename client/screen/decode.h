/* Bytes of a terminal to keys: UTF-8 split over reads, escape sequences, bracketed paste. Knows
 * nothing of a terminal or a clock; never waits. */
#ifndef CLIENT_SCREEN_DECODE_H
#define CLIENT_SCREEN_DECODE_H

#include "client/screen/keys.h"

struct decoder;

/* Knows the sequences of xterm, VT220, rxvt and the Linux console. NULL when out of memory. */
struct decoder *decoder_new(void);
void decoder_free(struct decoder **decoder);
/* A terminal's own sequence for a key (from terminfo); goes before the built-in ones. Sequences
 * that do not begin with Esc and are longer than LIMIT_SEQUENCE are not taken. */
void decoder_learn(struct decoder *decoder, const char *sequence, enum key_name name);
/* Takes bytes; answers how many were taken: fewer than n when full, then ask for keys first. */
size_t decoder_feed(struct decoder *decoder, const char *bytes, size_t n);
/* The next key. False when there is none, or when only the beginning of one is there: then, if
 * `late` (nothing followed within ESCDELAY), the beginning is taken for what it is: Esc alone, or
 * bytes that are no character, shown as U+FFFD. A paste is never cut by `late`. */
bool decoder_next(struct decoder *decoder, bool late, struct key *out);
/* True when the beginning of a key (not of a paste) is waiting for its rest. */
bool decoder_waits(const struct decoder *decoder);

#endif
