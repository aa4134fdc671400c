/* The data folder's secrets: the master key, from which every other key is derived, and the
 * server's CURVE key pair. Files of mode 0600 in a folder of mode 0700; refused if others could
 * read them. */
#ifndef SERVER_STORE_KEYS_H
#define SERVER_STORE_KEYS_H

#include "common/err.h"
#include "proto/schema.h"

struct keys {
    struct h32 master;
    struct h32 vault; /* texts' keys come from it */
    struct h32 words; /* keyed hashes of texts in facts */
    struct h32 hash;  /* words_hash() */
    struct h32 check; /* what meta keeps, to know the right master key again */
    unsigned char curve_public[32], curve_secret[32];
};

/* Makes both files; they must not exist. */
enum err keys_make(const char *dir, char *why, size_t why_cap) MUST_CHECK;
enum err keys_load(struct keys *keys, const char *dir, char *why, size_t why_cap) MUST_CHECK;
/* Copies both files to another folder, with their mode, synced. */
enum err keys_copy(const char *from_dir, const char *to_dir, char *why, size_t why_cap) MUST_CHECK;
void keys_wipe(struct keys *keys);
/* BLAKE2b of domain and purpose under the master key. */
void keys_derive(const struct keys *keys, const char *domain, const char *purpose, struct h32 *out);

#endif
