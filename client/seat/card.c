#include "client/seat/card.h"

#include <stdio.h>
#include <stdlib.h>

#include "client/screen/language.h"
#include "client/seat/card_parts.h"
#include "client/seat/copy.h"
#include "client/seat/words.h"

enum {
    CARD_BYTES = 4 * 1024 * 1024,
    STEPS = 1000, /* nobody reads more of them on a screen */
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
    for (int i = 0; i < PARTS; i++) {
        card->parts[i] = (struct part){.card = card, .part = (enum card_part)i};
        arena_init(&card->parts[i].arena, CARD_BYTES);
    }
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
    for (int i = 0; i < PARTS; i++) arena_fini(&(*card)->parts[i].arena);
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
    for (int i = 0; i < PARTS; i++) card->parts[i].page = NULL;
    card->acting[0] = 0;
    card->stale = false;
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

void card_acting(struct card *card, const char *number)
{
    snprintf(card->acting, sizeof card->acting, "%s", number);
}

bool card_revealed(const struct card *card)
{
    return card->revealed != NULL;
}

/* ---- what changed meanwhile ---- */

void card_stale(struct card *card)
{
    if (!card->ticket) return;
    card->stale = true;
    card->seen_seq = card->steps.n ? card->steps.items[card->steps.n - 1].seq : 0;
}

/* After a refusal as stale: the last step that somebody else took. */
static void say_changed(struct card *card)
{
    const struct rec_history_item *last = NULL;
    for (size_t i = 0; i < card->steps.n; i++) {
        const struct rec_history_item *step = &card->steps.items[i];
        if (step->seq > card->seen_seq && step->event) last = step;
    }
    card->stale = false;
    if (!last) return;
    char at[32];
    seat_say(card->seat, NOTICE_WARN, _("Changed meanwhile: %s %s – %s. Look, then repeat."),
             time_short(last->at_ms, seat_now_ms(card->seat), at, sizeof at), last->by.s,
             word_text(VOCABULARY_ticket_event, last->event));
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
    if (card->stale) say_changed(card);
}

static void ask_steps(struct card *card, uint64_t after)
{
    struct req_ticket_history history = {
        .ticket = card->ticket, .after = after, .known = card->seat->head};
    if (!after) steps_clear(&card->coming);
    card->busy = seat_ask(card->seat, request_ticket_history, &history, false, on_steps, card);
}

/* ---- beside the card ---- */

static const enum request part_requests[PARTS] = {
#define P(name, request, page) request_##request,
    CARD_PARTS(P)
#undef P
};

static void ask_part(struct part *part);

/* Who may not know it sees the card without it: that is no news. */
static void on_part(void *ctx, const struct link_answer *answer)
{
    struct part *part = ctx;
    struct card *card = part->card;
    uint64_t ticket = part->ticket;
    part->ticket = 0;
    if (ticket != card->ticket) {
        if (card->ticket) ask_part(part);
        return;
    }
    part->page = NULL;
    arena_reset(&part->arena);
    if (answer->err != ERR_OK || answer->reject != REJECT_OK) return;
    part->page = answer_copy(part_requests[part->part], answer->body, &part->arena);
}

/* All of them ask with a ticket's number and nothing else. */
static void ask_part(struct part *part)
{
    struct card *card = part->card;
    struct req_ticket_fields fields = {.ticket = card->ticket};
    struct req_ticket_counits counits = {.ticket = card->ticket};
    struct req_ticket_duties duties = {.ticket = card->ticket};
    struct req_ticket_links links = {.ticket = card->ticket};
    const void *const bodies[PARTS] = {[PART_FIELDS] = &fields,
                                       [PART_COUNITS] = &counits,
                                       [PART_DUTIES] = &duties,
                                       [PART_LINKS] = &links};
    if (part->ticket) return;
    if (seat_ask(card->seat, part_requests[part->part], bodies[part->part], false, on_part, part))
        part->ticket = card->ticket;
}

/* ---- the card ---- */

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
    for (int i = 0; i < PARTS; i++) ask_part(&card->parts[i]);
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
    /* a look changes nothing, and looking again would be one more, for ever */
    if (fact->type == fact_type_ticket_seen) return;
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
