/* What merging leaves in the tickets' own rows. */
#ifndef SERVER_CORE_LINK_H
#define SERVER_CORE_LINK_H

#include "server/core/core.h"

/* A merged ticket is reopened: it goes its own way again, and stays related. Only in apply. */
void merge_undo(struct txn *txn, struct row_ticket *row);
/* Tickets merged into this one itself; their callers wait for the same reply. */
uint64_t merged_count(struct txn *txn, uint64_t ticket);

#endif
