/* Pending: calendar. */
#include "server/core/step.h"

void do_calendar_load(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void apply_calendar_loaded(struct txn *txn, const struct fact *fact,
                           const struct fact_calendar_loaded *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_ticket_warned(struct txn *txn, const struct fact *fact,
                         const struct fact_ticket_warned *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_ticket_rescheduled(struct txn *txn, const struct fact *fact,
                              const struct fact_ticket_rescheduled *body)
{
    (void)txn, (void)fact, (void)body;
}
