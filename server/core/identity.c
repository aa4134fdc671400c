/* Identity checks (R49): by people of whom the register says so, before a result is told. */
#include "server/core/authority.h"
#include "server/core/ticket.h"

void do_ticket_identify(struct step *step, const void *body)
{
    const struct req_ticket_identify *req = body;
    struct row_ticket row;
    if (!ticket_ask(step, req->ticket, ticket_event_identify, &row) ||
        !step_require(step, may_verify(step->core->txn, step->who), REJECT_DENIED, NULL))
        return;
    struct fact fact = ticket_note(step, &row, ticket_event_identify);
    fact.body.ticket_noted.identity = req->way;
    fact.body.ticket_noted.failed = req->failed;
    fact.body.ticket_noted.note = req->note;
    ticket_emit(step, &fact, &row);
}

bool caller_identified(struct step *step, const struct row_ticket *row, bool told)
{
    bool needed = told && step->core->settings->identity_needed && ticket_guarded(row);
    bool checked = row->identity_ms && row->identity_ms >= row->replied_ms;
    return step_require(step, !needed || checked, REJECT_NOT_VERIFIED, NULL);
}
