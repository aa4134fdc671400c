/* The proof that callers wait at Rexian's queue as long as the theory of queues says. */
#ifndef TESTS_THEORY_THEORY_H
#define TESTS_THEORY_THEORY_H

#include "client/ctl/erlang.h"
#include "tests/theory/floor.h"

/* Calls at random, talks and patience of exponential length; no wrapping up. */
struct flow {
    struct erlang_load load; /* patience_s 0: nobody gives up */
    uint64_t agents;
    uint64_t seed;
    uint64_t dawdle_ms; /* Rexian's agents are ready so late: 0, but to break the proof */
};

/* One call, all in ms. */
struct caller {
    uint64_t arrives;
    uint32_t talk, patience; /* UINT32_MAX: never gives up */
    /* what came of it */
    uint32_t wait;
    bool left;
};

/* The same calls for whoever serves them: nothing but flow and their number go in. */
void callers_draw(const struct flow *flow, struct caller *callers, size_t n);

/* plain.c: the textbook's queue. The first agent who gets free takes who has waited longest. */
void plain_serve(const struct flow *flow, struct caller *callers, size_t n);
/* desk.c: Rexian's. Answers how many invariants of the core did not hold in the end. */
unsigned desk_serve(const struct flow *flow, struct caller *callers, size_t n);

struct measured {
    double wait_s, service_level, abandonment;
};
/* Of the callers from `first` on. */
struct measured measure(const struct flow *flow, const struct caller *callers, size_t first,
                        size_t n);

#endif
