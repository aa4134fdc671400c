/* The screen of the office: tabs and a list, or a card; a popup over either. */
#include "client/office/model.h"
#include "client/screen/language.h"

static void draw_list(const struct office *office, struct grid *grid, struct rect rect)
{
    struct rect line = {rect.row, rect.col, 1, rect.cols};
    struct rect list = {rect.row + 1, rect.col, rect.rows - 1, rect.cols};
    tabs_draw(office, grid, line);
    bool focused = !dialogs_current(office->dialogs);
    if (tab_is_sheet(office))
        sheet_draw(office->sheet, grid, list, focused);
    else
        list_draw(office->list, grid, list, focused);
}

static void draw_card(const struct office *office, struct grid *grid, struct rect rect)
{
    char begun[NOTICE_BYTES];
    if (deed_begun(office, begun, sizeof begun) && rect.rows > 4) {
        rect.rows--;
        grid_printf(grid, rect.row + rect.rows, rect.col + 1, rect.cols - 2, STYLE_WARN, "%s %s",
                    grid_glyph(grid, GLYPH_MARK), begun);
    }
    const struct rec_ticket_card *card = card_shown(office->card);
    card_acting(office->card, card ? catalog_acting(office->catalog, card->unit.s) : "");
    card_draw(office->card, grid, rect);
}

void office_draw(const void *model, struct grid *grid, struct rect rect)
{
    const struct office *office = model;
    switch (office->view) {
    case VIEW_LIST:
        draw_list(office, grid, rect);
        break;
    case VIEW_CARD:
        draw_card(office, grid, rect);
        break;
    }
    dialogs_draw(office->dialogs, grid);
}
