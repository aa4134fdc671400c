/* What is left of a fact when it is published. Everybody who is signed in may subscribe to all
 * facts, so that those about a ticket whose existence is not everybody's to know say only that
 * something happened to that number: not what, by whom, for whom, nor of which unit. */
#ifndef SERVER_CORE_GUARD_H
#define SERVER_CORE_GUARD_H

#include "server/core/core.h"

/* Reduces the fact if it names a confidential ticket (R11), or one that accuses somebody (R76), as
 * these stand now; or if it says that an anonymous caller's ticket, or a report, is of the same
 * caller as another (R75, R77). What is left has no person, unit or line, and so only the topic of
 * all facts. That a callback is late is still told to the lead: the number, and nothing else. */
void fact_guard(struct txn *txn, struct fact *fact);

#endif
