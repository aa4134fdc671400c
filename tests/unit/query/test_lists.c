#include "tests/unit/query/house.h"

static void registers_are_whole_and_name_each_other(void **state)
{
    struct house *house = *state;
    struct rec_unit_page units;
    assert_int_equal(ASK(house, &house->op1, unit_list, &units, 0), REJECT_OK);
    const struct rec_unit_item *unit = units.rows.items;
    assert_int_equal(units.rows.n, 2);
    assert_string_equal(unit[1].code.s, "u2");
    assert_string_equal(unit[1].parent.s, "u1");
    assert_true(slice_is(unit[1].name, "水务局"));
    struct rec_subject_page subjects;
    assert_int_equal(ASK(house, &house->trunk, subject_list, &subjects, 0), REJECT_OK);
    const struct rec_subject_item *subject = subjects.rows.items;
    assert_int_equal(subjects.rows.n, 1);
    assert_string_equal(subject->unit.s, "u1");
    DO(house, &house->console, person_retire, .number = code_of("102"));
    struct rec_person_page people;
    assert_int_equal(ASK(house, &house->op1, person_list, &people, 0), REJECT_OK);
    const struct rec_person_item *person = people.rows.items;
    assert_int_equal(people.rows.n, 10);
    assert_string_equal(person[1].number.s, "102");
    assert_int_equal(person[1].retired, 1);
    assert_int_equal(person[0].retired, 0);
    assert_int_equal(person[3].roles, ROLE_BIT(role_unit));
    assert_string_equal(person[3].unit.s, "u1");
    assert_true(slice_is(person[0].name, "员101"));
    assert_false(answer_holds(request_person_list, &people, "argon"));
    /* The trunk has no business with names. */
    assert_int_equal(ASK(house, &house->trunk, person_list, &people, 0), REJECT_OK);
    assert_false(answer_holds(request_person_list, &people, "员"));
    struct rec_station_page stations;
    assert_int_equal(ASK(house, &house->lead, station_list, &stations, 0), REJECT_OK);
    assert_int_equal(stations.rows.n, 10);
    const struct rec_station_item *station = stations.rows.items;
    assert_memory_equal(station[0].key.b, "101", 4);
    struct rec_line_page lines;
    assert_int_equal(ASK(house, &house->op1, line_list, &lines, .most = 1), REJECT_OK);
    assert_int_equal(lines.rows.n, 1);
    assert_int_equal(lines.next, ((const struct rec_line_item *)lines.rows.items)->line);
    assert_int_equal(ASK(house, &house->op1, line_list, &lines, .after = lines.next), REJECT_OK);
    assert_string_equal(((const struct rec_line_item *)lines.rows.items)->code.s, "12315");
    assert_int_equal(lines.next, 0);
}

static void long_articles_come_in_pages(void **state)
{
    struct house *house = *state;
    char body[LIMIT_REPLY + 1];
    memset(body, 'a', LIMIT_REPLY);
    body[LIMIT_REPLY] = 0;
    for (int i = 0; i < 23; i++) {
        char code[LIMIT_CODE + 1];
        snprintf(code, sizeof code, "a%d", i);
        DO(house, &house->desk, article_add, .code = code_of(code), .name = slice_of("标题"),
           .subject = code_of("s1"), .body = slice_of(body));
    }
    uint64_t after = 0, seen = 0;
    do {
        struct rec_article_page page;
        assert_int_equal(ASK(house, &house->op1, article_list, &page, .after = after), REJECT_OK);
        const struct rec_article_item *items = page.rows.items;
        assert_int_equal(page.rows.n, page.next ? 5 : 3);
        for (size_t i = 0; i < page.rows.n; i++) {
            char code[LIMIT_CODE + 1];
            snprintf(code, sizeof code, "a%d", (int)seen++);
            assert_string_equal(items[i].code.s, code);
            assert_string_equal(items[i].subject.s, "s1");
            assert_int_equal(items[i].body.n, LIMIT_REPLY);
        }
        after = page.next;
    } while (after);
    assert_int_equal(seen, 23);
    /* A new version takes the old one's place, an erased text is empty. */
    DO(house, &house->desk, article_change, .code = code_of("a0"), .body = slice_of("new"));
    struct rec_article_page page;
    ASK(house, &house->op1, article_list, &page, .most = 1);
    const struct rec_article_item *item = page.rows.items;
    assert_true(slice_is(item->body, "new"));
    assert_int_equal(item->version, 2);
    struct row_article row;
    assert_true(article_get(store_txn(house->store), item->article, &row));
    words_erase(store_txn(house->store), row.body_seq, 6);
    ASK(house, &house->op1, article_list, &page, .most = 1);
    item = page.rows.items;
    assert_int_equal(page.rows.n, 1);
    assert_int_equal(item->body.n, 0);
}

static void entries_that_come_meanwhile_do_not_shift_a_page(void **state)
{
    struct house *house = *state;
    uint64_t after = 0, last = 0, seen = 0, added = 0;
    do {
        struct rec_person_page page;
        assert_int_equal(ASK(house, &house->op1, person_list, &page, .after = after, .most = 4),
                         REJECT_OK);
        const struct rec_person_item *items = page.rows.items;
        for (size_t i = 0; i < page.rows.n; i++, seen++) {
            assert_true(items[i].person > last);
            last = items[i].person;
        }
        after = page.next;
        if (after == 0 || added == 3) continue;
        char number[LIMIT_CODE + 1];
        snprintf(number, sizeof number, "0%d", (int)added++);
        house_person(house, number, ROLE_BIT(role_desk), "");
    } while (after);
    assert_int_equal(seen, 10 + added);
}

static void live_sessions(void **state)
{
    struct house *house = *state;
    DO(house, &house->op2, session_close, 0);
    uint64_t after = 0, seen = 0;
    do {
        struct rec_session_page page;
        assert_int_equal(ASK(house, &house->lead, session_list, &page, .after = after, .most = 2),
                         REJECT_OK);
        const struct rec_session_item *items = page.rows.items;
        for (size_t i = 0; i < page.rows.n; i++, seen++) {
            assert_string_equal(items[i].person.s, items[i].station.s);
            assert_string_not_equal(items[i].person.s, "102");
            assert_int_equal(items[i].until_ms - items[i].opened_ms,
                             house->settings.session_h * 60 * MINUTE);
        }
        after = page.next;
    } while (after);
    assert_int_equal(seen, 9);
    struct rec_status status;
    assert_int_equal(ASK(house, &house->lead, status, &status, 0), REJECT_OK);
    assert_int_equal(status.sessions, 9);
    assert_int_equal(status.requests, 2);
    /* Who is out is no agent. */
    struct rec_agent_page agents;
    assert_int_equal(ASK(house, &house->desk, agent_list, &agents, 0), REJECT_OK);
    const struct rec_agent_item *agent = agents.rows.items;
    assert_int_equal(agents.rows.n, 2);
    assert_string_equal(agent[0].number.s, "9");
    assert_string_equal(agent[1].number.s, "101");
    assert_true(slice_is(agent[1].name, "员101"));
}

static void live_calls(void **state)
{
    struct house *house = *state;
    uint64_t calls[7];
    for (int i = 0; i < 7; i++) {
        calls[i] = house_ring(house, "12345", CANARY_PHONE);
        house_pass(house, 1000);
    }
    DO(house, &house->trunk, call_hang_up, .call = calls[3]);
    uint64_t after = 0, seen = 0;
    do {
        struct rec_call_page page;
        assert_int_equal(ASK(house, &house->trunk, call_list, &page, .after = after, .most = 4),
                         REJECT_OK);
        const struct rec_call_item *items = page.rows.items;
        for (size_t i = 0; i < page.rows.n; i++, seen++) {
            assert_int_equal(items[i].call, calls[seen < 3 ? seen : seen + 1]);
            assert_int_equal(items[i].state, call_state_waiting);
            assert_string_equal(items[i].line.s, "12345");
            assert_string_equal(items[i].queue.s, "12345");
        }
        assert_false(answer_holds(request_call_list, &page, "5678"));
        after = page.next;
    } while (after);
    assert_int_equal(seen, 6);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, house_setup, house_teardown)
int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(registers_are_whole_and_name_each_other),
        TEST(long_articles_come_in_pages),
        TEST(entries_that_come_meanwhile_do_not_shift_a_page),
        TEST(live_sessions),
        TEST(live_calls),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
