/* Who gets which call: the first caller of all queues goes to the agent of the best skill level who
 * has been ready longest. docs/queues.md tells the rules. */
#include "server/core/call.h"
#include "server/core/surge.h"
#include "server/core/wait.h"

uint64_t offer_until_ms(const struct step *step)
{
    return step->core->now_ms + step->core->settings->offer_lease_s * 1000;
}

/* The agent of the best level who has been ready longest: the first of the skill's row of ready
 * agents. */
static bool best_ready(struct txn *txn, uint64_t skill, struct row_readiness *row)
{
    struct row_crew crew;
    struct cursor cursor;
    if (!crew_get(txn, skill, &crew) || crew.ready == 0) return false;
    *row = (struct row_readiness){.skill = skill};
    cursor_table(&cursor, txn, TABLE_readiness, 1, row, false, false);
    return cursor_next(&cursor, row);
}

struct match {
    struct row_call call;
    uint64_t person;
};

/* The first call of a queue that its best agent may take. A call that must have a better one does
 * not stand in the way of those behind it; but only so many are looked at. */
static void queue_match(struct txn *txn, const struct row_queue *queue, struct match *best)
{
    struct row_call call = {.wait_queue = queue->queue};
    struct row_readiness agent;
    struct cursor cursor;
    if (!best_ready(txn, queue->skill, &agent)) return;
    cursor_index(&cursor, txn, INDEX_call_by_queue, 1, &call, false, false);
    for (int looked = 0; looked < LIMIT_LOOK && cursor_next(&cursor, &call); looked++) {
        if (best->person && !call_goes_before(&call, &best->call)) return;
        if (agent.level > call.level) continue;
        *best = (struct match){call, agent.person};
        return;
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
        if (queue.standing) queue_match(txn, &queue, best);
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
    /* Surge mode may make more agents ready (R82). */
    if (surge_watch(step)) route(step);
}
