/* The store: one data folder with a redo log and an LMDB environment behind it (journal, vault,
 * state tables, replies). The only room that knows LMDB.
 *
 *   step:   journal_append() … reply_keep()      into the open write transaction, in memory
 *   turn:   store_sync()                         the turn's record goes to the redo log, one
 * fdatasync now replies may leave and facts be published: durable before visible rest:
 * store_commit()                       LMDB commits with full sync, the log starts anew
 *
 * Errors inside a transaction are sticky: reads answer "not there", writes do nothing, and
 * store_sync() and store_commit() answer the error. After an error the process must end; the next
 * start recovers. The thread that opened the store uses the writing transaction (LMDB's lock
 * belongs to it); each reader has its own. Tables change only inside apply (asserted). */
#ifndef SERVER_STORE_STORE_H
#define SERVER_STORE_STORE_H

#include "common/arena.h"
#include "common/err.h"
#include "proto/fact.h"
#include "server/store/rows.h"

struct store;
struct txn; /* the writing one, or a reader's snapshot */

/* The core's apply(): the only thing that changes tables. Called for every fact, live, on recovery
 * and on replay; must depend on nothing but the fact and the tables. */
typedef void store_apply(struct txn *txn, const struct fact *fact);

struct store_options {
    const char *dir;
    uint64_t map_bytes;     /* address space of LMDB, not disk */
    uint64_t segment_bytes; /* one preallocated segment of the redo log */
    uint64_t reserve_bytes; /* store_full() when the disk has less free */
    store_apply *apply;
};

/* Makes a data folder (must not exist, or be empty): keys 0600, folder 0700, an empty store and the
 * first fact. why gets one sentence that says what to do when it fails. */
enum err store_init(const struct store_options *options, uint64_t now_ms, char *why,
                    size_t why_cap);
/* Takes the folder's lock (ERR_BUSY: another dispatcher has it), checks the keys' permissions
 * (ERR_PERMISSION), the format (ERR_NEWER), opens LMDB at its last commit, re-applies the log's
 * whole records, drops a torn last one, commits. ERR_DAMAGED when something does not add up. */
enum err store_open(const struct store_options *options, struct store **out, char *why,
                    size_t why_cap);
/* Commits and closes; accepts NULL. */
void store_close(struct store **store);

/* The open write transaction, which stays open between commits. */
struct txn *store_txn(struct store *store);
/* The error that sticks; ERR_CRYPTO also when a text did not match its seal, which stops nothing
 * else: look at it before an answer leaves that was made of this transaction. */
enum err txn_err(const struct txn *txn);
enum err store_sync(struct store *store) MUST_CHECK;
enum err store_commit(struct store *store) MUST_CHECK;
/* Steps (facts and kept replies) not yet committed to LMDB. */
uint64_t store_uncommitted(const struct store *store);
/* What store_sync() has waited for the disk since the store was opened. */
uint64_t store_sync_ns(const struct store *store);
/* True when the disk has less free than the reserve, or the log cannot get its next segment: refuse
 * commands with NO_SPACE. *free_bytes may be NULL. */
bool store_full(struct store *store, uint64_t *free_bytes);
/* The master key's derivative for one purpose ("curve", "spool" …); 32 bytes. */
void store_key(const struct store *store, const char *purpose, struct h32 *out);
/* The server's CURVE key pair, made by init. */
void store_server_key(const struct store *store, unsigned char public_key[32],
                      unsigned char secret_key[32]);

/* A reader's snapshot of the last commit; any thread. Close it soon: it keeps old pages alive. */
enum err reader_open(struct store *store, struct txn **out);
void reader_close(struct txn **txn);

/* journal.c: facts */
/* Numbers the fact, hashes and seals its words into the vault, writes it, applies it. fact->seq is
 * set; the slices of words are replaced by their hashes (32 bytes inside the store, valid until the
 * next journal_append). */
void journal_append(struct txn *txn, struct fact *fact);
uint64_t journal_head(struct txn *txn); /* last fact's number; 0: none */
/* False: no such fact. Slices in the fact point into the transaction. prev may be NULL. */
bool journal_read(struct txn *txn, uint64_t seq, struct fact *fact, struct h32 *prev);
/* Hash of the fact's bytes and of the one before: what the next fact carries. */
bool journal_hash(struct txn *txn, uint64_t seq, struct h32 *out);
/* Encoded bytes as kept. */
bool journal_bytes(struct txn *txn, uint64_t seq, struct slice *bytes);
/* Walks the chain from `from` to the head; *bad is the first fact that does not match, 0 if none.
 */
enum err journal_verify(struct txn *txn, uint64_t from, uint64_t *looked_at, uint64_t *bad);

/* vault.c: words */
/* Text of the words field `tag` of fact `seq`, copied into the arena; false: erased or never there,
 * or it does not match its seal (then txn_err() is ERR_CRYPTO, and the log says which). */
bool words_read(struct txn *txn, uint64_t seq, uint32_t tag, struct arena *arena,
                struct slice *out);
/* Removes the text; the fact and its hash stay. False: there was none. */
bool words_erase(struct txn *txn, uint64_t seq, uint32_t tag);
/* Keyed hash of a text for one purpose ("caller", "token"): equal texts give equal hashes, nobody
 * without the master key can try texts against it. */
void words_hash(struct txn *txn, const char *purpose, struct slice text, struct h32 *out);

/* tables.c: state. row points to the table's struct row_X with its key columns set. */
bool table_get(struct txn *txn, enum table_id table, void *row);
void table_put(struct txn *txn, enum table_id table, const void *row);
void table_delete(struct txn *txn, enum table_id table, const void *row);
uint64_t table_count(struct txn *txn, enum table_id table);
/* First row whose index columns equal those of *row (n_columns of them); fills *row. */
bool index_find(struct txn *txn, enum index_id index, size_t n_columns, void *row);

/* Cursors: rows in key order. The table may be changed while a cursor is open on the writing
 * transaction; the cursor then goes on behind the key it gave last. */
struct cursor {
    struct txn *txn;
    int table, index; /* index -1: the table itself */
    bool backward;
    size_t prefix_bytes; /* stop where the key's first bytes differ */
    size_t key_bytes;    /* 0: not begun */
    bool begun;
    unsigned char key[160];
};
/* Rows whose first n_columns key columns equal those of *row; begins behind row's remaining key
 * columns when `after`, else at the first. n_columns 0: the whole table. */
void cursor_table(struct cursor *cursor, struct txn *txn, enum table_id table, size_t n_columns,
                  const void *row, bool after, bool backward);
void cursor_index(struct cursor *cursor, struct txn *txn, enum index_id index, size_t n_columns,
                  const void *row, bool after, bool backward);
bool cursor_next(struct cursor *cursor, void *row);

/* Typed access by a single-number key: struct row_ticket t; if (ticket_get(txn, 7, &t)) … */
#define TYPED_GET(table, key)                                                                      \
    static inline bool table##_get(struct txn *txn, uint64_t id, struct row_##table *row)          \
    {                                                                                              \
        *row = (struct row_##table){.key = id};                                                    \
        return table_get(txn, TABLE_##table, row);                                                 \
    }                                                                                              \
    static inline void table##_put(struct txn *txn, const struct row_##table *row)                 \
    {                                                                                              \
        table_put(txn, TABLE_##table, row);                                                        \
    }
TYPED_GET(person, person)
TYPED_GET(station, station)
TYPED_GET(unit, unit)
TYPED_GET(line, line)
TYPED_GET(subject, subject)
TYPED_GET(script, script)
TYPED_GET(article, article)
TYPED_GET(session, session)
TYPED_GET(agent, person)
TYPED_GET(call, call)
TYPED_GET(ticket, ticket)
TYPED_GET(counter, object)
TYPED_GET(tally, state)
TYPED_GET(minute, start_ms)
TYPED_GET(field, field)
TYPED_GET(phrase, phrase)
TYPED_GET(expert, expert)
TYPED_GET(calendar, calendar)
TYPED_GET(day, day)
TYPED_GET(survey, survey)
TYPED_GET(duty, duty)
TYPED_GET(letter, letter)
TYPED_GET(score, score)
TYPED_GET(sample, sample)
TYPED_GET(disclosure, disclosure)
TYPED_GET(look, seq)
TYPED_GET(work, work)
TYPED_GET(queue, queue)
TYPED_GET(skill, skill)
TYPED_GET(crew, skill)
TYPED_GET(half, start_ms)
TYPED_GET(centre_day, day_ms)
TYPED_GET(outbound, outbound)
TYPED_GET(contact, contact)
TYPED_GET(no_call, seq)
TYPED_GET(plan, plan)
TYPED_GET(alert, alert)
TYPED_GET(nuisance, seq)
TYPED_GET(mark, call)
TYPED_GET(evidence, evidence)
TYPED_GET(tree, tree)
TYPED_GET(market, market)
TYPED_GET(surge, surge)
TYPED_GET(area, area)
TYPED_GET(burst, burst)
TYPED_GET(notice, notice)
#undef TYPED_GET

/* replies.c: asking twice is safe. The reply of (station, request id), kept for 24 h; bytes of the
 * caller's making. Request ids that begin with the time keep a station's replies together on disk.
 */
/* False: not asked before. Bytes are valid until the transaction changes. */
bool reply_find(struct txn *txn, uint64_t station, uint64_t request_id, struct slice *reply);
void reply_keep(struct txn *txn, uint64_t station, uint64_t request_id, struct slice reply,
                uint64_t now_ms);
/* Drops at most `most` replies older than before_ms; the number dropped. */
size_t reply_drop(struct txn *txn, uint64_t before_ms, size_t most);

/* backup.c */
/* Any thread; the writer goes on meanwhile. Copies the last commit into a new folder, ready for
 * --data; restoring is copying it back by store_restore, which checks all of it first. The copy
 * holds the keys: guard it like the original. */
enum err store_backup(struct store *store, const char *path, uint64_t *facts, char *why,
                      size_t why_cap);
enum err store_restore(const char *backup, const struct store_options *options, char *why,
                       size_t why_cap);

/* replay.c */
struct replay_report {
    uint64_t facts, rows, differing;
    char first[256]; /* the first difference, in words */
};
/* Any thread. Rebuilds all tables from the journal in a scratch environment under the data folder
 * and compares them row by row with the snapshot's. */
enum err store_replay(struct store *store, struct txn *snapshot, struct replay_report *report);

#endif
