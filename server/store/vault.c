#include <sodium.h>

#include "common/log.h"
#include "server/store/bytes.h"
#include "server/store/inside.h"

/* Key: fact's number 8 · field's tag 4. Value: an open text as it is, any other sealed with
 * XChaCha20-Poly1305: the key follows from the vault's key and (number, tag), the nonce from the
 * text's keyed hash, which the fact carries. So a text and its seal are one for one, nothing random
 * is needed, and a number that is used twice (after a crash, for a step that nobody was told of)
 * with another text does not use a nonce twice. */

enum { AD_BYTES = VAULT_KEY_BYTES + 32 };

static void vault_key(uint64_t seq, uint32_t tag, unsigned char out[VAULT_KEY_BYTES])
{
    put_be64(out, seq);
    put_be32(out + 8, tag);
}

/* The hash stands in the journal, which is kept for ever: with number and tag in it, equal texts of
 * two facts do not show as equal. */
static void text_hash(const struct keys *keys, const unsigned char key[VAULT_KEY_BYTES],
                      struct slice text, struct h32 *out)
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, keys->words.b, sizeof keys->words.b, sizeof out->b);
    crypto_generichash_update(&state, key, VAULT_KEY_BYTES);
    crypto_generichash_update(&state, (const unsigned char *)text.p, text.n);
    crypto_generichash_final(&state, out->b, sizeof out->b);
}

struct seal {
    unsigned char key[crypto_aead_xchacha20poly1305_ietf_KEYBYTES];
    unsigned char ad[AD_BYTES]; /* number, tag, hash */
    const unsigned char *nonce; /* the hash's first bytes */
};

static void seal_init(struct seal *seal, const struct keys *keys,
                      const unsigned char key[VAULT_KEY_BYTES], const unsigned char hash[32])
{
    _Static_assert(SEAL_BYTES == crypto_aead_xchacha20poly1305_ietf_ABYTES, "seal's length");
    crypto_generichash(seal->key, sizeof seal->key, key, VAULT_KEY_BYTES, keys->vault.b,
                       sizeof keys->vault.b);
    memcpy(seal->ad, key, VAULT_KEY_BYTES);
    memcpy(seal->ad + VAULT_KEY_BYTES, hash, 32);
    seal->nonce = seal->ad + VAULT_KEY_BYTES;
}

void words_put(struct txn *txn, uint64_t seq, uint32_t tag, struct slice value)
{
    unsigned char key[VAULT_KEY_BYTES];
    vault_key(seq, tag, key);
    unsigned char *room = txn_room(txn, txn->db->vault, key, sizeof key, value.n, 0);
    if (room) memcpy(room, value.p, value.n);
}

bool words_remove(struct txn *txn, uint64_t seq, uint32_t tag)
{
    unsigned char key[VAULT_KEY_BYTES];
    vault_key(seq, tag, key);
    return txn_remove(txn, txn->db->vault, key, sizeof key);
}

/* The text into the vault and the turn's record; its hash into *hash. ascending: behind every key.
 */
static void field_seal(struct txn *txn, uint64_t seq, const struct field *field, struct slice text,
                       bool ascending, struct h32 *hash)
{
    const struct keys *keys = &txn->store->keys;
    unsigned char key[VAULT_KEY_BYTES];
    vault_key(seq, field->tag, key);
    text_hash(keys, key, text, hash);
    size_t n = text.n + (field->class == CLASS_OPEN ? 0 : SEAL_BYTES);
    unsigned char *room =
        txn_room(txn, txn->db->vault, key, sizeof key, n, ascending ? MDB_APPEND : 0);
    if (!room) return;
    if (field->class == CLASS_OPEN) {
        memcpy(room, text.p, text.n);
    } else {
        struct seal seal;
        seal_init(&seal, keys, key, hash->b);
        crypto_aead_xchacha20poly1305_ietf_encrypt(room, NULL, (const unsigned char *)text.p,
                                                   text.n, seal.ad, AD_BYTES, NULL, seal.nonce,
                                                   seal.key);
        sodium_memzero(&seal, sizeof seal);
    }
    size_t begun = entry_begin(txn->store, ENTRY_WORDS, seq, field->tag);
    buffer_put(&txn->store->turn, room, n);
    (void)entry_end(txn->store, begun);
}

void words_seal(struct txn *txn, struct fact *fact)
{
    const struct message *message = fact_desc(fact->type);
    ASSERT(message);
    size_t sealed = 0;
    uint32_t highest = 0;
    for (size_t i = 0; i < message->n_fields; i++) {
        const struct field *field = &message->fields[i];
        if (field->class != CLASS_WORDS && field->class != CLASS_OPEN) continue;
        struct slice *text = (struct slice *)((char *)&fact->body + field->offset);
        if (text->n == 0) continue;
        ASSERT(sealed < WORDS_FIELDS_MAX);
        struct h32 *hash = &txn->store->hashes[sealed++];
        field_seal(txn, fact->seq, field, *text, field->tag > highest, hash);
        if (field->tag > highest) highest = field->tag;
        *text = slice_bytes(hash->b, sizeof hash->b);
    }
}

/* The field and the hash that its fact carries; false: the fact has no such text. */
static bool words_field(struct txn *txn, uint64_t seq, uint32_t tag, const struct field **field,
                        struct h32 *hash)
{
    struct fact fact;
    if (!journal_read(txn, seq, &fact, NULL)) return false;
    const struct message *message = fact_desc(fact.type);
    for (size_t i = 0; message && i < message->n_fields; i++) {
        const struct field *at = &message->fields[i];
        if (at->tag != tag || (at->class != CLASS_WORDS && at->class != CLASS_OPEN)) continue;
        struct slice held = *(struct slice *)((char *)&fact.body + at->offset);
        if (held.n != sizeof hash->b) return false;
        memcpy(hash->b, held.p, sizeof hash->b);
        *field = at;
        return true;
    }
    return false;
}

/* Opens value into out, which has room for it; false: it does not match. */
static bool value_open(const struct keys *keys, const struct field *field,
                       const unsigned char key[VAULT_KEY_BYTES], const struct h32 *hash,
                       struct slice value, unsigned char *out, size_t *n)
{
    if (field->class == CLASS_OPEN) {
        struct h32 real;
        text_hash(keys, key, value, &real);
        memcpy(out, value.p, value.n);
        *n = value.n;
        return memcmp(real.b, hash->b, sizeof real.b) == 0;
    }
    if (value.n < SEAL_BYTES) return false;
    struct seal seal;
    seal_init(&seal, keys, key, hash->b);
    *n = value.n - SEAL_BYTES;
    int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
        out, NULL, NULL, (const unsigned char *)value.p, value.n, seal.ad, AD_BYTES, seal.nonce,
        seal.key);
    sodium_memzero(&seal, sizeof seal);
    return failed == 0;
}

bool words_read(struct txn *txn, uint64_t seq, uint32_t tag, struct arena *arena, struct slice *out)
{
    unsigned char key[VAULT_KEY_BYTES];
    const struct field *field;
    struct slice value;
    struct h32 hash;
    size_t n = 0;
    vault_key(seq, tag, key);
    if (!txn_value(txn, txn->db->vault, key, sizeof key, &value)) return false;
    unsigned char *text = arena_take(arena, value.n);
    if (!text) {
        txn->words_err = ERR_NOMEM;
        return false;
    }
    if (!words_field(txn, seq, tag, &field, &hash) ||
        !value_open(&txn->store->keys, field, key, &hash, value, text, &n)) {
        txn->words_err = ERR_CRYPTO;
        log_event(LOG_ERROR, "words_damaged", LOG_U64("fact", seq), LOG_U64("tag", tag));
        return false;
    }
    *out = slice_bytes(text, n);
    return true;
}

bool words_erase(struct txn *txn, uint64_t seq, uint32_t tag)
{
    ASSERT(txn->writing && !txn->applying);
    if (txn->err || !words_remove(txn, seq, tag)) return false;
    (void)entry_end(txn->store, entry_begin(txn->store, ENTRY_ERASE, seq, tag));
    txn->store->uncommitted++;
    return true;
}

void words_hash(struct txn *txn, const char *purpose, struct slice text, struct h32 *out)
{
    const struct h32 *key = &txn->store->keys.hash;
    crypto_generichash_state state;
    crypto_generichash_init(&state, key->b, sizeof key->b, sizeof out->b);
    crypto_generichash_update(&state, (const unsigned char *)purpose, strlen(purpose) + 1);
    crypto_generichash_update(&state, (const unsigned char *)text.p, text.n);
    crypto_generichash_final(&state, out->b, sizeof out->b);
}
