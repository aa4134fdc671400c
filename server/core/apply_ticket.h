/* What the facts about tickets do alike. Inside server/core only; called by apply_X alone. */
#ifndef SERVER_CORE_APPLY_TICKET_H
#define SERVER_CORE_APPLY_TICKET_H

#include "server/core/step.h"

/* The row of a fact's ticket, which is there. */
struct row_ticket ticket_of(struct txn *txn, uint64_t id);
/* Writes the row; the columns, timers and counts that follow from a ticket's state are made to
 * follow. */
void ticket_keep(struct txn *txn, const struct row_ticket *old, struct row_ticket *row);
/* A ticket of this state lies with a unit. */
bool with_unit(uint64_t state);
/* Somebody waits for it while the ticket is in this state: for an instruction before a leader, for
 * all else while a unit has it. */
bool duty_lives(uint64_t kind, uint64_t state);
/* Duties and unanswered opinions of a ticket that is no longer where they were due: nobody waits
 * for them. A missed one stays missed. */
void duties_drop(struct txn *txn, uint64_t ticket, uint64_t state);
void opinions_drop(struct txn *txn, uint64_t ticket);
/* tree.c: a way that was taken through a troubleshooting tree. */
void walk_record(struct txn *txn, const struct fact *fact, const struct fact_ticket_noted *body);

#endif
