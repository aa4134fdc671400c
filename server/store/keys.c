#include "server/store/keys.h"

#include <sodium.h>
#include <stdio.h>

#include "server/store/folder.h"

#define MASTER_FILE "master.key"
#define SERVER_FILE "server.key"

enum { HEX_LINE = 32 * 2 + 1 };

static void hex_line(const unsigned char bytes[32], char out[HEX_LINE + 1])
{
    sodium_bin2hex(out, HEX_LINE, bytes, 32);
    out[HEX_LINE - 1] = '\n';
    out[HEX_LINE] = 0;
}

static bool hex_read(const char *text, unsigned char bytes[32])
{
    size_t n = 0;
    return sodium_hex2bin(bytes, 32, text, HEX_LINE - 1, NULL, &n, NULL) == 0 && n == 32 &&
           text[HEX_LINE - 1] == '\n';
}

enum err keys_make(const char *dir, char *why, size_t why_cap)
{
    unsigned char bytes[32], secret[32];
    char text[2 * HEX_LINE + 1];
    randombytes_buf(bytes, sizeof bytes);
    hex_line(bytes, text);
    enum err err = folder_write(dir, MASTER_FILE, slice_bytes(text, HEX_LINE), why, why_cap);
    if (!err) {
        crypto_box_keypair(bytes, secret);
        hex_line(bytes, text);
        hex_line(secret, text + HEX_LINE);
        err = folder_write(dir, SERVER_FILE, slice_bytes(text, 2 * HEX_LINE), why, why_cap);
    }
    sodium_memzero(bytes, sizeof bytes);
    sodium_memzero(secret, sizeof secret);
    sodium_memzero(text, sizeof text);
    return err;
}

static enum err key_file(const char *dir, const char *name, char *text, size_t n, char *why,
                         size_t why_cap)
{
    size_t got = 0;
    enum err err = folder_read_secret(dir, name, text, n + 1, &got, why, why_cap);
    if (err) return err;
    if (got != n) {
        snprintf(why, why_cap, "%s/%s is not a key file: put the right one back from a backup", dir,
                 name);
        return ERR_DAMAGED;
    }
    return ERR_OK;
}

void keys_derive(const struct keys *keys, const char *domain, const char *purpose, struct h32 *out)
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, keys->master.b, sizeof keys->master.b, sizeof out->b);
    /* The zeros between make each pair of texts another input. */
    crypto_generichash_update(&state, (const unsigned char *)domain, strlen(domain) + 1);
    crypto_generichash_update(&state, (const unsigned char *)purpose, strlen(purpose) + 1);
    crypto_generichash_final(&state, out->b, sizeof out->b);
}

enum err keys_load(struct keys *keys, const char *dir, char *why, size_t why_cap)
{
    char text[2 * HEX_LINE + 1];
    enum err err = key_file(dir, MASTER_FILE, text, HEX_LINE, why, why_cap);
    bool read = !err && hex_read(text, keys->master.b);
    if (read) err = key_file(dir, SERVER_FILE, text, 2 * HEX_LINE, why, why_cap);
    read = read && !err && hex_read(text, keys->curve_public) &&
           hex_read(text + HEX_LINE, keys->curve_secret);
    sodium_memzero(text, sizeof text);
    if (err) return err;
    if (!read) {
        snprintf(why, why_cap, "the keys in %s cannot be read: put them back from a backup", dir);
        return ERR_DAMAGED;
    }
    keys_derive(keys, "store", "vault", &keys->vault);
    keys_derive(keys, "store", "words", &keys->words);
    keys_derive(keys, "store", "hash", &keys->hash);
    keys_derive(keys, "store", "check", &keys->check);
    return ERR_OK;
}

enum err keys_copy(const char *from_dir, const char *to_dir, char *why, size_t why_cap)
{
    enum err err = folder_copy(from_dir, to_dir, MASTER_FILE, NULL, why, why_cap);
    if (!err) err = folder_copy(from_dir, to_dir, SERVER_FILE, NULL, why, why_cap);
    return err;
}

void keys_wipe(struct keys *keys)
{
    sodium_memzero(keys, sizeof *keys);
}
