#include "server/store/bytes.h"
#include "server/store/inside.h"

/* An entry: kind 1 · length 4 · a 8 · b 8 · bytes, these being what LMDB keeps as the value (a fact
 * without its predecessor's hash, which follows from it). */
enum { AT_LENGTH = 1, AT_A = 5, AT_B = 13, ENTRY_HEAD = 21 };

size_t entry_begin(struct store *store, enum entry kind, uint64_t a, uint64_t b)
{
    unsigned char head[ENTRY_HEAD];
    size_t begun = store->turn.n;
    head[0] = (unsigned char)kind;
    put_be32(head + AT_LENGTH, 0);
    put_be64(head + AT_A, a);
    put_be64(head + AT_B, b);
    buffer_put(&store->turn, head, sizeof head);
    return begun;
}

struct slice entry_end(struct store *store, size_t begun)
{
    if (store->turn.err) {
        txn_fail(&store->txn, store->turn.err);
        return (struct slice){0};
    }
    char *p = store->turn.p + begun;
    size_t n = store->turn.n - begun - ENTRY_HEAD;
    put_be32(p + AT_LENGTH, (uint32_t)n);
    return (struct slice){p + ENTRY_HEAD, n};
}

void turn_reset(struct store *store)
{
    static const char room[REDO_HEAD];
    buffer_reset(&store->turn);
    buffer_put(&store->turn, room, sizeof room);
}

static void take_fact(struct store *store, uint64_t seq, struct slice bytes)
{
    struct txn *txn = &store->txn;
    struct fact fact;
    if (seq != txn->head + 1 || fact_decode(bytes, &fact) != ERR_OK) {
        txn_fail(txn, ERR_DAMAGED);
        return;
    }
    fact.seq = seq;
    journal_put(txn, seq, bytes);
    if (txn->err) return;
    txn->applying = true;
    store->options.apply(txn, &fact);
    txn->applying = false;
}

static enum err take_entry(struct store *store, unsigned kind, uint64_t a, uint64_t b,
                           struct slice bytes)
{
    struct txn *txn = &store->txn;
    if (kind < ENTRY_FACT || kind > ENTRY_REPLY) return ERR_DAMAGED; /* whole, and yet not ours */
    switch ((enum entry)kind) {
    case ENTRY_FACT:
        take_fact(store, a, bytes);
        break;
    case ENTRY_WORDS:
        words_put(txn, a, (uint32_t)b, bytes);
        break;
    case ENTRY_ERASE:
        words_remove(txn, a, (uint32_t)b);
        break;
    case ENTRY_REPLY:
        reply_put(txn, a, b, bytes);
        break;
    }
    return txn->err;
}

enum err turn_take(void *ctx, struct slice payload)
{
    struct store *store = ctx;
    size_t at = 0;
    while (at < payload.n) {
        const char *p = payload.p + at;
        if (payload.n - at < ENTRY_HEAD) return ERR_DAMAGED;
        size_t n = get_be32(p + AT_LENGTH);
        if (n > payload.n - at - ENTRY_HEAD) return ERR_DAMAGED;
        enum err err = take_entry(store, (unsigned char)p[0], get_be64(p + AT_A),
                                  get_be64(p + AT_B), (struct slice){p + ENTRY_HEAD, n});
        if (err) return err;
        at += ENTRY_HEAD + n;
    }
    return ERR_OK;
}
