/* The record's second page, similar tickets, the subject's guide, and what stands beside settling:
 * a visitor told, a call rated. */
#include "client/desk/keys.h"
#include "tests/unit/desk/rig.h"

enum { ROWS = 24, COLS = 80, CALL = 501, TICKET = 90 };

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

/* In a call: a matter of a type is typed and saved. */
static struct work *begin(const char *type)
{
    rig_take(&rig, CALL);
    rig_type(&rig, "王芳");
    rig_key(&rig, K_TAB);
    rig_key(&rig, K_TAB);
    rig_type(&rig, "夜间施工噪声扰民");
    rig_key(&rig, K_TAB);
    rig_type(&rig, type);
    rig_key(&rig, K_TAB);
    rig_done(&rig, request_ticket_save, TICKET, 1);
    while (rig_waiting(&rig, request_ticket_save)) rig_done(&rig, request_ticket_save, TICKET, 2);
    return rig.desk->current;
}

static void fields(void)
{
    struct rec_value_item rows[] = {
        {.field = rig_code("F1"), .name = slice_of("车牌号"), .kind = value_kind_text, .must = 1},
        {.field = rig_code("F2"),
         .name = slice_of("路段"),
         .kind = value_kind_choice,
         .choices = slice_of("高架|地面")},
    };
    rig_wait(&rig, 2000);
    rig_answer(&rig, request_ticket_fields, &(struct rec_value_page){.rows = {rows, 2}});
}

static void test_second_page_by_tab_and_key(void **state)
{
    (void)state;
    struct work *work = begin("complaint");
    form_set_focus(work->form, RECORD_CAUSE);
    rig_key(&rig, K_TAB);
    assert_true(work->second);
    rig_shows(&rig, "Workplace");
    rig_type(&rig, "第三小学");
    rig_key(&rig, K_TAB);
    rig_done(&rig, request_ticket_save, TICKET, 3);
    rig_type(&rig, "anon");
    rig_key(&rig, K_TAB);
    const struct req_ticket_save *save = rig_body(&rig, request_ticket_save);
    assert_true(slice_equal(save->workplace, slice_of("第三小学")));
    assert_int_equal(save->anonymity, anonymity_anonymous);
    assert_int_equal(save->channel, 0); /* the call says it */
    rig_key(&rig, K_ESC);               /* to the first page, not out of the record */
    assert_false(work->second);
    assert_int_equal(rig.desk->view, VIEW_WORK);
    rig_shows(&rig, "F10: anonymous");
    rig_key(&rig, K_F10);
    assert_true(work->second);
}

/* R85: what many report in one area is a burst. */
static void test_area_goes_with_the_record(void **state)
{
    (void)state;
    struct rec_area_item area = {.area = 51, .code = rig_code("E"), .name = slice_of("城东")};
    rig_answer(&rig, request_area_list, &(struct rec_area_page){.rows = {&area, 1}});
    struct work *work = begin("complaint");
    rig_key(&rig, K_F10);
    form_set_focus(work->more->form, MORE_AREA);
    rig_type(&rig, "cd");
    rig_key(&rig, K_TAB);
    const struct req_ticket_save *save = rig_body(&rig, request_ticket_save);
    assert_string_equal(save->area.s, "E");
    struct rec_ticket_card card = {.ticket = TICKET, .area = rig_code("E")};
    more_take_card(work->more, &card, false);
    assert_int_equal(form_pick(work->more->form, MORE_AREA), 51);
}

static void test_form_fields_are_filled_and_required(void **state)
{
    (void)state;
    struct work *work = begin("complaint");
    fields();
    rig_shows(&rig, "F10: * 1 field required");
    form_set_focus(work->form, RECORD_SUBJECT);
    rig_type(&rig, "0101");
    rig_key(&rig, K_F6); /* held up: on the page where it is missing */
    assert_true(work->second);
    rig_shows(&rig, "Something is missing");
    rig_shows(&rig, "车牌号");
    rig_type(&rig, "京A12345");
    rig_key(&rig, K_TAB);
    rig_type(&rig, "2");
    rig_key(&rig, K_TAB);
    while (rig_waiting(&rig, request_ticket_save)) rig_done(&rig, request_ticket_save, TICKET, 3);
    const struct req_ticket_fill *fill = rig_body(&rig, request_ticket_fill);
    assert_string_equal(fill->field.s, "F1");
    assert_true(slice_equal(fill->value, slice_of("京A12345")));
    rig_done(&rig, request_ticket_fill, TICKET, 7);
    fill = rig_body(&rig, request_ticket_fill);
    assert_true(slice_equal(fill->value, slice_of("地面")));
    rig_refuse(&rig, request_ticket_fill, REJECT_BAD_FIELD, "value", 0);
    rig_shows(&rig, "not allowed");
    assert_null(rig_waiting(&rig, request_ticket_fill)); /* not the same again and again */
    assert_int_equal(work->version, 7);
}

/* The admin has described a field since: registration says so. */
static void test_refused_for_missing_fields(void **state)
{
    (void)state;
    struct work *work = begin("complaint");
    rig_wait(&rig, 2000);
    rig_answer(&rig, request_ticket_fields, &(struct rec_value_page){0});
    form_set_focus(work->form, RECORD_SUBJECT);
    rig_type(&rig, "0101");
    rig_key(&rig, K_F6);
    rig_refuse(&rig, request_ticket_register, REJECT_INCOMPLETE, "fields", 0);
    assert_true(work->second);
    struct rec_value_item row = {
        .field = rig_code("F1"), .name = slice_of("车牌号"), .kind = value_kind_text, .must = 1};
    rig_answer(&rig, request_ticket_fields, &(struct rec_value_page){.rows = {&row, 1}});
    rig_shows(&rig, "车牌号");
    assert_int_equal(form_focus(work->more->form), MORE_FIXED);
}

/* A complaint needs an address here, but not of who stays anonymous. */
static void test_type_says_what_is_required(void **state)
{
    (void)state;
    struct rec_profile_item rows[] = {
        {.type = ticket_type_complaint, .must_phone = 1},
        {.type = ticket_type_complaint, .line = rig_code("12345"), .must_address = 1},
    };
    rig_answer(&rig, request_profile_list, &(struct rec_profile_page){.rows = {rows, 2}});
    struct work *work = begin("complaint");
    form_set_focus(work->form, RECORD_SUBJECT);
    rig_type(&rig, "0101");
    rig_key(&rig, K_F6);
    rig_shows(&rig, "Something is missing");
    assert_int_equal(form_focus(work->form), RECORD_ADDRESS);
    rig_key(&rig, K_F10);
    form_set_focus(work->more->form, MORE_ANONYMITY);
    rig_type(&rig, "2");
    rig_key(&rig, K_F6);
    while (rig_waiting(&rig, request_ticket_save)) rig_done(&rig, request_ticket_save, TICKET, 5);
    assert_non_null(rig_waiting(&rig, request_ticket_register));
}

static void test_similar_tickets_wait_beside(void **state)
{
    (void)state;
    struct work *work = begin("complaint");
    rig_wait(&rig, 1000);
    assert_null(rig_waiting(&rig, request_ticket_similar)); /* still typing, perhaps */
    rig_wait(&rig, 1000);
    const struct req_ticket_similar *asked = rig_body(&rig, request_ticket_similar);
    assert_true(slice_equal(asked->matter, slice_of("夜间施工噪声扰民")));
    assert_true(slice_equal(asked->phone, slice_of("13800000001")));
    struct rec_ticket_item ticket = {
        .ticket = 71, .state = ticket_state_handling, .matter = slice_of("施工噪声")};
    struct rec_similar_item item = {.ticket = {&ticket, 1}, .same_caller = 1, .likeness = 64};
    int focus = form_focus(work->form);
    rig_answer(&rig, request_ticket_similar, &(struct rec_similar_page){.rows = {&item, 1}});
    rig_shows(&rig, "Perhaps the same");
    rig_shows(&rig, "1 71 handling · same caller · 64%");
    assert_int_equal(form_focus(work->form), focus);
    rig_wait(&rig, 5000);
    assert_null(rig_waiting(&rig, request_ticket_similar)); /* nothing changed */
    rig_press(&rig, key_alt('l'));
    rig_type(&rig, "2");
    rig_key(&rig, K_F10);
    rig_shows(&rig, "Something is missing"); /* a repeat has its cause (R70) */
    rig_type(&rig, "1");
    rig_key(&rig, K_F10);
    const struct req_ticket_link *link = rig_body(&rig, request_ticket_link);
    assert_int_equal(link->ticket, TICKET);
    assert_int_equal(link->other, 71);
    assert_int_equal(link->kind, link_kind_repeat);
    assert_int_equal(link->cause, repeat_cause_badly_handled);
    rig_done(&rig, request_ticket_link, TICKET, 9);
    rig_press(&rig, key_alt('1'));
    assert_int_equal(card_ticket(rig.desk->card), 71);
    rig_key(&rig, K_ESC);
    assert_ptr_equal(rig.desk->current, work);
}

static void test_guide_and_secrecy_of_a_subject(void **state)
{
    (void)state;
    struct work *work = begin("report");
    struct rec_subject_item rows[] = {{.subject = 21,
                                       .code = rig_code("09"),
                                       .name = slice_of("廉政"),
                                       .secrecy = secrecy_confidential},
                                      {.subject = 22,
                                       .code = rig_code("0901"),
                                       .name = slice_of("索贿"),
                                       .parent = rig_code("09"),
                                       .guide = slice_of("请拨打监督举报专线。")}};
    catalog_load(rig.desk->catalog);
    rig_answer(&rig, request_subject_list, &(struct rec_subject_page){.rows = {rows, 2}});
    form_set_focus(work->form, RECORD_SUBJECT);
    rig_type(&rig, "0901");
    rig_key(&rig, K_ENTER);
    rig_shows(&rig, "Records on this subject are guarded: confidential.");
    form_set_focus(work->form, RECORD_SUBJECT);
    rig_shows(&rig, "请拨打监督举报专线。");
}

static void test_a_visitor_is_told_first(void **state)
{
    (void)state;
    struct work *work = begin("help");
    work->visit = true;
    form_set_focus(work->form, RECORD_SUBJECT);
    rig_type(&rig, "0101");
    rig_key(&rig, K_F6);
    rig_shows(&rig, "Process and time told");
    assert_null(rig_waiting(&rig, request_ticket_register));
    rig_type(&rig, "转市政处办理");
    rig_key(&rig, K_TAB);
    rig_type(&rig, "+5d");
    rig_key(&rig, K_F6);
    rig_done(&rig, request_ticket_register, TICKET, 4);
    const struct req_ticket_tell *tell = rig_body(&rig, request_ticket_tell);
    assert_true(slice_equal(tell->note, slice_of("转市政处办理")));
    assert_int_equal(tell->at_ms, seat_now_ms(&rig.seat) + UINT64_C(5) * 86400000);
    assert_null(rig_waiting(&rig, request_ticket_dispatch));
    rig_done(&rig, request_ticket_tell, TICKET, 5);
    const struct req_ticket_dispatch *dispatch = rig_body(&rig, request_ticket_dispatch);
    assert_string_equal(dispatch->unit.s, "U1");
    rig_done(&rig, request_ticket_dispatch, TICKET, 6);
    rig_shows(&rig, "dispatched to 市政工程处");
}

static void test_a_call_is_rated_once(void **state)
{
    (void)state;
    begin("help");
    assert_false(desk_allows(rig.desk, DESK_RATE));
    rig_ended(&rig, CALL, call_end_caller);
    rig_press(&rig, key_alt('r'));
    rig_type(&rig, "1");
    rig_key(&rig, K_TAB);
    rig_type(&rig, "2");
    rig_key(&rig, K_TAB);
    rig_type(&rig, "3");
    rig_key(&rig, K_F10);
    const struct req_call_rate *rate = rig_body(&rig, request_call_rate);
    assert_int_equal(rate->call, CALL);
    assert_int_equal(rate->attitude, grade_very_satisfied);
    assert_int_equal(rate->efficiency, grade_fair);
    rig_done(&rig, request_call_rate, CALL, 0);
    rig_shows(&rig, "Recorded.");
    assert_false(desk_allows(rig.desk, DESK_RATE));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_second_page_by_tab_and_key, start, stop),
        cmocka_unit_test_setup_teardown(test_area_goes_with_the_record, start, stop),
        cmocka_unit_test_setup_teardown(test_form_fields_are_filled_and_required, start, stop),
        cmocka_unit_test_setup_teardown(test_refused_for_missing_fields, start, stop),
        cmocka_unit_test_setup_teardown(test_type_says_what_is_required, start, stop),
        cmocka_unit_test_setup_teardown(test_similar_tickets_wait_beside, start, stop),
        cmocka_unit_test_setup_teardown(test_guide_and_secrecy_of_a_subject, start, stop),
        cmocka_unit_test_setup_teardown(test_a_visitor_is_told_first, start, stop),
        cmocka_unit_test_setup_teardown(test_a_call_is_rated_once, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
