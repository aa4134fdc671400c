#include "server/store/inside.h"

/* A cursor is only a key and a direction: each step seeks anew, so that it stands changes of the
 * table between two steps and needs no closing. */

static const struct table_desc *table_of(const struct cursor *cursor)
{
    const struct layout *layout = &cursor->txn->store->layout;
    return &layout->tables[cursor->index >= 0 ? (int)layout->indexes[cursor->index].table
                                              : cursor->table];
}

static void cursor_set(struct cursor *cursor, const struct column *columns, size_t n_columns,
                       const void *row)
{
    for (size_t i = 0; i < n_columns; i++)
        cursor->key_bytes += column_encode(&columns[i], row, cursor->key + cursor->key_bytes);
}

void cursor_table(struct cursor *cursor, struct txn *txn, enum table_id table, size_t n_columns,
                  const void *row, bool after, bool backward)
{
    ASSERT((size_t)table < TABLES);
    *cursor = (struct cursor){
        .txn = txn, .table = (int)table, .index = -1, .backward = backward, .begun = after};
    const struct table_desc *desc = table_of(cursor);
    ASSERT(n_columns <= desc->n_keys);
    cursor_set(cursor, desc->columns, n_columns, row);
    cursor->prefix_bytes = cursor->key_bytes;
    if (after) cursor_set(cursor, desc->columns + n_columns, desc->n_keys - n_columns, row);
}

void cursor_index(struct cursor *cursor, struct txn *txn, enum index_id index, size_t n_columns,
                  const void *row, bool after, bool backward)
{
    ASSERT((size_t)index < INDEXES);
    const struct index_desc *desc = &txn->store->layout.indexes[index];
    ASSERT(n_columns <= desc->n_columns);
    *cursor = (struct cursor){.txn = txn,
                              .table = (int)desc->table,
                              .index = (int)index,
                              .backward = backward,
                              .begun = after};
    cursor_set(cursor, desc->columns, n_columns, row);
    cursor->prefix_bytes = cursor->key_bytes;
    if (!after) return;
    cursor_set(cursor, desc->columns + n_columns, desc->n_columns - n_columns, row);
    cursor_set(cursor, table_of(cursor)->columns, table_of(cursor)->n_keys, row);
}

static int step_forward(const struct cursor *cursor, MDB_cursor *lmdb, MDB_val *key, MDB_val *value)
{
    if (cursor->key_bytes == 0) return mdb_cursor_get(lmdb, key, value, MDB_FIRST);
    *key = (MDB_val){cursor->key_bytes, (void *)cursor->key};
    int rc = mdb_cursor_get(lmdb, key, value, MDB_SET_RANGE);
    bool stands = !rc && cursor->begun && key->mv_size == cursor->key_bytes &&
                  memcmp(key->mv_data, cursor->key, cursor->key_bytes) == 0;
    return stands ? mdb_cursor_get(lmdb, key, value, MDB_NEXT) : rc;
}

/* The smallest key behind all that begin with `key`; 0 bytes: there is none. */
static size_t key_behind(const unsigned char *key, size_t n, unsigned char *out)
{
    memcpy(out, key, n);
    while (n > 0 && out[n - 1] == 0xff) n--;
    if (n > 0) out[n - 1]++;
    return n;
}

static int step_backward(const struct cursor *cursor, MDB_cursor *lmdb, MDB_val *key,
                         MDB_val *value)
{
    unsigned char behind[KEY_BYTES_MAX];
    size_t n = cursor->key_bytes;
    if (cursor->begun)
        memcpy(behind, cursor->key, n);
    else
        n = key_behind(cursor->key, n, behind);
    if (n == 0) return mdb_cursor_get(lmdb, key, value, MDB_LAST);
    *key = (MDB_val){n, behind};
    int rc = mdb_cursor_get(lmdb, key, value, MDB_SET_RANGE);
    if (rc == MDB_NOTFOUND) return mdb_cursor_get(lmdb, key, value, MDB_LAST);
    return rc ? rc : mdb_cursor_get(lmdb, key, value, MDB_PREV);
}

/* The row that an index entry or a table's entry stands for. */
static bool cursor_row(const struct cursor *cursor, const MDB_val *value, void *row)
{
    const struct table_desc *desc = table_of(cursor);
    const unsigned char *key = cursor->key;
    if (cursor->index >= 0) {
        key += cursor->txn->store->layout.indexes[cursor->index].columns_bytes;
        table_key_decode(desc, key, row);
        if (table_get(cursor->txn, (enum table_id)cursor->table, row)) return true;
        if (!cursor->txn->err) txn_fail(cursor->txn, ERR_DAMAGED);
        return false;
    }
    if (value->mv_size != desc->row_bytes - desc->value_at) {
        txn_fail(cursor->txn, ERR_DAMAGED);
        return false;
    }
    table_key_decode(desc, key, row);
    memcpy((char *)row + desc->value_at, value->mv_data, value->mv_size);
    return true;
}

bool cursor_next(struct cursor *cursor, void *row)
{
    size_t slot = cursor->index >= 0 ? TABLES + (size_t)cursor->index : (size_t)cursor->table;
    MDB_cursor *lmdb = txn_cursor(cursor->txn, slot);
    MDB_val key, value;
    if (!lmdb) return false;
    int rc = cursor->backward ? step_backward(cursor, lmdb, &key, &value)
                              : step_forward(cursor, lmdb, &key, &value);
    if (rc == MDB_NOTFOUND) return false;
    if (!rc && key.mv_size > sizeof cursor->key) rc = MDB_CORRUPTED;
    if (rc) {
        txn_fail(cursor->txn, lmdb_err(rc));
        return false;
    }
    if (key.mv_size < cursor->prefix_bytes ||
        memcmp(key.mv_data, cursor->key, cursor->prefix_bytes) != 0)
        return false;
    memcpy(cursor->key, key.mv_data, key.mv_size);
    cursor->key_bytes = key.mv_size;
    cursor->begun = true;
    return cursor_row(cursor, &value, row);
}
