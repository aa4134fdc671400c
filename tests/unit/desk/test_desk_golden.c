/* What the operator sees, at both sizes and in both languages. */
#include "client/screen/language.h"
#include "tests/golden/golden.h"
#include "tests/unit/desk/language.h"
#include "tests/unit/desk/rig.h"

enum { CALL = 501, TICKET = 90 };

static struct rig rig;
static const char *language = "en";
static int rows = 24, cols = 80;

/* 200 Chinese characters, with the punctuation that must not begin a row. */
static const char matter[] =
    "来电人反映，人民路与解放路交叉口东侧约五十米处，自上周三晚上起连续三盏路灯不亮，附近小区"
    "居民晚上出行十分不便，昨晚已有一位老人在此摔倒，所幸没有受伤。来电人曾于前天下午向社区"
    "反映，社区答复已上报，但至今没有人到现场查看，也没有人回电说明进展。来电人还反映，该路段"
    "人行道上有两块井盖松动，车辆经过时发出很大声响，夜间影响休息。来电人希望有关部门尽快派人"
    "维修路灯，检查井盖，并在修好以前设置警示标志，处理结果请电话告知本人。";

static void look(const char *what)
{
    char name[120];
    char *screen = rig_screen(&rig);
    snprintf(name, sizeof name, "desk/%s.%dx%d.%s", what, cols, rows, language);
    assert_true(golden_check(name, screen));
    free(screen);
}

static struct rec_call_card caller_card(struct rec_ticket_item *tickets,
                                        struct rec_call_item *calls, struct rec_prompt_item *prompt)
{
    uint64_t now_ms = seat_now_ms(&rig.seat);
    struct rec_call_card card = rig_card(&rig, CALL, call_state_talking);
    tickets[0] = (struct rec_ticket_item){.ticket = 71,
                                          .state = ticket_state_handling,
                                          .type = ticket_type_complaint,
                                          .matter = slice_of("夜间施工噪声扰民"),
                                          .due_ms = now_ms - 3600000,
                                          .overdue = 1};
    tickets[1] = (struct rec_ticket_item){.ticket = 33,
                                          .state = ticket_state_archived,
                                          .type = ticket_type_consult,
                                          .matter = slice_of("居住证办理")};
    calls[0] = (struct rec_call_item){.call = 400,
                                      .line = rig_code("12345"),
                                      .state = call_state_ended,
                                      .arrived_ms = now_ms - 86400000,
                                      .agent = rig_code("1003")};
    *prompt = (struct rec_prompt_item){
        .body = slice_of("投诉要点：一问对象，二问时间地点，三问经过，四问诉求。")};
    card.late = 1;
    card.apology = slice_of("让您久等了，非常抱歉，刚才来电较多。");
    card.calls_count = 4;
    card.tickets = (struct rows){tickets, 2};
    card.calls = (struct rows){calls, 1};
    card.prompts = (struct rows){prompt, 1};
    return card;
}

static void take_call(void)
{
    struct rec_ticket_item tickets[2];
    struct rec_call_item calls[1];
    struct rec_prompt_item prompt;
    struct rec_call_card card = caller_card(tickets, calls, &prompt);
    rig_take_card(&rig, CALL, &card);
}

static void see_sign_in(void)
{
    rig_type(&rig, "1001");
    rig_key(&rig, K_ENTER);
    rig_type(&rig, "secret");
    look("sign-in");
    rig_key(&rig, K_ENTER);
    rig_refuse(&rig, request_session_open, REJECT_SIGN_IN_FAILED, "", 0);
    look("sign-in-refused");
}

static void see_ready_and_offer(void)
{
    rig_sign_in(&rig);
    look("signed-in");
    rig_ready(&rig);
    rig_wait(&rig, 65000);
    look("ready");
    rig_offer(&rig, CALL);
    struct rec_call_card card = rig_card(&rig, CALL, call_state_offered);
    card.note = slice_of("来电人听力不好，请慢慢说");
    card.note_by = rig_code("1002");
    rig_answer(&rig, request_call_show, &card);
    look("offered");
}

static void see_call(void)
{
    rig_sign_in(&rig);
    rig_ready(&rig);
    take_call();
    look("call");
    rig_type(&rig, "王芳");
    rig_key(&rig, K_TAB);
    rig_type(&rig, "人民路12号");
    rig_key(&rig, K_TAB);
    rig_type(&rig, matter);
    look("matter-typed");
    /* in the middle, then a piece from the clipboard with a control character in it */
    rig_key(&rig, K_UP);
    rig_key(&rig, K_UP);
    rig_key(&rig, K_HOME);
    rig_type(&rig, "（更正：四盏）");
    look("matter-edited");
    rig_press(&rig, key_paste(slice_of("补充：\n井盖编号\033[31m雨0412\t号")));
    look("matter-pasted");
    struct work *work = rig.desk->current;
    form_set_focus(work->form, RECORD_SUBJECT);
    rig_type(&rig, "zls");
    look("picker-nothing");
    rig_press(&rig, key_ctrl('u'));
    rig_type(&rig, "01");
    look("picker");
    rig_key(&rig, K_F6);
    look("missing");
    rig_key(&rig, K_F8);
    look("closing");
}

/* The second page, and tickets that may be about the same. */
static void see_more(void)
{
    struct rec_ticket_item ticket = {
        .ticket = 71, .state = ticket_state_handling, .matter = slice_of("夜间施工噪声扰民")};
    struct rec_similar_item item = {.ticket = {&ticket, 1}, .same_caller = 1, .likeness = 64};
    struct rec_value_item fields[] = {
        {.field = rig_code("F1"), .name = slice_of("灯杆编号"), .kind = value_kind_text, .must = 1},
        {.field = rig_code("F2"),
         .name = slice_of("路段"),
         .kind = value_kind_choice,
         .choices = slice_of("主路|辅路")}};
    rig_sign_in(&rig);
    rig_ready(&rig);
    take_call();
    rig_type(&rig, "王芳");
    rig_key(&rig, K_TAB);
    rig_key(&rig, K_TAB);
    rig_type(&rig, "夜间施工噪声");
    rig_key(&rig, K_TAB);
    rig_type(&rig, "3");
    rig_key(&rig, K_TAB);
    while (rig_waiting(&rig, request_ticket_save)) rig_done(&rig, request_ticket_save, TICKET, 2);
    rig_wait(&rig, 2000);
    rig_answer(&rig, request_ticket_fields, &(struct rec_value_page){.rows = {fields, 2}});
    rig_answer(&rig, request_ticket_similar, &(struct rec_similar_page){.rows = {&item, 1}});
    form_set_focus(rig.desk->current->form, RECORD_MATTER);
    look("similar");
    rig_key(&rig, K_F10);
    rig_key(&rig, K_TAB);
    rig_type(&rig, "2");
    look("more");
}

static void see_away(void)
{
    rig_sign_in(&rig);
    rig_ready(&rig);
    take_call();
    seat_link(&rig.seat, LINK_AWAY);
    rig_type(&rig, "王芳");
    rig_wait(&rig, 2000);
    look("away");
}

static void see_popups(void)
{
    rig_sign_in(&rig);
    rig_ready(&rig);
    take_call();
    struct work *work = rig.desk->current;
    form_set_focus(work->form, RECORD_MATTER);
    rig_type(&rig, "停水何时恢复");
    form_set_pick(work->form, RECORD_TYPE, ticket_type_consult);
    rig_key(&rig, K_F5);
    rig_type(&rig, "今晚八点恢复供水。");
    look("answer");
    rig_key(&rig, K_ESC);
    rig_key(&rig, K_F7);
    look("transfer");
    rig_key(&rig, K_ESC);
    rig_key(&rig, K_F1);
    look("help");
}

static void see_list_and_card(void)
{
    rig_sign_in(&rig);
    uint64_t now_ms = seat_now_ms(&rig.seat);
    rig_press(&rig, key_ctrl('f'));
    struct rec_ticket_item items[] = {{.ticket = TICKET,
                                       .state = ticket_state_follow_up,
                                       .type = ticket_type_help,
                                       .matter = slice_of("路灯不亮，居民出行不便"),
                                       .unit = slice_of("市政工程处"),
                                       .due_ms = now_ms + 3600000},
                                      {.ticket = 88,
                                       .state = ticket_state_follow_up,
                                       .type = ticket_type_complaint,
                                       .matter = slice_of("夜间施工噪声扰民"),
                                       .unit = slice_of("交通运输局"),
                                       .due_ms = now_ms - 86400000,
                                       .overdue = 1}};
    rig_answer(&rig, request_ticket_list, &(struct rec_ticket_page){.rows = {items, 2}});
    look("list");
    rig_key(&rig, K_ENTER);
    struct rec_ticket_card card = {.ticket = TICKET,
                                   .state = ticket_state_follow_up,
                                   .type = ticket_type_help,
                                   .subject = rig_code("0101"),
                                   .subject_name = slice_of("路灯故障"),
                                   .unit = rig_code("U1"),
                                   .unit_name = slice_of("市政工程处"),
                                   .owner = rig_code("1001"),
                                   .name = slice_of("王*"),
                                   .phone = slice_of("138****0001"),
                                   .address = slice_of("人民路12号***"),
                                   .matter = slice_of(matter),
                                   .reply = slice_of("已更换灯泡三只、镇流器一只，当晚复明。"),
                                   .arrived_ms = now_ms - 7200000,
                                   .dispatched_ms = now_ms - 7000000,
                                   .due_ms = now_ms + 3600000,
                                   .replied_ms = now_ms - 600000,
                                   .masked = 1,
                                   .events = UINT64_C(1) << ticket_event_satisfied};
    rig_answer(&rig, request_ticket_show, &card);
    struct rec_history_item steps[] = {{.seq = 1,
                                        .at_ms = now_ms - 7200000,
                                        .by = rig_code("1001"),
                                        .fact = slice_of("ticket_saved"),
                                        .event = ticket_event_open},
                                       {.seq = 2,
                                        .at_ms = now_ms - 7000000,
                                        .by = rig_code("1001"),
                                        .fact = slice_of("ticket_moved"),
                                        .event = ticket_event_dispatch,
                                        .words = slice_of("请今晚前修复")},
                                       {.seq = 3,
                                        .at_ms = now_ms - 600000,
                                        .by = rig_code("3001"),
                                        .fact = slice_of("ticket_moved"),
                                        .event = ticket_event_pass},
                                       {.seq = 4,
                                        .at_ms = now_ms - 600000,
                                        .fact = slice_of("ticket_moved"),
                                        .event = ticket_event_follow_up}};
    rig_answer(&rig, request_ticket_history, &(struct rec_history_page){.rows = {steps, 4}});
    look("card");
    rig_key(&rig, K_F5);
    look("outcome");
}

/* A consultation with a notice above, as the one who asks sees it. */
static void see_consulting(void)
{
    struct rec_notice_item notice = {.notice = 1, .body = slice_of("系统今晚维护")};
    rig_sign_in(&rig);
    rig_answer(&rig, request_notice_list, &(struct rec_notice_page){.rows = {&notice, 1}});
    rig_ready(&rig);
    take_call();
    struct fact fact = {.type = fact_type_call_moved};
    fact.body.call_moved = (struct fact_call_moved){.call = CALL,
                                                    .line = 1,
                                                    .event = call_event_join,
                                                    .from = call_state_asking,
                                                    .to = call_state_consulting,
                                                    .person = ME,
                                                    .second = 8};
    rig_fact(&rig, fact);
    rig_agent(&rig, agent_event_hold, agent_state_holding, CALL);
    struct rec_call_card card = rig_card(&rig, CALL, call_state_consulting);
    card.second = rig_code("1002");
    rig_answer(&rig, request_call_show, &card);
    rig_wait(&rig, 12000);
    look("consulting");
}

static void everywhere(void (*see)(void))
{
    static const char *const languages[] = {"en", "zh_CN"};
    static const int sizes[][2] = {{24, 80}, {40, 120}};
    for (int i = 0; i < 4; i++) {
        language = languages[i / 2];
        rows = sizes[i % 2][0];
        cols = sizes[i % 2][1];
        assert_true(screen_locale_set(catalogue_dir, language));
        rig_start(&rig, rows, cols, NULL);
        see();
        rig_stop(&rig);
    }
}

#define SEE(name)                                                                                  \
    static void test_##name(void **state)                                                          \
    {                                                                                              \
        (void)state;                                                                               \
        everywhere(see_##name);                                                                    \
    }
SEE(sign_in)
SEE(ready_and_offer)
SEE(call)
SEE(more)
SEE(away)
SEE(popups)
SEE(list_and_card)
SEE(consulting)

static int setup(void **state)
{
    (void)state;
    return catalogue_make();
}

static int teardown(void **state)
{
    (void)state;
    return catalogue_remove();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sign_in), cmocka_unit_test(test_ready_and_offer),
        cmocka_unit_test(test_call),    cmocka_unit_test(test_away),
        cmocka_unit_test(test_popups),  cmocka_unit_test(test_list_and_card),
        cmocka_unit_test(test_more),    cmocka_unit_test(test_consulting),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
