/* A desk is killed while a call is offered, talked on, held, or a colleague is asked: the caller
 * comes to somebody else, over real sockets and by the dispatcher's own clock. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>
#include <zmq.h>

#include "common/clock.h"
#include "tests/scenario/hits.h"
#include "tests/system/rig.h"

#define PASSWORD "first password"
/* The lease of an offer is longer than any wait here: what moves the call is the silence. */
#define SETTINGS "presence_s = 3\noffline_call_s = 5\noffer_lease_s = 120\n"

enum { SEATS = 3, ASK_EVERY_MS = 200, PATIENCE_MS = 30000 };

struct fixture {
    struct rig rig;
    struct hits *hits;
    struct client console;
    struct keys keys[SEATS];
    struct client seats[SEATS]; /* 1001, 1002, the trunk */
};

static void seat_open(struct fixture *fixture, int i)
{
    static const char *const numbers[SEATS] = {"1001", "1002", "9001"};
    client_station(&fixture->seats[i], &fixture->rig, &fixture->keys[i], NULL);
    assert_int_equal(client_sign_in(&fixture->seats[i], numbers[i], PASSWORD), REJECT_OK);
}

static int set_up(void **state)
{
    static const struct req_person_add people[SEATS] = {
        {.number = {"1001"}, .roles = ROLE_BIT(role_operator)},
        {.number = {"1002"}, .roles = ROLE_BIT(role_operator)},
        {.number = {"9001"}, .roles = ROLE_BIT(role_trunk)},
    };
    struct fixture *fixture = calloc(1, sizeof *fixture);
    fixture->hits = hits_new("system-presence");
    rig_init(&fixture->rig, SETTINGS);
    rig_start(&fixture->rig);
    struct client *console = &fixture->console;
    client_console(console, &fixture->rig);
    struct req_line_add line = {.code = {"12345"}, .name = slice_of("Main line")};
    assert_int_equal(client_ask(console, request_line_add, &line, NULL), REJECT_OK);
    for (int i = 0; i < SEATS; i++) {
        struct req_station_add station = {0};
        struct req_person_add person = people[i];
        fixture->keys[i] = keys_new();
        snprintf(station.number.s, sizeof station.number.s, "S%d", i + 1);
        zmq_z85_decode(station.key.b, fixture->keys[i].public_key);
        person.name = slice_of("甲");
        person.password = slice_of(PASSWORD);
        assert_int_equal(client_ask(console, request_station_add, &station, NULL), REJECT_OK);
        assert_int_equal(client_ask(console, request_person_add, &person, NULL), REJECT_OK);
        seat_open(fixture, i);
    }
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    client_close(&fixture->console);
    for (int i = 0; i < SEATS; i++) client_close(&fixture->seats[i]);
    rig_fini(&fixture->rig);
    bool written = hits_free(&fixture->hits);
    free(fixture);
    return written ? 0 : -1;
}

static uint64_t arrive(struct fixture *fixture)
{
    struct req_call_arrive arrives = {.line = {"12345"}, .from = slice_of("13800138000")};
    struct rec_done done;
    assert_int_equal(client_ask(&fixture->seats[2], request_call_arrive, &arrives, &done),
                     REJECT_OK);
    return done.id;
}

static void ready(struct fixture *fixture, int seat)
{
    struct req_agent_ready body = {0};
    assert_int_equal(client_ask(&fixture->seats[seat], request_agent_ready, &body, NULL),
                     REJECT_OK);
}

/* The second desk and the trunk go on asking, as their clients would, until the call is in this
 * state with this agent; without that they would be gone as well. */
static void await(struct fixture *fixture, uint64_t call, enum call_state state, const char *agent)
{
    uint64_t until_ms = clock_mono_ms() + PATIENCE_MS;
    const struct req_call_show show = {.call = call};
    const struct req_hello hello = {0};
    struct rec_call_card card;
    do {
        assert_int_equal(client_ask(&fixture->seats[1], request_call_show, &show, &card),
                         REJECT_OK);
        if (card.state == state && strcmp(card.agent.s, agent) == 0) return;
        assert_int_equal(client_ask(&fixture->seats[2], request_hello, &hello, NULL), REJECT_OK);
        client_receive(&fixture->seats[1], ASK_EVERY_MS); /* nothing comes: the time passes */
    } while (clock_mono_ms() < until_ms);
    fail_msg("call %llu is %s with %s", (unsigned long long)call,
             word_name(VOCABULARY_call_state, card.state), card.agent.s);
}

static void kill_desk(struct fixture *fixture)
{
    client_close(&fixture->seats[0]);
}

/* Ends the call from the second desk, and has both desks as they were. */
static void again(struct fixture *fixture, uint64_t call)
{
    const struct req_call_end ends = {.call = call};
    const struct req_agent_pause pause = {.reason = break_reason_meeting};
    assert_int_equal(client_ask(&fixture->seats[1], request_call_end, &ends, NULL), REJECT_OK);
    assert_int_equal(client_ask(&fixture->seats[1], request_agent_pause, &pause, NULL), REJECT_OK);
    seat_open(fixture, 0);
}

static void answer(struct fixture *fixture, int seat, uint64_t call)
{
    const struct req_call_answer answers = {.call = call};
    assert_int_equal(client_ask(&fixture->seats[seat], request_call_answer, &answers, NULL),
                     REJECT_OK);
}

/* Offered: at once to the next who is ready. Talking and on hold: after a while. */
static void a_killed_desk_keeps_no_caller(void **state)
{
    struct fixture *fixture = *state;
    for (int step = 0; step < 3; step++) {
        ready(fixture, 0);
        uint64_t call = arrive(fixture);
        const struct req_call_hold holds = {.call = call};
        if (step > 0) answer(fixture, 0, call);
        if (step > 1)
            assert_int_equal(client_ask(&fixture->seats[0], request_call_hold, &holds, NULL),
                             REJECT_OK);
        ready(fixture, 1);
        kill_desk(fixture);
        await(fixture, call, call_state_offered, "1002");
        answer(fixture, 1, call);
        again(fixture, call);
    }
}

/* Asking a colleague: who was asked has the caller. */
static void who_is_asked_stays_with_the_caller(void **state)
{
    struct fixture *fixture = *state;
    ready(fixture, 0);
    uint64_t call = arrive(fixture);
    answer(fixture, 0, call);
    ready(fixture, 1);
    const struct req_call_consult asks = {.call = call, .to = {"1002"}};
    assert_int_equal(client_ask(&fixture->seats[0], request_call_consult, &asks, NULL), REJECT_OK);
    answer(fixture, 1, call);
    kill_desk(fixture);
    await(fixture, call, call_state_talking, "1002");
    again(fixture, call);
}

/* Started again in time, the desk has its call as before. */
static void a_desk_that_comes_back_has_its_call(void **state)
{
    struct fixture *fixture = *state;
    struct req_me_show show = {0};
    struct rec_me me;
    ready(fixture, 0);
    uint64_t call = arrive(fixture);
    answer(fixture, 0, call);
    kill_desk(fixture);
    seat_open(fixture, 0);
    assert_int_equal(client_ask(&fixture->seats[0], request_me_show, &show, &me), REJECT_OK);
    assert_int_equal(me.state, agent_state_talking);
    assert_int_equal(me.call, call);
    const struct req_call_end ends = {.call = call};
    assert_int_equal(client_ask(&fixture->seats[0], request_call_end, &ends, NULL), REJECT_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_killed_desk_keeps_no_caller, set_up, tear_down),
        cmocka_unit_test_setup_teardown(who_is_asked_stays_with_the_caller, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_desk_that_comes_back_has_its_call, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
