#include "client/desk/similar.h"

#include <stdio.h>
#include <stdlib.h>

#include "client/desk/model.h"
#include "client/screen/language.h"
#include "client/seat/copy.h"

enum {
    SIMILAR_BYTES = 512 * 1024,
    PAUSE_MS = 1200,
    LEAST = 6, /* bytes of the matter: two Chinese characters say something */
};

struct similar {
    struct work *work; /* borrowed */
    const struct rec_similar_page *page;
    struct arena arena;
    bool asking;
    uint64_t asked_for; /* what the last question was about */
};

struct similar *similar_new(struct work *work)
{
    struct similar *similar = calloc(1, sizeof *similar);
    if (!similar) return NULL;
    similar->work = work;
    arena_init(&similar->arena, SIMILAR_BYTES);
    return similar;
}

void similar_free(struct similar **similar)
{
    if (!*similar) return;
    arena_fini(&(*similar)->arena);
    free(*similar);
    *similar = NULL;
}

bool similar_is_asking(const struct similar *similar)
{
    return similar->asking;
}

/* ---- asking ---- */

static void on_page(void *ctx, const struct link_answer *answer)
{
    struct similar *similar = ctx;
    similar->asking = false;
    similar->page = NULL;
    arena_reset(&similar->arena);
    if (answer->err != ERR_OK || answer->reject != REJECT_OK) return; /* a help, not a need */
    similar->page = answer_copy(request_ticket_similar, answer->body, &similar->arena);
}

static uint64_t mixed(uint64_t sum, struct slice text)
{
    for (size_t i = 0; i < text.n; i++) sum = (sum ^ (unsigned char)text.p[i]) * 1099511628211u;
    return (sum ^ 0xff) * 1099511628211u;
}

void similar_tick(struct similar *similar)
{
    struct work *work = similar->work;
    struct seat *seat = work->desk->seat;
    if (similar->asking || work->settled || work->state != ticket_state_draft) return;
    if (seat->stage != SEAT_IN || seat->link != LINK_UP) return;
    if (!work->changed_ms || seat->mono_ms < work->changed_ms + PAUSE_MS) return;
    struct req_ticket_similar ask = {.ticket = work->ticket,
                                     .phone = form_text(work->form, RECORD_PHONE),
                                     .address = form_text(work->form, RECORD_ADDRESS),
                                     .matter = form_text(work->form, RECORD_MATTER)};
    uint64_t subject = form_pick(work->form, RECORD_SUBJECT);
    snprintf(ask.subject.s, sizeof ask.subject.s, "%s",
             catalog_code(work->desk->catalog, CATALOG_SUBJECTS, subject));
    uint64_t about = mixed(mixed(mixed(subject + 1, ask.phone), ask.address), ask.matter);
    if (about == similar->asked_for || ask.matter.n < LEAST) return;
    similar->asked_for = about;
    similar->asking = seat_ask(seat, request_ticket_similar, &ask, false, on_page, similar);
}

/* ---- what is shown ---- */

static const struct rec_similar_item *item_at(const struct similar *similar, int nth)
{
    const struct rec_similar_page *page = similar->page;
    if (!page || nth < 0 || nth >= SIMILAR_MOST || (size_t)nth >= page->rows.n) return NULL;
    const struct rec_similar_item *item = (const struct rec_similar_item *)page->rows.items + nth;
    return item->ticket.n ? item : NULL;
}

int similar_count(const struct similar *similar)
{
    int n = 0;
    while (item_at(similar, n)) n++;
    return n;
}

uint64_t similar_ticket(const struct similar *similar, int nth)
{
    const struct rec_similar_item *item = item_at(similar, nth);
    return item ? ((const struct rec_ticket_item *)item->ticket.items)->ticket : 0;
}

void similar_draw(const struct similar *similar, struct flow *flow)
{
    int n = similar_count(similar);
    if (!n) return;
    flow_print(flow, STYLE_LABEL, "%s", _("Perhaps the same (Alt+number: open, Alt+L: link)"));
    for (int i = 0; i < n; i++) {
        const struct rec_similar_item *item = item_at(similar, i);
        const struct rec_ticket_item *ticket = item->ticket.items;
        flow_print(
            flow, item->same_caller ? STYLE_WARN : STYLE_NORMAL, "%d %llu %s%s %llu%%  %.*s", i + 1,
            (unsigned long long)ticket->ticket, word_text(VOCABULARY_ticket_state, ticket->state),
            item->same_caller ? _(" · same caller ·") : "", (unsigned long long)item->likeness,
            (int)ticket->matter.n, ticket->matter.p ? ticket->matter.p : "");
    }
}
