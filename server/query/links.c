/* The tickets that one is linked with, as far as the asker may know of them. */
#include "server/core/authority.h"
#include "server/core/link.h"
#include "server/query/answer.h"

static void item_fill(const struct query *query, const struct row_link *link,
                      const struct row_ticket *other, struct page *inner,
                      struct rec_link_item *item)
{
    struct rec_ticket_item ticket;
    struct fact fact;
    ticket_item_fill(query, other, &ticket);
    page_add(inner, &ticket);
    *item = (struct rec_link_item){.ticket = page_rows(inner),
                                   .kind = link->kind,
                                   .cause = link->cause,
                                   .number = link->other};
    if (journal_read(query->txn, link->seq, &fact, NULL)) item->at_ms = fact.at_ms;
}

/* A note speaks of both: who may read only one of them does not get it. */
static bool may_both(const struct query *query, enum verb verb, const struct row_ticket *row,
                     const struct row_ticket *other)
{
    return may_ticket(query->txn, query->who, verb, ticket_event_none, row) &&
           may_ticket(query->txn, query->who, verb, ticket_event_none, other);
}

/* That two tickets are of one caller tells of the one what is known of the other (R75, R77). */
static bool link_shown(const struct query *query, const struct row_link *link,
                       const struct row_ticket *row, const struct row_ticket *other)
{
    return may_both(query, VERB_SEE, row, other) &&
           (link->kind != link_kind_repeat || may_both(query, VERB_READ_ORIGIN, row, other));
}

enum reject answer_ticket_links(struct query *query, const struct req_ticket_links *ask,
                                struct rec_link_page *answer, struct fault *fault)
{
    struct row_ticket row, other;
    if (!ticket_get(query->txn, ask->ticket, &row)) return refuse(fault, REJECT_NO_SUCH, "ticket");
    if (!may_ticket(query->txn, query->who, VERB_SEE, ticket_event_none, &row))
        return REJECT_DENIED;
    struct page page;
    page_begin(&page, query, answer_desc(request_ticket_links), "rows", ask->most, PAGE_BYTES);
    struct row_link link = {.ticket = row.ticket, .other = ask->after};
    struct cursor cursor;
    cursor_table(&cursor, query->txn, TABLE_link, 1, &link, ask->after != 0, false);
    for (uint64_t last = 0; cursor_next(&cursor, &link); last = link.other) {
        if (!ticket_get(query->txn, link.other, &other) || !link_shown(query, &link, &row, &other))
            continue;
        struct rec_link_item item;
        struct page inner;
        page_begin(&inner, query, page.record, "ticket", 1, PAGE_BYTES);
        item_fill(query, &link, &other, &inner, &item);
        if (may_both(query, VERB_READ, &row, &other))
            item.note = words_of(query, link.seq, TAG_ticket_linked_note, query->arena);
        if (page_add(&page, &item)) continue;
        answer->next = last;
        break;
    }
    answer->rows = page_rows(&page);
    answer->merged = merged_count(query->txn, row.ticket);
    return page_reject(&page);
}
