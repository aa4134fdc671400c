/* The auditor: its own small model of calls, agents and tickets, made of nothing but published
 * facts and acknowledged replies, and its own idea of what may follow what. It shares no rule with
 * the core: what both agree on is not one mistake made once. */
#ifndef TESTS_SIM_AUDIT_H
#define TESTS_SIM_AUDIT_H

#include "server/store/store.h"

enum { AUDIT_CALLS = 4096, AUDIT_TICKETS = 4096, AUDIT_PEOPLE = 64, AUDIT_WHY = 256 };

enum audit_call { CALL_NONE, CALL_WAITS, CALL_RINGS, CALL_TALKS, CALL_OVER };

struct audit {
    uint64_t seq, at_ms; /* the last fact looked at */
    struct {
        enum audit_call state;
        uint64_t agent, order_ms, until_ms;
        bool answered;
    } calls[AUDIT_CALLS];
    struct {
        uint64_t state, since_ms, call;
    } agents[AUDIT_PEOPLE];
    struct {
        uint64_t state, version;
    } tickets[AUDIT_TICKETS];
    uint64_t n_calls, n_tickets;
    /* what the clients know to have asked, however often they asked it */
    uint64_t asked_calls, asked_tickets;
    /* what replies have promised: it must be in the facts once those are published */
    uint64_t acked_seq, acked_call, acked_ticket;
    char why[AUDIT_WHY]; /* the first thing that is wrong; empty: nothing */
};

void audit_wrong(struct audit *audit, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void audit_fact(struct audit *audit, const struct fact *fact);
/* A reply has reached its client: what it says must turn out to be in the facts. */
void audit_reply(struct audit *audit, uint64_t request, uint64_t id, uint64_t seq);
/* Between steps: nobody lost, nobody twice, nothing done more often than asked; and the tables say
 * the same. */
void audit_look(struct audit *audit, struct txn *txn);

#endif
