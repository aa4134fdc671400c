/* Passing a caller to an outside number (R41): blind, after a consultation, and when it fails. */
#include "server/core/outside.h"

#include "server/core/authority.h"
#include "server/core/call.h"

bool outside_number(struct step *step, struct slice number)
{
    bool digits = false;
    for (size_t i = 0; i < number.n; i++) digits |= number.p[i] >= '0' && number.p[i] <= '9';
    return step_require(step, digits, REJECT_BAD_FIELD, "outside");
}

void outside_pass(struct step *step, const struct row_call *call, struct slice number,
                  struct slice note)
{
    struct fact fact = call_move(step, call, call_event_refer);
    struct fact_call_moved *moved = &fact.body.call_moved;
    moved->person = moved->second = 0;
    moved->left = call->agent;
    moved->outside = 1;
    moved->until_ms = step->core->now_ms + step->core->settings->outside_s * 1000;
    moved->talk_ms = call_talk_ms(step, call);
    moved->number = number;
    moved->note = note;
    step_emit(step, &fact);
    agent_free(step, call->agent, call->call);
}

void do_call_refer(struct step *step, const void *body)
{
    const struct req_call_refer *req = body;
    struct row_call call;
    if (!call_load(step, req->call, &call) || !call_may(step, &call, call_event_refer) ||
        /* an outside number that is asked already is handed the caller by call.complete */
        !step_require(step, call.state != call_state_consulting, REJECT_BAD_STATE, NULL) ||
        !outside_number(step, req->outside))
        return;
    outside_pass(step, &call, req->outside, req->note);
    step_done(step, call.call, 0);
    route(step);
}

void outside_connect(struct step *step, const struct row_call *call)
{
    struct fact fact = step_fact(step, fact_type_call_ended);
    fact.body.call_ended = (struct fact_call_ended){
        .call = call->call,
        .line = call->line,
        .queue = call->queue,
        .person = call->agent ? call->agent : call->origin,
        .how = call_end_passed_on,
        .event = call_event_connect,
        .talk_ms = call_talk_ms(step, call),
        .hold_ms = call_hold_ms(step, call),
    };
    step_emit(step, &fact);
    if (call->agent) agent_free(step, call->agent, call->call);
}

void outside_failed(struct step *step, const struct row_call *call, enum fail_reason reason)
{
    if (!step_require(step, may_call_act(step->who, call_event_fail, call), REJECT_DENIED, NULL) ||
        !step_require(step, call->live && call->outside, REJECT_BAD_STATE, NULL))
        return;
    if (call->state != call_state_outside) {
        struct fact fact = call_move(step, call, call_event_leave);
        struct fact_call_moved *moved = &fact.body.call_moved;
        moved->outside = moved->hold_ms = 0;
        moved->reason = reason;
        step_emit(step, &fact);
    } else if (!give_back(step, call, agent_event_none)) {
        call_lapse(step, call);
    }
    step_done(step, call->call, 0);
    route(step);
}
