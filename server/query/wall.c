/* The live figures: from the rows that apply() counts, never by walking calls or tickets. */
#include "server/core/hours.h"
#include "server/core/surge.h"
#include "server/core/tally_calls.h"
#include "server/core/wait.h"
#include "server/query/answer.h"

enum { MINUTE_MS = 60 * 1000, HOUR_MINUTES = 60 };
/* Of texts that stand in lists of their own the summary, which goes out all the time, has this
 * much.
 */
enum { HEAD_BYTES = 240 };
enum { ALERTS_COUNTED = 100 };

/* Of the callers who wait, the one who came first: of each priority only the head is looked at. */
static uint64_t queue_oldest(const struct query *query, const struct row_queue *queue)
{
    uint64_t oldest_ms = 0;
    for (uint64_t priority = call_priority_emergency; priority <= call_priority_low; priority++) {
        struct row_call call = {.wait_queue = queue->queue, .priority = priority};
        if (queue->waiting == 0 || !index_find(query->txn, INDEX_call_by_queue, 2, &call)) continue;
        if (!oldest_ms || call.arrived_ms < oldest_ms) oldest_ms = call.arrived_ms;
    }
    return oldest_ms;
}

/* Those who can serve a queue, and how long one who came now would wait; docs/queues.md. */
static void queue_staff(const struct query *query, const struct row_queue *row,
                        struct rec_queue_item *item)
{
    struct row_crew crew;
    struct row_line line;
    if (crew_get(query->txn, row->skill, &crew)) {
        item->at_work = crew.at_work;
        item->ready = crew.ready;
    }
    item->expected_s = wait_expected_s(query->txn, row, row->standing + 1);
    item->closed = row->own && line_get(query->txn, row->own, &line) &&
                   line_opens_ms(query->txn, &line, query->now_ms) != 0;
}

static void queue_today_fill(const struct query *query, uint64_t queue, struct rec_queue_item *item)
{
    struct row_queue_day day = {.day_ms = tally_day(query->txn, query->now_ms), .queue = queue};
    table_get(query->txn, TABLE_queue_day, &day);
    item->offered = day.offered;
    item->answered = day.answered;
    item->abandoned = day.abandoned;
    item->called_back = day.called_back;
    item->in_target = day.in_target;
    item->passed = day.passed;
}

static void queues_fill(const struct query *query, struct rec_wall *wall)
{
    struct page page;
    page_begin(&page, query, answer_desc(request_wall_show), "queues", 0, PAGE_BYTES);
    struct row_queue row = {0};
    struct cursor cursor;
    cursor_table(&cursor, query->txn, TABLE_queue, 0, &row, false, false);
    while (cursor_next(&cursor, &row)) {
        if (row.retired && row.waiting == 0) continue;
        struct rec_queue_item item = {
            .line = row.code,
            .name = queue_name(query, row.queue),
            .waiting = row.waiting,
            .callbacks = row.callbacks,
        };
        item.oldest_ms = queue_oldest(query, &row);
        queue_staff(query, &row, &item);
        queue_today_fill(query, row.queue, &item);
        if (!page_add(&page, &item)) break;
    }
    wall->queues = page_rows(&page);
}

struct row_minute query_sums_before(const struct query *query, uint64_t at_ms)
{
    struct row_minute row = {.start_ms = at_ms};
    struct cursor cursor;
    cursor_table(&cursor, query->txn, TABLE_minute, 0, &row, true, true);
    return cursor_next(&cursor, &row) ? row : (struct row_minute){.arrived = 0};
}

/* Also the minutes in which nothing happened. */
static void hour_fill(const struct query *query, struct rec_wall *wall)
{
    uint64_t now = query->now_ms - query->now_ms % MINUTE_MS;
    uint64_t first = HOUR_MINUTES - 1;
    struct row_minute before =
        query_sums_before(query, now > first * MINUTE_MS ? now - first * MINUTE_MS : 0);
    struct page page;
    page_begin(&page, query, answer_desc(request_wall_show), "hour", 0, PAGE_BYTES);
    for (uint64_t back = HOUR_MINUTES; back-- > 0;) {
        if (now <= back * MINUTE_MS) continue; /* before the first minute of all */
        struct row_minute row;
        uint64_t start_ms = now - back * MINUTE_MS;
        if (!minute_get(query->txn, start_ms, &row)) row = before;
        struct rec_minute_item item = {
            .start_ms = start_ms,
            .arrived = row.arrived - before.arrived,
            .answered = row.answered - before.answered,
            .in_target = row.in_target - before.in_target,
            .abandoned = row.abandoned - before.abandoned,
            .called_back = row.called_back - before.called_back,
            .closed = row.closed - before.closed,
            .blocked = row.blocked - before.blocked,
            .in_rings = row.in_rings - before.in_rings,
        };
        before = row;
        if (!page_add(&page, &item)) break;
    }
    wall->hour = page_rows(&page);
}

static void today_fill(const struct query *query, struct rec_wall *wall)
{
    struct row_minute before = query_sums_before(query, tally_day(query->txn, query->now_ms));
    struct row_minute now = query_sums_before(query, query->now_ms + 1);
    wall->arrived = now.arrived - before.arrived;
    wall->answered = now.answered - before.answered;
    wall->in_target = now.in_target - before.in_target;
    wall->abandoned = now.abandoned - before.abandoned;
    wall->called_back = now.called_back - before.called_back;
    wall->closed = now.closed - before.closed;
    wall->blocked = now.blocked - before.blocked;
    wall->in_rings = now.in_rings - before.in_rings;
}

/* Alerts that are not closed, and their posts that nobody acknowledged. */
static void alerts_fill(const struct query *query, struct rec_wall *wall)
{
    struct row_alert row = {.open = 1};
    struct cursor cursor;
    cursor_index(&cursor, query->txn, INDEX_alert_by_open, 1, &row, false, false);
    while (wall->alerts < ALERTS_COUNTED && cursor_next(&cursor, &row)) {
        wall->alerts++;
        wall->unanswered += row.unanswered;
    }
}

static void bursts_fill(const struct query *query, struct rec_wall *wall)
{
    struct page page;
    page_begin(&page, query, answer_desc(request_wall_show), "bursts", 0, PAGE_BYTES);
    struct row_burst row = {.burst = UINT64_MAX};
    struct cursor cursor;
    cursor_index(&cursor, query->txn, INDEX_burst_by_live, 0, &row, false, true);
    while (cursor_next(&cursor, &row)) {
        struct rec_burst_item item;
        burst_item_fill(query, &row, &item);
        item.answer = text_cut(query, item.answer, HEAD_BYTES);
        if (!page_add(&page, &item)) break;
    }
    wall->bursts = page_rows(&page);
}

static void notices_fill(const struct query *query, struct rec_wall *wall)
{
    struct page page;
    page_begin(&page, query, answer_desc(request_wall_show), "notices", 0, PAGE_BYTES);
    struct row_notice row = {.live = 1};
    struct cursor cursor;
    cursor_index(&cursor, query->txn, INDEX_notice_by_live, 1, &row, false, true);
    while (cursor_next(&cursor, &row)) {
        struct rec_notice_item item;
        notice_item_fill(query, &row, &item);
        item.body = text_cut(query, item.body, HEAD_BYTES);
        if (!page_add(&page, &item)) break;
    }
    wall->notices = page_rows(&page);
}

void query_wall(struct query *query, struct rec_wall *wall)
{
    *wall = (struct rec_wall){
        .now_ms = query->now_ms,
        .head = journal_head(query->txn),
        .open = tally_open(query),
        .overdue = tally_overdue(query),
        .callbacks = tally_callbacks(query),
        .target_s = query->settings->answer_target_s,
        .surge = surge_on(query->txn),
    };
    queues_fill(query, wall);
    hour_fill(query, wall);
    today_fill(query, wall);
    alerts_fill(query, wall);
    bursts_fill(query, wall);
    notices_fill(query, wall);
    /* The agents come last and get what is left of the message. */
    const struct message *desc = answer_desc(request_wall_show);
    size_t used = record_bytes(desc, wall);
    struct page page;
    page_begin(&page, query, desc, "agents", 0, used < PAGE_BYTES ? PAGE_BYTES - used : 0);
    agents_page(query, &page, 0, &wall->talking, &wall->signed_in);
    wall->agents = page_rows(&page);
}

enum reject answer_wall_show(struct query *query, const struct req_wall_show *ask,
                             struct rec_wall *answer, struct fault *fault)
{
    (void)ask;
    (void)fault;
    query_wall(query, answer);
    return REJECT_OK;
}
