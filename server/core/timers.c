/* Timers are rows keyed by their due time; expiry is a step like any other, asked by nobody. What a
 * timer's step appends takes the timer away, so that it fires once. */
#include "server/core/call.h"
#include "server/core/deadline.h"
#include "server/core/duty.h"
#include "server/core/ticket.h"

/* Room for what one timer's step reads; it answers nobody. */
enum { TIMER_ARENA = LIMIT_MESSAGE };

void timer_set(struct txn *txn, uint64_t due_ms, enum timer_kind kind, uint64_t object)
{
    const struct row_timer row = {.due_ms = due_ms, .kind = kind, .object = object};
    table_put(txn, TABLE_timer, &row);
}

void timer_clear(struct txn *txn, uint64_t due_ms, enum timer_kind kind, uint64_t object)
{
    const struct row_timer row = {.due_ms = due_ms, .kind = kind, .object = object};
    table_delete(txn, TABLE_timer, &row);
}

static bool timer_first(struct txn *txn, struct row_timer *timer)
{
    struct cursor cursor;
    *timer = (struct row_timer){0};
    cursor_table(&cursor, txn, TABLE_timer, 0, timer, false, false);
    return cursor_next(&cursor, timer);
}

uint64_t core_next_due(struct txn *txn)
{
    struct row_timer timer;
    return timer_first(txn, &timer) ? timer.due_ms : 0;
}

static void session_expire(struct step *step, uint64_t id)
{
    struct row_session session;
    bool there = session_get(step->core->txn, id, &session);
    ASSERT(there);
    session_finish(step, &session, session_end_expired);
}

static void timer_fire(struct core *core, const struct row_timer *timer)
{
    const struct who nobody = {0};
    const struct extras none = {0};
    struct outcome_of_step outcome = {0};
    struct arena arena;
    arena_init(&arena, TIMER_ARENA);
    struct step step = {
        .core = core, .who = &nobody, .extras = &none, .arena = &arena, .out = &outcome};
    switch ((enum timer_kind)timer->kind) {
    case timer_kind_offer:
        offer_lapse(&step, timer->object);
        break;
    case timer_kind_session:
        session_expire(&step, timer->object);
        break;
    case timer_kind_overdue:
        ticket_overdue_fire(&step, timer->object);
        break;
    case timer_kind_half:
        deadline_warn(&step, timer->object, warning_half);
        break;
    case timer_kind_most:
        deadline_warn(&step, timer->object, warning_most);
        break;
    case timer_kind_callback:
        deadline_warn(&step, timer->object, warning_lead);
        break;
    case timer_kind_duty:
        duty_fire(&step, timer->object);
        break;
    case timer_kind_retention:
        retention_fire(&step, timer->object);
        break;
    case timer_kind_calendar:
        deadlines_follow(&step);
        break;
    case timer_kind_wait:
        wait_fire(&step, timer->object);
        break;
    case timer_kind_hold:
        hold_fire(&step, timer->object);
        break;
    case timer_kind_wrap:
        wrap_fire(&step, timer->object);
        break;
    case timer_kind_break:
        break_fire(&step, timer->object);
        break;
    case timer_kind_offline:
        offline_fire(&step, timer->object);
        break;
    case timer_kind_borrow:
        borrow_fire(&step, timer->object);
        break;
    case timer_kind_contact:
        contact_fire(&step, timer->object);
        break;
    case timer_kind_relay:
        relay_fire(&step, timer->object);
        break;
    case timer_kind_block:
        block_fire(&step, timer->object);
        break;
    case timer_kind_surge:
        surge_fire(&step, timer->object);
        break;
    case timer_kind_burst:
        burst_fire(&step, timer->object);
        break;
    case timer_kind_notice:
        notice_fire(&step, timer->object);
        break;
    case timer_kind_none:
        ASSERT(!"a timer of a kind that is never set");
    }
    arena_fini(&arena);
}

size_t core_timers(struct core *core, size_t most)
{
    size_t fired = 0;
    struct row_timer timer;
    while (fired < most && timer_first(core->txn, &timer) && timer.due_ms <= core->now_ms) {
        timer_fire(core, &timer);
        fired++;
        ASSERT(!table_get(core->txn, TABLE_timer, &timer));
    }
    return fired;
}
