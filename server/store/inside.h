/* What the store's files share and nobody else includes: the environment, the transaction, the
 * turn's record. */
#ifndef SERVER_STORE_INSIDE_H
#define SERVER_STORE_INSIDE_H

#include <lmdb.h>

#include "server/store/hot.h"
#include "server/store/keys.h"
#include "server/store/layout.h"
#include "server/store/redo.h"
#include "server/store/store.h"

enum { WORDS_FIELDS_MAX = 16, VAULT_KEY_BYTES = 12, REPLY_KEY_BYTES = 16, SEAL_BYTES = 16 };

/* One LMDB environment. A scratch one (for a replay) has tables and indexes only. */
struct db {
    MDB_env *env;
    MDB_dbi meta, journal, vault, replies, reply_times;
    MDB_dbi tables[TABLES], indexes[INDEXES];
};

struct txn {
    struct store *store;
    const struct db *db;
    MDB_txn *lmdb;                         /* NULL after an error */
    MDB_cursor *cursors[TABLES + INDEXES]; /* opened when first needed */
    struct hot *hot;                       /* of the store's own transaction; or NULL */
    bool writing;
    bool applying;      /* tables change only then */
    bool changed;       /* something waits for a commit */
    enum err err;       /* sticky */
    enum err words_err; /* a text did not match its seal; nothing else stops */
    uint64_t head;      /* writing: the last fact's number and hash */
    struct h32 head_hash;
};

struct store {
    char dir[LIMIT_PATH];
    struct store_options options;
    struct layout layout;
    struct keys keys;
    int lock;
    struct db db;
    struct redo redo;
    uint64_t epoch; /* of the log's records now */
    struct txn txn;
    struct hot hot;
    struct buffer turn; /* the turn's record: REDO_HEAD bytes of room, then entries */
    uint64_t uncommitted;
    struct h32 hashes[WORDS_FIELDS_MAX]; /* what the last fact's words became */
};

/* What store_open() does, with a log of the caller's; takes redo_ctx. */
enum err store_open_with(const struct store_options *options, const struct redo_ops *redo_ops,
                         void *redo_ctx, struct store **out, char *why, size_t why_cap);
/* Lets go of everything as a crash would: nothing is synced or committed. */
void store_abandon(struct store **store);

/* lmdb.c */
enum err lmdb_err(int rc);
enum err db_open(struct db *db, const char *dir, uint64_t map_bytes, unsigned flags) MUST_CHECK;
void db_close(struct db *db);
/* Handles of everything, made where they are not there; inside the writing transaction. */
enum err db_handles(struct db *db, MDB_txn *lmdb, const struct layout *layout,
                    bool scratch) MUST_CHECK;
/* Drops every table and index, also those of other layouts. */
enum err db_drop_tables(MDB_txn *lmdb) MUST_CHECK;
enum err txn_begin(struct txn *txn, struct store *store, const struct db *db, bool writing);
/* Commits a writing transaction; sticky in txn->err. */
enum err txn_commit(struct txn *txn);
void txn_abort(struct txn *txn);
void txn_fail(struct txn *txn, enum err err);
/* False: not there, or an error. */
bool txn_value(struct txn *txn, MDB_dbi dbi, const void *key, size_t key_n, struct slice *value);
/* Room for a value, to be filled before the next change; NULL after an error, or with
 * MDB_NOOVERWRITE when the key is there. */
unsigned char *txn_room(struct txn *txn, MDB_dbi dbi, const void *key, size_t key_n, size_t n,
                        unsigned flags);
/* False: was not there, or an error. */
bool txn_remove(struct txn *txn, MDB_dbi dbi, const void *key, size_t key_n);
/* The transaction's cursor of a table (slot: enum table_id) or an index (slot: TABLES + index). */
MDB_cursor *txn_cursor(struct txn *txn, size_t slot);

/* meta.c: what the store knows about itself */
enum { FORMAT = 1 };
struct meta {
    uint64_t format;
    uint64_t epoch; /* all of the log's records up to this epoch are in LMDB */
    uint64_t head;
    struct h32 head_hash;
    struct h32 fingerprint;
    struct h32 key_check;
    unsigned char salt[REDO_SALT];
};
/* ERR_NOTFOUND: never finished; ERR_NEWER; ERR_DAMAGED. The transaction has no error yet. */
enum err meta_read(const struct txn *txn, struct meta *meta) MUST_CHECK;
void meta_write(struct txn *txn, const struct meta *meta);
void meta_of(const struct store *store, struct meta *meta);

/* turn.c: the turn's record and its way back */
enum entry { ENTRY_FACT = 1, ENTRY_WORDS, ENTRY_ERASE, ENTRY_REPLY };
/* A place in the record; entry_end sets its length and gives the bytes put since. */
size_t entry_begin(struct store *store, enum entry kind, uint64_t a, uint64_t b);
struct slice entry_end(struct store *store, size_t begun);
void turn_reset(struct store *store);
/* redo_take: puts a record's entries into the transaction, as they were. */
enum err turn_take(void *store, struct slice payload);

/* journal.c */
void journal_put(struct txn *txn, uint64_t seq, struct slice bytes);
void fact_hash(const struct h32 *prev, uint64_t seq, struct slice bytes, struct h32 *out);
/* Number and hash of the last fact in the environment; 0 and zeros when there is none. */
enum err journal_tail(struct txn *txn, uint64_t *seq, struct h32 *hash) MUST_CHECK;
/* Hands the facts to apply; commits `into` every so many facts. progress may be NULL. */
enum err journal_apply(struct txn *from, struct txn *into, uint64_t head, store_apply *apply,
                       void (*progress)(uint64_t done, uint64_t all));

/* vault.c */
void words_seal(struct txn *txn, struct fact *fact);
void words_put(struct txn *txn, uint64_t seq, uint32_t tag, struct slice value);
bool words_remove(struct txn *txn, uint64_t seq, uint32_t tag);

/* replies.c */
void reply_put(struct txn *txn, uint64_t station, uint64_t request_id, struct slice value);

/* rebuild.c */
enum err tables_rebuild(struct store *store);

#endif
