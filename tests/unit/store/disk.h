/* A model of the disk under the redo log: what is written is pending until a sync makes it durable;
 * a power cut keeps what is durable and a random choice of the pending sectors. Faults come when a
 * countdown ends. */
#ifndef TESTS_UNIT_STORE_DISK_H
#define TESTS_UNIT_STORE_DISK_H

#include "tests/unit/store/fixture.h"

enum { DISK_SEGMENTS = 32, DISK_PENDING = 4096, DISK_SECTOR = 512 };

enum disk_fault { FAULT_NONE, FAULT_ALLOCATE, FAULT_WRITE, FAULT_SYNC };

struct disk_write {
    unsigned segment;
    uint64_t at;
    size_t n;
    unsigned char *bytes;
};

struct disk {
    struct {
        unsigned char *now, *durable;
        uint64_t size;
    } segments[DISK_SEGMENTS];
    struct disk_write pending[DISK_PENDING];
    size_t n_pending;
    bool sync_off; /* the control: says yes and does nothing */
    enum disk_fault fault;
    enum err fault_err;
    unsigned countdown; /* calls of that kind that still succeed */
    uint64_t syncs, writes;
};

static inline bool disk_fails(struct disk *disk, enum disk_fault kind)
{
    return disk->fault == kind && disk->countdown-- == 0;
}

static inline enum err disk_open(void *ctx, unsigned number, uint64_t *size)
{
    struct disk *disk = ctx;
    *size = number < DISK_SEGMENTS ? disk->segments[number].size : 0;
    return ERR_OK;
}

static inline unsigned char *disk_grow(unsigned char *bytes, uint64_t from, uint64_t to)
{
    bytes = realloc(bytes, to);
    ASSERT(bytes);
    memset(bytes + from, 0, to - from);
    return bytes;
}

static inline enum err disk_allocate(void *ctx, unsigned number, uint64_t size)
{
    struct disk *disk = ctx;
    if (disk_fails(disk, FAULT_ALLOCATE)) {
        disk->countdown = 0; /* a full disk stays full */
        return disk->fault_err;
    }
    ASSERT(number < DISK_SEGMENTS);
    uint64_t old = disk->segments[number].size;
    disk->segments[number].now = disk_grow(disk->segments[number].now, old, size);
    disk->segments[number].durable = disk_grow(disk->segments[number].durable, old, size);
    disk->segments[number].size = size;
    return ERR_OK;
}

static inline enum err disk_read(void *ctx, unsigned number, uint64_t at, void *out, size_t n)
{
    struct disk *disk = ctx;
    ASSERT(at + n <= disk->segments[number].size);
    memcpy(out, disk->segments[number].now + at, n);
    return ERR_OK;
}

static inline enum err disk_write(void *ctx, unsigned number, uint64_t at, const void *bytes,
                                  size_t n)
{
    struct disk *disk = ctx;
    ASSERT(at + n <= disk->segments[number].size && disk->n_pending < DISK_PENDING);
    bool fails = disk_fails(disk, FAULT_WRITE);
    if (fails) n /= 2; /* and half of it went out */
    struct disk_write *write = &disk->pending[disk->n_pending++];
    *write = (struct disk_write){number, at, n, malloc(n ? n : 1)};
    ASSERT(write->bytes);
    memcpy(write->bytes, bytes, n);
    memcpy(disk->segments[number].now + at, bytes, n);
    disk->writes++;
    return fails ? disk->fault_err : ERR_OK;
}

static inline void disk_forget(struct disk *disk)
{
    for (size_t i = 0; i < disk->n_pending; i++) free(disk->pending[i].bytes);
    disk->n_pending = 0;
}

static inline enum err disk_sync(void *ctx, unsigned number)
{
    struct disk *disk = ctx;
    (void)number;
    disk->syncs++;
    if (disk_fails(disk, FAULT_SYNC)) return disk->fault_err;
    if (disk->sync_off) return ERR_OK;
    for (size_t i = 0; i < disk->n_pending; i++) {
        const struct disk_write *write = &disk->pending[i];
        memcpy(disk->segments[write->segment].durable + write->at, write->bytes, write->n);
    }
    disk_forget(disk);
    return ERR_OK;
}

static inline void disk_close(void *ctx)
{
    (void)ctx; /* the test's own */
}

static const struct redo_ops disk_ops = {disk_open,  disk_allocate, disk_read,
                                         disk_write, disk_sync,     disk_close};

/* Each pending sector arrived or not. */
static inline void disk_power_cut(struct disk *disk, uint64_t *seed)
{
    for (size_t i = 0; i < disk->n_pending; i++) {
        const struct disk_write *write = &disk->pending[i];
        for (uint64_t from = write->at; from < write->at + write->n;) {
            uint64_t to = (from / DISK_SECTOR + 1) * DISK_SECTOR;
            if (to > write->at + write->n) to = write->at + write->n;
            if (dice(seed) % 2)
                memcpy(disk->segments[write->segment].durable + from,
                       write->bytes + (from - write->at), to - from);
            from = to;
        }
    }
    disk_forget(disk);
    for (size_t i = 0; i < DISK_SEGMENTS; i++)
        if (disk->segments[i].size)
            memcpy(disk->segments[i].now, disk->segments[i].durable, disk->segments[i].size);
}

/* The process is gone, the machine is not: everything that was written is there. */
static inline void disk_settle(struct disk *disk)
{
    disk->sync_off = false;
    disk->fault = FAULT_NONE;
    (void)disk_sync(disk, 0);
}

static inline void disk_init(struct disk *disk, uint64_t segment_bytes)
{
    memset(disk, 0, sizeof *disk);
    (void)disk_allocate(disk, 0, segment_bytes);
}

static inline void disk_fini(struct disk *disk)
{
    disk_forget(disk);
    for (size_t i = 0; i < DISK_SEGMENTS; i++) {
        free(disk->segments[i].now);
        free(disk->segments[i].durable);
    }
}

#endif
