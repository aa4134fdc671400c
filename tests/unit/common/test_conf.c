#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "common/conf.h"

/* A table of its own, with every type. */
#define TABLE(S)                                                                                   \
    S(seats, INT, "10", 2, 50, "Seats.")                                                           \
    S(wait_s, DURATION, "20", 1, 600, "Waiting.")                                                  \
    S(open, BOOL, "yes", 0, 0, "Open.")                                                            \
    S(title, STR, "hotline", 2, 12, "Title.")                                                      \
    S(verbosity, LEVEL, "info", 0, 0, "Level.")                                                    \
    S(most, INT, "0", 0, UINT64_MAX, "Anything.")

struct fields {
    TABLE(CONF_FIELD)
};

static const struct conf_row rows[] = {
#define S(name, type, initial, min, max, help)                                                     \
    CONF_ROW(struct fields, name, type, initial, min, max, help)
    TABLE(S)
#undef S
};
enum { ROWS = sizeof rows / sizeof *rows };

static struct fields fields;
static char why[256];

static enum err parse(const char *text)
{
    return conf_parse(rows, ROWS, "f.conf", slice_of(text), &fields, why, sizeof why);
}

static void accept(const char *text)
{
    if (parse(text)) fail_msg("\"%s\" is refused: %s", text, why);
}

static void refuse(const char *text, const char *reason)
{
    struct fields before = fields;
    assert_int_equal(parse(text), ERR_FORMAT);
    assert_string_equal(why, reason);
    assert_memory_equal(&fields, &before, sizeof fields);
}

static void defaults_hold_without_a_word(void **state)
{
    (void)state;
    static const char *const empty[] = {"", "\n", "# a comment", "/* one */ // two\n\t \n"};
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
        memset(&fields, 0xA5, sizeof fields);
        accept(empty[i]);
        assert_int_equal(fields.seats, 10);
        assert_int_equal(fields.wait_s, 20);
        assert_true(fields.open);
        assert_string_equal(fields.title, "hotline");
        assert_int_equal(fields.verbosity, LOG_INFO);
    }
}

static void values_of_every_type(void **state)
{
    (void)state;
    accept("seats = 3\nwait_s=30 # half a minute\nopen = off\n"
           "title = \"热线 1#\"\nverbosity = debug\nmost = 18446744073709551615");
    assert_int_equal(fields.seats, 3);
    assert_int_equal(fields.wait_s, 30);
    assert_false(fields.open);
    assert_string_equal(fields.title, "热线 1#");
    assert_int_equal(fields.verbosity, LOG_DEBUG);
    assert_int_equal(fields.most, UINT64_MAX);
    accept("seats = 010"); /* decimal, whatever it looks like */
    assert_int_equal(fields.seats, 10);
}

static void limits_at_the_edge_and_one_past(void **state)
{
    (void)state;
    accept("seats = 2");
    accept("seats = 50");
    refuse("seats = 1", "f.conf:1: seats must be 2 to 50, not \"1\"");
    refuse("\n\nseats = 51\n", "f.conf:3: seats must be 2 to 50, not \"51\"");
    accept("title = \"ab\"");
    accept("title = \"热线热线\"");
    refuse("title = a", "f.conf:1: title must be 2 to 12 bytes of text, not \"a\"");
    refuse("title = \"热线热线1\"",
           "f.conf:1: title must be 2 to 12 bytes of text, not \"热线热线1\"");
    refuse("most = 18446744073709551616", "f.conf:1: most must be 0 to 18446744073709551615, "
                                          "not \"18446744073709551616\"");
}

static void durations_have_units(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        uint64_t wait_s;
    } good[] = {
        {"wait_s = 1", 1},       {"wait_s = 600", 600}, {"wait_s = \"2 min\"", 120},
        {"wait_s = 10min", 600}, {"wait_s = 45s", 45},  {"wait_s = \"3000 ms\"", 3},
    };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        accept(good[i].text);
        assert_int_equal(fields.wait_s, good[i].wait_s);
    }
    static const char *const bad[] = {
        "wait_s = \"1500 ms\"",
        "wait_s = 11min",
        "wait_s = 0",
        "wait_s = 601",
        "wait_s = 1h",
        "wait_s = 5mib",
        "wait_s = 5 s",
        "wait_s = \"5 minutes\"",
        "wait_s = 99999999999999999999d",
        "wait_s = 4296767644483851d", /* 128 s when it overflows */
        "wait_s = 1.5min",
        "wait_s = -5",
        "wait_s = s",
        "seats = 5s",
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (parse(bad[i]) != ERR_FORMAT) fail_msg("\"%s\" is accepted", bad[i]);
    refuse("wait_s = 601", "f.conf:1: wait_s must be 1 to 600 seconds, not \"601\"");
}

static void typing_errors_are_refused(void **state)
{
    (void)state;
    refuse("seat = 5", "f.conf:1: no such option 'seat'");
    refuse("seats = 5\nopen = no\nseats = 6", "f.conf:3: seats already stands in line 1");
    refuse("open = maybe", "f.conf:1: open must be yes or no, not \"maybe\"");
    refuse("verbosity = loud",
           "f.conf:1: verbosity must be debug, info, warning or error, not \"loud\"");
    refuse("seats = \"\"", "f.conf:1: seats must be 2 to 50, not \"\"");
    refuse("seats = 0x10", "f.conf:1: seats must be 2 to 50, not \"0x10\"");
    refuse("title = \"a\\x1b[2J\"",
           "f.conf:1: title must be 2 to 12 bytes of text, not \"(unprintable text)\"");
    refuse("seats = 5\n/* open = no\n", "f.conf: a comment that begins with /* does not end");
    static const char *const bad[] = {
        "seats",
        "seats =",
        "= 5",
        "seats = {5}",
        "seats += 5",
        "seats { }",
        "}",
        "seats = 5, 6",
        "title = \"abc",
        "include(\"/etc/passwd\")",
        "title = 'abc",
        "end_of_settings = 1",
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        if (parse(bad[i]) != ERR_FORMAT) fail_msg("\"%s\" is accepted", bad[i]);
        assert_memory_equal(why, "f.conf:1: ", 10);
    }
}

static void long_values_are_shown_short(void **state)
{
    (void)state;
    char text[400];
    snprintf(text, sizeof text, "seats = %0300d", 99);
    refuse(text, "f.conf:1: seats must be 2 to 50, not "
                 "\"0000000000000000000000000000000000000000000000000000000000000000...\"");
    char small[12];
    assert_int_equal(
        conf_parse(rows, ROWS, "f.conf", slice_of("x = 1"), &fields, small, sizeof small),
        ERR_FORMAT);
    assert_string_equal(small, "f.conf:1: n");
}

static void text_must_be_clean(void **state)
{
    (void)state;
    refuse("seats = 5\ntitle = \"\xFF\"", "f.conf:2: not UTF-8 text");
    refuse("seats = 5\r\n", "f.conf:1: a control, format or bidi character");
    refuse("# \u202E", "f.conf:1: a control, format or bidi character");
    assert_int_equal(conf_parse(rows, ROWS, "f", slice_bytes("a\0b", 3), &fields, why, sizeof why),
                     ERR_FORMAT);
}

static void file_size_has_a_limit(void **state)
{
    (void)state;
    char *text = malloc(LIMIT_SETTINGS_FILE + 1);
    assert_non_null(text);
    memset(text, '\n', LIMIT_SETTINGS_FILE + 1);
    struct slice s = {text, LIMIT_SETTINGS_FILE};
    assert_int_equal(conf_parse(rows, ROWS, "f", s, &fields, why, sizeof why), ERR_OK);
    s.n++;
    assert_int_equal(conf_parse(rows, ROWS, "f", s, &fields, why, sizeof why), ERR_LIMIT);
    assert_string_equal(why, "f: longer than 65536 bytes");
    free(text);
}

static void files_are_read(void **state)
{
    (void)state;
    char path[] = "/tmp/rexian-conf-XXXXXX", expected[128];
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, "seats = 7\nopen = 3\n", 19), 19);
    assert_int_equal(conf_load(rows, ROWS, path, &fields, why, sizeof why), ERR_FORMAT);
    snprintf(expected, sizeof expected, "%s:2: open must be yes or no, not \"3\"", path);
    assert_string_equal(why, expected);
    assert_int_equal(ftruncate(fd, 10), 0);
    assert_int_equal(conf_load(rows, ROWS, path, &fields, why, sizeof why), ERR_OK);
    assert_int_equal(fields.seats, 7);
    assert_string_equal(why, "");
    close(fd);
    unlink(path);
    assert_int_equal(conf_load(rows, ROWS, path, &fields, why, sizeof why), ERR_NOTFOUND);
    snprintf(expected, sizeof expected, "%s: not found", path);
    assert_string_equal(why, expected);
    assert_int_equal(conf_load(rows, ROWS, "/tmp", &fields, why, sizeof why), ERR_IO);
}

static void one_value_can_be_set(void **state)
{
    (void)state;
    assert_int_equal(conf_set(&rows[0], "12", &fields, why, sizeof why), ERR_OK);
    assert_int_equal(fields.seats, 12);
    assert_int_equal(conf_set(&rows[0], "99", &fields, why, sizeof why), ERR_FORMAT);
    assert_string_equal(why, "seats must be 2 to 50, not \"99\"");
    assert_int_equal(fields.seats, 12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(defaults_hold_without_a_word),
        cmocka_unit_test(values_of_every_type),
        cmocka_unit_test(limits_at_the_edge_and_one_past),
        cmocka_unit_test(durations_have_units),
        cmocka_unit_test(typing_errors_are_refused),
        cmocka_unit_test(long_values_are_shown_short),
        cmocka_unit_test(text_must_be_clean),
        cmocka_unit_test(file_size_has_a_limit),
        cmocka_unit_test(files_are_read),
        cmocka_unit_test(one_value_can_be_set),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
