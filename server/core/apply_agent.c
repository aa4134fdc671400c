/* What the facts about agents do to the tables. */
#include "server/core/keep.h"

void apply_agent_moved(struct txn *txn, const struct fact *fact,
                       const struct fact_agent_moved *body)
{
    struct row_agent agent;
    if (!agent_get(txn, body->person, &agent)) agent = (struct row_agent){.person = body->person};
    queue_handled(txn, &agent, fact->at_ms);
    agent.state = body->to;
    agent.since_ms = fact->at_ms;
    agent.call = body->call;
    agent.reason = body->to == agent_state_break ? body->reason : 0;
    agent.limit_ms = body->limit_ms;
    if (body->to == agent_state_break || body->to == agent_state_out)
        agent.asks = agent.allowed = 0;
    if (body->station) agent.station = body->station;
    agent_keep(txn, &agent, fact->at_ms);
}

void apply_agent_asked(struct txn *txn, const struct fact *fact,
                       const struct fact_agent_asked *body)
{
    struct row_agent agent;
    bool there = agent_get(txn, body->person, &agent);
    ASSERT(there);
    agent.asks = body->allowed ? 0 : body->reason;
    agent.allowed = body->allowed ? body->reason : 0;
    agent_keep(txn, &agent, fact->at_ms);
}

/* Told once, or again at limit_ms. */
void apply_agent_alarmed(struct txn *txn, const struct fact *fact,
                         const struct fact_agent_alarmed *body)
{
    struct row_agent agent;
    bool there = agent_get(txn, body->person, &agent);
    ASSERT(there);
    agent.limit_ms = body->limit_ms;
    agent_keep(txn, &agent, fact->at_ms);
}
