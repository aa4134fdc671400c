#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "common/json.h"

static void expect(struct json *json, const char *expected)
{
    assert_int_equal(json_finish(json), ERR_OK);
    struct slice result = json_result(json);
    assert_string_equal(result.p, expected);
    assert_int_equal(result.n, strlen(expected));
    json_fini(json);
}

static void writes_every_kind(void **state)
{
    (void)state;
    struct json json;
    json_init(&json);
    json_object_begin(&json);
    json_key(&json, "id");
    json_u64(&json, UINT64_MAX);
    json_key(&json, "low");
    json_i64(&json, INT64_MIN);
    json_key(&json, "list");
    json_array_begin(&json);
    json_bool(&json, true);
    json_bool(&json, false);
    json_null(&json);
    json_array_begin(&json);
    json_array_end(&json);
    json_object_begin(&json);
    json_object_end(&json);
    json_array_end(&json);
    json_key(&json, "name");
    json_str(&json, "热线");
    json_key(&json, "none");
    json_str(&json, NULL);
    json_key(&json, "key");
    json_hex(&json, slice_bytes("\x00\xAB\xFF", 3));
    json_object_end(&json);
    expect(&json, "{\"id\":18446744073709551615,\"low\":-9223372036854775808,"
                  "\"list\":[true,false,null,[],{}],\"name\":\"热线\",\"none\":null,"
                  "\"key\":\"00abff\"}\n");
}

static void fractions_are_short(void **state)
{
    (void)state;
    static const struct {
        double value;
        const char *expected;
    } cases[] = {{0, "0\n"},
                 {1, "1\n"},
                 {0.5, "0.5\n"},
                 {-0.0000001, "0\n"},
                 {2.0 / 3, "0.666667\n"},
                 {-1200, "-1200\n"},
                 {1e300 * 1e300, "null\n"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct json json;
        json_init(&json);
        json_f64(&json, cases[i].value);
        expect(&json, cases[i].expected);
    }
}

static void strings_are_harmless(void **state)
{
    (void)state;
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"", "\"\"\n"},
        {"a\"b\\c/", "\"a\\\"b\\\\c/\"\n"},
        {"\x1B[2J\n\t\x7F", "\"\\u001b[2J\\n\\u0009\\u007f\"\n"},
        {"\u202E\u2028\xC2\x9B", "\"\\u202e\\u2028\\u009b\"\n"},
        {"\U000E0041x", "\"\\udb40\\udc41x\"\n"},
        {"\U0001F600", "\"\U0001F600\"\n"},
        {"a\xFF\xE4\xB8z", "\"a\uFFFD\uFFFD\uFFFDz\"\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct json json;
        json_init(&json);
        json_str(&json, cases[i].text);
        expect(&json, cases[i].expected);
    }
    struct json json;
    json_init(&json);
    json_text(&json, slice_bytes("a\0b", 3));
    expect(&json, "\"a\\u0000b\"\n");
}

static void top_level_values_are_lines(void **state)
{
    (void)state;
    struct json json;
    json_init(&json);
    assert_string_equal(json_result(&json).p, "");
    json_u64(&json, 1);
    json_array_begin(&json);
    json_u64(&json, 2);
    json_u64(&json, 3);
    json_array_end(&json);
    expect(&json, "1\n[2,3]\n");
}

static void nothing_is_nothing(void **state)
{
    (void)state;
    struct json json;
    json_init(&json);
    expect(&json, "");
}

static void nesting_has_a_limit(void **state)
{
    (void)state;
    struct json json;
    json_init(&json);
    for (int i = 0; i < LIMIT_JSON_DEPTH; i++) json_array_begin(&json);
    for (int i = 0; i < LIMIT_JSON_DEPTH; i++) json_array_end(&json);
    assert_int_equal(json_finish(&json), ERR_OK);
    for (int i = 0; i <= LIMIT_JSON_DEPTH; i++) json_array_begin(&json);
    json_u64(&json, 1); /* the error sticks, whatever comes */
    json_object_end(&json);
    assert_int_equal(json_finish(&json), ERR_LIMIT);
    json_fini(&json);
}

static void memory_has_a_limit(void **state)
{
    (void)state;
    size_t n = 1024 * 1024;
    char *text = calloc(n, 1);
    assert_non_null(text);
    memset(text, 'x', n);
    struct json json;
    json_init(&json);
    json_array_begin(&json);
    for (size_t i = 0; i < LIMIT_JSON / n - 1; i++) json_text(&json, (struct slice){text, n});
    assert_int_equal(json.err, ERR_OK);
    json_text(&json, (struct slice){text, n});
    assert_int_equal(json_finish(&json), ERR_LIMIT);
    json_fini(&json);
    free(text);
}

static void large_texts_arrive_whole(void **state)
{
    (void)state;
    struct json json;
    json_init(&json);
    json_array_begin(&json);
    for (uint64_t i = 1000; i < 3000; i++) json_u64(&json, i);
    json_array_end(&json);
    assert_int_equal(json_finish(&json), ERR_OK);
    struct slice result = json_result(&json);
    assert_int_equal(result.n, 2000 * 5 + 2);
    assert_memory_equal(result.p + result.n - 7, ",2999]\n", 7);
    json_fini(&json);
}

static void files_get_it_and_their_errors_are_told(void **state)
{
    (void)state;
    char *text = NULL;
    size_t n = 0;
    FILE *file = open_memstream(&text, &n);
    assert_non_null(file);
    struct json json;
    json_init_file(&json, file);
    json_str(&json, "a");
    assert_int_equal(json_finish(&json), ERR_OK);
    json_fini(&json);
    fclose(file);
    assert_string_equal(text, "\"a\"\n");
    free(text);

    file = fopen("/dev/full", "w");
    assert_non_null(file);
    json_init_file(&json, file);
    json_str(&json, "a");
    assert_int_equal(json_finish(&json), ERR_NOSPACE);
    json_fini(&json);
    fclose(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_every_kind),
        cmocka_unit_test(fractions_are_short),
        cmocka_unit_test(strings_are_harmless),
        cmocka_unit_test(top_level_values_are_lines),
        cmocka_unit_test(nothing_is_nothing),
        cmocka_unit_test(nesting_has_a_limit),
        cmocka_unit_test(memory_has_a_limit),
        cmocka_unit_test(large_texts_arrive_whole),
        cmocka_unit_test(files_get_it_and_their_errors_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
