#include <inttypes.h>
#include <sodium.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "server/store/folder.h"
#include "server/store/inside.h"

enum { HEX_BYTES = 65, MANIFEST_BYTES = 512 };

/* What a backup promises; written last, so that a folder without it is no backup. */
struct manifest {
    uint64_t facts;
    struct h32 head; /* hash of the last fact */
    struct h32 data; /* hash of data.mdb */
};

static enum err manifest_write(const char *path, const struct manifest *manifest, char *why,
                               size_t why_cap)
{
    char text[MANIFEST_BYTES], head[HEX_BYTES], data[HEX_BYTES];
    sodium_bin2hex(head, sizeof head, manifest->head.b, 32);
    sodium_bin2hex(data, sizeof data, manifest->data.b, 32);
    int n = snprintf(text, sizeof text, "rexian-backup 1\nfacts %" PRIu64 "\nhead %s\ndata %s\n",
                     manifest->facts, head, data);
    ASSERT(n > 0 && n < MANIFEST_BYTES);
    return folder_write(path, MANIFEST_FILE, slice_bytes(text, (size_t)n), why, why_cap);
}

static enum err manifest_read(const char *path, struct manifest *manifest, char *why,
                              size_t why_cap)
{
    char text[MANIFEST_BYTES], head[HEX_BYTES], data[HEX_BYTES];
    size_t n;
    enum err err = folder_read(path, MANIFEST_FILE, text, sizeof text - 1, &n, why, why_cap);
    if (err) return err;
    text[n] = 0;
    unsigned version = 0;
    int read =
        sscanf(text, "rexian-backup %u\nfacts %" SCNu64 "\nhead %64[0-9a-f]\ndata %64[0-9a-f]\n",
               &version, &manifest->facts, head, data);
    if (read >= 1 && version > 1) {
        snprintf(why, why_cap, "%s was made by a newer version: install that version", path);
        return ERR_NEWER;
    }
    if (read != 4 || sodium_hex2bin(manifest->head.b, 32, head, 64, NULL, &n, NULL) || n != 32 ||
        sodium_hex2bin(manifest->data.b, 32, data, 64, NULL, &n, NULL) || n != 32) {
        snprintf(why, why_cap, "%s/" MANIFEST_FILE " cannot be read: use another backup", path);
        return ERR_DAMAGED;
    }
    return ERR_OK;
}

/* What the copy itself says: commits may have gone on while it was made. */
static enum err copy_meta(struct store *store, const char *path, struct meta *meta)
{
    struct db db;
    struct txn txn = {.store = store, .db = &db};
    enum err err = db_open(&db, path, store->options.map_bytes, MDB_RDONLY | MDB_NOLOCK);
    if (err) return err;
    err = txn_begin(&txn, store, &db, false);
    if (!err) err = lmdb_err(mdb_dbi_open(txn.lmdb, "meta", 0, &db.meta));
    if (!err) err = meta_read(&txn, meta);
    txn_abort(&txn);
    db_close(&db);
    return err;
}

/* On the store's own disk the reserve is left alone: without it the dispatcher would have to stop
 * in the middle of a commit, for the sake of a copy. */
static enum err backup_room(const struct store *store, const char *path, char *why, size_t why_cap)
{
    uint64_t bytes = 0;
    enum err err = folder_taken(store->dir, DATA_FILE, &bytes);
    if (folder_same_disk(store->dir, path)) bytes += store->options.reserve_bytes;
    return err ? err : folder_room(path, bytes, why, why_cap);
}

/* Into a folder that is there and empty. */
static enum err backup_fill(struct store *store, const char *path, struct manifest *manifest,
                            char *why, size_t why_cap)
{
    char file[LIMIT_PATH];
    struct meta meta = {0};
    /* The compacting copy reads under a snapshot of its own and never waits for the writer. */
    enum err err = lmdb_err(mdb_env_copy2(store->db.env, path, MDB_CP_COMPACT));
    folder_path(path, DATA_FILE, file);
    if (!err && chmod(file, 0600) != 0) err = ERR_IO;
    if (!err) err = copy_meta(store, path, &meta);
    if (err) {
        snprintf(why, why_cap, "cannot copy the store to %s: %s", path, err_text(err));
        return err;
    }
    manifest->facts = meta.head;
    manifest->head = meta.head_hash;
    err = folder_seal(path, DATA_FILE, &manifest->data, why, why_cap);
    if (!err) err = keys_copy(store->dir, path, why, why_cap);
    if (!err) err = manifest_write(path, manifest, why, why_cap);
    return err;
}

enum err store_backup(struct store *store, const char *path, uint64_t *facts, char *why,
                      size_t why_cap)
{
    struct manifest manifest;
    why[0] = 0;
    enum err err = folder_make(path, why, why_cap);
    if (err) return err;
    err = backup_room(store, path, why, why_cap);
    if (!err) err = backup_fill(store, path, &manifest, why, why_cap);
    if (err)
        folder_remove(path);
    else
        *facts = manifest.facts;
    return err;
}

static enum err restore_copy(const char *backup, const char *dir, struct manifest *manifest,
                             char *why, size_t why_cap)
{
    struct h32 hash;
    enum err err = manifest_read(backup, manifest, why, why_cap);
    if (!err) err = folder_copy(backup, dir, DATA_FILE, &hash, why, why_cap);
    if (!err && memcmp(hash.b, manifest->data.b, sizeof hash.b) != 0) {
        snprintf(why, why_cap, "%s/" DATA_FILE " is damaged: use another backup", backup);
        return ERR_DAMAGED;
    }
    if (!err) err = keys_copy(backup, dir, why, why_cap);
    if (!err) err = folder_copy(backup, dir, MANIFEST_FILE, NULL, why, why_cap);
    return err;
}

/* Opens the copy as a dispatcher would, and walks its journal. */
static enum err restore_check(const struct store_options *options, const struct manifest *manifest,
                              char *why, size_t why_cap)
{
    struct store *store;
    uint64_t looked_at = 0, bad = 0;
    enum err err = store_open(options, &store, why, why_cap);
    if (err) return err;
    err = journal_verify(&store->txn, 1, &looked_at, &bad);
    if (!err && (bad || looked_at != manifest->facts ||
                 memcmp(store->txn.head_hash.b, manifest->head.b, 32) != 0)) {
        snprintf(why, why_cap, "the backup's journal does not match at fact %" PRIu64, bad);
        err = ERR_DAMAGED;
    }
    store_close(&store);
    return err;
}

enum err store_restore(const char *backup, const struct store_options *options, char *why,
                       size_t why_cap)
{
    char dir[LIMIT_PATH];
    struct manifest manifest;
    struct store_options there = *options;
    int n = snprintf(dir, sizeof dir, "%s.restoring", options->dir);
    why[0] = 0;
    if (n < 0 || (size_t)n >= sizeof dir) return ERR_LIMIT;
    if (sodium_init() < 0) return ERR_CRYPTO;
    /* The place first: nothing is copied that could not be put there. */
    enum err err = folder_make(options->dir, why, why_cap);
    if (!err) err = folder_make(dir, why, why_cap);
    if (err) return err;
    there.dir = dir;
    err = restore_copy(backup, dir, &manifest, why, why_cap);
    if (!err) err = restore_check(&there, &manifest, why, why_cap);
    if (!err && rename(dir, options->dir) != 0) {
        snprintf(why, why_cap, "cannot put the checked copy %s in place of %s", dir, options->dir);
        return ERR_IO;
    }
    if (err) {
        folder_remove(dir);
        rmdir(options->dir);
    }
    return err;
}
