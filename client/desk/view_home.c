/* Between calls: what I am doing, what is open at this desk, where to go. */
#include <stdio.h>

#include "client/desk/model.h"
#include "client/screen/language.h"
#include "client/screen/table.h"
#include "common/text.h"

enum { COL_TICKET, COL_STATE, COL_MATTER, LABEL = 60 };

static const struct table_column columns[] = {
    {N_("Ticket"), 8, true},
    {N_("State"), 24, false},
    {N_("Matter"), 0, false},
};

struct table *home_table(void)
{
    return table_new(columns, sizeof columns / sizeof *columns);
}

static bool is_listed(const struct desk *desk, const struct work *work)
{
    return work && work->person == desk->person && !work->settled && !work_is_blank(work);
}

static const struct work *nth_work(const struct desk *desk, size_t nth)
{
    for (int i = 0; i < WORKS; i++)
        if (is_listed(desk, desk->works[i]) && nth-- == 0) return desk->works[i];
    return NULL;
}

static size_t count(const void *model)
{
    size_t n = 0;
    while (nth_work(model, n)) n++;
    return n;
}

static uint64_t row_id(const void *model, size_t row)
{
    return nth_work(model, row)->serial;
}

static enum style work_state(const struct work *work, char *out, size_t cap)
{
    if (work_is_safe(work)) {
        snprintf(out, cap, "%s", word_text(VOCABULARY_ticket_state, work->state));
        return STYLE_NORMAL;
    }
    snprintf(out, cap, "! %s", work->settle ? _("waits for the dispatcher") : _("not saved yet"));
    return STYLE_WARN;
}

static enum style cell(const void *model, size_t row, int column, char *out, size_t cap)
{
    const struct work *work = nth_work(model, row);
    struct slice matter = form_text(work->form, RECORD_MATTER);
    out[0] = 0;
    if (column == COL_TICKET) {
        if (work->ticket)
            snprintf(out, cap, "%llu", (unsigned long long)work->ticket);
        else
            snprintf(out, cap, "%s", _("new"));
    } else if (column == COL_STATE) {
        return work_state(work, out, cap);
    } else {
        if (!matter.n) matter = form_text(work->form, RECORD_NAME);
        snprintf(out, cap, "%.*s", (int)text_fit_bytes(matter, cap - 1), matter.p ? matter.p : "");
    }
    return STYLE_NORMAL;
}

struct table_source home_source(const struct desk *desk)
{
    return (struct table_source){desk, count, row_id, cell};
}

/* On the telephone, but with no caller of one's own. */
static const char *what_else(const struct desk *desk)
{
    const struct live *live = &desk->live;
    if (live->unknown || !live->call) return NULL;
    if (live->part == PART_SECOND)
        return call_rings(desk) ? _("You are asked for help. F4: answer")
                                : _("A colleague asks you.");
    if (live->state == call_state_recalled) return _("A promised callback. F4: ring the caller");
    if (live->state == call_state_dialing) return _("A call goes out.");
    return live->state == call_state_joining ? _("A colleague hands a caller over to you.") : NULL;
}

/* One sentence on what is going on and what the next step is. */
static const char *what_now(const struct desk *desk)
{
    const char *else_what = what_else(desk);
    if (else_what) return else_what;
    switch (desk->state) {
    case agent_state_ready:
        return _("Waiting for the next call.");
    case agent_state_offered:
        return _("A call rings. F4: answer");
    case agent_state_talking:
        return _("You are talking. F4: to the record");
    case agent_state_holding:
        return _("The caller is on hold. F4: to the record");
    case agent_state_offline:
    case agent_state_absent:
        return _("This desk was not heard for a while. It goes on by itself.");
    case agent_state_wrapping:
        return _("The call is over. Finish its record, then F9: next");
    case agent_state_break:
        return desk->reason == break_reason_start ? _("Signed in. F2: ready for the first call")
                                                  : _("On a break. F2: ready again");
    case agent_state_missed:
        return _("A call was not answered and went on. F2: ready again");
    case agent_state_none:
    case agent_state_out:
        break;
    }
    return _("Asking …");
}

static enum glyph state_glyph(enum agent_state state)
{
    enum style style = desk_state_style(state);
    if (style == STYLE_GOOD) return GLYPH_GOOD;
    if (style == STYLE_ALARM) return GLYPH_ALARM;
    return style == STYLE_WARN ? GLYPH_WARN : GLYPH_INFO;
}

void view_home(const struct desk *desk, struct grid *grid, struct rect rect)
{
    struct table_source source = home_source(desk);
    enum style style = agent_style(desk);
    if (rect.rows < 6) return;
    grid_printf(grid, rect.row + 1, rect.col + 2, rect.cols - 4, style, " %s %s ",
                grid_glyph(grid, state_glyph(desk->state)),
                word_text(VOCABULARY_agent_state, desk->state));
    grid_puts(grid, rect.row + 2, rect.col + 3, rect.cols - 4, STYLE_NORMAL, what_now(desk));
    grid_puts(grid, rect.row + 3, rect.col + 3, rect.cols - 4, STYLE_WARN, agent_hint(desk));
    grid_printf(grid, rect.row + 4, rect.col + 2, rect.cols - 4, STYLE_LABEL,
                _("Ctrl-D my drafts and callbacks: %llu   Ctrl-F follow-ups waiting: %llu"),
                (unsigned long long)desk->drafts, (unsigned long long)desk->follow_ups);
    if (desk->callbacks)
        grid_printf(grid, rect.row + 5, rect.col + 2, rect.cols - 4, STYLE_ALARM,
                    _("%s promised callbacks that are late: %llu"), grid_glyph(grid, GLYPH_ALARM),
                    (unsigned long long)desk->callbacks);
    if (count(desk) == 0) return;
    grid_puts(grid, rect.row + 6, rect.col + 2, rect.cols - 4, STYLE_TITLE, _("Open at this desk"));
    struct rect table = {rect.row + 7, rect.col, rect.rows - 7, rect.cols};
    table_draw(desk->home, &source, grid, table, !dialogs_current(desk->dialogs), NULL);
}
