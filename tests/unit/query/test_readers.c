/* Questions in the readers' threads, each on its own snapshot, while the writer goes on. */
#include <poll.h>

#include "server/query/pool.h"
#include "tests/unit/query/house.h"

enum { READERS = 3, ROUNDS = 60, JOBS = 8, ROWS = 5 };

struct question {
    struct pool_job job;
    struct house *house;
    uint64_t now_ms, committed; /* the last ticket whose commit is known */
    bool good;
};

static bool rows_are_good(const struct rec_ticket_page *page, uint64_t committed)
{
    const struct rec_ticket_item *items = page->rows.items;
    if (page->rows.n == 0 || items[0].ticket < committed) return false;
    for (size_t i = 0; i < page->rows.n; i++) {
        if (items[i].ticket != items[0].ticket - i) return false;
        if (!slice_is(items[i].matter, CANARY_MATTER)) return false;
        if (items[i].state != ticket_state_registered) return false;
    }
    return true;
}

static void ask(struct pool_job *job)
{
    struct question *question = (struct question *)job;
    struct txn *snapshot;
    struct arena arena;
    if (reader_open(question->house->store, &snapshot)) return;
    arena_init(&arena, 1024 * 1024);
    struct query query = {.settings = &question->house->settings,
                          .txn = snapshot,
                          .who = &question->house->desk,
                          .now_ms = question->now_ms,
                          .arena = &arena};
    struct req_ticket_list list = {.view = ticket_view_all, .most = ROWS};
    struct rec_ticket_page page;
    struct fault fault;
    question->good = query_answer(&query, request_ticket_list, &list, &page, &fault) == REJECT_OK &&
                     rows_are_good(&page, question->committed);
    arena_fini(&arena);
    reader_close(&snapshot);
}

static void readers_see_whole_commits(void **state)
{
    struct house *house = *state;
    struct pool *pool;
    assert_int_equal(pool_new(&pool, READERS), ERR_OK);
    for (int i = 0; i < ROWS; i++) house_ticket(house, &house->op1, 0);
    for (int round = 0; round < ROUNDS; round++) {
        uint64_t last = house_ticket(house, &house->op1, 0);
        house_sync(house);
        struct question questions[JOBS];
        for (int i = 0; i < JOBS; i++) {
            questions[i] = (struct question){
                .job.run = ask, .house = house, .now_ms = house->now_ms, .committed = last};
            assert_int_equal(pool_give(pool, &questions[i].job), ERR_OK);
        }
        /* Half a step more, which no reader may see before its commit. */
        house_ticket(house, &house->op2, 0);
        for (int done = 0; done < JOBS; done++) {
            struct pollfd wait = {.fd = pool_fd(pool), .events = POLLIN};
            assert_int_equal(poll(&wait, 1, 20000), 1);
            struct question *question = (struct question *)pool_done(pool);
            assert_non_null(question);
            assert_true(question->good);
        }
    }
    pool_free(&pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(readers_see_whole_commits, house_setup, house_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
