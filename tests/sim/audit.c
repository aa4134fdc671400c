#include "tests/sim/audit.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>

void audit_wrong(struct audit *audit, const char *format, ...)
{
    if (audit->why[0]) return;
    va_list list;
    va_start(list, format);
    vsnprintf(audit->why, sizeof audit->why, format, list);
    va_end(list);
}

static void arrived(struct audit *audit, const struct fact *fact)
{
    const struct fact_call_arrived *body = &fact->body.call_arrived;
    if (body->call != audit->n_calls + 1 || body->call >= AUDIT_CALLS) {
        audit_wrong(audit, "call %" PRIu64 " arrived after call %" PRIu64, body->call,
                    audit->n_calls);
        return;
    }
    audit->n_calls++;
    audit->calls[body->call].state = body->person ? CALL_TALKS : CALL_WAITS;
    audit->calls[body->call].agent = body->person;
    audit->calls[body->call].order_ms = body->person ? fact->at_ms : body->order_ms;
    audit->calls[body->call].answered = body->person != 0;
}

/* Nobody who came earlier still waits, and nobody has been ready longer. */
static void fair(struct audit *audit, uint64_t call, uint64_t person)
{
    for (uint64_t i = 1; i <= audit->n_calls; i++) {
        if (audit->calls[i].state == CALL_WAITS &&
            (audit->calls[i].order_ms < audit->calls[call].order_ms ||
             (audit->calls[i].order_ms == audit->calls[call].order_ms && i < call))) {
            audit_wrong(audit, "call %" PRIu64 " was offered before call %" PRIu64, call, i);
        }
    }
    for (uint64_t i = 1; i < AUDIT_PEOPLE; i++) {
        if (audit->agents[i].state == agent_state_ready &&
            audit->agents[i].since_ms < audit->agents[person].since_ms) {
            audit_wrong(audit, "agent %" PRIu64 " was offered a call before agent %" PRIu64, person,
                        i);
        }
    }
}

static void rings(struct audit *audit, uint64_t call, uint64_t person, uint64_t until_ms)
{
    audit->calls[call].state = CALL_RINGS;
    audit->calls[call].agent = person;
    audit->calls[call].until_ms = until_ms;
}

static void waits(struct audit *audit, uint64_t call, uint64_t order_ms)
{
    if (order_ms > audit->calls[call].order_ms) {
        audit_wrong(audit, "call %" PRIu64 " lost its place", call);
    }
    audit->calls[call].state = CALL_WAITS;
    audit->calls[call].agent = 0;
    audit->calls[call].order_ms = order_ms;
}

static void must_be(struct audit *audit, uint64_t call, enum audit_call state, uint64_t agent,
                    const char *before)
{
    if (call == 0 || call > audit->n_calls) {
        audit_wrong(audit, "call %" PRIu64 " is %s and never arrived", call, before);
    } else if (audit->calls[call].state != state || (agent && audit->calls[call].agent != agent)) {
        audit_wrong(audit, "call %" PRIu64 " is %s in state %d with agent %" PRIu64, call, before,
                    (int)audit->calls[call].state, audit->calls[call].agent);
    }
}

static void requeued(struct audit *audit, const struct fact_call_requeued *body)
{
    bool ringing = body->call <= audit->n_calls && audit->calls[body->call].state == CALL_RINGS;
    bool orphan = body->event == call_event_orphan;
    must_be(audit, body->call, orphan && ringing ? CALL_RINGS : CALL_TALKS, body->origin,
            "put into a queue");
    waits(audit, body->call, body->order_ms);
}

static void abandoned(struct audit *audit, uint64_t call, uint64_t person)
{
    must_be(audit, call, person ? CALL_RINGS : CALL_WAITS, person, "abandoned");
    audit->calls[call].state = CALL_OVER;
}

static void call_fact(struct audit *audit, const struct fact *fact)
{
    const union fact_body *body = &fact->body;
    uint64_t call = body->call_offered.call; /* the first field of all facts about calls */
    if (call >= AUDIT_CALLS) return;
    switch (fact->type) {
    case fact_type_call_offered:
        must_be(audit, call, CALL_WAITS, 0, "offered");
        fair(audit, call, body->call_offered.person);
        rings(audit, call, body->call_offered.person, body->call_offered.until_ms);
        break;
    case fact_type_call_answered:
        must_be(audit, call, CALL_RINGS, body->call_answered.person, "answered");
        if (body->call_answered.first == audit->calls[call].answered) {
            audit_wrong(audit, "call %" PRIu64 " is answered for the first time, or not", call);
        }
        audit->calls[call].state = CALL_TALKS;
        audit->calls[call].answered = true;
        break;
    case fact_type_call_lapsed:
        must_be(audit, call, CALL_RINGS, body->call_lapsed.person, "given up by its agent");
        if (fact->at_ms < audit->calls[call].until_ms) {
            audit_wrong(audit, "call %" PRIu64 " lapsed too early", call);
        }
        waits(audit, call, body->call_lapsed.order_ms);
        break;
    case fact_type_call_given_back:
        must_be(audit, call, CALL_RINGS, body->call_given_back.origin, "given back");
        rings(audit, call, body->call_given_back.person, body->call_given_back.until_ms);
        break;
    case fact_type_call_transferred:
        must_be(audit, call, CALL_TALKS, body->call_transferred.origin, "passed on");
        rings(audit, call, body->call_transferred.person, body->call_transferred.until_ms);
        break;
    case fact_type_call_requeued:
        requeued(audit, &body->call_requeued);
        break;
    case fact_type_call_abandoned:
        abandoned(audit, call, body->call_abandoned.person);
        break;
    case fact_type_call_ended:
        must_be(audit, call, CALL_TALKS, body->call_ended.person, "ended");
        audit->calls[call].state = CALL_OVER;
        break;
    default:
        break;
    }
}

static void agent_fact(struct audit *audit, const struct fact *fact)
{
    const struct fact_agent_moved *body = &fact->body.agent_moved;
    if (body->person >= AUDIT_PEOPLE) return;
    if (body->from != audit->agents[body->person].state) {
        audit_wrong(audit, "agent %" PRIu64 " moved from a state it was not in", body->person);
    }
    audit->agents[body->person].state = body->to;
    audit->agents[body->person].since_ms = fact->at_ms;
    audit->agents[body->person].call = body->call;
}

static void ticket_fact(struct audit *audit, uint64_t ticket, uint64_t from, uint64_t to,
                        uint64_t version)
{
    if (ticket == 0 || ticket >= AUDIT_TICKETS) return;
    if (ticket > audit->n_tickets + 1) {
        audit_wrong(audit, "ticket %" PRIu64 " came after ticket %" PRIu64, ticket,
                    audit->n_tickets);
    }
    if (ticket > audit->n_tickets) audit->n_tickets = ticket;
    if (from != audit->tickets[ticket].state) {
        audit_wrong(audit, "ticket %" PRIu64 " moved from a state it was not in", ticket);
    }
    if (version != audit->tickets[ticket].version + 1) {
        audit_wrong(audit, "ticket %" PRIu64 " went from version %" PRIu64 " to %" PRIu64, ticket,
                    audit->tickets[ticket].version, version);
    }
    audit->tickets[ticket].state = to;
    audit->tickets[ticket].version = version;
}

static void ticket_stays(struct audit *audit, uint64_t ticket, uint64_t version)
{
    uint64_t state = ticket < AUDIT_TICKETS ? audit->tickets[ticket].state : 0;
    ticket_fact(audit, ticket, state, state, version);
}

void audit_fact(struct audit *audit, const struct fact *fact)
{
    if (fact->seq != audit->seq + 1) {
        audit_wrong(audit, "fact %" PRIu64 " follows fact %" PRIu64, fact->seq, audit->seq);
    }
    if (fact->at_ms < audit->at_ms) {
        audit_wrong(audit, "time went back at fact %" PRIu64, fact->seq);
    }
    audit->seq = fact->seq;
    audit->at_ms = fact->at_ms;
    if (fact->type == fact_type_call_arrived) {
        arrived(audit, fact);
    } else if (fact->type == fact_type_agent_moved) {
        agent_fact(audit, fact);
    } else if (fact->type == fact_type_ticket_saved) {
        const struct fact_ticket_saved *body = &fact->body.ticket_saved;
        uint64_t has = body->ticket < AUDIT_TICKETS ? audit->tickets[body->ticket].state : 0;
        bool opened = body->event == ticket_event_open;
        ticket_fact(audit, body->ticket, opened ? 0 : has, opened ? ticket_state_draft : has,
                    body->version);
    } else if (fact->type == fact_type_ticket_noted) {
        const struct fact_ticket_noted *body = &fact->body.ticket_noted;
        ticket_stays(audit, body->ticket, body->version);
    } else if (fact->type == fact_type_ticket_filled) {
        ticket_stays(audit, fact->body.ticket_filled.ticket, fact->body.ticket_filled.version);
    } else if (fact->type == fact_type_ticket_rescheduled) {
        const struct fact_ticket_rescheduled *body = &fact->body.ticket_rescheduled;
        ticket_stays(audit, body->ticket, body->version);
    } else if (fact->type == fact_type_ticket_moved) {
        const struct fact_ticket_moved *body = &fact->body.ticket_moved;
        ticket_fact(audit, body->ticket, body->from, body->to, body->version);
    } else {
        call_fact(audit, fact);
    }
}

static void keep_max(uint64_t *max, uint64_t value)
{
    if (value > *max) *max = value;
}

void audit_reply(struct audit *audit, uint64_t request, uint64_t id, uint64_t seq)
{
    keep_max(&audit->acked_seq, seq);
    if (request == request_call_arrive) keep_max(&audit->acked_call, id);
    if (request == request_ticket_save) keep_max(&audit->acked_ticket, id);
}

static void look_replies(struct audit *audit)
{
    if (audit->acked_seq > audit->seq || audit->acked_call > audit->n_calls ||
        audit->acked_ticket > audit->n_tickets) {
        audit_wrong(audit,
                    "fact %" PRIu64 ", call %" PRIu64 " and ticket %" PRIu64
                    " were acknowledged; there are %" PRIu64 ", %" PRIu64 " and %" PRIu64,
                    audit->acked_seq, audit->acked_call, audit->acked_ticket, audit->seq,
                    audit->n_calls, audit->n_tickets);
    }
}

static void look_call(struct audit *audit, struct txn *txn, uint64_t id)
{
    static const enum audit_call of_state[] = {
        [call_state_none] = CALL_NONE,     [call_state_waiting] = CALL_WAITS,
        [call_state_offered] = CALL_RINGS, [call_state_talking] = CALL_TALKS,
        [call_state_ended] = CALL_OVER,    [call_state_abandoned] = CALL_OVER};
    struct row_call row;
    enum audit_call state = audit->calls[id].state;
    uint64_t agent = audit->calls[id].agent;
    if (!call_get(txn, id, &row) || row.state >= sizeof of_state / sizeof *of_state ||
        of_state[row.state] != state) {
        audit_wrong(audit, "the tables say otherwise of call %" PRIu64, id);
    }
    if (state != CALL_RINGS && state != CALL_TALKS) return;
    if (agent == 0 || agent >= AUDIT_PEOPLE || audit->agents[agent].call != id) {
        audit_wrong(audit, "call %" PRIu64 " is with agent %" PRIu64 ", who has another", id,
                    agent);
    }
}

static void look_agents(struct audit *audit, struct txn *txn)
{
    bool ready = false, waiting = false;
    for (uint64_t i = 1; i < AUDIT_PEOPLE; i++) {
        struct row_agent row;
        uint64_t state = agent_get(txn, i, &row) ? row.state : 0;
        if (state != audit->agents[i].state) {
            audit_wrong(audit, "the tables say otherwise of agent %" PRIu64, i);
        }
        ready = ready || state == agent_state_ready;
    }
    for (uint64_t i = 1; i <= audit->n_calls; i++) {
        waiting = waiting || audit->calls[i].state == CALL_WAITS;
    }
    if (ready && waiting) audit_wrong(audit, "somebody waits while somebody is ready");
}

void audit_look(struct audit *audit, struct txn *txn)
{
    look_replies(audit);
    for (uint64_t i = 1; i <= audit->n_calls; i++) look_call(audit, txn, i);
    look_agents(audit, txn);
    for (uint64_t i = 1; i <= audit->n_tickets; i++) {
        struct row_ticket row;
        if (!ticket_get(txn, i, &row) || row.state != audit->tickets[i].state ||
            row.version != audit->tickets[i].version) {
            audit_wrong(audit, "the tables say otherwise of ticket %" PRIu64, i);
        }
    }
    if (audit->n_calls > audit->asked_calls || audit->n_tickets > audit->asked_tickets) {
        audit_wrong(audit,
                    "%" PRIu64 " calls and %" PRIu64 " tickets, and only %" PRIu64 " and %" PRIu64
                    " were ever asked for",
                    audit->n_calls, audit->n_tickets, audit->asked_calls, audit->asked_tickets);
    }
    if (audit->n_calls != table_count(txn, TABLE_call) ||
        audit->n_tickets != table_count(txn, TABLE_ticket)) {
        audit_wrong(audit, "the tables have more or fewer calls or tickets");
    }
}
