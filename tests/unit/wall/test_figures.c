/* What is worked out of the figures: waits, percentages, orders. */
#include "tests/unit/wall/rig.h"

static struct centre centre;

static void nobody_waits_in_an_empty_centre(void **state)
{
    (void)state;
    centre_empty(&centre);
    struct waiting waiting = figures_waiting(&centre.wall);
    assert_int_equal(waiting.calls, 0);
    assert_int_equal(waiting.oldest_ms, 0);
    assert_int_equal(figures_within(&centre.wall), FIGURES_NONE);
}

static void the_longest_wait_is_over_all_lines(void **state)
{
    (void)state;
    centre_empty(&centre);
    centre_line(&centre, "1", "a", 2, 5000);
    centre_line(&centre, "2", "b", 1, 70000);
    centre_line(&centre, "3", "c", 0, 0);
    centre.queues[2].oldest_ms = 1; /* nobody waits there: not looked at */
    struct waiting waiting = figures_waiting(&centre.wall);
    assert_int_equal(waiting.calls, 3);
    assert_int_equal(waiting.oldest_ms, NOON_MS - 70000);
    assert_int_equal(figures_span_ms(waiting.oldest_ms, NOON_MS), 70000);
    assert_int_equal(figures_span_ms(0, NOON_MS), 0);
    assert_int_equal(figures_span_ms(NOON_MS + 1, NOON_MS), 0);
}

static void the_target_itself_is_not_late(void **state)
{
    (void)state;
    centre_empty(&centre);
    assert_int_equal(figures_urgency(&centre.wall, 20000), URGENCY_NONE);
    assert_int_equal(figures_urgency(&centre.wall, 20001), URGENCY_LATE);
    assert_int_equal(figures_urgency(&centre.wall, 60000), URGENCY_LATE);
    assert_int_equal(figures_urgency(&centre.wall, 60001), URGENCY_TOO_LONG);
    centre.wall.target_s = 0;
    assert_int_equal(figures_urgency(&centre.wall, 60001), URGENCY_NONE);
}

static int within(uint64_t in_target, uint64_t answered, uint64_t abandoned)
{
    struct rec_wall wall = {.in_target = in_target, .answered = answered, .abandoned = abandoned};
    return figures_within(&wall);
}

/* docs/figures.md: within target ÷ (answered + abandoned), no figure before the first. */
static void the_share_counts_the_abandoned_and_is_rounded_down(void **state)
{
    (void)state;
    assert_int_equal(within(0, 0, 0), FIGURES_NONE);
    assert_int_equal(within(0, 0, 1), 0);
    assert_int_equal(within(1, 1, 0), 1000);
    assert_int_equal(within(8, 9, 1), 800);
    assert_int_equal(within(79999, 99999, 1), 799);
    assert_int_equal(within(2, 3, 0), 666);
    assert_int_equal(within(UINT64_C(1) << 60, UINT64_C(1) << 61, 0), 500);
}

static void the_hour_has_one_scale(void **state)
{
    (void)state;
    struct hour hour;
    centre_empty(&centre);
    figures_hour(&centre.wall, &hour);
    assert_int_equal(hour.count, 60);
    assert_int_equal(hour.max, 0);
    centre.hour[0].arrived = 4;
    centre.hour[59].answered = 7;
    centre.hour[30].abandoned = 9;
    centre.hour[31].abandoned = 1;
    figures_hour(&centre.wall, &hour);
    assert_int_equal(hour.max, 9);
    assert_int_equal(hour.arrived[0], 4);
    assert_int_equal(hour.answered[59], 7);
    assert_int_equal(hour.abandoned_sum, 10);
    centre.wall.hour.n = 0;
    figures_hour(&centre.wall, &hour);
    assert_int_equal(hour.count, 0);
}

static void agents_are_counted_and_sorted(void **state)
{
    (void)state;
    const struct rec_agent_item *sorted[LIMIT_PAGE];
    uint64_t counts[FIGURES_STATES];
    centre_empty(&centre);
    centre_agent(&centre, "10", "", agent_state_ready, 0, 1000);
    centre_agent(&centre, "9", "", agent_state_talking, 0, 2000);
    centre_agent(&centre, "11", "", agent_state_missed, 0, 3000);
    centre_agent(&centre, "8", "", agent_state_talking, 0, 9000);
    centre_agent(&centre, "7", "", agent_state_talking, 0, 2000);
    centre.agents[0].state = 99; /* of a newer dispatcher: counted, not lost */
    assert_int_equal(centre.wall.agents.n, 5);
    for (int i = 0; i < 5; i++) sorted[i] = &centre.agents[i];
    figures_sort(sorted, 5, false);
    static const char *const numbers[] = {"7", "8", "9", "10", "11"};
    for (int i = 0; i < 5; i++) assert_string_equal(sorted[i]->number.s, numbers[i]);
    figures_sort(sorted, 5, true);
    static const char *const states[] = {"11", "8", "7", "9", "10"};
    for (int i = 0; i < 5; i++) assert_string_equal(sorted[i]->number.s, states[i]);
    figures_states(sorted, 5, counts);
    assert_int_equal(counts[agent_state_talking], 3);
    assert_int_equal(counts[agent_state_missed], 1);
    assert_int_equal(counts[agent_state_none], 1);
}

static void lines_keep_their_places_until_there_are_too_many(void **state)
{
    (void)state;
    const struct rec_queue_item *shown[LIMIT_PAGE];
    centre_empty(&centre);
    centre_line(&centre, "1", "a", 0, 0);
    centre_line(&centre, "2", "b", 1, 5000);
    centre_line(&centre, "3", "c", 0, 0);
    centre_line(&centre, "4", "d", 1, 9000);
    assert_int_equal(figures_queues(&centre.wall, 4, shown), 4);
    assert_string_equal(shown[0]->line.s, "1");
    assert_int_equal(figures_queues(&centre.wall, 3, shown), 3);
    assert_string_equal(shown[0]->line.s, "4");
    assert_string_equal(shown[1]->line.s, "2");
    assert_string_equal(shown[2]->line.s, "1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nobody_waits_in_an_empty_centre),
        cmocka_unit_test(the_longest_wait_is_over_all_lines),
        cmocka_unit_test(the_target_itself_is_not_late),
        cmocka_unit_test(the_share_counts_the_abandoned_and_is_rounded_down),
        cmocka_unit_test(the_hour_has_one_scale),
        cmocka_unit_test(agents_are_counted_and_sorted),
        cmocka_unit_test(lines_keep_their_places_until_there_are_too_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
