/* Pending: handling. */
#include "server/core/step.h"
#include "server/core/duty.h"

void do_ticket_refer(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_ticket_instruct(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_ticket_return(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_ticket_agree(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_ticket_decline(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_ticket_dispute(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_ticket_commit(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_ticket_irregular(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_ticket_extend(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_ticket_grant(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_ticket_deny(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_ticket_hand_over(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_ticket_cosign(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_ticket_opinion(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_ticket_plan(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_ticket_progress(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_ticket_on_site(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_ticket_rectified(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_ticket_conference(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_ticket_bring(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_ticket_direct(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_ticket_supervise(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_ticket_attempt(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_ticket_tell(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_ticket_consult(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_ticket_acknowledge(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void apply_ticket_noted(struct txn *txn, const struct fact *fact,
                        const struct fact_ticket_noted *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_duty_set(struct txn *txn, const struct fact *fact, const struct fact_duty_set *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_duty_done(struct txn *txn, const struct fact *fact, const struct fact_duty_done *body)
{
    (void)txn, (void)fact, (void)body;
}

void duty_set(struct step *step, const struct row_ticket *row, enum duty_kind kind, uint64_t unit,
              uint64_t person, uint64_t due_ms)
{
    (void)step, (void)row, (void)kind, (void)unit, (void)person, (void)due_ms;
}

void duty_meet(struct step *step, const struct row_ticket *row, enum duty_kind kind, uint64_t unit)
{
    (void)step, (void)row, (void)kind, (void)unit;
}

void duty_fire(struct step *step, uint64_t duty)
{
    (void)step, (void)duty;
}
