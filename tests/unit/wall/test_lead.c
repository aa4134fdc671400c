/* What a lead does from the wall: breaks, loans, surge mode, pinned answers, notices. */
#include "tests/unit/wall/rig.h"

static struct rig rig;
static struct centre centre;

static int begin(void **state)
{
    (void)state;
    rig_start(&rig, 30, 100);
    rig_sign_in(&rig, 5);
    centre_storm(&centre);
    rig_answer(&rig, request_wall_show, &centre.wall);
    return 0;
}

static int end(void **state)
{
    (void)state;
    rig_stop(&rig);
    return 0;
}

static void what_everybody_is_to_know_is_shown(void **state)
{
    (void)state;
    rig_shows(&rig, "on 1 posts nobody has acknowledged");
    rig_shows(&rig, "Surge mode is on. F6 ends it.");
    rig_shows(&rig, "Burst: 供水 城东街道, 14 tickets; F8 pins an answer");
    rig_shows(&rig, "Outage: 短信平台故障");
    rig_shows(&rig, "asks: rest");
    rig_shows(&rig, "offline with a");
}

static void a_quiet_centre_has_no_news(void **state)
{
    (void)state;
    centre_normal(&centre);
    rig_summary(&rig, &centre);
    assert_false(rig_has(&rig, "Surge mode is on"));
    assert_false(rig_has(&rig, "Burst"));
    assert_false(rig_has(&rig, "Alerts"));
    assert_false(rig_has(&rig, "F4"));
    assert_false(rig_has(&rig, "F8"));
}

/* Only one asks: that one is chosen already. */
static void a_break_is_allowed_with_two_keys(void **state)
{
    (void)state;
    rig_key(&rig, K_F4);
    rig_shows(&rig, "Allow a break");
    rig_key(&rig, K_F10);
    const struct req_agent_allow *allow = rig_body(&rig, request_agent_allow);
    assert_string_equal(allow->number.s, "1001");
    rig_answer(&rig, request_agent_allow, &(struct rec_done){.seq = 9});
    rig_shows(&rig, "The break is allowed.");
    assert_int_equal(rig_unanswered(&rig, request_wall_show), 1);
}

static void a_refusal_keeps_what_was_typed(void **state)
{
    (void)state;
    rig_key(&rig, K_F9);
    rig_type(&rig, "系统升级");
    rig_key(&rig, K_F10);
    rig_refuse(&rig, request_notice_put, REJECT_TOO_MANY, "body", 3);
    rig_shows(&rig, "系统升级");
}

static void surge_mode_ends_only_after_a_question(void **state)
{
    (void)state;
    rig_key(&rig, K_F6);
    rig_shows(&rig, "End surge mode? All that it changed is undone.");
    assert_int_equal(rig_unanswered(&rig, request_surge_end), 0);
    rig_key(&rig, K_ESC);
    assert_int_equal(rig_unanswered(&rig, request_surge_end), 0);
    centre.wall.surge = 0;
    rig_summary(&rig, &centre);
    rig_key(&rig, K_F6);
    rig_shows(&rig, "Begin surge mode");
    rig_type(&rig, "暴雨");
    rig_key(&rig, K_F10);
    const struct req_surge_start *start = rig_body(&rig, request_surge_start);
    assert_true(slice_equal(start->reason, slice_of("暴雨")));
    assert_int_equal(start->until_ms, 0);
}

static void an_answer_is_pinned_to_the_only_burst(void **state)
{
    (void)state;
    rig_key(&rig, K_F8);
    rig_key(&rig, K_TAB);
    rig_type(&rig, "A-17");
    rig_key(&rig, K_F10);
    const struct req_burst_pin *pin = rig_body(&rig, request_burst_pin);
    assert_int_equal(pin->burst, 7);
    assert_string_equal(pin->article.s, "A-17");
}

static void a_loan_names_agent_skill_level_and_time(void **state)
{
    (void)state;
    static const struct rec_skill_item skills[] = {
        {.skill = 4, .code = {"WATER"}, .name = {"供水", 6}},
        {.skill = 5, .code = {"OLD"}, .name = {"旧", 3}, .retired = 1}};
    rig_key(&rig, K_F7);
    rig_answer(&rig, request_skill_list,
               &(struct rec_skill_page){.rows = {skills, sizeof skills / sizeof *skills}});
    rig_type(&rig, "1003");
    rig_key(&rig, K_TAB); /* takes the marked one; the only skill is chosen already */
    rig_key(&rig, K_TAB);
    rig_type(&rig, "2");
    rig_key(&rig, K_TAB);
    rig_type(&rig, "gestern");
    rig_key(&rig, K_F10);
    rig_shows(&rig, "This is not a time to come.");
    for (int i = 0; i < 7; i++) rig_key(&rig, K_BACKSPACE);
    rig_type(&rig, "+2h");
    rig_key(&rig, K_F10);
    const struct req_agent_borrow *borrow = rig_body(&rig, request_agent_borrow);
    assert_string_equal(borrow->number.s, "1003");
    assert_string_equal(borrow->skill.s, "WATER");
    assert_int_equal(borrow->level, 2);
    assert_true(borrow->until_ms > NOON_MS + 7100000);
}

static void leads_are_told_of_what_lasts_too_long(void **state)
{
    (void)state;
    rig_fact(&rig, (struct fact){
                       .type = fact_type_agent_alarmed,
                       .body.agent_alarmed = {.person = 1003, .alarm = agent_alarm_break_over}});
    rig_shows(&rig, "break longer than allowed");
    rig_fact(&rig,
             (struct fact){.type = fact_type_alert_relayed,
                           .body.alert_relayed = {.alert = 6, .state = relay_state_unanswered}});
    rig_shows(&rig, "Alert 6: nobody on a post has acknowledged.");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_everybody_is_to_know_is_shown),      TEST(a_quiet_centre_has_no_news),
        TEST(a_break_is_allowed_with_two_keys),        TEST(a_refusal_keeps_what_was_typed),
        TEST(surge_mode_ends_only_after_a_question),   TEST(an_answer_is_pinned_to_the_only_burst),
        TEST(a_loan_names_agent_skill_level_and_time), TEST(leads_are_told_of_what_lasts_too_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
