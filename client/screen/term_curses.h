/* The terminal: the only part of the screen that touches one, and the only file with <curses.h>.
 * One per process. Shows grids, reads keys, rings. */
#ifndef CLIENT_SCREEN_TERM_CURSES_H
#define CLIENT_SCREEN_TERM_CURSES_H

#include "client/screen/grid.h"
#include "client/screen/keys.h"

struct term;

struct term_options {
    enum theme theme;
};

enum { TERM_WHY = 200 };

/* Takes over standard input and output. Call after screen_locale_init(), before other threads start
 * (SIGWINCH becomes blocked). On failure *out is NULL and why holds one translated sentence:
 * ERR_FORMAT when TERM is not set, not known, or cannot place a cursor; ERR_IO when standard input
 * or output is no terminal. */
MUST_CHECK enum err term_new(struct term **out, const struct term_options *options,
                             char why[TERM_WHY]);
/* Gives the terminal back as it was. */
void term_free(struct term **term);

/* Readable when a key, a resize or the end of the terminal is waiting. */
int term_fd(const struct term *term);
void term_size(const struct term *term, int *rows, int *cols);
/* True when lines and blocks can be drawn (else set grid->ascii). */
bool term_draws_blocks(const struct term *term);

/* Shows the grid: each changed row is rewritten whole. A grid of another size than the terminal is
 * clipped or padded. */
MUST_CHECK enum err term_flush(struct term *term, const struct grid *grid);
/* Forgets what is shown, so that the next flush draws everything (Ctrl-L). */
void term_redraw(struct term *term);
/* The next key; never waits longer than ESCDELAY (25 ms) for the rest of an escape sequence.
 * False when there is none. Call until false whenever term_fd is readable. */
bool term_read(struct term *term, struct key *out);
void term_ring(struct term *term);

#endif
