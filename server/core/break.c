/* Breaks (R42): with a limit for each reason, and by a lead's leave when many are away already. */
#include "server/core/agent.h"

static bool is_away(const struct row_agent *agent)
{
    return agent->state == agent_state_break &&
           (agent->reason == break_reason_rest || agent->reason == break_reason_meal);
}

/* Whether one more may rest or eat; one may at any time. Breaks are rare: all agents are looked at.
 */
static bool has_room(struct step *step, uint64_t person)
{
    struct row_agent agent = {0};
    struct cursor cursor;
    uint64_t signed_in = 0, away = 0;
    cursor_table(&cursor, step->core->txn, TABLE_agent, 0, &agent, false, false);
    while (cursor_next(&cursor, &agent)) {
        if (agent.state == agent_state_out || agent.state == agent_state_none) continue;
        signed_in++;
        if (agent.person != person && is_away(&agent)) away++;
    }
    return away == 0 || (away + 1) * 100 <= signed_in * step->core->settings->breaks_pct;
}

static void asked(struct step *step, uint64_t person, uint64_t reason, bool allowed,
                  struct slice note)
{
    struct fact fact = step_fact(step, fact_type_agent_asked);
    fact.body.agent_asked = (struct fact_agent_asked){
        .person = person, .reason = reason, .allowed = allowed, .note = note};
    step_emit(step, &fact);
}

void do_agent_pause(struct step *step, const void *body)
{
    const struct req_agent_pause *req = body;
    struct row_agent agent;
    if (!agent_ask(step, agent_event_pause, &agent) ||
        /* That one is the dispatcher's: it says that nobody has chosen yet. */
        !step_require(step, req->reason != break_reason_start, REJECT_BAD_FIELD, "reason"))
        return;
    bool leave = (req->reason == break_reason_rest || req->reason == break_reason_meal) &&
                 !has_room(step, agent.person);
    if (leave)
        asked(step, agent.person, req->reason, false, (struct slice){0});
    else
        agent_move(step, agent.person, agent_event_pause, 0, req->reason);
    step_done(step, agent.person, 0);
}

/* An agent by number who has asked for a break. */
static bool asking_ask(struct step *step, const struct code *number, struct row_agent *agent)
{
    struct row_person person;
    if (!step_require(step, person_find(step->core->txn, number, false, &person), REJECT_NO_SUCH,
                      "number"))
        return false;
    bool asks = agent_get(step->core->txn, person.person, agent) && agent->asks;
    return step_require(step, asks, REJECT_BAD_STATE, NULL);
}

/* At once when no call is in hand, else when it is over. */
void do_agent_allow(struct step *step, const void *body)
{
    const struct req_agent_allow *req = body;
    struct row_agent agent;
    if (!asking_ask(step, &req->number, &agent)) return;
    asked(step, agent.person, agent.asks, true, (struct slice){0});
    if (life_find(LIFE_agent, agent.state, agent_event_pause))
        agent_move(step, agent.person, agent_event_pause, 0, agent.asks);
    step_done(step, agent.person, 0);
}

void do_agent_refuse(struct step *step, const void *body)
{
    const struct req_agent_refuse *req = body;
    struct row_agent agent;
    if (!asking_ask(step, &req->number, &agent)) return;
    asked(step, agent.person, 0, false, req->note);
    step_done(step, agent.person, 0);
}

void break_fire(struct step *step, uint64_t person)
{
    struct fact fact = step_fact(step, fact_type_agent_alarmed);
    fact.body.agent_alarmed =
        (struct fact_agent_alarmed){.person = person, .alarm = agent_alarm_break_over};
    step_emit(step, &fact);
}
