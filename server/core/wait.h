/* Waiting in a queue: what is done with a call that nobody takes, and when; its position. Inside
 * server/core and server/query only. docs/queues.md tells the rules.
 *
 * A stay is one passage through a queue. It begins when a call arrives, overflows, is transferred
 * or comes back from an agent who is gone; an offer that nobody took is the same stay again. The
 * plan says what the fact about it has to say: next_ms and step are for the timer, level and place
 * for the call's row. */
#ifndef SERVER_CORE_WAIT_H
#define SERVER_CORE_WAIT_H

#include "server/core/step.h"

struct wait_plan {
    uint64_t next_ms; /* 0: it waits for an agent and nothing else */
    uint64_t step;    /* enum wait_step of that instant */
    uint64_t level;   /* lowest skill level admitted */
    uint64_t place;   /* position, counted up to LIMIT_POSITION */
};

/* A new stay in this queue from now on. Of the call its number, priority, order_ms, caller and
 * promised count: of one that is to be made, a row with these columns will do. */
void wait_begin(struct core *core, const struct row_queue *queue, const struct row_call *call,
                struct wait_plan *plan);
/* An offer has lapsed, or a callback is due (again): call.queue's stay goes on with its level, or a
 * new one begins when the call was answered before and is passed on. The call as it is before the
 * fact; it must not be waiting for open_ms any more. */
void wait_again(struct core *core, const struct row_call *call, struct wait_plan *plan);

/* 1 + the calls that go before it in call.queue, as it stands there or would; at most
 * LIMIT_POSITION, and then *more (may be NULL) says whether it is really further back. */
uint64_t wait_position(struct txn *txn, const struct row_call *call, bool *more);
/* Smaller goes first: priority, then place, then number. */
bool call_goes_before(const struct row_call *a, const struct row_call *b);

/* Mean handling time of the queue, for each before it and itself, shared by the agents at work who
 * can serve it, in seconds; 0: not known, as nobody is at work or nothing was handled yet. */
uint64_t wait_expected_s(struct txn *txn, const struct row_queue *queue, uint64_t position);

#endif
