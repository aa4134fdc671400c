/* Tables, indexes and cursors against a model that is only an array: the same random walk through
 * both, every answer compared. */
#include "tests/unit/store/fixture.h"

enum { IDS = 60, STEPS = 6000 };

struct model {
    struct row_ticket tickets[IDS];
    bool there[IDS];
};

static void allow(struct fixture *f)
{
    f->txn->applying = true; /* the walk stands in for apply() */
}

static uint64_t small(uint64_t *seed)
{
    static const uint64_t values[] = {0, 1, 2, 3, 255, 256, 65535, UINT64_MAX - 1, UINT64_MAX};
    return values[dice(seed) % (sizeof values / sizeof values[0])];
}

static struct row_ticket random_ticket(uint64_t *seed)
{
    struct row_ticket row = {.ticket = dice(seed) % IDS};
    row.version = dice(seed);
    row.open_owner = small(seed);
    row.open_unit = small(seed);
    row.open_state = small(seed);
    row.due_ms = small(seed);
    row.caller.b[31] = (unsigned char)(dice(seed) % 3);
    row.caller.b[0] = row.caller.b[31] ? 0xff : 0;
    return row;
}

/* Order of two tickets in an index, or in the table when index < 0. */
static int order(int index, const struct row_ticket *a, const struct row_ticket *b)
{
#define BY(column)                                                                                 \
    if (a->column != b->column) return a->column < b->column ? -1 : 1
    if (index == INDEX_ticket_by_unit) BY(open_unit);
    if (index == INDEX_ticket_by_state) BY(open_state);
    if (index == INDEX_ticket_by_owner) BY(open_owner);
    if (index == INDEX_ticket_by_unit || index == INDEX_ticket_by_state) BY(due_ms);
    if (index == INDEX_ticket_by_caller) {
        int by = memcmp(a->caller.b, b->caller.b, 32);
        if (by) return by;
    }
    BY(ticket);
#undef BY
    return 0;
}

static bool has_entry(int index, const struct row_ticket *row)
{
    static const struct h32 zero;
    if (index == INDEX_ticket_by_unit) return row->open_unit != 0;
    if (index == INDEX_ticket_by_state) return row->open_state != 0;
    if (index == INDEX_ticket_by_owner) return row->open_owner != 0;
    if (index == INDEX_ticket_by_caller) return memcmp(row->caller.b, zero.b, 32) != 0;
    return true;
}

/* Do the first n columns match? */
static bool in_prefix(int index, size_t n, const struct row_ticket *a, const struct row_ticket *b)
{
    if (n == 0) return true;
    if (index < 0) return a->ticket == b->ticket;
    if (n == 2 && a->due_ms != b->due_ms) return false;
    if (index == INDEX_ticket_by_unit) return a->open_unit == b->open_unit;
    if (index == INDEX_ticket_by_state) return a->open_state == b->open_state;
    if (index == INDEX_ticket_by_owner) return a->open_owner == b->open_owner;
    return memcmp(a->caller.b, b->caller.b, 32) == 0;
}

/* The row that should come next behind `last` (NULL: the first). */
static const struct row_ticket *model_next(const struct model *model, int index, size_t n,
                                           const struct row_ticket *like,
                                           const struct row_ticket *last, bool backward)
{
    const struct row_ticket *best = NULL;
    for (size_t i = 0; i < IDS; i++) {
        const struct row_ticket *row = &model->tickets[i];
        if (!model->there[i] || !has_entry(index, row) || !in_prefix(index, n, row, like)) continue;
        int behind = last ? order(index, row, last) : 1;
        if (last && backward) behind = -behind;
        if (behind <= 0) continue;
        int nearer = best ? order(index, row, best) : -1;
        if (best && backward) nearer = -nearer;
        if (nearer < 0) best = row;
    }
    return best;
}

static void same_rows(const struct row_ticket *a, const struct row_ticket *b)
{
    assert_memory_equal(a, b, sizeof *a); /* a ticket has no holes */
}

/* One walk through a table or an index, with changes on the way when `meddle`. */
static void compare_cursor(struct fixture *f, struct model *model, uint64_t *seed, bool meddle)
{
    static const int indexes[] = {-1, INDEX_ticket_by_unit, INDEX_ticket_by_state,
                                  INDEX_ticket_by_owner, INDEX_ticket_by_caller};
    int index = indexes[dice(seed) % 5];
    size_t columns =
        index < 0 || index == INDEX_ticket_by_owner || index == INDEX_ticket_by_caller ? 1 : 2;
    size_t n = dice(seed) % (columns + 1);
    bool after = dice(seed) % 2, backward = dice(seed) % 2;
    struct row_ticket like = random_ticket(seed), got = {0}, last = like;
    struct cursor cursor;
    if (index < 0)
        cursor_table(&cursor, f->txn, TABLE_ticket, n, &like, after, backward);
    else
        cursor_index(&cursor, f->txn, (enum index_id)index, n, &like, after, backward);
    for (bool begun = after;; begun = true) {
        const struct row_ticket *want =
            model_next(model, index, n, &like, begun ? &last : NULL, backward);
        bool more = cursor_next(&cursor, &got);
        assert_int_equal(more, want != NULL);
        if (!more) break;
        same_rows(&got, want);
        last = got;
        if (!meddle) continue;
        struct row_ticket other = random_ticket(seed);
        ticket_put(f->txn, &other);
        model->tickets[other.ticket] = other;
        model->there[other.ticket] = true;
        table_delete(f->txn, TABLE_ticket, &got);
        model->there[got.ticket] = false;
    }
}

static void compare_find(struct fixture *f, const struct model *model, uint64_t *seed)
{
    struct row_ticket like = random_ticket(seed), got = like;
    const struct row_ticket *want = model_next(model, INDEX_ticket_by_state, 1, &like, NULL, false);
    assert_int_equal(index_find(f->txn, INDEX_ticket_by_state, 1, &got), want != NULL);
    if (want) same_rows(&got, want);
}

static void compare_get(struct fixture *f, const struct model *model, uint64_t id)
{
    struct row_ticket got;
    uint64_t n = 0;
    assert_int_equal(ticket_get(f->txn, id, &got), model->there[id]);
    if (model->there[id]) same_rows(&got, &model->tickets[id]);
    for (size_t i = 0; i < IDS; i++) n += model->there[i];
    assert_int_equal(table_count(f->txn, TABLE_ticket), n);
}

static void random_walk(void **state)
{
    (void)state;
    struct fixture f;
    struct model model = {0};
    uint64_t seed = seed_of_day();
    fixture_new(&f);
    allow(&f);
    for (size_t i = 0; i < STEPS; i++) {
        struct row_ticket row = random_ticket(&seed);
        uint64_t what = dice(&seed) % 16;
        if (what < 7) {
            ticket_put(f.txn, &row);
            model.tickets[row.ticket] = row;
            model.there[row.ticket] = true;
        } else if (what < 9) {
            table_delete(f.txn, TABLE_ticket, &row);
            model.there[row.ticket] = false;
        } else if (what < 13) {
            compare_get(&f, &model, row.ticket);
        } else if (what < 14) {
            compare_find(&f, &model, &seed);
        } else {
            compare_cursor(&f, &model, &seed, what == 15 && i % 7 == 0);
        }
        if (i % 500 == 0) assert_int_equal(store_commit(f.store), ERR_OK);
    }
    assert_int_equal(f.txn->err, ERR_OK);
    fixture_free(&f);
}

/* Writing the same row again is no change: no index is touched, nothing waits for a commit. */
static void unchanged_is_nothing(void **state)
{
    (void)state;
    struct fixture f;
    struct row_unit row = {.unit = 4, .code = {"A"}};
    fixture_new(&f);
    allow(&f);
    /* leftovers behind a text's end are not part of it */
    row.code.s[5] = 'x';
    unit_put(f.txn, &row);
    assert_int_equal(store_commit(f.store), ERR_OK);
    row.code.s[5] = 'y';
    unit_put(f.txn, &row);
    assert_false(f.txn->changed);
    hot_clear(f.txn->hot);
    unit_put(f.txn, &row);
    assert_false(f.txn->changed);
    row.parent = 1;
    unit_put(f.txn, &row);
    assert_true(f.txn->changed);
    fixture_free(&f);
}

static void codes_and_keys(void **state)
{
    (void)state;
    struct fixture f;
    struct row_station station = {.station = 9, .live = 1}, found;
    fixture_new(&f);
    allow(&f);
    memset(station.number.s, 'n', LIMIT_CODE); /* as long as a code may be */
    memset(station.key.b, 0xff, 32);           /* nothing sorts behind it */
    station_put(f.txn, &station);
    found = (struct row_station){.key = station.key, .live = 1};
    assert_true(index_find(f.txn, INDEX_station_by_key, 2, &found));
    assert_int_equal(found.station, 9);
    found = (struct row_station){.number = station.number};
    assert_true(index_find(f.txn, INDEX_station_by_number, 1, &found));
    assert_string_equal(found.number.s, station.number.s);
    /* "nn" is no prefix of another code: codes are compared as a whole */
    found = (struct row_station){.number = {"nn"}};
    assert_false(index_find(f.txn, INDEX_station_by_number, 1, &found));
    /* an empty first column has no entry */
    station.number.s[0] = 0;
    station_put(f.txn, &station);
    found = (struct row_station){.station = 0};
    assert_false(index_find(f.txn, INDEX_station_by_number, 1, &found));
    struct cursor cursor;
    found = (struct row_station){.key = station.key};
    cursor_index(&cursor, f.txn, INDEX_station_by_key, 1, &found, false, true);
    assert_true(cursor_next(&cursor, &found));
    assert_false(cursor_next(&cursor, &found));
    fixture_free(&f);
}

static void several_key_columns(void **state)
{
    (void)state;
    struct fixture f;
    struct cursor cursor;
    struct row_trail row = {0};
    fixture_new(&f);
    allow(&f);
    for (uint64_t id = 1; id <= 3; id++)
        for (uint64_t seq = 10; seq < 15; seq++)
            table_put(f.txn, TABLE_trail, &(struct row_trail){object_ticket, id, seq});
    row = (struct row_trail){object_ticket, 2, 12};
    cursor_table(&cursor, f.txn, TABLE_trail, 2, &row, true, false);
    assert_true(cursor_next(&cursor, &row));
    assert_int_equal(row.seq, 13);
    assert_true(cursor_next(&cursor, &row));
    assert_false(cursor_next(&cursor, &row));
    row = (struct row_trail){object_ticket, 2, 0};
    cursor_table(&cursor, f.txn, TABLE_trail, 2, &row, false, true);
    for (uint64_t seq = 14; seq >= 10; seq--) {
        assert_true(cursor_next(&cursor, &row));
        assert_int_equal(row.id, 2);
        assert_int_equal(row.seq, seq);
    }
    assert_false(cursor_next(&cursor, &row));
    assert_int_equal(table_count(f.txn, TABLE_trail), 15);
    table_delete(f.txn, TABLE_trail, &(struct row_trail){object_ticket, 2, 12});
    table_delete(f.txn, TABLE_trail, &(struct row_trail){object_ticket, 9, 9});
    assert_int_equal(table_count(f.txn, TABLE_trail), 14);
    assert_false(table_get(f.txn, TABLE_trail, &(struct row_trail){object_ticket, 2, 12}));
    assert_true(table_get(f.txn, TABLE_trail, &(struct row_trail){object_ticket, 2, 13}));
    fixture_free(&f);
}

/* A reader sees rows and indexes as they were, whatever the writer does meanwhile. */
static void snapshot_stands(void **state)
{
    (void)state;
    struct fixture f;
    struct txn *reader;
    struct cursor cursor;
    struct row_ticket row = {.ticket = 1, .open_state = 4}, found = {.open_state = 4};
    fixture_new(&f);
    allow(&f);
    ticket_put(f.txn, &row);
    assert_int_equal(store_commit(f.store), ERR_OK);
    assert_int_equal(reader_open(f.store, &reader), ERR_OK);
    row.open_state = 5;
    ticket_put(f.txn, &row);
    assert_int_equal(store_commit(f.store), ERR_OK);
    cursor_index(&cursor, reader, INDEX_ticket_by_state, 1, &found, false, false);
    assert_true(cursor_next(&cursor, &found));
    assert_int_equal(found.open_state, 4);
    assert_false(cursor_next(&cursor, &found));
    reader_close(&reader);
    fixture_free(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_walk),     cmocka_unit_test(unchanged_is_nothing),
        cmocka_unit_test(codes_and_keys),  cmocka_unit_test(several_key_columns),
        cmocka_unit_test(snapshot_stands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
