/* kill -9 at any moment: a child makes steps and says so through a pipe once they are synced; the
 * parent kills it when it has heard enough, opens the store and looks for every step it heard of.
 */
#include "tests/unit/store/fixture.h"

#include <signal.h>
#include <sys/wait.h>

#include "common/log.h"

enum { KILLS = 100 };

/* The child: never returns. sync_too false is the control: acknowledged and not synced. */
static void work(struct fixture *f, int pipe_fd, uint64_t ticket, uint64_t seed, bool sync_too)
{
    if (fixture_try(f)) _exit(1);
    for (;;) {
        for (uint64_t n = 1 + dice(&seed) % 5; n > 0; n--) {
            ++ticket;
            (void)append_move(f, ticket, 1 + ticket % 11, "reply");
            reply_keep(f->txn, 3, ticket, slice_of("done"), 5000 + ticket);
        }
        if (sync_too && store_sync(f->store)) _exit(2);
        if (write(pipe_fd, &ticket, sizeof ticket) != sizeof ticket) _exit(3);
        if (sync_too && dice(&seed) % 9 == 0 && store_commit(f->store)) _exit(4);
    }
}

/* One child's life; answers the last ticket it acknowledged. */
static uint64_t live_and_die(struct fixture *f, uint64_t from, uint64_t *seed, bool sync_too)
{
    int ends[2], status;
    uint64_t heard = from, ticket, acks = 1 + dice(seed) % 40, child_seed = dice(seed) | 1;
    assert_int_equal(pipe(ends), 0);
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        close(ends[0]);
        work(f, ends[1], from, child_seed, sync_too);
    }
    close(ends[1]);
    for (uint64_t i = 0; read(ends[0], &ticket, sizeof ticket) == sizeof ticket; i++) {
        heard = ticket;
        if (i + 1 == acks) kill(pid, SIGKILL);
    }
    close(ends[0]);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    return heard;
}

static uint64_t lost(struct fixture *f, uint64_t heard)
{
    struct row_ticket row;
    struct slice reply;
    uint64_t n = 0;
    for (uint64_t i = 1; i <= heard; i++)
        n += !ticket_get(f->txn, i, &row) || !reply_find(f->txn, 3, i, &reply);
    return n;
}

static void nothing_lost(void **state)
{
    (void)state;
    struct fixture f;
    struct row_ticket row;
    uint64_t seed = seed_of_day(), heard = 0;
    fixture_new(&f);
    fixture_crash(&f);
    for (size_t i = 0; i < KILLS; i++) {
        heard = live_and_die(&f, heard, &seed, true);
        fixture_open(&f);
        assert_int_equal(lost(&f, heard), 0);
        while (ticket_get(f.txn, heard + 1, &row))
            heard++; /* synced, and killed before saying so */
        if (i % 10 == 0) fixture_sound(&f);
        fixture_crash(&f);
    }
    print_message("%llu steps over %d kills\n", (unsigned long long)heard, KILLS);
    fixture_open(&f);
    fixture_sound(&f);
    fixture_free(&f);
}

static void control_loses(void **state)
{
    (void)state;
    struct fixture f;
    uint64_t seed = seed_of_day();
    fixture_new(&f);
    fixture_crash(&f);
    uint64_t heard = live_and_die(&f, 0, &seed, false);
    fixture_open(&f);
    assert_true(lost(&f, heard) > 0);
    fixture_free(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(nothing_lost),
                                       cmocka_unit_test(control_loses)};
    log_set_level(LOG_WARNING);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
