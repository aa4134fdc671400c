/* Not yet built. */
#include "server/core/step.h"

void do_person_clear(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_surge_start(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_surge_end(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_area_add(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_area_change(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_area_retire(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_burst_pin(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_burst_close(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_notice_put(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_notice_end(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void apply_person_cleared(struct txn *txn, const struct fact *fact,
                          const struct fact_person_cleared *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_surge_moved(struct txn *txn, const struct fact *fact,
                       const struct fact_surge_moved *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_area_put(struct txn *txn, const struct fact *fact, const struct fact_area_put *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_burst_seen(struct txn *txn, const struct fact *fact, const struct fact_burst_seen *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_burst_moved(struct txn *txn, const struct fact *fact,
                       const struct fact_burst_moved *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_notice_put(struct txn *txn, const struct fact *fact, const struct fact_notice_put *body)
{
    (void)txn, (void)fact, (void)body;
}

void surge_fire(struct step *step, uint64_t object)
{
    (void)step, (void)object;
}

void burst_fire(struct step *step, uint64_t object)
{
    (void)step, (void)object;
}

void notice_fire(struct step *step, uint64_t object)
{
    (void)step, (void)object;
}
