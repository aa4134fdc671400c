#include "client/link/spool.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    NAME_MAX_BYTES = 64,
    ENTRY_MAX = LIMIT_MESSAGE + 256, /* no entry is larger than a message and its frame */
    SEAL_BYTES = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES
};

struct spool {
    int dir; /* owned */
    unsigned char key[crypto_secretbox_KEYBYTES];
};

enum err spool_open(struct spool **out, const char *dir, const struct station_file *station)
{
    if (sodium_init() < 0) return ERR_CRYPTO;
    if (mkdir(dir, 0700) != 0 && errno != EEXIST) return err_from_errno(errno);
    struct spool *spool = calloc(1, sizeof *spool);
    if (!spool) return ERR_NOMEM;
    spool->dir = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (spool->dir < 0) {
        enum err err = err_from_errno(errno);
        free(spool);
        return err;
    }
    static const char purpose[] = "rexian spool 1";
    crypto_generichash(spool->key, sizeof spool->key, (const unsigned char *)purpose,
                       sizeof purpose - 1, (const unsigned char *)station->secret_key,
                       strlen(station->secret_key));
    *out = spool;
    return ERR_OK;
}

void spool_close(struct spool **spool)
{
    if (!*spool) return;
    close((*spool)->dir);
    sodium_memzero(*spool, sizeof **spool);
    free(*spool);
    *spool = NULL;
}

static bool name_ok(const char *name)
{
    size_t n = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789._-");
    return n > 0 && n <= NAME_MAX_BYTES && name[n] == '\0' && name[0] != '.';
}

static enum err write_whole(int fd, const unsigned char *p, size_t n)
{
    while (n > 0) {
        ssize_t done = write(fd, p, n);
        if (done < 0 && errno == EINTR) continue;
        if (done <= 0) return err_from_errno(done < 0 ? errno : EIO);
        p += done;
        n -= (size_t)done;
    }
    return fdatasync(fd) == 0 ? ERR_OK : err_from_errno(errno);
}

/* Writes beside, then renames: a crash leaves the old entry or the new one. */
enum err spool_save(struct spool *spool, const char *name, struct slice bytes)
{
    ASSERT(name_ok(name));
    if (bytes.n > ENTRY_MAX) return ERR_LIMIT;
    size_t n = bytes.n + SEAL_BYTES;
    unsigned char *sealed = malloc(n);
    if (!sealed) return ERR_NOMEM;
    randombytes_buf(sealed, crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(sealed + crypto_secretbox_NONCEBYTES, (const unsigned char *)bytes.p,
                          bytes.n, sealed, spool->key);

    char beside[NAME_MAX_BYTES + 8];
    snprintf(beside, sizeof beside, ".%s", name);
    int fd = openat(spool->dir, beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    enum err err = fd < 0 ? err_from_errno(errno) : write_whole(fd, sealed, n);
    if (fd >= 0) close(fd);
    if (err == ERR_OK &&
        (renameat(spool->dir, beside, spool->dir, name) != 0 || fsync(spool->dir) != 0))
        err = err_from_errno(errno);
    if (err != ERR_OK) unlinkat(spool->dir, beside, 0);
    free(sealed);
    return err;
}

static enum err read_whole(int fd, struct arena *arena, struct slice *out)
{
    struct stat about;
    if (fstat(fd, &about) != 0) return err_from_errno(errno);
    if (about.st_size < SEAL_BYTES || about.st_size > ENTRY_MAX + SEAL_BYTES) return ERR_CRYPTO;
    size_t n = (size_t)about.st_size, have = 0;
    char *bytes = arena_take(arena, n);
    if (!bytes) return ERR_NOMEM;
    while (have < n) {
        ssize_t got = read(fd, bytes + have, n - have);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return ERR_IO;
        have += (size_t)got;
    }
    *out = slice_bytes(bytes, n);
    return ERR_OK;
}

enum err spool_load(struct spool *spool, const char *name, struct arena *arena, struct slice *out)
{
    ASSERT(name_ok(name));
    int fd = openat(spool->dir, name, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return err_from_errno(errno);
    struct slice sealed = {0};
    enum err err = read_whole(fd, arena, &sealed);
    close(fd);
    if (err != ERR_OK) return err;
    size_t n = sealed.n - SEAL_BYTES;
    unsigned char *open_bytes = arena_take(arena, n + 1);
    if (!open_bytes) return ERR_NOMEM;
    const unsigned char *p = (const unsigned char *)sealed.p;
    if (crypto_secretbox_open_easy(open_bytes, p + crypto_secretbox_NONCEBYTES,
                                   sealed.n - crypto_secretbox_NONCEBYTES, p, spool->key) != 0)
        return ERR_CRYPTO;
    *out = slice_bytes(open_bytes, n);
    return ERR_OK;
}

void spool_drop(struct spool *spool, const char *name)
{
    ASSERT(name_ok(name));
    unlinkat(spool->dir, name, 0);
}

void spool_each(struct spool *spool, void (*found)(void *ctx, const char *name), void *ctx)
{
    char path[32];
    snprintf(path, sizeof path, "/proc/self/fd/%d", spool->dir);
    struct dirent **names = NULL;
    int n = scandir(path, &names, NULL, alphasort);
    for (int i = 0; i < n; i++) {
        if (name_ok(names[i]->d_name)) found(ctx, names[i]->d_name);
        free(names[i]);
    }
    free(names);
}
