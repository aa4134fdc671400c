/* Word and line steps: a word is a run of letters and digits, of Han characters, or of punctuation.
 * Offsets are bytes on grapheme boundaries. */
#ifndef CLIENT_SCREEN_WORD_H
#define CLIENT_SCREEN_WORD_H

#include "common/slice.h"

/* Start of the word before `at`, blanks skipped; 0 at the start. */
size_t word_before(struct slice text, size_t at);
/* End of the word after `at`, blanks skipped; text.n at the end. */
size_t word_after(struct slice text, size_t at);
/* Does a letter, digit or Han character stand at `at` (< text.n)? */
bool word_holds(struct slice text, size_t at);

/* Start and end of the line (between line feeds) that holds `at`. */
size_t line_start(struct slice text, size_t at);
size_t line_end(struct slice text, size_t at);

#endif
