/* Charts out of blocks (▁▂▃▄▅▆▇█), or '#' where only ASCII may be drawn. */
#ifndef CLIENT_SCREEN_CHART_H
#define CLIENT_SCREEN_CHART_H

#include "client/screen/grid.h"

struct chart {
    const int64_t *values; /* oldest first; negative ones count as 0 */
    int count;
    int64_t max;       /* height of the chart; 0: the largest value (at least 1) */
    const char *left;  /* below the first value; may be NULL, translated by the caller */
    const char *right; /* below the last value; may be NULL */
    enum style style;
};

/* Bars from the bottom, as wide as fit; when there are more values than columns, each column shows
 * the largest of its values. The scale (max, 0) stands on the left when there is room for it, the
 * two labels below when either is given. */
void chart_draw(const struct chart *chart, struct grid *grid, struct rect rect);
/* One row, one column per value, no scale: for use inside a line of text. Answers columns used. */
int chart_spark(const struct chart *chart, struct grid *grid, int row, int col, int max_cols);
/* A horizontal gauge of part/whole over cols columns. */
void chart_gauge(struct grid *grid, int row, int col, int cols, enum style style, int64_t part,
                 int64_t whole);

#endif
