/* Asking somebody while the caller holds (R41), and handing the caller over to them: both confirm
 * by talking, else the caller comes back. */
#include "server/core/call.h"
#include "server/core/outside.h"

/* Who is asked, by a request that names an agent or an outside number. */
static bool other_ask(struct step *step, const struct req_call_consult *req,
                      const struct row_call *call, uint64_t *person)
{
    struct row_person other;
    struct row_agent agent;
    bool to = req->to.s[0] != '\0';
    *person = 0;
    if (!step_require(step, to || req->outside.n, REJECT_MISSING_FIELD, "to") ||
        !step_require(step, !to || !req->outside.n, REJECT_BAD_FIELD, "outside"))
        return false;
    if (!to) return outside_number(step, req->outside);
    if (!step_require(step, person_find(step->core->txn, &req->to, false, &other), REJECT_NO_SUCH,
                      "to") ||
        !step_require(step, other.person != call->agent, REJECT_BAD_FIELD, "to"))
        return false;
    bool ready =
        agent_get(step->core->txn, other.person, &agent) && agent.state == agent_state_ready;
    *person = other.person;
    return step_require(step, ready, REJECT_BAD_STATE, "to");
}

void do_call_consult(struct step *step, const void *body)
{
    const struct req_call_consult *req = body;
    struct row_call call;
    uint64_t other;
    if (!call_ask(step, req->call, call_event_consult, &call) ||
        !other_ask(step, req, &call, &other))
        return;
    struct fact fact = call_move(step, &call, call_event_consult);
    struct fact_call_moved *moved = &fact.body.call_moved;
    moved->second = other;
    moved->outside = other == 0;
    moved->until_ms =
        other ? offer_until_ms(step) : step->core->now_ms + step->core->settings->outside_s * 1000;
    moved->hold_ms = 0; /* it goes on */
    moved->number = req->outside;
    moved->note = req->note;
    step_emit(step, &fact);
    if (call.state == call_state_talking)
        agent_move(step, call.agent, agent_event_hold, call.call, 0);
    if (other) agent_move(step, other, agent_event_offer, call.call, 0);
    step_done(step, call.call, 0);
}

void consult_join(struct step *step, const struct row_call *call)
{
    struct fact fact = call_move(step, call, call_event_join);
    fact.body.call_moved.hold_ms = 0;
    step_emit(step, &fact);
    if (call->second) agent_move(step, call->second, agent_event_answer, call->call, 0);
    step_done(step, call->call, 0);
}

void do_call_joined(struct step *step, const void *body)
{
    const struct req_call_joined *req = body;
    struct row_call call;
    if (!call_ask(step, req->call, call_event_join, &call) ||
        /* an agent who is asked answers */
        !step_require(step, call.outside != 0, REJECT_BAD_STATE, NULL))
        return;
    consult_join(step, &call);
}

void do_call_take_back(struct step *step, const void *body)
{
    const struct req_call_take_back *req = body;
    struct row_call call;
    if (!call_ask(step, req->call, call_event_take_back, &call)) return;
    struct fact fact = call_move(step, &call, call_event_take_back);
    struct fact_call_moved *moved = &fact.body.call_moved;
    moved->left = call.second;
    moved->second = moved->outside = 0;
    step_emit(step, &fact);
    agent_move(step, call.agent, agent_event_resume, call.call, 0);
    if (call.second) agent_free(step, call.second, call.call);
    step_done(step, call.call, 0);
    route(step);
}

/* To the agent who was asked: the caller is with them at once, and they say that both talk. */
static void hand_over(struct step *step, const struct row_call *call, struct slice note)
{
    struct fact fact = call_move(step, call, call_event_complete);
    struct fact_call_moved *moved = &fact.body.call_moved;
    moved->person = call->second;
    moved->second = 0;
    moved->left = call->agent;
    moved->until_ms = step->core->now_ms + step->core->settings->confirm_s * 1000;
    moved->talk_ms = call_talk_ms(step, call);
    moved->note = note;
    step_emit(step, &fact);
    agent_free(step, call->agent, call->call);
}

void do_call_complete(struct step *step, const void *body)
{
    const struct req_call_complete *req = body;
    struct row_call call;
    if (!call_load(step, req->call, &call)) return;
    if (!call_may(step, &call, call.outside ? call_event_refer : call_event_complete) ||
        !step_require(step, call.state == call_state_consulting, REJECT_BAD_STATE, NULL))
        return;
    if (call.outside)
        outside_pass(step, &call, (struct slice){0}, req->note);
    else
        hand_over(step, &call, req->note);
    step_done(step, call.call, 0);
}

static void confirm(struct step *step, const struct row_call *call)
{
    struct fact fact = step_fact(step, fact_type_call_answered);
    fact.body.call_answered = (struct fact_call_answered){
        .call = call->call,
        .line = call->line,
        .queue = call->queue,
        .person = call->agent,
        .event = call_event_confirm,
        .wait_ms = step->core->now_ms - call->arrived_ms,
    };
    step_emit(step, &fact);
    draft_follow(step, call->call);
}

void do_call_confirm(struct step *step, const void *body)
{
    const struct req_call_confirm *req = body;
    struct row_call call;
    if (!call_load(step, req->call, &call)) return;
    bool outside = call.state == call_state_outside;
    if (!call_may(step, &call, outside ? call_event_connect : call_event_confirm)) return;
    if (outside)
        outside_connect(step, &call);
    else
        confirm(step, &call);
    step_done(step, call.call, 0);
}
