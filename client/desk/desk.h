/* The operator's desk: ready, answer, record, settle, wrap up, next; callbacks and follow-ups. */
#ifndef CLIENT_DESK_DESK_H
#define CLIENT_DESK_DESK_H

#include "client/seat/seat.h"

extern const struct seat_mode desk_mode;

#endif
