/* What calls count as, in minutes, half-hours, days of queues and of the centre. */
#include "server/core/calendar.h"
#include "server/core/keep.h"
#include "server/core/tally_calls.h"

enum { MINUTE_MS = 60000, HALF_MS = 30 * MINUTE_MS, ZONE_DEFAULT_MIN = 8 * 60 };

#define DAY_MS UINT64_C(86400000)

/* ---- the rows of an instant ---- */

uint64_t tally_day(struct txn *txn, uint64_t at_ms)
{
    struct row_calendar calendar;
    int64_t zone_min = ZONE_DEFAULT_MIN;
    if (calendar_get(txn, 1, &calendar) && calendar.loading)
        zone_min = (int64_t)calendar.zone_min - CALENDAR_ZONE_BASE;
    int64_t zone_ms = zone_min * MINUTE_MS;
    int64_t local = (int64_t)at_ms + zone_ms;
    int64_t start = local - local % (int64_t)DAY_MS - zone_ms;
    return start > 0 ? (uint64_t)start : 0;
}

uint64_t tally_half(uint64_t at_ms)
{
    return at_ms - at_ms % HALF_MS;
}

/* The fact's minute, which is the last one: it starts with the sums of the one before. */
static struct row_minute minute_of(struct txn *txn, const struct fact *fact)
{
    struct row_minute minute;
    struct cursor cursor;
    uint64_t start_ms = fact->at_ms - fact->at_ms % MINUTE_MS;
    if (minute_get(txn, start_ms, &minute)) return minute;
    cursor_table(&cursor, txn, TABLE_minute, 0, &minute, true, true);
    if (!cursor_next(&cursor, &minute)) minute = (struct row_minute){.arrived = 0};
    minute.start_ms = start_ms;
    return minute;
}

static struct row_half half_of(struct txn *txn, const struct fact *fact)
{
    struct row_half half = {.start_ms = tally_half(fact->at_ms)};
    table_get(txn, TABLE_half, &half);
    return half;
}

static struct row_queue_day queue_day_of(struct txn *txn, const struct fact *fact, uint64_t queue)
{
    struct row_queue_day day = {.day_ms = tally_day(txn, fact->at_ms), .queue = queue};
    table_get(txn, TABLE_queue_day, &day);
    return day;
}

/* ---- a call as a whole ---- */

struct moved {
    const struct fact *fact;
    const struct row_call *before, *after;
    bool arrives;
    enum call_event decided; /* what it counts as, when this fact decided it */
};

static const struct fact_call_answered *answer_of(const struct moved *moved)
{
    bool answered = moved->fact->type == fact_type_call_answered;
    return answered ? &moved->fact->body.call_answered : NULL;
}

static void count_minute(struct txn *txn, const struct moved *moved)
{
    enum call_event decided = moved->decided;
    const struct fact_call_answered *answer = answer_of(moved);
    bool outside = decided == call_event_enter || decided == call_event_dial;
    if (outside || (!moved->arrives && decided == call_event_none)) return;
    bool met = decided == call_event_meet, answered = decided == call_event_answer;
    struct row_minute minute = minute_of(txn, moved->fact);
    minute.arrived += moved->arrives;
    minute.answered += met || answered;
    minute.in_target += met || (answered && answer && answer->in_target);
    minute.in_rings += met || (answered && answer && answer->in_rings);
    minute.abandoned += decided == call_event_hang_up;
    minute.called_back += decided == call_event_promise;
    minute.closed += decided == call_event_shut || decided == call_event_turn_away;
    minute.blocked += decided == call_event_block;
    minute_put(txn, &minute);
}

/* An agent has the caller, or had and the next one does not yet. */
static bool in_talk(const struct row_call *call)
{
    return call->state == call_state_talking || call->state == call_state_conference ||
           call->state == call_state_joining || call_state_on_hold(call->state);
}

/* The talk that this fact ends: from the last answer, time on hold included. The second agent who
 * stays with the caller begins a talk of their own, as one who answers does. */
static uint64_t talk_over_ms(const struct moved *moved)
{
    const struct row_call *before = moved->before, *after = moved->after;
    bool goes_on = in_talk(after) && after->answered_ms == before->answered_ms;
    if (!in_talk(before) || goes_on) return 0;
    return moved->fact->at_ms - before->answered_ms;
}

static bool is_over(const struct moved *moved)
{
    return !moved->arrives && moved->before->live && !moved->after->live &&
           moved->after->first_answered_ms != 0;
}

static void count_half(struct txn *txn, const struct moved *moved)
{
    if (moved->after->dialled) return;
    enum call_event decided = moved->decided;
    bool taken = decided == call_event_meet || decided == call_event_none;
    struct row_half half = half_of(txn, moved->fact), same = half;
    half.arrived += moved->arrives && taken;
    half.answered += decided == call_event_meet || decided == call_event_answer;
    half.abandoned += decided == call_event_hang_up;
    half.called_back += decided == call_event_promise;
    half.finished += is_over(moved);
    half.talk_ms += talk_over_ms(moved);
    if (memcmp(&half, &same, sizeof half) != 0) half_put(txn, &half);
}

static void count_centre(struct txn *txn, const struct moved *moved)
{
    enum call_event decided = moved->decided;
    const struct row_call *before = moved->before, *after = moved->after;
    bool reached =
        after->dialled && before->state == call_state_dialing && after->state == call_state_talking;
    bool own =
        decided == call_event_enter || decided == call_event_dial || decided == call_event_meet;
    if (!own && !reached) return;
    struct row_centre_day day = {.day_ms = tally_day(txn, moved->fact->at_ms)};
    table_get(txn, TABLE_centre_day, &day);
    day.entered += decided == call_event_enter;
    day.outgoing += decided == call_event_dial;
    day.outgoing_reached += reached;
    day.met += decided == call_event_meet;
    centre_day_put(txn, &day);
}

/* ---- its stays in queues ---- */

static void count_answer(struct row_queue_day *day, const struct moved *moved, uint64_t stay_ms)
{
    const struct fact_call_answered *answer = answer_of(moved);
    bool first = moved->decided == call_event_answer;
    day->answered++;
    day->answered_first += first;
    day->in_target += first && answer && answer->in_target;
    day->in_rings += first && answer && answer->in_rings;
    day->wait_ms += stay_ms;
    if (stay_ms > day->wait_most_ms) day->wait_most_ms = stay_ms;
}

static void count_stay_end(struct txn *txn, const struct moved *moved)
{
    const struct row_call *before = moved->before, *after = moved->after;
    struct row_queue_day day = queue_day_of(txn, moved->fact, before->stay);
    uint64_t stay_ms = moved->fact->at_ms - before->entered_ms;
    if (after->state == call_state_talking) {
        count_answer(&day, moved, stay_ms);
    } else if (after->state == call_state_callback) {
        day.called_back++;
    } else if (after->stay) {
        day.passed++;
    } else {
        day.abandoned++;
        day.wait_abandoned_ms += stay_ms;
    }
    table_put(txn, TABLE_queue_day, &day);
}

/* It rang and was not answered in time; also when it goes back to who had passed it on. */
static bool offer_lapsed(const struct moved *moved)
{
    uint64_t rang = moved->before->state, type = moved->fact->type;
    return (rang == call_state_offered || rang == call_state_recalled) &&
           (type == fact_type_call_lapsed || type == fact_type_call_given_back);
}

static void count_stays(struct txn *txn, const struct moved *moved)
{
    const struct row_call *before = moved->before, *after = moved->after;
    if (before->stay != after->stay) {
        if (before->stay) count_stay_end(txn, moved);
        if (after->stay) {
            struct row_queue_day day = queue_day_of(txn, moved->fact, after->stay);
            day.offered++;
            day.arrived += moved->arrives;
            table_put(txn, TABLE_queue_day, &day);
        }
    }
    uint64_t talk_ms = after->dialled ? 0 : talk_over_ms(moved);
    bool lapsed = offer_lapsed(moved);
    if (!talk_ms && !lapsed) return;
    struct row_queue_day day = queue_day_of(txn, moved->fact, before->queue);
    day.talk_ms += talk_ms;
    day.lapsed += lapsed;
    table_put(txn, TABLE_queue_day, &day);
}

static void count_promise(struct txn *txn, const struct moved *moved)
{
    const struct row_call *before = moved->before, *after = moved->after;
    if (before->promise == after->promise) return;
    uint64_t queue = after->promise ? after->promise : before->promise;
    struct row_queue_day day = queue_day_of(txn, moved->fact, queue);
    if (after->promise)
        day.promised++;
    else if (after->state == call_state_talking)
        day.reached++;
    else if (after->state == call_state_unreached)
        day.unreached++;
    else
        day.withdrawn++;
    table_put(txn, TABLE_queue_day, &day);
}

/* ---- around the appliers ---- */

static uint64_t call_of_fact(const struct fact *fact)
{
    static const struct {
        enum fact_type type;
        size_t offset;
    } calls[] = {
#define CALL(name) {fact_type_##name, offsetof(struct fact_##name, call)}
        CALL(call_arrived),    CALL(call_offered), CALL(call_answered),    CALL(call_lapsed),
        CALL(call_abandoned),  CALL(call_ended),   CALL(call_transferred), CALL(call_requeued),
        CALL(call_given_back), CALL(call_moved),
#undef CALL
    };
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        uint64_t call;
        if (calls[i].type != fact->type) continue;
        memcpy(&call, (const char *)&fact->body + calls[i].offset, sizeof call);
        return call;
    }
    return 0;
}

static uint64_t agent_of_fact(const struct fact *fact)
{
    return fact->type == fact_type_agent_moved ? fact->body.agent_moved.person : 0;
}

void tally_before(struct tally *tally, struct txn *txn, const struct fact *fact)
{
    uint64_t call = call_of_fact(fact), person = agent_of_fact(fact);
    if (!call || !call_get(txn, call, &tally->call)) tally->call = (struct row_call){.call = call};
    if (!person || !agent_get(txn, person, &tally->agent))
        tally->agent = (struct row_agent){.person = person};
}

void tally_after(const struct tally *tally, struct txn *txn, const struct fact *fact)
{
    struct row_call call;
    struct row_agent agent;
    if (tally->agent.person && agent_get(txn, tally->agent.person, &agent))
        count_agent(txn, fact, &tally->agent, &agent);
    if (!tally->call.call || !call_get(txn, tally->call.call, &call)) return;
    struct moved moved = {.fact = fact, .before = &tally->call, .after = &call};
    moved.arrives = fact->type == fact_type_call_arrived;
    if (call.counted != tally->call.counted) moved.decided = (enum call_event)call.counted;
    count_minute(txn, &moved);
    count_half(txn, &moved);
    count_centre(txn, &moved);
    count_stays(txn, &moved);
    count_promise(txn, &moved);
    count_call_agents(txn, fact, &tally->call, &call);
}
