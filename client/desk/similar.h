/* Tickets that may be about the same as the record being written (R51, R70): asked for when typing
 * pauses, shown beside the form, opened or linked by a key; never in the way. */
#ifndef CLIENT_DESK_SIMILAR_H
#define CLIENT_DESK_SIMILAR_H

#include "client/seat/flow.h"
#include "proto/schema.h"

struct work;
struct similar;

enum { SIMILAR_MOST = 5 }; /* that are shown; the most alike */

/* NULL when out of memory. */
struct similar *similar_new(struct work *work);
void similar_free(struct similar **similar);
/* Asks when phone, subject or matter are others than before and typing has paused. */
void similar_tick(struct similar *similar);
bool similar_is_asking(const struct similar *similar);
/* How many are shown. */
int similar_count(const struct similar *similar);
/* Number of the nth, from 0; 0: there are not so many. */
uint64_t similar_ticket(const struct similar *similar, int nth);
void similar_draw(const struct similar *similar, struct flow *flow);

#endif
