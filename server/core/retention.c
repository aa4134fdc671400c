/* How long words are kept: those of a closed ticket are erased after their time, its facts and all
 * figures stay. */
#include "server/core/ticket.h"

#define DAY_MS UINT64_C(86400000)

uint64_t retention_ends(const struct core *core, uint64_t state)
{
    bool closed = state == ticket_state_archived || state == ticket_state_rejected;
    uint64_t days = core->settings->retention_days;
    return closed && days ? core->now_ms + days * DAY_MS : 0;
}

static uint64_t words_forget(struct txn *txn, const struct fact *fact)
{
    const struct message *message = fact_desc(fact->type);
    uint64_t erased = 0;
    for (size_t i = 0; message && i < message->n_fields; i++) {
        const struct field *field = &message->fields[i];
        if (field->class == CLASS_WORDS && words_erase(txn, fact->seq, field->tag)) erased++;
    }
    return erased;
}

/* Of a ticket's ledger, what is its own: a fact that names it second is another one's. Of a call's,
 * what was said of the call. */
static bool is_of(const struct fact *fact, uint64_t ticket)
{
    bool call = fact->type == fact_type_call_arrived || fact->type == fact_type_call_transferred ||
                fact->type == fact_type_call_requeued;
    return call || fact_ticket(fact) == ticket;
}

static uint64_t ledger_forget(struct txn *txn, enum object object, uint64_t id, uint64_t ticket)
{
    struct row_trail row = {.object = object, .id = id};
    struct cursor cursor;
    uint64_t erased = 0;
    cursor_table(&cursor, txn, TABLE_trail, 2, &row, false, false);
    while (cursor_next(&cursor, &row)) {
        struct fact fact;
        if (!journal_read(txn, row.seq, &fact, NULL)) continue;
        fact.seq = row.seq;
        if (is_of(&fact, ticket)) erased += words_forget(txn, &fact);
    }
    return erased;
}

/* Several tickets may come of one call: its words go with the last of them. */
static bool call_is_needed(struct txn *txn, uint64_t call, uint64_t ticket)
{
    struct row_trail row = {.object = object_call, .id = call};
    struct cursor cursor;
    cursor_table(&cursor, txn, TABLE_trail, 2, &row, false, false);
    while (cursor_next(&cursor, &row)) {
        struct fact fact;
        struct row_ticket other;
        if (!journal_read(txn, row.seq, &fact, NULL)) continue;
        uint64_t of = fact_ticket(&fact);
        if (of && of != ticket && ticket_get(txn, of, &other) && !other.erased) return true;
    }
    return false;
}

void retention_fire(struct step *step, uint64_t ticket)
{
    struct txn *txn = step->core->txn;
    struct row_ticket row;
    bool there = ticket_get(txn, ticket, &row);
    ASSERT(there);
    struct fact fact = step_fact(step, fact_type_ticket_erased);
    fact.body.ticket_erased.ticket = ticket;
    fact.body.ticket_erased.words = ledger_forget(txn, object_ticket, ticket, ticket);
    if (row.call && !call_is_needed(txn, row.call, ticket))
        fact.body.ticket_erased.words += ledger_forget(txn, object_call, row.call, ticket);
    step_emit(step, &fact);
}
