/* What units and operators did in a month (R59, R66, R68, R72), counted by apply in the month of
 * the fact. Exact definitions: docs/figures.md. Inside server/core only. */
#ifndef SERVER_CORE_FIGURE_H
#define SERVER_CORE_FIGURE_H

#include "server/core/step.h"

/* before: the ticket as it was. */
void figure_moved(struct txn *txn, const struct fact *fact, const struct fact_ticket_moved *body,
                  const struct row_ticket *before);
void figure_overdue(struct txn *txn, const struct fact *fact, const struct row_ticket *row);
void rating_count(struct txn *txn, const struct fact_call_rated *body);
void sample_count(struct txn *txn, const struct fact_sample_scored *body);

#endif
