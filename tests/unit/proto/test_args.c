#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "proto/args.h"

static struct arena arena;
static struct fault fault;

static int set_up(void **state)
{
    (void)state;
    setenv("TZ", "CST-8", 1);
    tzset();
    arena_init(&arena, 1 << 20);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_fini(&arena);
    return 0;
}

static enum reject set(enum request request, void *body, const char *name, const char *value)
{
    return args_set(&request_desc(request)->message, body, slice_of(name), slice_of(value), &arena,
                    &fault);
}

static void expect_refusal(enum request request, void *body, const char *name, const char *value,
                           enum reject reject, uint64_t limit)
{
    size_t size = request_desc(request)->message.size;
    void *before = arena_take(&arena, size);
    memcpy(before, body, size);
    assert_int_equal(set(request, body, name, value), reject);
    assert_string_equal(fault.field, name);
    assert_int_equal(fault.limit, limit);
    assert_memory_equal(before, body, size);
}

static void numbers(void **state)
{
    (void)state;
    struct req_ticket_list body = {0};
    assert_int_equal(set(request_ticket_list, &body, "after", "18446744073709551615"), REJECT_OK);
    assert_true(body.after == UINT64_MAX);
    assert_int_equal(set(request_ticket_list, &body, "most", "200"), REJECT_OK);
    assert_int_equal(set(request_ticket_list, &body, "known", "１２３"), REJECT_OK);
    assert_int_equal(body.known, 123);
    expect_refusal(request_ticket_list, &body, "most", "201", REJECT_BAD_FIELD, 200);
    static const char *const wrong[] = {"",
                                        "-1",
                                        "+1",
                                        " 1",
                                        "1 ",
                                        "1x",
                                        "0x1",
                                        "1.5",
                                        "18446744073709551616",
                                        "99999999999999999999999"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        expect_refusal(request_ticket_list, &body, "after", wrong[i], REJECT_BAD_FIELD, 0);
}

static void times(void **state)
{
    (void)state;
    struct req_ticket_promise body = {0};
    assert_int_equal(set(request_ticket_promise, &body, "at_ms", "1795320000123"), REJECT_OK);
    assert_true(body.at_ms == 1795320000123);
    assert_int_equal(set(request_ticket_promise, &body, "at_ms", "2026-11-22T12:00:00+08:00"),
                     REJECT_OK);
    assert_true(body.at_ms == 1795320000000);
    expect_refusal(request_ticket_promise, &body, "at_ms", "tomorrow", REJECT_BAD_FIELD, 0);
}

static void flags_words_and_roles(void **state)
{
    (void)state;
    struct req_call_arrive call = {0};
    static const char *const yes[] = {"", "true", "yes", "1"}, *const no[] = {"false", "no", "0"};
    for (size_t i = 0; i < 4; i++) {
        call.here = 0;
        assert_int_equal(set(request_call_arrive, &call, "here", yes[i]), REJECT_OK);
        assert_int_equal(call.here, 1);
    }
    for (size_t i = 0; i < 3; i++) {
        call.here = 1;
        assert_int_equal(set(request_call_arrive, &call, "here", no[i]), REJECT_OK);
        assert_int_equal(call.here, 0);
    }
    expect_refusal(request_call_arrive, &call, "here", "maybe", REJECT_BAD_FIELD, 0);
    assert_int_equal(set(request_call_arrive, &call, "channel", "visit"), REJECT_OK);
    assert_int_equal(call.channel, channel_visit);
    expect_refusal(request_call_arrive, &call, "channel", "pigeon", REJECT_BAD_FIELD, 0);
    expect_refusal(request_call_arrive, &call, "channel", "2", REJECT_BAD_FIELD, 0);

    struct req_person_add person = {0};
    assert_int_equal(set(request_person_add, &person, "roles", "operator,lead"), REJECT_OK);
    assert_int_equal(person.roles, ROLE_BIT(role_operator) | ROLE_BIT(role_lead));
    static const char *const wrong[] = {"", ",", "operator,", "operator, lead", "king"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        expect_refusal(request_person_add, &person, "roles", wrong[i], REJECT_BAD_FIELD, 0);
}

static void codes_and_texts(void **state)
{
    (void)state;
    struct req_unit_add body = {0};
    assert_int_equal(set(request_unit_add, &body, "code", "ｗａｔｅｒ１"), REJECT_OK);
    assert_string_equal(body.code.s, "water1");
    assert_int_equal(set(request_unit_add, &body, "code", "u"), REJECT_OK);
    assert_string_equal(body.code.s, "u");
    assert_int_equal(set(request_unit_add, &body, "code", "123456789012345678901234"), REJECT_OK);
    expect_refusal(request_unit_add, &body, "code", "1234567890123456789012345", REJECT_TOO_LONG,
                   LIMIT_CODE);
    expect_refusal(request_unit_add, &body, "code", "a\tb", REJECT_BAD_TEXT, 0);
    expect_refusal(request_unit_add, &body, "code", "\xFF", REJECT_BAD_TEXT, 0);
    assert_int_equal(args_set(&request_desc(request_unit_add)->message, &body, slice_of("code"),
                              slice_bytes("a\0b", 3), &arena, &fault),
                     REJECT_BAD_TEXT);

    char text[LIMIT_NAME + 2];
    memset(text, 'x', sizeof text);
    text[LIMIT_NAME + 1] = 0;
    expect_refusal(request_unit_add, &body, "name", text, REJECT_TOO_LONG, LIMIT_NAME);
    text[LIMIT_NAME] = 0;
    assert_int_equal(set(request_unit_add, &body, "name", text), REJECT_OK);
    assert_ptr_equal(body.name.p, text);
    expect_refusal(request_unit_add, &body, "name", "水\n务", REJECT_BAD_TEXT, 0);
    expect_refusal(request_unit_add, &body, "name", "\xE2\x80\xAEx", REJECT_BAD_TEXT, 0);
    assert_int_equal(set(request_unit_add, &body, "name", "１号"), REJECT_OK);
    assert_true(slice_equal(body.name, slice_of("１号"))); /* text stays as it is */
}

static void keys(void **state)
{
    (void)state;
    /* The same key twice; the pair is what zmq_z85_decode makes of the first. */
    static const char z85[] = "JTKVSB%%)wK0E.X)V>+}o?pNmC{O&4W4b!Ni{Lh6";
    static const char hex[] = "8e0bdd697628b91d8f245587ee95c5b04d48963f79259877b49cd9063aead3b7";
    struct req_station_add body = {0};
    struct h32 first;
    assert_int_equal(set(request_station_add, &body, "key", z85), REJECT_OK);
    first = body.key;
    memset(&body, 0, sizeof body);
    assert_int_equal(set(request_station_add, &body, "key", hex), REJECT_OK);
    assert_memory_equal(&first, &body.key, sizeof first);
    static const char *const wrong[] = {
        "",
        "JTKV",
        "JTKVSB%%)wK0E.X)V>+}o?pNmC{O&4W4b!Ni{Lh",
        "JTKVSB%%)wK0E.X)V>+}o?pNmC{O&4W4b!Ni{Lh\"",
        "#####%%)wK0E.X)V>+}o?pNmC{O&4W4b!Ni{Lh6a", /* a group past 32 bits */
        "8e0bdd697628b91d8f245587ee95c5b04d48963f79259877b49cd9063aead3b",
        "8e0bdd697628b91d8f245587ee95c5b04d48963f79259877b49cd9063aead3bg"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        expect_refusal(request_station_add, &body, "key", wrong[i], REJECT_BAD_FIELD, 0);
}

static void rows_cannot_be_typed(void **state)
{
    (void)state;
    struct rec_call_page page = {0};
    const struct message *message = request_desc(request_call_list)->answer;
    assert_int_equal(args_set(message, &page, slice_of("rows"), slice_of("x"), &arena, &fault),
                     REJECT_BAD_FIELD);
    struct rec_fact_item item = {0};
    message = request_desc(request_facts_since)->answer->fields[0].record;
    assert_int_equal(args_set(message, &item, slice_of("fact"), slice_of("00fF"), &arena, &fault),
                     REJECT_OK);
    assert_true(slice_equal(item.fact, slice_bytes("\0\xFF", 2)));
    assert_int_equal(args_set(message, &item, slice_of("fact"), slice_of("00f"), &arena, &fault),
                     REJECT_BAD_FIELD);
}

static void unknown_and_missing_fields(void **state)
{
    (void)state;
    struct req_unit_add body = {0};
    const struct message *message = &request_desc(request_unit_add)->message;
    assert_int_equal(set(request_unit_add, &body, "colour", "red"), REJECT_BAD_FIELD);
    assert_null(fault.field);
    assert_string_equal(args_missing(message, &body)->name, "code");
    strcpy(body.code.s, "u");
    assert_string_equal(args_missing(message, &body)->name, "name");
    body.name = slice_of("水务");
    assert_null(args_missing(message, &body));
}

static void expect_json(const struct message *message, const void *body, const char *expected)
{
    struct json json;
    json_init(&json);
    message_to_json(&json, message, body);
    assert_int_equal(json_finish(&json), ERR_OK);
    assert_string_equal(json_result(&json).p, expected);
    json_fini(&json);
}

static void messages_become_json(void **state)
{
    (void)state;
    struct rec_person_item people[] = {{.person = 1,
                                        .name = slice_of("张三\"\033"),
                                        .roles = ROLE_BIT(role_operator) | ROLE_BIT(role_lead)},
                                       {.person = 2, .retired = 1}};
    strcpy(people[0].number.s, "101");
    struct rec_person_page page = {.rows = {people, 2}, .next = 3};
    expect_json(
        request_desc(request_person_list)->answer, &page,
        "{\"rows\":[{\"person\":1,\"number\":\"101\",\"name\":\"张三\\\"\\u001b\",\"roles\":["
        "\"operator\",\"lead\"]},{\"person\":2,\"retired\":true}],\"next\":3}\n");

    struct rec_ticket_item item = {
        .ticket = 7, .state = 99, .type = ticket_type_report, .due_ms = 1795320000000};
    expect_json(request_desc(request_ticket_list)->answer->fields[0].record, &item,
                "{\"ticket\":7,\"state\":99,\"type\":\"report\","
                "\"due_ms\":\"2026-11-22T12:00:00.000+08:00\"}\n");

    struct rec_session session = {.session = 1, .person = 2, .token = slice_of("secret")};
    expect_json(request_desc(request_session_open)->answer, &session,
                "{\"session\":1,\"person\":2}\n");

    struct rec_fact_item fact = {.seq = 1, .fact = slice_of("\x01\x02"), .prev.b[31] = 0xAB};
    expect_json(request_desc(request_facts_since)->answer->fields[0].record, &fact,
                "{\"seq\":1,\"fact\":\"0102\",\"prev\":\"00000000000000000000000000000000"
                "000000000000000000000000000000ab\"}\n");
    struct rec_done done = {0};
    expect_json(request_desc(request_call_answer)->answer, &done, "{}\n");
}

static void facts_become_json(void **state)
{
    (void)state;
    struct fact fact = {.seq = 5, .type = fact_type_unit_put, .at_ms = 1795320000000, .by = 2};
    fact.body.unit_put = (struct fact_unit_put){
        .unit = 1, .change = change_added, .name = slice_bytes("\x00\xFF", 2)};
    strcpy(fact.body.unit_put.code.s, "water");
    struct json json;
    json_init(&json);
    fact_to_json(&json, &fact);
    assert_int_equal(json_finish(&json), ERR_OK);
    assert_string_equal(
        json_result(&json).p,
        "{\"seq\":5,\"fact\":\"unit_put\",\"at_ms\":\"2026-11-22T12:00:00.000+08:00\","
        "\"by\":2,\"body\":{\"unit\":1,\"code\":\"water\",\"change\":\"added\","
        "\"name\":\"00ff\"}}\n");
    json_fini(&json);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers),
        cmocka_unit_test(times),
        cmocka_unit_test(flags_words_and_roles),
        cmocka_unit_test(codes_and_texts),
        cmocka_unit_test(keys),
        cmocka_unit_test(rows_cannot_be_typed),
        cmocka_unit_test(unknown_and_missing_fields),
        cmocka_unit_test(messages_become_json),
        cmocka_unit_test(facts_become_json),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
