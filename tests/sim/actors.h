/* People who do things at random, mostly sensible ones: each at a station of their own, with one
 * question at a time, asked again until it is answered. */
#ifndef TESTS_SIM_ACTORS_H
#define TESTS_SIM_ACTORS_H

#include "tests/scenario/world.h"
#include "tests/sim/audit.h"

enum { ACTORS = 14, ACTOR_FRAME = 4096 };

struct actor {
    const char *number;
    uint64_t roles;
    const char *unit;
    uint64_t person, station; /* ids */
    uint64_t session;
    unsigned char token[TOKEN_BYTES];
    /* the question under way */
    bool asking;
    uint64_t request_id, request;
    size_t frame_n;
    char frame[ACTOR_FRAME];
};

/* The people of the house, their numbers and roles set; ids come with actors_enter. */
void actors_init(struct actor actors[ACTORS]);
/* Enters lines, units, subjects, stations and people at the console. False: refused. */
bool actors_enter(struct actor actors[ACTORS], struct world *world);
/* Writes the next question into actor->frame; counts in the audit what is asked for anew. */
void actor_ask(struct actor *actor, struct world *world, struct audit *audit);

#endif
