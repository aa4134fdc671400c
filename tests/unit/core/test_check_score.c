/* Each invariant of points and figures must be able to fail. */
#include "tests/unit/core/wrong.h"

static void put_score(struct txn *txn, uint64_t plus, uint64_t minus, uint64_t state)
{
    const struct row_score row = {.score = 1,
                                  .unit = 1,
                                  .rule = plus ? score_rule_rules : score_rule_redo,
                                  .plus = plus,
                                  .minus = minus,
                                  .month = 202601,
                                  .state = state};
    score_put(txn, &row);
}

static void put_month(struct txn *txn, uint64_t unit, uint64_t person, uint64_t systems,
                      uint64_t minus)
{
    const struct row_score_month row = {
        .month = 202601, .unit = unit, .person = person, .systems = systems, .minus = minus};
    table_put(txn, TABLE_score_month, &row);
}

static void sum_too_great(struct txn *txn)
{
    put_score(txn, 0, 1, score_state_given);
    put_month(txn, 1, 0, 0, 2);
}

static void sum_of_the_withdrawn(struct txn *txn)
{
    put_score(txn, 3, 0, score_state_withdrawn);
    put_month(txn, 1, 0, 3, 0);
}

static void sum_of_nobody(struct txn *txn)
{
    put_month(txn, 0, 0, 0, 0);
}

static void sum_of_both(struct txn *txn)
{
    put_month(txn, 1, 1, 0, 0);
}

static void point_without_month(struct txn *txn)
{
    put_score(txn, 0, 1, score_state_given);
}

static void point_for_nothing(struct txn *txn)
{
    put_score(txn, 0, 0, score_state_given);
    put_month(txn, 1, 0, 0, 0);
}

static void more_on_time_than_replied(struct txn *txn)
{
    const struct row_figure row = {.month = 202601, .unit = 1, .replied = 1, .on_time = 2};
    table_put(txn, TABLE_figure, &row);
}

static void more_graded_than_reached(struct txn *txn)
{
    const struct row_figure row = {
        .month = 202601, .followed_up = 1, .result_very = 1, .result_fair = 1};
    table_put(txn, TABLE_figure, &row);
}

static void more_good_than_rated(struct txn *txn)
{
    const struct row_rating row = {.month = 202601, .person = 1, .accuracy_good = 1};
    table_put(txn, TABLE_rating, &row);
}

static void sample_of_nobody(struct txn *txn)
{
    const struct row_sample row = {.sample = 1, .person = 9, .score = 50};
    sample_put(txn, &row);
}

static void redone_and_not(struct txn *txn)
{
    const struct row_figure row = {.month = 202601, .unit = 1, .redo = 1};
    table_put(txn, TABLE_figure, &row);
}

static void rated_and_not(struct txn *txn)
{
    const struct row_rating row = {.month = 202601, .person = 1, .ratings = 1};
    table_put(txn, TABLE_rating, &row);
}

static void sampled_and_not(struct txn *txn)
{
    const struct row_rating row = {.month = 202601, .person = 1, .samples = 1, .sample_sum = 5};
    table_put(txn, TABLE_rating, &row);
}

static const struct wrong wrongs[] = {
    {"month_sums_its_points", sum_too_great},
    {"month_sums_its_points", sum_of_the_withdrawn},
    {"month_sums_its_points", sum_of_nobody},
    {"month_sums_its_points", sum_of_both},
    {"point_counts_in_a_month", point_without_month},
    {"point_counts_in_a_month", point_for_nothing},
    {"figure_is_no_more_than_its_whole", more_on_time_than_replied},
    {"figure_is_no_more_than_its_whole", more_graded_than_reached},
    {"rating_is_no_more_than_its_whole", more_good_than_rated},
    {"sample_points_at_its_person", sample_of_nobody},
    {"figures_add_up", redone_and_not},
    {"figures_add_up", rated_and_not},
    {"figures_add_up", sampled_and_not},
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
    wrongs_cover(wrongs, WRONGS, check_score_table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_can_fail),
        cmocka_unit_test(test_none_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
