/* One line of a ticket's ledger: what a fact says of it, as far as its reader may know. Inside
 * server/query only. */
#ifndef SERVER_QUERY_LEDGER_H
#define SERVER_QUERY_LEDGER_H

#include "server/query/answer.h"

/* Who reads whose ledger. */
struct reader {
    const struct query *query;
    const struct row_ticket *ticket;
    bool words;      /* what was said */
    bool disclosure; /* to whom it was passed on */
};

struct reader reader_of(const struct query *query, const struct row_ticket *ticket);
/* False: the fact is no step of this ticket, or not for this reader. */
bool step_show(const struct reader *reader, const struct fact *fact, struct rec_history_item *item);

#endif
