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

bool table_get(struct txn *txn, enum table_id table, void *row)
{
    const struct table_desc *desc = desc_of(txn, table);
    unsigned char key[KEY_BYTES_MAX];
    struct slice value;
    size_t n = table_key(desc, row, key);
    return txn_value(txn, txn->db->tables[table], key, n, &value) &&
           row_fill(txn, desc, value, row);
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

/* The row as it is kept; false: not there. key is set in any case. */
static bool row_old(struct txn *txn, enum table_id table, const void *row, unsigned char *key,
                    size_t *key_n, unsigned char *old_row)
{
    const struct table_desc *desc = desc_of(txn, table);
    struct slice value;
    *key_n = table_key(desc, row, key);
    if (!txn_value(txn, txn->db->tables[table], key, *key_n, &value)) return false;
    memset(old_row, 0, desc->value_at);
    table_key_decode(desc, key, old_row);
    return row_fill(txn, desc, value, old_row);
}

void table_put(struct txn *txn, enum table_id table, const void *row)
{
    ASSERT(txn->writing && txn->applying);
    if (txn->err) return;
    const struct table_desc *desc = desc_of(txn, table);
    _Alignas(8) unsigned char old_row[ROW_BYTES_MAX], new_row[ROW_BYTES_MAX];
    unsigned char key[KEY_BYTES_MAX];
    size_t key_n, value_n = desc->row_bytes - desc->value_at;
    row_clean(desc, row, new_row);
    bool there = row_old(txn, table, row, key, &key_n, old_row);
    if (there && memcmp(old_row + desc->value_at, new_row + desc->value_at, value_n) == 0) return;
    for (size_t i = 0; i < desc->n_indexes; i++)
        index_change(txn, desc->indexes[i], there ? old_row : NULL, new_row);
    unsigned char *room = txn_room(txn, txn->db->tables[table], key, key_n, value_n, 0);
    if (room && value_n) memcpy(room, new_row + desc->value_at, value_n);
}

void table_delete(struct txn *txn, enum table_id table, const void *row)
{
    ASSERT(txn->writing && txn->applying);
    if (txn->err) return;
    const struct table_desc *desc = desc_of(txn, table);
    _Alignas(8) unsigned char old_row[ROW_BYTES_MAX];
    unsigned char key[KEY_BYTES_MAX];
    size_t key_n;
    if (!row_old(txn, table, row, key, &key_n, old_row)) return;
    for (size_t i = 0; i < desc->n_indexes; i++) index_change(txn, desc->indexes[i], old_row, NULL);
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
