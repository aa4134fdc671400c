/* Outside numbers: a caller is passed to one, with or without a word before. Inside server/core
 * only. */
#ifndef SERVER_CORE_OUTSIDE_H
#define SERVER_CORE_OUTSIDE_H

#include "server/core/step.h"

/* call.failed for a call in any state but dialing: the number that was dialled beside the caller
 * was not reached, or has hung up. The agent keeps the caller, or gets them back, or the caller
 * goes to the head of the queue. Refuses with DENIED, or BAD_STATE when there is no such number;
 * appends facts, sets the answer and routes. */
void outside_failed(struct step *step, const struct row_call *call, enum fail_reason reason);
/* From a consultation (number empty), or blind: the agent leaves, the lease runs. */
void outside_pass(struct step *step, const struct row_call *call, struct slice number,
                  struct slice note);
/* The caller and the outside number are talking: for the centre the call is over. */
void outside_connect(struct step *step, const struct row_call *call);
/* Somebody can be dialled there; refuses with BAD_FIELD. */
bool outside_number(struct step *step, struct slice number);

#endif
