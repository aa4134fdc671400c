/* Co-units (R30): a leader has other units give their opinion; the lead unit replies. */
#include "server/core/accused.h"
#include "server/core/counit.h"
#include "server/core/deadline.h"
#include "server/core/duty.h"
#include "server/core/ticket.h"

bool counit_get(struct txn *txn, uint64_t ticket, uint64_t unit, struct row_counit *row)
{
    *row = (struct row_counit){.ticket = ticket, .unit = unit};
    return unit && table_get(txn, TABLE_counit, row);
}

/* How many co-units a ticket has; *waiting: how many of them have given no opinion. */
static uint64_t counits_of(struct txn *txn, uint64_t ticket, uint64_t *waiting)
{
    struct row_counit row = {.ticket = ticket};
    struct cursor cursor;
    uint64_t n = 0;
    *waiting = 0;
    cursor_table(&cursor, txn, TABLE_counit, 1, &row, false, false);
    for (; cursor_next(&cursor, &row); n++)
        if (row.given_ms == 0) ++*waiting;
    return n;
}

bool opinion_waits(struct txn *txn, uint64_t ticket)
{
    uint64_t waiting;
    return counits_of(txn, ticket, &waiting) && waiting;
}

bool reply_awaited(struct step *step, const struct row_ticket *row)
{
    bool plan =
        row->plan_seq || row->type != ticket_type_complaint || !step->core->settings->plan_needed;
    return step_require(step, !opinion_waits(step->core->txn, row->ticket), REJECT_INCOMPLETE,
                        "opinions") &&
           step_require(step, plan, REJECT_INCOMPLETE, "plan");
}

/* Neither the lead unit, nor one that was asked, nor one that is accused. */
static bool counit_refer(struct step *step, const struct row_ticket *row, const struct code *code,
                         uint64_t *unit)
{
    struct txn *txn = step->core->txn;
    struct row_counit asked;
    uint64_t waiting;
    return unit_refer(step, code, "unit", unit) &&
           step_require(step, *unit != row->unit, REJECT_BAD_FIELD, "unit") &&
           step_require(step, !counit_get(txn, row->ticket, *unit, &asked), REJECT_EXISTS,
                        "unit") &&
           step_require_limit(step, counits_of(txn, row->ticket, &waiting) < LIMIT_COUNITS,
                              REJECT_TOO_MANY, "unit", LIMIT_COUNITS) &&
           step_require(step, !unit_accused(txn, row, *unit), REJECT_ACCUSED, "unit");
}

/* So many working days, and before the lead unit has to reply. */
static uint64_t opinion_due_ms(const struct core *core, const struct row_ticket *row)
{
    uint64_t due_ms = work_days_after(core, core->now_ms, core->settings->opinion_days);
    return row->due_ms > core->now_ms && row->due_ms < due_ms ? row->due_ms : due_ms;
}

void do_ticket_cosign(struct step *step, const void *body)
{
    const struct req_ticket_cosign *req = body;
    struct row_ticket row;
    uint64_t leader, unit = 0;
    if (!ticket_ask_seen(step, req->ticket, req->version, ticket_event_cosign, &row) ||
        !leader_named(step, &row, &req->leader, &leader) ||
        !counit_refer(step, &row, &req->unit, &unit))
        return;
    struct fact fact = ticket_note(step, &row, ticket_event_cosign);
    fact.body.ticket_noted.to = leader;
    fact.body.ticket_noted.other_unit = unit;
    fact.body.ticket_noted.note = req->note;
    ticket_emit(step, &fact, &row);
    duty_set(step, &row, duty_kind_opinion, unit, 0, opinion_due_ms(step->core, &row));
}

/* Whose opinion it is: a unit's people give their own; the hotline office, which belongs to none,
 * enters what a unit told it, so that one that never writes does not hold up the reply for ever. */
static bool opinion_of(struct step *step, const struct row_ticket *row, const struct code *code,
                       struct row_counit *asked)
{
    struct txn *txn = step->core->txn;
    uint64_t unit = 0;
    bool own = counit_get(txn, row->ticket, step->who->unit, asked);
    if (!unit_refer(step, code, "unit", &unit)) return false;
    if (own) return step_require(step, unit == 0 || unit == asked->unit, REJECT_DENIED, "unit");
    return step_require(step, unit != 0, REJECT_MISSING_FIELD, "unit") &&
           step_require(step, counit_get(txn, row->ticket, unit, asked), REJECT_NO_SUCH, "unit");
}

void do_ticket_opinion(struct step *step, const void *body)
{
    const struct req_ticket_opinion *req = body;
    struct row_ticket row;
    struct row_counit asked;
    if (!ticket_ask(step, req->ticket, ticket_event_opinion, &row) ||
        !opinion_of(step, &row, &req->unit, &asked) ||
        !step_require(step, asked.given_ms == 0, REJECT_EXISTS, NULL))
        return;
    const uint64_t unit = asked.unit;
    struct fact fact = ticket_note(step, &row, ticket_event_opinion);
    fact.body.ticket_noted.other_unit = unit;
    fact.body.ticket_noted.reply = req->reply;
    ticket_emit(step, &fact, &row);
    duty_meet(step, &row, duty_kind_opinion, unit);
}
