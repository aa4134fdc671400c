/* The steps of waiting: a level more is admitted, overflow, the callback that is promised without
 * asking; position and expected wait. */
#include "server/core/wait.h"

#include "server/core/callback.h"
#include "server/core/keep.h"

#include "server/core/life.h"

enum { SECOND_MS = 1000 };

bool call_goes_before(const struct row_call *a, const struct row_call *b)
{
    if (a->priority != b->priority) return a->priority < b->priority;
    if (a->order_ms != b->order_ms) return a->order_ms < b->order_ms;
    return a->call < b->call;
}

/* Who comes last, the usual case, is told by the queue's count; else those before are counted. */
uint64_t wait_position(struct txn *txn, const struct row_call *call, bool *more)
{
    struct row_queue queue;
    struct row_call other = {.wait_queue = call->queue};
    struct cursor cursor;
    uint64_t position = 1;
    bool there = queue_get(txn, call->queue, &queue);
    ASSERT(there);
    cursor_index(&cursor, txn, INDEX_call_by_queue, 1, &other, false, true);
    if (cursor_next(&cursor, &other) && !call_goes_before(call, &other)) {
        position = queue.standing + (other.call != call->call);
    } else {
        other = (struct row_call){.wait_queue = call->queue};
        cursor_index(&cursor, txn, INDEX_call_by_queue, 1, &other, false, false);
        while (position <= LIMIT_POSITION && cursor_next(&cursor, &other) &&
               call_goes_before(&other, call))
            position++;
    }
    if (more) *more = position > LIMIT_POSITION;
    return position > LIMIT_POSITION ? LIMIT_POSITION : position;
}

uint64_t wait_expected_s(struct txn *txn, const struct row_queue *queue, uint64_t position)
{
    struct row_crew crew;
    if (queue->handled == 0 || !crew_get(txn, queue->skill, &crew) || crew.at_work == 0) return 0;
    uint64_t share = crew.at_work * SECOND_MS;
    return (position * queue->handle_ms + share - 1) / share;
}

/* What falls together with the step that is just done, or came before it as the rules are now, is
 * done a moment later: a timer that fires cannot set itself. */
static void sooner(const struct core *core, const struct row_call *call, struct wait_plan *plan,
                   uint64_t at_ms, enum wait_step step)
{
    if (call->next_ms <= core->now_ms && at_ms <= call->next_ms) at_ms = core->now_ms + 1;
    if (plan->next_ms && plan->next_ms <= at_ms) return;
    plan->next_ms = at_ms;
    plan->step = step;
}

static bool overflows(struct txn *txn, const struct row_queue *queue)
{
    struct row_queue other;
    return queue->overflow && queue->overflow_s && queue_get(txn, queue->overflow, &other) &&
           !other.retired;
}

static uint64_t first_level(const struct row_queue *queue)
{
    return queue->level ? queue->level : LIMIT_SKILL;
}

static bool number_known(const struct row_call *call)
{
    static const struct h32 none;
    return memcmp(&call->caller, &none, sizeof none) != 0;
}

/* The next step of a stay that began at entered_ms and admits this level now. */
static void plan_next(struct core *core, const struct row_queue *queue, const struct row_call *call,
                      uint64_t entered_ms, uint64_t level, struct wait_plan *plan)
{
    uint64_t first = first_level(queue), since = level > first ? level - first : 0;
    bool promised = call->promised || call->state == call_state_callback;
    plan->next_ms = plan->step = 0;
    plan->level = level;
    if (queue->skill && queue->relax_s && level < LIMIT_SKILL)
        sooner(core, call, plan, entered_ms + (since + 1) * queue->relax_s * SECOND_MS,
               wait_step_relax);
    if (overflows(core->txn, queue))
        sooner(core, call, plan, entered_ms + queue->overflow_s * SECOND_MS, wait_step_overflow);
    if (queue->most_s && !promised && number_known(call))
        sooner(core, call, plan, entered_ms + queue->most_s * SECOND_MS, wait_step_most);
}

void wait_begin(struct core *core, const struct row_queue *queue, const struct row_call *call,
                struct wait_plan *plan)
{
    struct row_call here = *call;
    here.queue = queue->queue;
    plan_next(core, queue, call, core->now_ms, first_level(queue), plan);
    plan->place = wait_position(core->txn, &here, NULL);
}

void wait_again(struct core *core, const struct row_call *call, struct wait_plan *plan)
{
    struct row_queue queue;
    bool there = queue_get(core->txn, call->queue, &queue);
    bool promised = call->state == call_state_recalled || call->state == call_state_callback;
    ASSERT(there);
    plan_next(core, &queue, call,
              promised || call_same_stay(call) ? call->entered_ms : core->now_ms, call->level,
              plan);
    plan->place = call->place;
}

/* The fact about a step of waiting; the rest stays as it is. */
static struct fact waiting_fact(const struct step *step, const struct row_call *call,
                                enum call_event event)
{
    const struct life_row *life = life_find(LIFE_call, call->state, event);
    ASSERT(life);
    struct fact fact = step_fact(step, fact_type_call_moved);
    fact.body.call_moved = (struct fact_call_moved){
        .call = call->call,
        .line = call->line,
        .event = event,
        .from = call->state,
        .to = life->next,
        .queue = call->queue,
    };
    return fact;
}

static void waiting_emit(struct step *step, struct fact *fact, const struct wait_plan *plan)
{
    struct fact_call_moved *body = &fact->body.call_moved;
    body->next_ms = plan->next_ms;
    body->step = plan->step;
    body->level = plan->level;
    body->place = plan->place;
    step_emit(step, fact);
}

static void overflow(struct step *step, const struct row_call *call, const struct row_queue *queue)
{
    struct row_queue to;
    struct wait_plan plan;
    bool there = queue_get(step->core->txn, queue->overflow, &to);
    ASSERT(there);
    wait_begin(step->core, &to, call, &plan);
    struct fact fact = waiting_fact(step, call, call_event_overflow);
    fact.body.call_moved.queue = to.queue;
    fact.body.call_moved.from_queue = queue->queue;
    fact.body.call_moved.stay_ms = step->core->now_ms - call->entered_ms;
    waiting_emit(step, &fact, &plan);
}

/* As many levels as the time that has gone by admits; also none, when the queue's rules are others
 * now than when the timer was set. */
static void relax(struct step *step, const struct row_call *call, const struct row_queue *queue,
                  enum call_event event)
{
    struct wait_plan plan;
    uint64_t level = first_level(queue);
    if (queue->relax_s)
        level += (step->core->now_ms - call->entered_ms) / (queue->relax_s * SECOND_MS);
    if (level < call->level) level = call->level;
    if (level > LIMIT_SKILL) level = LIMIT_SKILL;
    plan_next(step->core, queue, call, call->entered_ms, level, &plan);
    plan.place = call->place;
    struct fact fact = waiting_fact(step, call, event);
    waiting_emit(step, &fact, &plan);
}

/* The longest wait is reached: called back, at the same place, without having been asked. Whoever
 * is owed a callback already goes on waiting. */
static void longest_wait(struct step *step, const struct row_call *call,
                         const struct row_queue *queue)
{
    if (callback_possible(step->core->txn, call)) {
        callback_promise(step, call, (struct slice){0});
        return;
    }
    struct row_call owed = *call;
    owed.promised = 1;
    relax(step, &owed, queue, call_event_relax);
}

void wait_fire(struct step *step, uint64_t object)
{
    struct row_call call;
    struct row_queue queue;
    bool there =
        call_get(step->core->txn, object, &call) && queue_get(step->core->txn, call.queue, &queue);
    ASSERT(there);
    uint64_t waited_ms = step->core->now_ms - call.entered_ms;
    bool spills = overflows(step->core->txn, &queue) && waited_ms >= queue.overflow_s * SECOND_MS;
    bool longest = call.state == call_state_waiting && !call.promised && number_known(&call) &&
                   queue.most_s && waited_ms >= queue.most_s * SECOND_MS;
    if (call.step == wait_step_retry)
        relax(step, &call, &queue, call_event_due);
    else if (longest && (call.step == wait_step_most || !spills))
        longest_wait(step, &call, &queue);
    else if (spills)
        overflow(step, &call, &queue);
    else
        relax(step, &call, &queue, call_event_relax);
    route(step);
}
