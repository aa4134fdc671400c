/* A day at the switchboard, pressed together: callers with moods, patience and second tries, and
 * agents with their own speed and errors, over real sockets. At the end everybody's own count is
 * compared with the wall, the figures and the exported queue_log. */
#ifndef CLIENT_SIM_DAY_H
#define CLIENT_SIM_DAY_H

#include "client/sim/world.h"

enum { DAY_QUEUES = 64 };

/* All times in milliseconds of the simulation, which are speed times shorter than the day's. */
struct day_plan {
    uint64_t calls;
    double speed;
    double talk_ms, wrap_ms, ring_ms, patience_ms;
    double repeat;         /* of those who gave up, share that rings again */
    double promise;        /* of callers, share that would accept a callback */
    double reached;        /* of callbacks, share that is reached */
    double ignore;         /* of offers, share that the agent lets ring */
    double misroute;       /* of talks, share that is passed to another queue */
    double end_first;      /* of talks, share that the agent ends first */
    double hold;           /* of talks, share with the caller on hold meanwhile */
    double pause;          /* of calls, share after which the agent takes a break */
    const char *queue_log; /* command that prints the queue_log; NULL: it is not compared */
    bool spoil;            /* counts one answer that nobody gave: the comparison must find it */
};

struct stays {
    uint64_t offered, answered, abandoned, called_back, passed;
};

/* What callers and agents know of the day themselves. */
struct day_count {
    uint64_t made, asked; /* callers who rang; of these acknowledged */
    uint64_t answered, abandoned, called_back, closed, blocked;
    uint64_t reached, unreached, over; /* callbacks; calls that are over */
    uint64_t repeats, transferred, held;
    struct stays queues[DAY_QUEUES]; /* by the queue's id */
};

struct day {
    struct day_plan plan;
    struct day_count count;
};

struct seat_count {
    uint64_t offered, answered, missed, gone;
    uint64_t queue_answered, queue_missed; /* of these not callbacks */
};

/* day_callers.c */
bool callers_done(const struct world *world);
/* day_seats.c: what the callers' side asks of the agent who talks; false: no such seat. */
bool seat_ask(struct world *world, uint64_t person, enum request number, const void *body,
              link_answered *answered, void *ctx);
const struct seat_count *seat_count(const struct actor *actor);

/* day_compare.c: prints the tables; answers how many cells differ, or -1 when something could not
 * be asked. */
int day_compare(struct world *world);

/* day.c: `rexian-sim day …` */
int day_main(int argc, char **argv);

#endif
