/* Loading a working calendar, and having the open tickets' deadlines follow it. */
#include "server/core/calendar.h"
#include "server/core/deadline.h"
#include "server/core/ticket.h"

static bool loaded_already(const struct centre_calendar *centre, const struct calendar *calendar)
{
    return centre->row.loading && calendar->from_day <= (int64_t)centre->row.to_day &&
           calendar->to_day >= (int64_t)centre->row.from_day;
}

/* Days that were loaded stay what they are, unless the load says that it replaces them. */
static bool changes_days(const struct centre_calendar *centre, const struct calendar *calendar)
{
    if (centre->row.loading && centre->days.zone_min != calendar->zone_min) return true;
    if (!loaded_already(centre, calendar)) return false;
    for (int64_t day = calendar->from_day; day <= calendar->to_day; day++) {
        struct calendar_day before;
        if (day < (int64_t)centre->row.from_day || day > (int64_t)centre->row.to_day) continue;
        centre->days.day(centre->days.ctx, day, &before);
        if (!calendar_day_equal(&before, &calendar->days[day - calendar->from_day])) return true;
    }
    return false;
}

/* All loaded days together have no gap. */
static bool adjoins(const struct centre_calendar *centre, const struct calendar *calendar)
{
    return centre->row.loading == 0 || (calendar->from_day <= (int64_t)centre->row.to_day + 1 &&
                                        calendar->to_day >= (int64_t)centre->row.from_day - 1);
}

void do_calendar_load(struct step *step, const void *body)
{
    const struct req_calendar_load *req = body;
    struct calendar calendar;
    struct calendar_fault fault;
    struct centre_calendar centre;
    bool read = calendar_read(req->text, &calendar, &fault);
    if (!step_require_limit(step, read, REJECT_BAD_CALENDAR, calendar_error_word(fault.error),
                            fault.line))
        return;
    centre_calendar(step->core->txn, &centre);
    if (!step_require(step, adjoins(&centre, &calendar), REJECT_BAD_CALENDAR, "gap") ||
        !step_require(step, req->replace || !changes_days(&centre, &calendar), REJECT_EXISTS,
                      "replace"))
        return;
    char *text = arena_take(step->arena, req->text.n);
    if (!step_require(step, text != NULL, REJECT_FAILED, NULL)) return;
    uint64_t id = step_next_id(step, object_calendar);
    struct fact fact = step_fact(step, fact_type_calendar_loaded);
    fact.body.calendar_loaded = (struct fact_calendar_loaded){
        .calendar = id,
        .days = slice_bytes(text, calendar_strip(req->text, text)),
        .from_day = (uint64_t)calendar.from_day,
        .to_day = (uint64_t)calendar.to_day,
    };
    step_done(step, id, 0);
    step_emit(step, &fact);
    deadlines_follow(step);
}

/* R22: its deadline follows from the calendar alone, nobody has set it by hand or promised it. */
static bool follows(const struct row_ticket *row)
{
    bool counted = row->limit_kind == limit_kind_days || row->limit_kind == limit_kind_work_hours;
    return row->open_state && counted && !row->extended && row->due_ms && row->dispatched_ms;
}

/* True when the calendar moves this ticket's deadline. */
static bool ticket_follow(struct step *step, const struct row_ticket *row, uint64_t loading)
{
    if (!follows(row)) return false;
    const struct deadline deadline = deadline_again(step->core, row);
    if (deadline.due_ms == row->due_ms) return false;
    struct fact fact = step_fact(step, fact_type_ticket_rescheduled);
    struct fact_ticket_rescheduled *body = &fact.body.ticket_rescheduled;
    *body = (struct fact_ticket_rescheduled){
        .ticket = row->ticket,
        .version = row->version + 1,
        .before_ms = row->due_ms,
        .due_ms = deadline.due_ms,
        .half_ms = deadline.half_ms,
        .most_ms = deadline.most_ms,
        .calendar = loading,
    };
    unit_guard(row, row->unit, &body->unit, &body->guarded_unit);
    step_emit(step, &fact);
    return true;
}

void deadlines_follow(struct step *step)
{
    struct row_calendar calendar;
    struct row_ticket row;
    struct cursor cursor;
    uint64_t looked = 0, moved = 0, upto = 0;
    bool there = calendar_get(step->core->txn, 1, &calendar);
    ASSERT(there && calendar.next_ticket);
    row = (struct row_ticket){.ticket = calendar.next_ticket - 1};
    cursor_table(&cursor, step->core->txn, TABLE_ticket, 0, &row, true, false);
    bool more = cursor_next(&cursor, &row);
    while (more && looked < LIMIT_FOLLOW_LOOK && moved < LIMIT_FOLLOW_MOVE) {
        looked++;
        upto = row.ticket;
        if (ticket_follow(step, &row, calendar.loading)) moved++;
        more = cursor_next(&cursor, &row);
    }
    struct fact fact = step_fact(step, fact_type_deadlines_followed);
    fact.body.deadlines_followed = (struct fact_deadlines_followed){
        .calendar = calendar.loading, .upto = upto, .moved = moved, .next = more ? row.ticket : 0};
    step_emit(step, &fact);
}
