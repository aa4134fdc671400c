/* The life of a store: made, opened, written, closed, opened again. */
#include "tests/unit/store/fixture.h"

#include <pthread.h>
#include <stdatomic.h>

static void first_fact(void **state)
{
    (void)state;
    struct fixture f;
    struct fact fact;
    struct h32 prev, zero = {{0}};
    fixture_new(&f);
    assert_int_equal(journal_head(f.txn), 1);
    assert_true(journal_read(f.txn, 1, &fact, &prev));
    assert_int_equal(fact.type, fact_type_centre_opened);
    assert_int_equal(fact.at_ms, 1000);
    assert_int_equal(fact.body.centre_opened.format, FORMAT);
    assert_memory_equal(prev.b, zero.b, 32);
    assert_false(journal_read(f.txn, 2, &fact, &prev));
    assert_int_equal(store_uncommitted(f.store), 0);
    fixture_free(&f);
}

static void kept_over_close(void **state)
{
    (void)state;
    struct fixture f;
    struct row_unit unit;
    struct slice reply;
    fixture_new(&f);
    assert_int_equal(append_unit(&f, 7, "水务局"), 2);
    reply_keep(f.txn, 1, 2, slice_of("answer"), 10);
    assert_int_equal(store_uncommitted(f.store), 2);
    store_close(&f.store);
    assert_null(f.store);
    fixture_open(&f);
    assert_true(unit_get(f.txn, 7, &unit));
    assert_string_equal(unit.code.s, "U7");
    assert_int_equal(unit.name_seq, 2);
    assert_true(reply_find(f.txn, 1, 2, &reply));
    assert_true(slice_equal(reply, slice_of("answer")));
    assert_int_equal(journal_head(f.txn), 2);
    fixture_sound(&f);
    fixture_free(&f);
}

static void synced_over_crash(void **state)
{
    (void)state;
    struct fixture f;
    struct row_ticket ticket;
    struct slice reply;
    fixture_new(&f);
    for (uint64_t i = 1; i <= 50; i++) step(&f, i);
    (void)append_move(&f, 51, 3, "not synced");
    fixture_crash(&f);
    fixture_open(&f);
    assert_int_equal(journal_head(f.txn), 51);
    for (uint64_t i = 1; i <= 50; i++) {
        assert_true(ticket_get(f.txn, i, &ticket));
        assert_int_equal(ticket.state, 1 + i % 11);
        assert_true(reply_find(f.txn, 3, i, &reply));
    }
    assert_false(ticket_get(f.txn, 51, &ticket));
    fixture_sound(&f);
    /* and again: what was recovered is committed and not applied twice */
    fixture_crash(&f);
    fixture_open(&f);
    assert_int_equal(journal_head(f.txn), 51);
    step(&f, 51);
    fixture_crash(&f);
    fixture_open(&f);
    assert_int_equal(journal_head(f.txn), 52);
    fixture_sound(&f);
    fixture_free(&f);
}

static void commits_between(void **state)
{
    (void)state;
    struct fixture f;
    struct row_ticket ticket;
    fixture_new(&f);
    for (uint64_t i = 1; i <= 400; i++) {
        step(&f, i);
        if (i % 37 == 0) assert_int_equal(store_commit(f.store), ERR_OK);
        if (i % 37 == 0) assert_int_equal(store_uncommitted(f.store), 0);
    }
    fixture_crash(&f);
    fixture_open(&f);
    assert_int_equal(journal_head(f.txn), 401);
    for (uint64_t i = 1; i <= 400; i++) assert_true(ticket_get(f.txn, i, &ticket));
    fixture_sound(&f);
    fixture_free(&f);
}

/* A turn larger than a segment, and many turns over several segments. */
static void large_turns(void **state)
{
    (void)state;
    struct fixture f;
    struct row_ticket ticket;
    char reply[3001];
    memset(reply, 'r', sizeof reply - 1);
    reply[sizeof reply - 1] = 0;
    fixture_new(&f);
    for (uint64_t i = 1; i <= 200; i++) (void)append_move(&f, i, 3, reply);
    assert_int_equal(store_sync(f.store), ERR_OK);
    for (uint64_t i = 201; i <= 300; i++) {
        (void)append_move(&f, i, 3, reply);
        assert_int_equal(store_sync(f.store), ERR_OK);
    }
    assert_true(f.store->redo.segment >= 5);
    fixture_crash(&f);
    fixture_open(&f);
    assert_int_equal(journal_head(f.txn), 301);
    for (uint64_t i = 1; i <= 300; i++) assert_true(ticket_get(f.txn, i, &ticket));
    fixture_sound(&f);
    fixture_free(&f);
}

static void reader_sees_last_commit(void **state)
{
    (void)state;
    struct fixture f;
    struct txn *reader;
    struct row_unit unit;
    fixture_new(&f);
    (void)append_unit(&f, 1, "one");
    assert_int_equal(store_sync(f.store), ERR_OK);
    assert_int_equal(reader_open(f.store, &reader), ERR_OK);
    assert_int_equal(journal_head(reader), 1);
    assert_false(unit_get(reader, 1, &unit));
    assert_int_equal(store_commit(f.store), ERR_OK);
    assert_false(unit_get(reader, 1, &unit));
    reader_close(&reader);
    assert_null(reader);
    assert_int_equal(reader_open(f.store, &reader), ERR_OK);
    assert_int_equal(journal_head(reader), 2);
    assert_true(unit_get(reader, 1, &unit));
    assert_int_equal(txn_err(reader), ERR_OK);
    reader_close(&reader);
    fixture_free(&f);
}

struct watcher {
    struct store *store;
    atomic_bool *stop;
    uint64_t looks, wrong;
};

/* Every snapshot is one moment: as many moves counted as facts there are. */
static void *watch(void *ctx)
{
    struct watcher *watcher = ctx;
    do {
        struct txn *reader;
        struct row_tally tally;
        uint64_t moves = 0;
        if (reader_open(watcher->store, &reader)) break;
        for (uint64_t i = 1; i <= 11; i++) moves += tally_get(reader, i, &tally) ? tally.n : 0;
        watcher->wrong += moves + 1 != journal_head(reader) || txn_err(reader) != ERR_OK;
        watcher->looks++;
        reader_close(&reader);
    } while (!atomic_load(watcher->stop));
    return NULL;
}

static void readers_in_threads(void **state)
{
    (void)state;
    struct fixture f;
    atomic_bool stop = false;
    fixture_new(&f);
    struct watcher watchers[3];
    pthread_t threads[3];
    for (size_t i = 0; i < 3; i++) {
        watchers[i] = (struct watcher){.store = f.store, .stop = &stop};
        assert_int_equal(pthread_create(&threads[i], NULL, watch, &watchers[i]), 0);
    }
    for (uint64_t i = 1; i <= 2000; i++) {
        (void)append_move(&f, i % 50 + 1, 1 + i % 11, "");
        if (i % 10 == 0) assert_int_equal(store_commit(f.store), ERR_OK);
    }
    atomic_store(&stop, true);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
        assert_true(watchers[i].looks > 0);
        assert_int_equal(watchers[i].wrong, 0);
    }
    fixture_sound(&f);
    fixture_free(&f);
}

static void keys_by_purpose(void **state)
{
    (void)state;
    struct fixture f;
    struct h32 a, b, c;
    unsigned char public_key[32], secret_key[32], again[32];
    fixture_new(&f);
    store_key(f.store, "curve", &a);
    store_key(f.store, "spool", &b);
    store_key(f.store, "curve", &c);
    assert_memory_not_equal(a.b, b.b, 32);
    assert_memory_equal(a.b, c.b, 32);
    words_hash(f.txn, "caller", slice_of("13800000000"), &a);
    words_hash(f.txn, "token", slice_of("13800000000"), &b);
    words_hash(f.txn, "caller", slice_of("13800000000"), &c);
    assert_memory_not_equal(a.b, b.b, 32);
    assert_memory_equal(a.b, c.b, 32);
    store_server_key(f.store, public_key, secret_key);
    store_close(&f.store);
    fixture_open(&f);
    store_server_key(f.store, again, secret_key);
    assert_memory_equal(public_key, again, 32);
    fixture_free(&f);
}

static void full_by_reserve(void **state)
{
    (void)state;
    struct fixture f;
    uint64_t bytes = 0;
    fixture_new(&f);
    assert_false(store_full(f.store, &bytes));
    assert_true(bytes > 0);
    store_close(&f.store);
    f.options.reserve_bytes = UINT64_MAX;
    fixture_open(&f);
    assert_true(store_full(f.store, NULL));
    fixture_free(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(first_fact),        cmocka_unit_test(kept_over_close),
        cmocka_unit_test(synced_over_crash), cmocka_unit_test(commits_between),
        cmocka_unit_test(large_turns),       cmocka_unit_test(reader_sees_last_commit),
        cmocka_unit_test(keys_by_purpose),   cmocka_unit_test(readers_in_threads),
        cmocka_unit_test(full_by_reserve),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
