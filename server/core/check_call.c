/* Invariants of calls and agents: no caller is lost, and nobody has two. */
#include <inttypes.h>

#include "server/core/check.h"
#include "server/core/keep.h"

static void call_has_a_life(struct check *check, const union any_row *row)
{
    const struct row_call *call = &row->call;
    bool live = call_state_live(call->state);
    if (word_name(VOCABULARY_call_state, call->state)[0] == '\0') {
        check_fault(check, "call %" PRIu64 " is in no known state", call->call);
    }
    if (call->live != live) {
        check_fault(check, "call %" PRIu64 " is %s and marked live=%" PRIu64, call->call,
                    word_name(VOCABULARY_call_state, call->state), call->live);
    }
    if (live != (call->ended_ms == 0)) {
        check_fault(check, "call %" PRIu64 " is live and ended, or neither", call->call);
    }
}

static void waiting_call_in_one_queue(struct check *check, const union any_row *row)
{
    const struct row_call *call = &row->call;
    bool stands = call->state == call_state_waiting ||
                  (call->state == call_state_callback && call->open_ms == 0);
    if (stands != (call->wait_queue != 0)) {
        check_fault(check, "call %" PRIu64 " is %s and stands in queue %" PRIu64, call->call,
                    word_name(VOCABULARY_call_state, call->state), call->wait_queue);
    }
    if (stands && (call->wait_queue != call->queue || call->order_ms == 0)) {
        check_fault(check,
                    "call %" PRIu64 " of queue %" PRIu64 " waits in queue %" PRIu64
                    " at place %" PRIu64,
                    call->call, call->queue, call->wait_queue, call->order_ms);
    }
    if (stands && (call->agent != 0 || call->until_ms != 0)) {
        check_fault(check, "call %" PRIu64 " waits and has agent %" PRIu64, call->call,
                    call->agent);
    }
    if (call->next_ms && !check_timer(check, call->next_ms, timer_kind_wait, call->call)) {
        check_fault(check, "call %" PRIu64 " waits and no timer goes on with it", call->call);
    }
    if (call->state == call_state_callback && call->open_ms && !call->next_ms) {
        check_fault(check, "callback %" PRIu64 " may be tried later and no timer says so",
                    call->call);
    }
}

static void offered_call_has_a_lease(struct check *check, const union any_row *row)
{
    const struct row_call *call = &row->call;
    bool leased = call_state_leased(call->state);
    if (leased != (call->until_ms != 0)) {
        check_fault(check, "call %" PRIu64 " is %s with a lease until %" PRIu64, call->call,
                    word_name(VOCABULARY_call_state, call->state), call->until_ms);
    }
    if (leased && !check_timer(check, call->until_ms, timer_kind_offer, call->call)) {
        check_fault(check, "call %" PRIu64 " is %s and no timer ends it", call->call,
                    word_name(VOCABULARY_call_state, call->state));
    }
    if (call->origin != 0 && (!leased || call->origin == call->agent)) {
        check_fault(check, "call %" PRIu64 " has an origin without a transfer under way",
                    call->call);
    }
}

/* Which state the agent of a call may be in; the console may be silent. */
static bool agent_fits(const struct row_call *call, const struct row_agent *agent, bool second)
{
    bool rings = call->state == call_state_offered || call->state == call_state_recalled ||
                 (call->state == call_state_asking && second);
    bool holds = call_state_on_hold(call->state) && !second;
    if (rings) return agent->state == agent_state_offered;
    if (agent->state == agent_state_offline) return true;
    return agent->state == (uint64_t)(holds ? agent_state_holding : agent_state_talking);
}

static bool call_with_agents(uint64_t state)
{
    return call_state_live(state) && state != call_state_waiting && state != call_state_callback &&
           state != call_state_outside;
}

static void call_has_its_agent(struct check *check, const union any_row *row)
{
    const struct row_call *call = &row->call;
    if (!call_with_agents(call->state)) return;
    const uint64_t people[] = {call->agent, call->second};
    for (int i = 0; i < 2; i++) {
        struct row_agent agent;
        if (i == 1 && people[i] == 0) continue;
        if (agent_get(check->txn, people[i], &agent) && agent.call == call->call &&
            agent_fits(call, &agent, i == 1))
            continue;
        check_fault(check, "call %" PRIu64 " is %s with agent %" PRIu64 ", who does not have it",
                    call->call, word_name(VOCABULARY_call_state, call->state), people[i]);
    }
}

static void call_times_in_order(struct check *check, const union any_row *row)
{
    const struct row_call *call = &row->call;
    bool answered = call->first_answered_ms != 0;
    if (call->how == call_end_entered) return; /* as it was typed in */
    if (answered != (call->answered_ms != 0) ||
        (answered && (call->first_answered_ms < call->arrived_ms ||
                      call->answered_ms < call->first_answered_ms)) ||
        (call->ended_ms != 0 &&
         (call->ended_ms < call->arrived_ms || call->ended_ms < call->answered_ms))) {
        check_fault(check, "call %" PRIu64 " has times out of order", call->call);
    }
    if (!answered && call->state == call_state_talking) {
        check_fault(check, "call %" PRIu64 " was talked on and never answered", call->call);
    }
}

static void agent_has_its_call(struct check *check, const union any_row *row)
{
    const struct row_agent *agent = &row->agent;
    bool in_it = agent->state == agent_state_offered || agent->state == agent_state_talking ||
                 agent->state == agent_state_holding || agent->state == agent_state_offline;
    bool has = in_it || agent->state == agent_state_wrapping;
    struct row_call call;
    if (word_name(VOCABULARY_agent_state, agent->state)[0] == '\0') {
        check_fault(check, "agent %" PRIu64 " is in no known state", agent->person);
    }
    if (has != (agent->call != 0)) {
        check_fault(check, "agent %" PRIu64 " is %s with call %" PRIu64, agent->person,
                    word_name(VOCABULARY_agent_state, agent->state), agent->call);
        return;
    }
    if (!has) return;
    if (!call_get(check->txn, agent->call, &call)) {
        check_fault(check, "agent %" PRIu64 " has call %" PRIu64 ", which is not there",
                    agent->person, agent->call);
        return;
    }
    bool first = call.agent == agent->person, second = call.second == agent->person;
    if (in_it && (!call_with_agents(call.state) || (!first && !second) ||
                  !agent_fits(&call, agent, second))) {
        check_fault(check, "agent %" PRIu64 " is %s on call %" PRIu64 ", which is elsewhere",
                    agent->person, word_name(VOCABULARY_agent_state, agent->state), agent->call);
    }
}

static void agent_is_marked(struct check *check, const union any_row *row)
{
    const struct row_agent *agent = &row->agent;
    if (agent->ready != (agent->state == agent_state_ready) ||
        (agent->reason != 0) != (agent->state == agent_state_break)) {
        check_fault(check, "agent %" PRIu64 " is %s with ready=%" PRIu64 " reason=%" PRIu64,
                    agent->person, word_name(VOCABULARY_agent_state, agent->state), agent->ready,
                    agent->reason);
    }
}

/* What lasts too long is told, or ends: hold and silence always do. A break is told once. */
static void agent_limit_is_watched(struct check *check, const union any_row *row)
{
    const struct row_agent *agent = &row->agent;
    bool holding = agent->state == agent_state_holding;
    bool offline = agent->state == agent_state_offline;
    bool wrapping = agent->state == agent_state_wrapping;
    bool may = holding || offline || wrapping || agent->state == agent_state_break;
    enum timer_kind kind = holding    ? timer_kind_hold
                           : offline  ? timer_kind_offline
                           : wrapping ? timer_kind_wrap
                                      : timer_kind_break;
    if (agent->limit_ms ? !may || !check_timer(check, agent->limit_ms, kind, agent->person)
                        : holding || offline) {
        check_fault(
            check, "agent %" PRIu64 " is %s with a limit at %" PRIu64 " that nobody watches",
            agent->person, word_name(VOCABULARY_agent_state, agent->state), agent->limit_ms);
    }
    /* who is on one may ask for another; what is allowed is taken at once */
    if (agent->state == agent_state_break && agent->allowed) {
        check_fault(check, "agent %" PRIu64 " is on a break and still to take one", agent->person);
    }
}

/* Nobody is left to take calls for a session that has ended. */
static void agent_has_a_session(struct check *check, const union any_row *row)
{
    const struct row_agent *agent = &row->agent;
    if (agent->state == agent_state_out) return;
    struct row_session session = {.live_person = agent->person};
    if (!index_find(check->txn, INDEX_session_by_person, 1, &session) ||
        session.station != agent->station) {
        check_fault(check, "agent %" PRIu64 " is %s without a session at station %" PRIu64,
                    agent->person, word_name(VOCABULARY_agent_state, agent->state), agent->station);
    }
}

const struct invariant check_call_table[] = {
    {"call_has_a_life", TABLE_call, call_has_a_life},
    {"waiting_call_in_one_queue", TABLE_call, waiting_call_in_one_queue},
    {"offered_call_has_a_lease", TABLE_call, offered_call_has_a_lease},
    {"call_has_its_agent", TABLE_call, call_has_its_agent},
    {"call_times_in_order", TABLE_call, call_times_in_order},
    {"agent_has_its_call", TABLE_agent, agent_has_its_call},
    {"agent_is_marked", TABLE_agent, agent_is_marked},
    {"agent_limit_is_watched", TABLE_agent, agent_limit_is_watched},
    {"agent_has_a_session", TABLE_agent, agent_has_a_session},
    {NULL, TABLES, NULL},
};
