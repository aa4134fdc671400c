/* Erlang B, C and A against published numbers, against each other, and at sizes where a sum of
 * factorials would have overflown. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "client/ctl/erlang.h"
#include "common/limits.h"

/* As printed: rounded to its last digit. */
static void assert_near(double value, double expected, double within)
{
    if (!(fabs(value - expected) <= within)) fail_msg("%.9g, not %.9g", value, expected);
}

/* ITU-D, Teletraffic Engineering Handbook, table of Erlang's B formula: the load that loses 1 % of
 * its calls; with 1 and 2 lines the formula is a / (1 + a) and a² / (2 + 2a + a²). */
static void loses_what_the_tables_say(void **state)
{
    (void)state;
    static const struct {
        double load;
        uint64_t lines;
    } rows[] = {{0.0101, 1}, {0.153, 2},  {1.36, 5},   {4.46, 10},
                {12.03, 20}, {37.90, 50}, {84.06, 100}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_near(erlang_b(rows[i].load, rows[i].lines), 0.01, 0.0001);
    assert_near(erlang_b(3, 1), 3.0 / 4, 1e-12);
    assert_near(erlang_b(3, 2), 9.0 / 17, 1e-12);
    assert_near(erlang_b(3, 0), 1, 0);
}

/* Call Centre Helper, "Erlang C Formula - Made Simple With an Easy Worked Example": 100 calls in
 * half an hour of 180 s, 14 agents: 88.8 % within 20 s, 7.8 s on average, 71.4 % occupied. */
static void waits_as_the_worked_example(void **state)
{
    (void)state;
    const struct erlang_load load = {.calls_per_s = 100.0 / 1800, .work_s = 180, .within_s = 20};
    struct erlang is = erlang_c(&load, 14), fewest;
    assert_near(is.service_level, 0.888, 0.0005);
    assert_near(is.wait_s, 7.8, 0.05);
    assert_near(is.occupancy, 0.714, 0.0005);
    assert_true(erlang_fewest(erlang_c, &load, 0.8, &fewest));
    assert_int_equal(fewest.agents, 14); /* "13 agents do not reach 80 %" */
    assert_near(fewest.service_level, is.service_level, 0);
}

/* Mitan, "The Erlang C formula": 360 calls in half an hour of 4 min, 55 agents: utilisation 0.873,
 * waiting 8.2 s on average, 84.5 % within 15 s. */
static void waits_as_the_second_example(void **state)
{
    (void)state;
    const struct erlang_load load = {.calls_per_s = 0.2, .work_s = 240, .within_s = 15};
    struct erlang is = erlang_c(&load, 55);
    assert_near(is.occupancy, 0.873, 0.0005);
    assert_near(is.wait_s, 8.2, 0.05);
    assert_near(is.service_level, 0.845, 0.001);
}

/* Garnett, Mandelbaum, Reiman, "Designing a Call Center with Impatient Customers", M&SOM 4(3),
 * 2002, its first table: 48 calls a minute of 1 min, 50 agents, patience 2 min: without
 * patience 20.8 s, 96 %; with it 3.1 % give up, 3.7 s, 93 %. */
static void gives_up_as_the_paper_says(void **state)
{
    (void)state;
    const struct erlang_load load = {.calls_per_s = 0.8, .work_s = 60, .patience_s = 120};
    struct erlang c = erlang_c(&load, 50), a = erlang_a(&load, 50);
    assert_near(c.wait_s, 20.8, 0.05);
    assert_near(c.occupancy, 0.96, 0.005);
    assert_near(a.abandonment, 0.031, 0.0005);
    assert_near(a.wait_s, 3.7, 0.05);
    assert_near(a.occupancy, 0.93, 0.005);
}

/* The same model a second way: the chances of each number of callers, added up one by one. */
static void agrees_with_adding_up_states(void **state)
{
    (void)state;
    static const struct {
        double load, impatience;
        uint64_t n;
    } rows[] = {{0.5, 2, 1}, {9, 0.5, 10}, {10, 1, 10}, {13, 2, 10}, {45, 0.1, 50}, {120, 5, 100}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double weight = 1, all = 1, queue = 0, waits = 0;
        for (uint64_t k = 1; k < 4000; k++) {
            double over = k > rows[i].n ? (double)(k - rows[i].n) : 0;
            weight *=
                rows[i].load / (fmin((double)k, (double)rows[i].n) + over * rows[i].impatience);
            all += weight;
            queue += over * weight;
            if (k >= rows[i].n) waits += weight;
        }
        const struct erlang_load load = {
            .calls_per_s = rows[i].load, .work_s = 1, .patience_s = 1 / rows[i].impatience};
        struct erlang is = erlang_a(&load, rows[i].n);
        assert_near(is.wait_s, queue / all / rows[i].load, 1e-9);
        assert_near(is.abandonment, is.wait_s * rows[i].impatience, 1e-9);
        assert_near(is.service_level, 1 - waits / all, 1e-9); /* within 0 s: who does not wait */
    }
}

/* Who waits for ever is answered or gives up; who never loses patience makes Erlang C of it. */
static void ends_of_the_scale_meet(void **state)
{
    (void)state;
    for (uint64_t n = 8; n <= 1024; n *= 2) {
        for (double share = 0.6; share < 1.4; share += 0.1) {
            struct erlang_load load = {.calls_per_s = share * (double)n / 180,
                                       .work_s = 180,
                                       .patience_s = 90,
                                       .within_s = 86400};
            struct erlang is = erlang_a(&load, n);
            assert_near(is.service_level, 1 - is.abandonment, 1e-9);
            assert_near(is.occupancy, share * (1 - is.abandonment), 1e-9);
            if (share > 0.92) continue;
            load.within_s = 20;
            load.patience_s = 1e9;
            struct erlang c = erlang_c(&load, n), a = erlang_a(&load, n);
            assert_near(a.wait_s / c.wait_s, 1, 1e-3);
            assert_near(a.service_level, c.service_level, 1e-5);
        }
    }
}

static void large_centres_do_not_overflow(void **state)
{
    (void)state;
    struct erlang_load load = {
        .calls_per_s = 1300.0 / 180, .work_s = 180, .patience_s = 90, .within_s = 20};
    struct erlang is = erlang_a(&load, 1000);
    assert_near(is.abandonment, 3.0 / 13, 1e-6); /* what is too much has to leave */
    assert_near(is.occupancy, 1, 1e-6);
    load.calls_per_s = 950.0 / 180;
    assert_near(erlang_a(&load, 1000).service_level, 0.9989, 0.0001);
    is = erlang_c(&load, 1000);
    assert_true(is.wait_s > erlang_a(&load, 1000).wait_s && is.service_level > 0.999);
    is = erlang_a(&(struct erlang_load){1e-6, 1, 90, 20}, LIMIT_STAFF);
    assert_near(is.service_level, 1, 0);
    assert_near(is.wait_s, 0, 0);
    is = erlang_a(&(struct erlang_load){1e6, 60, 86400, 20}, 1);
    assert_near(is.abandonment, 1, 1e-6);
    assert_true(is.service_level >= 0 && is.service_level < 1e-6);
}

static void too_few_are_never_enough(void **state)
{
    (void)state;
    struct erlang_load load = {.calls_per_s = 0.1, .work_s = 180, .patience_s = 90, .within_s = 20};
    struct erlang is = erlang_c(&load, 18);
    assert_true(isinf(is.wait_s));
    assert_near(is.service_level, 0, 0);
    for (double target = 0.05; target < 1; target += 0.05) {
        erlang_model *const models[] = {erlang_c, erlang_a};
        for (size_t m = 0; m < 2; m++) {
            assert_true(erlang_fewest(models[m], &load, target, &is));
            assert_true(is.service_level >= target);
            if (is.agents > 1) assert_true(models[m](&load, is.agents - 1).service_level < target);
        }
    }
    load.calls_per_s = LIMIT_STAFF;
    assert_false(erlang_fewest(erlang_c, &load, 0.8, &is));
    assert_false(erlang_fewest(erlang_a, &load, 0.8, &is));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(loses_what_the_tables_say),
        cmocka_unit_test(waits_as_the_worked_example),
        cmocka_unit_test(waits_as_the_second_example),
        cmocka_unit_test(gives_up_as_the_paper_says),
        cmocka_unit_test(agrees_with_adding_up_states),
        cmocka_unit_test(ends_of_the_scale_meet),
        cmocka_unit_test(large_centres_do_not_overflow),
        cmocka_unit_test(too_few_are_never_enough),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
