/* Whose it is: dispatched, brought before a leader, instructed, returned, disputed (R26, R29, R31,
 * R32). */
#include "server/core/accused.h"
#include "server/core/deadline.h"
#include "server/core/duty.h"
#include "server/core/ticket.h"
#include "server/core/unit.h"

#define HOUR_MS UINT64_C(3600000)

bool assignment_refer(struct step *step, const struct row_ticket *row, const struct code *unit,
                      const struct code *subject, struct assignment *to)
{
    struct txn *txn = step->core->txn;
    struct row_unit has;
    return unit_refer(step, unit, "unit", &to->unit) &&
           step_require(step, to->unit != 0, REJECT_MISSING_FIELD, "unit") &&
           step_require(step, unit_get(txn, to->unit, &has) && !has.retired, REJECT_NO_SUCH,
                        "unit") &&
           subject_named(step, row, subject, &to->subject) &&
           step_require(step, !unit_accused(txn, row, to->unit), REJECT_ACCUSED, "unit");
}

void ticket_assign(struct step *step, struct row_ticket *row, enum ticket_event event,
                   const struct assignment *to)
{
    subject_correct(step, row, to->subject, to->note);
    struct fact fact = ticket_move(step, row, event);
    struct fact_ticket_moved *moved = &fact.body.ticket_moved;
    const struct deadline deadline = deadline_of(step->core, row, to->subject, step->core->now_ms);
    moved_unit(row, to->unit, moved);
    deadline_put(&deadline, moved);
    moved->assignee = unit_acting(step->core->txn, to->unit);
    moved->leader = to->leader;
    moved->note = to->note;
    ticket_emit(step, &fact, row);
    duties_assigned(step, row);
}

bool visitor_told(struct step *step, const struct row_ticket *row)
{
    return step_require(step, row->channel != channel_visit || row->told_ms, REJECT_INCOMPLETE,
                        "told");
}

void do_ticket_dispatch(struct step *step, const void *body)
{
    const struct req_ticket_dispatch *req = body;
    struct row_ticket row;
    struct assignment to = {.note = req->note};
    if (ticket_ask_seen(step, req->ticket, req->version, ticket_event_dispatch, &row) &&
        assignment_refer(step, &row, &req->unit, &req->subject, &to) && visitor_told(step, &row))
        ticket_assign(step, &row, ticket_event_dispatch, &to);
}

bool leader_named(struct step *step, const struct row_ticket *row, const struct code *number,
                  uint64_t *leader)
{
    const struct who *who = step->who;
    bool leads =
        (who->roles & ROLE_BIT(role_leader)) && (row->leader == 0 || row->leader == who->person);
    bool desk = (who->roles & ROLE_BIT(role_desk)) != 0;
    *leader = leads ? who->person : row->leader;
    return step_require(step, leads || desk, REJECT_DENIED, NULL) &&
           person_of_role(step, number, "leader", ROLE_BIT(role_leader), leader) &&
           step_require(step, desk || *leader == who->person, REJECT_DENIED, "leader") &&
           step_require(step, *leader != 0, REJECT_MISSING_FIELD, "leader");
}

/* Nobody's for now: no unit has it and no clock runs. */
static void moved_free(struct fact_ticket_moved *moved)
{
    moved->unit = moved->guarded_unit = moved->assignee = 0;
    moved->due_ms = moved->half_ms = moved->most_ms = 0;
    moved->limit_kind = moved->limit_n = 0;
}

static void leader_awaited(struct step *step, struct row_ticket *row, enum ticket_event event,
                           uint64_t leader, struct slice note)
{
    struct fact fact = ticket_move(step, row, event);
    moved_free(&fact.body.ticket_moved);
    fact.body.ticket_moved.leader = leader;
    fact.body.ticket_moved.note = note;
    ticket_emit(step, &fact, row);
    duty_set(step, row, duty_kind_instruct, 0, leader,
             step->core->now_ms + step->core->settings->instruct_h * HOUR_MS);
}

void do_ticket_refer(struct step *step, const void *body)
{
    const struct req_ticket_refer *req = body;
    struct row_ticket row;
    uint64_t leader = 0;
    if (ticket_ask_seen(step, req->ticket, req->version, ticket_event_refer, &row) &&
        person_of_role(step, &req->leader, "leader", ROLE_BIT(role_leader), &leader) &&
        visitor_told(step, &row))
        leader_awaited(step, &row, ticket_event_refer, leader, req->note);
}

void do_ticket_instruct(struct step *step, const void *body)
{
    const struct req_ticket_instruct *req = body;
    struct row_ticket row;
    struct assignment to = {.note = req->note};
    if (!ticket_ask_seen(step, req->ticket, req->version, ticket_event_instruct, &row) ||
        !leader_named(step, &row, &req->leader, &to.leader) ||
        !assignment_refer(step, &row, &req->unit, &req->subject, &to))
        return;
    duty_meet(step, &row, duty_kind_instruct, 0);
    ticket_assign(step, &row, ticket_event_instruct, &to);
}

/* R26: the same working day, or within so many hours. */
static bool return_in_time(struct step *step, const struct row_ticket *row)
{
    const struct core *core = step->core;
    uint64_t hours = core->settings->return_h;
    uint64_t until_ms =
        hours ? row->dispatched_ms + hours * HOUR_MS : work_days_after(core, row->dispatched_ms, 0);
    return step_require(step, core->now_ms <= until_ms, REJECT_TOO_LATE, NULL);
}

void do_ticket_return(struct step *step, const void *body)
{
    const struct req_ticket_return *req = body;
    const uint64_t most = step->core->settings->return_max;
    struct row_ticket row;
    uint64_t wanted = 0;
    if (!ticket_ask_seen(step, req->ticket, req->version, ticket_event_return, &row) ||
        !step_require_limit(step, row.returns < most, REJECT_TOO_MANY, NULL, most) ||
        !return_in_time(step, &row) || !unit_refer(step, &req->unit, "unit", &wanted) ||
        !step_require(step, wanted != row.unit, REJECT_BAD_FIELD, "unit"))
        return;
    struct fact fact = ticket_move(step, &row, ticket_event_return);
    fact.body.ticket_moved.wanted_unit = wanted;
    fact.body.ticket_moved.note = req->note;
    ticket_emit(step, &fact, &row);
    duty_meet(step, &row, duty_kind_sign, row.unit); /* who returns in time need not sign */
}

void do_ticket_agree(struct step *step, const void *body)
{
    const struct req_ticket_agree *req = body;
    struct row_ticket row;
    if (!ticket_ask_seen(step, req->ticket, req->version, ticket_event_agree, &row)) return;
    struct fact fact = ticket_move(step, &row, ticket_event_agree);
    moved_free(&fact.body.ticket_moved);
    fact.body.ticket_moved.note = req->note;
    ticket_emit(step, &fact, &row);
}

/* It stays with the unit, whose clock has run on. */
void do_ticket_decline(struct step *step, const void *body)
{
    const struct req_ticket_decline *req = body;
    struct row_ticket row;
    if (!ticket_ask_seen(step, req->ticket, req->version, ticket_event_decline, &row)) return;
    struct fact fact = ticket_move(step, &row, ticket_event_decline);
    fact.body.ticket_moved.assignee = unit_acting(step->core->txn, row.unit);
    fact.body.ticket_moved.note = req->note;
    ticket_emit(step, &fact, &row);
    duty_sign(step, &row);
}

void do_ticket_dispute(struct step *step, const void *body)
{
    const struct req_ticket_dispute *req = body;
    struct row_ticket row;
    uint64_t leader = 0;
    if (ticket_ask_seen(step, req->ticket, req->version, ticket_event_dispute, &row) &&
        person_of_role(step, &req->leader, "leader", ROLE_BIT(role_leader), &leader))
        leader_awaited(step, &row, ticket_event_dispute, leader, req->note);
}
