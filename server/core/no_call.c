/* Numbers that are not to be called (R48): asked for by their owners, kept until a lead takes them
 * out. Promised callbacks are made all the same: they were asked for later. */
#include "server/core/authority.h"
#include "server/core/outbound.h"

static bool no_call_find(struct txn *txn, const struct h32 *caller, struct row_no_call *row)
{
    static const struct h32 nobody;
    *row = (struct row_no_call){.caller = *caller};
    return memcmp(caller, &nobody, sizeof nobody) != 0 &&
           index_find(txn, INDEX_no_call_by_caller, 1, row);
}

bool number_barred(struct txn *txn, const struct h32 *caller)
{
    struct row_no_call row;
    return no_call_find(txn, caller, &row) && row.barred;
}

static void contact_bar(struct step *step, const struct row_contact *contact)
{
    struct fact fact = step_fact(step, fact_type_contact_moved);
    fact.body.contact_moved = (struct fact_contact_moved){
        .contact = contact->contact,
        .outbound = contact->outbound,
        .state = contact_state_barred,
        .person = contact->person,
        .tries = contact->tries,
    };
    step_emit(step, &fact);
}

void number_bar(struct step *step, const struct h32 *caller, struct slice phone,
                struct slice reason)
{
    struct txn *txn = step->core->txn;
    struct row_contact contact = {.caller = *caller};
    struct cursor cursor;
    if (number_barred(txn, caller)) return;
    struct fact fact = step_fact(step, fact_type_no_call_put);
    fact.body.no_call_put =
        (struct fact_no_call_put){.caller = *caller, .barred = 1, .phone = phone, .reason = reason};
    step_emit(step, &fact);
    cursor_index(&cursor, txn, INDEX_contact_by_caller, 1, &contact, false, false);
    while (cursor_next(&cursor, &contact))
        if (contact.state == contact_state_open) contact_bar(step, &contact);
}

static bool number_hash(struct step *step, struct slice phone, struct h32 *caller)
{
    static const struct h32 nobody;
    caller_hash(step->core->txn, phone, caller);
    return step_require(step, memcmp(caller, &nobody, sizeof nobody) != 0, REJECT_BAD_FIELD,
                        "phone");
}

void do_no_call_add(struct step *step, const void *body)
{
    const struct req_no_call_add *req = body;
    struct h32 caller;
    if (!number_hash(step, req->phone, &caller) ||
        !step_require(step, !number_barred(step->core->txn, &caller), REJECT_EXISTS, "phone"))
        return;
    number_bar(step, &caller, req->phone, req->reason);
}

void do_no_call_remove(struct step *step, const void *body)
{
    const struct req_no_call_remove *req = body;
    struct h32 caller;
    if (!number_hash(step, req->phone, &caller) ||
        !step_require(step, number_barred(step->core->txn, &caller), REJECT_NO_SUCH, "phone"))
        return;
    struct fact fact = step_fact(step, fact_type_no_call_put);
    fact.body.no_call_put = (struct fact_no_call_put){.caller = caller};
    step_emit(step, &fact);
}

void apply_no_call_put(struct txn *txn, const struct fact *fact,
                       const struct fact_no_call_put *body)
{
    struct row_no_call row;
    if (!no_call_find(txn, &body->caller, &row))
        row = (struct row_no_call){.seq = fact->seq, .caller = body->caller};
    row.barred = body->barred;
    row.at_ms = fact->at_ms;
    row.by = fact->by;
    seq_keep(&row.phone_seq, fact, body->phone);
    row.reason_seq = body->reason.n ? fact->seq : 0;
    table_put(txn, TABLE_no_call, &row);
}
