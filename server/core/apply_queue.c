/* What the facts about skills, queues and opening hours do to the tables. */
#include "server/core/hours.h"
#include "server/core/keep.h"
#include "server/core/queue.h"

void apply_skill_put(struct txn *txn, const struct fact *fact, const struct fact_skill_put *body)
{
    struct row_skill row;
    skill_get(txn, body->skill, &row);
    row.code = body->code;
    row.retired = body->change == change_retired;
    row.version++;
    seq_keep(&row.name_seq, fact, body->name);
    skill_put(txn, &row);
    counter_use(txn, object_skill, body->skill);
}

/* A loan stands over what was there before and gives it back; giving or taking ends it. */
void apply_skill_given(struct txn *txn, const struct fact *fact,
                       const struct fact_skill_given *body)
{
    (void)fact;
    struct row_mastery old = {.person = body->person, .skill = body->skill};
    if (!table_get(txn, TABLE_mastery, &old))
        old = (struct row_mastery){.person = body->person, .skill = body->skill};
    struct row_mastery row = {.person = body->person,
                              .skill = body->skill,
                              .level = body->level,
                              .surge = body->surge,
                              .borrowed = body->borrowed,
                              .until_ms = body->until_ms};
    if (row.borrowed) {
        row.own_level = old.borrowed ? old.own_level : old.level;
        row.own_surge = old.borrowed ? old.own_surge : old.surge;
    }
    agent_skills_off(txn, body->person);
    uint64_t object = borrow_object(body->person, body->skill);
    if (old.until_ms) timer_clear(txn, old.until_ms, timer_kind_borrow, object);
    if (row.until_ms) timer_set(txn, row.until_ms, timer_kind_borrow, object);
    if (row.level)
        table_put(txn, TABLE_mastery, &row);
    else
        table_delete(txn, TABLE_mastery, &row);
    agent_skills_on(txn, body->person);
}

void apply_queue_put(struct txn *txn, const struct fact *fact, const struct fact_queue_put *body)
{
    struct row_queue row;
    queue_get(txn, body->queue, &row);
    row.code = body->code;
    row.retired = body->change == change_retired;
    row.version++;
    row.skill = body->skill;
    row.level = body->level;
    row.relax_s = body->relax_s;
    row.priority = body->priority;
    row.overflow = body->overflow;
    row.overflow_s = body->overflow_s;
    row.offer_s = body->offer_s;
    row.most_s = body->most_s;
    seq_keep(&row.name_seq, fact, body->name);
    queue_put(txn, &row);
    counter_use(txn, object_line, body->queue);
}

enum { HANDLED_MEAN = 50 }; /* the mean moves with the last calls */

void queue_handled(struct txn *txn, const struct row_agent *before, uint64_t at_ms)
{
    struct row_call call;
    struct row_queue queue;
    if (before->state != agent_state_wrapping || !call_get(txn, before->call, &call) ||
        call.ended_ms == 0 || call.dialled || call.agent != before->person ||
        call.answered_ms == 0 || !queue_get(txn, call.queue, &queue))
        return;
    uint64_t weight = queue.handled < HANDLED_MEAN ? queue.handled : HANDLED_MEAN - 1;
    queue.handle_ms = (queue.handle_ms * weight + at_ms - call.answered_ms) / (weight + 1);
    queue.handled++;
    queue_put(txn, &queue);
}

void apply_line_hours_set(struct txn *txn, const struct fact *fact,
                          const struct fact_line_hours_set *body)
{
    struct row_line row;
    struct line_hours hours;
    bool read = line_hours_read(body->hours, &hours) && line_get(txn, body->line, &row);
    ASSERT(read);
    row.hours_seq = hours.always ? 0 : fact->seq;
    line_hours_put(txn, body->line, &hours);
    line_put(txn, &row);
}

void apply_line_extended(struct txn *txn, const struct fact *fact,
                         const struct fact_line_extended *body)
{
    (void)fact;
    struct row_line row;
    bool there = line_get(txn, body->line, &row);
    ASSERT(there);
    row.extend_from_ms = body->from_ms;
    row.extend_until_ms = body->until_ms;
    line_put(txn, &row);
}
