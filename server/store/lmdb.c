#include "server/store/inside.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

enum { HANDLES_MAX = TABLES + INDEXES + 16, NAME_BYTES = 64 };

enum err lmdb_err(int rc)
{
    switch (rc) {
    case MDB_SUCCESS:
        return ERR_OK;
    case MDB_NOTFOUND:
        return ERR_NOTFOUND;
    case MDB_KEYEXIST:
        return ERR_EXISTS;
    case MDB_MAP_FULL:
        return ERR_NOSPACE;
    case MDB_VERSION_MISMATCH:
        return ERR_NEWER;
    case MDB_READERS_FULL:
    case MDB_TXN_FULL:
    case MDB_DBS_FULL:
    case MDB_CURSOR_FULL:
        return ERR_LIMIT;
    case MDB_PAGE_NOTFOUND:
    case MDB_CORRUPTED:
    case MDB_PANIC:
    case MDB_INVALID:
    case MDB_PAGE_FULL:
    case MDB_MAP_RESIZED:
    case MDB_INCOMPATIBLE:
    case MDB_BAD_RSLOT:
    case MDB_BAD_TXN:
    case MDB_BAD_VALSIZE:
    case MDB_BAD_DBI:
        return ERR_DAMAGED;
    default:
        return err_from_errno(rc);
    }
}

enum err db_open(struct db *db, const char *dir, uint64_t map_bytes, unsigned flags)
{
    *db = (struct db){0};
    int rc = mdb_env_create(&db->env);
    if (!rc) rc = mdb_env_set_mapsize(db->env, map_bytes);
    if (!rc) rc = mdb_env_set_maxdbs(db->env, HANDLES_MAX);
    if (!rc) rc = mdb_env_open(db->env, dir, MDB_NORDAHEAD | MDB_NOTLS | flags, 0600);
    if (rc) db_close(db);
    return lmdb_err(rc);
}

void db_close(struct db *db)
{
    if (db->env) mdb_env_close(db->env);
    db->env = NULL;
}

/* Tables are t.NAME and indexes i.NAME: what a rebuild drops is known by its name. */
static enum err handle(MDB_txn *lmdb, const char *prefix, const char *name, MDB_dbi *dbi)
{
    char full[NAME_BYTES];
    int n = snprintf(full, sizeof full, "%s%s", prefix, name);
    ASSERT(n > 0 && (size_t)n < sizeof full);
    return lmdb_err(mdb_dbi_open(lmdb, full, MDB_CREATE, dbi));
}

enum err db_handles(struct db *db, MDB_txn *lmdb, const struct layout *layout, bool scratch)
{
    enum err err = ERR_OK;
    for (size_t i = 0; !err && i < TABLES; i++)
        err = handle(lmdb, "t.", layout->tables[i].name, &db->tables[i]);
    for (size_t i = 0; !err && i < INDEXES; i++)
        err = handle(lmdb, "i.", layout->indexes[i].name, &db->indexes[i]);
    if (scratch) return err;
    if (!err) err = handle(lmdb, "", "meta", &db->meta);
    if (!err) err = handle(lmdb, "", "journal", &db->journal);
    if (!err) err = handle(lmdb, "", "vault", &db->vault);
    if (!err) err = handle(lmdb, "", "replies", &db->replies);
    if (!err) err = handle(lmdb, "", "reply_times", &db->reply_times);
    return err;
}

/* The first name of a table or index at or behind `prefix`. */
static enum err find_named(MDB_txn *lmdb, const char *prefix, char name[NAME_BYTES])
{
    MDB_dbi all;
    MDB_cursor *cursor;
    int rc = mdb_dbi_open(lmdb, NULL, 0, &all);
    if (!rc) rc = mdb_cursor_open(lmdb, all, &cursor);
    if (rc) return lmdb_err(rc);
    MDB_val key = {strlen(prefix), (void *)prefix}, value;
    rc = mdb_cursor_get(cursor, &key, &value, MDB_SET_RANGE);
    if (!rc &&
        (key.mv_size < 2 || key.mv_size >= NAME_BYTES || memcmp(key.mv_data, prefix, 2) != 0))
        rc = MDB_NOTFOUND;
    if (!rc) {
        memcpy(name, key.mv_data, key.mv_size);
        name[key.mv_size] = 0;
    }
    mdb_cursor_close(cursor);
    return lmdb_err(rc);
}

enum err db_drop_tables(MDB_txn *lmdb)
{
    static const char *const prefixes[] = {"i.", "t."};
    for (size_t i = 0; i < 2; i++) {
        char name[NAME_BYTES];
        enum err err;
        while (!(err = find_named(lmdb, prefixes[i], name))) {
            MDB_dbi dbi;
            int rc = mdb_dbi_open(lmdb, name, 0, &dbi);
            if (!rc) rc = mdb_drop(lmdb, dbi, 1);
            if (rc) return lmdb_err(rc);
        }
        if (err != ERR_NOTFOUND) return err;
    }
    return ERR_OK;
}

enum err txn_begin(struct txn *txn, struct store *store, const struct db *db, bool writing)
{
    *txn = (struct txn){.store = store, .db = db, .writing = writing};
    txn->err = lmdb_err(mdb_txn_begin(db->env, NULL, writing ? 0 : MDB_RDONLY, &txn->lmdb));
    return txn->err;
}

static void cursors_close(struct txn *txn)
{
    for (size_t i = 0; i < TABLES + INDEXES; i++) {
        if (txn->cursors[i]) mdb_cursor_close(txn->cursors[i]);
        txn->cursors[i] = NULL;
    }
}

enum err txn_commit(struct txn *txn)
{
    if (txn->err) return txn->err;
    cursors_close(txn);
    enum err err = lmdb_err(mdb_txn_commit(txn->lmdb));
    txn->lmdb = NULL;
    txn->changed = false;
    if (!err) err = lmdb_err(mdb_txn_begin(txn->db->env, NULL, 0, &txn->lmdb));
    if (err) txn_fail(txn, err);
    return err;
}

void txn_abort(struct txn *txn)
{
    if (!txn->lmdb) return;
    cursors_close(txn);
    mdb_txn_abort(txn->lmdb);
    txn->lmdb = NULL;
}

void txn_fail(struct txn *txn, enum err err)
{
    ASSERT(err != ERR_OK);
    if (!txn->err) txn->err = err;
}

bool txn_value(struct txn *txn, MDB_dbi dbi, const void *key, size_t key_n, struct slice *value)
{
    if (txn->err) return false;
    MDB_val k = {key_n, (void *)key}, v;
    int rc = mdb_get(txn->lmdb, dbi, &k, &v);
    if (rc == MDB_NOTFOUND) return false;
    if (rc) {
        txn_fail(txn, lmdb_err(rc));
        return false;
    }
    *value = slice_bytes(v.mv_data, v.mv_size);
    return true;
}

unsigned char *txn_room(struct txn *txn, MDB_dbi dbi, const void *key, size_t key_n, size_t n,
                        unsigned flags)
{
    ASSERT(txn->writing);
    if (txn->err) return NULL;
    MDB_val k = {key_n, (void *)key}, v = {n, NULL};
    int rc = mdb_put(txn->lmdb, dbi, &k, &v, MDB_RESERVE | flags);
    if (rc) {
        /* A key that is to be the last and is not belongs to no store of ours. */
        if (rc != MDB_KEYEXIST || !(flags & MDB_NOOVERWRITE))
            txn_fail(txn, rc == MDB_KEYEXIST ? ERR_DAMAGED : lmdb_err(rc));
        return NULL;
    }
    txn->changed = true;
    return v.mv_data;
}

bool txn_remove(struct txn *txn, MDB_dbi dbi, const void *key, size_t key_n)
{
    ASSERT(txn->writing);
    if (txn->err) return false;
    MDB_val k = {key_n, (void *)key};
    int rc = mdb_del(txn->lmdb, dbi, &k, NULL);
    if (rc == MDB_NOTFOUND) return false;
    if (rc) {
        txn_fail(txn, lmdb_err(rc));
        return false;
    }
    txn->changed = true;
    return true;
}

MDB_cursor *txn_cursor(struct txn *txn, size_t slot)
{
    if (txn->err) return NULL;
    if (!txn->cursors[slot]) {
        MDB_dbi dbi = slot < TABLES ? txn->db->tables[slot] : txn->db->indexes[slot - TABLES];
        int rc = mdb_cursor_open(txn->lmdb, dbi, &txn->cursors[slot]);
        if (rc) {
            txn->cursors[slot] = NULL;
            txn_fail(txn, lmdb_err(rc));
        }
    }
    return txn->cursors[slot];
}

enum err txn_err(const struct txn *txn)
{
    return txn->err ? txn->err : txn->words_err;
}

enum err reader_open(struct store *store, struct txn **out)
{
    struct txn *txn = malloc(sizeof *txn);
    if (!txn) return ERR_NOMEM;
    enum err err = txn_begin(txn, store, &store->db, false);
    if (err) {
        free(txn);
        return err;
    }
    *out = txn;
    return ERR_OK;
}

void reader_close(struct txn **txn)
{
    if (!*txn) return;
    txn_abort(*txn);
    free(*txn);
    *txn = NULL;
}
