/* The redo log by itself: what is whole comes back, a torn tail is dropped, damage is told. */
#include "tests/unit/store/disk.h"

#include "server/store/bytes.h"

enum { SEGMENT = 4096, RECORDS = 40, PAYLOAD_MAX = 700 };

struct written {
    unsigned segment;
    uint64_t at;
    size_t n; /* with its head */
    unsigned char payload[PAYLOAD_MAX];
};

struct rig {
    struct disk disk;
    struct redo redo;
    struct written records[RECORDS];
    size_t n, taken;
};

static void rig_init(struct rig *rig)
{
    memset(rig, 0, sizeof *rig);
    disk_init(&rig->disk, SEGMENT);
    assert_int_equal(redo_open(&rig->redo, &disk_ops, &rig->disk, SEGMENT), ERR_OK);
    memset(rig->redo.salt, 7, sizeof rig->redo.salt);
    redo_start(&rig->redo, 3);
}

static void rig_fini(struct rig *rig)
{
    redo_close(&rig->redo);
    disk_fini(&rig->disk);
}

static void rig_append(struct rig *rig, uint64_t *seed)
{
    struct written *written = &rig->records[rig->n++];
    struct buffer record;
    static const char room[REDO_HEAD];
    size_t n = dice(seed) % PAYLOAD_MAX;
    for (size_t i = 0; i < n; i++) written->payload[i] = (unsigned char)dice(seed);
    buffer_init(&record);
    buffer_put(&record, room, sizeof room);
    buffer_put(&record, written->payload, n);
    assert_int_equal(record.err, ERR_OK);
    assert_int_equal(redo_append(&rig->redo, &record), ERR_OK);
    written->n = record.n;
    written->segment = rig->redo.segment;
    written->at = rig->redo.at - (record.n + 7) / 8 * 8;
    buffer_fini(&record);
}

static enum err take(void *ctx, struct slice payload)
{
    struct rig *rig = ctx;
    const struct written *written = &rig->records[rig->taken++];
    assert_true(rig->taken <= rig->n);
    assert_true(slice_equal(payload, slice_bytes(written->payload, written->n - REDO_HEAD)));
    return ERR_OK;
}

static enum err replay(struct rig *rig, uint64_t epoch, struct redo_found *found)
{
    rig->taken = 0;
    return redo_replay(&rig->redo, epoch, take, rig, found);
}

static unsigned char *byte_at(struct rig *rig, const struct written *written, size_t i)
{
    return rig->disk.segments[written->segment].now + written->at + i;
}

static void comes_back(void **state)
{
    (void)state;
    struct rig rig;
    struct redo_found found;
    uint64_t seed = seed_of_day();
    rig_init(&rig);
    assert_int_equal(replay(&rig, 3, &found), ERR_OK);
    assert_int_equal(found.records, 0);
    assert_false(found.torn);
    for (size_t i = 0; i < RECORDS; i++) {
        rig_append(&rig, &seed);
        assert_int_equal(replay(&rig, 3, &found), ERR_OK);
        assert_int_equal(found.records, i + 1);
        assert_false(found.torn);
    }
    assert_true(rig.redo.segment >= 2);
    assert_int_equal(rig.disk.syncs, RECORDS); /* one each */
    rig_fini(&rig);
}

/* A new epoch writes over the old one's records and is not mixed up with them. */
static void epochs(void **state)
{
    (void)state;
    struct rig rig;
    struct redo_found found;
    uint64_t seed = seed_of_day();
    rig_init(&rig);
    for (size_t i = 0; i < RECORDS; i++) rig_append(&rig, &seed);
    assert_int_equal(replay(&rig, 4, &found), ERR_OK);
    assert_int_equal(found.records, 0);
    unsigned segments = rig.redo.n_segments;
    for (uint64_t epoch = 4; epoch < 30; epoch++) {
        redo_start(&rig.redo, epoch);
        rig.n = 0;
        size_t n = dice(&seed) % RECORDS;
        while (rig.n < n) rig_append(&rig, &seed);
        assert_int_equal(replay(&rig, epoch, &found), ERR_OK);
        assert_int_equal(found.records, n);
        assert_int_equal(replay(&rig, epoch + 1, &found), ERR_OK);
        assert_int_equal(found.records, 0);
        /* the environment is older than the log: steps between the two are gone */
        if (n > 0) assert_int_equal(replay(&rig, epoch - 1, &found), ERR_DAMAGED);
    }
    assert_true(rig.redo.n_segments <= segments + 2); /* disk is used again, not more of it */
    rig_fini(&rig);
}

/* The last record with only its first bytes, only its last bytes, or one byte changed. */
static void torn_tail(void **state)
{
    (void)state;
    struct rig rig;
    struct redo_found found;
    unsigned char before[REDO_HEAD + PAYLOAD_MAX], after[REDO_HEAD + PAYLOAD_MAX];
    uint64_t seed = seed_of_day();
    rig_init(&rig);
    for (size_t round = 0; round < 12; round++) {
        unsigned char old[SEGMENT];
        memcpy(old, rig.disk.segments[0].now, SEGMENT);
        rig_append(&rig, &seed);
        const struct written *last = &rig.records[rig.n - 1];
        if (last->segment > 0) break;
        unsigned char *at = byte_at(&rig, last, 0);
        memcpy(before, old + last->at, last->n);
        memcpy(after, at, last->n);
        for (size_t cut = 0; cut < last->n; cut++) {
            for (unsigned kind = 0; kind < 3; kind++) {
                memcpy(at, after, last->n);
                if (kind == 0) memcpy(at + cut, before + cut, last->n - cut);
                if (kind == 1) memcpy(at, before, cut);
                if (kind == 2) at[cut] ^= 0x20;
                bool whole = memcmp(at, after, last->n) == 0;
                assert_int_equal(replay(&rig, 3, &found), ERR_OK);
                assert_int_equal(found.records, rig.n - (whole ? 0 : 1));
            }
        }
        memcpy(at, after, last->n);
        assert_int_equal(replay(&rig, 3, &found), ERR_OK);
        assert_int_equal(found.records, rig.n);
    }
    rig_fini(&rig);
}

static void damaged_in_the_middle(void **state)
{
    (void)state;
    struct rig rig;
    struct redo_found found;
    uint64_t seed = seed_of_day();
    rig_init(&rig);
    for (size_t i = 0; i < RECORDS; i++) rig_append(&rig, &seed);
    for (size_t r = 0; r + 1 < RECORDS; r++) {
        const struct written *written = &rig.records[r];
        for (size_t i = 0; i < written->n; i += i < REDO_HEAD ? 1 : 37) {
            *byte_at(&rig, written, i) ^= 0x04;
            assert_int_equal(replay(&rig, 3, &found), ERR_DAMAGED);
            *byte_at(&rig, written, i) ^= 0x04;
        }
    }
    /* a whole segment of it wiped */
    memset(rig.disk.segments[0].now, 0, SEGMENT);
    assert_int_equal(replay(&rig, 3, &found), ERR_DAMAGED);
    rig_fini(&rig);
}

/* Records of another store (or of this one's twin) are not ours. */
static void salted(void **state)
{
    (void)state;
    struct rig rig;
    struct redo_found found;
    uint64_t seed = seed_of_day();
    rig_init(&rig);
    for (size_t i = 0; i < 5; i++) rig_append(&rig, &seed);
    rig.redo.salt[0] ^= 1;
    assert_int_equal(replay(&rig, 3, &found), ERR_OK);
    assert_int_equal(found.records, 0);
    assert_true(found.torn);
    rig_fini(&rig);
}

/* Disk for the next segment is taken when half of the present one is used, and not twice. */
static void reserves(void **state)
{
    (void)state;
    struct rig rig;
    uint64_t seed = seed_of_day();
    rig_init(&rig);
    assert_int_equal(redo_reserve(&rig.redo), ERR_OK);
    assert_int_equal(rig.redo.n_segments, 1);
    while (rig.redo.at * 2 < SEGMENT) rig_append(&rig, &seed);
    rig.disk.fault = FAULT_ALLOCATE;
    rig.disk.fault_err = ERR_NOSPACE;
    assert_int_equal(redo_reserve(&rig.redo), ERR_NOSPACE);
    assert_int_equal(rig.redo.n_segments, 1);
    rig.disk.fault = FAULT_NONE;
    assert_int_equal(redo_reserve(&rig.redo), ERR_OK);
    assert_int_equal(redo_reserve(&rig.redo), ERR_OK);
    assert_int_equal(rig.redo.n_segments, 2);
    rig_fini(&rig);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comes_back), cmocka_unit_test(epochs),
        cmocka_unit_test(torn_tail),  cmocka_unit_test(damaged_in_the_middle),
        cmocka_unit_test(salted),     cmocka_unit_test(reserves),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
