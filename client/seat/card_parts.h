/* The inside of the card, shared by what asks (card.c) and what draws (card_view.c). */
#ifndef CLIENT_SEAT_CARD_PARTS_H
#define CLIENT_SEAT_CARD_PARTS_H

#include "client/seat/card.h"

/* The ledger, page by page. */
struct steps {
    struct arena arena;
    struct rec_history_item *items; /* in the system's memory */
    size_t n;
};

/* What is asked beside the card itself: P(NAME, request, its page's record). */
#define CARD_PARTS(P)                                                                              \
    P(FIELDS, ticket_fields, value_page)                                                           \
    P(COUNITS, ticket_counits, counit_page)                                                        \
    P(DUTIES, ticket_duties, duty_page)                                                            \
    P(LINKS, ticket_links, link_page)

enum card_part {
#define P(name, request, page) PART_##name,
    CARD_PARTS(P)
#undef P
        PARTS,
};

struct part {
    struct card *card;
    enum card_part part;
    const void *page; /* NULL: not known, or not this person's to know */
    struct arena arena;
    uint64_t ticket; /* that the question under way is about; 0: none is */
};

struct card {
    struct seat *seat;
    uint64_t ticket; /* 0: none */
    const struct rec_ticket_card *shown;
    struct steps steps, coming; /* coming: while its pages are being fetched */
    struct part parts[PARTS];
    const struct rec_caller_words *revealed;
    struct arena shown_arena, revealed_arena;
    char acting[LIMIT_CODE + 1]; /* who acts for the unit now; "": not known */
    bool denied;                 /* gone from this person's sight */
    bool again;                  /* changed while a question was under way */
    bool busy;
    bool stale;        /* a step was refused because of what is being asked for now */
    uint64_t seen_seq; /* last step of the ledger that was shown before that */
    int top, side_top, rows;
};

#endif
