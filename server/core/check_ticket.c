/* Invariants of tickets: each open one is somebody's, and none runs without its deadline. */
#include <inttypes.h>

#include "server/core/check.h"

enum side { SIDE_NONE, SIDE_OWNER, SIDE_UNIT, SIDE_DESK };

/* On whose desk a ticket of this state lies. */
static enum side side_of(uint64_t state)
{
    switch ((enum ticket_state)state) {
    case ticket_state_draft:
    case ticket_state_registered:
    case ticket_state_callback:
    case ticket_state_replied:
    case ticket_state_follow_up:
        return SIDE_OWNER;
    case ticket_state_dispatched:
    case ticket_state_handling:
    case ticket_state_approval:
    case ticket_state_returning:
    case ticket_state_committed:
        return SIDE_UNIT;
    case ticket_state_review:
    case ticket_state_instructed:
        return SIDE_DESK;
    case ticket_state_none:
    case ticket_state_rejected:
    case ticket_state_archived:
        break;
    }
    return SIDE_NONE;
}

static bool has_deadline(uint64_t state)
{
    return side_of(state) == SIDE_UNIT || state == ticket_state_callback;
}

static const char *state_name(const struct row_ticket *ticket)
{
    return word_name(VOCABULARY_ticket_state, ticket->state);
}

static void open_ticket_has_one_owner(struct check *check, const union any_row *row)
{
    const struct row_ticket *ticket = &row->ticket;
    enum side side = side_of(ticket->state);
    uint64_t owner = side == SIDE_OWNER ? ticket->owner : 0;
    uint64_t unit = side == SIDE_UNIT ? ticket->unit : 0;
    if (state_name(ticket)[0] == '\0') {
        check_fault(check, "ticket %" PRIu64 " is in no known state", ticket->ticket);
    }
    if (ticket->open_owner != owner || ticket->open_unit != unit ||
        (side == SIDE_OWNER && owner == 0) || (side == SIDE_UNIT && unit == 0)) {
        check_fault(check, "ticket %" PRIu64 " is %s with owner %" PRIu64 " and unit %" PRIu64,
                    ticket->ticket, state_name(ticket), ticket->open_owner, ticket->open_unit);
    }
    if (ticket->open_state != (side == SIDE_NONE ? 0 : ticket->state)) {
        check_fault(check, "ticket %" PRIu64 " is %s and listed as %s", ticket->ticket,
                    state_name(ticket), word_name(VOCABULARY_ticket_state, ticket->open_state));
    }
}

static void running_ticket_has_a_deadline(struct check *check, const union any_row *row)
{
    const struct row_ticket *ticket = &row->ticket;
    if (!has_deadline(ticket->state)) return;
    if (ticket->due_ms == 0) {
        check_fault(check, "ticket %" PRIu64 " is %s without a deadline", ticket->ticket,
                    state_name(ticket));
    } else if (!ticket->overdue && !(ticket->state == ticket_state_callback && ticket->called_ms) &&
               !check_timer(check, ticket->due_ms, timer_kind_overdue, ticket->ticket)) {
        check_fault(check, "ticket %" PRIu64 " is %s and no timer watches its deadline",
                    ticket->ticket, state_name(ticket));
    }
}

static void registered_ticket_is_complete(struct check *check, const union any_row *row)
{
    const struct row_ticket *ticket = &row->ticket;
    if (ticket->state == ticket_state_draft) return;
    if (ticket->type == 0 || ticket->matter_seq == 0 || ticket->registered_ms == 0) {
        check_fault(check, "ticket %" PRIu64 " is %s without type, matter or time of registration",
                    ticket->ticket, state_name(ticket));
    }
    if (side_of(ticket->state) == SIDE_UNIT &&
        (ticket->subject == 0 || ticket->dispatched_ms == 0)) {
        check_fault(check, "ticket %" PRIu64 " is %s without subject or time of dispatch",
                    ticket->ticket, state_name(ticket));
    }
}

/* R65. One that was merged is answered where it was merged into. */
static void archived_ticket_is_complete(struct check *check, const union any_row *row)
{
    const struct row_ticket *ticket = &row->ticket;
    if (ticket->state == ticket_state_archived &&
        ((ticket->reply_seq == 0 && ticket->duplicate_of == 0) || ticket->archived_ms == 0)) {
        check_fault(check, "ticket %" PRIu64 " is archived without a reply", ticket->ticket);
    }
}

static void ticket_points_at_things(struct check *check, const union any_row *row)
{
    const struct row_ticket *ticket = &row->ticket;
    struct row_person person;
    struct row_call call;
    struct row_unit unit;
    if (!person_get(check->txn, ticket->owner, &person)) {
        check_fault(check, "ticket %" PRIu64 " has owner %" PRIu64 ", who is not there",
                    ticket->ticket, ticket->owner);
    }
    if (ticket->call && !call_get(check->txn, ticket->call, &call)) {
        check_fault(check, "ticket %" PRIu64 " has call %" PRIu64 ", which is not there",
                    ticket->ticket, ticket->call);
    }
    if (ticket->unit && !unit_get(check->txn, ticket->unit, &unit)) {
        check_fault(check, "ticket %" PRIu64 " has unit %" PRIu64 ", which is not there",
                    ticket->ticket, ticket->unit);
    }
}

static void tally_counts_tickets(struct check *check, const union any_row *row)
{
    (void)row;
    for (uint64_t state = 0; state < CHECK_STATES; state++) {
        struct row_tally tally;
        uint64_t counted = state == 0 ? check->overdue : check->tickets[state];
        uint64_t kept = tally_get(check->txn, state, &tally) ? tally.n : 0;
        if (kept != counted) {
            check_fault(check, "the tally of %s says %" PRIu64 " and there are %" PRIu64,
                        state == 0 ? "overdue tickets" : word_name(VOCABULARY_ticket_state, state),
                        kept, counted);
        }
    }
    struct row_tally late;
    uint64_t kept = tally_get(check->txn, TALLY_CALLBACKS, &late) ? late.n : 0;
    if (kept != check->callbacks)
        check_fault(check, "the tally of late callbacks says %" PRIu64 " and there are %" PRIu64,
                    kept, check->callbacks);
}

const struct invariant check_ticket_table[] = {
    {"open_ticket_has_one_owner", TABLE_ticket, open_ticket_has_one_owner},
    {"running_ticket_has_a_deadline", TABLE_ticket, running_ticket_has_a_deadline},
    {"registered_ticket_is_complete", TABLE_ticket, registered_ticket_is_complete},
    {"archived_ticket_is_complete", TABLE_ticket, archived_ticket_is_complete},
    {"ticket_points_at_things", TABLE_ticket, ticket_points_at_things},
    {"tally_counts_tickets", TABLES, tally_counts_tickets},
    {NULL, TABLES, NULL},
};
