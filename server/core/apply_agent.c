/* What the fact about agents does to the tables. */
#include "server/core/keep.h"

void apply_agent_moved(struct txn *txn, const struct fact *fact,
                       const struct fact_agent_moved *body)
{
    struct row_agent agent;
    if (!agent_get(txn, body->person, &agent)) agent = (struct row_agent){.person = body->person};
    queue_handled(txn, &agent, fact->at_ms);
    if (body->event == agent_event_lost) agent.silent_state = agent.state;
    agent.state = body->to;
    agent.since_ms = fact->at_ms;
    agent.call = body->call;
    agent.reason = body->to == agent_state_break ? body->reason : 0;
    agent.limit_ms = body->limit_ms;
    if (body->to == agent_state_break || body->to == agent_state_out) agent.allowed = 0;
    if (body->station) agent.station = body->station;
    agent_keep(txn, &agent, fact->at_ms);
}
