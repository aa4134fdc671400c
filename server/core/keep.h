/* What follows in other tables from a call's or an agent's row: the queue it stands in and its
 * counts, the timers, readiness for each skill. Appliers load the row, change its columns and keep
 * it; nobody else writes these tables. Inside server/core only, for apply_*.c. */
#ifndef SERVER_CORE_KEEP_H
#define SERVER_CORE_KEEP_H

#include "server/core/step.h"

/* Derives live, wait_queue, stay, promise, counted and what must be empty in this state, moves the
 * queue's counts and the timers (offer: until_ms; wait: next_ms) and writes the row. */
void call_keep(struct txn *txn, struct row_call *call);
/* Derives ready and ready_ms, moves readiness, the crews' counts and the timer of limit_ms (by the
 * state: wrap, break, hold, offline) and writes the row. */
void agent_keep(struct txn *txn, struct row_agent *agent, uint64_t at_ms);
/* The person's skills change: what readiness and crews have of them is taken away before and put
 * back after. */
void agent_skills_off(struct txn *txn, uint64_t person);
void agent_skills_on(struct txn *txn, uint64_t person);

/* An agent leaves this state at that instant: when it was wrapping up, the queue of the call learns
 * how long the call took from its answer on. */
void queue_handled(struct txn *txn, const struct row_agent *before, uint64_t at_ms);

/* States of the table of lives, asked for often. */
bool call_state_live(uint64_t state);
/* With a lease: offered, recalled, asking, joining, outside. */
bool call_state_leased(uint64_t state);
/* The caller hears music: held, asking, consulting. */
bool call_state_on_hold(uint64_t state);
/* When nobody takes the call that rings, its stay in the queue goes on. */
bool call_same_stay(const struct row_call *call);
/* Signed in, on no break and not silent: counts as at work (docs/queues.md). */
bool agent_state_at_work(uint64_t state);

#endif
