/* The frame around every screen of a seat: status line on top, message line and key bar below. */
#ifndef CLIENT_SEAT_FRAME_H
#define CLIENT_SEAT_FRAME_H

#include "client/seat/seat.h"

/* Answers the rect between them. */
struct rect frame_draw(const struct seat *seat, struct grid *grid);

#endif
