/* What the desk does with keys, answers and facts, without dispatcher or terminal. */
#include "tests/unit/desk/rig.h"

enum { ROWS = 24, COLS = 80, CALL = 501, TICKET = 90 };

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

static void test_sign_in(void **state)
{
    (void)state;
    rig_type(&rig, "１００１"); /* as an input method leaves it */
    rig_key(&rig, K_ENTER);
    rig_type(&rig, "wrong");
    rig_key(&rig, K_ENTER);
    const struct req_session_open *open = rig_body(&rig, request_session_open);
    assert_string_equal(open->number.s, "1001");
    assert_true(slice_equal(open->password, slice_of("wrong")));
    rig_refuse(&rig, request_session_open, REJECT_SIGN_IN_FAILED, "", 0);
    rig_shows(&rig, "Number or password is not right");
    assert_int_equal(rig.seat.stage, SEAT_OUT);

    rig_type(&rig, "right one");
    rig_key(&rig, K_ENTER);
    static const char token[TOKEN_BYTES] = "t";
    struct rec_session session = {
        .session = 5, .token = slice_bytes(token, sizeof token), .person = ME};
    rig_answer(&rig, request_session_open, &session);
    assert_int_equal(rig.session, 5);
    struct rec_me me = rig_me(&rig);
    rig_answer(&rig, request_me_show, &me);
    assert_int_equal(rig.seat.stage, SEAT_IN);
    assert_int_equal(rig.n_topics, 2);
    assert_true(rig_hears(&rig, TOPIC_ALL));
}

static void test_wrong_role(void **state)
{
    (void)state;
    struct rec_me me = rig_me(&rig);
    me.roles = ROLE_BIT(role_unit);
    rig_type(&rig, "1001");
    rig_key(&rig, K_ENTER);
    rig_type(&rig, "x");
    rig_key(&rig, K_ENTER);
    static const char token[TOKEN_BYTES] = "t";
    struct rec_session session = {
        .session = 5, .token = slice_bytes(token, sizeof token), .person = ME};
    rig_answer(&rig, request_session_open, &session);
    rig_answer(&rig, request_me_show, &me);
    rig_done(&rig, request_session_close, 5, 0); /* or they could not sign in at the right place */
    assert_int_equal(rig.seat.stage, SEAT_OUT);
    assert_int_equal(rig.session, 0);
    rig_shows(&rig, "another role");
}

static void test_offer_never_takes_the_cursor(void **state)
{
    (void)state;
    rig_sign_in(&rig);
    rig_ready(&rig);
    rig_press(&rig, key_ctrl('g'));
    rig_type(&rig, "张");
    seat_draw(&rig.seat, rig.grid);
    struct work *work = rig.desk->current;
    int focus = form_focus(work->form);
    rig_offer(&rig, CALL);
    struct rec_call_card card = rig_card(&rig, CALL, call_state_offered);
    card.note = slice_of("孩子走失，很急");
    card.note_by = rig_code("1002");
    rig_answer(&rig, request_call_show, &card);
    assert_int_equal(rig.rings, 1);
    rig_shows(&rig, "A call rings");
    rig_shows(&rig, "孩子走失");
    rig_type(&rig, "三");
    assert_ptr_equal(rig.desk->current, work);
    assert_int_equal(form_focus(work->form), focus);
    assert_true(slice_equal(form_text(work->form, RECORD_NAME), slice_of("张三")));
    assert_true(rig.grid->cursor_row > 3);
}

static void test_whole_call_in_eight_keys(void **state)
{
    (void)state;
    rig_sign_in(&rig);
    rig_ready(&rig);
    rig.keys = 0;
    rig_take(&rig, CALL); /* F4 */
    rig_shows(&rig, "1001号话务员");
    rig_shows(&rig, "13800000001");
    rig_type(&rig, "王芳");
    rig_key(&rig, K_TAB);
    rig_type(&rig, "人民路12号");
    rig_key(&rig, K_TAB);
    rig_type(&rig, "路灯不亮");
    rig_key(&rig, K_TAB);
    rig_type(&rig, "help");
    rig_key(&rig, K_TAB);
    rig_type(&rig, "ldgz"); /* pinyin initials */
    rig_key(&rig, K_F6);
    /* the fields were saved on leaving them: one save outstanding, opened with the call */
    const struct req_ticket_save *save = rig_body(&rig, request_ticket_save);
    assert_int_equal(save->call, CALL);
    assert_int_equal(save->ticket, 0);
    rig_done(&rig, request_ticket_save, TICKET, 1);
    const struct req_ticket_register *enter = rig_body(&rig, request_ticket_register);
    assert_int_equal(enter->ticket, TICKET);
    assert_int_equal(enter->version, 1);
    assert_int_equal(enter->type, ticket_type_help);
    assert_string_equal(enter->subject.s, "0101");
    assert_true(slice_equal(enter->matter, slice_of("路灯不亮")));
    assert_true(slice_equal(enter->phone, slice_of("13800000001")));
    rig_done(&rig, request_ticket_register, TICKET, 3);
    const struct req_ticket_dispatch *dispatch = rig_body(&rig, request_ticket_dispatch);
    assert_string_equal(dispatch->unit.s, "U1"); /* the subject's usual unit */
    rig_done(&rig, request_ticket_dispatch, TICKET, 4);
    rig_shows(&rig, "dispatched to 市政工程处");
    rig_key(&rig, K_F8);
    rig_shows(&rig, "感谢您的来电");
    rig_key(&rig, K_F9);
    assert_int_equal(((const struct req_call_hang_up *)rig_body(&rig, request_call_hang_up))->call,
                     CALL);
    rig_done(&rig, request_call_hang_up, CALL, 0);
    assert_null(rig_waiting(&rig, request_agent_ready));
    rig_ended(&rig, CALL, call_end_caller);
    rig_done(&rig, request_agent_ready, 0, 0);
    rig_agent(&rig, agent_event_ready, agent_state_ready, 0);
    assert_int_equal(rig.desk->view, VIEW_HOME);
    printf("keys beyond free text: %d\n", rig.keys);
    assert_true(rig.keys <= 8);
}

static void test_saves_are_coalesced(void **state)
{
    (void)state;
    rig_sign_in(&rig);
    rig_ready(&rig);
    rig_take(&rig, CALL);
    rig_type(&rig, "王");
    rig_wait(&rig, 900);
    assert_null(rig_waiting(&rig, request_ticket_save)); /* not yet a second */
    rig_wait(&rig, 200);
    assert_non_null(rig_waiting(&rig, request_ticket_save));
    size_t asks = rig.n_asks;
    rig_type(&rig, "芳");
    rig_wait(&rig, 5000);
    assert_int_equal(rig.n_asks, asks); /* one outstanding at a time */
    rig_done(&rig, request_ticket_save, TICKET, 1);
    const struct req_ticket_save *save = rig_body(&rig, request_ticket_save);
    assert_int_equal(save->ticket, TICKET);
    assert_int_equal(save->version, 1);
    assert_true(slice_equal(save->name, slice_of("王芳")));
    rig_done(&rig, request_ticket_save, TICKET, 2);
    rig_wait(&rig, 5000);
    assert_null(rig_waiting(&rig, request_ticket_save));
    rig_shows(&rig, "saved");
}

static void test_a_cleared_text_becomes_a_dash(void **state)
{
    (void)state;
    rig_sign_in(&rig);
    rig_ready(&rig);
    rig_take(&rig, CALL);
    rig_type(&rig, "王");
    rig_wait(&rig, 1100);
    rig_done(&rig, request_ticket_save, TICKET, 1);
    rig_key(&rig, K_BACKSPACE);
    rig_wait(&rig, 1100);
    const struct req_ticket_save *save = rig_body(&rig, request_ticket_save);
    assert_true(slice_equal(save->name, slice_of("-")));
}

static void test_missing_and_refused_fields(void **state)
{
    (void)state;
    rig_sign_in(&rig);
    rig_ready(&rig);
    rig_take(&rig, CALL);
    struct work *work = rig.desk->current;
    rig_key(&rig, K_F6);
    assert_int_equal(form_focus(work->form), RECORD_MATTER);
    rig_shows(&rig, "required");
    rig_type(&rig, "路灯不亮");
    rig_wait(&rig, 1100);
    rig_key(&rig, K_TAB);
    rig_refuse(&rig, request_ticket_save, REJECT_TOO_LONG, "matter", LIMIT_MATTER);
    assert_int_equal(form_focus(work->form), RECORD_MATTER);
    rig_shows(&rig, "A field is too long. (limit 12000)");
    size_t asks = rig.n_asks;
    rig_wait(&rig, 60000);
    /* the same is not asked again */
    for (size_t i = asks; i < rig.n_asks; i++)
        assert_int_not_equal(rig.asks[i].number, request_ticket_save);
    rig_type(&rig, "。");
    rig_wait(&rig, 1100);
    assert_non_null(rig_waiting(&rig, request_ticket_save));
    assert_true(slice_equal(form_text(work->form, RECORD_MATTER), slice_of("路灯不亮。")));
}

static void test_stale_draft_goes_on(void **state)
{
    (void)state;
    rig_sign_in(&rig);
    rig_ready(&rig);
    rig_take(&rig, CALL);
    rig_type(&rig, "王");
    rig_wait(&rig, 1100);
    rig_done(&rig, request_ticket_save, TICKET, 1);
    rig_type(&rig, "芳");
    rig_wait(&rig, 1100);
    rig_refuse(&rig, request_ticket_save, REJECT_STALE, "version", 0);
    struct rec_ticket_card card = {.ticket = TICKET,
                                   .state = ticket_state_draft,
                                   .version = 5,
                                   .call = CALL,
                                   .owner = rig_code("1001"),
                                   .name = slice_of("王")};
    rig_answer(&rig, request_ticket_show, &card);
    rig_wait(&rig, 1100);
    const struct req_ticket_save *save = rig_body(&rig, request_ticket_save);
    assert_int_equal(save->version, 5);
    assert_true(slice_equal(save->name, slice_of("王芳")));
}

static void test_words_of_a_settled_draft_are_not_lost(void **state)
{
    (void)state;
    rig_sign_in(&rig);
    rig_ready(&rig);
    rig_take(&rig, CALL);
    rig_type(&rig, "王");
    rig_wait(&rig, 1100);
    rig_done(&rig, request_ticket_save, TICKET, 1);
    rig_type(&rig, "芳");
    rig_wait(&rig, 1100);
    rig_refuse(&rig, request_ticket_save, REJECT_BAD_STATE, "", 0);
    struct rec_ticket_card card = {.ticket = TICKET,
                                   .state = ticket_state_dispatched,
                                   .version = 7,
                                   .owner = rig_code("1001"),
                                   .name = slice_of("王")};
    rig_answer(&rig, request_ticket_show, &card);
    rig_wait(&rig, 1100);
    const struct req_ticket_save *save = rig_body(&rig, request_ticket_save);
    assert_int_equal(save->ticket, 0); /* a draft of its own */
    assert_true(slice_equal(save->name, slice_of("王芳")));
}

static void test_direct_answer(void **state)
{
    (void)state;
    rig_sign_in(&rig);
    rig_ready(&rig);
    rig_take(&rig, CALL);
    struct work *work = rig.desk->current;
    form_set_focus(work->form, RECORD_MATTER);
    rig_type(&rig, "停水何时恢复");
    rig_key(&rig, K_TAB);
    rig_type(&rig, "1");
    rig_key(&rig, K_F5); /* what is marked in the picker is meant */
    assert_int_equal(form_pick(work->form, RECORD_TYPE), ticket_type_consult);
    rig_type(&rig, "今晚八点恢复");
    rig_key(&rig, K_ESC); /* goes back, keeps it */
    rig_key(&rig, K_F5);
    rig_shows(&rig, "今晚八点恢复");
    rig_key(&rig, K_TAB);
    rig_type(&rig, "K7");
    rig_key(&rig, K_F5);
    rig_done(&rig, request_ticket_save, TICKET, 1);
    rig_done(&rig, request_ticket_register, TICKET, 2);
    const struct req_ticket_answer *answer = rig_body(&rig, request_ticket_answer);
    assert_true(slice_equal(answer->reply, slice_of("今晚八点恢复")));
    assert_string_equal(answer->article.s, "K7");
    rig_done(&rig, request_ticket_answer, TICKET, 3);
    rig_shows(&rig, "Ticket 90: answered.");
}

static void test_refused_dispatch_can_be_mended(void **state)
{
    (void)state;
    rig_sign_in(&rig);
    rig_ready(&rig);
    rig_take(&rig, CALL);
    struct work *work = rig.desk->current;
    form_set_focus(work->form, RECORD_MATTER);
    rig_type(&rig, "停水");
    rig_key(&rig, K_TAB);
    rig_type(&rig, "2");
    rig_key(&rig, K_TAB);
    rig_type(&rig, "0102");
    rig_key(&rig, K_F6);
    rig_done(&rig, request_ticket_save, TICKET, 1);
    rig_done(&rig, request_ticket_register, TICKET, 2);
    rig_refuse(&rig, request_ticket_dispatch, REJECT_NO_SUCH, "unit", 0);
    assert_int_equal(form_focus(work->form), RECORD_UNIT);
    rig_type(&rig, "U3");
    rig_key(&rig, K_F6);
    const struct req_ticket_dispatch *dispatch = rig_body(&rig, request_ticket_dispatch);
    assert_string_equal(dispatch->unit.s, "U3");
    assert_null(rig_waiting(&rig, request_ticket_register));
}

static void test_transfer(void **state)
{
    (void)state;
    rig_sign_in(&rig);
    rig_ready(&rig);
    rig_take(&rig, CALL);
    rig_key(&rig, K_F7);
    struct rec_agent_item agents[] = {
        {.person = ME, .number = rig_code("1001"), .state = agent_state_ready},
        {.person = 8,
         .number = rig_code("1002"),
         .name = slice_of("赵强"),
         .state = agent_state_ready},
        {.person = 9, .number = rig_code("1003"), .state = agent_state_break}};
    rig_answer(&rig, request_agent_list, &(struct rec_agent_page){.rows = {agents, 3}});
    assert_int_equal(rig.desk->agents.n, 2); /* ready ones first */
    assert_string_equal(rig.desk->agents.items[0].code, "1002");
    rig_key(&rig, K_F7); /* neither agent nor queue nor number */
    assert_null(rig_waiting(&rig, request_call_transfer));
    rig_type(&rig, "zq");
    rig_key(&rig, K_TAB);
    rig_key(&rig, K_TAB);
    rig_key(&rig, K_TAB);
    rig_type(&rig, "会说方言");
    rig_key(&rig, K_F7);
    const struct req_call_transfer *pass = rig_body(&rig, request_call_transfer);
    assert_int_equal(pass->call, CALL);
    assert_string_equal(pass->to.s, "1002");
    assert_string_equal(pass->queue.s, "");
    assert_true(slice_equal(pass->note, slice_of("会说方言")));
    rig_refuse(&rig, request_call_transfer, REJECT_BAD_STATE, "to", 0);
    rig_shows(&rig, "会说方言"); /* still there */
}

static void test_announced_here(void **state)
{
    (void)state;
    rig_sign_in(&rig);
    rig_press(&rig, key_ctrl('n'));
    rig_type(&rig, "02088880001");
    rig_key(&rig, K_ENTER);
    const struct req_call_arrive *arrive = rig_body(&rig, request_call_arrive);
    assert_int_equal(arrive->here, 1);
    assert_int_equal(arrive->channel, channel_phone);
    assert_string_equal(arrive->line.s, "12345");
    assert_true(slice_equal(arrive->from, slice_of("02088880001")));
    rig_agent(&rig, agent_event_meet, agent_state_talking, CALL);
    rig_done(&rig, request_call_arrive, CALL, 0);
    assert_int_equal(rig.desk->view, VIEW_WORK);
    assert_true(call_is_mine(rig.desk));
    rig_key(&rig, K_ESC); /* nothing is lost */
    assert_int_equal(rig.desk->view, VIEW_HOME);
    rig_key(&rig, K_F4);
    assert_int_equal(rig.desk->view, VIEW_WORK);
}

static void test_hanging_up_first_is_asked(void **state)
{
    (void)state;
    rig_sign_in(&rig);
    rig_ready(&rig);
    rig_take(&rig, CALL);
    rig_key(&rig, K_F12);
    assert_null(rig_waiting(&rig, request_call_end)); /* closing words first */
    rig_key(&rig, K_F8);
    rig_key(&rig, K_F12);
    rig_shows(&rig, "The caller should hang up first");
    rig_key(&rig, K_ENTER); /* the safe answer has the focus */
    assert_null(rig_waiting(&rig, request_call_end));
    rig_key(&rig, K_F12);
    rig_key(&rig, K_TAB);
    rig_key(&rig, K_ENTER);
    assert_non_null(rig_waiting(&rig, request_call_end));
}

static void test_promise_wants_a_time_to_come(void **state)
{
    (void)state;
    rig_sign_in(&rig);
    rig_press(&rig, key_ctrl('g'));
    struct work *work = rig.desk->current;
    form_set_focus(work->form, RECORD_MATTER);
    rig_type(&rig, "问政策");
    rig_key(&rig, K_TAB);
    rig_type(&rig, "1");
    rig_press(&rig, key_ctrl('b'));
    rig_type(&rig, "soon");
    rig_key(&rig, K_F10);
    rig_shows(&rig, "not a time to come");
    rig_press(&rig, key_ctrl('u'));
    rig_type(&rig, "+30");
    uint64_t now_ms = seat_now_ms(&rig.seat);
    rig_key(&rig, K_F10);
    rig_done(&rig, request_ticket_save, TICKET, 1);
    rig_done(&rig, request_ticket_register, TICKET, 2);
    const struct req_ticket_promise *promise = rig_body(&rig, request_ticket_promise);
    assert_int_equal(promise->at_ms, now_ms + 30 * 60000);
}

/* R25: the owner is told wherever they are typing, and goes on typing there. */
static void test_promised_callback_is_due(void **state)
{
    (void)state;
    rig_sign_in(&rig);
    rig_press(&rig, key_ctrl('g'));
    rig_type(&rig, "王");
    struct work *work = rig.desk->current;
    struct fact due = {
        .type = fact_type_ticket_overdue,
        .body.ticket_overdue = {.ticket = TICKET, .to = ME + 1, .due_ms = 1, .lead_ms = 2}};
    rig_fact(&rig, due);
    assert_false(rig_has(&rig, "is due now"));
    due.body.ticket_overdue.to = ME;
    due.body.ticket_overdue.lead_ms = 0; /* no callback, but a deadline */
    rig_fact(&rig, due);
    assert_false(rig_has(&rig, "is due now"));
    due.body.ticket_overdue.lead_ms = 2;
    rig_fact(&rig, due);
    rig_shows(&rig, "the callback you promised is due now");
    assert_ptr_equal(rig.desk->current, work);
    assert_int_equal(rig.desk->view, VIEW_WORK);
    rig_type(&rig, "芳");
    assert_true(slice_equal(form_text(work->form, RECORD_NAME), slice_of("王芳")));
    struct rec_me me = rig_me(&rig);
    me.callbacks = 1;
    rig_answer(&rig, request_me_show, &me);
    rig_key(&rig, K_ESC);
    rig_shows(&rig, "promised callbacks that are late: 1");
}

static void test_session_lost_keeps_the_words(void **state)
{
    (void)state;
    rig_sign_in(&rig);
    rig_press(&rig, key_ctrl('g'));
    rig_type(&rig, "王");
    rig_wait(&rig, 1100);
    rig_refuse(&rig, request_ticket_save, REJECT_NOT_SIGNED_IN, "", 0);
    assert_int_equal(rig.seat.stage, SEAT_OUT);
    rig_shows(&rig, "what you typed is kept");
    struct rec_me me = rig_me(&rig);
    static const char token[TOKEN_BYTES] = "t";
    rig_type(&rig, "pw");
    rig_key(&rig, K_ENTER);
    struct rec_session session = {
        .session = 6, .token = slice_bytes(token, sizeof token), .person = ME};
    rig_answer(&rig, request_session_open, &session);
    rig_answer(&rig, request_me_show, &me);
    rig_wait(&rig, 1100);
    const struct req_ticket_save *save = rig_body(&rig, request_ticket_save);
    assert_true(slice_equal(save->name, slice_of("王")));
}

#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, start, stop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(sign_in),
        TEST(wrong_role),
        TEST(offer_never_takes_the_cursor),
        TEST(whole_call_in_eight_keys),
        TEST(saves_are_coalesced),
        TEST(a_cleared_text_becomes_a_dash),
        TEST(missing_and_refused_fields),
        TEST(stale_draft_goes_on),
        TEST(words_of_a_settled_draft_are_not_lost),
        TEST(direct_answer),
        TEST(refused_dispatch_can_be_mended),
        TEST(transfer),
        TEST(announced_here),
        TEST(hanging_up_first_is_asked),
        TEST(promise_wants_a_time_to_come),
        TEST(promised_callback_is_due),
        TEST(session_lost_keeps_the_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
