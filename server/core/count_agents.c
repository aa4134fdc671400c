/* What agents did, by days: how often, and how long in which state. */
#include "server/core/keep.h"
#include "server/core/tally_calls.h"

/* One who is away for longer than this has forgotten to sign out: the rest is not counted. */
enum { DAYS_MOST = 31 };
#define DAY_MS UINT64_C(86400000)

struct row_agent_day agent_day_of(struct txn *txn, uint64_t at_ms, uint64_t person)
{
    struct row_agent_day day = {.day_ms = tally_day(txn, at_ms), .person = person};
    table_get(txn, TABLE_agent_day, &day);
    return day;
}

uint64_t *agent_day_time(struct row_agent_day *day, uint64_t state)
{
    switch ((enum agent_state)state) {
    case agent_state_ready:
        return &day->ready_ms;
    case agent_state_offered:
        return &day->ring_ms;
    case agent_state_talking:
        return &day->talk_ms;
    case agent_state_holding:
        return &day->hold_ms;
    case agent_state_wrapping:
        return &day->wrap_ms;
    case agent_state_break:
        return &day->break_ms;
    case agent_state_missed:
        return &day->missed_ms;
    case agent_state_offline:
    case agent_state_absent:
        return &day->silent_ms;
    case agent_state_out:
    case agent_state_none:
        break;
    }
    return NULL;
}

/* The time is counted on the days on which it passed. */
static void count_time(struct txn *txn, const struct row_agent *before, uint64_t until_ms)
{
    struct row_agent_day day = {.day_ms = 0};
    uint64_t from_ms = before->since_ms;
    if (!agent_day_time(&day, before->state)) return;
    for (unsigned days = 0; from_ms < until_ms && days < DAYS_MOST; days++) {
        day = agent_day_of(txn, from_ms, before->person);
        uint64_t end_ms = day.day_ms + DAY_MS < until_ms ? day.day_ms + DAY_MS : until_ms;
        *agent_day_time(&day, before->state) += end_ms - from_ms;
        table_put(txn, TABLE_agent_day, &day);
        from_ms = end_ms;
    }
}

/* For staffing: how long calls keep their agents after the talk. */
static void count_wrap(struct txn *txn, const struct fact *fact, const struct row_agent *before)
{
    if (before->state != agent_state_wrapping || before->since_ms == fact->at_ms) return;
    struct row_half half = {.start_ms = tally_half(fact->at_ms)};
    table_get(txn, TABLE_half, &half);
    half.wrap_ms += fact->at_ms - before->since_ms;
    half_put(txn, &half);
}

void count_agent(struct txn *txn, const struct fact *fact, const struct row_agent *before,
                 const struct row_agent *after)
{
    count_time(txn, before, fact->at_ms);
    count_wrap(txn, fact, before);
    bool rings = after->state == agent_state_offered, rang = before->state == agent_state_offered;
    if (rings == rang) return;
    struct row_agent_day day = agent_day_of(txn, fact->at_ms, after->person);
    day.offered += rings;
    day.answered += rang && after->state == agent_state_talking;
    day.missed += rang && after->state == agent_state_missed;
    day.gone += rang && after->state != agent_state_talking && after->state != agent_state_missed;
    table_put(txn, TABLE_agent_day, &day);
}

static bool passed_on(const struct fact *fact)
{
    if (fact->type == fact_type_call_transferred) return true;
    if (fact->type == fact_type_call_requeued)
        return fact->body.call_requeued.event == call_event_requeue;
    return fact->type == fact_type_call_moved &&
           (fact->body.call_moved.event == call_event_complete ||
            fact->body.call_moved.event == call_event_refer);
}

static bool ended_here(const struct fact *fact)
{
    return fact->type == fact_type_call_ended && fact->body.call_ended.how == call_end_agent;
}

void count_call_agents(struct txn *txn, const struct fact *fact, const struct row_call *before,
                       const struct row_call *after)
{
    bool transferred = passed_on(fact), ended = ended_here(fact);
    if (before->agent && (transferred || ended)) {
        struct row_agent_day day = agent_day_of(txn, fact->at_ms, before->agent);
        day.transferred += transferred;
        day.ended += ended;
        table_put(txn, TABLE_agent_day, &day);
    }
    bool dialled =
        after->state == call_state_dialing && before->state != (uint64_t)call_state_dialing;
    bool met = fact->type == fact_type_call_arrived && after->state == call_state_talking;
    if (after->agent && (dialled || met)) {
        struct row_agent_day day = agent_day_of(txn, fact->at_ms, after->agent);
        day.dialled += dialled;
        day.met += met;
        table_put(txn, TABLE_agent_day, &day);
    }
    if (after->state == call_state_asking && after->second && !before->second) {
        struct row_agent_day day = agent_day_of(txn, fact->at_ms, after->second);
        day.consulted++;
        table_put(txn, TABLE_agent_day, &day);
    }
}
