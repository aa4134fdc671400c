/* What the facts about alerts do to the tables. A relay that is open has a timer. */
#include "server/core/alert.h"

static struct row_alert alert_of(struct txn *txn, uint64_t id)
{
    struct row_alert row;
    bool there = alert_get(txn, id, &row);
    ASSERT(there);
    return row;
}

void apply_alert_raised(struct txn *txn, const struct fact *fact,
                        const struct fact_alert_raised *body)
{
    counter_use(txn, object_alert, body->alert);
    alert_put(txn, &(struct row_alert){
                       .alert = body->alert,
                       .kind = body->kind,
                       .state = alert_state_open,
                       .plan = body->plan,
                       .call = body->call,
                       .ticket = body->ticket,
                       .by = fact->by,
                       .raised_ms = fact->at_ms,
                       .seq = fact->seq,
                       .open = 1,
                   });
}

static void relay_finish(struct txn *txn, struct row_relay *row, enum relay_state state,
                         uint64_t at_ms)
{
    if (row->state == relay_state_told)
        timer_clear(txn, row->until_ms, timer_kind_relay, relay_object(row->alert, row->post));
    row->state = state;
    row->open_to = 0;
    row->done_ms = at_ms;
    table_put(txn, TABLE_relay, row);
}

static void relay_begin(struct txn *txn, struct row_alert *alert, const struct fact *fact,
                        const struct fact_alert_relayed *body)
{
    struct row_relay row = {.alert = body->alert, .post = body->post};
    struct cursor cursor;
    cursor_table(&cursor, txn, TABLE_relay, 2, &row, false, false);
    if (!cursor_next(&cursor, &row)) alert->posts++;
    row = (struct row_relay){
        .alert = body->alert,
        .post = body->post,
        .place = body->place,
        .to = body->person,
        .open_to = body->person,
        .state = relay_state_told,
        .told_ms = fact->at_ms,
        .until_ms = body->until_ms,
    };
    table_put(txn, TABLE_relay, &row);
    timer_set(txn, row.until_ms, timer_kind_relay, relay_object(row.alert, row.post));
}

/* Whoever else was told at this post need not answer any more, and that nobody did is over. */
static void post_settle(struct txn *txn, struct row_alert *alert, const struct fact *fact,
                        const struct row_relay *by)
{
    struct row_relay row = {.alert = by->alert, .post = by->post};
    struct cursor cursor;
    cursor_table(&cursor, txn, TABLE_relay, 2, &row, false, false);
    while (cursor_next(&cursor, &row)) {
        if (row.state == relay_state_unanswered) alert->unanswered--;
        if (row.place == by->place) continue;
        if (row.state == relay_state_told) relay_finish(txn, &row, relay_state_over, fact->at_ms);
        if (row.state == relay_state_unanswered)
            relay_finish(txn, &row, relay_state_passed, row.done_ms);
    }
}

void apply_alert_relayed(struct txn *txn, const struct fact *fact,
                         const struct fact_alert_relayed *body)
{
    struct row_alert alert = alert_of(txn, body->alert);
    struct row_relay row = {.alert = body->alert, .post = body->post, .place = body->place};
    bool there = table_get(txn, TABLE_relay, &row);
    switch ((enum relay_state)body->state) {
    case relay_state_told:
        relay_begin(txn, &alert, fact, body);
        break;
    case relay_state_acknowledged:
        ASSERT(there);
        post_settle(txn, &alert, fact, &row);
        seq_keep(&row.note_seq, fact, body->note);
        relay_finish(txn, &row, relay_state_acknowledged, fact->at_ms);
        alert.acknowledged++;
        break;
    case relay_state_passed:
    case relay_state_unanswered:
        ASSERT(there);
        alert.unanswered += body->state == relay_state_unanswered;
        relay_finish(txn, &row, (enum relay_state)body->state, fact->at_ms);
        break;
    case relay_state_none:
    case relay_state_over:
        ASSERT(!"a state that follows from other facts");
    }
    alert_put(txn, &alert);
}

void apply_alert_noted(struct txn *txn, const struct fact *fact,
                       const struct fact_alert_noted *body)
{
    struct row_alert row = alert_of(txn, body->alert);
    row.note_seq = fact->seq;
    alert_put(txn, &row);
}

void apply_alert_closed(struct txn *txn, const struct fact *fact,
                        const struct fact_alert_closed *body)
{
    struct row_alert alert = alert_of(txn, body->alert);
    struct row_relay row = {.alert = alert.alert};
    struct cursor cursor;
    cursor_table(&cursor, txn, TABLE_relay, 1, &row, false, false);
    while (cursor_next(&cursor, &row))
        if (row.state == relay_state_told) relay_finish(txn, &row, relay_state_over, fact->at_ms);
    alert.state = alert_state_closed;
    alert.closed_ms = fact->at_ms;
    alert.result_seq = fact->seq;
    alert.open = 0;
    alert_put(txn, &alert);
}
