/* What the facts about sessions do to the tables. */
#include "server/core/step.h"

void apply_session_opened(struct txn *txn, const struct fact *fact,
                          const struct fact_session_opened *body)
{
    struct row_person person;
    struct row_station station;
    const struct row_session row = {
        .session = body->session,
        .person = body->person,
        .station = body->station,
        .live_person = body->person,
        .token = body->token,
        .opened_ms = fact->at_ms,
        .until_ms = body->until_ms,
        .watch = body->watch,
    };
    session_put(txn, &row);
    counter_use(txn, object_session, body->session);
    timer_set(txn, body->until_ms, timer_kind_session, body->session);
    person_get(txn, body->person, &person);
    person.fails = person.blocked_until_ms = 0;
    person_put(txn, &person);
    station_get(txn, body->station, &station);
    station.fails = station.blocked_until_ms = 0;
    station_put(txn, &station);
}

/* Without an instant the attempt came during a block, which it does not lengthen. */
void apply_session_refused(struct txn *txn, const struct fact *fact,
                           const struct fact_session_refused *body)
{
    (void)fact;
    struct row_person person;
    struct row_station station;
    if (body->person_until_ms && person_get(txn, body->whose, &person)) {
        person.fails++;
        person.blocked_until_ms = body->person_until_ms;
        person_put(txn, &person);
    }
    if (body->station_until_ms && station_get(txn, body->station, &station)) {
        station.fails++;
        station.blocked_until_ms = body->station_until_ms;
        station_put(txn, &station);
    }
}

void apply_session_ended(struct txn *txn, const struct fact *fact,
                         const struct fact_session_ended *body)
{
    (void)fact;
    struct row_session row;
    bool there = session_get(txn, body->session, &row);
    ASSERT(there);
    row.live_person = 0;
    session_put(txn, &row);
    timer_clear(txn, row.until_ms, timer_kind_session, row.session);
}
