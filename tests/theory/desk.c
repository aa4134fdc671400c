/* The callers at Rexian: every one a call of the real core, answered the moment it is offered, by
 * agents who are ready the moment they have hung up. */
#include <stdlib.h>

#include "tests/theory/theory.h"

enum happening { TALKED, READY, TIRED, NEXT }; /* at the same instant in this order */

struct event {
    uint64_t at_ms;
    enum happening kind;
    size_t caller;
};

struct desk {
    struct floor floor;
    struct caller *callers;
    size_t n;
    uint64_t begin_ms, dawdle_ms;
    uint64_t *calls; /* of each caller */
    size_t *agents;  /* who talks to the caller, counted from 1; 0: nobody */
    struct event *events;
    size_t n_events, room;
};

static bool before(const struct event *a, const struct event *b)
{
    if (a->at_ms != b->at_ms) return a->at_ms < b->at_ms;
    return a->kind != b->kind ? a->kind < b->kind : a->caller < b->caller;
}

static void event_put(struct desk *desk, uint64_t at_ms, enum happening kind, size_t caller)
{
    if (desk->n_events == desk->room) {
        desk->room = desk->room ? desk->room * 2 : 1024;
        desk->events = realloc(desk->events, desk->room * sizeof *desk->events);
        ASSERT(desk->events);
    }
    struct event *events = desk->events;
    size_t i = desk->n_events++;
    events[i] = (struct event){at_ms, kind, caller};
    for (; i > 0 && before(&events[i], &events[(i - 1) / 2]); i = (i - 1) / 2) {
        struct event was = events[i];
        events[i] = events[(i - 1) / 2];
        events[(i - 1) / 2] = was;
    }
}

static bool event_take(struct desk *desk, struct event *event)
{
    struct event *events = desk->events;
    if (desk->n_events == 0) return false;
    *event = events[0];
    events[0] = events[--desk->n_events];
    for (size_t i = 0, child; (child = 2 * i + 1) < desk->n_events; i = child) {
        if (child + 1 < desk->n_events && before(&events[child + 1], &events[child])) child++;
        if (!before(&events[child], &events[i])) break;
        struct event was = events[i];
        events[i] = events[child];
        events[child] = was;
    }
    return true;
}

static struct row_call row_of(struct desk *desk, uint64_t call)
{
    struct row_call row;
    bool there = call_get(floor_txn(&desk->floor), call, &row);
    ASSERT(there);
    return row;
}

/* Calls and callers count up alike. */
static size_t caller_of(const struct desk *desk, uint64_t call)
{
    size_t i = (size_t)(call - desk->calls[0]);
    ASSERT(i < desk->n && desk->calls[i] == call);
    return i;
}

static void answer(struct desk *desk, uint64_t call, uint64_t person)
{
    size_t i = caller_of(desk, call), agent = floor_agent(&desk->floor, person);
    FLOOR_ASK(&desk->floor, &desk->floor.agents[agent], call_answer, .call = call);
    struct row_call row = row_of(desk, call);
    ASSERT(row.state == call_state_talking && row.agent == person);
    desk->agents[i] = agent + 1;
    desk->callers[i].wait = (uint32_t)(row.answered_ms - row.arrived_ms);
    event_put(desk, desk->floor.now_ms + desk->callers[i].talk, TALKED, i);
}

static void arrive(struct desk *desk, size_t i)
{
    FLOOR_ASK(&desk->floor, &desk->floor.trunk, call_arrive, .line = floor_line(0));
    desk->calls[i] = desk->floor.out.answer.done.id;
    if (desk->callers[i].patience != UINT32_MAX)
        event_put(desk, desk->floor.now_ms + desk->callers[i].patience, TIRED, i);
    if (i + 1 < desk->n)
        event_put(desk, desk->begin_ms + desk->callers[i + 1].arrives, NEXT, i + 1);
    struct row_call row = row_of(desk, desk->calls[i]);
    if (row.state == call_state_offered) answer(desk, row.call, row.agent);
}

static void finish(struct desk *desk, size_t i)
{
    const struct who *who = &desk->floor.agents[desk->agents[i] - 1];
    FLOOR_ASK(&desk->floor, who, call_end, .call = desk->calls[i]);
    event_put(desk, desk->floor.now_ms + desk->dawdle_ms, READY, i);
}

static void be_ready(struct desk *desk, size_t i)
{
    const struct who *who = &desk->floor.agents[desk->agents[i] - 1];
    struct row_agent agent;
    FLOOR_ASK(&desk->floor, who, agent_ready, 0);
    agent_get(floor_txn(&desk->floor), who->person, &agent);
    if (agent.state == agent_state_offered) answer(desk, agent.call, who->person);
}

static void tire(struct desk *desk, size_t i)
{
    if (desk->agents[i]) return;
    FLOOR_ASK(&desk->floor, &desk->floor.trunk, call_hang_up, .call = desk->calls[i]);
    struct row_call row = row_of(desk, desk->calls[i]);
    ASSERT(row.state == call_state_abandoned);
    desk->callers[i].left = true;
    desk->callers[i].wait = (uint32_t)(row.ended_ms - row.arrived_ms);
}

unsigned desk_serve(const struct flow *flow, struct caller *callers, size_t n)
{
    struct desk desk = {.callers = callers, .n = n, .dawdle_ms = flow->dawdle_ms};
    struct event event;
    floor_open(&desk.floor, flow->seed);
    floor_people(&desk.floor, flow->agents);
    for (size_t i = 0; i < flow->agents; i++)
        FLOOR_ASK(&desk.floor, &desk.floor.agents[i], agent_ready, 0);
    desk.calls = calloc(n, sizeof *desk.calls);
    desk.agents = calloc(n, sizeof *desk.agents);
    ASSERT(desk.calls && desk.agents);
    desk.begin_ms = desk.floor.now_ms;
    event_put(&desk, desk.begin_ms + callers[0].arrives, NEXT, 0);
    while (event_take(&desk, &event)) {
        floor_go(&desk.floor, event.at_ms);
        switch (event.kind) {
        case TALKED:
            finish(&desk, event.caller);
            break;
        case READY:
            be_ready(&desk, event.caller);
            break;
        case TIRED:
            tire(&desk, event.caller);
            break;
        case NEXT:
            arrive(&desk, event.caller);
            break;
        }
    }
    unsigned faults = floor_check(&desk.floor);
    floor_close(&desk.floor);
    free(desk.calls);
    free(desk.agents);
    free(desk.events);
    return faults;
}
