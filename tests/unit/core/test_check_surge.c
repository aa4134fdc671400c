/* Each invariant of surge mode, areas, bursts, notices and scripts can fail. */
#include "tests/unit/core/wrong.h"

static void off_and_not_over(struct txn *txn)
{
    const struct row_surge row = {.surge = 1, .since_ms = MS};
    surge_put(txn, &row);
}

static void by_rule_for_ever(struct txn *txn)
{
    const struct row_surge row = {.surge = 1, .on = 1, .by = surge_by_rule, .since_ms = MS};
    surge_put(txn, &row);
}

static void without_its_timer(struct txn *txn)
{
    const struct row_surge row = {
        .surge = 1, .on = 1, .by = surge_by_lead, .since_ms = MS, .until_ms = MS + 1};
    surge_put(txn, &row);
}

static void a_second_surge(struct txn *txn)
{
    const struct row_surge row = {.surge = 2, .on = 1, .by = surge_by_lead, .since_ms = MS};
    surge_put(txn, &row);
}

static void area_above_itself(struct txn *txn)
{
    const struct row_area a = {.area = 1, .parent = 2}, b = {.area = 2, .parent = 1};
    area_put(txn, &a);
    area_put(txn, &b);
}

static void ticket_of_nowhere(struct txn *txn)
{
    const struct row_ticket row = {.ticket = 1, .state = ticket_state_draft, .area = 9};
    ticket_put(txn, &row);
}

static struct row_burst a_burst(struct txn *txn, uint64_t id)
{
    const struct row_subject subject = {.subject = 1};
    const struct row_area area = {.area = 1};
    subject_put(txn, &subject);
    area_put(txn, &area);
    return (struct row_burst){.burst = id,
                              .subject = 1,
                              .area = 1,
                              .state = burst_state_closed,
                              .n = 5,
                              .since_ms = MS,
                              .last_ms = MS};
}

static void burst_without_tickets(struct txn *txn)
{
    struct row_burst row = a_burst(txn, 1);
    row.n = 0;
    burst_put(txn, &row);
}

static void burst_that_only_looks_over(struct txn *txn)
{
    struct row_burst row = a_burst(txn, 1);
    row.live = row.subject;
    burst_put(txn, &row);
}

static void burst_for_ever(struct txn *txn)
{
    struct row_burst row = a_burst(txn, 1);
    row.state = burst_state_live;
    row.live = row.subject;
    row.quiet_ms = MS + 1;
    burst_put(txn, &row);
}

static void two_bursts(struct txn *txn)
{
    for (uint64_t id = 1; id <= 2; id++) {
        struct row_burst row = a_burst(txn, id);
        row.state = burst_state_live;
        row.live = row.subject;
        row.quiet_ms = MS + 1;
        burst_put(txn, &row);
    }
}

static void a_silent_notice(struct txn *txn)
{
    const struct row_notice row = {.notice = 1, .live = 1};
    notice_put(txn, &row);
}

static void a_notice_for_ever(struct txn *txn)
{
    const struct row_notice row = {.notice = 1, .live = 1, .body_seq = 1, .until_ms = MS + 1};
    notice_put(txn, &row);
}

static void a_prompt_of_a_greeting(struct txn *txn)
{
    const struct row_script row = {
        .script = 1, .kind = script_kind_greeting, .prompt = prompt_kind_consult, .body_seq = 1};
    script_put(txn, &row);
}

static const struct wrong wrongs[] = {
    {"surge_ends_or_is_a_leads", off_and_not_over},
    {"surge_ends_or_is_a_leads", by_rule_for_ever},
    {"surge_ends_or_is_a_leads", without_its_timer},
    {"surge_ends_or_is_a_leads", a_second_surge},
    {"areas_are_a_tree", area_above_itself},
    {"area_of_ticket_is_there", ticket_of_nowhere},
    {"burst_is_of_something", burst_without_tickets},
    {"burst_is_of_something", burst_that_only_looks_over},
    {"burst_is_of_something", burst_for_ever},
    {"one_burst_a_subject_and_area", two_bursts},
    {"notice_says_something", a_silent_notice},
    {"notice_says_something", a_notice_for_ever},
    {"script_is_for_something", a_prompt_of_a_greeting},
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
    wrongs_cover(wrongs, WRONGS, check_surge_table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_can_fail),
        cmocka_unit_test(test_none_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
