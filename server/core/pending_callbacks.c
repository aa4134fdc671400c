/* Not yet built. */
#include "server/core/step.h"

void do_call_dial(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_call_enter(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_outbound_add(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_outbound_close(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_outbound_enter(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_outbound_next(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_outbound_result(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_no_call_remove(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void apply_outbound_put(struct txn *txn, const struct fact *fact,
                        const struct fact_outbound_put *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_contact_entered(struct txn *txn, const struct fact *fact,
                           const struct fact_contact_entered *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_contact_moved(struct txn *txn, const struct fact *fact,
                         const struct fact_contact_moved *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_no_call_put(struct txn *txn, const struct fact *fact,
                       const struct fact_no_call_put *body)
{
    (void)txn, (void)fact, (void)body;
}

void contact_fire(struct step *step, uint64_t object)
{
    (void)step, (void)object;
}

void do_no_call_add(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}
