/* Each invariant must be able to fail: a state with one thing wrong, and the sentence about it. */
#include "tests/unit/core/wrong.h"

static void count(struct txn *txn, uint64_t object, uint64_t last)
{
    const struct row_counter row = {.object = object, .last = last};
    counter_put(txn, &row);
}

/* What is right by itself, for one thing to be wrong with. */
static struct row_call a_call(uint64_t state)
{
    return (struct row_call){
        .call = 1, .line = 1, .state = state, .live = 1, .arrived_ms = MS, .order_ms = MS};
}

static struct row_ticket a_ticket(uint64_t state)
{
    return (struct row_ticket){.ticket = 1,
                               .state = state,
                               .open_state = state,
                               .owner = 1,
                               .type = ticket_type_help,
                               .subject = 1,
                               .unit = 1,
                               .matter_seq = 1,
                               .registered_ms = MS,
                               .dispatched_ms = MS,
                               .due_ms = MS + 1};
}

static void dead_call_marked_live(struct txn *txn)
{
    const struct row_call call = a_call(call_state_ended);
    call_put(txn, &call);
}

static void waiting_call_without_queue(struct txn *txn)
{
    const struct row_call call = a_call(call_state_waiting);
    call_put(txn, &call);
}

static void offer_without_timer(struct txn *txn)
{
    struct row_call call = a_call(call_state_offered);
    call.agent = 1;
    call.until_ms = MS + 1;
    call_put(txn, &call);
}

static void agent_with_another_call(struct txn *txn)
{
    struct row_call call = a_call(call_state_talking);
    const struct row_agent agent = {
        .person = 1, .state = agent_state_talking, .station = 1, .call = 2};
    call.agent = 1;
    call_put(txn, &call);
    agent_put(txn, &agent);
}

static void answered_before_it_rang(struct txn *txn)
{
    struct row_call call = a_call(call_state_talking);
    call.first_answered_ms = call.answered_ms = MS - 1;
    call_put(txn, &call);
}

static void talking_to_nobody(struct txn *txn)
{
    const struct row_agent agent = {.person = 1, .state = agent_state_talking};
    agent_put(txn, &agent);
}

static void ready_and_on_a_break(struct txn *txn)
{
    const struct row_agent agent = {
        .person = 1, .state = agent_state_break, .reason = break_reason_meal, .ready = 1};
    agent_put(txn, &agent);
}

static void holding_for_ever(struct txn *txn)
{
    const struct row_agent agent = {.person = 1, .state = agent_state_holding, .call = 1};
    agent_put(txn, &agent);
}

static void resting_and_still_to_rest(struct txn *txn)
{
    const struct row_agent agent = {.person = 1,
                                    .state = agent_state_break,
                                    .reason = break_reason_meal,
                                    .allowed = break_reason_rest};
    agent_put(txn, &agent);
}

static void crooked_minute(struct txn *txn)
{
    const struct row_minute minute = {.start_ms = 60001};
    minute_put(txn, &minute);
}

static void ticket_of_two(struct txn *txn)
{
    struct row_ticket ticket = a_ticket(ticket_state_dispatched);
    ticket.open_unit = 1;
    ticket.open_owner = 1;
    ticket_put(txn, &ticket);
}

static void dispatched_without_deadline(struct txn *txn)
{
    struct row_ticket ticket = a_ticket(ticket_state_dispatched);
    ticket.due_ms = 0;
    ticket_put(txn, &ticket);
}

static void registered_without_matter(struct txn *txn)
{
    struct row_ticket ticket = a_ticket(ticket_state_registered);
    ticket.matter_seq = 0;
    ticket_put(txn, &ticket);
}

static void archived_without_reply(struct txn *txn)
{
    struct row_ticket ticket = a_ticket(ticket_state_archived);
    ticket.archived_ms = MS;
    ticket_put(txn, &ticket);
}

static void ticket_of_nobody(struct txn *txn)
{
    const struct row_ticket ticket = a_ticket(ticket_state_review);
    ticket_put(txn, &ticket);
}

static void tally_of_nothing(struct txn *txn)
{
    const struct row_tally tally = {.state = ticket_state_draft, .n = 1};
    tally_put(txn, &tally);
}

static void session_without_end(struct txn *txn)
{
    const struct row_session session = {
        .session = 1, .person = 1, .station = 1, .live_person = 1, .until_ms = MS};
    session_put(txn, &session);
}

static void two_at_one_station(struct txn *txn)
{
    const struct row_session other = {
        .session = 2, .person = 2, .station = 1, .live_person = 2, .until_ms = MS};
    session_without_end(txn);
    session_put(txn, &other);
}

static void timer_for_nothing(struct txn *txn)
{
    const struct row_timer timer = {.due_ms = MS, .kind = timer_kind_offer, .object = 1};
    table_put(txn, TABLE_timer, &timer);
}

static void trail_to_nowhere(struct txn *txn)
{
    const struct row_trail trail = {.object = object_call, .id = 7, .seq = 99};
    table_put(txn, TABLE_trail, &trail);
}

static void handler_without_unit(struct txn *txn)
{
    const struct row_person person = {.person = 1, .roles = ROLE_BIT(role_unit)};
    person_put(txn, &person);
}

static void counter_behind(struct txn *txn)
{
    const struct row_unit unit = {.unit = 3};
    unit_put(txn, &unit);
    count(txn, object_unit, 2);
}

static const struct wrong wrongs[] = {
    {"call_has_a_life", dead_call_marked_live},
    {"waiting_call_in_one_queue", waiting_call_without_queue},
    {"offered_call_has_a_lease", offer_without_timer},
    {"call_has_its_agent", offer_without_timer},
    {"call_has_its_agent", agent_with_another_call},
    {"call_times_in_order", answered_before_it_rang},
    {"agent_has_its_call", talking_to_nobody},
    {"agent_has_its_call", agent_with_another_call},
    {"agent_has_a_session", ready_and_on_a_break},
    {"agent_is_marked", ready_and_on_a_break},
    {"agent_limit_is_watched", holding_for_ever},
    {"agent_limit_is_watched", resting_and_still_to_rest},
    {"minute_begins_a_minute", crooked_minute},
    {"open_ticket_has_one_owner", ticket_of_two},
    {"running_ticket_has_a_deadline", dispatched_without_deadline},
    {"registered_ticket_is_complete", registered_without_matter},
    {"archived_ticket_is_complete", archived_without_reply},
    {"ticket_points_at_things", ticket_of_nobody},
    {"tally_counts_tickets", tally_of_nothing},
    {"live_session_can_end", session_without_end},
    {"live_session_is_of_the_present", session_without_end},
    {"one_session_a_person_and_station", two_at_one_station},
    {"timer_points_at_something", timer_for_nothing},
    {"trail_points_at_facts", trail_to_nowhere},
    {"unit_people_have_a_unit", handler_without_unit},
    {"counters_are_ahead", counter_behind},
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
    wrongs_cover(wrongs, WRONGS, check_call_table);
    wrongs_cover(wrongs, WRONGS, check_ticket_table);
    wrongs_cover(wrongs, WRONGS, check_house_table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_can_fail),
        cmocka_unit_test(test_none_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
