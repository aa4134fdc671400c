/* Calls of queues and agents over some days, and by half-hours (R66, R67, R82): from the rows that
 * apply() counts, never by walking calls. Definitions: docs/figures.md. */
#include "server/core/tally_calls.h"
#include "server/query/answer.h"

#define DAY_MS UINT64_C(86400000)

/* Whole days: from that of from_ms to that before until_ms; to the present by default. */
struct period {
    uint64_t first_ms, until_ms;
    bool now; /* the present lies in it */
};

static enum reject period_asked(const struct query *query, uint64_t from_ms, uint64_t until_ms,
                                struct period *period, struct fault *fault)
{
    uint64_t from = from_ms ? from_ms : query->now_ms;
    period->first_ms = tally_day(query->txn, from);
    period->until_ms = until_ms ? tally_day(query->txn, until_ms - 1) + DAY_MS : UINT64_MAX;
    period->now = period->until_ms > query->now_ms && period->first_ms <= query->now_ms;
    return until_ms && until_ms <= from ? refuse(fault, REJECT_BAD_FIELD, "until_ms") : REJECT_OK;
}

/* ---- queues ---- */

/* The sums, which have the same names in the row and in the answer. */
#define QUEUE_SUMS(X)                                                                              \
    X(arrived)                                                                                     \
    X(offered)                                                                                     \
    X(answered)                                                                                    \
    X(answered_first)                                                                              \
    X(in_target)                                                                                   \
    X(in_rings)                                                                                    \
    X(abandoned)                                                                                   \
    X(called_back)                                                                                 \
    X(passed)                                                                                      \
    X(wait_ms)                                                                                     \
    X(wait_abandoned_ms)                                                                           \
    X(promised)                                                                                    \
    X(reached)                                                                                     \
    X(unreached)                                                                                   \
    X(withdrawn)                                                                                   \
    X(talk_ms)                                                                                     \
    X(lapsed)

/* False: nothing happened in it. */
static bool queue_sum(const struct query *query, const struct period *period, uint64_t queue,
                      struct rec_queue_figure *item)
{
    struct row_queue_day day = {.day_ms = period->first_ms};
    struct cursor cursor;
    bool any = false;
    cursor_table(&cursor, query->txn, TABLE_queue_day, 0, &day, true, false);
    while (cursor_next(&cursor, &day) && day.day_ms < period->until_ms) {
        if (day.queue != queue) continue;
        any = true;
#define X(sum) item->sum += day.sum;
        QUEUE_SUMS(X)
#undef X
        if (day.wait_most_ms > item->wait_most_ms) item->wait_most_ms = day.wait_most_ms;
    }
    return any;
}

static bool queue_fill(const struct query *query, const struct period *period,
                       const struct row_queue *queue, struct rec_queue_figure *item)
{
    *item =
        (struct rec_queue_figure){.queue = queue->code, .name = queue_name(query, queue->queue)};
    if (period->now) {
        item->waiting = queue->stays;
        item->open_callbacks = queue->promises;
    }
    return queue_sum(query, period, queue->queue, item) || !queue->retired || queue->stays;
}

static void centre_fill(const struct query *query, const struct period *period,
                        struct rec_queue_figures *answer)
{
    struct row_minute before = query_sums_before(query, period->first_ms);
    struct row_minute last = query_sums_before(query, period->until_ms);
    answer->arrived = last.arrived - before.arrived;
    answer->answered = last.answered - before.answered;
    answer->in_target = last.in_target - before.in_target;
    answer->in_rings = last.in_rings - before.in_rings;
    answer->abandoned = last.abandoned - before.abandoned;
    answer->called_back = last.called_back - before.called_back;
    answer->closed = last.closed - before.closed;
    answer->blocked = last.blocked - before.blocked;
    struct row_centre_day day = {.day_ms = period->first_ms ? period->first_ms - 1 : 0};
    struct cursor cursor;
    cursor_table(&cursor, query->txn, TABLE_centre_day, 0, &day, day.day_ms != 0, false);
    while (cursor_next(&cursor, &day) && day.day_ms < period->until_ms) {
        answer->entered += day.entered;
        answer->outgoing += day.outgoing;
        answer->outgoing_reached += day.outgoing_reached;
        answer->met += day.met;
    }
}

/* Queues by their ids; the cursor is the last one's id. */
enum reject answer_queue_figures(struct query *query, const struct req_queue_figures *ask,
                                 struct rec_queue_figures *answer, struct fault *fault)
{
    struct period period;
    enum reject reject = period_asked(query, ask->from_ms, ask->until_ms, &period, fault);
    if (reject) return reject;
    centre_fill(query, &period, answer);
    struct page page;
    page_begin(&page, query, answer_desc(request_queue_figures), "rows", ask->most,
               PAGE_BYTES - record_bytes(answer_desc(request_queue_figures), answer));
    struct row_queue queue = {.queue = ask->after};
    struct rec_queue_figure item;
    struct cursor cursor;
    uint64_t last = ask->after;
    cursor_table(&cursor, query->txn, TABLE_queue, 0, &queue, ask->after != 0, false);
    while (cursor_next(&cursor, &queue)) {
        if (!queue_fill(query, &period, &queue, &item)) continue;
        if (!page_add(&page, &item)) {
            answer->next = last;
            break;
        }
        last = queue.queue;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}

/* ---- agents ---- */

#define AGENT_COUNTS(X)                                                                            \
    X(offered)                                                                                     \
    X(answered)                                                                                    \
    X(missed)                                                                                      \
    X(gone)                                                                                        \
    X(transferred)                                                                                 \
    X(ended)                                                                                       \
    X(dialled)                                                                                     \
    X(met)                                                                                         \
    X(consulted)

#define AGENT_TIMES(X)                                                                             \
    X(ready_ms)                                                                                    \
    X(talk_ms)                                                                                     \
    X(hold_ms)                                                                                     \
    X(wrap_ms)                                                                                     \
    X(break_ms)                                                                                    \
    X(ring_ms)                                                                                     \
    X(silent_ms)                                                                                   \
    X(missed_ms)

/* The state that lasts is counted when it ends: what has passed of it is added here. */
static void state_add(const struct query *query, const struct period *period,
                      const struct row_agent *agent, struct row_agent_day *sum)
{
    uint64_t from = agent->since_ms > period->first_ms ? agent->since_ms : period->first_ms;
    uint64_t until = query->now_ms < period->until_ms ? query->now_ms : period->until_ms;
    uint64_t *time = agent_day_time(sum, agent->state);
    if (time && from < until) *time += until - from;
}

static bool agent_sum(const struct query *query, const struct period *period,
                      const struct row_agent *agent, struct rec_agent_figure *item)
{
    struct row_agent_day day = {.day_ms = period->first_ms}, sum = {0};
    struct cursor cursor;
    bool any = agent->state != agent_state_out;
    cursor_table(&cursor, query->txn, TABLE_agent_day, 0, &day, true, false);
    while (cursor_next(&cursor, &day) && day.day_ms < period->until_ms) {
        if (day.person != agent->person) continue;
        any = true;
#define X(column) sum.column += day.column;
        AGENT_COUNTS(X)
        AGENT_TIMES(X)
#undef X
    }
    state_add(query, period, agent, &sum);
    *item = (struct rec_agent_figure){.number = person_number(query, agent->person),
                                      .name = person_name(query, agent->person)};
#define X(column) item->column = sum.column;
    AGENT_COUNTS(X)
    AGENT_TIMES(X)
#undef X
    return any;
}

/* People by their ids; the cursor is the last one's id. */
enum reject answer_agent_figures(struct query *query, const struct req_agent_figures *ask,
                                 struct rec_agent_figures *answer, struct fault *fault)
{
    struct period period;
    enum reject reject = period_asked(query, ask->from_ms, ask->until_ms, &period, fault);
    if (reject) return reject;
    struct page page;
    page_begin(&page, query, answer_desc(request_agent_figures), "rows", ask->most, PAGE_BYTES);
    struct row_agent agent = {.person = ask->after};
    struct rec_agent_figure item;
    struct cursor cursor;
    uint64_t last = ask->after;
    cursor_table(&cursor, query->txn, TABLE_agent, 0, &agent, ask->after != 0, false);
    while (cursor_next(&cursor, &agent)) {
        if (!agent_sum(query, &period, &agent, &item)) continue;
        if (!page_add(&page, &item)) {
            answer->next = last;
            break;
        }
        last = agent.person;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}

/* ---- half-hours ---- */

/* Only those in which something happened; the cursor is the last one's start. */
enum reject answer_volume_show(struct query *query, const struct req_volume_show *ask,
                               struct rec_volume *answer, struct fault *fault)
{
    if (ask->until_ms <= ask->from_ms) return refuse(fault, REJECT_BAD_FIELD, "until_ms");
    struct page page;
    page_begin(&page, query, answer_desc(request_volume_show), "rows", ask->most, PAGE_BYTES);
    uint64_t last = ask->after >= ask->from_ms ? ask->after : ask->from_ms ? ask->from_ms - 1 : 0;
    struct row_half half = {.start_ms = last};
    struct cursor cursor;
    cursor_table(&cursor, query->txn, TABLE_half, 0, &half, last != 0, false);
    while (cursor_next(&cursor, &half) && half.start_ms < ask->until_ms) {
        const struct rec_volume_item item = {
            .start_ms = half.start_ms,
            .arrived = half.arrived,
            .answered = half.answered,
            .abandoned = half.abandoned,
            .called_back = half.called_back,
            .talk_ms = half.talk_ms,
            .wrap_ms = half.wrap_ms,
            .finished = half.finished,
        };
        if (!page_add(&page, &item)) {
            answer->next = last;
            break;
        }
        last = half.start_ms;
    }
    answer->rows = page_rows(&page);
    return page_reject(&page);
}
