/* Not yet built. */
#include "server/core/step.h"

void do_agent_allow(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_agent_refuse(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_call_hold(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_call_resume(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_call_consult(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_call_joined(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_call_take_back(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_call_complete(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_call_confirm(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_call_conference(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_call_leave(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void do_call_refer(struct step *step, const void *body)
{
    (void)body;
    step_refuse(step, REJECT_BAD_STATE, NULL);
}

void apply_agent_asked(struct txn *txn, const struct fact *fact,
                       const struct fact_agent_asked *body)
{
    (void)txn, (void)fact, (void)body;
}

void apply_agent_alarmed(struct txn *txn, const struct fact *fact,
                         const struct fact_agent_alarmed *body)
{
    (void)txn, (void)fact, (void)body;
}

void hold_fire(struct step *step, uint64_t object)
{
    (void)step, (void)object;
}

void wrap_fire(struct step *step, uint64_t object)
{
    (void)step, (void)object;
}

void break_fire(struct step *step, uint64_t object)
{
    (void)step, (void)object;
}

void offline_fire(struct step *step, uint64_t object)
{
    (void)step, (void)object;
}
