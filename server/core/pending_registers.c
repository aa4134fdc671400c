/* Pending: registers. */
#include "server/core/step.h"

void do_profile_set(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_field_add(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_field_change(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_field_retire(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_phrase_add(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_phrase_retire(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_expert_add(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_expert_change(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_expert_retire(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_person_away(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_ticket_fill(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_work_add(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void apply_profile_put(struct txn *txn, const struct fact *fact,
                       const struct fact_profile_put *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_field_put(struct txn *txn, const struct fact *fact, const struct fact_field_put *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_phrase_put(struct txn *txn, const struct fact *fact, const struct fact_phrase_put *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_expert_put(struct txn *txn, const struct fact *fact, const struct fact_expert_put *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_person_away(struct txn *txn, const struct fact *fact,
                       const struct fact_person_away *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_ticket_filled(struct txn *txn, const struct fact *fact,
                         const struct fact_ticket_filled *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_work_reported(struct txn *txn, const struct fact *fact,
                         const struct fact_work_reported *body)
{
    (void)txn, (void)fact, (void)body;
}
