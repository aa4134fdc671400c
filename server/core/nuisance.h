/* Harassment: numbers that are marked, blocked, and whose calls are refused (R45). Inside
 * server/core only. */
#ifndef SERVER_CORE_NUISANCE_H
#define SERVER_CORE_NUISANCE_H

#include "server/core/step.h"

/* What is known of a number; false: nothing, or there is no number. */
bool nuisance_find(struct txn *txn, const struct h32 *caller, struct row_nuisance *row);
/* The number of this ringing call is blocked: the call was recorded as refused and the step is
 * done. */
bool caller_barred(struct step *step, const struct req_call_arrive *req, uint64_t line);
/* A call of the number was refused. Only inside apply. */
void nuisance_refused(struct txn *txn, const struct h32 *caller);

#endif
