/* Invariants of callbacks, outbound lists and numbers not to be called: nobody is rung twice,
 * nobody is forgotten. */
#include <inttypes.h>

#include "server/core/check.h"
#include "server/core/outbound.h"

static bool callback_is_owed(const struct row_call *call)
{
    return call->promised &&
           (call->state == call_state_callback || call->state == call_state_recalled ||
            call->state == call_state_dialing);
}

static void callback_is_marked(struct check *check, const union any_row *row)
{
    static const struct h32 nobody;
    const struct row_call *call = &row->call;
    bool kept = call->state == call_state_callback || call->state == call_state_recalled;
    if (callback_is_owed(call) != (call->owed != 0)) {
        check_fault(check, "call %" PRIu64 " is %s and marked owed=%" PRIu64, call->call,
                    word_name(VOCABULARY_call_state, call->state), call->owed);
    }
    if (kept && !call->promised)
        check_fault(check, "call %" PRIu64 " waits for a callback that nobody promised",
                    call->call);
    if (call->owed && memcmp(&call->caller, &nobody, sizeof nobody) == 0)
        check_fault(check, "callback %" PRIu64 " is owed to no number", call->call);
}

/* One that is being dialled apart: its caller may have rung again meanwhile. */
static void one_callback_a_number(struct check *check, const union any_row *row)
{
    const struct row_call *call = &row->call;
    struct row_call other = {.owed = 1, .caller = call->caller};
    struct cursor cursor;
    if (!call->owed || call->state == call_state_dialing) return;
    cursor_index(&cursor, check->txn, INDEX_callback_by_caller, 2, &other, false, false);
    while (cursor_next(&cursor, &other)) {
        if (other.call > call->call && other.state != call_state_dialing)
            check_fault(check, "callbacks %" PRIu64 " and %" PRIu64 " are owed to one number",
                        call->call, other.call);
    }
}

static void contact_is_where_it_belongs(struct check *check, const union any_row *row)
{
    const struct row_contact *contact = &row->contact;
    bool open = contact->state == contact_state_open, taken = contact->state == contact_state_taken;
    if (word_name(VOCABULARY_contact_state, contact->state)[0] == '\0')
        check_fault(check, "contact %" PRIu64 " is in no known state", contact->contact);
    if (contact->open_list != (open ? contact->outbound : 0) ||
        contact->taken_by != (taken ? contact->person : 0) || (taken && contact->person == 0)) {
        check_fault(check, "contact %" PRIu64 " is %s on list %" PRIu64 " with person %" PRIu64,
                    contact->contact, word_name(VOCABULARY_contact_state, contact->state),
                    contact->open_list, contact->taken_by);
    }
    if (taken != (contact->until_ms != 0) ||
        (taken && !check_timer(check, contact->until_ms, timer_kind_contact, contact->contact))) {
        check_fault(check, "contact %" PRIu64 " is %s until %" PRIu64 " and no timer says so",
                    contact->contact, word_name(VOCABULARY_contact_state, contact->state),
                    contact->until_ms);
    }
    if (open && number_barred(check->txn, &contact->caller))
        check_fault(check, "contact %" PRIu64 " is to be called and does not want to be",
                    contact->contact);
}

static void contact_is_tried_so_often(struct check *check, const union any_row *row)
{
    const struct row_contact *contact = &row->contact;
    struct row_outbound list;
    if (!outbound_get(check->txn, contact->outbound, &list)) {
        check_fault(check, "contact %" PRIu64 " is on list %" PRIu64 ", which is not there",
                    contact->contact, contact->outbound);
        return;
    }
    bool left = contact->tries < list.tries;
    if (contact->tries > list.tries || (contact->state == contact_state_open && !left) ||
        (contact->state == contact_state_failed && left) ||
        (contact->state == contact_state_done && contact->tries == 0)) {
        check_fault(check, "contact %" PRIu64 " is %s after %" PRIu64 " of %" PRIu64 " attempts",
                    contact->contact, word_name(VOCABULARY_contact_state, contact->state),
                    contact->tries, list.tries);
    }
}

static void list_counts_its_contacts(struct check *check, const union any_row *row)
{
    const struct row_outbound *list = &row->outbound;
    struct row_outbound has = {0};
    struct row_contact contact = {.outbound = list->outbound};
    struct cursor cursor;
    cursor_index(&cursor, check->txn, INDEX_contact_by_list, 1, &contact, false, false);
    while (cursor_next(&cursor, &contact)) {
        has.contacts++;
        has.open += contact.state == contact_state_open || contact.state == contact_state_taken;
        has.barred += contact.state == contact_state_barred;
        has.failed += contact.state == contact_state_failed;
        has.reached +=
            contact.state == contact_state_done && contact.result == contact_result_reached;
        has.dialled += contact.tries != 0;
        has.connected += result_connected(contact.result) && contact.tries <= DIAL_TRIES;
    }
    if (has.contacts != list->contacts || has.open != list->open || has.barred != list->barred ||
        has.failed != list->failed || has.reached != list->reached ||
        has.dialled != list->dialled || has.connected != list->connected) {
        check_fault(check, "list %" PRIu64 " counts its contacts wrongly", list->outbound);
    }
}

static void number_is_barred_once(struct check *check, const union any_row *row)
{
    const struct row_no_call *number = &row->no_call;
    struct row_no_call other = {.caller = number->caller};
    struct cursor cursor;
    cursor_index(&cursor, check->txn, INDEX_no_call_by_caller, 1, &other, false, false);
    while (cursor_next(&cursor, &other)) {
        if (other.seq > number->seq)
            check_fault(check, "%" PRIu64 " and %" PRIu64 " are one number not to be called",
                        number->seq, other.seq);
    }
}

const struct invariant check_outbound_table[] = {
    {"callback_is_marked", TABLE_call, callback_is_marked},
    {"one_callback_a_number", TABLE_call, one_callback_a_number},
    {"contact_is_where_it_belongs", TABLE_contact, contact_is_where_it_belongs},
    {"contact_is_tried_so_often", TABLE_contact, contact_is_tried_so_often},
    {"list_counts_its_contacts", TABLE_outbound, list_counts_its_contacts},
    {"number_is_barred_once", TABLE_no_call, number_is_barred_once},
    {NULL, TABLES, NULL},
};
