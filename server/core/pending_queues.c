/* Not yet built. */
#include "server/core/step.h"

void do_skill_add(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_skill_change(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_skill_retire(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_skill_give(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_skill_take(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_queue_add(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_queue_change(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_queue_retire(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_line_hours(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_line_extend(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_agent_borrow(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_agent_return(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void apply_skill_put(struct txn *txn, const struct fact *fact, const struct fact_skill_put *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_skill_given(struct txn *txn, const struct fact *fact,
                       const struct fact_skill_given *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_queue_put(struct txn *txn, const struct fact *fact, const struct fact_queue_put *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_line_hours_set(struct txn *txn, const struct fact *fact,
                          const struct fact_line_hours_set *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_line_extended(struct txn *txn, const struct fact *fact,
                         const struct fact_line_extended *body)
{
    (void)txn, (void)fact, (void)body;
}

void wait_fire(struct step *step, uint64_t object)
{
    (void)step, (void)object;
}

void borrow_fire(struct step *step, uint64_t object)
{
    (void)step, (void)object;
}
