/* Each invariant of duties, co-units and handling must be able to fail. */
#include "tests/unit/core/wrong.h"

static struct row_duty a_duty(uint64_t duty, uint64_t state)
{
    return (struct row_duty){.duty = duty,
                             .ticket = 1,
                             .kind = duty_kind_sign,
                             .state = state,
                             .unit = 1,
                             .due_ms = MS + 1,
                             .open_ticket = 1,
                             .open_unit = 1,
                             .open_ms = MS + 1};
}

static void ticket_in(struct txn *txn, uint64_t state)
{
    const struct row_ticket row = {.ticket = 1, .state = state};
    ticket_put(txn, &row);
}

static void met_and_still_listed(struct txn *txn)
{
    const struct row_duty row = a_duty(1, duty_state_met);
    ticket_in(txn, ticket_state_dispatched);
    duty_put(txn, &row);
}

static void duty_of_no_ticket(struct txn *txn)
{
    const struct row_duty row = a_duty(1, duty_state_missed);
    duty_put(txn, &row);
}

static void same_duty_twice(struct txn *txn)
{
    const struct row_duty one = a_duty(1, duty_state_missed), two = a_duty(2, duty_state_missed);
    ticket_in(txn, ticket_state_dispatched);
    duty_put(txn, &one);
    duty_put(txn, &two);
}

static void opinion_that_nobody_waits_for(struct txn *txn)
{
    const struct row_unit unit = {.unit = 1, .code = {"A"}};
    const struct row_counit row = {.ticket = 1, .unit = 1, .open_unit = 1};
    ticket_in(txn, ticket_state_registered);
    unit_put(txn, &unit);
    table_put(txn, TABLE_counit, &row);
}

static void handled_by_nobody(struct txn *txn)
{
    ticket_in(txn, ticket_state_handling);
}

static void supervised_at_no_level(struct txn *txn)
{
    const struct row_ticket row = {.ticket = 1, .state = ticket_state_handling, .supervised = 1};
    ticket_put(txn, &row);
}

static const struct wrong wrongs[] = {
    {"duty_lists_what_is_due", met_and_still_listed},
    {"duty_is_of_its_ticket", duty_of_no_ticket},
    {"duty_stands_once", same_duty_twice},
    {"counit_waits_for_an_opinion", opinion_that_nobody_waits_for},
    {"handling_is_a_units", handled_by_nobody},
    {"supervision_has_a_level", supervised_at_no_level},
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
    wrongs_cover(wrongs, WRONGS, check_duty_table);
}

/* The same sentence for other causes. */
static void open_without_a_timer(struct txn *txn)
{
    const struct row_duty row = a_duty(1, duty_state_open);
    ticket_in(txn, ticket_state_dispatched);
    duty_put(txn, &row);
}

static void waited_for_too_long(struct txn *txn)
{
    const struct row_duty row = a_duty(1, duty_state_missed);
    ticket_in(txn, ticket_state_registered);
    duty_put(txn, &row);
}

static void asks_for_time_nobody_gives(struct txn *txn)
{
    const struct row_ticket row = {
        .ticket = 1, .state = ticket_state_registered, .ask_until_ms = MS};
    ticket_put(txn, &row);
}

static void test_other_causes(void **state)
{
    (void)state;
    static const struct wrong others[] = {
        {"duty_lists_what_is_due", open_without_a_timer},
        {"duty_is_of_its_ticket", waited_for_too_long},
        {"handling_is_a_units", asks_for_time_nobody_gives},
    };
    wrongs_are_heard(others, sizeof others / sizeof *others);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_can_fail),
        cmocka_unit_test(test_none_is_left_out),
        cmocka_unit_test(test_other_causes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
