/* Signing in and out: number and password → session → who am I → the mode starts. */
#ifndef CLIENT_SEAT_SIGN_IN_H
#define CLIENT_SEAT_SIGN_IN_H

#include "client/seat/seat.h"

struct form *sign_in_form_new(void);
bool sign_in_key(struct seat *seat, const struct key *key);
void sign_in_draw(const struct seat *seat, struct grid *grid, struct rect rect);
/* Closes the session; the seat quits afterwards when quit_after is set. */
void sign_in_close(struct seat *seat);
/* The dispatcher says that the session is over. */
void sign_in_lost(struct seat *seat);

#endif
