/* The agents: a heading that counts them by state, then one cell each, down and then across. */
#include <stdio.h>

#include "client/screen/language.h"
#include "client/seat/words.h"
#include "client/wall/model.h"
#include "common/text.h"

enum {
    TEXT = 160,
    NUMBER_COLS = 4, /* at least */
    NAME_COLS = 6,
    NAME_MOST = 16,
    STATE_COLS = 15, /* at most */
    TIME_COLS = 7,
    GAP = 2,
};

/* How wide each part of a cell is; the same for all cells and as long as the language stays. */
struct widths {
    int number, name, state;
    int cell; /* all parts and the blanks between them */
};

static enum glyph state_glyph(uint64_t state)
{
    switch ((enum agent_state)state) {
    case agent_state_ready:
        return GLYPH_GOOD;
    case agent_state_talking:
        return GLYPH_MARK;
    case agent_state_offered:
        return GLYPH_WARN;
    case agent_state_wrapping:
        return GLYPH_CUT;
    case agent_state_holding:
        return GLYPH_MARK;
    case agent_state_missed:
    case agent_state_offline:
    case agent_state_absent:
        return GLYPH_ALARM;
    case agent_state_break:
    case agent_state_out:
    case agent_state_none:
        return GLYPH_INFO;
    }
    return GLYPH_INFO;
}

static enum style state_style(uint64_t state)
{
    switch ((enum agent_state)state) {
    case agent_state_ready:
        return STYLE_GOOD;
    case agent_state_offered:
        return STYLE_WARN;
    case agent_state_holding:
        return STYLE_WARN;
    case agent_state_missed:
    case agent_state_offline:
    case agent_state_absent:
        return STYLE_ALARM;
    case agent_state_talking:
        return STYLE_NORMAL;
    case agent_state_wrapping:
        return STYLE_LABEL;
    case agent_state_break:
    case agent_state_out:
    case agent_state_none:
        return STYLE_DIM;
    }
    return STYLE_NORMAL;
}

/* It lasts longer than allowed (R42). */
static bool is_over(const struct wall *wall, const struct rec_agent_item *agent)
{
    return agent->limit_ms && wall_now_ms(wall) > agent->limit_ms;
}

/* "talking", "break: meal"; who has just signed in is on a break that says so by itself. */
static void state_text(uint64_t state, uint64_t reason, char *out, size_t cap)
{
    const char *why = word_text(VOCABULARY_break_reason, reason);
    const char *word = word_text(VOCABULARY_agent_state, state);
    if (state != agent_state_break || !why[0])
        snprintf(out, cap, "%s", word);
    else if (reason == break_reason_start)
        snprintf(out, cap, "%s", why);
    else
        snprintf(out, cap, _("%s: %s"), word, why);
}

static int wider(int cols, const char *text)
{
    int width = text_width(slice_of(text));
    return width > cols ? width : cols;
}

static int state_cols(void)
{
    int cols = 0;
    char text[TEXT];
    for (uint64_t state = 1; state < FIGURES_STATES; state++) {
        state_text(state, 0, text, sizeof text);
        cols = wider(cols, text);
    }
    const struct vocabulary *reasons = vocabulary_of(VOCABULARY_break_reason);
    for (size_t i = 0; i < reasons->n; i++) {
        state_text(agent_state_break, reasons->words[i].number, text, sizeof text);
        cols = wider(cols, text);
    }
    return cols < STATE_COLS ? cols : STATE_COLS;
}

static void cell_sum(struct widths *widths)
{
    widths->cell = widths->number + 1 + (widths->name ? widths->name + 1 : 0) + 2 + widths->state +
                   1 + TIME_COLS;
}

static struct widths widths_of(const struct rec_agent_item *const *agents, size_t n)
{
    struct widths widths = {NUMBER_COLS, NAME_COLS, state_cols(), 0};
    for (size_t i = 0; i < n; i++) widths.number = wider(widths.number, agents[i]->number.s);
    cell_sum(&widths);
    return widths;
}

static int columns_of(const struct widths *widths, int cols)
{
    int columns = (cols - 1 + GAP) / (widths->cell + GAP);
    return columns > 0 ? columns : 1;
}

static void draw_cell(const struct wall *wall, const struct rec_agent_item *agent,
                      const struct widths *widths, struct grid *grid, int row, int col)
{
    char text[TEXT];
    enum style style = is_over(wall, agent) ? STYLE_ALARM : state_style(agent->state);
    enum style plain = style == STYLE_DIM ? STYLE_DIM : STYLE_NORMAL;
    grid_put_cell(grid, row, col, widths->number, plain, slice_of(agent->number.s), false);
    col += widths->number + 1;
    if (widths->name) {
        struct slice name = wall_name(wall, agent->person);
        grid_put_cell(grid, row, col, widths->name, plain, name, false);
        col += widths->name + 1;
    }
    enum glyph glyph =
        is_over(wall, agent) || agent->asks ? GLYPH_ALARM : state_glyph(agent->state);
    grid_puts(grid, row, col, 1, style, grid_glyph(grid, glyph));
    col += 2;
    if (agent->asks)
        snprintf(text, sizeof text, _("asks: %s"), word_text(VOCABULARY_break_reason, agent->asks));
    else
        state_text(agent->state, agent->reason, text, sizeof text);
    int cols = text_width(slice_of(text));
    if (cols > widths->state) cols = widths->state;
    grid_put_cell(grid, row, col, cols, style, slice_of(text), false);
    col += widths->state + 1;
    time_span(figures_span_ms(agent->since_ms, wall_now_ms(wall)), text, sizeof text);
    grid_put_cell(grid, row, col, TIME_COLS, is_over(wall, agent) ? style : plain, slice_of(text),
                  true);
}

/* One state in the heading: "■ missed a call 1", or without the word, which the cells below say. */
static int state_count(const struct grid *grid, enum agent_state state, uint64_t count, bool worded,
                       char out[TEXT])
{
    const char *glyph = grid_glyph(grid, state_glyph(state));
    if (worded)
        snprintf(out, TEXT, " %s %s %llu ", glyph, word_text(VOCABULARY_agent_state, state),
                 (unsigned long long)count);
    else
        snprintf(out, TEXT, " %s %llu ", glyph, (unsigned long long)count);
    return text_width(slice_of(out));
}

/* "12 agents", who is in which state, and which of them are seen when not all are. Where it is
 * narrow, the last states go without their words. */
static void draw_heading(const struct rec_agent_item *const *agents, struct grid *grid,
                         struct rect row, size_t first, size_t shown, size_t all)
{
    static const enum agent_state order[] = {
        agent_state_offline, agent_state_absent,   agent_state_missed,
        agent_state_offered, agent_state_ready,    agent_state_talking,
        agent_state_holding, agent_state_wrapping, agent_state_break};
    enum { STATES = sizeof order / sizeof *order };
    char text[TEXT];
    uint64_t counts[FIGURES_STATES];
    figures_states(agents, all, counts);
    snprintf(text, sizeof text, ngettext("%zu agent", "%zu agents", all), all);
    int col = row.col + wall_draw_heading(grid, row, text), edge = row.col + row.cols;
    if (shown < all) {
        snprintf(text, sizeof text, " %zu–%zu ", first + 1, first + shown);
        edge -= text_width(slice_of(text)) + 1;
        grid_puts(grid, row.row, edge, row.col + row.cols - edge, STYLE_TITLE, text);
    }
    int least = 0;
    for (int i = 0; i < STATES; i++)
        if (counts[order[i]]) least += state_count(grid, order[i], counts[order[i]], false, text);
    for (int i = 0; i < STATES; i++) {
        uint64_t count = counts[order[i]];
        if (!count) continue;
        least -= state_count(grid, order[i], count, false, text);
        bool fits = col + state_count(grid, order[i], count, true, text) + least <= edge;
        if (!fits) state_count(grid, order[i], count, false, text);
        col += grid_puts(grid, row.row, col, edge - col, state_style(order[i]), text);
    }
}

/* What the columns leave over goes to the names: few agents in few columns show theirs whole. */
static void spread(struct widths *widths, int cols, size_t all, size_t rows)
{
    int columns = columns_of(widths, cols), needed = (int)((all + rows - 1) / rows);
    if (needed < columns) columns = needed;
    if (columns < 1 || !widths->name) return;
    int spare = (cols - 1 + GAP) / columns - GAP - widths->cell;
    int wish = NAME_MOST - widths->name;
    if (spare > 0) widths->name += spare < wish ? spare : wish;
    cell_sum(widths);
}

void wall_draw_agents(const struct wall *wall, struct grid *grid, struct rect rect)
{
    const struct rec_agent_item *agents[WALL_AGENTS_MOST];
    size_t all = wall_agents(wall, wall->by_state, agents);
    struct widths widths = widths_of(agents, all), narrow = widths;
    narrow.name = 0;
    cell_sum(&narrow);
    size_t rows = (size_t)rect.rows - 1;
    /* names give way when without them everybody is seen at once */
    size_t page = rows * (size_t)columns_of(&widths, rect.cols);
    size_t more = rows * (size_t)columns_of(&narrow, rect.cols);
    if (all > page && all <= more) {
        widths = narrow;
        page = more;
    }
    spread(&widths, rect.cols, all, rows);
    struct pager *pager = wall->pager;
    pager->pages = all ? (all + page - 1) / page : 1;
    if (pager->page >= pager->pages) pager->page = pager->pages - 1;
    size_t first = pager->page * page, shown = all - first < page ? all - first : page;
    draw_heading(agents, grid, (struct rect){rect.row, rect.col, 1, rect.cols}, first, shown, all);
    if (!all)
        grid_puts(grid, rect.row + 1, rect.col + 1, rect.cols - 1, STYLE_DIM,
                  _("Nobody is signed in."));
    for (size_t i = 0; i < shown; i++)
        draw_cell(wall, agents[first + i], &widths, grid, rect.row + 1 + (int)(i % rows),
                  rect.col + 1 + (int)(i / rows) * (widths.cell + GAP));
    grid_cursor(grid, rect.row + 1, rect.col);
}
