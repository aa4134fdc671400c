/* An office on the seat's rig, with a small house around it. */
#ifndef TESTS_UNIT_OFFICE_RIG_H
#define TESTS_UNIT_OFFICE_RIG_H

#include "tests/unit/seat_rig.h"

#include "client/office/model.h"
#include "client/office/office.h"

enum { MY_UNIT = 11 };

RIG_USE void rig_start(struct rig *rig, int rows, int cols, struct spool *spool)
{
    *rig = (struct rig){0};
    rig_start_as(rig, &office_mode, "B01", rows, cols, spool);
}

/* ---- answers and facts ---- */

RIG_USE void rig_done(struct rig *rig, enum request number)
{
    rig_answer(rig, number, &(struct rec_done){.seq = rig->seq});
}

RIG_USE void rig_moved(struct rig *rig, uint64_t ticket, uint64_t by, enum ticket_event event,
                       enum ticket_state to)
{
    struct fact fact = {.type = fact_type_ticket_moved, .by = by};
    fact.body.ticket_moved =
        (struct fact_ticket_moved){.ticket = ticket, .event = event, .to = to, .unit = MY_UNIT};
    rig_fact(rig, fact);
}

/* ---- a small house ---- */

RIG_USE void rig_catalogs(struct rig *rig)
{
    struct rec_unit_item units[] = {
        {.unit = MY_UNIT, .code = rig_code("U1"), .name = slice_of("市政工程处")},
        {.unit = 12, .code = rig_code("U2"), .name = slice_of("供水公司")}};
    struct rec_subject_item subject = {.subject = 21,
                                       .code = rig_code("0101"),
                                       .name = slice_of("路灯故障"),
                                       .unit = rig_code("U1")};
    struct rec_article_item article = {
        .article = 31, .code = rig_code("K7"), .name = slice_of("路灯报修时限")};
    rig_answer(rig, request_unit_list, &(struct rec_unit_page){.rows = {units, 2}});
    rig_answer(rig, request_line_list, &(struct rec_line_page){0});
    rig_answer(rig, request_subject_list, &(struct rec_subject_page){.rows = {&subject, 1}});
    rig_answer(rig, request_article_list, &(struct rec_article_page){.rows = {&article, 1}});
}

RIG_USE void rig_sign_in_as(struct rig *rig, uint64_t person, const char *number, const char *name,
                            uint64_t roles)
{
    bool of_unit = !(roles & ROLE_BIT(role_desk));
    struct rec_me me = {.session = 5,
                        .person = person,
                        .number = rig_code(number),
                        .name = slice_of(name),
                        .roles = roles,
                        .unit = of_unit ? MY_UNIT : 0,
                        .unit_name = slice_of(of_unit ? "市政工程处" : ""),
                        .now_ms = rig->seat.wall_ms,
                        .head = rig->seq};
    rig_open_session(rig, number, &me);
    rig_catalogs(rig);
}

RIG_USE void rig_sign_in(struct rig *rig, enum role role)
{
    if (role == role_desk)
        rig_sign_in_as(rig, ME, "3000", "热线办", ROLE_BIT(role_desk));
    else
        rig_sign_in_as(rig, ME, role == role_unit ? "4000" : "4010", "王芳", ROLE_BIT(role));
}

RIG_USE void rig_sign_out(struct rig *rig)
{
    rig_press(rig, key_ctrl('o'));
    rig_done(rig, request_session_close);
}

RIG_USE struct rec_ticket_item rig_item(uint64_t ticket, enum ticket_state state,
                                        const char *matter, int64_t due_min)
{
    return (struct rec_ticket_item){.ticket = ticket,
                                    .state = state,
                                    .type = ticket_type_complaint,
                                    .matter = slice_of(matter),
                                    .unit = slice_of("市政工程处"),
                                    .due_ms = (uint64_t)(NOW_S * INT64_C(1000) + due_min * 60000),
                                    .overdue = due_min < 0};
}

#define EVENT_BIT(event) (UINT64_C(1) << ticket_event_##event)

RIG_USE struct rec_ticket_card rig_card(uint64_t ticket, enum ticket_state state, uint64_t events)
{
    uint64_t now_ms = NOW_S * UINT64_C(1000);
    return (struct rec_ticket_card){
        .ticket = ticket,
        .state = state,
        .version = 4,
        .type = ticket_type_complaint,
        .subject = rig_code("0101"),
        .subject_name = slice_of("路灯故障"),
        .unit = rig_code("U1"),
        .unit_name = slice_of("市政工程处"),
        .owner = rig_code("1001"),
        .name = slice_of("李**"),
        .phone = slice_of("138****0001"),
        .address = slice_of("人民路***"),
        .matter = slice_of("人民路与解放路交叉口东侧连续三盏路灯不亮，居民晚上出行不便，希望"
                           "尽快维修。"),
        .arrived_ms = now_ms - 7200000,
        .registered_ms = now_ms - 7000000,
        .dispatched_ms = now_ms - 6900000,
        .due_ms = now_ms + 86400000,
        .masked = 1,
        .events = events};
}

/* The list answers with one row; Enter opens it; its card and its ledger come. */
RIG_USE void rig_open(struct rig *rig, const struct rec_ticket_card *card)
{
    struct rec_ticket_item item = rig_item(card->ticket, card->state, "路灯不亮", 1440);
    struct rec_history_item step = {.seq = 1,
                                    .at_ms = card->registered_ms,
                                    .by = rig_code("1001"),
                                    .fact = slice_of("ticket_moved"),
                                    .event = ticket_event_dispatch,
                                    .words = slice_of("请尽快联系来电人。")};
    rig_answer(rig, request_ticket_list, &(struct rec_ticket_page){.rows = {&item, 1}});
    rig_key(rig, K_ENTER);
    rig_answer(rig, request_ticket_show, card);
    rig_answer(rig, request_ticket_history, &(struct rec_history_page){.rows = {&step, 1}});
}

#endif
