/* may(): the only place that grants anything. Commands and every field of every answer go through
 * it. */
#ifndef SERVER_CORE_AUTHORITY_H
#define SERVER_CORE_AUTHORITY_H

#include "server/core/core.h"

/* The role check of the request table: may this person ask this at all? */
bool may_ask(const struct who *who, const struct request_desc *request);

/* What is asked of an object, beyond the role. */
enum verb {
    VERB_SEE,         /* know that it exists: states, times, units (facts) */
    VERB_READ,        /* read matter, replies, notes */
    VERB_READ_CALLER, /* read caller's name, phone, address without a mask */
    VERB_REVEAL,      /* have them shown with a reason */
    VERB_ACT,         /* do an event of its life table; event says which */
};

bool may_ticket(struct txn *txn, const struct who *who, enum verb verb, enum ticket_event event,
                const struct row_ticket *ticket);
bool may_call(struct txn *txn, const struct who *who, enum verb verb, const struct row_call *call);

#endif
