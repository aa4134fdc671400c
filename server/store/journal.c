#include <sodium.h>

#include "server/store/bytes.h"
#include "server/store/inside.h"

/* Key: number, 8. Value: hash of the fact before, 32, then the fact's bytes. */
enum { KEY_BYTES = 8, HASH_BYTES = 32, FACTS_PER_COMMIT = 20000 };

void fact_hash(const struct h32 *prev, uint64_t seq, struct slice bytes, struct h32 *out)
{
    crypto_generichash_state state;
    unsigned char number[8];
    put_be64(number, seq);
    crypto_generichash_init(&state, NULL, 0, sizeof out->b);
    crypto_generichash_update(&state, prev->b, sizeof prev->b);
    crypto_generichash_update(&state, number, sizeof number);
    crypto_generichash_update(&state, (const unsigned char *)bytes.p, bytes.n);
    crypto_generichash_final(&state, out->b, sizeof out->b);
}

void journal_put(struct txn *txn, uint64_t seq, struct slice bytes)
{
    unsigned char key[KEY_BYTES];
    put_be64(key, seq);
    unsigned char *room =
        txn_room(txn, txn->db->journal, key, sizeof key, HASH_BYTES + bytes.n, MDB_APPEND);
    if (!room) return;
    memcpy(room, txn->head_hash.b, HASH_BYTES);
    memcpy(room + HASH_BYTES, bytes.p, bytes.n);
    fact_hash(&txn->head_hash, seq, bytes, &txn->head_hash);
    txn->head = seq;
    txn->store->uncommitted++;
}

void journal_append(struct txn *txn, struct fact *fact)
{
    struct store *store = txn->store;
    ASSERT(txn->writing && !txn->applying && txn == &store->txn);
    fact->seq = 0;
    if (txn->err) return;
    fact->seq = txn->head + 1;
    words_seal(txn, fact);
    size_t begun = entry_begin(store, ENTRY_FACT, fact->seq, 0);
    fact_encode(&store->turn, fact, VIEW_JOURNAL);
    struct slice bytes = entry_end(store, begun);
    if (txn->err) return;
    journal_put(txn, fact->seq, bytes);
    if (txn->err) return;
    txn->applying = true;
    store->options.apply(txn, fact);
    txn->applying = false;
}

/* A fact as kept; false: not there, or damaged. */
static bool journal_value(struct txn *txn, uint64_t seq, struct h32 *prev, struct slice *bytes)
{
    unsigned char key[KEY_BYTES];
    struct slice value;
    put_be64(key, seq);
    if (!txn_value(txn, txn->db->journal, key, sizeof key, &value)) return false;
    if (value.n < HASH_BYTES) {
        txn_fail(txn, ERR_DAMAGED);
        return false;
    }
    if (prev) memcpy(prev->b, value.p, HASH_BYTES);
    *bytes = (struct slice){value.p + HASH_BYTES, value.n - HASH_BYTES};
    return true;
}

static enum err last_number(struct txn *txn, uint64_t *seq)
{
    MDB_cursor *cursor;
    MDB_val key, value;
    *seq = 0;
    if (txn->err) return txn->err;
    int rc = mdb_cursor_open(txn->lmdb, txn->db->journal, &cursor);
    if (!rc) {
        rc = mdb_cursor_get(cursor, &key, &value, MDB_LAST);
        if (!rc && key.mv_size != KEY_BYTES) rc = MDB_CORRUPTED;
        if (!rc) *seq = get_be64(key.mv_data);
        mdb_cursor_close(cursor);
    }
    if (rc && rc != MDB_NOTFOUND) txn_fail(txn, lmdb_err(rc));
    return txn->err;
}

enum err journal_tail(struct txn *txn, uint64_t *seq, struct h32 *hash)
{
    *hash = (struct h32){{0}};
    enum err err = last_number(txn, seq);
    if (!err && *seq > 0) (void)journal_hash(txn, *seq, hash);
    return txn->err;
}

uint64_t journal_head(struct txn *txn)
{
    uint64_t seq = txn->head;
    if (!txn->writing && last_number(txn, &seq)) return 0;
    return txn->err ? 0 : seq;
}

bool journal_read(struct txn *txn, uint64_t seq, struct fact *fact, struct h32 *prev)
{
    struct slice bytes;
    if (!journal_value(txn, seq, prev, &bytes)) return false;
    if (fact_decode(bytes, fact) != ERR_OK) {
        txn_fail(txn, ERR_DAMAGED);
        return false;
    }
    fact->seq = seq;
    return true;
}

bool journal_hash(struct txn *txn, uint64_t seq, struct h32 *out)
{
    struct slice bytes;
    struct h32 prev;
    if (!journal_value(txn, seq, &prev, &bytes)) return false;
    fact_hash(&prev, seq, bytes, out);
    return true;
}

bool journal_bytes(struct txn *txn, uint64_t seq, struct slice *bytes)
{
    return journal_value(txn, seq, NULL, bytes);
}

/* What the chain should come to: kept by each commit, known to the writing transaction. */
static bool head_hash(struct txn *txn, uint64_t *head, struct h32 *hash)
{
    if (txn->writing) {
        *head = txn->head;
        *hash = txn->head_hash;
        return true;
    }
    struct meta meta;
    enum err err = meta_read(txn, &meta);
    if (err) txn_fail(txn, err == ERR_NOTFOUND ? ERR_DAMAGED : err);
    *head = meta.head;
    *hash = meta.head_hash;
    return !err;
}

enum err journal_verify(struct txn *txn, uint64_t from, uint64_t *looked_at, uint64_t *bad)
{
    struct h32 hash = {{0}}, prev, want;
    uint64_t head, seq = from ? from : 1;
    *looked_at = *bad = 0;
    if (txn->err || !head_hash(txn, &head, &want)) return txn->err;
    bool known = seq == 1; /* the hash of the fact before the first is zeros */
    for (; seq <= head && !*bad; seq++) {
        struct slice bytes;
        struct fact fact;
        if (!journal_value(txn, seq, &prev, &bytes)) {
            if (txn->err && txn->err != ERR_DAMAGED) return txn->err;
            *bad = seq;
            break;
        }
        /* What the successor says of it decides who was changed. */
        if (known && memcmp(prev.b, hash.b, HASH_BYTES) != 0) *bad = seq > 1 ? seq - 1 : 1;
        if (!*bad && fact_decode(bytes, &fact) != ERR_OK) *bad = seq;
        fact_hash(&prev, seq, bytes, &hash);
        known = true;
        ++*looked_at;
    }
    if (!*bad && head > 0 && from <= head && memcmp(hash.b, want.b, HASH_BYTES) != 0) *bad = head;
    return ERR_OK;
}

enum err journal_apply(struct txn *from, struct txn *into, uint64_t head, store_apply *apply,
                       void (*progress)(uint64_t done, uint64_t all))
{
    for (uint64_t seq = 1; seq <= head; seq++) {
        struct fact fact;
        if (!journal_read(from, seq, &fact, NULL)) return from->err ? from->err : ERR_DAMAGED;
        into->applying = true;
        apply(into, &fact);
        into->applying = false;
        if (into->err) return into->err;
        if (seq % FACTS_PER_COMMIT != 0) continue;
        enum err err = txn_commit(into);
        if (err) return err;
        if (progress) progress(seq, head);
    }
    return txn_commit(into);
}
