/* Warnings are given once, also when the dispatcher is started again in between; and however many
 * deadlines a new calendar moves, no step moves more than a bounded number. */
#include "tests/unit/query/house.h"

enum { MANY = 2 * LIMIT_FOLLOW_MOVE + 50 };
static const uint64_t hour_ms = 3600000, minute_ms = 60000;

static void house_reopen(struct house *house)
{
    const struct store_options options = {.dir = house->data,
                                          .map_bytes = UINT64_C(1) << 30,
                                          .segment_bytes = 8 * 1024 * 1024,
                                          .apply = core_apply};
    char why[256] = "";
    assert_int_equal(store_sync(house->store), ERR_OK);
    store_close(&house->store);
    if (store_open(&options, &house->store, why, sizeof why)) fail_msg("%s", why);
}

static uint64_t facts_of(struct house *house, uint64_t from, enum fact_type type, uint64_t warning)
{
    uint64_t found = 0, head = journal_head(store_txn(house->store));
    for (uint64_t seq = from + 1; seq <= head; seq++) {
        struct fact fact;
        assert_true(journal_read(store_txn(house->store), seq, &fact, NULL));
        if (fact.type != type) continue;
        found += warning == 0 || fact.body.ticket_warned.warning == warning;
    }
    return found;
}

/* So often each of the three was given so far; a restart changes nothing. */
static void given(struct house *house, uint64_t half, uint64_t most, uint64_t overdue)
{
    for (int again = 0; again < 2; again++) {
        house_pass(house, 0);
        assert_int_equal(facts_of(house, 0, fact_type_ticket_warned, warning_half), half);
        assert_int_equal(facts_of(house, 0, fact_type_ticket_warned, warning_most), most);
        assert_int_equal(facts_of(house, 0, fact_type_ticket_overdue, 0), overdue);
        house_reopen(house);
    }
}

static void a_restart_repeats_no_warning(void **state)
{
    struct house *house = *state;
    house_limit_hours(house, 10);
    house_dispatched(house, &house->op1, "u1");
    given(house, 0, 0, 0);
    house_pass(house, 5 * hour_ms);
    given(house, 1, 0, 0);
    house_pass(house, 3 * hour_ms);
    given(house, 1, 1, 0);
    house_pass(house, 2 * hour_ms);
    given(house, 1, 1, 1);
    /* Down for a month: what fell due meanwhile is said once, in order, after the start. */
    house_dispatched(house, &house->op1, "u1");
    house_reopen(house);
    uint64_t head = journal_head(store_txn(house->store));
    house_pass(house, 720 * hour_ms);
    given(house, 2, 2, 2);
    struct fact fact;
    uint64_t last = 0;
    for (uint64_t seq = head + 1; seq <= journal_head(store_txn(house->store)); seq++) {
        assert_true(journal_read(store_txn(house->store), seq, &fact, NULL));
        uint64_t now = fact.type == fact_type_ticket_warned    ? fact.body.ticket_warned.warning
                       : fact.type == fact_type_ticket_overdue ? (uint64_t)warning_overdue
                                                               : last;
        assert_true(now >= last);
        last = now;
    }
    assert_int_equal(last, warning_overdue);
}

/* So often was the lead told so far; a restart changes nothing. */
static void told(struct house *house, uint64_t overdue, uint64_t lead)
{
    for (int again = 0; again < 2; again++) {
        house_pass(house, 0);
        assert_int_equal(facts_of(house, 0, fact_type_ticket_overdue, 0), overdue);
        assert_int_equal(facts_of(house, 0, fact_type_ticket_warned, warning_lead), lead);
        house_reopen(house);
    }
}

/* R25: the owner, ten minutes later the lead, and nobody a second time. */
static void a_restart_tells_no_lead_twice(void **state)
{
    struct house *house = *state;
    uint64_t ticket = house_ticket(house, &house->op1, 0);
    DO(house, &house->op1, ticket_promise, .ticket = ticket, .at_ms = house->now_ms + hour_ms);
    told(house, 0, 0);
    house_pass(house, hour_ms);
    told(house, 1, 0);
    house_pass(house, 10 * minute_ms - 1);
    told(house, 1, 0);
    house_pass(house, 1);
    told(house, 1, 1);
    house_pass(house, 24 * hour_ms);
    told(house, 1, 1);
    /* Down over both times: each once after the start. */
    ticket = house_ticket(house, &house->op1, 0);
    DO(house, &house->op1, ticket_promise, .ticket = ticket, .at_ms = house->now_ms + hour_ms);
    house_reopen(house);
    house_pass(house, 24 * hour_ms);
    told(house, 2, 2);
}

static void calendar_of_hours(struct house *house, const char *hours)
{
    char text[256];
    snprintf(text, sizeof text,
             "calendar x Centre\nzone +08:00\ncovers 2026-11-01..2027-12-31\nweek mon-fri %s\n",
             hours);
    DO(house, &house->console, calendar_load, .text = slice_of(text), .replace = true);
}

static void many_deadlines_follow_in_bounded_steps(void **state)
{
    struct house *house = *state;
    for (int i = 0; i < MANY; i++) house_dispatched(house, &house->op1, "u1");
    uint64_t from = journal_head(store_txn(house->store)), moved = 0, steps = 0;
    calendar_of_hours(house, "08:00-16:00");
    for (;; steps++) {
        uint64_t step = facts_of(house, from, fact_type_ticket_rescheduled, 0);
        assert_true(step <= LIMIT_FOLLOW_MOVE);
        moved += step;
        from = journal_head(store_txn(house->store));
        struct row_calendar row;
        assert_true(calendar_get(store_txn(house->store), 1, &row));
        if (row.next_ticket == 0) break;
        if (steps == 0) house_reopen(house); /* it goes on where it was */
        /* Not in this turn, but in the next. */
        house_pass(house, 0);
        assert_int_equal(journal_head(store_txn(house->store)), from);
        house_pass(house, 1);
    }
    assert_int_equal(moved, MANY);
    assert_int_equal(steps, 2);
    /* A second calendar on the heels of the first: each ticket has the second one's end. */
    calendar_of_hours(house, "08:00-15:00");
    calendar_of_hours(house, "08:00-18:00");
    for (int i = 0; i < 10; i++) house_pass(house, 1);
    struct row_ticket ticket = {0};
    struct cursor cursor;
    uint64_t seen = 0, due_ms = 0;
    cursor_table(&cursor, store_txn(house->store), TABLE_ticket, 0, &ticket, false, false);
    for (; cursor_next(&cursor, &ticket); seen++) {
        if (seen == 0) due_ms = ticket.due_ms;
        assert_int_equal(ticket.due_ms, due_ms);
    }
    assert_int_equal(seen, MANY);
    assert_int_equal(due_ms % (24 * hour_ms), 10 * hour_ms); /* 18:00 in China */
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, house_setup, house_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_restart_repeats_no_warning),
        TEST(a_restart_tells_no_lead_twice),
        TEST(many_deadlines_follow_in_bounded_steps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
