/* The invariants of queues and skills can fail. */
#include "tests/unit/core/wrong.h"

static void queue_of_a_line(struct txn *txn, struct row_queue queue)
{
    struct row_line line = {.line = 1};
    strcpy(line.code.s, "12345");
    queue.queue = queue.own = 1;
    queue.code = line.code;
    line_put(txn, &line);
    queue_put(txn, &queue);
}

static void queue_miscounted(struct txn *txn)
{
    queue_of_a_line(txn, (struct row_queue){.waiting = 2});
}

static void stand_ready(struct txn *txn, uint64_t level)
{
    const struct row_readiness ready = {.level = level, .ready_ms = MS, .person = 1};
    table_put(txn, TABLE_readiness, &ready);
}

static void call_waits(struct txn *txn)
{
    const struct row_call call = {.call = 1,
                                  .line = 1,
                                  .queue = 1,
                                  .wait_queue = 1,
                                  .state = call_state_waiting,
                                  .live = 1,
                                  .arrived_ms = MS,
                                  .order_ms = MS,
                                  .level = LIMIT_SKILL,
                                  .priority = call_priority_usual};
    queue_of_a_line(txn, (struct row_queue){.waiting = 1, .standing = 1});
    call_put(txn, &call);
}

static void waiting_for_nothing(struct txn *txn)
{
    call_waits(txn);
    stand_ready(txn, 1);
}

static void queue_without_line(struct txn *txn)
{
    const struct row_queue queue = {.queue = 1, .own = 1};
    queue_put(txn, &queue);
}

static void queue_named_otherwise(struct txn *txn)
{
    const struct row_queue queue = {.queue = 1, .own = 1};
    queue_miscounted(txn);
    queue_put(txn, &queue);
}

static void overflow_in_a_circle(struct txn *txn)
{
    const struct row_queue first = {.queue = 1, .overflow = 2, .overflow_s = 1};
    const struct row_queue second = {.queue = 2, .overflow = 1, .overflow_s = 1};
    queue_put(txn, &first);
    queue_put(txn, &second);
}

static void overflow_never(struct txn *txn)
{
    const struct row_queue first = {.queue = 1, .overflow = 2}, second = {.queue = 2};
    queue_put(txn, &first);
    queue_put(txn, &second);
}

static void crew_of_nobody(struct txn *txn)
{
    const struct row_crew crew = {.skill = 0, .at_work = 1};
    crew_put(txn, &crew);
}

static void ready_unseen(struct txn *txn)
{
    const struct row_agent agent = {
        .person = 1, .state = agent_state_ready, .ready = 1, .ready_ms = MS};
    agent_put(txn, &agent);
}

static void ready_and_not_there(struct txn *txn)
{
    stand_ready(txn, 1);
}

static void skill_without_level(struct txn *txn)
{
    const struct row_person person = {.person = 1, .roles = ROLE_BIT(role_operator)};
    const struct row_skill skill = {.skill = 1};
    const struct row_mastery mastery = {.person = 1, .skill = 1};
    person_put(txn, &person);
    skill_put(txn, &skill);
    table_put(txn, TABLE_mastery, &mastery);
}

static void loan_for_ever(struct txn *txn)
{
    const struct row_mastery mastery = {
        .person = 1, .skill = 1, .level = 1, .borrowed = 1, .until_ms = MS};
    skill_without_level(txn);
    table_put(txn, TABLE_mastery, &mastery);
}

static void hours_of_an_open_line(struct txn *txn)
{
    const struct row_hours hours = {.line = 1, .weekday = 1, .open_1 = 1};
    table_put(txn, TABLE_hours, &hours);
}

static const struct wrong wrongs[] = {
    {"queue_counts_its_calls", queue_miscounted},
    {"nobody_waits_for_nothing", waiting_for_nothing},
    {"queue_is_of_its_line", queue_without_line},
    {"queue_is_of_its_line", queue_named_otherwise},
    {"queue_rules_add_up", overflow_in_a_circle},
    {"queue_rules_add_up", overflow_never},
    {"crew_counts_its_agents", crew_of_nobody},
    {"ready_agent_stands_ready", ready_unseen},
    {"readiness_is_of_a_ready_agent", ready_and_not_there},
    {"mastery_is_whole", skill_without_level},
    {"mastery_is_whole", loan_for_ever},
    {"hours_are_of_a_line", hours_of_an_open_line},
};
enum { WRONGS = sizeof wrongs / sizeof *wrongs };

static void test_each_can_fail(void **state)
{
    (void)state;
    wrongs_are_heard(wrongs, WRONGS);
}

static void test_none_is_left_out(void **state)
{
    (void)state;
    wrongs_cover(wrongs, WRONGS, check_queue_table);
}

/* The same call and agent, with a level that keeps them apart. */
static void only_a_better_one_may(struct txn *txn)
{
    call_waits(txn);
    stand_ready(txn, LIMIT_SKILL + 1);
}

static void test_who_may_not_serve_is_no_fault(void **state)
{
    (void)state;
    struct house house;
    house_open(&house);
    house_wrong(&house, only_a_better_one_may);
    core_check(house.txn, hear, &house);
    assert_false(heard(&house, "nobody_waits_for_nothing"));
    house_close(&house);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_can_fail),
        cmocka_unit_test(test_none_is_left_out),
        cmocka_unit_test(test_who_may_not_serve_is_no_fault),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
