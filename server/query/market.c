/* Notes of supply and demand, newest first (R47). */
#include "server/core/authority.h"
#include "server/query/answer.h"

enum { LOOKED_AT = 2000 }; /* rows that one page looks at; then it ends, though it may be empty */

static bool market_shows(const struct query *query, const struct req_market_list *ask,
                         const struct row_market *row)
{
    bool over =
        row->state != market_state_open || (row->until_ms != 0 && row->until_ms <= query->now_ms);
    return (ask->closed || !over) && (ask->kind == 0 || ask->kind == row->kind);
}

static void market_fill(const struct query *query, const struct row_market *row,
                        struct rec_market_item *item)
{
    *item = (struct rec_market_item){
        .market = row->market,
        .kind = row->kind,
        .state = row->state,
        .at_ms = row->at_ms,
        .until_ms = row->until_ms,
        .subject = subject_name(query, row->subject),
        .other = row->other,
        .by = person_number(query, row->by),
    };
    if (!may_market(query->who, VERB_READ)) return;
    item->what = words_of(query, row->seq, TAG_market_put_what, query->arena);
    item->note = words_of(query, row->note_seq, TAG_market_moved_note, query->arena);
    item->contact = words_of(query, row->seq, TAG_market_put_contact, query->arena);
}

enum reject answer_market_list(struct query *query, const struct req_market_list *ask,
                               struct rec_market_page *answer, struct fault *fault)
{
    (void)fault;
    struct page page;
    page_begin(&page, query, answer_desc(request_market_list), "rows", ask->most, PAGE_BYTES);
    struct row_market row = {.market = ask->after};
    struct cursor cursor;
    cursor_table(&cursor, query->txn, TABLE_market, 0, &row, ask->after != 0, true);
    uint64_t last = ask->after;
    for (int looked_at = 0; cursor_next(&cursor, &row); looked_at++, last = row.market) {
        struct rec_market_item item;
        bool ends = looked_at == LOOKED_AT;
        if (!ends && market_shows(query, ask, &row)) {
            market_fill(query, &row, &item);
            ends = !page_add(&page, &item);
        }
        if (!ends) continue;
        answer->next = last;
        break;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}
