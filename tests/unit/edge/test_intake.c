/* What a stranger can send: whatever it is, intake answers with a refusal or a checked struct. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "server/edge/intake.h"

struct fixture {
    struct arena arena;
    struct buffer bytes;
};

static int set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    arena_init(&fixture->arena, 1024 * 1024);
    buffer_init(&fixture->bytes);
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    arena_fini(&fixture->arena);
    buffer_fini(&fixture->bytes);
    free(fixture);
    return 0;
}

static struct intake read_request(struct fixture *fixture, uint64_t request_id, enum request number,
                                  const void *body)
{
    struct request_envelope envelope = {.request_id = request_id, .number = number};
    buffer_reset(&fixture->bytes);
    request_encode(&fixture->bytes, &envelope, &request_desc(number)->message, body);
    assert_int_equal(fixture->bytes.err, ERR_OK);
    struct intake intake;
    intake_read(slice_bytes(fixture->bytes.p, fixture->bytes.n), &fixture->arena, &intake);
    return intake;
}

static enum reject read_bytes(struct fixture *fixture, const void *bytes, size_t n)
{
    struct intake intake;
    intake_read(slice_bytes(bytes, n), &fixture->arena, &intake);
    /* Who could not be read at all cannot be answered by id. */
    if (!intake.desc && intake.reject == REJECT_BAD_MESSAGE)
        assert_int_equal(intake.envelope.request_id, 0);
    if (intake.reject != REJECT_OK) assert_null(intake.body);
    return intake.reject;
}

static void a_request_comes_out_as_it_went_in(void **state)
{
    struct req_call_arrive request = {.line = {"12345"}, .from = slice_of("13800138000")};
    struct intake intake = read_request(*state, 77, request_call_arrive, &request);
    assert_int_equal(intake.reject, REJECT_OK);
    assert_int_equal(intake.envelope.request_id, 77);
    const struct req_call_arrive *body = intake.body;
    assert_string_equal(body->line.s, "12345");
    assert_true(slice_equal(body->from, request.from));
}

static void known_is_found_where_there_is_one(void **state)
{
    struct req_ticket_list page = {.known = 99};
    struct intake intake = read_request(*state, 1, request_ticket_list, &page);
    assert_int_equal(intake.reject, REJECT_OK);
    assert_int_equal(intake_known(&intake), 99);
    struct req_hello hello = {0};
    intake = read_request(*state, 1, request_hello, &hello);
    assert_int_equal(intake_known(&intake), 0);
}

static void refusals_name_the_field(void **state)
{
    struct req_call_arrive nothing = {0};
    struct intake intake = read_request(*state, 5, request_call_arrive, &nothing);
    assert_int_equal(intake.reject, REJECT_MISSING_FIELD);
    assert_string_equal(intake.fault.field, "line");
    assert_int_equal(intake.envelope.request_id, 5);

    char wide[LIMIT_PHONE + 1];
    memset(wide, '1', sizeof wide);
    struct req_call_arrive phone = {.line = {"12345"}, .from = {wide, LIMIT_PHONE}};
    assert_int_equal(read_request(*state, 5, request_call_arrive, &phone).reject, REJECT_OK);
    phone.from.n++;
    intake = read_request(*state, 5, request_call_arrive, &phone);
    assert_int_equal(intake.reject, REJECT_TOO_LONG);
    assert_string_equal(intake.fault.field, "from");
    assert_int_equal(intake.fault.limit, LIMIT_PHONE);

    phone.from = slice_of("1\x1b[2J");
    intake = read_request(*state, 5, request_call_arrive, &phone);
    assert_int_equal(intake.reject, REJECT_BAD_TEXT);
}

static void an_unknown_number_keeps_its_request_id(void **state)
{
    struct fixture *fixture = *state;
    static const unsigned char empty_map = 0x80;
    struct request_envelope envelope = {.request_id = 9, .number = 60000};
    envelope.body = slice_bytes(&empty_map, 1);
    request_encode(&fixture->bytes, &envelope, NULL, NULL);
    struct intake intake;
    intake_read(slice_bytes(fixture->bytes.p, fixture->bytes.n), &fixture->arena, &intake);
    assert_int_equal(intake.reject, REJECT_UNKNOWN_MESSAGE);
    assert_int_equal(intake.envelope.request_id, 9);
    assert_null(intake.body);
}

static void request_id_zero_is_nobodys(void **state)
{
    struct req_hello hello = {0};
    assert_int_equal(read_request(*state, 0, request_hello, &hello).reject, REJECT_BAD_MESSAGE);
}

static void what_is_no_message_is_refused(void **state)
{
    static const unsigned char bomb[] = {0x96, 0x01, 0x01, 0x00, 0xc4, 0x00,
                                         0x01, 0xdd, 0xff, 0xff, 0xff, 0xff}; /* 4 G elements */
    unsigned char deep[64];
    memset(deep, 0x91, sizeof deep);
    deep[sizeof deep - 1] = 0x01;
    assert_int_equal(read_bytes(*state, "", 0), REJECT_BAD_MESSAGE);
    assert_int_equal(read_bytes(*state, "hello", 5), REJECT_BAD_MESSAGE);
    assert_int_equal(read_bytes(*state, bomb, sizeof bomb), REJECT_BAD_MESSAGE);
    assert_int_equal(read_bytes(*state, deep, sizeof deep), REJECT_BAD_MESSAGE);
    char *big = calloc(1, LIMIT_MESSAGE + 1);
    assert_int_equal(read_bytes(*state, big, LIMIT_MESSAGE + 1), REJECT_BAD_MESSAGE);
    free(big);
}

static void every_truncation_and_flip_is_survived(void **state)
{
    struct fixture *fixture = *state;
    struct req_ticket_save save = {
        .type = 2, .subject = {"road"}, .name = slice_of("张三"), .matter = slice_of("路灯不亮")};
    assert_int_equal(read_request(fixture, 3, request_ticket_save, &save).reject, REJECT_OK);
    size_t n = fixture->bytes.n;
    char *copy = malloc(n);
    memcpy(copy, fixture->bytes.p, n);
    for (size_t cut = 0; cut < n; cut++) {
        char *exact = malloc(cut + 1); /* so that a sanitizer sees one byte too many */
        memcpy(exact, copy, cut);
        exact = realloc(exact, cut ? cut : 1);
        assert_int_equal(read_bytes(fixture, exact, cut), REJECT_BAD_MESSAGE);
        free(exact);
    }
    size_t understood = 0;
    for (size_t at = 0; at < n; at++) {
        for (int flip = 1; flip < 256; flip++) {
            copy[at] = (char)(copy[at] ^ flip);
            understood += read_bytes(fixture, copy, n) == REJECT_OK;
            copy[at] = (char)(copy[at] ^ flip);
            arena_reset(&fixture->arena);
        }
    }
    /* Changed letters and numbers are still messages; changed structure is not. */
    assert_in_range(understood, 1, n * 255 - 1);
    free(copy);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_request_comes_out_as_it_went_in, set_up, tear_down),
        cmocka_unit_test_setup_teardown(known_is_found_where_there_is_one, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refusals_name_the_field, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_unknown_number_keeps_its_request_id, set_up, tear_down),
        cmocka_unit_test_setup_teardown(request_id_zero_is_nobodys, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_no_message_is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(every_truncation_and_flip_is_survived, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
