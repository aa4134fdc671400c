/* A house for tests: the real core on the real store, in a folder on tmpfs, with a clock and random
 * bytes of its own. Requests go in as bytes, as they come from the wire. The scenarios and the
 * simulation live in it. */
#ifndef TESTS_SCENARIO_WORLD_H
#define TESTS_SCENARIO_WORLD_H

#include "server/core/core.h"

enum { WORLD_PATH = 96, WORLD_WHY = 512 };

struct world {
    char dir[WORLD_PATH]; /* scratch folder; the data folder is in it */
    unsigned lives;       /* data folders so far: each crash goes on in a copy */
    struct store *store;
    struct settings settings;
    uint64_t now_ms;
    uint64_t random;    /* state of the generator */
    struct arena arena; /* of the last request: what the outcome points into */
    char why[WORLD_WHY];
};

/* One request and what came of it. */
struct asked {
    const struct request_desc *desc; /* NULL: not even the number was understood */
    const void *body;                /* the decoded request; NULL when it was not decoded */
    struct outcome_of_step out;
    const void *answer; /* struct of desc->answer; NULL when refused */
    uint64_t request_id;
    uint64_t head_before, head_after; /* the step's facts are in between */
};

/* False: world.why says what is wrong. */
bool world_open(struct world *world, uint64_t seed);
void world_close(struct world *world);
struct txn *world_txn(struct world *world);
uint64_t world_random(struct world *world);

/* Who a connection is: a station, or the console. */
struct door {
    uint64_t station;
    bool console;
};
/* Takes the frame through everything that a request passes on its way: decoding, who, the step.
 * password_ok: what the password's check would say. */
void world_ask(struct world *world, struct door door, struct slice frame, bool password_ok,
               struct asked *asked);
/* Goes on to the next timer until `until_ms` and fires it; false: there was none, and it is now
 * until_ms. */
bool world_tick(struct world *world, uint64_t until_ms);
/* A console is heard again, or has been silent for too long. */
void world_presence(struct world *world, uint64_t station, bool heard);

/* Number of violated invariants; each is handed to say. */
unsigned world_check(struct world *world, void (*say)(void *ctx, const char *sentence), void *ctx);
/* Commits, rebuilds the state from the journal and compares. False: world.why. */
bool world_replay(struct world *world);
bool world_sync(struct world *world);
bool world_commit(struct world *world);
/* What kill -9 leaves: goes on in a copy of the files as they are on the disk at this moment, as
 * the next start would find them. False: world.why. */
bool world_crash(struct world *world);

#endif
