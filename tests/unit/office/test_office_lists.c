/* Who sees which lists, how they are fetched and kept fresh, what is said of others' steps, and
 * what is revealed to whom. */
#include "tests/unit/office/rig.h"

static struct rig rig;

static int start(void **state)
{
    (void)state;
    rig_start(&rig, 24, 80, NULL);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    rig_stop(&rig);
    return 0;
}

static void assert_lists(const char *wanted)
{
    assert_int_equal(strlen(wanted), TABS);
    for (int i = 0; i < TABS; i++)
        if (tab_allowed(rig.office, (enum office_list)i) != (wanted[i] == 'x'))
            fail_msg("list %d", i);
}

static void test_lists_by_role(void **state)
{
    (void)state;
    rig_sign_in(&rig, role_unit);
    assert_lists("xxxx.........xxxxx.x");
    assert_true(rig_hears(&rig, "u11.") && rig_hears(&rig, "p7.") && !rig_hears(&rig, "f"));
    const struct req_ticket_list *list = rig_body(&rig, request_ticket_list);
    assert_int_equal(list->view, ticket_view_unit);
    rig_answer(&rig, request_ticket_list, &(struct rec_ticket_page){0});
    rig_shows(&rig, "Nothing here.");
    rig_sign_out(&rig);
    assert_false(rig_hears(&rig, "u11.") || rig_hears(&rig, "p7."));
    rig_sign_in(&rig, role_desk);
    assert_lists(".xxxxxxxxxxxxxxxxxxx");
    assert_true(rig_hears(&rig, "f") && !rig_hears(&rig, "u11."));
    list = rig_body(&rig, request_ticket_list);
    assert_int_equal(list->view, ticket_view_state);
    assert_int_equal(list->state, ticket_state_review);
}

static void test_tabs_by_key(void **state)
{
    (void)state;
    rig_sign_in(&rig, role_unit);
    rig_answer(&rig, request_ticket_list, &(struct rec_ticket_page){0});
    rig_key(&rig, K_BACKTAB);
    assert_int_equal(rig.office->shown, SHEET_ALERTS);
    rig_key(&rig, K_TAB);
    assert_int_equal(rig.office->shown, LIST_UNIT);
    rig_answer(&rig, request_ticket_list, &(struct rec_ticket_page){0});
    rig_press(&rig, key_alt('3'));
    const struct req_ticket_list *list = rig_body(&rig, request_ticket_list);
    assert_int_equal(list->state, ticket_state_handling);
    rig_press(&rig, key_alt('8')); /* review is the hotline office's */
    assert_int_equal(rig.office->shown, LIST_HANDLING);
}

/* Extensions are asked for while a ticket is handled, and while its promised date runs. */
static void test_extensions_of_both_states(void **state)
{
    (void)state;
    struct rec_ticket_item a = rig_item(3, ticket_state_handling, "一", 60);
    struct rec_ticket_item b = rig_item(4, ticket_state_committed, "二", 70);
    rig_sign_in(&rig, role_desk);
    rig_answer(&rig, request_ticket_list, &(struct rec_ticket_page){0});
    rig_press(&rig, key_alt('x'));
    const struct req_ticket_list *list = rig_body(&rig, request_ticket_list);
    assert_true(list->asking && list->state == ticket_state_handling);
    rig_answer(&rig, request_ticket_list, &(struct rec_ticket_page){.rows = {&a, 1}});
    list = rig_body(&rig, request_ticket_list);
    assert_true(list->asking && list->state == ticket_state_committed);
    rig_answer(&rig, request_ticket_list, &(struct rec_ticket_page){.rows = {&b, 1}});
    assert_null(rig_waiting(&rig, request_ticket_list));
    rig_key(&rig, K_END);
    assert_int_equal(list_selected(rig.office->list), 4);
    rig_press(&rig, key_alt('3')); /* all that are handled are another list */
    list = rig_body(&rig, request_ticket_list);
    assert_false(list->asking);
}

static void test_short_pages_are_followed(void **state)
{
    (void)state;
    struct rec_ticket_item a = rig_item(3, ticket_state_handling, "一", 60);
    struct rec_ticket_item b = rig_item(4, ticket_state_handling, "二", 70);
    rig_sign_in(&rig, role_unit);
    rig_answer(&rig, request_ticket_list, &(struct rec_ticket_page){.rows = {&a, 1}, .next = 900});
    const struct req_ticket_list *list = rig_body(&rig, request_ticket_list);
    assert_int_equal(list->after, 900);
    rig_answer(&rig, request_ticket_list, &(struct rec_ticket_page){.next = 950}); /* empty */
    list = rig_body(&rig, request_ticket_list);
    assert_int_equal(list->after, 950);
    rig_answer(&rig, request_ticket_list, &(struct rec_ticket_page){.rows = {&b, 1}});
    assert_null(rig_waiting(&rig, request_ticket_list));
    rig_key(&rig, K_END);
    assert_int_equal(list_selected(rig.office->list), 4);
}

static void test_ledger_pages_are_followed(void **state)
{
    (void)state;
    rig_sign_in(&rig, role_unit);
    struct rec_ticket_card card = rig_card(12, ticket_state_handling, 0);
    struct rec_history_item first = {
        .seq = 5, .at_ms = card.registered_ms, .fact = slice_of("call_answered")};
    struct rec_history_item last = {
        .seq = 9, .at_ms = card.registered_ms, .fact = slice_of("ticket_revealed")};
    office_show_card(rig.office, 12);
    rig_answer(&rig, request_ticket_show, &card);
    rig_answer(&rig, request_ticket_history,
               &(struct rec_history_page){.rows = {&first, 1}, .next = 5});
    const struct req_ticket_history *more = rig_body(&rig, request_ticket_history);
    assert_int_equal(more->after, 5);
    rig_answer(&rig, request_ticket_history, &(struct rec_history_page){.rows = {&last, 1}});
    rig_shows(&rig, "the call was answered");
    rig_shows(&rig, "caller's data revealed");
}

static void test_others_steps_are_said(void **state)
{
    (void)state;
    struct rec_ticket_item rows[] = {rig_item(3, ticket_state_approval, "一", 60),
                                     rig_item(4, ticket_state_approval, "二", 70)};
    rig_sign_in(&rig, role_approver);
    rig_answer(&rig, request_ticket_list, &(struct rec_ticket_page){.rows = {rows, 2}});
    rig_key(&rig, K_DOWN);
    rig_moved(&rig, 9, 99, ticket_event_reply, ticket_state_approval);
    rig_shows(&rig, "Ticket 9 has come: awaiting approval.");
    rig_moved(&rig, 4, 99, ticket_event_pass, ticket_state_replied);
    rig_moved(&rig, 4, 99, ticket_event_follow_up, ticket_state_follow_up);
    rig_shows(&rig, "Ticket 4 was moved on: reply approved. It is now: replied.");
    rig_wait(&rig, 1500);
    rig_answer(&rig, request_ticket_list, &(struct rec_ticket_page){.rows = {rows, 1}});
    assert_int_equal(list_selected(rig.office->list), 3);
    /* a popup over a card that changes */
    struct rec_ticket_card card = rig_card(3, ticket_state_approval, EVENT_BIT(pass));
    rig_key(&rig, K_ENTER);
    rig_answer(&rig, request_ticket_show, &card);
    rig_answer(&rig, request_ticket_history, &(struct rec_history_page){0});
    rig_key(&rig, K_F7);
    rig_moved(&rig, 3, 99, ticket_event_pass, ticket_state_replied);
    rig_shows(&rig, "Ticket 3 was moved on");
    rig_refuse(&rig, request_ticket_show, REJECT_DENIED, "", 0);
    rig_key(&rig, K_ESC);
    rig_shows(&rig, "This ticket is not yours to see now.");
    assert_false(rig_has(&rig, "李**"));
}

static void test_next_follows_the_list(void **state)
{
    (void)state;
    struct rec_ticket_item rows[] = {rig_item(3, ticket_state_approval, "一", 60),
                                     rig_item(4, ticket_state_approval, "二", 70)};
    rig_sign_in(&rig, role_approver);
    rig_answer(&rig, request_ticket_list, &(struct rec_ticket_page){.rows = {rows, 2}});
    rig_key(&rig, K_ENTER);
    assert_int_equal(card_ticket(rig.office->card), 3);
    rig_key(&rig, K_F9);
    assert_int_equal(card_ticket(rig.office->card), 4);
    rig_key(&rig, K_F9);
    rig_shows(&rig, "This is the last one of the list.");
}

static void reveal(uint64_t ticket)
{
    struct rec_ticket_card card = rig_card(ticket, ticket_state_handling, EVENT_BIT(reply));
    office_show_card(rig.office, ticket);
    rig_answer(&rig, request_ticket_show, &card);
    rig_answer(&rig, request_ticket_history, &(struct rec_history_page){0});
    rig_press(&rig, key_ctrl('e'));
    rig_key(&rig, K_ENTER);
    assert_null(rig_waiting(&rig, request_ticket_reveal)); /* not without a reason */
    rig_type(&rig, "联系来电人\n");
    const struct req_ticket_reveal *asked = rig_body(&rig, request_ticket_reveal);
    assert_true(slice_equal(asked->reason, slice_of("联系来电人")));
    assert_false(rig_asked(&rig, request_ticket_reveal)->keep);
}

static const struct rec_caller_words caller = {.name = {"李小明", 9}, .phone = {"13800000001", 11}};

static void test_revealed_only_while_open(void **state)
{
    (void)state;
    rig_sign_in(&rig, role_unit);
    reveal(12);
    assert_false(rig_has(&rig, "李小明"));
    rig_answer(&rig, request_ticket_reveal, &caller);
    rig_shows(&rig, "李小明");
    assert_false(office_allows(rig.office, deed_reveal));
    struct rec_ticket_card card = rig_card(12, ticket_state_handling, EVENT_BIT(reply));
    rig_answer(&rig, request_ticket_show, &card); /* the ledger says that it was revealed */
    rig_answer(&rig, request_ticket_history, &(struct rec_history_page){0});
    rig_shows(&rig, "李小明");
    rig_key(&rig, K_ESC);
    office_show_card(rig.office, 12);
    rig_answer(&rig, request_ticket_show, &card);
    rig_answer(&rig, request_ticket_history, &(struct rec_history_page){0});
    assert_false(rig_has(&rig, "李小明"));
    rig_key(&rig, K_ESC);
    /* an answer that comes when another card is open shows nothing there */
    reveal(13);
    rig_key(&rig, K_ESC);
    rig_key(&rig, K_ESC);
    office_show_card(rig.office, 12);
    rig_answer(&rig, request_ticket_show, &card);
    rig_answer(&rig, request_ticket_reveal, &caller);
    assert_false(rig_has(&rig, "李小明"));
    assert_false(card_revealed(rig.office->card));
}

static void test_one_persons_text_is_not_anothers(void **state)
{
    (void)state;
    rig_sign_in(&rig, role_unit);
    struct rec_ticket_card card = rig_card(12, ticket_state_handling, EVENT_BIT(reply));
    rig_open(&rig, &card);
    rig_key(&rig, K_F5);
    rig_type(&rig, "甲的话");
    rig_key(&rig, K_F5); /* not answered before somebody else sits down */
    rig_press(&rig, key_ctrl('o'));
    rig_key(&rig, K_TAB);
    rig_key(&rig, K_ENTER);
    rig_done(&rig, request_session_close);
    rig_sign_in_as(&rig, 8, "4001", "赵强", ROLE_BIT(role_unit));
    office_show_card(rig.office, 12);
    rig_answer(&rig, request_ticket_show, &card);
    rig_answer(&rig, request_ticket_history, &(struct rec_history_page){0});
    rig_key(&rig, K_F5);
    assert_false(rig_has(&rig, "甲的话"));
    rig_type(&rig, "乙");
    rig_shows(&rig, "乙");
}

static void test_overdue_is_a_word(void **state)
{
    (void)state;
    struct rec_ticket_item late = rig_item(3, ticket_state_handling, "一", -190);
    rig_sign_in(&rig, role_unit);
    rig_answer(&rig, request_ticket_list, &(struct rec_ticket_page){.rows = {&late, 1}});
    rig_shows(&rig, "! overdue 3h");
    struct rec_ticket_card card = rig_card(3, ticket_state_handling, 0);
    card.overdue = 1;
    rig_key(&rig, K_ENTER);
    rig_answer(&rig, request_ticket_show, &card);
    rig_shows(&rig, "▲ The deadline has passed.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_lists_by_role, start, stop),
        cmocka_unit_test_setup_teardown(test_tabs_by_key, start, stop),
        cmocka_unit_test_setup_teardown(test_extensions_of_both_states, start, stop),
        cmocka_unit_test_setup_teardown(test_short_pages_are_followed, start, stop),
        cmocka_unit_test_setup_teardown(test_ledger_pages_are_followed, start, stop),
        cmocka_unit_test_setup_teardown(test_others_steps_are_said, start, stop),
        cmocka_unit_test_setup_teardown(test_next_follows_the_list, start, stop),
        cmocka_unit_test_setup_teardown(test_revealed_only_while_open, start, stop),
        cmocka_unit_test_setup_teardown(test_one_persons_text_is_not_anothers, start, stop),
        cmocka_unit_test_setup_teardown(test_overdue_is_a_word, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
