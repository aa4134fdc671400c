/* A wall on the seat's rig. And an invented centre of any size. */
#ifndef TESTS_UNIT_WALL_RIG_H
#define TESTS_UNIT_WALL_RIG_H

#include "tests/unit/seat_rig.h"

#include "client/wall/model.h"
#include "client/wall/wall.h"

#define NOON_MS (NOW_S * UINT64_C(1000))
#define SKEW_MS 3000 /* the dispatcher's clock is before this side's */

/* ---- the centre ---- */

struct centre {
    struct rec_wall wall;
    struct rec_queue_item queues[50];
    struct rec_agent_item agents[LIMIT_PAGE];
    struct rec_minute_item hour[60];
    struct rec_burst_item bursts[10];
    struct rec_notice_item notices[10];
};

RIG_USE void centre_line(struct centre *centre, const char *code, const char *name,
                         uint64_t waiting, uint64_t wait_ms)
{
    struct rec_queue_item *queue = &centre->queues[centre->wall.queues.n++];
    *queue = (struct rec_queue_item){.name = slice_of(name), .waiting = waiting};
    snprintf(queue->line.s, sizeof queue->line.s, "%s", code);
    if (waiting) queue->oldest_ms = centre->wall.now_ms - wait_ms;
    queue->at_work = 6;
    queue->ready = waiting ? 0 : 1;
    queue->expected_s = waiting * 35;
    queue->callbacks = waiting / 3;
    queue->offered = 40 + 2 * waiting;
    queue->answered = 39 + waiting;
}

RIG_USE void centre_agent(struct centre *centre, const char *number, const char *name,
                          enum agent_state state, enum break_reason reason, uint64_t for_ms)
{
    size_t n = centre->wall.agents.n++;
    centre->agents[n] = (struct rec_agent_item){.person = 1000 + n,
                                                .name = slice_of(name),
                                                .state = state,
                                                .reason = reason,
                                                .since_ms = centre->wall.now_ms - for_ms};
    snprintf(centre->agents[n].number.s, sizeof centre->agents[n].number.s, "%s", number);
}

/* Nobody there, nothing happened. */
RIG_USE void centre_empty(struct centre *centre)
{
    *centre = (struct centre){.wall = {.now_ms = NOON_MS, .head = 1, .target_s = 20}};
    centre->wall.queues.items = centre->queues;
    centre->wall.agents.items = centre->agents;
    centre->wall.hour = (struct rows){centre->hour, 60};
    for (uint64_t i = 0; i < 60; i++) centre->hour[i].start_ms = NOON_MS - (59 - i) * 60000;
}

RIG_USE void centre_hour(struct centre *centre, uint64_t most)
{
    struct rec_wall *wall = &centre->wall;
    for (uint64_t i = 0; i < 60; i++) {
        struct rec_minute_item *minute = &centre->hour[i];
        minute->arrived = (i * 7 + i * i / 5) % (most + 1);
        minute->abandoned = i % 11 == 3 && minute->arrived > 1 ? most / 6 + 1 : 0;
        minute->answered = minute->arrived - minute->abandoned;
        minute->in_target = minute->answered - minute->answered / 9;
        wall->arrived += minute->arrived;
        wall->answered += minute->answered;
        wall->in_target += minute->in_target;
        wall->abandoned += minute->abandoned;
    }
}

/* A quiet morning. */
RIG_USE void centre_normal(struct centre *centre)
{
    centre_empty(centre);
    centre->wall.open = 128;
    centre_line(centre, "12345", "市民热线", 2, 9000);
    centre_line(centre, "12329", "住房与城建专线", 0, 0);
    centre_hour(centre, 6);
    centre_agent(centre, "1001", "赵一", agent_state_talking, 0, 192000);
    centre_agent(centre, "1002", "钱二", agent_state_ready, 0, 15000);
    centre_agent(centre, "1003", "孙三", agent_state_wrapping, 0, 41000);
    centre_agent(centre, "1004", "欧阳四海", agent_state_break, break_reason_meal, 1260000);
    centre_agent(centre, "1005", "周五", agent_state_break, break_reason_start, 4000);
    centre_agent(centre, "1006", "吴六", agent_state_offered, 0, 6000);
}

/* Too many calls for too few. */
RIG_USE void centre_busy(struct centre *centre)
{
    centre_empty(centre);
    centre->wall.open = 4312;
    centre->wall.overdue = 17;
    centre->wall.callbacks = 2;
    centre_line(centre, "12345", "市民热线", 37, 151000);
    centre_line(centre, "12329", "住房与城建专线", 4, 33000);
    centre_line(centre, "12320", "卫生健康专线", 1, 3000);
    centre_line(centre, "12333", "人力资源和社会保障专线", 112, 3725000);
    centre_hour(centre, 40);
    centre->wall.in_target = centre->wall.answered / 2;
    static const enum agent_state states[] = {agent_state_talking,  agent_state_missed,
                                              agent_state_wrapping, agent_state_offered,
                                              agent_state_break,    agent_state_ready};
    static char numbers[18][8];
    for (int i = 0; i < 18; i++) {
        snprintf(numbers[i], sizeof numbers[i], "%d", 1001 + i);
        centre_agent(centre, numbers[i], "郑七", states[i % 6],
                     (enum break_reason)(states[i % 6] == agent_state_break ? 2 + i / 6 : 0),
                     (uint64_t)(i * 47 + 5) * 1000);
    }
}

/* A storm: surge mode, a burst, an outage, alerts; who asks, who takes too long, who is silent. */
RIG_USE void centre_storm(struct centre *centre)
{
    centre_busy(centre);
    struct rec_wall *wall = &centre->wall;
    wall->surge = 1;
    wall->alerts = 2;
    wall->unanswered = 1;
    centre->bursts[0] = (struct rec_burst_item){.burst = 7,
                                                .state = burst_state_live,
                                                .subject_name = slice_of("供水"),
                                                .area = slice_of("城东街道"),
                                                .n = 14};
    snprintf(centre->bursts[0].subject.s, sizeof centre->bursts[0].subject.s, "0301");
    wall->bursts = (struct rows){centre->bursts, 1};
    centre->notices[0] = (struct rec_notice_item){
        .notice = 3, .body = slice_of("短信平台故障，请改用电话回访。"), .outage = 1};
    wall->notices = (struct rows){centre->notices, 1};
    centre->agents[0].asks = break_reason_rest;
    centre->agents[2].limit_ms = wall->now_ms - 1000;
    centre->agents[3].state = agent_state_offline;
    centre->agents[5].borrowed = 1;
    centre->agents[6].state = agent_state_holding;
    centre->queues[3].closed = 1;
    centre->queues[2].at_work = 0;
}

/* Two hundred at work. */
RIG_USE void centre_large(struct centre *centre)
{
    centre_empty(centre);
    centre->wall.open = 20511;
    centre_line(centre, "12345", "市民热线", 6, 18000);
    centre_hour(centre, 90);
    static char numbers[LIMIT_PAGE][8];
    for (int i = 0; i < LIMIT_PAGE; i++) {
        snprintf(numbers[i], sizeof numbers[i], "%d", 1001 + i);
        enum agent_state state = (enum agent_state)(agent_state_ready + i * 7 % 6);
        centre_agent(centre, numbers[i], i % 3 ? "冯八" : "陈九如", state,
                     state == agent_state_break ? break_reason_rest : 0,
                     (uint64_t)(i * 13 % 400) * 1000);
    }
}

/* ---- the rig ---- */

RIG_USE void rig_start(struct rig *rig, int rows, int cols)
{
    *rig = (struct rig){.behind_ms = SKEW_MS};
    rig_start_as(rig, &wall_mode, "W01", rows, cols, NULL);
}

/* Asks of that kind that are not answered. */
RIG_USE int rig_unanswered(const struct rig *rig, enum request number)
{
    int n = 0;
    for (size_t i = 0; i < rig->n_asks; i++)
        n += rig->asks[i].number == number && !rig->asks[i].done;
    return n;
}

/* As it is published: without names. */
RIG_USE void rig_summary(struct rig *rig, const struct centre *centre)
{
    static struct rec_agent_item agents[LIMIT_PAGE];
    struct rec_wall wall = centre->wall;
    memcpy(agents, centre->agents, sizeof agents);
    for (size_t i = 0; i < LIMIT_PAGE; i++) agents[i].name = (struct slice){0};
    wall.agents.items = agents;
    seat_summary(&rig->seat, &wall);
}

/* By keys, as a lead. The figures are asked for, not answered. */
RIG_USE void rig_sign_in(struct rig *rig, uint64_t session)
{
    struct rec_me me = {.session = session,
                        .person = ME,
                        .number = rig_code("2001"),
                        .name = slice_of("班长"),
                        .roles = ROLE_BIT(role_lead),
                        .now_ms = NOON_MS + rig->mono_ms,
                        .head = 1};
    rig_open_session(rig, "2001", &me);
    assert_int_equal(rig->seat.stage, SEAT_IN);
}

#endif
