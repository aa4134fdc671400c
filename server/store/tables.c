#include "server/store/inside.h"

static const struct table_desc *desc_of(const struct txn *txn, enum table_id table)
{
    ASSERT((size_t)table < TABLES);
    return &txn->store->layout.tables[table];
}

/* The value behind a table's key laid into the row, whose key columns are set already. */
static bool row_fill(struct txn *txn, const struct table_desc *desc, struct slice value, void *row)
{
    if (value.n != desc->row_bytes - desc->value_at) {
        txn_fail(txn, ERR_DAMAGED);
        return false;
    }
    if (value.n) memcpy((char *)row + desc->value_at, value.p, value.n);
    return true;
}

/* The row under key laid into row, all of it; false: not there. */
static bool row_find(struct txn *txn, const struct table_desc *desc, enum table_id table,
                     const unsigned char *key, void *row)
{
    struct slice value;
    if (txn->err) return false;
    const void *hot = hot_find(txn->hot, desc, table, key);
    if (hot) {
        memcpy(row, hot, desc->row_bytes);
        return true;
    }
    if (!txn_value(txn, txn->db->tables[table], key, desc->key_bytes, &value)) return false;
    table_key_decode(desc, key, row);
    if (!row_fill(txn, desc, value, row)) return false;
    hot_put(txn->hot, desc, table, key, row);
    return true;
}

bool table_get(struct txn *txn, enum table_id table, void *row)
{
    const struct table_desc *desc = desc_of(txn, table);
    unsigned char key[KEY_BYTES_MAX];
    (void)table_key(desc, row, key);
    return row_find(txn, desc, table, key, row);
}

/* Brings one index from the old row to the new one; either may be NULL. */
static void index_change(struct txn *txn, enum index_id id, const void *old_row,
                         const void *new_row)
{
    const struct index_desc *index = &txn->store->layout.indexes[id];
    unsigned char key[KEY_BYTES_MAX];
    bool same = old_row && new_row;
    for (size_t i = 0; same && i < index->n_columns; i++)
        same = column_equal(&index->columns[i], old_row, new_row);
    if (same) return;
    if (old_row && !column_empty(&index->columns[0], old_row)) {
        size_t n = index_key(&txn->store->layout, index, old_row, key);
        /* An entry that should be there and is not: the index does not belong to the table. */
        if (!txn_remove(txn, txn->db->indexes[id], key, n) && !txn->err) txn_fail(txn, ERR_DAMAGED);
    }
    if (new_row && !column_empty(&index->columns[0], new_row)) {
        size_t n = index_key(&txn->store->layout, index, new_row, key);
        (void)txn_room(txn, txn->db->indexes[id], key, n, 0, 0);
    }
}

/* A row that is all key and in no index: writing it again changes nothing, so nobody need look. */
static bool plain(const struct table_desc *desc)
{
    return desc->n_indexes == 0 && desc->value_at == desc->row_bytes;
}

void table_put(struct txn *txn, enum table_id table, const void *row)
{
    ASSERT(txn->writing && txn->applying);
    if (txn->err) return;
    const struct table_desc *desc = desc_of(txn, table);
    _Alignas(8) unsigned char old_row[ROW_BYTES_MAX] = {0}, new_row[ROW_BYTES_MAX];
    unsigned char key[KEY_BYTES_MAX];
    size_t key_n = table_key(desc, row, key), value_n = desc->row_bytes - desc->value_at;
    row_clean(desc, row, new_row);
    bool there = !plain(desc) && row_find(txn, desc, table, key, old_row);
    if (there && memcmp(old_row + desc->value_at, new_row + desc->value_at, value_n) == 0) return;
    for (size_t i = 0; i < desc->n_indexes; i++)
        index_change(txn, desc->indexes[i], there ? old_row : NULL, new_row);
    unsigned char *room = txn_room(txn, txn->db->tables[table], key, key_n, value_n, 0);
    if (!room) return;
    if (value_n) memcpy(room, new_row + desc->value_at, value_n);
    if (!plain(desc)) hot_put(txn->hot, desc, table, key, new_row);
}

void table_delete(struct txn *txn, enum table_id table, const void *row)
{
    ASSERT(txn->writing && txn->applying);
    if (txn->err) return;
    const struct table_desc *desc = desc_of(txn, table);
    _Alignas(8) unsigned char old_row[ROW_BYTES_MAX] = {0};
    unsigned char key[KEY_BYTES_MAX];
    size_t key_n = table_key(desc, row, key);
    if (desc->n_indexes > 0 && !row_find(txn, desc, table, key, old_row)) return;
    for (size_t i = 0; i < desc->n_indexes; i++) index_change(txn, desc->indexes[i], old_row, NULL);
    hot_forget(txn->hot, desc, table, key);
    (void)txn_remove(txn, txn->db->tables[table], key, key_n);
}

uint64_t table_count(struct txn *txn, enum table_id table)
{
    ASSERT((size_t)table < TABLES);
    MDB_stat stat;
    if (txn->err) return 0;
    int rc = mdb_stat(txn->lmdb, txn->db->tables[table], &stat);
    if (rc) txn_fail(txn, lmdb_err(rc));
    return rc ? 0 : stat.ms_entries;
}

bool index_find(struct txn *txn, enum index_id index, size_t n_columns, void *row)
{
    struct cursor cursor;
    cursor_index(&cursor, txn, index, n_columns, row, false, false);
    return cursor_next(&cursor, row);
}
