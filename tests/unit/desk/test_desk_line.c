/* The telephone at the desk: hold, consultation, every kind of transfer as either side sees it,
 * callbacks and calls that go out, breaks and limits. */
#include "client/desk/keys.h"
#include "tests/unit/desk/rig.h"

enum { ROWS = 24, COLS = 80, CALL = 501, TICKET = 90, OTHER = 8 };

static struct rig rig;

static int start(void **state)
{
    (void)state;
    rig_start(&rig, ROWS, COLS, NULL);
    rig_sign_in(&rig);
    rig_ready(&rig);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    rig_stop(&rig);
    return 0;
}

/* ---- facts ---- */

struct move {
    enum call_event event;
    enum call_state from, to;
    uint64_t person, second, left;
    bool outside;
    uint64_t lease_ms;
};

static void moved(struct move move)
{
    struct fact fact = {.type = fact_type_call_moved};
    fact.body.call_moved = (struct fact_call_moved){
        .call = CALL,
        .line = 1,
        .event = move.event,
        .from = move.from,
        .to = move.to,
        .person = move.person,
        .second = move.second,
        .left = move.left,
        .outside = move.outside,
        .until_ms = move.lease_ms ? seat_now_ms(&rig.seat) + move.lease_ms : 0};
    rig_fact(&rig, fact);
}

static void answer_card(enum call_state state, const char *agent, const char *second,
                        const char *number)
{
    struct rec_call_card card = rig_card(&rig, CALL, state);
    card.agent = rig_code(agent);
    card.second = rig_code(second);
    card.number = slice_of(number);
    card.outside = number[0] != 0;
    card.note = slice_of("听力不好");
    card.note_by = rig_code("1002");
    rig_answer(&rig, request_call_show, &card);
}

static void hold(void)
{
    rig_key(&rig, K_F11);
    rig_done(&rig, request_call_hold, CALL, 0);
    moved((struct move){call_event_hold, call_state_talking, call_state_held, ME, 0, 0, false, 0});
    rig_agent(&rig, agent_event_hold, agent_state_holding, CALL);
    answer_card(call_state_held, "1001", "", "");
}

static void agents(void)
{
    struct rec_agent_item rows[] = {
        {.person = 9, .number = rig_code("1003"), .state = agent_state_talking},
        {.person = OTHER,
         .number = rig_code("1002"),
         .name = slice_of("赵强"),
         .state = agent_state_ready}};
    rig_answer(&rig, request_agent_list, &(struct rec_agent_page){.rows = {rows, 2}});
}

static void consult(void)
{
    rig_press(&rig, key_alt('c'));
    agents();
    rig_type(&rig, "zq");
    rig_key(&rig, K_TAB);
    rig_key(&rig, K_TAB);
    rig_type(&rig, "懂方言吗");
    rig_key(&rig, K_F10);
    const struct req_call_consult *asked = rig_body(&rig, request_call_consult);
    assert_string_equal(asked->to.s, "1002");
    assert_true(slice_equal(asked->note, slice_of("懂方言吗")));
    rig_done(&rig, request_call_consult, CALL, 0);
    moved((struct move){call_event_consult, call_state_talking, call_state_asking, ME, OTHER, 0,
                        false, 20000});
    rig_agent(&rig, agent_event_hold, agent_state_holding, CALL);
    answer_card(call_state_asking, "1001", "1002", "");
}

static void joined(void)
{
    moved((struct move){call_event_join, call_state_asking, call_state_consulting, ME, OTHER, 0,
                        false, 0});
    answer_card(call_state_consulting, "1001", "1002", "");
}

/* ---- hold ---- */

static void test_hold_and_back(void **state)
{
    (void)state;
    rig_take(&rig, CALL);
    assert_false(desk_allows(rig.desk, LINE_RESUME));
    hold();
    rig_shows(&rig, "The caller is on hold   F11: back to the caller");
    assert_true(desk_allows(rig.desk, LINE_CONSULT));
    assert_true(desk_allows(rig.desk, DESK_TRANSFER));
    assert_false(desk_allows(rig.desk, DESK_CLOSE)); /* nobody would hear the closing words */
    assert_true(desk_allows(rig.desk, DESK_GONE));
    struct fact alarm = {.type = fact_type_agent_alarmed};
    alarm.body.agent_alarmed =
        (struct fact_agent_alarmed){.person = ME, .alarm = agent_alarm_hold_long, .call = CALL};
    int rings = rig.rings;
    rig_fact(&rig, alarm);
    assert_int_equal(rig.rings, rings + 1);
    rig_shows(&rig, "on hold for long");
    rig_key(&rig, K_F11);
    rig_done(&rig, request_call_resume, CALL, 0);
    moved(
        (struct move){call_event_resume, call_state_held, call_state_talking, ME, 0, 0, false, 0});
    rig_agent(&rig, agent_event_resume, agent_state_talking, CALL);
    assert_false(rig_has(&rig, "back to the caller"));
    assert_int_equal(rig.desk->view, VIEW_WORK);
}

/* What is being typed stays where it is, whatever the call does. */
static void test_typing_goes_on(void **state)
{
    (void)state;
    rig_take(&rig, CALL);
    rig_type(&rig, "王");
    hold();
    rig_type(&rig, "芳");
    assert_true(slice_equal(form_text(rig.desk->current->form, RECORD_NAME), slice_of("王芳")));
}

/* ---- consultation, as the one who asks ---- */

static void test_consult_and_hand_over(void **state)
{
    (void)state;
    rig_take(&rig, CALL);
    consult();
    rig_shows(&rig, "Asking; the caller holds   1002   0:20   F11: take back");
    assert_false(desk_allows(rig.desk, LINE_COMPLETE));
    joined();
    rig_shows(&rig, "F7: hand over   Alt-j: three-way");
    rig_key(&rig, K_F7);
    rig_done(&rig, request_call_complete, CALL, 0);
    moved((struct move){call_event_complete, call_state_consulting, call_state_joining, OTHER, 0,
                        ME, false, 20000});
    rig_agent(&rig, agent_event_finish, agent_state_wrapping, CALL);
    rig_shows(&rig, "The caller was handed over.");
    assert_false(desk_allows(rig.desk, LINE_HOLD));
}

static void test_consult_and_take_back(void **state)
{
    (void)state;
    rig_take(&rig, CALL);
    hold();
    consult();
    joined();
    rig_key(&rig, K_F11);
    rig_done(&rig, request_call_take_back, CALL, 0);
    moved((struct move){call_event_take_back, call_state_consulting, call_state_talking, ME, 0,
                        OTHER, false, 0});
    rig_agent(&rig, agent_event_resume, agent_state_talking, CALL);
    assert_true(desk_allows(rig.desk, DESK_CLOSE));
    assert_int_equal(rig.desk->live.call, CALL);
}

static void test_asked_one_does_not_answer(void **state)
{
    (void)state;
    rig_take(&rig, CALL);
    consult();
    moved((struct move){call_event_lapse, call_state_asking, call_state_held, ME, 0, OTHER, false,
                        0});
    rig_shows(&rig, "Nobody is asked any more.");
    assert_true(desk_allows(rig.desk, LINE_RESUME));
}

static void test_three_way_and_leave(void **state)
{
    (void)state;
    rig_take(&rig, CALL);
    consult();
    joined();
    rig_press(&rig, key_alt('j'));
    rig_done(&rig, request_call_conference, CALL, 0);
    moved((struct move){call_event_conference, call_state_consulting, call_state_conference, ME,
                        OTHER, 0, false, 0});
    rig_agent(&rig, agent_event_resume, agent_state_talking, CALL);
    answer_card(call_state_conference, "1001", "1002", "");
    rig_shows(&rig, "All three talk   1002   F7: leave it to them");
    rig_key(&rig, K_F7);
    rig_done(&rig, request_call_leave, CALL, 0);
    moved((struct move){call_event_stay, call_state_conference, call_state_talking, OTHER, 0, ME,
                        false, 0});
    rig_agent(&rig, agent_event_finish, agent_state_wrapping, CALL);
    rig_shows(&rig, "The caller stays with the other.");
}

static void test_outside_number_asked(void **state)
{
    (void)state;
    rig_take(&rig, CALL);
    rig_press(&rig, key_alt('c'));
    agents();
    rig_key(&rig, K_F10); /* neither agent nor number */
    assert_null(rig_waiting(&rig, request_call_consult));
    rig_key(&rig, K_TAB);
    rig_type(&rig, "057012345");
    rig_key(&rig, K_F10);
    const struct req_call_consult *asked = rig_body(&rig, request_call_consult);
    assert_true(slice_equal(asked->outside, slice_of("057012345")));
    rig_done(&rig, request_call_consult, CALL, 0);
    moved((struct move){call_event_consult, call_state_talking, call_state_asking, ME, 0, 0, true,
                        45000});
    answer_card(call_state_asking, "1001", "", "057012345");
    rig_shows(&rig, "Asking outside; the caller holds   057012345   0:45   F4: answered");
    rig_key(&rig, K_F8);
    rig_shows(&rig, "Not reached");
    rig_key(&rig, K_F8);
    const struct req_call_failed *failed = rig_body(&rig, request_call_failed);
    assert_int_equal(failed->reason, fail_reason_no_answer);
    rig_done(&rig, request_call_failed, CALL, 0);
    moved((struct move){call_event_leave, call_state_asking, call_state_held, ME, 0, 0, false, 0});
    rig_shows(&rig, "Nobody is asked any more.");
}

/* ---- passed outside: until both talk, it may come back ---- */

static void pass_outside(void)
{
    rig_take(&rig, CALL);
    rig_key(&rig, K_F7);
    agents();
    rig_key(&rig, K_TAB);
    rig_key(&rig, K_TAB);
    rig_type(&rig, "057012345");
    rig_key(&rig, K_F7);
    const struct req_call_refer *refer = rig_body(&rig, request_call_refer);
    assert_true(slice_equal(refer->outside, slice_of("057012345")));
    rig_done(&rig, request_call_refer, CALL, 0);
    moved((struct move){call_event_refer, call_state_talking, call_state_outside, 0, 0, ME, true,
                        45000});
    rig_agent(&rig, agent_event_finish, agent_state_wrapping, CALL);
    rig_shows(&rig, "Passed outside   0:45   F4: both are talking   F8: not reached");
}

static void test_passed_outside(void **state)
{
    (void)state;
    pass_outside();
    rig_key(&rig, K_F4);
    rig_done(&rig, request_call_confirm, CALL, 0);
    struct fact ended = {.type = fact_type_call_ended};
    ended.body.call_ended =
        (struct fact_call_ended){.call = CALL, .line = 1, .person = ME, .how = call_end_passed_on};
    rig_fact(&rig, ended);
    rig_shows(&rig, "The caller talks with the outside number.");
    assert_false(desk_allows(rig.desk, LINE_CONFIRM));
}

static void test_passed_outside_comes_back(void **state)
{
    (void)state;
    pass_outside();
    struct fact back = {.type = fact_type_call_given_back};
    back.body.call_given_back = (struct fact_call_given_back){
        .call = CALL, .line = 1, .person = ME, .until_ms = seat_now_ms(&rig.seat) + 20000};
    rig_fact(&rig, back);
    rig_agent(&rig, agent_event_offer, agent_state_offered, CALL);
    rig_shows(&rig, "A call rings. F4: answer");
    rig_shows(&rig, "The call comes back");
}

/* Nobody tells the one who passed it on that it waits in the queue: the lease does. */
static void test_passed_outside_lapses(void **state)
{
    (void)state;
    pass_outside();
    rig_wait(&rig, 44000);
    rig_shows(&rig, "Passed outside   ");
    rig_wait(&rig, 5000);
    rig_shows(&rig, "The call waits in the queue again.");
    assert_false(rig_has(&rig, "Passed outside   "));
}

/* ---- the other side ---- */

static void be_asked(void)
{
    int rings = rig.rings;
    moved((struct move){call_event_consult, call_state_talking, call_state_asking, OTHER, ME, 0,
                        false, 20000});
    rig_agent(&rig, agent_event_offer, agent_state_offered, CALL);
    assert_int_equal(rig.rings, rings + 1);
    answer_card(call_state_asking, "1002", "1001", "");
    rig_shows(&rig, "You are asked for help. F4: answer");
    rig_shows(&rig, "1002: 听力不好"); /* before the first word */
    rig_key(&rig, K_F4);
    rig_done(&rig, request_call_answer, CALL, 0);
    moved((struct move){call_event_join, call_state_asking, call_state_consulting, OTHER, ME, 0,
                        false, 0});
    rig_agent(&rig, agent_event_answer, agent_state_talking, CALL);
    answer_card(call_state_consulting, "1002", "1001", "");
    rig_shows(&rig, "You are asked; the caller holds   1002   F7: leave");
    assert_null(rig.desk->current); /* the caller is not mine: no record */
    assert_false(desk_allows(rig.desk, LINE_HOLD));
}

static void test_asked_and_given_the_caller(void **state)
{
    (void)state;
    be_asked();
    moved((struct move){call_event_complete, call_state_consulting, call_state_joining, ME, 0,
                        OTHER, false, 20000});
    answer_card(call_state_joining, "1001", "", "");
    rig_shows(&rig, "The caller is handed over to you. F4: we are talking");
    rig_key(&rig, K_F4);
    rig_done(&rig, request_call_confirm, CALL, 0);
    struct fact fact = {.type = fact_type_call_answered};
    fact.body.call_answered = (struct fact_call_answered){
        .call = CALL, .line = 1, .person = ME, .event = call_event_confirm};
    rig_fact(&rig, fact);
    assert_int_equal(rig.desk->view, VIEW_WORK);
    assert_true(desk_allows(rig.desk, LINE_HOLD));
}

static void test_asked_and_let_go(void **state)
{
    (void)state;
    be_asked();
    rig_key(&rig, K_F7);
    rig_done(&rig, request_call_leave, CALL, 0);
    moved((struct move){call_event_leave, call_state_consulting, call_state_held, OTHER, 0, ME,
                        false, 0});
    rig_agent(&rig, agent_event_finish, agent_state_wrapping, CALL);
    assert_int_equal(rig.desk->live.call, 0);
    rig_shows(&rig, "You are out of the call.");
}

/* The one who asked is gone: the caller stays with the one who is there. */
static void test_caller_stays(void **state)
{
    (void)state;
    be_asked();
    moved((struct move){call_event_stay, call_state_consulting, call_state_talking, ME, 0, OTHER,
                        false, 0});
    rig_shows(&rig, "The caller stays with you.");
    assert_int_equal(rig.desk->view, VIEW_WORK);
    assert_non_null(rig.desk->current);
}

/* ---- after a crash of this desk ---- */

static void test_resumes_as_it_was(void **state)
{
    (void)state;
    struct rec_me me = rig_me(&rig);
    me.state = agent_state_talking;
    me.call = CALL;
    seat_link(&rig.seat, LINK_AWAY);
    seat_link(&rig.seat, LINK_UP);
    rig_answer(&rig, request_me_show, &me);
    answer_card(call_state_consulting, "1002", "1001", "");
    rig_shows(&rig, "You are asked; the caller holds   1002   F7: leave");
    assert_int_equal(rig.desk->live.part, PART_SECOND);
    assert_null(rig.desk->current);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_hold_and_back, start, stop),
        cmocka_unit_test_setup_teardown(test_typing_goes_on, start, stop),
        cmocka_unit_test_setup_teardown(test_consult_and_hand_over, start, stop),
        cmocka_unit_test_setup_teardown(test_consult_and_take_back, start, stop),
        cmocka_unit_test_setup_teardown(test_asked_one_does_not_answer, start, stop),
        cmocka_unit_test_setup_teardown(test_three_way_and_leave, start, stop),
        cmocka_unit_test_setup_teardown(test_outside_number_asked, start, stop),
        cmocka_unit_test_setup_teardown(test_passed_outside, start, stop),
        cmocka_unit_test_setup_teardown(test_passed_outside_comes_back, start, stop),
        cmocka_unit_test_setup_teardown(test_passed_outside_lapses, start, stop),
        cmocka_unit_test_setup_teardown(test_asked_and_given_the_caller, start, stop),
        cmocka_unit_test_setup_teardown(test_asked_and_let_go, start, stop),
        cmocka_unit_test_setup_teardown(test_caller_stays, start, stop),
        cmocka_unit_test_setup_teardown(test_resumes_as_it_was, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
