/* A ticket on its way: refused, promised, signed. What is replied to it is in reply.c. */
#include "server/core/deadline.h"
#include "server/core/duty.h"
#include "server/core/reply.h"
#include "server/core/score.h"
#include "server/core/session.h"
#include "server/core/ticket.h"

#define MINUTE_MS UINT64_C(60000)

void do_ticket_refuse(struct step *step, const void *body)
{
    const struct req_ticket_refuse *req = body;
    struct row_ticket row;
    if (!ticket_ask(step, req->ticket, ticket_event_refuse, &row) ||
        !step_require(step, !refused_to_another(req->reason) || req->note.n != 0,
                      REJECT_MISSING_FIELD, "note"))
        return;
    struct fact fact = ticket_move(step, &row, ticket_event_refuse);
    fact.body.ticket_moved.refusal = req->reason;
    fact.body.ticket_moved.note = req->note;
    ticket_emit(step, &fact, &row);
}

void do_ticket_promise(struct step *step, const void *body)
{
    const struct req_ticket_promise *req = body;
    struct row_ticket row;
    if (!ticket_ask(step, req->ticket, ticket_event_promise, &row) ||
        !step_require(step, req->at_ms > step->core->now_ms, REJECT_PAST, "at_ms"))
        return;
    struct fact fact = ticket_move(step, &row, ticket_event_promise);
    const struct deadline deadline = deadline_at(step->core, step->core->now_ms, req->at_ms);
    deadline_put(&deadline, &fact.body.ticket_moved);
    fact.body.ticket_moved.note = req->note;
    ticket_emit(step, &fact, &row);
}

void do_ticket_sign(struct step *step, const void *body)
{
    const struct req_ticket_sign *req = body;
    struct row_ticket row;
    if (!ticket_ask(step, req->ticket, ticket_event_sign, &row) || !head_signs(step, &row)) return;
    struct fact fact = ticket_move(step, &row, ticket_event_sign);
    ticket_emit(step, &fact, &row);
    duties_signed(step, &row);
}

/* R35: the deadline stays, whatever the follow-up has come to so far does not. */
void do_ticket_irregular(struct step *step, const void *body)
{
    const struct req_ticket_irregular *req = body;
    struct row_ticket row;
    if (!ticket_ask_seen(step, req->ticket, req->version, ticket_event_irregular, &row) ||
        !step_require(step, row.unit != 0, REJECT_BAD_STATE, NULL))
        return;
    struct fact fact = ticket_move(step, &row, ticket_event_irregular);
    fact.body.ticket_moved.tries = 0;
    fact.body.ticket_moved.note = req->note;
    ticket_emit(step, &fact, &row);
    duties_working(step, &row);
}

/* R25: the lead is told of a callback that its owner, who was told, did not make; at once when
 * nobody was there to be told. */
static uint64_t lead_told_ms(const struct step *step, const struct row_ticket *row)
{
    struct row_session session;
    if (row->state != ticket_state_callback) return 0;
    if (!session_of_person(step->core->txn, row->owner, &session)) return step->core->now_ms;
    return row->due_ms + step->core->settings->callback_lead_min * MINUTE_MS;
}

void ticket_overdue_fire(struct step *step, uint64_t ticket)
{
    struct row_ticket row;
    bool there = ticket_get(step->core->txn, ticket, &row);
    ASSERT(there);
    struct fact fact = step_fact(step, fact_type_ticket_overdue);
    struct fact_ticket_overdue *body = &fact.body.ticket_overdue;
    *body = (struct fact_ticket_overdue){.ticket = row.ticket,
                                         .to = deadline_whose(&row),
                                         .due_ms = row.due_ms,
                                         .lead_ms = lead_told_ms(step, &row)};
    unit_guard(&row, row.open_unit, &body->unit, &body->guarded_unit);
    step_emit(step, &fact);
    score_give(step, score_rule_overdue, &row, row.open_unit);
}
