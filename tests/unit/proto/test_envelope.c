#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "fill.h"
#include "proto/envelope.h"
#include "proto/pack.h"

static struct buffer bytes;

static int set_up(void **state)
{
    (void)state;
    buffer_init(&bytes);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    buffer_fini(&bytes);
    return 0;
}

static struct slice encoded(void)
{
    assert_int_equal(bytes.err, ERR_OK);
    return slice_bytes(bytes.p, bytes.n);
}

static const char token[TOKEN_BYTES] = "0123456789abcdef0123456789abcde";

static struct request_envelope some_request(void)
{
    return (struct request_envelope){.request_id = UINT64_MAX,
                                     .session = 7,
                                     .token = slice_bytes(token, sizeof token),
                                     .number = request_call_answer};
}

static void requests_come_back(void **state)
{
    (void)state;
    const struct message *message = &request_desc(request_call_answer)->message;
    const struct request_envelope request = some_request();
    struct request_envelope back;
    struct req_call_answer body = {.call = 42}, got;
    struct fault fault;
    buffer_reset(&bytes);
    request_encode(&bytes, &request, message, &body);
    assert_true(request_decode(encoded(), &back));
    assert_true(back.request_id == UINT64_MAX);
    assert_int_equal(back.session, 7);
    assert_true(slice_equal(back.token, request.token));
    assert_int_equal(back.number, request_call_answer);
    assert_int_equal(codec_decode(back.body, message, NULL, &got, &fault), REJECT_OK);
    assert_int_equal(got.call, 42);

    /* the same with the body encoded before, as the spool keeps it */
    struct buffer again;
    struct request_envelope with_body = request;
    with_body.body = back.body;
    buffer_init(&again);
    request_encode(&again, &with_body, NULL, NULL);
    assert_true(slice_equal(slice_bytes(again.p, again.n), encoded()));
    buffer_fini(&again);
}

static void a_request_without_a_body_is_empty(void **state)
{
    (void)state;
    struct request_envelope request = {.request_id = 1, .number = request_hello}, back;
    buffer_reset(&bytes);
    request_encode(&bytes, &request, NULL, NULL);
    assert_true(request_decode(encoded(), &back));
    assert_int_equal(back.token.n, 0);
    assert_true(slice_equal(back.body, slice_of("\x80")));
}

static void replies_come_back(void **state)
{
    (void)state;
    const struct message *done = request_desc(request_call_answer)->answer;
    struct rec_done body = {.id = 3, .version = 4, .seq = 5}, got;
    struct reply_envelope reply = {.request_id = 9, .reject = REJECT_OK, .head = 5}, back;
    struct fault fault;
    buffer_reset(&bytes);
    reply_encode(&bytes, &reply, done, &body);
    assert_true(reply_decode(encoded(), &back));
    assert_int_equal(back.request_id, 9);
    assert_int_equal(back.reject, REJECT_OK);
    assert_int_equal(back.head, 5);
    assert_int_equal(back.field.n, 0);
    assert_int_equal(codec_decode(back.body, done, NULL, &got, &fault), REJECT_OK);
    assert_true(fill_equal(done, &body, &got));

    reply = (struct reply_envelope){.request_id = 9,
                                    .reject = REJECT_TOO_LONG,
                                    .field = slice_of("matter"),
                                    .limit = LIMIT_MATTER};
    buffer_reset(&bytes);
    reply_encode(&bytes, &reply, NULL, NULL);
    assert_true(reply_decode(encoded(), &back));
    assert_int_equal(back.reject, REJECT_TOO_LONG);
    assert_true(slice_equal(back.field, slice_of("matter")));
    assert_int_equal(back.limit, LIMIT_MATTER);
    assert_true(slice_equal(back.body, slice_of("\x80")));
}

static void a_newer_refusal_is_a_refusal(void **state)
{
    (void)state;
    struct reply_envelope reply = {.request_id = 9, .reject = (enum reject)4000}, back;
    buffer_reset(&bytes);
    reply_encode(&bytes, &reply, NULL, NULL);
    assert_true(reply_decode(encoded(), &back));
    assert_int_equal(back.reject, REJECT_FAILED);
}

/* Any cut, and any of the parts replaced by a value of another kind. */
static void expect_only_whole(bool (*taken)(struct slice))
{
    struct slice whole = encoded();
    assert_true(taken(whole));
    for (size_t n = 0; n < whole.n; n++) assert_false(taken(slice_bytes(whole.p, n)));
    char wrong_count[4096];
    assert_true(whole.n < sizeof wrong_count);
    memcpy(wrong_count, whole.p, whole.n);
    wrong_count[0]++;
    wrong_count[whole.n] = 1;
    assert_false(taken(slice_bytes(wrong_count, whole.n + 1)));
}

static bool request_taken(struct slice s)
{
    struct request_envelope back;
    return request_decode(s, &back);
}

static bool reply_taken(struct slice s)
{
    struct reply_envelope back;
    return reply_decode(s, &back);
}

static bool published_taken(struct slice s)
{
    struct fact_envelope back;
    return published_decode(s, &back);
}

static void only_whole_envelopes_are_taken(void **state)
{
    (void)state;
    const struct request_envelope request = some_request();
    buffer_reset(&bytes);
    request_encode(&bytes, &request, NULL, NULL);
    expect_only_whole(request_taken);
    struct reply_envelope reply = {.request_id = 9, .field = slice_of("a")};
    buffer_reset(&bytes);
    reply_encode(&bytes, &reply, NULL, NULL);
    expect_only_whole(reply_taken);
    struct fact_envelope fact = {.seq = 9, .fact = slice_of("\x91\x01")};
    buffer_reset(&bytes);
    published_encode(&bytes, &fact);
    expect_only_whole(published_taken);
}

static void odd_requests_are_refused(void **state)
{
    (void)state;
    static const struct slice odd[] = {
        {"\x96\x02\x01\x00\xC4\x00\x01\x80", 8},  /* another version */
        {"\x96\x01\xFF\x00\xC4\x00\x01\x80", 8},  /* a negative id */
        {"\x96\x01\x80\x00\xC4\x00\x01\x80", 8},  /* a map for an id */
        {"\x96\x01\x01\x00\xC4\x01z\x01\x80", 9}, /* a short token */
        {"\x96\x01\x01\x00\xA0\x01\x80", 7},      /* a text for a token */
        {"\x96\x01\x01\x00\xC4\x00\xA1z\x80", 9}, /* a text for a number */
        {"\x80", 1},
        {"\x01", 1},
    };
    struct request_envelope back;
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
        if (request_decode(odd[i], &back)) fail_msg("request %zu is taken", i);
    assert_true(request_decode(slice_bytes("\x96\x01\x01\x00\xC4\x00\x01\x80", 8), &back));

    static char big[LIMIT_MESSAGE + 1] = "\x96\x01\x01\x00\xC4\x00\x01\xC6";
    for (size_t n = LIMIT_MESSAGE; n <= LIMIT_MESSAGE + 1; n++) {
        uint32_t rest = (uint32_t)n - 12;
        for (int i = 0; i < 4; i++) big[8 + i] = (char)(rest >> (24 - 8 * i));
        assert_int_equal(request_decode(slice_bytes(big, n), &back), n == LIMIT_MESSAGE);
    }
}

static const char hash[32] = "\xFF\x00\xFE no text";

static void full_fact(const struct message *message)
{
    struct arena arena;
    struct fact fact = {.type = message->number, .at_ms = 1, .by = 2, .station = UINT64_MAX}, back;
    arena_init(&arena, 1 << 20);
    fill(message, &fact.body, &arena);
    /* the journal's form: a text is by now its hash of 32 bytes */
    for (size_t i = 0; i < message->n_fields; i++)
        if (message->fields[i].type == TYPE_text)
            *(struct slice *)(void *)((char *)&fact.body + message->fields[i].offset) =
                slice_bytes(hash, sizeof hash);
    buffer_reset(&bytes);
    fact_encode(&bytes, &fact, VIEW_JOURNAL);
    assert_int_equal(fact_decode(encoded(), &back), ERR_OK);
    assert_int_equal(back.type, message->number);
    assert_int_equal(back.at_ms, 1);
    assert_int_equal(back.by, 2);
    assert_true(back.station == UINT64_MAX);
    assert_true(fill_equal(message, &fact.body, &back.body));
    for (size_t n = 0; n < bytes.n; n++)
        assert_int_equal(fact_decode(slice_bytes(bytes.p, n), &back), ERR_FORMAT);

    /* the published form: nothing but FACT */
    buffer_reset(&bytes);
    fact_encode(&bytes, &fact, VIEW_PUBLIC);
    assert_int_equal(fact_decode(encoded(), &back), ERR_OK);
    for (size_t i = 0; i < message->n_fields; i++) {
        const struct field *field = &message->fields[i];
        const char *sent = (const char *)&fact.body + field->offset;
        const char *got = (const char *)&back.body + field->offset;
        static const struct code nothing[2];
        bool equal = fill_equal_field(field, sent, got);
        assert_int_equal(equal, field->class == CLASS_FACT);
        if (!equal) assert_true(fill_equal_field(field, got, nothing));
    }
    arena_fini(&arena);
}

static void every_fact_comes_back(void **state)
{
    (void)state;
    size_t n;
    const struct message *facts = fact_table(&n);
    for (size_t i = 0; i < n; i++) full_fact(&facts[i]);
}

static void odd_facts_are_refused(void **state)
{
    (void)state;
    struct fact fact;
    assert_int_equal(fact_decode(slice_bytes("\x95\x01\x01\x01\x01\x81\x01\x01", 8), &fact),
                     ERR_OK);
    assert_int_equal(fact_decode(slice_bytes("\x95\x7F\x01\x01\x01\x80", 6), &fact), ERR_NEWER);
    assert_int_equal(fact_decode(slice_bytes("\x95\x01\xFF\x01\x01\x80", 6), &fact), ERR_FORMAT);
    assert_int_equal(fact_decode(slice_bytes("\x95\x01\x01\x01\x80\x80", 6), &fact), ERR_FORMAT);
    assert_int_equal(fact_decode(slice_bytes("\x95\x01\x01\x01\x01\x90", 6), &fact), ERR_FORMAT);
    assert_int_equal(fact_decode(slice_bytes("\x94\x01\x01\x01\x01", 5), &fact), ERR_FORMAT);
}

static void views_show_what_they_may(void **state)
{
    (void)state;
    const struct message *session = request_desc(request_session_open)->answer;
    struct rec_session body = {.session = 1, .person = 2, .token = slice_bytes(token, 32)};
    buffer_reset(&bytes);
    codec_encode(&bytes, session, &body, VIEW_ALL);
    assert_null(memmem(bytes.p, bytes.n, token, 16));
    codec_encode(&bytes, session, &body, VIEW_WIRE);
    assert_non_null(memmem(bytes.p, bytes.n, token, 16));
}

static void topics_follow_the_public_fields(void **state)
{
    (void)state;
    struct topic topics[FACT_TOPICS_MAX];
    struct fact fact = {.type = fact_type_call_transferred};
    fact.body.call_transferred = (struct fact_call_transferred){
        .call = 5, .line = 3, .person = 12, .origin = 1, .until_ms = 9};
    assert_int_equal(fact_topics(&fact, topics), 4);
    static const char *const wanted[] = {"f", "l3.", "p12.", "p1."};
    for (size_t i = 0; i < 4; i++) assert_string_equal(topics[i].s, wanted[i]);

    fact.body.call_transferred.origin = 12; /* once is enough */
    assert_int_equal(fact_topics(&fact, topics), 3);

    fact = (struct fact){.type = fact_type_session_refused};
    fact.body.session_refused.whose = 12; /* private: not even as a topic */
    assert_int_equal(fact_topics(&fact, topics), 1);

    fact = (struct fact){.type = fact_type_ticket_moved};
    fact.body.ticket_moved.unit = UINT64_MAX;
    assert_int_equal(fact_topics(&fact, topics), 2);
    assert_string_equal(topics[1].s, "u18446744073709551615.");
    assert_true(strlen(topics[1].s) <= LIMIT_CODE); /* facts.since takes it as a code */

    fact = (struct fact){.type = fact_type_ticket_warned};
    fact.body.ticket_warned.warning = warning_most;
    assert_int_equal(fact_topics(&fact, topics), 1);
    fact.body.ticket_warned.warning = warning_lead;
    assert_int_equal(fact_topics(&fact, topics), 2);
    assert_string_equal(topics[1].s, TOPIC_LEAD);

    fact = (struct fact){.type = fact_type_notice_put};
    assert_int_equal(fact_topics(&fact, topics), 2);
    assert_string_equal(topics[1].s, TOPIC_ALL);
}

static void facts_name_their_ticket(void **state)
{
    (void)state;
    struct fact fact = {.type = fact_type_ticket_moved};
    fact.body.ticket_moved = (struct fact_ticket_moved){.ticket = 90, .version = 3, .owner = 7};
    assert_int_equal(fact_ticket(&fact), 90);

    /* every kind of fact that has such a field, and no other; unknown ones have none */
    for (uint64_t type = 0; type < 100; type++) {
        const struct message *message = fact_desc(type);
        bool of_ticket = false;
        fact = (struct fact){.type = type};
        for (size_t i = 0; message && i < message->n_fields; i++) {
            const struct field *field = &message->fields[i];
            uint64_t id = field->type == TYPE_ticket ? 90 : 1;
            of_ticket = of_ticket || field->type == TYPE_ticket;
            memcpy((char *)&fact.body + field->offset, &id, sizeof id);
        }
        assert_int_equal(fact_ticket(&fact), of_ticket ? 90 : 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(requests_come_back),
        cmocka_unit_test(a_request_without_a_body_is_empty),
        cmocka_unit_test(replies_come_back),
        cmocka_unit_test(a_newer_refusal_is_a_refusal),
        cmocka_unit_test(only_whole_envelopes_are_taken),
        cmocka_unit_test(odd_requests_are_refused),
        cmocka_unit_test(every_fact_comes_back),
        cmocka_unit_test(odd_facts_are_refused),
        cmocka_unit_test(views_show_what_they_may),
        cmocka_unit_test(topics_follow_the_public_fields),
        cmocka_unit_test(facts_name_their_ticket),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
