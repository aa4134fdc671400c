#include "server/store/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

enum { COPY_BYTES = 64 * 1024 };

/* Sets why for a failed call on dir/name; answers errno's err. */
static enum err failed(const char *what, const char *dir, const char *name, char *why,
                       size_t why_cap)
{
    enum err err = err_from_errno(errno);
    snprintf(why, why_cap, "cannot %s %s/%s: %s", what, dir, name, strerror(errno));
    return err;
}

void folder_path(const char *dir, const char *name, char out[LIMIT_PATH])
{
    int n = snprintf(out, LIMIT_PATH, "%s/%s", dir, name);
    ASSERT(n > 0 && n < LIMIT_PATH);
}

static bool folder_empty(const char *dir)
{
    DIR *stream = opendir(dir);
    if (!stream) return false;
    size_t n = 0;
    for (struct dirent *entry; (entry = readdir(stream));)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) n++;
    closedir(stream);
    return n == 0;
}

enum err folder_make(const char *dir, char *why, size_t why_cap)
{
    if (strlen(dir) + 64 > LIMIT_PATH) {
        snprintf(why, why_cap, "the folder's path is too long");
        return ERR_LIMIT;
    }
    if (mkdir(dir, 0700) == 0) return ERR_OK;
    if (errno == EEXIST && !folder_empty(dir)) {
        snprintf(why, why_cap, "%s is not empty: name a new folder", dir);
        return ERR_EXISTS;
    }
    if (errno != EEXIST || chmod(dir, 0700) != 0) return failed("make", dir, "", why, why_cap);
    return ERR_OK;
}

enum err folder_check(const char *dir, char *why, size_t why_cap)
{
    struct stat st;
    if (strlen(dir) + 64 > LIMIT_PATH) {
        snprintf(why, why_cap, "the folder's path is too long");
        return ERR_LIMIT;
    }
    if (stat(dir, &st) != 0 || !S_ISDIR(st.st_mode)) {
        snprintf(why, why_cap, "there is no data folder %s: make one with init", dir);
        return ERR_NOTFOUND;
    }
    if (st.st_mode & 077) {
        snprintf(why, why_cap, "%s can be read by others: run chmod 700 on it", dir);
        return ERR_PERMISSION;
    }
    return ERR_OK;
}

enum err folder_lock(const char *dir, int *fd, char *why, size_t why_cap)
{
    char path[LIMIT_PATH];
    folder_path(dir, LOCK_FILE, path);
    int lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0) return failed("open", dir, LOCK_FILE, why, why_cap);
    if (flock(lock, LOCK_EX | LOCK_NB) != 0) {
        enum err err = errno == EWOULDBLOCK ? ERR_BUSY : err_from_errno(errno);
        snprintf(why, why_cap, "%s is in use by another dispatcher: stop that one first", dir);
        close(lock);
        return err;
    }
    *fd = lock;
    return ERR_OK;
}

bool folder_has(const char *dir, const char *name)
{
    char path[LIMIT_PATH];
    folder_path(dir, name, path);
    return access(path, F_OK) == 0;
}

static enum err write_all(int fd, const char *p, size_t n)
{
    while (n > 0) {
        ssize_t did = write(fd, p, n);
        if (did < 0 && errno == EINTR) continue;
        if (did < 0) return err_from_errno(errno);
        p += did;
        n -= (size_t)did;
    }
    return ERR_OK;
}

enum err folder_write(const char *dir, const char *name, struct slice bytes, char *why,
                      size_t why_cap)
{
    char path[LIMIT_PATH];
    folder_path(dir, name, path);
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0) return failed("make", dir, name, why, why_cap);
    enum err err = write_all(fd, bytes.p, bytes.n);
    if (!err && fsync(fd) != 0) err = err_from_errno(errno);
    close(fd);
    if (!err) err = folder_sync(dir);
    if (err) snprintf(why, why_cap, "cannot write %s/%s: %s", dir, name, err_text(err));
    return err;
}

static enum err read_file(const char *dir, const char *name, bool secret, char *out, size_t cap,
                          size_t *n, char *why, size_t why_cap)
{
    char path[LIMIT_PATH];
    struct stat st;
    folder_path(dir, name, path);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return failed("open", dir, name, why, why_cap);
    enum err err = fstat(fd, &st) == 0 ? ERR_OK : ERR_IO;
    if (!err && secret && (st.st_mode & 077)) {
        snprintf(why, why_cap, "%s/%s can be read by others: run chmod 600 on it", dir, name);
        close(fd);
        return ERR_PERMISSION;
    }
    *n = 0;
    while (!err && *n < cap) {
        ssize_t got = read(fd, out + *n, cap - *n);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) err = failed("read", dir, name, why, why_cap);
        if (got <= 0) break;
        *n += (size_t)got;
    }
    close(fd);
    return err;
}

enum err folder_read(const char *dir, const char *name, char *out, size_t cap, size_t *n, char *why,
                     size_t why_cap)
{
    return read_file(dir, name, false, out, cap, n, why, why_cap);
}

enum err folder_read_secret(const char *dir, const char *name, char *out, size_t cap, size_t *n,
                            char *why, size_t why_cap)
{
    return read_file(dir, name, true, out, cap, n, why, why_cap);
}

/* Reads `from` to its end, writing to `to` unless that is -1. */
static enum err pump(int from, int to, struct h32 *hash)
{
    char bytes[COPY_BYTES];
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, sizeof hash->b);
    for (;;) {
        ssize_t got = read(from, bytes, sizeof bytes);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return err_from_errno(errno);
        if (got == 0) break;
        crypto_generichash_update(&state, (unsigned char *)bytes, (size_t)got);
        enum err err = to < 0 ? ERR_OK : write_all(to, bytes, (size_t)got);
        if (err) return err;
    }
    crypto_generichash_final(&state, hash->b, sizeof hash->b);
    return fsync(to < 0 ? from : to) == 0 ? ERR_OK : err_from_errno(errno);
}

enum err folder_copy(const char *from_dir, const char *to_dir, const char *name, struct h32 *hash,
                     char *why, size_t why_cap)
{
    char path[LIMIT_PATH];
    struct h32 unused;
    folder_path(from_dir, name, path);
    int from = open(path, O_RDONLY | O_CLOEXEC);
    if (from < 0) return failed("open", from_dir, name, why, why_cap);
    folder_path(to_dir, name, path);
    int to = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (to < 0) {
        enum err err = failed("make", to_dir, name, why, why_cap);
        close(from);
        return err;
    }
    enum err err = pump(from, to, hash ? hash : &unused);
    close(from);
    close(to);
    if (!err) err = folder_sync(to_dir);
    if (err) snprintf(why, why_cap, "cannot copy %s to %s: %s", name, to_dir, err_text(err));
    return err;
}

enum err folder_seal(const char *dir, const char *name, struct h32 *hash, char *why, size_t why_cap)
{
    char path[LIMIT_PATH];
    folder_path(dir, name, path);
    int fd = open(path, O_RDWR | O_CLOEXEC);
    if (fd < 0) return failed("open", dir, name, why, why_cap);
    enum err err = pump(fd, -1, hash);
    close(fd);
    if (err) snprintf(why, why_cap, "cannot read %s/%s: %s", dir, name, err_text(err));
    return err;
}

enum err folder_sync(const char *dir)
{
    int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return err_from_errno(errno);
    enum err err = fsync(fd) == 0 ? ERR_OK : err_from_errno(errno);
    close(fd);
    return err;
}

void folder_remove(const char *dir)
{
    DIR *stream = opendir(dir);
    if (!stream) return;
    for (struct dirent *entry; (entry = readdir(stream));)
        unlinkat(dirfd(stream), entry->d_name, 0); /* fails for "." and "..", as it should */
    closedir(stream);
    rmdir(dir);
}

void folder_forget(const char *dir, const char *name)
{
    char path[LIMIT_PATH];
    folder_path(dir, name, path);
    (void)unlink(path);
}

void folder_sweep(const char *dir, const char *prefix)
{
    DIR *stream = opendir(dir);
    if (!stream) return;
    for (struct dirent *entry; (entry = readdir(stream));) {
        char path[LIMIT_PATH];
        if (strncmp(entry->d_name, prefix, strlen(prefix)) != 0) continue;
        folder_path(dir, entry->d_name, path);
        folder_remove(path);
    }
    closedir(stream);
}

enum err folder_stretch(const char *dir, const char *name, uint64_t bytes)
{
    char path[LIMIT_PATH];
    struct stat st;
    folder_path(dir, name, path);
    if (stat(path, &st) != 0) return err_from_errno(errno);
    if ((uint64_t)st.st_size >= bytes) return ERR_OK;
    return truncate(path, (off_t)bytes) == 0 ? ERR_OK : err_from_errno(errno);
}

enum err folder_free(const char *dir, uint64_t *bytes)
{
    struct statvfs st;
    if (statvfs(dir, &st) != 0) return err_from_errno(errno);
    *bytes = (uint64_t)st.f_bavail * st.f_frsize;
    return ERR_OK;
}

enum err folder_room(const char *dir, uint64_t bytes, char *why, size_t why_cap)
{
    uint64_t there = 0;
    enum err err = folder_free(dir, &there);
    if (err || there >= bytes) return err;
    snprintf(why, why_cap,
             "%s has %llu MiB free and this may take %llu: free some, or use another disk", dir,
             (unsigned long long)(there >> 20), (unsigned long long)(bytes >> 20) + 1);
    return ERR_NOSPACE;
}

enum err folder_taken(const char *dir, const char *name, uint64_t *bytes)
{
    enum { BLOCK = 512 }; /* whatever the disk's own are */
    char path[LIMIT_PATH];
    struct stat st;
    folder_path(dir, name, path);
    if (stat(path, &st) != 0) return err_from_errno(errno);
    *bytes = (uint64_t)st.st_blocks * BLOCK;
    return ERR_OK;
}

bool folder_same_disk(const char *a, const char *b)
{
    struct stat of_a, of_b;
    return stat(a, &of_a) == 0 && stat(b, &of_b) == 0 && of_a.st_dev == of_b.st_dev;
}
