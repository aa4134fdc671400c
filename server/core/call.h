/* What the handlers of calls share. Inside server/core only. */
#ifndef SERVER_CORE_CALL_H
#define SERVER_CORE_CALL_H

#include "server/core/step.h"

/* The call of a request; refuses with NO_SUCH. */
bool call_load(struct step *step, uint64_t id, struct row_call *call);
/* Whether this event may happen to it now, by this person: refuses with DENIED or BAD_STATE, in
 * this order; who answers what is in other hands already is told so with TAKEN. */
bool call_may(struct step *step, const struct row_call *call, enum call_event event);
/* Both. */
bool call_ask(struct step *step, uint64_t id, enum call_event event, struct row_call *call);

/* call_moved for this event: queue, agent, second and outside as they are, for the handler to
 * change; no lease, and the time on hold that ends with it. */
struct fact call_move(const struct step *step, const struct row_call *call, enum call_event event);
/* How long the caller has been on hold now, and how long talked with since the last answer. */
uint64_t call_hold_ms(const struct step *step, const struct row_call *call);
uint64_t call_talk_ms(const struct step *step, const struct row_call *call);

/* The agent is let go: offered becomes ready again, talking or holding begins to wrap up. */
void agent_free(struct step *step, uint64_t person, uint64_t call);
/* The call is this agent's from now on: its draft goes with it. */
void draft_follow(struct step *step, uint64_t call);

/* An offer's lease ends after this instant. */
uint64_t offer_until_ms(const struct step *step);
/* A lease has run out: of an offer, of who is asked, of joining or of an outside number. Back to
 * who passed the call on, or into the queue again; the agent who did not answer becomes missed
 * (R4). Appends facts and routes. */
void offer_lapse(struct step *step, uint64_t call);
/* A call that was passed on comes back to its origin, who can take it, as an offer; else false. Who
 * failed to take it is let go by `event`. */
bool give_back(struct step *step, const struct row_call *call, enum agent_event event);
/* The call stands in its queue again after an offer, joining or an outside number. */
void call_lapse(struct step *step, const struct row_call *call);
/* An agent who has a call is gone: the caller stays with who else is there, or goes to the head of
 * the queue. event is the agent's: orphan, drop or lost. Does not route. */
void call_bereave(struct step *step, struct row_call *call, uint64_t person,
                  enum agent_event event);
/* Who is asked has answered. */
void consult_join(struct step *step, const struct row_call *call);

#endif
