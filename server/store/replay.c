#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "server/store/folder.h"
#include "server/store/inside.h"

/* Names the first difference: "ticket 7: column state is 3, replayed 2". */
static void name_difference(const struct table_desc *table, const void *key_row, const void *live,
                            const void *made, struct replay_report *report)
{
    char *out = report->first;
    size_t cap = sizeof report->first;
    int n = snprintf(out, cap, "%s", table->name);
    for (size_t i = 0; i < table->n_keys && n > 0 && (size_t)n < cap; i++) {
        uint64_t value = 0;
        ASSERT(table->columns[i].kind == COLUMN_u64);
        memcpy(&value, (const char *)key_row + table->columns[i].offset, sizeof value);
        n += snprintf(out + n, cap - (size_t)n, " %llu", (unsigned long long)value);
    }
    if (n <= 0 || (size_t)n >= cap) return;
    if (!live || !made) {
        snprintf(out + n, cap - (size_t)n, live ? ": is in no fact" : ": is missing");
        return;
    }
    for (size_t i = 0; i < table->n_columns; i++) {
        const struct column *column = &table->columns[i];
        if (column_equal(column, live, made)) continue;
        if (column->kind != COLUMN_u64) {
            snprintf(out + n, cap - (size_t)n, ": column %s differs", column->name);
            return;
        }
        uint64_t a, b;
        memcpy(&a, (const char *)live + column->offset, sizeof a);
        memcpy(&b, (const char *)made + column->offset, sizeof b);
        snprintf(out + n, cap - (size_t)n, ": column %s is %llu, replayed %llu", column->name,
                 (unsigned long long)a, (unsigned long long)b);
        return;
    }
}

static void differ(const struct table_desc *table, const void *live, const void *made,
                   struct replay_report *report)
{
    if (report->differing++ == 0) name_difference(table, live ? live : made, live, made, report);
}

static bool rows_equal(const struct table_desc *table, const void *a, const void *b)
{
    for (size_t i = 0; i < table->n_columns; i++)
        if (!column_equal(&table->columns[i], a, b)) return false;
    return true;
}

/* Both sides in key order: the smaller key is missing on the other side. */
static void compare_table(struct txn *live, struct txn *made, enum table_id id,
                          struct replay_report *report)
{
    const struct table_desc *table = &live->store->layout.tables[id];
    _Alignas(8) unsigned char a[ROW_BYTES_MAX] = {0}, b[ROW_BYTES_MAX] = {0};
    unsigned char key_a[KEY_BYTES_MAX], key_b[KEY_BYTES_MAX];
    struct cursor cursor_a, cursor_b;
    cursor_table(&cursor_a, live, id, 0, NULL, false, false);
    cursor_table(&cursor_b, made, id, 0, NULL, false, false);
    bool has_a = cursor_next(&cursor_a, a), has_b = cursor_next(&cursor_b, b);
    while (has_a || has_b) {
        int order = has_a ? -1 : 1;
        if (has_a && has_b) {
            size_t n = table_key(table, a, key_a);
            (void)table_key(table, b, key_b);
            order = memcmp(key_a, key_b, n);
        }
        if (order != 0)
            differ(table, order < 0 ? a : NULL, order > 0 ? b : NULL, report);
        else if (!rows_equal(table, a, b))
            differ(table, a, b, report);
        report->rows++;
        if (order <= 0) has_a = cursor_next(&cursor_a, a);
        if (order >= 0) has_b = cursor_next(&cursor_b, b);
    }
}

/* Entry by entry as bytes: an index is wrong even if every row it leads to is right. */
static void compare_index(struct txn *live, struct txn *made, enum index_id id,
                          struct replay_report *report)
{
    MDB_cursor *cursor_a = txn_cursor(live, TABLES + id), *cursor_b = txn_cursor(made, TABLES + id);
    if (!cursor_a || !cursor_b) return;
    MDB_val a, b, unused;
    int rc_a = mdb_cursor_get(cursor_a, &a, &unused, MDB_FIRST);
    int rc_b = mdb_cursor_get(cursor_b, &b, &unused, MDB_FIRST);
    while (!rc_a && !rc_b && a.mv_size == b.mv_size &&
           memcmp(a.mv_data, b.mv_data, a.mv_size) == 0) {
        rc_a = mdb_cursor_get(cursor_a, &a, &unused, MDB_NEXT);
        rc_b = mdb_cursor_get(cursor_b, &b, &unused, MDB_NEXT);
    }
    if (rc_a == MDB_NOTFOUND && rc_b == MDB_NOTFOUND) return;
    if (rc_a && rc_a != MDB_NOTFOUND) txn_fail(live, lmdb_err(rc_a));
    if (report->differing++ == 0)
        snprintf(report->first, sizeof report->first, "index %s differs",
                 live->store->layout.indexes[id].name);
}

static enum err replay_in(struct store *store, const char *dir, struct txn *snapshot,
                          struct replay_report *report)
{
    struct db db;
    struct txn made;
    report->facts = journal_head(snapshot);
    /* Nobody else knows of it; and a file of locks is written through a map, where a full disk
     * would be a bus error. */
    enum err err = db_open(&db, dir, store->options.map_bytes, MDB_NOLOCK);
    if (err) return err;
    err = txn_begin(&made, store, &db, true);
    if (!err) err = db_handles(&db, made.lmdb, &store->layout, true);
    if (!err) err = journal_apply(snapshot, &made, report->facts, store->options.apply, NULL);
    for (size_t i = 0; !err && i < TABLES; i++)
        compare_table(snapshot, &made, (enum table_id)i, report);
    for (size_t i = 0; !err && i < INDEXES; i++)
        compare_index(snapshot, &made, (enum index_id)i, report);
    if (!err) err = snapshot->err ? snapshot->err : made.err;
    txn_abort(&made);
    db_close(&db);
    return err;
}

enum err store_replay(struct store *store, struct txn *snapshot, struct replay_report *report)
{
    char dir[LIMIT_PATH];
    char why[256];
    uint64_t bytes = 0;
    *report = (struct replay_report){0};
    folder_path(store->dir, SCRATCH_PREFIX "XXXXXX", dir);
    /* The tables made here take no more than the whole store does, and as much again stays for what
     * the dispatcher commits meanwhile. */
    enum err err = folder_taken(store->dir, DATA_FILE, &bytes);
    if (!err) err = folder_room(store->dir, 2 * bytes, why, sizeof why);
    if (err) return err;
    if (!mkdtemp(dir)) return err_from_errno(errno);
    err = replay_in(store, dir, snapshot, report);
    folder_remove(dir);
    return err;
}
