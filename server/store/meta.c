#include <sodium.h>

#include "server/store/bytes.h"
#include "server/store/inside.h"

/* Kept as two values: what never changes in a store's life, and what each commit sets. */
static const char identity_key[] = "identity", state_key[] = "state";

enum {
    AT_FORMAT = 0,
    AT_SALT = 8,
    AT_CHECK = 24,
    AT_FINGERPRINT = 56,
    IDENTITY_BYTES = 88,
    AT_EPOCH = 0,
    AT_HEAD = 8,
    AT_HASH = 16,
    STATE_BYTES = 48
};

static enum err meta_value(MDB_txn *lmdb, MDB_dbi dbi, const char *key, MDB_val *value)
{
    MDB_val k = {strlen(key), (void *)key};
    return lmdb_err(mdb_get(lmdb, dbi, &k, value));
}

enum err meta_read(const struct txn *txn, struct meta *meta)
{
    MDB_txn *lmdb = txn->lmdb;
    MDB_dbi dbi = txn->db->meta;
    MDB_val identity, state;
    enum err err = meta_value(lmdb, dbi, identity_key, &identity);
    if (err) return err;
    const char *p = identity.mv_data;
    if (identity.mv_size < AT_SALT) return ERR_DAMAGED;
    meta->format = get_be64(p + AT_FORMAT);
    if (meta->format > FORMAT) return ERR_NEWER;
    if (identity.mv_size != IDENTITY_BYTES) return ERR_DAMAGED;
    memcpy(meta->salt, p + AT_SALT, sizeof meta->salt);
    memcpy(meta->key_check.b, p + AT_CHECK, sizeof meta->key_check);
    memcpy(meta->fingerprint.b, p + AT_FINGERPRINT, sizeof meta->fingerprint);
    err = meta_value(lmdb, dbi, state_key, &state);
    if (err == ERR_NOTFOUND || (!err && state.mv_size != STATE_BYTES)) return ERR_DAMAGED;
    if (err) return err;
    p = state.mv_data;
    meta->epoch = get_be64(p + AT_EPOCH);
    meta->head = get_be64(p + AT_HEAD);
    memcpy(meta->head_hash.b, p + AT_HASH, sizeof meta->head_hash);
    return ERR_OK;
}

void meta_write(struct txn *txn, const struct meta *meta)
{
    MDB_dbi dbi = txn->db->meta;
    struct slice old;
    unsigned char identity[IDENTITY_BYTES];
    put_be64(identity + AT_FORMAT, meta->format);
    memcpy(identity + AT_SALT, meta->salt, sizeof meta->salt);
    memcpy(identity + AT_CHECK, meta->key_check.b, sizeof meta->key_check);
    memcpy(identity + AT_FINGERPRINT, meta->fingerprint.b, sizeof meta->fingerprint);
    if (!txn_value(txn, dbi, identity_key, strlen(identity_key), &old) ||
        !slice_equal(old, slice_bytes(identity, sizeof identity))) {
        unsigned char *p =
            txn_room(txn, dbi, identity_key, strlen(identity_key), IDENTITY_BYTES, 0);
        if (p) memcpy(p, identity, IDENTITY_BYTES);
    }
    unsigned char *p = txn_room(txn, dbi, state_key, strlen(state_key), STATE_BYTES, 0);
    if (!p) return;
    put_be64(p + AT_EPOCH, meta->epoch);
    put_be64(p + AT_HEAD, meta->head);
    memcpy(p + AT_HASH, meta->head_hash.b, sizeof meta->head_hash);
}

void meta_of(const struct store *store, struct meta *meta)
{
    *meta = (struct meta){.format = FORMAT,
                          .epoch = store->epoch,
                          .head = store->txn.head,
                          .head_hash = store->txn.head_hash,
                          .key_check = store->keys.check};
    memcpy(meta->salt, store->redo.salt, sizeof meta->salt);
    layout_fingerprint(&store->layout, &meta->fingerprint);
}
