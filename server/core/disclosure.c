/* Passing a caller's data on (R79): asked for with the recipient's undertaking, decided by somebody
 * else, done once. */
#include "server/core/accused.h"
#include "server/core/authority.h"
#include "server/core/look.h"
#include "server/core/ticket.h"

/* R77: neither to whom it is about nor, of a report, to those who handle it. */
static bool recipient_fits(struct step *step, const struct row_ticket *ticket, uint64_t unit)
{
    bool report = ticket->type == ticket_type_report;
    bool interested = report && unit && unit == ticket->unit;
    return step_require(step, !interested && !unit_accused(step->core->txn, ticket, unit),
                        REJECT_DENIED, "unit");
}

void do_disclosure_ask(struct step *step, const void *body)
{
    const struct req_disclosure_ask *req = body;
    struct txn *txn = step->core->txn;
    struct row_ticket ticket;
    uint64_t unit = 0;
    if (!step_require(step, ticket_get(txn, req->ticket, &ticket), REJECT_NO_SUCH, "ticket") ||
        !step_require(step, may_disclose(txn, step->who, disclosure_event_ask, &ticket, 0),
                      REJECT_DENIED, NULL) ||
        !unit_refer(step, &req->unit, "unit", &unit) || !recipient_fits(step, &ticket, unit))
        return;
    struct fact fact = step_fact(step, fact_type_disclosure_asked);
    fact.body.disclosure_asked = (struct fact_disclosure_asked){
        .disclosure = step_next_id(step, object_disclosure),
        .ticket = ticket.ticket,
        .of_unit = unit,
        .recipient = req->recipient,
        .purpose = req->purpose,
        .undertaking = req->undertaking,
    };
    uint64_t id = fact.body.disclosure_asked.disclosure;
    step_emit(step, &fact);
    step_done(step, id, 1);
}

/* The disclosure, its ticket, and whether this step may be done now by this person. */
static bool disclosure_ask_for(struct step *step, uint64_t id, enum disclosure_event event,
                               struct row_disclosure *row, struct row_ticket *ticket)
{
    struct txn *txn = step->core->txn;
    const struct who *who = step->who;
    if (!step_require(step, disclosure_get(txn, id, row), REJECT_NO_SUCH, "disclosure"))
        return false;
    bool there = ticket_get(txn, row->ticket, ticket);
    ASSERT(there);
    return step_require(step, may_see_disclosure(txn, who, ticket), REJECT_DENIED, NULL) &&
           step_require(step, life_find(LIFE_disclosure, row->state, event) != NULL,
                        REJECT_BAD_STATE, NULL) &&
           step_require(step, may_disclose(txn, who, event, ticket, row->asked_by), REJECT_DENIED,
                        NULL);
}

static void disclosure_move(struct step *step, const struct row_disclosure *row,
                            enum disclosure_event event, struct slice note)
{
    const struct life_row *life = life_find(LIFE_disclosure, row->state, event);
    struct fact fact = step_fact(step, fact_type_disclosure_moved);
    fact.body.disclosure_moved = (struct fact_disclosure_moved){
        .disclosure = row->disclosure,
        .ticket = row->ticket,
        .event = event,
        .from = row->state,
        .to = life->next,
        .note = note,
    };
    step_emit(step, &fact);
}

static void disclosure_decide(struct step *step, uint64_t id, enum disclosure_event event,
                              struct slice note)
{
    struct row_disclosure row;
    struct row_ticket ticket;
    if (!disclosure_ask_for(step, id, event, &row, &ticket)) return;
    disclosure_move(step, &row, event, note);
    step_done(step, row.disclosure, 1);
}

void do_disclosure_grant(struct step *step, const void *body)
{
    const struct req_disclosure_grant *req = body;
    disclosure_decide(step, req->disclosure, disclosure_event_grant, req->note);
}

void do_disclosure_refuse(struct step *step, const void *body)
{
    const struct req_disclosure_refuse *req = body;
    disclosure_decide(step, req->disclosure, disclosure_event_refuse, req->note);
}

/* Whom it is about may have come to light since it was asked for. */
void do_disclosure_give(struct step *step, const void *body)
{
    const struct req_disclosure_give *req = body;
    struct row_disclosure row;
    struct row_ticket ticket;
    if (!disclosure_ask_for(step, req->disclosure, disclosure_event_give, &row, &ticket) ||
        !recipient_fits(step, &ticket, row.unit))
        return;
    disclosure_move(step, &row, disclosure_event_give, (struct slice){0});
    step->out->answer.caller_words = caller_words(step, &ticket);
}

void apply_disclosure_asked(struct txn *txn, const struct fact *fact,
                            const struct fact_disclosure_asked *body)
{
    counter_use(txn, object_disclosure, body->disclosure);
    disclosure_put(txn, &(struct row_disclosure){
                            .disclosure = body->disclosure,
                            .ticket = body->ticket,
                            .state = disclosure_state_asked,
                            .asked_ms = fact->at_ms,
                            .asked_by = fact->by,
                            .unit = body->of_unit,
                            .words_seq = fact->seq,
                        });
}

void apply_disclosure_moved(struct txn *txn, const struct fact *fact,
                            const struct fact_disclosure_moved *body)
{
    struct row_disclosure row;
    bool there = disclosure_get(txn, body->disclosure, &row);
    ASSERT(there);
    row.state = body->to;
    if (body->event == disclosure_event_give)
        look_record(txn, fact, look_kind_disclosure, body->ticket);
    else
        row.decided_by = fact->by;
    disclosure_put(txn, &row);
}
