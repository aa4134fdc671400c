/* The queues, a row each: who waits and how long, how long one who came now would wait, who can
 * serve them, and how today goes. */
#include <stdio.h>

#include "client/screen/language.h"
#include "client/seat/words.h"
#include "client/wall/model.h"
#include "common/text.h"

enum { TEXT = 160, CODE_COLS = 12, NAME_LEAST = 6, NAME_MOST = 40 };

/* C(id, columns, heading); what is last goes first where it is narrow. */
#define QUEUE_COLUMNS(C)                                                                           \
    C(WAITING, 8, N_("waiting"))                                                                   \
    C(LONGEST, 15, N_("longest"))                                                                  \
    C(EXPECTED, 9, N_("expected"))                                                                 \
    C(READY, 8, N_("ready"))                                                                       \
    C(CALLBACKS, 10, N_("callbacks"))                                                              \
    C(TODAY, 12, N_("answered"))

enum column {
#define C(id, cols, heading) COLUMN_##id,
    QUEUE_COLUMNS(C)
#undef C
        COLUMNS,
};

static const struct {
    int cols;
    const char *heading; /* msgid */
} columns[COLUMNS] = {
#define C(id, cols, heading) {cols, heading},
    QUEUE_COLUMNS(C)
#undef C
};

struct layout {
    int code, name, n; /* columns of code and name; how many of the others fit */
};

static struct layout layout_of(const struct rec_wall *figures, int cols)
{
    struct layout layout = {.code = 4};
    const struct rec_queue_item *queues = figures->queues.items;
    for (size_t i = 0; i < figures->queues.n; i++) {
        int width = text_width(slice_of(queues[i].line.s));
        if (width > layout.code) layout.code = width < CODE_COLS ? width : CODE_COLS;
    }
    int left = cols - 2 - layout.code - 1 - NAME_LEAST;
    while (layout.n < COLUMNS && left >= columns[layout.n].cols) left -= columns[layout.n++].cols;
    layout.name = NAME_LEAST + (left > 0 ? left : 0);
    if (layout.name > NAME_MOST) layout.name = NAME_MOST;
    return layout;
}

static uint64_t minutes(uint64_t expected_s, uint64_t *seconds)
{
    *seconds = expected_s % 60;
    return expected_s / 60;
}

static void expected_text(const struct rec_queue_item *queue, char *out)
{
    uint64_t seconds, whole = minutes(queue->expected_s, &seconds);
    if (queue->closed)
        snprintf(out, TEXT, "%s", _("shut"));
    else if (queue->at_work == 0)
        snprintf(out, TEXT, "%s", _("no agent"));
    else if (queue->expected_s == 0) /* nothing has been handled here yet, so nobody knows */
        snprintf(out, TEXT, "–");
    else
        snprintf(out, TEXT, "%llu:%02llu", (unsigned long long)whole, (unsigned long long)seconds);
}

static enum style column_text(const struct wall *wall, const struct rec_queue_item *queue,
                              enum column column, const struct grid *grid, char *out)
{
    const struct rec_wall *figures = wall_figures(wall);
    enum style plain = queue->waiting || queue->callbacks ? STYLE_NORMAL : STYLE_DIM;
    out[0] = '\0';
    switch (column) {
    case COLUMN_WAITING:
        snprintf(out, TEXT, "%llu", (unsigned long long)queue->waiting);
        return plain;
    case COLUMN_LONGEST:
        if (!queue->waiting) return plain;
        return wall_wait_text(figures, grid, figures_span_ms(queue->oldest_ms, wall_now_ms(wall)),
                              out, TEXT);
    case COLUMN_EXPECTED:
        expected_text(queue, out);
        return queue->at_work == 0 && queue->waiting ? STYLE_ALARM : plain;
    case COLUMN_READY:
        snprintf(out, TEXT, "%llu/%llu", (unsigned long long)queue->ready,
                 (unsigned long long)queue->at_work);
        return plain;
    case COLUMN_CALLBACKS:
        if (queue->callbacks) snprintf(out, TEXT, "%llu", (unsigned long long)queue->callbacks);
        return plain;
    case COLUMN_TODAY:
        snprintf(out, TEXT, "%llu/%llu", (unsigned long long)queue->answered,
                 (unsigned long long)queue->offered);
        return plain;
    case COLUMNS:
        break;
    }
    return plain;
}

static void draw_queue(const struct wall *wall, const struct rec_queue_item *queue,
                       const struct layout *layout, struct grid *grid, int row, int col)
{
    char text[TEXT];
    enum style plain = queue->waiting || queue->callbacks ? STYLE_NORMAL : STYLE_DIM;
    grid_put_cell(grid, row, col, layout->code, plain, slice_of(queue->line.s), false);
    col += layout->code + 1;
    grid_put_cell(grid, row, col, layout->name, plain, queue->name, false);
    col += layout->name;
    for (int i = 0; i < layout->n; i++) {
        enum style style = column_text(wall, queue, (enum column)i, grid, text);
        int cols = columns[i].cols - 1;
        grid_put_cell(grid, row, col + 1, cols, style, slice_of(text), true);
        col += columns[i].cols;
    }
}

static void draw_headings(const struct layout *layout, struct grid *grid, int row, int col,
                          int used)
{
    col += layout->code + 1 + layout->name;
    for (int i = 0; i < layout->n; i++) {
        struct slice heading = slice_of(screen_text(columns[i].heading));
        int edge = col + columns[i].cols, from = col > used ? col : used;
        if (edge - from >= text_width(heading))
            grid_put_cell(grid, row, from, edge - from, STYLE_LABEL, heading, true);
        col += columns[i].cols;
    }
}

int wall_draw_queues(const struct wall *wall, struct grid *grid, struct rect rect)
{
    const struct rec_wall *figures = wall_figures(wall);
    const struct rec_queue_item *queues[LIMIT_PAGE];
    int most = rect.rows / 4 > 1 ? rect.rows / 4 : 1;
    int all = (int)figures->queues.n;
    int n = (int)figures_queues(figures, (size_t)most, queues);
    char title[TEXT];
    if (n < all)
        snprintf(title, sizeof title, _("Queues: %d of %d"), n, all);
    else
        snprintf(title, sizeof title, "%s", _("Queues"));
    int used = wall_draw_heading(grid, (struct rect){rect.row, rect.col, 1, rect.cols}, title);
    if (n == 0) {
        grid_puts(grid, rect.row + 1, rect.col + 1, rect.cols - 1, STYLE_DIM,
                  _("There is no line yet."));
        return 2;
    }
    struct layout layout = layout_of(figures, rect.cols);
    draw_headings(&layout, grid, rect.row, rect.col + 1, rect.col + used);
    for (int i = 0; i < n; i++)
        draw_queue(wall, queues[i], &layout, grid, rect.row + 1 + i, rect.col + 1);
    return 1 + n;
}
