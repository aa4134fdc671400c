#include "server/core/authority.h"
#include "server/query/answer.h"

uint64_t call_ticket(const struct query *query, const struct row_call *row)
{
    struct row_ticket ticket;
    if (!row->ticket || !ticket_get(query->txn, row->ticket, &ticket)) return 0;
    bool origin = may_ticket(query->txn, query->who, VERB_READ_ORIGIN, ticket_event_none, &ticket);
    return origin ? row->ticket : 0;
}

struct slice call_number(const struct query *query, const struct row_call *row)
{
    if (row->number_seq)
        return words_of(query, row->number_seq, TAG_call_moved_number, query->arena);
    return words_of(query, row->from_seq, TAG_call_arrived_from, query->arena);
}

void call_item_fill(const struct query *query, const struct row_call *row,
                    struct rec_call_item *item)
{
    *item = (struct rec_call_item){
        .call = row->call,
        .line = line_code(query, row->line),
        .state = row->state,
        .channel = row->channel,
        .arrived_ms = row->arrived_ms,
        .answered_ms = row->answered_ms,
        .ended_ms = row->ended_ms,
        .agent = person_number(query, row->agent),
        .second = person_number(query, row->second),
        .priority = row->priority,
        .ticket = call_ticket(query, row),
        .queue = queue_code(query, row->queue),
    };
}

/* Live calls in the order of their arrival; the cursor is the last one's number. */
enum reject answer_call_list(struct query *query, const struct req_call_list *ask,
                             struct rec_call_page *answer, struct fault *fault)
{
    (void)fault;
    struct page page;
    page_begin(&page, query, answer_desc(request_call_list), "rows", ask->most, PAGE_BYTES);
    struct row_call row = {.live = 1, .call = ask->after};
    struct cursor cursor;
    cursor_index(&cursor, query->txn, INDEX_call_by_live, 1, &row, ask->after != 0, false);
    for (uint64_t last = 0; cursor_next(&cursor, &row); last = row.call) {
        if (!may_call(query->txn, query->who, VERB_SEE, &row)) continue;
        struct rec_call_item item;
        call_item_fill(query, &row, &item);
        if (page_add(&page, &item)) continue;
        answer->next = last;
        break;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}
