/* The journal's chain, the vault's seals, the kept replies. */
#include "tests/unit/store/fixture.h"

#include "common/log.h"
#include "server/store/bytes.h"

#define CANARY "CANARY-金丝雀-13812345678"

static void chain(void **state)
{
    (void)state;
    struct fixture f;
    struct h32 prev, hash, by_hand;
    struct fact fact;
    struct slice bytes;
    fixture_new(&f);
    for (uint64_t i = 1; i <= 100; i++) step(&f, i);
    for (uint64_t seq = 2; seq <= 101; seq++) {
        assert_true(journal_hash(f.txn, seq - 1, &hash));
        assert_true(journal_read(f.txn, seq, &fact, &prev));
        assert_memory_equal(prev.b, hash.b, 32);
        assert_int_equal(fact.seq, seq);
        assert_int_equal(fact.body.ticket_moved.ticket, seq - 1);
        assert_int_equal(fact.body.ticket_moved.reply.n, 32);
    }
    assert_true(journal_bytes(f.txn, 101, &bytes));
    fact_hash(&prev, 101, bytes, &by_hand);
    assert_memory_equal(by_hand.b, f.txn->head_hash.b, 32);
    fixture_sound(&f);
    fixture_free(&f);
}

/* Changes one byte of a kept fact behind the store's back. */
static void tamper(struct fixture *f, uint64_t seq, size_t at)
{
    unsigned char key[8], copy[512];
    MDB_val k = {8, key}, v;
    put_be64(key, seq);
    assert_int_equal(mdb_get(f->txn->lmdb, f->txn->db->journal, &k, &v), 0);
    assert_true(v.mv_size <= sizeof copy && at < v.mv_size);
    memcpy(copy, v.mv_data, v.mv_size);
    copy[at] ^= 1;
    v.mv_data = copy;
    assert_int_equal(mdb_put(f->txn->lmdb, f->txn->db->journal, &k, &v, 0), 0);
    f->txn->changed = true;
}

static void tampering_found(void **state)
{
    (void)state;
    struct fixture f;
    uint64_t looked_at, bad;
    fixture_new(&f);
    for (uint64_t i = 1; i <= 50; i++) step(&f, i);
    assert_int_equal(journal_verify(f.txn, 1, &looked_at, &bad), ERR_OK);
    assert_int_equal(bad, 0);
    assert_int_equal(looked_at, 51);
    static const uint64_t victims[] = {1, 2, 20, 50, 51}; /* the last has no successor */
    for (size_t i = 0; i < sizeof victims / sizeof victims[0]; i++) {
        tamper(&f, victims[i], 36); /* a byte of the fact */
        assert_int_equal(journal_verify(f.txn, 1, &looked_at, &bad), ERR_OK);
        assert_int_equal(bad, victims[i]);
        assert_int_equal(journal_verify(f.txn, victims[i] + 1, &looked_at, &bad), ERR_OK);
        assert_int_equal(bad, 0);
        tamper(&f, victims[i], 36);
    }
    /* a reader finds it as well, by what the commit says of the head */
    struct txn *reader;
    tamper(&f, 51, 36);
    assert_int_equal(store_commit(f.store), ERR_OK);
    assert_int_equal(reader_open(f.store, &reader), ERR_OK);
    assert_int_equal(journal_verify(reader, 1, &looked_at, &bad), ERR_OK);
    assert_int_equal(bad, 51);
    reader_close(&reader);
    /* and the next opening */
    fixture_crash(&f);
    assert_int_equal(fixture_try(&f), ERR_DAMAGED);
    assert_non_null(strstr(f.why, "restore a backup"));
    fixture_free(&f);
}

static void missing_fact_found(void **state)
{
    (void)state;
    struct fixture f;
    uint64_t looked_at, bad;
    unsigned char key[8];
    fixture_new(&f);
    for (uint64_t i = 1; i <= 9; i++) step(&f, i);
    put_be64(key, 5);
    assert_true(txn_remove(f.txn, f.txn->db->journal, key, sizeof key));
    assert_int_equal(journal_verify(f.txn, 1, &looked_at, &bad), ERR_OK);
    assert_int_equal(bad, 5);
    fixture_free(&f);
}

static bool file_has(const struct fixture *f, const char *name, const char *text)
{
    char path[200];
    struct stat st;
    snprintf(path, sizeof path, "%s/%s", f->dir, name);
    int fd = open(path, O_RDONLY);
    if (fd < 0) return false;
    assert_int_equal(fstat(fd, &st), 0);
    char *bytes = malloc((size_t)st.st_size);
    assert_non_null(bytes);
    assert_int_equal(read(fd, bytes, (size_t)st.st_size), st.st_size);
    close(fd);
    bool has = memmem(bytes, (size_t)st.st_size, text, strlen(text)) != NULL;
    free(bytes);
    return has;
}

static bool on_disk(const struct fixture *f, const char *text)
{
    return file_has(f, "data.mdb", text) || file_has(f, "redo.0", text) ||
           file_has(f, "redo.1", text);
}

static void words_sealed(void **state)
{
    (void)state;
    struct fixture f;
    struct arena arena;
    struct slice text;
    struct fact fact;
    fixture_new(&f);
    arena_init(&arena, 100000);
    uint64_t closed = append_move(&f, 1, 3, CANARY);
    uint64_t open = append_unit(&f, 2, "OPEN-WORDS-水务局");
    uint64_t same = append_move(&f, 2, 3, CANARY);
    assert_int_equal(store_sync(f.store), ERR_OK);
    assert_true(file_has(&f, "redo.0", "OPEN-WORDS-水务局"));
    assert_int_equal(store_commit(f.store), ERR_OK);
    assert_false(on_disk(&f, CANARY));
    assert_false(on_disk(&f, "金丝雀"));
    assert_true(file_has(&f, "data.mdb", "OPEN-WORDS-水务局"));
    /* both are read alike, on the writing transaction and by a reader */
    struct txn *reader;
    assert_int_equal(reader_open(f.store, &reader), ERR_OK);
    assert_true(words_read(f.txn, closed, 16, &arena, &text));
    assert_true(slice_equal(text, slice_of(CANARY)));
    assert_true(words_read(reader, open, 5, &arena, &text));
    assert_true(slice_equal(text, slice_of("OPEN-WORDS-水务局")));
    assert_false(words_read(reader, closed, 17, &arena, &text));
    assert_false(words_read(reader, 999, 16, &arena, &text));
    assert_int_equal(txn_err(reader), ERR_OK);
    reader_close(&reader);
    /* equal texts of two facts do not show as equal in the journal */
    struct h32 first;
    assert_true(journal_read(f.txn, closed, &fact, NULL));
    memcpy(first.b, fact.body.ticket_moved.reply.p, 32);
    assert_true(journal_read(f.txn, same, &fact, NULL));
    assert_memory_not_equal(first.b, fact.body.ticket_moved.reply.p, 32);
    arena_fini(&arena);
    fixture_free(&f);
}

static void words_erased(void **state)
{
    (void)state;
    struct fixture f;
    struct arena arena;
    struct slice text;
    struct h32 before, after;
    fixture_new(&f);
    arena_init(&arena, 100000);
    uint64_t seq = append_move(&f, 1, 3, CANARY);
    assert_int_equal(store_commit(f.store), ERR_OK);
    assert_true(journal_hash(f.txn, seq, &before));
    words_erase(f.txn, seq, 16);
    assert_false(words_read(f.txn, seq, 16, &arena, &text));
    assert_int_equal(txn_err(f.txn), ERR_OK);
    assert_int_equal(store_sync(f.store), ERR_OK);
    fixture_crash(&f);
    fixture_open(&f); /* the log brings the erasing back, not the text */
    assert_false(words_read(f.txn, seq, 16, &arena, &text));
    assert_true(journal_hash(f.txn, seq, &after));
    assert_memory_equal(before.b, after.b, 32);
    fixture_sound(&f);
    arena_fini(&arena);
    fixture_free(&f);
}

/* A text that was changed, moved to another fact, or whose fact was changed, is not shown. */
static void words_bound(void **state)
{
    (void)state;
    struct fixture f;
    struct arena arena;
    struct slice text, sealed;
    unsigned char key[VAULT_KEY_BYTES], copy[256];
    log_open_fd(-1);
    fixture_new(&f);
    arena_init(&arena, 100000);
    uint64_t a = append_move(&f, 1, 3, CANARY), b = append_move(&f, 2, 3, CANARY);
    uint64_t open = append_unit(&f, 3, "open");
    put_be64(key, a);
    put_be32(key + 8, 16);
    assert_true(txn_value(f.txn, f.txn->db->vault, key, sizeof key, &sealed));
    memcpy(copy, sealed.p, sealed.n);
    words_put(f.txn, b, 16, slice_bytes(copy, sealed.n)); /* moved */
    assert_false(words_read(f.txn, b, 16, &arena, &text));
    assert_int_equal(txn_err(f.txn), ERR_CRYPTO);
    f.txn->words_err = ERR_OK;
    copy[3] ^= 1;
    words_put(f.txn, a, 16, slice_bytes(copy, sealed.n)); /* changed */
    assert_false(words_read(f.txn, a, 16, &arena, &text));
    assert_int_equal(txn_err(f.txn), ERR_CRYPTO);
    f.txn->words_err = ERR_OK;
    words_put(f.txn, open, 5, slice_of("other")); /* an open text has a hash, too */
    assert_false(words_read(f.txn, open, 5, &arena, &text));
    assert_int_equal(txn_err(f.txn), ERR_CRYPTO);
    /* one bad text does not stop the house */
    assert_int_equal(store_sync(f.store), ERR_OK);
    assert_int_equal(store_commit(f.store), ERR_OK);
    arena_fini(&arena);
    fixture_free(&f);
    log_open_fd(2);
}

static void replies_kept_and_dropped(void **state)
{
    (void)state;
    struct fixture f;
    struct slice reply;
    fixture_new(&f);
    for (uint64_t i = 1; i <= 20; i++)
        reply_keep(f.txn, i % 3, i, slice_of(i % 2 ? "odd" : ""), 1000 + i);
    assert_int_equal(store_sync(f.store), ERR_OK);
    fixture_crash(&f);
    fixture_open(&f);
    assert_true(reply_find(f.txn, 1, 7, &reply));
    assert_true(slice_equal(reply, slice_of("odd")));
    assert_true(reply_find(f.txn, 2, 8, &reply));
    assert_int_equal(reply.n, 0);
    assert_false(reply_find(f.txn, 1, 8, &reply)); /* another station's */
    assert_int_equal(reply_drop(f.txn, 1001, 10), 0);
    assert_int_equal(reply_drop(f.txn, 1011, 4), 4);
    assert_int_equal(reply_drop(f.txn, 1011, 100), 6);
    assert_false(reply_find(f.txn, 1, 10, &reply));
    assert_true(reply_find(f.txn, 2, 11, &reply));
    /* kept anew: the last one counts, and its time */
    reply_keep(f.txn, 2, 11, slice_of("again"), 2000);
    assert_true(reply_find(f.txn, 2, 11, &reply));
    assert_true(slice_equal(reply, slice_of("again")));
    assert_int_equal(reply_drop(f.txn, 1500, 100), 9);
    assert_true(reply_find(f.txn, 2, 11, &reply));
    assert_int_equal(reply_drop(f.txn, 2001, 100), 1);
    assert_int_equal(reply_drop(f.txn, UINT64_MAX, 100), 0);
    assert_int_equal(f.txn->err, ERR_OK);
    fixture_free(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chain),
        cmocka_unit_test(tampering_found),
        cmocka_unit_test(missing_fact_found),
        cmocka_unit_test(words_sealed),
        cmocka_unit_test(words_erased),
        cmocka_unit_test(words_bound),
        cmocka_unit_test(replies_kept_and_dropped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
