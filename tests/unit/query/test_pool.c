#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <semaphore.h>
#include <poll.h>

#include <cmocka.h>

#include "server/query/pool.h"

enum { READERS = 3 };

struct work {
    struct pool_job job;
    sem_t *begun, *go; /* NULL: does not wait */
    atomic_int *runs;
    int number;
};

static void work_run(struct pool_job *job)
{
    struct work *work = (struct work *)job;
    if (work->begun) sem_post(work->begun);
    if (work->go) sem_wait(work->go);
    atomic_fetch_add(work->runs, 1);
}

static bool readable(struct pool *pool, int timeout_ms)
{
    struct pollfd wait = {.fd = pool_fd(pool), .events = POLLIN};
    return poll(&wait, 1, timeout_ms) == 1;
}

/* Waits for the next finished job as the loop does. */
static struct work *next_done(struct pool *pool)
{
    assert_true(readable(pool, 20000));
    return (struct work *)pool_done(pool);
}

static struct pool *pool_of(size_t threads)
{
    struct pool *pool;
    assert_int_equal(pool_new(&pool, threads), ERR_OK);
    return pool;
}

static void every_job_comes_back_once(void **state)
{
    (void)state;
    enum { JOBS = 5000 };
    struct pool *pool = pool_of(READERS);
    struct work *works = calloc(JOBS, sizeof *works);
    atomic_int runs = 0;
    int seen[JOBS] = {0}, given = 0;
    for (int done = 0; done < JOBS;) {
        while (given < JOBS) {
            works[given] = (struct work){.job.run = work_run, .runs = &runs, .number = given};
            enum err err = pool_give(pool, &works[given].job);
            if (err == ERR_LIMIT) break;
            assert_int_equal(err, ERR_OK);
            given++;
        }
        struct work *work = next_done(pool);
        assert_non_null(work);
        assert_int_equal(seen[work->number]++, 0);
        assert_false(work->job.unrun);
        done++;
    }
    assert_int_equal(atomic_load(&runs), JOBS);
    assert_null(pool_done(pool));
    assert_false(readable(pool, 0));
    pool_free(&pool);
    assert_null(pool);
    free(works);
}

static void one_reader_keeps_the_order(void **state)
{
    (void)state;
    struct pool *pool = pool_of(1);
    struct work works[50];
    atomic_int runs = 0;
    for (int i = 0; i < 50; i++) {
        works[i] = (struct work){.job.run = work_run, .runs = &runs, .number = i};
        assert_int_equal(pool_give(pool, &works[i].job), ERR_OK);
    }
    for (int i = 0; i < 50; i++) assert_int_equal(next_done(pool)->number, i);
    pool_free(&pool);
}

static void the_queue_is_bounded_and_comes_back_unrun(void **state)
{
    (void)state;
    struct pool *pool = pool_of(READERS);
    struct work *works = calloc(READERS + LIMIT_POOL_QUEUE + 1, sizeof *works);
    sem_t begun, go;
    sem_init(&begun, 0, 0);
    sem_init(&go, 0, 0);
    atomic_int runs = 0;
    for (int i = 0; i <= READERS + LIMIT_POOL_QUEUE; i++)
        works[i] = (struct work){
            .job.run = work_run, .begun = &begun, .go = &go, .runs = &runs, .number = i};
    /* Every reader is busy, so the rest can only wait. */
    for (int i = 0; i < READERS; i++) assert_int_equal(pool_give(pool, &works[i].job), ERR_OK);
    for (int i = 0; i < READERS; i++) sem_wait(&begun);
    for (int i = 0; i < LIMIT_POOL_QUEUE; i++)
        assert_int_equal(pool_give(pool, &works[READERS + i].job), ERR_OK);
    struct work *one_too_many = &works[READERS + LIMIT_POOL_QUEUE];
    assert_int_equal(pool_give(pool, &one_too_many->job), ERR_LIMIT);
    assert_false(readable(pool, 0));
    assert_null(pool_done(pool));
    /* One goes through: a place is free again. */
    sem_post(&go);
    assert_non_null(next_done(pool));
    sem_wait(&begun);
    assert_int_equal(pool_give(pool, &one_too_many->job), ERR_OK);
    /* However many more the readers take before they see the stop: none is lost or run twice. */
    for (int i = 0; i < READERS + LIMIT_POOL_QUEUE; i++) sem_post(&go);
    pool_stop(pool);
    pool_stop(pool);
    assert_int_equal(pool_give(pool, &works[0].job), ERR_CLOSED);
    int back = 1, unrun = 0;
    for (struct work *work; (work = (struct work *)pool_done(pool)); back++)
        unrun += work->job.unrun;
    assert_int_equal(back, READERS + LIMIT_POOL_QUEUE + 1);
    assert_int_equal(atomic_load(&runs) + unrun, back);
    assert_false(readable(pool, 0));
    pool_free(&pool);
    pool_free(&pool);
    free(works);
    sem_destroy(&begun);
    sem_destroy(&go);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_job_comes_back_once),
        cmocka_unit_test(one_reader_keeps_the_order),
        cmocka_unit_test(the_queue_is_bounded_and_comes_back_unrun),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
