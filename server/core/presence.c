/* Consoles that fall silent, and come back. The turn hears them; what follows is said here. */
#include "server/core/call.h"
#include "server/core/keep.h"
#include "server/core/session.h"

/* The agent who sits at a station. */
static bool agent_at(struct txn *txn, uint64_t station, struct row_agent *agent)
{
    struct row_session session;
    return session_at_station(txn, station, &session) && agent_get(txn, session.person, agent) &&
           agent->state != agent_state_none && agent->state != agent_state_out;
}

static void alarm_offline(struct step *step, const struct row_agent *agent)
{
    struct fact fact = step_fact(step, fact_type_agent_alarmed);
    fact.body.agent_alarmed = (struct fact_agent_alarmed){.person = agent->person,
                                                          .alarm = agent_alarm_offline,
                                                          .call = agent->call,
                                                          .limit_ms = agent->limit_ms};
    step_emit(step, &fact);
}

static void agent_lost(struct step *step, struct row_agent *agent)
{
    struct txn *txn = step->core->txn;
    struct row_call call;
    if (!life_find(LIFE_agent, agent->state, agent_event_lost)) return;
    if (agent->state == agent_state_offered) {
        /* nobody would answer it: the caller need not wait for the lease */
        bool there = call_get(txn, agent->call, &call);
        ASSERT(there);
        call_bereave(step, &call, agent->person, agent_event_lost);
        route(step);
        return;
    }
    agent_move(step, agent->person, agent_event_lost,
               agent->state == agent_state_talking || agent->state == agent_state_holding
                   ? agent->call
                   : 0,
               0);
    agent_get(txn, agent->person, agent);
    if (agent->state == agent_state_offline) alarm_offline(step, agent);
}

static void agent_back(struct step *step, const struct row_agent *agent)
{
    struct row_call call;
    if (agent->state == agent_state_absent)
        agent_move(step, agent->person, agent_event_back, 0, break_reason_start);
    if (agent->state != agent_state_offline) return;
    bool there = call_get(step->core->txn, agent->call, &call);
    ASSERT(there);
    bool held = call.agent == agent->person && call_state_on_hold(call.state);
    agent_move(step, agent->person, held ? agent_event_back_held : agent_event_back, agent->call,
               0);
}

void offline_fire(struct step *step, uint64_t person)
{
    struct row_agent agent;
    struct row_call call;
    bool there =
        agent_get(step->core->txn, person, &agent) && call_get(step->core->txn, agent.call, &call);
    ASSERT(there);
    call_bereave(step, &call, person, agent_event_drop);
    route(step);
}

static void presence_step(struct core *core, uint64_t station, bool heard)
{
    const struct who nobody = {0};
    const struct extras none = {0};
    struct outcome_of_step outcome = {0};
    struct row_agent agent;
    struct arena arena;
    if (!agent_at(core->txn, station, &agent)) return;
    arena_init(&arena, LIMIT_MESSAGE);
    struct step step = {
        .core = core, .who = &nobody, .extras = &none, .arena = &arena, .out = &outcome};
    if (heard)
        agent_back(&step, &agent);
    else
        agent_lost(&step, &agent);
    arena_fini(&arena);
}

void core_absent(struct core *core, uint64_t station)
{
    presence_step(core, station, false);
}

void core_present(struct core *core, uint64_t station)
{
    presence_step(core, station, true);
}
