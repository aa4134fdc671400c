/* How a type of ticket is treated, on one line or on all (R10, R14, R19). Inside server/core only.
 */
#ifndef SERVER_CORE_PROFILE_H
#define SERVER_CORE_PROFILE_H

#include "server/core/step.h"

/* The line's own profile of the type, else the one for all lines; false: neither was set, *row is
 * one that asks for nothing. */
bool profile_of(struct txn *txn, uint64_t line, uint64_t type, struct row_profile *row);

#endif
