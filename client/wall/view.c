/* The wall from above: of when the figures are, the headline figures, the lines, the last hour. */
#include <stdio.h>

#include "client/screen/chart.h"
#include "client/screen/language.h"
#include "client/seat/words.h"
#include "client/wall/model.h"
#include "common/clock.h"
#include "common/text.h"

enum {
    TEXT = 160,
    WAIT_TEXT = 64,
    TALL_ROWS = 30, /* from here on the charts have several rows */
    TALLER_ROWS = 45,
    SIDE_COLS = 66,  /* sixty bars with their scale */
    LABEL_COLS = 16, /* before a chart */
};

/* R25, at the end of the row while the figures are of now. Answers the columns taken. */
static int draw_callbacks(const struct wall *wall, struct grid *grid, struct rect row)
{
    const struct rec_wall *figures = wall_figures(wall);
    char text[WAIT_TEXT];
    if (!figures || !figures->callbacks || wall_is_old(wall)) return 0;
    snprintf(text, sizeof text, _("%s callbacks late: %llu"), grid_glyph(grid, GLYPH_ALARM),
             (unsigned long long)figures->callbacks);
    int cols = text_width(slice_of(text));
    if (cols + 2 > row.cols / 2) return 0;
    grid_puts(grid, row.row, row.col + row.cols - cols - 1, cols, STYLE_ALARM, text);
    return cols + 2;
}

static void draw_time(const struct wall *wall, struct grid *grid, struct rect row)
{
    char clock[CLOCK_TEXT], span[24];
    struct notice notice = {0};
    const struct rec_wall *figures = wall_figures(wall);
    clock_format_time(figures ? figures->now_ms : 0, clock, sizeof clock);
    time_span(wall_age_ms(wall), span, sizeof span);
    if (!figures)
        notice_set(&notice, NOTICE_INFO, "%s", _("Asking for the figures …"));
    else if (wall->seat->link != LINK_UP)
        notice_set(
            &notice, NOTICE_ALARM,
            _("OLD: figures of %s, %s ago. The dispatcher is away; they go on by themselves."),
            clock, span);
    else if (wall_is_old(wall))
        notice_set(&notice, NOTICE_ALARM, _("OLD: figures of %s, %s ago. No news since then."),
                   clock, span);
    else if (wall->paused)
        notice_set(&notice, NOTICE_WARN, _("PAUSED: figures of %s, %s ago. F3 goes on."), clock,
                   span);
    else
        notice_set(&notice, NOTICE_GOOD, _("Live figures of %s"), clock);
    notice_draw(&notice, grid, row.row, row.col, row.cols - draw_callbacks(wall, grid, row));
}

int wall_draw_heading(struct grid *grid, struct rect row, const char *text)
{
    grid_hline(grid, row.row, row.col, row.cols, STYLE_FRAME);
    char padded[TEXT];
    snprintf(padded, sizeof padded, " %s ", text);
    return 2 + grid_puts(grid, row.row, row.col + 2, row.cols - 3, STYLE_TITLE, padded);
}

/* ---- headline figures ---- */

struct tile {
    const char *label;                /* translated */
    char lead[WAIT_TEXT], text[TEXT]; /* plain, then in the style */
    enum style style;
};

static enum style urgency_style(enum urgency urgency)
{
    switch (urgency) {
    case URGENCY_NONE:
        return STYLE_GOOD;
    case URGENCY_LATE:
        return STYLE_WARN;
    case URGENCY_TOO_LONG:
        return STYLE_ALARM;
    }
    return STYLE_NORMAL;
}

enum style wall_wait_text(const struct rec_wall *figures, const struct grid *grid, uint64_t wait_ms,
                          char *out, size_t cap)
{
    char span[24];
    time_span(wait_ms, span, sizeof span);
    enum urgency urgency = figures_urgency(figures, wait_ms);
    switch (urgency) {
    case URGENCY_NONE:
        snprintf(out, cap, "%s %s", grid_glyph(grid, GLYPH_GOOD), span);
        break;
    case URGENCY_LATE:
        snprintf(out, cap, "%s %s %s", grid_glyph(grid, GLYPH_WARN), _("late"), span);
        break;
    case URGENCY_TOO_LONG:
        snprintf(out, cap, "%s %s %s", grid_glyph(grid, GLYPH_ALARM), _("long"), span);
        break;
    }
    return urgency_style(urgency);
}

static void waiting_tile(const struct wall *wall, const struct rec_wall *figures,
                         const struct grid *grid, struct tile *tile)
{
    struct waiting waiting = figures_waiting(figures);
    tile->label = _("Waiting, longest");
    tile->style = STYLE_GOOD;
    snprintf(tile->text, sizeof tile->text, "%s %s", grid_glyph(grid, GLYPH_GOOD), _("nobody"));
    if (!waiting.calls) return;
    uint64_t wait_ms = figures_span_ms(waiting.oldest_ms, wall_now_ms(wall));
    tile->style = wall_wait_text(figures, grid, wait_ms, tile->text, sizeof tile->text);
    snprintf(tile->lead, sizeof tile->lead, "%llu  ", (unsigned long long)waiting.calls);
}

static void within_tile(const struct rec_wall *figures, const struct grid *grid, char label[TEXT],
                        struct tile *tile)
{
    int within = figures_within(figures);
    snprintf(label, TEXT, _("Within %llu s"), (unsigned long long)figures->target_s);
    tile->label = label;
    tile->style = STYLE_DIM;
    snprintf(tile->text, sizeof tile->text, "%s", _("no call yet"));
    if (within == FIGURES_NONE) return;
    bool good = within >= FIGURES_GOAL;
    tile->style = good ? STYLE_GOOD : STYLE_WARN;
    snprintf(tile->text, sizeof tile->text, "%s %d.%d%% %s",
             grid_glyph(grid, good ? GLYPH_GOOD : GLYPH_WARN), within / 10, within % 10,
             good ? _("good") : _("low"));
}

static void tickets_tile(const struct rec_wall *figures, const struct grid *grid, struct tile *tile)
{
    bool overdue = figures->overdue > 0;
    tile->label = _("Open tickets");
    tile->style = overdue ? STYLE_ALARM : STYLE_GOOD;
    snprintf(tile->lead, sizeof tile->lead, "%llu  ", (unsigned long long)figures->open);
    if (overdue)
        snprintf(tile->text, sizeof tile->text, _("%s %llu overdue"), grid_glyph(grid, GLYPH_ALARM),
                 (unsigned long long)figures->overdue);
    else
        snprintf(tile->text, sizeof tile->text, _("%s in time"), grid_glyph(grid, GLYPH_GOOD));
}

static void draw_tiles(const struct wall *wall, struct grid *grid, struct rect rect)
{
    /* shares of the width, out of 80 */
    static const int edges[] = {1, 21, 36, 51, 61, 80};
    enum { TILES = sizeof edges / sizeof *edges - 1 };
    const struct rec_wall *figures = wall_figures(wall);
    struct tile tiles[TILES] = {0};
    char within[TEXT];
    waiting_tile(wall, figures, grid, &tiles[0]);
    within_tile(figures, grid, within, &tiles[1]);
    tiles[2].label = _("Answered calls");
    snprintf(tiles[2].lead, sizeof tiles[2].lead, _("%llu of %llu"),
             (unsigned long long)figures->answered, (unsigned long long)figures->arrived);
    tiles[3].label = _("Abandoned");
    snprintf(tiles[3].lead, sizeof tiles[3].lead, "%llu", (unsigned long long)figures->abandoned);
    tickets_tile(figures, grid, &tiles[4]);
    for (int i = 0; i < TILES; i++) {
        int col = rect.col + edges[i] * rect.cols / 80;
        int cols = rect.col + edges[i + 1] * rect.cols / 80 - col - 1;
        grid_puts(grid, rect.row, col, cols, STYLE_LABEL, tiles[i].label);
        int used = grid_puts(grid, rect.row + 1, col, cols, STYLE_NORMAL, tiles[i].lead);
        grid_puts(grid, rect.row + 1, col + used, cols - used, tiles[i].style, tiles[i].text);
    }
}

/* ---- the last hour ---- */

struct series {
    const char *label; /* translated */
    int64_t sum;
    struct chart chart;
};

/* One row each: what it is and how many in all, then sixty minutes. */
static void draw_spark(const struct series *series, struct grid *grid, struct rect rect)
{
    grid_puts(grid, rect.row, rect.col + 1, LABEL_COLS - 7, STYLE_LABEL, series->label);
    grid_printf(grid, rect.row, rect.col + LABEL_COLS - 6, 5, STYLE_NORMAL, "%5lld",
                (long long)series->sum);
    chart_spark(&series->chart, grid, rect.row, rect.col + LABEL_COLS, rect.cols - LABEL_COLS - 1);
}

/* Several rows, the label beside them or, where charts stand side by side, above them. */
static void draw_bars(const struct series *series, struct grid *grid, struct rect rect, bool above)
{
    int used = grid_puts(grid, rect.row, rect.col + 1, LABEL_COLS, STYLE_LABEL, series->label);
    int row = above ? rect.row : rect.row + 1, col = rect.col + 1 + (above ? used + 1 : 0);
    grid_printf(grid, row, col, LABEL_COLS - 2, STYLE_NORMAL, _("total %lld"),
                (long long)series->sum);
    int down = above ? 1 : 0, right = above ? 1 : LABEL_COLS;
    struct rect bars = {rect.row + down, rect.col + right, rect.rows - down, rect.cols - right - 1};
    chart_draw(&series->chart, grid, bars);
}

/* Answers the rows used. rows: of the whole wall. */
static int draw_hour(const struct wall *wall, struct grid *grid, struct rect rect, int rows)
{
    enum { SERIES = 3, HIGH = 3, HIGHER = 5 };
    const struct rec_wall *figures = wall_figures(wall);
    const struct rec_minute_item *minutes = figures->hour.items;
    struct hour hour;
    char title[TEXT], from[24] = "", to[24] = "";
    figures_hour(figures, &hour);
    if (hour.count) {
        time_short(minutes[0].start_ms, figures->now_ms, from, sizeof from);
        time_short(minutes[hour.count - 1].start_ms, figures->now_ms, to, sizeof to);
    }
    snprintf(title, sizeof title, _("The last hour by minute, %s to %s"), from, to);
    wall_draw_heading(grid, (struct rect){rect.row, rect.col, 1, rect.cols}, title);
    const int n = hour.count;
    const struct series series[SERIES] = {
        {_("arrived"), hour.arrived_sum, {hour.arrived, n, hour.max, NULL, NULL, STYLE_CHART}},
        {_("answered"), hour.answered_sum, {hour.answered, n, hour.max, NULL, NULL, STYLE_GOOD}},
        {_("abandoned"), hour.abandoned_sum, {hour.abandoned, n, hour.max, NULL, NULL, STYLE_WARN}},
    };
    bool above = rows >= TALL_ROWS && rect.cols >= SERIES * SIDE_COLS;
    int high = rows < TALL_ROWS ? 1 : rows < TALLER_ROWS ? HIGH : HIGHER;
    if (above) high++;
    for (int i = 0; i < SERIES; i++) {
        struct rect part = {rect.row + 1 + i * high, rect.col, high, rect.cols};
        if (above)
            part = (struct rect){rect.row + 1, rect.col + i * (rect.cols / SERIES), high,
                                 rect.cols / SERIES};
        if (high == 1)
            draw_spark(&series[i], grid, part);
        else
            draw_bars(&series[i], grid, part, above);
    }
    return 1 + (above ? high : SERIES * high);
}

/* Old figures lose their colours: nothing of them is alarming or good now. */
static void fade(struct grid *grid, struct rect rect)
{
    grid_restyle(grid, (struct rect){rect.row + 1, rect.col, rect.rows - 1, rect.cols}, STYLE_DIM);
}

void wall_draw(const void *model, struct grid *grid, struct rect rect)
{
    const struct wall *wall = model;
    if (rect.rows < 4) return;
    draw_time(wall, grid, rect);
    if (!wall_figures(wall)) return;
    struct rect left = {rect.row + 1, rect.col, rect.rows - 1, rect.cols};
    draw_tiles(wall, grid, left);
    left.row += 2;
    left.rows -= 2;
    /* what is lowest is left out first; how high each part is depends on the whole height alone,
     * so that nothing moves while figures come */
    int used = wall_draw_news(wall, grid, left);
    left.row += used;
    left.rows -= used;
    used = left.rows >= 3 ? wall_draw_queues(wall, grid, left) : left.rows;
    left.row += used;
    left.rows -= used;
    used = left.rows >= 8 ? draw_hour(wall, grid, left, rect.rows) : 0;
    left.row += used;
    left.rows -= used;
    if (left.rows >= 2) wall_draw_agents(wall, grid, left);
    if (wall_is_old(wall)) fade(grid, rect);
    lead_draw(wall, grid);
}
