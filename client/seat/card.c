#include "client/seat/card.h"

#include <stdio.h>
#include <stdlib.h>

#include "client/screen/language.h"
#include "client/seat/copy.h"
#include "client/seat/flow.h"
#include "client/seat/words.h"

enum {
    CARD_BYTES = 4 * 1024 * 1024,
    STEPS = 1000, /* nobody reads more of them on a screen */
    LABEL_COLS = 14,
    WIDE = 110,
};

/* The ledger, page by page. */
struct steps {
    struct arena arena;
    struct rec_history_item *items; /* in the system's memory */
    size_t n;
};

struct card {
    struct seat *seat;
    uint64_t ticket; /* 0: none */
    const struct rec_ticket_card *shown;
    struct steps steps, coming; /* coming: while its pages are being fetched */
    const struct rec_caller_words *revealed;
    struct arena shown_arena, revealed_arena;
    bool denied; /* gone from this person's sight */
    bool again;  /* changed while a question was under way */
    bool busy;
    int top, side_top, rows;
};

struct card *card_new(struct seat *seat)
{
    struct card *card = calloc(1, sizeof *card);
    if (!card) return NULL;
    card->seat = seat;
    arena_init(&card->shown_arena, CARD_BYTES);
    arena_init(&card->steps.arena, CARD_BYTES);
    arena_init(&card->coming.arena, CARD_BYTES);
    arena_init(&card->revealed_arena, CARD_BYTES);
    return card;
}

static void steps_clear(struct steps *steps)
{
    arena_reset(&steps->arena);
    free(steps->items);
    steps->items = NULL;
    steps->n = 0;
}

void card_free(struct card **card)
{
    if (!*card) return;
    steps_clear(&(*card)->steps);
    steps_clear(&(*card)->coming);
    arena_fini(&(*card)->steps.arena);
    arena_fini(&(*card)->coming.arena);
    arena_fini(&(*card)->shown_arena);
    arena_fini(&(*card)->revealed_arena);
    free(*card);
    *card = NULL;
}

void card_close(struct card *card)
{
    card->ticket = 0;
    card->shown = NULL;
    card->denied = false;
    card->revealed = NULL;
    card->top = card->side_top = 0;
    arena_reset(&card->shown_arena);
    arena_reset(&card->revealed_arena);
    steps_clear(&card->steps);
    steps_clear(&card->coming);
}

uint64_t card_ticket(const struct card *card)
{
    return card->ticket;
}

const struct rec_ticket_card *card_shown(const struct card *card)
{
    return card->shown;
}

bool card_allows(const struct card *card, enum ticket_event event)
{
    return card->shown && (card->shown->events >> event & 1);
}

void card_reveal(struct card *card, const struct rec_caller_words *words)
{
    arena_reset(&card->revealed_arena);
    card->revealed = answer_copy(request_ticket_reveal, words, &card->revealed_arena);
}

bool card_revealed(const struct card *card)
{
    return card->revealed != NULL;
}

/* ---- asking ---- */

static void ask_steps(struct card *card, uint64_t after);

static bool steps_take(struct steps *steps, const struct rec_history_page *page)
{
    const struct rec_history_page *copy = answer_copy(request_ticket_history, page, &steps->arena);
    if (!copy) return false;
    struct rec_history_item *items =
        realloc(steps->items, (steps->n + copy->rows.n + 1) * sizeof *items);
    if (!items) return false;
    steps->items = items;
    if (copy->rows.n) memcpy(items + steps->n, copy->rows.items, copy->rows.n * sizeof *items);
    steps->n += copy->rows.n;
    return true;
}

/* A page may be short, or empty, while there are more of them. */
static void on_steps(void *ctx, const struct link_answer *answer)
{
    struct card *card = ctx;
    card->busy = false;
    if (card->again) {
        card_reload(card);
        return;
    }
    const struct rec_history_page *page = answer->body;
    if (!card->ticket || !seat_good(card->seat, answer) || !steps_take(&card->coming, page)) return;
    if (page->next && card->coming.n < STEPS) {
        ask_steps(card, page->next);
        return;
    }
    struct steps old = card->steps;
    card->steps = card->coming;
    card->coming = old;
}

static void ask_steps(struct card *card, uint64_t after)
{
    struct req_ticket_history history = {
        .ticket = card->ticket, .after = after, .known = card->seat->head};
    if (!after) steps_clear(&card->coming);
    card->busy = seat_ask(card->seat, request_ticket_history, &history, false, on_steps, card);
}

/* It went to others, who keep what was said to themselves. */
static void hide(struct card *card)
{
    uint64_t ticket = card->ticket;
    card_close(card);
    card->ticket = ticket;
    card->denied = true;
}

static void on_show(void *ctx, const struct link_answer *answer)
{
    struct card *card = ctx;
    const struct rec_ticket_card *shown = answer->body;
    card->busy = false;
    if (card->again || !card->ticket) {
        card->again = false;
        if (card->ticket) card_reload(card);
        return;
    }
    if (answer->err == ERR_OK && answer->reject == REJECT_DENIED) hide(card);
    if (!seat_good(card->seat, answer) || shown->ticket != card->ticket) return;
    arena_reset(&card->shown_arena);
    card->shown = answer_copy(request_ticket_show, shown, &card->shown_arena);
    card->denied = false;
    ask_steps(card, 0);
}

void card_reload(struct card *card)
{
    card->again = card->busy;
    if (card->busy || !card->ticket) return;
    struct req_ticket_show show = {.ticket = card->ticket};
    card->busy = seat_ask(card->seat, request_ticket_show, &show, false, on_show, card);
}

void card_open(struct card *card, uint64_t ticket)
{
    card_close(card);
    card->ticket = ticket;
    card_reload(card);
}

void card_fact(struct card *card, const struct fact *fact)
{
    uint64_t ticket = fact_ticket(fact);
    if (ticket && ticket == card->ticket) card_reload(card);
}

bool card_key(struct card *card, const struct key *key)
{
    if (key->kind != KEYS_NAMED) return false;
    int page = card->rows > 2 ? card->rows - 1 : 1;
    int by = key->name == K_UP          ? -1
             : key->name == K_DOWN      ? 1
             : key->name == K_PAGE_UP   ? -page
             : key->name == K_PAGE_DOWN ? page
             : key->name == K_HOME      ? -100000
             : key->name == K_END       ? 100000
                                        : 0;
    if (!by) return false;
    card->top = card->top + by < 0 ? 0 : card->top + by;
    card->side_top = card->side_top + by < 0 ? 0 : card->side_top + by;
    return true;
}

/* ---- drawing ---- */

static void field_time(struct flow *flow, const struct card *card, const char *label, uint64_t at)
{
    char text[32];
    flow_field(flow, label, slice_of(time_short(at, seat_now_ms(card->seat), text, sizeof text)));
}

static void field_named(struct flow *flow, const char *label, const struct code *code,
                        struct slice name)
{
    char text[LIMIT_CODE + LIMIT_NAME + 4];
    snprintf(text, sizeof text, "%s%s%.*s", code->s, code->s[0] && name.n ? " " : "", (int)name.n,
             name.p ? name.p : "");
    flow_field(flow, label, slice_of(text));
}

static void draw_head(struct flow *flow, const struct card *card)
{
    const struct rec_ticket_card *t = card->shown;
    char flags[200] = "";
    if (t->redo_count)
        snprintf(flags, sizeof flags, _("   times redone: %llu"),
                 (unsigned long long)t->redo_count);
    flow_print(flow, STYLE_TITLE, _("Ticket %llu   %s   %s%s"), (unsigned long long)t->ticket,
               word_text(VOCABULARY_ticket_state, t->state),
               word_text(VOCABULARY_ticket_type, t->type), flags);
    if (t->overdue)
        flow_print(flow, STYLE_WARN, "%s %s", grid_glyph(flow->grid, GLYPH_WARN),
                   _("The deadline has passed."));
}

static void draw_caller(struct flow *flow, const struct card *card)
{
    const struct rec_ticket_card *t = card->shown;
    const struct rec_caller_words *r = card->revealed;
    flow_field(flow, _("Name"), r ? r->name : t->name);
    flow_field(flow, _("Phone"), r ? r->phone : t->phone);
    flow_field(flow, _("Address"), r ? r->address : t->address);
    if (t->masked && !r)
        flow_print(flow, STYLE_DIM, "%s %s", grid_glyph(flow->grid, GLYPH_SECRET),
                   _("Masked. Revealing needs a reason, which is recorded."));
}

static void draw_matter(struct flow *flow, const struct card *card)
{
    const struct rec_ticket_card *t = card->shown;
    field_named(flow, _("Subject"), &t->subject, t->subject_name);
    flow_field(flow, _("Matter"), t->matter);
    flow_field(flow, _("Cause"), t->cause);
    field_named(flow, _("Unit"), &t->unit, t->unit_name);
    flow_field(flow, _("Reply"), t->reply);
    field_named(flow, _("Article"), &t->article, (struct slice){0});
    flow_field(flow, _("Note"), t->note);
    flow_field(flow, _("Refused"), slice_of(word_text(VOCABULARY_refuse_reason, t->refusal)));
    flow_field(flow, _("Outcome"), slice_of(word_text(VOCABULARY_outcome, t->outcome)));
    flow_field(flow, _("Grade"), slice_of(word_text(VOCABULARY_grade, t->grade)));
}

static void draw_times(struct flow *flow, const struct card *card)
{
    const struct rec_ticket_card *t = card->shown;
    flow_field(flow, _("Owner"), slice_of(t->owner.s));
    field_time(flow, card, _("Arrived"), t->arrived_ms);
    field_time(flow, card, _("Answered"), t->answered_ms);
    field_time(flow, card, _("Registered"), t->registered_ms);
    field_time(flow, card, _("Dispatched"), t->dispatched_ms);
    field_time(flow, card, _("Due"), t->due_ms);
    field_time(flow, card, _("Replied"), t->replied_ms);
    field_time(flow, card, _("Archived"), t->archived_ms);
    field_time(flow, card, _("Next attempt"), t->next_try_ms);
}

/* Facts that are no step of the ticket's own life. */
static const char *fact_words(struct slice fact)
{
    static const struct {
        const char *name, *words;
    } table[] = {
        {"call_arrived", N_("the call came in")},
        {"call_offered", N_("offered to an agent")},
        {"call_answered", N_("the call was answered")},
        {"call_lapsed", N_("the agent did not answer")},
        {"call_abandoned", N_("the caller hung up, unanswered")},
        {"call_ended", N_("the call ended")},
        {"call_transferred", N_("the call was passed on")},
        {"call_requeued", N_("the call went back to the queue")},
        {"call_given_back", N_("the call was given back")},
        {"agent_moved", N_("the agent went to another state")},
        {"ticket_revealed", N_("caller's data revealed")},
        {"ticket_overdue", N_("the deadline passed")},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (slice_equal(fact, slice_of(table[i].name))) return screen_text(table[i].words);
    return _("another step");
}

/* A draft is saved each time its writer pauses; the last time tells enough. */
static bool is_repeated(const struct rec_history_item *step, const struct rec_history_item *next)
{
    return step->event == ticket_event_save && next->event == ticket_event_save;
}

static void draw_history(struct flow *flow, const struct card *card)
{
    flow_print(flow, STYLE_TITLE, "%s", _("Steps"));
    const struct rec_history_item *rows = card->steps.items;
    for (size_t i = 0; i < card->steps.n; i++) {
        char at[32];
        if (i + 1 < card->steps.n && is_repeated(&rows[i], &rows[i + 1])) continue;
        const char *what = rows[i].event ? word_text(VOCABULARY_ticket_event, rows[i].event)
                                         : fact_words(rows[i].fact);
        flow_print(flow, STYLE_NORMAL, "%s  %s%s  %s",
                   time_short(rows[i].at_ms, seat_now_ms(card->seat), at, sizeof at), rows[i].by.s,
                   rows[i].by.s[0] ? "" : "–", what);
        if (rows[i].words.n) flow_field(flow, "", rows[i].words);
    }
}

void card_draw(struct card *card, struct grid *grid, struct rect rect)
{
    if (!card->ticket) return;
    card->rows = rect.rows;
    if (!card->shown) {
        grid_printf(grid, rect.row, rect.col + 1, rect.cols - 2, STYLE_DIM, "%s",
                    card->denied ? _("This ticket is not yours to see now.") : _("Asking …"));
        return;
    }
    bool wide = rect.cols >= WIDE;
    int left_cols = wide ? rect.cols * 3 / 5 : rect.cols;
    struct rect left = {rect.row, rect.col + 1, rect.rows, left_cols - 3};
    struct flow flow = flow_start(grid, left, card->top, LABEL_COLS);
    draw_head(&flow, card);
    draw_caller(&flow, card);
    draw_matter(&flow, card);
    if (!wide) {
        draw_times(&flow, card);
        flow_gap(&flow);
        draw_history(&flow, card);
    }
    card->top = flow_end(&flow);
    if (!wide) return;
    grid_vline(grid, rect.row, rect.col + left_cols - 1, rect.rows, STYLE_FRAME);
    struct rect right = {rect.row, rect.col + left_cols + 1, rect.rows, rect.cols - left_cols - 2};
    struct flow side = flow_start(grid, right, card->side_top, LABEL_COLS);
    draw_times(&side, card);
    flow_gap(&side);
    draw_history(&side, card);
    card->side_top = flow_end(&side);
}
