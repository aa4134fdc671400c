/* Invariants of calls, agents and queues: no caller is lost, and nobody has two. */
#include <inttypes.h>

#include "server/core/check.h"

static void call_has_a_life(struct check *check, const union any_row *row)
{
    const struct row_call *call = &row->call;
    bool live = call->state == call_state_waiting || call->state == call_state_offered ||
                call->state == call_state_talking;
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
    bool waiting = call->state == call_state_waiting;
    if (waiting != (call->wait_line != 0)) {
        check_fault(check, "call %" PRIu64 " is %s and stands in the queue of line %" PRIu64,
                    call->call, word_name(VOCABULARY_call_state, call->state), call->wait_line);
    }
    if (waiting && (call->wait_line != call->line || call->order_ms == 0)) {
        check_fault(check,
                    "call %" PRIu64 " of line %" PRIu64 " waits in line %" PRIu64
                    " at place %" PRIu64,
                    call->call, call->line, call->wait_line, call->order_ms);
    }
    if (waiting && (call->agent != 0 || call->until_ms != 0)) {
        check_fault(check, "call %" PRIu64 " waits and has agent %" PRIu64, call->call,
                    call->agent);
    }
}

static void offered_call_has_a_lease(struct check *check, const union any_row *row)
{
    const struct row_call *call = &row->call;
    bool offered = call->state == call_state_offered;
    if (offered != (call->until_ms != 0)) {
        check_fault(check, "call %" PRIu64 " is %s with a lease until %" PRIu64, call->call,
                    word_name(VOCABULARY_call_state, call->state), call->until_ms);
    }
    if (offered && !check_timer(check, call->until_ms, timer_kind_offer, call->call)) {
        check_fault(check, "call %" PRIu64 " is offered and no timer ends it", call->call);
    }
    if (call->origin != 0 && (!offered || call->origin == call->agent)) {
        check_fault(check, "call %" PRIu64 " has an origin without a transfer under way",
                    call->call);
    }
}

static void call_has_its_agent(struct check *check, const union any_row *row)
{
    const struct row_call *call = &row->call;
    struct row_agent agent;
    uint64_t state = call->state == call_state_offered   ? agent_state_offered
                     : call->state == call_state_talking ? agent_state_talking
                                                         : agent_state_none;
    if (state == agent_state_none) return;
    if (!agent_get(check->txn, call->agent, &agent) || agent.call != call->call ||
        agent.state != state) {
        check_fault(check, "call %" PRIu64 " is %s with agent %" PRIu64 ", who does not have it",
                    call->call, word_name(VOCABULARY_call_state, call->state), call->agent);
    }
}

static void call_times_in_order(struct check *check, const union any_row *row)
{
    const struct row_call *call = &row->call;
    bool answered = call->first_answered_ms != 0;
    if (answered != (call->answered_ms != 0) ||
        (answered && (call->first_answered_ms < call->arrived_ms ||
                      call->answered_ms < call->first_answered_ms)) ||
        (call->ended_ms != 0 &&
         (call->ended_ms < call->arrived_ms || call->ended_ms < call->answered_ms))) {
        check_fault(check, "call %" PRIu64 " has times out of order", call->call);
    }
    if (!answered && (call->state == call_state_talking || call->state == call_state_ended)) {
        check_fault(check, "call %" PRIu64 " was talked on and never answered", call->call);
    }
}

static void agent_has_its_call(struct check *check, const union any_row *row)
{
    const struct row_agent *agent = &row->agent;
    bool offered = agent->state == agent_state_offered;
    bool talking = agent->state == agent_state_talking;
    bool holds = offered || talking || agent->state == agent_state_wrapping;
    struct row_call call;
    if (word_name(VOCABULARY_agent_state, agent->state)[0] == '\0') {
        check_fault(check, "agent %" PRIu64 " is in no known state", agent->person);
    }
    if (holds != (agent->call != 0)) {
        check_fault(check, "agent %" PRIu64 " is %s with call %" PRIu64, agent->person,
                    word_name(VOCABULARY_agent_state, agent->state), agent->call);
        return;
    }
    if (!holds) return;
    if (!call_get(check->txn, agent->call, &call)) {
        check_fault(check, "agent %" PRIu64 " has call %" PRIu64 ", which is not there",
                    agent->person, agent->call);
        return;
    }
    uint64_t state = offered ? call_state_offered : call_state_talking;
    if ((offered || talking) && (call.agent != agent->person || call.state != state)) {
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

static void line_counts_its_queue(struct check *check, const union any_row *row)
{
    const struct row_line *line = &row->line;
    struct row_call call = {.wait_line = line->line};
    struct cursor cursor;
    uint64_t waiting = 0;
    cursor_index(&cursor, check->txn, INDEX_call_by_queue, 1, &call, false, false);
    while (cursor_next(&cursor, &call)) waiting++;
    if (waiting != line->waiting) {
        check_fault(check, "line %" PRIu64 " counts %" PRIu64 " waiting calls and has %" PRIu64,
                    line->line, line->waiting, waiting);
    }
}

/* Nobody waits while somebody is ready. */
static void nobody_waits_for_nothing(struct check *check, const union any_row *row)
{
    (void)row;
    struct row_agent agent = {.ready = 1};
    struct cursor cursor;
    struct row_line line = {0};
    if (!index_find(check->txn, INDEX_agent_by_ready, 1, &agent)) return;
    cursor_table(&cursor, check->txn, TABLE_line, 0, &line, false, false);
    while (cursor_next(&cursor, &line)) {
        if (line.waiting == 0) continue;
        check_fault(check,
                    "line %" PRIu64 " has %" PRIu64 " calls waiting while agent %" PRIu64
                    " is ready",
                    line.line, line.waiting, agent.person);
    }
}

static void minutes_add_up(struct check *check, const union any_row *row)
{
    (void)row;
    const struct row_minute *sum = &check->minutes;
    if (check->minutes_fall) check_fault(check, "a minute has smaller sums than the one before");
    if (sum->arrived != check->calls || sum->answered != check->answered ||
        sum->abandoned != check->abandoned || sum->in_target > sum->answered) {
        check_fault(check,
                    "the minutes count %" PRIu64 " arrived, %" PRIu64 " answered, %" PRIu64
                    " abandoned; the calls %" PRIu64 ", %" PRIu64 ", %" PRIu64,
                    sum->arrived, sum->answered, sum->abandoned, check->calls, check->answered,
                    check->abandoned);
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
    {"agent_has_a_session", TABLE_agent, agent_has_a_session},
    {"line_counts_its_queue", TABLE_line, line_counts_its_queue},
    {"nobody_waits_for_nothing", TABLES, nobody_waits_for_nothing},
    {"minutes_add_up", TABLES, minutes_add_up},
    {NULL, TABLES, NULL},
};
