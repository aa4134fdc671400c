/* Three talk (R41); whoever leaves, leaves the caller to the others. */
#include "server/core/call.h"
#include "server/core/keep.h"
#include "server/core/outside.h"

void do_call_conference(struct step *step, const void *body)
{
    const struct req_call_conference *req = body;
    struct row_call call;
    if (!call_ask(step, req->call, call_event_conference, &call)) return;
    struct fact fact = call_move(step, &call, call_event_conference);
    step_emit(step, &fact);
    agent_move(step, call.agent, agent_event_resume, call.call, 0);
    step_done(step, call.call, 0);
}

/* The other side goes: the agent has the caller, on hold or talking. */
static void other_leaves(struct step *step, const struct row_call *call)
{
    struct fact fact = call_move(step, call, call_event_leave);
    struct fact_call_moved *moved = &fact.body.call_moved;
    moved->left = call->second;
    moved->second = moved->outside = 0;
    if (call_state_on_hold(moved->to)) moved->hold_ms = 0;
    step_emit(step, &fact);
    if (call->second) agent_free(step, call->second, call->call);
}

/* The call's agent goes and the other one has it. */
static void agent_leaves(struct step *step, const struct row_call *call)
{
    struct fact fact = call_move(step, call, call_event_stay);
    struct fact_call_moved *moved = &fact.body.call_moved;
    moved->person = call->second;
    moved->second = 0;
    moved->left = call->agent;
    moved->talk_ms = call_talk_ms(step, call);
    step_emit(step, &fact);
    agent_free(step, call->agent, call->call);
    draft_follow(step, call->call);
}

/* Of a three-way call its agent leaves to the other side; of a consultation only the other side
 * can: its agent takes the caller back or hands them over. */
static enum call_event leave_event(const struct step *step, const struct row_call *call)
{
    bool mine = step->who->person && call->agent == step->who->person;
    if (!mine || call->state != call_state_conference) return call_event_leave;
    return call->outside ? call_event_connect : call_event_stay;
}

void do_call_leave(struct step *step, const void *body)
{
    const struct req_call_leave *req = body;
    struct row_call call;
    if (!call_load(step, req->call, &call)) return;
    enum call_event event = leave_event(step, &call);
    if (!call_may(step, &call, event) ||
        /* who is still rung has not come yet; a number that is not reached has failed */
        !step_require(step, call.state != call_state_asking, REJECT_BAD_STATE, NULL))
        return;
    if (event == call_event_leave)
        other_leaves(step, &call);
    else if (event == call_event_connect)
        outside_connect(step, &call);
    else
        agent_leaves(step, &call);
    step_done(step, call.call, 0);
}
