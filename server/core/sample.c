/* Samples: an inspector scores a call or a ticket of an operator (R72). */
#include "server/core/authority.h"
#include "server/core/deadline.h"
#include "server/core/step.h"

static bool sampled_call(struct step *step, uint64_t id, uint64_t *person)
{
    struct row_call call;
    if (!step_require(step, call_get(step->core->txn, id, &call), REJECT_NO_SUCH, "call") ||
        !step_require(step, may_call(step->core->txn, step->who, VERB_SEE, &call), REJECT_DENIED,
                      "call") ||
        !step_require(step, call.first_answered_ms != 0, REJECT_BAD_STATE, "call"))
        return false;
    *person = call.agent;
    return true;
}

static bool sampled_ticket(struct step *step, uint64_t id, uint64_t *person, uint64_t *culprit)
{
    struct txn *txn = step->core->txn;
    struct row_ticket ticket;
    if (!step_require(step, ticket_get(txn, id, &ticket), REJECT_NO_SUCH, "ticket") ||
        !step_require(step, may_ticket(txn, step->who, VERB_SEE, ticket_event_none, &ticket),
                      REJECT_DENIED, "ticket"))
        return false;
    *person = ticket.owner;
    *culprit = ticket.culprit; /* who learns the ticket's number by the sample (R76) */
    return true;
}

void do_sample_score(struct step *step, const void *body)
{
    const struct req_sample_score *req = body;
    uint64_t person = 0, culprit = 0;
    if (!step_require(step, req->call || req->ticket, REJECT_MISSING_FIELD, "call") ||
        !step_require(step, !req->call || !req->ticket, REJECT_BAD_FIELD, "ticket") ||
        (req->call && !sampled_call(step, req->call, &person)) ||
        (req->ticket && !sampled_ticket(step, req->ticket, &person, &culprit)) ||
        !person_of_role(step, &req->person, "person", ROLE_BIT(role_operator), &person) ||
        !step_require(step, person != 0, REJECT_MISSING_FIELD, "person") ||
        !step_require(step, person != culprit, REJECT_ACCUSED, "ticket") ||
        !step_require(step, person != step->who->person, REJECT_DENIED, "person"))
        return;
    struct fact fact = step_fact(step, fact_type_sample_scored);
    fact.body.sample_scored = (struct fact_sample_scored){
        .sample = step_next_id(step, object_sample),
        .person = person,
        .call = req->call,
        .ticket = req->ticket,
        .score = req->score,
        .month = month_of(step->core->txn, step->core->now_ms),
        .note = req->note,
    };
    step_emit(step, &fact);
    step_done(step, fact.body.sample_scored.sample, 0);
}
