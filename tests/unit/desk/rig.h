/* A desk without dispatcher and terminal: asks are written down, the test answers them, sends
 * facts, presses keys, lets time pass, and looks at the grid. */
#ifndef TESTS_UNIT_DESK_RIG_H
#define TESTS_UNIT_DESK_RIG_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "client/desk/desk.h"
#include "client/desk/model.h"
#include "common/text.h"
#include "proto/codec.h"

enum { RIG_ASKS = 512, ME = 7, NOW_S = 1763780400 /* 2025-11-22 11:00 +08:00 */ };

struct asked {
    enum request number;
    void *body; /* decoded copy, in the rig's arena */
    link_answered *answered;
    void *ctx;
    bool done;
};

struct rig {
    struct seat seat;
    struct desk *desk;
    struct grid *grid;
    struct arena arena;
    struct asked asks[RIG_ASKS];
    size_t n_asks;
    int rings, subscribed;
    uint64_t session, mono_ms, seq;
    struct spool *spool;
    int keys; /* pressed that are no free text */
};

#define RIG_USE __attribute__((unused)) static

RIG_USE enum err rig_port_ask(void *ctx, enum request number, const void *body, uint64_t limit_ms,
                              bool keep, link_answered *answered, void *answered_ctx)
{
    struct rig *rig = ctx;
    const struct message *message = &request_desc(number)->message;
    struct buffer buffer;
    struct fault fault = {0};
    (void)limit_ms;
    (void)keep;
    assert_true(rig->n_asks < RIG_ASKS);
    buffer_init(&buffer);
    codec_encode(&buffer, message, body, VIEW_WIRE);
    assert_int_equal(buffer.err, ERR_OK);
    char *bytes = arena_take(&rig->arena, buffer.n + 1);
    void *copy = arena_take(&rig->arena, message->size);
    assert_true(bytes && copy);
    memcpy(bytes, buffer.p, buffer.n);
    /* what the dispatcher would refuse at once is a fault of the desk */
    enum reject reject =
        codec_decode(slice_bytes(bytes, buffer.n), message, &rig->arena, copy, &fault);
    buffer_fini(&buffer);
    if (reject != REJECT_OK) fail_msg("%s: %s", message->name, fault.field);
    rig->asks[rig->n_asks++] = (struct asked){number, copy, answered, answered_ctx, false};
    return ERR_OK;
}

RIG_USE void rig_port_session(void *ctx, uint64_t person, uint64_t session, struct slice token)
{
    (void)person;
    (void)token;
    ((struct rig *)ctx)->session = session;
}

RIG_USE enum err rig_port_subscribe(void *ctx, const char *topic, uint64_t since)
{
    (void)topic;
    (void)since;
    ((struct rig *)ctx)->subscribed++;
    return ERR_OK;
}

RIG_USE void rig_port_unsubscribe(void *ctx, const char *topic)
{
    (void)topic;
    ((struct rig *)ctx)->subscribed--;
}

RIG_USE void rig_port_ring(void *ctx)
{
    ((struct rig *)ctx)->rings++;
}

RIG_USE void rig_port_redraw(void *ctx)
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
    *rig = (struct rig){.spool = spool};
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
                             rig_port_ring,
                             rig_port_redraw,
                             spool};
    assert_int_equal(seat_init(&rig->seat, &desk_mode, &port, "A01"), ERR_OK);
    rig->desk = rig->seat.model;
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

RIG_USE const void *rig_body(struct rig *rig, enum request number)
{
    struct asked *asked = rig_waiting(rig, number);
    if (!asked) fail_msg("%s was not asked", request_desc(number)->verb);
    return asked->body;
}

RIG_USE void rig_reply(struct rig *rig, enum request number, const struct link_answer *answer)
{
    struct asked *asked = rig_waiting(rig, number);
    if (!asked) fail_msg("%s was not asked", request_desc(number)->verb);
    asked->done = true;
    asked->answered(asked->ctx, answer);
}

RIG_USE void rig_answer(struct rig *rig, enum request number, const void *body)
{
    struct link_answer answer = {.body = body, .head = rig->seq};
    rig_reply(rig, number, &answer);
}

RIG_USE void rig_done(struct rig *rig, enum request number, uint64_t id, uint64_t version)
{
    struct rec_done done = {.id = id, .version = version};
    rig_answer(rig, number, &done);
}

RIG_USE void rig_refuse(struct rig *rig, enum request number, enum reject reject, const char *field,
                        uint64_t limit)
{
    struct link_answer answer = {.reject = reject, .field = slice_of(field), .limit = limit};
    rig_reply(rig, number, &answer);
}

RIG_USE void rig_fact(struct rig *rig, struct fact fact)
{
    fact.seq = ++rig->seq;
    fact.at_ms = seat_now_ms(&rig->seat);
    seat_fact(&rig->seat, &fact);
}

RIG_USE void rig_agent(struct rig *rig, enum agent_event event, enum agent_state to, uint64_t call)
{
    struct fact fact = {.type = fact_type_agent_moved};
    fact.body.agent_moved = (struct fact_agent_moved){
        .person = ME, .event = event, .from = rig->desk->state, .to = to, .call = call};
    rig_fact(rig, fact);
}

/* ---- keys ---- */

RIG_USE void rig_press(struct rig *rig, struct key key)
{
    rig->keys++;
    seat_key(&rig->seat, &key);
}

RIG_USE void rig_key(struct rig *rig, enum key_name name)
{
    rig_press(rig, key_named(name));
}

/* Free text, one character after the other. */
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

RIG_USE bool rig_shows(struct rig *rig, const char *text)
{
    char *screen = rig_screen(rig);
    bool found = strstr(screen, text) != NULL;
    if (!found) fprintf(stderr, "not on the screen: %s\n%s\n", text, screen);
    free(screen);
    return found;
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
    static const char token[TOKEN_BYTES] = "t";
    rig_type(rig, "1001");
    rig_key(rig, K_ENTER);
    rig_type(rig, "correct horse");
    rig_key(rig, K_ENTER);
    struct rec_session session = {
        .session = 5, .token = slice_bytes(token, sizeof token), .person = ME};
    rig_answer(rig, request_session_open, &session);
    rig_answer(rig, request_me_show, me);
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
