/* Our own screen: rows of cells, drawn into by pure functions, shown by the terminal room, dumped
 * into text by tests. Rows and columns count from 0. Drawing outside the grid is clipped, never an
 * error. A cell holds one grapheme; a wide one (2 columns) is followed by a cell of width 0, and
 * drawing over one half of it blanks the other half. Control, format and bidi characters are never
 * drawn, variation selectors and joined tails of emoji neither: a cell holds one spacing character
 * and its marks, because this is what terminals agree on. */
#ifndef CLIENT_SCREEN_GRID_H
#define CLIENT_SCREEN_GRID_H

#include "client/screen/theme.h"
#include "common/err.h"
#include "common/limits.h"
#include "common/slice.h"

struct cell {
    char text[LIMIT_CELL]; /* UTF-8, not terminated */
    uint8_t n;             /* bytes; 0 in the right half of a wide cell */
    uint8_t width;         /* 1 or 2; 0 in the right half of a wide cell */
    uint8_t style;         /* enum style */
};

struct rect {
    int row, col, rows, cols;
};

struct grid {
    int rows, cols;
    int cursor_row, cursor_col; /* the hardware cursor; row -1: hidden */
    bool ascii;                 /* lines, glyphs and charts from ASCII only */
    struct cell *cells;         /* rows × cols; owned */
};

/* NULL when out of memory. Sizes are held within 1..LIMIT_ROWS and 1..LIMIT_COLUMNS. The grid is
 * clear and its cursor hidden. */
struct grid *grid_new(int rows, int cols);
void grid_free(struct grid **grid);
/* Everything is cleared; on ERR_NOMEM the grid stays as it was. */
MUST_CHECK enum err grid_resize(struct grid *grid, int rows, int cols);
/* Blanks in NORMAL, cursor hidden. */
void grid_clear(struct grid *grid);
struct rect grid_rect(const struct grid *grid);
bool grid_equal(const struct grid *a, const struct grid *b);
/* The cell; row and col must be inside. */
struct cell *grid_at(const struct grid *grid, int row, int col);

/* Writes text from (row, col) over at most max_cols columns; answers the columns used. A wide
 * character that does not fit whole is left out. Bytes that are not UTF-8 show as U+FFFD. Line
 * feeds and tabs become one blank. */
int grid_put(struct grid *grid, int row, int col, int max_cols, enum style style,
             struct slice text);
/* The same for a C string. */
int grid_puts(struct grid *grid, int row, int col, int max_cols, enum style style,
              const char *text);
int grid_printf(struct grid *grid, int row, int col, int max_cols, enum style style,
                const char *format, ...) __attribute__((format(printf, 6, 7)));
/* As grid_put, with the rest of max_cols blanked in the style, and "…" (or ~) at the end when the
 * text was cut. Always answers max_cols clipped to the grid. */
int grid_put_cell(struct grid *grid, int row, int col, int max_cols, enum style style,
                  struct slice text, bool right_aligned);
/* Text over several rows, wrapped as the editor wraps (client/screen/wrap.h); answers the rows
 * used. */
int grid_put_wrapped(struct grid *grid, struct rect rect, enum style style, struct slice text);

/* Blanks in the style. */
void grid_fill(struct grid *grid, struct rect rect, enum style style);
/* Changes the style, keeps the text. */
void grid_restyle(struct grid *grid, struct rect rect, enum style style);
void grid_hline(struct grid *grid, int row, int col, int cols, enum style style);
void grid_vline(struct grid *grid, int row, int col, int rows, enum style style);
/* Frame around the inside of rect; title (may be NULL) stands in the upper edge. Answers the rect
 * inside the frame. The inside is not touched. */
struct rect grid_box(struct grid *grid, struct rect rect, enum style style, const char *title);
/* A filled box in the middle of the screen for popups, no larger than the grid; answers the rect
 * inside the frame. */
struct rect grid_popup(struct grid *grid, int rows, int cols, const char *title);

/* Where the hardware cursor stands; outside of the grid hides it. */
void grid_cursor(struct grid *grid, int row, int col);

/* Glyphs with their fallback: G(name, UTF-8, ASCII); each one column wide. */
#define GLYPH_TABLE(G)                                                                             \
    G(GOOD, "✓", "+")                                                                              \
    G(WARN, "▲", "!")                                                                              \
    G(ALARM, "■", "#")                                                                             \
    G(INFO, "·", ".")                                                                              \
    G(MARK, "▸", ">")                                                                              \
    G(MISSING, "●", "*")                                                                           \
    G(MORE_UP, "↑", "^")                                                                           \
    G(MORE_DOWN, "↓", "v")                                                                         \
    G(CUT, "…", "~")                                                                               \
    G(SECRET, "•", "*")                                                                            \
    G(LINE, "─", "-")                                                                              \
    G(POST, "│", "|")                                                                              \
    G(CORNER_NW, "┌", "+")                                                                         \
    G(CORNER_NE, "┐", "+")                                                                         \
    G(CORNER_SW, "└", "+")                                                                         \
    G(CORNER_SE, "┘", "+")

enum glyph {
#define G(name, utf8, ascii) GLYPH_##name,
    GLYPH_TABLE(G)
#undef G
};

const char *grid_glyph(const struct grid *grid, enum glyph glyph);

/* One line per row, trailing blanks cut, for goldens. With styles, a second block follows: one
 * letter per cell (' ' NORMAL, 'a' DIM, 'b' TITLE ... in the order of STYLE_TABLE), and a last
 * line "cursor R,C" or "cursor hidden". The caller frees it; NULL when out of memory. */
char *grid_dump(const struct grid *grid, bool styles);

#endif
