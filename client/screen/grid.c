#include "client/screen/grid.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "client/screen/wrap.h"
#include "common/text.h"

static int held(int value, int low, int high)
{
    return value < low ? low : value > high ? high : value;
}

static const struct cell blank = {.text = " ", .n = 1, .width = 1, .style = STYLE_NORMAL};

struct grid *grid_new(int rows, int cols)
{
    struct grid *grid = calloc(1, sizeof *grid);
    if (grid && grid_resize(grid, rows, cols) != ERR_OK) grid_free(&grid);
    return grid;
}

void grid_free(struct grid **grid)
{
    if (!*grid) return;
    free((*grid)->cells);
    free(*grid);
    *grid = NULL;
}

enum err grid_resize(struct grid *grid, int rows, int cols)
{
    rows = held(rows, 1, LIMIT_ROWS);
    cols = held(cols, 1, LIMIT_COLUMNS);
    struct cell *cells = calloc((size_t)rows * (size_t)cols, sizeof *cells);
    if (!cells) return ERR_NOMEM;
    free(grid->cells);
    grid->cells = cells;
    grid->rows = rows;
    grid->cols = cols;
    grid_clear(grid);
    return ERR_OK;
}

void grid_clear(struct grid *grid)
{
    for (int i = 0; i < grid->rows * grid->cols; i++) grid->cells[i] = blank;
    grid->cursor_row = -1;
    grid->cursor_col = 0;
}

struct rect grid_rect(const struct grid *grid)
{
    return (struct rect){0, 0, grid->rows, grid->cols};
}

struct cell *grid_at(const struct grid *grid, int row, int col)
{
    ASSERT(row >= 0 && row < grid->rows && col >= 0 && col < grid->cols);
    return &grid->cells[row * grid->cols + col];
}

static bool cell_equal(const struct cell *a, const struct cell *b)
{
    return a->n == b->n && a->width == b->width && a->style == b->style &&
           memcmp(a->text, b->text, a->n) == 0;
}

bool grid_equal(const struct grid *a, const struct grid *b)
{
    if (a->rows != b->rows || a->cols != b->cols || a->cursor_row != b->cursor_row ||
        a->cursor_col != b->cursor_col)
        return false;
    for (int i = 0; i < a->rows * a->cols; i++)
        if (!cell_equal(&a->cells[i], &b->cells[i])) return false;
    return true;
}

/* ---- cells ---- */

/* Blanks the other half of a wide character that loses this cell. */
static void break_pair(struct grid *grid, int row, int col)
{
    struct cell *cell = grid_at(grid, row, col);
    struct cell *other = NULL;
    if (cell->width == 0 && col > 0) other = cell - 1;
    if (cell->width == 2 && col + 1 < grid->cols) other = cell + 1;
    if (!other) return;
    uint8_t style = other->style;
    *other = blank;
    other->style = style;
}

/* The cell and, for a wide character, the one behind it must be inside. */
static struct cell *set_cell(struct grid *grid, int row, int col, enum style style,
                             struct slice text, int width)
{
    struct cell *cell = grid_at(grid, row, col);
    break_pair(grid, row, col);
    if (width == 2) break_pair(grid, row, col + 1);
    *cell = (struct cell){.width = (uint8_t)width, .style = (uint8_t)style};
    cell->n = (uint8_t)text.n;
    memcpy(cell->text, text.p, text.n);
    if (width == 2) cell[1] = (struct cell){.width = 0, .style = (uint8_t)style};
    return cell;
}

/* Terminals disagree about what a variation selector does to the width. */
static bool is_selector(uint32_t rune)
{
    return (rune >= 0xFE00 && rune <= 0xFE0F) || (rune >= 0xE0100 && rune <= 0xE01EF) ||
           (rune >= 0x180B && rune <= 0x180F);
}

enum { MARKS = 4 }; /* what the terminal room can hand over with one spacing character */

/* One grapheme at (row, col) with room for `width` columns. Its characters take a cell each, which
 * is how terminals see them; what would be wider than the grapheme (joined emoji) is left out. */
static void put_grapheme(struct grid *grid, int row, int col, enum style style,
                         struct slice grapheme, int width)
{
    struct cell *cell = NULL;
    int used = 0, marks = 0;
    for (size_t at = 0; at < grapheme.n;) {
        uint32_t rune;
        size_t n = text_rune(grapheme, at, &rune);
        struct slice piece = {grapheme.p + at, n};
        int rune_width = text_width(piece);
        at += n;
        if (text_rune_unclean(rune) || is_selector(rune)) continue;
        if (rune == 0xFFFD) piece = slice_of(grid->ascii ? "?" : "\xEF\xBF\xBD");
        if (rune_width > 0 && used + rune_width <= width) {
            cell = set_cell(grid, row, col + used, style, piece, rune_width);
            used += rune_width;
            marks = 0;
        } else if (rune_width == 0 && cell && marks < MARKS && cell->n + n <= LIMIT_CELL) {
            memcpy(cell->text + cell->n, piece.p, n);
            cell->n = (uint8_t)(cell->n + n);
            marks++;
        }
    }
    for (; used < width; used++) set_cell(grid, row, col + used, style, slice_of(" "), 1);
}

/* Columns from col to the edge of the grid, at most max_cols; 0 when outside. */
static int clip(const struct grid *grid, int row, int col, int max_cols)
{
    if (row < 0 || row >= grid->rows || col < 0 || col >= grid->cols || max_cols <= 0) return 0;
    return max_cols < grid->cols - col ? max_cols : grid->cols - col;
}

/* ---- text ---- */

int grid_put(struct grid *grid, int row, int col, int max_cols, enum style style, struct slice text)
{
    int room = clip(grid, row, col, max_cols), used = 0;
    for (size_t at = 0, next; at < text.n && room > 0; at = next) {
        next = text_next(text, at);
        struct slice grapheme = {text.p + at, next - at};
        bool gap = grapheme.p[0] == '\n' || grapheme.p[0] == '\t' || grapheme.p[0] == '\r';
        if (gap) grapheme = slice_of(" ");
        int width = text_width(grapheme);
        if (used + width > room) break;
        put_grapheme(grid, row, col + used, style, grapheme, width);
        used += width;
    }
    return used;
}

int grid_puts(struct grid *grid, int row, int col, int max_cols, enum style style, const char *text)
{
    return grid_put(grid, row, col, max_cols, style, slice_of(text));
}

int grid_printf(struct grid *grid, int row, int col, int max_cols, enum style style,
                const char *format, ...)
{
    char text[4 * LIMIT_COLUMNS + 1];
    va_list args;
    va_start(args, format);
    int n = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (n < 0) return 0;
    size_t held_n = (size_t)n < sizeof text ? (size_t)n : sizeof text - 1;
    /* what is cut here lies beyond the last column, half a character included */
    return grid_put(grid, row, col, max_cols, style, slice_bytes(text, held_n));
}

int grid_put_cell(struct grid *grid, int row, int col, int max_cols, enum style style,
                  struct slice text, bool right_aligned)
{
    int room = clip(grid, row, col, max_cols);
    if (room == 0) return 0;
    int wanted = text_width(text);
    grid_fill(grid, (struct rect){row, col, 1, room}, style);
    if (wanted <= room) {
        grid_put(grid, row, right_aligned ? col + room - wanted : col, room, style, text);
        return room;
    }
    int used = grid_put(grid, row, col, room - 1, style, text);
    grid_puts(grid, row, col + used, 1, style, grid_glyph(grid, GLYPH_CUT));
    return room;
}

int grid_put_wrapped(struct grid *grid, struct rect rect, enum style style, struct slice text)
{
    int rows = 0;
    size_t at = 0, end;
    if (rect.cols < 2) return 0;
    while (at < text.n && rows < rect.rows) {
        size_t next = wrap_row(text, at, rect.cols, &end);
        grid_put(grid, rect.row + rows, rect.col, rect.cols, style,
                 (struct slice){text.p + at, end - at});
        at = next;
        rows++;
    }
    return rows;
}

/* ---- areas and lines ---- */

void grid_fill(struct grid *grid, struct rect rect, enum style style)
{
    for (int row = rect.row; row < rect.row + rect.rows; row++) {
        int room = clip(grid, row, rect.col, rect.cols);
        for (int i = 0; i < room; i++) set_cell(grid, row, rect.col + i, style, slice_of(" "), 1);
    }
}

void grid_restyle(struct grid *grid, struct rect rect, enum style style)
{
    for (int row = rect.row; row < rect.row + rect.rows; row++) {
        int room = clip(grid, row, rect.col, rect.cols);
        for (int i = 0; i < room; i++) grid_at(grid, row, rect.col + i)->style = (uint8_t)style;
    }
}

const char *grid_glyph(const struct grid *grid, enum glyph glyph)
{
    static const char *const glyphs[][2] = {
#define G(name, utf8, ascii) {utf8, ascii},
        GLYPH_TABLE(G)
#undef G
    };
    return glyphs[glyph][grid->ascii];
}

static void put_glyph(struct grid *grid, int row, int col, enum style style, enum glyph glyph)
{
    grid_puts(grid, row, col, 1, style, grid_glyph(grid, glyph));
}

void grid_hline(struct grid *grid, int row, int col, int cols, enum style style)
{
    for (int i = 0; i < cols; i++) put_glyph(grid, row, col + i, style, GLYPH_LINE);
}

void grid_vline(struct grid *grid, int row, int col, int rows, enum style style)
{
    for (int i = 0; i < rows; i++) put_glyph(grid, row + i, col, style, GLYPH_POST);
}

struct rect grid_box(struct grid *grid, struct rect rect, enum style style, const char *title)
{
    int right = rect.col + rect.cols - 1, bottom = rect.row + rect.rows - 1;
    if (rect.rows < 2 || rect.cols < 2) return (struct rect){rect.row, rect.col, 0, 0};
    grid_hline(grid, rect.row, rect.col + 1, rect.cols - 2, style);
    grid_hline(grid, bottom, rect.col + 1, rect.cols - 2, style);
    grid_vline(grid, rect.row + 1, rect.col, rect.rows - 2, style);
    grid_vline(grid, rect.row + 1, right, rect.rows - 2, style);
    put_glyph(grid, rect.row, rect.col, style, GLYPH_CORNER_NW);
    put_glyph(grid, rect.row, right, style, GLYPH_CORNER_NE);
    put_glyph(grid, bottom, rect.col, style, GLYPH_CORNER_SW);
    put_glyph(grid, bottom, right, style, GLYPH_CORNER_SE);
    if (title && rect.cols > 6) {
        enum style title_style = style == STYLE_POPUP ? STYLE_POPUP_TITLE : STYLE_TITLE;
        grid_puts(grid, rect.row, rect.col + 2, 1, title_style, " ");
        int used = grid_puts(grid, rect.row, rect.col + 3, rect.cols - 6, title_style, title);
        grid_puts(grid, rect.row, rect.col + 3 + used, 1, title_style, " ");
    }
    return (struct rect){rect.row + 1, rect.col + 1, rect.rows - 2, rect.cols - 2};
}

struct rect grid_popup(struct grid *grid, int rows, int cols, const char *title)
{
    rows = held(rows + 2, 2, grid->rows);
    cols = held(cols + 2, 2, grid->cols);
    struct rect rect = {(grid->rows - rows) / 2, (grid->cols - cols) / 2, rows, cols};
    grid_fill(grid, rect, STYLE_POPUP);
    return grid_box(grid, rect, STYLE_POPUP, title);
}

void grid_cursor(struct grid *grid, int row, int col)
{
    bool inside = row >= 0 && row < grid->rows && col >= 0 && col < grid->cols;
    grid->cursor_row = inside ? row : -1;
    grid->cursor_col = inside ? col : 0;
}

/* ---- dump ---- */

static char *dump_text(const struct grid *grid, char *at)
{
    for (int row = 0; row < grid->rows; row++) {
        char *end = at;
        for (int col = 0; col < grid->cols; col++) {
            const struct cell *cell = grid_at(grid, row, col);
            memcpy(at, cell->text, cell->n);
            at += cell->n;
            if (cell->n && !(cell->n == 1 && cell->text[0] == ' ')) end = at;
        }
        at = end;
        *at++ = '\n';
    }
    return at;
}

static char *dump_styles(const struct grid *grid, char *at)
{
    for (int row = 0; row < grid->rows; row++) {
        char *end = at;
        for (int col = 0; col < grid->cols; col++) {
            int style = grid_at(grid, row, col)->style;
            *at++ = style == STYLE_NORMAL ? ' ' : (char)('a' + style - 1);
            if (style != STYLE_NORMAL) end = at;
        }
        at = end;
        *at++ = '\n';
    }
    return at;
}

char *grid_dump(const struct grid *grid, bool styles)
{
    enum { CURSOR_LINE = 32 };
    size_t cells = (size_t)grid->rows * (size_t)grid->cols;
    size_t row_ends = (size_t)grid->rows;
    char *dump = malloc(cells * (LIMIT_CELL + 1) + 2 * row_ends + CURSOR_LINE);
    if (!dump) return NULL;
    char *at = dump_text(grid, dump);
    if (styles) {
        at = dump_styles(grid, at);
        if (grid->cursor_row < 0)
            at = stpcpy(at, "cursor hidden\n");
        else
            at += snprintf(at, CURSOR_LINE, "cursor %d,%d\n", grid->cursor_row, grid->cursor_col);
    }
    *at = 0;
    return dump;
}
