/* Backups, restored and refused; replay of the journal into empty tables. */
#include "tests/unit/store/fixture.h"

static void fill(struct fixture *f, uint64_t from, uint64_t to)
{
    for (uint64_t i = from; i <= to; i++) step(f, i);
    (void)append_unit(f, 7, "水务局");
    assert_int_equal(store_sync(f->store), ERR_OK);
}

/* f's options for another folder under its root. */
static void other_dir(const struct fixture *f, const char *name, struct fixture *other)
{
    *other = *f;
    other->store = NULL;
    snprintf(other->dir, sizeof other->dir, "%s/%s", f->root, name);
    other->options.dir = other->dir;
}

static void restored(void **state)
{
    (void)state;
    struct fixture f, g;
    char backup[96];
    uint64_t facts;
    struct row_unit unit;
    struct slice text;
    struct arena arena;
    fixture_new(&f);
    fill(&f, 1, 500);
    assert_int_equal(store_commit(f.store), ERR_OK);
    snprintf(backup, sizeof backup, "%s/backup", f.root);
    assert_int_equal(store_backup(f.store, backup, &facts, f.why, sizeof f.why), ERR_OK);
    assert_int_equal(facts, 502);
    /* online: the store goes on, and what follows is not in the copy */
    fill(&f, 501, 510);
    assert_int_equal(store_backup(f.store, backup, &facts, f.why, sizeof f.why), ERR_EXISTS);
    other_dir(&f, "restored", &g);
    assert_int_equal(store_restore(backup, &g.options, g.why, sizeof g.why), ERR_OK);
    assert_int_equal(store_restore(backup, &g.options, g.why, sizeof g.why), ERR_EXISTS);
    fixture_open(&g);
    assert_int_equal(journal_head(g.txn), 502);
    assert_true(unit_get(g.txn, 7, &unit));
    arena_init(&arena, 1000);
    assert_true(words_read(g.txn, unit.name_seq, 5, &arena, &text));
    assert_true(slice_equal(text, slice_of("水务局")));
    arena_fini(&arena);
    step(&g, 600);
    fixture_crash(&g);
    fixture_open(&g);
    assert_int_equal(journal_head(g.txn), 503);
    fixture_sound(&g);
    store_close(&g.store);
    fixture_sound(&f);
    fixture_free(&f);
}

static void flip(const char *dir, const char *name, off_t at)
{
    char path[200];
    unsigned char byte;
    snprintf(path, sizeof path, "%s/%s", dir, name);
    int fd = open(path, O_RDWR);
    assert_true(fd >= 0);
    assert_int_equal(pread(fd, &byte, 1, at), 1);
    byte ^= 0x10;
    assert_int_equal(pwrite(fd, &byte, 1, at), 1);
    close(fd);
}

static void damaged_backup_refused(void **state)
{
    (void)state;
    struct fixture f, g;
    char backup[96];
    uint64_t facts;
    fixture_new(&f);
    fill(&f, 1, 100);
    assert_int_equal(store_commit(f.store), ERR_OK);
    snprintf(backup, sizeof backup, "%s/backup", f.root);
    assert_int_equal(store_backup(f.store, backup, &facts, f.why, sizeof f.why), ERR_OK);
    other_dir(&f, "restored", &g);
    flip(backup, "data.mdb", 3 * 4096 + 100);
    assert_int_equal(store_restore(backup, &g.options, g.why, sizeof g.why), ERR_DAMAGED);
    assert_non_null(strstr(g.why, "another backup"));
    assert_int_equal(access(g.dir, F_OK), -1); /* nothing was put in place */
    flip(backup, "data.mdb", 3 * 4096 + 100);
    flip(backup, "master.key", 0);
    assert_int_not_equal(store_restore(backup, &g.options, g.why, sizeof g.why), ERR_OK);
    flip(backup, "master.key", 0);
    flip(backup, "manifest", 0);
    assert_int_equal(store_restore(backup, &g.options, g.why, sizeof g.why), ERR_DAMAGED);
    flip(backup, "manifest", 0);
    assert_int_equal(store_restore(backup, &g.options, g.why, sizeof g.why), ERR_OK);
    fixture_free(&f);
}

/* A backup is a data folder, and stays one when it is opened without restoring it. */
static void backup_opens(void **state)
{
    (void)state;
    struct fixture f, g;
    uint64_t facts;
    fixture_new(&f);
    fill(&f, 1, 20);
    assert_int_equal(store_commit(f.store), ERR_OK);
    other_dir(&f, "backup", &g);
    assert_int_equal(store_backup(f.store, g.dir, &facts, f.why, sizeof f.why), ERR_OK);
    fixture_open(&g);
    step(&g, 99);
    fixture_crash(&g);
    fixture_open(&g);
    assert_int_equal(journal_head(g.txn), facts + 1);
    fixture_crash(&g);
    fixture_free(&f);
}

static struct replay_report replayed(struct fixture *f)
{
    struct replay_report report;
    struct txn *reader;
    assert_int_equal(store_commit(f->store), ERR_OK);
    assert_int_equal(reader_open(f->store, &reader), ERR_OK);
    assert_int_equal(store_replay(f->store, reader, &report), ERR_OK);
    reader_close(&reader);
    return report;
}

static void replay_is_equal(void **state)
{
    (void)state;
    struct fixture f;
    fixture_new(&f);
    fill(&f, 1, 300);
    struct replay_report report = replayed(&f);
    assert_int_equal(report.facts, 302);
    assert_int_equal(report.rows, 300 + 300 + 11 + 1); /* tickets, trail, tallies, unit */
    assert_int_equal(report.differing, 0);
    assert_string_equal(report.first, "");
    fixture_free(&f);
}

/* The control: a row that no fact made, one that is gone, one that is changed, an index entry. */
static void replay_finds_tampering(void **state)
{
    (void)state;
    struct fixture f;
    struct row_ticket ticket, extra;
    struct row_unit unit;
    fixture_new(&f);
    fill(&f, 1, 30);
    assert_true(ticket_get(f.txn, 9, &ticket));
    f.txn->applying = true;
    struct row_ticket changed = ticket;
    changed.redo_count = 4;
    ticket_put(f.txn, &changed);
    struct replay_report report = replayed(&f);
    assert_int_equal(report.differing, 1);
    assert_string_equal(report.first, "ticket 9: column redo_count is 4, replayed 0");
    ticket_put(f.txn, &ticket);
    extra = (struct row_ticket){.ticket = 31};
    ticket_put(f.txn, &extra);
    report = replayed(&f);
    assert_int_equal(report.differing, 1);
    assert_string_equal(report.first, "ticket 31: is in no fact");
    table_delete(f.txn, TABLE_ticket, &extra);
    assert_true(unit_get(f.txn, 7, &unit));
    table_delete(f.txn, TABLE_unit, &unit);
    report = replayed(&f);
    assert_int_equal(report.differing, 2); /* the row, and its index */
    assert_string_equal(report.first, "unit 7: is missing");
    unit_put(f.txn, &unit);
    (void)txn_room(f.txn, f.txn->db->indexes[INDEX_unit_by_code], "stray", 5, 0, 0);
    report = replayed(&f);
    assert_int_equal(report.differing, 1);
    assert_string_equal(report.first, "index unit_by_code differs");
    f.txn->applying = false;
    fixture_free(&f);
}

/* Another layout's tables are dropped and made again from the journal, under whatever it was. */
static void rebuilt_for_another_layout(void **state)
{
    (void)state;
    struct fixture f;
    struct row_ticket ticket;
    MDB_dbi dbi;
    struct meta meta;
    fixture_new(&f);
    fill(&f, 1, 200);
    assert_int_equal(store_commit(f.store), ERR_OK);
    assert_int_equal(mdb_dbi_open(f.txn->lmdb, "t.of_old", MDB_CREATE, &dbi), 0);
    f.txn->applying = true;
    struct row_ticket stray = {.ticket = 5000, .state = 1};
    ticket_put(f.txn, &stray); /* as if the old layout had said so */
    f.txn->applying = false;
    meta_of(f.store, &meta);
    meta.fingerprint.b[0] ^= 1;
    meta_write(f.txn, &meta);
    assert_int_equal(txn_commit(f.txn), ERR_OK);
    redo_start(&f.store->redo, ++f.store->epoch);
    for (uint64_t i = 201; i <= 210; i++) step(&f, i); /* only in the log */
    fixture_crash(&f);
    fixture_open(&f);
    assert_false(ticket_get(f.txn, 5000, &ticket));
    for (uint64_t i = 1; i <= 210; i++) assert_true(ticket_get(f.txn, i, &ticket));
    assert_int_equal(mdb_dbi_open(f.txn->lmdb, "t.of_old", 0, &dbi), MDB_NOTFOUND);
    fixture_sound(&f);
    fixture_crash(&f);
    fixture_open(&f);
    assert_int_equal(meta_read(f.txn, &meta), ERR_OK);
    struct h32 now;
    layout_fingerprint(&f.store->layout, &now);
    assert_memory_equal(meta.fingerprint.b, now.b, 32);
    fixture_sound(&f);
    fixture_free(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(restored),
        cmocka_unit_test(damaged_backup_refused),
        cmocka_unit_test(backup_opens),
        cmocka_unit_test(replay_is_equal),
        cmocka_unit_test(replay_finds_tampering),
        cmocka_unit_test(rebuilt_for_another_layout),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
