/* Scored samples, newest first (R72): inspectors and leads see all, operators their own. */
#include "server/core/authority.h"
#include "server/core/score.h"
#include "server/query/answer.h"

enum { LOOKED_AT = 4000 };

static void sample_fill(const struct query *query, const struct row_sample *row,
                        struct rec_sample_item *item)
{
    struct row_ticket ticket;
    bool read = true;
    *item = (struct rec_sample_item){
        .sample = row->sample,
        .person = person_number(query, row->person),
        .call = row->call,
        .ticket = row->ticket,
        .score = row->score,
        .at_ms = row->at_ms,
        .by = person_number(query, row->by),
    };
    if (row->ticket && ticket_get(query->txn, row->ticket, &ticket)) {
        read = may_ticket(query->txn, query->who, VERB_READ, ticket_event_none, &ticket) ||
               row->person == query->who->person;
        if (!may_ticket(query->txn, query->who, VERB_SEE, ticket_event_none, &ticket))
            item->ticket = 0;
    }
    if (read) item->note = words_of(query, row->note_seq, TAG_sample_scored_note, query->arena);
}

static bool sample_shows(const struct query *query, const struct row_sample *row, uint64_t person,
                         uint64_t month)
{
    return (person == 0 || row->person == person) && (month == 0 || row->month == month) &&
           may_sample(query->who, row);
}

static void walk_begin(const struct query *query, uint64_t person, uint64_t after,
                       struct row_sample *row, struct cursor *cursor)
{
    if (person) {
        row->person = person;
        cursor_index(cursor, query->txn, INDEX_sample_by_person, 1, row, after != 0, true);
    } else {
        cursor_table(cursor, query->txn, TABLE_sample, 0, row, after != 0, true);
    }
}

enum reject answer_sample_list(struct query *query, const struct req_sample_list *ask,
                               struct rec_sample_page *answer, struct fault *fault)
{
    struct row_person person = {0};
    struct row_sample row = {0};
    struct cursor cursor;
    if (ask->person.s[0] && !person_find(query->txn, &ask->person, true, &person))
        return refuse(fault, REJECT_NO_SUCH, "person");
    if (ask->month && !month_valid(ask->month)) return refuse(fault, REJECT_BAD_FIELD, "month");
    if (ask->after && !sample_get(query->txn, ask->after, &row))
        return refuse(fault, REJECT_BAD_FIELD, "after");
    struct page page;
    page_begin(&page, query, answer_desc(request_sample_list), "rows", ask->most, PAGE_BYTES);
    walk_begin(query, person.person, ask->after, &row, &cursor);
    uint64_t last = 0;
    for (int looked_at = 0; cursor_next(&cursor, &row); looked_at++) {
        bool ends = looked_at == LOOKED_AT;
        if (!ends && sample_shows(query, &row, person.person, ask->month)) {
            struct rec_sample_item item;
            sample_fill(query, &row, &item);
            ends = !page_add(&page, &item);
        }
        if (ends) {
            answer->next = last;
            break;
        }
        last = row.sample;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}
