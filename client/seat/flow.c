#include "client/seat/flow.h"

#include <stdarg.h>
#include <stdio.h>

#include "client/screen/wrap.h"
#include "common/text.h"

enum { LINE_BYTES = 800 };

struct flow flow_start(struct grid *grid, struct rect rect, int skip, int label_cols)
{
    return (struct flow){grid, rect, skip, 0, label_cols};
}

/* The screen's row of the next line; -1 when it is outside. */
static int visible_row(const struct flow *flow)
{
    int row = flow->row - flow->skip;
    return row >= 0 && row < flow->rect.rows ? flow->rect.row + row : -1;
}

static void put_lines(struct flow *flow, int indent, enum style style, struct slice text)
{
    int cols = flow->rect.cols - indent;
    size_t at = 0;
    if (cols < 2) return;
    do {
        size_t end, next = wrap_row(text, at, cols, &end);
        int row = visible_row(flow);
        if (row >= 0)
            grid_put(flow->grid, row, flow->rect.col + indent, cols, style,
                     slice_bytes(text.p ? text.p + at : NULL, end - at));
        at = next;
        flow->row++;
    } while (at < text.n);
}

void flow_text(struct flow *flow, enum style style, struct slice text)
{
    put_lines(flow, 0, style, text);
}

void flow_print(struct flow *flow, enum style style, const char *format, ...)
{
    char line[LINE_BYTES];
    va_list args;
    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    struct slice text = slice_of(line);
    put_lines(flow, 0, style, slice_bytes(line, text_fit_bytes(text, sizeof line - 1)));
}

void flow_field(struct flow *flow, const char *label, struct slice text)
{
    if (text.n == 0) return;
    int row = visible_row(flow);
    if (row >= 0)
        grid_put_cell(flow->grid, row, flow->rect.col, flow->label_cols - 1, STYLE_LABEL,
                      slice_of(label), false);
    put_lines(flow, flow->label_cols, STYLE_NORMAL, text);
}

void flow_gap(struct flow *flow)
{
    flow->row++;
}

int flow_hidden(const struct flow *flow)
{
    int over = flow->row - flow->skip - flow->rect.rows;
    return over > 0 ? over : 0;
}

int flow_end(struct flow *flow)
{
    int col = flow->rect.col + flow->rect.cols - 1, last = flow->rect.row + flow->rect.rows - 1;
    if (flow->skip > 0)
        grid_puts(flow->grid, flow->rect.row, col, 1, STYLE_DIM,
                  grid_glyph(flow->grid, GLYPH_MORE_UP));
    if (flow_hidden(flow) > 0)
        grid_puts(flow->grid, last, col, 1, STYLE_DIM, grid_glyph(flow->grid, GLYPH_MORE_DOWN));
    int most = flow->row - flow->rect.rows;
    if (most < 0) most = 0;
    return flow->skip < most ? flow->skip : most;
}
