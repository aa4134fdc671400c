/* What is recorded of the work on a ticket: plan, progress, being on site, conferences, experts,
 * and what the caller was told (R24, R37, R39, R46, R52, R96). */
#include "server/core/duty.h"
#include "server/core/ticket.h"

bool time_of_past(struct step *step, uint64_t *at_ms)
{
    if (*at_ms == 0) *at_ms = step->core->now_ms;
    return step_require(step, *at_ms <= step->core->now_ms, REJECT_BAD_FIELD, "at_ms");
}

void do_ticket_plan(struct step *step, const void *body)
{
    const struct req_ticket_plan *req = body;
    struct row_ticket row;
    if (!ticket_ask(step, req->ticket, ticket_event_plan, &row)) return;
    struct fact fact = ticket_note(step, &row, ticket_event_plan);
    fact.body.ticket_noted.reply = req->reply;
    ticket_emit(step, &fact, &row);
}

void do_ticket_progress(struct step *step, const void *body)
{
    const struct req_ticket_progress *req = body;
    struct row_ticket row;
    if (!ticket_ask(step, req->ticket, ticket_event_progress, &row)) return;
    struct fact fact = ticket_note(step, &row, ticket_event_progress);
    fact.body.ticket_noted.reply = req->reply;
    ticket_emit(step, &fact, &row);
    duties_worked(step, &row);
    duties_working(step, &row);
}

void do_ticket_on_site(struct step *step, const void *body)
{
    const struct req_ticket_on_site *req = body;
    uint64_t at_ms = req->at_ms;
    struct row_ticket row;
    if (!ticket_ask(step, req->ticket, ticket_event_on_site, &row) || !time_of_past(step, &at_ms))
        return;
    struct fact fact = ticket_note(step, &row, ticket_event_on_site);
    fact.body.ticket_noted.at_ms = at_ms;
    fact.body.ticket_noted.note = req->note;
    ticket_emit(step, &fact, &row);
    duty_meet(step, &row, duty_kind_on_site, row.unit);
    duty_meet(step, &row, duty_kind_visit, row.unit);
}

void do_ticket_rectified(struct step *step, const void *body)
{
    const struct req_ticket_rectified *req = body;
    uint64_t at_ms = req->at_ms;
    struct row_ticket row;
    if (!ticket_ask(step, req->ticket, ticket_event_rectified, &row) || !time_of_past(step, &at_ms))
        return;
    struct fact fact = ticket_note(step, &row, ticket_event_rectified);
    fact.body.ticket_noted.at_ms = at_ms;
    fact.body.ticket_noted.note = req->note;
    ticket_emit(step, &fact, &row);
    duty_meet(step, &row, duty_kind_rectify, row.unit);
}

void do_ticket_conference(struct step *step, const void *body)
{
    const struct req_ticket_conference *req = body;
    uint64_t at_ms = req->at_ms;
    struct row_ticket row;
    if (!ticket_ask(step, req->ticket, ticket_event_conference, &row) ||
        !time_of_past(step, &at_ms))
        return;
    struct fact fact = ticket_note(step, &row, ticket_event_conference);
    fact.body.ticket_noted.at_ms = at_ms;
    fact.body.ticket_noted.note = req->note;
    fact.body.ticket_noted.people = req->people;
    ticket_emit(step, &fact, &row);
}

void do_ticket_attempt(struct step *step, const void *body)
{
    const struct req_ticket_attempt *req = body;
    struct row_ticket row;
    if (!ticket_ask(step, req->ticket, ticket_event_attempt, &row) ||
        !caller_identified(step, &row, req->reached))
        return;
    struct fact fact = ticket_note(step, &row, ticket_event_attempt);
    fact.body.ticket_noted.way = req->way;
    fact.body.ticket_noted.reached = req->reached;
    fact.body.ticket_noted.note = req->note;
    ticket_emit(step, &fact, &row);
}

void do_ticket_tell(struct step *step, const void *body)
{
    const struct req_ticket_tell *req = body;
    struct row_ticket row;
    if (!ticket_ask(step, req->ticket, ticket_event_tell, &row) || !time_to_come(step, req->at_ms))
        return;
    struct fact fact = ticket_note(step, &row, ticket_event_tell);
    fact.body.ticket_noted.at_ms = req->at_ms;
    fact.body.ticket_noted.note = req->note;
    ticket_emit(step, &fact, &row);
}

void do_ticket_consult(struct step *step, const void *body)
{
    const struct req_ticket_consult *req = body;
    struct row_ticket row;
    uint64_t expert = 0;
    if (!ticket_ask(step, req->ticket, ticket_event_consult, &row) ||
        !expert_refer(step, &req->expert, "expert", &expert))
        return;
    struct fact fact = ticket_note(step, &row, ticket_event_consult);
    fact.body.ticket_noted.expert = expert;
    fact.body.ticket_noted.note = req->note;
    ticket_emit(step, &fact, &row);
}

void do_ticket_acknowledge(struct step *step, const void *body)
{
    const struct req_ticket_acknowledge *req = body;
    struct row_ticket row;
    if (!ticket_ask(step, req->ticket, ticket_event_acknowledge, &row)) return;
    struct fact fact = ticket_note(step, &row, ticket_event_acknowledge);
    fact.body.ticket_noted.note = req->note;
    ticket_emit(step, &fact, &row);
    duty_meet(step, &row, duty_kind_acknowledge, row.unit);
}
