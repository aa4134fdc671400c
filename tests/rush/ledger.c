/* The calls counted a second time, by their facts alone and with a rule of its own: a call counts
 * as the first that was done for its caller. */
#include <inttypes.h>
#include <stdio.h>

#include "tests/rush/rush.h"

static void counts_as(struct ledger *ledger, uint64_t call, enum fate fate)
{
    if (call >= RUSH_CALLS || ledger->calls[call] != OPEN) return;
    ledger->calls[call] = (unsigned char)fate;
    ledger->n[OPEN]--;
    ledger->n[fate]++;
}

static void arrived(struct ledger *ledger, const struct fact_call_arrived *body)
{
    ledger->n[OPEN]++;
    switch (body->event ? body->event : body->person ? call_event_meet : call_event_arrive) {
    case call_event_meet:
        counts_as(ledger, body->call, ANSWERED);
        ledger->met++;
        break;
    case call_event_shut:
    case call_event_turn_away:
        counts_as(ledger, body->call, CLOSED);
        break;
    case call_event_block:
        counts_as(ledger, body->call, BLOCKED);
        break;
    case call_event_dial:
    case call_event_enter:
        counts_as(ledger, body->call, ELSE);
        break;
    default:
        break;
    }
}

static void fact_read(struct ledger *ledger, const struct fact *fact)
{
    const union fact_body *body = &fact->body;
    switch (fact->type) {
    case fact_type_call_arrived:
        arrived(ledger, &body->call_arrived);
        break;
    case fact_type_call_answered:
        counts_as(ledger, body->call_answered.call, ANSWERED);
        break;
    case fact_type_call_abandoned:
        counts_as(ledger, body->call_abandoned.call, ABANDONED);
        break;
    case fact_type_call_moved:
        if (body->call_moved.event == call_event_promise)
            counts_as(ledger, body->call_moved.call, CALLED_BACK);
        break;
    default:
        break;
    }
}

void ledger_read(struct rush *rush)
{
    struct txn *txn = world_txn(&rush->world);
    uint64_t head = journal_head(txn);
    while (rush->ledger.seq < head) {
        struct fact fact;
        if (!journal_read(txn, ++rush->ledger.seq, &fact, NULL)) {
            rush_wrong(rush, "a fact cannot be read");
            return;
        }
        struct life_hit pair;
        if (hits_pair(rush->hits, &fact, &pair) && pair.state < SEEN_STATES &&
            pair.event < SEEN_EVENTS)
            rush->seen->pairs[pair.life][pair.state][pair.event] = true;
        if (rush->broken == BREAK_COUNT && rush->ledger.seq % 500 == 0) continue;
        fact_read(&rush->ledger, &fact);
    }
}

/* Calls that are not decided: they wait, or ring and were not answered before. */
static uint64_t undecided(struct txn *txn)
{
    struct row_call call = {.live = 1};
    struct cursor cursor;
    uint64_t n = 0;
    cursor_index(&cursor, txn, INDEX_call_by_live, 1, &call, false, false);
    while (cursor_next(&cursor, &call))
        n += (call.state == call_state_waiting || call.state == call_state_offered) &&
             call.first_answered_ms == 0 && !call.promised;
    return n;
}

void ledger_compare(struct rush *rush)
{
    struct txn *txn = world_txn(&rush->world);
    struct row_minute minute = {0};
    const uint64_t *n = rush->ledger.n;
    struct cursor cursor;
    cursor_table(&cursor, txn, TABLE_minute, 0, &minute, false, true);
    if (!cursor_next(&cursor, &minute)) minute = (struct row_minute){0};
    uint64_t arrived =
        n[OPEN] + n[ANSWERED] + n[ABANDONED] + n[CALLED_BACK] + n[CLOSED] + n[BLOCKED];
    if (minute.arrived != arrived || minute.answered != n[ANSWERED] ||
        minute.abandoned != n[ABANDONED] || minute.called_back != n[CALLED_BACK] ||
        minute.closed != n[CLOSED] || minute.blocked != n[BLOCKED])
        rush_wrong(rush,
                   "arrived %" PRIu64 "/%" PRIu64 ", answered %" PRIu64 "/%" PRIu64
                   ", abandoned %" PRIu64 "/%" PRIu64 ", called back %" PRIu64 "/%" PRIu64
                   ", closed %" PRIu64 "/%" PRIu64 ": the tables, and by the facts",
                   minute.arrived, arrived, minute.answered, n[ANSWERED], minute.abandoned,
                   n[ABANDONED], minute.called_back, n[CALLED_BACK], minute.closed, n[CLOSED]);
    if (undecided(txn) != n[OPEN])
        rush_wrong(rush, "%" PRIu64 " calls are in no figure, and %" PRIu64 " wait or ring",
                   n[OPEN], undecided(txn));
}

void seen_tell(const struct seen *seen)
{
    static const enum life lives[] = {LIFE_call, LIFE_agent};
    size_t pairs = 0, of = 0;
    for (size_t l = 0; l < sizeof lives / sizeof *lives; l++) {
        size_t n;
        const struct life_row *rows = life_table(lives[l], &n);
        for (size_t i = 0; i < n; i++) {
            bool lived = seen->pairs[lives[l]][rows[i].state][rows[i].event];
            pairs += lived;
            of++;
            if (!lived)
                printf("nobody lived through: %s %s %s\n", life_name(lives[l]),
                       life_state_name(lives[l], rows[i].state),
                       life_event_name(lives[l], rows[i].event));
        }
    }
    printf("(state, event) pairs of calls and agents lived through: %zu of %zu\n", pairs, of);
}
