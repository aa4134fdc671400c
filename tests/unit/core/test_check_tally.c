/* That the invariants of what is counted can fail. */
#include "tests/unit/core/wrong.h"

static void queue_miscounted(struct txn *txn)
{
    const struct row_queue queue = {.queue = 1, .stays = 2};
    queue_put(txn, &queue);
}

static void stay_that_never_ended(struct txn *txn)
{
    const struct row_queue queue = {.queue = 1};
    const struct row_queue_day day = {
        .day_ms = 1, .queue = 1, .offered = 3, .answered = 1, .abandoned = 1};
    queue_put(txn, &queue);
    table_put(txn, TABLE_queue_day, &day);
}

static void promise_that_was_forgotten(struct txn *txn)
{
    const struct row_queue queue = {.queue = 1};
    const struct row_queue_day day = {.day_ms = 1, .queue = 1, .promised = 1};
    queue_put(txn, &queue);
    table_put(txn, TABLE_queue_day, &day);
}

static void offer_that_vanished(struct txn *txn)
{
    const struct row_agent agent = {.person = 1, .state = agent_state_out};
    const struct row_agent_day day = {.day_ms = 1, .person = 1, .offered = 2, .answered = 1};
    agent_put(txn, &agent);
    table_put(txn, TABLE_agent_day, &day);
}

static void minute_of_no_call(struct txn *txn)
{
    const struct row_minute minute = {.start_ms = 60000, .arrived = 1};
    minute_put(txn, &minute);
}

static void minutes_that_fall(struct txn *txn)
{
    const struct row_minute first = {.start_ms = 60000, .abandoned = 1};
    const struct row_minute second = {.start_ms = 120000};
    minute_put(txn, &first);
    minute_put(txn, &second);
}

static void half_of_another_count(struct txn *txn)
{
    const struct row_half half = {.start_ms = 1800000, .arrived = 1};
    half_put(txn, &half);
}

static void centre_of_another_count(struct txn *txn)
{
    const struct row_centre_day day = {.day_ms = 1, .outgoing = 1};
    centre_day_put(txn, &day);
}

static const struct wrong wrongs[] = {
    {"queue_counts_its_stays", queue_miscounted},
    {"queue_days_add_up", stay_that_never_ended},
    {"queue_days_add_up", promise_that_was_forgotten},
    {"agent_days_add_up", offer_that_vanished},
    {"minutes_add_up", minute_of_no_call},
    {"minutes_add_up", minutes_that_fall},
    {"sums_agree", half_of_another_count},
    {"sums_agree", centre_of_another_count},
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
    wrongs_cover(wrongs, WRONGS, check_tally_table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_can_fail),
        cmocka_unit_test(test_none_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
