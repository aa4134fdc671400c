/* A floor of agents on the real core and store, in a folder on tmpfs, with a clock of its own: what
 * the proof by theory and the bench of routing run on. Whatever must work and does not ends the
 * program. */
#ifndef TESTS_THEORY_FLOOR_H
#define TESTS_THEORY_FLOOR_H

#include "server/core/core.h"

enum { FLOOR_PATH = 96, FLOOR_LINES = 8 };

struct floor {
    char dir[FLOOR_PATH];
    struct store *store;
    struct settings settings;
    uint64_t now_ms, random, steps;
    struct arena arena;
    struct outcome_of_step out; /* of the last request */
    uint64_t step_ns;           /* processor time that the core took for it */
    struct who console, trunk;
    struct who *agents; /* signed in, each at a station, on the first break */
    struct code *numbers;
    size_t n_agents;
};

void floor_open(struct floor *floor, uint64_t seed);
void floor_close(struct floor *floor);
struct txn *floor_txn(struct floor *floor);

/* The lines "12340" to "12347" and so many agents. */
void floor_people(struct floor *floor, size_t agents);
struct code floor_line(size_t i);
/* Which of the agents this person is. */
size_t floor_agent(const struct floor *floor, uint64_t person);

/* The answer is in floor->out; a refusal ends the program. */
void floor_ask(struct floor *floor, const struct who *who, enum request number, const void *body);
#define FLOOR_ASK(floor, who, name, ...)                                                           \
    floor_ask(floor, who, request_##name, &(const struct req_##name){__VA_ARGS__})
/* Time goes on; timers on the way fire at their time. */
void floor_go(struct floor *floor, uint64_t until_ms);
/* Invariants that do not hold, the first few told on stderr. */
unsigned floor_check(struct floor *floor);

#endif
