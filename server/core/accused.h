/* Whom a complaint or report is about: that unit must not handle it (R76). */
#ifndef SERVER_CORE_ACCUSED_H
#define SERVER_CORE_ACCUSED_H

#include "server/core/core.h"

/* The unit is `top` or stands somewhere below it in the tree; false for 0. */
bool unit_within(struct txn *txn, uint64_t unit, uint64_t top);
/* The ticket is about this unit: the accused one, one below it, or that of the accused person. */
bool unit_accused(struct txn *txn, const struct row_ticket *row, uint64_t unit);

#endif
