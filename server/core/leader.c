/* From above: matters reported to leaders (R38), their instructions, supervision (R64). */
#include "server/core/score.h"
#include "server/core/ticket.h"

void do_ticket_bring(struct step *step, const void *body)
{
    const struct req_ticket_bring *req = body;
    struct row_ticket row;
    uint64_t leader = 0;
    if (!ticket_ask(step, req->ticket, ticket_event_bring, &row) ||
        !person_of_role(step, &req->leader, "leader", ROLE_BIT(role_leader), &leader))
        return;
    struct fact fact = ticket_note(step, &row, ticket_event_bring);
    fact.body.ticket_noted.to = leader;
    fact.body.ticket_noted.note = req->note;
    ticket_emit(step, &fact, &row);
}

void do_ticket_direct(struct step *step, const void *body)
{
    const struct req_ticket_direct *req = body;
    struct row_ticket row;
    uint64_t leader;
    if (!ticket_ask(step, req->ticket, ticket_event_direct, &row) ||
        !leader_named(step, &row, &req->leader, &leader))
        return;
    struct fact fact = ticket_note(step, &row, ticket_event_direct);
    fact.body.ticket_noted.to = leader;
    fact.body.ticket_noted.note = req->note;
    ticket_emit(step, &fact, &row);
}

/* Levels are of supervision alone: an urge has none. */
static bool level_fits(struct step *step, enum supervision kind, uint64_t level)
{
    bool supervise = kind == supervision_supervise;
    return step_require(step, level || !supervise, REJECT_MISSING_FIELD, "level") &&
           step_require(step, !level || supervise, REJECT_BAD_FIELD, "level");
}

void do_ticket_supervise(struct step *step, const void *body)
{
    const struct req_ticket_supervise *req = body;
    struct row_ticket row;
    if (!ticket_ask(step, req->ticket, ticket_event_supervise, &row) ||
        !level_fits(step, req->kind, req->level))
        return;
    bool again = req->kind == supervision_supervise && row.supervised;
    struct fact fact = ticket_note(step, &row, ticket_event_supervise);
    fact.body.ticket_noted.kind = req->kind;
    fact.body.ticket_noted.level = req->level;
    /* It reaches whoever of the unit has the ticket. */
    fact.body.ticket_noted.to = row.handler ? row.handler : row.assignee;
    fact.body.ticket_noted.note = req->note;
    ticket_emit(step, &fact, &row);
    if (again) score_give(step, score_rule_supervised_again, &row, row.unit);
}
