/* What the facts about calls do to the tables. The next state always comes from the life table, so
 * that journal and rules cannot disagree. */
#include "server/core/keep.h"
#include "server/core/nuisance.h"

void trail_put(struct txn *txn, enum object object, uint64_t id, uint64_t seq)
{
    const struct row_trail row = {.object = object, .id = id, .seq = seq};
    table_put(txn, TABLE_trail, &row);
}

static struct row_call call_of(struct txn *txn, uint64_t id)
{
    struct row_call call;
    bool there = call_get(txn, id, &call);
    ASSERT(there);
    return call;
}

static void call_next(struct row_call *call, enum call_event event)
{
    const struct life_row *life = life_find(LIFE_call, call->state, event);
    ASSERT(life);
    call->state = life->next;
}

/* The line's own queue has the line's number. */
static uint64_t queue_of(uint64_t queue, uint64_t line)
{
    return queue ? queue : line;
}

struct stand {
    uint64_t queue, order_ms, next_ms, step, level, place;
};

/* A new stay in a queue, or the same one again after an offer that nobody took. */
static void queue_enter(struct row_call *call, const struct fact *fact, const struct stand *stand)
{
    call->queue = stand->queue;
    call->order_ms = stand->order_ms;
    call->entered_ms = fact->at_ms;
    call->level = stand->level ? stand->level : LIMIT_SKILL;
    call->next_ms = stand->next_ms;
    call->step = stand->step;
    call->place = stand->place;
    call->agent = call->origin = call->second = call->outside = 0;
}

static void note_keep(struct row_call *call, const struct fact *fact, struct slice note,
                      uint64_t by)
{
    if (note.n == 0) return;
    call->note_seq = fact->seq;
    call->note_by = by;
}

static enum call_event arrival_event(const struct fact_call_arrived *body)
{
    if (body->event) return (enum call_event)body->event;
    return body->person ? call_event_meet : call_event_arrive;
}

static uint64_t arrival_end(enum call_event event)
{
    return event == call_event_block       ? call_end_blocked
           : event == call_event_turn_away ? call_end_closed
           : event == call_event_enter     ? call_end_entered
                                           : 0;
}

void apply_call_arrived(struct txn *txn, const struct fact *fact,
                        const struct fact_call_arrived *body)
{
    enum call_event event = arrival_event(body);
    struct row_call call = {
        .call = body->call,
        .line = body->line,
        .channel = body->channel,
        .caller = body->caller,
        .arrived_ms = body->arrived_ms ? body->arrived_ms : fact->at_ms,
        .from_seq = body->from.n ? fact->seq : 0,
        .priority = body->priority ? body->priority : call_priority_usual,
        .open_ms = body->open_ms,
        .earlier = body->earlier,
        .contact = body->contact,
        .dialled = event == call_event_dial,
        .promised = event == call_event_shut,
        .how = arrival_end(event),
    };
    counter_use(txn, object_call, body->call);
    if (event == call_event_block) nuisance_refused(txn, &body->caller);
    call_next(&call, event);
    /* its place, should it ever come into a queue */
    queue_enter(&call, fact,
                &(struct stand){queue_of(body->queue, body->line),
                                body->order_ms ? body->order_ms : fact->at_ms, body->next_ms,
                                body->step, body->level, body->place});
    call.agent = body->person;
    if (event == call_event_meet) call.first_answered_ms = call.answered_ms = fact->at_ms;
    if (event == call_event_enter) {
        call.first_answered_ms = call.answered_ms = body->answered_ms;
        call.ended_ms = body->ended_ms;
    } else if (!call_state_live(call.state)) {
        call.ended_ms = fact->at_ms;
    }
    note_keep(&call, fact, body->note, fact->by);
    call_keep(txn, &call);
}

void apply_call_offered(struct txn *txn, const struct fact *fact,
                        const struct fact_call_offered *body)
{
    struct row_call call = call_of(txn, body->call);
    call_next(&call, body->event ? (enum call_event)body->event : call_event_offer);
    call.agent = body->person;
    call.origin = 0;
    call.until_ms = body->until_ms;
    call.offered_ms = fact->at_ms;
    call_keep(txn, &call);
}

void apply_call_answered(struct txn *txn, const struct fact *fact,
                         const struct fact_call_answered *body)
{
    struct row_call call = call_of(txn, body->call);
    call_next(&call, body->event ? (enum call_event)body->event : call_event_answer);
    call.agent = body->person;
    call.origin = 0;
    call.answered_ms = fact->at_ms;
    if (call.first_answered_ms == 0) call.first_answered_ms = fact->at_ms;
    call_keep(txn, &call);
}

void apply_call_lapsed(struct txn *txn, const struct fact *fact,
                       const struct fact_call_lapsed *body)
{
    struct row_call call = call_of(txn, body->call);
    uint64_t entered_ms = call.entered_ms, place = call.place;
    bool same = call_same_stay(&call);
    call_next(&call, call_event_lapse);
    queue_enter(&call, fact,
                &(struct stand){queue_of(body->queue, body->line), body->order_ms, body->next_ms,
                                body->step, call.level, place});
    if (same) call.entered_ms = entered_ms;
    call_keep(txn, &call);
}

void apply_call_given_back(struct txn *txn, const struct fact *fact,
                           const struct fact_call_given_back *body)
{
    struct row_call call = call_of(txn, body->call);
    call_next(&call, call_event_give_back);
    call.agent = body->person;
    call.origin = call.outside = 0;
    call.until_ms = body->until_ms;
    call.offered_ms = fact->at_ms;
    call_keep(txn, &call);
}

void apply_call_abandoned(struct txn *txn, const struct fact *fact,
                          const struct fact_call_abandoned *body)
{
    struct row_call call = call_of(txn, body->call);
    call_next(&call, call_event_hang_up);
    call.agent = call.origin = 0;
    call.ended_ms = fact->at_ms;
    call.how = call_end_caller;
    call_keep(txn, &call);
}

void apply_call_ended(struct txn *txn, const struct fact *fact, const struct fact_call_ended *body)
{
    struct row_call call = call_of(txn, body->call);
    enum call_event usual = body->how == call_end_agent ? call_event_end : call_event_hang_up;
    call_next(&call, body->event ? (enum call_event)body->event : usual);
    call.ended_ms = fact->at_ms;
    call.how = body->how;
    call.second = call.outside = 0;
    if (body->person) call.agent = body->person; /* who passed it outside has talked with them */
    if (body->event == call_event_withdraw) call.agent = 0;
    if (body->tries) call.tries = body->tries;
    call.hold_ms += body->hold_ms;
    note_keep(&call, fact, body->note, fact->by);
    call_keep(txn, &call);
}

void apply_call_transferred(struct txn *txn, const struct fact *fact,
                            const struct fact_call_transferred *body)
{
    struct row_call call = call_of(txn, body->call);
    call_next(&call, call_event_transfer);
    call.agent = body->person;
    call.origin = body->origin;
    call.until_ms = body->until_ms;
    call.offered_ms = fact->at_ms;
    call.hold_ms += body->hold_ms;
    note_keep(&call, fact, body->note, body->origin);
    call_keep(txn, &call);
}

void apply_call_requeued(struct txn *txn, const struct fact *fact,
                         const struct fact_call_requeued *body)
{
    struct row_call call = call_of(txn, body->call);
    uint64_t entered_ms = call.entered_ms;
    bool same = body->event == call_event_orphan && call_same_stay(&call);
    call_next(&call, (enum call_event)body->event);
    queue_enter(&call, fact,
                &(struct stand){queue_of(body->queue, body->line), body->order_ms, body->next_ms,
                                body->step, body->level, body->place});
    if (same) call.entered_ms = entered_ms;
    call.hold_ms += body->hold_ms;
    note_keep(&call, fact, body->note, body->origin);
    call_keep(txn, &call);
}
