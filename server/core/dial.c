/* Calls that do not ring here: one that is dialled (R48), and one that is typed in after telephony
 * was down (R42). */
#include "proto/tags.h"
#include "server/core/agent.h"
#include "server/core/authority.h"
#include "server/core/outbound.h"

/* Only an agent who is free can dial, and no trainee (R89). */
static bool agent_may_dial(struct step *step)
{
    struct row_agent agent;
    return step_require(step,
                        agent_get(step->core->txn, step->who->person, &agent) &&
                            life_find(LIFE_agent, agent.state, agent_event_meet),
                        REJECT_BAD_STATE, NULL) &&
           agent_cleared(step, NULL);
}

/* A contact that this operator has taken: its number, and its list's line. */
static bool contact_number(struct step *step, const struct req_call_dial *req,
                           struct fact_call_arrived *arrived)
{
    struct txn *txn = step->core->txn;
    struct row_contact contact;
    struct row_outbound list;
    if (!step_require(step, contact_get(txn, req->contact, &contact), REJECT_NO_SUCH, "contact") ||
        !step_require(step, may_contact(txn, step->who, VERB_ACT, &contact), REJECT_DENIED,
                      "contact") ||
        !step_require(step, contact.state == contact_state_taken, REJECT_BAD_STATE, "contact"))
        return false;
    bool there = outbound_get(txn, contact.outbound, &list);
    ASSERT(there);
    arrived->contact = contact.contact;
    return step_require(step, step->core->now_ms < list.until_ms, REJECT_TOO_LATE, "contact") &&
           step_require(step, req->to.n == 0, REJECT_BAD_FIELD, "to") &&
           step_require(step, list.line == arrived->line, REJECT_BAD_FIELD, "line") &&
           step_require(
               step,
               words_read(txn, contact.seq, TAG_contact_entered_phone, step->arena, &arrived->from),
               REJECT_MISSING_FIELD, "to");
}

/* A ticket whose caller is to be told something: what is dialled is shown, so that it is a look. */
static bool ticket_number(struct step *step, const struct req_call_dial *req,
                          struct fact_call_arrived *arrived, struct row_ticket *ticket)
{
    struct txn *txn = step->core->txn;
    if (!step_require(step, ticket_get(txn, req->ticket, ticket), REJECT_NO_SUCH, "ticket") ||
        !step_require(step, may_dial(txn, step->who, ticket), REJECT_DENIED, "ticket") ||
        !step_require(
            step, ticket->state == ticket_state_callback || ticket->state == ticket_state_follow_up,
            REJECT_BAD_STATE, "ticket"))
        return false;
    arrived->ticket = ticket->ticket;
    if (req->to.n) return true;
    if (!ticket->phone_seq ||
        !words_read(txn, ticket->phone_seq, TAG_ticket_saved_phone, step->arena, &arrived->from))
        arrived->from = (struct slice){0};
    return true;
}

/* Whom to ring, from what the request names. */
static bool dial_to(struct step *step, const struct req_call_dial *req,
                    struct fact_call_arrived *arrived, struct row_ticket *ticket)
{
    static const struct h32 nobody;
    arrived->from = req->to;
    if (!step_require(step, !req->contact || !req->ticket, REJECT_BAD_FIELD, "ticket"))
        return false;
    if (req->contact && !contact_number(step, req, arrived)) return false;
    if (req->ticket && !ticket_number(step, req, arrived, ticket)) return false;
    caller_hash(step->core->txn, arrived->from, &arrived->caller);
    /* to the number that is with the promise; whoever types another one rings somebody else */
    bool promised = ticket->ticket && ticket->state == ticket_state_callback && !req->to.n;
    return step_require(step, arrived->from.n != 0, REJECT_MISSING_FIELD, "to") &&
           step_require(step, memcmp(&arrived->caller, &nobody, sizeof nobody) != 0,
                        REJECT_BAD_FIELD, "to") &&
           step_require(step, promised || !number_barred(step->core->txn, &arrived->caller),
                        REJECT_NOT_TO_CALL, "to");
}

static void dial_look(struct step *step, uint64_t ticket)
{
    struct fact fact = step_fact(step, fact_type_ticket_revealed);
    fact.body.ticket_revealed =
        (struct fact_ticket_revealed){.ticket = ticket, .reason = slice_of("dialled")};
    step_emit(step, &fact);
}

void do_call_dial(struct step *step, const void *body)
{
    const struct req_call_dial *req = body;
    struct row_line line;
    struct row_ticket ticket = {0};
    struct fact fact = step_fact(step, fact_type_call_arrived);
    struct fact_call_arrived *arrived = &fact.body.call_arrived;
    if (!step_require(step, line_find(step->core->txn, &req->line, false, &line), REJECT_NO_SUCH,
                      "line"))
        return;
    arrived->line = arrived->queue = line.line;
    if (!dial_to(step, req, arrived, &ticket) || !agent_may_dial(step)) return;
    arrived->call = step_next_id(step, object_call);
    arrived->channel = channel_phone;
    arrived->event = call_event_dial;
    arrived->person = step->who->person;
    uint64_t call = arrived->call;
    if (ticket.ticket && req->to.n == 0) dial_look(step, ticket.ticket);
    step_emit(step, &fact);
    agent_move(step, step->who->person, agent_event_meet, call, 0);
    step_done(step, call, 0);
}

/* The times as they were: in order, and over. */
void do_call_enter(struct step *step, const void *body)
{
    const struct req_call_enter *req = body;
    struct row_line line;
    if (!step_require(step, line_find(step->core->txn, &req->line, false, &line), REJECT_NO_SUCH,
                      "line") ||
        !step_require(step, req->arrived_ms <= step->core->now_ms, REJECT_BAD_FIELD,
                      "arrived_ms") ||
        !step_require(step,
                      req->answered_ms >= req->arrived_ms && req->answered_ms <= step->core->now_ms,
                      REJECT_BAD_FIELD, "answered_ms") ||
        !step_require(step,
                      req->ended_ms >= req->answered_ms && req->ended_ms <= step->core->now_ms,
                      REJECT_BAD_FIELD, "ended_ms"))
        return;
    struct fact fact = step_fact(step, fact_type_call_arrived);
    struct fact_call_arrived *arrived = &fact.body.call_arrived;
    *arrived = (struct fact_call_arrived){
        .call = step_next_id(step, object_call),
        .line = line.line,
        .queue = line.line,
        .channel = channel_phone,
        .event = call_event_enter,
        .person = step->who->person,
        .from = req->from,
        .arrived_ms = req->arrived_ms,
        .answered_ms = req->answered_ms,
        .ended_ms = req->ended_ms,
        .note = req->note,
    };
    caller_hash(step->core->txn, req->from, &arrived->caller);
    uint64_t call = arrived->call;
    step_emit(step, &fact);
    step_done(step, call, 0);
}
