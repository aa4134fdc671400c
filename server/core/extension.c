/* Extensions (R34): asked for by the unit with a reason and a date, decided by the hotline office.
 */
#include "server/core/deadline.h"
#include "server/core/ticket.h"

/* A later date than the deadline, and not too much later. */
static bool date_allowed(struct step *step, const struct row_ticket *row, uint64_t at_ms)
{
    const struct core *core = step->core;
    const uint64_t days = core->settings->extend_days_max;
    return time_to_come(step, at_ms) &&
           step_require(step, at_ms > row->due_ms, REJECT_BAD_FIELD, "at_ms") &&
           step_require_limit(step, at_ms <= work_days_after(core, row->due_ms, days),
                              REJECT_TOO_FAR, "at_ms", days);
}

void do_ticket_extend(struct step *step, const void *body)
{
    const struct req_ticket_extend *req = body;
    const uint64_t most = step->core->settings->extend_max;
    struct row_ticket row;
    if (!ticket_ask_seen(step, req->ticket, req->version, ticket_event_extend, &row) ||
        !step_require(step, row.ask_until_ms == 0, REJECT_BAD_STATE, NULL) ||
        !step_require_limit(step, row.extensions < most, REJECT_TOO_MANY, NULL, most) ||
        !step_require(step, !row.overdue, REJECT_TOO_LATE, NULL) ||
        !date_allowed(step, &row, req->at_ms))
        return;
    struct fact fact = ticket_note(step, &row, ticket_event_extend);
    fact.body.ticket_noted.at_ms = req->at_ms;
    fact.body.ticket_noted.note = req->note;
    ticket_emit(step, &fact, &row);
}

void do_ticket_grant(struct step *step, const void *body)
{
    const struct req_ticket_grant *req = body;
    const struct core *core = step->core;
    struct row_ticket row;
    if (!ticket_ask_seen(step, req->ticket, req->version, ticket_event_grant, &row) ||
        !step_require(step, row.ask_until_ms != 0, REJECT_BAD_STATE, NULL))
        return;
    uint64_t at_ms = req->at_ms ? req->at_ms : row.ask_until_ms;
    if (!date_allowed(step, &row, at_ms)) return;
    struct fact fact = ticket_note(step, &row, ticket_event_grant);
    const struct deadline deadline = deadline_at(core, core->now_ms, at_ms);
    fact.body.ticket_noted.due_ms = deadline.due_ms;
    fact.body.ticket_noted.half_ms = deadline.half_ms;
    fact.body.ticket_noted.most_ms = deadline.most_ms;
    fact.body.ticket_noted.note = req->note;
    ticket_emit(step, &fact, &row);
}

void do_ticket_deny(struct step *step, const void *body)
{
    const struct req_ticket_deny *req = body;
    struct row_ticket row;
    if (!ticket_ask_seen(step, req->ticket, req->version, ticket_event_deny, &row) ||
        !step_require(step, row.ask_until_ms != 0, REJECT_BAD_STATE, NULL))
        return;
    struct fact fact = ticket_note(step, &row, ticket_event_deny);
    fact.body.ticket_noted.note = req->note;
    ticket_emit(step, &fact, &row);
}
