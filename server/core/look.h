/* Who saw what (R81): a row for each look at words that are not everybody's. Inside server/core. */
#ifndef SERVER_CORE_LOOK_H
#define SERVER_CORE_LOOK_H

#include "server/core/step.h"

/* The fact says that its person saw something of the ticket. Only inside apply. */
void look_record(struct txn *txn, const struct fact *fact, enum look_kind kind, uint64_t ticket);

#endif
