/* What tests have hit: requests, refusals, facts, and (state, event) pairs of the three lives. Each
 * program of tests writes a file of lines into the folder that the variable REXIAN_HITS names;
 * `rexian-scenario --coverage` reads them all and says what nobody hit.
 *   request call.arrive · reject BAD_STATE · fact call_arrived · pair call waiting offer */
#ifndef TESTS_SCENARIO_HITS_H
#define TESTS_SCENARIO_HITS_H

#include "server/core/life.h"

struct hits;

/* File NAME.hits in $REXIAN_HITS; without the variable or a name nothing is written. NAME:
 * "scenario-X" for a scenario, "system-X" for other tests. */
struct hits *hits_new(const char *name);
/* Writes the file; accepts NULL, nulls the pointer. False: it could not be written. */
bool hits_free(struct hits **hits);

void hits_request(struct hits *hits, uint64_t number);
void hits_reject(struct hits *hits, enum reject reject);
/* All facts in order: the states of calls and tickets are followed from one to the next. */
void hits_fact(struct hits *hits, const struct fact *fact);
/* Another journal begins: the states followed so far are not its own. */
void hits_forget(struct hits *hits);
/* How many pairs were hit, of how many. */
size_t hits_pairs(const struct hits *hits, size_t *of);
/* The event that a fact records and the state before it, when it is about a life. */
struct life_hit {
    enum life life;
    uint64_t state, event;
};
bool hits_pair(struct hits *hits, const struct fact *fact, struct life_hit *out);

/* The names of states and events, as in the lines. */
const char *life_state_name(enum life life, uint64_t state);
const char *life_event_name(enum life life, uint64_t event);

#endif
