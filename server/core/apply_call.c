/* What the facts about calls do to the tables. The next state always comes from the life table, so
 * that journal and rules cannot disagree. */
#include "server/core/step.h"

enum { MINUTE_MS = 60000 };

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
    call->live = call->state == call_state_waiting || call->state == call_state_offered ||
                 call->state == call_state_talking;
}

static void queue_count(struct txn *txn, uint64_t id, bool more)
{
    struct row_line line;
    bool there = line_get(txn, id, &line);
    ASSERT(there && (more || line.waiting > 0));
    line.waiting = more ? line.waiting + 1 : line.waiting - 1;
    line_put(txn, &line);
}

static void queue_enter(struct txn *txn, struct row_call *call, uint64_t line, uint64_t order_ms)
{
    call->line = call->wait_line = line;
    call->order_ms = order_ms;
    call->agent = call->origin = 0;
    queue_count(txn, line, true);
}

static void queue_leave(struct txn *txn, struct row_call *call)
{
    if (call->wait_line) queue_count(txn, call->wait_line, false);
    call->wait_line = 0;
}

static void lease_take(struct txn *txn, struct row_call *call, uint64_t agent, uint64_t origin,
                       uint64_t until_ms)
{
    call->agent = agent;
    call->origin = origin;
    call->until_ms = until_ms;
    timer_set(txn, until_ms, timer_kind_offer, call->call);
}

static void lease_drop(struct txn *txn, struct row_call *call)
{
    if (call->until_ms) timer_clear(txn, call->until_ms, timer_kind_offer, call->call);
    call->until_ms = 0;
}

static void note_keep(struct row_call *call, const struct fact *fact, struct slice note,
                      uint64_t by)
{
    if (note.n == 0) return;
    call->note_seq = fact->seq;
    call->note_by = by;
}

/* The fact's minute, which is the last one: it starts with the sums of the one before. */
static struct row_minute minute_of(struct txn *txn, const struct fact *fact)
{
    struct row_minute minute;
    struct cursor cursor;
    uint64_t start_ms = fact->at_ms - fact->at_ms % MINUTE_MS;
    if (minute_get(txn, start_ms, &minute)) return minute;
    cursor_table(&cursor, txn, TABLE_minute, 0, &minute, true, true);
    if (!cursor_next(&cursor, &minute)) minute = (struct row_minute){.arrived = 0};
    minute.start_ms = start_ms;
    return minute;
}

void apply_call_arrived(struct txn *txn, const struct fact *fact,
                        const struct fact_call_arrived *body)
{
    struct row_minute minute = minute_of(txn, fact);
    struct row_call call = {
        .call = body->call,
        .line = body->line,
        .channel = body->channel,
        .caller = body->caller,
        .arrived_ms = fact->at_ms,
        .order_ms = fact->at_ms, /* its place, should it ever come into a queue */
        .from_seq = body->from.n ? fact->seq : 0,
    };
    counter_use(txn, object_call, body->call);
    minute.arrived++;
    if (body->person) {
        call_next(&call, call_event_meet);
        call.agent = body->person;
        call.first_answered_ms = call.answered_ms = fact->at_ms;
        minute.answered++;
        minute.in_target++;
    } else {
        call_next(&call, call_event_arrive);
        queue_enter(txn, &call, body->line, body->order_ms);
    }
    minute_put(txn, &minute);
    call_put(txn, &call);
}

void apply_call_offered(struct txn *txn, const struct fact *fact,
                        const struct fact_call_offered *body)
{
    (void)fact;
    struct row_call call = call_of(txn, body->call);
    call_next(&call, call_event_offer);
    queue_leave(txn, &call);
    lease_take(txn, &call, body->person, 0, body->until_ms);
    call_put(txn, &call);
}

void apply_call_answered(struct txn *txn, const struct fact *fact,
                         const struct fact_call_answered *body)
{
    struct row_call call = call_of(txn, body->call);
    call_next(&call, call_event_answer);
    lease_drop(txn, &call);
    call.origin = 0;
    call.answered_ms = fact->at_ms;
    if (body->first) {
        struct row_minute minute = minute_of(txn, fact);
        call.first_answered_ms = fact->at_ms;
        minute.answered++;
        if (body->in_target) minute.in_target++;
        minute_put(txn, &minute);
    }
    call_put(txn, &call);
}

void apply_call_lapsed(struct txn *txn, const struct fact *fact,
                       const struct fact_call_lapsed *body)
{
    (void)fact;
    struct row_call call = call_of(txn, body->call);
    call_next(&call, call_event_lapse);
    lease_drop(txn, &call);
    queue_enter(txn, &call, body->line, body->order_ms);
    call_put(txn, &call);
}

void apply_call_given_back(struct txn *txn, const struct fact *fact,
                           const struct fact_call_given_back *body)
{
    (void)fact;
    struct row_call call = call_of(txn, body->call);
    call_next(&call, call_event_give_back);
    lease_drop(txn, &call);
    lease_take(txn, &call, body->person, 0, body->until_ms);
    call_put(txn, &call);
}

void apply_call_abandoned(struct txn *txn, const struct fact *fact,
                          const struct fact_call_abandoned *body)
{
    struct row_call call = call_of(txn, body->call);
    call_next(&call, call_event_hang_up);
    queue_leave(txn, &call);
    lease_drop(txn, &call);
    call.agent = call.origin = 0;
    call.ended_ms = fact->at_ms;
    /* One who was answered and then lost in a transfer is not counted as never answered. */
    if (call.first_answered_ms == 0) {
        struct row_minute minute = minute_of(txn, fact);
        minute.abandoned++;
        minute_put(txn, &minute);
    }
    call_put(txn, &call);
}

void apply_call_ended(struct txn *txn, const struct fact *fact, const struct fact_call_ended *body)
{
    struct row_call call = call_of(txn, body->call);
    call_next(&call, body->how == call_end_agent ? call_event_end : call_event_hang_up);
    call.ended_ms = fact->at_ms;
    call_put(txn, &call);
}

void apply_call_transferred(struct txn *txn, const struct fact *fact,
                            const struct fact_call_transferred *body)
{
    struct row_call call = call_of(txn, body->call);
    call_next(&call, call_event_transfer);
    lease_take(txn, &call, body->person, body->origin, body->until_ms);
    note_keep(&call, fact, body->note, body->origin);
    call_put(txn, &call);
}

void apply_call_requeued(struct txn *txn, const struct fact *fact,
                         const struct fact_call_requeued *body)
{
    struct row_call call = call_of(txn, body->call);
    call_next(&call, (enum call_event)body->event);
    lease_drop(txn, &call);
    queue_enter(txn, &call, body->line, body->order_ms);
    note_keep(&call, fact, body->note, body->origin);
    call_put(txn, &call);
}
