/* Keeping an answer longer than its callback. */
#ifndef CLIENT_SEAT_COPY_H
#define CLIENT_SEAT_COPY_H

#include "proto/codec.h"

/* A deep copy of a request's answer in the arena; NULL when out of memory. */
void *answer_copy(enum request number, const void *body, struct arena *arena);

#endif
