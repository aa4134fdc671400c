/* Each invariant of who saw what must be able to fail. */
#include "tests/unit/core/wrong.h"

static void look_of_nothing(struct txn *txn)
{
    const struct row_look row = {.seq = 99, .person = 1, .ticket = 1, .at_ms = MS};
    look_put(txn, &row);
}

static void decided_by_who_asked(struct txn *txn)
{
    const struct row_disclosure row = {.disclosure = 1,
                                       .ticket = 1,
                                       .state = disclosure_state_granted,
                                       .asked_by = 1,
                                       .decided_by = 1};
    disclosure_put(txn, &row);
}

static void accused_has_it(struct txn *txn)
{
    const struct row_ticket row = {
        .ticket = 1, .state = ticket_state_handling, .open_unit = 2, .accused = 2};
    ticket_put(txn, &row);
}

static void open_and_to_be_erased(struct txn *txn)
{
    const struct row_ticket row = {.ticket = 1, .state = ticket_state_handling, .erase_ms = MS + 1};
    ticket_put(txn, &row);
}

static void nobody_erases_it(struct txn *txn)
{
    const struct row_ticket row = {.ticket = 1, .state = ticket_state_archived, .erase_ms = MS + 1};
    ticket_put(txn, &row);
}

static const struct wrong wrongs[] = {
    {"look_is_of_a_fact", look_of_nothing},
    {"disclosure_is_decided_by_another", decided_by_who_asked},
    {"accused_do_not_have_the_ticket", accused_has_it},
    {"closed_ticket_is_kept_for_a_time", open_and_to_be_erased},
    {"closed_ticket_is_kept_for_a_time", nobody_erases_it},
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
    wrongs_cover(wrongs, WRONGS, check_secrecy_table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_can_fail),
        cmocka_unit_test(test_none_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
