/* What the wall and a caller are told of queues; and a queue as long as none should be. */
#include "tests/unit/query/house.h"

enum { MANY = 10000, CREW = 230 };

static struct rec_queue_item queue_on_wall(struct house *house, size_t i)
{
    struct rec_wall wall;
    assert_int_equal(ASK(house, &house->lead, wall_show, &wall, 0), REJECT_OK);
    assert_true(i < wall.queues.n);
    return ((const struct rec_queue_item *)wall.queues.items)[i];
}

/* One call of so many seconds, taken by this agent; then they are ready again. */
static void handle(struct house *house, const struct who *who, const char *line, uint64_t s)
{
    uint64_t call = house_ring(house, line, "13800138000");
    DO(house, who, call_answer, .call = call);
    house_pass(house, s * 1000);
    DO(house, who, call_end, .call = call);
    DO(house, who, agent_ready, 0);
}

static void wall_tells_who_can_serve(void **state)
{
    struct house *house = *state;
    DO(house, &house->console, skill_add, .code = code_of("EN"), .name = slice_of("英语"));
    DO(house, &house->console, queue_add, .code = code_of("ENQ"), .name = slice_of("英语台"),
       .skill = code_of("EN"));
    DO(house, &house->console, skill_give, .number = code_of("101"), .skill = code_of("EN"),
       .level = 1);
    house_ready(house, &house->op1);
    handle(house, &house->op1, "12345", 100);
    house_ready(house, &house->op2);
    struct rec_queue_item own = queue_on_wall(house, 0), english = queue_on_wall(house, 2);
    assert_string_equal(english.line.s, "ENQ");
    assert_true(slice_is(english.name, "英语台"));
    assert_int_equal(own.at_work, 2);
    assert_int_equal(own.ready, 2);
    assert_int_equal(own.expected_s, 50);
    assert_int_equal(english.at_work, 1);
    assert_int_equal(english.ready, 1);
    assert_int_equal(english.expected_s, 0); /* nothing handled there: not known */
    assert_int_equal(own.closed, 0);
    DO(house, &house->console, line_hours, .line = code_of("12345"),
       .hours = slice_of("mon 09:00-10:00"));
    assert_int_equal(queue_on_wall(house, 0).closed, 1);
    assert_int_equal(queue_on_wall(house, 1).closed, 0);
    DO(house, &house->op1, agent_pause, .reason = break_reason_rest);
    assert_int_equal(queue_on_wall(house, 2).at_work, 0);
}

/* The mean follows the last fifty calls. */
static void mean_moves(void **state)
{
    struct house *house = *state;
    struct row_queue queue;
    house_ready(house, &house->op1);
    for (int i = 0; i < 60; i++) handle(house, &house->op1, "12345", 100);
    assert_true(queue_get(store_txn(house->store), 1, &queue));
    assert_int_equal(queue.handled, 60);
    assert_int_equal(queue.handle_ms, 100000);
    for (int i = 0; i < 50; i++) handle(house, &house->op1, "12345", 200);
    assert_true(queue_get(store_txn(house->store), 1, &queue));
    assert_true(queue.handle_ms > 160000 && queue.handle_ms < 200000);
}

static uint64_t place_of(struct house *house, uint64_t call, uint64_t *more)
{
    struct rec_place place;
    assert_int_equal(ASK(house, &house->trunk, queue_place, &place, .call = call), REJECT_OK);
    *more = place.more;
    return place.position;
}

static void ten_thousand_wait(void **state)
{
    struct house *house = *state;
    uint64_t first = 0, more;
    struct row_queue queue;
    for (uint64_t i = 0; i < MANY; i++) {
        uint64_t call = house_ring(house, "12345", "");
        if (i == 0) first = call;
        if (i % 1000 == 999) house_sync(house);
    }
    assert_int_equal(place_of(house, first, &more), 1);
    assert_int_equal(place_of(house, first + LIMIT_POSITION - 1, &more), LIMIT_POSITION);
    assert_int_equal(more, 0);
    assert_int_equal(place_of(house, first + LIMIT_POSITION, &more), LIMIT_POSITION);
    assert_int_equal(more, 1);
    assert_int_equal(place_of(house, first + MANY - 1, &more), LIMIT_POSITION);
    assert_int_equal(more, 1);
    /* In the order of their coming, whatever else happens to those behind. */
    house_ready(house, &house->op1);
    for (uint64_t i = 0; i < 20; i++) {
        DO(house, &house->op1, call_answer, .call = first + i);
        DO(house, &house->trunk, call_hang_up, .call = first + i);
        DO(house, &house->trunk, call_hang_up, .call = first + MANY - 1 - i);
        DO(house, &house->op1, agent_ready, 0);
    }
    assert_true(queue_get(store_txn(house->store), 1, &queue));
    assert_int_equal(queue.waiting, MANY - 41);
    assert_int_equal(queue.standing, MANY - 41);
}

/* More agents than one page holds. */
static void all_agents_are_listed(void **state)
{
    struct house *house = *state;
    for (int i = 0; i < CREW; i++) {
        char number[LIMIT_CODE];
        snprintf(number, sizeof number, "%d", 10000 + i);
        house_person(house, number, ROLE_BIT(role_operator), "");
    }
    struct rec_wall wall;
    assert_int_equal(ASK(house, &house->lead, wall_show, &wall, 0), REJECT_OK);
    assert_true(wall.agents.n <= LIMIT_PAGE);
    assert_int_equal(wall.signed_in, CREW + 3);
    uint64_t after = 0, seen = 0, pages = 0;
    struct code last = {0};
    do {
        struct rec_agent_page page;
        assert_int_equal(ASK(house, &house->lead, agent_list, &page, .after = after), REJECT_OK);
        const struct rec_agent_item *items = page.rows.items;
        for (size_t i = 0; i < page.rows.n; i++, seen++) {
            assert_true(strverscmp(last.s, items[i].number.s) < 0);
            last = items[i].number;
        }
        assert_true(pages++ < 10);
        after = page.next;
    } while (after);
    assert_int_equal(seen, CREW + 3);
    assert_true(pages > 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(wall_tells_who_can_serve, house_setup, house_teardown),
        cmocka_unit_test_setup_teardown(mean_moves, house_setup, house_teardown),
        cmocka_unit_test_setup_teardown(ten_thousand_wait, house_setup, house_teardown),
        cmocka_unit_test_setup_teardown(all_agents_are_listed, house_setup, house_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
