/* The steps that hang on more than their event: extensions, leaders, the menu of all that can be
 * done, points and disclosures as rows of sheets; and what is said when somebody was faster. */
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

/* Registers that not everybody has. */
static void people(void)
{
    struct rec_person_item rows[] = {
        {.person = 51,
         .number = rig_code("6001"),
         .name = slice_of("周市长"),
         .roles = ROLE_BIT(role_leader)},
        {.person = 52,
         .number = rig_code("4002"),
         .name = slice_of("赵敏"),
         .roles = ROLE_BIT(role_unit),
         .unit = rig_code("U1")},
        {.person = 53,
         .number = rig_code("4777"),
         .name = slice_of("别处"),
         .roles = ROLE_BIT(role_unit),
         .unit = rig_code("U2")},
    };
    rig_answer(&rig, request_person_list, &(struct rec_person_page){.rows = {rows, 3}});
}

static void test_extension(void **state)
{
    (void)state;
    rig_sign_in(&rig, role_unit);
    struct rec_ticket_card card =
        rig_card(12, ticket_state_handling, EVENT_BIT(reply) | EVENT_BIT(extend));
    rig_open(&rig, &card);
    rig_key(&rig, K_F6);
    rig_type(&rig, "等配件到货");
    rig_key(&rig, K_TAB);
    rig_type(&rig, "+3d");
    rig_key(&rig, K_F6);
    const struct req_ticket_extend *extend = rig_body(&rig, request_ticket_extend);
    assert_int_equal(extend->at_ms, seat_now_ms(&rig.seat) + UINT64_C(3) * 86400000);
    assert_int_equal(extend->version, card.version);
    rig_done(&rig, request_ticket_extend);
    card.ask_until_ms = extend->at_ms;
    rig_answer(&rig, request_ticket_show, &card);
    rig_shows(&rig, "An extension is asked for, until 11-25");
    assert_false(office_allows(rig.office, deed_extend)); /* once at a time */
}

static void test_only_what_is_asked_for_is_granted(void **state)
{
    (void)state;
    rig_sign_in(&rig, role_desk);
    struct rec_ticket_card card =
        rig_card(12, ticket_state_handling, EVENT_BIT(grant) | EVENT_BIT(deny));
    rig_open(&rig, &card);
    assert_false(office_allows(rig.office, deed_grant) || office_allows(rig.office, deed_deny));
    card.ask_until_ms = card.due_ms + 86400000;
    rig_moved(&rig, 12, 99, ticket_event_amend, ticket_state_handling);
    rig_answer(&rig, request_ticket_show, &card);
    rig_key(&rig, K_F7);
    rig_shows(&rig, "Asked for, until");
    rig_key(&rig, K_F7);
    const struct req_ticket_grant *grant = rig_body(&rig, request_ticket_grant);
    assert_int_equal(grant->at_ms, 0); /* the date that was asked for */
    assert_int_equal(grant->version, card.version);
}

static void test_leader_is_named_by_the_desk(void **state)
{
    (void)state;
    rig_sign_in(&rig, role_desk);
    people();
    struct rec_ticket_card card =
        rig_card(12, ticket_state_instructed, EVENT_BIT(instruct) | EVENT_BIT(amend));
    rig_open(&rig, &card);
    rig_key(&rig, K_F6);
    rig_key(&rig, K_TAB); /* the usual unit is there already */
    rig_type(&rig, "请市政处牵头");
    rig_key(&rig, K_F6);
    rig_shows(&rig, "Something is missing");
    rig_type(&rig, "zsz");
    rig_key(&rig, K_F6);
    const struct req_ticket_instruct *instruct = rig_body(&rig, request_ticket_instruct);
    assert_string_equal(instruct->unit.s, "U1");
    assert_string_equal(instruct->leader.s, "6001");
}

static void test_hand_over_goes_to_colleagues_only(void **state)
{
    (void)state;
    rig_sign_in(&rig, role_unit);
    people();
    struct rec_ticket_card card = rig_card(12, ticket_state_handling, EVENT_BIT(hand_over));
    rig_open(&rig, &card);
    office_intent(rig.office, deed_hand_over);
    rig_type(&rig, "4777");
    rig_key(&rig, K_F10);
    rig_shows(&rig, "Nothing matches what is typed.");
    rig_press(&rig, key_ctrl('u'));
    rig_type(&rig, "4002");
    rig_key(&rig, K_TAB);
    rig_type(&rig, "已勘察，待施工");
    rig_key(&rig, K_TAB);
    rig_type(&rig, "+2h");
    rig_key(&rig, K_F10);
    const struct req_ticket_hand_over *over = rig_body(&rig, request_ticket_hand_over);
    assert_string_equal(over->to.s, "4002");
}

static void test_menu_has_what_can_be_done(void **state)
{
    (void)state;
    rig_sign_in(&rig, role_unit);
    struct rec_ticket_card card =
        rig_card(12, ticket_state_handling, EVENT_BIT(reply) | EVENT_BIT(progress));
    rig_open(&rig, &card);
    rig_key(&rig, K_F3);
    rig_shows(&rig, "Progress");
    assert_false(rig_has(&rig, "Merge") || rig_has(&rig, "Approve"));
    rig_type(&rig, "prog");
    rig_key(&rig, K_ENTER);
    rig_type(&rig, "已到现场");
    rig_key(&rig, K_F10);
    const struct req_ticket_progress *progress = rig_body(&rig, request_ticket_progress);
    assert_int_equal(progress->ticket, 12);
    assert_true(slice_equal(progress->reply, slice_of("已到现场")));
    rig_done(&rig, request_ticket_progress);
    rig_shows(&rig, "progress is recorded.");
}

static void test_times_that_are_over(void **state)
{
    (void)state;
    rig_sign_in(&rig, role_unit);
    struct rec_ticket_card card = rig_card(12, ticket_state_handling, EVENT_BIT(on_site));
    rig_open(&rig, &card);
    office_intent(rig.office, deed_on_site);
    rig_type(&rig, "2099-01-01 09:00");
    rig_key(&rig, K_F10);
    rig_shows(&rig, "This is not a time that is over.");
    rig_press(&rig, key_ctrl('u'));
    rig_type(&rig, "-2h");
    rig_key(&rig, K_F10);
    const struct req_ticket_on_site *on_site = rig_body(&rig, request_ticket_on_site);
    assert_int_equal(on_site->at_ms, seat_now_ms(&rig.seat) - UINT64_C(2) * 3600000);
}

static void test_who_was_faster_is_said(void **state)
{
    (void)state;
    rig_sign_in(&rig, role_approver);
    struct rec_ticket_card card = rig_card(12, ticket_state_approval, EVENT_BIT(pass));
    rig_open(&rig, &card);
    rig_key(&rig, K_F7);
    rig_key(&rig, K_F7);
    rig_refuse(&rig, request_ticket_pass, REJECT_STALE, "version", 5);
    rig_answer(&rig, request_ticket_show, &card);
    struct rec_history_item steps[] = {
        {.seq = 1,
         .at_ms = 1,
         .fact = slice_of("ticket_moved"),
         .by = rig_code("1001"),
         .event = ticket_event_dispatch},
        {.seq = 8,
         .fact = slice_of("ticket_noted"),
         .at_ms = seat_now_ms(&rig.seat),
         .by = rig_code("4011"),
         .event = ticket_event_supervise},
    };
    rig_answer(&rig, request_ticket_history, &(struct rec_history_page){.rows = {steps, 2}});
    rig_shows(&rig, "Changed meanwhile: 11:00 4011 – supervised.");
}

/* Looking at a guarded ticket is a fact; looking again because of it would never end. */
static void test_a_look_is_no_news(void **state)
{
    (void)state;
    rig_sign_in(&rig, role_desk);
    struct rec_ticket_card card = rig_card(12, ticket_state_handling, 0);
    card.secrecy = secrecy_confidential;
    rig_open(&rig, &card);
    struct fact seen = {.type = fact_type_ticket_seen, .by = ME};
    seen.body.ticket_seen.ticket = 12;
    rig_fact(&rig, seen);
    assert_null(rig_waiting(&rig, request_ticket_show));
}

static void test_points_are_appealed_from_their_row(void **state)
{
    (void)state;
    rig_sign_in(&rig, role_approver);
    rig_press(&rig, key_alt('p'));
    struct rec_score_item rows[] = {{.score = 3,
                                     .unit = rig_code("U1"),
                                     .rule = score_rule_overdue,
                                     .minus = 1,
                                     .month = 202511,
                                     .ticket = 77,
                                     .state = score_state_given},
                                    {.score = 4,
                                     .unit = rig_code("U1"),
                                     .rule = score_rule_redo,
                                     .minus = 1,
                                     .month = 202511,
                                     .state = score_state_upheld}};
    rig_answer(&rig, request_score_list, &(struct rec_score_page){.rows = {rows, 2}});
    rig_shows(&rig, "202511");
    rig_shows(&rig, "overdue");
    rig_key(&rig, K_DOWN);
    assert_false(office_allows(rig.office, deed_appeal)); /* decided already */
    rig_key(&rig, K_UP);
    rig_key(&rig, K_F3);
    rig_type(&rig, "appeal");
    rig_key(&rig, K_ENTER);
    rig_type(&rig, "日历有误");
    rig_key(&rig, K_F10);
    const struct req_score_appeal *appeal = rig_body(&rig, request_score_appeal);
    assert_int_equal(appeal->score, 3);
    rig_done(&rig, request_score_appeal);
    rig_shows(&rig, "No. 3: the appeal is handed in.");
    rig_key(&rig, K_ENTER); /* the ticket that caused it */
    assert_int_equal(card_ticket(rig.office->card), 77);
}

/* R43: who is on the plan hears of it and says so with two keys. */
static void test_alerts_are_acknowledged_by_those_on_the_plan(void **state)
{
    (void)state;
    rig_sign_in(&rig, role_unit);
    struct fact told = {.type = fact_type_alert_relayed,
                        .body.alert_relayed = {.alert = 6,
                                               .person = rig.office->person + 1,
                                               .state = relay_state_told}};
    rig_fact(&rig, told);
    assert_false(rig_has(&rig, "Alert 6"));
    told.body.alert_relayed.person = rig.office->person;
    rig_fact(&rig, told);
    rig_shows(&rig, "Alert 6: acknowledge it in the list of alerts.");
    rig_press(&rig, key_alt('l'));
    struct rec_alert_item rows[] = {{.alert = 6,
                                     .kind = alert_kind_emergency,
                                     .state = alert_state_open,
                                     .what = slice_of("煤气泄漏"),
                                     .mine = 1,
                                     .posts = 2},
                                    {.alert = 5, .state = alert_state_closed}};
    rig_answer(&rig, request_alert_list, &(struct rec_alert_page){.rows = {rows, 2}});
    rig_shows(&rig, "煤气泄漏");
    rig_key(&rig, K_F7);
    rig_type(&rig, "已出发");
    rig_key(&rig, K_F10);
    const struct req_alert_acknowledge *heard = rig_body(&rig, request_alert_acknowledge);
    assert_int_equal(heard->alert, 6);
    assert_true(slice_equal(heard->note, slice_of("已出发")));
    rig_done(&rig, request_alert_acknowledge);
    rig_key(&rig, K_DOWN);
    assert_false(office_allows(rig.office, deed_heard)); /* closed */
}

static void test_away_without_a_popup(void **state)
{
    (void)state;
    rig_sign_in(&rig, role_unit);
    office_intent(rig.office, deed_away);
    const struct req_person_away *away = rig_body(&rig, request_person_away);
    assert_string_equal(away->number.s, "4000");
    assert_int_equal(away->back, 0);
    rig_done(&rig, request_person_away);
    rig_shows(&rig, "you are away");
    office_intent(rig.office, deed_back);
    away = rig_body(&rig, request_person_away);
    assert_int_equal(away->back, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_extension, start, stop),
        cmocka_unit_test_setup_teardown(test_only_what_is_asked_for_is_granted, start, stop),
        cmocka_unit_test_setup_teardown(test_leader_is_named_by_the_desk, start, stop),
        cmocka_unit_test_setup_teardown(test_hand_over_goes_to_colleagues_only, start, stop),
        cmocka_unit_test_setup_teardown(test_menu_has_what_can_be_done, start, stop),
        cmocka_unit_test_setup_teardown(test_times_that_are_over, start, stop),
        cmocka_unit_test_setup_teardown(test_who_was_faster_is_said, start, stop),
        cmocka_unit_test_setup_teardown(test_a_look_is_no_news, start, stop),
        cmocka_unit_test_setup_teardown(test_points_are_appealed_from_their_row, start, stop),
        cmocka_unit_test_setup_teardown(test_alerts_are_acknowledged_by_those_on_the_plan, start,
                                        stop),
        cmocka_unit_test_setup_teardown(test_away_without_a_popup, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
