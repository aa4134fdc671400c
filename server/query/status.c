#include "server/query/answer.h"

enum { MIB = 1024 * 1024 };

static uint64_t counter_of(const struct query *query, enum object object)
{
    struct row_counter row;
    return counter_get(query->txn, object, &row) ? row.last : 0;
}

static uint64_t sessions_of(const struct query *query)
{
    uint64_t sessions = 0;
    struct row_session row = {0};
    struct cursor cursor;
    cursor_index(&cursor, query->txn, INDEX_session_by_person, 0, &row, false, false);
    while (cursor_next(&cursor, &row)) sessions++;
    return sessions;
}

static uint64_t waiting_of(const struct query *query)
{
    uint64_t waiting = 0;
    struct row_queue row = {0};
    struct cursor cursor;
    cursor_table(&cursor, query->txn, TABLE_queue, 0, &row, false, false);
    while (cursor_next(&cursor, &row)) waiting += row.waiting;
    return waiting;
}

/* Every call ever: the last minute has the sums. */
static void calls_fill(const struct query *query, struct rec_status *status)
{
    struct row_minute row = {0};
    struct cursor cursor;
    cursor_table(&cursor, query->txn, TABLE_minute, 0, &row, false, true);
    if (!cursor_next(&cursor, &row)) return;
    status->answered = row.answered;
    status->abandoned = row.abandoned;
}

static void process_fill(const struct process_figures *figures, struct rec_status *status)
{
    status->started_ms = figures->started_ms;
    status->committed = figures->committed;
    status->requests = figures->requests;
    status->refused = figures->refused;
    status->malformed = figures->malformed;
    status->keys_refused = figures->keys_refused;
    status->turns = figures->turns;
    status->steps = figures->steps;
    status->commits = figures->commits;
#define S(name, help) status->name##_us = figures->spent_us[SPENT_##name];
    SPENT_TABLE(S)
#undef S
    status->free_mib = figures->free_bytes / MIB;
    status->full = figures->full;
}

enum reject answer_status(struct query *query, const struct req_status *ask,
                          struct rec_status *answer, struct fault *fault)
{
    (void)ask;
    (void)fault;
    *answer = (struct rec_status){
        .version = slice_of(REXIAN_VERSION),
        .head = journal_head(query->txn),
        .sessions = sessions_of(query),
        .waiting = waiting_of(query),
        .calls = counter_of(query, object_call),
        .tickets = counter_of(query, object_ticket),
        .open = tally_open(query),
        .overdue = tally_overdue(query),
        .archived = tally_of(query, ticket_state_archived),
    };
    answer->calendar_runs_out = calendar_runs_out(query, &answer->calendar_days);
    calls_fill(query, answer);
    if (query->figures) process_fill(query->figures, answer);
    return REJECT_OK;
}
