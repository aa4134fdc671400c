/* What the facts about duties do to the tables. A duty that is open has a timer; one that is missed
 * stays in its unit's list until it is done or nobody waits for it any more. */
#include "server/core/apply_ticket.h"

static void duty_keep(struct txn *txn, const struct row_duty *old, struct row_duty *row,
                      bool listed)
{
    bool was = old->state == duty_state_open, is = row->state == duty_state_open;
    row->open_ticket = listed ? row->ticket : 0;
    row->open_unit = listed ? row->unit : 0;
    row->open_ms = listed ? row->due_ms : 0;
    if (was) timer_clear(txn, old->due_ms, timer_kind_duty, row->duty);
    if (is) timer_set(txn, row->due_ms, timer_kind_duty, row->duty);
    duty_put(txn, row);
}

/* It stays what it is in the books, and in no list. */
static void duty_unlist(struct txn *txn, struct row_duty *row)
{
    const struct row_duty old = *row;
    if (row->state == duty_state_open) row->state = duty_state_dropped;
    duty_keep(txn, &old, row, false);
}

static void missed_replace(struct txn *txn, const struct row_duty *by)
{
    struct row_duty row = {.open_ticket = by->ticket};
    struct cursor cursor;
    cursor_index(&cursor, txn, INDEX_duty_by_ticket, 1, &row, false, false);
    while (cursor_next(&cursor, &row))
        if (row.duty != by->duty && row.kind == by->kind && row.unit == by->unit)
            duty_unlist(txn, &row);
}

void apply_duty_set(struct txn *txn, const struct fact *fact, const struct fact_duty_set *body)
{
    (void)fact;
    struct row_duty old, row;
    duty_get(txn, body->duty, &old);
    row = (struct row_duty){
        .duty = body->duty,
        .ticket = body->ticket,
        .kind = body->kind,
        .state = duty_state_open,
        .unit = body->unit ? body->unit : body->guarded_unit,
        .person = body->to,
        .due_ms = body->due_ms,
    };
    counter_use(txn, object_duty, body->duty);
    missed_replace(txn, &row);
    duty_keep(txn, &old, &row, true);
}

void apply_duty_done(struct txn *txn, const struct fact *fact, const struct fact_duty_done *body)
{
    (void)fact;
    struct row_duty old, row;
    bool there = duty_get(txn, body->duty, &old);
    ASSERT(there);
    row = old;
    row.state = body->state;
    duty_keep(txn, &old, &row, row.state == duty_state_missed);
}

bool duty_lives(uint64_t kind, uint64_t state)
{
    return kind == duty_kind_instruct ? state == ticket_state_instructed : with_unit(state);
}

void duties_drop(struct txn *txn, uint64_t ticket, uint64_t state)
{
    struct row_duty row = {.open_ticket = ticket};
    struct cursor cursor;
    cursor_index(&cursor, txn, INDEX_duty_by_ticket, 1, &row, false, false);
    while (cursor_next(&cursor, &row))
        if (!duty_lives(row.kind, state)) duty_unlist(txn, &row);
}
