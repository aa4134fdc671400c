#include "client/screen/table.h"

#include <stdio.h>
#include <stdlib.h>

#include "client/screen/language.h"
#include "common/text.h"

struct table {
    const struct table_column *columns;
    int count;
    uint64_t selected; /* 0: the first row, whatever it is */
    size_t index;      /* where the selected row was last seen */
    size_t top;        /* first visible row at the last drawing */
    size_t rows;       /* visible rows at the last drawing */
};

struct table *table_new(const struct table_column *columns, int count)
{
    struct table *table = calloc(1, sizeof *table);
    if (!table) return NULL;
    table->columns = columns;
    table->count = count;
    table->rows = 1;
    return table;
}

void table_free(struct table **table)
{
    free(*table);
    *table = NULL;
}

/* Finds the selected row again: first where it was, then everywhere; when it is gone, the row that
 * took its place is selected. Answers the number of rows. */
static size_t follow(struct table *table, const struct table_source *source)
{
    size_t count = source->count(source->model);
    if (count == 0) {
        table->index = 0;
        return 0;
    }
    if (table->index >= count) table->index = count - 1;
    if (source->id(source->model, table->index) == table->selected) return count;
    for (size_t i = 0; i < count && table->selected; i++) {
        if (source->id(source->model, i) == table->selected) {
            table->index = i;
            return count;
        }
    }
    if (!table->selected) table->index = 0;
    table->selected = source->id(source->model, table->index);
    return count;
}

uint64_t table_selected(struct table *table, const struct table_source *source)
{
    return follow(table, source) ? table->selected : 0;
}

void table_select(struct table *table, uint64_t id)
{
    table->selected = id;
}

bool table_key(struct table *table, const struct table_source *source, const struct key *key)
{
    if (key->kind != KEYS_NAMED) return false;
    size_t count = follow(table, source), index = table->index;
    size_t page = table->rows > 1 ? table->rows - 1 : 1;
    if (key->name == K_UP)
        index = index > 0 ? index - 1 : 0;
    else if (key->name == K_DOWN)
        index++;
    else if (key->name == K_PAGE_UP)
        index = index > page ? index - page : 0;
    else if (key->name == K_PAGE_DOWN)
        index += page;
    else if (key->name == K_HOME || key->name == K_TOP)
        index = 0;
    else if (key->name == K_END || key->name == K_BOTTOM)
        index = count;
    else
        return false;
    if (count == 0) return true;
    table->index = index < count ? index : count - 1;
    table->selected = source->id(source->model, table->index);
    return true;
}

/* ---- drawing ---- */

enum { GAP = 1, MARK_COLS = 2 };

/* Width of a column: its own, or its share of what the others leave. */
static int column_cols(const struct table *table, int column, int cols)
{
    int fixed = MARK_COLS, shares = 0, before = 0;
    if (table->columns[column].cols > 0) return table->columns[column].cols;
    for (int i = 0; i < table->count; i++) {
        fixed += table->columns[i].cols + GAP;
        if (table->columns[i].cols == 0 && i < column) before++;
        if (table->columns[i].cols == 0) shares++;
    }
    int left = cols - fixed + GAP;
    if (left < shares) return 1;
    return left / shares + (before < left % shares); /* the first ones take the odd columns */
}

/* Where the selection stands among all rows, when they do not all fit; answers its columns. */
static int draw_position(const struct table *table, struct grid *grid, struct rect rect,
                         size_t count)
{
    char text[48];
    snprintf(text, sizeof text, " %zu/%zu", table->index + 1, count);
    int cols = text_width(slice_of(text));
    if (count <= table->rows || cols > rect.cols / 3) return 0;
    grid_puts(grid, rect.row, rect.col + rect.cols - cols, cols, STYLE_DIM, text);
    return cols;
}

static void draw_titles(const struct table *table, struct grid *grid, struct rect rect,
                        size_t count)
{
    grid_fill(grid, (struct rect){rect.row, rect.col, 1, rect.cols}, STYLE_TITLE);
    int col = rect.col + MARK_COLS;
    int edge = rect.col + rect.cols - draw_position(table, grid, rect, count);
    for (int i = 0; i < table->count && col < edge; i++) {
        int cols = column_cols(table, i, rect.cols);
        if (cols > edge - col) cols = edge - col;
        grid_put_cell(grid, rect.row, col, cols, STYLE_TITLE,
                      slice_of(screen_text(table->columns[i].title)), table->columns[i].right);
        col += cols + GAP;
    }
}

static void draw_row(const struct table *table, const struct table_source *source,
                     struct grid *grid, struct rect rect, size_t row, bool focused)
{
    bool selected = row == table->index;
    int col = rect.col + MARK_COLS, edge = rect.col + rect.cols;
    enum style row_style = selected && focused ? STYLE_SELECTED : STYLE_NORMAL;
    grid_fill(grid, rect, row_style);
    if (selected) grid_puts(grid, rect.row, rect.col, 1, row_style, grid_glyph(grid, GLYPH_MARK));
    for (int i = 0; i < table->count && col < edge; i++) {
        char text[TABLE_CELL] = "";
        enum style style = source->cell(source->model, row, i, text, sizeof text);
        int cols = column_cols(table, i, rect.cols);
        if (cols > edge - col) cols = edge - col;
        /* an alarm stays an alarm when it is selected; plain text takes the row's style */
        if (style == STYLE_NORMAL || style == STYLE_DIM) style = selected ? row_style : style;
        grid_put_cell(grid, rect.row, col, cols, style, slice_of(text), table->columns[i].right);
        col += cols + GAP;
    }
}

void table_draw(struct table *table, const struct table_source *source, struct grid *grid,
                struct rect rect, bool focused, const char *empty)
{
    if (rect.rows < 2 || rect.cols <= MARK_COLS) return;
    size_t count = follow(table, source);
    table->rows = (size_t)rect.rows - 1;
    if (table->index < table->top) table->top = table->index;
    if (table->index >= table->top + table->rows) table->top = table->index - table->rows + 1;
    if (table->top + table->rows > count)
        table->top = count > table->rows ? count - table->rows : 0;
    draw_titles(table, grid, rect, count);
    for (size_t i = 0; i < table->rows; i++) {
        struct rect line = {rect.row + 1 + (int)i, rect.col, 1, rect.cols};
        if (table->top + i < count)
            draw_row(table, source, grid, line, table->top + i, focused);
        else
            grid_fill(grid, line, STYLE_NORMAL);
    }
    if (count == 0 && empty)
        grid_puts(grid, rect.row + 1, rect.col + MARK_COLS, rect.cols - MARK_COLS, STYLE_DIM,
                  screen_text(empty));
    if (focused) grid_cursor(grid, rect.row + 1 + (int)(table->index - table->top), rect.col);
}
