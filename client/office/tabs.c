/* The lists as tabs: which of them a person has, and which one is shown. */
#include <stdio.h>

#include "client/office/model.h"
#include "client/screen/language.h"
#include "common/text.h"

#define ROLES_UNIT (ROLE_BIT(role_unit) | ROLE_BIT(role_approver) | ROLE_BIT(role_head))
#define ROLES_HOTLINE (ROLE_BIT(role_desk) | ROLE_BIT(role_lead) | ROLE_BIT(role_inspector))
#define ROLES_ALL (ROLES_UNIT | ROLES_HOTLINE)

struct tab {
    char key;
    const char *label, *title; /* msgids */
    enum ticket_view view;
    enum ticket_state state;
    uint64_t roles;
};

static const struct tab tabs[LISTS] = {
#define L(name, key, label, title, view, state, roles)                                             \
    [LIST_##name] = {key, label, title, ticket_view_##view, ticket_state_##state, ROLES_##roles},
    OFFICE_LISTS(L)
#undef L
};

bool tab_allowed(const struct office *office, enum office_list list)
{
    const struct rec_me *me = &office->seat->me;
    if (list == LIST_UNIT && !me->unit) return false;
    return (me->roles & tabs[list].roles) != 0;
}

void tab_show(struct office *office, enum office_list list)
{
    office->shown = list;
    list_show(office->list, tabs[list].title, tabs[list].view, tabs[list].state);
}

enum office_list tab_first(const struct office *office)
{
    uint64_t roles = office->seat->me.roles;
    if (roles & ROLE_BIT(role_desk)) return LIST_REVIEW;
    if (roles & ROLE_BIT(role_unit)) return LIST_UNIT;
    if (roles & ROLE_BIT(role_approver)) return LIST_APPROVAL;
    return tab_allowed(office, LIST_UNIT) ? LIST_UNIT : LIST_EVERY;
}

void tab_step(struct office *office, int by)
{
    int next = (int)office->shown;
    for (int i = 0; i < LISTS; i++) {
        next = (next + by + LISTS) % LISTS;
        if (!tab_allowed(office, (enum office_list)next)) continue;
        tab_show(office, (enum office_list)next);
        return;
    }
}

/* ---- drawing ---- */

static int tab_text(const struct tab *tab, char *out, size_t cap)
{
    snprintf(out, cap, " %c %s ", tab->key, screen_text(tab->label));
    return text_width(slice_of(out));
}

/* Columns of the tabs from `first` to the shown one. */
static int cols_to_shown(const struct office *office, int first)
{
    int cols = 0;
    char text[80];
    for (int i = first; i <= (int)office->shown; i++)
        if (tab_allowed(office, (enum office_list)i)) cols += tab_text(&tabs[i], text, sizeof text);
    return cols;
}

/* When they do not all fit, the shown one is among those that do. */
void tabs_draw(const struct office *office, struct grid *grid, struct rect line)
{
    int first = 0, edge = line.col + line.cols;
    static const char alt[] = " Alt+";
    int col = line.col + grid_puts(grid, line.row, line.col, line.cols, STYLE_DIM, alt);
    while (first < (int)office->shown && col + cols_to_shown(office, first) > edge - 2) first++;
    if (first) col += grid_puts(grid, line.row, col, 1, STYLE_DIM, grid_glyph(grid, GLYPH_CUT));
    for (int i = first; i < LISTS; i++) {
        char text[80];
        if (!tab_allowed(office, (enum office_list)i)) continue;
        if (col + tab_text(&tabs[i], text, sizeof text) > edge - 1) {
            grid_puts(grid, line.row, col, 1, STYLE_DIM, grid_glyph(grid, GLYPH_CUT));
            return;
        }
        enum style style = i == (int)office->shown ? STYLE_SELECTED : STYLE_LABEL;
        col += grid_puts(grid, line.row, col, edge - col, style, text);
    }
}
