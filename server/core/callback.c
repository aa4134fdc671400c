/* Callbacks: promised to who waits, offered like a call, dialled, reached or not. A caller who
 * rings again meanwhile gets the place that was kept for them. */
#include "server/core/callback.h"

#include "server/core/authority.h"
#include "server/core/call.h"
#include "server/core/outside.h"
#include "server/core/wait.h"

#define MINUTE_MS UINT64_C(60000)

static bool is_known(const struct h32 *caller)
{
    static const struct h32 nobody;
    return memcmp(caller, &nobody, sizeof nobody) != 0;
}

/* A callback to this number that waits or is offered, other than this call. */
static bool callback_waits(struct txn *txn, const struct h32 *caller, uint64_t but,
                           struct row_call *callback)
{
    struct cursor cursor;
    *callback = (struct row_call){.owed = 1, .caller = *caller};
    cursor_index(&cursor, txn, INDEX_callback_by_caller, 2, callback, false, false);
    while (cursor_next(&cursor, callback))
        if (callback->call != but && callback->state != call_state_dialing) return true;
    return false;
}

/* The same, or else one that is being dialled. */
static bool callback_owed(struct txn *txn, const struct h32 *caller, struct row_call *callback)
{
    if (!is_known(caller)) return false;
    if (callback_waits(txn, caller, 0, callback)) return true;
    *callback = (struct row_call){.owed = 1, .caller = *caller};
    return index_find(txn, INDEX_callback_by_caller, 2, callback);
}

bool callback_possible(struct txn *txn, const struct row_call *call)
{
    struct row_call other;
    return is_known(&call->caller) && !callback_waits(txn, &call->caller, 0, &other);
}

/* The steps of its waiting go on as they were planned. */
void callback_promise(struct step *step, const struct row_call *call, struct slice number)
{
    struct row_call promised = *call;
    struct wait_plan plan;
    promised.promised = 1;
    wait_again(step->core, &promised, &plan);
    struct fact fact = call_move(step, call, call_event_promise);
    struct fact_call_moved *moved = &fact.body.call_moved;
    moved->next_ms = plan.next_ms;
    moved->step = plan.step;
    moved->level = plan.level;
    moved->from_queue = call->queue;
    moved->stay_ms = step->core->now_ms - call->entered_ms;
    moved->number = number;
    if (number.n) caller_hash(step->core->txn, number, &moved->caller);
    step_emit(step, &fact);
}

static bool callback_ask(struct step *step, uint64_t id, enum call_event event,
                         struct row_call *call)
{
    return step_require(step, call_get(step->core->txn, id, call), REJECT_NO_SUCH, "call") &&
           step_require(step, may_callback(step->who, VERB_ACT, event), REJECT_DENIED, NULL) &&
           step_require(step, life_find(LIFE_call, call->state, event) != NULL, REJECT_BAD_STATE,
                        NULL);
}

void do_call_promise(struct step *step, const void *body)
{
    const struct req_call_promise *req = body;
    struct row_call call;
    if (!callback_ask(step, req->call, call_event_promise, &call)) return;
    struct row_call as = call;
    if (req->number.n) {
        caller_hash(step->core->txn, req->number, &as.caller);
        if (!step_require(step, is_known(&as.caller), REJECT_BAD_FIELD, "number")) return;
    }
    if (!step_require(step, is_known(&as.caller), REJECT_MISSING_FIELD, "number") ||
        !step_require(step, callback_possible(step->core->txn, &as), REJECT_EXISTS, "number"))
        return;
    callback_promise(step, &call, req->number);
    step_done(step, call.call, 0);
    route(step);
}

void callback_dial(struct step *step, const struct row_call *call)
{
    struct fact fact = call_move(step, call, call_event_dial);
    step_emit(step, &fact);
    agent_move(step, call->agent, agent_event_answer, call->call, 0);
}

/* by: the call by which the caller rang again, or 0. */
static void callback_withdraw(struct step *step, const struct row_call *call, uint64_t by,
                              struct slice reason)
{
    struct fact fact = step_fact(step, fact_type_call_ended);
    fact.body.call_ended = (struct fact_call_ended){
        .call = call->call,
        .line = call->line,
        .queue = call->queue,
        .person = call->agent,
        .how = call_end_withdrawn,
        .event = call_event_withdraw,
        .by = by,
        .note = reason,
        .tries = call->tries,
    };
    step_emit(step, &fact);
    if (call->agent) agent_move(step, call->agent, agent_event_withdraw, 0, 0);
}

void do_call_withdraw(struct step *step, const void *body)
{
    const struct req_call_withdraw *req = body;
    struct row_call call;
    if (!callback_ask(step, req->call, call_event_withdraw, &call)) return;
    callback_withdraw(step, &call, 0, req->reason);
    step_done(step, call.call, 0);
    route(step);
}

void callback_recognise(struct step *step, struct fact_call_arrived *body, struct row_queue *queue)
{
    struct row_call callback;
    if (!callback_owed(step->core->txn, &body->caller, &callback)) return;
    body->earlier = callback.call;
    if (body->order_ms) body->order_ms = callback.order_ms;
    if (queue && body->line == callback.line) {
        bool there = queue_get(step->core->txn, callback.queue, queue);
        ASSERT(there);
        body->queue = queue->queue;
    }
    if (callback.state != call_state_dialing)
        callback_withdraw(step, &callback, body->call, (struct slice){0});
}

/* The call by which the caller rang while being dialled, or 0. */
static uint64_t rang_again(struct txn *txn, const struct row_call *callback)
{
    struct row_call call = {.caller = callback->caller};
    struct cursor cursor;
    if (!is_known(&callback->caller)) return 0;
    cursor_index(&cursor, txn, INDEX_call_by_caller, 1, &call, false, true);
    while (cursor_next(&cursor, &call) && call.call > callback->call)
        if (call.earlier == callback->call) return call.call;
    return 0;
}

/* The same, or another callback that was promised to this number meanwhile. */
static uint64_t taken_over(struct txn *txn, const struct row_call *callback)
{
    struct row_call other;
    uint64_t by = rang_again(txn, callback);
    if (by || !is_known(&callback->caller)) return by;
    return callback_waits(txn, &callback->caller, callback->call, &other) ? other.call : 0;
}

/* What was promised meanwhile to the same caller is kept by this call. */
static void reached_once(struct step *step, const struct row_call *call)
{
    struct row_call other;
    if (!is_known(&call->caller)) return;
    while (callback_waits(step->core->txn, &call->caller, call->call, &other))
        callback_withdraw(step, &other, call->call, (struct slice){0});
}

void do_call_reached(struct step *step, const void *body)
{
    const struct req_call_reached *req = body;
    struct row_call call;
    if (!call_ask(step, req->call, call_event_reach, &call)) return;
    struct fact fact = step_fact(step, fact_type_call_answered);
    fact.body.call_answered = (struct fact_call_answered){
        .call = call.call,
        .line = call.line,
        .queue = call.queue,
        .person = call.agent,
        .event = call_event_reach,
        .wait_ms = step->core->now_ms - call.arrived_ms,
    };
    step_emit(step, &fact);
    draft_follow(step, call.call);
    if (call.promised) reached_once(step, &call);
    step_done(step, call.call, 0);
    route(step);
}

static void dial_fails(struct step *step, const struct row_call *call, uint64_t reason)
{
    struct fact fact = call_move(step, call, call_event_fail);
    struct fact_call_moved *moved = &fact.body.call_moved;
    moved->person = 0;
    moved->left = call->agent;
    moved->reason = reason;
    moved->tries = call->tries + 1;
    moved->open_ms = step->core->now_ms + step->core->settings->callback_retry_min * MINUTE_MS;
    moved->next_ms = moved->open_ms;
    moved->step = wait_step_retry;
    step_emit(step, &fact);
}

static void dial_given_up(struct step *step, const struct row_call *call, uint64_t reason)
{
    struct fact fact = step_fact(step, fact_type_call_ended);
    fact.body.call_ended = (struct fact_call_ended){
        .call = call->call,
        .line = call->line,
        .queue = call->queue,
        .person = call->agent,
        .how = call_end_unreached,
        .event = call_event_give_up,
        .reason = reason,
        .tries = call->tries + 1,
    };
    step_emit(step, &fact);
}

/* A wrong number stays wrong: whoever answers there is not to be rung again. */
static bool may_retry(const struct step *step, const struct row_call *call, uint64_t reason)
{
    return call->promised && reason != fail_reason_wrong &&
           call->tries + 1 < step->core->settings->callback_tries;
}

/* A callback that comes back from dialling while somebody else's call keeps its promise. */
static void callback_given_away(struct step *step, uint64_t id)
{
    struct row_call call;
    bool there = call_get(step->core->txn, id, &call);
    ASSERT(there);
    uint64_t by = call.promised ? taken_over(step->core->txn, &call) : 0;
    if (by) callback_withdraw(step, &call, by, (struct slice){0});
}

/* Who rang again while being dialled has the place already and needs no other attempt. */
static void dial_over(struct step *step, const struct row_call *call, uint64_t reason)
{
    uint64_t by = call->promised ? taken_over(step->core->txn, call) : 0;
    if (!by && !may_retry(step, call, reason)) {
        dial_given_up(step, call, reason);
    } else {
        dial_fails(step, call, reason);
    }
    agent_free(step, call->agent, call->call);
    if (by) callback_given_away(step, call->call);
}

void do_call_failed(struct step *step, const void *body)
{
    const struct req_call_failed *req = body;
    struct row_call call;
    if (!call_load(step, req->call, &call)) return;
    if (call.state != call_state_dialing) {
        outside_failed(step, &call, req->reason);
        return;
    }
    if (!call_may(step, &call, call_event_fail)) return;
    dial_over(step, &call, req->reason);
    step_done(step, call.call, 0);
}

void callback_orphan(struct step *step, const struct row_call *call)
{
    ASSERT(call->state == call_state_dialing);
    if (!call->promised) {
        dial_given_up(step, call, fail_reason_aborted);
        return;
    }
    struct wait_plan plan;
    struct fact fact = step_fact(step, fact_type_call_requeued);
    wait_again(step->core, call, &plan);
    fact.body.call_requeued = (struct fact_call_requeued){
        .call = call->call,
        .line = call->line,
        .queue = call->queue,
        .origin = call->agent,
        .order_ms = call->order_ms,
        .event = call_event_orphan,
        .next_ms = plan.next_ms,
        .step = plan.step,
        .level = plan.level,
        .place = plan.place,
    };
    step_emit(step, &fact);
    callback_given_away(step, call->call);
}
