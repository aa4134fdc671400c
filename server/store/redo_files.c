#include "server/store/redo_files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "server/store/folder.h"

enum { FILL_BYTES = 256 * 1024 };

struct redo_files {
    char dir[LIMIT_PATH];
    int fds[REDO_SEGMENTS_MAX]; /* -1: not open */
};

enum err redo_files_new(const char *dir, void **ctx)
{
    struct redo_files *files = malloc(sizeof *files);
    if (!files) return ERR_NOMEM;
    snprintf(files->dir, sizeof files->dir, "%s", dir);
    for (size_t i = 0; i < REDO_SEGMENTS_MAX; i++) files->fds[i] = -1;
    *ctx = files;
    return ERR_OK;
}

static enum err open_segment(struct redo_files *files, unsigned number, int flags)
{
    char name[32], path[LIMIT_PATH];
    if (files->fds[number] >= 0) return ERR_OK;
    snprintf(name, sizeof name, "redo.%u", number);
    folder_path(files->dir, name, path);
    files->fds[number] = open(path, O_RDWR | O_CLOEXEC | flags, 0600);
    return files->fds[number] >= 0 ? ERR_OK : err_from_errno(errno);
}

static enum err files_open(void *ctx, unsigned number, uint64_t *size)
{
    struct redo_files *files = ctx;
    struct stat st;
    *size = 0;
    enum err err = open_segment(files, number, 0);
    if (err == ERR_NOTFOUND) return ERR_OK;
    if (err) return err;
    if (fstat(files->fds[number], &st) != 0) return err_from_errno(errno);
    *size = (uint64_t)st.st_size;
    return ERR_OK;
}

static enum err files_write(void *ctx, unsigned number, uint64_t at, const void *bytes, size_t n)
{
    struct redo_files *files = ctx;
    const char *p = bytes;
    while (n > 0) {
        ssize_t did = pwrite(files->fds[number], p, n, (off_t)at);
        if (did < 0 && errno == EINTR) continue;
        if (did < 0) return err_from_errno(errno);
        p += did;
        at += (size_t)did;
        n -= (size_t)did;
    }
    return ERR_OK;
}

static enum err files_sync(void *ctx, unsigned number)
{
    struct redo_files *files = ctx;
    return fdatasync(files->fds[number]) == 0 ? ERR_OK : err_from_errno(errno);
}

/* Written with zeros once: the first write into disk that is only promised makes the file system
 * change its own tables, which costs a second flush in every sync. */
static enum err fill(struct redo_files *files, unsigned number, uint64_t from, uint64_t size)
{
    char *zeros = calloc(1, FILL_BYTES);
    if (!zeros) return ERR_NOMEM;
    enum err err = ERR_OK;
    while (!err && from < size) {
        size_t n = size - from < FILL_BYTES ? (size_t)(size - from) : FILL_BYTES;
        err = files_write(files, number, from, zeros, n);
        from += n;
    }
    free(zeros);
    return err;
}

static enum err files_allocate(void *ctx, unsigned number, uint64_t size)
{
    struct redo_files *files = ctx;
    struct stat st;
    enum err err = open_segment(files, number, O_CREAT);
    if (err) return err;
    int fd = files->fds[number];
    if (fstat(fd, &st) != 0) return err_from_errno(errno);
    int failed = posix_fallocate(fd, 0, (off_t)size);
    if (failed) {
        /* Gives back what was taken before the disk was full; a length that stays costs nothing. */
        if (ftruncate(fd, st.st_size) != 0) return ERR_IO;
        return err_from_errno(failed);
    }
    err = fill(files, number, (uint64_t)st.st_size, size);
    if (!err && fsync(fd) != 0) err = err_from_errno(errno);
    if (!err) err = folder_sync(files->dir);
    return err;
}

static enum err files_read(void *ctx, unsigned number, uint64_t at, void *out, size_t n)
{
    struct redo_files *files = ctx;
    char *p = out;
    while (n > 0) {
        ssize_t got = pread(files->fds[number], p, n, (off_t)at);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return err_from_errno(errno);
        if (got == 0) return ERR_IO; /* shorter than it was when it was opened */
        p += got;
        at += (size_t)got;
        n -= (size_t)got;
    }
    return ERR_OK;
}

static void files_close(void *ctx)
{
    struct redo_files *files = ctx;
    for (size_t i = 0; i < REDO_SEGMENTS_MAX; i++)
        if (files->fds[i] >= 0) close(files->fds[i]);
    free(files);
}

const struct redo_ops redo_file_ops = {files_open,  files_allocate, files_read,
                                       files_write, files_sync,     files_close};
