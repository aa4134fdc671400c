/* Promised callbacks, in the order in which they are made. */
#include "common/text.h"
#include "server/core/authority.h"
#include "server/query/answer.h"

/* The number to ring: the one that was given at the promise, else the one that was shown. */
static struct slice number_masked(const struct query *query, const struct row_call *row)
{
    char out[LIMIT_PHONE + 1];
    if (!may_callback(query->who, VERB_READ_MASKED, call_event_none)) return (struct slice){0};
    text_mask_phone(call_number(query, row), out, sizeof out);
    return text_cut(query, slice_of(out), LIMIT_PHONE);
}

static void callback_fill(const struct query *query, const struct row_call *row,
                          struct rec_callback_item *item)
{
    *item = (struct rec_callback_item){
        .call = row->call,
        .queue = queue_code(query, row->queue),
        .state = row->state,
        .arrived_ms = row->arrived_ms,
        .order_ms = row->order_ms,
        .open_ms = row->open_ms,
        .tries = row->tries,
        .number = number_masked(query, row),
        .agent = person_number(query, row->agent),
    };
}

/* The cursor is the last one's number; its place does not change while it is owed, nor after. */
enum reject answer_callback_list(struct query *query, const struct req_callback_list *ask,
                                 struct rec_callback_page *answer, struct fault *fault)
{
    struct page page;
    struct row_call row = {0};
    struct cursor cursor;
    if (ask->after && !call_get(query->txn, ask->after, &row))
        return refuse(fault, REJECT_NO_SUCH, "after");
    page_begin(&page, query, answer_desc(request_callback_list), "rows", ask->most, PAGE_BYTES);
    row.owed = 1;
    cursor_index(&cursor, query->txn, INDEX_callback_by_order, 1, &row, ask->after != 0, false);
    for (uint64_t last = 0; cursor_next(&cursor, &row); last = row.call) {
        struct rec_callback_item item;
        if (!may_callback(query->who, VERB_SEE, call_event_none)) continue;
        callback_fill(query, &row, &item);
        if (page_add(&page, &item)) continue;
        answer->next = last;
        break;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}
