/* What is due of a ticket beside its own deadline (R23, R24, R30, R31, R33, R37). */
#include "server/core/duty.h"
#include "server/core/deadline.h"
#include "server/core/score.h"
#include "server/core/ticket.h"

#define HOUR_MS UINT64_C(3600000)

bool duty_find(struct txn *txn, uint64_t ticket, enum duty_kind kind, uint64_t unit,
               struct row_duty *duty)
{
    struct cursor cursor;
    *duty = (struct row_duty){.open_ticket = ticket};
    cursor_index(&cursor, txn, INDEX_duty_by_ticket, 1, duty, false, false);
    while (cursor_next(&cursor, duty))
        if (duty->kind == kind && duty->unit == unit) return true;
    return false;
}

/* Who of the unit has it. */
static uint64_t person_named(const struct row_ticket *row)
{
    return row->handler ? row->handler : row->assignee;
}

void duty_set(struct step *step, const struct row_ticket *row, enum duty_kind kind, uint64_t unit,
              uint64_t person, uint64_t due_ms)
{
    struct row_duty open;
    bool there =
        duty_find(step->core->txn, row->ticket, kind, unit, &open) && open.state == duty_state_open;
    struct fact fact = step_fact(step, fact_type_duty_set);
    fact.body.duty_set = (struct fact_duty_set){
        .duty = there ? open.duty : step_next_id(step, object_duty),
        .ticket = row->ticket,
        .kind = kind,
        .due_ms = due_ms,
        .to = person,
    };
    unit_guard(row, unit, &fact.body.duty_set.unit, &fact.body.duty_set.guarded_unit);
    step_emit(step, &fact);
}

static void duty_end(struct step *step, const struct row_ticket *row, const struct row_duty *duty,
                     enum duty_state state)
{
    struct fact fact = step_fact(step, fact_type_duty_done);
    fact.body.duty_done = (struct fact_duty_done){
        .duty = duty->duty,
        .ticket = duty->ticket,
        .kind = duty->kind,
        .state = state,
        .to = duty->person,
    };
    unit_guard(row, duty->unit, &fact.body.duty_done.unit, &fact.body.duty_done.guarded_unit);
    step_emit(step, &fact);
}

void duty_meet(struct step *step, const struct row_ticket *row, enum duty_kind kind, uint64_t unit)
{
    struct row_duty duty;
    if (duty_find(step->core->txn, row->ticket, kind, unit, &duty))
        duty_end(step, row, &duty,
                 duty.state == duty_state_missed ? duty_state_late : duty_state_met);
}

void duty_fire(struct step *step, uint64_t id)
{
    struct row_duty duty;
    struct row_ticket row;
    bool there =
        duty_get(step->core->txn, id, &duty) && ticket_get(step->core->txn, duty.ticket, &row);
    ASSERT(there && duty.state == duty_state_open);
    duty_end(step, &row, &duty, duty_state_missed);
    if (duty.kind == duty_kind_sign) score_give(step, score_rule_late_sign, &row, duty.unit);
}

/* The subject's own times, or those of the nearest one above that has any. */
static struct row_subject subject_times(struct txn *txn, uint64_t id)
{
    struct row_subject times = {0}, row;
    for (; id && subject_get(txn, id, &row); id = row.parent) {
        if (times.on_site_h == 0) times.on_site_h = row.on_site_h;
        if (times.rectify_days == 0) times.rectify_days = row.rectify_days;
    }
    return times;
}

void duty_sign(struct step *step, const struct row_ticket *row)
{
    const struct core *core = step->core;
    duty_set(step, row, duty_kind_sign, row->unit, person_named(row),
             work_hours_after(core, core->now_ms, core->settings->sign_h));
}

void duties_assigned(struct step *step, const struct row_ticket *row)
{
    const struct core *core = step->core;
    duty_sign(step, row);
    if (row->type == ticket_type_complaint)
        duty_set(step, row, duty_kind_acknowledge, row->unit, person_named(row),
                 core->now_ms + core->settings->ack_h * HOUR_MS);
    if (walk_unsolved(core->txn, row->ticket))
        duty_set(step, row, duty_kind_visit, row->unit, person_named(row),
                 core->now_ms + core->settings->visit_h * HOUR_MS);
}

/* As everywhere the clock has run since the dispatch, whenever the unit signs. */
void duties_signed(struct step *step, const struct row_ticket *row)
{
    const struct row_subject times = subject_times(step->core->txn, row->subject);
    duty_meet(step, row, duty_kind_sign, row->unit);
    if (times.on_site_h)
        duty_set(step, row, duty_kind_on_site, row->unit, person_named(row),
                 row->dispatched_ms + times.on_site_h * HOUR_MS);
    if (times.rectify_days)
        duty_set(step, row, duty_kind_rectify, row->unit, person_named(row),
                 work_days_after(step->core, row->dispatched_ms, times.rectify_days));
    duties_working(step, row);
}

void duties_working(struct step *step, const struct row_ticket *row)
{
    const struct core *core = step->core;
    if (row->type == ticket_type_complaint && core->settings->progress_days)
        duty_set(step, row, duty_kind_progress, row->unit, person_named(row),
                 work_days_after(core, core->now_ms, core->settings->progress_days));
}

void duties_worked(struct step *step, const struct row_ticket *row)
{
    struct row_duty duty;
    duty_meet(step, row, duty_kind_progress, row->unit);
    if (duty_find(step->core->txn, row->ticket, duty_kind_hand_over, row->unit, &duty) &&
        duty.person == step->who->person)
        duty_meet(step, row, duty_kind_hand_over, row->unit);
}
