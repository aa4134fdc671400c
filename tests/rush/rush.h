/* A rush at the switchboard: agents, a trunk and a lead who do at random whatever can be done with
 * calls, at the right moment mostly and at a wrong one now and then; and faults: the dispatcher
 * crashes, consoles fall silent, sessions are ended, time stands still or leaps.
 *
 * After it comes an hour in which everybody who is there is willing. What is stuck then is stuck
 * for good: every caller must have been served, called back or counted as gone, and every agent
 * must be able to go home. A ledger of its own, made of facts alone, counts the calls a second
 * time. */
#ifndef TESTS_RUSH_RUSH_H
#define TESTS_RUSH_RUSH_H

#include "tests/scenario/hits.h"
#include "tests/scenario/world.h"

enum { RUSH_AGENTS = 10, RUSH_PEOPLE = RUSH_AGENTS + 2, RUSH_CALLS = 8192 };
enum { TRUNK = RUSH_AGENTS, LEAD }; /* behind the agents */

#define SECOND_MS UINT64_C(1000)
#define MINUTE_MS (60 * SECOND_MS)
#define HOUR_MS (60 * MINUTE_MS)

struct somebody {
    char number[8];
    uint64_t roles, person, station;
    uint64_t session; /* 0: not signed in */
    unsigned char token[TOKEN_BYTES];
    bool silent; /* the console says nothing and hears nothing */
};

/* What is broken on purpose. */
enum rush_break {
    BREAK_NOTHING,
    BREAK_TIMERS,   /* nothing ever lapses */
    BREAK_PRESENCE, /* nobody notices that a console is silent */
    BREAK_COUNT,    /* the ledger misses a fact */
};

/* Of each call, by its facts: what it counts as, the first of these that happened. */
enum fate { OPEN, ANSWERED, ABANDONED, CALLED_BACK, CLOSED, BLOCKED, ELSE, FATES };

struct ledger {
    uint64_t seq;
    unsigned char calls[RUSH_CALLS];
    uint64_t n[FATES]; /* OPEN: not yet decided */
    uint64_t met;      /* taken without a queue, among the answered */
};

/* Which rows of the tables of lives were lived through, in all rushes together. */
enum { SEEN_STATES = 32, SEEN_EVENTS = 64 };
struct seen {
    bool pairs[LIVES][SEEN_STATES][SEEN_EVENTS];
};

struct rush_counts {
    uint64_t turns, requests, refused, timers, crashes, silences, ended, leaps, hours, calls;
};

struct rush {
    struct world world;
    struct hits *hits; /* follows the states of calls */
    struct seen *seen;
    struct somebody people[RUSH_PEOPLE];
    struct ledger ledger;
    enum rush_break broken;
    bool tell; /* the facts, when something is wrong */
    struct rush_counts counts;
    char why[WORLD_WHY]; /* the first thing that is wrong; empty: nothing */
};

/* True: nothing was wrong. */
bool rush_run(struct rush *rush, uint64_t seed, uint64_t turns, enum rush_break broken);
void rush_wrong(struct rush *rush, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* house.c: lines, queues, skills, people. False: rush->why. */
bool house_enter(struct rush *rush);
struct code code_of(const char *text);
uint64_t below(struct rush *rush, uint64_t n);
/* The console's (who NULL), or somebody's request; what came of it lives until the next one. */
struct asked rush_ask(struct rush *rush, struct somebody *who, enum request number,
                      const void *body);
/* Whether it was done. */
bool rush_do(struct rush *rush, struct somebody *who, enum request number, const void *body);
#define RUSH_ASK(rush, who, name, ...)                                                             \
    rush_do(rush, who, request_##name, &(const struct req_##name){__VA_ARGS__})
bool sign_in(struct rush *rush, struct somebody *who);
struct somebody *somebody_of(struct rush *rush, uint64_t person);
/* What hears the consoles says that one is silent, or heard again. */
void silence(struct rush *rush, struct somebody *who, bool silent);
/* Time goes on, timers fire. */
void pass(struct rush *rush, uint64_t ms);
void agent_row(struct rush *rush, const struct somebody *who, struct row_agent *agent);
/* A live call, any; false: none. */
bool live_call(struct rush *rush, struct row_call *call);

/* act.c: one thing done at random, mostly a sensible one. */
void act(struct rush *rush);
struct slice some_number(struct rush *rush);

/* hour.c: the willing hour, and what must be true behind it. */
void willing_hour(struct rush *rush);

/* ledger.c */
void ledger_read(struct rush *rush);
void ledger_compare(struct rush *rush);
/* Of calls and agents; names those that nobody lived through. */
void seen_tell(const struct seen *seen);

#endif
