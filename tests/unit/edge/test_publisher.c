#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>
#include <zmq.h>

#include "server/edge/publisher.h"

static struct topic topic_of(const char *format, unsigned number)
{
    struct topic topic = {""};
    snprintf(topic.s, sizeof topic.s, format, number);
    return topic;
}

static void each_topic_has_its_own_chain(void **state)
{
    (void)state;
    struct topic_map map;
    assert_int_equal(topic_map_init(&map, 10), ERR_OK);
    struct topic all = topic_of("f", 0), one = topic_of("p%u.", 1), two = topic_of("p%u.", 2);
    assert_int_equal(topic_map_next(&map, &all, 11), 10);
    assert_int_equal(topic_map_next(&map, &one, 11), 10);
    assert_int_equal(topic_map_next(&map, &all, 12), 11);
    assert_int_equal(topic_map_next(&map, &two, 12), 10);
    assert_int_equal(topic_map_next(&map, &all, 13), 12);
    assert_int_equal(topic_map_next(&map, &one, 13), 11);
    topic_map_fini(&map);
}

/* Past its bound it forgets; what it then answers may be too late a number, but never one below the
 * topic's real last one, or a gap would go unseen. */
static void forgetting_hides_no_gap(void **state)
{
    (void)state;
    enum { MANY = TOPICS * 2 };
    uint64_t *last = calloc(MANY, sizeof *last);
    struct topic_map map;
    assert_int_equal(topic_map_init(&map, 5), ERR_OK);
    uint64_t seq = 5;
    for (unsigned round = 0; round < 3; round++) {
        for (unsigned i = 0; i < MANY; i++) {
            struct topic topic = topic_of("p%u.", i);
            if (i % 3 == 0) seq++; /* several topics of one fact */
            uint64_t prev = topic_map_next(&map, &topic, seq + 1);
            assert_true(prev >= last[i]);
            assert_true(prev < seq + 1);
            last[i] = seq + 1;
        }
        seq++;
    }
    assert_true(map.used <= TOPICS / 4 * 3 + 1);
    topic_map_fini(&map);
    free(last);
}

static void the_summary_has_no_names_of_people(void **state)
{
    (void)state;
    struct rec_agent_item agents[2] = {
        {.person = 1, .number = {"1001"}, .name = slice_of("CANARY-ONE")},
        {.person = 2, .number = {"1002"}, .name = slice_of("CANARY-TWO")},
    };
    struct rec_wall wall = {.now_ms = 1, .agents = {agents, 2}};
    struct arena arena;
    struct buffer out;
    arena_init(&arena, 1024 * 1024);
    buffer_init(&out);
    assert_true(wall_encode(&out, &wall, &arena));
    assert_null(memmem(out.p, out.n, "CANARY", 6));
    assert_non_null(memmem(out.p, out.n, "1002", 4));
    assert_int_equal(agents[0].name.n, 10); /* the caller's own rows are as they were */
    buffer_fini(&out);
    arena_fini(&arena);
}

static size_t receive(void *socket, char *topic, size_t topic_cap, char *bytes, size_t cap)
{
    int n = zmq_recv(socket, topic, topic_cap - 1, 0);
    assert_in_range(n, 1, topic_cap - 1);
    topic[n] = '\0';
    n = zmq_recv(socket, bytes, cap, 0);
    assert_in_range(n, 0, cap);
    return (size_t)n;
}

static void facts_go_out_on_their_topics_with_the_number_before(void **state)
{
    (void)state;
    void *context = zmq_ctx_new(), *sub = zmq_socket(context, ZMQ_SUB);
    struct metrics metrics = {0};
    struct publisher publisher = {.metrics = &metrics};
    assert_int_equal(publisher_init(&publisher, 40), ERR_OK);
    /* PAIR takes everything that is sent, without the joining time of a subscription. */
    publisher.socket = zmq_socket(context, ZMQ_PAIR);
    zmq_close(sub);
    sub = zmq_socket(context, ZMQ_PAIR);
    assert_int_equal(zmq_bind(publisher.socket, "inproc://facts"), 0);
    assert_int_equal(zmq_connect(sub, "inproc://facts"), 0);
    struct fact fact = {.seq = 42, .type = fact_type_call_arrived, .at_ms = 7};
    fact.body.call_arrived = (struct fact_call_arrived){
        .call = 3, .line = 2, .channel = 1, .from = slice_of("CANARY-PHONE")};
    memset(fact.body.call_arrived.caller.b, 0x5a, 32);
    publisher_fact(&publisher, &fact);
    fact.seq = 43;
    publisher_fact(&publisher, &fact);
    publisher_beat(&publisher, 43);
    struct topic topics[FACT_TOPICS_MAX];
    size_t n = fact_topics(&fact, topics);
    assert_in_range(n, 2, FACT_TOPICS_MAX); /* all facts, and the line's */
    char topic[TOPIC_MAX], bytes[512];
    for (uint64_t seq = 42; seq <= 43; seq++) {
        for (size_t i = 0; i < n; i++) {
            size_t got = receive(sub, topic, sizeof topic, bytes, sizeof bytes);
            struct fact_envelope envelope;
            assert_string_equal(topic, topics[i].s);
            assert_true(published_decode(slice_bytes(bytes, got), &envelope));
            assert_int_equal(envelope.seq, seq);
            assert_int_equal(envelope.prev, seq == 42 ? 40 : 42);
            assert_null(memmem(bytes, got, "CANARY", 6));
            assert_null(memmem(bytes, got, "\x5a\x5a\x5a\x5a", 4)); /* private */
        }
    }
    size_t got = receive(sub, topic, sizeof topic, bytes, sizeof bytes);
    assert_string_equal(topic, "b.");
    assert_int_equal(got, 10);
    assert_int_equal((unsigned char)bytes[9], 43);
    assert_int_equal(metrics.published, 2 * n + 1);
    zmq_close(sub);
    publisher_fini(&publisher);
    zmq_ctx_term(context);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_topic_has_its_own_chain),
        cmocka_unit_test(forgetting_hides_no_gap),
        cmocka_unit_test(the_summary_has_no_names_of_people),
        cmocka_unit_test(facts_go_out_on_their_topics_with_the_number_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
