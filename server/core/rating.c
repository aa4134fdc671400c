/* How a caller rates the answering of a call (R58), once, after it has ended. */
#include "server/core/authority.h"
#include "server/core/deadline.h"
#include "server/core/figure.h"

void do_call_rate(struct step *step, const void *body)
{
    const struct req_call_rate *req = body;
    struct txn *txn = step->core->txn;
    struct row_call call;
    if (!step_require(step, call_get(txn, req->call, &call), REJECT_NO_SUCH, "call") ||
        /* what was turned away, refused or withdrawn ended without anybody's answering */
        !step_require(step, call.state == call_state_ended && call.agent, REJECT_BAD_STATE, NULL) ||
        !step_require(step, may_rate(step->who, &call), REJECT_DENIED, NULL) ||
        !step_require(step, call.attitude == 0, REJECT_EXISTS, "call"))
        return;
    struct fact fact = step_fact(step, fact_type_call_rated);
    fact.body.call_rated = (struct fact_call_rated){
        .call = call.call,
        .person = call.agent,
        .attitude = req->attitude,
        .accuracy = req->accuracy,
        .efficiency = req->efficiency,
        .month = month_of(txn, step->core->now_ms),
    };
    step_emit(step, &fact);
    step_done(step, call.call, 0);
}

void apply_call_rated(struct txn *txn, const struct fact *fact, const struct fact_call_rated *body)
{
    struct row_call call;
    bool there = call_get(txn, body->call, &call);
    (void)fact;
    ASSERT(there);
    call.attitude = body->attitude;
    call.accuracy = body->accuracy;
    call.efficiency = body->efficiency;
    call_put(txn, &call);
    rating_count(txn, body);
}
