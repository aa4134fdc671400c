/* Not yet built. */
#include "server/core/step.h"

void do_plan_set(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_plan_retire(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_alert_raise(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_alert_acknowledge(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_alert_note(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_alert_close(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_caller_mark(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_caller_block(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_caller_unblock(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_caller_export(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_tree_load(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_tree_retire(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_ticket_walk(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_ticket_identify(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_market_add(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_market_match(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_market_close(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void apply_plan_put(struct txn *txn, const struct fact *fact, const struct fact_plan_put *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_plan_post_set(struct txn *txn, const struct fact *fact,
                         const struct fact_plan_post_set *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_alert_raised(struct txn *txn, const struct fact *fact,
                        const struct fact_alert_raised *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_alert_relayed(struct txn *txn, const struct fact *fact,
                         const struct fact_alert_relayed *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_alert_noted(struct txn *txn, const struct fact *fact,
                       const struct fact_alert_noted *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_alert_closed(struct txn *txn, const struct fact *fact,
                        const struct fact_alert_closed *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_caller_marked(struct txn *txn, const struct fact *fact,
                         const struct fact_caller_marked *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_caller_barred(struct txn *txn, const struct fact *fact,
                         const struct fact_caller_barred *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_evidence_made(struct txn *txn, const struct fact *fact,
                         const struct fact_evidence_made *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_tree_put(struct txn *txn, const struct fact *fact, const struct fact_tree_put *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_market_put(struct txn *txn, const struct fact *fact, const struct fact_market_put *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_market_moved(struct txn *txn, const struct fact *fact,
                        const struct fact_market_moved *body)
{
    (void)txn, (void)fact, (void)body;
}

void relay_fire(struct step *step, uint64_t object)
{
    (void)step, (void)object;
}

void block_fire(struct step *step, uint64_t object)
{
    (void)step, (void)object;
}

void do_plan_add(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}
