/* What the facts about surge mode, areas, bursts and notices do to the tables. */
#include "server/core/keep.h"
#include "server/core/surge.h"

/* The skills of everybody who has one that counts in surge mode only: taken away and put back
 * around the turn, as they count by what the row says. */
static void lent_follow(struct txn *txn, void (*follow)(struct txn *txn, uint64_t person))
{
    struct row_mastery row = {.surge = 1};
    struct cursor cursor;
    cursor_index(&cursor, txn, INDEX_mastery_by_surge, 1, &row, false, false);
    for (uint64_t last = 0; cursor_next(&cursor, &row); last = row.person)
        if (row.person != last) follow(txn, row.person);
}

/* Who is wrapping up has the new limit from when they began, but never one that is over. */
static void wraps_follow(struct txn *txn, uint64_t at_ms, uint64_t wrap_s)
{
    struct row_agent agent = {0};
    struct cursor cursor;
    cursor_table(&cursor, txn, TABLE_agent, 0, &agent, false, false);
    while (cursor_next(&cursor, &agent)) {
        if (agent.state != agent_state_wrapping) continue;
        uint64_t limit_ms = wrap_s ? agent.since_ms + wrap_s * 1000 : 0;
        agent.limit_ms = limit_ms && limit_ms < at_ms ? at_ms : limit_ms;
        agent_keep(txn, &agent, at_ms);
    }
}

static void surge_keep(struct txn *txn, uint64_t was_due_ms, const struct row_surge *row)
{
    uint64_t due_ms = surge_due_ms(row);
    if (was_due_ms != due_ms && was_due_ms)
        timer_clear(txn, was_due_ms, timer_kind_surge, SURGE_ROW);
    if (was_due_ms != due_ms && due_ms) timer_set(txn, due_ms, timer_kind_surge, SURGE_ROW);
    surge_put(txn, row);
}

void apply_surge_moved(struct txn *txn, const struct fact *fact,
                       const struct fact_surge_moved *body)
{
    struct row_surge row;
    surge_get(txn, SURGE_ROW, &row);
    uint64_t was_due_ms = surge_due_ms(&row);
    bool turns = row.on != body->on;
    if (turns) lent_follow(txn, agent_skills_off);
    row.on = body->on;
    row.by = body->by;
    row.until_ms = body->until_ms;
    row.next_ms = body->next_ms;
    row.away_ms = 0;
    row.queue = body->queue;
    row.waiting = body->waiting;
    row.reason_seq = body->reason.n ? fact->seq : 0;
    if (turns) row.since_ms = row.on ? fact->at_ms : 0;
    surge_keep(txn, was_due_ms, &row);
    if (!turns) return;
    lent_follow(txn, agent_skills_on);
    wraps_follow(txn, fact->at_ms, body->wrap_s);
}

void apply_surge_looked(struct txn *txn, const struct fact *fact,
                        const struct fact_surge_looked *body)
{
    (void)fact;
    struct row_surge row;
    surge_get(txn, SURGE_ROW, &row);
    uint64_t was_due_ms = surge_due_ms(&row);
    row.next_ms = body->next_ms;
    row.away_ms = body->away_ms;
    if (!row.on) row.by = surge_by_rule;
    surge_keep(txn, was_due_ms, &row);
}

void apply_area_put(struct txn *txn, const struct fact *fact, const struct fact_area_put *body)
{
    struct row_area row;
    area_get(txn, body->area, &row);
    row.code = body->code;
    row.parent = body->parent;
    row.retired = body->change == change_retired;
    row.version++;
    seq_keep(&row.name_seq, fact, body->name);
    area_put(txn, &row);
    counter_use(txn, object_area, body->area);
}

static void burst_keep(struct txn *txn, uint64_t was_quiet_ms, struct row_burst *row)
{
    bool live = row->state == burst_state_live;
    row->live = live ? row->subject : 0;
    if (was_quiet_ms) timer_clear(txn, was_quiet_ms, timer_kind_burst, row->burst);
    if (live) timer_set(txn, row->quiet_ms, timer_kind_burst, row->burst);
    burst_put(txn, row);
}

void apply_burst_seen(struct txn *txn, const struct fact *fact, const struct fact_burst_seen *body)
{
    struct row_burst row = {
        .burst = body->burst,
        .subject = body->of_subject,
        .area = body->area,
        .state = burst_state_live,
        .n = body->n,
        .since_ms = fact->at_ms,
        .last_ms = fact->at_ms,
        .quiet_ms = body->quiet_ms,
    };
    burst_keep(txn, 0, &row);
    counter_use(txn, object_burst, body->burst);
}

void apply_burst_moved(struct txn *txn, const struct fact *fact,
                       const struct fact_burst_moved *body)
{
    struct row_burst row;
    bool there = burst_get(txn, body->burst, &row);
    ASSERT(there && row.state == burst_state_live);
    uint64_t was_quiet_ms = row.quiet_ms;
    if (body->n > row.n) row.last_ms = fact->at_ms;
    row.state = body->state;
    row.n = body->n;
    row.quiet_ms = body->quiet_ms;
    row.article = body->article;
    seq_keep(&row.answer_seq, fact, body->answer);
    burst_keep(txn, was_quiet_ms, &row);
}

void apply_notice_put(struct txn *txn, const struct fact *fact, const struct fact_notice_put *body)
{
    struct row_notice row;
    notice_get(txn, body->notice, &row);
    if (row.live && row.until_ms) timer_clear(txn, row.until_ms, timer_kind_notice, body->notice);
    row.live = body->change != change_retired;
    row.until_ms = body->until_ms;
    row.outage = body->outage;
    if (body->change == change_added) row.since_ms = fact->at_ms;
    seq_keep(&row.body_seq, fact, body->body);
    if (row.live && row.until_ms) timer_set(txn, row.until_ms, timer_kind_notice, body->notice);
    notice_put(txn, &row);
    counter_use(txn, object_notice, body->notice);
}
