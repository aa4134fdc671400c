/* Pending: scores. */
#include "server/core/step.h"
#include "server/core/score.h"

void do_score_enter(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_score_appeal(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_score_uphold(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_score_withdraw(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_sample_score(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void apply_score_given(struct txn *txn, const struct fact *fact,
                       const struct fact_score_given *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_score_moved(struct txn *txn, const struct fact *fact,
                       const struct fact_score_moved *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_sample_scored(struct txn *txn, const struct fact *fact,
                         const struct fact_sample_scored *body)
{
    (void)txn, (void)fact, (void)body;
}

void score_give(struct step *step, enum score_rule rule, const struct row_ticket *row,
                uint64_t unit)
{
    (void)step, (void)rule, (void)row, (void)unit;
}
