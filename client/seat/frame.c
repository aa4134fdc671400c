#include "client/seat/frame.h"

#include <stdio.h>

#include "client/screen/language.h"
#include "common/clock.h"
#include "common/text.h"

enum { STATUS_BYTES = 200 };

/* The link's state as glyph and word; never a colour alone. */
static const char *link_word(const struct seat *seat, enum glyph *glyph, enum style *style)
{
    switch (seat->link) {
    case LINK_CONNECTING:
        *glyph = GLYPH_WARN;
        *style = STYLE_WARN;
        return _("connecting");
    case LINK_UP:
        *glyph = GLYPH_GOOD;
        *style = STYLE_BAR;
        return _("connected");
    case LINK_AWAY:
        *glyph = GLYPH_ALARM;
        *style = STYLE_ALARM;
        return _("dispatcher away");
    }
    return "";
}

/* Link and clock, right-aligned; answers the column where they begin. */
static int draw_right(const struct seat *seat, struct grid *grid)
{
    char clock[CLOCK_TEXT], word[STATUS_BYTES];
    enum glyph glyph = GLYPH_INFO;
    enum style style = STYLE_BAR;
    const char *text = link_word(seat, &glyph, &style);
    clock_format_time(seat_now_ms(seat), clock, sizeof clock);
    snprintf(word, sizeof word, " %s %s ", grid_glyph(grid, glyph), text);
    int clock_cols = text_width(slice_of(clock)) + 1, word_cols = text_width(slice_of(word));
    int col = grid->cols - clock_cols - word_cols;
    if (col < 0) col = 0;
    grid_puts(grid, 0, col, word_cols, style, word);
    grid_puts(grid, 0, grid->cols - clock_cols, clock_cols, STYLE_BAR, clock);
    return col;
}

/* Who is here and where, as much of it as leaves the state its columns: its clock is looked at all
 * the time, the program's name and the station are known. */
static void who_text(const struct seat *seat, int cols, int state_cols, char out[STATUS_BYTES])
{
    int name = (int)text_fit_bytes(seat->me.name, 60);
    const char *text = seat->me.name.p ? seat->me.name.p : "", *number = seat->me.number.s;
    snprintf(out, STATUS_BYTES, " %s · %s %.*s · %s ", screen_text(seat->mode->title), number, name,
             text, seat->station);
    if (text_width(slice_of(out)) + state_cols <= cols) return;
    snprintf(out, STATUS_BYTES, " %s %.*s · %s ", number, name, text, seat->station);
    if (text_width(slice_of(out)) + state_cols <= cols) return;
    snprintf(out, STATUS_BYTES, " %s %.*s ", number, name, text);
}

static void draw_status(const struct seat *seat, struct grid *grid)
{
    grid_fill(grid, (struct rect){0, 0, 1, grid->cols}, STYLE_BAR);
    int edge = draw_right(seat, grid);
    char text[STATUS_BYTES], state[STATUS_BYTES] = "";
    enum style style = STYLE_BAR;
    if (seat->stage == SEAT_IN) style = seat->mode->status(seat->model, state, sizeof state);
    int state_cols = state[0] ? text_width(slice_of(state)) + 2 : 0;
    if (seat->stage == SEAT_IN || seat->stage == SEAT_CLOSING)
        who_text(seat, edge, state_cols, text);
    else
        snprintf(text, sizeof text, " Rexian · %s · %s ", screen_text(seat->mode->title),
                 seat->station);
    int col = grid_puts(grid, 0, 0, edge, STYLE_BAR, text);
    if (state[0] && edge - col > 4) grid_printf(grid, 0, col, edge - col, style, " %s ", state);
}

struct rect frame_draw(const struct seat *seat, struct grid *grid)
{
    draw_status(seat, grid);
    int last = grid->rows - 1;
    if (last >= 2) {
        notice_draw(&seat->notice, grid, last - 1, 0, grid->cols);
        keymap_draw_bar(seat->stage == SEAT_IN ? &seat->own : &seat->shared, &seat->filter, grid,
                        last);
    }
    return (struct rect){1, 0, last >= 2 ? last - 2 : last, grid->cols};
}
