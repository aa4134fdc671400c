/* What is due beside the deadlines, most urgent first, and who was asked for an opinion. */
#include "server/core/authority.h"
#include "server/query/answer.h"

enum { LOOKED_AT = 2000 }; /* rows that one page looks at; then it ends, though it may be empty */

static void duty_fill(const struct query *query, const struct row_duty *row,
                      struct rec_duty_item *item)
{
    *item = (struct rec_duty_item){
        .duty = row->duty,
        .ticket = row->ticket,
        .kind = row->kind,
        .state = row->state,
        .due_ms = row->due_ms,
        .unit = unit_code(query, row->unit),
        .person = person_number(query, row->person),
    };
}

static enum reject ticket_of(const struct query *query, uint64_t id, struct row_ticket *row,
                             struct fault *fault)
{
    if (!ticket_get(query->txn, id, row)) return refuse(fault, REJECT_NO_SUCH, "ticket");
    bool see = may_ticket(query->txn, query->who, VERB_SEE, ticket_event_none, row);
    return see ? REJECT_OK : REJECT_DENIED;
}

enum reject answer_ticket_duties(struct query *query, const struct req_ticket_duties *ask,
                                 struct rec_duty_page *answer, struct fault *fault)
{
    struct row_ticket ticket;
    enum reject reject = ticket_of(query, ask->ticket, &ticket, fault);
    if (reject) return reject;
    struct page page;
    page_begin(&page, query, answer_desc(request_ticket_duties), "rows", 0, PAGE_BYTES);
    struct row_duty row = {.open_ticket = ticket.ticket};
    struct cursor cursor;
    cursor_index(&cursor, query->txn, INDEX_duty_by_ticket, 1, &row, false, false);
    while (cursor_next(&cursor, &row)) {
        struct rec_duty_item item;
        duty_fill(query, &row, &item);
        if (!page_add(&page, &item)) break; /* kinds and co-units are few: never */
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}

/* A unit's own people see what is due of their unit, the others what they may see of all. */
static bool is_for(const struct query *query, const struct row_duty *row)
{
    struct row_ticket ticket;
    return ticket_get(query->txn, row->ticket, &ticket) &&
           may_ticket(query->txn, query->who, VERB_SEE, ticket_event_none, &ticket);
}

enum reject answer_duty_list(struct query *query, const struct req_duty_list *ask,
                             struct rec_duty_page *answer, struct fault *fault)
{
    (void)fault;
    const uint64_t unit = query->who->unit;
    struct row_duty row = {.open_unit = unit};
    struct page page;
    struct cursor cursor;
    page_begin(&page, query, answer_desc(request_duty_list), "rows", ask->most, PAGE_BYTES);
    /* Done meanwhile: it still says where it stood. */
    if (ask->after && duty_get(query->txn, ask->after, &row)) {
        row.open_ms = row.due_ms;
        row.open_unit = unit;
    }
    cursor_index(&cursor, query->txn, unit ? INDEX_duty_by_unit : INDEX_duty_by_time, unit ? 1 : 0,
                 &row, ask->after != 0, false);
    uint64_t last = ask->after;
    for (size_t looked = 0; cursor_next(&cursor, &row); last = row.duty) {
        struct rec_duty_item item;
        duty_fill(query, &row, &item);
        if (looked++ < LOOKED_AT && (!is_for(query, &row) || page_add(&page, &item))) continue;
        answer->next = last;
        break;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}

static void counit_fill(const struct query *query, const struct row_counit *row, bool words,
                        struct rec_counit_item *item)
{
    *item = (struct rec_counit_item){
        .unit = unit_code(query, row->unit),
        .name = unit_name(query, row->unit),
        .given = row->given_ms != 0,
        .at_ms = row->given_ms,
    };
    if (words)
        item->opinion = words_of(query, row->opinion_seq, TAG_ticket_noted_reply, query->arena);
}

enum reject answer_ticket_counits(struct query *query, const struct req_ticket_counits *ask,
                                  struct rec_counit_page *answer, struct fault *fault)
{
    struct row_ticket ticket;
    enum reject reject = ticket_of(query, ask->ticket, &ticket, fault);
    if (reject) return reject;
    bool words = may_ticket(query->txn, query->who, VERB_READ, ticket_event_none, &ticket);
    struct page page;
    page_begin(&page, query, answer_desc(request_ticket_counits), "rows", ask->most, PAGE_BYTES);
    struct row_counit row = {.ticket = ticket.ticket, .unit = ask->after};
    struct cursor cursor;
    cursor_table(&cursor, query->txn, TABLE_counit, 1, &row, ask->after != 0, false);
    for (uint64_t last = ask->after; cursor_next(&cursor, &row); last = row.unit) {
        struct rec_counit_item item;
        counit_fill(query, &row, words, &item);
        if (page_add(&page, &item)) continue;
        answer->next = last;
        break;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}
