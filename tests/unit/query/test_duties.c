#include "tests/unit/query/house.h"

static struct who leader_of(struct house *house)
{
    return house_person(house, "701", ROLE_BIT(role_leader), "");
}

static void what_is_due_is_listed_by_time(void **state)
{
    struct house *house = *state;
    enum { N = 7 };
    uint64_t tickets[N];
    for (int i = 0; i < N; i++) {
        tickets[i] = house_dispatched(house, &house->op1, i % 2 ? "u1" : "u2");
        house->now_ms += MINUTE;
    }
    /* Complaints are to be signed and acknowledged: two duties each, the desk sees all of them. */
    struct rec_duty_page page;
    assert_int_equal(ASK(house, &house->desk, duty_list, &page, 0), REJECT_OK);
    assert_int_equal(page.rows.n, 2 * N);
    const struct rec_duty_item *items = page.rows.items;
    for (size_t i = 1; i < page.rows.n; i++) assert_true(items[i - 1].due_ms <= items[i].due_ms);
    uint64_t ids[2 * N], after = 0;
    for (size_t i = 0; i < 2 * N; i++) ids[i] = items[i].duty;
    /* Page by page the same, also when what a page ended with was done meanwhile: then something
     * else is due, last of all. */
    size_t seen = 0;
    do {
        assert_int_equal(ASK(house, &house->desk, duty_list, &page, .most = 3, .after = after),
                         REJECT_OK);
        items = page.rows.items;
        for (size_t i = 0; i < page.rows.n; i++, seen++) {
            assert_true(seen <= 2 * N);
            if (seen < 2 * N) assert_int_equal(items[i].duty, ids[seen]);
            if (seen == 2 * N) assert_int_equal(items[i].kind, duty_kind_progress);
        }
        after = page.next;
        if (seen != 9) continue;
        assert_int_equal(items[2].kind, duty_kind_sign);
        assert_int_equal(items[2].ticket, tickets[1]);
        DO(house, &house->unit1, ticket_sign, .ticket = tickets[1]);
    } while (after);
    assert_int_equal(seen, 2 * N + 1);
    /* A unit's people see what is due of their unit. */
    assert_int_equal(ASK(house, &house->unit1, duty_list, &page, 0), REJECT_OK);
    assert_int_equal(page.rows.n, 2 * (N / 2));
    items = page.rows.items;
    for (size_t i = 0; i < page.rows.n; i++) assert_string_equal(items[i].unit.s, "u1");
    assert_int_equal(ASK(house, &house->unit1, ticket_duties, &page, .ticket = tickets[1]),
                     REJECT_OK);
    assert_int_equal(page.rows.n, 2);
    assert_int_equal(ASK(house, &house->unit1, ticket_duties, &page, .ticket = tickets[0]),
                     REJECT_DENIED);
    assert_int_equal(ASK(house, &house->trunk, duty_list, &page, 0), REJECT_OK);
    assert_int_equal(page.rows.n, 0);
}

static void opinions_fit_on_pages(void **state)
{
    struct house *house = *state;
    struct who leader = leader_of(house);
    uint64_t ticket = house_dispatched(house, &house->op1, "u1");
    char text[LIMIT_REPLY + 1];
    memset(text, 'o', LIMIT_REPLY);
    memcpy(text, CANARY, 6);
    text[LIMIT_REPLY] = 0;
    for (int i = 0; i < 8; i++) {
        char code[LIMIT_CODE], number[LIMIT_CODE];
        snprintf(code, sizeof code, "x%d", i);
        snprintf(number, sizeof number, "80%d", i);
        DO(house, &house->console, unit_add, .code = code_of(code), .name = slice_of("处"));
        struct who who = house_person(house, number, ROLE_BIT(role_unit), code);
        DO(house, &house->desk, ticket_cosign, .ticket = ticket, .unit = code_of(code),
           .leader = code_of("701"));
        if (i) DO(house, &who, ticket_opinion, .ticket = ticket, .reply = slice_of(text));
    }
    struct rec_counit_page page;
    uint64_t after = 0, n = 0, given = 0;
    do {
        assert_int_equal(
            ASK(house, &leader, ticket_counits, &page, .ticket = ticket, .after = after),
            REJECT_OK);
        const struct rec_counit_item *items = page.rows.items;
        for (size_t i = 0; i < page.rows.n; i++) {
            given += items[i].given;
            assert_int_equal(items[i].opinion.n, items[i].given ? LIMIT_REPLY : 0);
        }
        n += page.rows.n;
        after = page.next;
    } while (after);
    assert_int_equal(n, 8);
    assert_int_equal(given, 7);
    /* Who may see the ticket and not read it sees who was asked. */
    assert_int_equal(ASK(house, &house->lead, ticket_counits, &page, .ticket = ticket), REJECT_OK);
    assert_false(answer_holds(request_ticket_counits, &page, CANARY));
    assert_int_equal(ASK(house, &house->unit2, ticket_counits, &page, .ticket = ticket),
                     REJECT_DENIED);
}

/* The last line of the ledger that is about this event. */
static const struct rec_history_item *line_of(const struct rec_history_page *page, uint64_t event)
{
    const struct rec_history_item *items = page->rows.items;
    for (size_t i = page->rows.n; i > 0; i--)
        if (items[i - 1].event == event) return &items[i - 1];
    fail_msg("nothing of event %d in the ledger", (int)event);
    return NULL;
}

static void the_ledger_says_which(void **state)
{
    struct house *house = *state;
    leader_of(house);
    house_person(house, "204", ROLE_BIT(role_unit), "u1");
    DO(house, &house->console, expert_add, .code = code_of("E1"), .name = slice_of("林教授"));
    uint64_t ticket = house_dispatched(house, &house->op1, "u1");
    const uint64_t later = house->now_ms + UINT64_C(8) * 24 * 60 * MINUTE;
    DO(house, &house->desk, ticket_cosign, .ticket = ticket, .unit = code_of("u2"),
       .leader = code_of("701"), .note = slice_of("canary question"));
    DO(house, &house->unit2, ticket_opinion, .ticket = ticket, .reply = slice_of("canary opinion"));
    DO(house, &house->unit1, ticket_sign, .ticket = ticket);
    DO(house, &house->unit1, ticket_extend, .ticket = ticket, .note = slice_of("canary why"),
       .at_ms = later);
    DO(house, &house->desk, ticket_grant, .ticket = ticket);
    DO(house, &house->unit1, ticket_hand_over, .ticket = ticket, .to = code_of("204"),
       .note = slice_of("canary left"), .at_ms = later);
    DO(house, &house->unit1, ticket_consult, .ticket = ticket, .expert = code_of("E1"),
       .note = slice_of("canary said"));
    DO(house, &house->unit1, ticket_attempt, .ticket = ticket, .way = reply_way_phone,
       .reached = 1);
    DO(house, &house->unit1, ticket_conference, .ticket = ticket, .at_ms = house->now_ms,
       .note = slice_of("canary result"), .people = slice_of("canary people"));
    DO(house, &house->desk, ticket_supervise, .ticket = ticket, .kind = supervision_supervise,
       .level = 2, .note = slice_of("canary now"));
    struct rec_history_page page;
    assert_int_equal(ASK(house, &house->desk, ticket_history, &page, .ticket = ticket), REJECT_OK);
    assert_true(slice_is(line_of(&page, ticket_event_dispatch)->what, "u1"));
    assert_true(slice_is(line_of(&page, ticket_event_cosign)->what, "u2"));
    assert_true(slice_is(line_of(&page, ticket_event_cosign)->words, "canary question"));
    assert_true(slice_is(line_of(&page, ticket_event_opinion)->what, "u2"));
    assert_true(slice_is(line_of(&page, ticket_event_opinion)->words, "canary opinion"));
    assert_int_equal(line_of(&page, ticket_event_extend)->due_ms, later);
    assert_int_equal(line_of(&page, ticket_event_grant)->due_ms, later);
    assert_true(slice_is(line_of(&page, ticket_event_hand_over)->what, "204"));
    assert_true(slice_is(line_of(&page, ticket_event_consult)->what, "E1"));
    assert_true(slice_is(line_of(&page, ticket_event_attempt)->what, "phone reached"));
    assert_true(
        slice_is(line_of(&page, ticket_event_conference)->words, "canary result\ncanary people"));
    assert_true(slice_is(line_of(&page, ticket_event_supervise)->what, "supervise 2"));
    bool set = false, done = false;
    const struct rec_history_item *items = page.rows.items;
    for (size_t i = 0; i < page.rows.n; i++) {
        set |= slice_is(items[i].fact, "duty_set") && slice_is(items[i].what, "sign");
        done |= slice_is(items[i].fact, "duty_done") && slice_is(items[i].what, "sign met");
    }
    assert_true(set && done);
    /* The same lines, and none of the words. */
    const size_t n = page.rows.n;
    assert_int_equal(ASK(house, &house->lead, ticket_history, &page, .ticket = ticket), REJECT_OK);
    assert_int_equal(page.rows.n, n);
    assert_false(answer_holds(request_ticket_history, &page, CANARY));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, house_setup, house_teardown)
int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_is_due_is_listed_by_time),
        TEST(opinions_fit_on_pages),
        TEST(the_ledger_says_which),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
