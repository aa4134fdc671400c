/* Facts as lines of Asterisk's queue_log: one caller's way for each event of docs/queue-log.md. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "client/ctl/queue_log.h"

enum { START_MS = 1000000, LINE = 1, OTHER = 2, ANN = 7, BOB = 8, CALL = 5 };

struct fixture {
    struct queue_log *log;
    FILE *file;
    char *text;
    size_t n, read;
    uint64_t now_ms;
};

static void say(struct fixture *fixture, struct fact fact)
{
    fact.at_ms = fixture->now_ms;
    queue_log_fact(fixture->log, &fact);
}

#define SAY(fixture, name, ...)                                                                    \
    say((fixture),                                                                                 \
        (struct fact){.type = fact_type_##name, .body.name = (struct fact_##name){__VA_ARGS__}})

/* What was printed since the last time. */
static void expect(struct fixture *fixture, const char *lines)
{
    fflush(fixture->file);
    assert_string_equal(fixture->text + fixture->read, lines);
    fixture->read = fixture->n;
}

static void agent(struct fixture *fixture, uint64_t person, uint64_t from, uint64_t to,
                  uint64_t reason)
{
    SAY(fixture, agent_moved, .person = person, .from = from, .to = to, .reason = reason);
}

static int setup(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    fixture->file = open_memstream(&fixture->text, &fixture->n);
    fixture->log = queue_log_new(fixture->file, 0, 0);
    fixture->now_ms = START_MS;
    SAY(fixture, line_put, .line = LINE, .code = {"12345"}, .change = change_added);
    SAY(fixture, queue_put, .queue = OTHER, .code = {"law"}, .change = change_added, .skill = 3);
    SAY(fixture, person_put, .person = ANN, .number = {"1001"});
    SAY(fixture, person_put, .person = BOB, .number = {"1002"});
    expect(fixture, "");
    *state = fixture;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *fixture = *state;
    queue_log_free(&fixture->log);
    fclose(fixture->file);
    free(fixture->text);
    free(fixture);
    return 0;
}

static void connected(struct fixture *fixture)
{
    SAY(fixture, call_arrived, .call = CALL, .line = LINE, .place = 1);
    fixture->now_ms += 4000;
    SAY(fixture, call_offered, .call = CALL, .line = LINE, .person = ANN);
    fixture->now_ms += 3000;
    SAY(fixture, call_answered, .call = CALL, .line = LINE, .person = ANN);
    expect(fixture, "1000|5|12345|NONE|ENTERQUEUE|||1\n"
                    "1007|5|12345|1001|CONNECT|7|5|3\n");
    fixture->now_ms += 60000;
}

static void test_members(void **state)
{
    struct fixture *fixture = *state;
    agent(fixture, ANN, agent_state_out, agent_state_break, break_reason_start);
    expect(fixture, "1000|NONE|12345|1001|ADDMEMBER|PAUSED\n");
    agent(fixture, ANN, agent_state_break, agent_state_ready, 0);
    expect(fixture, "1000|NONE|12345|1001|UNPAUSE|\n");
    SAY(fixture, skill_given, .person = ANN, .skill = 3, .level = 2);
    expect(fixture, "1000|NONE|law|1001|ADDMEMBER|\n");
    agent(fixture, ANN, agent_state_ready, agent_state_break, break_reason_meal);
    expect(fixture, "1000|NONE|12345|1001|PAUSE|meal\n1000|NONE|law|1001|PAUSE|meal\n");
    SAY(fixture, skill_given, .person = ANN, .skill = 3);
    expect(fixture, "1000|NONE|law|1001|REMOVEMEMBER|\n");
    agent(fixture, ANN, agent_state_break, agent_state_out, 0);
    expect(fixture, "1000|NONE|12345|1001|REMOVEMEMBER|\n");
}

static void test_completed(void **state)
{
    struct fixture *fixture = *state;
    connected(fixture);
    SAY(fixture, call_ended, .call = CALL, .how = call_end_caller);
    expect(fixture, "1067|5|12345|1001|COMPLETECALLER|7|60|1\n");
}

static void test_not_answered_and_given_up(void **state)
{
    struct fixture *fixture = *state;
    SAY(fixture, call_arrived, .call = CALL, .line = LINE, .place = 1);
    SAY(fixture, call_offered, .call = CALL, .line = LINE, .person = ANN);
    fixture->now_ms += 20000;
    SAY(fixture, call_lapsed, .call = CALL, .line = LINE, .person = ANN, .order_ms = START_MS);
    SAY(fixture, call_abandoned, .call = CALL, .line = LINE);
    expect(fixture, "1000|5|12345|NONE|ENTERQUEUE|||1\n"
                    "1020|5|12345|1001|RINGNOANSWER|20000\n"
                    "1020|5|12345|NONE|ABANDON|1|1|20\n");
}

static void test_overflow_and_promise(void **state)
{
    struct fixture *fixture = *state;
    SAY(fixture, call_arrived, .call = CALL, .line = LINE, .place = 2);
    fixture->now_ms += 30000;
    SAY(fixture, call_moved, .call = CALL, .line = LINE, .event = call_event_overflow,
        .from_queue = LINE, .queue = OTHER, .place = 1);
    fixture->now_ms += 5000;
    struct fact wish = {.type = fact_type_call_moved, .by = BOB};
    wish.body.call_moved = (struct fact_call_moved){
        .call = CALL, .line = LINE, .queue = OTHER, .event = call_event_promise};
    say(fixture, wish);
    expect(fixture, "1000|5|12345|NONE|ENTERQUEUE|||2\n"
                    "1030|5|12345|NONE|EXITWITHTIMEOUT|1|2|30\n"
                    "1030|5|law|NONE|ENTERQUEUE|||1\n"
                    "1035|5|law|NONE|EXITWITHKEY|1|1|1|5\n");
}

static void test_passed_on(void **state)
{
    struct fixture *fixture = *state;
    connected(fixture);
    SAY(fixture, call_requeued, .call = CALL, .line = LINE, .origin = ANN, .queue = OTHER,
        .event = call_event_requeue, .order_ms = START_MS, .place = 1);
    SAY(fixture, call_offered, .call = CALL, .line = LINE, .person = BOB);
    SAY(fixture, call_answered, .call = CALL, .line = LINE, .person = BOB);
    SAY(fixture, call_moved, .call = CALL, .line = LINE, .event = call_event_complete,
        .person = ANN);
    SAY(fixture, call_ended, .call = CALL, .how = call_end_agent);
    expect(fixture, "1067|5|12345|1001|BLINDTRANSFER|law|queues|7|60|1\n"
                    "1067|5|law|NONE|ENTERQUEUE|||1\n"
                    "1067|5|law|1002|CONNECT|0|5|0\n"
                    "1067|5|law|1002|ATTENDEDTRANSFER|BRIDGE|5|0|0|1\n");
}

static void test_agent_gone(void **state)
{
    struct fixture *fixture = *state;
    connected(fixture);
    SAY(fixture, call_requeued, .call = CALL, .line = LINE, .origin = ANN,
        .event = call_event_orphan, .order_ms = START_MS, .place = 1);
    expect(fixture, "1067|5|12345|1001|COMPLETEAGENT|7|60|1\n"
                    "1067|5|12345|NONE|ENTERQUEUE|||1\n");
}

static void test_other_calls_are_in_no_queue(void **state)
{
    struct fixture *fixture = *state;
    SAY(fixture, call_arrived, .call = CALL, .line = LINE, .event = call_event_shut);
    SAY(fixture, call_offered, .call = CALL, .line = LINE, .person = ANN,
        .event = call_event_recall);
    SAY(fixture, call_lapsed, .call = CALL, .line = LINE, .person = ANN, .order_ms = START_MS);
    SAY(fixture, call_ended, .call = CALL, .how = call_end_withdrawn);
    SAY(fixture, call_arrived, .call = CALL + 1, .line = LINE, .event = call_event_dial,
        .person = ANN);
    SAY(fixture, call_ended, .call = CALL + 1, .how = call_end_agent);
    expect(fixture, "");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_members),
        TEST(test_completed),
        TEST(test_not_answered_and_given_up),
        TEST(test_overflow_and_promise),
        TEST(test_passed_on),
        TEST(test_agent_gone),
        TEST(test_other_calls_are_in_no_queue),
    };
#undef TEST
    return cmocka_run_group_tests(tests, NULL, NULL);
}
