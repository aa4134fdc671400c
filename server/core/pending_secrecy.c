/* Pending: secrecy. */
#include "server/core/step.h"
#include "server/core/ticket.h"

void do_disclosure_ask(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_disclosure_grant(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_disclosure_refuse(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_disclosure_give(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void apply_disclosure_asked(struct txn *txn, const struct fact *fact,
                            const struct fact_disclosure_asked *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_disclosure_moved(struct txn *txn, const struct fact *fact,
                            const struct fact_disclosure_moved *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_ticket_seen(struct txn *txn, const struct fact *fact,
                       const struct fact_ticket_seen *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_ticket_erased(struct txn *txn, const struct fact *fact,
                         const struct fact_ticket_erased *body)
{
    (void)txn, (void)fact, (void)body;
}

void retention_fire(struct step *step, uint64_t ticket)
{
    (void)step, (void)ticket;
}
