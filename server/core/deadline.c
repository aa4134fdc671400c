#include "server/core/deadline.h"
#include "server/core/calendar.h"
#include "server/core/ticket.h"

#define HOUR_MS UINT64_C(3600000)

struct limit {
    enum limit_kind kind;
    uint64_t n;
};

static uint64_t type_days(const struct settings *settings, enum ticket_type type)
{
    switch (type) {
    case ticket_type_consult:
        return settings->limit_consult_days;
    case ticket_type_help:
        return settings->limit_help_days;
    case ticket_type_complaint:
        return settings->limit_complaint_days;
    case ticket_type_report:
        return settings->limit_report_days;
    case ticket_type_suggestion:
        return settings->limit_suggestion_days;
    case ticket_type_praise:
        return settings->limit_praise_days;
    case ticket_type_none:
    case ticket_type_other:
        break;
    }
    return settings->limit_other_days;
}

static bool subject_limit(struct txn *txn, uint64_t subject, struct limit *limit)
{
    struct row_subject row;
    for (; subject && subject_get(txn, subject, &row); subject = row.parent) {
        if (row.limit_kind == limit_kind_none) continue;
        *limit = (struct limit){(enum limit_kind)row.limit_kind, row.limit_n};
        return true;
    }
    return false;
}

static bool profile_limit(struct txn *txn, uint64_t line, uint64_t type, struct limit *limit)
{
    struct row_profile row = {.line = line, .type = type};
    if (!table_get(txn, TABLE_profile, &row) || row.limit_kind == limit_kind_none) return false;
    *limit = (struct limit){(enum limit_kind)row.limit_kind, row.limit_n};
    return true;
}

static struct limit limit_of(const struct core *core, const struct row_ticket *row,
                             uint64_t subject)
{
    struct limit limit = {limit_kind_days, type_days(core->settings, (enum ticket_type)row->type)};
    if (!subject_limit(core->txn, subject, &limit) &&
        !profile_limit(core->txn, row->line, row->type, &limit))
        profile_limit(core->txn, 0, row->type, &limit);
    return limit;
}

static struct day_rule day_rule(const struct settings *settings)
{
    return (struct day_rule){.first_counts = settings->limit_counts_first_day,
                             .to_midnight = !settings->limit_ends_at_close};
}

static uint64_t limit_end(const struct core *core, const struct work_days *days, uint64_t from_ms,
                          struct limit limit)
{
    switch (limit.kind) {
    case limit_kind_days:
        return work_days_end(days, from_ms, limit.n, day_rule(core->settings));
    case limit_kind_work_hours:
        return work_open_end(days, from_ms, limit.n * HOUR_MS);
    case limit_kind_hours:
    case limit_kind_none:
        break;
    }
    return from_ms + limit.n * HOUR_MS;
}

/* R23: what is urgent has an end in running hours, whatever else it may count in. */
static struct limit urgency_cap(const struct settings *settings, uint64_t urgency)
{
    if (urgency == urgency_level_emergency)
        return (struct limit){limit_kind_hours, settings->limit_emergency_h};
    if (urgency == urgency_level_urgent)
        return (struct limit){limit_kind_hours, settings->limit_urgent_h};
    return (struct limit){limit_kind_none, 0};
}

/* A share of the time between start and end is gone: of the time that the office is open, unless
 * the limit runs day and night or the office never opens in between. */
static uint64_t share_gone(const struct work_days *days, enum limit_kind kind, uint64_t from_ms,
                           uint64_t due_ms, uint64_t pct)
{
    uint64_t open_ms = kind == limit_kind_hours ? 0 : work_open_between(days, from_ms, due_ms);
    if (open_ms == 0) return from_ms + (due_ms - from_ms) * pct / 100;
    return work_open_end(days, from_ms, open_ms * pct / 100);
}

static struct deadline deadline_from(const struct core *core, const struct work_days *days,
                                     uint64_t from_ms, uint64_t due_ms, struct limit limit)
{
    struct deadline out = {.due_ms = due_ms, .limit_kind = limit.kind, .limit_n = limit.n};
    if (due_ms < from_ms) from_ms = due_ms;
    out.half_ms = share_gone(days, limit.kind, from_ms, due_ms, core->settings->warn_half_pct);
    out.most_ms = share_gone(days, limit.kind, from_ms, due_ms, core->settings->warn_most_pct);
    return out;
}

static struct deadline deadline_by(const struct core *core, struct limit limit, uint64_t urgency,
                                   uint64_t from_ms)
{
    struct centre_calendar calendar;
    centre_calendar(core->txn, &calendar);
    uint64_t due_ms = limit_end(core, &calendar.days, from_ms, limit);
    const struct limit cap = urgency_cap(core->settings, urgency);
    if (cap.kind && from_ms + cap.n * HOUR_MS < due_ms) {
        limit = cap;
        due_ms = from_ms + cap.n * HOUR_MS;
    }
    return deadline_from(core, &calendar.days, from_ms, due_ms, limit);
}

struct deadline deadline_of(const struct core *core, const struct row_ticket *row, uint64_t subject,
                            uint64_t from_ms)
{
    return deadline_by(core, limit_of(core, row, subject), row->urgency, from_ms);
}

struct deadline deadline_again(const struct core *core, const struct row_ticket *row)
{
    const struct limit limit = {(enum limit_kind)row->limit_kind, row->limit_n};
    return deadline_by(core, limit, row->urgency, row->dispatched_ms);
}

struct deadline deadline_at(const struct core *core, uint64_t from_ms, uint64_t due_ms)
{
    struct centre_calendar calendar;
    centre_calendar(core->txn, &calendar);
    return deadline_from(core, &calendar.days, from_ms, due_ms, (struct limit){limit_kind_none, 0});
}

uint64_t work_days_after(const struct core *core, uint64_t from_ms, uint64_t n)
{
    struct centre_calendar calendar;
    centre_calendar(core->txn, &calendar);
    return work_days_end(&calendar.days, from_ms, n, (struct day_rule){.first_counts = false});
}

uint64_t work_hours_after(const struct core *core, uint64_t from_ms, uint64_t n)
{
    struct centre_calendar calendar;
    centre_calendar(core->txn, &calendar);
    return work_open_end(&calendar.days, from_ms, n * HOUR_MS);
}

uint64_t month_of(struct txn *txn, uint64_t at_ms)
{
    struct centre_calendar calendar;
    unsigned year, month, of_month;
    centre_calendar(txn, &calendar);
    calendar_date(work_day_at(&calendar.days, at_ms), &year, &month, &of_month);
    return (uint64_t)year * 100 + month;
}

void deadline_put(const struct deadline *deadline, struct fact_ticket_moved *moved)
{
    moved->due_ms = deadline->due_ms;
    moved->half_ms = deadline->half_ms;
    moved->most_ms = deadline->most_ms;
    moved->limit_kind = deadline->limit_kind;
    moved->limit_n = deadline->limit_n;
}

void deadline_warn(struct step *step, uint64_t ticket, enum warning warning)
{
    struct row_ticket row;
    bool there = ticket_get(step->core->txn, ticket, &row);
    ASSERT(there);
    struct fact fact = step_fact(step, fact_type_ticket_warned);
    struct fact_ticket_warned *body = &fact.body.ticket_warned;
    *body = (struct fact_ticket_warned){
        .ticket = row.ticket, .to = deadline_whose(&row), .warning = warning, .due_ms = row.due_ms};
    unit_guard(&row, row.open_unit, &body->unit, &body->guarded_unit);
    step_emit(step, &fact);
}

uint64_t deadline_whose(const struct row_ticket *row)
{
    if (row->open_unit == 0) return row->owner;
    return row->handler ? row->handler : row->assignee;
}
