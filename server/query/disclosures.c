/* Data passed on, asked for or decided (R79); newest first. */
#include "server/core/authority.h"
#include "server/query/answer.h"

enum { LOOKED_AT = 2000 }; /* rows that one page looks at; then it ends, though it may be empty */

static bool disclosure_shown(const struct query *query, const struct row_disclosure *row)
{
    struct row_ticket ticket;
    return ticket_get(query->txn, row->ticket, &ticket) &&
           may_see_disclosure(query->txn, query->who, &ticket);
}

static void disclosure_fill(const struct query *query, const struct row_disclosure *row,
                            struct rec_disclosure_item *item)
{
    struct arena *arena = query->arena;
    *item = (struct rec_disclosure_item){
        .disclosure = row->disclosure,
        .ticket = row->ticket,
        .state = row->state,
        .asked_ms = row->asked_ms,
        .asked_by = person_number(query, row->asked_by),
        .decided_by = person_number(query, row->decided_by),
        .recipient = words_of(query, row->words_seq, TAG_disclosure_asked_recipient, arena),
        .purpose = words_of(query, row->words_seq, TAG_disclosure_asked_purpose, arena),
        .undertaking = words_of(query, row->words_seq, TAG_disclosure_asked_undertaking, arena),
    };
}

enum reject answer_disclosure_list(struct query *query, const struct req_disclosure_list *ask,
                                   struct rec_disclosure_page *answer, struct fault *fault)
{
    (void)fault;
    struct page page;
    page_begin(&page, query, answer_desc(request_disclosure_list), "rows", ask->most, PAGE_BYTES);
    struct row_disclosure row = {.disclosure = ask->after};
    struct cursor cursor;
    cursor_table(&cursor, query->txn, TABLE_disclosure, 0, &row, ask->after != 0, true);
    uint64_t last = 0;
    for (int looked_at = 0; cursor_next(&cursor, &row); looked_at++, last = row.disclosure) {
        bool ends = looked_at == LOOKED_AT;
        if (!ends && !disclosure_shown(query, &row)) continue;
        if (!ends) {
            struct rec_disclosure_item item;
            disclosure_fill(query, &row, &item);
            ends = !page_add(&page, &item);
        }
        if (!ends) continue;
        answer->next = last;
        break;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}
