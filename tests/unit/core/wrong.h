/* A state with one thing wrong in it, and the sentences of the checks about it: for the tests of
 * the invariants, one program for each of their tables or some. */
#ifndef TESTS_UNIT_CORE_WRONG_H
#define TESTS_UNIT_CORE_WRONG_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "server/core/check.h"

enum { MS = 1767225600, HEARD = 64, NAME = 64 };

struct house {
    char dir[64], data[80];
    struct store *store;
    struct txn *txn;
    char heard[HEARD][NAME]; /* names of the invariants that were violated */
    size_t n;
};

/* Tables change only while a fact is applied: this one does whatever the test wants. */
static void (*wrong_now)(struct txn *txn);

static inline void apply_wrong(struct txn *txn, const struct fact *fact)
{
    if (fact->type == fact_type_console_used) wrong_now(txn);
}

static inline void house_wrong(struct house *house, void (*make)(struct txn *txn))
{
    struct fact fact = {.type = fact_type_console_used, .at_ms = MS};
    wrong_now = make;
    journal_append(house->txn, &fact);
}

static inline void house_open(struct house *house)
{
    char why[256];
    *house = (struct house){.dir = "/tmp/rexian-check-XXXXXX"};
    assert_non_null(mkdtemp(house->dir));
    snprintf(house->data, sizeof house->data, "%s/data", house->dir);
    const struct store_options options = {
        .dir = house->data, .map_bytes = 64 << 20, .segment_bytes = 1 << 20, .apply = apply_wrong};
    assert_int_equal(store_init(&options, MS, why, sizeof why), ERR_OK);
    assert_int_equal(store_open(&options, &house->store, why, sizeof why), ERR_OK);
    house->txn = store_txn(house->store);
}

static inline void house_close(struct house *house)
{
    char command[128];
    store_close(&house->store);
    snprintf(command, sizeof command, "rm -r '%s'", house->dir);
    assert_int_equal(system(command), 0);
}

static inline void hear(void *ctx, const char *sentence)
{
    struct house *house = ctx;
    if (house->n == HEARD) return;
    snprintf(house->heard[house->n++], NAME, "%.*s", (int)strcspn(sentence, ":"), sentence);
}

static inline bool heard(const struct house *house, const char *name)
{
    for (size_t i = 0; i < house->n; i++) {
        if (strcmp(house->heard[i], name) == 0) return true;
    }
    return false;
}

struct wrong {
    const char *invariant;
    void (*make)(struct txn *txn);
};

/* Each of them is noticed in a house that was right before. */
static inline void wrongs_are_heard(const struct wrong *wrongs, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct house house;
        house_open(&house);
        core_check(house.txn, hear, &house);
        assert_int_equal(house.n, 0);
        house_wrong(&house, wrongs[i].make);
        assert_true(core_check(house.txn, hear, &house) > 0);
        if (!heard(&house, wrongs[i].invariant)) fail_msg("%s stayed silent", wrongs[i].invariant);
        house_close(&house);
    }
}

/* Each invariant of the table is broken by one of them. */
static inline void wrongs_cover(const struct wrong *wrongs, size_t n, const struct invariant *table)
{
    for (; table->name; table++) {
        bool found = false;
        for (size_t i = 0; i < n; i++)
            found = found || strcmp(wrongs[i].invariant, table->name) == 0;
        if (!found) fail_msg("nothing here breaks %s", table->name);
    }
}

#endif
