/* One simulated life of a house: people, turns, a bad network, crashes, and the auditor. */
#ifndef TESTS_SIM_SIM_H
#define TESTS_SIM_SIM_H

#include "tests/scenario/hits.h"
#include "tests/sim/actors.h"

/* What is broken on purpose, to see that the auditor notices. */
enum sim_break {
    BREAK_NOTHING,
    BREAK_DEDUPE, /* a request that is asked again is done again */
    BREAK_SYNC,   /* replies leave before the facts are on the disk */
};

struct sim_counts {
    uint64_t turns, requests, again, refused, crashes, facts, timers;
};

struct sim {
    struct world world;
    struct audit audit;
    struct actor actors[ACTORS];
    enum sim_break broken;
    struct hits *hits; /* of all lives together */
    uint64_t synced;   /* head at the last sync: what a crash must leave */
    struct sim_counts counts;
    char why[WORLD_WHY];
};

/* True: nothing was wrong. False: sim->why, after sim->counts.turns turns. What happened is added
 * to the hits. */
bool sim_run(struct sim *sim, uint64_t seed, uint64_t turns, enum sim_break broken,
             struct hits *hits);

#endif
