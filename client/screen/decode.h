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
/* Bytes that decoder_feed would take now. */
size_t decoder_room(const struct decoder *decoder);
/* The next key. False when there is none, or when only the beginning of one is there. With `late`
 * (nothing followed an Esc within ESCDELAY), what looks like the beginning of a sequence is taken
 * for Esc alone, or Alt and a letter. Bytes that are no character become U+FFFD. The text of the
 * key is borrowed until the next call. */
bool decoder_next(struct decoder *decoder, bool late, struct key *out);
/* True when an Esc is waiting for what follows: whoever has a clock decides when it is late. The
 * beginning of a character or of a paste just waits. */
bool decoder_waits(const struct decoder *decoder);

#endif
