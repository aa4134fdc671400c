/* From the reply to the archive: what the caller says of the result (R57), the desk's review (R61),
 * the archive (R65). */
#include "server/core/score.h"
#include "server/core/ticket.h"

#define MINUTE_MS UINT64_C(60000)

void follow_up_begin(struct step *step, struct row_ticket *row)
{
    struct fact fact = ticket_move(step, row, ticket_event_follow_up);
    fact.by = fact.station = 0; /* nobody asked for it */
    fact.body.ticket_moved.tries = 0;
    ticket_emit(step, &fact, row);
}

static enum ticket_event event_of(const struct step *step, const struct row_ticket *row,
                                  enum outcome outcome)
{
    switch (outcome) {
    case outcome_satisfied:
        return ticket_event_satisfied;
    case outcome_unsatisfied:
    case outcome_false_result:
        return ticket_event_unsatisfied;
    case outcome_unreachable:
        return row->tries + 1 < step->core->settings->follow_up_tries ? ticket_event_unreachable
                                                                      : ticket_event_give_up;
    case outcome_none:
        break;
    }
    return ticket_event_none;
}

static bool duty_waits(struct txn *txn, uint64_t ticket)
{
    struct row_duty duty = {.open_ticket = ticket};
    struct cursor cursor;
    cursor_index(&cursor, txn, INDEX_duty_by_ticket, 1, &duty, false, false);
    while (cursor_next(&cursor, &duty))
        if (duty.state == duty_state_open) return true;
    return false;
}

/* R65: nothing incomplete goes into the archive. Refuses, naming what is missing. A merged ticket
 * is answered by the one that goes on. */
static bool archive_complete(struct step *step, const struct row_ticket *row)
{
    return step_require(step, row->type, REJECT_INCOMPLETE, "type") &&
           step_require(step, row->matter_seq, REJECT_INCOMPLETE, "matter") &&
           step_require(step, row->subject || !row->unit, REJECT_INCOMPLETE, "subject") &&
           step_require(step, row->reply_seq || row->duplicate_of, REJECT_INCOMPLETE, "reply") &&
           step_require(step, !duty_waits(step->core->txn, row->ticket), REJECT_INCOMPLETE,
                        "duties");
}

/* R57, R59: what only a caller who was reached can say. */
static bool said_fits(struct step *step, const struct req_ticket_follow_up *req)
{
    bool reached = req->outcome != outcome_unreachable;
    return step_require(step, reached || !req->grade, REJECT_BAD_FIELD, "grade") &&
           step_require(step, reached || !req->solved, REJECT_BAD_FIELD, "solved") &&
           step_require(step, reached || !req->process, REJECT_BAD_FIELD, "process") &&
           step_require(step, !reached || req->solved, REJECT_MISSING_FIELD, "solved");
}

void do_ticket_follow_up(struct step *step, const void *body)
{
    const struct req_ticket_follow_up *req = body;
    struct row_ticket row;
    /* Which event it is depends on the attempts, whether it may be one does not. */
    if (!ticket_ask_seen(step, req->ticket, req->version, ticket_event_unreachable, &row) ||
        !said_fits(step, req) ||
        !caller_identified(step, &row, req->outcome != outcome_unreachable))
        return;
    enum ticket_event event = event_of(step, &row, req->outcome);
    struct fact fact = ticket_move(step, &row, event);
    struct fact_ticket_moved *moved = &fact.body.ticket_moved;
    if (moved->to == ticket_state_archived && !archive_complete(step, &row)) return;
    moved->outcome = req->outcome;
    moved->grade = req->grade;
    moved->solved = req->solved;
    moved->process = req->process;
    moved->note = req->opinion;
    if (req->outcome == outcome_unreachable) moved->tries = row.tries + 1;
    if (event == ticket_event_unreachable)
        moved->next_try_ms =
            step->core->now_ms + step->core->settings->follow_up_retry_min * MINUTE_MS;
    ticket_emit(step, &fact, &row);
    if (event == ticket_event_satisfied && req->grade == grade_very_satisfied)
        score_give(step, score_rule_very_satisfied, &row, row.unit);
}

/* The unit that had it, unless another is named; the clock starts anew. */
void do_ticket_redo(struct step *step, const void *body)
{
    const struct req_ticket_redo *req = body;
    struct row_ticket row;
    if (!ticket_ask_seen(step, req->ticket, req->version, ticket_event_redo, &row)) return;
    const uint64_t blamed = row.unit;
    const bool false_result = row.outcome == outcome_false_result;
    struct assignment to = {.unit = row.unit, .note = req->reason};
    if (!assignment_refer(step, &row, &req->unit, &req->subject, &to)) return;
    ticket_assign(step, &row, ticket_event_redo, &to);
    score_give(step, score_rule_redo, &row, blamed);
    if (false_result) score_give(step, score_rule_false_result, &row, blamed);
}

/* R62: that a result stands which the caller calls false is for a leader to approve. */
static bool leader_approves(struct step *step, const struct row_ticket *row,
                            const struct code *number, uint64_t *leader)
{
    bool needed = row->outcome == outcome_false_result;
    *leader = needed && (step->who->roles & ROLE_BIT(role_leader)) ? step->who->person : 0;
    return person_of_role(step, number, "leader", ROLE_BIT(role_leader), leader) &&
           step_require(step, !needed || *leader, REJECT_NEEDS_LEADER, "leader");
}

void do_ticket_uphold(struct step *step, const void *body)
{
    const struct req_ticket_uphold *req = body;
    struct row_ticket row;
    uint64_t leader;
    if (!ticket_ask_seen(step, req->ticket, req->version, ticket_event_uphold, &row) ||
        !leader_approves(step, &row, &req->leader, &leader) || !archive_complete(step, &row))
        return;
    struct fact fact = ticket_move(step, &row, ticket_event_uphold);
    fact.body.ticket_moved.leader = leader;
    fact.body.ticket_moved.note = req->reason;
    ticket_emit(step, &fact, &row);
}

void do_ticket_reopen(struct step *step, const void *body)
{
    const struct req_ticket_reopen *req = body;
    struct row_ticket row;
    if (!ticket_ask(step, req->ticket, ticket_event_reopen, &row)) return;
    struct fact fact = ticket_move(step, &row, ticket_event_reopen);
    fact.body.ticket_moved.note = req->reason;
    ticket_emit(step, &fact, &row);
}
