/* Soft wrap: between any two graphemes of Han text (closing punctuation does not begin a row,
 * opening punctuation does not end one), at blanks of Latin text, and inside a word only when it is
 * longer than a row. The editor and the scripts on the screen wrap by the same rule. */
#ifndef CLIENT_SCREEN_WRAP_H
#define CLIENT_SCREEN_WRAP_H

#include "common/slice.h"

/* The visual row that starts at byte `at` (a grapheme boundary): answers where the next row starts,
 * text.n behind the last one, and in *end where the row's visible bytes end: blanks at the wrap
 * and the line feed are left out. A text that ends with a line feed has one more, empty row, which
 * starts at text.n. cols ≥ 2. */
size_t wrap_row(struct slice text, size_t at, int cols, size_t *end);
/* Rows of the whole text; at least 1. */
int wrap_rows(struct slice text, int cols);

#endif
