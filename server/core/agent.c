/* An agent: an operator signed in at a station. */
#include "server/core/wait.h"

void agent_move(struct step *step, uint64_t person, enum agent_event event, uint64_t call,
                uint64_t reason)
{
    struct row_agent agent;
    if (!agent_get(step->core->txn, person, &agent)) agent = (struct row_agent){.person = person};
    const struct life_row *life = life_find(LIFE_agent, agent.state, event);
    ASSERT(life);
    struct fact fact = step_fact(step, fact_type_agent_moved);
    fact.body.agent_moved = (struct fact_agent_moved){
        .person = person,
        .event = event,
        .from = agent.state,
        .to = life->next,
        .call = call,
        .station = event == agent_event_sign_in ? step->who->station : 0,
        .reason = reason,
    };
    step_emit(step, &fact);
}

void agent_gone(struct step *step, uint64_t person, enum agent_event event)
{
    struct txn *txn = step->core->txn;
    struct row_agent agent;
    struct row_call call;
    if (!agent_get(txn, person, &agent) || agent.state == agent_state_out) return;
    if (!life_find(LIFE_agent, agent.state, agent_event_orphan)) {
        agent_move(step, person, agent_event_sign_out, 0, 0);
        return;
    }
    /* Whoever leaves of their own will hands the call on or ends it first; the handler has asked.
     */
    ASSERT(event == agent_event_orphan);
    struct row_queue queue;
    struct wait_plan plan;
    bool there = call_get(txn, agent.call, &call) && queue_get(txn, call.queue, &queue);
    ASSERT(there);
    wait_begin(step->core, &queue, &call, &plan);
    struct fact fact = step_fact(step, fact_type_call_requeued);
    fact.body.call_requeued = (struct fact_call_requeued){
        .call = call.call,
        .line = call.line,
        .queue = queue.queue,
        .origin = person,
        .order_ms = call.order_ms,
        .event = call_event_orphan,
        .next_ms = plan.next_ms,
        .step = plan.step,
        .level = plan.level,
        .place = plan.place,
    };
    step_emit(step, &fact);
    agent_move(step, person, agent_event_orphan, 0, 0);
}

/* What the agent does themselves; false: refused. */
static bool agent_asks(struct step *step, enum agent_event event, uint64_t reason)
{
    uint64_t person = step->who->person;
    struct row_agent agent;
    if (!agent_get(step->core->txn, person, &agent) || !life_find(LIFE_agent, agent.state, event)) {
        step_refuse(step, REJECT_BAD_STATE, NULL);
        return false;
    }
    agent_move(step, person, event, 0, reason);
    step->out->answer.done.id = person;
    return true;
}

void do_agent_ready(struct step *step, const void *body)
{
    (void)body;
    if (agent_asks(step, agent_event_ready, 0)) route(step);
}

void do_agent_pause(struct step *step, const void *body)
{
    const struct req_agent_pause *req = body;
    if (req->reason == break_reason_start) {
        /* That one is the dispatcher's: it says that nobody has chosen yet. */
        step_refuse(step, REJECT_BAD_FIELD, "reason");
        return;
    }
    agent_asks(step, agent_event_pause, req->reason);
}
