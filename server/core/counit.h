/* Co-units of a ticket (R30), as the rules and the answers look at them. */
#ifndef SERVER_CORE_COUNIT_H
#define SERVER_CORE_COUNIT_H

#include "server/store/store.h"

/* The unit's entry as a co-unit of the ticket; false: it was not asked, or unit is 0. */
bool counit_get(struct txn *txn, uint64_t ticket, uint64_t unit, struct row_counit *row);
/* One that was asked has given no opinion. */
bool opinion_waits(struct txn *txn, uint64_t ticket);

#endif
