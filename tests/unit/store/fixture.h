/* What the store's tests share: a scratch folder, an apply() of their own (the core's rules are no
 * business of the store), and a few facts. */
#ifndef TESTS_UNIT_STORE_FIXTURE_H
#define TESTS_UNIT_STORE_FIXTURE_H

#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "common/clock.h"
#include "server/store/inside.h"

struct fixture {
    char root[64]; /* scratch */
    char dir[96];  /* the data folder in it */
    struct store_options options;
    struct store *store;
    struct txn *txn;
    char why[512];
};

/* Units by their facts; tickets that move, with a trail and a tally, so that several tables and
 * indexes take part. */
static inline void fixture_apply(struct txn *txn, const struct fact *fact)
{
    if (fact->type == fact_type_unit_put) {
        const struct fact_unit_put *put = &fact->body.unit_put;
        struct row_unit row;
        (void)unit_get(txn, put->unit, &row);
        row.code = put->code;
        row.parent = put->parent;
        row.version++;
        if (put->name.n) row.name_seq = fact->seq;
        unit_put(txn, &row);
    } else if (fact->type == fact_type_ticket_moved) {
        const struct fact_ticket_moved *moved = &fact->body.ticket_moved;
        struct row_ticket row;
        struct row_tally tally;
        (void)ticket_get(txn, moved->ticket, &row);
        row.state = row.open_state = moved->to;
        row.version = moved->version;
        row.open_unit = moved->unit;
        row.due_ms = moved->due_ms;
        if (moved->reply.n) row.reply_seq = fact->seq;
        ticket_put(txn, &row);
        (void)tally_get(txn, moved->to, &tally);
        tally.n++;
        tally_put(txn, &tally);
        struct row_trail trail = {object_ticket, moved->ticket, fact->seq};
        table_put(txn, TABLE_trail, &trail);
    }
}

static inline int fixture_unlink(const char *path, const struct stat *st, int kind, struct FTW *ftw)
{
    (void)st, (void)kind, (void)ftw;
    return remove(path);
}

static inline void fixture_root(struct fixture *f)
{
    memset(f, 0, sizeof *f);
    snprintf(f->root, sizeof f->root, "/tmp/rexian-store-XXXXXX");
    assert_non_null(mkdtemp(f->root));
    snprintf(f->dir, sizeof f->dir, "%s/data", f->root);
    f->options = (struct store_options){.dir = f->dir,
                                        .map_bytes = UINT64_C(256) << 20,
                                        .segment_bytes = 64 * 1024,
                                        .reserve_bytes = 1,
                                        .apply = fixture_apply};
}

static inline enum err fixture_try(struct fixture *f)
{
    f->why[0] = 0;
    enum err err = store_open(&f->options, &f->store, f->why, sizeof f->why);
    f->txn = err ? NULL : store_txn(f->store);
    return err;
}

static inline void fixture_open(struct fixture *f)
{
    enum err err = fixture_try(f);
    if (err) print_message("open: %s: %s\n", err_name(err), f->why);
    assert_int_equal(err, ERR_OK);
}

static inline void fixture_new(struct fixture *f)
{
    fixture_root(f);
    assert_int_equal(store_init(&f->options, 1000, f->why, sizeof f->why), ERR_OK);
    fixture_open(f);
}

static inline void fixture_free(struct fixture *f)
{
    store_abandon(&f->store);
    nftw(f->root, fixture_unlink, 16, FTW_DEPTH | FTW_PHYS);
}

/* As after kill -9: what was not synced is gone. */
static inline void fixture_crash(struct fixture *f)
{
    store_abandon(&f->store);
    f->txn = NULL;
}

static inline struct fact fact_unit(uint64_t unit, const char *name)
{
    struct fact fact = {.type = fact_type_unit_put, .at_ms = 2000 + unit};
    fact.body.unit_put.unit = unit;
    snprintf(fact.body.unit_put.code.s, sizeof fact.body.unit_put.code.s, "U%llu",
             (unsigned long long)unit);
    fact.body.unit_put.change = change_added;
    fact.body.unit_put.name = slice_of(name);
    return fact;
}

static inline struct fact fact_move(uint64_t ticket, uint64_t to, const char *reply)
{
    struct fact fact = {.type = fact_type_ticket_moved, .at_ms = 3000, .by = 5, .station = 6};
    fact.body.ticket_moved.ticket = ticket;
    fact.body.ticket_moved.event = ticket_event_dispatch;
    fact.body.ticket_moved.from = ticket_state_registered;
    fact.body.ticket_moved.to = to;
    fact.body.ticket_moved.version = 2;
    fact.body.ticket_moved.unit = 1 + ticket % 7;
    fact.body.ticket_moved.due_ms = 100000 + ticket;
    fact.body.ticket_moved.reply = slice_of(reply);
    return fact;
}

static inline uint64_t append_move(struct fixture *f, uint64_t ticket, uint64_t to,
                                   const char *reply)
{
    struct fact fact = fact_move(ticket, to, reply);
    journal_append(f->txn, &fact);
    return fact.seq;
}

static inline uint64_t append_unit(struct fixture *f, uint64_t unit, const char *name)
{
    struct fact fact = fact_unit(unit, name);
    journal_append(f->txn, &fact);
    return fact.seq;
}

/* One acknowledged step. */
static inline void step(struct fixture *f, uint64_t ticket)
{
    (void)append_move(f, ticket, 1 + ticket % 11, "reply");
    reply_keep(f->txn, 3, ticket, slice_of("done"), 5000 + ticket);
    assert_int_equal(store_sync(f->store), ERR_OK);
}

/* Whole chain, replayed tables: what every test may end with. */
static inline void fixture_sound(struct fixture *f)
{
    uint64_t looked_at, bad;
    struct txn *reader;
    struct replay_report report;
    assert_int_equal(store_commit(f->store), ERR_OK);
    assert_int_equal(journal_verify(f->txn, 1, &looked_at, &bad), ERR_OK);
    assert_int_equal(bad, 0);
    assert_int_equal(looked_at, journal_head(f->txn));
    assert_int_equal(reader_open(f->store, &reader), ERR_OK);
    assert_int_equal(store_replay(f->store, reader, &report), ERR_OK);
    if (report.differing) print_message("%s\n", report.first);
    assert_int_equal(report.differing, 0);
    reader_close(&reader);
}

/* A small generator of its own: a printed seed gives the same walk on every machine. */
static inline uint64_t dice(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed * UINT64_C(0x2545F4914F6CDD1D) >> 16;
}

/* SEED=n in the environment repeats a walk. */
static inline uint64_t seed_of_day(void)
{
    const char *given = getenv("SEED");
    uint64_t seed = given ? strtoull(given, NULL, 10) : clock_mono_ns() | 1;
    print_message("seed %llu\n", (unsigned long long)seed);
    return seed;
}

#endif
