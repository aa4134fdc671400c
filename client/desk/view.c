/* The desk's screen: the banner of a call that rings, the view below it, popups above all. */
#include <stdio.h>

#include "client/desk/model.h"
#include "client/screen/language.h"

enum { BANNER_ROWS = 3, LINE_BYTES = 400 };

static int banner_rows(const struct desk *desk, struct rect rect)
{
    bool rings = desk->live.call && desk->live.state == call_state_offered;
    return rings && rect.rows > BANNER_ROWS * 3 ? BANNER_ROWS : 0;
}

/* Never takes the cursor: what is being typed goes on. */
static void draw_banner(const struct desk *desk, struct grid *grid, struct rect rect)
{
    const struct live *live = &desk->live;
    const struct rec_call_card *card = live->card;
    char line[LINE_BYTES], left[24] = "";
    uint64_t now_ms = seat_now_ms(desk->seat);
    grid_fill(grid, rect, STYLE_ALARM);
    if (live->until_ms > now_ms) time_span(live->until_ms - now_ms, left, sizeof left);
    snprintf(line, sizeof line, _(" %s A call rings. F4: answer   %s"),
             grid_glyph(grid, GLYPH_ALARM), left);
    grid_puts(grid, rect.row, rect.col, rect.cols, STYLE_ALARM, line);
    if (!card) return;
    snprintf(line, sizeof line, "   %s %.*s   %.*s   %s", card->line.s, (int)card->line_name.n,
             card->line_name.p ? card->line_name.p : "", (int)card->from.n,
             card->from.p ? card->from.p : "", word_text(VOCABULARY_channel, card->channel));
    grid_puts(grid, rect.row + 1, rect.col, rect.cols, STYLE_ALARM, line);
    if (card->note.n) {
        int used = grid_printf(grid, rect.row + 2, rect.col, rect.cols, STYLE_ALARM,
                               "   %s: ", card->note_by.s);
        grid_put_cell(grid, rect.row + 2, rect.col + used, rect.cols - used, STYLE_ALARM,
                      card->note, false);
    } else if (card->calls_count || card->tickets.n) {
        grid_printf(grid, rect.row + 2, rect.col, rect.cols, STYLE_ALARM,
                    _("   earlier calls %llu, tickets %zu"), (unsigned long long)card->calls_count,
                    card->tickets.n);
    }
}

void desk_draw(const void *model, struct grid *grid, struct rect rect)
{
    const struct desk *desk = model;
    int banner = banner_rows(desk, rect);
    struct rect top = {rect.row, rect.col, banner, rect.cols};
    struct rect rest = {rect.row + banner, rect.col, rect.rows - banner, rect.cols};
    switch (desk->view) {
    case VIEW_HOME:
        view_home(desk, grid, rest);
        break;
    case VIEW_WORK:
        view_work(desk, grid, rest);
        break;
    case VIEW_LIST:
        list_draw(desk->list, grid, rest, true);
        break;
    case VIEW_CARD:
        card_draw(desk->card, grid, rest);
        break;
    }
    dialogs_draw(desk->dialogs, grid);
    if (banner) draw_banner(desk, grid, top);
}
