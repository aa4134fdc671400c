/* Promised callbacks (R2, R42, R67): a caller leaves the queue and keeps the place; an agent rings
 * back. A callback is owed from its promise until the caller is reached, given up, withdrawn, or
 * rings again. Inside server/core only. */
#ifndef SERVER_CORE_CALLBACK_H
#define SERVER_CORE_CALLBACK_H

#include "server/core/step.h"

/* The caller's number is known, and no other callback to it is owed but one that is being dialled:
 * nobody gets two. */
bool callback_possible(struct txn *txn, const struct row_call *call);
/* The waiting call leaves its queue by a callback; number: where to ring when it is another one
 * than shown, else empty. Appends the fact and does not route. */
void callback_promise(struct step *step, const struct row_call *call, struct slice number);
/* call.answer of a callback that is offered: its agent dials. Appends facts. */
void callback_dial(struct step *step, const struct row_call *call);
/* The agent who dials is gone: appends the call's fact (back into the queue, or an outbound call
 * that nobody goes on with), not the agent's. */
void callback_orphan(struct step *step, const struct row_call *call);

/* A caller to whom a callback is owed rings: the new call takes its place, and on its line its
 * queue too, unless the caller chose one (queue NULL); the callback is withdrawn unless it is just
 * being dialled. Last before the plan of waiting is made, as it may append facts; does not route.
 */
void callback_recognise(struct step *step, struct fact_call_arrived *body, struct row_queue *queue);

#endif
