/* What the fact about agents does to the tables. */
#include "server/core/step.h"

void apply_agent_moved(struct txn *txn, const struct fact *fact,
                       const struct fact_agent_moved *body)
{
    struct row_agent agent;
    if (!agent_get(txn, body->person, &agent)) agent = (struct row_agent){.person = body->person};
    agent.state = body->to;
    agent.since_ms = fact->at_ms;
    agent.ready = body->to == agent_state_ready;
    agent.call = body->call;
    agent.reason = body->to == agent_state_break ? body->reason : 0;
    if (body->station) agent.station = body->station;
    agent_put(txn, &agent);
}
