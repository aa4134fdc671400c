/* Outbound lists (R48, R67) and the register of numbers that are not to be called. Inside
 * server/core only. */
#ifndef SERVER_CORE_OUTBOUND_H
#define SERVER_CORE_OUTBOUND_H

#include "server/core/step.h"

/* This number is not to be called; the hash of a text without digits never is barred. */
bool number_barred(struct txn *txn, const struct h32 *caller);
/* From now on it is not to be called; who still waits on a list under this number is barred there.
 * Appends facts; nothing when it was barred before. */
void number_bar(struct step *step, const struct h32 *caller, struct slice phone,
                struct slice reason);

/* Dial success is a connection within so many attempts (R67): somebody who was meant answered. */
enum { DIAL_TRIES = 3 };
bool result_connected(uint64_t result);

#endif
