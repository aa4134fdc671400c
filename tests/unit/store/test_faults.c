/* Power cuts, failing disks and full ones under the whole store: nothing acknowledged is lost,
 * errors stick. The log is on a model of a disk, LMDB on the real one. */
#include "tests/unit/store/disk.h"

#include "common/log.h"

/* A store whose log is on the model. */
static void model_open(struct fixture *f, struct disk *disk)
{
    enum err err = store_open_with(&f->options, &disk_ops, disk, &f->store, f->why, sizeof f->why);
    if (err) print_message("open: %s: %s\n", err_name(err), f->why);
    assert_int_equal(err, ERR_OK);
    f->txn = store_txn(f->store);
}

static void model_new(struct fixture *f, struct disk *disk)
{
    fixture_root(f);
    assert_int_equal(store_init(&f->options, 1000, f->why, sizeof f->why), ERR_OK);
    disk_init(disk, f->options.segment_bytes);
    model_open(f, disk);
}

/* A turn of a few steps; true when it was acknowledged. */
static bool turn(struct fixture *f, uint64_t *ticket, uint64_t *seed)
{
    for (uint64_t n = 1 + dice(seed) % 4; n > 0; n--) {
        ++*ticket;
        (void)append_move(f, *ticket, 1 + *ticket % 11, "reply");
        reply_keep(f->txn, 3, *ticket, slice_of("done"), 5000 + *ticket);
    }
    return store_sync(f->store) == ERR_OK;
}

/* How many of the tickets 1 … acknowledged are not there, with their replies. */
static uint64_t lost(struct fixture *f, uint64_t acknowledged)
{
    struct row_ticket row;
    struct slice reply;
    uint64_t n = 0;
    for (uint64_t i = 1; i <= acknowledged; i++)
        n += !ticket_get(f->txn, i, &row) || !reply_find(f->txn, 3, i, &reply);
    return n;
}

/* One life: turns, now and then a commit, then the power goes. Answers what was lost. */
static uint64_t life(struct fixture *f, struct disk *disk, uint64_t *acknowledged, uint64_t *seed)
{
    uint64_t ticket = *acknowledged;
    for (uint64_t turns = dice(seed) % 12; turns > 0; turns--) {
        assert_true(turn(f, &ticket, seed));
        *acknowledged = ticket;
        if (dice(seed) % 8 == 0) assert_int_equal(store_commit(f->store), ERR_OK);
    }
    /* the last turn's write is under way when the power goes: it may arrive, or not, or half */
    if (dice(seed) % 2) {
        disk->fault = FAULT_SYNC;
        disk->fault_err = ERR_IO;
        disk->countdown = 0;
        assert_false(turn(f, &ticket, seed));
        disk->fault = FAULT_NONE;
    }
    fixture_crash(f);
    disk_power_cut(disk, seed);
    model_open(f, disk);
    uint64_t missing = lost(f, *acknowledged);
    /* what arrived without having been acknowledged counts from now on */
    struct row_ticket row;
    while (ticket_get(f->txn, *acknowledged + 1, &row)) ++*acknowledged;
    return missing;
}

static void power_cuts(void **state)
{
    (void)state;
    struct fixture f;
    struct disk disk;
    uint64_t seed = seed_of_day(), acknowledged = 0;
    model_new(&f, &disk);
    for (size_t i = 0; i < 150; i++) assert_int_equal(life(&f, &disk, &acknowledged, &seed), 0);
    assert_true(acknowledged > 150);
    fixture_sound(&f);
    fixture_free(&f);
    disk_fini(&disk);
}

/* The control: with syncs that do nothing the rig must find a loss. A lie about one record with a
 * whole one behind it is even seen at the opening. */
static void power_cuts_without_sync(void **state)
{
    (void)state;
    uint64_t seed = seed_of_day();
    bool found = false;
    for (size_t i = 0; i < 50 && !found; i++) {
        struct fixture f;
        struct disk disk;
        uint64_t ticket = 0;
        model_new(&f, &disk);
        disk.sync_off = true;
        for (size_t turns = 0; turns < 6; turns++) assert_true(turn(&f, &ticket, &seed));
        fixture_crash(&f);
        disk_power_cut(&disk, &seed);
        enum err err = store_open_with(&f.options, &disk_ops, &disk, &f.store, f.why, sizeof f.why);
        if (!err) f.txn = store_txn(f.store);
        found = err == ERR_DAMAGED || (!err && lost(&f, ticket) > 0);
        fixture_free(&f);
        disk_fini(&disk);
    }
    assert_true(found);
}

static void copy_file(const char *from, const char *to)
{
    char bytes[65536];
    int in = open(from, O_RDONLY), out = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    assert_true(in >= 0 && out >= 0);
    for (ssize_t n; (n = read(in, bytes, sizeof bytes)) > 0;)
        assert_int_equal(write(out, bytes, (size_t)n), n);
    close(in);
    close(out);
}

/* The last record ends after each of its bytes in turn: the state is that of all whole records. */
static void torn_at_every_byte(void **state)
{
    (void)state;
    struct fixture f;
    struct disk disk;
    char data[128], kept[128];
    log_open_fd(-1);
    model_new(&f, &disk);
    for (uint64_t i = 1; i <= 3; i++) step(&f, i);
    uint64_t at = f.store->redo.at, size = disk.segments[0].size;
    unsigned char *before = malloc(size), *after = malloc(size);
    assert_true(before && after);
    memcpy(before, disk.segments[0].now, size);
    step(&f, 4);
    uint64_t end = f.store->redo.at;
    memcpy(after, disk.segments[0].now, size);
    fixture_crash(&f);
    snprintf(data, sizeof data, "%s/data.mdb", f.dir);
    snprintf(kept, sizeof kept, "%s/kept.mdb", f.root);
    copy_file(data, kept);
    assert_true(end - at > 100);
    for (uint64_t cut = at; cut <= end; cut++) {
        struct row_ticket row;
        memcpy(disk.segments[0].now, before, size);
        memcpy(disk.segments[0].now, after, cut);
        copy_file(kept, data);
        model_open(&f, &disk);
        bool whole = memcmp(disk.segments[0].now, after, end) == 0;
        assert_int_equal(journal_head(f.txn), whole ? 5 : 4);
        assert_int_equal(ticket_get(f.txn, 4, &row), whole);
        assert_int_equal(lost(&f, 3), 0);
        fixture_crash(&f);
    }
    free(before);
    free(after);
    fixture_free(&f);
    disk_fini(&disk);
    log_open_fd(2);
}

/* After an error nothing is read, written or acknowledged any more; the next start has it all. */
static void sticks(struct fixture *f, enum err err)
{
    struct row_ticket row;
    assert_int_equal(txn_err(f->txn), err);
    assert_false(ticket_get(f->txn, 1, &row));
    assert_int_equal(append_move(f, 999999, 3, "too late"), 0);
    reply_keep(f->txn, 1, 1, slice_of("too late"), 1);
    assert_int_equal(store_sync(f->store), err);
    assert_int_equal(store_commit(f->store), err);
}

static void one_fault(enum disk_fault fault, enum err err, unsigned countdown, uint64_t *seed)
{
    struct fixture f;
    struct disk disk;
    uint64_t ticket = 0, acknowledged = 0;
    model_new(&f, &disk);
    disk.fault = fault;
    disk.fault_err = err;
    disk.countdown = countdown;
    for (size_t turns = 0; turns < 2000 && turn(&f, &ticket, seed); turns++) acknowledged = ticket;
    sticks(&f, err);
    fixture_crash(&f);
    /* the process is gone: what it had written arrives, or the power goes as well */
    if (dice(seed) % 2) disk_power_cut(&disk, seed);
    disk_settle(&disk);
    model_open(&f, &disk);
    assert_int_equal(lost(&f, acknowledged), 0);
    fixture_sound(&f);
    fixture_free(&f);
    disk_fini(&disk);
}

static void disk_faults(void **state)
{
    (void)state;
    uint64_t seed = seed_of_day();
    for (unsigned i = 0; i < 12; i++) {
        one_fault(FAULT_WRITE, i % 2 ? ERR_IO : ERR_NOSPACE, i, &seed);
        one_fault(FAULT_SYNC, ERR_IO, i, &seed);
    }
    for (unsigned i = 0; i < 3; i++) one_fault(FAULT_ALLOCATE, ERR_NOSPACE, i, &seed);
}

/* A log that cannot grow is seen before it is needed, and is no error yet. */
static void full_log(void **state)
{
    (void)state;
    struct fixture f;
    struct disk disk;
    uint64_t seed = seed_of_day(), ticket = 0;
    model_new(&f, &disk);
    disk.fault = FAULT_ALLOCATE;
    disk.fault_err = ERR_NOSPACE;
    uint64_t acknowledged = 0;
    while (!store_full(f.store, NULL)) {
        assert_true(turn(&f, &ticket, &seed));
        acknowledged = ticket;
    }
    assert_int_equal(txn_err(f.txn), ERR_OK);
    assert_int_equal(lost(&f, acknowledged), 0); /* reading goes on */
    assert_int_equal(store_commit(f.store), ERR_OK);
    assert_false(store_full(f.store, NULL)); /* the log starts anew */
    assert_true(turn(&f, &ticket, &seed));
    fixture_free(&f);
    disk_fini(&disk);
}

/* LMDB's commit fails: the log still has what was acknowledged. */
static void full_map(void **state)
{
    (void)state;
    struct fixture f;
    struct disk disk;
    uint64_t seed = seed_of_day(), ticket = 0, acknowledged = 0;
    fixture_root(&f);
    f.options.map_bytes = 1024 * 1024;
    assert_int_equal(store_init(&f.options, 1000, f.why, sizeof f.why), ERR_OK);
    disk_init(&disk, f.options.segment_bytes);
    model_open(&f, &disk);
    while (turn(&f, &ticket, &seed)) acknowledged = ticket;
    assert_true(acknowledged > 100);
    sticks(&f, ERR_NOSPACE);
    fixture_crash(&f);
    f.options.map_bytes = 64 * 1024 * 1024;
    model_open(&f, &disk);
    assert_int_equal(lost(&f, acknowledged), 0);
    fixture_sound(&f);
    fixture_free(&f);
    disk_fini(&disk);
}

/* Nothing new: neither sync nor commit touches the disk. */
static void idle_is_silent(void **state)
{
    (void)state;
    struct fixture f;
    struct disk disk;
    uint64_t seed = seed_of_day(), ticket = 0;
    struct stat before, after;
    char data[128];
    model_new(&f, &disk);
    snprintf(data, sizeof data, "%s/data.mdb", f.dir);
    assert_true(turn(&f, &ticket, &seed));
    assert_int_equal(store_commit(f.store), ERR_OK);
    uint64_t writes = disk.writes, syncs = disk.syncs, epoch = f.store->epoch;
    assert_int_equal(stat(data, &before), 0);
    for (size_t i = 0; i < 10; i++) {
        assert_int_equal(store_sync(f.store), ERR_OK);
        assert_int_equal(store_commit(f.store), ERR_OK);
    }
    assert_int_equal(stat(data, &after), 0);
    assert_int_equal(disk.writes, writes);
    assert_int_equal(disk.syncs, syncs);
    assert_int_equal(f.store->epoch, epoch);
    assert_memory_equal(&before.st_mtim, &after.st_mtim, sizeof before.st_mtim);
    fixture_free(&f);
    disk_fini(&disk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(power_cuts),         cmocka_unit_test(power_cuts_without_sync),
        cmocka_unit_test(torn_at_every_byte), cmocka_unit_test(disk_faults),
        cmocka_unit_test(full_log),           cmocka_unit_test(full_map),
        cmocka_unit_test(idle_is_silent),
    };
    log_set_level(LOG_WARNING);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
