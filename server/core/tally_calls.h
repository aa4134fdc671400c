/* The counts of calls and agents: minutes, half-hours, days of queues, of agents and of the centre.
 * They are counted around the appliers, from what a call's or agent's row was before a fact and is
 * after it, so that no applier has to think of them. docs/figures.md says what each is. Inside
 * server/core only. */
#ifndef SERVER_CORE_TALLY_CALLS_H
#define SERVER_CORE_TALLY_CALLS_H

#include "server/core/step.h"

struct tally {
    struct row_call call;   /* before the fact; call 0: it is about no call */
    struct row_agent agent; /* likewise; person 0: it moves no agent */
};

void tally_before(struct tally *tally, struct txn *txn, const struct fact *fact);
void tally_after(const struct tally *tally, struct txn *txn, const struct fact *fact);

/* Midnight before the instant, in the zone of the calendar loaded last. */
uint64_t tally_day(struct txn *txn, uint64_t at_ms);
/* Half-hours are those of the epoch. */
uint64_t tally_half(uint64_t at_ms);

/* count_agents.c: the row of a person's day, to be put back; zeros when it is the first. */
struct row_agent_day agent_day_of(struct txn *txn, uint64_t at_ms, uint64_t person);
/* What a call's move says of its agents. */
void count_call_agents(struct txn *txn, const struct fact *fact, const struct row_call *before,
                       const struct row_call *after);
/* count_agents.c: from one state of an agent to the next. */
void count_agent(struct txn *txn, const struct fact *fact, const struct row_agent *before,
                 const struct row_agent *after);
/* Where the time in a state is summed up; NULL: nowhere. */
uint64_t *agent_day_time(struct row_agent_day *day, uint64_t state);

#endif
