/* One ticket to look at: everything that is known, what is due, what it is linked with, then every
 * step, scrolled. Shared by desk and
 * office. Masked until revealed. */
#ifndef CLIENT_SEAT_CARD_H
#define CLIENT_SEAT_CARD_H

#include "client/seat/seat.h"

struct card;

/* NULL when out of memory. */
struct card *card_new(struct seat *seat);
void card_free(struct card **card);
/* Asks for it; until the answer comes, nothing is shown. */
void card_open(struct card *card, uint64_t ticket);
/* 0: none is open. */
uint64_t card_ticket(const struct card *card);
void card_close(struct card *card);
/* NULL until the dispatcher has answered. Borrowed until the next event. */
const struct rec_ticket_card *card_shown(const struct card *card);
/* "12, 15": the tickets that were merged into it, whose callers wait for the same reply; "" when
 * there are none. Cut to fit; answers out. */
const char *card_merged(const struct card *card, char *out, size_t cap);
/* May this person do that now? False until answered. */
bool card_allows(const struct card *card, enum ticket_event event);
/* The caller's data, after ticket.reveal was answered. */
void card_reveal(struct card *card, const struct rec_caller_words *words);
bool card_revealed(const struct card *card);
/* Number of the person who gets the unit's tickets now, from the register of units; "": unknown. */
void card_acting(struct card *card, const char *number);
/* A step was refused as stale: when the card has been asked for again, says what changed. */
void card_stale(struct card *card);
/* Looks again when the fact is about this ticket. */
void card_fact(struct card *card, const struct fact *fact);
void card_reload(struct card *card);
/* Scrolls: Up, Down, PgUp, PgDn, Home, End. */
bool card_key(struct card *card, const struct key *key);
void card_draw(struct card *card, struct grid *grid, struct rect rect);

#endif
