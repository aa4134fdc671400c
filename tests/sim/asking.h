/* What the askers of the simulation share. */
#ifndef TESTS_SIM_ASKING_H
#define TESTS_SIM_ASKING_H

#include "tests/sim/actors.h"

uint64_t below(struct world *world, uint64_t n);
struct code code_of(const char *text);
struct slice some_text(struct world *world);
/* A unit's code; any of them. */
struct code some_unit(struct world *world);
/* Mostly one in this state. */
uint64_t some_ticket(struct world *world, const struct audit *audit, uint64_t state);
/* Makes it the actor's question under way. */
void ask(struct actor *actor, struct world *world, enum request number, const void *body);

/* handling.c: what units, the hotline office and leaders do of a ticket beyond its plain way. */
void ask_unit_more(struct actor *actor, struct world *world, const struct audit *audit);
void ask_desk_more(struct actor *actor, struct world *world, const struct audit *audit);
void ask_leader(struct actor *actor, struct world *world, const struct audit *audit);
void ask_counter(struct actor *actor, struct world *world, const struct audit *audit);

#endif
