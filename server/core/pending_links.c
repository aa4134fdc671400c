/* Pending: links. */
#include "server/core/step.h"

void do_ticket_merge(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_ticket_link(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_ticket_split(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void apply_ticket_linked(struct txn *txn, const struct fact *fact,
                         const struct fact_ticket_linked *body)
{
    (void)txn, (void)fact, (void)body;
}
