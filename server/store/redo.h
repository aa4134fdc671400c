/* The redo log: what happened since LMDB's last commit. Numbered segments of preallocated disk,
 * written from the start again after each commit under a new epoch, so that nothing is ever made,
 * cut or removed on the way.
 *
 *   record   magic 4 · payload's length 4 · epoch 8 · sequence in the epoch 8 · checksum 8 ·
 * payload, padded to 8; the checksum is keyed with the store's salt, over all of it
 *
 * A record never crosses a segment. One record is on its way at a time, and the next begins when it
 * is on disk: so only the last one can be torn, and a broken record with a whole one of the same
 * epoch behind it means damage. That a write of the same bytes over a sector cannot harm it is
 * assumed. */
#ifndef SERVER_STORE_REDO_H
#define SERVER_STORE_REDO_H

#include "common/err.h"
#include "proto/codec.h"

enum { REDO_HEAD = 32, REDO_SALT = 16, REDO_SEGMENTS_MAX = 1024 };

/* Where segments live: files (redo_files.h), or a test's model of a disk. */
struct redo_ops {
    /* Opens segment `number`; *size is 0 when there is none yet. */
    enum err (*open)(void *ctx, unsigned number, uint64_t *size);
    /* Makes it, or makes it longer, with all its disk taken and written once. */
    enum err (*allocate)(void *ctx, unsigned number, uint64_t size);
    enum err (*read)(void *ctx, unsigned number, uint64_t at, void *out, size_t n);
    enum err (*write)(void *ctx, unsigned number, uint64_t at, const void *bytes, size_t n);
    /* On return all that was written to the segment is on disk. */
    enum err (*sync)(void *ctx, unsigned number);
    void (*close)(void *ctx);
};

struct redo {
    const struct redo_ops *ops;
    void *ctx;
    unsigned char salt[REDO_SALT];
    uint64_t segment_bytes;
    uint64_t epoch, sequence; /* of the next record */
    unsigned segment;         /* where it goes */
    uint64_t at;
    unsigned n_segments;
    uint64_t sizes[REDO_SEGMENTS_MAX];
    uint64_t bytes, sync_ns; /* appended since it was opened, and what syncing that took */
};

/* Finds the segments. Takes ctx: redo_close() closes it, also after an error. */
enum err redo_open(struct redo *redo, const struct redo_ops *ops, void *ctx,
                   uint64_t segment_bytes) MUST_CHECK;
void redo_close(struct redo *redo);

typedef enum err redo_take(void *ctx, struct slice payload);
struct redo_found {
    uint64_t records;
    bool torn; /* something was begun behind the last whole record */
};
/* Hands every whole record of the epoch to take, in order. ERR_DAMAGED: a record is broken and a
 * later one is whole, or a record is of a later epoch. */
enum err redo_replay(struct redo *redo, uint64_t epoch, redo_take *take, void *ctx,
                     struct redo_found *found) MUST_CHECK;
/* Begins an epoch: the next record goes to the very start. No input or output. */
void redo_start(struct redo *redo, uint64_t epoch);
/* record: REDO_HEAD bytes of room, then the payload. On disk when it answers ERR_OK. */
enum err redo_append(struct redo *redo, struct buffer *record) MUST_CHECK;
/* Takes the disk of the segment after the present one ahead of need. */
enum err redo_reserve(struct redo *redo) MUST_CHECK;

#endif
