/* What is recorded of a ticket that stays in its state. */
#include "server/core/apply_ticket.h"

static void counit_ask(struct txn *txn, const struct fact_ticket_noted *body)
{
    const struct row_counit row = {
        .ticket = body->ticket, .unit = body->other_unit, .open_unit = body->other_unit};
    table_put(txn, TABLE_counit, &row);
}

static void counit_answer(struct txn *txn, const struct fact *fact,
                          const struct fact_ticket_noted *body)
{
    struct row_counit row = {.ticket = body->ticket, .unit = body->other_unit};
    bool there = table_get(txn, TABLE_counit, &row);
    ASSERT(there);
    row.open_unit = 0;
    row.given_ms = fact->at_ms;
    row.opinion_seq = fact->seq;
    table_put(txn, TABLE_counit, &row);
}

void opinions_drop(struct txn *txn, uint64_t ticket)
{
    struct row_counit row = {.ticket = ticket};
    struct cursor cursor;
    cursor_table(&cursor, txn, TABLE_counit, 1, &row, false, false);
    while (cursor_next(&cursor, &row))
        if (row.given_ms == 0) table_delete(txn, TABLE_counit, &row);
}

/* R34: the new date is a deadline like the first one, with warnings of its own. */
static void extension_begin(struct row_ticket *row, const struct fact_ticket_noted *body)
{
    row->due_ms = body->due_ms;
    row->half_ms = body->half_ms;
    row->most_ms = body->most_ms;
    row->overdue = row->warning = 0;
    row->extended = 1;
    row->extensions++;
    row->ask_until_ms = 0;
}

static void supervision_follow(struct row_ticket *row, const struct fact_ticket_noted *body)
{
    if (body->kind != supervision_supervise) return;
    row->supervised++;
    if (body->level > row->supervision) row->supervision = body->level;
}

static void note_follow(struct txn *txn, struct row_ticket *row, const struct fact *fact,
                        const struct fact_ticket_noted *body)
{
    switch ((enum ticket_event)body->event) {
    case ticket_event_extend:
        row->ask_until_ms = body->at_ms;
        break;
    case ticket_event_grant:
        extension_begin(row, body);
        break;
    case ticket_event_deny:
        row->ask_until_ms = 0;
        break;
    case ticket_event_hand_over:
        row->handler = body->to;
        break;
    case ticket_event_cosign:
        counit_ask(txn, body);
        if (body->to) row->leader = body->to;
        break;
    case ticket_event_opinion:
        counit_answer(txn, fact, body);
        break;
    case ticket_event_identify:
        if (!body->failed) row->identity_ms = fact->at_ms;
        break;
    case ticket_event_walk:
        walk_record(txn, fact, body);
        break;
    case ticket_event_plan:
        row->plan_seq = fact->seq;
        break;
    case ticket_event_bring:
    case ticket_event_direct:
        row->leader = body->to;
        break;
    case ticket_event_supervise:
        supervision_follow(row, body);
        break;
    case ticket_event_attempt:
        if (row->state == ticket_state_callback) row->called_ms = fact->at_ms;
        break;
    case ticket_event_tell:
        row->told_ms = body->at_ms;
        break;
    case ticket_event_consult:
        row->expert = body->expert;
        break;
    case ticket_event_progress:
    case ticket_event_on_site:
    case ticket_event_rectified:
    case ticket_event_conference:
    case ticket_event_acknowledge:
        break; /* the ledger has it, and its duty is met by a fact of its own */
    case ticket_event_take:
    case ticket_event_none:
    case ticket_event_open:
    case ticket_event_save:
    case ticket_event_register:
    case ticket_event_amend:
    case ticket_event_refuse:
    case ticket_event_answer:
    case ticket_event_promise:
    case ticket_event_dispatch:
    case ticket_event_sign:
    case ticket_event_reply:
    case ticket_event_pass:
    case ticket_event_send_back:
    case ticket_event_follow_up:
    case ticket_event_satisfied:
    case ticket_event_unsatisfied:
    case ticket_event_unreachable:
    case ticket_event_give_up:
    case ticket_event_redo:
    case ticket_event_uphold:
    case ticket_event_reopen:
    case ticket_event_refer:
    case ticket_event_instruct:
    case ticket_event_return:
    case ticket_event_agree:
    case ticket_event_decline:
    case ticket_event_dispute:
    case ticket_event_commit:
    case ticket_event_irregular:
    case ticket_event_merge:
    case ticket_event_link:
    case ticket_event_split:
    case ticket_event_fill:
        ASSERT(!"an event that other facts record");
    }
}

void apply_ticket_noted(struct txn *txn, const struct fact *fact,
                        const struct fact_ticket_noted *body)
{
    const struct row_ticket old = ticket_of(txn, body->ticket);
    struct row_ticket row = old;
    row.version = body->version;
    note_follow(txn, &row, fact, body);
    ticket_keep(txn, &old, &row);
}
