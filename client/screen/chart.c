#include "client/screen/chart.h"

#include <stdio.h>

#include "common/text.h"

enum { EIGHTHS = 8 };

/* A column's piece in one row: 0 (nothing) to 8 (full). With ASCII half a row rounds up. */
static const char *block(const struct grid *grid, int eighths)
{
    static const char *const blocks[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    if (grid->ascii) return eighths * 2 >= EIGHTHS ? "#" : eighths ? "." : " ";
    return blocks[eighths];
}

static int64_t largest(const int64_t *values, int count)
{
    int64_t max = 0;
    for (int i = 0; i < count; i++)
        if (values[i] > max) max = values[i];
    return max;
}

/* value/max of `full`, rounded up, so that a value above 0 is always seen. */
static int scaled(int64_t value, int64_t max, int full)
{
    if (value <= 0) return 0;
    if (value >= max) return full;
    double share = (double)value / (double)max * full;
    int whole = (int)share;
    return share > whole ? whole + 1 : whole;
}

static int64_t scale_of(const struct chart *chart)
{
    int64_t max = chart->max > 0 ? chart->max : largest(chart->values, chart->count);
    return max > 0 ? max : 1;
}

/* The values that stand in column i of `cols`. */
static int64_t value_at(const struct chart *chart, int i, int cols)
{
    int first = (int)((int64_t)i * chart->count / cols);
    int past = (int)((int64_t)(i + 1) * chart->count / cols);
    return largest(chart->values + first, past > first ? past - first : 1);
}

static void draw_bar(const struct chart *chart, struct grid *grid, struct rect bar, int64_t value,
                     int64_t max)
{
    int height = scaled(value, max, bar.rows * EIGHTHS);
    for (int i = 0; i < bar.rows; i++) {
        int piece = height - i * EIGHTHS;
        if (piece <= 0) break;
        const char *text = block(grid, piece < EIGHTHS ? piece : EIGHTHS);
        for (int col = 0; col < bar.cols; col++)
            grid_puts(grid, bar.row + bar.rows - 1 - i, bar.col + col, 1, chart->style, text);
    }
}

static void draw_labels(const struct chart *chart, struct grid *grid, int row, int col, int cols)
{
    int right = chart->right ? text_width(slice_of(chart->right)) : 0;
    int used = 0;
    if (chart->left) used = grid_puts(grid, row, col, cols, STYLE_DIM, chart->left);
    if (right && used + 1 + right <= cols)
        grid_puts(grid, row, col + cols - right, right, STYLE_DIM, chart->right);
}

/* The scale takes at most a fifth of the width; answers its columns. */
static int draw_scale(struct grid *grid, struct rect rect, int64_t max)
{
    char text[24];
    int cols = snprintf(text, sizeof text, "%lld", (long long)max);
    if (cols + 1 > rect.cols / 5 || rect.rows < 2) return 0;
    grid_puts(grid, rect.row, rect.col, cols, STYLE_DIM, text);
    grid_puts(grid, rect.row + rect.rows - 1, rect.col + cols - 1, 1, STYLE_DIM, "0");
    return cols + 1;
}

void chart_draw(const struct chart *chart, struct grid *grid, struct rect rect)
{
    int64_t max = scale_of(chart);
    bool labels = (chart->left || chart->right) && rect.rows >= 2;
    if (rect.rows < 1 || rect.cols < 1) return;
    grid_fill(grid, rect, STYLE_NORMAL);
    if (labels) rect.rows--;
    int scale = draw_scale(grid, rect, max);
    rect.col += scale;
    rect.cols -= scale;
    if (chart->count <= 0) return;
    int bars = chart->count < rect.cols ? chart->count : rect.cols;
    int pitch = rect.cols / bars;              /* columns from one bar to the next */
    int thick = pitch > 2 ? pitch - 1 : pitch; /* wide bars keep a gap */
    for (int i = 0; i < bars; i++) {
        struct rect bar = {rect.row, rect.col + i * pitch, rect.rows, thick};
        draw_bar(chart, grid, bar, value_at(chart, i, bars), max);
    }
    if (labels)
        draw_labels(chart, grid, rect.row + rect.rows, rect.col, (bars - 1) * pitch + thick);
}

int chart_spark(const struct chart *chart, struct grid *grid, int row, int col, int max_cols)
{
    int64_t max = scale_of(chart);
    int bars = chart->count < max_cols ? chart->count : max_cols, used = 0;
    for (int i = 0; i < bars; i++) {
        int eighths = scaled(value_at(chart, i, bars), max, EIGHTHS);
        used += grid_puts(grid, row, col + i, 1, chart->style, block(grid, eighths));
    }
    return used;
}

void chart_gauge(struct grid *grid, int row, int col, int cols, enum style style, int64_t part,
                 int64_t whole)
{
    int full = scaled(part, whole > 0 ? whole : 1, cols);
    for (int i = 0; i < cols; i++) {
        const char *text = i < full ? (grid->ascii ? "#" : "█") : (grid->ascii ? "." : "░");
        grid_puts(grid, row, col + i, 1, style, text);
    }
}
