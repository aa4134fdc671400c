/* What a unit promises: a final date after an interim reply (R30), and who of its people goes on
 * (R33). */
#include "server/core/deadline.h"
#include "server/core/duty.h"
#include "server/core/reply.h"
#include "server/core/ticket.h"

bool time_to_come(struct step *step, uint64_t at_ms)
{
    return step_require(step, at_ms > step->core->now_ms, REJECT_PAST, "at_ms");
}

void do_ticket_commit(struct step *step, const void *body)
{
    const struct req_ticket_commit *req = body;
    const struct core *core = step->core;
    const uint64_t days = core->settings->commit_days_max;
    struct row_ticket row;
    if (!ticket_ask_seen(step, req->ticket, req->version, ticket_event_commit, &row) ||
        !step_require(step, !row.overdue, REJECT_TOO_LATE, NULL) ||
        !time_to_come(step, req->at_ms) ||
        !step_require_limit(step, req->at_ms <= work_days_after(core, core->now_ms, days),
                            REJECT_TOO_FAR, "at_ms", days) ||
        !reply_says(step, req->reply, "reply"))
        return;
    struct fact fact = ticket_move(step, &row, ticket_event_commit);
    const struct deadline deadline = deadline_at(core, core->now_ms, req->at_ms);
    deadline_put(&deadline, &fact.body.ticket_moved);
    fact.body.ticket_moved.limit_kind = row.limit_kind;
    fact.body.ticket_moved.limit_n = row.limit_n;
    fact.body.ticket_moved.reply = req->reply;
    ticket_emit(step, &fact, &row);
    duties_worked(step, &row);
    duties_working(step, &row);
}

/* A handler of the unit that has the ticket, and not the one who hands over. */
static bool colleague_refer(struct step *step, const struct row_ticket *row,
                            const struct code *number, uint64_t *to)
{
    struct row_person person;
    return person_of_role(step, number, "to", ROLE_BIT(role_unit), to) &&
           step_require(step, person_get(step->core->txn, *to, &person) && person.unit == row->unit,
                        REJECT_NO_SUCH, "to") &&
           step_require(step, *to != row->handler, REJECT_BAD_FIELD, "to");
}

void do_ticket_hand_over(struct step *step, const void *body)
{
    const struct req_ticket_hand_over *req = body;
    struct row_ticket row;
    uint64_t to = 0;
    if (!ticket_ask_seen(step, req->ticket, req->version, ticket_event_hand_over, &row) ||
        !colleague_refer(step, &row, &req->to, &to) || !time_to_come(step, req->at_ms))
        return;
    struct fact fact = ticket_note(step, &row, ticket_event_hand_over);
    fact.body.ticket_noted.to = to;
    fact.body.ticket_noted.at_ms = req->at_ms;
    fact.body.ticket_noted.note = req->note;
    ticket_emit(step, &fact, &row);
    duty_set(step, &row, duty_kind_hand_over, row.unit, to, req->at_ms);
}
