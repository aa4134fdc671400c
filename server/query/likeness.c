#include "server/query/likeness.h"

#include "common/text.h"

static uint32_t hash_add(uint32_t hash, uint32_t rune)
{
    for (int i = 0; i < 3; i++, rune >>= 8) hash = (hash ^ (rune & 0xff)) * UINT32_C(16777619);
    return hash;
}

static const uint32_t hash_start = UINT32_C(2166136261);

/* The slot of this hash, or the free one where it would go. */
static size_t slot_of(const struct features *features, uint32_t hash)
{
    size_t at = hash % FEATURES_SLOTS;
    while (features->slots[at] != 0 && features->slots[at] != hash) at = (at + 1) % FEATURES_SLOTS;
    return at;
}

static void feature_put(struct features *features, uint32_t hash)
{
    if (hash == 0) hash = 1;
    size_t at = slot_of(features, hash);
    if (features->slots[at] == hash || features->n == FEATURES_MOST) return;
    features->slots[at] = hash;
    features->n++;
}

/* Full-width letters and digits as input methods leave them, and capitals, as plain small ones. */
static uint32_t plain(uint32_t rune)
{
    if (rune >= 0xff01 && rune <= 0xff5e) rune -= 0xff01 - '!';
    return rune >= 'A' && rune <= 'Z' ? rune + ('a' - 'A') : rune;
}

/* Letters of any alphabet that is written in words. */
static bool in_word(uint32_t rune)
{
    if (rune < 0x80) return (rune >= 'a' && rune <= 'z') || (rune >= '0' && rune <= '9');
    return rune >= 0xc0 && rune < 0x2000 && rune != 0xd7 && rune != 0xf7;
}

void features_of(struct slice text, struct features *out)
{
    uint32_t rune, before = 0, word = 0;
    size_t run = 0; /* Han characters in a row */
    memset(out, 0, sizeof *out);
    for (size_t at = 0; at <= text.n && out->n < FEATURES_MOST;) {
        bool end = at == text.n;
        at += end ? 1 : text_rune(text, at, &rune);
        rune = end ? 0 : plain(rune);
        bool han = !end && text_rune_han(rune);
        if (!han && run == 1) feature_put(out, hash_add(hash_start, before)); /* on its own */
        if (han && run > 0) feature_put(out, hash_add(hash_add(hash_start, before), rune));
        run = han ? run + 1 : 0;
        before = rune;
        if (!end && in_word(rune)) {
            word = hash_add(word ? word : hash_start, rune);
        } else if (word) {
            feature_put(out, word);
            word = 0;
        }
    }
}

unsigned likeness(const struct features *a, const struct features *b)
{
    const struct features *few = a->n <= b->n ? a : b, *many = a->n <= b->n ? b : a;
    size_t shared = 0;
    if (few->n == 0) return 0;
    for (size_t i = 0; i < FEATURES_SLOTS; i++) {
        uint32_t hash = few->slots[i];
        if (hash != 0 && many->slots[slot_of(many, hash)] == hash) shared++;
    }
    size_t of = few->n < FEATURES_FEW ? FEATURES_FEW : few->n;
    return (unsigned)(shared * 100 / of);
}
