/* One dispatcher, real sockets: who gets in, asking twice, bad input. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>
#include <zmq.h>

#include "common/clock.h"
#include "tests/system/centre.h"

enum { QUIET_MS = 1500 };

static int set_up(void **state)
{
    *state = centre_new("system-rexiand");
    return 0;
}

static int tear_down(void **state)
{
    return centre_free(*state);
}

static void strangers_stay_outside(void **state)
{
    struct fixture *fixture = *state;
    struct keys stranger = keys_new(), wrong_server = keys_new();
    struct client unregistered, misled;
    struct req_hello hello = {0};
    struct rec_status before = status(fixture);
    client_station(&unregistered, &fixture->rig, &stranger, NULL);
    client_station(&misled, &fixture->rig, &fixture->keys[1], wrong_server.public_key);
    client_send(&unregistered, request_hello, &hello, false);
    client_send(&misled, request_hello, &hello, false);
    uint64_t deadline_ms = clock_mono_ms() + 30000;
    while (status(fixture).keys_refused < before.keys_refused + 2)
        assert_true(clock_mono_ms() < deadline_ms);
    assert_true(status(fixture).head > before.head); /* the journal knows of them */
    assert_false(client_receive(&unregistered, 0));
    assert_false(client_receive(&misled, 0));
    client_close(&unregistered);
    client_close(&misled);
    assert_int_equal(ask(fixture, &fixture->other, request_hello, &hello, NULL), REJECT_OK);
}

/* What the client sees of a refused sign-in: everything but the numbers that always differ. */
static void assert_no_hint(const struct client *client)
{
    assert_int_equal(client->envelope.reject, REJECT_SIGN_IN_FAILED);
    assert_int_equal(client->envelope.field.n, 0);
    assert_int_equal(client->envelope.limit, 0);
    assert_int_equal(client->envelope.body.n, 1);
}

static void a_refused_sign_in_gives_no_hint(void **state)
{
    struct fixture *fixture = *state;
    struct rec_status before = status(fixture);
    struct client *other = &fixture->other;
    const char *attempts[][2] = {
        {"1002", "not the password"}, /* wrong */
        {"9999", PASSWORD},           /* unknown number */
        {"1003", PASSWORD},           /* retired */
        {"1001", PASSWORD},           /* signed in elsewhere */
    };
    for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++) {
        assert_int_equal(client_sign_in(other, attempts[i][0], attempts[i][1]),
                         REJECT_SIGN_IN_FAILED);
        assert_no_hint(other);
    }
    hits_request(fixture->hits, request_session_open);
    hits_reject(fixture->hits, REJECT_SIGN_IN_FAILED);
    assert_true(status(fixture).head >= before.head + 4); /* each has its fact */
    struct req_me_show me = {0};
    assert_int_equal(ask(fixture, other, request_me_show, &me, NULL), REJECT_NOT_SIGNED_IN);
    struct rec_me mine;
    assert_int_equal(ask(fixture, &fixture->desk, request_me_show, &me, &mine), REJECT_OK);
    assert_string_equal(mine.number.s, "1001");
}

static void a_session_is_bound_to_its_station(void **state)
{
    struct fixture *fixture = *state;
    struct client *other = &fixture->other;
    struct req_me_show me = {0};
    other->session = fixture->desk.session;
    memcpy(other->token, fixture->desk.token, TOKEN_BYTES);
    other->token_n = TOKEN_BYTES;
    assert_int_equal(ask(fixture, other, request_me_show, &me, NULL), REJECT_NOT_SIGNED_IN);
    other->session = 0;
    other->token_n = 0;
    fixture->desk.token[3] ^= 1;
    assert_int_equal(ask(fixture, &fixture->desk, request_me_show, &me, NULL),
                     REJECT_NOT_SIGNED_IN);
    fixture->desk.token[3] ^= 1;
    assert_int_equal(ask(fixture, &fixture->desk, request_me_show, &me, NULL), REJECT_OK);
}

static void roles_decide(void **state)
{
    struct fixture *fixture = *state;
    struct req_line_add line = {.code = {"777"}, .name = slice_of("Other")};
    assert_int_equal(ask(fixture, &fixture->desk, request_line_add, &line, NULL), REJECT_DENIED);
    struct req_backup backup = {.path = slice_of("/nowhere")};
    assert_int_equal(ask(fixture, &fixture->desk, request_backup, &backup, NULL), REJECT_DENIED);
    struct req_session_open open = {.number = {"1001"}, .password = slice_of(PASSWORD)};
    assert_int_not_equal(ask(fixture, &fixture->console, request_session_open, &open, NULL),
                         REJECT_OK);
}

static void asking_twice_gives_the_same_answer(void **state)
{
    struct fixture *fixture = *state;
    struct client *desk = &fixture->desk;
    struct req_call_arrive call = {.line = {"12345"}, .from = slice_of("13800138000")};
    struct rec_done first, again;
    struct rec_status before = status(fixture);
    assert_int_equal(ask(fixture, desk, request_call_arrive, &call, &first), REJECT_OK);
    uint64_t head = desk->envelope.head;
    for (int i = 0; i < 3; i++) {
        assert_int_equal(client_ask_again(desk, request_call_arrive, &call, &again), REJECT_OK);
        assert_int_equal(again.id, first.id);
        assert_int_equal(again.seq, first.seq);
        assert_int_equal(desk->envelope.head, head);
    }
    assert_int_equal(status(fixture).calls, before.calls + 1);
    /* The same number at another station is another request. */
    fixture->console.request_id = desk->request_id;
    assert_int_equal(client_ask_again(&fixture->console, request_call_arrive, &call, &again),
                     REJECT_OK);
    assert_int_not_equal(again.id, first.id);
    /* After a kill as well. */
    assert_int_equal(rig_stop(&fixture->rig, SIGKILL), 128 + SIGKILL);
    rig_start(&fixture->rig);
    assert_int_equal(client_ask_again(desk, request_call_arrive, &call, &again), REJECT_OK);
    assert_int_equal(again.id, first.id);
    assert_int_equal(status(fixture).calls, before.calls + 2);
    struct req_call_hang_up gone = {.call = first.id};
    assert_int_equal(ask(fixture, &fixture->console, request_call_hang_up, &gone, NULL), REJECT_OK);
    gone.call = first.id + 1;
    assert_int_equal(ask(fixture, &fixture->console, request_call_hang_up, &gone, NULL), REJECT_OK);
}

/* Sends bytes as they are; the reply, if any must come, refuses them. */
static void assert_malformed(struct fixture *fixture, const void *bytes, size_t n)
{
    struct client *desk = &fixture->desk;
    assert_true(zmq_send(desk->socket, bytes, n, 0) >= 0);
    assert_true(client_receive(desk, 30000));
    assert_int_equal(desk->envelope.reject, REJECT_BAD_MESSAGE);
    assert_int_equal(desk->envelope.request_id, 0);
    hits_reject(fixture->hits, REJECT_BAD_MESSAGE);
}

static void bad_messages_are_counted_and_the_loop_goes_on(void **state)
{
    struct fixture *fixture = *state;
    static const unsigned char bomb[] = {0x96, 0x01, 0x01, 0x00, 0xc4, 0x00,
                                         0x01, 0xdd, 0xff, 0xff, 0xff, 0xff};
    static const unsigned char twice[] = {0x96, 0x01, 0x05, 0x00, 0xc4, 0x00,
                                          0x01, 0x82, 0x01, 0x01, 0x01, 0x01};
    unsigned char deep[200], *random = malloc(60000);
    memset(deep, 0x91, sizeof deep);
    uint64_t before = status(fixture).malformed;
    assert_malformed(fixture, "", 0);
    assert_malformed(fixture, "nonsense", 8);
    assert_malformed(fixture, bomb, sizeof bomb);
    assert_malformed(fixture, twice, sizeof twice);
    assert_malformed(fixture, deep, sizeof deep);
    for (size_t i = 0; i < 60000; i++) random[i] = (unsigned char)(i * 2654435761U >> 11);
    assert_malformed(fixture, random, 60000);
    free(random);
    struct client *desk = &fixture->desk;
    struct req_hello hello = {0};
    client_send(desk, request_hello, &hello, false);
    assert_true(client_receive(desk, 30000));
    for (size_t cut = 1; cut < desk->out.n; cut++)
        assert_malformed(fixture, desk->out.p, desk->out.n - cut);
    assert_int_equal(status(fixture).malformed, before + 6 + desk->out.n - 1);
    assert_int_equal(ask(fixture, desk, request_hello, &hello, NULL), REJECT_OK);
}

static void an_oversized_message_is_never_taken_in(void **state)
{
    struct fixture *fixture = *state;
    struct client greedy;
    char *big = calloc(1, LIMIT_MESSAGE + 1);
    client_station(&greedy, &fixture->rig, &fixture->keys[1], NULL);
    uint64_t before = status(fixture).requests;
    assert_true(zmq_send(greedy.socket, big, LIMIT_MESSAGE + 1, 0) > 0);
    assert_false(client_receive(&greedy, QUIET_MS));
    free(big);
    client_close(&greedy);
    struct req_hello hello = {0};
    assert_int_equal(ask(fixture, &fixture->desk, request_hello, &hello, NULL), REJECT_OK);
    assert_int_equal(status(fixture).requests, before + 2);
}

static void refused_fields_are_named(void **state)
{
    struct fixture *fixture = *state;
    struct client *desk = &fixture->desk;
    char wide[4096];
    memset(wide, '1', sizeof wide);
    struct req_call_arrive call = {.line = {"12345"}, .from = {wide, sizeof wide}};
    assert_int_equal(ask(fixture, desk, request_call_arrive, &call, NULL), REJECT_TOO_LONG);
    assert_true(slice_equal(desk->envelope.field, slice_of("from")));
    assert_int_equal(desk->envelope.limit, LIMIT_PHONE);
    static const char *const unclean[] = {"1\x1b[2J", "1\u202e2", "1\n2"};
    for (size_t i = 0; i < 3; i++) {
        call.from = slice_of(unclean[i]);
        assert_int_equal(ask(fixture, desk, request_call_arrive, &call, NULL), REJECT_BAD_TEXT);
        assert_true(slice_equal(desk->envelope.field, slice_of("from")));
    }
    static const unsigned char unknown[] = {0x96, 0x01, 0x07, 0x00, 0xc4,
                                            0x00, 0xcd, 0xea, 0x60, 0x80};
    zmq_send(desk->socket, unknown, sizeof unknown, 0);
    assert_true(client_receive(desk, 30000));
    assert_int_equal(desk->envelope.reject, REJECT_UNKNOWN_MESSAGE);
    assert_int_equal(desk->envelope.request_id, 7);
    hits_reject(fixture->hits, REJECT_UNKNOWN_MESSAGE);
}

static void too_many_sign_ins_are_told_to_wait(void **state)
{
    struct fixture *fixture = *state;
    enum { MANY = 30 };
    struct client *other = &fixture->other;
    struct req_session_open open = {.number = {"9999"}, .password = slice_of("a guess at it")};
    int busy = 0, failed = 0;
    for (int i = 0; i < MANY; i++) client_send(other, request_session_open, &open, false);
    for (int i = 0; i < MANY; i++) {
        assert_true(client_receive(other, 30000));
        busy += other->envelope.reject == REJECT_BUSY;
        failed += other->envelope.reject == REJECT_SIGN_IN_FAILED;
    }
    assert_int_equal(busy + failed, MANY);
    assert_true(busy > 0 && failed > 0);
    hits_reject(fixture->hits, REJECT_BUSY);
}

static void a_change_of_password_ends_the_old_one(void **state)
{
    struct fixture *fixture = *state;
    struct req_person_change change = {.number = {"1002"}, .password = slice_of("another one")};
    assert_int_equal(ask(fixture, &fixture->console, request_person_change, &change, NULL),
                     REJECT_OK);
    assert_int_equal(client_sign_in(&fixture->other, "1002", PASSWORD), REJECT_SIGN_IN_FAILED);
    /* The wait after failures is a millisecond or so here; a round trip may still be shorter. */
    uint64_t deadline_ms = clock_mono_ms() + 30000;
    while (client_sign_in(&fixture->other, "1002", "another one") != REJECT_OK)
        assert_true(clock_mono_ms() < deadline_ms);
    struct req_session_close close = {0};
    assert_int_equal(ask(fixture, &fixture->other, request_session_close, &close, NULL), REJECT_OK);
    /* Asked twice, although the session is over. */
    assert_int_equal(client_ask_again(&fixture->other, request_session_close, &close, NULL),
                     REJECT_OK);
    assert_int_equal(ask(fixture, &fixture->other, request_session_close, &close, NULL),
                     REJECT_NOT_SIGNED_IN);
    fixture->other.session = fixture->other.token_n = 0;
    change.password = slice_of("short");
    assert_int_equal(ask(fixture, &fixture->console, request_person_change, &change, NULL),
                     REJECT_BAD_FIELD);
}

static void a_retired_station_is_out_at_once(void **state)
{
    struct fixture *fixture = *state;
    struct keys keys = keys_new();
    struct client third;
    add_station(fixture, "S3", &keys);
    client_station(&third, &fixture->rig, &keys, NULL);
    struct req_hello hello = {0};
    assert_int_equal(ask(fixture, &third, request_hello, &hello, NULL), REJECT_OK);
    struct req_station_retire retire = {.number = {"S3"}};
    assert_int_equal(ask(fixture, &fixture->console, request_station_retire, &retire, NULL),
                     REJECT_OK);
    assert_int_equal(ask(fixture, &third, request_hello, &hello, NULL), REJECT_DENIED);
    client_close(&third);
    uint64_t before = status(fixture).keys_refused;
    client_station(&third, &fixture->rig, &keys, NULL);
    client_send(&third, request_hello, &hello, false);
    uint64_t deadline_ms = clock_mono_ms() + 30000;
    while (status(fixture).keys_refused == before) assert_true(clock_mono_ms() < deadline_ms);
    client_close(&third);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strangers_stay_outside),
        cmocka_unit_test(a_refused_sign_in_gives_no_hint),
        cmocka_unit_test(a_session_is_bound_to_its_station),
        cmocka_unit_test(roles_decide),
        cmocka_unit_test(asking_twice_gives_the_same_answer),
        cmocka_unit_test(bad_messages_are_counted_and_the_loop_goes_on),
        cmocka_unit_test(an_oversized_message_is_never_taken_in),
        cmocka_unit_test(refused_fields_are_named),
        cmocka_unit_test(too_many_sign_ins_are_told_to_wait),
        cmocka_unit_test(a_change_of_password_ends_the_old_one),
        cmocka_unit_test(a_retired_station_is_out_at_once),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
