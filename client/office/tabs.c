/* The lists as tabs: which of them a person has, and which one is shown. */
#include <stdio.h>

#include "client/office/model.h"
#include "client/screen/language.h"
#include "common/text.h"

#define ROLES_UNIT (ROLE_BIT(role_unit) | ROLE_BIT(role_approver) | ROLE_BIT(role_head))
#define ROLES_HOTLINE (ROLE_BIT(role_desk) | ROLE_BIT(role_lead) | ROLE_BIT(role_inspector))
#define ROLES_LOOKING (ROLES_HOTLINE | ROLE_BIT(role_leader))
#define ROLES_DESK ROLE_BIT(role_desk)
#define ROLES_LEADING (ROLE_BIT(role_desk) | ROLE_BIT(role_leader))
#define ROLES_ALL (ROLES_UNIT | ROLES_LOOKING)
#define ROLES_POINTED (ROLES_UNIT | ROLE_BIT(role_desk) | ROLE_BIT(role_inspector))
#define ROLES_DISCLOSING                                                                           \
    (ROLES_LEADING | ROLE_BIT(role_head) | ROLE_BIT(role_unit) | ROLE_BIT(role_inspector))
#define ROLES_INSPECTING (ROLE_BIT(role_inspector) | ROLE_BIT(role_desk))

static const struct sheet_column columns_duties[] = {
    {N_("By"), 14, "due_ms"}, {N_("Ticket"), 8, "ticket"}, {N_("What is due"), 0, "kind"},
    {N_("Unit"), 10, "unit"}, {N_("Who"), 10, "person"},   {N_("State"), 12, "state"},
};
static const struct sheet_column columns_points[] = {
    {N_("Month"), 8, "month"},   {N_("Unit"), 8, "unit"},    {N_("Who"), 8, "person"},
    {N_("What for"), 0, "rule"}, {"+", 4, "plus"},           {"−", 4, "minus"},
    {N_("Ticket"), 8, "ticket"}, {N_("State"), 12, "state"},
};
static const struct sheet_column columns_ranking[] = {
    {N_("Place"), 6, "rank"},         {N_("Unit"), 8, "unit"},       {N_("Name"), 0, "name"},
    {N_("Leading"), 8, "leadership"}, {N_("Systems"), 8, "systems"}, {N_("Results"), 8, "results"},
    {N_("Bonus"), 6, "bonus"},        {N_("Total"), 6, "total"},
};
static const struct sheet_column columns_disclosures[] = {
    {N_("No."), 6, "disclosure"},      {N_("Ticket"), 8, "ticket"},   {N_("State"), 12, "state"},
    {N_("Recipient"), 0, "recipient"}, {N_("Purpose"), 0, "purpose"}, {N_("By"), 8, "asked_by"},
};
static const struct sheet_column columns_looks[] = {
    {N_("When"), 12, "at_ms"},   {N_("Who"), 8, "person"}, {N_("Where"), 10, "station"},
    {N_("Ticket"), 8, "ticket"}, {N_("How"), 20, "kind"},  {N_("Why"), 0, "reason"},
};
static const struct sheet_column columns_alerts[] = {
    {N_("No."), 6, "alert"},         {N_("Raised"), 12, "raised_ms"}, {N_("Kind"), 14, "kind"},
    {N_("State"), 8, "state"},       {N_("What"), 0, "what"},         {N_("Posts"), 6, "posts"},
    {N_("Ack."), 6, "acknowledged"}, {N_("Nobody"), 7, "unanswered"},
};
static const char id_duties[] = "duty", id_points[] = "score", id_disclosures[] = "disclosure",
                  id_looks[] = "seq", id_alerts[] = "alert";
/* Only duties fall due. */
#define due_duties "due_ms"
#define due_points NULL
#define due_ranking NULL
#define id_ranking NULL /* equal ones share a place */
#define due_disclosures NULL
#define due_looks NULL
#define due_alerts NULL

static const struct sheet_kind kinds[] = {
#define S(name, key, label, title, request, roles, columns)                                        \
    {request_##request, id_##columns,      title,                                                  \
     due_##columns,     columns_##columns, sizeof columns_##columns / sizeof *columns_##columns},
    OFFICE_SHEETS(S)
#undef S
};

struct tab {
    char key;
    const char *label, *title; /* msgids */
    uint64_t roles;
    enum ticket_view view; /* of a list */
    enum ticket_state state;
    const struct sheet_kind *kind; /* of a sheet */
};

static const struct tab tabs[TABS] = {
#define L(name, key, label, title, view, state, roles)                                             \
    [LIST_##name] = {key, label, title, ROLES_##roles, ticket_view_##view, ticket_state_##state,   \
                     NULL},
#define S(name, key, label, title, request, roles, columns)                                        \
    [SHEET_##name] = {key,                                                                         \
                      label,                                                                       \
                      title,                                                                       \
                      ROLES_##roles,                                                               \
                      ticket_view_none,                                                            \
                      ticket_state_none,                                                           \
                      &kinds[SHEET_##name - LISTS]},
    OFFICE_LISTS(L) OFFICE_SHEETS(S)
#undef S
#undef L
};

bool tab_allowed(const struct office *office, enum office_list list)
{
    const struct rec_me *me = &office->seat->me;
    const struct tab *tab = &tabs[list];
    if (list == LIST_UNIT && !me->unit) return false;
    return (me->roles & tab->roles) &&
           (!tab->kind || seat_may_ask(office->seat, tab->kind->request));
}

bool tab_is_sheet(const struct office *office)
{
    return tabs[office->shown].kind != NULL;
}

uint64_t tab_ticket(const struct office *office)
{
    return tab_is_sheet(office) ? sheet_value(office->sheet, "ticket")
                                : list_selected(office->list);
}

void tab_show(struct office *office, enum office_list list)
{
    const struct tab *tab = &tabs[list];
    office->shown = list;
    sheet_show(office->sheet, tab->kind);
    if (list == LIST_ASKING)
        list_show_asking(office->list, tab->title);
    else if (!tab->kind)
        list_show(office->list, tab->title, tab->view, tab->state);
}

enum office_list tab_first(const struct office *office)
{
    uint64_t roles = office->seat->me.roles;
    if (roles & ROLE_BIT(role_desk)) return LIST_REVIEW;
    if (roles & ROLE_BIT(role_unit)) return LIST_UNIT;
    if (roles & ROLE_BIT(role_approver)) return LIST_APPROVAL;
    if (tab_allowed(office, LIST_UNIT)) return LIST_UNIT;
    return roles & ROLE_BIT(role_leader) ? LIST_INSTRUCTED : LIST_EVERY;
}

void tab_step(struct office *office, int by)
{
    int next = (int)office->shown;
    for (int i = 0; i < TABS; i++) {
        next = (next + by + TABS) % TABS;
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
    for (int i = first; i < TABS; i++) {
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
