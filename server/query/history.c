/* The ledger of a ticket (R18): every step from the first ring to the archive, the call's steps
 * among the ticket's in the order of the journal. */
#include "server/core/authority.h"
#include "server/query/ledger.h"

/* One trail of facts. */
struct trail {
    struct cursor cursor;
    struct row_trail row;
    bool more; /* row is the next one */
};

static void trail_next(struct trail *trail)
{
    trail->more = cursor_next(&trail->cursor, &trail->row);
}

static void trail_begin(const struct query *query, struct trail *trail, enum object object,
                        uint64_t id, uint64_t after)
{
    *trail = (struct trail){.row = {.object = object, .id = id, .seq = after}};
    if (id == 0) return;
    cursor_table(&trail->cursor, query->txn, TABLE_trail, 2, &trail->row, after != 0, false);
    trail_next(trail);
}

/* The next number of either trail, once when it stands in both; 0: no more. */
static uint64_t trails_next(struct trail *a, struct trail *b)
{
    if (!a->more && !b->more) return 0;
    uint64_t seq = a->more && (!b->more || a->row.seq <= b->row.seq) ? a->row.seq : b->row.seq;
    if (a->more && a->row.seq == seq) trail_next(a);
    if (b->more && b->row.seq == seq) trail_next(b);
    return seq;
}

enum reject answer_ticket_history(struct query *query, const struct req_ticket_history *ask,
                                  struct rec_history_page *answer, struct fault *fault)
{
    struct row_ticket row;
    struct row_call call;
    if (!ticket_get(query->txn, ask->ticket, &row)) return refuse(fault, REJECT_NO_SUCH, "ticket");
    if (!may_ticket(query->txn, query->who, VERB_SEE, ticket_event_none, &row))
        return REJECT_DENIED;
    bool ring = row.call && call_get(query->txn, row.call, &call) &&
                may_ticket(query->txn, query->who, VERB_READ_ORIGIN, ticket_event_none, &row) &&
                may_call(query->txn, query->who, VERB_SEE, &call);
    const struct reader reader = reader_of(query, &row);
    struct trail of_call, of_ticket;
    trail_begin(query, &of_call, object_call, ring ? row.call : 0, ask->after);
    trail_begin(query, &of_ticket, object_ticket, row.ticket, ask->after);
    struct page page;
    page_begin(&page, query, answer_desc(request_ticket_history), "rows", ask->most, PAGE_BYTES);
    uint64_t seq;
    for (uint64_t last = 0; (seq = trails_next(&of_call, &of_ticket)); last = seq) {
        struct fact fact;
        if (!journal_read(query->txn, seq, &fact, NULL)) return REJECT_FAILED;
        struct rec_history_item item;
        if (!step_show(&reader, &fact, &item)) continue;
        if (ask->since && item.version <= ask->since) continue;
        if (page_add(&page, &item)) continue;
        answer->next = last;
        break;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}
