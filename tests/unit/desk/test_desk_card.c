/* What the desk does with a ticket's card: follow-up, and data shown with a reason. */
#include "tests/unit/desk/rig.h"

enum { ROWS = 24, COLS = 80, TICKET = 90 };

static struct rig rig;

static int start(void **state)
{
    (void)state;
    rig_start(&rig, ROWS, COLS, NULL);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    rig_stop(&rig);
    return 0;
}

static void test_follow_up(void **state)
{
    (void)state;
    rig_sign_in(&rig);
    rig_press(&rig, key_ctrl('f'));
    const struct req_ticket_list *list = rig_body(&rig, request_ticket_list);
    assert_int_equal(list->view, ticket_view_state);
    assert_int_equal(list->state, ticket_state_follow_up);
    struct rec_ticket_item item = {.ticket = TICKET, .state = ticket_state_follow_up};
    rig_answer(&rig, request_ticket_list, &(struct rec_ticket_page){.rows = {&item, 1}});
    rig_key(&rig, K_ENTER);
    struct rec_ticket_card card = {.ticket = TICKET,
                                   .state = ticket_state_follow_up,
                                   .masked = 1,
                                   .phone = slice_of("138****0001"),
                                   .events = UINT64_C(1) << ticket_event_satisfied};
    rig_answer(&rig, request_ticket_show, &card);
    rig_press(&rig, key_ctrl('e'));
    rig_type(&rig, "回访");
    rig_key(&rig, K_ENTER);
    const struct req_ticket_reveal *reveal = rig_body(&rig, request_ticket_reveal);
    assert_true(slice_equal(reveal->reason, slice_of("回访")));
    struct rec_caller_words words = {.phone = slice_of("13800000001")};
    rig_answer(&rig, request_ticket_reveal, &words);
    rig_shows(&rig, "13800000001");
    rig_key(&rig, K_F5);
    rig_type(&rig, "1");
    rig_key(&rig, K_F5);
    rig_shows(&rig, "Something is missing"); /* whether it is solved (R57) */
    rig_type(&rig, "2");
    rig_key(&rig, K_TAB);
    rig_type(&rig, "2");
    rig_key(&rig, K_F5);
    const struct req_ticket_follow_up *outcome = rig_body(&rig, request_ticket_follow_up);
    assert_int_equal(outcome->outcome, outcome_satisfied);
    assert_int_equal(outcome->solved, solved_partly);
    assert_int_equal(outcome->grade, grade_satisfied);
    rig_done(&rig, request_ticket_follow_up, TICKET, 9);
    rig_shows(&rig, "Recorded.");
}

/* The answer to "show the data" comes when another card is open. */
static void test_revealed_data_stays_with_its_card(void **state)
{
    (void)state;
    rig_sign_in(&rig);
    rig_press(&rig, key_ctrl('f'));
    struct rec_ticket_item items[] = {{.ticket = TICKET, .state = ticket_state_follow_up},
                                      {.ticket = TICKET + 1, .state = ticket_state_follow_up}};
    rig_answer(&rig, request_ticket_list, &(struct rec_ticket_page){.rows = {items, 2}});
    rig_key(&rig, K_ENTER);
    struct rec_ticket_card card = {.ticket = TICKET,
                                   .state = ticket_state_follow_up,
                                   .masked = 1,
                                   .phone = slice_of("138****0001")};
    rig_answer(&rig, request_ticket_show, &card);
    rig_answer(&rig, request_ticket_history, &(struct rec_history_page){.next = 0});
    rig_press(&rig, key_ctrl('e'));
    rig_type(&rig, "回访");
    rig_key(&rig, K_ENTER);
    card_open(rig.desk->card, TICKET + 1);
    card.ticket = TICKET + 1;
    rig_answer(&rig, request_ticket_show, &card);
    rig_answer(&rig, request_ticket_reveal,
               &(struct rec_caller_words){.phone = slice_of("13800000001")});
    assert_false(rig_has(&rig, "13800000001"));
}

/* Two ring the same caller: the second one's outcome is refused, and the card is looked at again.
 */
static void test_follow_up_by_another_meanwhile(void **state)
{
    (void)state;
    rig_sign_in(&rig);
    rig_press(&rig, key_ctrl('f'));
    struct rec_ticket_item item = {.ticket = TICKET, .state = ticket_state_follow_up};
    rig_answer(&rig, request_ticket_list, &(struct rec_ticket_page){.rows = {&item, 1}});
    rig_key(&rig, K_ENTER);
    struct rec_ticket_card card = {.ticket = TICKET,
                                   .version = 5,
                                   .state = ticket_state_follow_up,
                                   .events = UINT64_C(1) << ticket_event_satisfied};
    rig_answer(&rig, request_ticket_show, &card);
    rig_answer(&rig, request_ticket_history, &(struct rec_history_page){.next = 0});
    rig_key(&rig, K_F5);
    rig_type(&rig, "4");
    rig_key(&rig, K_F5);
    const struct req_ticket_follow_up *outcome = rig_body(&rig, request_ticket_follow_up);
    assert_int_equal(outcome->version, 5);
    rig_refuse(&rig, request_ticket_follow_up, REJECT_STALE, "version", 0);
    card.version = 6;
    rig_answer(&rig, request_ticket_show, &card);
    rig_key(&rig, K_ESC);
    rig_key(&rig, K_F5);
    rig_key(&rig, K_F5);
    outcome = rig_body(&rig, request_ticket_follow_up);
    assert_int_equal(outcome->version, 6);
    assert_int_equal(outcome->outcome, outcome_unreachable); /* what was typed is still there */
}

#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, start, stop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(follow_up),
        TEST(follow_up_by_another_meanwhile),
        TEST(revealed_data_stays_with_its_card),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
