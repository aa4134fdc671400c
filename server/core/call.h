/* What the handlers of calls share. Inside server/core only. */
#ifndef SERVER_CORE_CALL_H
#define SERVER_CORE_CALL_H

#include "server/core/step.h"

/* The call of a request and whether this event may happen to it now, by this person: refuses with
 * NO_SUCH, BAD_STATE or DENIED, in this order, and answers false. Hanging up is may_call()'s to
 * grant; every other event belongs to the agent whom the call is offered to or who talks. */
bool call_ask(struct step *step, uint64_t id, enum call_event event, struct row_call *call);
/* An offer's lease ends after this instant. */
uint64_t offer_until_ms(const struct step *step);
/* The offer's lease has run out: back to who passed the call on, or into the queue again; the agent
 * who did not answer becomes missed (R4). */
void offer_lapse(struct step *step, uint64_t call);

#endif
