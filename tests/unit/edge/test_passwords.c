#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "common/clock.h"
#include "server/edge/passwords.h"

static const struct passwords_options small = {
    .memory_bytes = 8 * 1024 * 1024, .passes = 1, .queue = 2};

static void release(struct password_job *job)
{
    for (size_t i = 0; i < sizeof job->password; i++) assert_int_equal(job->password[i], 0);
    free(job);
}

static struct password_job *job_new(enum password_task task, const char *password,
                                    const char *verifier)
{
    struct password_job *job = calloc(1, sizeof *job);
    job->task = task;
    job->password_n = strlen(password);
    memcpy(job->password, password, job->password_n);
    if (verifier) snprintf(job->verifier, sizeof job->verifier, "%s", verifier);
    return job;
}

static struct password_job *wait_done(struct passwords *passwords)
{
    struct pollfd item = {.fd = passwords_fd(passwords), .events = POLLIN};
    assert_int_equal(poll(&item, 1, 30000), 1);
    struct password_job *job = passwords_done(passwords);
    assert_non_null(job);
    return job;
}

static bool try_one(struct passwords *passwords, const char *password, const char *verifier)
{
    assert_int_equal(passwords_give(passwords, job_new(PASSWORD_TRY, password, verifier)), ERR_OK);
    struct password_job *job = wait_done(passwords);
    bool ok = job->ok;
    release(job);
    return ok;
}

static void a_verifier_fits_its_password_only(void **state)
{
    (void)state;
    struct passwords *passwords;
    assert_int_equal(passwords_new(&small, &passwords), ERR_OK);
    assert_int_equal(passwords_give(passwords, job_new(PASSWORD_MAKE, "correct horse", NULL)),
                     ERR_OK);
    struct password_job *made = wait_done(passwords);
    assert_true(made->ok);
    assert_memory_equal(made->verifier, "$argon2id$", 10);
    assert_true(try_one(passwords, "correct horse", made->verifier));
    assert_false(try_one(passwords, "correct horsf", made->verifier));
    assert_false(try_one(passwords, "", made->verifier));
    assert_false(try_one(passwords, "correct horse", "no verifier"));
    release(made);
    assert_null(passwords_done(passwords));
    passwords_free(&passwords, release);
    assert_null(passwords);
}

static uint64_t tried_ns(struct passwords *passwords, const char *verifier)
{
    uint64_t best = UINT64_MAX;
    for (int i = 0; i < 5; i++) {
        uint64_t before = clock_mono_ns();
        assert_false(try_one(passwords, "a guess at it", verifier));
        uint64_t took = clock_mono_ns() - before;
        if (took < best) best = took;
    }
    return best;
}

/* Both must cost a check: a wide bound, as the machine has other work. */
static void nobody_costs_as_much_as_somebody(void **state)
{
    (void)state;
    struct passwords *passwords;
    assert_int_equal(passwords_new(&small, &passwords), ERR_OK);
    assert_int_equal(passwords_give(passwords, job_new(PASSWORD_MAKE, "correct horse", NULL)),
                     ERR_OK);
    struct password_job *made = wait_done(passwords);
    uint64_t somebody = tried_ns(passwords, made->verifier), nobody = tried_ns(passwords, "");
    assert_true(nobody > somebody / 4 && nobody < somebody * 4);
    release(made);
    passwords_free(&passwords, release);
}

/* The worker takes at most one job off the queue at once, so that of five given in a row at least
 * two find no room (two wait, one runs), unless the worker finishes one meanwhile: then it is not
 * lost. */
static void the_queue_is_bounded_and_nothing_is_lost(void **state)
{
    (void)state;
    struct passwords *passwords;
    assert_int_equal(passwords_new(&small, &passwords), ERR_OK);
    int given = 0, refused = 0;
    while (refused == 0 && given < 10000) {
        struct password_job *job = job_new(PASSWORD_TRY, "a guess at it", "");
        enum err err = passwords_give(passwords, job);
        if (err == ERR_OK) {
            given++;
            continue;
        }
        assert_int_equal(err, ERR_LIMIT);
        free(job);
        refused++;
    }
    assert_int_equal(refused, 1);
    for (int i = 0; i < given; i++) release(wait_done(passwords));
    assert_null(passwords_done(passwords));
    passwords_free(&passwords, release);
}

/* The worker is busy with a slow job of the console's while the stations give theirs. */
static void one_station_leaves_room_for_the_others(void **state)
{
    (void)state;
    struct passwords_options wide = {.memory_bytes = 64 * 1024 * 1024, .passes = 4, .queue = 64};
    struct passwords *passwords;
    assert_int_equal(passwords_new(&wide, &passwords), ERR_OK);
    assert_int_equal(passwords_give(passwords, job_new(PASSWORD_MAKE, "slow", NULL)), ERR_OK);
    int given = 0, refused = 0;
    for (int i = 0; i < 3 * LIMIT_SIGN_INS; i++) {
        struct password_job *job = job_new(PASSWORD_TRY, "guess", NULL);
        job->origin = 7;
        if (passwords_give(passwords, job) == ERR_OK) {
            given++;
            continue;
        }
        refused++;
        free(job);
    }
    /* the worker may have taken one or more from the queue meanwhile */
    assert_true(given >= LIMIT_SIGN_INS && refused > 0);
    struct password_job *other = job_new(PASSWORD_TRY, "guess", NULL);
    other->origin = 8;
    assert_int_equal(passwords_give(passwords, other), ERR_OK);
    for (int i = 0; i < given + 2; i++) release(wait_done(passwords));
    passwords_free(&passwords, release);
}

static void waiting_jobs_are_released_at_the_end(void **state)
{
    (void)state;
    struct passwords *passwords;
    assert_int_equal(passwords_new(&small, &passwords), ERR_OK);
    for (int i = 0; i < 2; i++)
        assert_int_equal(passwords_give(passwords, job_new(PASSWORD_TRY, "a guess", "")), ERR_OK);
    passwords_free(&passwords, release); /* a leak checker counts them */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_verifier_fits_its_password_only),
        cmocka_unit_test(nobody_costs_as_much_as_somebody),
        cmocka_unit_test(the_queue_is_bounded_and_nothing_is_lost),
        cmocka_unit_test(one_station_leaves_room_for_the_others),
        cmocka_unit_test(waiting_jobs_are_released_at_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
