/* Leases that run out, and agents who vanish: the caller always stays with somebody, or goes to the
 * head of a queue. */
#include "server/core/call.h"
#include "server/core/callback.h"
#include "server/core/keep.h"
#include "server/core/wait.h"

bool give_back(struct step *step, const struct row_call *call, enum agent_event event)
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
        .queue = call->queue,
        .person = call->origin,
        .origin = call->agent,
        .until_ms = offer_until_ms(step),
    };
    step_emit(step, &fact);
    if (event) agent_move(step, call->agent, event, 0, 0);
    agent_move(step, call->origin, agent_event_offer, call->call, 0);
    return true;
}

void call_lapse(struct step *step, const struct row_call *call)
{
    struct wait_plan plan;
    wait_again(step->core, call, &plan);
    struct fact fact = step_fact(step, fact_type_call_lapsed);
    fact.body.call_lapsed = (struct fact_call_lapsed){
        .call = call->call,
        .line = call->line,
        .person = call->agent,
        .order_ms = call->order_ms,
        .queue = call->queue,
        .next_ms = plan.next_ms,
        .step = plan.step,
        .ring_ms = step->core->now_ms - call->offered_ms,
    };
    step_emit(step, &fact);
}

/* Who is asked does not answer: the agent still has the caller, on hold. */
static void asking_lapse(struct step *step, const struct row_call *call)
{
    struct fact fact = call_move(step, call, call_event_lapse);
    struct fact_call_moved *moved = &fact.body.call_moved;
    moved->left = call->second;
    moved->second = moved->outside = 0;
    moved->hold_ms = 0;
    step_emit(step, &fact);
    if (call->second) agent_move(step, call->second, agent_event_lapse, 0, 0);
}

/* Handed over and not confirmed: whoever was to have the caller is not there. */
static void joining_lapse(struct step *step, const struct row_call *call)
{
    if (!give_back(step, call, agent_event_none)) call_lapse(step, call);
    agent_free(step, call->agent, call->call);
}

void offer_lapse(struct step *step, uint64_t id)
{
    struct row_call call;
    bool there = call_get(step->core->txn, id, &call);
    ASSERT(there && life_find(LIFE_call, call.state, call_event_lapse));
    if (call.state == call_state_asking) {
        asking_lapse(step, &call);
    } else if (call.state == call_state_joining) {
        joining_lapse(step, &call);
    } else if (call.state == call_state_outside) {
        if (!give_back(step, &call, agent_event_none)) call_lapse(step, &call);
    } else if (!give_back(step, &call, agent_event_lapse)) {
        call_lapse(step, &call);
        agent_move(step, call.agent, agent_event_lapse, 0, 0);
    }
    route(step);
}

/* Nobody is left: the head of the queue, as order_ms is that of the arrival. */
static void call_orphan(struct step *step, const struct row_call *call)
{
    struct row_queue queue;
    struct wait_plan plan;
    bool there = queue_get(step->core->txn, call->queue, &queue);
    ASSERT(there);
    if (call_same_stay(call))
        wait_again(step->core, call, &plan);
    else
        wait_begin(step->core, &queue, call, &plan);
    struct fact fact = step_fact(step, fact_type_call_requeued);
    fact.body.call_requeued = (struct fact_call_requeued){
        .call = call->call,
        .line = call->line,
        .queue = queue.queue,
        .origin = call->agent,
        .order_ms = call->order_ms,
        .event = call_event_orphan,
        .second = call->second,
        .next_ms = plan.next_ms,
        .step = plan.step,
        .level = plan.level,
        .place = plan.place,
        .talk_ms = call_talk_ms(step, call),
        .hold_ms = call_hold_ms(step, call),
    };
    step_emit(step, &fact);
}

/* The second agent of a consultation or three-way call is gone. */
static void second_gone(struct step *step, const struct row_call *call)
{
    struct fact fact = call_move(step, call, call_event_leave);
    struct fact_call_moved *moved = &fact.body.call_moved;
    moved->left = call->second;
    moved->second = 0;
    moved->hold_ms = 0;
    step_emit(step, &fact);
}

/* The second agent stays with the caller. */
static void second_stays(struct step *step, const struct row_call *call)
{
    struct fact fact = call_move(step, call, call_event_stay);
    struct fact_call_moved *moved = &fact.body.call_moved;
    moved->person = call->second;
    moved->second = 0;
    moved->left = call->agent;
    moved->talk_ms = call_talk_ms(step, call);
    step_emit(step, &fact);
    draft_follow(step, call->call);
}

void call_bereave(struct step *step, struct row_call *call, uint64_t person, enum agent_event event)
{
    bool with_other = call->state == call_state_consulting || call->state == call_state_conference;
    if (call->second == person) {
        second_gone(step, call);
        agent_move(step, person, event, 0, 0);
        return;
    }
    ASSERT(call->agent == person);
    if (with_other && call->second) {
        second_stays(step, call);
        agent_move(step, person, event, 0, 0);
    } else if (call->state == call_state_dialing) {
        callback_orphan(step, call);
        agent_move(step, person, event, 0, 0);
    } else if (call->state == call_state_joining && give_back(step, call, event)) {
        return;
    } else {
        call_orphan(step, call);
        agent_move(step, person, event, 0, 0);
        if (call->second) agent_free(step, call->second, call->call);
    }
}
