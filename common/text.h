/* Text is UTF-8 in a slice. A person's character is a grapheme cluster, a cell of the screen is a
 * column. All functions are pure and accept any bytes: a byte that is not part of valid UTF-8
 * counts as one grapheme, one column wide (it is shown as U+FFFD). Offsets are bytes. */
#ifndef COMMON_TEXT_H
#define COMMON_TEXT_H

#include "common/arena.h"
#include "common/slice.h"

enum text_flags {
    TEXT_ONE_LINE = 0,
    TEXT_LINES = 1, /* '\n' is allowed */
};

/* Strict UTF-8: no overlong forms, no surrogates, nothing past U+10FFFF. */
bool text_valid(struct slice s);
/* Decodes the code point at `at` (< s.n) and answers its bytes; an invalid byte is U+FFFD, 1. */
size_t text_rune(struct slice s, size_t at, uint32_t *rune);
/* Control, format and bidi characters, line and paragraph separators: what may not reach a
 * screen, and what input is refused for. Newline and tab are among them. */
bool text_rune_unclean(uint32_t rune);
/* Han ideographs (the wrap rule and the initials ask). */
bool text_rune_han(uint32_t rune);

/* Letters and digits of any script: what says something, unlike punctuation, signs and blanks. */
bool text_rune_letter(uint32_t rune);

/* The boundary after `at`; s.n at the end. `at` must be a boundary. */
size_t text_next(struct slice s, size_t at);
/* The boundary before `at`; 0 at the start. */
size_t text_prev(struct slice s, size_t at);
size_t text_graphemes(struct slice s);

/* Columns on the screen: Han and emoji 2, combining marks 0, ambiguous 1, control 0; a grapheme is
 * never wider than 2. */
int text_width(struct slice s);
/* Bytes of the longest start that is at most `cols` wide, or at most `max` bytes long, and splits
 * no grapheme. */
size_t text_fit(struct slice s, int cols);
size_t text_fit_bytes(struct slice s, size_t max);

/* Bytes without the piece of a character that a cut by bytes (snprintf) left at the end. */
size_t text_whole(struct slice s);

/* True when valid UTF-8 without unclean characters: input is refused otherwise. */
bool text_is_clean(struct slice s, enum text_flags flags);
/* A zero-terminated copy for a screen, a command line or a log: unclean characters are left out,
 * except that a newline (without TEXT_LINES) or tab becomes a space; invalid bytes become U+FFFD.
 * NULL when out of memory. */
char *text_clean(struct arena *arena, struct slice s, enum text_flags flags);
/* A zero-terminated copy with full-width ASCII (and the ideographic space) folded to ASCII, as
 * input methods leave it in numbers and codes. NULL when out of memory. */
char *text_fold_width(struct arena *arena, struct slice s);

/* Masks (R78) write a zero-terminated text of at most cap - 1 bytes; cap > 0. None of them ever
 * shows the whole of what it masks, however short that is; nothing stays nothing.
 *   phone    13812345678 -> 138****5678; 7 to 10 digits keep the last 4; fewer than 7 the last 1
 *   name     张三丰 -> 张**; a single character -> *
 *   address  the first 6 characters and ***; of up to 6 characters the first half */
void text_mask_phone(struct slice phone, char *out, size_t cap);
void text_mask_name(struct slice name, char *out, size_t cap);
void text_mask_address(struct slice address, char *out, size_t cap);

/* Pinyin initials for picking by typing: 市政设施 -> szss. Latin letters and digits (full-width
 * ones too) are kept in lower case, everything else is skipped. A character with several readings
 * has its most usual one (see common/pinyin.h). Zero-terminated, at most cap - 1 bytes; cap > 0. */
void text_initials(struct slice name, char *out, size_t cap);

#endif
