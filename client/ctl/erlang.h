/* How long callers wait for how many agents, by the two usual models of a queue of calls.
 *
 * Erlang C (M/M/n): calls come at random, each takes a time of exponential length, nobody gives up.
 * Erlang A (M/M/n+M): the same, and each caller gives up after a time of exponential length.
 * Work is talking and wrapping up together. The service level is the share of all calls that are
 * answered within the time wished: who gives up before counts against it.
 *
 * Safe for any load up to LIMIT_STAFF agents: nothing overflows, and what underflows is nothing. */
#ifndef CLIENT_CTL_ERLANG_H
#define CLIENT_CTL_ERLANG_H

#include <stdbool.h>
#include <stdint.h>

struct erlang_load {
    double calls_per_s; /* > 0 */
    double work_s;      /* mean of a call, > 0 */
    double patience_s;  /* mean, > 0; only Erlang A looks at it */
    double within_s;    /* the service level's, >= 0 */
};

struct erlang {
    uint64_t agents;
    double occupancy;     /* share of their time that they work */
    double wait_s;        /* mean of all calls; infinite when the queue grows without end */
    double service_level; /* 0 to 1 */
    double abandonment;   /* share of calls; 0 with Erlang C */
};

/* What happens with so many agents, 1 at least. */
struct erlang erlang_c(const struct erlang_load *load, uint64_t agents);
struct erlang erlang_a(const struct erlang_load *load, uint64_t agents);

typedef struct erlang erlang_model(const struct erlang_load *load, uint64_t agents);

/* The fewest agents whose service level reaches the target, below 1. False: more than LIMIT_STAFF.
 */
bool erlang_fewest(erlang_model *model, const struct erlang_load *load, double target,
                   struct erlang *out);

/* Share of calls lost when nobody can wait (M/M/n/n): what the others are made of. */
double erlang_b(double load, uint64_t agents);

#endif
