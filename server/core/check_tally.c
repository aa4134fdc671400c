/* Invariants of what is counted: no call falls between two columns. */
#include <inttypes.h>

#include "server/core/check.h"
#include "server/core/keep.h"

static void queue_counts_its_stays(struct check *check, const union any_row *row)
{
    const struct row_queue *queue = &row->queue;
    struct row_call call = {.live = 1};
    struct row_queue has = {0};
    struct cursor cursor;
    cursor_index(&cursor, check->txn, INDEX_call_by_live, 1, &call, false, false);
    while (cursor_next(&cursor, &call)) {
        has.stays += call.stay == queue->queue;
        has.promises += call.promise == queue->queue;
    }
    if (has.stays != queue->stays || has.promises != queue->promises) {
        check_fault(check,
                    "queue %" PRIu64 " counts %" PRIu64 " open stays and %" PRIu64
                    " promises and has %" PRIu64 " and %" PRIu64,
                    queue->queue, queue->stays, queue->promises, has.stays, has.promises);
    }
}

/* Every stay that began has ended in one way or is open; every promise likewise. */
static void queue_days_add_up(struct check *check, const union any_row *row)
{
    const struct row_queue *queue = &row->queue;
    struct row_queue_day day = {0};
    struct cursor cursor;
    uint64_t begun = 0, ended = queue->stays, promised = 0, kept = queue->promises;
    cursor_table(&cursor, check->txn, TABLE_queue_day, 0, &day, false, false);
    while (cursor_next(&cursor, &day)) {
        if (day.queue != queue->queue) continue;
        begun += day.offered;
        ended += day.answered + day.abandoned + day.called_back + day.passed;
        promised += day.promised;
        kept += day.reached + day.unreached + day.withdrawn;
    }
    if (begun != ended || promised != kept) {
        check_fault(check,
                    "queue %" PRIu64 " began %" PRIu64 " stays of which %" PRIu64
                    " ended or are open, and promised %" PRIu64 " callbacks of which %" PRIu64
                    " are made or open",
                    queue->queue, begun, ended, promised, kept);
    }
}

static void agent_days_add_up(struct check *check, const union any_row *row)
{
    const struct row_agent *agent = &row->agent;
    struct row_agent_day day = {0};
    struct cursor cursor;
    uint64_t offered = 0, ended = agent->state == agent_state_offered;
    cursor_table(&cursor, check->txn, TABLE_agent_day, 0, &day, false, false);
    while (cursor_next(&cursor, &day)) {
        if (day.person != agent->person) continue;
        offered += day.offered;
        ended += day.answered + day.missed + day.gone;
    }
    if (offered != ended) {
        check_fault(check,
                    "agent %" PRIu64 " was offered %" PRIu64 " calls of which %" PRIu64
                    " were answered, missed or gone, or ring",
                    agent->person, offered, ended);
    }
}

static void minutes_add_up(struct check *check, const union any_row *row)
{
    (void)row;
    const struct row_minute *sum = &check->minutes;
    const uint64_t *calls = check->counted;
    uint64_t met = calls[call_event_meet], answered = calls[call_event_answer] + met;
    uint64_t closed = calls[call_event_shut] + calls[call_event_turn_away];
    uint64_t offered =
        calls[call_event_none] + answered + calls[call_event_hang_up] + calls[call_event_promise];
    if (check->minutes_fall) check_fault(check, "a minute has smaller sums than the one before");
    if (sum->arrived != offered + closed + calls[call_event_block] || sum->answered != answered ||
        sum->abandoned != calls[call_event_hang_up] ||
        sum->called_back != calls[call_event_promise] || sum->closed != closed ||
        sum->blocked != calls[call_event_block] || sum->in_target > sum->answered ||
        sum->in_rings > sum->answered) {
        check_fault(check,
                    "the minutes count %" PRIu64 " arrived, %" PRIu64 " answered, %" PRIu64
                    " abandoned, %" PRIu64 " called back; the calls %" PRIu64 ", %" PRIu64
                    ", %" PRIu64 ", %" PRIu64,
                    sum->arrived, sum->answered, sum->abandoned, sum->called_back,
                    offered + closed + calls[call_event_block], answered, calls[call_event_hang_up],
                    calls[call_event_promise]);
    }
}

/* Minutes, half-hours, queues' days and the centre's days say the same. */
static void sums_agree(struct check *check, const union any_row *row)
{
    (void)row;
    const struct row_minute *sum = &check->minutes;
    const struct row_half *half = &check->halves;
    const struct row_queue_day *queues = &check->queue_days;
    uint64_t met = check->centre_days.met, offered = sum->arrived - sum->closed - sum->blocked;
    if (half->arrived != offered || half->answered != sum->answered ||
        half->abandoned != sum->abandoned || half->called_back != sum->called_back) {
        check_fault(check, "the half-hours count %" PRIu64 " calls, the minutes %" PRIu64,
                    half->arrived, offered);
    }
    if (queues->arrived + met != offered || queues->answered_first + met != sum->answered ||
        queues->in_target + met != sum->in_target || queues->in_rings + met != sum->in_rings) {
        check_fault(check,
                    "the queues count %" PRIu64 " calls and %" PRIu64
                    " first answers besides %" PRIu64 " taken at stations, the minutes %" PRIu64
                    " and %" PRIu64,
                    queues->arrived, queues->answered_first, met, offered, sum->answered);
    }
    if (check->centre_days.entered != check->counted[call_event_enter] ||
        check->centre_days.outgoing != check->counted[call_event_dial] ||
        met != check->counted[call_event_meet]) {
        check_fault(check,
                    "the centre's days and the calls differ in what did not come by a queue");
    }
}

const struct invariant check_tally_table[] = {
    {"queue_counts_its_stays", TABLE_queue, queue_counts_its_stays},
    {"queue_days_add_up", TABLE_queue, queue_days_add_up},
    {"agent_days_add_up", TABLE_agent, agent_days_add_up},
    {"minutes_add_up", TABLES, minutes_add_up},
    {"sums_agree", TABLES, sums_agree},
    {NULL, TABLES, NULL},
};
