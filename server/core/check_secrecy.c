/* Invariants of who saw what, of data passed on, and of words that have had their time. */
#include <inttypes.h>

#include "server/core/check.h"

static void look_is_of_a_fact(struct check *check, const union any_row *row)
{
    const struct row_look *look = &row->look;
    struct fact fact;
    struct row_ticket ticket;
    if (!journal_read(check->txn, look->seq, &fact, NULL) || fact.at_ms != look->at_ms ||
        fact.by != look->person || fact_ticket(&fact) != look->ticket) {
        check_fault(check, "look %" PRIu64 " is not what its fact says", look->seq);
    }
    if (!ticket_get(check->txn, look->ticket, &ticket)) {
        check_fault(check, "look %" PRIu64 " was at ticket %" PRIu64 ", which is not there",
                    look->seq, look->ticket);
    }
}

/* R79: by one who was not the one who asked. */
static void disclosure_is_decided_by_another(struct check *check, const union any_row *row)
{
    const struct row_disclosure *disclosure = &row->disclosure;
    struct row_ticket ticket;
    if (!ticket_get(check->txn, disclosure->ticket, &ticket)) {
        check_fault(check, "disclosure %" PRIu64 " is of ticket %" PRIu64 ", which is not there",
                    disclosure->disclosure, disclosure->ticket);
    }
    bool decided = disclosure->state != disclosure_state_asked;
    if (decided != (disclosure->decided_by != 0) ||
        disclosure->decided_by == disclosure->asked_by) {
        check_fault(
            check, "disclosure %" PRIu64 " is %s, asked by %" PRIu64 ", decided by %" PRIu64,
            disclosure->disclosure, word_name(VOCABULARY_disclosure_state, disclosure->state),
            disclosure->asked_by, disclosure->decided_by);
    }
}

/* R76; a change of the tree of units may still bring a ticket below the accused one. */
static void accused_do_not_have_the_ticket(struct check *check, const union any_row *row)
{
    const struct row_ticket *ticket = &row->ticket;
    if (ticket->open_unit && ticket->open_unit == ticket->accused) {
        check_fault(check, "ticket %" PRIu64 " lies with unit %" PRIu64 ", whom it accuses",
                    ticket->ticket, ticket->open_unit);
    }
}

static void closed_ticket_is_kept_for_a_time(struct check *check, const union any_row *row)
{
    const struct row_ticket *ticket = &row->ticket;
    if (ticket->erase_ms == 0) return;
    if (ticket->state != ticket_state_archived && ticket->state != ticket_state_rejected) {
        check_fault(check, "ticket %" PRIu64 " is %s and its words are to be erased",
                    ticket->ticket, word_name(VOCABULARY_ticket_state, ticket->state));
    } else if (!check_timer(check, ticket->erase_ms, timer_kind_retention, ticket->ticket)) {
        check_fault(check, "no timer erases the words of ticket %" PRIu64, ticket->ticket);
    }
}

const struct invariant check_secrecy_table[] = {
    {"look_is_of_a_fact", TABLE_look, look_is_of_a_fact},
    {"disclosure_is_decided_by_another", TABLE_disclosure, disclosure_is_decided_by_another},
    {"accused_do_not_have_the_ticket", TABLE_ticket, accused_do_not_have_the_ticket},
    {"closed_ticket_is_kept_for_a_time", TABLE_ticket, closed_ticket_is_kept_for_a_time},
    {NULL, TABLES, NULL},
};
