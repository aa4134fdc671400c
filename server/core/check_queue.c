/* Invariants of queues, skills and opening hours: counts are what they count, and nobody waits
 * while somebody who can serve them is ready. */
#include <inttypes.h>

#include "server/core/check.h"
#include "server/core/keep.h"
#include "server/core/queue.h"

static void queue_counts_its_calls(struct check *check, const union any_row *row)
{
    const struct row_queue *queue = &row->queue;
    struct row_call call = {.live = 1};
    struct cursor cursor;
    uint64_t waiting = 0, callbacks = 0, standing = 0;
    cursor_index(&cursor, check->txn, INDEX_call_by_live, 1, &call, false, false);
    while (cursor_next(&cursor, &call)) {
        standing += call.wait_queue == queue->queue;
        if (call.queue != queue->queue) continue;
        waiting += call.state == call_state_waiting;
        callbacks += call.state == call_state_callback;
    }
    if (waiting != queue->waiting || callbacks != queue->callbacks || standing != queue->standing) {
        check_fault(check,
                    "queue %" PRIu64 " counts %" PRIu64 " waiting calls, %" PRIu64
                    " callbacks, %" PRIu64 " standing, and has %" PRIu64 ", %" PRIu64
                    " and %" PRIu64,
                    queue->queue, queue->waiting, queue->callbacks, queue->standing, waiting,
                    callbacks, standing);
    }
}

/* As far as routing looks. */
static void nobody_waits_for_nothing(struct check *check, const union any_row *row)
{
    const struct row_queue *queue = &row->queue;
    struct row_readiness agent = {.skill = queue->skill};
    struct row_call call = {.wait_queue = queue->queue};
    struct cursor cursor;
    cursor_table(&cursor, check->txn, TABLE_readiness, 1, &agent, false, false);
    if (!cursor_next(&cursor, &agent)) return;
    cursor_index(&cursor, check->txn, INDEX_call_by_queue, 1, &call, false, false);
    for (int looked = 0; looked < LIMIT_LOOK && cursor_next(&cursor, &call); looked++) {
        if (agent.level > call.level) continue;
        check_fault(check,
                    "call %" PRIu64 " waits and agent %" PRIu64 ", who can serve it, is ready",
                    call.call, agent.person);
        return;
    }
}

static void queue_is_of_its_line(struct check *check, const union any_row *row)
{
    const struct row_queue *queue = &row->queue;
    struct row_line line;
    bool there = line_get(check->txn, queue->queue, &line);
    if (there != (queue->own != 0) ||
        (there && (queue->own != queue->queue || queue->retired != line.retired ||
                   memcmp(&queue->code, &line.code, sizeof line.code) != 0))) {
        check_fault(check, "queue %" PRIu64 " and the line of this number differ", queue->queue);
    }
}

static void queue_rules_add_up(struct check *check, const union any_row *row)
{
    const struct row_queue *queue = &row->queue;
    struct row_queue next = {.overflow = queue->overflow};
    struct row_skill skill;
    if ((queue->overflow != 0) != (queue->overflow_s != 0) || queue->level > LIMIT_SKILL ||
        (queue->skill && !skill_get(check->txn, queue->skill, &skill)) ||
        (!queue->skill && (queue->level || queue->relax_s))) {
        check_fault(check, "queue %" PRIu64 " has rules that say nothing", queue->queue);
    }
    for (int steps = 0; next.overflow && steps <= LIMIT_QUEUES; steps++) {
        uint64_t to = next.overflow;
        if (to == queue->queue || !queue_get(check->txn, to, &next)) {
            check_fault(check, "queue %" PRIu64 " overflows into itself, or into nothing",
                        queue->queue);
            return;
        }
    }
}

/* Whether this agent counts for a skill now, and with which level. */
static uint64_t level_of(struct check *check, uint64_t person, uint64_t skill)
{
    struct row_mastery mastery = {.person = person, .skill = skill};
    struct row_surge surge;
    if (skill == 0) return 1;
    if (!table_get(check->txn, TABLE_mastery, &mastery)) return 0;
    bool on = surge_get(check->txn, 1, &surge) && surge.on;
    return mastery.surge && !on ? 0 : mastery.level;
}

static void crew_counts_its_agents(struct check *check, const union any_row *row)
{
    const struct row_crew *crew = &row->crew;
    struct row_agent agent = {0};
    struct cursor cursor;
    uint64_t at_work = 0, ready = 0;
    cursor_table(&cursor, check->txn, TABLE_agent, 0, &agent, false, false);
    while (cursor_next(&cursor, &agent)) {
        if (!agent_state_at_work(agent.state) || !level_of(check, agent.person, crew->skill))
            continue;
        at_work++;
        ready += agent.state == agent_state_ready;
    }
    if (at_work != crew->at_work || ready != crew->ready) {
        check_fault(check,
                    "skill %" PRIu64 " counts %" PRIu64 " at work, %" PRIu64
                    " ready, and has %" PRIu64 " and %" PRIu64,
                    crew->skill, crew->at_work, crew->ready, at_work, ready);
    }
}

static void ready_agent_stands_ready(struct check *check, const union any_row *row)
{
    const struct row_agent *agent = &row->agent;
    struct row_mastery mastery = {.person = agent->person};
    struct cursor cursor;
    if (agent->state != agent_state_ready) return;
    cursor_table(&cursor, check->txn, TABLE_mastery, 1, &mastery, false, false);
    for (bool more = true; more; more = cursor_next(&cursor, &mastery)) {
        struct row_readiness ready = {.skill = mastery.skill,
                                      .level = level_of(check, agent->person, mastery.skill),
                                      .ready_ms = agent->ready_ms,
                                      .person = agent->person};
        if (ready.level && !table_get(check->txn, TABLE_readiness, &ready)) {
            check_fault(check, "agent %" PRIu64 " is ready and not for skill %" PRIu64,
                        agent->person, mastery.skill);
        }
    }
}

static void readiness_is_of_a_ready_agent(struct check *check, const union any_row *row)
{
    const struct row_readiness *ready = &row->readiness;
    struct row_agent agent;
    if (!agent_get(check->txn, ready->person, &agent) || agent.state != agent_state_ready ||
        agent.ready_ms != ready->ready_ms ||
        level_of(check, ready->person, ready->skill) != ready->level) {
        check_fault(check, "agent %" PRIu64 " stands ready for skill %" PRIu64 " and is not",
                    ready->person, ready->skill);
    }
}

static void mastery_is_whole(struct check *check, const union any_row *row)
{
    const struct row_mastery *mastery = &row->mastery;
    struct row_skill skill;
    struct row_person person;
    if (mastery->level == 0 || mastery->level > LIMIT_SKILL ||
        !skill_get(check->txn, mastery->skill, &skill) ||
        !person_get(check->txn, mastery->person, &person)) {
        check_fault(check, "person %" PRIu64 " has no skill %" PRIu64 " of level %" PRIu64,
                    mastery->person, mastery->skill, mastery->level);
    }
    if (mastery->borrowed != (mastery->until_ms != 0) ||
        (mastery->borrowed && !check_timer(check, mastery->until_ms, timer_kind_borrow,
                                           borrow_object(mastery->person, mastery->skill)))) {
        check_fault(check, "the loan of person %" PRIu64 " for skill %" PRIu64 " has no end",
                    mastery->person, mastery->skill);
    }
}

static void hours_are_of_a_line(struct check *check, const union any_row *row)
{
    const struct row_hours *hours = &row->hours;
    struct row_line line;
    if (!line_get(check->txn, hours->line, &line) || line.hours_seq == 0 || hours->open_1 == 0)
        check_fault(check, "line %" PRIu64 " has hours on day %" PRIu64 " and is always open",
                    hours->line, hours->weekday);
}

const struct invariant check_queue_table[] = {
    {"queue_counts_its_calls", TABLE_queue, queue_counts_its_calls},
    {"nobody_waits_for_nothing", TABLE_queue, nobody_waits_for_nothing},
    {"queue_is_of_its_line", TABLE_queue, queue_is_of_its_line},
    {"queue_rules_add_up", TABLE_queue, queue_rules_add_up},
    {"crew_counts_its_agents", TABLE_crew, crew_counts_its_agents},
    {"ready_agent_stands_ready", TABLE_agent, ready_agent_stands_ready},
    {"readiness_is_of_a_ready_agent", TABLE_readiness, readiness_is_of_a_ready_agent},
    {"mastery_is_whole", TABLE_mastery, mastery_is_whole},
    {"hours_are_of_a_line", TABLE_hours, hours_are_of_a_line},
    {NULL, TABLES, NULL},
};
