/* The tree of subjects (R20). Inside server/core and server/query. */
#ifndef SERVER_CORE_SUBJECT_H
#define SERVER_CORE_SUBJECT_H

#include "server/core/core.h"

/* The subject is `top` or stands somewhere below it; false for 0. */
bool subject_within(struct txn *txn, uint64_t subject, uint64_t top);
/* What its tickets are (R11): by itself, or by the nearest one above that says; 0: none says. */
uint64_t subject_secrecy(struct txn *txn, uint64_t subject);

#endif
