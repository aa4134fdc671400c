/* Outbound lists (R48, R67): who is to be called, by when, what came of it. A contact is taken for
 * a while by one operator, who reports on it. */
#include "server/core/outbound.h"

#include "proto/tags.h"
#include "server/core/authority.h"
#include "server/core/register.h"

#define MINUTE_MS UINT64_C(60000)

enum { TRIES_USUAL = 3 }; /* R67 */

REGISTER_NEW(outbound)

void do_outbound_add(struct step *step, const void *body)
{
    const struct req_outbound_add *req = body;
    struct row_outbound row;
    struct fact fact = step_fact(step, fact_type_outbound_put);
    struct fact_outbound_put *put = &fact.body.outbound_put;
    if (!outbound_new(step, &req->code, &row) ||
        !line_refer(step, &req->line, "line", &put->of_line) ||
        !step_require(step, req->until_ms > req->from_ms, REJECT_BAD_FIELD, "until_ms") ||
        !step_require(step, req->until_ms > step->core->now_ms, REJECT_PAST, "until_ms"))
        return;
    put->outbound = row.outbound;
    put->code = req->code;
    put->change = change_added;
    put->kind = req->kind;
    put->from_ms = req->from_ms;
    put->until_ms = req->until_ms;
    put->tries = req->tries ? req->tries : TRIES_USUAL;
    put->name = req->name;
    put->script = req->script;
    step_emit(step, &fact);
    step_done(step, row.outbound, row.version + 1);
}

/* A list that is not closed. */
static bool list_ask(struct step *step, const struct code *code, struct row_outbound *row)
{
    return step_require(step, outbound_find(step->core->txn, code, true, row), REJECT_NO_SUCH,
                        "code") &&
           step_require(step, !row->closed, REJECT_BAD_STATE, "code");
}

void do_outbound_close(struct step *step, const void *body)
{
    const struct req_outbound_close *req = body;
    struct row_outbound row;
    if (!list_ask(step, &req->code, &row)) return;
    struct fact fact = step_fact(step, fact_type_outbound_put);
    fact.body.outbound_put = (struct fact_outbound_put){
        .outbound = row.outbound,
        .code = row.code,
        .change = change_retired,
        .kind = row.kind,
        .from_ms = row.from_ms,
        .until_ms = row.until_ms,
        .of_line = row.line,
        .tries = row.tries,
    };
    step_emit(step, &fact);
    step_done(step, row.outbound, row.version + 1);
}

/* Barred contacts do not count: the number may have been taken out of the register again. */
static bool is_on_list(struct txn *txn, uint64_t outbound, const struct h32 *caller)
{
    struct row_contact contact = {.caller = *caller, .outbound = outbound};
    struct cursor cursor;
    cursor_index(&cursor, txn, INDEX_contact_by_caller, 2, &contact, false, false);
    while (cursor_next(&cursor, &contact))
        if (contact.state != contact_state_barred) return true;
    return false;
}

void do_outbound_enter(struct step *step, const void *body)
{
    static const struct h32 nobody;
    const struct req_outbound_enter *req = body;
    struct txn *txn = step->core->txn;
    struct row_outbound row;
    struct h32 caller;
    caller_hash(txn, req->phone, &caller);
    if (!list_ask(step, &req->code, &row) ||
        !step_require(step, memcmp(&caller, &nobody, sizeof nobody) != 0, REJECT_BAD_FIELD,
                      "phone") ||
        !step_require(step, !is_on_list(txn, row.outbound, &caller), REJECT_EXISTS, "phone"))
        return;
    struct fact fact = step_fact(step, fact_type_contact_entered);
    fact.body.contact_entered = (struct fact_contact_entered){
        .contact = step_next_id(step, object_contact),
        .outbound = row.outbound,
        .caller = caller,
        .barred = number_barred(txn, &caller),
        .phone = req->phone,
        .name = req->name,
        .note = req->note,
    };
    step_emit(step, &fact);
    step_done(step, fact.body.contact_entered.contact, 0);
}

/* As it is from now on; what does not change is the row's. */
static struct fact_contact_moved contact_moves(const struct row_contact *contact,
                                               enum contact_state state)
{
    return (struct fact_contact_moved){
        .contact = contact->contact,
        .outbound = contact->outbound,
        .state = state,
        .person = contact->person,
        .tries = contact->tries,
    };
}

/* The one that this operator has of the list already, else who has waited longest. */
static bool contact_next(const struct step *step, uint64_t outbound, struct row_contact *contact)
{
    struct txn *txn = step->core->txn;
    *contact = (struct row_contact){.taken_by = step->who->person, .outbound = outbound};
    if (index_find(txn, INDEX_contact_by_taken, 2, contact)) return true;
    *contact = (struct row_contact){.open_list = outbound};
    return index_find(txn, INDEX_contact_by_open, 1, contact) &&
           contact->next_ms <= step->core->now_ms;
}

void do_outbound_next(struct step *step, const void *body)
{
    const struct req_outbound_next *req = body;
    uint64_t now_ms = step->core->now_ms;
    struct row_outbound row;
    struct row_contact contact;
    if (!list_ask(step, &req->code, &row) ||
        !step_require(step, now_ms >= row.from_ms, REJECT_BAD_STATE, "code") ||
        !step_require(step, now_ms < row.until_ms, REJECT_TOO_LATE, "code") ||
        !step_require(step, contact_next(step, row.outbound, &contact), REJECT_NO_SUCH, "contact"))
        return;
    struct fact fact = step_fact(step, fact_type_contact_moved);
    struct fact_contact_moved *moved = &fact.body.contact_moved;
    *moved = contact_moves(&contact, contact_state_taken);
    moved->person = step->who->person;
    moved->until_ms = now_ms + step->core->settings->contact_lease_min * MINUTE_MS;
    step_emit(step, &fact);
    step_done(step, contact.contact, 0);
}

bool result_connected(uint64_t result)
{
    return result == contact_result_reached || result == contact_result_refused ||
           result == contact_result_do_not_call;
}

static bool may_try_again(uint64_t result)
{
    return result == contact_result_no_answer || result == contact_result_busy;
}

void do_outbound_result(struct step *step, const void *body)
{
    const struct req_outbound_result *req = body;
    struct txn *txn = step->core->txn;
    struct row_contact contact;
    struct row_outbound row;
    if (!step_require(step, contact_get(txn, req->contact, &contact), REJECT_NO_SUCH, "contact") ||
        !step_require(step, may_contact(txn, step->who, VERB_ACT, &contact), REJECT_DENIED, NULL) ||
        !step_require(step, contact.state == contact_state_taken, REJECT_BAD_STATE, NULL))
        return;
    bool there = outbound_get(txn, contact.outbound, &row);
    ASSERT(there);
    bool again = may_try_again(req->result), left = contact.tries + 1 < row.tries;
    struct fact fact = step_fact(step, fact_type_contact_moved);
    struct fact_contact_moved *moved = &fact.body.contact_moved;
    *moved = contact_moves(&contact, !again ? contact_state_done
                                     : left ? contact_state_open
                                            : contact_state_failed);
    moved->result = req->result;
    moved->tries = contact.tries + 1;
    moved->note = req->note;
    if (again && left)
        moved->next_ms = step->core->now_ms + step->core->settings->contact_retry_min * MINUTE_MS;
    struct slice phone = {0};
    if (!words_read(txn, contact.seq, TAG_contact_entered_phone, step->arena, &phone))
        phone = (struct slice){0};
    step_emit(step, &fact);
    step_done(step, contact.contact, 0);
    if (req->result == contact_result_do_not_call)
        number_bar(step, &contact.caller, phone, req->note);
}

/* Nobody reported on it: it waits again, at the head. */
void contact_fire(struct step *step, uint64_t object)
{
    struct row_contact contact;
    bool there = contact_get(step->core->txn, object, &contact);
    ASSERT(there && contact.state == contact_state_taken);
    /* no_call: it was asked for while the contact was out */
    bool barred = number_barred(step->core->txn, &contact.caller);
    struct fact fact = step_fact(step, fact_type_contact_moved);
    struct fact_contact_moved *moved = &fact.body.contact_moved;
    *moved = contact_moves(&contact, barred ? contact_state_barred : contact_state_open);
    if (!barred) moved->next_ms = contact.next_ms ? contact.next_ms : step->core->now_ms;
    step_emit(step, &fact);
}
