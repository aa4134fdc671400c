/* Surge mode (R82): begun by a lead or by rule while many wait. While it is on, wrapping up has a
 * shorter limit, a callback is offered earlier in every queue, skills that count in surge only do
 * count, and an announcement follows the greeting. Nothing of this is written anywhere but in the
 * one row of table surge, so that its end undoes all of it. docs/surge.md. Inside server. */
#ifndef SERVER_CORE_SURGE_H
#define SERVER_CORE_SURGE_H

#include "server/core/core.h"

struct step;

enum { SURGE_ROW = 1 };

bool surge_on(struct txn *txn);
/* The limit of wrapping up that holds now, seconds; 0: none. Of core only settings and txn are
 * looked at, so that a question can make one. */
uint64_t surge_wrap_s(const struct core *core);
/* After so many seconds in this queue a callback is offered, as things are now; 0: never. */
uint64_t surge_offer_s(const struct core *core, const struct row_queue *queue);

/* The rule looks at the queues, at the end of each routing; true: surge mode has begun, and agents
 * may be ready who were not before. */
bool surge_watch(struct step *step);
/* When the one timer of surge mode is due; 0: none is set. */
uint64_t surge_due_ms(const struct row_surge *row);

#endif
