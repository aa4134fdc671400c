#include "server/store/redo.h"

#include <sodium.h>
#include <stdlib.h>

#include "common/clock.h"
#include "server/store/bytes.h"

enum { MAGIC = 0x52584c31, ALIGN = 8, AT_LENGTH = 4, AT_EPOCH = 8, AT_SEQUENCE = 16, AT_SUM = 24 };

struct head {
    uint64_t epoch, sequence;
    size_t occupied; /* with the padding */
    struct slice payload;
};

static size_t occupied(size_t record_bytes)
{
    return (record_bytes + ALIGN - 1) & ~(size_t)(ALIGN - 1);
}

/* Over the record with the checksum's own place holding zeros; leaves the place as it was. */
static uint64_t checksum(const struct redo *redo, unsigned char *record, size_t n)
{
    unsigned char kept[8], sum[crypto_shorthash_BYTES];
    memcpy(kept, record + AT_SUM, sizeof kept);
    memset(record + AT_SUM, 0, sizeof kept);
    crypto_shorthash(sum, record, n, redo->salt);
    memcpy(record + AT_SUM, kept, sizeof kept);
    return get_be64(sum);
}

enum err redo_open(struct redo *redo, const struct redo_ops *ops, void *ctx, uint64_t segment_bytes)
{
    _Static_assert(REDO_SALT == crypto_shorthash_KEYBYTES, "the salt keys the checksum");
    *redo = (struct redo){.ops = ops, .ctx = ctx, .segment_bytes = segment_bytes};
    while (redo->n_segments < REDO_SEGMENTS_MAX) {
        uint64_t size = 0;
        enum err err = ops->open(ctx, redo->n_segments, &size);
        if (err) return err;
        if (size == 0) return ERR_OK;
        redo->sizes[redo->n_segments++] = size;
    }
    return ERR_OK;
}

void redo_close(struct redo *redo)
{
    if (redo->ops) redo->ops->close(redo->ctx);
    *redo = (struct redo){0};
}

/* A whole record at `at` of a segment in memory. */
static bool record_at(const struct redo *redo, unsigned char *bytes, uint64_t size, uint64_t at,
                      struct head *head)
{
    if (size - at < REDO_HEAD) return false;
    unsigned char *p = bytes + at;
    if (get_be32(p) != MAGIC) return false;
    size_t length = get_be32(p + AT_LENGTH);
    if (length > size - at - REDO_HEAD) return false;
    head->epoch = get_be64(p + AT_EPOCH);
    head->sequence = get_be64(p + AT_SEQUENCE);
    head->occupied = occupied(REDO_HEAD + length);
    head->payload = slice_bytes(p + REDO_HEAD, length);
    return checksum(redo, p, REDO_HEAD + length) == get_be64(p + AT_SUM);
}

/* One walk over the segments: whole records in order, then only looking for what must not be there.
 */
struct walk {
    struct redo *redo;
    uint64_t epoch, sequence;
    bool ended; /* the first place without a whole next record was passed */
    redo_take *take;
    void *ctx;
    struct redo_found *found;
};

/* A head of this epoch behind the end, even if its record is broken: a write was begun. */
static bool begun_at(const struct walk *walk, const unsigned char *p)
{
    return get_be32(p) == MAGIC && get_be64(p + AT_EPOCH) == walk->epoch &&
           get_be64(p + AT_SEQUENCE) == walk->sequence;
}

static enum err probe(struct walk *walk, unsigned char *bytes, uint64_t size, uint64_t at)
{
    for (; size - at >= REDO_HEAD; at += ALIGN) {
        struct head head;
        if (begun_at(walk, bytes + at)) walk->found->torn = true;
        if (!record_at(walk->redo, bytes, size, at, &head)) continue;
        if (head.epoch > walk->epoch) return ERR_DAMAGED;
        if (head.epoch == walk->epoch && head.sequence >= walk->sequence) return ERR_DAMAGED;
    }
    return ERR_OK;
}

static enum err walk_segment(struct walk *walk, unsigned char *bytes, uint64_t size)
{
    uint64_t at = 0;
    while (!walk->ended && at <= size) {
        struct head head;
        if (!record_at(walk->redo, bytes, size, at, &head) || head.epoch != walk->epoch ||
            head.sequence != walk->sequence)
            break;
        enum err err = walk->take(walk->ctx, head.payload);
        if (err) return err;
        walk->sequence++;
        walk->found->records++;
        at += head.occupied;
    }
    /* The next record may stand at the start of the next segment; if it does not, this was the end.
     */
    if (at == 0) walk->ended = true;
    return at < size ? probe(walk, bytes, size, at) : ERR_OK;
}

enum err redo_replay(struct redo *redo, uint64_t epoch, redo_take *take, void *ctx,
                     struct redo_found *found)
{
    *found = (struct redo_found){0};
    struct walk walk = {redo, epoch, 1, false, take, ctx, found};
    enum err err = ERR_OK;
    for (unsigned i = 0; !err && i < redo->n_segments; i++) {
        unsigned char *bytes = malloc(redo->sizes[i]);
        if (!bytes) return ERR_NOMEM;
        err = redo->ops->read(redo->ctx, i, 0, bytes, redo->sizes[i]);
        if (!err) err = walk_segment(&walk, bytes, redo->sizes[i]);
        free(bytes);
    }
    return err;
}

void redo_start(struct redo *redo, uint64_t epoch)
{
    redo->epoch = epoch;
    redo->sequence = 1;
    redo->segment = 0;
    redo->at = 0;
}

/* The segment has disk for `need` bytes at its start. */
static enum err segment_ready(struct redo *redo, unsigned segment, size_t need)
{
    if (segment >= REDO_SEGMENTS_MAX) return ERR_NOSPACE;
    uint64_t size = need > redo->segment_bytes ? need : redo->segment_bytes;
    if (segment < redo->n_segments && redo->sizes[segment] >= size) return ERR_OK;
    enum err err = redo->ops->allocate(redo->ctx, segment, size);
    if (err) return err;
    redo->sizes[segment] = size;
    if (segment == redo->n_segments) redo->n_segments++;
    return ERR_OK;
}

enum err redo_append(struct redo *redo, struct buffer *record)
{
    ASSERT(record->n >= REDO_HEAD && record->n <= UINT32_MAX);
    size_t need = occupied(record->n);
    if (redo->n_segments == 0 || redo->at + need > redo->sizes[redo->segment]) {
        unsigned next = redo->at == 0 ? redo->segment : redo->segment + 1;
        enum err err = segment_ready(redo, next, need);
        if (err) return err;
        redo->segment = next;
        redo->at = 0;
    }
    unsigned char *p = (unsigned char *)record->p;
    put_be32(p, MAGIC);
    put_be32(p + AT_LENGTH, (uint32_t)(record->n - REDO_HEAD));
    put_be64(p + AT_EPOCH, redo->epoch);
    put_be64(p + AT_SEQUENCE, redo->sequence);
    put_be64(p + AT_SUM, checksum(redo, p, record->n));
    enum err err = redo->ops->write(redo->ctx, redo->segment, redo->at, p, record->n);
    uint64_t written_ns = clock_mono_ns();
    if (!err) err = redo->ops->sync(redo->ctx, redo->segment);
    if (err) return err;
    redo->sync_ns += clock_mono_ns() - written_ns;
    redo->bytes += need;
    redo->at += need;
    redo->sequence++;
    return ERR_OK;
}

enum err redo_reserve(struct redo *redo)
{
    if (redo->n_segments == 0) return segment_ready(redo, 0, 0);
    if (redo->at * 2 < redo->sizes[redo->segment]) return ERR_OK;
    return segment_ready(redo, redo->segment + 1, 0);
}
