/* Invariants of duties, co-units, and what handling keeps of a ticket. */
#include <inttypes.h>

#include "server/core/apply_ticket.h"
#include "server/core/check.h"

static bool listed(const struct row_duty *duty)
{
    return duty->open_ticket || duty->open_unit || duty->open_ms;
}

static void duty_lists_what_is_due(struct check *check, const union any_row *row)
{
    const struct row_duty *duty = &row->duty;
    bool open = duty->state == duty_state_open;
    bool whole = duty->open_ticket == duty->ticket && duty->open_unit == duty->unit &&
                 duty->open_ms == duty->due_ms;
    bool closed = duty->state == duty_state_met || duty->state == duty_state_late ||
                  duty->state == duty_state_dropped;
    if (open ? !whole : listed(duty) && (closed || !whole)) {
        check_fault(check, "duty %" PRIu64 " is %s and listed otherwise", duty->duty,
                    word_name(VOCABULARY_duty_state, duty->state));
    }
    if (open && !check_timer(check, duty->due_ms, timer_kind_duty, duty->duty))
        check_fault(check, "duty %" PRIu64 " is open and no timer watches it", duty->duty);
}

static void duty_is_of_its_ticket(struct check *check, const union any_row *row)
{
    const struct row_duty *duty = &row->duty;
    struct row_ticket ticket;
    struct row_unit unit;
    if (!ticket_get(check->txn, duty->ticket, &ticket)) {
        check_fault(check, "duty %" PRIu64 " is of ticket %" PRIu64 ", which is not there",
                    duty->duty, duty->ticket);
        return;
    }
    if (duty->unit && !unit_get(check->txn, duty->unit, &unit))
        check_fault(check, "duty %" PRIu64 " is of unit %" PRIu64 ", which is not there",
                    duty->duty, duty->unit);
    if (listed(duty) && !duty_lives(duty->kind, ticket.state))
        check_fault(check, "duty %" PRIu64 " to %s waits and its ticket is %s", duty->duty,
                    word_name(VOCABULARY_duty_kind, duty->kind),
                    word_name(VOCABULARY_ticket_state, ticket.state));
}

static void duty_stands_once(struct check *check, const union any_row *row)
{
    const struct row_duty *duty = &row->duty;
    struct row_duty other = {.open_ticket = duty->open_ticket};
    struct cursor cursor;
    if (!duty->open_ticket) return;
    cursor_index(&cursor, check->txn, INDEX_duty_by_ticket, 1, &other, false, false);
    while (cursor_next(&cursor, &other))
        if (other.duty < duty->duty && other.kind == duty->kind && other.unit == duty->unit)
            check_fault(check, "duties %" PRIu64 " and %" PRIu64 " are the same", other.duty,
                        duty->duty);
}

static void counit_waits_for_an_opinion(struct check *check, const union any_row *row)
{
    const struct row_counit *counit = &row->counit;
    struct row_ticket ticket;
    struct row_unit unit;
    if (!ticket_get(check->txn, counit->ticket, &ticket) ||
        !unit_get(check->txn, counit->unit, &unit)) {
        check_fault(check, "co-unit %" PRIu64 " of ticket %" PRIu64 " is of nothing", counit->unit,
                    counit->ticket);
        return;
    }
    bool given = counit->given_ms != 0;
    if (given != (counit->opinion_seq != 0) || counit->open_unit != (given ? 0 : counit->unit))
        check_fault(check, "co-unit %" PRIu64 " of ticket %" PRIu64 " has half an opinion",
                    counit->unit, counit->ticket);
    if (!given && (!with_unit(ticket.state) || ticket.unit == counit->unit))
        check_fault(check, "co-unit %" PRIu64 " of ticket %" PRIu64 " is asked in vain",
                    counit->unit, counit->ticket);
}

/* What only makes sense while a unit has the ticket. */
static void handling_is_a_units(struct check *check, const union any_row *row)
{
    const struct row_ticket *ticket = &row->ticket;
    struct row_person handler;
    bool works = ticket->state == ticket_state_handling ||
                 ticket->state == ticket_state_committed || ticket->state == ticket_state_approval;
    if (works && !person_get(check->txn, ticket->handler, &handler))
        check_fault(check, "ticket %" PRIu64 " is %s and nobody signed it", ticket->ticket,
                    word_name(VOCABULARY_ticket_state, ticket->state));
    if (ticket->ask_until_ms && !with_unit(ticket->state))
        check_fault(check, "ticket %" PRIu64 " asks for time that it cannot be given",
                    ticket->ticket);
    if (ticket->state == ticket_state_committed && !ticket->extended)
        check_fault(check, "ticket %" PRIu64 " is promised without a date", ticket->ticket);
}

static void supervision_has_a_level(struct check *check, const union any_row *row)
{
    const struct row_ticket *ticket = &row->ticket;
    if ((ticket->supervised == 0) != (ticket->supervision == 0) ||
        ticket->supervision > LIMIT_LEVEL)
        check_fault(check, "ticket %" PRIu64 " was supervised %" PRIu64 " times at level %" PRIu64,
                    ticket->ticket, ticket->supervised, ticket->supervision);
}

const struct invariant check_duty_table[] = {
    {"duty_lists_what_is_due", TABLE_duty, duty_lists_what_is_due},
    {"duty_is_of_its_ticket", TABLE_duty, duty_is_of_its_ticket},
    {"duty_stands_once", TABLE_duty, duty_stands_once},
    {"counit_waits_for_an_opinion", TABLE_counit, counit_waits_for_an_opinion},
    {"handling_is_a_units", TABLE_ticket, handling_is_a_units},
    {"supervision_has_a_level", TABLE_ticket, supervision_has_a_level},
    {NULL, TABLES, NULL},
};
