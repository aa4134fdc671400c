#include <stdio.h>

#include "server/store/inside.h"

static void say(uint64_t done, uint64_t all)
{
    fprintf(stderr, "tables are being made anew from the journal: %llu of %llu facts\n",
            (unsigned long long)done, (unsigned long long)all);
}

/* Drops all tables and applies the journal to empty ones. Until the last commit, meta keeps the old
 * layout's fingerprint: after a crash on the way it begins again. Does not touch the redo log,
 * whose records are of facts behind the journal's end. */
enum err tables_rebuild(struct store *store)
{
    struct txn *txn = &store->txn;
    uint64_t head = txn->head;
    struct h32 hash = txn->head_hash;
    /* A handle may be closed only where nothing of this transaction is behind it. */
    enum err err = txn_commit(txn);
    hot_clear(txn->hot);
    if (!err) err = db_drop_tables(txn->lmdb);
    if (!err) err = txn_commit(txn);
    if (!err) err = db_handles(&store->db, txn->lmdb, &store->layout, false);
    if (!err) {
        say(0, head);
        err = journal_apply(txn, txn, head, store->options.apply, say);
    }
    ASSERT(txn->head == head && memcmp(txn->head_hash.b, hash.b, sizeof hash.b) == 0);
    return err;
}
