/* What points come to: ranks, ties, floor and cap, years, pages, and who sees which words. */
#include "tests/unit/query/house.h"

enum { NOVEMBER = 202611, DECEMBER = 202612, DAY = 24 * 60 * MINUTE };

static uint64_t enter(struct house *house, const char *unit, uint64_t rule, uint64_t points)
{
    return DO(house, &house->desk, score_enter, .unit = code_of(unit), .rule = rule,
              .points = points, .note = slice_of("canary通报"));
}

static struct rec_rank_item rank_of(struct house *house, uint64_t month, uint64_t year,
                                    const char *unit)
{
    struct rec_ranking table;
    assert_int_equal(ASK(house, &house->desk, score_table, &table, .month = month, .year = year),
                     REJECT_OK);
    const struct rec_rank_item *items = table.rows.items;
    for (size_t i = 0; i < table.rows.n; i++)
        if (strcmp(items[i].unit.s, unit) == 0) return items[i];
    return (struct rec_rank_item){0};
}

static void test_month(void **state)
{
    struct house *house = *state;
    struct rec_rank_item item = rank_of(house, 0, 0, "u1");
    /* Nothing yet: the base alone; both share the first place, in the order of their codes. */
    assert_int_equal(item.total, 80);
    assert_int_equal(item.rank, 1);
    assert_true(slice_is(item.name, "城管局"));
    assert_int_equal(rank_of(house, 0, 0, "u2").rank, 1);
    enter(house, "u2", score_rule_attention, 4);
    enter(house, "u2", score_rule_rules, 5);
    enter(house, "u2", score_rule_notice_city, 0);
    item = rank_of(house, NOVEMBER, 0, "u2");
    assert_int_equal(item.leadership, 4);
    assert_int_equal(item.systems, 5);
    assert_int_equal(item.minus, 10);
    assert_int_equal(item.results, 70);
    assert_int_equal(item.total, 79);
    assert_int_equal(item.mean_100, 7900);
    assert_int_equal(item.months, 1);
    assert_int_equal(item.rank, 2);
    assert_int_equal(rank_of(house, NOVEMBER, 0, "u1").rank, 1);
}

static void test_floor_and_cap(void **state)
{
    struct house *house = *state;
    for (int i = 0; i < 8; i++) enter(house, "u1", score_rule_notice_city, 0);
    assert_int_equal(rank_of(house, 0, 0, "u1").results, 0);
    enter(house, "u1", score_rule_notice_county, 0);
    assert_int_equal(rank_of(house, 0, 0, "u1").minus, 85);
    assert_int_equal(rank_of(house, 0, 0, "u1").results, 0);
    enter(house, "u1", score_rule_praise_city, 0);
    enter(house, "u1", score_rule_praise_county, 0);
    assert_int_equal(rank_of(house, 0, 0, "u1").bonus, 15);
    uint64_t last = enter(house, "u1", score_rule_praise_county, 0);
    assert_int_equal(rank_of(house, 0, 0, "u1").bonus, 20);
    enter(house, "u1", score_rule_praise_county, 0);
    assert_int_equal(rank_of(house, 0, 0, "u1").plus, 25);
    assert_int_equal(rank_of(house, 0, 0, "u1").bonus, 20);
    /* One below the cap counts no less for one above being withdrawn. */
    DO(house, &house->desk, score_withdraw, .score = last, .note = slice_of("记错"));
    assert_int_equal(rank_of(house, 0, 0, "u1").bonus, 20);
    house->settings.score_bonus_cap = 19;
    assert_int_equal(rank_of(house, 0, 0, "u1").bonus, 19);
    house->settings.score_base_results = 90;
    assert_int_equal(rank_of(house, 0, 0, "u1").results, 5);
}

static void test_year(void **state)
{
    struct house *house = *state;
    enter(house, "u1", score_rule_attention, 1);
    house_pass(house, 12 * (uint64_t)DAY);
    DO(house, &house->console, unit_add, .code = code_of("u0"), .name = slice_of("新局"));
    struct rec_rank_item old = rank_of(house, 0, 2026, "u1"), new = rank_of(house, 0, 2026, "u0");
    /* Two months of 80 and a point; one month of 80. */
    assert_int_equal(old.months, 2);
    assert_int_equal(old.total, 161);
    assert_int_equal(old.mean_100, 8050);
    assert_int_equal(old.rank, 1);
    assert_int_equal(new.months, 1);
    assert_int_equal(new.mean_100, 8000);
    assert_int_equal(new.rank, 2);
    assert_int_equal(rank_of(house, 0, 2026, "u2").rank, 2);
    /* The new one did not stand in the month before it was entered. */
    assert_int_equal(rank_of(house, NOVEMBER, 0, "u0").rank, 0);
    /* A retired one stands in the months that it was there. */
    DO(house, &house->console, unit_retire, .code = code_of("u0"));
    assert_int_equal(rank_of(house, DECEMBER, 0, "u0").rank, 1);
    house_pass(house, 31 * (uint64_t)DAY);
    assert_int_equal(rank_of(house, 0, 0, "u0").rank, 0);
    assert_int_equal(rank_of(house, 0, 2026, "u0").months, 1);
}

static void test_order_over_pages(void **state)
{
    struct house *house = *state;
    char code[8];
    for (int i = 0; i < 20; i++) {
        snprintf(code, sizeof code, "x%02d", (i * 7) % 20);
        DO(house, &house->console, unit_add, .code = code_of(code), .name = slice_of("某局"));
        enter(house, code, score_rule_attention, 1 + (uint64_t)(i * 7) % 20 / 7);
    }
    struct rec_rank_item all[32];
    size_t n = 0;
    for (uint64_t after = 0;;) {
        struct rec_ranking page;
        assert_int_equal(ASK(house, &house->op1, score_table, &page, .after = after, .most = 5),
                         REJECT_OK);
        memcpy(all + n, page.rows.items, page.rows.n * sizeof *all);
        n += page.rows.n;
        after = page.next;
        if (after == 0) break;
    }
    assert_int_equal(n, 22);
    for (size_t i = 1; i < n; i++) {
        bool tie = all[i].mean_100 == all[i - 1].mean_100;
        assert_true(all[i].mean_100 <= all[i - 1].mean_100);
        assert_int_equal(all[i].rank, tie ? all[i - 1].rank : i + 1);
        if (tie) assert_true(strcmp(all[i - 1].unit.s, all[i].unit.s) < 0);
    }
}

static size_t scores_seen(struct house *house, const struct who *who, struct rec_score_page *page)
{
    assert_int_equal(ASK(house, who, score_list, page, 0), REJECT_OK);
    return page->rows.n;
}

static void test_words_of_points(void **state)
{
    struct house *house = *state;
    struct rec_score_page page;
    uint64_t ticket = house_ticket(house, &house->op1, 0);
    DO(house, &house->desk, score_enter, .unit = code_of("u1"), .rule = score_rule_notice_county,
       .ticket = ticket, .note = slice_of("canary通报"));
    enter(house, "u2", score_rule_praise_county, 0);
    /* The office sees both, with their words. */
    assert_int_equal(scores_seen(house, &house->desk, &page), 2);
    const struct rec_score_item *items = page.rows.items;
    assert_true(slice_is(items[0].note, "canary通报"));
    assert_string_equal(items[0].unit.s, "u2");
    assert_int_equal(items[1].ticket, ticket);
    /* An administrator sees that they were given. */
    assert_int_equal(scores_seen(house, &house->console, &page), 2);
    assert_false(answer_holds(request_score_list, &page, CANARY));
    /* A unit sees its own; of a ticket that never was with it, neither number nor words. */
    assert_int_equal(scores_seen(house, &house->unit1, &page), 1);
    items = page.rows.items;
    assert_int_equal(items[0].ticket, 0);
    assert_int_equal(items[0].minus, 5);
    assert_false(answer_holds(request_score_list, &page, CANARY));
    assert_int_equal(scores_seen(house, &house->unit2, &page), 1);
    assert_true(answer_holds(request_score_list, &page, CANARY));
    assert_int_equal(scores_seen(house, &house->op1, &page), 0);
    assert_int_equal(scores_seen(house, &house->trunk, &page), 0);
}

static struct rec_agent_rank_item agent_of(struct house *house, uint64_t month, uint64_t year,
                                           const char *number)
{
    struct rec_agent_ranking table;
    assert_int_equal(ASK(house, &house->lead, agent_table, &table, .month = month, .year = year),
                     REJECT_OK);
    const struct rec_agent_rank_item *items = table.rows.items;
    for (size_t i = 0; i < table.rows.n; i++)
        if (strcmp(items[i].person.s, number) == 0) return items[i];
    return (struct rec_agent_rank_item){0};
}

static void take(struct house *house, uint64_t points)
{
    DO(house, &house->inspector, score_enter, .person = code_of("101"),
       .rule = score_rule_agent_record, .points = points, .note = slice_of("漏记"));
}

static void test_agents(void **state)
{
    struct house *house = *state;
    uint64_t ticket = house_ticket(house, &house->op1, 0);
    static const uint64_t scores[] = {90, 85, 86};
    for (int i = 0; i < 3; i++)
        DO(house, &house->inspector, sample_score, .ticket = ticket, .score = scores[i],
           .note = slice_of("抽查"));
    take(house, 5);
    struct rec_agent_rank_item item = agent_of(house, 0, 0, "101");
    assert_int_equal(item.samples, 3);
    assert_int_equal(item.sample_mean_10, 870);
    assert_int_equal(item.minus, 5);
    assert_int_equal(item.points_left, 7);
    assert_int_equal(agent_of(house, 0, 0, "102").points_left, 12);
    house_pass(house, 12 * (uint64_t)DAY);
    take(house, 8);
    /* Of December, with what November took; never below none. */
    item = agent_of(house, DECEMBER, 0, "101");
    assert_int_equal(item.minus, 8);
    assert_int_equal(item.points_left, 0);
    assert_int_equal(item.samples, 0);
    assert_int_equal(agent_of(house, NOVEMBER, 0, "101").points_left, 7);
    item = agent_of(house, 0, 2026, "101");
    assert_int_equal(item.minus, 13);
    assert_int_equal(item.samples, 3);
    /* A new year, new points. */
    house_pass(house, 31 * (uint64_t)DAY);
    assert_int_equal(agent_of(house, 0, 0, "101").points_left, 12);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, house_setup, house_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_month),
        TEST(test_floor_and_cap),
        TEST(test_year),
        TEST(test_order_over_pages),
        TEST(test_words_of_points),
        TEST(test_agents),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
