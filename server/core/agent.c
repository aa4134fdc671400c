/* An agent: an operator signed in at a station. */
#include "server/core/agent.h"

#include "server/core/call.h"
#include "server/core/surge.h"

enum { SECOND_MS = 1000, MINUTE_MS = 60000 };

static uint64_t break_limit_ms(const struct settings *settings, uint64_t reason)
{
    switch ((enum break_reason)reason) {
    case break_reason_rest:
        return settings->break_rest_min * MINUTE_MS;
    case break_reason_meal:
        return settings->break_meal_min * MINUTE_MS;
    case break_reason_meeting:
        return settings->break_meeting_min * MINUTE_MS;
    case break_reason_training:
        return settings->break_training_min * MINUTE_MS;
    case break_reason_other:
        return settings->break_other_min * MINUTE_MS;
    case break_reason_none:
    case break_reason_start:
        break;
    }
    return 0;
}

/* How long an agent may be in a state before somebody is told, or it ends; 0: for good. */
static uint64_t state_limit_ms(const struct step *step, uint64_t state, uint64_t reason)
{
    const struct settings *settings = step->core->settings;
    switch ((enum agent_state)state) {
    case agent_state_wrapping:
        return surge_wrap_s(step->core) * SECOND_MS;
    case agent_state_holding:
        return settings->hold_remind_s * SECOND_MS;
    case agent_state_offline:
        return settings->offline_call_s * SECOND_MS;
    case agent_state_break:
        return break_limit_ms(settings, reason);
    case agent_state_none:
    case agent_state_out:
    case agent_state_ready:
    case agent_state_offered:
    case agent_state_talking:
    case agent_state_missed:
    case agent_state_absent:
        break;
    }
    return 0;
}

static void agent_emit(struct step *step, const struct row_agent *agent, enum agent_event event,
                       uint64_t call, uint64_t reason)
{
    const struct life_row *life = life_find(LIFE_agent, agent->state, event);
    ASSERT(life);
    uint64_t limit_ms = state_limit_ms(step, life->next, reason);
    struct fact fact = step_fact(step, fact_type_agent_moved);
    fact.body.agent_moved = (struct fact_agent_moved){
        .person = agent->person,
        .event = event,
        .from = agent->state,
        .to = life->next,
        .call = call,
        .station = event == agent_event_sign_in ? step->who->station : 0,
        .reason = reason,
        .limit_ms = limit_ms ? step->core->now_ms + limit_ms : 0,
    };
    step_emit(step, &fact);
}

/* What comes before the next call: the training of who has become a trainee in the middle of one
 * (R89), or a break that was allowed meanwhile. */
static uint64_t rest_first(struct txn *txn, const struct row_agent *agent)
{
    struct row_person person;
    bool trainee = person_get(txn, agent->person, &person) && person.trainee;
    return trainee ? break_reason_training : agent->allowed;
}

void agent_move(struct step *step, uint64_t person, enum agent_event event, uint64_t call,
                uint64_t reason)
{
    struct row_agent agent;
    if (!agent_get(step->core->txn, person, &agent)) agent = (struct row_agent){.person = person};
    const struct life_row *life = life_find(LIFE_agent, agent.state, event);
    ASSERT(life);
    uint64_t rest = life->next == agent_state_ready ? rest_first(step->core->txn, &agent) : 0;
    if (rest && life_find(LIFE_agent, agent.state, agent_event_pause)) {
        agent_emit(step, &agent, agent_event_pause, 0, rest);
        return;
    }
    agent_emit(step, &agent, event, call, reason);
    if (!rest) return;
    agent_get(step->core->txn, person, &agent);
    agent_emit(step, &agent, agent_event_pause, 0, rest);
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
    bool there = call_get(txn, agent.call, &call);
    ASSERT(there);
    call_bereave(step, &call, person, agent_event_orphan);
}

bool agent_cleared(struct step *step, const char *field)
{
    struct row_person person;
    bool there = person_get(step->core->txn, step->who->person, &person);
    ASSERT(there);
    return step_require(step, !person.trainee, REJECT_NOT_CLEARED, field);
}

bool agent_ask(struct step *step, enum agent_event event, struct row_agent *agent)
{
    bool may = agent_get(step->core->txn, step->who->person, agent) &&
               life_find(LIFE_agent, agent->state, event);
    return step_require(step, may, REJECT_BAD_STATE, NULL);
}

void do_agent_ready(struct step *step, const void *body)
{
    (void)body;
    struct row_agent agent;
    if (!agent_ask(step, agent_event_ready, &agent) || !agent_cleared(step, NULL)) return;
    agent_move(step, agent.person, agent_event_ready, 0, 0);
    step_done(step, agent.person, 0);
    route(step);
}

void wrap_fire(struct step *step, uint64_t person)
{
    agent_move(step, person, agent_event_time_up, 0, 0);
    route(step);
}
