/* An office without dispatcher and terminal: asks are written down, the test answers them, sends
 * facts, presses keys, lets time pass, and looks at the grid. */
#ifndef TESTS_UNIT_OFFICE_RIG_H
#define TESTS_UNIT_OFFICE_RIG_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "client/office/model.h"
#include "client/office/office.h"
#include "common/text.h"
#include "proto/codec.h"

enum { RIG_ASKS = 256, ME = 7, MY_UNIT = 11, NOW_S = 1763780400 /* 2025-11-22 11:00 +08:00 */ };

struct asked {
    enum request number;
    const void *body; /* decoded copy, in the rig's arena */
    bool keep, done;
    link_answered *answered;
    void *ctx;
};

struct rig {
    struct seat seat;
    struct office *office;
    struct grid *grid;
    struct arena arena;
    struct asked asks[RIG_ASKS];
    size_t n_asks;
    char topics[8][TOPIC_MAX];
    uint64_t mono_ms, seq;
};

#define RIG_USE __attribute__((unused)) static

/* There and back through the codec, as the dispatcher would read it. */
RIG_USE const void *rig_copy(struct rig *rig, const struct message *message, const void *body)
{
    struct buffer buffer;
    struct fault fault = {0};
    buffer_init(&buffer);
    codec_encode(&buffer, message, body, VIEW_WIRE);
    char *bytes = arena_take(&rig->arena, buffer.n + 1);
    void *copy = arena_take(&rig->arena, message->size);
    assert_true(buffer.err == ERR_OK && bytes && copy);
    memcpy(bytes, buffer.p, buffer.n);
    enum reject reject =
        codec_decode(slice_bytes(bytes, buffer.n), message, &rig->arena, copy, &fault);
    buffer_fini(&buffer);
    if (reject != REJECT_OK) fail_msg("%s: %s", message->name, fault.field);
    return copy;
}

RIG_USE enum err rig_port_ask(void *ctx, enum request number, const void *body, uint64_t limit_ms,
                              bool keep, link_answered *answered, void *answered_ctx)
{
    struct rig *rig = ctx;
    (void)limit_ms;
    assert_true(rig->n_asks < RIG_ASKS);
    rig->asks[rig->n_asks++] = (struct asked){
        number,      rig_copy(rig, &request_desc(number)->message, body), keep, false, answered,
        answered_ctx};
    return ERR_OK;
}

RIG_USE void rig_port_session(void *ctx, uint64_t person, uint64_t session, struct slice token)
{
    (void)ctx;
    (void)person;
    (void)session;
    (void)token;
}

RIG_USE bool rig_hears(const struct rig *rig, const char *topic)
{
    for (int i = 0; i < 8; i++)
        if (strcmp(rig->topics[i], topic) == 0) return true;
    return false;
}

RIG_USE enum err rig_port_subscribe(void *ctx, const char *topic, uint64_t since)
{
    struct rig *rig = ctx;
    (void)since;
    for (int i = 0; i < 8; i++) {
        if (rig->topics[i][0]) continue;
        snprintf(rig->topics[i], TOPIC_MAX, "%s", topic);
        return ERR_OK;
    }
    return ERR_LIMIT;
}

RIG_USE void rig_port_unsubscribe(void *ctx, const char *topic)
{
    struct rig *rig = ctx;
    for (int i = 0; i < 8; i++)
        if (strcmp(rig->topics[i], topic) == 0) rig->topics[i][0] = 0;
}

RIG_USE void rig_port_nothing(void *ctx)
{
    (void)ctx;
}

RIG_USE void rig_wait(struct rig *rig, uint64_t ms)
{
    rig->mono_ms += ms;
    seat_time(&rig->seat, rig->mono_ms, NOW_S * UINT64_C(1000) + rig->mono_ms);
    seat_tick(&rig->seat);
}

RIG_USE void rig_start(struct rig *rig, int rows, int cols, struct spool *spool)
{
    *rig = (struct rig){0};
    setenv("TZ", "Asia/Shanghai", 1);
    tzset();
    arena_init(&rig->arena, 64 * 1024 * 1024);
    rig->grid = grid_new(rows, cols);
    assert_non_null(rig->grid);
    struct seat_port port = {rig,
                             rig_port_ask,
                             rig_port_session,
                             rig_port_subscribe,
                             rig_port_unsubscribe,
                             rig_port_nothing,
                             rig_port_nothing,
                             spool};
    assert_int_equal(seat_init(&rig->seat, &office_mode, &port, "B01"), ERR_OK);
    rig->office = rig->seat.model;
    rig_wait(rig, 1000);
    seat_link(&rig->seat, LINK_UP);
}

RIG_USE void rig_stop(struct rig *rig)
{
    seat_fini(&rig->seat);
    grid_free(&rig->grid);
    arena_fini(&rig->arena);
}

/* ---- answers and facts ---- */

/* The oldest ask of that kind that is not answered; NULL: none. */
RIG_USE struct asked *rig_waiting(struct rig *rig, enum request number)
{
    for (size_t i = 0; i < rig->n_asks; i++)
        if (!rig->asks[i].done && rig->asks[i].number == number) return &rig->asks[i];
    return NULL;
}

RIG_USE struct asked *rig_asked(struct rig *rig, enum request number)
{
    struct asked *asked = rig_waiting(rig, number);
    if (!asked) fail_msg("%s was not asked", request_desc(number)->verb);
    return asked;
}

RIG_USE const void *rig_body(struct rig *rig, enum request number)
{
    return rig_asked(rig, number)->body;
}

RIG_USE void rig_reply(struct rig *rig, enum request number, const struct link_answer *answer)
{
    struct asked *asked = rig_asked(rig, number);
    asked->done = true;
    asked->answered(asked->ctx, answer);
}

RIG_USE void rig_answer(struct rig *rig, enum request number, const void *body)
{
    struct link_answer answer = {.body = body, .head = rig->seq};
    rig_reply(rig, number, &answer);
}

RIG_USE void rig_done(struct rig *rig, enum request number)
{
    rig_answer(rig, number, &(struct rec_done){.seq = rig->seq});
}

RIG_USE void rig_refuse(struct rig *rig, enum request number, enum reject reject, const char *field)
{
    struct link_answer answer = {.reject = reject, .field = slice_of(field)};
    rig_reply(rig, number, &answer);
}

RIG_USE void rig_moved(struct rig *rig, uint64_t ticket, uint64_t by, enum ticket_event event,
                       enum ticket_state to)
{
    struct fact fact = {.type = fact_type_ticket_moved, .by = by, .seq = ++rig->seq};
    fact.at_ms = seat_now_ms(&rig->seat);
    fact.body.ticket_moved =
        (struct fact_ticket_moved){.ticket = ticket, .event = event, .to = to, .unit = MY_UNIT};
    seat_fact(&rig->seat, &fact);
}

/* ---- keys ---- */

RIG_USE void rig_press(struct rig *rig, struct key key)
{
    seat_key(&rig->seat, &key);
}

RIG_USE void rig_key(struct rig *rig, enum key_name name)
{
    rig_press(rig, key_named(name));
}

/* Text, one character after the other. */
RIG_USE void rig_type(struct rig *rig, const char *text)
{
    struct slice all = slice_of(text);
    for (size_t at = 0, next; at < all.n; at = next) {
        next = text_next(all, at);
        struct key key = {.kind = KEYS_TEXT, .text = slice_bytes(all.p + at, next - at)};
        if (all.p[at] == '\n') key = key_named(K_ENTER);
        seat_key(&rig->seat, &key);
    }
}

/* The screen as text; freed by the caller. */
RIG_USE char *rig_screen(struct rig *rig)
{
    seat_draw(&rig->seat, rig->grid);
    char *text = grid_dump(rig->grid, false);
    assert_non_null(text);
    return text;
}

RIG_USE bool rig_has(struct rig *rig, const char *text)
{
    char *screen = rig_screen(rig);
    bool found = strstr(screen, text) != NULL;
    free(screen);
    return found;
}

RIG_USE void rig_shows(struct rig *rig, const char *text)
{
    if (rig_has(rig, text)) return;
    char *screen = rig_screen(rig);
    fprintf(stderr, "not on the screen: %s\n%s\n", text, screen);
    free(screen);
    fail();
}

/* ---- a small house ---- */

RIG_USE struct code rig_code(const char *text)
{
    struct code code = {0};
    snprintf(code.s, sizeof code.s, "%s", text);
    return code;
}

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
    static const char token[TOKEN_BYTES] = "t";
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
    rig_type(rig, number);
    rig_key(rig, K_ENTER);
    rig_type(rig, "correct horse\n");
    struct rec_session session = {
        .session = 5, .token = slice_bytes(token, sizeof token), .person = person};
    rig_answer(rig, request_session_open, &session);
    rig_answer(rig, request_me_show, &me);
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
