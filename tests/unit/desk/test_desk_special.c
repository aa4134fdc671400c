/* Beside the calls that ring: callbacks and calls that go out, marks, alerts, trees, notes, what
 * everybody is to know, breaks and limits. */
#include "client/desk/keys.h"
#include "tests/unit/desk/rig.h"

enum { ROWS = 24, COLS = 80, CALL = 501, TICKET = 90, CONTACT = 33, ALERT = 4 };

static struct rig rig;

static int start(void **state)
{
    (void)state;
    rig_start(&rig, ROWS, COLS, NULL);
    rig_sign_in(&rig);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    rig_stop(&rig);
    return 0;
}

/* ---- a promised callback ---- */

static void recall(void)
{
    struct fact fact = {.type = fact_type_call_offered};
    fact.body.call_offered = (struct fact_call_offered){.call = CALL,
                                                        .line = 1,
                                                        .person = ME,
                                                        .event = call_event_recall,
                                                        .until_ms = seat_now_ms(&rig.seat) + 20000};
    rig_ready(&rig);
    rig_fact(&rig, fact);
    rig_agent(&rig, agent_event_offer, agent_state_offered, CALL);
    struct rec_call_card card = rig_card(&rig, CALL, call_state_recalled);
    rig_answer(&rig, request_call_show, &card);
    rig_shows(&rig, "A promised callback. F4: ring the caller");
    rig_key(&rig, K_F4);
    rig_done(&rig, request_call_answer, CALL, 0);
    struct fact moved = {.type = fact_type_call_moved};
    moved.body.call_moved = (struct fact_call_moved){.call = CALL,
                                                     .line = 1,
                                                     .event = call_event_dial,
                                                     .from = call_state_recalled,
                                                     .to = call_state_dialing,
                                                     .person = ME};
    rig_fact(&rig, moved);
    rig_agent(&rig, agent_event_answer, agent_state_talking, CALL);
    card = rig_card(&rig, CALL, call_state_dialing);
    card.number = slice_of("13800000009");
    rig_answer(&rig, request_call_show, &card);
    rig_shows(&rig, "It rings there   F4: reached   F8: not reached");
    rig_shows(&rig, "13800000009");
}

static void test_callback_reached(void **state)
{
    (void)state;
    recall();
    rig_key(&rig, K_F4);
    rig_done(&rig, request_call_reached, CALL, 0);
    struct fact fact = {.type = fact_type_call_answered};
    fact.body.call_answered = (struct fact_call_answered){
        .call = CALL, .line = 1, .person = ME, .event = call_event_reach};
    rig_fact(&rig, fact);
    assert_int_equal(rig.desk->view, VIEW_WORK);
    assert_true(desk_allows(rig.desk, DESK_CLOSE));
}

static void test_callback_not_reached(void **state)
{
    (void)state;
    recall();
    rig_key(&rig, K_F8);
    rig_type(&rig, "2"); /* busy */
    rig_key(&rig, K_F8);
    const struct req_call_failed *failed = rig_body(&rig, request_call_failed);
    assert_int_equal(failed->call, CALL);
    assert_int_equal(failed->reason, fail_reason_busy);
    rig_done(&rig, request_call_failed, CALL, 0);
    struct fact moved = {.type = fact_type_call_moved};
    moved.body.call_moved = (struct fact_call_moved){.call = CALL,
                                                     .line = 1,
                                                     .event = call_event_fail,
                                                     .from = call_state_dialing,
                                                     .to = call_state_callback,
                                                     .left = ME};
    rig_fact(&rig, moved);
    rig_agent(&rig, agent_event_finish, agent_state_wrapping, CALL);
    rig_shows(&rig, "It is tried again later.");
    assert_false(desk_allows(rig.desk, LINE_REACHED));
}

/* ---- outbound lists ---- */

static void test_outbound_contact(void **state)
{
    (void)state;
    struct rec_outbound_item list = {
        .outbound = 41, .code = rig_code("S1"), .name = slice_of("招工回访")};
    rig_answer(&rig, request_outbound_list, &(struct rec_outbound_page){.rows = {&list, 1}});
    rig_press(&rig, key_alt('o'));
    rig_key(&rig, K_F10); /* the only list is proposed */
    const struct req_outbound_next *next = rig_body(&rig, request_outbound_next);
    assert_string_equal(next->code.s, "S1");
    rig_done(&rig, request_outbound_next, CONTACT, 0);
    struct rec_contact_card card = {.contact = CONTACT,
                                    .state = contact_state_taken,
                                    .list_name = slice_of("招工回访"),
                                    .name = slice_of("陈晨"),
                                    .phone = slice_of("13800000007"),
                                    .line = rig_code("12345")};
    rig_answer(&rig, request_outbound_show, &card);
    rig_shows(&rig, "招工回访: 陈晨 13800000007   Alt-d: dial");
    rig_press(&rig, key_alt('d'));
    const struct req_call_dial *dial = rig_body(&rig, request_call_dial);
    assert_int_equal(dial->contact, CONTACT);
    assert_string_equal(dial->line.s, "12345");
    rig_done(&rig, request_call_dial, CALL, 0);
    struct fact fact = {.type = fact_type_call_arrived};
    fact.body.call_arrived = (struct fact_call_arrived){.call = CALL,
                                                        .line = 1,
                                                        .channel = channel_phone,
                                                        .person = ME,
                                                        .event = call_event_dial,
                                                        .contact = CONTACT};
    rig_fact(&rig, fact);
    rig_agent(&rig, agent_event_meet, agent_state_talking, CALL);
    rig_shows(&rig, "It rings there");
    rig_ended(&rig, CALL, call_end_unreached);
    rig_shows(&rig, "Not reached, and not tried again.");
    rig_press(&rig, key_alt('o'));
    rig_type(&rig, "2");
    rig_key(&rig, K_F10);
    const struct req_outbound_result *result = rig_body(&rig, request_outbound_result);
    assert_int_equal(result->contact, CONTACT);
    assert_int_equal(result->result, contact_result_no_answer);
    rig_done(&rig, request_outbound_result, CONTACT, 0);
    assert_int_equal(rig.desk->contact.id, 0);
}

static void test_dial_needs_a_number(void **state)
{
    (void)state;
    rig_press(&rig, key_alt('d'));
    rig_key(&rig, K_F10);
    assert_null(rig_waiting(&rig, request_call_dial));
    rig_type(&rig, "13800000007");
    rig_key(&rig, K_F10);
    const struct req_call_dial *dial = rig_body(&rig, request_call_dial);
    assert_true(slice_equal(dial->to, slice_of("13800000007")));
    rig_refuse(&rig, request_call_dial, REJECT_NOT_TO_CALL, "to", 0);
    rig_shows(&rig, "does not want to be called");
}

/* R42: with its true times. */
static void test_typed_in_afterwards(void **state)
{
    (void)state;
    rig_press(&rig, key_alt('e'));
    rig_key(&rig, K_TAB);
    rig_type(&rig, "13800000007");
    rig_key(&rig, K_TAB);
    rig_type(&rig, "+5"); /* not over yet */
    rig_key(&rig, K_TAB);
    rig_type(&rig, "-29");
    rig_key(&rig, K_TAB);
    rig_type(&rig, "-20");
    rig_key(&rig, K_F10);
    assert_null(rig_waiting(&rig, request_call_enter));
    rig_press(&rig, key_ctrl('u'));
    rig_type(&rig, "-30");
    rig_key(&rig, K_F10);
    const struct req_call_enter *wanted = rig_body(&rig, request_call_enter);
    uint64_t now_ms = seat_now_ms(&rig.seat);
    assert_int_equal(wanted->arrived_ms, now_ms - 30 * 60000);
    assert_int_equal(wanted->ended_ms, now_ms - 20 * 60000);
    rig_done(&rig, request_call_enter, 77, 0);
    assert_int_equal(rig.desk->current->call, 77); /* its record is written now */
}

/* ---- special calls ---- */

static void test_mark_once_it_is_over(void **state)
{
    (void)state;
    rig_ready(&rig);
    assert_false(desk_allows(rig.desk, LINE_MARK));
    rig_take(&rig, CALL);
    rig_ended(&rig, CALL, call_end_caller);
    rig_press(&rig, key_alt('m'));
    rig_type(&rig, "2");
    rig_key(&rig, K_F10);
    const struct req_caller_mark *mark = rig_body(&rig, request_caller_mark);
    assert_int_equal(mark->call, CALL);
    assert_int_equal(mark->kind, nuisance_abuse);
    rig_done(&rig, request_caller_mark, CALL, 0);
    rig_shows(&rig, "Recorded.");
}

static void test_emergency_needs_its_key_points(void **state)
{
    (void)state;
    rig_ready(&rig);
    rig_take(&rig, CALL);
    rig_press(&rig, key_alt('g'));
    struct rec_plan_item plans[] = {{.code = rig_code("E1"),
                                     .name = slice_of("燃气泄漏"),
                                     .kind = alert_kind_emergency,
                                     .post = 1,
                                     .place = 1},
                                    {.code = rig_code("E1"),
                                     .name = slice_of("燃气泄漏"),
                                     .kind = alert_kind_emergency,
                                     .post = 1,
                                     .place = 2}};
    rig_answer(&rig, request_plan_list, &(struct rec_plan_page){.rows = {plans, 2}});
    assert_int_equal(rig.desk->plans.n, 1);
    rig_type(&rig, "1");
    rig_key(&rig, K_TAB);
    rig_type(&rig, "E1");
    rig_key(&rig, K_TAB);
    rig_type(&rig, "楼道有煤气味");
    rig_key(&rig, K_F10);
    rig_shows(&rig, "Something is missing");
    rig_type(&rig, "人民路12号");
    rig_key(&rig, K_TAB);
    rig_type(&rig, "两人头晕");
    rig_key(&rig, K_F10);
    const struct req_alert_raise *raise = rig_body(&rig, request_alert_raise);
    assert_string_equal(raise->plan.s, "E1");
    assert_int_equal(raise->call, CALL);
    assert_true(slice_equal(raise->people, slice_of("两人头晕")));
    rig_done(&rig, request_alert_raise, ALERT, 0);
    rig_shows(&rig, "Alert 4 is raised");
}

/* It shows and rings, and never takes the cursor. */
static void test_alert_is_acknowledged(void **state)
{
    (void)state;
    rig_ready(&rig);
    rig_take(&rig, CALL);
    int rings = rig.rings, focus = form_focus(rig.desk->current->form);
    rig_answer(&rig, request_alert_list, &(struct rec_alert_page){0});
    struct fact fact = {.type = fact_type_alert_relayed};
    fact.body.alert_relayed = (struct fact_alert_relayed){
        .alert = ALERT, .post = 1, .place = 1, .person = ME, .state = relay_state_told};
    rig_fact(&rig, fact);
    assert_int_equal(rig.rings, rings + 1);
    struct rec_alert_item item = {.alert = ALERT,
                                  .kind = alert_kind_emergency,
                                  .state = alert_state_open,
                                  .mine = 1,
                                  .what = slice_of("楼道有煤气味")};
    rig_answer(&rig, request_alert_list, &(struct rec_alert_page){.rows = {&item, 1}});
    rig_shows(&rig, "ALERT (emergency call): 楼道有煤气味   Alt-z");
    assert_int_equal(form_focus(rig.desk->current->form), focus);
    assert_null(dialogs_current(rig.desk->dialogs));
    rig_press(&rig, key_alt('z'));
    struct rec_alert_card card = {.alert = ALERT,
                                  .kind = alert_kind_emergency,
                                  .what = slice_of("楼道有煤气味"),
                                  .place = slice_of("人民路12号"),
                                  .by = rig_code("1002")};
    rig_answer(&rig, request_alert_show, &card);
    rig_shows(&rig, "Where it is: 人民路12号");
    rig_key(&rig, K_F10);
    const struct req_alert_acknowledge *wanted = rig_body(&rig, request_alert_acknowledge);
    assert_int_equal(wanted->alert, ALERT);
    rig_done(&rig, request_alert_acknowledge, ALERT, 0);
    assert_false(rig_has(&rig, "ALERT"));
}

static void test_identity_by_who_may(void **state)
{
    (void)state;
    desk_show_card(rig.desk, TICKET);
    struct rec_ticket_card card = {.ticket = TICKET, .state = ticket_state_follow_up};
    rig_answer(&rig, request_ticket_show, &card);
    assert_false(desk_allows(rig.desk, LINE_IDENTITY));
    rig.desk->verifies = true;
    rig_press(&rig, key_alt('y'));
    rig_type(&rig, "1");
    rig_key(&rig, K_F10);
    const struct req_ticket_identify *check = rig_body(&rig, request_ticket_identify);
    assert_int_equal(check->ticket, TICKET);
    assert_int_equal(check->failed, 0);
}

/* ---- a tree ---- */

static void take_tree(void)
{
    struct rec_tree_answer ways[] = {{.text = slice_of("亮"), .to = 2},
                                     {.text = slice_of("不亮"), .to = 3}};
    struct rec_tree_node nodes[] = {
        {.node = 1, .text = slice_of("指示灯亮吗？"), .answers = {ways, 2}},
        {.node = 2, .text = slice_of("重启一次。"), .solved = 1},
        {.node = 3, .text = slice_of("插好电源仍不亮。"), .unsolved = 1}};
    struct rec_tree tree = {.tree = 6,
                            .code = rig_code("T1"),
                            .name = slice_of("宽带故障"),
                            .version = 1,
                            .nodes = {nodes, 3}};
    rig_answer(&rig, request_tree_show, &tree);
}

static void test_tree_is_walked(void **state)
{
    (void)state;
    struct rec_tree_item item = {.tree = 6, .code = rig_code("T1"), .name = slice_of("宽带故障")};
    rig_answer(&rig, request_tree_list, &(struct rec_tree_page){.rows = {&item, 1}});
    desk_show_card(rig.desk, TICKET);
    struct rec_ticket_card card = {.ticket = TICKET, .state = ticket_state_registered};
    rig_answer(&rig, request_ticket_show, &card);
    rig_press(&rig, key_alt('u'));
    rig_type(&rig, "T1");
    rig_key(&rig, K_F10);
    take_tree();
    rig_shows(&rig, "指示灯亮吗？");
    rig_type(&rig, "1");
    rig_shows(&rig, "It is solved");
    rig_key(&rig, K_BACKSPACE);
    rig_key(&rig, K_ESC); /* nothing is lost */
    assert_false(rig.desk->walk.open);
    rig_press(&rig, key_alt('u'));
    rig_shows(&rig, "指示灯亮吗？");
    rig_key(&rig, K_DOWN);
    rig_key(&rig, K_ENTER);
    rig_shows(&rig, "Not solved: a visit will be due");
    rig_key(&rig, K_ENTER);
    const struct req_ticket_walk *walk = rig_body(&rig, request_ticket_walk);
    assert_int_equal(walk->ticket, TICKET);
    assert_string_equal(walk->tree.s, "T1");
    assert_true(slice_equal(walk->path, slice_of("1>3")));
    rig_done(&rig, request_ticket_walk, TICKET, 0);
    rig_shows(&rig, "a visit is due");
}

/* ---- news for everybody ---- */

static void test_notices_bursts_and_surge(void **state)
{
    (void)state;
    struct rec_notice_item notices[] = {
        {.notice = 1, .body = slice_of("系统今晚维护")},
        {.notice = 2, .body = slice_of("12329 线路中断"), .outage = 1}};
    struct rec_burst_item burst = {.burst = 3,
                                   .state = burst_state_live,
                                   .subject_name = slice_of("自来水停水"),
                                   .area = slice_of("城东"),
                                   .n = 7,
                                   .answer = slice_of("今晚八点恢复")};
    rig_answer(&rig, request_notice_list, &(struct rec_notice_page){.rows = {notices, 2}});
    rig_answer(&rig, request_burst_list, &(struct rec_burst_page){.rows = {&burst, 1}});
    rig_answer(&rig, request_surge_show, &(struct rec_surge){.on = 1, .reason = slice_of("暴雨")});
    rig_shows(&rig, "OUTAGE: 12329 线路中断"); /* the most important in a low window */
    rig_shows(&rig, "(+3: Alt-n)");
    rig_press(&rig, key_alt('n'));
    rig_shows(&rig, "Notice: 系统今晚维护");
    rig_shows(&rig, "Many ask: 自来水停水 城东 (7)   Say: 今晚八点恢复");
    rig_shows(&rig, "Surge mode: 暴雨");
    rig_key(&rig, K_ESC);
    assert_false(rig_has(&rig, "Surge mode"));
    rig_fact(&rig, (struct fact){.type = fact_type_notice_put});
    rig_answer(&rig, request_notice_list, &(struct rec_notice_page){0});
    rig_shows(&rig, "Many ask");
}

/* ---- what the agent is told ---- */

static void test_breaks_and_limits(void **state)
{
    (void)state;
    rig_ready(&rig);
    rig_take(&rig, CALL);
    struct fact asked = {.type = fact_type_agent_asked};
    asked.body.agent_asked = (struct fact_agent_asked){.person = ME, .reason = break_reason_meal};
    rig_fact(&rig, asked);
    rig_shows(&rig, "the team lead has been asked");
    asked.body.agent_asked.allowed = 1;
    rig_fact(&rig, asked);
    rig_shows(&rig, "Your break is allowed.");
    struct fact fact = {.type = fact_type_agent_moved};
    fact.body.agent_moved = (struct fact_agent_moved){.person = ME,
                                                      .event = agent_event_finish,
                                                      .from = agent_state_talking,
                                                      .to = agent_state_wrapping,
                                                      .limit_ms = seat_now_ms(&rig.seat) + 60000};
    rig_fact(&rig, fact);
    rig_shows(&rig, "wrapping up 0:00/1:00");
    rig_wait(&rig, 61000);
    rig_shows(&rig, "! wrapping up 1:01/1:0");
}

static void test_trainee_is_told(void **state)
{
    (void)state;
    struct rec_me me = rig_me(&rig);
    me.trainee = 1;
    seat_link(&rig.seat, LINK_AWAY);
    seat_link(&rig.seat, LINK_UP);
    rig_answer(&rig, request_me_show, &me);
    rig_shows(&rig, "You are a trainee");
    rig_fact(&rig, (struct fact){.type = fact_type_person_cleared,
                                 .body.person_cleared = {.person = ME}});
    assert_false(rig_has(&rig, "You are a trainee"));
}

/* R6: what was left out is said before this side hangs up first. */
static void test_closing_step_by_step(void **state)
{
    (void)state;
    struct rec_call_card card = rig_card(&rig, CALL, call_state_talking);
    card.closing = slice_of("还有其他需要帮助的吗？\n感谢您的来电。\n再见。");
    rig_ready(&rig);
    rig_take_card(&rig, CALL, &card);
    rig_key(&rig, K_F8);
    rig_shows(&rig, "1/3 Alt-s 还有其他需要帮助的吗？");
    rig_press(&rig, key_alt('s'));
    rig_shows(&rig, "2/3 Alt-s 感谢您的来电。");
    rig_key(&rig, K_F12);
    rig_shows(&rig, "2 of 3 steps were not said yet");
    rig_key(&rig, K_ESC);
    assert_null(rig_waiting(&rig, request_call_end));
    rig_press(&rig, key_alt('s'));
    rig_press(&rig, key_alt('s'));
    assert_false(desk_allows(rig.desk, LINE_STEP));
    rig_key(&rig, K_F12);
    assert_false(rig_has(&rig, "steps were not said"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_callback_reached, start, stop),
        cmocka_unit_test_setup_teardown(test_callback_not_reached, start, stop),
        cmocka_unit_test_setup_teardown(test_outbound_contact, start, stop),
        cmocka_unit_test_setup_teardown(test_dial_needs_a_number, start, stop),
        cmocka_unit_test_setup_teardown(test_typed_in_afterwards, start, stop),
        cmocka_unit_test_setup_teardown(test_mark_once_it_is_over, start, stop),
        cmocka_unit_test_setup_teardown(test_emergency_needs_its_key_points, start, stop),
        cmocka_unit_test_setup_teardown(test_alert_is_acknowledged, start, stop),
        cmocka_unit_test_setup_teardown(test_identity_by_who_may, start, stop),
        cmocka_unit_test_setup_teardown(test_tree_is_walked, start, stop),
        cmocka_unit_test_setup_teardown(test_notices_bursts_and_surge, start, stop),
        cmocka_unit_test_setup_teardown(test_breaks_and_limits, start, stop),
        cmocka_unit_test_setup_teardown(test_trainee_is_told, start, stop),
        cmocka_unit_test_setup_teardown(test_closing_step_by_step, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
