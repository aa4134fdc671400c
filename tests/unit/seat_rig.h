/* A seat without dispatcher and terminal, whatever its mode: asks are written down, the test
 * answers them, sends facts, presses keys, lets time pass, and looks at the grid. */
#ifndef TESTS_UNIT_SEAT_RIG_H
#define TESTS_UNIT_SEAT_RIG_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "client/seat/seat.h"
#include "common/text.h"
#include "proto/codec.h"

enum {
    RIG_ASKS = 512,
    RIG_TOPICS = 8,
    ME = 7,
    NOW_S = 1763780400, /* 2025-11-22 11:00 +08:00 */
};

struct asked {
    enum request number;
    const void *body; /* decoded copy, in the rig's arena */
    bool keep, done;
    link_answered *answered;
    void *ctx;
};

struct rig {
    struct seat seat;
    union { /* seat.model, by the seat's mode */
        void *model;
        struct desk *desk;
        struct office *office;
        struct wall *wall;
    };
    struct grid *grid;
    struct arena arena;
    struct asked asks[RIG_ASKS];
    size_t n_asks;
    char topics[RIG_TOPICS][TOPIC_MAX]; /* subscribed ones */
    size_t n_topics;
    uint64_t session, mono_ms, seq;
    uint64_t behind_ms; /* how far the clock of this side is behind the dispatcher's */
    int rings;
    int keys; /* pressed that are no free text */
};

#define RIG_USE __attribute__((unused)) static

/* ---- the port ---- */

/* There and back through the codec: what the dispatcher would refuse at once is a fault of the
 * seat. */
RIG_USE const void *rig_copy(struct rig *rig, const struct message *message, const void *body)
{
    struct buffer buffer;
    struct fault fault = {0};
    buffer_init(&buffer);
    codec_encode(&buffer, message, body, VIEW_WIRE);
    assert_int_equal(buffer.err, ERR_OK);
    char *bytes = arena_take(&rig->arena, buffer.n + 1);
    void *copy = arena_take(&rig->arena, message->size);
    assert_true(bytes && copy);
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
    rig->asks[rig->n_asks++] =
        (struct asked){.number = number,
                       .body = rig_copy(rig, &request_desc(number)->message, body),
                       .keep = keep,
                       .answered = answered,
                       .ctx = answered_ctx};
    return ERR_OK;
}

RIG_USE void rig_port_session(void *ctx, uint64_t person, uint64_t session, struct slice token)
{
    (void)person;
    (void)token;
    ((struct rig *)ctx)->session = session;
}

RIG_USE bool rig_hears(const struct rig *rig, const char *topic)
{
    for (size_t i = 0; i < rig->n_topics; i++)
        if (strcmp(rig->topics[i], topic) == 0) return true;
    return false;
}

RIG_USE enum err rig_port_subscribe(void *ctx, const char *topic, uint64_t since)
{
    struct rig *rig = ctx;
    (void)since;
    assert_true(rig->n_topics < RIG_TOPICS && strlen(topic) < TOPIC_MAX);
    strcpy(rig->topics[rig->n_topics++], topic);
    return ERR_OK;
}

RIG_USE void rig_port_unsubscribe(void *ctx, const char *topic)
{
    struct rig *rig = ctx;
    for (size_t i = rig->n_topics; i-- > 0;)
        if (strcmp(rig->topics[i], topic) == 0)
            memmove(rig->topics[i], rig->topics[--rig->n_topics], TOPIC_MAX);
}

RIG_USE void rig_port_ring(void *ctx)
{
    ((struct rig *)ctx)->rings++;
}

RIG_USE void rig_port_redraw(void *ctx)
{
    (void)ctx;
}

/* ---- beginning, time, end ---- */

RIG_USE void rig_wait(struct rig *rig, uint64_t ms)
{
    rig->mono_ms += ms;
    seat_time(&rig->seat, rig->mono_ms, NOW_S * UINT64_C(1000) - rig->behind_ms + rig->mono_ms);
    seat_tick(&rig->seat);
}

/* *rig is zero but for behind_ms. */
RIG_USE void rig_start_as(struct rig *rig, const struct seat_mode *mode, const char *station,
                          int rows, int cols, struct spool *spool)
{
    setenv("TZ", "Asia/Shanghai", 1);
    tzset();
    arena_init(&rig->arena, 64 * 1024 * 1024);
    rig->grid = grid_new(rows, cols);
    assert_non_null(rig->grid);
    struct seat_port port = {.ctx = rig,
                             .ask = rig_port_ask,
                             .session = rig_port_session,
                             .subscribe = rig_port_subscribe,
                             .unsubscribe = rig_port_unsubscribe,
                             .ring = rig_port_ring,
                             .redraw = rig_port_redraw,
                             .spool = spool};
    assert_int_equal(seat_init(&rig->seat, mode, &port, station), ERR_OK);
    rig->model = rig->seat.model;
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

/* By keys, with a password that is right; asks nothing further. */
RIG_USE void rig_open_session(struct rig *rig, const char *number, const struct rec_me *me)
{
    static const char token[TOKEN_BYTES] = "t";
    struct rec_session session = {
        .session = me->session, .token = slice_bytes(token, sizeof token), .person = me->person};
    rig_type(rig, number);
    rig_key(rig, K_ENTER);
    rig_type(rig, "correct horse\n");
    rig_answer(rig, request_session_open, &session);
    rig_answer(rig, request_me_show, me);
}

/* ---- the screen ---- */

/* As text; freed by the caller. */
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

/* Fails, and shows what is there instead, unless the text is. */
RIG_USE void rig_shows(struct rig *rig, const char *text)
{
    if (rig_has(rig, text)) return;
    char *screen = rig_screen(rig);
    fprintf(stderr, "not on the screen: %s\n%s\n", text, screen);
    free(screen);
    fail();
}

RIG_USE struct code rig_code(const char *text)
{
    struct code code = {0};
    snprintf(code.s, sizeof code.s, "%s", text);
    return code;
}

#endif
