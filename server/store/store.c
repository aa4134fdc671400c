#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "common/log.h"
#include "server/store/folder.h"
#include "server/store/inside.h"
#include "server/store/redo_files.h"

static struct store *store_new(const struct store_options *options)
{
    ASSERT(options->apply && options->map_bytes && options->segment_bytes);
    struct store *store = calloc(1, sizeof *store);
    if (!store) return NULL;
    store->options = *options;
    snprintf(store->dir, sizeof store->dir, "%s", options->dir);
    store->options.dir = store->dir;
    store->lock = -1;
    layout_init(&store->layout);
    buffer_init(&store->turn);
    turn_reset(store);
    return store;
}

void store_abandon(struct store **store)
{
    if (!*store) return;
    txn_abort(&(*store)->txn);
    db_close(&(*store)->db);
    redo_close(&(*store)->redo);
    if ((*store)->lock >= 0) close((*store)->lock);
    keys_wipe(&(*store)->keys);
    buffer_fini(&(*store)->turn);
    free(*store);
    *store = NULL;
}

/* Says why, when nobody has said it better. */
static enum err explain(const struct store *store, enum err err, char *why, size_t why_cap)
{
    const char *dir = store->dir;
    if (!err || why[0]) return err;
    switch (err) {
    case ERR_NEWER:
        snprintf(why, why_cap, "%s was made by a newer version: install that version", dir);
        break;
    case ERR_DAMAGED:
        snprintf(why, why_cap, "%s is damaged: keep a copy of it, then restore a backup", dir);
        break;
    case ERR_CRYPTO:
        snprintf(why, why_cap, "%s/master.key is not the key of this data: put the right one back",
                 dir);
        break;
    case ERR_NOSPACE:
        snprintf(why, why_cap, "no space left for %s: free some on its disk", dir);
        break;
    case ERR_NOTFOUND:
        snprintf(why, why_cap,
                 "%s holds no whole store: restore a backup, or, when an init was broken off, "
                 "remove it and run init again",
                 dir);
        break;
    case ERR_OK:
    case ERR_NOMEM:
    case ERR_IO:
    case ERR_EXISTS:
    case ERR_BUSY:
    case ERR_PERMISSION:
    case ERR_FORMAT:
    case ERR_LIMIT:
    case ERR_TIMEOUT:
    case ERR_CLOSED:
        snprintf(why, why_cap, "cannot open %s: %s", dir, err_text(err));
        break;
    }
    return err;
}

/* LMDB trusts its file's length: what is missing at the end would be a bus error. As zeros it is an
 * error like any other; pages that were never written, because they are free, do no harm. */
static enum err db_stretch(struct store *store)
{
    MDB_envinfo info;
    MDB_stat stat;
    int rc = mdb_env_info(store->db.env, &info);
    if (!rc) rc = mdb_env_stat(store->db.env, &stat);
    if (rc) return lmdb_err(rc);
    return folder_stretch(store->dir, DATA_FILE, (info.me_last_pgno + 1) * stat.ms_psize);
}

/* Keys, log and environment of a folder that is there. */
static enum err store_attach(struct store *store, const struct redo_ops *ops, void *redo_ctx,
                             char *why, size_t why_cap)
{
    const char *dir = store->dir;
    folder_sweep(dir, SCRATCH_PREFIX);
    enum err err = redo_open(&store->redo, ops, redo_ctx, store->options.segment_bytes);
    if (!err) err = keys_load(&store->keys, dir, why, why_cap);
    if (!err) err = db_open(&store->db, dir, store->options.map_bytes, 0);
    if (!err) err = db_stretch(store);
    if (!err) err = txn_begin(&store->txn, store, &store->db, true);
    store->txn.hot = &store->hot;
    return err;
}

/* The environment is whole, ours, and what the log fits. */
static enum err store_identify(struct store *store, struct meta *meta)
{
    struct txn *txn = &store->txn;
    enum err err = db_handles(&store->db, txn->lmdb, &store->layout, false);
    if (!err) err = meta_read(txn, meta);
    if (err) return err;
    if (sodium_memcmp(meta->key_check.b, store->keys.check.b, sizeof meta->key_check.b) != 0)
        return ERR_CRYPTO;
    err = journal_tail(txn, &txn->head, &txn->head_hash);
    if (err) return err;
    if (txn->head != meta->head || memcmp(txn->head_hash.b, meta->head_hash.b, 32) != 0)
        return ERR_DAMAGED;
    memcpy(store->redo.salt, meta->salt, sizeof meta->salt);
    store->epoch = meta->epoch + 1;
    return ERR_OK;
}

static enum err store_recover(struct store *store, const struct meta *meta, char *why,
                              size_t why_cap)
{
    struct redo_found found;
    struct h32 fingerprint;
    enum err err = ERR_OK;
    layout_fingerprint(&store->layout, &fingerprint);
    if (memcmp(fingerprint.b, meta->fingerprint.b, sizeof fingerprint.b) != 0)
        err = tables_rebuild(store);
    /* Made by init: without it, steps that were acknowledged would be lost in silence. A backup has
     * none, and says by its manifest that none is missing. */
    if (!err && store->redo.n_segments == 0 && !folder_has(store->dir, MANIFEST_FILE)) {
        snprintf(why, why_cap, "the redo log of %s is missing: restore a backup", store->dir);
        return ERR_DAMAGED;
    }
    if (!err) err = redo_replay(&store->redo, store->epoch, turn_take, store, &found);
    if (!err) err = redo_reserve(&store->redo);
    store->txn.changed = true; /* each opening begins an epoch of its own */
    if (!err) err = store_commit(store);
    if (!err) folder_forget(store->dir, MANIFEST_FILE);
    if (!err && (found.records || found.torn))
        log_event(LOG_INFO, "store_recovered", LOG_U64("records", found.records),
                  LOG_BOOL("torn", found.torn), LOG_U64("head", store->txn.head));
    return err;
}

enum err store_open_with(const struct store_options *options, const struct redo_ops *redo_ops,
                         void *redo_ctx, struct store **out, char *why, size_t why_cap)
{
    struct meta meta;
    why[0] = 0;
    struct store *store = store_new(options);
    if (!store) {
        redo_ops->close(redo_ctx);
        return ERR_NOMEM;
    }
    enum err err = store_attach(store, redo_ops, redo_ctx, why, why_cap);
    if (!err) err = store_identify(store, &meta);
    if (!err) err = store_recover(store, &meta, why, why_cap);
    if (err) {
        explain(store, err, why, why_cap);
        store_abandon(&store);
        return err;
    }
    *out = store;
    return ERR_OK;
}

enum err store_open(const struct store_options *options, struct store **out, char *why,
                    size_t why_cap)
{
    int lock;
    void *files;
    why[0] = 0;
    if (sodium_init() < 0) return ERR_CRYPTO;
    enum err err = folder_check(options->dir, why, why_cap);
    if (!err && !folder_has(options->dir, DATA_FILE)) {
        snprintf(why, why_cap, "%s is no data folder: make one with init", options->dir);
        return ERR_NOTFOUND;
    }
    if (!err) err = folder_lock(options->dir, &lock, why, why_cap);
    if (err) return err;
    err = redo_files_new(options->dir, &files);
    if (!err) err = store_open_with(options, &redo_file_ops, files, out, why, why_cap);
    if (err)
        close(lock);
    else
        (*out)->lock = lock;
    return err;
}

/* The first commit: everything that makes it a store is in it, or nothing. */
static enum err store_found(struct store *store, uint64_t now_ms)
{
    struct fact fact = {.type = fact_type_centre_opened, .at_ms = now_ms};
    fact.body.centre_opened.format = FORMAT;
    enum err err = redo_reserve(&store->redo);
    if (!err) err = db_handles(&store->db, store->txn.lmdb, &store->layout, false);
    if (err) return err;
    randombytes_buf(store->redo.salt, sizeof store->redo.salt);
    journal_append(&store->txn, &fact);
    return store_commit(store);
}

enum err store_init(const struct store_options *options, uint64_t now_ms, char *why, size_t why_cap)
{
    int lock;
    void *files;
    why[0] = 0;
    if (sodium_init() < 0) return ERR_CRYPTO;
    enum err err = folder_make(options->dir, why, why_cap);
    if (!err) err = folder_lock(options->dir, &lock, why, why_cap);
    if (err) return err;
    struct store *store = store_new(options);
    if (!store) {
        close(lock);
        return ERR_NOMEM;
    }
    store->lock = lock;
    err = keys_make(options->dir, why, why_cap);
    if (!err) err = redo_files_new(options->dir, &files);
    if (!err) err = store_attach(store, &redo_file_ops, files, why, why_cap);
    if (!err) err = store_found(store, now_ms);
    if (!err) err = folder_sync(options->dir);
    explain(store, err, why, why_cap);
    store_abandon(&store);
    return err;
}

void store_close(struct store **store)
{
    if (!*store) return;
    enum err err = store_commit(*store);
    if (err) log_event(LOG_ERROR, "store_close_failed", LOG_ERR("err", err));
    store_abandon(store);
}

struct txn *store_txn(struct store *store)
{
    return &store->txn;
}

enum err store_sync(struct store *store)
{
    struct txn *txn = &store->txn;
    if (txn->err || store->turn.n == REDO_HEAD) return txn->err;
    enum err err = store->turn.err;
    if (!err) err = redo_append(&store->redo, &store->turn);
    if (err) txn_fail(txn, err);
    turn_reset(store);
    return txn->err;
}

enum err store_commit(struct store *store)
{
    struct txn *txn = &store->txn;
    struct meta meta;
    if (txn->err || !txn->changed) return txn->err;
    meta_of(store, &meta);
    meta_write(txn, &meta);
    if (txn_commit(txn)) return txn->err;
    /* What was stepped and not synced is on disk now, too. */
    turn_reset(store);
    redo_start(&store->redo, ++store->epoch);
    store->uncommitted = 0;
    return ERR_OK;
}

uint64_t store_uncommitted(const struct store *store)
{
    return store->uncommitted;
}

uint64_t store_sync_ns(const struct store *store)
{
    return store->redo.sync_ns;
}

bool store_full(struct store *store, uint64_t *free_bytes)
{
    uint64_t bytes = 0;
    enum err err = folder_free(store->dir, &bytes);
    if (free_bytes) *free_bytes = bytes;
    if (err || bytes < store->options.reserve_bytes) return true;
    return redo_reserve(&store->redo) != ERR_OK;
}

void store_key(const struct store *store, const char *purpose, struct h32 *out)
{
    keys_derive(&store->keys, "use", purpose, out);
}

void store_server_key(const struct store *store, unsigned char public_key[32],
                      unsigned char secret_key[32])
{
    memcpy(public_key, store->keys.curve_public, 32);
    memcpy(secret_key, store->keys.curve_secret, 32);
}
