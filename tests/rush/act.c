/* What somebody does at random. Mostly it fits the call's state and comes from who has it; one time
 * in ten it is any request from anybody. */
#include <inttypes.h>
#include <stdio.h>

#include "tests/rush/rush.h"

struct slice some_number(struct rush *rush)
{
    static const char *const numbers[] = {"13800138000", "13800138001", "13800138002",
                                          "13800138003", "13800138004", "13800138005"};
    return slice_of(numbers[below(rush, sizeof numbers / sizeof *numbers)]);
}

static struct somebody *some_agent(struct rush *rush)
{
    return &rush->people[below(rush, RUSH_AGENTS)];
}

/* But not who is silent: whatever they asked would be the end of it. */
static struct somebody *anybody(struct rush *rush)
{
    struct somebody *who = &rush->people[below(rush, RUSH_PEOPLE)];
    return who->silent ? &rush->people[TRUNK] : who;
}

static struct code some_queue(struct rush *rush)
{
    static const char *const queues[] = {"12345", "12328", "QA", "QB", "QZ"};
    return code_of(queues[below(rush, sizeof queues / sizeof *queues)]);
}

/* Who can take a call now, mostly. */
static struct code some_ready(struct rush *rush)
{
    struct row_agent agent;
    for (int i = 0; i < RUSH_AGENTS; i++) {
        const struct somebody *who = some_agent(rush);
        agent_row(rush, who, &agent);
        if (agent.state == agent_state_ready) return code_of(who->number);
    }
    return code_of(some_agent(rush)->number);
}

static void arrive(struct rush *rush)
{
    struct req_call_arrive req = {.line = code_of(below(rush, 4) ? "12345" : "12328")};
    if (rush->counts.calls + 1 >= RUSH_CALLS) return;
    if (below(rush, 3)) req.from = some_number(rush);
    if (below(rush, 3) == 0) req.queue = some_queue(rush);
    if (below(rush, 20) == 0) req.priority = 1 + below(rush, 4);
    if (rush_ask(rush, &rush->people[TRUNK], request_call_arrive, &req).out.reject == REJECT_OK)
        rush->counts.calls++;
}

static void fail(struct rush *rush, struct somebody *who, uint64_t call)
{
    RUSH_ASK(rush, who, call_failed, .call = call, .reason = 1 + below(rush, 5));
}

static void pass_on(struct rush *rush, struct somebody *who, uint64_t call)
{
    struct slice note = slice_of("请接着办");
    switch (below(rush, 10)) { /* mostly they ask a colleague first */
    case 0:
        RUSH_ASK(rush, who, call_transfer, .call = call, .to = some_ready(rush), .note = note);
        break;
    case 1:
        RUSH_ASK(rush, who, call_transfer, .call = call, .queue = some_queue(rush));
        break;
    case 2:
        RUSH_ASK(rush, who, call_refer, .call = call, .outside = slice_of("02088888888"));
        break;
    case 3:
        RUSH_ASK(rush, who, call_consult, .call = call, .outside = slice_of("02088888888"));
        break;
    default:
        RUSH_ASK(rush, who, call_consult, .call = call, .to = some_ready(rush), .note = note);
        break;
    }
}

static void talking(struct rush *rush, struct somebody *own, struct somebody *trunk, uint64_t call)
{
    uint64_t dice = below(rush, 10);
    if (dice < 2)
        RUSH_ASK(rush, own, call_end, .call = call);
    else if (dice < 3)
        RUSH_ASK(rush, trunk, call_hang_up, .call = call);
    else if (dice < 5)
        RUSH_ASK(rush, below(rush, 4) ? own : trunk, call_hold, .call = call);
    else
        pass_on(rush, own, call);
}

static void held(struct rush *rush, struct somebody *own, uint64_t call)
{
    if (below(rush, 2))
        RUSH_ASK(rush, own, call_resume, .call = call);
    else if (below(rush, 6) == 0)
        RUSH_ASK(rush, own, call_end, .call = call);
    else
        pass_on(rush, own, call);
}

static void asking(struct rush *rush, struct somebody *own, struct somebody *other, uint64_t call)
{
    uint64_t dice = below(rush, 8);
    if (dice == 0)
        RUSH_ASK(rush, own, call_take_back, .call = call);
    else if (dice == 1)
        fail(rush, &rush->people[TRUNK], call);
    else if (dice == 2)
        RUSH_ASK(rush, other, call_leave, .call = call);
    else if (dice < 6)
        RUSH_ASK(rush, other, call_answer, .call = call);
    else
        RUSH_ASK(rush, &rush->people[TRUNK], call_joined, .call = call);
}

static void consulting(struct rush *rush, struct somebody *own, struct somebody *other,
                       uint64_t call)
{
    uint64_t dice = below(rush, 6);
    if (dice == 0)
        RUSH_ASK(rush, own, call_take_back, .call = call);
    else if (dice == 1)
        RUSH_ASK(rush, other, call_leave, .call = call);
    else if (dice < 4)
        RUSH_ASK(rush, own, call_complete, .call = call, .note = slice_of("请接着办"));
    else
        RUSH_ASK(rush, own, call_conference, .call = call);
}

static void confer(struct rush *rush, struct somebody *own, struct somebody *other, uint64_t call)
{
    uint64_t dice = below(rush, 8);
    if (dice == 0)
        RUSH_ASK(rush, own, call_end, .call = call);
    else if (dice == 1)
        RUSH_ASK(rush, &rush->people[TRUNK], call_hang_up, .call = call);
    else if (dice < 5) /* else they talk */
        RUSH_ASK(rush, dice % 2 ? own : other, call_leave, .call = call);
}

/* Whoever is a nuisance is not heard for a while. */
static void block(struct rush *rush)
{
    struct row_call call;
    if (!live_call(rush, &call)) return;
    RUSH_ASK(rush, somebody_of(rush, call.agent), caller_mark, .call = call.call,
             .kind = nuisance_abuse);
    RUSH_ASK(rush, &rush->people[LEAD], caller_block, .call = call.call,
             .until_ms = rush->world.now_ms + 5 * MINUTE_MS, .reason = slice_of("多次辱骂"));
}

/* What somebody who has to do with this call does now. */
static void act_on(struct rush *rush, const struct row_call *call)
{
    struct somebody *trunk = &rush->people[TRUNK], *lead = &rush->people[LEAD];
    struct somebody *own = somebody_of(rush, call->agent);
    struct somebody *other = somebody_of(rush, call->second);
    struct somebody *origin = somebody_of(rush, call->origin);
    uint64_t id = call->call;
    if (!own || own->silent) own = trunk;
    if (!other || other->silent) other = trunk;
    if (!origin || origin->silent) origin = trunk;
    if (below(rush, 15) == 0 && RUSH_ASK(rush, trunk, call_hang_up, .call = id)) return;
    switch ((enum call_state)call->state) {
    case call_state_waiting:
        RUSH_ASK(rush, below(rush, 2) ? trunk : lead, call_promise, .call = id,
                 .number = below(rush, 2) ? some_number(rush) : slice_of(""));
        break;
    case call_state_offered:
    case call_state_recalled:
        if (below(rush, 4)) RUSH_ASK(rush, own, call_answer, .call = id);
        break;
    case call_state_talking:
        talking(rush, own, trunk, id);
        break;
    case call_state_held:
        held(rush, own, id);
        break;
    case call_state_asking:
        asking(rush, own, other, id);
        break;
    case call_state_consulting:
        consulting(rush, own, other, id);
        break;
    case call_state_conference:
        confer(rush, own, other, id);
        break;
    case call_state_joining:
        if (below(rush, 4) == 0)
            RUSH_ASK(rush, trunk, call_hang_up, .call = id);
        else if (below(rush, 2)) /* else nobody says that both talk */
            RUSH_ASK(rush, own, call_confirm, .call = id);
        break;
    case call_state_outside:
        if (below(rush, 2))
            RUSH_ASK(rush, below(rush, 2) ? trunk : origin, call_confirm, .call = id);
        else
            fail(rush, trunk, id);
        break;
    case call_state_callback:
        if (below(rush, 10) == 0)
            RUSH_ASK(rush, lead, call_withdraw, .call = id, .reason = slice_of("不必回电"));
        break;
    case call_state_dialing:
        if (below(rush, 2))
            RUSH_ASK(rush, own, call_reached, .call = id);
        else
            fail(rush, own, id);
        break;
    case call_state_none:
    case call_state_ended:
    case call_state_abandoned:
    case call_state_unreached:
        break;
    }
}

/* Something about a call, no matter whose or when. */
static void blunder(struct rush *rush, const struct row_call *call)
{
    struct somebody *who = anybody(rush);
    uint64_t id = below(rush, 10) ? call->call : 1 + below(rush, rush->counts.calls + 2);
    switch (below(rush, 12)) {
    case 0:
        RUSH_ASK(rush, who, call_answer, .call = id);
        break;
    case 1:
        RUSH_ASK(rush, who, call_end, .call = id);
        break;
    case 2:
        RUSH_ASK(rush, who, call_hang_up, .call = id);
        break;
    case 3:
        RUSH_ASK(rush, who, call_resume, .call = id);
        break;
    case 4:
        RUSH_ASK(rush, who, call_take_back, .call = id);
        break;
    case 5:
        RUSH_ASK(rush, who, call_complete, .call = id);
        break;
    case 6:
        RUSH_ASK(rush, who, call_confirm, .call = id);
        break;
    case 7:
        RUSH_ASK(rush, who, call_leave, .call = id);
        break;
    case 8:
        RUSH_ASK(rush, who, call_reached, .call = id);
        break;
    case 9:
        fail(rush, who, id);
        break;
    case 10:
        RUSH_ASK(rush, who, call_joined, .call = id);
        break;
    default:
        pass_on(rush, who, id);
        break;
    }
}

static void agent_acts(struct rush *rush)
{
    struct somebody *who = some_agent(rush);
    struct row_agent agent;
    agent_row(rush, who, &agent);
    if (who->silent) return;
    if (who->session == 0 || agent.state == agent_state_out) {
        sign_in(rush, who);
    } else if (below(rush, 30) == 0) {
        RUSH_ASK(rush, who, session_close, 0);
    } else if (below(rush, 12) == 0) {
        RUSH_ASK(rush, who, agent_pause,
                 .reason = break_reason_start + 1 + below(rush, break_reason_other - 1));
    } else if (below(rush, 25) == 0) {
        if (RUSH_ASK(rush, who, call_dial, .line = code_of("12345"), .to = some_number(rush)))
            rush->counts.calls++;
    } else if (below(rush, 40) == 0) {
        uint64_t now_ms = rush->world.now_ms;
        if (RUSH_ASK(rush, who, call_enter, .line = code_of("12345"),
                     .arrived_ms = now_ms - 3 * MINUTE_MS, .answered_ms = now_ms - 2 * MINUTE_MS,
                     .ended_ms = now_ms - MINUTE_MS))
            rush->counts.calls++;
    } else if (below(rush, 25) == 0) {
        if (RUSH_ASK(rush, who, call_arrive, .line = code_of("12345"), .here = 1))
            rush->counts.calls++;
    } else {
        RUSH_ASK(rush, who, agent_ready, 0);
    }
}

static void lead_acts(struct rush *rush)
{
    struct somebody *lead = &rush->people[LEAD];
    struct code number = code_of(some_agent(rush)->number);
    struct code skill = code_of(below(rush, 2) ? "A" : "B");
    uint64_t now_ms = rush->world.now_ms;
    if (lead->session == 0) sign_in(rush, lead);
    switch (below(rush, 9)) {
    case 8:
        block(rush);
        break;
    case 0:
        RUSH_ASK(rush, lead, agent_allow, .number = number);
        break;
    case 1:
        RUSH_ASK(rush, lead, agent_refuse, .number = number);
        break;
    case 2:
        RUSH_ASK(rush, lead, agent_borrow, .number = number, .skill = skill,
                 .level = 1 + below(rush, 9), .until_ms = now_ms + below(rush, 600) * SECOND_MS);
        break;
    case 3:
        RUSH_ASK(rush, lead, agent_return, .number = number, .skill = skill);
        break;
    case 4:
        RUSH_ASK(rush, lead, surge_start, .reason = slice_of("暴雨"));
        break;
    case 5:
        RUSH_ASK(rush, lead, surge_end, 0);
        break;
    case 6:
        RUSH_ASK(rush, NULL, queue_change, .code = some_queue(rush), .anew = 1, .skill = skill,
                 .level = 1 + below(rush, 9), .relax_s = below(rush, 60),
                 .most_s = below(rush, 300), .offer_s = below(rush, 60));
        break;
    default:
        RUSH_ASK(rush, lead, line_extend, .line = code_of("12328"), .from_ms = now_ms,
                 .until_ms = now_ms + HOUR_MS, .reason = slice_of("延时"));
        break;
    }
}

void act(struct rush *rush)
{
    struct row_call call;
    uint64_t dice = below(rush, 20);
    if (rush->people[TRUNK].session == 0) sign_in(rush, &rush->people[TRUNK]);
    if (dice < 3)
        arrive(rush);
    else if (dice < 9)
        agent_acts(rush);
    else if (dice < 10)
        lead_acts(rush);
    else if (!live_call(rush, &call))
        arrive(rush);
    else if (call.state == call_state_callback && dice < 18)
        agent_acts(rush);
    else if (dice < 12)
        blunder(rush, &call);
    else
        act_on(rush, &call);
}
