#include "tests/unit/query/house.h"

enum { MANY = 60 };

/* Walks a list to its end and marks what came; between pages `between` may change the house. */
struct walk {
    uint64_t view, state, most;
    void (*between)(struct house *house, size_t page);
    size_t seen[2000]; /* times by ticket */
    uint64_t order[2000];
    size_t n, pages;
};

static void walk_list(struct house *house, const struct who *who, struct walk *walk)
{
    uint64_t after = 0;
    do {
        struct rec_ticket_page page;
        assert_int_equal(ASK(house, who, ticket_list, &page, .view = walk->view,
                             .state = walk->state, .most = walk->most, .after = after),
                         REJECT_OK);
        const struct rec_ticket_item *items = page.rows.items;
        for (size_t i = 0; i < page.rows.n; i++) {
            assert_true(items[i].ticket < 2000 && walk->n < 2000);
            walk->seen[items[i].ticket]++;
            walk->order[walk->n++] = items[i].ticket;
        }
        assert_true(after != page.next || after == 0);
        after = page.next;
        if (walk->between && after) walk->between(house, walk->pages);
        walk->pages++;
    } while (after);
}

static void new_tickets_come(struct house *house, size_t page)
{
    (void)page;
    for (int i = 0; i < 3; i++) house_dispatched(house, &house->op1, "u1");
}

static void mine_is_newest_first_and_stable(void **state)
{
    struct house *house = *state;
    uint64_t first = 0, last = 0;
    for (int i = 0; i < MANY; i++) {
        last = house_ticket(house, i % 3 ? &house->op1 : &house->op2, 0);
        if (i == 1) first = last;
    }
    struct walk walk = {.most = 7, .between = new_tickets_come};
    walk_list(house, &house->op1, &walk);
    assert_int_equal(walk.n, MANY * 2 / 3);
    assert_int_equal(walk.order[0], last);
    assert_int_equal(walk.order[walk.n - 1], first);
    for (size_t i = 1; i < walk.n; i++) assert_true(walk.order[i] < walk.order[i - 1]);
    /* By default as many as a page holds. */
    struct rec_ticket_page page;
    assert_int_equal(ASK(house, &house->op2, ticket_list, &page, 0), REJECT_OK);
    assert_int_equal(page.rows.n, MANY / 3);
    assert_int_equal(page.next, 0);
}

/* The ticket at which a page ended is signed, replied and passed meanwhile: it leaves the list, its
 * place must hold. */
static uint64_t cursor_ticket;
static void the_last_one_moves_away(struct house *house, size_t page)
{
    struct rec_ticket_page seen;
    if (page != 0) return;
    assert_int_equal(ASK(house, &house->unit1, ticket_list, &seen, .most = 5), REJECT_OK);
    cursor_ticket = ((const struct rec_ticket_item *)seen.rows.items)[4].ticket;
    DO(house, &house->unit1, ticket_sign, .ticket = cursor_ticket);
    DO(house, &house->unit1, ticket_reply, .ticket = cursor_ticket,
       .reply = slice_of("已经处理完毕"), REPLY_PARTS);
    DO(house, &house->approver1, ticket_pass, .ticket = cursor_ticket);
}

static void my_units_is_most_urgent_first_and_stable(void **state)
{
    struct house *house = *state;
    uint64_t ticket_of[MANY];
    house_limit_hours(house, 120);
    for (int i = 0; i < MANY; i++) {
        ticket_of[i] = house_dispatched(house, &house->op1, i % 2 ? "u1" : "u2");
        /* Some share their deadline's millisecond. */
        if (i % 5)
            house->now_ms -= 3;
        else
            house->now_ms += 1000;
    }
    struct walk walk = {.most = 5, .between = the_last_one_moves_away};
    walk_list(house, &house->unit1, &walk);
    assert_int_equal(walk.n, MANY / 2);
    uint64_t due_ms = 0;
    for (size_t i = 0; i < walk.n; i++) {
        assert_int_equal(walk.seen[walk.order[i]], 1);
        struct row_ticket row;
        assert_true(ticket_get(store_txn(house->store), walk.order[i], &row));
        assert_true(row.due_ms >= due_ms);
        due_ms = row.due_ms;
    }
    for (int i = 0; i < MANY; i++) assert_int_equal(walk.seen[ticket_of[i]], i % 2);
    struct walk approvers = {.view = ticket_view_unit, .most = 3};
    walk_list(house, &house->approver1, &approvers);
    assert_int_equal(approvers.n, MANY / 2 - 1);
    assert_int_equal(approvers.seen[cursor_ticket], 0);
    struct rec_ticket_page page;
    assert_int_equal(ASK(house, &house->desk, ticket_list, &page, .view = ticket_view_unit),
                     REJECT_BAD_FIELD);
    assert_string_equal(house->fault.field, "view");
}

static void a_unit_sees_only_its_own(void **state)
{
    struct house *house = *state;
    uint64_t own[3], other[3], none;
    for (int i = 0; i < 3; i++) {
        own[i] = house_dispatched(house, &house->op1, "u2");
        other[i] = house_dispatched(house, &house->op1, "u1");
    }
    none = house_ticket(house, &house->op1, 0);
    static const uint64_t views[] = {ticket_view_mine, ticket_view_unit, ticket_view_all,
                                     ticket_view_state};
    for (size_t view = 0; view < sizeof views / sizeof *views; view++) {
        struct walk walk = {.view = views[view], .state = ticket_state_dispatched, .most = 2};
        walk_list(house, &house->unit2, &walk);
        assert_int_equal(walk.n, 3);
        for (int i = 0; i < 3; i++) {
            assert_int_equal(walk.seen[own[i]], 1);
            assert_int_equal(walk.seen[other[i]], 0);
        }
    }
    struct rec_ticket_card card;
    assert_int_equal(ASK(house, &house->unit2, ticket_show, &card, .ticket = own[0]), REJECT_OK);
    assert_int_equal(ASK(house, &house->unit2, ticket_show, &card, .ticket = other[0]),
                     REJECT_DENIED);
    assert_int_equal(card.ticket, 0);
    assert_int_equal(ASK(house, &house->unit2, ticket_show, &card, .ticket = none), REJECT_DENIED);
    struct rec_history_page history;
    assert_int_equal(ASK(house, &house->unit2, ticket_history, &history, .ticket = other[0]),
                     REJECT_DENIED);
    assert_int_equal(history.rows.n, 0);
    /* The trunk sees none at all. */
    struct walk trunk = {.view = ticket_view_all};
    walk_list(house, &house->trunk, &trunk);
    assert_int_equal(trunk.n, 0);
}

static void states_are_listed_open_and_closed(void **state)
{
    struct house *house = *state;
    uint64_t refused[5], draft[5];
    for (int i = 0; i < 5; i++) {
        refused[i] = house_ticket(house, &house->op1, 0);
        DO(house, &house->op1, ticket_refuse, .ticket = refused[i], .reason = refuse_reason_empty);
        draft[i] = DO(house, &house->op1, ticket_save, .matter = slice_of("草稿"));
    }
    struct walk closed = {.view = ticket_view_state, .state = ticket_state_rejected, .most = 2};
    walk_list(house, &house->desk, &closed);
    assert_int_equal(closed.n, 5);
    for (int i = 0; i < 5; i++) assert_int_equal(closed.order[i], refused[4 - i]);
    struct walk open = {.view = ticket_view_state, .state = ticket_state_draft, .most = 2};
    walk_list(house, &house->op2, &open);
    assert_int_equal(open.n, 5);
    for (int i = 0; i < 5; i++) assert_int_equal(open.order[i], draft[i]);
    struct walk all = {.view = ticket_view_all, .most = 3};
    walk_list(house, &house->desk, &all);
    assert_true(all.n >= 5 && all.order[0] > all.order[1]);
    for (int i = 0; i < 5; i++) assert_int_equal(all.seen[refused[i]], 1);
    struct rec_ticket_page page;
    assert_int_equal(ASK(house, &house->desk, ticket_list, &page, .view = ticket_view_state),
                     REJECT_MISSING_FIELD);
    assert_string_equal(house->fault.field, "state");
}

/* Full names everywhere: 200 rows would be 90 KiB. */
static void a_page_is_cut_before_the_wires_limit(void **state)
{
    struct house *house = *state;
    char name[LIMIT_NAME + 1], matter[LIMIT_MATTER + 1];
    for (size_t i = 0; i < LIMIT_NAME; i += 3) memcpy(name + i, "很", 3);
    for (size_t i = 0; i < LIMIT_MATTER; i += 3) memcpy(matter + i, i % 30 ? "长" : "\n\n\n", 3);
    name[LIMIT_NAME] = matter[LIMIT_MATTER] = 0;
    DO(house, &house->console, unit_add, .code = code_of("long"), .name = slice_of(name));
    DO(house, &house->console, subject_add, .code = code_of("long"), .name = slice_of(name));
    for (int i = 0; i < LIMIT_PAGE + 10; i++) {
        uint64_t ticket =
            DO(house, &house->op1, ticket_save, .subject = code_of("long"),
               .type = ticket_type_help, .matter = slice_of(matter), .phone = slice_of("1"));
        DO(house, &house->op1, ticket_register, .ticket = ticket, .version = 1);
        DO(house, &house->op1, ticket_dispatch, .ticket = ticket, .unit = code_of("long"));
        if (i % 50 == 0) house_sync(house);
    }
    struct rec_ticket_page page;
    assert_int_equal(ASK(house, &house->desk, ticket_list, &page, .view = ticket_view_all),
                     REJECT_OK);
    assert_in_range(page.rows.n, 120, 190);
    assert_int_not_equal(page.next, 0);
    const struct rec_ticket_item *item = page.rows.items;
    assert_in_range(item->matter.n, 80, LIMIT_NAME);
    assert_null(memchr(item->matter.p, '\n', item->matter.n));
    struct walk walk = {.view = ticket_view_state, .state = ticket_state_dispatched};
    walk_list(house, &house->desk, &walk);
    assert_true(walk.n >= LIMIT_PAGE + 10);
    for (size_t i = 0; i < walk.n; i++) assert_int_equal(walk.seen[walk.order[i]], 1);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, house_setup, house_teardown)
int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(mine_is_newest_first_and_stable),
        TEST(my_units_is_most_urgent_first_and_stable),
        TEST(a_unit_sees_only_its_own),
        TEST(states_are_listed_open_and_closed),
        TEST(a_page_is_cut_before_the_wires_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
