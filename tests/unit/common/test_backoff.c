#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "common/backoff.h"

static void doubles_up_to_the_limit(void **state)
{
    (void)state;
    struct backoff backoff;
    backoff_init(&backoff, 500, 3000);
    static const uint64_t whole_ms[] = {500, 1000, 2000, 3000, 3000};
    for (size_t i = 0; i < sizeof whole_ms / sizeof *whole_ms; i++)
        assert_int_equal(backoff_next(&backoff, 0), whole_ms[i]);
    assert_int_equal(backoff.failures, 5);
    backoff_reset(&backoff);
    assert_int_equal(backoff_next(&backoff, 0), 500);
}

static void jitter_takes_at_most_half(void **state)
{
    (void)state;
    assert_int_equal(backoff_delay_ms(500, 300000, 1, 0), 1000);
    assert_int_equal(backoff_delay_ms(500, 300000, 1, 500), 500); /* the most it can take */
    assert_int_equal(backoff_delay_ms(500, 300000, 1, 501), 1000);
    for (uint64_t random = 0; random < 3000; random++) {
        uint64_t delay_ms = backoff_delay_ms(500, 300000, 3, random);
        assert_in_range(delay_ms, 2000, 4000);
    }
}

static void extremes_do_not_overflow(void **state)
{
    (void)state;
    assert_int_equal(backoff_delay_ms(1, UINT64_MAX, UINT32_MAX, 0), UINT64_MAX);
    assert_int_equal(backoff_delay_ms(1, UINT64_MAX, 63, 0), UINT64_C(1) << 63);
    assert_int_equal(backoff_delay_ms(60000, 1000, 0, 0), 1000); /* the limit holds at once */
    assert_int_equal(backoff_delay_ms(1, 1, 7, UINT64_MAX), 1);
    struct backoff backoff;
    backoff_init(&backoff, 1, 10);
    backoff.failures = UINT32_MAX;
    assert_int_equal(backoff_next(&backoff, 0), 10);
    assert_int_equal(backoff.failures, UINT32_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(doubles_up_to_the_limit),
        cmocka_unit_test(jitter_takes_at_most_half),
        cmocka_unit_test(extremes_do_not_overflow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
