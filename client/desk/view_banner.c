/* What stands above everything and never takes the cursor: what the telephone asks for, the contact
 * to be rung, what everybody is to know. */
#include <stdio.h>

#include "client/desk/model.h"
#include "client/screen/language.h"

enum {
    CALL_ROWS = 3,
    CONTACT_ROWS = 1,
    NEWS_ROWS = 3, /* in a high window */
    HIGH = 32,
    LINE_BYTES = 400,
};

/* ---- the call ---- */

/* The other agent's number, or the number outside, as far as it is known. */
static const char *other_of(const struct live *live, char *out, size_t cap)
{
    const struct rec_call_card *card = live->card;
    out[0] = 0;
    if (!card) return out;
    if (live->part == PART_SECOND)
        snprintf(out, cap, "%s", card->agent.s);
    else if (card->outside)
        snprintf(out, cap, "%.*s", (int)card->number.n, card->number.p ? card->number.p : "");
    else
        snprintf(out, cap, "%s", card->second.s);
    return out;
}

/* What goes on, and the keys for it, which may be cut off: the bar has them too. */
struct title {
    const char *what; /* NULL: no banner */
    const char *keys;
};

static struct title title_of_agent(const struct live *live)
{
    switch ((int)live->state) {
    case call_state_offered:
        return (struct title){_("A call rings. F4: answer"), ""};
    case call_state_recalled:
        return (struct title){_("A promised callback. F4: ring the caller"), ""};
    case call_state_joining:
        return (struct title){_("The caller is handed over to you. F4: we are talking"), ""};
    case call_state_dialing:
        return (struct title){_("It rings there"), _("F4: reached   F8: not reached")};
    case call_state_asking:
        if (live->outside)
            return (struct title){_("Asking outside; the caller holds"),
                                  _("F4: answered   F8: not reached   F11: take back")};
        return (struct title){_("Asking; the caller holds"), _("F11: take back")};
    case call_state_consulting:
        return (struct title){_("You consult; the caller holds"),
                              _("F7: hand over   Alt-j: three-way   F11: take back")};
    case call_state_conference:
        return (struct title){_("All three talk"), _("F7: leave it to them")};
    case call_state_held:
        return (struct title){_("The caller is on hold"), _("F11: back to the caller")};
    default:
        return (struct title){NULL, ""};
    }
}

static struct title title_of_second(const struct live *live)
{
    switch ((int)live->state) {
    case call_state_asking:
        return (struct title){_("You are asked for help. F4: answer"), ""};
    case call_state_consulting:
        return (struct title){_("You are asked; the caller holds"), _("F7: leave")};
    case call_state_conference:
        return (struct title){_("All three talk"), _("F7: leave")};
    default:
        return (struct title){NULL, ""};
    }
}

static struct title title_of(const struct desk *desk)
{
    const struct live *live = &desk->live;
    bool known = live->call && !live->unknown;
    if (known && live->part == PART_AGENT) return title_of_agent(live);
    if (known && live->part == PART_SECOND) return title_of_second(live);
    if (known && live->state == call_state_outside)
        return (struct title){_("Passed outside"), _("F4: both are talking   F8: not reached")};
    return (struct title){NULL, ""};
}

static bool is_urgent(const struct desk *desk)
{
    const struct live *live = &desk->live;
    return call_rings(desk) || live->state == call_state_joining ||
           live->state == call_state_dialing || live->state == call_state_outside;
}

/* Three blanks and the text; nothing for none. */
static int put_part(struct grid *grid, struct rect rect, int used, enum style style,
                    const char *text)
{
    if (!text[0]) return used;
    return used +
           grid_printf(grid, rect.row, rect.col + used, rect.cols - used, style, "   %s", text);
}

static void draw_title(const struct desk *desk, struct grid *grid, struct rect rect,
                       enum style style)
{
    const struct live *live = &desk->live;
    struct title title = title_of(desk);
    char clock[24] = "", other[LIMIT_PHONE + 1];
    uint64_t now_ms = seat_now_ms(desk->seat);
    if (live->until_ms > now_ms)
        time_span(live->until_ms - now_ms, clock, sizeof clock);
    else if (call_on_hold(desk) && now_ms > live->since_ms)
        time_span(now_ms - live->since_ms, clock, sizeof clock);
    int used =
        grid_printf(grid, rect.row, rect.col, rect.cols, style, " %s %s",
                    grid_glyph(grid, style == STYLE_ALARM ? GLYPH_ALARM : GLYPH_WARN), title.what);
    used = put_part(grid, rect, used, style, other_of(live, other, sizeof other));
    used = put_part(grid, rect, used, style, clock);
    put_part(grid, rect, used, style, title.keys);
}

static void draw_call(const struct desk *desk, struct grid *grid, struct rect rect)
{
    const struct rec_call_card *card = desk->live.card;
    enum style style = is_urgent(desk) ? STYLE_ALARM : STYLE_WARN;
    char line[LINE_BYTES];
    if (style == STYLE_ALARM) grid_fill(grid, rect, style);
    draw_title(desk, grid, rect, style);
    if (!card || rect.rows < CALL_ROWS) return;
    bool rung = desk->live.state == call_state_dialing || desk->live.state == call_state_recalled;
    struct slice number = rung && card->number.n ? card->number : card->from;
    snprintf(line, sizeof line, "   %s %.*s   %.*s   %s", card->line.s, (int)card->line_name.n,
             card->line_name.p ? card->line_name.p : "", (int)number.n, number.p ? number.p : "",
             word_text(VOCABULARY_channel, card->channel));
    grid_puts(grid, rect.row + 1, rect.col, rect.cols, style, line);
    if (card->note.n) {
        int used = grid_printf(grid, rect.row + 2, rect.col, rect.cols, style, _("   %s: "),
                               card->note_by.s);
        grid_put_cell(grid, rect.row + 2, rect.col + used, rect.cols - used, style, card->note,
                      false);
    } else if (card->calls_count || card->tickets.n) {
        grid_printf(grid, rect.row + 2, rect.col, rect.cols, style,
                    _("   earlier calls %llu, tickets %zu"), (unsigned long long)card->calls_count,
                    card->tickets.n);
    }
}

/* ---- the contact ---- */

static bool shows_contact(const struct desk *desk)
{
    return desk->contact.id && !title_of(desk).what;
}

static void draw_contact(const struct desk *desk, struct grid *grid, struct rect rect)
{
    const struct rec_contact_card *card = desk->contact.card;
    char line[LINE_BYTES];
    if (!card) return;
    snprintf(line, sizeof line, _(" %s %.*s: %.*s %.*s   Alt-d: dial   Alt-o: what came of it"),
             grid_glyph(grid, GLYPH_MARK), (int)card->list_name.n,
             card->list_name.p ? card->list_name.p : "", (int)card->name.n,
             card->name.p ? card->name.p : "", (int)card->phone.n,
             card->phone.p ? card->phone.p : "");
    grid_puts(grid, rect.row, rect.col, rect.cols, STYLE_LABEL, line);
}

/* ---- all of it ---- */

static int call_rows(const struct desk *desk)
{
    if (!title_of(desk).what) return 0;
    /* beside its record the rest is said already */
    bool told = call_is_mine(desk) && desk->view == VIEW_WORK && desk->current &&
                desk->current->call == desk->live.call;
    return told ? 1 : CALL_ROWS;
}

static int news_rows(const struct desk *desk, struct rect rect)
{
    int n = news_count(&desk->news), most = rect.rows >= HIGH ? NEWS_ROWS : 1;
    return n < most ? n : most;
}

int banner_rows(const struct desk *desk, struct rect rect)
{
    int rows = call_rows(desk) + news_rows(desk, rect);
    if (shows_contact(desk)) rows += CONTACT_ROWS;
    return rect.rows > rows * 3 ? rows : rect.rows > CALL_ROWS * 3 ? call_rows(desk) : 0;
}

void banner_draw(const struct desk *desk, struct grid *grid, struct rect rect)
{
    struct rect part = rect;
    part.rows = call_rows(desk);
    if (part.rows) draw_call(desk, grid, part);
    part.row += part.rows;
    part.rows = CONTACT_ROWS;
    if (shows_contact(desk) && part.row < rect.row + rect.rows) {
        draw_contact(desk, grid, part);
        part.row += part.rows;
    }
    part.rows = rect.row + rect.rows - part.row;
    if (part.rows > 0) news_draw(desk, grid, part);
}
