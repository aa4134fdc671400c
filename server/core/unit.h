/* Who gets what comes to a unit (R40). Inside server/core and server/query. */
#ifndef SERVER_CORE_UNIT_H
#define SERVER_CORE_UNIT_H

#include "server/core/core.h"

/* The first deputy, while away the second, while both are away or none is named nobody: 0. One who
 * was retired, works elsewhere now or is no handler any more counts as away. */
uint64_t unit_acting(struct txn *txn, uint64_t unit);

#endif
