/* rexianctl staff: what it reads, what it refuses, and the form of what it prints. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "client/ctl/split.h"
#include "client/ctl/staff.h"

static char out[4096], err[4096];

static int run(const char *line, bool json)
{
    char copy[512], *words[CTL_WORDS_MAX];
    snprintf(copy, sizeof copy, "%s", line);
    int n = split_words(copy, words, CTL_WORDS_MAX);
    memset(out, 0, sizeof out);
    memset(err, 0, sizeof err);
    struct ctl ctl = {
        .json = json, .out = fmemopen(out, sizeof out, "w"), .err = fmemopen(err, sizeof err, "w")};
    assert_non_null(ctl.out);
    assert_non_null(ctl.err);
    int code = staff_run(&ctl, n, words);
    fclose(ctl.out);
    fclose(ctl.err);
    return code;
}

#define ISSUE "--calls 120 --interval 30m --talk 180 --wrap 30 --answer-within 20 --target 0.8"

static void prints_json(void **state)
{
    (void)state;
    assert_int_equal(run(ISSUE, true), CTL_DONE);
    assert_string_equal(out, "{\"erlang_c\":{\"agents\":18,\"occupancy\":0.777778,"
                             "\"wait_s\":12.165269,\"service_level\":0.841687}}\n");
    assert_int_equal(run(ISSUE " --patience 90", true), CTL_DONE);
    assert_string_equal(out,
                        "{\"erlang_c\":{\"agents\":18,\"occupancy\":0.777778,"
                        "\"wait_s\":12.165269,\"service_level\":0.841687},"
                        "\"erlang_a\":{\"agents\":16,\"occupancy\":0.815533,\"wait_s\":6.116563,"
                        "\"service_level\":0.837722,\"abandonment\":0.067962}}\n");
    assert_int_equal(run("--calls 120 --talk 180 --agents 12", true), CTL_DONE);
    assert_string_equal(out, "{\"erlang_c\":{\"agents\":12,\"occupancy\":1,"
                             "\"wait_s\":null,\"service_level\":0}}\n");
}

static void prints_a_table(void **state)
{
    (void)state;
    assert_int_equal(run("--calls 120 --talk 3m --wrap 30s --target 80% --patience 1m30s", false),
                     CTL_DONE);
    assert_non_null(strstr(out, "14.00 agents' work"));
    assert_non_null(strstr(out, "Erlang C"));
    assert_non_null(strstr(out, "Erlang A"));
    assert_non_null(strstr(out, "84.2 %"));
}

static void says_what_is_wrong(void **state)
{
    (void)state;
    static const struct {
        const char *line, *reason;
        int code;
    } cases[] = {
        {"", "--calls", CTL_USAGE},
        {"--calls 10", "--talk", CTL_USAGE},
        {"--calls 0 --talk 9", "--calls is a number above 0, written in digits, not \"0\"",
         CTL_USAGE},
        {"--calls 1e9 --talk 9", "written in digits, not \"1e9\"", CTL_USAGE},
        {"--calls nan --talk 9", "\"nan\"", CTL_USAGE},
        {"--calls -3 --talk 9", "\"-3\"", CTL_USAGE},
        {"--calls 1e400 --talk 9", "\"1e400\"", CTL_USAGE},
        {"--calls 9 --talk", "--talk is a time", CTL_USAGE},
        {"--calls 9 --talk 0", "--talk is a time", CTL_USAGE},
        {"--calls 9 --talk 5x", "\"5x\"", CTL_USAGE},
        {"--calls 9 --talk 2d", "\"2d\"", CTL_USAGE},
        {"--calls 9 --talk 25h", "\"25h\"", CTL_USAGE},
        {"--calls 9 --talk 9 --target 1", "--target is a share", CTL_USAGE},
        {"--calls 9 --talk 9 --target 0", "--target is a share", CTL_USAGE},
        {"--calls 9 --talk 9 --patience 0", "--patience is a time", CTL_USAGE},
        {"--calls 9 --talk 9 --agents 1.5", "--agents is a whole number", CTL_USAGE},
        {"--calls 9 --talk 9 --agents 10001", "--agents is a whole number", CTL_USAGE},
        {"--calls 9 --talk 9 --colour red", "does not take \"--colour\"", CTL_USAGE},
        {"--calls 9 --talk 9 --day mon", "for --forecast", CTL_USAGE},
        {"--forecast --calls 9", "not for --forecast", CTL_USAGE},
        {"--forecast --weeks 0", "--weeks is a whole number", CTL_USAGE},
        {"--forecast --day monday", "--day is mon", CTL_USAGE},
        {"--calls 900000 --talk 9h", "more than 10000 agents", CTL_REFUSED},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(run(cases[i].line, true), cases[i].code);
        assert_string_equal(out, "");
        if (!strstr(err, cases[i].reason)) fail_msg("%s: %s", cases[i].line, err);
    }
}

static void reads_times(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        double seconds;
    } good[] = {{"20", 20},      {"20s", 20},  {"30m", 1800},  {"1.5m", 90}, {"1h", 3600},
                {"1h30m", 5400}, {"1m30", 90}, {"24h", 86400}, {"0", 0}};
    static const char *const bad[] = {"", "s", "1m1m", "30s1m", "1 m", "1..5", "+1", "24h1s", "."};
    double seconds;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        if (!duration_read(good[i].text, &seconds)) fail_msg("%s", good[i].text);
        assert_true(seconds == good[i].seconds);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (duration_read(bad[i], &seconds)) fail_msg("%s", bad[i]);
}

/* Mondays from 2026-10-26 on, in the zone of the test. */
#define MONDAY_MS UINT64_C(1792972800000)
#define HALF_MS UINT64_C(1800000)
#define WEEK_MS (7 * 48 * HALF_MS)

static void half_take(struct forecast *forecast, uint64_t week, uint64_t half, uint64_t calls)
{
    const struct rec_volume_item item = {.start_ms = MONDAY_MS + week * WEEK_MS + half * HALF_MS,
                                         .arrived = calls,
                                         .finished = calls,
                                         .talk_ms = calls * 180000,
                                         .wrap_ms = calls * 30000};
    forecast_take(forecast, &item);
}

static void forecasts(struct forecast *forecast, const char *line, bool json)
{
    char copy[256], *words[CTL_WORDS_MAX];
    struct staff staff;
    memset(out, 0, sizeof out);
    struct ctl ctl = {.json = json, .out = fmemopen(out, sizeof out, "w"), .err = stderr};
    snprintf(copy, sizeof copy, "%s", line);
    assert_int_equal(staff_read(&ctl, split_words(copy, words, CTL_WORDS_MAX), words, &staff),
                     CTL_DONE);
    assert_int_equal(forecast_show(&ctl, &staff, forecast), CTL_DONE);
    fclose(ctl.out);
}

/* Mean and spread of each half-hour over the weeks; what it takes is what `staff` says of as many
 * calls. */
static void forecasts_by_half_hour(void **state)
{
    (void)state;
    static const uint64_t nine[] = {110, 130, 120, 120};
    struct forecast forecast = {.from_ms = MONDAY_MS, .until_ms = MONDAY_MS + 4 * WEEK_MS};
    for (uint64_t week = 0; week < 4; week++) half_take(&forecast, week, 18, nine[week]);
    half_take(&forecast, 1, 48 + 19, 40); /* Tuesday, in one week of four */
    struct forecast same = forecast;
    forecasts(&forecast, "--forecast --answer-within 20 --target 0.8 --day mon", true);
    assert_string_equal(
        out, "[{\"day\":\"mon\",\"from\":\"09:00\",\"weeks\":4,\"calls\":120,\"spread\":8.164966,"
             "\"work_s\":210,"
             "\"erlang_c\":{\"agents\":18,\"occupancy\":0.777778,\"wait_s\":12.165269,"
             "\"service_level\":0.841687},"
             "\"busy\":{\"erlang_c\":{\"agents\":19,\"occupancy\":0.786978,\"wait_s\":12.399498,"
             "\"service_level\":0.837461}}}]\n");
    forecasts(&same, "--forecast --patience 90", false);
    assert_non_null(strstr(out, "mon   09:00     120.0       8.2      210 s        18        19"
                                "        16        17\n"));
    assert_non_null(strstr(out, "tue   09:30      10.0      20.0 "));
}

/* The centre is two weeks old: those before do not count as empty. */
static void young_centres_have_fewer_weeks(void **state)
{
    (void)state;
    struct forecast forecast = {.from_ms = MONDAY_MS, .until_ms = MONDAY_MS + 4 * WEEK_MS};
    half_take(&forecast, 2, 18, 100);
    half_take(&forecast, 3, 18, 100);
    forecasts(&forecast, "--forecast --talk 3m", true);
    assert_non_null(strstr(out, "\"weeks\":2,\"calls\":100,\"spread\":0,\"work_s\":180,"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prints_json),
        cmocka_unit_test(prints_a_table),
        cmocka_unit_test(says_what_is_wrong),
        cmocka_unit_test(reads_times),
        cmocka_unit_test(forecasts_by_half_hour),
        cmocka_unit_test(young_centres_have_fewer_weeks),
    };
    setenv("TZ", "UTC", 1);
    tzset();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
