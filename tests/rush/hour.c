/* The willing hour. Nobody new rings. Who is there does what is next, callers have some patience,
 * the outside answers or does not; consoles that are silent stay so. */
#include <inttypes.h>

#include "tests/rush/rush.h"

enum { TICK_S = 5, TALK_S = 60, LEFT_LATEST_MIN = 20 };

/* The agent has this call in hand. */
static void go_on(struct rush *rush, struct somebody *who, const struct row_agent *agent)
{
    struct row_call call;
    bool there = call_get(world_txn(&rush->world), agent->call, &call);
    ASSERT(there);
    uint64_t id = call.call;
    bool other = call.second == who->person;
    bool long_enough = rush->world.now_ms >= agent->since_ms + TALK_S * SECOND_MS;
    switch ((enum call_state)call.state) {
    case call_state_offered:
    case call_state_recalled:
        RUSH_ASK(rush, who, call_answer, .call = id);
        break;
    case call_state_asking:
        if (other)
            RUSH_ASK(rush, who, call_answer, .call = id);
        else if (long_enough)
            RUSH_ASK(rush, who, call_take_back, .call = id);
        break;
    case call_state_talking:
        if (long_enough) RUSH_ASK(rush, who, call_end, .call = id);
        break;
    case call_state_held:
        RUSH_ASK(rush, who, call_resume, .call = id);
        break;
    case call_state_consulting:
        if (other && long_enough)
            RUSH_ASK(rush, who, call_leave, .call = id);
        else if (!other)
            RUSH_ASK(rush, who, call_complete, .call = id);
        break;
    case call_state_conference:
        if (long_enough) RUSH_ASK(rush, who, call_leave, .call = id);
        break;
    case call_state_joining:
        RUSH_ASK(rush, who, call_confirm, .call = id);
        break;
    case call_state_dialing:
        if (below(rush, 3))
            RUSH_ASK(rush, who, call_reached, .call = id);
        else
            RUSH_ASK(rush, who, call_failed, .call = id, .reason = fail_reason_no_answer);
        break;
    case call_state_none:
    case call_state_waiting:
    case call_state_outside:
    case call_state_callback:
    case call_state_ended:
    case call_state_abandoned:
    case call_state_unreached:
        rush_wrong(rush, "agent %s has call %" PRIu64 " in state %" PRIu64, who->number, id,
                   call.state);
        break;
    }
}

static void agent_willing(struct rush *rush, struct somebody *who)
{
    struct row_agent agent;
    if (who->silent) return;
    agent_row(rush, who, &agent);
    switch ((enum agent_state)agent.state) {
    case agent_state_none:
    case agent_state_out:
        sign_in(rush, who);
        RUSH_ASK(rush, who, agent_ready, 0);
        break;
    case agent_state_wrapping:
    case agent_state_break:
    case agent_state_missed:
        RUSH_ASK(rush, who, agent_ready, 0);
        break;
    case agent_state_ready:
        break;
    case agent_state_offered:
    case agent_state_talking:
    case agent_state_holding:
        go_on(rush, who, &agent);
        break;
    case agent_state_offline:
    case agent_state_absent:
        rush_wrong(rush, "agent %s is there and in state %" PRIu64, who->number, agent.state);
        break;
    }
}

/* A caller who has waited long gives up; an outside number answers or does not. */
static void others_willing(struct rush *rush)
{
    struct somebody *trunk = &rush->people[TRUNK];
    struct row_call calls[64], row = {.live = 1};
    struct cursor cursor;
    size_t n = 0;
    cursor_index(&cursor, world_txn(&rush->world), INDEX_call_by_live, 1, &row, false, false);
    while (n < sizeof calls / sizeof *calls && cursor_next(&cursor, &row))
        if (row.state != call_state_callback) calls[n++] = row;
    if (trunk->session == 0) sign_in(rush, trunk);
    for (size_t i = 0; i < n; i++) {
        uint64_t id = calls[i].call;
        uint64_t leaves_ms = calls[i].entered_ms + (1 + id % LEFT_LATEST_MIN) * MINUTE_MS;
        if (calls[i].state == call_state_waiting && rush->world.now_ms > leaves_ms)
            RUSH_ASK(rush, trunk, call_hang_up, .call = id);
        if (calls[i].state == call_state_asking && calls[i].outside)
            RUSH_ASK(rush, trunk, call_joined, .call = id);
        if (calls[i].state == call_state_outside && id % 2)
            RUSH_ASK(rush, trunk, call_confirm, .call = id);
    }
}

/* Somebody who is there has the skill that this call's queue asks for. */
static bool somebody_can(struct rush *rush, const struct row_call *call)
{
    struct txn *txn = world_txn(&rush->world);
    struct row_queue queue;
    bool there = queue_get(txn, call->queue, &queue);
    ASSERT(there);
    for (size_t i = 0; i < RUSH_AGENTS; i++) {
        const struct somebody *who = &rush->people[i];
        struct row_mastery mastery = {.person = who->person, .skill = queue.skill};
        if (who->silent) continue;
        if (queue.skill == 0) return true;
        if (table_get(txn, TABLE_mastery, &mastery) && mastery.level &&
            mastery.level <= call->level && !mastery.surge)
            return true;
    }
    return false;
}

/* What is still alive is promised for later, or needs somebody who is not there. */
static void calls_over(struct rush *rush)
{
    struct row_call row = {.live = 1};
    struct cursor cursor;
    cursor_index(&cursor, world_txn(&rush->world), INDEX_call_by_live, 1, &row, false, false);
    while (cursor_next(&cursor, &row)) {
        bool later = row.state == call_state_callback && row.open_ms > rush->world.now_ms;
        bool nobody = row.state == call_state_callback && !somebody_can(rush, &row);
        bool fresh = row.answered_ms + 2 * TALK_S * SECOND_MS > rush->world.now_ms ||
                     row.offered_ms + TALK_S * SECOND_MS > rush->world.now_ms;
        if (!later && !nobody && !fresh)
            rush_wrong(rush,
                       "call %" PRIu64 " is stuck in state %" PRIu64 " with agent %" PRIu64
                       ", second %" PRIu64 ", origin %" PRIu64,
                       row.call, row.state, row.agent, row.second, row.origin);
    }
}

/* Out of whatever call it is: any agent in a call can end their part in it. */
static void lay_down(struct rush *rush, struct somebody *who)
{
    struct row_agent agent;
    agent_row(rush, who, &agent);
    if (agent.state == agent_state_offered) go_on(rush, who, &agent);
    agent_row(rush, who, &agent);
    if (agent.state != agent_state_talking && agent.state != agent_state_holding) return;
    if (!RUSH_ASK(rush, who, call_hang_up, .call = agent.call))
        RUSH_ASK(rush, who, call_failed, .call = agent.call, .reason = fail_reason_aborted);
}

/* Who is there goes home; of who is silent, the console ends the session. */
static void agents_leave(struct rush *rush)
{
    for (size_t i = 0; i < RUSH_AGENTS && !rush->why[0]; i++) {
        struct somebody *who = &rush->people[i];
        struct row_agent agent;
        agent_row(rush, who, &agent);
        if (who->silent) {
            if (agent.call && agent.state != agent_state_absent)
                rush_wrong(rush, "silent agent %s is in state %" PRIu64, who->number, agent.state);
            if (who->session) RUSH_ASK(rush, NULL, session_end, .session = who->session);
            silence(rush, who, false);
        } else {
            lay_down(rush, who);
            RUSH_ASK(rush, who, session_close, 0);
        }
        agent_row(rush, who, &agent);
        if (agent.state != agent_state_out && agent.state != agent_state_none)
            rush_wrong(rush, "agent %s cannot leave state %" PRIu64, who->number, agent.state);
        who->session = 0;
    }
}

static void come_back(struct rush *rush)
{
    for (size_t i = 0; i < RUSH_AGENTS; i++) {
        struct somebody *who = &rush->people[i];
        if (who->silent && below(rush, 2)) silence(rush, who, false);
    }
}

void willing_hour(struct rush *rush)
{
    rush->counts.hours++;
    come_back(rush);
    for (uint64_t s = 0; s < 3600 && !rush->why[0]; s += TICK_S) {
        for (size_t i = 0; i < RUSH_AGENTS; i++) agent_willing(rush, &rush->people[i]);
        others_willing(rush);
        pass(rush, TICK_S * SECOND_MS);
    }
    calls_over(rush);
    agents_leave(rush);
}
