/* The desk's screen: what asks for attention at the top, the view below it, popups above all. */
#include "client/desk/model.h"

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
    walk_draw(desk, grid);
    news_draw_popup(desk, grid);
    if (banner) banner_draw(desk, grid, top);
}
