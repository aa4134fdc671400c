/* What queues, agents and half-hours are said to have done: a day with an answer, a caller who
 * gives up, one who is passed on, an offer that is missed, and midnight in between. */
#include "server/core/tally_calls.h"
#include "tests/unit/query/house.h"

enum { SECOND = 1000, HALF = 30 * MINUTE };

static struct rec_queue_figures all_of(struct house *house, const struct who *who, uint64_t from_ms,
                                       uint64_t until_ms)
{
    struct rec_queue_figures answer = {0};
    assert_int_equal(
        ASK(house, who, queue_figures, &answer, .from_ms = from_ms, .until_ms = until_ms),
        REJECT_OK);
    return answer;
}

static struct rec_queue_figure queue_of(struct house *house, uint64_t from_ms, uint64_t until_ms)
{
    struct rec_queue_figures answer = all_of(house, &house->lead, from_ms, until_ms);
    const struct rec_queue_figure *items = answer.rows.items;
    for (size_t i = 0; i < answer.rows.n; i++)
        if (strcmp(items[i].queue.s, "12345") == 0) return items[i];
    fail_msg("the queue has no row");
    return (struct rec_queue_figure){0};
}

static struct rec_agent_figure agent_of(struct house *house, const char *number)
{
    struct rec_agent_figures answer = {0};
    assert_int_equal(ASK(house, &house->lead, agent_figures, &answer, 0), REJECT_OK);
    const struct rec_agent_figure *items = answer.rows.items;
    for (size_t i = 0; i < answer.rows.n; i++)
        if (strcmp(items[i].number.s, number) == 0) return items[i];
    fail_msg("agent %s has no row", number);
    return (struct rec_agent_figure){.offered = 9999};
}

/* Waits five seconds, rings three, talks a minute, is wrapped up for ten seconds. */
static void one_call(struct house *house)
{
    uint64_t call = house_ring(house, "12345", CANARY_PHONE);
    house_pass(house, 5 * SECOND);
    house_ready(house, &house->op1);
    house_pass(house, 3 * SECOND);
    DO(house, &house->op1, call_answer, .call = call);
    house_pass(house, MINUTE);
    DO(house, &house->op1, call_end, .call = call);
    house_pass(house, 10 * SECOND);
    DO(house, &house->op1, agent_pause, .reason = break_reason_meeting);
}

static void test_an_answered_call(void **state)
{
    struct house *house = *state;
    one_call(house);
    struct rec_queue_figure queue = queue_of(house, 0, 0);
    assert_int_equal(queue.offered, 1);
    assert_int_equal(queue.arrived, 1);
    assert_int_equal(queue.answered, 1);
    assert_int_equal(queue.answered_first, 1);
    assert_int_equal(queue.in_target, 1);
    assert_int_equal(queue.wait_ms, 8 * SECOND);
    assert_int_equal(queue.wait_most_ms, 8 * SECOND);
    assert_int_equal(queue.talk_ms, MINUTE);
    assert_int_equal(queue.waiting, 0);
    struct rec_agent_figure agent = agent_of(house, "101");
    assert_int_equal(agent.offered, 1);
    assert_int_equal(agent.answered, 1);
    assert_int_equal(agent.ended, 1);
    assert_int_equal(agent.ring_ms, 3 * SECOND);
    assert_int_equal(agent.talk_ms, MINUTE);
    assert_int_equal(agent.wrap_ms, 10 * SECOND);
    struct rec_queue_figures all = all_of(house, &house->lead, 0, 0);
    assert_int_equal(all.arrived, 1);
    assert_int_equal(all.answered, 1);
    assert_int_equal(all.abandoned, 0);
}

static void test_waiting_ringing_and_given_up(void **state)
{
    struct house *house = *state;
    uint64_t gone = house_ring(house, "12345", "");
    uint64_t waits = house_ring(house, "12345", "");
    house_pass(house, 7 * SECOND);
    DO(house, &house->trunk, call_hang_up, .call = gone);
    assert_int_equal(queue_of(house, 0, 0).waiting, 1);
    house_ready(house, &house->op1);
    struct rec_queue_figure queue = queue_of(house, 0, 0);
    assert_int_equal(queue.waiting, 1); /* it rings: its stay is not over */
    assert_int_equal(queue.offered, 2);
    assert_int_equal(queue.abandoned, 1);
    assert_int_equal(queue.wait_abandoned_ms, 7 * SECOND);
    assert_int_equal(agent_of(house, "101").offered, 1);
    DO(house, &house->trunk, call_hang_up, .call = waits);
    assert_int_equal(agent_of(house, "101").gone, 1);
    assert_int_equal(queue_of(house, 0, 0).abandoned, 2);
}

static void test_missed_is_the_same_stay(void **state)
{
    struct house *house = *state;
    house_ring(house, "12345", "");
    house_ready(house, &house->op1);
    house_pass(house, house->settings.offer_lease_s * SECOND + 1);
    struct rec_queue_figure queue = queue_of(house, 0, 0);
    assert_int_equal(queue.lapsed, 1);
    assert_int_equal(queue.offered, 1);
    assert_int_equal(queue.waiting, 1);
    struct rec_agent_figure agent = agent_of(house, "101");
    assert_int_equal(agent.missed, 1);
    assert_true(agent.ring_ms >= house->settings.offer_lease_s * SECOND);
    house_pass(house, 4 * SECOND); /* the state that lasts is counted up to now */
    assert_int_equal(agent_of(house, "101").missed_ms, 4 * SECOND);
}

static void test_passed_on_stays_twice(void **state)
{
    struct house *house = *state;
    uint64_t call = house_ring(house, "12345", "");
    house_ready(house, &house->op1);
    DO(house, &house->op1, call_answer, .call = call);
    DO(house, &house->op1, call_transfer, .call = call, .queue = code_of("12345"));
    struct rec_queue_figure queue = queue_of(house, 0, 0);
    assert_int_equal(queue.offered, 2);
    assert_int_equal(queue.arrived, 1);
    assert_int_equal(queue.answered, 1);
    house_ready(house, &house->op2);
    DO(house, &house->op2, call_answer, .call = call);
    queue = queue_of(house, 0, 0);
    assert_int_equal(queue.answered, 2);
    assert_int_equal(queue.answered_first, 1);
    assert_int_equal(agent_of(house, "101").transferred, 1);
    assert_int_equal(all_of(house, &house->lead, 0, 0).answered, 1);
}

static void test_days_end_at_midnight(void **state)
{
    struct house *house = *state;
    uint64_t first = tally_day(store_txn(house->store), house->now_ms);
    uint64_t next = first + 24 * 60 * MINUTE;
    house_pass(house, next - MINUTE - house->now_ms);
    house_ready(house, &house->op1);
    house_pass(house, 2 * MINUTE);
    uint64_t call = house_ring(house, "12345", "");
    DO(house, &house->op1, call_answer, .call = call);
    assert_int_equal(agent_of(house, "101").ready_ms, MINUTE); /* today's part of two */
    assert_int_equal(queue_of(house, 0, 0).offered, 1);
    assert_int_equal(queue_of(house, first, next).offered, 0);
    assert_int_equal(queue_of(house, first, next).waiting, 0);
    assert_int_equal(queue_of(house, first, next + 1).offered, 1);
    assert_int_equal(all_of(house, &house->lead, first, next).arrived, 0);
}

static void test_half_hours(void **state)
{
    struct house *house = *state;
    uint64_t start = house->now_ms - house->now_ms % HALF;
    one_call(house);
    house_pass(house, start + 2 * HALF - house->now_ms);
    one_call(house);
    struct rec_volume answer = {0};
    assert_int_equal(ASK(house, &house->lead, volume_show, &answer, .from_ms = start,
                         .until_ms = start + 3 * HALF),
                     REJECT_OK);
    assert_int_equal(answer.rows.n, 2);
    const struct rec_volume_item *items = answer.rows.items;
    assert_int_equal(items[0].start_ms, start);
    assert_int_equal(items[1].start_ms, start + 2 * HALF);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(items[i].arrived, 1);
        assert_int_equal(items[i].answered, 1);
        assert_int_equal(items[i].finished, 1);
        assert_int_equal(items[i].talk_ms, MINUTE);
        assert_int_equal(items[i].wrap_ms, 10 * SECOND);
    }
    /* page by page */
    assert_int_equal(ASK(house, &house->lead, volume_show, &answer, .from_ms = start,
                         .until_ms = start + 3 * HALF, .most = 1),
                     REJECT_OK);
    assert_int_equal(answer.rows.n, 1);
    assert_int_equal(answer.next, start);
    assert_int_equal(ASK(house, &house->lead, volume_show, &answer, .from_ms = start,
                         .until_ms = start + 3 * HALF, .after = start),
                     REJECT_OK);
    assert_int_equal(answer.rows.n, 1);
    assert_int_equal(answer.next, 0);
}

static void test_wall_says_the_same(void **state)
{
    struct house *house = *state;
    one_call(house);
    DO(house, &house->trunk, call_hang_up, .call = house_ring(house, "12345", ""));
    struct rec_wall wall = {0};
    assert_int_equal(ASK(house, &house->lead, wall_show, &wall, 0), REJECT_OK);
    const struct rec_queue_item *items = wall.queues.items;
    assert_string_equal(items[0].line.s, "12345");
    assert_int_equal(items[0].offered, 2);
    assert_int_equal(items[0].answered, 1);
    assert_int_equal(items[0].abandoned, 1);
    assert_int_equal(items[0].in_target, 1);
}

static void test_refusals(void **state)
{
    struct house *house = *state;
    struct rec_queue_figures answer = {0};
    assert_int_equal(
        ASK(house, &house->lead, queue_figures, &answer, .from_ms = house->now_ms, .until_ms = 1),
        REJECT_BAD_FIELD);
    assert_string_equal(house->fault.field, "until_ms");
    struct rec_volume volume = {0};
    assert_int_equal(ASK(house, &house->lead, volume_show, &volume, .from_ms = 2, .until_ms = 2),
                     REJECT_BAD_FIELD);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, house_setup, house_teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_an_answered_call),        TEST(test_waiting_ringing_and_given_up),
        TEST(test_missed_is_the_same_stay), TEST(test_passed_on_stays_twice),
        TEST(test_days_end_at_midnight),    TEST(test_half_hours),
        TEST(test_wall_says_the_same),      TEST(test_refusals),
    };
#undef TEST
    return cmocka_run_group_tests(tests, NULL, NULL);
}
