/* A caller on hold (R41): put there, taken back, and the agent who is reminded of them. */
#include "server/core/call.h"

/* The telephones may say so for an agent whose console is silent: that agent's state tells the
 * silence, and the call's the rest. */
static void agent_with(struct step *step, uint64_t person, enum agent_event event, uint64_t call)
{
    struct row_agent agent;
    bool there = agent_get(step->core->txn, person, &agent);
    ASSERT(there);
    if (life_find(LIFE_agent, agent.state, event)) agent_move(step, person, event, call, 0);
}

void do_call_hold(struct step *step, const void *body)
{
    const struct req_call_hold *req = body;
    struct row_call call;
    if (!call_ask(step, req->call, call_event_hold, &call)) return;
    struct fact fact = call_move(step, &call, call_event_hold);
    step_emit(step, &fact);
    agent_with(step, call.agent, agent_event_hold, call.call);
    step_done(step, call.call, 0);
}

void do_call_resume(struct step *step, const void *body)
{
    const struct req_call_resume *req = body;
    struct row_call call;
    if (!call_ask(step, req->call, call_event_resume, &call)) return;
    struct fact fact = call_move(step, &call, call_event_resume);
    step_emit(step, &fact);
    agent_with(step, call.agent, agent_event_resume, call.call);
    step_done(step, call.call, 0);
}

/* Again and again while it lasts: a caller who is forgotten cannot say so. */
void hold_fire(struct step *step, uint64_t person)
{
    struct row_agent agent;
    bool there = agent_get(step->core->txn, person, &agent);
    ASSERT(there && agent.state == agent_state_holding);
    struct fact fact = step_fact(step, fact_type_agent_alarmed);
    fact.body.agent_alarmed = (struct fact_agent_alarmed){
        .person = person,
        .alarm = agent_alarm_hold_long,
        .call = agent.call,
        .limit_ms = step->core->now_ms + step->core->settings->hold_remind_s * 1000,
    };
    step_emit(step, &fact);
}
