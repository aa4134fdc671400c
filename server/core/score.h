/* Points of units and operators (R69 to R73): each is a fact with the ticket that caused it. */
#ifndef SERVER_CORE_SCORE_H
#define SERVER_CORE_SCORE_H

#include "server/core/step.h"

/* Gives the rule's points to a unit for this ticket, in the month of now; nothing for a unit of 0,
 * and once only for the same rule, ticket and redo. Emits. */
void score_give(struct step *step, enum score_rule rule, const struct row_ticket *row,
                uint64_t unit);

#endif
