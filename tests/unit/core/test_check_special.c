/* Each invariant of alerts, marked numbers, trees and market notes must be able to fail. */
#include "server/core/alert.h"
#include "tests/unit/core/wrong.h"

static const struct h32 number = {{1, 2, 3}};

static void a_post_is_not_counted(struct txn *txn)
{
    const struct row_relay relay = {
        .alert = 1, .post = 1, .place = 1, .to = 5, .state = relay_state_acknowledged};
    alert_put(txn, &(struct row_alert){.alert = 1, .state = alert_state_open, .open = 1});
    table_put(txn, TABLE_relay, &relay);
}

static void nobody_is_told(struct txn *txn)
{
    alert_put(txn,
              &(struct row_alert){.alert = 1, .state = alert_state_open, .open = 1, .posts = 1});
}

static void closed_and_open(struct txn *txn)
{
    alert_put(txn, &(struct row_alert){.alert = 1, .state = alert_state_closed, .open = 1});
}

static void told_for_ever(struct txn *txn)
{
    const struct row_relay relay = {
        .alert = 1, .post = 1, .place = 1, .to = 5, .open_to = 5, .state = relay_state_told};
    table_put(txn, TABLE_relay, &relay);
}

static void told_another(struct txn *txn)
{
    const struct row_relay relay = {.alert = 1,
                                    .post = 1,
                                    .place = 1,
                                    .to = 5,
                                    .open_to = 6,
                                    .until_ms = MS,
                                    .state = relay_state_told};
    table_put(txn, TABLE_relay, &relay);
}

static void marks_without_calls(struct txn *txn)
{
    nuisance_put(txn, &(struct row_nuisance){.seq = 1, .caller = number, .marks = 2});
}

static void blocked_for_ever(struct txn *txn)
{
    nuisance_put(txn, &(struct row_nuisance){.seq = 1, .caller = number, .until_ms = MS});
}

static void mark_of_no_call(struct txn *txn)
{
    mark_put(txn, &(struct row_mark){.call = 9, .caller = number});
}

static void evidence_about_nobody(struct txn *txn)
{
    evidence_put(txn, &(struct row_evidence){.evidence = 1, .caller = number});
}

static void tree_without_a_text(struct txn *txn)
{
    tree_put(txn, &(struct row_tree){.tree = 1, .version = 2});
}

static void walk_through_nothing(struct txn *txn)
{
    const struct row_walk row = {.ticket = 1, .seq = 1, .tree = 1, .version = 1};
    table_put(txn, TABLE_walk, &row);
}

static void matched_with_nobody(struct txn *txn)
{
    market_put(txn, &(struct row_market){.market = 1, .state = market_state_matched});
}

static void matched_with_a_stranger(struct txn *txn)
{
    market_put(txn, &(struct row_market){.market = 1,
                                         .kind = market_kind_supply,
                                         .state = market_state_matched,
                                         .other = 2});
    market_put(txn, &(struct row_market){
                        .market = 2, .kind = market_kind_demand, .state = market_state_open});
}

static void relay_timer_of_nothing(struct txn *txn)
{
    timer_set(txn, MS, timer_kind_relay, relay_object(1, 1));
}

static void block_timer_of_nothing(struct txn *txn)
{
    timer_set(txn, MS, timer_kind_block, 1);
}

static const struct wrong wrongs[] = {
    {"alert_counts_its_posts", a_post_is_not_counted},
    {"open_alert_is_in_hands", nobody_is_told},
    {"open_alert_is_in_hands", closed_and_open},
    {"told_have_a_timer", told_for_ever},
    {"told_have_a_timer", told_another},
    {"number_counts_its_marks", marks_without_calls},
    {"block_ends", blocked_for_ever},
    {"mark_is_of_a_call_and_number", mark_of_no_call},
    {"evidence_is_of_a_number", evidence_about_nobody},
    {"tree_has_its_version", tree_without_a_text},
    {"walk_is_through_a_tree", walk_through_nothing},
    {"matched_know_each_other", matched_with_nobody},
    {"matched_know_each_other", matched_with_a_stranger},
    {"timer_points_at_something", relay_timer_of_nothing},
    {"timer_points_at_something", block_timer_of_nothing},
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
    wrongs_cover(wrongs, WRONGS, check_special_table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_can_fail),
        cmocka_unit_test(test_none_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
