/* What is worked out of the dispatcher's figures; pure. docs/figures.md says what each one means.
 */
#ifndef CLIENT_WALL_FIGURES_H
#define CLIENT_WALL_FIGURES_H

#include "proto/desc.h"

enum {
    FIGURES_NONE = -1,
    FIGURES_GOAL = 800,   /* per mille that shall be answered within the target (R67) */
    FIGURES_TOO_LONG = 3, /* times the target: nobody should wait as long as this */
    FIGURES_STATES = 11,  /* agent states and none */
};

/* How a wait stands against the target. */
enum urgency { URGENCY_NONE, URGENCY_LATE, URGENCY_TOO_LONG };

struct waiting {
    uint64_t calls;
    uint64_t oldest_ms; /* arrival of the one who waits longest; 0: nobody waits */
};

struct waiting figures_waiting(const struct rec_wall *wall);
/* now - then, 0 when then is 0 or to come. */
uint64_t figures_span_ms(uint64_t then_ms, uint64_t now_ms);
enum urgency figures_urgency(const struct rec_wall *wall, uint64_t wait_ms);
/* Answered within the target, of all calls of today that were answered or abandoned, in per mille
 * rounded down, so that 80.0 is never shown for less; FIGURES_NONE before the first of them. */
int figures_within(const struct rec_wall *wall);

struct hour {
    int64_t arrived[60], answered[60], abandoned[60];
    int count;
    int64_t arrived_sum, answered_sum, abandoned_sum;
    int64_t max; /* largest of all bars */
};

void figures_hour(const struct rec_wall *wall, struct hour *out);

/* How many of them are in each state, by enum agent_state. */
void figures_states(const struct rec_agent_item *const *agents, size_t n,
                    uint64_t counts[FIGURES_STATES]);
/* By number as people count; by state: whoever needs help first, then who is in it longest. */
void figures_sort(const struct rec_agent_item **agents, size_t n, bool by_state);
/* Lines in the order to show them when there is room for only `most`: all of them as they come when
 * they fit, else those that wait longest first. Answers how many were filled in. */
size_t figures_queues(const struct rec_wall *wall, size_t most,
                      const struct rec_queue_item *out[LIMIT_PAGE]);

#endif
