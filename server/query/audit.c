/* Who saw what of whom, when and why (R81); newest first. */
#include "server/core/authority.h"
#include "server/query/answer.h"

enum { LOOKED_AT = 4000 }; /* rows that one page looks at; then it ends, though it may be empty */

/* What is asked for, and the rows that may be it. */
struct looks {
    struct cursor cursor;
    struct row_look row;
    uint64_t ticket, person, from_ms, until_ms;
};

static void looks_begin(const struct query *query, struct looks *looks, uint64_t after)
{
    struct row_look *row = &looks->row;
    *row = (struct row_look){.seq = after};
    if (looks->ticket) {
        row->ticket = looks->ticket;
        cursor_index(&looks->cursor, query->txn, INDEX_look_by_ticket, 1, row, after != 0, true);
    } else {
        cursor_table(&looks->cursor, query->txn, TABLE_look, 0, row, after != 0, true);
    }
}

/* The accused learn of none (R76). */
static bool looks_show(const struct query *query, const struct looks *looks,
                       struct row_ticket *ticket)
{
    const struct row_look *row = &looks->row;
    if (looks->person && row->person != looks->person) return false;
    if (row->at_ms < looks->from_ms) return false;
    if (looks->until_ms && row->at_ms >= looks->until_ms) return false;
    return ticket_get(query->txn, row->ticket, ticket) &&
           may_ticket(query->txn, query->who, VERB_AUDIT, ticket_event_none, ticket);
}

/* Why it was shown: words like any other of the ticket. */
static struct slice reason_of(const struct query *query, const struct row_look *row,
                              const struct row_ticket *ticket)
{
    if (row->kind != look_kind_reveal) return (struct slice){0};
    if (!may_ticket(query->txn, query->who, VERB_READ, ticket_event_none, ticket))
        return (struct slice){0};
    return words_of(query, row->seq, TAG_ticket_revealed_reason, query->arena);
}

static void look_fill(const struct query *query, const struct row_look *row,
                      const struct row_ticket *ticket, struct rec_look_item *item)
{
    struct fact fact;
    *item = (struct rec_look_item){
        .seq = row->seq,
        .at_ms = row->at_ms,
        .person = person_number(query, row->person),
        .ticket = row->ticket,
        .kind = row->kind,
        .reason = reason_of(query, row, ticket),
    };
    if (journal_read(query->txn, row->seq, &fact, NULL))
        item->station = station_number(query, fact.station);
}

static bool person_named(const struct query *query, const struct code *number, uint64_t *person)
{
    struct row_person row = {.number = *number};
    *person = 0;
    if (number->s[0] == '\0') return true;
    if (!index_find(query->txn, INDEX_person_by_number, 1, &row)) return false;
    *person = row.person;
    return true;
}

enum reject answer_audit_list(struct query *query, const struct req_audit_list *ask,
                              struct rec_look_page *answer, struct fault *fault)
{
    struct looks looks = {
        .ticket = ask->ticket, .from_ms = ask->from_ms, .until_ms = ask->until_ms};
    if (!person_named(query, &ask->person, &looks.person))
        return refuse(fault, REJECT_NO_SUCH, "person");
    struct page page;
    page_begin(&page, query, answer_desc(request_audit_list), "rows", ask->most, PAGE_BYTES);
    looks_begin(query, &looks, ask->after);
    uint64_t last = 0;
    for (int looked_at = 0; cursor_next(&looks.cursor, &looks.row); looked_at++) {
        if (looks.row.at_ms < looks.from_ms) break; /* all that follow are older */
        struct row_ticket ticket;
        bool ends = looked_at == LOOKED_AT;
        if (!ends && looks_show(query, &looks, &ticket)) {
            struct rec_look_item item;
            look_fill(query, &looks.row, &ticket, &item);
            ends = !page_add(&page, &item);
        }
        if (ends) {
            answer->next = last;
            break;
        }
        last = looks.row.seq;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}
