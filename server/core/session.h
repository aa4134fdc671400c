/* Who is signed in where, for the handlers of people. Inside server/core only. */
#ifndef SERVER_CORE_SESSION_H
#define SERVER_CORE_SESSION_H

#include "server/core/step.h"

/* The live session of a person, or at a station: there is at most one of each. */
bool session_of_person(struct txn *txn, uint64_t person, struct row_session *session);
bool session_at_station(struct txn *txn, uint64_t station, struct row_session *session);

#endif
