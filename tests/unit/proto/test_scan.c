#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "fill.h"
#include "proto/pack.h"

#define BYTES(literal) slice_bytes(literal, sizeof literal - 1)

static void whole_values_pass(void **state)
{
    (void)state;
    static const struct slice good[] = {{"\x00", 1},
                                        {"\x7F", 1},
                                        {"\xE0", 1},
                                        {"\xC0", 1},
                                        {"\xC2", 1},
                                        {"\xC3", 1},
                                        {"\x80", 1},
                                        {"\x90", 1},
                                        {"\xA0", 1},
                                        {"\xCC\xFF", 2},
                                        {"\xCD\0\0", 3},
                                        {"\xCE\0\0\0\0", 5},
                                        {"\xD0\x80", 2},
                                        {"\xD1\0\0", 3},
                                        {"\xD2\0\0\0\0", 5},
                                        {"\xCA\0\0\0\0", 5},
                                        {"\xC4\x01\xFF", 3},
                                        {"\xC5\0\0", 3},
                                        {"\xC6\0\0\0\0", 5},
                                        {"\xD9\x01z", 3},
                                        {"\xDA\0\x01z", 4},
                                        {"\xDB\0\0\0\0", 5},
                                        {"\xDC\0\x01\x01", 4},
                                        {"\xDD\0\0\0\0", 5},
                                        {"\xDE\0\0", 3},
                                        {"\xDF\0\0\0\x01\x01\x01", 7},
                                        {"\xCF\0\0\0\0\0\0\0\0", 9},
                                        {"\xD3\0\0\0\0\0\0\0\0", 9},
                                        {"\xCB\0\0\0\0\0\0\0\0", 9},
                                        {"\x81\xCC\x01\xA3\xE6\xB1\x89", 7}};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        if (!scan_ok(good[i])) fail_msg("value %zu is refused", i);
}

static void what_is_not_ours_is_refused(void **state)
{
    (void)state;
    assert_false(scan_ok(BYTES("")));
    assert_false(scan_ok((struct slice){NULL, 0}));
    assert_false(scan_ok(BYTES("\xC1")));
    assert_false(scan_ok(BYTES("\x01\x01")));             /* something behind the end */
    for (unsigned first = 0xC7; first <= 0xC9; first++) { /* ext, with lengths */
        char ext[] = {(char)first, 0, 0, 0, 0, 0};
        for (size_t n = 1; n <= sizeof ext; n++) assert_false(scan_ok(slice_bytes(ext, n)));
    }
    for (unsigned first = 0xD4; first <= 0xD8; first++) { /* fixext */
        char ext[18] = {(char)first};
        for (size_t n = 1; n <= sizeof ext; n++) assert_false(scan_ok(slice_bytes(ext, n)));
    }
}

static void promises_past_the_end_are_refused(void **state)
{
    (void)state;
    assert_false(scan_ok(BYTES("\xDD\xFF\xFF\xFF\xFF")));
    assert_false(scan_ok(BYTES("\xDF\xFF\xFF\xFF\xFF")));
    assert_false(scan_ok(BYTES("\xDF\0\0\0\x02\x01\x01\x02")));
    assert_false(scan_ok(BYTES("\xDB\xFF\xFF\xFF\xFFzz")));
    assert_false(scan_ok(BYTES("\xC6\xFF\xFF\xFF\xFFzz")));
    assert_false(scan_ok(BYTES("\xA2z")));
    assert_false(scan_ok(BYTES("\x9F\x01")));
    assert_false(scan_ok(BYTES("\xCF\0\0\0")));
}

static void depth_has_an_end(void **state)
{
    (void)state;
    char deep[100000];
    for (unsigned kind = 0; kind < 2; kind++) {
        for (size_t n = 1; n <= 2 * LIMIT_DEPTH; n++) {
            struct buffer bytes;
            buffer_init(&bytes);
            for (size_t i = 0; i < n; i++)
                if (kind == 0)
                    buffer_put(&bytes, "\x91", 1);
                else
                    buffer_put(&bytes, "\x81\x01", 2);
            buffer_put(&bytes, "\x01", 1);
            assert_int_equal(scan_ok(slice_bytes(bytes.p, bytes.n)), n <= LIMIT_DEPTH);
            buffer_fini(&bytes);
        }
    }
    memset(deep, 0x91, sizeof deep);
    assert_false(scan_ok(slice_bytes(deep, sizeof deep)));
}

static void keys_are_numbers_and_stand_once(void **state)
{
    (void)state;
    assert_true(scan_ok(BYTES("\x82\x01\x01\x02\x01")));
    assert_false(scan_ok(BYTES("\x82\x01\x01\x01\x01")));
    assert_false(scan_ok(BYTES("\x82\x01\x01\xCC\x01\x01")));         /* written another way */
    assert_false(scan_ok(BYTES("\x82\xCD\x40\0\x01\xCD\x40\0\x01"))); /* past the bit set */
    assert_true(scan_ok(BYTES("\x82\xCD\x40\0\x01\xCD\x40\x01\x01")));
    assert_false(scan_ok(BYTES("\x81\x82\x03\x01\x03\x01\x01")));
    assert_false(scan_ok(BYTES("\x81\x01\x82\x03\x01\x03\x01"))); /* inside */
    assert_true(scan_ok(BYTES("\x92\x81\x01\x01\x81\x01\x01")));  /* two maps, not one */
    static const char *const keys[] = {"\x81\xFF\x01", "\x81\xC0\x01", "\x81\xA1z\x01",
                                       "\x81\xC3\x01", "\x81\x90\x01", "\x81\xD0\x01\x01"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        assert_false(scan_ok(slice_of(keys[i])));
}

static void maps_have_a_greatest_size(void **state)
{
    (void)state;
    for (unsigned n = LIMIT_KEYS; n <= LIMIT_KEYS + 1; n++) {
        struct buffer bytes;
        buffer_init(&bytes);
        msgpack_packer packer = pack_into(&bytes);
        msgpack_pack_map(&packer, n);
        for (unsigned i = 0; i < n; i++) {
            msgpack_pack_uint32(&packer, 1000 + i);
            msgpack_pack_true(&packer);
        }
        assert_int_equal(scan_ok(slice_bytes(bytes.p, bytes.n)), n == LIMIT_KEYS);
        buffer_fini(&bytes);
    }
}

/* What a string holds is not the scan's business: the codec names the field. */
static void text_is_strict_utf8(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t n;
    } bad[] = {{"\xFF", 1},     {"\xC0\x80", 2}, {"\xED\xA0\x80", 3}, {"\xF4\x90\x80\x80", 4},
               {"\xE6\xB1", 2}, {"\x80", 1}};
    const struct message *message = &request_desc(request_call_arrive)->message;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        unsigned char bytes[16] = {0x82, 0x01, 0xa1, '1', 0x02, (unsigned char)(0xa0 | bad[i].n)};
        memcpy(bytes + 6, bad[i].bytes, bad[i].n);
        struct slice whole = slice_bytes(bytes, 6 + bad[i].n);
        assert_true(scan_ok(whole));
        struct req_call_arrive body;
        struct fault fault;
        struct arena arena;
        arena_init(&arena, 1 << 16);
        assert_int_equal(codec_decode(whole, message, &arena, &body, &fault), REJECT_BAD_TEXT);
        assert_string_equal(fault.field, "from");
        bytes[1] = 0x02, bytes[4] = 0x01; /* the same in a code */
        assert_int_equal(codec_decode(whole, message, &arena, &body, &fault), REJECT_BAD_TEXT);
        assert_string_equal(fault.field, "line");
        arena_fini(&arena);
    }
    assert_true(scan_ok(BYTES("\xA4\xF0\x9F\x98\x80")));
    assert_false(scan_ok(BYTES("\xA4\xF0\x9F\x98"))); /* shorter than it says */
}

/* Each message, cut at each byte: refused, and no byte past the cut is looked at (the copy is
 * exactly as long as the cut, so a sanitizer sees a step past it). */
static void each_cut_is_refused(const struct message *message)
{
    struct arena arena;
    struct buffer bytes;
    arena_init(&arena, 64 << 20);
    buffer_init(&bytes);
    void *body = arena_take(&arena, message->size);
    fill(message, body, &arena);
    codec_encode(&bytes, message, body, VIEW_WIRE);
    assert_true(scan_ok(slice_bytes(bytes.p, bytes.n)));
    /* every cut of the first bytes, then cuts here and there */
    for (size_t n = 0; n < bytes.n; n += n < 600 ? 1 : 1 + bytes.n / 41) {
        char *cut = malloc(n ? n : 1);
        assert_non_null(cut);
        memcpy(cut, bytes.p, n);
        assert_false(scan_ok(slice_bytes(cut, n)));
        free(cut);
    }
    buffer_fini(&bytes);
    arena_fini(&arena);
}

static void every_cut_of_every_message_is_refused(void **state)
{
    (void)state;
    fill_every(each_cut_is_refused);
}

/* What msgpack-c does without the scan: the reason for it. Should one of these ever fail, the scan
 * may have become unnecessary, but not before. */
static void without_the_scan_headers_cost_memory(void **state)
{
    (void)state;
    struct slice bytes = BYTES("\xDD\x00\x10\x00\x00"); /* promises 1,048,576 elements */
    msgpack_zone zone;
    msgpack_object tree;
    size_t at = 0;
    assert_true(msgpack_zone_init(&zone, 512));
    assert_int_equal(msgpack_unpack(bytes.p, bytes.n, &at, &zone, &tree), MSGPACK_UNPACK_CONTINUE);
    size_t taken = (size_t)(zone.chunk_list.ptr - (char *)zone.chunk_list.head);
    assert_true(taken > 16 << 20); /* 5 bytes, more than 16 MiB */
    msgpack_zone_destroy(&zone);
    assert_false(scan_ok(bytes));
}

static void without_the_scan_bad_bytes_come_through(void **state)
{
    (void)state;
    static const struct slice bad[] = {{"\x82\x01\x05\x01\x06", 5},
                                       {"\x81\x01\xC7\x01\x01\x01", 6}};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        msgpack_zone zone;
        msgpack_object tree;
        size_t at = 0;
        assert_true(msgpack_zone_init(&zone, 512));
        assert_int_equal(msgpack_unpack(bad[i].p, bad[i].n, &at, &zone, &tree),
                         MSGPACK_UNPACK_SUCCESS);
        msgpack_zone_destroy(&zone);
        assert_false(scan_ok(bad[i]));
    }
    /* of a key that stands twice, the codec alone would take the last */
    struct req_call_answer body;
    struct fault fault;
    assert_int_equal(
        codec_decode(bad[0], &request_desc(request_call_answer)->message, NULL, &body, &fault),
        REJECT_OK);
    assert_int_equal(body.call, 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_values_pass),
        cmocka_unit_test(what_is_not_ours_is_refused),
        cmocka_unit_test(promises_past_the_end_are_refused),
        cmocka_unit_test(depth_has_an_end),
        cmocka_unit_test(keys_are_numbers_and_stand_once),
        cmocka_unit_test(maps_have_a_greatest_size),
        cmocka_unit_test(text_is_strict_utf8),
        cmocka_unit_test(every_cut_of_every_message_is_refused),
        cmocka_unit_test(without_the_scan_headers_cost_memory),
        cmocka_unit_test(without_the_scan_bad_bytes_come_through),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
