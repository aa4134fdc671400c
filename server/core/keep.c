#include "server/core/keep.h"

bool call_state_live(uint64_t state)
{
    return state != call_state_none && state != call_state_ended && state != call_state_abandoned &&
           state != call_state_unreached;
}

bool call_state_leased(uint64_t state)
{
    return state == call_state_offered || state == call_state_recalled ||
           state == call_state_asking || state == call_state_joining || state == call_state_outside;
}

bool call_state_on_hold(uint64_t state)
{
    return state == call_state_held || state == call_state_asking || state == call_state_consulting;
}

bool call_same_stay(const struct row_call *call)
{
    return call->state == call_state_recalled || call->stay != 0;
}

bool agent_state_at_work(uint64_t state)
{
    return state == agent_state_ready || state == agent_state_offered ||
           state == agent_state_talking || state == agent_state_holding ||
           state == agent_state_wrapping;
}

static void count_move(uint64_t *count, bool more)
{
    ASSERT(more || *count > 0);
    *count = more ? *count + 1 : *count - 1;
}

static void queue_count(struct txn *txn, const struct row_call *call, bool more)
{
    bool waits = call->state == call_state_waiting, promised = call->state == call_state_callback;
    if (!waits && !promised && !call->stay && !call->promise) return;
    struct row_queue queue;
    bool there = queue_get(txn, call->queue, &queue);
    ASSERT(there);
    if (waits) count_move(&queue.waiting, more);
    if (promised) count_move(&queue.callbacks, more);
    if (call->wait_queue) count_move(&queue.standing, more);
    if (call->stay) count_move(&queue.stays, more);
    if (call->promise == call->queue) count_move(&queue.promises, more);
    queue_put(txn, &queue);
    if (!call->promise || call->promise == call->queue) return;
    there = queue_get(txn, call->promise, &queue);
    ASSERT(there);
    count_move(&queue.promises, more);
    queue_put(txn, &queue);
}

static void timer_move(struct txn *txn, uint64_t from_ms, uint64_t to_ms, enum timer_kind kind,
                       uint64_t object)
{
    if (from_ms == to_ms) return;
    if (from_ms) timer_clear(txn, from_ms, kind, object);
    if (to_ms) timer_set(txn, to_ms, kind, object);
}

static bool callback_open(uint64_t state)
{
    return state == call_state_callback || state == call_state_recalled ||
           state == call_state_dialing;
}

static enum call_event arrival_counts_as(const struct row_call *call)
{
    if (call->how == call_end_blocked) return call_event_block;
    if (call->how == call_end_closed) return call_event_turn_away;
    if (call->how == call_end_entered) return call_event_enter;
    if (call->state == call_state_talking) return call_event_meet;
    if (call->state == call_state_callback) return call_event_shut;
    if (call->state == call_state_dialing) return call_event_dial;
    return call_event_none;
}

/* What a call counts as is decided once: by its arrival, or by what ends its wait for a first
 * answer. */
static enum call_event counts_as(const struct row_call *call, bool arrives)
{
    if (arrives) return arrival_counts_as(call);
    if (call->first_answered_ms) return call_event_answer;
    if (call->state == call_state_abandoned) return call_event_hang_up;
    if (call->state == call_state_callback) return call_event_promise;
    return call_event_none;
}

/* The stay goes on while the call rings, and ends with the answer; docs/figures.md. */
static void call_marks(struct row_call *call, const struct row_call *before)
{
    bool waits = call->state == call_state_waiting, rings = call->state == call_state_offered;
    call->stay = waits ? call->queue : rings ? before->stay : 0;
    if (!callback_open(call->state))
        call->promise = 0;
    else if (!callback_open(before->state) && !call->dialled)
        call->promise = call->queue;
    if (call->counted == call_event_none) call->counted = counts_as(call, before->state == 0);
}

void call_keep(struct txn *txn, struct row_call *call)
{
    struct row_call before;
    if (!call_get(txn, call->call, &before)) before = (struct row_call){.call = call->call};
    bool waits = call->state == call_state_waiting;
    bool promised = call->state == call_state_callback;
    call->live = call_state_live(call->state);
    call->owed = call->promised && (promised || call->state == call_state_recalled ||
                                    call->state == call_state_dialing);
    call->wait_queue = waits || (promised && call->open_ms == 0) ? call->queue : 0;
    if (!waits && !promised) call->next_ms = call->step = 0;
    if (!call_state_leased(call->state)) call->until_ms = call->origin = 0;
    if (!call_state_on_hold(call->state)) call->hold_since_ms = 0;
    call_marks(call, &before);
    queue_count(txn, &before, false);
    queue_count(txn, call, true);
    timer_move(txn, before.until_ms, call->until_ms, timer_kind_offer, call->call);
    timer_move(txn, before.next_ms, call->next_ms, timer_kind_wait, call->call);
    call_put(txn, call);
}

static void crew_count(struct txn *txn, uint64_t skill, bool at_work, bool ready, bool more)
{
    struct row_crew crew;
    if (!at_work && !ready) return;
    if (!crew_get(txn, skill, &crew)) crew = (struct row_crew){.skill = skill};
    ASSERT(more || (crew.at_work >= at_work && crew.ready >= ready));
    crew.at_work = more ? crew.at_work + at_work : crew.at_work - at_work;
    crew.ready = more ? crew.ready + ready : crew.ready - ready;
    crew_put(txn, &crew);
}

/* One skill of an agent, as far as the state lets it count. */
static void skill_count(struct txn *txn, const struct row_agent *agent, uint64_t skill,
                        uint64_t level, bool more)
{
    const struct row_readiness row = {
        .skill = skill, .level = level, .ready_ms = agent->ready_ms, .person = agent->person};
    if (agent->ready && more) table_put(txn, TABLE_readiness, &row);
    if (agent->ready && !more) table_delete(txn, TABLE_readiness, &row);
    crew_count(txn, skill, agent_state_at_work(agent->state), agent->ready != 0, more);
}

static void skills_count(struct txn *txn, const struct row_agent *agent, bool more)
{
    struct row_mastery mastery = {.person = agent->person};
    struct row_surge surge;
    struct cursor cursor;
    if (!agent_state_at_work(agent->state)) return;
    bool on = surge_get(txn, 1, &surge) && surge.on;
    skill_count(txn, agent, 0, 1, more);
    cursor_table(&cursor, txn, TABLE_mastery, 1, &mastery, false, false);
    while (cursor_next(&cursor, &mastery)) {
        if (mastery.level == 0 || (mastery.surge && !on)) continue;
        skill_count(txn, agent, mastery.skill, mastery.level, more);
    }
}

static enum timer_kind limit_kind_of(uint64_t state)
{
    return state == agent_state_wrapping  ? timer_kind_wrap
           : state == agent_state_holding ? timer_kind_hold
           : state == agent_state_offline ? timer_kind_offline
                                          : timer_kind_break;
}

void agent_keep(struct txn *txn, struct row_agent *agent, uint64_t at_ms)
{
    struct row_agent before;
    if (!agent_get(txn, agent->person, &before))
        before = (struct row_agent){.person = agent->person};
    skills_count(txn, &before, false);
    agent->ready = agent->state == agent_state_ready;
    if (!agent->ready) agent->ready_ms = 0;
    if (agent->ready && !before.ready) agent->ready_ms = at_ms;
    if (before.limit_ms)
        timer_clear(txn, before.limit_ms, limit_kind_of(before.state), agent->person);
    if (agent->limit_ms)
        timer_set(txn, agent->limit_ms, limit_kind_of(agent->state), agent->person);
    agent_put(txn, agent);
    skills_count(txn, agent, true);
}

void agent_skills_off(struct txn *txn, uint64_t person)
{
    struct row_agent agent;
    if (agent_get(txn, person, &agent)) skills_count(txn, &agent, false);
}

void agent_skills_on(struct txn *txn, uint64_t person)
{
    struct row_agent agent;
    if (agent_get(txn, person, &agent)) skills_count(txn, &agent, true);
}
