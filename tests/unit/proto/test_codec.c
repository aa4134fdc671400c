#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "fill.h"
#include "proto/pack.h"

/* What a test works with; zeroed for the next message by start(). */
static struct arena arena;
static struct buffer bytes;
static struct fault fault;

static struct slice encoded(void)
{
    assert_int_equal(bytes.err, ERR_OK);
    return slice_bytes(bytes.p, bytes.n);
}

static int set_up(void **state)
{
    (void)state;
    arena_init(&arena, 64 << 20);
    buffer_init(&bytes);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    buffer_fini(&bytes);
    arena_fini(&arena);
    return 0;
}

static void *start(const struct message *message)
{
    arena_reset(&arena);
    buffer_reset(&bytes);
    return arena_take(&arena, message->size);
}

static enum reject decode(const struct message *message, void *body)
{
    assert_true(scan_ok(encoded()));
    return codec_decode(encoded(), message, &arena, body, &fault);
}

static void expect_round_trip(const struct message *message, const void *body)
{
    buffer_reset(&bytes);
    codec_encode(&bytes, message, body, VIEW_WIRE);
    void *back = arena_take(&arena, message->size);
    memset(back, 0xEE, message->size);
    enum reject reject = decode(message, back);
    if (reject != REJECT_OK) fail_msg("%s: %s %s", message->name, reject_name(reject), fault.field);
    assert_null(fault.field);
    if (!fill_equal(message, body, back)) fail_msg("%s came back different", message->name);
}

static void full_comes_back(const struct message *message)
{
    void *body = start(message);
    fill(message, body, &arena);
    expect_round_trip(message, body);
}

static void every_message_at_its_edge_comes_back(void **state)
{
    (void)state;
    fill_every(full_comes_back);
}

/* Only one optional field at a time: places must not depend on each other. */
static void single_fields_come_back(const struct message *message)
{
    for (size_t i = 0; i < message->n_fields; i++) {
        void *body = start(message);
        for (size_t j = 0; j < message->n_fields; j++) {
            const struct field *field = &message->fields[j];
            if (field->must || j == i) fill_field(field, (char *)body + field->offset, &arena);
        }
        expect_round_trip(message, body);
    }
}

static void every_single_field_comes_back(void **state)
{
    (void)state;
    fill_every(single_fields_come_back);
}

static void empty_is_an_empty_map(const struct message *message)
{
    void *body = start(message);
    codec_encode(&bytes, message, body, VIEW_WIRE);
    assert_int_equal(bytes.n, 1);
    assert_int_equal((unsigned char)bytes.p[0], 0x80);
    bool needs = false;
    for (size_t i = 0; i < message->n_fields && !needs; i++) needs = message->fields[i].must;
    assert_int_equal(decode(message, body), needs ? REJECT_MISSING_FIELD : REJECT_OK);
}

static void every_empty_message_is_an_empty_map(void **state)
{
    (void)state;
    fill_every(empty_is_an_empty_map);
}

static void each_missing_field_is_named(const struct message *message)
{
    for (size_t i = 0; i < message->n_fields; i++) {
        if (!message->fields[i].must) continue;
        char *body = start(message);
        fill(message, body, &arena);
        size_t end = i + 1 < message->n_fields ? message->fields[i + 1].offset : message->size;
        memset(body + message->fields[i].offset, 0, end - message->fields[i].offset);
        codec_encode(&bytes, message, body, VIEW_WIRE);
        assert_int_equal(decode(message, body), REJECT_MISSING_FIELD);
        assert_string_equal(fault.field, message->fields[i].name);
        assert_int_equal(fault.limit, 0);
    }
}

static void every_missing_field_is_named(void **state)
{
    (void)state;
    fill_every(each_missing_field_is_named);
}

/* {tag: a value one past the field's limit}; false when the field has no limit to pass. */
static bool pack_past_limit(const struct field *field)
{
    msgpack_packer packer = pack_into(&bytes);
    msgpack_pack_map(&packer, 1);
    msgpack_pack_uint32(&packer, field->tag);
    if (field->type == TYPE_rows) {
        msgpack_pack_array(&packer, field->max + 1);
        for (uint64_t i = 0; i <= field->max; i++) msgpack_pack_map(&packer, 0);
        return true;
    }
    if (field->max == 0) return false;
    struct slice text = fill_text(&arena, field->max + 1);
    if (field->type == TYPE_text || field->type == TYPE_code)
        msgpack_pack_str_with_body(&packer, text.p, text.n);
    else if (field->type == TYPE_bytes)
        msgpack_pack_bin_with_body(&packer, text.p, text.n);
    else
        msgpack_pack_uint64(&packer, field->max + 1);
    return true;
}

static void one_past_each_limit_is_refused(const struct message *message)
{
    for (size_t i = 0; i < message->n_fields; i++) {
        const struct field *field = &message->fields[i];
        void *body = start(message);
        if (!pack_past_limit(field)) continue;
        bool sized = field->type == TYPE_rows || field->type == TYPE_text ||
                     field->type == TYPE_code || field->type == TYPE_bytes;
        assert_int_equal(decode(message, body), sized ? REJECT_TOO_LONG : REJECT_BAD_FIELD);
        assert_string_equal(fault.field, field->name);
        assert_int_equal(fault.limit, field->max);
    }
}

static void one_past_every_limit_is_refused(void **state)
{
    (void)state;
    fill_every(one_past_each_limit_is_refused);
}

/* Every kind of msgpack value in every field: what is not the field's type is refused by name. */
static void wrong_types_are_refused(const struct message *message)
{
    static const struct {
        const char *bytes;
        size_t n;
    } values[] = {{"\x81\x01\x01", 3},
                  {"\x91\x91\x01", 3},
                  {"\xC0", 1},
                  {"\xC3", 1},
                  {"\xFF", 1},
                  {"\xCA\0\0\0\0", 5},
                  {"\xC4\x01z", 3},
                  {"\xA1z", 2},
                  {"\x01", 1},
                  {"\xD0\x80", 2},
                  {"\xCB\x3F\xF0\0\0\0\0\0\0", 9}};
    for (size_t i = 0; i < message->n_fields; i++) {
        const struct field *field = &message->fields[i];
        size_t refused = 0;
        for (size_t j = 0; j < sizeof values / sizeof *values; j++) {
            void *body = start(message);
            unsigned char head[] = {0x81, (unsigned char)field->tag};
            buffer_put(&bytes, head, sizeof head);
            buffer_put(&bytes, values[j].bytes, values[j].n);
            enum reject reject = decode(message, body);
            if (reject == REJECT_BAD_FIELD && strcmp(fault.field, field->name) == 0) refused++;
        }
        /* all but the one of its own type, and not even that for keys of 32 bytes and rows */
        assert_in_range(refused, sizeof values / sizeof *values - 1,
                        sizeof values / sizeof *values);
    }
}

static void every_wrong_type_is_refused(void **state)
{
    (void)state;
    fill_every(wrong_types_are_refused);
}

static void unknown_tags_are_skipped(void **state)
{
    (void)state;
    const struct message *message = &request_desc(request_call_answer)->message;
    struct req_call_answer body;
    start(message);
    msgpack_packer packer = pack_into(&bytes);
    msgpack_pack_map(&packer, 4);
    msgpack_pack_uint64(&packer, UINT64_MAX);
    msgpack_pack_array(&packer, 2);
    msgpack_pack_nil(&packer);
    msgpack_pack_map(&packer, 0);
    msgpack_pack_uint64(&packer, 1);
    msgpack_pack_uint64(&packer, 77);
    msgpack_pack_uint64(&packer, 2);
    msgpack_pack_double(&packer, 1.5);
    msgpack_pack_uint64(&packer, 0);
    msgpack_pack_str_with_body(&packer, "x", 1);
    assert_int_equal(decode(message, &body), REJECT_OK);
    assert_int_equal(body.call, 77);
}

static void tags_in_any_order_are_found(void **state)
{
    (void)state;
    const struct message *message = &request_desc(request_ticket_follow_up)->message;
    struct req_ticket_follow_up body;
    start(message);
    msgpack_packer packer = pack_into(&bytes);
    msgpack_pack_map(&packer, 4);
    for (unsigned tag = 4; tag > 0; tag--) {
        msgpack_pack_uint32(&packer, tag);
        if (tag == 4)
            msgpack_pack_str_with_body(&packer, "ok", 2);
        else
            msgpack_pack_uint32(&packer, tag);
    }
    assert_int_equal(decode(message, &body), REJECT_OK);
    assert_int_equal(body.ticket, 1);
    assert_int_equal(body.outcome, outcome_unsatisfied);
    assert_int_equal(body.grade, grade_fair);
    assert_true(slice_equal(body.opinion, slice_of("ok")));
}

static void a_message_is_a_map_with_numbers_as_keys(void **state)
{
    (void)state;
    static const char *const wrong[] = {"\x90", "\x01",          "\xA1z",
                                        "\xC0", "\x81\xA1z\x01", "\x81\xFF\x01"};
    const struct message *message = &request_desc(request_hello)->message;
    struct req_hello body;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(codec_decode(slice_of(wrong[i]), message, &arena, &body, &fault),
                         REJECT_BAD_MESSAGE);
    assert_int_equal(codec_decode(slice_of(""), message, &arena, &body, &fault),
                     REJECT_BAD_MESSAGE);
}

static enum reject save(struct slice name, struct slice matter)
{
    const struct message *message = &request_desc(request_ticket_save)->message;
    struct req_ticket_save body = {.name = name, .matter = matter}, back;
    start(message);
    codec_encode(&bytes, message, &body, VIEW_WIRE);
    return decode(message, &back);
}

static void unclean_text_is_refused(void **state)
{
    (void)state;
    static const char *const unclean[] = {
        "a\033[2Jb",       "a\007",        "a\tb",         "a\rb",        "\x7F",
        "\xC2\x9B",                                                       /* control */
        "a\xE2\x80\xAE z", "\xE2\x81\xA6", "\xE2\x80\x8E",                /* bidi */
        "\xE2\x80\xA8",    "\xE2\x80\xA9", "\xEF\xBB\xBF", "\xE2\x80\x8B" /* separators, format */
    };
    for (size_t i = 0; i < sizeof unclean / sizeof *unclean; i++) {
        assert_int_equal(save(slice_of(unclean[i]), slice_of("m")), REJECT_BAD_TEXT);
        assert_string_equal(fault.field, "name");
        assert_int_equal(save(slice_of("n"), slice_of(unclean[i])), REJECT_BAD_TEXT);
        assert_string_equal(fault.field, "matter");
    }
    assert_int_equal(save(slice_bytes("a\0b", 3), slice_of("m")), REJECT_BAD_TEXT);
}

static void newlines_are_for_long_fields(void **state)
{
    (void)state;
    assert_int_equal(save(slice_of("张三"), slice_of("井盖\n丢了")), REJECT_OK);
    assert_int_equal(save(slice_of("张\n三"), slice_of("井盖")), REJECT_BAD_TEXT);
    assert_string_equal(fault.field, "name");
}

static void codes_are_checked_too(void **state)
{
    (void)state;
    const struct message *message = &request_desc(request_unit_retire)->message;
    struct req_unit_retire body;
    static const struct {
        const char *bytes;
        size_t n;
        enum reject reject;
    } cases[] = {{"\x81\x01\xA2"
                  "1\n",
                  5, REJECT_BAD_TEXT},
                 {"\x81\x01\xA3"
                  "1\0"
                  "2",
                  6, REJECT_BAD_TEXT},
                 {"\x81\x01\xA0", 3, REJECT_MISSING_FIELD},
                 {"\x81\x01\xC4\x01"
                  "1",
                  5, REJECT_BAD_FIELD},
                 {"\x81\x01\xA2"
                  "12",
                  5, REJECT_OK}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct slice text = slice_bytes(cases[i].bytes, cases[i].n);
        assert_int_equal(codec_decode(text, message, &arena, &body, &fault), cases[i].reject);
    }
    assert_string_equal(body.code.s, "12");
}

static void words_and_roles_must_be_known(void **state)
{
    (void)state;
    const struct message *pause = &request_desc(request_agent_pause)->message;
    struct req_agent_pause reason = {.reason = 200}, back;
    start(pause);
    codec_encode(&bytes, pause, &reason, VIEW_WIRE);
    assert_int_equal(decode(pause, &back), REJECT_BAD_FIELD);
    assert_string_equal(fault.field, "reason");

    const struct message *add = &request_desc(request_person_add)->message;
    struct req_person_add *person = start(add), kept;
    fill(add, person, &arena);
    for (unsigned bit = 0; bit < 64; bit += 63) {
        person->roles = (uint64_t)1 << bit;
        buffer_reset(&bytes);
        codec_encode(&bytes, add, person, VIEW_WIRE);
        assert_int_equal(decode(add, &kept), REJECT_BAD_FIELD);
        assert_string_equal(fault.field, "roles");
    }
}

static void a_full_arena_is_a_failure(void **state)
{
    (void)state;
    const struct message *message = request_desc(request_call_list)->answer;
    struct rec_call_page *page = start(message), back;
    fill(message, page, &arena);
    codec_encode(&bytes, message, page, VIEW_WIRE);
    struct arena small;
    arena_init(&small, 100);
    assert_int_equal(codec_decode(encoded(), message, &small, &back, &fault), REJECT_FAILED);
    arena_fini(&small);
}

static void a_buffer_keeps_its_first_error(void **state)
{
    (void)state;
    buffer_reset(&bytes);
    buffer_put(&bytes, "ab", 2);
    buffer_put(&bytes, "", SIZE_MAX);
    assert_int_equal(bytes.err, ERR_LIMIT);
    buffer_put(&bytes, "c", 1);
    assert_int_equal(bytes.n, 2);
    buffer_reset(&bytes);
    buffer_put(&bytes, "d", 1);
    assert_true(slice_equal(encoded(), slice_of("d")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_message_at_its_edge_comes_back),
        cmocka_unit_test(every_single_field_comes_back),
        cmocka_unit_test(every_empty_message_is_an_empty_map),
        cmocka_unit_test(every_missing_field_is_named),
        cmocka_unit_test(one_past_every_limit_is_refused),
        cmocka_unit_test(every_wrong_type_is_refused),
        cmocka_unit_test(unknown_tags_are_skipped),
        cmocka_unit_test(tags_in_any_order_are_found),
        cmocka_unit_test(a_message_is_a_map_with_numbers_as_keys),
        cmocka_unit_test(unclean_text_is_refused),
        cmocka_unit_test(newlines_are_for_long_fields),
        cmocka_unit_test(codes_are_checked_too),
        cmocka_unit_test(words_and_roles_must_be_known),
        cmocka_unit_test(a_full_arena_is_a_failure),
        cmocka_unit_test(a_buffer_keeps_its_first_error),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
