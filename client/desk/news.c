#include "client/desk/news.h"

#include <stdio.h>

#include "client/desk/model.h"
#include "client/screen/language.h"
#include "client/seat/copy.h"
#include "client/seat/flow.h"
#include "common/text.h"

enum {
    PART_BYTES = 512 * 1024,
    ALERT_BYTES = 512 * 1024,
    LINE_BYTES = 700,
    POPUP_COLS = 76,
    LINE_ROWS = 10
};

void news_init(struct desk *desk)
{
    struct news *news = &desk->news;
    for (int i = 0; i < NEWS_PARTS_N; i++) {
        news->parts[i].desk = desk;
        arena_init(&news->parts[i].arena, PART_BYTES);
    }
    arena_init(&news->alert_arena, ALERT_BYTES);
}

void news_fini(struct news *news)
{
    for (int i = 0; i < NEWS_PARTS_N; i++) arena_fini(&news->parts[i].arena);
    arena_fini(&news->alert_arena);
}

/* ---- asking ---- */

static enum request request_of(int part)
{
    static const enum request requests[] = {
#define P(name, request, page) request_##request,
        NEWS_PARTS(P)
#undef P
    };
    return requests[part];
}

static void ask_part(struct news_part *part);

static void on_part(void *ctx, const struct link_answer *answer)
{
    struct news_part *part = ctx;
    struct news *news = &part->desk->news;
    part->asking = false;
    bool good = answer->err == ERR_OK && answer->reject == REJECT_OK;
    if (good) {
        arena_reset(&part->arena);
        part->page = answer_copy(request_of((int)(part - news->parts)), answer->body, &part->arena);
    }
    if (!part->again) return;
    part->again = false;
    if (good) ask_part(part);
}

/* Lists are answered by readers: not older than what was heard of. */
static void ask_part(struct news_part *part)
{
    struct desk *desk = part->desk;
    uint64_t known = desk->seat->head;
    const struct req_alert_list alerts = {.known = known};
    const struct req_notice_list notices = {.known = known};
    const struct req_burst_list bursts = {.known = known};
    static const struct req_surge_show surge;
    const void *const bodies[NEWS_PARTS_N] = {[NEWS_ALERTS] = &alerts,
                                              [NEWS_NOTICES] = &notices,
                                              [NEWS_BURSTS] = &bursts,
                                              [NEWS_SURGE] = &surge};
    part->again = part->asking;
    if (part->asking || desk->seat->stage != SEAT_IN) return;
    int id = (int)(part - desk->news.parts);
    part->asking = seat_ask(desk->seat, request_of(id), bodies[id], false, on_part, part);
}

void news_load(struct desk *desk)
{
    for (int i = 0; i < NEWS_PARTS_N; i++) ask_part(&desk->news.parts[i]);
}

void news_facts(struct desk *desk, const struct fact *fact)
{
    struct news_part *parts = desk->news.parts;
    uint64_t type = fact->type;
    bool relayed = type == fact_type_alert_relayed;
    if (type == fact_type_notice_put) ask_part(&parts[NEWS_NOTICES]);
    if (type == fact_type_surge_moved) ask_part(&parts[NEWS_SURGE]);
    if (type == fact_type_burst_seen || type == fact_type_burst_moved)
        ask_part(&parts[NEWS_BURSTS]);
    if (!relayed || fact->body.alert_relayed.person != desk->person) return;
    ask_part(&parts[NEWS_ALERTS]);
    if (fact->body.alert_relayed.state == relay_state_told)
        desk->seat->port.ring(desk->seat->port.ctx);
}

/* ---- alerts ---- */

uint64_t news_alert(const struct news *news)
{
    const struct rec_alert_page *page = news->parts[NEWS_ALERTS].page;
    const struct rec_alert_item *rows = page ? page->rows.items : NULL;
    for (size_t i = 0; page && i < page->rows.n; i++)
        if (rows[i].mine && rows[i].state == alert_state_open) return rows[i].alert;
    return 0;
}

static void on_alert(void *ctx, const struct link_answer *answer)
{
    struct desk *desk = ctx;
    struct news *news = &desk->news;
    if (!seat_good(desk->seat, answer)) return;
    arena_reset(&news->alert_arena);
    news->alert = answer_copy(request_alert_show, answer->body, &news->alert_arena);
    struct dialog *dialog =
        news->alert ? dialogs_find(desk->dialogs, &dialog_acknowledge, news->alert->alert) : NULL;
    if (dialog) ask_lead(desk, dialog);
}

void news_acknowledge(struct desk *desk)
{
    struct req_alert_show show = {.alert = news_alert(&desk->news)};
    if (!show.alert) return;
    ask_open(desk, &dialog_acknowledge, show.alert);
    seat_ask(desk->seat, request_alert_show, &show, false, on_alert, desk);
}

void news_acknowledged(struct desk *desk, uint64_t alert)
{
    struct rec_alert_page *page = (struct rec_alert_page *)desk->news.parts[NEWS_ALERTS].page;
    struct rec_alert_item *rows = page ? (struct rec_alert_item *)page->rows.items : NULL;
    for (size_t i = 0; page && i < page->rows.n; i++)
        if (rows[i].alert == alert) rows[i].mine = 0;
    ask_part(&desk->news.parts[NEWS_ALERTS]);
}

/* "Where: …" on a line of its own; nothing when there is nothing. */
static size_t add_field(char *out, size_t cap, size_t n, const char *label, struct slice text)
{
    if (!text.n || n + 1 >= cap) return n;
    if (n) n += (size_t)snprintf(out + n, cap - n, "\n");
    int cols = (int)text.n;
    int more = label[0] ? snprintf(out + n, cap - n, _("%s: %.*s"), label, cols, text.p)
                        : snprintf(out + n, cap - n, "%.*s", cols, text.p);
    n += (size_t)more;
    return n < cap ? n : cap - 1;
}

void news_alert_text(const struct news *news, uint64_t alert, char *out, size_t cap)
{
    const struct rec_alert_card *card = news->alert;
    if (!card || card->alert != alert) return;
    char by[LIMIT_CODE + 80];
    snprintf(by, sizeof by, "%s · %s", word_text(VOCABULARY_alert_kind, card->kind), card->by.s);
    size_t n = add_field(out, cap, 0, "", slice_of(by));
    n = add_field(out, cap, n, "", card->what);
    n = add_field(out, cap, n, _("Where it is"), card->place);
    n = add_field(out, cap, n, _("Who is hurt"), card->people);
    n = add_field(out, cap, n, _("Whom to reach"), card->contact);
    add_field(out, cap, n, _("Help asked for"), card->asked);
}

/* ---- lines ---- */

struct news_line {
    enum style style;
    enum glyph glyph;
    char text[LINE_BYTES];
};

static int cut(struct slice text)
{
    return (int)text_fit_bytes(text, LINE_BYTES / 2);
}

static void alert_line(const struct news *news, struct news_line *out)
{
    const struct rec_alert_page *page = news->parts[NEWS_ALERTS].page;
    const struct rec_alert_item *rows = page->rows.items;
    size_t i = 0;
    while (rows[i].alert != news_alert(news)) i++;
    out->style = STYLE_ALARM;
    out->glyph = GLYPH_ALARM;
    snprintf(out->text, sizeof out->text, _("ALERT (%s): %.*s   Alt-z: read and acknowledge"),
             word_text(VOCABULARY_alert_kind, rows[i].kind), cut(rows[i].what),
             rows[i].what.p ? rows[i].what.p : "");
}

static void notice_line(const struct rec_notice_item *row, struct news_line *out)
{
    out->style = row->outage ? STYLE_ALARM : STYLE_WARN;
    out->glyph = row->outage ? GLYPH_ALARM : GLYPH_WARN;
    snprintf(out->text, sizeof out->text, row->outage ? _("OUTAGE: %.*s") : _("Notice: %.*s"),
             cut(row->body), row->body.p ? row->body.p : "");
}

static void surge_line(const struct rec_surge *surge, struct news_line *out)
{
    out->style = STYLE_WARN;
    out->glyph = GLYPH_WARN;
    snprintf(out->text, sizeof out->text, _("Surge mode: %.*s"), cut(surge->reason),
             surge->reason.p ? surge->reason.p : "");
}

static void burst_line(const struct desk *desk, const struct rec_burst_item *row,
                       struct news_line *out)
{
    uint64_t article = catalog_id(desk->catalog, CATALOG_ARTICLES, row->article.s);
    const char *name = catalog_name(desk->catalog, CATALOG_ARTICLES, article);
    bool pinned = row->answer.n || row->article.s[0];
    out->style = STYLE_WARN;
    out->glyph = GLYPH_WARN;
    int n = snprintf(out->text, sizeof out->text, _("Many ask: %.*s %.*s (%llu)"),
                     cut(row->subject_name), row->subject_name.p ? row->subject_name.p : "",
                     cut(row->area), row->area.p ? row->area.p : "", (unsigned long long)row->n);
    if (!pinned || n < 0 || (size_t)n >= sizeof out->text) return;
    snprintf(out->text + n, sizeof out->text - (size_t)n, _("   Say: %.*s%s%s %s"),
             cut(row->answer), row->answer.p ? row->answer.p : "", row->answer.n ? " " : "",
             row->article.s, name);
}

/* The nth line, the most important first; false: there are not so many. */
static bool nth_line(const struct desk *desk, int nth, struct news_line *out)
{
    const struct news *news = &desk->news;
    const struct rec_notice_page *notices = news->parts[NEWS_NOTICES].page;
    const struct rec_surge *surge = news->parts[NEWS_SURGE].page;
    const struct rec_burst_page *bursts = news->parts[NEWS_BURSTS].page;
    if (news_alert(news) && nth-- == 0) return alert_line(news, out), true;
    for (int outage = 1; outage >= 0; outage--)
        for (size_t i = 0; notices && i < notices->rows.n; i++) {
            const struct rec_notice_item *row = (const struct rec_notice_item *)notices->rows.items;
            if (row[i].over || (int)row[i].outage != outage) continue;
            if (nth-- == 0) return notice_line(&row[i], out), true;
        }
    for (size_t i = 0; bursts && i < bursts->rows.n; i++) {
        const struct rec_burst_item *row = (const struct rec_burst_item *)bursts->rows.items;
        if (row[i].state != burst_state_live) continue;
        if (nth-- == 0) return burst_line(desk, &row[i], out), true;
    }
    if (surge && surge->on && nth-- == 0) return surge_line(surge, out), true;
    return false;
}

int news_count(const struct news *news)
{
    struct news_line line;
    int n = 0;
    if (!news->parts[0].desk) return 0;
    while (nth_line(news->parts[0].desk, n, &line)) n++;
    return n;
}

void news_draw(const struct desk *desk, struct grid *grid, struct rect rect)
{
    struct news_line line;
    int n = news_count(&desk->news);
    for (int i = 0; i < rect.rows && nth_line(desk, i, &line); i++) {
        char text[LINE_BYTES + 80], more[60] = "";
        if (i + 1 == rect.rows && n > rect.rows)
            snprintf(more, sizeof more, _(" (+%d: Alt-n)"), n - rect.rows);
        struct rect row = {rect.row + i, rect.col, 1, rect.cols};
        int cols = rect.cols - text_width(slice_of(more)) - 1;
        snprintf(text, sizeof text, " %s %s", grid_glyph(grid, line.glyph), line.text);
        grid_fill(grid, row, line.style);
        grid_put_cell(grid, row.row, row.col, cols, line.style, slice_of(text), false);
        grid_puts(grid, row.row, row.col + cols, rect.cols - cols, line.style, more);
    }
}

/* ---- the popup ---- */

void news_draw_popup(const struct desk *desk, struct grid *grid)
{
    if (!desk->news.open) return;
    struct news_line line;
    int cols = grid->cols - 2 < POPUP_COLS ? grid->cols - 2 : POPUP_COLS;
    struct rect in = grid_popup(grid, grid->rows - 6, cols, _("What everybody is to know"));
    struct rect body = {in.row, in.col + 1, in.rows - 1, in.cols - 2};
    struct flow flow = flow_start(grid, body, desk->news.top, 10);
    for (int i = 0; nth_line(desk, i, &line); i++) {
        char text[LINE_BYTES + 80];
        if (i) flow_gap(&flow);
        snprintf(text, sizeof text, "%s %s", grid_glyph(grid, line.glyph), line.text);
        flow_text(&flow, STYLE_POPUP, slice_of(text));
    }
    flow_end(&flow);
    grid_puts(grid, in.row + in.rows - 1, in.col + 1, in.cols - 2, STYLE_POPUP_TITLE,
              _("Up, Down   Esc Back"));
}

bool news_key(struct desk *desk, const struct key *key)
{
    struct news *news = &desk->news;
    if (!news->open || key->kind != KEYS_NAMED) return false;
    if (key->name == K_ESC) {
        news->open = false;
        news->top = 0;
    } else if (key->name == K_DOWN) {
        news->top += news->top < news_count(news) * LINE_ROWS;
    } else if (key->name == K_UP) {
        news->top -= news->top > 0;
    } else {
        return false;
    }
    return true;
}
