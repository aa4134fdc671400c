/* Invariants of the working calendar, and of the warnings that follow from it. */
#include <inttypes.h>

#include "server/core/calendar.h"
#include "server/core/check.h"

static bool day_adds_up(const struct row_day *row)
{
    const uint64_t openings[CALENDAR_OPENINGS] = {row->open_1, row->open_2, row->open_3,
                                                  row->open_4};
    bool worked = row->kind == day_kind_work || row->kind == day_kind_make_up;
    uint64_t after = 0;
    if (row->kind < day_kind_work || row->kind > day_kind_make_up || worked != (row->open_1 != 0))
        return false;
    for (size_t i = 0; i < CALENDAR_OPENINGS; i++) {
        uint64_t from = openings[i] >> 16, to = openings[i] & 0xffff;
        if (openings[i] == 0) {
            after = UINT64_MAX; /* none may follow */
            continue;
        }
        if (from < after || to <= from || to > 24 * 60) return false;
        after = to;
    }
    return true;
}

static void day_is_one(struct check *check, const union any_row *row)
{
    const struct row_day *day = &row->day;
    struct row_calendar calendar;
    bool loaded = calendar_get(check->txn, 1, &calendar) && calendar.loading != 0;
    bool pattern = day->day >= 1 && day->day <= 7;
    if (!loaded || (!pattern && (day->day < calendar.from_day || day->day > calendar.to_day)))
        check_fault(check, "day %" PRIu64 " is not among those that were loaded", day->day);
    if (!day_adds_up(day))
        check_fault(check, "day %" PRIu64 " has a kind or hours that cannot be", day->day);
}

static void calendar_has_no_gap(struct check *check, const union any_row *row)
{
    const struct row_calendar *calendar = &row->calendar;
    uint64_t wanted = calendar->to_day - calendar->from_day + 1 + 7;
    uint64_t days = table_count(check->txn, TABLE_day);
    if (calendar->calendar != 1 || calendar->loading == 0 ||
        calendar->from_day > calendar->to_day || days != wanted)
        check_fault(check, "days %" PRIu64 " to %" PRIu64 " were loaded, and %" PRIu64 " are there",
                    calendar->from_day, calendar->to_day, days);
    if (calendar->next_ticket &&
        !check_timer(check, calendar->next_ms, timer_kind_calendar, calendar->next_ticket))
        check_fault(check, "deadlines from ticket %" PRIu64 " on follow loading %" PRIu64 " never",
                    calendar->next_ticket, calendar->loading);
}

static bool runs(const struct row_ticket *ticket)
{
    bool promised = ticket->state == ticket_state_callback && !ticket->called_ms;
    return !ticket->overdue && (ticket->open_unit != 0 || promised);
}

/* Each warning is either given or awaited. */
static void warnings_are_watched(struct check *check, const union any_row *row)
{
    const struct row_ticket *ticket = &row->ticket;
    static const char sentence[] =
        "ticket %" PRIu64 " had no warning %s and no timer watches for it";
    if (ticket->warning > warning_lead || (ticket->overdue && ticket->warning < warning_overdue))
        check_fault(check, "ticket %" PRIu64 " is overdue: %" PRIu64 ", its last warning: %" PRIu64,
                    ticket->ticket, ticket->overdue, ticket->warning);
    if (!runs(ticket)) return;
    if (ticket->half_ms && ticket->warning < warning_half &&
        !check_timer(check, ticket->half_ms, timer_kind_half, ticket->ticket))
        check_fault(check, sentence, ticket->ticket, "half");
    if (ticket->most_ms && ticket->warning < warning_most &&
        !check_timer(check, ticket->most_ms, timer_kind_most, ticket->ticket))
        check_fault(check, sentence, ticket->ticket, "most");
}

/* R25: the lead is told of a late callback, or will be. */
static void late_callback_reaches_the_lead(struct check *check, const union any_row *row)
{
    const struct row_ticket *ticket = &row->ticket;
    bool late = ticket->state == ticket_state_callback && ticket->overdue && !ticket->called_ms;
    if (late && ticket->warning < warning_lead &&
        !check_timer(check, ticket->lead_ms, timer_kind_callback, ticket->ticket))
        check_fault(check, "ticket %" PRIu64 " is a late callback and no lead will be told",
                    ticket->ticket);
    if (ticket->called_ms && ticket->called_ms < ticket->registered_ms)
        check_fault(check, "ticket %" PRIu64 " was called back before it was registered",
                    ticket->ticket);
}

static void warnings_come_before_the_end(struct check *check, const union any_row *row)
{
    const struct row_ticket *ticket = &row->ticket;
    if (runs(ticket) && (ticket->half_ms > ticket->due_ms || ticket->most_ms > ticket->due_ms))
        check_fault(check, "ticket %" PRIu64 " is to be warned after its deadline", ticket->ticket);
}

const struct invariant check_calendar_table[] = {
    {"day_is_one", TABLE_day, day_is_one},
    {"calendar_has_no_gap", TABLE_calendar, calendar_has_no_gap},
    {"warnings_are_watched", TABLE_ticket, warnings_are_watched},
    {"late_callback_reaches_the_lead", TABLE_ticket, late_callback_reaches_the_lead},
    {"warnings_come_before_the_end", TABLE_ticket, warnings_come_before_the_end},
    {NULL, TABLES, NULL},
};
