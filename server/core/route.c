/* Who gets which call: the caller who came first goes to the agent who has been ready longest. */
#include "server/core/call.h"

uint64_t offer_until_ms(const struct step *step)
{
    return step->core->now_ms + step->core->settings->offer_lease_s * 1000;
}

/* The agent of the best level who has been ready longest. */
static bool agent_for(struct txn *txn, uint64_t skill, uint64_t most_level, uint64_t *person)
{
    for (uint64_t level = 1; level <= most_level; level++) {
        struct row_readiness row = {.skill = skill, .level = level};
        struct cursor cursor;
        cursor_table(&cursor, txn, TABLE_readiness, 2, &row, false, false);
        if (!cursor_next(&cursor, &row)) continue;
        *person = row.person;
        return true;
    }
    return false;
}

struct match {
    struct row_call call;
    uint64_t person;
};

static bool goes_before(const struct row_call *a, const struct row_call *b)
{
    if (a->priority != b->priority) return a->priority < b->priority;
    if (a->order_ms != b->order_ms) return a->order_ms < b->order_ms;
    return a->call < b->call;
}

/* The first of each priority of one queue, when somebody can take it. */
static void queue_match(struct txn *txn, const struct row_queue *queue, struct match *best)
{
    for (uint64_t priority = call_priority_emergency; priority <= call_priority_low; priority++) {
        struct row_call call = {.wait_queue = queue->queue, .priority = priority};
        uint64_t person;
        if (!index_find(txn, INDEX_call_by_queue, 2, &call)) continue;
        if (best->person && !goes_before(&call, &best->call)) continue;
        if (!agent_for(txn, queue->skill, call.level, &person)) continue;
        *best = (struct match){call, person};
    }
}

static bool match_find(struct txn *txn, struct match *best)
{
    struct row_queue queue = {0};
    struct row_crew anybody;
    struct cursor cursor;
    *best = (struct match){.person = 0};
    if (!crew_get(txn, 0, &anybody) || anybody.ready == 0) return false;
    cursor_table(&cursor, txn, TABLE_queue, 0, &queue, false, false);
    while (cursor_next(&cursor, &queue))
        if (queue.waiting || queue.callbacks) queue_match(txn, &queue, best);
    return best->person != 0;
}

void route(struct step *step)
{
    struct txn *txn = step->core->txn;
    struct match match;
    while (match_find(txn, &match)) {
        bool promised = match.call.state == call_state_callback;
        struct fact fact = step_fact(step, fact_type_call_offered);
        fact.body.call_offered = (struct fact_call_offered){
            .call = match.call.call,
            .line = match.call.line,
            .person = match.person,
            .until_ms = offer_until_ms(step),
            .queue = match.call.queue,
            .event = promised ? call_event_recall : call_event_offer,
        };
        step_emit(step, &fact);
        agent_move(step, match.person, agent_event_offer, match.call.call, 0);
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
