/* What the fact about a call's moves does to the tables: it states the whole of what changes. */
#include "server/core/keep.h"

/* A stay in a queue goes on, or another one begins. */
static void stand_keep(struct row_call *call, const struct fact *fact,
                       const struct fact_call_moved *body)
{
    if (body->from_queue && body->from_queue != body->queue) {
        call->entered_ms = fact->at_ms;
        call->place = body->place;
    }
    call->queue = body->queue ? body->queue : body->line;
    call->next_ms = body->next_ms;
    call->step = body->step;
    call->open_ms = body->open_ms;
    if (body->level) call->level = body->level;
}

void apply_call_moved(struct txn *txn, const struct fact *fact, const struct fact_call_moved *body)
{
    struct row_call call;
    bool there = call_get(txn, body->call, &call);
    const struct life_row *life = there ? life_find(LIFE_call, call.state, body->event) : NULL;
    ASSERT(life && life->next == body->to);
    bool was_on_hold = call_state_on_hold(call.state);
    call.state = life->next;
    call.agent = body->person;
    call.second = body->second;
    call.outside = body->outside;
    call.until_ms = body->until_ms;
    if (body->event == call_event_complete || body->event == call_event_refer)
        call.origin = body->left;
    if (body->event == call_event_stay) call.answered_ms = fact->at_ms;
    call.hold_ms += body->hold_ms;
    if (call_state_on_hold(call.state) && !was_on_hold) call.hold_since_ms = fact->at_ms;
    if (body->tries) call.tries = body->tries;
    if (body->number.n) call.number_seq = fact->seq;
    if (body->note.n) {
        call.note_seq = fact->seq;
        call.note_by = fact->by;
    }
    if (call.state == call_state_waiting || call.state == call_state_callback)
        stand_keep(&call, fact, body);
    if (body->event == call_event_promise) {
        static const struct h32 nobody;
        call.promised = 1;
        /* an outside number of before is not the one to ring */
        if (!body->number.n) call.number_seq = 0;
        if (memcmp(&body->caller, &nobody, sizeof nobody) != 0) call.caller = body->caller;
    }
    call_keep(txn, &call);
}
