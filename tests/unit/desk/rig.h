/* An operator's desk on the seat's rig, with a small house around it. */
#ifndef TESTS_UNIT_DESK_RIG_H
#define TESTS_UNIT_DESK_RIG_H

#include "tests/unit/seat_rig.h"

#include "client/desk/desk.h"
#include "client/desk/model.h"

RIG_USE void rig_start(struct rig *rig, int rows, int cols, struct spool *spool)
{
    *rig = (struct rig){0};
    rig_start_as(rig, &desk_mode, "A01", rows, cols, spool);
}

/* ---- answers and facts ---- */

RIG_USE void rig_done(struct rig *rig, enum request number, uint64_t id, uint64_t version)
{
    struct rec_done done = {.id = id, .version = version};
    rig_answer(rig, number, &done);
}

RIG_USE void rig_agent(struct rig *rig, enum agent_event event, enum agent_state to, uint64_t call)
{
    struct fact fact = {.type = fact_type_agent_moved};
    fact.body.agent_moved = (struct fact_agent_moved){
        .person = ME, .event = event, .from = rig->desk->state, .to = to, .call = call};
    rig_fact(rig, fact);
}

/* ---- a small house ---- */

RIG_USE void rig_catalogs(struct rig *rig)
{
    static const char *const units[][2] = {
        {"U1", "市政工程处"}, {"U2", "供水公司"}, {"U3", "交通运输局"}};
    static const char *const subjects[][3] = {
        {"01", "城市管理", ""}, {"0101", "路灯故障", "U1"}, {"0102", "自来水停水", "U2"}};
    struct rec_unit_item unit[3];
    struct rec_subject_item subject[3];
    for (int i = 0; i < 3; i++) {
        unit[i] = (struct rec_unit_item){
            .unit = 11 + (uint64_t)i, .code = rig_code(units[i][0]), .name = slice_of(units[i][1])};
        subject[i] = (struct rec_subject_item){.subject = 21 + (uint64_t)i,
                                               .code = rig_code(subjects[i][0]),
                                               .name = slice_of(subjects[i][1]),
                                               .parent = rig_code(i ? "01" : ""),
                                               .unit = rig_code(subjects[i][2])};
    }
    struct rec_line_item line = {
        .line = 1, .code = rig_code("12345"), .name = slice_of("市民服务热线")};
    struct rec_article_item article = {
        .article = 31, .code = rig_code("K7"), .name = slice_of("路灯报修时限")};
    rig_answer(rig, request_unit_list, &(struct rec_unit_page){.rows = {unit, 3}});
    rig_answer(rig, request_line_list, &(struct rec_line_page){.rows = {&line, 1}});
    rig_answer(rig, request_subject_list, &(struct rec_subject_page){.rows = {subject, 3}});
    rig_answer(rig, request_article_list, &(struct rec_article_page){.rows = {&article, 1}});
}

RIG_USE struct rec_me rig_me(struct rig *rig)
{
    return (struct rec_me){.session = 5,
                           .person = ME,
                           .number = rig_code("1001"),
                           .name = slice_of("李梅"),
                           .roles = ROLE_BIT(role_operator),
                           .state = agent_state_break,
                           .reason = break_reason_start,
                           .since_ms = seat_now_ms(&rig->seat),
                           .now_ms = rig->seat.wall_ms,
                           .head = rig->seq,
                           .drafts = 2,
                           .follow_ups = 3};
}

RIG_USE void rig_sign_in_as(struct rig *rig, const struct rec_me *me)
{
    rig_open_session(rig, "1001", me);
    rig_catalogs(rig);
    rig->keys = 0;
}

RIG_USE void rig_sign_in(struct rig *rig)
{
    struct rec_me me = rig_me(rig);
    rig_sign_in_as(rig, &me);
}

RIG_USE void rig_ready(struct rig *rig)
{
    rig_key(rig, K_F2);
    rig_done(rig, request_agent_ready, 0, 0);
    rig_agent(rig, agent_event_ready, agent_state_ready, 0);
}

RIG_USE struct rec_call_card rig_card(struct rig *rig, uint64_t call, enum call_state state)
{
    uint64_t now_ms = seat_now_ms(&rig->seat);
    return (struct rec_call_card){
        .call = call,
        .line = rig_code("12345"),
        .line_name = slice_of("市民服务热线"),
        .state = state,
        .channel = channel_phone,
        .from = slice_of(state == call_state_talking ? "13800000001" : "138****0001"),
        .arrived_ms = now_ms - 18000,
        .answered_ms = state == call_state_talking ? now_ms : 0,
        .until_ms = state == call_state_offered ? now_ms + 20000 : 0,
        .greeting = slice_of("您好，市民服务热线，1001号话务员为您服务，请问有什么可以帮您？"),
        .closing = slice_of("请问还有其他需要帮助的吗？感谢您的来电，再见。"),
        .calls_count = 0};
}

RIG_USE void rig_offer(struct rig *rig, uint64_t call)
{
    struct fact fact = {.type = fact_type_call_offered};
    fact.body.call_offered = (struct fact_call_offered){
        .call = call, .line = 1, .person = ME, .until_ms = seat_now_ms(&rig->seat) + 20000};
    rig_fact(rig, fact);
    rig_agent(rig, agent_event_offer, agent_state_offered, call);
}

/* Answered with F4, then this card is shown. */
RIG_USE void rig_take_card(struct rig *rig, uint64_t call, const struct rec_call_card *talking)
{
    rig_offer(rig, call);
    struct rec_call_card card = rig_card(rig, call, call_state_offered);
    rig_answer(rig, request_call_show, &card);
    rig_key(rig, K_F4);
    struct fact fact = {.type = fact_type_call_answered};
    fact.body.call_answered = (struct fact_call_answered){.call = call, .line = 1, .person = ME};
    rig_fact(rig, fact);
    rig_agent(rig, agent_event_answer, agent_state_talking, call);
    rig_done(rig, request_call_answer, call, 0);
    rig_answer(rig, request_call_show, talking);
}

RIG_USE void rig_take(struct rig *rig, uint64_t call)
{
    struct rec_call_card card = rig_card(rig, call, call_state_talking);
    rig_take_card(rig, call, &card);
}

RIG_USE void rig_ended(struct rig *rig, uint64_t call, enum call_end how)
{
    struct fact fact = {.type = fact_type_call_ended};
    fact.body.call_ended =
        (struct fact_call_ended){.call = call, .line = 1, .person = ME, .how = how};
    rig_fact(rig, fact);
    rig_agent(rig, agent_event_finish, agent_state_wrapping, 0);
}

#endif
