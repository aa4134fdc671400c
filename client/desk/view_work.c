/* A record being written, with its call above it and the caller's history beside or above it. */
#include <stdio.h>

#include "client/desk/model.h"
#include "client/screen/language.h"
#include "client/screen/wrap.h"
#include "client/seat/flow.h"
#include "common/clock.h"
#include "common/text.h"

enum {
    WIDE = 110,      /* from here on the history stands beside the form */
    NARROW_ROWS = 3, /* of the history above the form */
    FORM_ROWS = 14,  /* of the form beside it: enough to write in */
    LINE_BYTES = 400,
};

/* ---- whether it is safe ---- */

static enum style safety(const struct desk *desk, const struct work *work, enum glyph *glyph,
                         char *out, size_t cap)
{
    bool away = desk->seat->link != LINK_UP;
    char at[CLOCK_TEXT];
    *glyph = GLYPH_GOOD;
    if (work->settled) {
        snprintf(out, cap, "%s", _("settled"));
        return STYLE_GOOD;
    }
    if (!work_is_safe(work)) {
        *glyph = GLYPH_WARN;
        if (away && work->spooled && !work->unkept)
            snprintf(out, cap, "%s", _("kept at this desk, sealed"));
        else if (away && (work->asking || work->settle))
            snprintf(out, cap, "%s", _("waits for the dispatcher"));
        else if (work->settle)
            snprintf(out, cap, "%s", _("registering …"));
        else
            snprintf(out, cap, "%s", work->asking ? _("saving …") : _("not saved yet"));
        return STYLE_WARN;
    }
    if (!work->saved_ms) {
        *glyph = GLYPH_INFO;
        snprintf(out, cap, "%s", work->ticket ? _("saved") : _("nothing typed yet"));
        return STYLE_DIM;
    }
    clock_format_time(work->saved_ms, at, sizeof at);
    snprintf(out, cap, _("saved %s"), at);
    return STYLE_GOOD;
}

static void draw_title(const struct desk *desk, const struct work *work, struct grid *grid,
                       struct rect rect)
{
    char title[LINE_BYTES], safe[120];
    enum glyph glyph;
    const char *page = work->second ? _("   more fields") : "";
    enum style style = safety(desk, work, &glyph, safe, sizeof safe);
    if (work->ticket)
        snprintf(title, sizeof title, _("Ticket %llu   %s%s"), (unsigned long long)work->ticket,
                 word_text(VOCABULARY_ticket_state, work->state), page);
    else
        snprintf(title, sizeof title, "%s%s", _("New record"), page);
    grid_hline(grid, rect.row, rect.col, rect.cols, STYLE_FRAME);
    grid_printf(grid, rect.row, rect.col + 1, rect.cols / 2, STYLE_TITLE, " %s ", title);
    char right[160];
    snprintf(right, sizeof right, " %s %s ", grid_glyph(grid, glyph), safe);
    int cols = text_width(slice_of(right));
    grid_puts(grid, rect.row, rect.col + rect.cols - cols - 1, cols, style, right);
}

/* ---- the call ---- */

static int draw_scripts(const struct desk *desk, struct grid *grid, struct rect rect)
{
    int used = script_draw(desk, grid, rect);
    if (!desk->live.closing) return used;
    grid_printf(grid, rect.row + used, rect.col + 1, rect.cols - 2, STYLE_WARN, "%s %s",
                grid_glyph(grid, GLYPH_WARN),
                _("Let the caller hang up first. F8: hung up   F9: hung up, and next"));
    return used + 1;
}

static void draw_call_line(const struct desk *desk, struct grid *grid, int row, int cols)
{
    const struct live *live = &desk->live;
    const struct rec_call_card *card = live->card;
    char line[LINE_BYTES], span[24], waited[24];
    uint64_t now_ms = seat_now_ms(desk->seat);
    time_span(now_ms > live->since_ms ? now_ms - live->since_ms : 0, span, sizeof span);
    uint64_t wait_ms =
        card->answered_ms > card->arrived_ms ? card->answered_ms - card->arrived_ms : 0;
    time_span(wait_ms, waited, sizeof waited);
    snprintf(line, sizeof line, _("%s %.*s   %s %.*s   %s %s   waited %s"), card->line.s,
             (int)card->line_name.n, card->line_name.p ? card->line_name.p : "",
             word_text(VOCABULARY_channel, card->channel), (int)card->from.n,
             card->from.p ? card->from.p : "", word_text(VOCABULARY_call_state, live->state), span,
             waited);
    grid_puts(grid, row, 1, cols - 2, STYLE_LABEL, line);
}

/* What is unusual about this call and its caller; answers the rows used. */
static int draw_unusual(const struct desk *desk, struct grid *grid, int row, int cols)
{
    const struct rec_call_card *card = desk->live.card;
    char line[LINE_BYTES];
    size_t n = 0;
    if (card->priority == call_priority_emergency || card->priority == call_priority_high)
        n += (size_t)snprintf(line + n, sizeof line - n, "   %s",
                              word_text(VOCABULARY_call_priority, card->priority));
    if (card->marks)
        n += (size_t)snprintf(line + n, sizeof line - n, _("   marked %llu times, last: %s"),
                              (unsigned long long)card->marks,
                              word_text(VOCABULARY_nuisance, card->mark));
    if (card->dialled || card->tries)
        n += (size_t)snprintf(line + n, sizeof line - n, _("   rung by us, attempt %llu"),
                              (unsigned long long)(card->tries ? card->tries : 1));
    if (!n) return 0;
    grid_printf(grid, row, 1, cols - 2, STYLE_WARN, "%s%s", grid_glyph(grid, GLYPH_WARN), line + 2);
    return 1;
}

/* Scripts, line, caller, note of the one who passed it on; answers the rows used. */
static int draw_call(const struct desk *desk, struct grid *grid, struct rect rect)
{
    const struct rec_call_card *card = desk->live.card;
    if (!card) {
        grid_puts(grid, rect.row, rect.col + 1, rect.cols - 2, STYLE_DIM, _("Asking …"));
        return 1;
    }
    int used = draw_scripts(desk, grid, rect);
    draw_call_line(desk, grid, rect.row + used++, rect.cols);
    used += draw_unusual(desk, grid, rect.row + used, rect.cols);
    if (card->note.n && strcmp(card->note_by.s, desk->seat->me.number.s) != 0) {
        int cols =
            grid_printf(grid, rect.row + used, rect.col + 1, rect.cols - 2, STYLE_WARN,
                        _("%s %s passes on: "), grid_glyph(grid, GLYPH_INFO), card->note_by.s);
        struct rect note = {rect.row + used, rect.col + 1 + cols, 2, rect.cols - 2 - cols};
        used += grid_put_wrapped(grid, note, STYLE_NORMAL, card->note);
    }
    return used;
}

/* ---- the caller ---- */

/* What is written in this very call stands in the form, not among the caller's history. */
static bool is_earlier(const struct desk *desk, const struct rec_ticket_item *item)
{
    const struct work *work = works_by_ticket(desk, item->ticket);
    return !work || work->call != desk->live.call;
}

static size_t count_earlier(const struct desk *desk)
{
    const struct rec_call_card *card = desk->live.card;
    const struct rec_ticket_item *tickets = card->tickets.items;
    size_t n = 0;
    for (size_t i = 0; i < card->tickets.n; i++) n += is_earlier(desk, &tickets[i]);
    return n;
}

static void flow_ticket(struct flow *flow, const struct desk *desk,
                        const struct rec_ticket_item *item)
{
    char due[32] = "";
    struct slice about = item->matter.n ? item->matter : item->subject;
    if (item->due_ms) time_short(item->due_ms, seat_now_ms(desk->seat), due, sizeof due);
    bool open = item->state != ticket_state_archived && item->state != ticket_state_rejected;
    flow_print(
        flow, open ? STYLE_NORMAL : STYLE_DIM, "%s%llu %s %s %s  %.*s", item->overdue ? "! " : "",
        (unsigned long long)item->ticket, word_text(VOCABULARY_ticket_state, item->state),
        word_text(VOCABULARY_ticket_type, item->type), due, (int)about.n, about.p ? about.p : "");
}

static void draw_history(const struct desk *desk, struct grid *grid, struct rect rect, bool whole)
{
    const struct rec_call_card *card = desk->live.card;
    struct flow flow = flow_start(grid, rect, 0, 10);
    const struct rec_ticket_item *tickets = card->tickets.items;
    const struct rec_call_item *calls = card->calls.items;
    flow_print(&flow, STYLE_LABEL, _("This caller: earlier calls %llu, tickets %zu"),
               (unsigned long long)card->calls_count, count_earlier(desk));
    for (size_t i = 0; i < card->tickets.n; i++)
        if (is_earlier(desk, &tickets[i])) flow_ticket(&flow, desk, &tickets[i]);
    if (whole) {
        for (size_t i = 0; i < card->calls.n; i++) {
            char at[32];
            time_short(calls[i].arrived_ms, seat_now_ms(desk->seat), at, sizeof at);
            flow_print(&flow, STYLE_DIM, "%s %s %s %s", at, calls[i].line.s,
                       word_text(VOCABULARY_call_state, calls[i].state), calls[i].agent.s);
        }
        script_prompts(desk, &flow);
    }
    flow_end(&flow);
}

/* ---- what helps while writing ---- */

/* R21, and that such a matter is guarded (R11). Answers whether there is something. */
static bool draw_guide(const struct desk *desk, const struct work *work, struct flow *flow)
{
    uint64_t subject = form_pick(work->form, RECORD_SUBJECT);
    const char *guide = catalog_guide(desk->catalog, subject);
    enum secrecy secrecy = catalog_secrecy(desk->catalog, subject);
    if (secrecy > secrecy_normal)
        flow_print(flow, STYLE_WARN, "%s %s", grid_glyph(flow->grid, GLYPH_SECRET),
                   word_text(VOCABULARY_secrecy, secrecy));
    if (guide[0]) flow_text(flow, STYLE_SCRIPT, slice_of(guide));
    return guide[0] || secrecy > secrecy_normal;
}

/* In a narrow window one thing at a time: what the field with the focus is about. */
static int draw_help(const struct desk *desk, const struct work *work, struct grid *grid,
                     struct rect rect)
{
    int focus = form_focus(work->form);
    bool guide = !work->second && (focus == RECORD_SUBJECT || focus == RECORD_UNIT);
    struct flow flow = flow_start(grid, rect, 0, 10);
    if (guide && draw_guide(desk, work, &flow)) return flow_end(&flow), flow.row;
    similar_draw(work->similar, &flow);
    flow_end(&flow);
    return flow.row;
}

/* The second page, and what must not be overlooked of it on the first. */
static void draw_page(const struct desk *desk, const struct work *work, struct grid *grid,
                      struct rect rect)
{
    bool focused = !dialogs_current(desk->dialogs);
    char summary[300];
    if (work->second) {
        form_draw(work->more->form, grid, rect, focused);
        return;
    }
    more_summary(work->more, summary, sizeof summary);
    if (summary[0] && rect.rows > 9) {
        rect.rows--;
        grid_printf(grid, rect.row + rect.rows, rect.col + 1, rect.cols - 2, STYLE_WARN,
                    "%s F10: %s", grid_glyph(grid, GLYPH_MARK), summary);
    }
    form_draw(work->form, grid, rect, focused);
}

/* ---- the whole ---- */

static int narrow_history_rows(const struct desk *desk, int room)
{
    int rows = 1 + (int)count_earlier(desk);
    if (rows > NARROW_ROWS) rows = NARROW_ROWS;
    return rows < room ? rows : room;
}

/* Guide, similar tickets, the caller's history; answers the columns that are left for the form. */
static int draw_beside(const struct desk *desk, const struct work *work, struct grid *grid,
                       struct rect body, bool in_call)
{
    int cols = body.cols * 3 / 5;
    struct rect side = {body.row + 1, body.col + cols + 1, body.rows - 1, body.cols - cols - 2};
    struct flow flow = flow_start(grid, side, 0, 10);
    if (draw_guide(desk, work, &flow)) flow_gap(&flow);
    similar_draw(work->similar, &flow);
    if (similar_count(work->similar)) flow_gap(&flow);
    bool used = flow.row > 0;
    flow_end(&flow);
    int rows = flow.row < side.rows ? flow.row : side.rows;
    side.row += rows;
    side.rows -= rows;
    if (in_call && side.rows > 0) draw_history(desk, grid, side, true);
    return used || in_call ? cols : body.cols;
}

void view_work(const struct desk *desk, struct grid *grid, struct rect rect)
{
    const struct work *work = desk->current;
    if (!work) return;
    bool in_call = work->call && work->call == desk->live.call;
    bool wide = rect.cols >= WIDE;
    int top = 0;
    if (in_call) top = draw_call(desk, grid, rect);
    if (!wide) {
        int spare = rect.rows - top - 1 - FORM_ROWS;
        int rows = spare < 1 ? 1 : spare > NARROW_ROWS ? NARROW_ROWS : spare;
        struct rect above = {rect.row + top, rect.col + 1, rows, rect.cols - 2};
        int used = draw_help(desk, work, grid, above);
        if (!used && in_call && desk->live.card) {
            above.rows = used = narrow_history_rows(desk, rows);
            draw_history(desk, grid, above, false);
        }
        top += used < rows ? used : rows;
    }
    struct rect body = {rect.row + top, rect.col, rect.rows - top, rect.cols};
    if (wide) body.cols = draw_beside(desk, work, grid, body, in_call && desk->live.card);
    draw_title(desk, work, grid, body);
    struct rect form = {body.row + 1, body.col, body.rows - 1, body.cols};
    draw_page(desk, work, grid, form);
}
