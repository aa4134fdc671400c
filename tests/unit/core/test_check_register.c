/* Each invariant of the registers must be able to fail. */
#include "tests/unit/core/wrong.h"

static void units_in_a_circle(struct txn *txn)
{
    const struct row_unit one = {.unit = 1, .code = {"A"}, .parent = 2};
    const struct row_unit two = {.unit = 2, .code = {"B"}, .parent = 1};
    unit_put(txn, &one);
    unit_put(txn, &two);
}

static void subject_below_nothing(struct txn *txn)
{
    const struct row_subject row = {.subject = 1, .code = {"A"}, .parent = 7};
    subject_put(txn, &row);
}

static void one_deputy_twice(struct txn *txn)
{
    const struct row_person person = {.person = 1, .number = {"1"}, .roles = 2};
    const struct row_unit unit = {.unit = 1, .code = {"A"}, .deputy_a = 1, .deputy_b = 1};
    person_put(txn, &person);
    unit_put(txn, &unit);
}

static void deputy_nobody(struct txn *txn)
{
    const struct row_unit unit = {.unit = 1, .code = {"A"}, .deputy_b = 5};
    unit_put(txn, &unit);
}

static void half_a_limit(struct txn *txn)
{
    const struct row_subject row = {.subject = 1, .code = {"A"}, .limit_kind = limit_kind_days};
    subject_put(txn, &row);
}

static void profile_of_no_line(struct txn *txn)
{
    const struct row_profile row = {.line = 4, .type = ticket_type_help};
    table_put(txn, TABLE_profile, &row);
}

static void choice_without_entries(struct txn *txn)
{
    const struct row_field row = {
        .field = 1, .code = {"A"}, .kind = value_kind_choice, .name_seq = 1};
    field_put(txn, &row);
}

static void value_of_nothing(struct txn *txn)
{
    const struct row_ticket_field row = {.ticket = 1, .field = 1, .value_seq = 1};
    table_put(txn, TABLE_ticket_field, &row);
}

static void nameless_expert(struct txn *txn)
{
    const struct row_expert row = {.expert = 1, .code = {"A"}};
    expert_put(txn, &row);
}

static void empty_phrase(struct txn *txn)
{
    const struct row_phrase row = {.phrase = 1, .code = {"A"}};
    phrase_put(txn, &row);
}

static void report_of_nobody(struct txn *txn)
{
    const struct row_work row = {.work = 1, .by = 9, .words_seq = 1};
    work_put(txn, &row);
}

static void accused_nobody(struct txn *txn)
{
    const struct row_ticket row = {.ticket = 1, .state = ticket_state_draft, .accused = 9};
    ticket_put(txn, &row);
}

static const struct wrong wrongs[] = {
    {"units_are_a_tree", units_in_a_circle},
    {"subjects_are_a_tree", subject_below_nothing},
    {"deputies_are_two_people", one_deputy_twice},
    {"deputies_are_two_people", deputy_nobody},
    {"subject_limit_is_whole", half_a_limit},
    {"profile_is_of_something", profile_of_no_line},
    {"field_asks_for_something", choice_without_entries},
    {"value_has_field_and_ticket", value_of_nothing},
    {"expert_has_a_name", nameless_expert},
    {"phrase_has_words", empty_phrase},
    {"work_was_reported", report_of_nobody},
    {"accused_are_there", accused_nobody},
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
    wrongs_cover(wrongs, WRONGS, check_register_table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_can_fail),
        cmocka_unit_test(test_none_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
