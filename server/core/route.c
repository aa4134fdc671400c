/* Who gets which call: the caller who came first goes to the agent who has been ready longest. */
#include "server/core/call.h"

uint64_t offer_until_ms(const struct step *step)
{
    return step->core->now_ms + step->core->settings->offer_lease_s * 1000;
}

/* The agent who has been ready longest. */
static bool agent_first(struct txn *txn, struct row_agent *agent)
{
    *agent = (struct row_agent){.ready = 1};
    return index_find(txn, INDEX_agent_by_ready, 1, agent);
}

/* The head of all queues: of each line with somebody waiting, only its first call is looked at. */
static bool call_first(struct txn *txn, struct row_call *first)
{
    struct cursor lines;
    struct row_line line = {0};
    bool found = false;
    cursor_table(&lines, txn, TABLE_line, 0, &line, false, false);
    while (cursor_next(&lines, &line)) {
        struct row_call call = {.wait_line = line.line};
        if (line.waiting == 0 || !index_find(txn, INDEX_call_by_queue, 1, &call)) continue;
        if (!found || call.order_ms < first->order_ms ||
            (call.order_ms == first->order_ms && call.call < first->call)) {
            *first = call;
            found = true;
        }
    }
    return found;
}

void route(struct step *step)
{
    struct txn *txn = step->core->txn;
    struct row_agent agent;
    struct row_call call;
    while (agent_first(txn, &agent) && call_first(txn, &call)) {
        struct fact fact = step_fact(step, fact_type_call_offered);
        fact.body.call_offered = (struct fact_call_offered){
            .call = call.call,
            .line = call.line,
            .person = agent.person,
            .until_ms = offer_until_ms(step),
        };
        step_emit(step, &fact);
        agent_move(step, agent.person, agent_event_offer, call.call, 0);
    }
}

/* A transfer that nobody took comes back to who passed it on, when they can still take it. */
static bool give_back(struct step *step, const struct row_call *call)
{
    struct row_agent origin;
    if (call->origin == 0 || !agent_get(step->core->txn, call->origin, &origin) ||
        !life_find(LIFE_agent, origin.state, agent_event_offer)) {
        return false;
    }
    struct fact fact = step_fact(step, fact_type_call_given_back);
    fact.body.call_given_back = (struct fact_call_given_back){
        .call = call->call,
        .line = call->line,
        .person = call->origin,
        .origin = call->agent,
        .until_ms = offer_until_ms(step),
    };
    step_emit(step, &fact);
    agent_move(step, call->agent, agent_event_lapse, 0, 0);
    agent_move(step, call->origin, agent_event_offer, call->call, 0);
    return true;
}

void offer_lapse(struct step *step, uint64_t id)
{
    struct row_call call;
    bool there = call_get(step->core->txn, id, &call);
    ASSERT(there && life_find(LIFE_call, call.state, call_event_lapse));
    if (!give_back(step, &call)) {
        struct fact fact = step_fact(step, fact_type_call_lapsed);
        fact.body.call_lapsed = (struct fact_call_lapsed){
            .call = call.call,
            .line = call.line,
            .person = call.agent,
            .order_ms = call.order_ms,
        };
        step_emit(step, &fact);
        agent_move(step, call.agent, agent_event_lapse, 0, 0);
    }
    route(step);
}
