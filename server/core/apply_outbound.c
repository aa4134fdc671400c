/* What the facts about outbound lists do to the tables: the rows, the lists' counts, the timer of
 * a contact that is out. */
#include "server/core/outbound.h"

void apply_outbound_put(struct txn *txn, const struct fact *fact,
                        const struct fact_outbound_put *body)
{
    struct row_outbound row;
    outbound_get(txn, body->outbound, &row);
    row.code = body->code;
    row.kind = body->kind;
    row.line = body->of_line;
    row.from_ms = body->from_ms;
    row.until_ms = body->until_ms;
    row.tries = body->tries;
    row.closed = body->change == change_retired;
    row.version++;
    seq_keep(&row.name_seq, fact, body->name);
    seq_keep(&row.script_seq, fact, body->script);
    outbound_put(txn, &row);
    counter_use(txn, object_outbound, body->outbound);
}

static uint64_t *state_count(struct row_outbound *list, uint64_t state)
{
    return state == contact_state_open || state == contact_state_taken ? &list->open
           : state == contact_state_barred                             ? &list->barred
           : state == contact_state_failed                             ? &list->failed
                                                                       : NULL;
}

static void count_add(uint64_t *count, bool more)
{
    if (!count) return;
    ASSERT(more || *count > 0);
    *count = more ? *count + 1 : *count - 1;
}

/* Counts of the list from this row, taken away before it changes and put back after. */
static void list_count(struct txn *txn, const struct row_contact *contact, bool more)
{
    struct row_outbound list;
    bool there = outbound_get(txn, contact->outbound, &list);
    ASSERT(there);
    count_add(state_count(&list, contact->state), more);
    if (contact->state == contact_state_done && contact->result == contact_result_reached)
        count_add(&list.reached, more);
    if (contact->tries) count_add(&list.dialled, more);
    if (result_connected(contact->result) && contact->tries <= DIAL_TRIES)
        count_add(&list.connected, more);
    outbound_put(txn, &list);
}

static void contact_keep(struct txn *txn, const struct row_contact *before,
                         struct row_contact *contact)
{
    contact->open_list = contact->state == contact_state_open ? contact->outbound : 0;
    contact->taken_by = contact->state == contact_state_taken ? contact->person : 0;
    if (before) list_count(txn, before, false);
    list_count(txn, contact, true);
    if (before && before->until_ms)
        timer_clear(txn, before->until_ms, timer_kind_contact, contact->contact);
    if (contact->until_ms) timer_set(txn, contact->until_ms, timer_kind_contact, contact->contact);
    contact_put(txn, contact);
}

void apply_contact_entered(struct txn *txn, const struct fact *fact,
                           const struct fact_contact_entered *body)
{
    struct row_contact row = {
        .contact = body->contact,
        .outbound = body->outbound,
        .state = body->barred ? contact_state_barred : contact_state_open,
        .caller = body->caller,
        .next_ms = body->barred ? 0 : fact->at_ms,
        .seq = fact->seq,
    };
    struct row_outbound list;
    outbound_get(txn, body->outbound, &list);
    list.contacts++;
    outbound_put(txn, &list);
    contact_keep(txn, NULL, &row);
    counter_use(txn, object_contact, body->contact);
}

void apply_contact_moved(struct txn *txn, const struct fact *fact,
                         const struct fact_contact_moved *body)
{
    struct row_contact before;
    bool there = contact_get(txn, body->contact, &before);
    ASSERT(there);
    struct row_contact row = before;
    row.state = body->state;
    row.person = body->person;
    row.tries = body->tries;
    row.until_ms = body->until_ms;
    /* one that is out keeps since when it has waited */
    if (body->state != contact_state_taken) row.next_ms = body->next_ms;
    if (body->result) {
        row.result = body->result;
        row.last_ms = fact->at_ms;
    }
    seq_keep(&row.note_seq, fact, body->note);
    contact_keep(txn, &before, &row);
}
