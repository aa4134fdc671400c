/* Each invariant of the calendar and of warnings can fail. */
#include "server/core/calendar.h"
#include "tests/unit/core/wrong.h"

static void a_calendar(struct txn *txn, uint64_t days)
{
    const struct row_calendar calendar = {.calendar = 1,
                                          .loading = 1,
                                          .zone_min = CALENDAR_ZONE_BASE,
                                          .from_day = 20454,
                                          .to_day = 20455};
    calendar_put(txn, &calendar);
    for (uint64_t i = 0; i < days; i++) {
        const struct row_day day = {.day = i < 7 ? i + 1 : 20454 + i - 7, .kind = day_kind_rest};
        day_put(txn, &day);
    }
}

static void a_gap(struct txn *txn)
{
    a_calendar(txn, 8);
}

static void a_day_too_many(struct txn *txn)
{
    a_calendar(txn, 10);
}

static void a_holiday_with_hours(struct txn *txn)
{
    const struct row_day day = {
        .day = 20454, .kind = day_kind_holiday, .open_1 = 540u << 16 | 1020};
    a_calendar(txn, 9);
    day_put(txn, &day);
}

static void hours_that_overlap(struct txn *txn)
{
    const struct row_day day = {.day = 20454,
                                .kind = day_kind_work,
                                .open_1 = 540u << 16 | 1020,
                                .open_2 = 1000u << 16 | 1100};
    a_calendar(txn, 9);
    day_put(txn, &day);
}

static void following_without_a_timer(struct txn *txn)
{
    struct row_calendar calendar;
    a_calendar(txn, 9);
    calendar_get(txn, 1, &calendar);
    calendar.next_ticket = 5;
    calendar.next_ms = MS;
    calendar_put(txn, &calendar);
}

static struct row_ticket a_running_ticket(void)
{
    return (struct row_ticket){.ticket = 1,
                               .state = ticket_state_handling,
                               .open_state = ticket_state_handling,
                               .owner = 1,
                               .unit = 1,
                               .open_unit = 1,
                               .half_ms = MS + 1,
                               .most_ms = MS + 2,
                               .due_ms = MS + 3};
}

static void half_unwatched(struct txn *txn)
{
    const struct row_ticket ticket = a_running_ticket();
    ticket_put(txn, &ticket);
}

static void most_unwatched(struct txn *txn)
{
    struct row_ticket ticket = a_running_ticket();
    ticket.warning = warning_half;
    ticket_put(txn, &ticket);
}

static void overdue_without_its_warning(struct txn *txn)
{
    struct row_ticket ticket = a_running_ticket();
    ticket.overdue = 1;
    ticket.warning = warning_most;
    ticket_put(txn, &ticket);
}

static void warned_after_the_end(struct txn *txn)
{
    struct row_ticket ticket = a_running_ticket();
    ticket.most_ms = MS + 4;
    ticket_put(txn, &ticket);
}

/* R25. */
static struct row_ticket a_late_callback(void)
{
    return (struct row_ticket){.ticket = 1,
                               .state = ticket_state_callback,
                               .open_state = ticket_state_callback,
                               .owner = 1,
                               .open_owner = 1,
                               .due_ms = MS,
                               .overdue = 1,
                               .lead_ms = MS + 1,
                               .warning = warning_overdue};
}

static void lead_never_told(struct txn *txn)
{
    const struct row_ticket ticket = a_late_callback();
    ticket_put(txn, &ticket);
}

static void called_back_too_early(struct txn *txn)
{
    struct row_ticket ticket = a_late_callback();
    ticket.registered_ms = MS;
    ticket.called_ms = MS - 1;
    ticket_put(txn, &ticket);
}

static const struct wrong wrongs[] = {
    {"calendar_has_no_gap", a_gap},
    {"calendar_has_no_gap", a_day_too_many},
    {"day_is_one", a_day_too_many},
    {"day_is_one", a_holiday_with_hours},
    {"day_is_one", hours_that_overlap},
    {"calendar_has_no_gap", following_without_a_timer},
    {"warnings_are_watched", half_unwatched},
    {"warnings_are_watched", most_unwatched},
    {"warnings_are_watched", overdue_without_its_warning},
    {"late_callback_reaches_the_lead", lead_never_told},
    {"late_callback_reaches_the_lead", called_back_too_early},
    {"warnings_come_before_the_end", warned_after_the_end},
};
enum { WRONGS = sizeof wrongs / sizeof *wrongs };

static void every_wrong_is_heard(void **state)
{
    (void)state;
    wrongs_are_heard(wrongs, WRONGS);
    wrongs_cover(wrongs, WRONGS, check_calendar_table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_wrong_is_heard)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
