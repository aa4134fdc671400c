#include "server/query/answer.h"

uint64_t tally_of(const struct query *query, uint64_t state)
{
    struct row_tally row;
    return tally_get(query->txn, state, &row) ? row.n : 0;
}

uint64_t tally_overdue(const struct query *query)
{
    return tally_of(query, TALLY_OVERDUE);
}

uint64_t tally_callbacks(const struct query *query)
{
    return tally_of(query, TALLY_CALLBACKS);
}

uint64_t tally_open(const struct query *query)
{
    uint64_t open = 0;
    for (uint64_t state = ticket_state_draft; state <= ticket_state_archived; state++)
        if (state != ticket_state_rejected && state != ticket_state_archived)
            open += tally_of(query, state);
    return open;
}
