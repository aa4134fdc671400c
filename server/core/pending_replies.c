/* Pending: replies. */
#include "server/core/step.h"

void do_survey_add(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_survey_close(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_survey_answer(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_letter_issue(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void do_call_rate(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_FAILED, NULL);
}

void apply_survey_put(struct txn *txn, const struct fact *fact, const struct fact_survey_put *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_survey_answered(struct txn *txn, const struct fact *fact,
                           const struct fact_survey_answered *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_letter_issued(struct txn *txn, const struct fact *fact,
                         const struct fact_letter_issued *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_call_rated(struct txn *txn, const struct fact *fact, const struct fact_call_rated *body)
{
    (void)txn, (void)fact, (void)body;
}
