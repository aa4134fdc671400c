/* Passing a call on (R41, blind): to a ready agent, or into a line's queue. */
#include "server/core/call.h"
#include "server/core/wait.h"

static void transfer_to_agent(struct step *step, const struct row_call *call,
                              const struct req_call_transfer *req)
{
    struct txn *txn = step->core->txn;
    struct row_person person;
    struct row_agent receiver;
    if (!person_find(txn, &req->to, false, &person)) {
        step_refuse(step, REJECT_NO_SUCH, "to");
        return;
    }
    if (person.person == call->agent) {
        step_refuse(step, REJECT_BAD_FIELD, "to");
        return;
    }
    /* Not what the life table allows to be offered: an agent who wraps up only gets back what was
     * theirs. */
    if (!agent_get(txn, person.person, &receiver) || receiver.state != agent_state_ready) {
        step_refuse(step, REJECT_BAD_STATE, "to");
        return;
    }
    struct fact fact = step_fact(step, fact_type_call_transferred);
    fact.body.call_transferred = (struct fact_call_transferred){
        .call = call->call,
        .line = call->line,
        .queue = call->queue,
        .person = receiver.person,
        .origin = call->agent,
        .until_ms = offer_until_ms(step),
        .note = req->note,
        .talk_ms = call_talk_ms(step, call),
        .hold_ms = call_hold_ms(step, call),
    };
    step_emit(step, &fact);
    agent_free(step, call->agent, call->call);
    agent_move(step, receiver.person, agent_event_offer, call->call, 0);
    step->out->answer.done.id = call->call;
}

static void transfer_to_queue(struct step *step, const struct row_call *call,
                              const struct req_call_transfer *req)
{
    struct row_queue queue;
    if (!queue_find(step->core->txn, &req->queue, false, &queue)) {
        step_refuse(step, REJECT_NO_SUCH, "queue");
        return;
    }
    struct wait_plan plan;
    wait_begin(step->core, &queue, call, &plan);
    struct fact fact = step_fact(step, fact_type_call_requeued);
    fact.body.call_requeued = (struct fact_call_requeued){
        .call = call->call,
        .line = call->line,
        .queue = queue.queue,
        .origin = call->agent,
        .order_ms = call->order_ms,
        .event = call_event_requeue,
        .note = req->note,
        .next_ms = plan.next_ms,
        .step = plan.step,
        .level = plan.level,
        .place = plan.place,
        .talk_ms = call_talk_ms(step, call),
        .hold_ms = call_hold_ms(step, call),
    };
    step_emit(step, &fact);
    agent_free(step, call->agent, call->call);
    step->out->answer.done.id = call->call;
    route(step);
}

void do_call_transfer(struct step *step, const void *body)
{
    const struct req_call_transfer *req = body;
    bool to_agent = req->to.s[0] != '\0', to_queue = req->queue.s[0] != '\0';
    struct row_call call;
    if (!call_ask(step, req->call, to_queue ? call_event_requeue : call_event_transfer, &call) ||
        !step_require(step, to_agent || to_queue, REJECT_MISSING_FIELD, "to") ||
        !step_require(step, !to_agent || !to_queue, REJECT_BAD_FIELD, "queue"))
        return;
    if (to_agent)
        transfer_to_agent(step, &call, req);
    else
        transfer_to_queue(step, &call, req);
}
