/* The live queue screen: who waits, who works, how well today goes. */
#ifndef CLIENT_WALL_WALL_H
#define CLIENT_WALL_WALL_H

#include "client/seat/seat.h"

extern const struct seat_mode wall_mode;

#endif
