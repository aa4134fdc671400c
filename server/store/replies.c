#include "server/store/bytes.h"
#include "server/store/inside.h"

/* replies: request id 8 · station 8 → time 8 · reply. reply_times: time 8 · the same key, without a
 * value: the way to the old ones. Request ids begin with the time, so that the replies of all
 * stations in one moment lie side by side: the station must not come first. */
enum { TIME_BYTES = 8, TIME_KEY_BYTES = TIME_BYTES + REPLY_KEY_BYTES };

static void reply_key(uint64_t station, uint64_t request_id, unsigned char out[REPLY_KEY_BYTES])
{
    put_be64(out, request_id);
    put_be64(out + 8, station);
}

bool reply_find(struct txn *txn, uint64_t station, uint64_t request_id, struct slice *reply)
{
    unsigned char key[REPLY_KEY_BYTES];
    struct slice value;
    reply_key(station, request_id, key);
    if (!txn_value(txn, txn->db->replies, key, sizeof key, &value)) return false;
    if (value.n < TIME_BYTES) {
        txn_fail(txn, ERR_DAMAGED);
        return false;
    }
    *reply = (struct slice){value.p + TIME_BYTES, value.n - TIME_BYTES};
    return true;
}

void reply_put(struct txn *txn, uint64_t station, uint64_t request_id, struct slice value)
{
    unsigned char time_key[TIME_KEY_BYTES];
    struct slice old;
    if (value.n < TIME_BYTES) {
        txn_fail(txn, ERR_DAMAGED);
        return;
    }
    unsigned char *key = time_key + TIME_BYTES;
    reply_key(station, request_id, key);
    unsigned char *room =
        txn_room(txn, txn->db->replies, key, REPLY_KEY_BYTES, value.n, MDB_NOOVERWRITE);
    if (!room && txn_value(txn, txn->db->replies, key, REPLY_KEY_BYTES, &old)) {
        memcpy(time_key, old.p, old.n < TIME_BYTES ? 0 : TIME_BYTES);
        (void)txn_remove(txn, txn->db->reply_times, time_key, sizeof time_key);
        room = txn_room(txn, txn->db->replies, key, REPLY_KEY_BYTES, value.n, 0);
    }
    if (room) memcpy(room, value.p, value.n);
    memcpy(time_key, value.p, TIME_BYTES);
    (void)txn_room(txn, txn->db->reply_times, time_key, sizeof time_key, 0, 0);
    txn->store->uncommitted++;
}

void reply_keep(struct txn *txn, uint64_t station, uint64_t request_id, struct slice reply,
                uint64_t now_ms)
{
    ASSERT(txn->writing && !txn->applying);
    if (txn->err) return;
    unsigned char time[TIME_BYTES];
    put_be64(time, now_ms);
    size_t begun = entry_begin(txn->store, ENTRY_REPLY, station, request_id);
    buffer_put(&txn->store->turn, time, sizeof time);
    buffer_put(&txn->store->turn, reply.p, reply.n);
    struct slice value = entry_end(txn->store, begun);
    if (!txn->err) reply_put(txn, station, request_id, value);
}

/* The oldest reply's keys, if it is older than before_ms. */
static bool oldest(struct txn *txn, uint64_t before_ms, unsigned char time_key[TIME_KEY_BYTES])
{
    MDB_cursor *cursor;
    MDB_val key, value;
    if (txn->err) return false;
    int rc = mdb_cursor_open(txn->lmdb, txn->db->reply_times, &cursor);
    if (rc) {
        txn_fail(txn, lmdb_err(rc));
        return false;
    }
    rc = mdb_cursor_get(cursor, &key, &value, MDB_FIRST);
    bool old = !rc && key.mv_size == TIME_KEY_BYTES && get_be64(key.mv_data) < before_ms;
    if (old) memcpy(time_key, key.mv_data, TIME_KEY_BYTES);
    mdb_cursor_close(cursor);
    if (rc && rc != MDB_NOTFOUND) txn_fail(txn, lmdb_err(rc));
    return old;
}

/* Not in the turn's record: what a crash brings back is old again, and dropped again. */
size_t reply_drop(struct txn *txn, uint64_t before_ms, size_t most)
{
    unsigned char time_key[TIME_KEY_BYTES];
    size_t dropped = 0;
    ASSERT(txn->writing && !txn->applying);
    while (dropped < most && oldest(txn, before_ms, time_key)) {
        (void)txn_remove(txn, txn->db->reply_times, time_key, sizeof time_key);
        (void)txn_remove(txn, txn->db->replies, time_key + TIME_BYTES, REPLY_KEY_BYTES);
        dropped++;
    }
    return dropped;
}
