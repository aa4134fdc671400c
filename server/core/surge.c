/* Surge mode: its beginning and end, by a lead or by rule. */
#include "server/core/surge.h"

#include "server/core/step.h"

enum { HEADS_LOOKED_AT = 20 /* callbacks before the first caller who waits */ };

bool surge_on(struct txn *txn)
{
    struct row_surge row;
    return surge_get(txn, SURGE_ROW, &row) && row.on;
}

/* The shorter of the two; 0 in what is usual stands for no limit. */
static uint64_t shorter(uint64_t usual, uint64_t in_surge)
{
    return usual && usual < in_surge ? usual : in_surge;
}

static uint64_t wrap_s(const struct settings *settings, bool on)
{
    return on ? shorter(settings->wrap_limit_s, settings->surge_wrap_s) : settings->wrap_limit_s;
}

uint64_t surge_wrap_s(const struct core *core)
{
    return wrap_s(core->settings, surge_on(core->txn));
}

uint64_t surge_offer_s(const struct core *core, const struct row_queue *queue)
{
    return surge_on(core->txn) ? shorter(queue->offer_s, core->settings->surge_offer_s)
                               : queue->offer_s;
}

uint64_t surge_due_ms(const struct row_surge *row)
{
    if (!row->until_ms || !row->next_ms) return row->until_ms + row->next_ms;
    return row->until_ms < row->next_ms ? row->until_ms : row->next_ms;
}

static struct row_surge surge_row(struct txn *txn)
{
    struct row_surge row;
    surge_get(txn, SURGE_ROW, &row);
    return row;
}

static uint64_t hold_ms(const struct step *step)
{
    return step->core->settings->surge_hold_min * 60 * 1000;
}

static bool has_rule(const struct settings *settings)
{
    return settings->surge_waiting || settings->surge_wait_s;
}

static void surge_move(struct step *step, struct fact_surge_moved body)
{
    struct fact fact = step_fact(step, fact_type_surge_moved);
    body.wrap_s = wrap_s(step->core->settings, body.on);
    fact.body.surge_moved = body;
    step_emit(step, &fact);
}

static void surge_look(struct step *step, uint64_t next_ms, uint64_t away_ms)
{
    struct fact fact = step_fact(step, fact_type_surge_looked);
    fact.body.surge_looked = (struct fact_surge_looked){.next_ms = next_ms, .away_ms = away_ms};
    step_emit(step, &fact);
}

void do_surge_start(struct step *step, const void *body)
{
    const struct req_surge_start *req = body;
    const struct row_surge row = surge_row(step->core->txn);
    /* What the rule has begun a lead may take over: then it does not end by itself. */
    if (!step_require(step, !row.on || row.by == surge_by_rule, REJECT_BAD_STATE, NULL) ||
        !step_require(step, req->until_ms == 0 || req->until_ms > step->core->now_ms, REJECT_PAST,
                      "until_ms"))
        return;
    surge_move(step,
               (struct fact_surge_moved){
                   .on = 1, .by = surge_by_lead, .until_ms = req->until_ms, .reason = req->reason});
    step_done(step, SURGE_ROW, 0);
    route(step);
}

void do_surge_end(struct step *step, const void *body)
{
    (void)body;
    if (!step_require(step, surge_on(step->core->txn), REJECT_BAD_STATE, NULL)) return;
    /* The rule keeps still for a while, or it would begin again at the next call. */
    bool rule = has_rule(step->core->settings);
    surge_move(step, (struct fact_surge_moved){
                         .by = surge_by_lead,
                         .next_ms = rule ? step->core->now_ms + hold_ms(step) : 0,
                     });
    step_done(step, SURGE_ROW, 0);
}

/* What speaks for surge mode: the fullest queue, and who has waited longest. */
struct cause {
    uint64_t queue, waiting; /* of the queue that has too many */
    uint64_t late_queue;     /* of the caller who has waited longest */
    uint64_t arrived_ms;     /* of that caller; 0: nobody waits */
};

/* The caller of the queue who came first: of each priority, behind the callbacks that are due. */
static void oldest_find(struct txn *txn, const struct row_queue *queue, struct cause *cause)
{
    for (uint64_t priority = call_priority_emergency; priority <= call_priority_low; priority++) {
        struct row_call call = {.wait_queue = queue->queue, .priority = priority};
        struct cursor cursor;
        cursor_index(&cursor, txn, INDEX_call_by_queue, 2, &call, false, false);
        for (int i = 0; i < HEADS_LOOKED_AT && cursor_next(&cursor, &call); i++) {
            if (call.state != call_state_waiting) continue;
            if (!cause->arrived_ms || call.arrived_ms < cause->arrived_ms) {
                cause->arrived_ms = call.arrived_ms;
                cause->late_queue = queue->queue;
            }
            break;
        }
    }
}

static struct cause cause_look(struct txn *txn, bool oldest)
{
    struct cause cause = {0};
    struct row_queue queue = {0};
    struct cursor cursor;
    cursor_table(&cursor, txn, TABLE_queue, 0, &queue, false, false);
    while (cursor_next(&cursor, &queue)) {
        if (queue.waiting == 0) continue;
        if (queue.waiting > cause.waiting) {
            cause.waiting = queue.waiting;
            cause.queue = queue.queue;
        }
        if (oldest) oldest_find(txn, &queue, &cause);
    }
    return cause;
}

static uint64_t late_ms(const struct step *step, const struct cause *cause)
{
    return cause->arrived_ms + step->core->settings->surge_wait_s * 1000;
}

/* The queue that calls for surge mode; 0: none does. */
static uint64_t cause_queue(const struct step *step, const struct cause *cause)
{
    const struct settings *settings = step->core->settings;
    if (settings->surge_waiting && cause->waiting >= settings->surge_waiting) return cause->queue;
    bool late =
        settings->surge_wait_s && cause->arrived_ms && late_ms(step, cause) <= step->core->now_ms;
    return late ? cause->late_queue : 0;
}

static void surge_begin(struct step *step, const struct cause *cause)
{
    struct row_queue queue;
    uint64_t id = cause_queue(step, cause);
    bool there = queue_get(step->core->txn, id, &queue);
    ASSERT(there);
    surge_move(step, (struct fact_surge_moved){.on = 1,
                                               .by = surge_by_rule,
                                               .next_ms = step->core->now_ms + hold_ms(step),
                                               .queue = id,
                                               .waiting = queue.waiting});
}

/* On by rule: does its cause come back while it was thought to be away? */
static void away_look(struct step *step, const struct row_surge *row)
{
    const struct cause cause = cause_look(step->core->txn, step->core->settings->surge_wait_s != 0);
    if (row->away_ms && cause_queue(step, &cause))
        surge_look(step, step->core->now_ms + hold_ms(step), 0);
}

bool surge_watch(struct step *step)
{
    const struct settings *settings = step->core->settings;
    if (!has_rule(settings)) return false;
    const struct row_surge row = surge_row(step->core->txn);
    if (row.on) {
        if (row.by == surge_by_rule && row.away_ms) away_look(step, &row);
        return false;
    }
    if (row.by == surge_by_lead && row.next_ms) return false; /* a lead has just ended it */
    /* Who waits longest is looked at when they would have waited for too long. */
    bool oldest = settings->surge_wait_s && !row.next_ms;
    const struct cause cause = cause_look(step->core->txn, oldest);
    if (cause_queue(step, &cause)) {
        surge_begin(step, &cause);
        return true;
    }
    if (oldest && cause.arrived_ms) surge_look(step, late_ms(step, &cause), 0);
    return false;
}

/* The rule looks again at what it has begun: twice without a cause is the end. */
static void rule_again(struct step *step, const struct row_surge *row)
{
    const struct cause cause = cause_look(step->core->txn, true);
    uint64_t now_ms = step->core->now_ms;
    if (cause_queue(step, &cause))
        surge_look(step, now_ms + hold_ms(step), 0);
    else if (row->away_ms == 0 && has_rule(step->core->settings))
        surge_look(step, now_ms + hold_ms(step), now_ms);
    else
        surge_move(step, (struct fact_surge_moved){.by = surge_by_rule});
}

/* Nothing is on: somebody may have waited for too long, or the rule has kept still for long enough.
 */
static void rule_first(struct step *step)
{
    const struct cause cause = cause_look(step->core->txn, true);
    bool waits = step->core->settings->surge_wait_s && cause.arrived_ms;
    if (cause_queue(step, &cause)) {
        surge_begin(step, &cause);
        route(step);
    } else {
        surge_look(step, waits ? late_ms(step, &cause) : 0, 0);
    }
}

void surge_fire(struct step *step, uint64_t object)
{
    const struct row_surge row = surge_row(step->core->txn);
    ASSERT(object == SURGE_ROW);
    if (!row.on)
        rule_first(step);
    else if (row.until_ms && row.until_ms <= step->core->now_ms)
        surge_move(step, (struct fact_surge_moved){.by = row.by});
    else
        rule_again(step, &row);
}
