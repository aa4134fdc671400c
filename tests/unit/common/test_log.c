#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "common/limits.h"
#include "common/log.h"

/* The line behind its time and level. */
#define EXPECT(expected, name, ...)                                                                \
    do {                                                                                           \
        char line_[512];                                                                           \
        const struct log_fields fields_ = {{__VA_ARGS__}};                                         \
        size_t n_ = log_format(line_, sizeof line_, 0, LOG_INFO, name, &fields_);                  \
        assert_int_equal(strlen(line_), n_);                                                       \
        assert_string_equal(line_, "1970-01-01T00:00:00.000+00:00 info " expected "\n");           \
    } while (0)

static void fields_are_written_by_type(void **state)
{
    (void)state;
    EXPECT("started", "started");
    EXPECT("call_offered call=7 line=12345", "call_offered", LOG_U64("call", 7),
           LOG_STR("line", "12345"));
    EXPECT("x u=18446744073709551615 i=-9223372036854775808 b=yes c=no e=NOSPACE", "x",
           LOG_U64("u", UINT64_MAX), LOG_I64("i", INT64_MIN), LOG_BOOL("b", true),
           LOG_BOOL("c", false), LOG_ERR("e", ERR_NOSPACE));
    EXPECT("x v=热线", "x", LOG_SLICE("v", slice_of("热线")));
}

static void values_cannot_forge_a_line(void **state)
{
    (void)state;
    EXPECT("x v=\"\"", "x", LOG_STR("v", ""));
    EXPECT("x v=\"\"", "x", LOG_STR("v", NULL));
    EXPECT("x v=\"a b\"", "x", LOG_STR("v", "a b"));
    EXPECT("x v=\"a=b\"", "x", LOG_STR("v", "a=b"));
    EXPECT("x v=\"a\\\"b\\\\\"", "x", LOG_STR("v", "a\"b\\"));
    EXPECT("x v=\"a\\nb\\tc\\u{d}\"", "x", LOG_STR("v", "a\nb\tc\r"));
    EXPECT("x v=\"\\u{1b}[2J\\u{202e}\\u{2028}\"", "x", LOG_STR("v", "\x1B[2J\u202E\u2028"));
    EXPECT("x v=\"\\xff\\xe4\\xb8\"", "x", LOG_STR("v", "\xFF\xE4\xB8"));
    EXPECT("x v=\"\\u{0}\"", "x", LOG_SLICE("v", slice_bytes("", 1)));
}

static void long_lines_are_cut_whole(void **state)
{
    (void)state;
    char line[64];
    const struct log_fields fields = {{LOG_STR("v", "热线热线热线热线热线")}};
    for (size_t cap = 2; cap <= sizeof line; cap++) {
        size_t n = log_format(line, cap, 0, LOG_INFO, "cut", &fields);
        assert_true(n < cap);
        assert_int_equal(strlen(line), n);
        assert_int_equal(line[n - 1], '\n');
    }
    /* 41 bytes stand before the text, which leaves 21 of 62: 7 characters of 3 */
    assert_string_equal(line, "1970-01-01T00:00:00.000+00:00 info cut v=热线热线热线热\n");
}

static char folder[] = "/tmp/rexian-log-XXXXXX";

static void read_back(const char *path, char *out, size_t cap)
{
    int fd = open(path, O_RDONLY);
    assert_true(fd >= 0);
    ssize_t n = read(fd, out, cap - 1);
    assert_true(n >= 0);
    out[n] = '\0';
    close(fd);
}

static void writes_to_a_file_and_rotates(void **state)
{
    (void)state;
    char path[64], old[64], text[4096];
    snprintf(path, sizeof path, "%s/log", folder);
    snprintf(old, sizeof old, "%s/log.1", folder);
    assert_int_equal(log_open(path), ERR_OK);
    log_event(LOG_INFO, "first", LOG_U64("n", 1));
    log_event(LOG_DEBUG, "hidden");
    assert_int_equal(rename(path, old), 0);
    log_event(LOG_ERROR, "second");
    assert_int_equal(log_reopen(), ERR_OK);
    log_event(LOG_WARNING, "third");
    log_close();
    read_back(old, text, sizeof text);
    assert_non_null(strstr(text, " info first n=1\n"));
    assert_non_null(strstr(text, " error second\n"));
    assert_null(strstr(text, "hidden"));
    read_back(path, text, sizeof text);
    assert_non_null(strstr(text, " warning third\n"));
    assert_null(strstr(text, "second"));
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    unlink(path);
    unlink(old);
}

static int evaluated;

static uint64_t count_evaluation(void)
{
    return (uint64_t)++evaluated;
}

static void levels_hold_back(void **state)
{
    (void)state;
    int pipes[2];
    assert_int_equal(pipe(pipes), 0);
    log_open_fd(pipes[1]);
    log_set_level(LOG_WARNING);
    log_event(LOG_INFO, "quiet", LOG_U64("n", count_evaluation()));
    assert_int_equal(evaluated, 0);
    log_event(LOG_WARNING, "loud", LOG_U64("n", count_evaluation()));
    assert_int_equal(evaluated, 1);
    log_open_fd(-1);
    assert_false(log_wants(LOG_ERROR));
    log_event(LOG_ERROR, "dropped");
    log_close();
    log_set_level(LOG_INFO);
    close(pipes[1]);
    char text[256];
    ssize_t n = read(pipes[0], text, sizeof text - 1);
    assert_true(n > 0);
    text[n] = '\0';
    assert_non_null(strstr(text, " warning loud n=1\n"));
    assert_null(strstr(text, "quiet"));
    close(pipes[0]);
}

static void refuses_what_it_cannot_open(void **state)
{
    (void)state;
    char path[LIMIT_PATH + 2];
    memset(path, 'x', sizeof path - 1);
    path[sizeof path - 1] = '\0';
    assert_int_equal(log_open(path), ERR_LIMIT);
    assert_int_equal(log_open("/nonexistent/folder/log"), ERR_NOTFOUND);
    assert_int_equal(log_open("-"), ERR_OK);
    assert_int_equal(log_reopen(), ERR_OK);
}

static void level_names_go_both_ways(void **state)
{
    (void)state;
    enum log_level level = LOG_ERROR;
    assert_true(log_level_parse(slice_of("debug"), &level));
    assert_int_equal(level, LOG_DEBUG);
    assert_false(log_level_parse(slice_of("DEBUG"), &level));
    assert_false(log_level_parse(slice_of(""), &level));
    assert_int_equal(level, LOG_DEBUG);
    assert_string_equal(log_level_name(LOG_WARNING), "warning");
}

int main(void)
{
    setenv("TZ", "UTC0", 1);
    if (!mkdtemp(folder)) return 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_are_written_by_type),
        cmocka_unit_test(values_cannot_forge_a_line),
        cmocka_unit_test(long_lines_are_cut_whole),
        cmocka_unit_test(writes_to_a_file_and_rotates),
        cmocka_unit_test(levels_hold_back),
        cmocka_unit_test(refuses_what_it_cannot_open),
        cmocka_unit_test(level_names_go_both_ways),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    rmdir(folder);
    return failed;
}
