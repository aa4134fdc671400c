/* What units did in a month: what counts when a ticket is redone, merged, answered directly; rates;
 * who sees whose. */
#include "tests/unit/query/house.h"

enum { DAY = 24 * 60 * MINUTE };

static struct rec_figure_item figures_of(struct house *house, const struct who *who, uint64_t month,
                                         uint64_t year, const char *unit)
{
    struct rec_figures table;
    assert_int_equal(ASK(house, who, figures_show, &table, .month = month, .year = year),
                     REJECT_OK);
    const struct rec_figure_item *items = table.rows.items;
    for (size_t i = 0; i < table.rows.n; i++)
        if (strcmp(items[i].unit.s, unit) == 0) return items[i];
    return (struct rec_figure_item){.replied = 9999};
}

static void reply(struct house *house, uint64_t ticket)
{
    DO(house, &house->unit1, ticket_reply, .ticket = ticket, .reply = slice_of("已到现场查看处理"),
       .measures = slice_of("约谈施工单位负责人"), .result = slice_of("夜间不再施工作业"),
       .view = caller_view_satisfied);
    DO(house, &house->approver1, ticket_pass, .ticket = ticket);
}

static uint64_t replied(struct house *house)
{
    uint64_t ticket = house_ticket(house, &house->op1, 0);
    DO(house, &house->op1, ticket_dispatch, .ticket = ticket, .unit = code_of("u1"));
    DO(house, &house->unit1, ticket_sign, .ticket = ticket);
    reply(house, ticket);
    return ticket;
}

static void told(struct house *house, uint64_t ticket, uint64_t grade, uint64_t solved,
                 uint64_t process)
{
    bool bad = grade == grade_unsatisfied;
    DO(house, &house->op1, ticket_follow_up, .ticket = ticket,
       .outcome = bad ? outcome_unsatisfied : outcome_satisfied, .grade = grade, .solved = solved,
       .process = process);
}

static void test_counts_and_rates(void **state)
{
    struct house *house = *state;
    told(house, replied(house), grade_very_satisfied, solved_yes, grade_fair);
    told(house, replied(house), grade_satisfied, solved_partly, grade_none);
    told(house, replied(house), grade_fair, solved_no, grade_satisfied);
    struct rec_figure_item item = figures_of(house, &house->desk, 0, 0, "u1");
    assert_int_equal(item.replied, 3);
    assert_int_equal(item.on_time, 3);
    assert_int_equal(item.archived, 3);
    assert_int_equal(item.followed_up, 3);
    assert_int_equal(item.solved, 2);
    assert_int_equal(item.result_very, 1);
    assert_int_equal(item.result_satisfied, 1);
    assert_int_equal(item.result_fair, 1);
    assert_int_equal(item.process_fair, 1);
    assert_int_equal(item.process_satisfied, 1);
    assert_int_equal(item.on_time_10000, 10000);
    assert_int_equal(item.solved_10000, 6667);
    assert_int_equal(item.satisfied_10000, 6667);
    assert_int_equal(item.process_10000, 5000);
    item = figures_of(house, &house->desk, 0, 0, "u2");
    assert_int_equal(item.replied, 0);
    assert_int_equal(item.on_time_10000, 0);
}

static void test_redone(void **state)
{
    struct house *house = *state;
    uint64_t ticket = replied(house);
    told(house, ticket, grade_unsatisfied, solved_no, grade_none);
    struct rec_figure_item item = figures_of(house, &house->desk, 0, 0, "u1");
    assert_int_equal(item.archived, 0);
    assert_int_equal(item.result_unsatisfied, 1);
    DO(house, &house->desk, ticket_redo, .ticket = ticket, .reason = slice_of("没有解决"),
       .unit = code_of("u2"));
    item = figures_of(house, &house->desk, 0, 0, "u1");
    assert_int_equal(item.redo, 1);
    assert_int_equal(figures_of(house, &house->desk, 0, 0, "u2").redo, 0);
    /* What the month before counted stays there; the overdue one counts where it lies. */
    house_pass(house, 30 * (uint64_t)DAY);
    assert_int_equal(figures_of(house, &house->desk, 202611, 0, "u1").replied, 1);
    assert_int_equal(figures_of(house, &house->desk, 0, 2026, "u1").replied, 1);
    assert_int_equal(figures_of(house, &house->desk, 0, 2026, "u2").overdue, 1);
}

static void test_answered_directly(void **state)
{
    struct house *house = *state;
    uint64_t ticket = house_ticket(house, &house->op1, 0);
    /* Nobody did anything without a unit yet: no row of its own. */
    assert_int_equal(figures_of(house, &house->desk, 0, 0, "").replied, 9999);
    DO(house, &house->op1, ticket_answer, .ticket = ticket,
       .reply = slice_of("夜间十点以后不得施工"));
    told(house, ticket, grade_satisfied, solved_yes, grade_satisfied);
    struct rec_figure_item item = figures_of(house, &house->desk, 0, 0, "");
    assert_int_equal(item.replied, 1);
    assert_int_equal(item.on_time, 1);
    assert_int_equal(item.archived, 1);
    assert_int_equal(item.satisfied_10000, 10000);
}

static void test_merged(void **state)
{
    struct house *house = *state;
    uint64_t main = house_ticket(house, &house->op1, 0),
             other = house_ticket(house, &house->op1, 0);
    DO(house, &house->desk, ticket_merge, .ticket = other, .into = main,
       .note = slice_of("同一件事"));
    assert_int_equal(figures_of(house, &house->desk, 0, 0, "").replied, 9999);
}

static void test_own_only(void **state)
{
    struct house *house = *state;
    struct rec_figures table;
    (void)replied(house);
    assert_int_equal(ASK(house, &house->unit1, figures_show, &table, 0), REJECT_OK);
    assert_int_equal(table.rows.n, 1);
    assert_int_equal(figures_of(house, &house->unit1, 0, 0, "u1").replied, 1);
    assert_int_equal(figures_of(house, &house->unit2, 0, 0, "u1").replied, 9999);
    assert_int_equal(ASK(house, &house->op1, figures_show, &table, 0), REJECT_OK);
    assert_int_equal(table.rows.n, 0);
    assert_int_equal(ASK(house, &house->inspector, figures_show, &table, 0), REJECT_OK);
    assert_int_equal(table.rows.n, 2);
}

/* A page of one row each, the desk's own answers last. */
static void test_pages(void **state)
{
    struct house *house = *state;
    char seen[64] = "";
    uint64_t ticket = house_ticket(house, &house->op1, 0);
    DO(house, &house->op1, ticket_answer, .ticket = ticket,
       .reply = slice_of("夜间十点以后不得施工"));
    for (uint64_t after = 0;;) {
        struct rec_figures page;
        assert_int_equal(ASK(house, &house->desk, figures_show, &page, .after = after, .most = 1),
                         REJECT_OK);
        assert_int_equal(page.rows.n, 1);
        const struct rec_figure_item *item = page.rows.items;
        strcat(strcat(seen, item->unit.s), ";");
        after = page.next;
        if (after == 0) break;
    }
    assert_string_equal(seen, "u1;u2;;");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, house_setup, house_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_counts_and_rates), TEST(test_redone),   TEST(test_answered_directly),
        TEST(test_merged),           TEST(test_own_only), TEST(test_pages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
