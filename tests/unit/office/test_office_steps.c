/* Exactly the steps that the dispatcher allows; each becomes its request; refusals give the text
 * back. */
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

/* Steps with the event that allows each; those that hang on more than their event are tried on
 * their own. */
static const struct {
    enum ticket_event event;
    int intent;
} steps[] = {
#define D(name, event, right, ...) {IF_ANY_##right(ticket_event_##event), deed_##name},
#define IF_ANY_any(event) event
#define IF_ANY_on_card(event) ticket_event_none
#define IF_ANY_may_extend(event) ticket_event_none
#define IF_ANY_is_asked_for(event) ticket_event_none
#define IF_ANY_is_masked(event) ticket_event_none
#define IF_ANY_can_link(event) ticket_event_none
#define IF_ANY_can_split(event) ticket_event_none
#define IF_ANY_has_reply(event) ticket_event_none
#define IF_ANY_can_pass_on(event) ticket_event_none
#define IF_ANY_point_given(event) ticket_event_none
#define IF_ANY_point_appealed(event) ticket_event_none
#define IF_ANY_point_open(event) ticket_event_none
#define IF_ANY_disclosure_asked(event) ticket_event_none
#define IF_ANY_disclosure_granted(event) ticket_event_none
#define IF_ANY_alert_open(event) ticket_event_none
#define IF_ANY_alert_mine(event) ticket_event_none
#define IF_ANY_of_unit(event) ticket_event_none
    OFFICE_DEEDS(D)
#undef D
};

enum { STEPS = sizeof steps / sizeof *steps };

static void assert_steps(uint64_t events)
{
    for (int i = 0; i < STEPS; i++) {
        if (steps[i].event == ticket_event_none) continue;
        bool wanted = events >> steps[i].event & 1;
        if (office_allows(rig.office, steps[i].intent) != wanted)
            fail_msg("event %d: %s", steps[i].event, wanted ? "refused" : "offered");
    }
}

static void test_events_are_exactly_the_steps(void **state)
{
    (void)state;
    rig_sign_in(&rig, role_desk);
    struct rec_ticket_card card = rig_card(12, ticket_state_review, 0);
    rig_open(&rig, &card);
    for (uint64_t event = 0; event < 64; event++) {
        card.events = UINT64_C(1) << event;
        rig_moved(&rig, 12, 99, ticket_event_amend, ticket_state_review);
        rig_answer(&rig, request_ticket_show, &card);
        rig_answer(&rig, request_ticket_history, &(struct rec_history_page){0});
        assert_steps(card.events);
    }
    card.events = UINT64_MAX;
    rig_moved(&rig, 12, 99, ticket_event_amend, ticket_state_review);
    rig_answer(&rig, request_ticket_show, &card);
    assert_steps(UINT64_MAX);
    rig_key(&rig, K_ESC);
    assert_steps(0); /* none without a card */
}

/* What is behind the reply, by Tab. */
static void type_parts(void)
{
    rig_key(&rig, K_TAB);
    rig_type(&rig, "更换三盏灯");
    rig_key(&rig, K_TAB);
    rig_type(&rig, "已恢复照明");
    rig_key(&rig, K_TAB);
    rig_type(&rig, "1");
}

static void test_sign_is_one_key_and_asked_once(void **state)
{
    (void)state;
    rig_sign_in(&rig, role_unit);
    struct rec_ticket_card card = rig_card(12, ticket_state_dispatched, EVENT_BIT(sign));
    rig_open(&rig, &card);
    rig_shows(&rig, "F2 Sign");
    rig_key(&rig, K_F2);
    rig_key(&rig, K_F2);
    const struct req_ticket_sign *sign = rig_body(&rig, request_ticket_sign);
    assert_int_equal(sign->ticket, 12);
    assert_true(rig_asked(&rig, request_ticket_sign)->keep);
    rig_done(&rig, request_ticket_sign);
    assert_null(rig_waiting(&rig, request_ticket_sign));
    rig_shows(&rig, "Ticket 12: signed.");
    card = rig_card(12, ticket_state_handling, EVENT_BIT(reply));
    rig_answer(&rig, request_ticket_show, &card);
    rig_shows(&rig, "F5 Reply");
    assert_false(rig_has(&rig, "F2 Sign"));
}

static void test_text_stays_over_esc_per_ticket(void **state)
{
    (void)state;
    rig_sign_in(&rig, role_unit);
    struct rec_ticket_card card = rig_card(12, ticket_state_handling, EVENT_BIT(reply));
    rig_open(&rig, &card);
    rig_key(&rig, K_F5);
    rig_type(&rig, "已派人\n修好了");
    rig_key(&rig, K_ESC);
    rig_shows(&rig, "Begun and kept: Reply");
    assert_null(rig_waiting(&rig, request_ticket_reply));
    rig_key(&rig, K_ESC); /* to the list, and to another ticket */
    office_show_card(rig.office, 13);
    struct rec_ticket_card other = rig_card(13, ticket_state_handling, EVENT_BIT(reply));
    rig_answer(&rig, request_ticket_show, &other);
    rig_answer(&rig, request_ticket_history, &(struct rec_history_page){0});
    assert_false(rig_has(&rig, "Begun and kept"));
    rig_key(&rig, K_F5);
    assert_false(rig_has(&rig, "修好了"));
    rig_key(&rig, K_ESC);
    assert_false(rig_has(&rig, "Begun and kept"));
    office_show_card(rig.office, 12);
    rig_answer(&rig, request_ticket_show, &card);
    rig_key(&rig, K_F5);
    rig_shows(&rig, "修好了");
    type_parts();
    rig_key(&rig, K_F5);
    const struct req_ticket_reply *reply = rig_body(&rig, request_ticket_reply);
    assert_int_equal(reply->ticket, 12);
    assert_true(slice_equal(reply->reply, slice_of("已派人\n修好了")));
    assert_true(slice_equal(reply->measures, slice_of("更换三盏灯")));
    assert_true(slice_equal(reply->result, slice_of("已恢复照明")));
    assert_int_equal(reply->view, caller_view_satisfied);
}

static void test_refusals_explain_and_give_back(void **state)
{
    (void)state;
    rig_sign_in(&rig, role_unit);
    struct rec_ticket_card card = rig_card(12, ticket_state_handling, EVENT_BIT(reply));
    rig_open(&rig, &card);
    rig_key(&rig, K_F5);
    rig_type(&rig, "修好了");
    type_parts();
    rig_key(&rig, K_F10);
    rig_refuse(&rig, request_ticket_reply, REJECT_BAD_STATE, "", 0);
    rig_shows(&rig, "This is not possible in the present state. Text is kept.");
    assert_null(dialogs_current(rig.office->dialogs));
    rig_answer(&rig, request_ticket_show, &card); /* looked at again */
    rig_key(&rig, K_F5);
    rig_shows(&rig, "修好了");
    rig_key(&rig, K_F10);
    rig_refuse(&rig, request_ticket_reply, REJECT_BAD_TEXT, "reply", 0);
    assert_non_null(dialogs_current(rig.office->dialogs));
    rig_shows(&rig, "characters that are not allowed");
    rig_key(&rig, K_F10);
    rig_done(&rig, request_ticket_reply);
    rig_shows(&rig, "Ticket 12: the reply waits for approval.");
    assert_null(dialogs_current(rig.office->dialogs));
}

static void test_away_keeps_what_is_sent(void **state)
{
    (void)state;
    rig_sign_in(&rig, role_unit);
    struct rec_ticket_card card = rig_card(12, ticket_state_handling, EVENT_BIT(reply));
    rig_open(&rig, &card);
    seat_link(&rig.seat, LINK_AWAY);
    rig_key(&rig, K_F5);
    rig_type(&rig, "修好了");
    type_parts();
    rig_key(&rig, K_F5);
    assert_true(rig_asked(&rig, request_ticket_reply)->keep);
    rig_shows(&rig, "1 step kept, not sent");
    rig_shows(&rig, "Waits for the dispatcher: Reply");
    rig_key(&rig, K_F5); /* looks at it; cannot send it twice */
    rig_shows(&rig, "Sending");
    rig_key(&rig, K_F10);
    rig_type(&rig, "more");
    rig_key(&rig, K_ESC);
    assert_ptr_equal(rig_asked(&rig, request_ticket_reply)->body, rig.asks[rig.n_asks - 1].body);
    rig_press(&rig, key_ctrl('q'));
    rig_shows(&rig, "It is kept here");
    rig_key(&rig, K_ESC);
    seat_link(&rig.seat, LINK_UP);
    rig_done(&rig, request_ticket_reply);
    rig_shows(&rig, "the reply waits for approval");
    assert_false(rig_has(&rig, "kept, not sent"));
}

static void test_approval(void **state)
{
    (void)state;
    rig_sign_in(&rig, role_approver);
    assert_int_equal(rig.office->shown, LIST_APPROVAL);
    struct rec_ticket_card card =
        rig_card(12, ticket_state_approval, EVENT_BIT(pass) | EVENT_BIT(send_back));
    card.reply = slice_of("三盏路灯已更换。");
    rig_open(&rig, &card);
    rig_key(&rig, K_F8);
    rig_shows(&rig, "Reply: 三盏路灯已更换。");
    rig_key(&rig, K_F8);
    rig_shows(&rig, "Something is missing");
    assert_null(rig_waiting(&rig, request_ticket_send_back));
    rig_type(&rig, "缺少照片");
    rig_key(&rig, K_F8);
    const struct req_ticket_send_back *back = rig_body(&rig, request_ticket_send_back);
    assert_true(slice_equal(back->note, slice_of("缺少照片")));
    rig_done(&rig, request_ticket_send_back);
    rig_answer(&rig, request_ticket_show, &card);
    rig_key(&rig, K_F7);
    rig_key(&rig, K_F7); /* an opinion is not asked for */
    const struct req_ticket_pass *pass = rig_body(&rig, request_ticket_pass);
    assert_int_equal(pass->ticket, 12);
    assert_int_equal(pass->note.n, 0);
    assert_int_equal(pass->version, card.version); /* of the reply that was read */
}

static void test_sent_back_reply_is_mended(void **state)
{
    (void)state;
    rig_sign_in(&rig, role_unit);
    struct rec_ticket_card card = rig_card(12, ticket_state_handling, EVENT_BIT(reply));
    card.reply = slice_of("修好了。");
    card.measures = slice_of("换了灯。");
    card.result = slice_of("亮了。");
    card.view = caller_view_satisfied;
    card.note = slice_of("缺少照片");
    rig_open(&rig, &card);
    rig_key(&rig, K_F5);
    rig_shows(&rig, "Note: 缺少照片");
    rig_type(&rig, "附照片。");
    rig_key(&rig, K_F5);
    const struct req_ticket_reply *reply = rig_body(&rig, request_ticket_reply);
    assert_true(slice_equal(reply->reply, slice_of("修好了。附照片。")));
    assert_true(slice_equal(reply->result, slice_of("亮了。")));
    assert_int_equal(reply->version, card.version);
}

static void test_redo_names_a_unit(void **state)
{
    (void)state;
    rig_sign_in(&rig, role_desk);
    struct rec_ticket_card card =
        rig_card(12, ticket_state_review, EVENT_BIT(redo) | EVENT_BIT(uphold));
    rig_open(&rig, &card);
    rig_key(&rig, K_F6);
    rig_type(&rig, "仍不亮");
    rig_key(&rig, K_TAB);
    rig_type(&rig, "zzz");
    rig_key(&rig, K_F6);
    rig_shows(&rig, "Nothing matches what is typed.");
    assert_null(rig_waiting(&rig, request_ticket_redo));
    rig_press(&rig, key_ctrl('u'));
    rig_type(&rig, "gsgs"); /* 供水公司 */
    rig_key(&rig, K_F6);
    const struct req_ticket_redo *redo = rig_body(&rig, request_ticket_redo);
    assert_string_equal(redo->unit.s, "U2");
    assert_string_equal(redo->subject.s, "0101");
    assert_int_equal(redo->version, card.version);
    assert_true(slice_equal(redo->reason, slice_of("仍不亮")));
}

/* Answered directly: nobody had asked what it is about. */
static void test_redo_asks_for_a_missing_subject(void **state)
{
    (void)state;
    rig_sign_in(&rig, role_desk);
    struct rec_ticket_card card =
        rig_card(12, ticket_state_review, EVENT_BIT(redo) | EVENT_BIT(uphold));
    card.subject = (struct code){{0}};
    rig_open(&rig, &card);
    rig_key(&rig, K_F6);
    rig_type(&rig, "仍不亮");
    rig_key(&rig, K_F6);
    rig_shows(&rig, "Something is missing");
    assert_null(rig_waiting(&rig, request_ticket_redo));
    rig_type(&rig, "0101");
    rig_key(&rig, K_F6);
    const struct req_ticket_redo *redo = rig_body(&rig, request_ticket_redo);
    assert_string_equal(redo->subject.s, "0101");
}

static void test_follow_up_and_time(void **state)
{
    (void)state;
    rig_sign_in(&rig, role_desk);
    struct rec_ticket_card card = rig_card(12, ticket_state_follow_up,
                                           EVENT_BIT(satisfied) | EVENT_BIT(unsatisfied) |
                                               EVENT_BIT(unreachable) | EVENT_BIT(promise));
    rig_open(&rig, &card);
    rig_key(&rig, K_F5);
    rig_type(&rig, "2");
    rig_key(&rig, K_TAB);
    rig_type(&rig, "3");
    rig_key(&rig, K_F5);
    const struct req_ticket_follow_up *outcome = rig_body(&rig, request_ticket_follow_up);
    assert_int_equal(outcome->outcome, outcome_unsatisfied);
    assert_int_equal(outcome->solved, solved_no);
    assert_int_equal(outcome->grade, 0);
    rig_done(&rig, request_ticket_follow_up);
    rig_answer(&rig, request_ticket_show, &card);
    rig_press(&rig, key_ctrl('b'));
    rig_type(&rig, "yesterday");
    rig_key(&rig, K_F10);
    rig_shows(&rig, "This is not a time to come.");
    assert_null(rig_waiting(&rig, request_ticket_promise));
    rig_press(&rig, key_ctrl('u'));
    rig_type(&rig, "+30");
    rig_key(&rig, K_F10);
    const struct req_ticket_promise *promise = rig_body(&rig, request_ticket_promise);
    assert_int_equal(promise->at_ms, seat_now_ms(&rig.seat) + 30 * 60000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_events_are_exactly_the_steps, start, stop),
        cmocka_unit_test_setup_teardown(test_sign_is_one_key_and_asked_once, start, stop),
        cmocka_unit_test_setup_teardown(test_text_stays_over_esc_per_ticket, start, stop),
        cmocka_unit_test_setup_teardown(test_refusals_explain_and_give_back, start, stop),
        cmocka_unit_test_setup_teardown(test_away_keeps_what_is_sent, start, stop),
        cmocka_unit_test_setup_teardown(test_approval, start, stop),
        cmocka_unit_test_setup_teardown(test_sent_back_reply_is_mended, start, stop),
        cmocka_unit_test_setup_teardown(test_redo_names_a_unit, start, stop),
        cmocka_unit_test_setup_teardown(test_redo_asks_for_a_missing_subject, start, stop),
        cmocka_unit_test_setup_teardown(test_follow_up_and_time, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
