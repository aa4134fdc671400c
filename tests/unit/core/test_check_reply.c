/* Each invariant of letters and surveys must be able to fail. */
#include "tests/unit/core/wrong.h"

static void put_ticket(struct txn *txn, uint64_t letter, uint64_t reply_seq)
{
    const struct row_ticket row = {
        .ticket = 1, .version = 1, .line = 1, .letter = letter, .reply_seq = reply_seq};
    ticket_put(txn, &row);
}

static void put_letter(struct txn *txn, uint64_t ticket, uint64_t reply_seq)
{
    const struct row_letter row = {
        .letter = 2026000001, .ticket = ticket, .at_ms = MS, .reply_seq = reply_seq};
    letter_put(txn, &row);
}

static void put_survey(struct txn *txn, uint64_t line, uint64_t fair)
{
    const struct row_survey row = {
        .survey = 1, .from_ms = MS, .until_ms = MS + 1, .line = line, .fair = fair};
    survey_put(txn, &row);
}

static void put_opinion(struct txn *txn, uint64_t grade)
{
    const struct row_opinion row = {.survey = 1, .ticket = 1, .grade = grade};
    table_put(txn, TABLE_opinion, &row);
}

static void letter_of_no_ticket(struct txn *txn)
{
    put_letter(txn, 1, 1);
}

static void letter_of_no_reply(struct txn *txn)
{
    put_ticket(txn, 2026000001, 1);
    put_letter(txn, 1, 0);
}

static void letter_of_a_later_reply(struct txn *txn)
{
    put_ticket(txn, 2026000001, 1);
    put_letter(txn, 1, 2);
}

static void ticket_with_anothers_letter(struct txn *txn)
{
    put_ticket(txn, 2026000001, 1);
    put_letter(txn, 2, 1);
}

static void answer_not_counted(struct txn *txn)
{
    put_survey(txn, 0, 0);
    put_opinion(txn, grade_fair);
}

static void answer_without_a_grade(struct txn *txn)
{
    put_survey(txn, 0, 0);
    put_opinion(txn, 0);
}

static void counted_without_answer(struct txn *txn)
{
    put_survey(txn, 0, 1);
}

static void survey_without_time(struct txn *txn)
{
    const struct row_survey row = {.survey = 1, .from_ms = MS, .until_ms = MS};
    survey_put(txn, &row);
}

static void answer_to_no_survey(struct txn *txn)
{
    put_ticket(txn, 0, 0);
    put_opinion(txn, grade_fair);
}

static void answer_of_another_line(struct txn *txn)
{
    put_ticket(txn, 0, 0);
    put_survey(txn, 2, 1);
    put_opinion(txn, grade_fair);
}

static const struct wrong wrongs[] = {
    {"letter_is_of_a_reply", letter_of_no_ticket},
    {"letter_is_of_a_reply", letter_of_no_reply},
    {"letter_is_of_a_reply", letter_of_a_later_reply},
    {"ticket_has_its_letter", ticket_with_anothers_letter},
    {"survey_counts_its_answers", answer_not_counted},
    {"survey_counts_its_answers", answer_without_a_grade},
    {"survey_counts_its_answers", counted_without_answer},
    {"survey_counts_its_answers", survey_without_time},
    {"answer_is_of_a_survey", answer_to_no_survey},
    {"answer_is_of_a_survey", answer_of_another_line},
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
    wrongs_cover(wrongs, WRONGS, check_reply_table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_can_fail),
        cmocka_unit_test(test_none_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
