/* What people at the office see, at both sizes and in both languages. */
#include <sys/stat.h>
#include <unistd.h>

#include "client/screen/language.h"
#include "tests/golden/golden.h"
#include "tests/unit/office/rig.h"

static struct rig rig;
static const char *language = "en";
static int rows = 24, cols = 80;
static char catalogue[] = "/tmp/rexian-office-XXXXXX";

/* Over 200 Chinese characters, with the punctuation that must not begin a row. */
static const char reply[] =
    "接单后我处于当日下午派照明养护班到现场核查，确认该路段三盏路灯因电缆接头受潮短路而熄灭。"
    "养护人员更换了受损电缆二十米，修复接头三处，并对同一回路的十二盏路灯逐一检测，当晚七时全部"
    "恢复照明。针对来电人反映的井盖松动问题，已同时通知排水单位，两块井盖已加装防响垫圈并重新固定，"
    "经车辆反复碾压不再发出响声。施工期间已设置警示标志，未再发生行人摔倒。下一步我处将把该路段列入"
    "夜间重点巡查，每周巡查两次。来电人如发现其他问题，可随时再次来电。";

static void look(const char *what)
{
    char name[120];
    char *screen = rig_screen(&rig);
    snprintf(name, sizeof name, "office/%s.%dx%d.%s", what, cols, rows, language);
    assert_true(golden_check(name, screen));
    free(screen);
}

static void see_sign_in(void)
{
    rig_type(&rig, "4000");
    look("sign-in");
}

static void see_lists(void)
{
    struct rec_ticket_item items[] = {
        rig_item(118, ticket_state_handling, "人民路与解放路交叉口东侧连续三盏路灯不亮，居民晚上出",
                 -190),
        rig_item(97, ticket_state_dispatched, "小区停水两天，物业没有通知", 95),
        rig_item(131, ticket_state_approval, "公交站牌被广告遮挡", 1440),
        rig_item(102, ticket_state_dispatched, "Street lamp flickers near the school gate", 4320),
    };
    items[1].type = ticket_type_consult;
    items[2].type = ticket_type_suggestion;
    rig_sign_in(&rig, role_unit);
    rig_answer(&rig, request_ticket_list, &(struct rec_ticket_page){.rows = {items, 4}});
    look("list");
    rig_press(&rig, key_alt('4'));
    rig_answer(&rig, request_ticket_list, &(struct rec_ticket_page){0});
    look("list-empty");
}

static void ledger(uint64_t now_ms)
{
    struct rec_history_item steps[] = {
        {.fact = slice_of("call_arrived"), .at_ms = now_ms - 7200000},
        {.fact = slice_of("ticket_saved"), .event = ticket_event_save, .at_ms = now_ms - 7100000},
        {.fact = slice_of("ticket_saved"), .event = ticket_event_save, .at_ms = now_ms - 7050000},
        {.event = ticket_event_register, .at_ms = now_ms - 7000000},
        {.event = ticket_event_dispatch,
         .at_ms = now_ms - 6900000,
         .words = slice_of("请尽快联系来电人。")},
        {.event = ticket_event_sign, .at_ms = now_ms - 3600000, .by = rig_code("4000")},
    };
    enum { STEPS = sizeof steps / sizeof *steps };
    for (int i = 0; i < STEPS; i++) {
        steps[i].seq = 10 + (uint64_t)i;
        if (i > 0 && !steps[i].by.s[0]) steps[i].by = rig_code("1001");
        if (!steps[i].fact.n) steps[i].fact = slice_of("ticket_moved");
    }
    rig_answer(&rig, request_ticket_history, &(struct rec_history_page){.rows = {steps, STEPS}});
}

static void open_card(const struct rec_ticket_card *card)
{
    struct rec_ticket_item item = rig_item(card->ticket, card->state, "路灯不亮", 1440);
    rig_answer(&rig, request_ticket_list, &(struct rec_ticket_page){.rows = {&item, 1}});
    rig_key(&rig, K_ENTER);
    rig_answer(&rig, request_ticket_show, card);
    ledger(NOW_S * UINT64_C(1000));
}

static void see_handling(void)
{
    struct rec_ticket_card card = rig_card(118, ticket_state_handling, EVENT_BIT(reply));
    card.overdue = 1;
    card.due_ms = NOW_S * UINT64_C(1000) - 190 * 60000;
    card.note = slice_of("请尽快联系来电人。");
    rig_sign_in(&rig, role_unit);
    open_card(&card);
    look("card-handling");
    rig_key(&rig, K_F5);
    rig_type(&rig, reply);
    look("reply-typed");
    rig_press(&rig, key_named(K_TOP));
    rig_type(&rig, "【补充】");
    look("reply-edited");
    rig_key(&rig, K_ESC);
    look("reply-kept");
    seat_link(&rig.seat, LINK_AWAY);
    rig_key(&rig, K_F5);
    rig_key(&rig, K_F5);
    look("reply-away");
}

static void see_approval(void)
{
    struct rec_ticket_card card =
        rig_card(118, ticket_state_approval, EVENT_BIT(pass) | EVENT_BIT(send_back));
    card.reply = slice_of(reply);
    rig_sign_in_as(&rig, 8, "4010", "陈志强", ROLE_BIT(role_approver));
    open_card(&card);
    look("card-approval");
    rig_key(&rig, K_F8);
    rig_key(&rig, K_F8);
    look("send-back");
}

static void see_review(void)
{
    struct rec_ticket_card card =
        rig_card(118, ticket_state_review, EVENT_BIT(redo) | EVENT_BIT(uphold));
    card.reply = slice_of("三盏路灯已更换。");
    card.outcome = outcome_unsatisfied;
    card.grade = grade_unsatisfied;
    card.note = slice_of("来电人称东侧一盏仍不亮。");
    card.replied_ms = NOW_S * UINT64_C(1000) - 1800000;
    rig_sign_in_as(&rig, 9, "3000", "热线办值班", ROLE_BIT(role_desk));
    open_card(&card);
    look("card-review");
    rig_key(&rig, K_F6);
    look("redo");
    rig_key(&rig, K_ESC);
    rig_key(&rig, K_F1);
    look("help");
    rig_key(&rig, K_ESC);
    rig_key(&rig, K_ESC);
    rig_press(&rig, key_alt('0'));
    look("list-asking");
}

/* Everything that can stand out on a card, and what can be done with it. */
static void see_guarded(void)
{
    uint64_t now_ms = NOW_S * UINT64_C(1000);
    struct rec_ticket_card card =
        rig_card(118, ticket_state_handling,
                 EVENT_BIT(grant) | EVENT_BIT(deny) | EVENT_BIT(supervise) | EVENT_BIT(cosign) |
                     EVENT_BIT(conference) | EVENT_BIT(amend) | EVENT_BIT(merge));
    card.name = card.phone = card.address = (struct slice){0};
    card.masked = 0;
    card.anonymity = anonymity_anonymous;
    card.urgency = urgency_level_urgent;
    card.secrecy = secrecy_internal;
    card.supervision = 2;
    card.warning = warning_most;
    card.ask_until_ms = now_ms + UINT64_C(3) * 86400000;
    card.handler = rig_code("4000");
    card.reply = slice_of("已到场勘察。");
    card.measures = slice_of("更换电缆接头三处。");
    card.result = slice_of("当晚恢复照明。");
    card.view = caller_view_satisfied;
    card.resolution = resolution_solved;
    card.publicity = publicity_private;
    card.letter = 2026000001;
    rig_sign_in_as(&rig, 9, "3000", "热线办值班", ROLE_BIT(role_desk));
    open_card(&card);
    struct rec_value_item value = {
        .field = rig_code("F1"), .name = slice_of("灯杆编号"), .value = slice_of("D-12")};
    struct rec_counit_item counit = {.unit = rig_code("U2"), .name = slice_of("供水公司")};
    struct rec_duty_item duties[] = {
        {.kind = duty_kind_acknowledge, .state = duty_state_missed, .due_ms = now_ms - 3600000},
        {.kind = duty_kind_progress,
         .state = duty_state_open,
         .due_ms = now_ms + 86400000,
         .person = rig_code("4000")}};
    struct rec_ticket_item other = rig_item(71, ticket_state_archived, "路灯不亮", 0);
    struct rec_link_item link = {.ticket = {&other, 1}, .kind = link_kind_repeat, .number = 71};
    rig_answer(&rig, request_ticket_fields, &(struct rec_value_page){.rows = {&value, 1}});
    rig_answer(&rig, request_ticket_counits, &(struct rec_counit_page){.rows = {&counit, 1}});
    rig_answer(&rig, request_ticket_duties, &(struct rec_duty_page){.rows = {duties, 2}});
    rig_answer(&rig, request_ticket_links, &(struct rec_link_page){.rows = {&link, 1}});
    look("card-guarded");
    rig_key(&rig, K_F7);
    look("grant");
    rig_key(&rig, K_ESC);
    rig_key(&rig, K_F3);
    look("menu");
}

static void see_sheets(void)
{
    struct rec_score_item points[] = {{.score = 3,
                                       .unit = rig_code("U1"),
                                       .rule = score_rule_overdue,
                                       .minus = 1,
                                       .month = 202511,
                                       .ticket = 97,
                                       .state = score_state_given},
                                      {.score = 4,
                                       .unit = rig_code("U1"),
                                       .rule = score_rule_very_satisfied,
                                       .plus = 1,
                                       .month = 202511,
                                       .ticket = 102,
                                       .state = score_state_given}};
    struct rec_ticket_item item = rig_item(97, ticket_state_handling, "小区停水两天", 95);
    item.urgency = urgency_level_urgent;
    item.supervision = 1;
    item.asks_time = 1;
    item.warning = warning_most;
    rig_sign_in(&rig, role_unit);
    rig_answer(&rig, request_ticket_list, &(struct rec_ticket_page){.rows = {&item, 1}});
    look("list-marks");
    rig_press(&rig, key_alt('p'));
    rig_answer(&rig, request_score_list, &(struct rec_score_page){.rows = {points, 2}});
    look("points");
}

static void see_all(const char *name, int high, int wide)
{
    language = name;
    rows = high;
    cols = wide;
    void (*const scenes[])(void) = {see_sign_in, see_lists,   see_handling, see_approval,
                                    see_review,  see_guarded, see_sheets};
    for (size_t i = 0; i < sizeof scenes / sizeof *scenes; i++) {
        rig_start(&rig, rows, cols, NULL);
        scenes[i]();
        rig_stop(&rig);
    }
}

static void test_english(void **state)
{
    (void)state;
    assert_true(screen_locale_set(catalogue, "en"));
    see_all("en", 24, 80);
    see_all("en", 40, 120);
}

static void test_chinese(void **state)
{
    (void)state;
    assert_true(screen_locale_set(catalogue, "zh_CN"));
    see_all("zh_CN", 24, 80);
    see_all("zh_CN", 40, 120);
}

__attribute__((format(printf, 1, 0))) static int run(const char *format)
{
    char command[800];
    snprintf(command, sizeof command, format, catalogue, catalogue, TEST_DIR "/../po/zh_CN.po");
    return system(command) == 0 ? 0 : -1;
}

static int make_catalogue(void **state)
{
    (void)state;
    if (!mkdtemp(catalogue)) return -1;
    return run("mkdir -p %s/zh_CN/LC_MESSAGES && msgfmt -o %s/zh_CN/LC_MESSAGES/rexian.mo %s");
}

static int remove_catalogue(void **state)
{
    (void)state;
    return run("rm -r %s");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_english),
        cmocka_unit_test(test_chinese),
    };
    return cmocka_run_group_tests(tests, make_catalogue, remove_catalogue);
}
